"""Find words in a draft, and replace them: every place in the order of the document, and nothing else is changed.

Finding takes time in proportion to the draft, whatever it holds: no pattern is tried, and what is sought is short.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sa_wizard.draft.draft import Draft
from sa_wizard.draft.session import Session
from sa_wizard.draft.steps import REPLACE
from sa_wizard.draft.text import clean, clean_line
from sa_wizard.draft.texts import Kept, Text, changed, kept, texts
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.spec import Outline
from sa_wizard.signs import one_line

LONGEST_SOUGHT = 200
"""Characters. A sentence has some 150."""

AROUND = 30
"""Characters on either side of the words that are told with them, up to the end of a word."""

NAMED = 40
"""Characters of the words that are told when they are replaced."""

_AGAIN = "Find them again. Nothing was changed."
_TYPED_FOR = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'", "‘": "'", "“": '"', "”": '"'})
"""What a keyboard has in place of signs that Word puts in by itself, and that nobody can tell from them on a screen."""

_ACCENTS = "\u0300-\u036f"
_LETTER = re.compile(rf"[\w{_ACCENTS}]")
_WORD = re.compile(rf"[\w{_ACCENTS}]*")
"""What whole words are made of; an accent may be a sign of its own."""
_SPACES = re.compile(r"\s+")
_ACCENT = re.compile(f"[{_ACCENTS}]")


@dataclass(frozen=True)
class Sought:
    """What is looked for."""

    words: str
    match_case: bool = False
    whole_words: bool = False


@dataclass(frozen=True)
class Place:
    """Where the words stand in a text: in which of its parts, from which character up to which."""

    text: Text
    part: int
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words as they stand there."""
        return self.text.parts[self.part][self.start : self.end]

    def around(self, before: int = AROUND, after: int = AROUND) -> tuple[str, str]:
        """What stands before and after, in one line each, up to so many characters and the end of a word."""
        whole = self.text.parts[self.part]
        lead = whole[max(0, self.start - before - 1) : self.start]
        rest = whole[self.end : self.end + after + 1]
        if len(lead) > before:
            lead = f"…{lead[1:].partition(' ')[2] or lead[1:]}"
        if len(rest) > after:
            rest = f"{rest[:-1].rpartition(' ')[0] or rest[:-1]}…"
        return _SPACES.sub(" ", one_line(lead)), _SPACES.sub(" ", one_line(rest))


def find(outline: Outline, draft: Draft, sought: Sought) -> tuple[Place, ...]:
    """Every place where the words stand, none over another; raises UsageProblem for more than a sentence of them.

    Unless capitals are to match, each letter finds its capital too. A space finds one that does not break and a
    straight quotation mark a curly one, since they look alike; one of those that is itself sought finds only itself.
    """
    if len(sought.words) > LONGEST_SOUGHT:
        raise UsageProblem(f"Look for no more than {LONGEST_SOUGHT} characters at once.", "Shorter words find more.")
    wanted = _seen(sought.words, sought)
    return tuple(
        Place(text, number, start, end)
        for text in texts(outline, draft)
        for number, part in enumerate(text.parts)
        for start, end in _spans(_seen(part, sought), wanted, whole=sought.whole_words)
    )


def replaced(draft: Draft, places: Sequence[Place], by: str) -> Draft:
    """The draft with other words at these places; they are cleaned as what is typed is, and nothing else is touched.

    Raises UsageProblem when a text is no longer the one that was looked through, or becomes longer than it may be.
    """
    new: dict[Kept, tuple[Text, list[str]]] = {}
    at: dict[tuple[Kept, int], list[Place]] = {}
    for place in places:
        at.setdefault((place.text.kept, place.part), []).append(place)
    for (way, number), here in at.items():
        text = here[0].text
        if way not in new:
            if list(kept(draft, way)) != list(text.parts):
                raise UsageProblem("The draft has changed since these places were found.", _AGAIN)
            new[way] = (text, list(text.parts))
        put = clean(by) if text.kind == "text" else clean_line(by)
        new[way][1][number] = "".join(_spliced(text.parts[number], here, put))
    return changed(draft, new)


def replace(session: Session, places: Sequence[Place], by: str, words: str = "") -> str:
    """Put other words in these places, in one step that can be undone; returns what was done, as the end of a sentence.

    ``words`` are those that were sought, where there are several places. Empty when nothing had to be changed. Raises
    UsageProblem when the draft is open for reading only, and as ``replaced`` does; then nothing has changed.
    """
    session.must_write()
    draft = replaced(session.draft, places, by)
    if draft == session.draft:
        return ""
    was = words if words and len(places) > 1 else places[0].words
    told = f"{REPLACE}{quoted(was)} with {quoted(clean_line(by))} in {told_places(places)}"
    session.rewrite(draft, told, places[0].text.path)
    return told


def told_places(places: Sequence[Place]) -> str:
    """Where some places are: ``14 places, in 9 answers``; of one, the name of its answer."""
    if len(places) == 1:
        text = places[0].text
        return f"“{text.label}”{f', “{one_line(text.entry)[:NAMED]}”' if text.entry else ''}"
    answers = len({place.text.kept for place in places})
    return f"{len(places):,} places, in {answers:,} answer{'' if answers == 1 else 's'}"


def quoted(words: str) -> str:
    """Words in quotation marks, as many as a line has room for; ``nothing`` for none."""
    if not words:
        return "nothing"
    shown = one_line(words)
    return f"“{shown if len(shown) <= NAMED else f'{shown[: NAMED - 1]}…'}”"


def _spans(text: str, wanted: str, *, whole: bool) -> Iterator[tuple[int, int]]:
    """From where to where the words stand in a text, left to right.

    Where they are rejected the search goes on behind the word they stand in: no character is looked at again and again.
    """
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if _ACCENT.match(text, end) or (whole and not _alone(text, at, end)):
            at = text.find(wanted, max(at + 1, _word_end(text, at) if whole else 0))
        else:
            yield at, end
            at = text.find(wanted, end)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether neither end is in the middle of a word."""
    return not any(place and _LETTER.match(text, place - 1) and _LETTER.match(text, place) for place in (start, end))


def _word_end(text: str, at: int) -> int:
    found = _WORD.match(text, at)
    return found.end() if found else at


def _seen(text: str, sought: Sought) -> str:
    """A text as it is compared: as long as it is, letter for letter, so that a place in it is one in the text."""
    seen = text if sought.match_case else _folded(text)
    alike = sought.words.translate(_TYPED_FOR) == sought.words
    return seen.translate(_TYPED_FOR) if alike and not seen.isascii() else seen


def _folded(text: str) -> str:
    """Small letters for capitals. Why not only ``casefold``: ß becomes two letters by it, and every place shifts."""
    if text.isascii():
        return text.lower()
    folded = text.casefold()
    return folded if len(folded) == len(text) else "".join(map(_small, text))


def _small(letter: str) -> str:
    return next((small for small in (letter.casefold(), letter.lower()) if len(small) == 1), letter)


def _spliced(text: str, places: Sequence[Place], by: str) -> Iterator[str]:
    done = 0
    for place in sorted(places, key=lambda each: each.start):
        yield text[done : place.start]
        yield by
        done = place.end
    yield text[done:]

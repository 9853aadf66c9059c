"""Places held for words or figures and then forgotten: every one of them would be printed."""

import re
from collections.abc import Iterator

from sa_wizard.draft.paths import head, resolve
from sa_wizard.review.answers import own_words
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import prose
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written
from sa_wizard.review.scaffolds import held

UNFILLED = Rule(
    "unfilled",
    "warning",
    "An answer that only holds its place, where none is needed",
    "The document prints it as it stands.",
    "Write the answer, or empty it.",
    "Real assessments sent out with parts of their template in them",
)
"""Told only where nothing else is found: what stands in place of a needed answer is missed as that already."""
LEFT = Rule(
    "left-over",
    "warning",
    "A place held and not filled",
    "The document prints what stands there, and one 'XX%' in front of a board puts every other figure in doubt.",
    "Write it, or take it out.",
    "Real assessments sent out with parts of their template in them",
)
RULES: tuple[Rule, ...] = (UNFILLED, LEFT)

_LONGEST = 60
_UNIT = (
    r"(?: ?%| per ?cent\b| (?:offences|incidents|crimes|people|residents|households|cases|calls|reports|responses"
    r"|victims|years?|months?)\b)"
)
_HELD = re.compile(
    r"[\[<{«](?:insert|add|enter|type|tbc|tba|tbd|to be|xx+|\?\?)[^\[\]<>{}«»\n]{0,80}[\]>}»]"
    rf"|(?<![\w£])X{{2,4}}(?:[.,]X{{1,3}})?(?={_UNIT})|£X{{1,4}}(?:[.,]X{{1,3}})?\b|\bXX/XX/(?:XX|20)\w{{0,2}}\b"
    r"|(?-i:\b(?:TODO|FIXME)\b)|(?<![\w?])\?{3,10}"
    r"|(?<=: )(?:tbc|tba|tbd)(?= *(?:\n|$))|(?<=\| )(?:tbc|tba|tbd|xx+)(?= *\|)"
    r"|#(?:REF!|DIV/0!|VALUE!|N/A\b)|Error! (?:Reference source|Bookmark) not \w{5,7}\."
    r"|Click (?:or tap )?here to enter (?:text|a date)\.?|Lorem ipsum",
    re.IGNORECASE,
)
_SIGNS = ("[", "<", "{", "«", "xx", "£x", "todo", "fixme", "???", "tb", "#", "error!", "click", "lorem")


def in_answer(seen: Evidence, answer: Written) -> Iterator[Finding]:
    """An answer that only holds a place, where none is needed; and the places held inside one that says something."""
    text = answer.text
    field = seen.asked.outline.find(head(answer.path))
    if not text.strip() or field is None:
        return
    own = field[1].kind != "list" and own_words(field[1]).hold(text)  # one line of a list may well be the outline's
    if own or answer.once(held):
        if not _missing(seen, answer.path):
            yield UNFILLED.found(answer.path, f"Only a place is held here: {_quoted(text)}.", words=text)
        return
    for place in answer.once(_places):
        yield LEFT.found(answer.path, f"{_quoted(place)} still holds a place.", words=place)


def _places(text: str) -> tuple[str, ...]:
    """The places held in a text, each once."""
    low = text.lower()
    if not any(sign in low for sign in _SIGNS):
        return ()
    return tuple(dict.fromkeys(found[0].strip() for found in prose.matches(_HELD, text, 100)))


def _missing(seen: Evidence, path: str) -> bool:
    """Whether an answer is needed there, so that the want of it is found already."""
    target = resolve(seen.asked.outline, path)
    if target.column is not None:
        return target.column.required
    return target.field.required and not seen.answered(path)


def _quoted(text: str) -> str:
    shown = " ".join(text.split())
    return f"“{shown if len(shown) <= _LONGEST else f'{shown[: _LONGEST - 1].rstrip()}…'}”"

"""One person made out by sex, age band, background, place and month together, as a table of one shows them."""

from collections.abc import Iterator

from sa_wizard.expressions import Shape
from sa_wizard.review.privacy.clues import Clues
from sa_wizard.review.privacy.match import Spans, after, before

_SOMEBODY = Shape(
    r"(?i)(?:one|only|single|1)(?: (?:[\w-]{2,15}|a)){0,3}? (?:female|male|woman|man|girl|boy|schoolgirl|schoolboy)\b"
)
_BAND = Shape(
    r"(?i)\b[0-9]{1,2} ?(?:to|-|–|and|or) ?(?:[0-9]{2}|over|under|above|older|younger)\b|\bunder[ -][0-9]{1,2}\b"
    r"|\bover[ -][0-9]{2}\b|\bin (?:his|her) (?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties)\b"
)
_BACKGROUND = Shape(
    r"\b(?:Black|Asian|White|Chinese|Arab|Gypsy|Roma|mixed[ -]race|Muslim|Jewish|Sikh|Hindu|disabled)\b"
)
_WHEN = Shape(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_WHERE = Shape(
    r"\b(?:in|from|of|at|near|the)(?: the)? (?!Jan|Feb|March|Apr|May |June|July|Aug|Sep|Oct|Nov|Dec|Asian|White|Black)"
    r"[A-Z][a-z]{2,20}\b|\bward\b|\bparish\b|\bvillage\b"
)
_SHARE = Shape(r"(?i)\b(?:in|out of) (?:[0-9]|two|three|four|five|six|seven|eight|nine|ten)\b|\bper (?:cent|1,000)|%")
_ROOM = 110


def crossed(clues: Clues) -> Spans:
    """One man or woman told of by age band and at least two of background, place and time."""
    text = clues.text
    lower = clues.lower
    if not ("male" in lower or "man" in lower or "girl" in lower or "boy" in lower):
        return
    for start in _ones(clues):
        somebody = _SOMEBODY.match(text, start)
        if somebody and _made_out(_sentence(text, start, somebody.end())):
            yield start, somebody.end()


def facets(words: str) -> int:
    """How many of background, time and place words tell, and an age band."""
    return sum(bool(shape.search(words)) for shape in (_BAND, _BACKGROUND, _WHEN, _WHERE))


def _made_out(sentence: str) -> bool:
    return bool(_BAND.search(sentence)) and facets(sentence) >= 3 and not _SHARE.search(sentence)


def _ones(clues: Clues) -> Iterator[int]:
    text, lower = clues.text, clues.lower
    for start, end in clues.small:
        if text[start] == "1" or end - start == 6 or lower.startswith("one", start):
            yield start
    at = lower.find("only ")
    while at >= 0:
        yield at
        at = lower.find("only ", at + 5)


def _sentence(text: str, start: int, end: int) -> str:
    lead, then = before(text, start, _ROOM), after(text, end, _ROOM)
    opens = max(lead.rfind(". "), lead.rfind("\n")) + 1
    return lead[opens:] + text[start:end] + then.partition("\n")[0].partition(". ")[0]

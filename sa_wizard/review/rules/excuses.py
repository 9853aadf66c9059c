"""What a sentence says near a body's name that makes it right to name a body of another time or place.

Why near: "then", "old", "will" and "against" stand in every other sentence, and are about something else.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sa_wizard.expressions import Rare, Shape
from sa_wizard.review.rules import prose

_NAME = r"(?:[A-Z][\w’'-]{1,25} ){0,3}"
"""The rest of a body's own name: the former *Eastmoor* primary care trust."""
_FEW = r"(?:[\w’'&-]{1,25} ){0,4}"
"""Words of the same clause: no comma and no stop between."""
_ENDED = (
    *("abolished", "dissolved", "disbanded", "replaced", "superseded", "merged", "wound up", "taken over", "absorbed"),
    *("succeeded", "reformed", "swept away"),
)
_GONE = rf"(?:{'|'.join(_ENDED)})"
_HERE = r"(?: (?:for|of|in|and|here|there|itself|themselves)(?: [\w-]{1,20}){0,3}?)?"
"""The end of what a body is called: the strategy group *for our county*. A nurse of its own that goes is another."""
_PAST_BEFORE = Shape(
    rf"\b(?:(?i:former|formerly|previous|old|defunct|the then|then (?:called|known as)(?: the| a| an)?)[ -]{_NAME}"
    r"|(?i:predecessors?|successors?|abolish\w{0,4}|abolition|dissolv\w{1,3}|dissolution|disband\w{1,4}|demise"
    r"|replac(?:ed|es|ing|ement)|succeed(?:ed|ing)|superseded|merge[rd]|took over|taken over|took the place|inherited"
    rf"|used to be)(?: bod(?:y|ies))?,? {_FEW})\Z"
)
_PAST_AFTER = Shape(
    r"['’]s (?:former|old|demise|abolition|dissolution|end|successors?)\b"
    r"|(?:, | \()(?:now (?:the|part|an?|called|known|our|NHS)|as (?:it|they) (?:then )?(?:was|were))\b"
    rf"|{_HERE}(?:,? | \()(?:which |that )?"
    rf"(?:(?:has|have|had|was|were|is|are)(?: (?:since|now|later|then|both|all|itself|themselves))?(?: been)? {_GONE}\b"
    rf"|(?:since )?{_GONE} (?:in|by|at|on|under|with|into)\b|merged (?:with|into)\b|ceased\b|gave way\b|used to\b"
    r"|no longer exist|came to an end\b|ended (?:in|on|when)\b|became (?:the|part|an?|what|our)\b)",
    re.IGNORECASE,
)
_NOT_NOW = Shape(
    r"\b(?:until (?:its|their|it|they|then|recently|abolition|re(?:form|organi[sz]ation))\b|at that time\b"
    r"|at the time(?! of)|in those days\b|historically\b|years ago\b)",
    re.IGNORECASE,
)
_TO_COME_BEFORE = Shape(
    rf"\b(?:(?i:proposed|planned|future|forthcoming|new)[ -](?:[a-z]{{3,12}} )?{_NAME}"
    r"|(?i:propos(?:e|es|al|als)|plans for|announc\w{1,6}|creation of|introduction of"
    r"|(?:will|would|to)(?: then| later)? (?:become|be (?:replaced|taken over|succeeded) by)"
    rf"|becoming) {_FEW})\Z"
)
_TO_COME_AFTER = Shape(
    rf"{_HERE}(?:,? | \()(?:which |that |who )?(?:(?:is |are |as )?(?:proposed|planned|announced)\b"
    r"|(?:will|would|is to|are to|may|might|could|should)(?: then| later)? (?:replace|become|take over|take the place"
    r"|succeed|be (?:created|established|set up|introduced|formed|elected))\b)",
    re.IGNORECASE,
)
_YEAR = Shape(
    r"(?:\b(?P<how>in|by|since|from|until|till|before|after|to) (?:(?:the|end|start|of|early|late|spring|summer|autumn"
    r"|winter) ){0,4}(?:\d{1,2} )?(?:[A-Z][a-z]{2,8} )?)?"
    r"(?<![\d/,.£])(?<!Act )(?P<year>(?:19|20)\d\d)(?!\d|,\d|/\d{3}| Act\b| Regulations\b)",
    re.IGNORECASE,
)
_OVER_THE_BORDER = Shape(
    r"\b(?:(?:over|across|beyond|side of) the (?:[\w-]{1,15} )?border|cross-border|border with)\b", re.IGNORECASE
)
_NEIGHBOURING = Shape(rf"\b(?:neighbouring|adjoining) (?:[a-z]{{3,12}} )?{_NAME}\Z", re.IGNORECASE)
_THERE = {
    "england": Shape(r"\b(?:Wales|Welsh)\b"),
    "wales": Shape(r"\bEngland\b|(?<!in )(?<!and )(?<!or )\bEnglish\b(?! and | or | language|[ -]speak)"),
}
_NONE_BEFORE = Rare(
    r"\b(?:no|not|none|never|neither|nor|unlike|without|only in two-tier|former|the then|old|abolished|abolition of)"
    r" (?:[\w’'-]{1,25} ){0,5}\Z",
    *("no ", "not ", "none ", "never ", "neither ", "nor ", "unlike ", "without ", "two-tier ", "former ", "then "),
    *("old ", "abolished ", "abolition of "),
    flags=re.IGNORECASE,
)
_NONE_AFTER = Rare(
    rf"{_HERE}(?:,? | \()(?:which |that )?(?:(?:does|did|do|is|are|was|were|has|have) (?:not|never|no longer)"
    r" (?:exist|appl|here|needed|required|relevant|been|part|met|meet)"
    rf"|(?:was|were|has been|have been|had been) {_GONE}\b|{_GONE} (?:in|by)\b|ceased\b|where (?:there is|one)\b"
    r"|exists? only\b|no longer\b)",
    *("not ", "never ", "no longer", *_ENDED, "ceased", "where ", "only"),
    flags=re.IGNORECASE,
)
_REACH = 110
"""Characters on either side in which a word belongs to a body."""


class Around(NamedTuple):
    """A sentence, and its words just before and just after a name in it."""

    sentence: str
    before: str
    after: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Around":
        """What stands around the name between two places of a text."""
        first, last = prose.sentence_at(text, start, end)
        before, after = text[max(first, start - _REACH) : start], text[end : min(last, end + _REACH)]
        return cls(text[first:last], re.sub(r"\s", " ", before), re.sub(r"\s", " ", after))

    def years(self) -> Iterator[tuple[str, int]]:
        """The years near the name, the nearest first, each with the word that leads to it."""
        found = [(len(self.before) - year.end(), year) for year in _YEAR.finditer(self.before)]
        found += [(year.start(), year) for year in _YEAR.finditer(self.after)]
        for _, year in sorted(found, key=lambda pair: pair[0]):
            yield (year["how"] or "").lower(), int(year["year"])


def told_as_past(around: Around, until: date, start: date) -> bool:
    """Whether a body that ended is named as one that has, in a draft that begins on a day after it."""
    if _PAST_BEFORE.search(around.before) or _PAST_AFTER.match(around.after):
        return True
    if _NOT_NOW.search(around.before) or _NOT_NOW.search(around.after):
        return True
    for how, year in around.years():
        if how in ("since", "from"):  # since 2008: to this day, unless an end is told as well
            continue
        last = {"before": start.year, "until": until.year + 1, "till": until.year + 1, "to": until.year + 1}
        return year <= last.get(how, until.year)
    return False


def told_as_to_come(around: Around, since: date) -> bool:
    """Whether a body that does not exist yet is named as one that is to come."""
    if _TO_COME_BEFORE.search(around.before) or _TO_COME_AFTER.match(around.after):
        return True
    return any(how in ("from", "in", "by", "after") and year >= since.year for how, year in around.years())


def told_as_elsewhere(around: Around, nation: str) -> bool:
    """Whether a body of the other nation is named as one of the other nation."""
    if _THERE[nation].search(around.sentence) or _OVER_THE_BORDER.search(around.sentence):
        return True
    return _NEIGHBOURING.search(around.before) is not None


def told_as_none(around: Around) -> bool:
    """Whether something of the county is named to say that there is none, or none any more."""
    return bool(_NONE_BEFORE.search(around.before) or _NONE_AFTER.match(around.after))

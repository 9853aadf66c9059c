"""Two counts set against each other in prose: ``from 18 offences in 2023-24 to 27``, ``to 71 from 48``, ``18 → 27``.

Each figure may be followed by a few words for what is counted and by its period. What is followed by a unit of time,
of distance or of money is no count; nor are years and hours.
"""

import re
from itertools import islice
from typing import NamedTuple

from sa_wizard.review.expressions import Shape
from sa_wizard.review.rules import prose

_UPWARD = """
up rise rises rose risen rising increase increases increased increasing grew grown growth more higher climb climbs
climbed gain gains gained
"""
_DOWNWARD = """
down fall falls fell fallen falling decrease decreases decreased decreasing drop drops dropped reduced reduces reduction
reductions reducing fewer lower decline declines declined cut cuts
"""
UPWARD = frozenset(_UPWARD.split())
DOWNWARD = frozenset(_DOWNWARD.split())
UP = rf"(?:{'|'.join(sorted(UPWARD))})\b(?<!\bup(?= to))(?<!\bmore(?= than))"
DOWN = "|".join(sorted(DOWNWARD))
HEDGE = r"almost|nearly|about|around|some|roughly|approximately|over|more than|just|under|less than|c\.|circa|only"
LINK = rf"an?|or|that is|which is|is|was|by|of|to|equal|equivalent|change|it|this|i\.e\.|{HEDGE}"

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
_WORTH = {word: float(worth) for worth, word in enumerate(_NUMBERS.split())} | {"none": 0.0}
_SPELLED = "|".join(_WORTH)
_FIGURE = rf"(?>{prose.FIGURE})"
"""A figure as a whole: 8.1% must not be read as an 8 that something else follows."""
_COUNT = rf"(?:{_FIGURE}|(?i:{_SPELLED})\b(?!-))"
_UNIT = (
    r"(?:(?:week|day|hour|hr|minute|min|second|month|year|fortnight|term|mile|metre|kilometre|yard|acre|degree|point"
    r"|pound|hundred|thousand|million|billion|time)s?|km|kg|mph|pence|bn|m|k|percent(?:age)?|per|noon|midday|midnight"
    r"|o[’']clock|[ap]\.?m|th|st|nd|rd|out of (?:ten|\d{1,3}))\b"
)
_NO_COUNT = (
    rf"(?!\s{{0,2}}(?:%|per ?cent|{_UNIT}|in (?:(?:\d{{1,3}}|{_SPELLED})\b|the (?:morning|afternoon|evening|early))"
    r"|at night\b|:\d|[-/]\w|of\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b))"
)
"""What must not follow the later figure at once."""
_STOP = (
    r"to|from|in|on|at|for|with|within|under|during|since|between|among|across|before|after|until|and|but|while|when"
    r"|whereas|where|which|who|that|as|than|compared|against|the|last|is|was|were|are|has|had|have|be|because|though"
    r"|although|if|so|not|also"
)
WORD = rf"(?!(?:{UP}|{DOWN}|{LINK}|{_STOP}|{_UNIT})(?![\w-]))[a-z][a-z’'-]{{1,20}}"
"""A word for what is counted: neither one that leads on to something else nor a unit."""
_YEAR = (
    r"(?:(?:in|during|over|for) )?(?:the )?(?:year |12 months )?(?:to |ending |ended )?(?:[A-Z][a-z]{2,8} )?"
    r"(?:19|20)\d\d(?:[-–/]\d{2,4})?+(?!\d|,\d)"
)
_PERIOD = (
    r" \(?(?:(?:in )?(?:last|this|the (?:previous|last|past)) (?:year|quarter|month)|the (?:year|quarter|month) before"
    rf"|a year (?:earlier|before|ago)|{_YEAR})\)?"
)


def _tail(name: str) -> str:
    """What may follow a figure: words for what is counted, and its period. No unit may come after them."""
    words = rf"(?P<{name}_of>(?:(?: {WORD}){{1,3}}+(?: of {WORD})?+)?+)"
    return rf"{words}(?! {_UNIT})(?P<{name}_when>(?:{_PERIOD})?+)"


_OLD = rf"(?P<old>{_COUNT}){_tail('old')}"
_NEW = rf"(?P<new>{_COUNT}){_NO_COUNT}{_tail('new')}"
_TO = rf",? to (?:(?:just|only) )?{_NEW}"
_MARKS = [
    ("from ", re.compile(r"from (?=[\dnzotfsetw])")),
    ("From ", re.compile(r"From (?=[\dnzotfsetw])")),
    ("(", re.compile(r"\((?=\d)")),
]
"""What nearly every pair begins with."""
_OLD_TO = Shape(rf"(?:[Ff]rom |\(|(?<!.)(?=\d)){_OLD}{_TO}", re.DOTALL)
_FROM = Shape(rf"from (?P<old>{_COUNT}){_NO_COUNT}{_tail('old')}(?!,? to )")
_NO_PART = r"(?<!\bin )(?<!\bper )(?<!\bevery )"
_RAISED_TO = Shape(rf"(?P<to>\bto )?{_NO_PART}\b{_NEW}(?P<way>,? \(?(?:up|down))? \Z")
_AGAINST = Shape(rf"(?:compared (?:with|to) |against |\()(?:(?:just|only) )?(?P<old>{_COUNT}){_tail('old')}")
_THEN = Shape(rf"{_NO_PART}\b{_NEW},? \(?\Z")
_BEFORE_ARROW = Shape(rf"(?P<old>{_FIGURE}){_tail('old')} ?\Z")
_ARROW = Shape(rf"→ ?{_NEW}")
_BACK = 70
_MOST = 500
"""Pairs of one wording read in one answer."""


class Pair(NamedTuple):
    """The older and the newer figure, where they stand, and how they are set against each other."""

    old: float
    new: float
    start: int
    end: int
    """After the words for what is counted and the period."""
    older_last: bool = False
    """Whether the newer figure comes first, as in ``to 71 from 48``."""
    beside: bool = False
    """Whether no word says that one became the other, as in ``27 (18 last year)``."""
    dated: bool = False
    """Whether a year is given for either."""
    whole: bool = True
    """Whether both are whole numbers."""


def pairs(text: str) -> list[Pair]:
    """Every two counts set against each other."""
    found = [_at(text, 0)] if text[:1].isdigit() else []
    for word, mark in _MARKS:
        if word in text:
            found += [_at(text, at.start()) for at in prose.matches(mark, text, _MOST)]
    for word in ("compared ", "against "):
        if word in text:
            found += [_beside(text, at) for at in islice(prose.places(text, word), _MOST)]
    if "→" in text:
        found += [_across(text, at) for at in islice(prose.places(text, "→"), _MOST)]
    return [each for each in found if each] if found else []


def _at(text: str, at: int) -> Pair | None:
    """A pair that begins at a mark, or whose older figure does."""
    found = _OLD_TO.match(text, at)
    if found:
        return _pair(found, found)
    if text[at] == "(":
        return _beside(text, at)
    older = _FROM.match(text, at)
    newer = _RAISED_TO.search(text, max(0, at - _BACK), at) if older else None
    if older and newer and (newer["way"] or (newer["to"] and older["old_of"] in ("", newer["new_of"]))):
        return _pair(older, newer)
    return None


def _beside(text: str, at: int) -> Pair | None:
    """The older figure, which begins here, given beside the newer one with the words that say when."""
    older = _AGAINST.match(text, at)
    newer = _THEN.search(text, max(0, at - _BACK), at) if older and older["old_when"] else None
    return _pair(older, newer, beside=True) if older and newer else None


def _across(text: str, at: int) -> Pair | None:
    older = _BEFORE_ARROW.search(text, max(0, at - _BACK), at)
    newer = _ARROW.match(text, at) if older else None
    return _pair(older, newer) if older and newer else None


def _pair(older: re.Match[str], newer: re.Match[str], *, beside: bool = False) -> Pair | None:
    old, new = older["old"], newer["new"]
    if prose.is_year(old) or prose.is_year(new):
        return None
    when = older["old_when"] + newer["new_when"]
    return Pair(
        _worth(old),
        _worth(new),
        min(older.start(), newer.start()),
        max(older.end(), newer.end()),
        newer.start() < older.start(),
        beside,
        "20" in when or "19" in when,
        "." not in old + new,
    )


def _worth(count: str) -> float:
    return _WORTH[count.lower()] if count.isalpha() else prose.value(count)

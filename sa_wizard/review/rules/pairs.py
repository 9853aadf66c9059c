"""Two counts set against each other in prose: ``from 18 offences in 2023-24 to 27``, ``to 71 from 48``, ``18 → 27``.

Years and hours are no counts.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from sa_wizard.expressions import Shape
from sa_wizard.review.rules import prose
from sa_wizard.review.rules.counted import Count, count, counts, counts_nothing

_MARKS = (("from ", "nzotfsetw"), ("From ", "nzotfsetw"), ("(", ""))
"""What nearly every pair begins with, and the letters with which a count in words may begin behind it."""
_TO = Shape(r",? to (?:(?:just|only) )?")
_AGAINST = Shape(r"(?:compared (?:with|to)|against) (?:(?:just|only) )?")
_WAY = Shape(r"(?P<way>,? \(?(?:up|down))? ")
_BRACKET = Shape(r",? \(?")
_ARROW = Shape(r"→ ?")
_TO_BEFORE = Shape(r"\bto \Z")
_NO_PART = Shape(r"(?:\b(?:in|per|every) |\w)\Z")
"""What leads to a figure that is no count: one in 10, per 1,000, B12."""
_LONGEST_LEAD = 6
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
    found = [_onward(text, 0, "")] if text[:1].isdigit() else []
    for mark, first in _MARKS:
        if mark in text:
            found += [_onward(text, at, mark) for at in islice(_before_a_count(text, mark, first), _MOST)]
    for word in ("compared ", "against "):
        if word in text:
            found += [_against(text, at) for at in islice(prose.places(text, word), _MOST)]
    if "→" in text:
        found += [_across(text, at) for at in islice(prose.places(text, "→"), _MOST)]
    return [each for each in found if each] if found else []


def _before_a_count(text: str, mark: str, letters: str) -> Iterator[int]:
    """Where a mark stands that a count may follow."""
    for at in prose.places(text, mark):
        first = text[at + len(mark) : at + len(mark) + 1]
        if first.isdecimal() or (first and first in letters):
            yield at


def _onward(text: str, at: int, mark: str) -> Pair | None:
    """A pair whose older figure stands behind a mark, or begins the text."""
    older = count(text, at + len(mark))
    if older is None:
        return None
    to = _TO.match(text, older.end)
    newer = count(text, to.end()) if to else None
    if newer and not counts_nothing(text, newer, len(text)):
        return _pair(older, newer, (at, newer.end))
    if mark == "(":
        return _beside(text, older, at)
    return None if to or mark != "from " else _raised(text, older, at)


def _raised(text: str, older: Count, at: int) -> Pair | None:
    """The older figure behind ``from``, after the newer one: ``to 71 from 48``, ``71 fires, up from 48``."""
    found = None if counts_nothing(text, older, len(text)) else _newer(text, at, _WAY)
    if found is None:
        return None
    newer, between = found
    to = _TO_BEFORE.search(text, max(0, at - _BACK), newer.start)
    if between["way"] or (to and older.of in ("", newer.of)):
        return _pair(older, newer, (to.start() if to else newer.start, older.end), older_last=True)
    return None


def _against(text: str, at: int) -> Pair | None:
    """The older figure behind ``compared with``, ``compared to`` or ``against``."""
    against = _AGAINST.match(text, at)
    older = count(text, against.end()) if against else None
    return _beside(text, older, at) if older else None


def _beside(text: str, older: Count, at: int) -> Pair | None:
    """The older figure, given beside the newer one with the words that say when."""
    found = _newer(text, at, _BRACKET) if older.when else None
    return _pair(older, found[0], (found[0].start, older.end), older_last=True, beside=True) if found else None


def _newer(text: str, at: int, between: Shape) -> tuple[Count, re.Match[str]] | None:
    """The newer figure that leads up to a place, with what stands between."""
    for each in counts(text, max(0, at - _BACK), at):
        if _NO_PART.search(text, max(0, each.start - _LONGEST_LEAD), each.start):
            continue
        gap = None if counts_nothing(text, each, at) else between.fullmatch(text, each.end, at)
        if gap:
            return each, gap
    return None


def _across(text: str, at: int) -> Pair | None:
    """The older figure before an arrow and the newer one behind it."""
    lead = (each for each in counts(text, max(0, at - _BACK), at) if not each.figure.isalpha())
    older = next((each for each in lead if text[each.end : at] in ("", " ")), None)
    arrow = _ARROW.match(text, at) if older else None
    newer = count(text, arrow.end()) if arrow else None
    if older is None or newer is None or counts_nothing(text, newer, len(text)):
        return None
    return _pair(older, newer, (older.start, newer.end))


def _pair(
    older: Count, newer: Count, span: tuple[int, int], *, older_last: bool = False, beside: bool = False
) -> Pair | None:
    if prose.is_year(older.figure) or prose.is_year(newer.figure):
        return None
    when = older.when + newer.when
    whole = "." not in older.figure + newer.figure
    return Pair(older.worth, newer.worth, *span, older_last, beside, "20" in when or "19" in when, whole)

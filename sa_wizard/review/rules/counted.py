"""A count as prose tells it: the figure, then a few words for what is counted, then its period.

``18 offences in 2023-24``, ``twelve (last year)``. What is followed by a unit of time, of distance or of money counts
nothing. Each part is one small expression or one set of words, so that what reads two counts repeats neither.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sa_wizard.expressions import Shape
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
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
_WORTH = {word: float(worth) for worth, word in enumerate(_NUMBERS.split())} | {"none": 0.0}
_SPELLED = "|".join(_WORTH)
_COUNT = Shape(rf"(?>{prose.FIGURE})|\b(?i:{_SPELLED})\b(?!-)")
"""A figure as a whole: 8.1% must not be read as an 8 that something else follows."""
_TIMES = "week day hour hr minute min second month year fortnight term time"
_MEASURES = "mile metre kilometre yard acre degree point pound hundred thousand million billion"
_ONE_FORM = "km kg mph pence bn m k percent percentage per noon midday midnight am pm th st nd rd"
_UNITS = frozenset(f"{unit}{end}" for unit in f"{_TIMES} {_MEASURES}".split() for end in ("", "s")).union(
    _ONE_FORM.split()
)
_UNIT = Shape(r"(?:o[’']clock|[ap]\.m|out of (?:ten|\d{1,3}))\b")
"""A unit of more than one word."""
_UNIT_BEGINS = frozenset(("o", "a", "p", "out"))
_RUN = Shape(r"\w{1,10}(?!\w)")
_NO_COUNT = Shape(
    rf"%|per ?cent|in (?:(?:\d{{1,3}}|{_SPELLED})\b|the (?:morning|afternoon|evening|early))|at night\b|:\d|[-/]\w|of\b"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b"
)
_GAP = Shape(r"\s{0,2}")
_LEADING_ON = """
a an or is was by of to equal equivalent change it this almost nearly about around some roughly approximately over just
under circa only from in on at for with within during since between among across before after until and but while when
whereas where which who that as than compared against the last were are has had have be because though although if so
not also
"""
_NO_WORDS = (UPWARD - {"up", "more"}).union(DOWNWARD, _UNITS, _LEADING_ON.split())
"""What leads on to something else, or is a unit, and is no word for what is counted."""
_WORD = Shape(
    r" (?!(?:up(?! to)|more(?! than[\w-])|less than|out of (?:ten|\d{1,3})|o[’']clock)(?![\w-]))"
    r"(?=(?P<head>[\w-]{1,20}))[a-z][a-z’'-]{1,20}"
)
"""A word that may be one; its head is what stands before an apostrophe. Some lead on with certain words beside them."""
_MOST_WORDS = 3
_OF = " of"
_YEAR = (
    r"(?:(?:in|during|over|for) )?(?:the )?(?:year |12 months )?(?:to |ending |ended )?(?:[A-Z][a-z]{2,8} )?"
    r"(?:19|20)\d\d(?:[-–/]\d{2,4})?+(?!\d|,\d)"
)
_PERIOD = Shape(
    r" \(?(?:(?:in )?(?:last|this|the (?:previous|last|past)) (?:year|quarter|month)|the (?:year|quarter|month) before"
    rf"|a year (?:earlier|before|ago)|{_YEAR})\)?"
)


class Count(NamedTuple):
    """A figure as it is typed, the words for what is counted, its period, and where it begins and all of it ends."""

    figure: str
    of: str
    when: str
    start: int
    end: int

    @property
    def worth(self) -> float:
        """How many it is."""
        return _WORTH[self.figure.lower()] if self.figure.isalpha() else prose.value(self.figure)


def count(text: str, at: int) -> Count | None:
    """The count that stands at a place."""
    figure = _COUNT.match(text, at)
    return _read(text, figure, len(text)) if figure else None


def counts(text: str, start: int, stop: int) -> Iterator[Count]:
    """The counts between two places, as if the text ended there."""
    read = (_read(text, figure, stop) for figure in _COUNT.finditer(text, start, stop))
    return (each for each in read if each)


def counts_nothing(text: str, figure: Count, stop: int) -> bool:
    """Whether what follows a figure at once says that it counts nothing: 8%, 5 weeks, 7 in ten, 5 May, 40 of them."""
    at = figure.start + len(figure.figure)
    gap = _GAP.match(text, at, stop)
    at = gap.end() if gap else at
    return _NO_COUNT.match(text, at, stop) is not None or _is_unit(text, at, stop)


def words(text: str, at: int, most: int, stop: int) -> int:
    """Where the words for what is counted end that follow a place, so many of them at the most."""
    for _ in range(most):
        word = _WORD.match(text, at, stop)
        if word is None or word["head"] in _NO_WORDS:
            break
        at = word.end()
    return at


def _read(text: str, figure: re.Match[str], stop: int) -> Count | None:
    """A figure with what follows it; None when its words end in a unit."""
    start, end = figure.span()
    if not text.startswith(" ", end, stop):
        return Count(figure[0], "", "", start, end)
    of = words(text, end, _MOST_WORDS, stop)
    if of > end and text.startswith(_OF, of, stop):
        owner = words(text, of + len(_OF), 1, stop)
        of = owner if owner > of + len(_OF) else of
    when = ""
    if text.startswith(" ", of, stop):
        if _is_unit(text, of + 1, stop):
            return None
        period = _PERIOD.match(text, of, stop)
        when = period[0] if period else ""
    return Count(figure[0], text[end:of], when, start, of + len(when))


def _is_unit(text: str, at: int, stop: int) -> bool:
    run = _RUN.match(text, at, stop)
    word = run[0] if run else ""
    return word in _UNITS or (word in _UNIT_BEGINS and _UNIT.match(text, at, stop) is not None)

"""The months that a heading or a few words of prose stand for: ``2025/26 (to Dec)``, ``the nine months to May 2025``.

A year of two parts, ``2025/26``, goes from April to March; ``2025`` alone is the calendar year.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sa_wizard.expressions import Rare, Shape
from sa_wizard.review.rules import prose

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLACE = {name[:3]: place for place, name in enumerate(prose.MONTHS)}
_APRIL = 3
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_TO = r" ?(?:to|-|–) ?"
_ONE_YEAR = r"(?:20)?\d\d(?!\d)"
_TWO_YEARS = r"(?<![\d/,.£])(?P<year>(?:19|20)\d\d)(?: ?[/–-] ?(?P<next>(?:20)?\d\d))?(?!\d|,\d|/\d|%)"
_RUN = (
    rf"\b(?P<first>{_MONTH})(?: ['’]?(?P<began>{_ONE_YEAR}))?{_TO}(?P<last>{_MONTH}) ['’]?(?P<ended>{_ONE_YEAR})(?!,\d)"
)
_COUNTED = (
    rf"\b(?:(?P<months>\d{{1,2}}|{'|'.join(_NUMBERS)})[ -]months?|year) (?:to|ending|ended|up to)"
    rf"(?: the end of| end)? (?P<last>{_MONTH}) ['’]?(?P<ended>{_ONE_YEAR})(?!,\d)"
)
_A_RUN = Shape(_RUN, re.IGNORECASE)
_A_COUNT = Rare(
    rf"(?:the |first |last )?{_COUNTED}",
    *(f"{time} {until}" for time in ("month", "months", "year") for until in ("to ", "end", "up to ")),
    flags=re.IGNORECASE,
)
_A_YEAR = Shape(_TWO_YEARS)
_A_PART = Rare(
    rf"(?:up )?to (?:end |the end of )?(?P<stop>{_MONTH})|(?P<first>{_MONTH}){_TO}(?P<last>{_MONTH})"
    rf"|Q(?P<quarter>[1-4])(?:{_TO}Q?(?P<through>[1-4]))?|(?:first )?(?P<months>\d{{1,2}}) months?(?: only)?"
    r"|(?P<unsaid>(?:year )?to date|so far|YTD|part[- ]year)",
    *("to", "-", "–", "q1", "q2", "q3", "q4", "month", "so far", "ytd", "part year"),
    flags=re.IGNORECASE,
)
_WHOLE_YEAR = Shape(rf"(?:\b(?:whole|all|full year|whole year) (?:of |year )?|\b(?:in|for|during) ){_TWO_YEARS}")
_LONGEST = 60


class Span(NamedTuple):
    """A run of months from the ``start``, counted from the year 0; of no length when it says only that it is a part."""

    start: int
    length: int

    @property
    def said(self) -> str:
        """How long it is, in words."""
        return "part of a year" if not self.length else f"{self.length} month{'' if self.length == 1 else 's'}"

    def within(self, other: "Span") -> bool:
        """Whether it is a part of another, as a quarter is of its year."""
        return other.start <= self.start and self.start + (self.length or 1) <= other.start + (other.length or 1)


def heading(text: str) -> Span | None:
    """What a heading that is nothing but a period stands for."""
    words = " ".join(text[:_LONGEST].split())
    run, counted = _A_RUN.fullmatch(words), _A_COUNT.fullmatch(words)
    if run:
        return _run(run)
    if counted:
        return _counted(counted)
    year = _A_YEAR.search(words)
    whole = _year(year) if year else None
    if year is None or whole is None:
        return None
    rest = f"{words[: year.start()]} {words[year.end() :]}".strip(" ,():").removeprefix("FY").strip()
    part = _A_PART.fullmatch(rest)
    return whole if not rest else _part(whole, part) if part else None


def unlike(spans: Sequence[Span]) -> list[int]:
    """Which of some periods have no other of their length beside them, and are neither a part of one nor made of some.

    Fewer than two of different lengths are none.
    """
    odd = []
    for place, span in enumerate(spans):
        others = [*spans[:place], *spans[place + 1 :]]
        if not any(each.length == span.length or each.within(span) or span.within(each) for each in others):
            odd.append(place)
    return odd if len(spans) > 1 else []


def told(sentence: str) -> list[tuple[tuple[int, int], Span]]:
    """The periods that a sentence names, in order, with where they stand."""
    found: list[tuple[tuple[int, int], Span]] = []
    for where, span in _told(sentence):
        if span and not any(where[0] < end and start < where[1] for (start, end), _ in found):
            found.append((where, span))
    return sorted(found, key=lambda pair: pair[0])


def _told(sentence: str) -> Iterator[tuple[tuple[int, int], Span | None]]:
    for shape, read in ((_A_COUNT, _counted), (_A_RUN, _run), (_WHOLE_YEAR, _year)):
        for found in prose.matches(shape, sentence, 10):
            yield found.span(), read(found)


def _run(found: re.Match[str]) -> Span | None:
    ended = _full(found["ended"]) * 12 + _PLACE[found["last"][:3].lower()]
    first = _PLACE[found["first"][:3].lower()]
    began = _full(found["began"]) if found["began"] else (ended - first) // 12
    length = ended - (began * 12 + first) + 1
    return Span(began * 12 + first, length) if length > 0 else None


def _counted(found: re.Match[str]) -> Span | None:
    months = (found["months"] or "12").lower()
    length = _NUMBERS.index(months) + 1 if months in _NUMBERS else int(months)
    ended = _full(found["ended"]) * 12 + _PLACE[found["last"][:3].lower()]
    return Span(ended - length + 1, length) if length else None


def _year(found: re.Match[str]) -> Span | None:
    year, then = int(found["year"]), found["next"]
    if then is None:
        return Span(year * 12, 12)
    return Span(year * 12 + _APRIL, 12) if int(then) % 100 == (year + 1) % 100 else None


def _part(year: Span, found: re.Match[str]) -> Span | None:
    """A part of a year, told by its months, its quarters or their number."""

    def place(month: str) -> int:
        return (_PLACE[month[:3].lower()] - year.start) % 12

    if found["unsaid"]:
        return Span(year.start, 0)
    if found["months"]:
        return Span(year.start, int(found["months"]))
    if found["quarter"]:
        first, last = 3 * int(found["quarter"]) - 3, 3 * int(found["through"] or found["quarter"]) - 1
    else:
        first, last = (0, place(found["stop"])) if found["stop"] else (place(found["first"]), place(found["last"]))
    return Span(year.start + first, last - first + 1) if last >= first else None


def _full(year: str) -> int:
    return int(year) if len(year) > 2 else 2000 + int(year)

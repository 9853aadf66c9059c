"""Periods of whole months, from what was typed to something that can be compared and named."""

import contextlib
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

HOW = "Write the first and the last month, such as 2024-10:2025-09 or October 2024 to September 2025."
"""What to say to whoever wrote a period that was not understood."""

_SPELLINGS = ("%Y-%m", "%B %Y", "%b %Y", "%m/%Y", "%m.%Y", "%Y/%m", "%m-%Y")
"""How people write a month."""
_BETWEEN = (":", " to ", " until ", "–", "—", " - ", "-", "/", ",")
"""What people write between two months. A period is shown with the names of its months."""
_LONGEST = 80
"""Characters of a period that are looked through for two months; nobody writes more."""
_MONTH = re.compile(r"\s*(\d{4})-(\d{1,2})\s*")


class Months(NamedTuple):
    """A run of whole months, both ends included; ``start`` is the first day, ``end`` the last day."""

    start: date
    end: date

    @property
    def length(self) -> int:
        """How many months it covers."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def label(self) -> str:
        """Such as ``October 2024 to September 2025``."""
        first = f"{self.start:%B} {self.start.year}"
        last = f"{self.end:%B} {self.end.year}"
        return first if first == last else f"{first} to {last}"

    @property
    def short(self) -> str:
        """For a title: ``2025`` for a calendar year, else ``2024-25``."""
        if self.start.year == self.end.year:
            return str(self.start.year)
        return f"{self.start.year}-{self.end.year % 100:02d}"


def month(text: object) -> date | None:
    """The first day of a month typed as ``YYYY-MM``, or None."""
    found = _MONTH.fullmatch(text) if isinstance(text, str) else None
    if found is None or not 1 <= int(found[2]) <= 12 or not 1 <= int(found[1]) <= 9998:
        return None
    return date(int(found[1]), int(found[2]), 1)


def spelled(text: str) -> str:
    """A month as people write it (``March 2026``, ``Mar 2026``, ``03/2026``) as ``YYYY-MM``; empty when it is none."""
    for spelling in _SPELLINGS:
        with contextlib.suppress(ValueError):
            return datetime.strptime(text.strip(), spelling).strftime("%Y-%m")  # noqa: DTZ007 - a month has no zone
    return ""


def months(value: object) -> Months | None:
    """The period in a stored value ``{"start": "YYYY-MM", "end": "YYYY-MM"}``; None when unfinished or backwards."""
    if not isinstance(value, Mapping):
        return None
    first, last = month(value.get("start")), month(value.get("end"))
    if first is None or last is None or first > last:
        return None
    after = (last + timedelta(days=31)).replace(day=1)
    return Months(first, after - timedelta(days=1))


def fault(value: object) -> str | None:
    """What is wrong with a stored period, as the end of a sentence; None when right or empty."""
    if not isinstance(value, Mapping):
        return "is not a period"
    typed = {end: str(value.get(end) or "").strip() for end in ("start", "end")}
    if not any(typed.values()):
        return None
    for end, name in (("start", "first"), ("end", "last")):
        if not typed[end]:
            return f"has no {name} month"
        if month(typed[end]) is None:
            return f"has a {name} month {typed[end]!r} that is not a month written YYYY-MM"
    return "runs backwards: its last month comes before its first" if months(value) is None else None


def split(text: str) -> dict[str, str]:
    """A period as people write it (``2024-10:2025-09``, ``Oct 2024 to Sep 2025``, ``10/2024 - 9/2025``), as it is kept.

    One month alone is the first. What is no month stays as it was typed, and ``fault`` says what is wrong with it.
    """
    for between in _BETWEEN if len(text) <= _LONGEST else ():
        at = text.find(between)
        while at >= 0:
            start, end = spelled(text[:at]), spelled(text[at + len(between) :])
            if start and end:
                return {"start": start, "end": end}
            at = text.find(between, at + 1)
    first, _, last = text.partition(":")
    return {"start": spelled(first) or first.strip(), "end": spelled(last) or last.strip()}

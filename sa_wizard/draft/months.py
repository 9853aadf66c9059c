"""Periods of whole months, from what was typed to something that can be compared and named."""

import contextlib
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

_SPELLINGS = ("%Y-%m", "%B %Y", "%b %Y", "%m/%Y", "%m.%Y")
"""How people write a month."""
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
    """A period as typed on the command line, ``YYYY-MM:YYYY-MM``, as it is stored (unchecked)."""
    start, _, end = text.partition(":")
    return {"start": start.strip(), "end": end.strip()}

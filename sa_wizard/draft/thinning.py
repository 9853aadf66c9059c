"""Which versions of a draft stay as they grow old. Pure: it looks at times, promises and sizes only."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Protocol, TypeVar

HOUR, DAY, MONTH = timedelta(hours=1), timedelta(days=1), timedelta(days=31)

MOST = 400
"""Versions of one draft."""

MOST_BYTES = 200_000_000
"""Bytes that the versions of one draft take on the disk. One of 100,000 words takes some 200,000."""

_MONDAY = 3
"""Days from a Monday to the first of January 1970."""


class Dated(Protocol):
    """What is looked at: the time, what it is called, whether a person was promised it, the bytes on the disk."""

    @property
    def time(self) -> datetime:
        """When it was kept."""

    @property
    def name(self) -> str:
        """What it is called; empty for one kept of itself."""

    @property
    def promised(self) -> bool:
        """Whether a person called it so."""

    @property
    def size(self) -> int:
        """Bytes on the disk."""


DatedT = TypeVar("DatedT", bound=Dated)


def thin(versions: Sequence[DatedT], now: datetime) -> tuple[DatedT, ...]:
    """The versions that stay, the newest first.

    All of the last hour; of each hour of the last day, each day (UTC) of the last 31 and each week before, the newest.
    Those that this program called something were kept before a leap, such as a restore: they make way for no other, so
    of them all of the last day stay, and then one of each day and week as well.
    Never more than ``MOST`` or ``MOST_BYTES``, the oldest going first, except that those a person named stay for ever
    and so does the newest of the others: a name is a promise to the person who gave it.
    """
    ordered = sorted(versions, key=lambda each: each.time, reverse=True)
    kept: list[DatedT] = []
    seen: set[tuple[bool, str, int]] = set()
    for each in ordered:
        span = None if each.promised else _span(each, now)
        if span is None or span not in seen:
            kept.append(each)
        if span is not None:
            seen.add(span)
    return _bounded(kept)


def _span(version: Dated, now: datetime) -> tuple[bool, str, int] | None:
    """The hour, day or week of which one version stays; None while all do, also for one from a clock that was ahead."""
    age, leap = now - version.time, bool(version.name)
    if age < (DAY if leap else HOUR):
        return None
    hours = int(version.time.astimezone(UTC).timestamp() // 3600)
    if age < DAY:
        return leap, "hour", hours
    days = hours // 24
    return (leap, "day", days) if age < MONTH else (leap, "week", (days + _MONDAY) // 7)


def _bounded(ordered: Sequence[DatedT]) -> tuple[DatedT, ...]:
    count = sum(1 for each in ordered if each.promised)
    size = sum(each.size for each in ordered if each.promised)
    kept: list[DatedT] = []
    full = False
    alone = True
    for each in ordered:
        if each.promised:
            kept.append(each)
            continue
        count, size = count + 1, size + each.size
        full = full or count > MOST or size > MOST_BYTES
        if alone or not full:
            kept.append(each)
        alone = False
    return tuple(kept)

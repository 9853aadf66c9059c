"""Which version of a draft a person means: its number from the newest, the beginning of its time, or its name."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from difflib import get_close_matches

from sa_wizard.draft.versions import Version
from sa_wizard.errors import UsageProblem

SHOWN = 3
"""Versions named in a refusal."""

_TIME = re.compile(r"\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}(?::\d{2}(?::\d{2}(?:\.\d{1,6})?)?)?)?)?Z?")


def find(every: Sequence[Version], wanted: str) -> Version:
    """The version meant, of those listed newest first; raises UsageProblem naming the nearest when none or several are.

    Times are local as they are listed, or UTC when they end in Z.
    """
    wanted = " ".join(wanted.split())
    if not every:
        raise UsageProblem("No version of this draft is kept yet.", "One is kept as soon as the draft is changed.")
    if wanted.isascii() and wanted.isdecimal():
        number = int(wanted[:9])
        if 1 <= number <= len(every):
            return every[number - 1]
        raise UsageProblem(f"There is no version {wanted[:9]}.", f"They are numbered from 1 to {len(every)}. {_LIST}")
    matching = [each for each in every if _begins(each, wanted)] if _TIME.fullmatch(wanted) else []
    matching = matching or [each for each in every if each.name and each.name.casefold() == wanted.casefold()]
    if len(matching) == 1:
        return matching[0]
    if matching:
        raise UsageProblem(
            f"{len(matching)} versions are meant by {wanted!r}.", f"Choose one of {_told(every, matching)}. {_LIST}"
        )
    raise UsageProblem(
        f"There is no version {wanted[:60]!r}.", f"The nearest: {_told(every, _near(every, wanted))}. {_LIST}"
    )


def local(time: datetime) -> str:
    """A time as people read it, in their own zone, such as ``2026-11-28 10:15:03``."""
    return time.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def exact(time: datetime) -> str:
    """A time that names one version for ever, in UTC, such as ``2026-11-28T10:15:03.000250Z``."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


_LIST = "'sa-wizard versions DRAFT' lists them."


def _begins(version: Version, wanted: str) -> bool:
    if wanted.endswith("Z"):
        return exact(version.time).startswith(wanted[:-1].replace(" ", "T"))
    return version.time.astimezone().strftime("%Y-%m-%dT%H:%M:%S.%f").startswith(wanted.replace(" ", "T"))


def _near(every: Sequence[Version], wanted: str) -> Sequence[Version]:
    """The nearest in time to a time, the most alike in name to a name, and otherwise the newest."""
    if _TIME.fullmatch(wanted):
        at = _moment(wanted)
        return sorted(every, key=lambda each: abs(each.time - at))[:SHOWN] if at else every[:SHOWN]
    names = {each.name.casefold(): each for each in every if each.name}
    near = get_close_matches(wanted.casefold(), names, SHOWN, 0.5)
    return [names[name] for name in near] or every[:SHOWN]


def _moment(wanted: str) -> datetime | None:
    """The moment a time begins at; None when there is no such day or hour."""
    text = wanted.removesuffix("Z").replace(" ", "T")
    whole = text + "0000-01-01T00:00:00"[len(text) :] if len(text) < 19 else text[:19]
    try:
        moment = datetime.fromisoformat(whole)
        return moment.replace(tzinfo=UTC) if wanted.endswith("Z") else moment.astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def _told(every: Sequence[Version], some: Sequence[Version]) -> str:
    """Such as ``2 (2026-11-28 10:15:03, "before the board")``."""
    told = []
    for each in some[:SHOWN]:
        named = f", “{each.name}”" if each.name else ""
        told.append(f"{every.index(each) + 1} ({local(each.time)}{named})")
    return "; ".join(told) + ("; and more" if len(some) > SHOWN else "")

"""Begin a draft: its first answers, and a first write that never replaces a file. Both front ends begin here."""

import contextlib
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.lineage import new_id
from sa_wizard.draft.months import fault, months
from sa_wizard.draft.paths import resolve
from sa_wizard.draft.store import SUFFIX, cannot_write
from sa_wizard.draft.values import Json, fit
from sa_wizard.errors import CannotWrite, UsageProblem
from sa_wizard.folders import templates_dir
from sa_wizard.outline.spec import Outline

ONLY_IN_ENGLAND = {
    "two-tier": "Wales has no county tier, so no area there is two-tier.",
    "london": "London boroughs are in England, not in Wales.",
}
"""Kinds of area that Wales does not have, and why."""


def begin(outline: Outline, answers: Mapping[str, Json]) -> Draft:
    """A draft with its first answers by path; raises UsageProblem for answers that cannot stand together."""
    draft = replace(start(outline), id=new_id())
    for path, value in answers.items():
        target = resolve(outline, path)
        draft = draft.with_value(target, fit(target.kind, target.record, value, path))
    _refuse(draft)
    return draft


def create(path: Path, content: bytes) -> None:
    """Write a new file, private to its owner. Raises UsageProblem when there is one already, else CannotWrite."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError as error:
        raise UsageProblem(
            f"{path} is there already, and starting a draft never replaces a file.",
            "Choose another name, or open the one that is there.",
        ) from error
    except OSError as error:
        raise cannot_write(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        with contextlib.suppress(OSError):
            path.unlink()
        raise cannot_write(path, error) from error


def example() -> bytes:
    """The finished worked example that comes with the program, as the bytes of a draft file."""
    found = sorted((templates_dir() / "examples").glob(f"*{SUFFIX}"))
    if not found:
        raise CannotWrite("The worked example did not come with this copy of sa-wizard.", "Install the program again.")
    return found[0].read_bytes()


def _refuse(draft: Draft) -> None:
    kind = draft.text("about.area_type")
    if draft.text("about.nation") == "wales" and kind in ONLY_IN_ENGLAND:
        raise UsageProblem(ONLY_IN_ENGLAND[kind], "Leave the kind of area out for Wales.")
    for path, called in (("about.period", "period"), ("about.previous_period", "previous period")):
        value = draft.get(path)
        told = fault(value) if value is not None else None
        if told:
            raise UsageProblem(f"The {called} {told}.", "Write it as YYYY-MM:YYYY-MM, first month and last month.")
    now, before = months(draft.get("about.period")), months(draft.get("about.previous_period"))
    if now and before and before.start >= now.start:
        raise UsageProblem(
            f"The previous period ({before.label}) does not come before the period covered ({now.label}).",
            "Give the earlier one as the previous period.",
        )

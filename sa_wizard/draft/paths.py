"""Paths name one answer: ``section.field``, and inside records ``section.field[2].column`` (counted from 0)."""

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sa_wizard.errors import UsageProblem
from sa_wizard.outline.columns import Column
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field, Outline, Section

if TYPE_CHECKING:
    from sa_wizard.draft.draft import Draft

_HEAD = re.compile(r"([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)")
_STEP = re.compile(r"\[(\d{1,6})\](?:\.([a-z][a-z0-9_]*))?")


class Target(NamedTuple):
    """Where a path leads: the field that keeps the value, and the way into its records.

    ``steps`` alternates row number and column: ``(2, "reasons", 0, "reason")``.
    ``seen_in`` is the section and field the path was written with, which differ from where it is kept for a view.
    """

    section: Section
    field: Field
    steps: tuple[int | str, ...]
    column: Column | None
    seen_in: tuple[Section, Field]

    @property
    def path(self) -> str:
        """The path of the place that keeps the value."""
        return f"{self.section.id}.{self.field.id}{written(self.steps)}"

    @property
    def is_row(self) -> bool:
        """Whether it names a whole row rather than a value in it."""
        return bool(self.steps) and isinstance(self.steps[-1], int)

    @property
    def kind(self) -> str:
        """The kind of value there: of the field or of the column; ``row`` for a whole row."""
        if self.is_row:
            return "row"
        return self.column.kind if self.column else self.field.kind

    @property
    def record(self) -> str:
        """The record type of the rows there, for records and rows; otherwise empty."""
        inner = self.column.record if self.column else ""
        return inner or (self.field.record or "" if self.column is None else "")


def written(steps: tuple[int | str, ...]) -> str:
    """The steps as they are written in a path."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)


def head(path: str) -> str:
    """The ``section.field`` a path begins with."""
    return path.partition("[")[0]


def within(path: str, place: str) -> bool:
    """Whether a place is at a path or inside it: ``levels.topics[1].name`` is in ``levels.topics[1]``."""
    return place.startswith(path) and place[len(path) :][:1] in ("", "[", ".")


def resolve(outline: Outline, path: str) -> Target:
    """Where a path leads in this outline; raises UsageProblem when it leads nowhere."""
    found = _HEAD.match(path)
    seen = outline.find(found[0]) if found else None
    if found is None or seen is None:
        raise UsageProblem(
            f"There is no field {path!r} in this outline.", "'sa-wizard fields DRAFT' lists every field with its path."
        )
    section, field = outline.find(seen[1].of) or seen if seen[1].of else seen
    steps, column = _steps(path, path[found.end() :], field)
    return Target(section, field, steps, column, seen)


def _steps(path: str, rest: str, field: Field) -> tuple[tuple[int | str, ...], Column | None]:
    steps: list[int | str] = []
    column: Column | None = None
    record = field.record or ""
    while rest:
        step = _STEP.match(rest)
        if step is None or not record or (step[2] is None and step.end() < len(rest)):
            raise UsageProblem(
                f"The path {path!r} goes wrong at {rest!r}.", "Write it like levels.topics[0].name, counting from 0."
            )
        steps.append(int(step[1]))
        rest = rest[step.end() :]
        if step[2] is None:
            break
        column = RECORDS[record].column(step[2]) if step[2] != "id" else Column(id="id", kind="line", label="Id")
        if column is None:
            names = ", ".join(each.id for each in RECORDS[record].columns())
            raise UsageProblem(f"{_a(record)} has no {step[2]!r}.", f"It has: {names}.")
        steps.append(step[2])
        record = column.record
    if steps and isinstance(steps[-1], int):
        column = None if len(steps) == 1 else column
    return tuple(steps), column


def _a(record: str) -> str:
    """A record as the screens call it: ``A problem``, ``An information gap``."""
    name = {"topic": "problem", "candidate": "issue"}.get(record, record.replace("_", " "))
    return f"{'An' if name[0] in 'aeiou' else 'A'} {name}"


def existing(outline: Outline, draft: "Draft", path: str) -> Target:
    """Where a path leads; raises UsageProblem also when it names an entry that the draft does not have."""
    target = resolve(outline, path)
    here: Any = draft.get(f"{target.section.id}.{target.field.id}")
    for step in target.steps:
        if isinstance(step, str):
            here = here.get(step)
            continue
        rows = here if isinstance(here, list) else []
        if step >= len(rows):
            have = "there is 1" if len(rows) == 1 else f"there are {len(rows)}"
            raise UsageProblem(
                f"{path} names an entry that is not there ({have}, counted from 0).",
                "'sa-wizard get DRAFT' with the path before the bracket shows the entries.",
            )
        here = rows[step]
    return target

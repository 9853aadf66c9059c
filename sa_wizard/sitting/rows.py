"""Entries of records as lines of a list: a name, the figures that matter, and what is still to do. Pure text."""

from collections.abc import Sequence
from typing import NamedTuple

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.months import months
from sa_wizard.draft.paths import resolve
from sa_wizard.draft.values import Json, Row, shown_number
from sa_wizard.figures.change import change
from sa_wizard.outline.columns import Column, Record
from sa_wizard.outline.records import RECORDS, Topic

SHORT = ("line", "choice", "number", "period", "links")
NAMELESS = "(no name yet)"
CHANGE_COLUMNS = frozenset(("previous_count", "nature", "reasons"))
"""A view of topics that shows any of these is about change, so its lines show the change."""


class Line(NamedTuple):
    """One entry: its cells, left to right, and how many of its columns are answered."""

    cells: tuple[str, ...]
    done: int
    total: int


class Table(NamedTuple):
    """A list of entries ready to draw: headings and lines with the same number of cells."""

    headings: tuple[str, ...]
    lines: tuple[Line, ...]


def table(asked: Asked, path: str, columns: Sequence[str]) -> Table:
    """The entries of the records at a path, by the columns one field asks for (all of them when it names none)."""
    target = resolve(asked.outline, path)
    record = RECORDS[target.record]
    shown = [column for column in record.columns() if not columns or column.id in columns]
    rows: list[Row] = asked.draft.at(target)
    title = record.title_column()
    headings: tuple[str, ...]
    if record is Topic and CHANGE_COLUMNS & {column.id for column in shown}:
        headings = ("Problem", "Before", "Now", "Change")
        cells = [_change_cells(row) for row in rows]
    else:
        short = [column for column in shown if column.kind in SHORT and column.id != title][:2]
        headings = (_label(record, title), *(column.label for column in short))
        cells = [(name(record, row), *(cell(asked, column, row.get(column.id)) for column in short)) for row in rows]
    counted = [column for column in shown if column.id != title] or shown
    if rows:
        from sa_wizard.review.answers import answered
    lines = tuple(
        Line(parts, sum(answered(row.get(column.id)) for column in counted), len(counted))
        for parts, row in zip(cells, rows, strict=True)
    )
    return Table(headings, lines)


def name(record: type[Record], row: Row) -> str:
    """What a row is called."""
    return record.lenient(row).shown.strip() or NAMELESS


def names_of(asked: Asked, to: str, links: Json) -> list[str]:
    """The names of linked records; a link to nothing says so."""
    names = asked.names(to)
    return [names[link] or NAMELESS if link in names else f"{link} (no longer listed)" for link in links or []]


def choices(asked: Asked, to: str) -> list[tuple[str, str]]:
    """Every record that a link to this path can choose: id and name."""
    names = asked.names(to)
    ids = (str(row.get("id", "")) for row in asked.draft.get(to) or [])
    return [(link, names.get(link) or NAMELESS) for link in ids]


def cell(asked: Asked, column: Column, value: Json) -> str:
    """One answer as a short piece of a line."""
    if column.kind == "choice":
        return next((choice.shown for choice in column.choices if choice.value == value), str(value or ""))
    if column.kind == "period":
        found = months(value)
        return found.label if found else ""
    if column.kind == "links":
        return "; ".join(names_of(asked, column.to, value))
    return shown_number(value)


def _change_cells(row: Row) -> tuple[str, ...]:
    before, now = row.get("previous_count"), row.get("count")
    changed = change(before, now)
    return (name(Topic, row), shown_number(before), shown_number(now), changed.percent_words if changed else "")


def _label(record: type[Record], column: str) -> str:
    found = record.column(column)
    return found.label if found else ""

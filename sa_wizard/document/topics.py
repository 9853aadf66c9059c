"""Problems in print: how much, what has changed, and one block for each problem.

Every table names its periods, small counts get no per cent, and a difference that is more than chance is marked.
"""

from collections.abc import Iterator, Sequence

from sa_wizard.document.layouts import LAYOUTS
from sa_wizard.document.phrases import lower_first
from sa_wizard.document.prose import cell, inline
from sa_wizard.document.records import printed, under_names, value_cell
from sa_wizard.document.view import Block, Styled, Table
from sa_wizard.document.writing import LONG, Writing, header_period
from sa_wizard.draft.months import Months, months
from sa_wizard.draft.values import Row, is_empty, shown_number
from sa_wizard.figures.change import Change, change
from sa_wizard.outline.columns import Column
from sa_wizard.outline.spec import Field, Section

KEY_FACT = "Key Fact"
CHANGE = "change"
"""The key of the table of changes."""

_LEVEL_ONLY = ("strand", "measure", "rate")
_LEVEL = (*_LEVEL_ONLY, "count")
_CHANGE = ("previous_count", "previous_period")
_EXPLAINS = ("nature", "reasons", "narrative")
"""Columns that call for the figures to be said again beside them."""


def blocks(writing: Writing, section: Section, field: Field, level: int) -> list[Block]:
    """A field of problems in print: the tables its columns call for, then a block for each problem."""
    rows = writing.rows(section, field)
    columns = printed(writing, section, field, rows)
    own = {column.id for column in writing.own(section, field)}
    names = {column.id for column in columns if column.id in own}
    counted = [row for row in rows if not (is_empty(row.get("count")) and is_empty(row.get("previous_count")))]
    changes = bool(counted and names.intersection(_CHANGE))
    said = {"name"}
    out: list[Block] = []
    if names.intersection(_LEVEL) and (not changes or names.intersection(_LEVEL_ONLY)):
        out.append(levels_table(writing, field, columns, rows))
        said.update((*_LEVEL, "period"))
    if changes:
        out.append(change_table(writing, field, counted))
        said.update(("count", *_CHANGE, "period"))
    rest = [column for column in columns if column.id not in said and (column.id in own or column.kind in LONG)]
    opening = _figures if names.intersection(_EXPLAINS) else _nothing
    return [*out, *under_names(writing, field, rows, rest, level, opening=opening)]


def levels_table(writing: Writing, field: Field, columns: Sequence[Column], rows: Sequence[Row]) -> Table:
    """One row for each problem: what is counted, how many in this period, and the rate with its denominator."""
    period = writing.asked.period
    layout = LAYOUTS["topic"]
    shown = [column for column in columns if column.id in ("name", *_LEVEL)]
    headers = [
        (header_period(period) or "This period", True)
        if column.id == "count"
        else (layout.label(column.id, column.label), False)
        for column in shown
    ]
    cells = [[value_cell(writing, column, row) for column in shown] for row in rows]
    caption = f"Levels by problem, {period.label}" if period else "Levels by problem"
    notes = [
        f"{inline(_named(row))} is counted over {inline(writing.words('period', row['period']))}."
        for row in rows
        if not is_empty(row.get("period")) and months(row["period"]) != period
    ]
    lead = "{table} shows the level of each problem."
    return writing.table(caption, headers, cells, notes, lead=lead, apart=field.label)


def change_table(writing: Writing, field: Field, rows: Sequence[Row]) -> Table:
    """One row for each problem that has a count: both periods, the difference in number and in per cent."""
    now, before = writing.asked.period, writing.asked.previous_period
    alike = [_alike(row, now, before) for row in rows]
    changes = [change(row.get("previous_count"), row.get("count")) for row in rows]
    headers = [
        ("Problem", False),
        (header_period(before) or "Previous period", True),
        (header_period(now) or "This period", True),
        ("Difference", True),
        ("Change", True),
        ("More than chance", False),
    ]
    cells = [
        [cell(_named(row)), *_both_counts(row), *_change_cells(found, like)]
        for row, found, like in zip(rows, changes, alike, strict=True)
    ]
    between = f", {before.label} compared with {now.label}" if now and before else ""
    notes = [*_reading_notes(writing, changes, alike), *_period_notes(writing, rows)]
    caption = f"Change by problem{between}"
    lead = "{table} shows how each problem has changed since the previous period."
    return writing.table(caption, headers, cells, notes, lead=lead, apart=field.label, key=CHANGE)


def _both_counts(row: Row) -> Iterator[str]:
    for name in ("previous_count", "count"):
        yield cell(shown_number(row.get(name)))


def _change_cells(found: Change | None, alike: bool) -> Iterator[str]:
    yield found.difference_words if found else ""
    yield found.percent_words if found else ""
    yield ("Yes" if found.material else "No") if found and alike else ""


def _period_notes(writing: Writing, rows: Sequence[Row]) -> Iterator[str]:
    """Which problems are counted over periods of their own, so that both periods of every row are named."""
    asked = writing.asked
    for row in rows:
        now, before = row.get("period"), row.get("previous_period")
        other = [
            f"{count} covers {writing.words('period', typed)}"
            for count, typed, usual in (
                ("this count", now, asked.period),
                ("the previous count", before, asked.previous_period),
            )
            if not is_empty(typed) and months(typed) != usual
        ]
        if other:
            yield inline(f"{_named(row)}: {' and '.join(other)}.")


def _reading_notes(writing: Writing, changes: Sequence[Change | None], alike: Sequence[bool]) -> Iterator[str]:
    """How to read the last columns, each said only when the table needs it."""
    title, when = writing.asked.draft.text("about.previous_title"), writing.asked.draft.text("about.previous_date")
    if title.strip():
        yield inline(f"The previous assessment is {title.strip()}{f', {when.strip()}' if when.strip() else ''}.")
    found = [each for each in changes if each]
    if any(each.percent is None for each in found):
        yield "Where the earlier count is below 20, the two counts are given in place of a percentage."
    if any(like and each for like, each in zip(alike, changes, strict=True)):
        yield "More than chance: the difference is larger than two counts of this size usually show by chance alone."
    if any(each and not like for like, each in zip(alike, changes, strict=True)):
        yield "Where the two periods differ in length, the counts are not alike and are not tested for chance."


def _alike(row: Row, now: Months | None, before: Months | None) -> bool:
    """Whether both counts cover periods of the same length; unknown periods are taken to be alike."""
    this = months(row.get("period")) or now
    last = months(row.get("previous_period")) or before
    return this is None or last is None or this.length == last.length


def _nothing(_: Row) -> Sequence[Block]:
    return ()


def _figures(row: Row) -> Sequence[Block]:
    """The figures of a problem in one line, for the head of its block."""
    count, previous = row.get("count"), row.get("previous_count")
    measure = str(row.get("measure") or "").strip()
    rate = str(row.get("rate") or "").strip()
    if is_empty(count):
        return ()
    found = change(previous, count)
    words = f"{shown_number(count)} {lower_first(measure)}".strip()
    if found:
        moved = found.difference_words + (f", {found.percent_words}" if found.percent is not None else "")
        words += f", against {shown_number(previous)} in the previous period ({moved})"
    words += f". Rate: {rate}." if rate else "."
    return (Styled(KEY_FACT, inline(words), CHANGE if found else ""),)


def _named(row: Row) -> str:
    return str(row.get("name") or "").strip() or "A problem without a name"

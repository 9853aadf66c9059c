"""Records in print: short columns side by side in a table, texts in labelled paragraphs under the record's name.

Why not one table: a paragraph in a narrow cell is unreadable on paper and worse through a screen reader.
"""

from collections.abc import Callable, Iterator, Sequence

from sa_wizard.document.layouts import LAYOUTS, Layout
from sa_wizard.document.phrases import (
    ITALIC,
    ended,
    fact,
    is_brief,
    labelled,
    one_line,
    paragraphs,
    sentence,
    text_cell,
)
from sa_wizard.document.prose import cell, inline
from sa_wizard.document.view import Block, Entry, Labelled
from sa_wizard.document.writing import LONG, Writing
from sa_wizard.draft.values import Json, Row, is_empty
from sa_wizard.outline.columns import Column
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field, Section

_ROOM = {1: 240, 2: 240, 3: 150, 4: 90}
"""Characters of a text that may join a table, by how many short columns there are already."""

_CROWDED = 5
"""A table with this many columns takes nothing more than a few words."""

_FEW_NAMES = 45
"""Characters of linked names that still read well in a narrow cell."""

_LAST_NAMES = 100
"""Characters of linked names when they are all that is missing from a table with room."""

_COMPACT = 560
"""Characters: what is left of a record is one paragraph when it is no longer than this."""

Opening = Callable[[Row], Sequence[Block]]
"""What stands first under a record's heading, before its own columns."""


def generic(writing: Writing, section: Section, field: Field, level: int) -> list[Block]:
    """A records field in print: its table, then its paragraphs. ``level`` is that of the heading above."""
    rows = writing.rows(section, field)
    columns = printed(writing, section, field, rows)
    layout = layout_of(field)
    tabled = choose(writing, field, columns, rows, layout)
    blocks: list[Block] = []
    if tabled:
        cells = [[value_cell(writing, column, row) for column in tabled] for row in rows]
        if layout.numbered:
            cells = [[f"{place}. {name}", *rest] for place, (name, *rest) in enumerate(cells, start=1)]
        headers = [(layout.label(column.id, column.label), column.kind == "number") for column in tabled]
        blocks.append(writing.table(layout.caption, headers, cells, lead=layout.lead, apart=field.label))
    rest = [column for column in columns if column not in tabled and column.id != title_of(field)]
    return [*blocks, *under_names(writing, field, rows, rest, level, after_table=bool(tabled))]


def layout_of(field: Field) -> Layout:
    """How the records of a field read best."""
    return LAYOUTS.get(field.record or "", Layout(field.label))


def title_of(field: Field) -> str:
    """The id of the column that names a record of this field."""
    return RECORDS[field.record or ""].title_column()


def printed(writing: Writing, section: Section, field: Field, rows: list[Row]) -> list[Column]:
    """The columns a field prints: those with an answer in some row, the name always and first."""
    record = RECORDS[field.record or ""]
    name = record.column(record.title_column())
    asked = [column for column in writing.columns(section, field) if column != name]
    filled = [column for column in asked if any(not is_empty(row.get(column.id)) for row in rows)]
    return [*([name] if name else []), *filled]


def choose(writing: Writing, field: Field, columns: list[Column], rows: list[Row], layout: Layout) -> list[Column]:
    """The columns that go in the table; none when the records read better as blocks."""
    known = {column.id: column for column in columns}
    long = [column for column in columns if column.kind in LONG]
    if layout.blocks and long:
        return []
    narrow = {column.id for column in columns if _is_narrow(writing, column, rows, _FEW_NAMES)}
    wanted = [known[name] for name in layout.table if name in narrow] or [
        column for column in columns if column.id in narrow
    ]
    room = layout.room or _ROOM.get(len(wanted), 40)
    wanted += [
        known[name]
        for name in layout.brief
        if name in known and all(is_brief(str(row.get(name) or ""), room) for row in rows)
    ]
    rest = [column for column in columns if column not in wanted and column.id != title_of(field)]
    if len(rest) == 1 and _is_narrow(writing, rest[0], rows, _LAST_NAMES) and 1 < len(wanted) < _CROWDED:
        wanted += rest
    only_name = [column.id for column in wanted] == [title_of(field)]
    return [] if only_name and len(columns) > 1 else wanted


def _is_narrow(writing: Writing, column: Column, rows: list[Row], names: int) -> bool:
    """Whether a column can stand in a table: a short kind, and no more than a few names."""
    if column.kind != "links":
        return column.kind not in LONG
    return all(len(writing.words("links", row.get(column.id), (), column.to)) <= names for row in rows)


def value_cell(writing: Writing, column: Column, row: Row) -> str:
    """One value as a safe cell."""
    value = row.get(column.id)
    if column.kind == "text":
        return text_cell(str(value or ""))
    return cell(writing.words(column.kind, value, column.choices, column.to))


def under_names(  # noqa: PLR0913 - what is printed, of which records, how deep
    writing: Writing,
    field: Field,
    rows: list[Row],
    columns: list[Column],
    level: int,
    *,
    opening: Opening = lambda _: (),
    after_table: bool = True,
) -> list[Block]:
    """The columns of each record under its name.

    When there is one column only, its label stands once and each name runs into its text; when there are more but all
    are short, each record is one paragraph; otherwise every record has a heading of its own.
    """
    if not columns:
        return []
    layout = layout_of(field)
    if len(columns) == 1 and columns[0].kind == "text" and not layout.blocks and columns[0].id != layout.bare:
        return _one_column(writing, field, rows, columns[0], level)
    if _is_compact(writing, layout, rows, columns):
        head = [writing.heading(layout.more, level + 1, f"{field.id}-more")] if after_table else []
        return [*head, *_compact(writing, field, rows, columns)]
    blocks: list[Block] = []
    for number, row in enumerate(rows, start=1):
        inner = [block for column in columns for block in value_blocks(writing, layout, column, row, level + 1)]
        if inner:
            words = called(field, row, number)
            if layout.numbered:
                words = f"{layout.numbered} {number}: {words}"
            heading = writing.heading(words, level + 1, f"{field.id}-{number}")
            blocks.append(Entry(heading, (*opening(row), *inner)))
    return blocks


def called(field: Field, row: Row, number: int) -> str:
    """What a record is called in a heading; one without a name by its place."""
    return str(row.get(title_of(field)) or "").strip() or f"Entry {number}"


def _one_column(writing: Writing, field: Field, rows: list[Row], column: Column, level: int) -> list[Block]:
    told = [(number, row) for number, row in enumerate(rows, start=1) if not is_empty(row.get(column.id))]
    if not told:
        return []
    heading = writing.heading(layout_of(field).label(column.id, column.label), level + 1, f"{field.id}-{column.id}")
    return [heading, *(labelled(called(field, row, number), str(row[column.id]), level + 1) for number, row in told)]


def _is_compact(writing: Writing, layout: Layout, rows: list[Row], columns: list[Column]) -> bool:
    """Whether what the table does not hold is so little that a heading for each record would be louder than it."""
    if layout.blocks or layout.bare or any(column.kind == "records" for column in columns):
        return False
    said = [[_short_words(writing, column, row) for column in columns] for row in rows]
    return all("\n" not in word for words in said for word in words) and max(map(_length, said)) <= _COMPACT


def _compact(writing: Writing, field: Field, rows: list[Row], columns: list[Column]) -> list[Block]:
    """Each record as one paragraph: its name in bold, then what it says under italic labels."""
    layout = layout_of(field)
    blocks: list[Block] = []
    for number, row in enumerate(rows, start=1):
        said = [
            f"*{ended(layout.labels.get(column.id, column.label))}* {sentence(words)}"
            for column in columns
            if (words := _short_cell(writing, column, row))
        ]
        if said:
            blocks.append(Labelled(ended(called(field, row, number)), " ".join(said)))
    return blocks


def _short_words(writing: Writing, column: Column, row: Row) -> str:
    """A value as typed, or in words when it is not a text."""
    value = row.get(column.id)
    return (
        str(value or "").strip()
        if column.kind == "text"
        else writing.words(column.kind, value, column.choices, column.to)
    )


def _short_cell(writing: Writing, column: Column, row: Row) -> str:
    words = _short_words(writing, column, row)
    return one_line(words) if column.kind == "text" else inline(words)


def _length(words: Sequence[str]) -> int:
    return sum(len(word) for word in words)


def value_blocks(writing: Writing, layout: Layout, column: Column, row: Row, level: int) -> Iterator[Block]:
    """One value of a record as a labelled paragraph, or several for records inside it."""
    value = row.get(column.id)
    if is_empty(value):
        return
    label = layout.labels.get(column.id, column.label)
    if column.kind == "records":
        yield from _nested(writing, column, value, level)
    elif column.kind != "text":
        yield fact(label, writing.words(column.kind, value, column.choices, column.to))
    elif column.id == layout.bare:
        yield paragraphs(str(value), level)
    else:
        yield labelled(label, str(value), level)


def _nested(writing: Writing, column: Column, rows: Json, level: int) -> Iterator[Labelled]:
    """Records inside a record, such as the reasons of a problem: a numbered line in bold, then what each one says."""
    record = RECORDS[column.record]
    name = record.title_column()
    columns = [each for each in record.columns() if each.id != name]
    filled = [row for row in rows if not is_empty(row)]
    for number, row in enumerate(filled, start=1):
        words = str(row.get(name) or "").strip() or "Not stated"
        short = [
            f"{each.label}: {said}"
            for each in columns
            if each.kind not in LONG and (said := writing.words(each.kind, row.get(each.id), each.choices, each.to))
        ]
        count = f" {number}" if len(filled) > 1 else ""
        kind = record.type_name.replace("_", " ").capitalize()
        lead = f"{kind}{count}: {words}"
        yield Labelled(inline(lead if lead.endswith((".", "?", "!")) else f"{lead}."), inline(_sentences(short)))
        for each in columns:
            if each.kind in LONG and not is_empty(row.get(each.id)):
                yield labelled(each.label, str(row[each.id]), level, ITALIC)


def _sentences(parts: Sequence[str]) -> str:
    return " ".join(f"{part}." for part in parts)

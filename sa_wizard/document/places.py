"""Places and candidate issues in print: two tables with figures that are worked out when they were not typed."""

from collections.abc import Mapping, Sequence

from sa_wizard.document.layouts import LAYOUTS
from sa_wizard.document.phrases import lower_first
from sa_wizard.document.prose import inline
from sa_wizard.document.records import choose, printed, under_names, value_cell
from sa_wizard.document.view import Block
from sa_wizard.document.writing import Writing, header_period
from sa_wizard.draft.values import Json, Row, is_empty
from sa_wizard.figures.change import change, is_count, plain
from sa_wizard.outline.columns import Column
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field, Section

_SAID_ONCE = ("kind", "topics", "measure")
"""Columns of a place that go into the caption or a note when every row says the same."""


def places(writing: Writing, section: Section, field: Field, level: int) -> list[Block]:
    """Places in the order the author gave them: counts, change, rate and share; a total when rows can be added up."""
    rows = writing.rows(section, field)
    columns = printed(writing, section, field, rows)
    layout = LAYOUTS["place"]
    same = {name: _same(writing, columns, name, rows) for name in _SAID_ONCE}
    if not same["measure"]:
        same["kind"] = ""
    tabled = [column for column in choose(writing, field, columns, rows, layout) if not same.get(column.id)]
    tabled = _with_change(tabled, rows)
    period, before = writing.asked.period, writing.asked.previous_period
    own = {"count": header_period(period), "previous_count": header_period(before)}
    headers = [
        (own.get(column.id) or layout.label(column.id, column.label), _is_figures(column, rows)) for column in tabled
    ]
    cells = [[_place_cell(writing, column, row) for column in tabled] for row in rows]
    one_kind = same["kind"] or not any(column.id == "kind" for column in columns)
    total = _total(tabled, rows) if same["measure"] and one_kind else []
    notes = [f"{inline('Problem: ' + same['topics'])}."] if same["topics"] else []
    if any(is_empty(row.get("change")) and _changed(row).startswith("from ") for row in rows):
        notes.append("Where the earlier count is below 20, the two counts are given in place of a percentage.")
    caption = _caption(same, layout.caption) + (f", {period.label}" if period else "")
    table = (
        [writing.table(caption, headers, [*cells, *total], notes, lead=layout.lead, apart=field.label)]
        if tabled
        else []
    )
    said = {"name", "change", *(name for name in _SAID_ONCE if same[name])}
    rest = [column for column in columns if column not in tabled and column.id not in said]
    return [*table, *under_names(writing, field, rows, rest, level)]


def candidates(writing: Writing, section: Section, field: Field, level: int) -> list[Block]:
    """The scoring table; a score that was left blank is likelihood times harm. Reasons stand below."""
    rows = writing.rows(section, field)
    scored = [_scored(row) for row in rows]
    worked_out = any(old is not new for old, new in zip(rows, scored, strict=True))
    links = RECORDS["candidate"].column("topics")
    scored = [{**row, "topics": []} if links and _says_no_more(writing, links, row) else row for row in scored]
    columns = printed(writing, section, field, scored)
    layout = LAYOUTS["candidate"]
    tabled = choose(writing, field, columns, scored, layout)
    headers = [(layout.label(column.id, column.label), _is_figures(column, rows)) for column in tabled]
    cells = [[value_cell(writing, column, row) for column in tabled] for row in scored]
    notes = ["Where no score was given, it is likelihood times harm."] if worked_out else []
    table = (
        [writing.table(layout.caption, headers, cells, notes, lead=layout.lead, apart=field.label)] if tabled else []
    )
    rest = [column for column in columns if column not in tabled and column.id != "issue"]
    return [*table, *under_names(writing, field, scored, rest, level)]


_FEW = 12
"""Characters: a share or change as printed is a figure to be aligned as one; longer, it is words."""


def _is_figures(column: Column, rows: Sequence[Row]) -> bool:
    if column.id in ("share", "change"):
        return all(len(str(row.get(column.id) or "")) <= _FEW for row in rows)
    return column.kind == "number"


def _same(writing: Writing, columns: Sequence[Column], name: str, rows: Sequence[Row]) -> str:
    """What every row says in a column, when it is the same and there are several; otherwise nothing."""
    column = next((each for each in columns if each.id == name), None)
    if column is None or len(rows) < 2:
        return ""
    said = {writing.words(column.kind, row.get(name), column.choices, column.to) for row in rows}
    return said.pop() if len(said) == 1 else ""


def _caption(same: dict[str, str], otherwise: str) -> str:
    if not same["measure"]:
        return otherwise
    return f"{same['measure']} by {lower_first(same['kind'])}" if same["kind"] else f"{same['measure']} by place"


def _with_change(tabled: list[Column], rows: Sequence[Row]) -> list[Column]:
    """The columns with one for change, when two counts allow it and none was typed."""
    column = RECORDS["place"].column("change")
    if column is None or not tabled or column in tabled or not any(_changed(row) for row in rows):
        return tabled
    after = max((index for index, each in enumerate(tabled) if each.kind == "number"), default=len(tabled) - 1)
    return [*tabled[: after + 1], column, *tabled[after + 1 :]]


def _place_cell(writing: Writing, column: Column, row: Row) -> str:
    if column.id == "change" and is_empty(row.get("change")):
        return _changed(row)
    return value_cell(writing, column, row)


def _changed(row: Mapping[str, Json]) -> str:
    found = change(row.get("previous_count"), row.get("count"))
    return found.percent_words if found else ""


def _total(tabled: Sequence[Column], rows: Sequence[Row]) -> list[list[str]]:
    """A last row with the sums of the counts; none unless every row has the count, so that it never adds up to less."""
    sums: dict[str, float] = {}
    for name in ("count", "previous_count"):
        counts = [row.get(name) for row in rows]
        if all(is_count(count) for count in counts):
            sums[name] = sum(float(count) for count in counts if count is not None)
    if len(rows) < 2 or "count" not in sums:
        return []
    words = {**{name: plain(figure) for name, figure in sums.items()}, "change": _changed(sums)}
    cells = [f"**{words[column.id]}**" if words.get(column.id) else "" for column in tabled[1:]]
    return [["**Total of these places**", *cells]]


def _scored(row: Row) -> Row:
    likelihood, harm = row.get("likelihood"), row.get("harm")
    if not is_empty(row.get("score")) or not is_count(likelihood) or not is_count(harm):
        return row
    product = float(likelihood or 0) * float(harm or 0)
    return {**row, "score": int(product) if product == int(product) else round(product, 2)}


def _says_no_more(writing: Writing, column: Column, row: Row) -> bool:
    words = writing.words(column.kind, row.get(column.id), column.choices, column.to)
    return words in ("", str(row.get("issue") or "").strip())

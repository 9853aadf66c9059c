"""Tables typed into an answer with pipes, or pasted with tabs: headings, rows, and the words around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sa_wizard.draft import tabbed
from sa_wizard.expressions import Shape
from sa_wizard.review.rules import prose

_RULE = Shape(r"[ \t]*\|?[ \t:|-]{3,2000}")
_COUNT = Shape(r"\d{1,3}(?:,\d{3}){1,4}|\d{1,12}")
_SHARE = Shape(r"(\d{1,3}(?:\.\d{1,4})?)\s{0,2}%?")
_TOTAL = Shape(r"(?:grand |sub-?)?(?:totals?|all|overall|sum|year)\b", re.IGNORECASE)
_SIGNED = Shape(
    r"(?:(?P<up>\+|up|rise of|rose|increase of)|(?P<down>[-−–]|down|fall of|fell|reduction of|decrease of))?(?: by)?\s?"
    rf"(?P<figure>{prose.FIGURE})(?P<percent>{prose.PERCENT})?",
    re.IGNORECASE,
)
_LONGEST_CHANGE = 60
CHANGE = Shape(r"\b(?:change|difference|diff|increase|rise|fall)\b|[+±]|%|\bper ?cent\b", re.IGNORECASE)
"""A heading of changes, or of some other per cents."""
_LAST_YEAR = Shape(r"\b(?:(?:last|previous|prior) (?:year|period)|(?:year|period) before)\b", re.IGNORECASE)
_THIS_YEAR = Shape(r"\b(?:this|current|latest) (?:year|period)\b", re.IGNORECASE)
_AROUND = 300
_MOST_LINES = 400


@dataclass(frozen=True)
class Table:
    """One table: headings, rows of the same width, and the text just before and after it."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    around: str

    @cached_property
    def title(self) -> str:
        """How a finding names it: by its headings, or by the names of its rows when it has none."""
        names = [heading for heading in self.headings if heading] or [row[0] for row in self.rows[:9]]
        return prose.quoted(" | ".join(names), 60)

    def column(self, index: int) -> list[str]:
        """The cells of one column."""
        return [row[index] for row in self.rows]


def tables(text: str) -> tuple[Table, ...]:
    """The tables in a text: a line of headings, a line of dashes, then rows; or lines with tabs between their cells."""
    if "\t" in text:
        return (*(_tables(text) if "|" in text and "---" in text else ()), *_pasted(text))
    return tuple(_tables(text)) if "|" in text and "---" in text else ()


def _tables(text: str) -> Iterator[Table]:
    lines = text.split("\n")
    at = 1
    while at < len(lines):
        if not is_rule(lines[at]) or "|" not in lines[at - 1]:
            at += 1
            continue
        last = at + 1
        while last < len(lines) and "|" in lines[last]:
            last += 1
        headings = _cells(lines[at - 1])
        body = [_cells(line) for line in lines[at + 1 : min(last, at + 1 + _MOST_LINES)]]
        even = tuple((*row, *[""] * len(headings))[: len(headings)] for row in body)
        yield Table(headings, even, f"{_before(lines, at - 1)}\n{_after(lines, last)}")
        at = last + 1


def _pasted(text: str) -> Iterator[Table]:
    """Tables as a spreadsheet pastes them, which the document prints as tables too."""
    lines = text.split("\n")
    for at, last in tabbed.tables(lines):
        rows = [_split(line, "\t") for line in lines[at : min(last, at + 1 + _MOST_LINES)]]
        headings = rows.pop(0) if tabbed.is_headed(rows[0]) else ("",) * len(rows[0])
        even = tuple((*row, *[""] * len(headings))[: len(headings)] for row in rows)
        yield Table(headings, even, f"{_before(lines, at)}\n{_after(lines, last)}")


def count(cell: str) -> int | None:
    """A cell that is nothing but a count."""
    return int(cell.replace(",", "")) if _COUNT.fullmatch(cell) else None


def share(cell: str) -> tuple[float, int] | None:
    """A cell that is nothing but a per cent, with or without its sign: its value and its decimals."""
    found = _SHARE.fullmatch(cell)
    return (float(found[1]), prose.decimals(found[1])) if found else None


def signed(cell: str, *, percent: bool = False) -> tuple[str, str] | None:
    """A cell that is nothing but a change in per cent: ``+``, ``-`` or no sign, and its figure.

    With ``percent`` the heading has said that it is one, and the cell need not.
    """
    found = _SIGNED.fullmatch(cell) if len(cell) < _LONGEST_CHANGE else None
    if not found or not (percent or found["percent"]):
        return None
    return ("+" if found["up"] else "-" if found["down"] else ""), found["figure"]


def two_periods(table: Table) -> tuple[int, int] | None:
    """The columns of the older and of the newer of two periods; None when there are not two, or it is not plain which.

    A period is named by its year or its months, or as this year and the one before.
    """
    counted = [(index, each) for index, each in enumerate(table.headings) if index and not CHANGE.search(each)]
    before = {index for index, heading in counted if _LAST_YEAR.search(heading)}
    now = {index for index, heading in counted if _THIS_YEAR.search(heading)}
    both = sorted(before | now | {index for index, heading in counted if prose.dated(heading)})
    if len(both) != 2 or before & now or len(before) == 2 or len(now) == 2:
        return None
    if before or now:
        turned = both[0] in now or both[1] in before
        return (both[1], both[0]) if turned else (both[0], both[1])
    return None if _backwards([table.headings[index] for index in both]) else (both[0], both[1])


def _backwards(headings: list[str]) -> bool:
    """Whether the newer period stands first, by the years in the headings."""
    years = [re.findall(r"(?:19|20)\d\d", heading) for heading in headings]
    named = [found[-1] for found in years if found]
    return named != sorted(named)


def is_total(row: tuple[str, ...]) -> bool:
    """Whether a row adds up the others."""
    return bool(row) and _TOTAL.match(row[0]) is not None


def is_rule(line: str) -> bool:
    """Whether a line is the one of dashes below the headings of a table."""
    return "--" in line and _RULE.fullmatch(line) is not None


def _cells(line: str) -> tuple[str, ...]:
    return _split(line.strip().removeprefix("|").removesuffix("|"), "|")


def _split(line: str, mark: str) -> tuple[str, ...]:
    return tuple(cell.strip().strip("*").strip() for cell in line.split(mark)[:60])


def _before(lines: list[str], at: int) -> str:
    """The paragraph before a table, past one blank line."""
    return "\n".join(lines[max(0, at - 3) : at])[-_AROUND:]


def _after(lines: list[str], at: int) -> str:
    return "\n".join(lines[at : at + 2])[:_AROUND]

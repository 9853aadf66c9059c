"""Tables typed into an answer with pipes: their headings, their rows, and the words around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sa_wizard.review.rules import prose

_RULE = re.compile(r"[ \t]*\|?[ \t:|-]{3,2000}")
_COUNT = re.compile(r"\d{1,3}(?:,\d{3}){1,4}|\d{1,12}")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)\s{0,2}%?")
_TOTAL = re.compile(r"(?:grand |sub-?)?(?:totals?|all|overall|sum|year)\b", re.IGNORECASE)
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
        """How a finding names it."""
        return prose.quoted(" | ".join(heading for heading in self.headings if heading), 60)

    def column(self, index: int) -> list[str]:
        """The cells of one column."""
        return [row[index] for row in self.rows]


def tables(text: str) -> tuple[Table, ...]:
    """The tables typed in a text: a line of headings, a line of dashes, then rows."""
    return tuple(_tables(text)) if "|" in text and "---" in text else ()


def _tables(text: str) -> Iterator[Table]:
    lines = text.split("\n")
    at = 1
    while at < len(lines):
        if not _is_rule(lines[at]) or "|" not in lines[at - 1]:
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


def count(cell: str) -> int | None:
    """A cell that is nothing but a count."""
    return int(cell.replace(",", "")) if _COUNT.fullmatch(cell) else None


def share(cell: str) -> tuple[float, int] | None:
    """A cell that is nothing but a per cent, with or without its sign: its value and its decimals."""
    found = _SHARE.fullmatch(cell)
    return (float(found[1]), prose.decimals(found[1])) if found else None


def backwards(table: Table) -> bool:
    """Whether the newer period stands first, by the years in the headings."""
    years = [re.findall(r"(?:19|20)\d\d", heading) for heading in table.headings[:40]]
    named = [found[-1] for found in years if found]
    return named != sorted(named)


def is_total(row: tuple[str, ...]) -> bool:
    """Whether a row adds up the others."""
    return bool(row) and _TOTAL.match(row[0]) is not None


def _is_rule(line: str) -> bool:
    return "--" in line and _RULE.fullmatch(line) is not None


def _cells(line: str) -> tuple[str, ...]:
    bare = line.strip().removeprefix("|").removesuffix("|")
    return tuple(cell.strip().strip("*").strip() for cell in bare.split("|")[:60])


def _before(lines: list[str], at: int) -> str:
    """The paragraph before a table, past one blank line."""
    return "\n".join(lines[max(0, at - 3) : at])[-_AROUND:]


def _after(lines: list[str], at: int) -> str:
    return "\n".join(lines[at : at + 2])[:_AROUND]

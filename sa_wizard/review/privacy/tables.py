"""Typed tables: a cell of one to four in a row, a column or a table about something sensitive, and a row of one."""

from collections.abc import Iterator
from typing import NamedTuple

from sa_wizard.expressions import Shape
from sa_wizard.review.privacy.clues import Clues
from sa_wizard.review.privacy.cross import facets
from sa_wizard.review.privacy.match import Spans
from sa_wizard.review.privacy.small import is_sensitive

_SMALL_CELL = Shape(r"(?:n ?= ?)?[1-4]\*?")
_NUMBER_CELL = Shape(r"[-−+<]?[0-9][0-9,.]{0,20}%?")
_RULE_MARKS = frozenset(" \t|:+-")
_NO_COUNT = Shape(
    r"(?i)\b(?:priority|rank|change|score|level|likelihood|harm|impact|probability|confidence|risk|section|page|no\."
    r"|rates?|per|actions?|ref|weight|band|tier|weeks?|months|years|quarter|share)\b|%"
)
_SEX = Shape(r"(?i)\b(?:fe)?males?\b|\b(?:wo)?m[ae]n\b|\bgirls?\b|\bboys?\b")
_LONGEST = 400
"""Characters of a line that is still read as a row."""


class _Row(NamedTuple):
    """One line of a table: its cells with where each stands in the text."""

    cells: tuple[tuple[str, int, int], ...]

    @property
    def label(self) -> str:
        """The first cell with a word in it."""
        return next((cell for cell, _, _ in self.cells if any(map(str.isalpha, cell))), "")

    @property
    def has_number(self) -> bool:
        """Whether a cell holds a figure and nothing else, as no heading does."""
        return any(_NUMBER_CELL.fullmatch(cell) for cell, _, _ in self.cells)


def tables(clues: Clues) -> Spans:
    """Small counts in typed tables, each row from its label to its last small count."""
    for caption, rows in _blocks(clues.text):
        header = rows[0] if len(rows) > 1 and not rows[0].has_number else None
        for row in rows[1:] if header else rows:
            span = _small_in(row, header, caption)
            if span:
                yield span


def rows_of_one(clues: Clues) -> Spans:
    """Rows that count one person by sex, age band, place and month."""
    for _, rows in _blocks(clues.text):
        for row in rows:
            ones = [(start, end) for cell, start, end in row.cells if cell == "1"]
            words = " in ".join(cell for cell, _, _ in row.cells)
            if ones and _SEX.search(words) and facets(words) >= 3:
                yield row.cells[0][1], ones[-1][1]


def _small_in(row: _Row, header: _Row | None, caption: str) -> tuple[int, int] | None:
    """From the label to the last small count of something sensitive, or None."""
    label = row.label
    whole = is_sensitive(label) or is_sensitive(caption)
    first, last = -1, 0
    for index, (cell, start, end) in enumerate(row.cells):
        if cell == label and first < 0:
            first = start
        above = header.cells[index][0] if header and index < len(header.cells) else ""
        small = first >= 0 and _SMALL_CELL.fullmatch(cell) and not _NO_COUNT.search(above)
        if small and (whole or is_sensitive(above)):
            last = end
    return (first, last) if last and not _NO_COUNT.search(label) else None


def _blocks(text: str) -> Iterator[tuple[str, list[_Row]]]:
    """The tables of a text, each with the line above it."""
    rows: list[_Row] = []
    caption, above, at = "", "", 0
    for line in text.split("\n"):
        if len(line) <= _LONGEST and ("|" in line or "\t" in line):
            if not rows:
                caption = above
            if not _RULE_MARKS.issuperset(line):
                rows.append(_row(line, at))
        else:
            if rows:
                yield caption, rows
                rows = []
            above = line[:_LONGEST] if line.strip() else above
        at += len(line) + 1
    if rows:
        yield caption, rows


def _row(line: str, at: int) -> _Row:
    separator = "|" if "|" in line else "\t"
    cells = []
    for cell in line.split(separator):
        bare = cell.strip()
        if bare:
            start = at + len(cell) - len(cell.lstrip())
            cells.append((bare, start, start + len(bare)))
        at += len(cell) + 1
    return _Row(tuple(cells))

"""Tables as a spreadsheet pastes them: lines with tabs between their cells.

One reader for the rules, which look at the figures, and for the document, which prints a table.
"""

import re
from collections.abc import Iterator, Sequence

_COUNT = re.compile(r"\d{1,3}(?:,\d{3}){1,4}|\d{1,12}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKER = re.compile(r"[•‣▪●◦·o§*+–-]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]")
"""What Word puts, with a tab, before a line of a list."""
_ENTRY = re.compile(r" {0,9}[-*+•] +\S")
"""A line of a list as people type one, in which a tab may well stand."""


def tables(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each table begins and where it has ended: two lines or more, none with more cells than the first.

    A line that begins with a tab is an indented one, and no row, unless the first heading alone is blank. A line of a
    list, and one that begins with a label and its colon, is text that has a tab.
    """
    at = 0
    while at < len(lines):
        tabs = 0 if "|" in lines[at] else _tabs(lines[at])
        last = at + 1
        while tabs and last < len(lines) and not lines[last].startswith("\t") and 0 < _tabs(lines[last]) <= tabs:
            last += 1
        if last - at > 1 and lines[at].strip():
            yield at, last
        at = last


def is_headed(first: Sequence[str]) -> bool:
    """Whether the first row holds headings: it does, unless it holds counts itself."""
    return not any(_COUNT.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in first[1:])


def _tabs(line: str) -> int:
    """How many tabs part the cells of a line; none where it is no row of a table."""
    tabs = line.rstrip(" ").count("\t")
    first = line.partition("\t")[0].strip()
    if _ENTRY.match(line):
        return 0
    return 0 if tabs == 1 and (first.endswith(":") or _MARKER.fullmatch(first)) else tabs

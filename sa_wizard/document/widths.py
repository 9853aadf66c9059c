"""How wide each column of a table should be, from what stands in it: figures narrow, names wider, sentences widest."""

import re
from collections.abc import Sequence

_LINE = 88
"""Characters of table text across a portrait page."""

_SHORT = 18
"""A cell no longer than this is best on one line."""

_LONGEST_WORD = 20
"""A longer word may be broken; a column is not widened for it."""

_LINK = re.compile(r"\]\(#[^)]*\)")
"""The part of a link that is not printed."""

_MARGINS = 3.0
"""What the space on both sides of a cell takes, in characters."""

_BOLD = 1.15
"""How much wider the bold letters of a header are."""

_WORD = re.compile(r"[^\s/-]+[/-]?")


def shared(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Whole numbers that add up to 100, one for each column. Cells are Markdown; near enough to what is printed.

    Every column gets room for its longest word; what is left is shared by how much more each would like.
    """
    columns = list(zip(headers, *rows, strict=True))
    least = [_least(column) for column in columns]
    wanted = [max(low, _wanted(column)) for low, column in zip(least, columns, strict=True)]
    over = sum(wanted) - _LINE
    room = sum(wanted) - sum(least)
    if over > 0 and room > 0:
        give = min(1.0, over / room)
        wanted = [want - give * (want - low) for low, want in zip(least, wanted, strict=True)]
    return _whole(wanted)


def _wanted(column: Sequence[str]) -> float:
    """Short columns want one line; long ones want more the more they hold, but less than in proportion."""
    lengths = [len(_LINK.sub("", cell)) for cell in column[1:]] or [len(column[0])]
    if max(lengths) <= _SHORT:
        return max(*lengths, min(len(column[0]), 12)) + _MARGINS
    return float(_SHORT + (sum(lengths) / len(lengths)) ** 0.8)


def _least(column: Sequence[str]) -> float:
    """Room for the longest word; a word may be broken after a hyphen or a slash."""
    header, *cells = (max(map(len, _WORD.findall(_LINK.sub("", cell))), default=1) for cell in column)
    return max(min(header, _LONGEST_WORD) * _BOLD, *(min(cell, _LONGEST_WORD) for cell in cells or (1,))) + _MARGINS


def _whole(exact: Sequence[float]) -> tuple[int, ...]:
    """Rounded so that the sum is 100: what rounding leaves goes to the widest column."""
    scale = 100 / sum(exact)
    rounded = [max(1, round(part * scale)) for part in exact]
    widest = rounded.index(max(rounded))
    rounded[widest] += 100 - sum(rounded)
    return tuple(rounded)

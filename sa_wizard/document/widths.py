"""How wide each column of a table should be, from what stands in it: figures narrow, names wider, sentences widest."""

from collections.abc import Sequence

_LINE = 88
"""Characters of table text across a portrait page."""

_SHORT = 18
"""A cell no longer than this is best on one line."""

_LONGEST_WORD = 20
"""A longer word may be broken; a column is not widened for it."""

_MARGINS = 3.0
"""What the space on both sides of a cell takes, in characters."""

_BOLD = 1.15
"""How much wider bold letters and capitals may be than the average character."""


def shared(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Whole numbers that add up to 100, one for each column. Cells are Markdown; near enough to what is printed.

    Every column gets room for its longest word; what is left is shared by how much more each would like.
    """
    columns = list(zip(headers, *rows, strict=True))
    least = [min(_longest_word(column), _LONGEST_WORD) * _BOLD + _MARGINS for column in columns]
    wanted = [max(low, _wanted(column)) for low, column in zip(least, columns, strict=True)]
    over = sum(wanted) - _LINE
    room = sum(wanted) - sum(least)
    if over > 0 and room > 0:
        give = min(1.0, over / room)
        wanted = [want - give * (want - low) for low, want in zip(least, wanted, strict=True)]
    return _whole(wanted)


def _wanted(column: Sequence[str]) -> float:
    """Short columns want one line; long ones want more the more they hold, but less than in proportion."""
    lengths = [len(cell) for cell in column[1:]] or [len(column[0])]
    if max(lengths) <= _SHORT:
        return max(*lengths, min(len(column[0]), 12)) + _MARGINS
    return float(_SHORT + (sum(lengths) / len(lengths)) ** 0.8)


def _longest_word(column: Sequence[str]) -> int:
    return max((len(word) for cell in column for word in cell.split()), default=1)


def _whole(exact: Sequence[float]) -> tuple[int, ...]:
    """Rounded so that the sum is 100: what rounding leaves goes to the widest column."""
    scale = 100 / sum(exact)
    rounded = [max(1, round(part * scale)) for part in exact]
    widest = rounded.index(max(rounded))
    rounded[widest] += 100 - sum(rounded)
    return tuple(rounded)

"""One message in place of every screen when the window is too small for any of them."""

from collections.abc import Iterable
from textwrap import wrap

from rich.segment import Segment
from textual.strip import Strip

LEAST = (60, 18)
"""Columns and lines."""

_TOLD = (
    "This window has {width} columns and {height} lines; the wizard needs {least}. Nothing is lost. Ctrl+Q leaves.",
    "Too small: {width} by {height}, needs {least}. Nothing is lost. Ctrl+Q leaves.",
    "Needs {least}. Ctrl+Q leaves.",
    "Too small",
)
"""From the one that says all to the one that fits nearly anywhere."""


def is_too_small(width: int, height: int) -> bool:
    """Whether no screen can be used at this size."""
    return width < LEAST[0] or height < LEAST[1]


def message(width: int, height: int) -> list[str]:
    """The fullest message that fits, as lines."""
    for told in _TOLD:
        said = told.format(width=width, height=height, least=f"{LEAST[0]} by {LEAST[1]}")
        shown = wrap(said, max(1, width - 2), break_long_words=False)
        if len(shown) <= height and all(len(line) <= width for line in shown):
            return shown
    return []


def lines(width: int, height: int) -> list[Iterable[Strip]]:
    """The whole window with the message in it, a little above the middle."""
    shown = message(width, height)
    above = (height - len(shown)) // 3
    rows = [*[""] * above, *(f" {line}" for line in shown)]
    rows += [""] * (height - len(rows))
    return [[Strip([Segment(row.ljust(width)[:width])], width)] for row in rows]

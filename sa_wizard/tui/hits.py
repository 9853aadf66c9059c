"""Places where words were found as lines of a list: the answer, then the words with a few on either side. Pure text."""

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from sa_wizard.draft.finding import Place
from sa_wizard.signs import one_line

NOT_ASKED = " (not asked now)"
_SHORTEST = 8
"""Columns that the words are given at least."""


@dataclass(frozen=True)
class Hit:
    """One line, in three: what stands before the words, the words, what stands behind them."""

    before: str
    words: str
    after: str


def hit(place: Place, width: int) -> Hit:
    """A place in at most so many columns. The words are there whole if there is room for them at all."""
    text = place.text
    label = f"{text.label}, {text.entry}" if text.entry else text.label
    named = f"{_front(one_line(label), max(_SHORTEST, width // 3))}{'' if text.asked else NOT_ASKED}"
    words = _front(one_line(place.words), max(_SHORTEST, width - cell_len(named) - 4))
    room = max(0, width - cell_len(named) - cell_len(words) - 4)
    lead, rest = place.around(room, room)
    back = room - min(cell_len(rest), room - room // 2)
    lead = _end(lead, max(back, 0))
    return Hit(f"  {named}: {lead}", words, _front(rest, room - cell_len(lead)))


def _front(text: str, width: int) -> str:
    """The beginning of a text that is too wide."""
    if cell_len(text) <= width:
        return text
    return f"{set_cell_size(text, width - 1).rstrip()}…" if width > 1 else ""


def _end(text: str, width: int) -> str:
    """The end of a text that is too wide."""
    if cell_len(text) <= width:
        return text
    while text and cell_len(text) > width - 1:
        text = text[1:]
    return f"…{text.lstrip()}" if width > 1 else ""

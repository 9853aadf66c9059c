"""Places where words were found as lines of a list: the answer, then the words with a few on either side. Pure text."""

from dataclasses import dataclass

from rich.cells import cell_len

from sa_wizard.draft.finding import Place
from sa_wizard.draft.texts import Text
from sa_wizard.signs import one_line
from sa_wizard.tui.widths import cut, cut_at_word, cut_front

NOT_ASKED = " (not asked now)"
_SHORTEST = 8
"""Columns that the words are given at least."""
_ENTRY = 10
"""Columns that the name of an entry is given beside a long label."""


@dataclass(frozen=True)
class Hit:
    """One line, in three: what stands before the words, the words, what stands behind them."""

    before: str
    words: str
    after: str


def hit(place: Place, width: int) -> Hit:
    """A place in at most so many columns. The words are there whole if there is room for them at all."""
    text = place.text
    part = text.parts[place.part]
    spare = width - cell_len(one_line(part)) - 4 if len(part) < width else 0  # a short text leaves more to its name
    named = f"{_named(text, max(_SHORTEST, width * 2 // 5, spare))}{'' if text.asked else NOT_ASKED}"
    words = cut(one_line(place.words), max(_SHORTEST, width - cell_len(named) - 4))
    room = max(0, width - cell_len(named) - cell_len(words) - 4)
    lead, rest = place.around(room, room)
    front = room - min(cell_len(rest), room - room // 2)
    lead = cut_front(lead, front) if front > 1 else ""
    back = room - cell_len(lead)
    return Hit(f"  {named}: {lead}", words, cut(rest, back) if back > 1 else "")


def _named(text: Text, width: int) -> str:
    """The label of an answer and the name of its entry; where both are too long, the label is told as far as can be."""
    entry = one_line(text.entry)
    kept = min(cell_len(entry), _ENTRY) + 2 if entry else 0
    label = cut_at_word(one_line(text.label), max(_SHORTEST, width - kept))
    room = width - cell_len(label) - 2
    return f"{label}, {cut_at_word(entry, room)}" if entry and room > 1 else label

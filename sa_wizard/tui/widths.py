"""Texts made to fit so many columns of the terminal, with an ellipsis for what does not."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

_SHORTEST = 6
"""Columns of which no more is cut from a name: less tells nothing."""

_BETWEEN = " ,;:–-"
"""What stands between words, and not at the end of what is left of a text."""


def cut(text: str, width: int) -> str:
    """A text without the end that does not fit."""
    return text if cell_len(text) <= width else f"{set_cell_size(text, width - 1)}…"


def cut_at_word(text: str, width: int) -> str:
    """A text without the end that does not fit, cut behind a word unless that leaves less than half of the room."""
    if cell_len(text) <= width:
        return text
    whole = set_cell_size(text, width - 1).rstrip()
    shorter = whole if text[len(whole) :].startswith(" ") else whole.rpartition(" ")[0]
    return f"{(shorter if 2 * cell_len(shorter) >= width else whole).rstrip(_BETWEEN)}…"


def cut_front(text: str, width: int) -> str:
    """A text without the beginning that does not fit: of a path the end tells more."""
    if cell_len(text) <= width:
        return text
    while text and cell_len(text) > width - 1:
        text = text[1:]
    return f"…{text}"


def joined(names: Sequence[str], between: str, width: int) -> str:
    """Some names in one line; of too many for it the longest are cut."""
    fitted = list(names)
    while cell_len(between.join(fitted)) > width:
        longest = max(range(len(fitted)), key=lambda number: cell_len(fitted[number]))
        room = cell_len(fitted[longest])
        if room <= _SHORTEST:
            break
        fitted[longest] = f"{set_cell_size(fitted[longest].removesuffix('…'), room - 2).rstrip()}…"
    return between.join(
        cut_at_word(name, cell_len(short)) if short != name else name for name, short in zip(names, fitted, strict=True)
    )

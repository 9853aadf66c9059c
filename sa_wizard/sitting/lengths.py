"""How long an answer is, beside how long it might be: a guide, not a rule, and nothing depends on it."""

from collections.abc import Callable

from sa_wizard.draft.values import Json

Length = tuple[int, int]
"""About how many words, from and to."""

GUIDE = "a guide, not a rule"


def count(value: Json) -> int:
    """The words of a text; those of anything else are not counted."""
    return len(value.split()) if isinstance(value, str) else 0


def counted(words: int) -> str:
    """``1 word``, ``4,112 words``."""
    return f"{words:,} word{'' if words == 1 else 's'}"


def about(length: Length) -> str:
    """``about 60 to 160``; ``about 100`` where both ends are one."""
    first, last = length
    return f"about {first:,}" if first == last else f"about {first:,} to {last:,}"


def beside(words: int, length: Length | None, dot: str, room: Callable[[str], bool]) -> str:
    """``132 words · about 60 to 160``, or as much of it as there is room for; empty while nothing is written.

    The guide goes before the count does: the help has it too.
    """
    if not words:
        return ""
    told = counted(words)
    ways = (f"{told} {dot} {about(length)}", f"{told} ({length[0]:,}-{length[1]:,})", told) if length else (told,)
    return next((way for way in ways if room(way)), "")

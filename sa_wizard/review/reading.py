"""Texts and what has been read out of them, so that a judgement reads again only what changed since the last one."""

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

ReadT = TypeVar("ReadT")


class Reading:
    """One text, and what each function that looked at it has found. Whoever wrote it where does not matter here."""

    __slots__ = ("_found", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[object, object] = {}

    def once(self, look: Callable[[str], ReadT]) -> ReadT:
        """What a pure function makes of the text; it is called the first time only."""
        if look not in self._found:
            self._found[look] = look(self.text)
        return cast(ReadT, self._found[look])


Readings = Mapping[str, Reading]
"""The readings of a draft's texts, by text. The judgement of a draft holds them and hands them to the next one."""

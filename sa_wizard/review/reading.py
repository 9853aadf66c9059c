"""Texts and what has been read out of them, so that a judgement reads again only what changed since the last one."""

from collections.abc import Callable
from typing import Any, TypeVar

ReadT = TypeVar("ReadT")
Look = Callable[[str], Any]
"""A pure function of a text. What it finds is kept under it, and each who asks knows of what kind that is."""


class Reading:
    """One text, and what each function that looked at it has found. Whoever wrote it where does not matter here."""

    __slots__ = ("_found", "_telling", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[Look, Any] = {}
        self._telling: dict[tuple[Look, ...], tuple[Look, ...]] = {}

    def once(self, look: Callable[[str], ReadT]) -> ReadT:
        """What a pure function makes of the text; it is called the first time only."""
        found = self._found
        if look not in found:
            found[look] = look(self.text)
        told: ReadT = found[look]
        return told

    def telling(self, looks: tuple[Look, ...]) -> tuple[Look, ...]:
        """Those of some looks that find anything in the text, in order: few, and most texts have none."""
        if looks not in self._telling:
            found, text = self._found, self.text
            for look in looks:
                if look not in found:
                    found[look] = look(text)
            self._telling[looks] = tuple([look for look in looks if found[look]])
        return self._telling[looks]


class Readings:
    """The readings of the texts judged lately. Those not asked for any more are forgotten, so that it stays small.

    Two generations: what is asked for moves to the younger one; when that is full it becomes the older one, and the
    older one is dropped.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self.forget()

    def forget(self) -> None:
        """Begin anew, as in a process that has judged nothing."""
        self._young: dict[str, Reading] = {}
        self._old: dict[str, Reading] = {}
        self._weight = 0

    def of(self, text: str) -> Reading:
        """The reading of a text: the one made before, or a new one."""
        return self._young.get(text) or self._taken_in(text)

    def _taken_in(self, text: str) -> Reading:
        if self._weight > self._room:
            self._young, self._old, self._weight = {}, self._young, 0
        reading = self._young[text] = self._old.get(text) or Reading(text)
        self._weight += len(text) + _BESIDES
        return reading


_BESIDES = 1_000
"""Characters that what was found in a text counts for, beside the text."""

READINGS = Readings(room=4_000_000)
"""Those of this process: a judgement after a pause, or an export that judges three times, reads only what changed."""

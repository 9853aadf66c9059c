"""A text or a list as its lines come, no longer than an answer may be."""

from collections.abc import Iterator

from sa_wizard.cli.plain import commands
from sa_wizard.cli.plain.asking import STOP
from sa_wizard.draft.bounds import LONGEST_TEXT, MOST_ENTRIES
from sa_wizard.draft.values import Json

_MOST = {"text": f"{LONGEST_TEXT:,} characters", "list": f"{MOST_ENTRIES:,} entries"}
"""What an answer holds, by its kind."""


class Written:
    """The lines so far. Those beyond what an answer holds are counted and not kept."""

    def __init__(self, kind: str, onto: Json) -> None:
        """Begin one of kind ``text`` or ``list``, to be added to what is there."""
        self._kind = kind
        self._lines: list[str] = []
        self._room = MOST_ENTRIES - len(onto or []) if kind == "list" else LONGEST_TEXT - len(onto or "") - 2
        self._beyond = 0

    def add(self, line: str) -> None:
        """Take one more line."""
        line = line.rstrip() if self._kind == "text" else line.strip()
        if self._kind == "list" and not line:
            return
        needed = 1 if self._kind == "list" else len(line) + 1
        if self._beyond or needed > self._room:
            self._beyond += 1
            return
        self._room -= needed
        self._lines.append(line)

    def after(self, old: Json, begun: str = "") -> Json:
        """What was typed, after what was there; ``begun`` is the line that is not ended yet."""
        lines = [*self._lines, begun.strip()] if self._has_room(begun) else self._lines
        if self._kind == "list":
            return [*(old or []), *lines]
        typed = "\n".join(lines).strip("\n")
        return f"{old}\n\n{typed}" if old and typed else typed or old or ""

    def _has_room(self, begun: str) -> bool:
        """Whether a line that is not ended yet is one of the answer, and not too much."""
        needed = 1 if self._kind == "list" else len(begun) + 1
        return begun.strip() not in ("", STOP) and not self._beyond and needed <= self._room

    @property
    def refused(self) -> str:
        """Why nothing of it can be kept; empty when something can, or nothing was typed."""
        if not self._beyond or any(line.strip() for line in self._lines):
            return ""
        return f"That is more than an answer holds, {_MOST[self._kind]}: nothing was kept, and the answer is as it was."

    def remarks(self) -> Iterator[str]:
        """What to know about it: that it was cut short, and commands that were taken for text."""
        if self._beyond:
            last = "line was" if self._beyond == 1 else f"{self._beyond:,} lines were"
            yield f"No answer holds more than {_MOST[self._kind]}; the last {last} not kept."
        taken = next((line for line in self._lines[1:] if commands.is_known(line)), "")
        if taken:
            yield (
                f"“{taken}” was taken into the answer: commands are read where an answer begins. "
                ":undo takes the answer back."
            )

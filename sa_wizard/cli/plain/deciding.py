"""Questions that are no part of the draft: yes or no, and one of some lines. What is typed to them is no answer in it.

Why a prompt of their own: somebody who hears or sees only the last line must know which question is being asked.
"""

from collections.abc import Callable, Sequence

from sa_wizard.cli.plain import answers, commands
from sa_wizard.cli.plain.voice import Voice
from sa_wizard.errors import UsageProblem

YES, NO = ("y", "yes"), ("n", "no")
_TOLD = 40
"""Characters of what was typed that a refusal repeats."""


class Deciding:
    """Asks whoever types; reads with the dialogue's own lines, so that saving goes on meanwhile."""

    def __init__(self, line: Callable[[str], str], back: Callable[[str], None], voice: Voice) -> None:
        """``line`` reads a line behind a prompt, ``back`` puts one back to be read next as if it had not been."""
        self._line = line
        self._back = back
        self._voice = voice

    def yes(self, asked: str) -> bool:
        """Whether the person says yes; no, an empty line or a command is no, and the command is done then."""
        self._voice.say(f"{asked} Type yes or no.")
        while True:
            typed = self._line("yes or no> ")
            word = typed.strip().casefold()
            if commands.is_command(typed):
                self._back(typed)
                return False
            if word in YES:
                return True
            if not word or word in NO:
                return False
            self._voice.say(f"“{typed.strip()[:_TOLD]}” is neither yes nor no, and was kept nowhere. {asked}")

    def one_of(self, lines: Sequence[str]) -> int | None:
        """One of some lines by its number, from 0; None for a command, which leaves it for later and is done then."""
        while True:
            typed = self._line(f"1 to {len(lines)}> ")
            if commands.is_command(typed):
                self._back(typed)
                return None
            try:
                return answers.number_of(lines, typed)
            except UsageProblem as error:
                self._voice.say(str(error))

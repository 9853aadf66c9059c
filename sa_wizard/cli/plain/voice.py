"""What the line mode says: plain sentences, wrapped for a terminal and never for a pipe; no colour, no cursor."""

import sys

from sa_wizard.cli import talk
from sa_wizard.cli.layout import wrapped
from sa_wizard.errors import CannotWrite
from sa_wizard.signs import one_line

PROMPT = "> "


class Voice:
    """Says things on standard output. A prompt is only for somebody who types."""

    def __init__(self, *, prompts: bool) -> None:
        """Say whether somebody types; what is on a screen is wrapped."""
        self._prompts = prompts
        self._wraps = sys.stdout is not None and sys.stdout.isatty()

    def say(self, *sentences: str) -> None:
        """Say each on a line of its own; raises BrokenPipeError or CannotWrite when nobody can hear it."""
        for each in sentences:
            talk.say(wrapped(one_line(each)) if self._wraps else one_line(each))

    def recite(self, text: str) -> None:
        """Say a text as it was written, line by line."""
        for line in text.split("\n"):
            talk.say(wrapped(line) if self._wraps and line.strip() else line)

    def gap(self) -> None:
        """An empty line, between one question and the next."""
        talk.say("")

    def prompt(self, words: str = PROMPT) -> None:
        """Show where to type; ``words`` where what is typed is no answer of the draft."""
        if not self._prompts or sys.stdout is None:
            return
        try:
            sys.stdout.write(words)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            talk.hush()
            raise CannotWrite("The terminal takes nothing more.") from error

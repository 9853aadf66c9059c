"""The real program in the line mode, at a terminal that only prints or on pipes, for tests to type into."""

import contextlib
import json
import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
QUESTION = b"What lies behind the changes as a whole"
"""How the question begins at which a test starts to type."""


class Program:
    """The real program at a terminal or on pipes, opened at one question; at home without a draft."""

    def __init__(
        self,
        draft: Path | None,
        *,
        terminal: bool,
        wait_for: bytes = QUESTION,
        at: str = "why.overall",
        kind: str = "dumb",
    ) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": kind}
        command = [sys.executable, "-m", "sa_wizard", *([str(draft), "--at", at] if draft else [])]
        self.seen = b""
        if terminal:
            self.keys, end = pty.openpty()
            self.screen = self.keys
            self.process = subprocess.Popen(
                command,
                env=environment,
                stdin=end,
                stdout=end,
                stderr=end,
                preexec_fn=lambda: os.login_tty(end),  # noqa: PLW1509 - no test here has threads
            )
            os.close(end)
        else:
            script, self.keys = os.pipe()
            self.screen, output = os.pipe()
            self.process = subprocess.Popen(
                [*command, "--plain"], env=environment, stdin=script, stdout=output, stderr=subprocess.DEVNULL
            )
            os.close(script)
            os.close(output)
        self.wait_for(wait_for)

    def type(self, text: bytes) -> None:
        """Type or pipe in."""
        os.write(self.keys, text)

    def wait_for(self, words: bytes) -> None:
        """Read until the program has said something."""
        while words not in self.seen:
            assert select.select([self.screen], [], [], PATIENCE)[0], self.seen
            piece = os.read(self.screen, 65536)
            assert piece, self.seen
            self.seen += piece

    def ended(self) -> int:
        """The exit code; what is printed meanwhile is read."""
        with contextlib.suppress(OSError):  # a terminal whose other end is closed
            while select.select([self.screen], [], [], PATIENCE)[0] and (piece := os.read(self.screen, 65536)):
                self.seen += piece
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """End it, whatever became of it."""
        self.process.kill()
        self.process.wait()
        for number in {self.keys, self.screen}:
            with contextlib.suppress(OSError):
                os.close(number)


def answer(draft: Path) -> str:
    """What the draft's file holds."""
    kept: str = json.loads(draft.read_text())["values"].get("why", {}).get("overall", "")
    return kept

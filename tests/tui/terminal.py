"""The real program on a real pty, read as a person reads it: through a terminal emulator."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyte
import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
"""Seconds to wait for the screen before a test fails; nothing waits this long when it works."""

CTRL_G, CTRL_O, CTRL_P, CTRL_Q, CTRL_S = "\x07", "\x0f", "\x10", "\x11", "\x13"
ESCAPE, ENTER, TAB = "\x1b", "\r", "\t"
F3, F5, F6, F7 = "\x1bOR", "\x1b[15~", "\x1b[17~", "\x1b[18~"


class Terminal:
    """A program on a pty of 80x24: what it shows, and every byte it has sent."""

    def __init__(
        self,
        *arguments: str,
        module: str = "sa_wizard",
        size: tuple[int, int] = (80, 24),
        folder: Path | None = None,
        more: Mapping[str, str | None] | None = None,
    ) -> None:
        """Start ``python -m module``; ``size`` is columns and rows, ``more`` what its environment has besides ours.

        What is None in ``more`` is not set there at all.
        """
        self.main, child = pty.openpty()
        columns, rows = size
        termios.tcsetwinsize(child, (rows, columns))
        ours = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
        given = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        said = {**ours, **given, **(more or {})}
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=child,
            stdout=child,
            stderr=child,
            start_new_session=True,
            cwd=folder,
            env={name: value for name, value in said.items() if value is not None},
        )
        os.close(child)
        self.seen = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def shown(self) -> str:
        """What stands on the screen, its lines joined by spaces and every run of spaces one."""
        return re.sub(r"\s+", " ", " ".join(self._screen.display))

    @property
    def rows(self) -> list[str]:
        """What stands on the screen, line by line."""
        return list(self._screen.display)

    def wipe(self) -> None:
        """Forget what is shown, as a shell that wrote over it would."""
        self._screen.reset()

    def until(self, text: str) -> None:
        """Read what the program writes until it stands on the screen, however its lines are broken."""
        self.wait(lambda: text in self.shown, f"{text!r} was never shown:\n{self._picture}")

    def wait(self, there: Callable[[], bool], why: str = "it never came about") -> None:
        """Read on until something is so; fails when it is not in time, or when the program has ended before."""
        late = time.monotonic() + PATIENCE
        while not there():
            assert time.monotonic() < late, f"{why}\n{self._picture}"
            if not self._read(0.05):
                assert there(), f"{why}; the program has ended\n{self._picture}"

    def type(self, text: str) -> None:
        """Send keys."""
        os.write(self.main, text.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window and tell the program, as the kernel does where the line controls it."""
        self._screen.resize(rows, columns)
        termios.tcsetwinsize(self.main, (rows, columns))
        self.send("SIGWINCH")

    def send(self, name: str) -> None:
        """Send a signal to the program."""
        self.process.send_signal(getattr(signal, name))

    def stopped(self) -> bool:
        """Whether the program is stopped, as by Ctrl+Z in a shell."""
        told = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii", errors="replace")
        return told.rpartition(")")[2].split()[0] == "T"

    def drain(self) -> int:
        """Read to the end, so that the program is never stuck writing; returns its exit code."""
        late = time.monotonic() + PATIENCE
        while self._read(0.05):
            assert time.monotonic() < late, f"the program did not end\n{self._picture}"
        return self.process.wait(PATIENCE)

    def hang_up(self) -> None:
        """Take the line away without any signal."""
        line, self.main = self.main, -1
        os.close(line)

    def end(self) -> None:
        """End it whatever it does, and give the line back."""
        self.process.kill()
        self.process.wait()
        if self.main >= 0:
            self.hang_up()

    @property
    def _picture(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    def _read(self, seconds: float) -> bool:
        """Take what it writes; False when there is no more to come."""
        ready, _, _ = select.select([self.main], [], [], seconds)
        if not ready:
            return self.process.poll() is None
        try:
            new = os.read(self.main, 65536)
        except OSError:
            return False
        self.seen += new
        self._stream.feed(new)
        return bool(new)


@contextmanager
def running(*arguments: str, module: str = "sa_wizard", **rest: object) -> Iterator[Terminal]:
    """The program, ended whatever becomes of the test."""
    terminal = Terminal(*arguments, module=module, **rest)  # type: ignore[arg-type]  # as Terminal takes them
    try:
        yield terminal
    finally:
        terminal.end()


@contextmanager
def writing(
    path: Path, text: str = "typed before the end ", *, before: tuple[str, ...] = (), **rest: object
) -> Iterator[Terminal]:
    """The wizard at one long answer of a draft, with something typed into it and shown.

    ``before`` is what a module other than the program itself is given first.
    """
    with running(*before, str(path), "--at", "why.overall", **rest) as terminal:  # type: ignore[arg-type]
        terminal.until("What to write")
        terminal.until("to do")
        if text:
            terminal.type(text)
            terminal.until(text.strip())
        yield terminal


needs_pty = pytest.mark.skipif(sys.platform == "win32", reason="this system has no pty")
needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system has no /proc")

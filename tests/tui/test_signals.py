"""A real program on a real pty: whatever ends it, what was typed is on disk and the exit code says what happened."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sa_wizard.draft import recent
from tests.tui.driving import draft_at, on_disk

PATIENCE = 20.0
"""Seconds to wait for the screen before a test fails; nothing waits this long when it works."""


class Terminal:
    """The wizard running on a pty of 80x24."""

    def __init__(self, *arguments: str) -> None:
        self.main, child = pty.openpty()
        termios.tcsetwinsize(child, (24, 80))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sa_wizard", *arguments],
            stdin=child,
            stdout=child,
            stderr=child,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"},
        )
        os.close(child)
        self.seen = b""

    def until(self, text: str) -> None:
        """Read what the program writes until it has shown a text."""
        wanted = text.encode()
        while wanted not in self.seen:
            ready, _, _ = select.select([self.main], [], [], PATIENCE)
            assert ready, f"{text!r} was never shown"
            self.seen += os.read(self.main, 65536)

    def type(self, text: str) -> None:
        """Send keys."""
        os.write(self.main, text.encode())

    def drain(self) -> int:
        """Read to the end so that the program is never stuck writing; returns its exit code."""
        while True:
            ready, _, _ = select.select([self.main], [], [], PATIENCE)
            assert ready, "the program did not end"
            try:
                if not os.read(self.main, 65536):
                    break
            except OSError:
                break
        return self.process.wait(PATIENCE)


@contextmanager
def running(path: Path) -> Iterator[Terminal]:
    terminal = Terminal(str(path), "--at", "why.overall")
    try:
        terminal.until("What to write")
        terminal.until("to do")
        terminal.type("typed before the end ")
        terminal.until("end")
        yield terminal
    finally:
        terminal.process.kill()
        terminal.process.wait()


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no SIGHUP")
@pytest.mark.parametrize(("name", "code"), [("SIGHUP", 129), ("SIGTERM", 143)])
def test_a_signal_saves_and_leaves_with_its_code(tmp_path: Path, name: str, code: int) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with running(path) as terminal:
        terminal.process.send_signal(getattr(signal, name))
        assert terminal.drain() == code
    assert on_disk(path, "why.overall") == "typed before the end "
    assert not list(tmp_path.glob(".*.lock"))


def test_a_closed_line_saves_and_leaves_without_any_signal(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with running(path) as terminal:
        os.close(terminal.main)  # no signal is sent: the line is simply not there any more
        assert terminal.process.wait(PATIENCE) == 129
    assert on_disk(path, "why.overall") == "typed before the end "


def test_quitting_saves_and_exits_zero(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with running(path) as terminal:
        terminal.type("\x11")
        assert terminal.drain() == 0
    assert on_disk(path, "why.overall") == "typed before the end "


def test_what_is_typed_before_the_place_is_shown_goes_there_in_order(tmp_path: Path) -> None:
    """The place last used is reached behind its cursor, however early the first keys come."""
    path = draft_at(tmp_path / "d.sa.json", why__overall="Left here.")
    recent.remember(path, "Ours", "why.overall", 0, len("Left here."))
    terminal = Terminal(str(path))
    terminal.until("\x1b[?1049h")
    terminal.type(" Typed before anything was shown.")
    terminal.until("shown.")
    terminal.type("\x11")
    assert terminal.drain() == 0
    assert on_disk(path, "why.overall") == "Left here. Typed before anything was shown."


def test_a_second_program_is_told_who_has_the_draft(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with running(path):
        second = Terminal(str(path))
        second.until("in use by")
        assert second.drain() == 5

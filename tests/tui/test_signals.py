"""A real program on a real pty: whatever ends it, what was typed is on disk and the exit code says what happened."""

import signal
from pathlib import Path

import pytest

from sa_wizard.draft import recent
from tests.tui.driving import draft_at, on_disk
from tests.tui.terminal import CTRL_Q, PATIENCE, needs_proc, needs_pty, running, writing

pytestmark = needs_pty
TYPED = "typed before the end "


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no SIGHUP")
@pytest.mark.parametrize(("name", "code"), [("SIGHUP", 129), ("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_saves_and_leaves_with_its_code(tmp_path: Path, name: str, code: int) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with writing(path) as terminal:
        terminal.send(name)
        assert terminal.drain() == code
        assert b"Traceback" not in terminal.seen
    assert on_disk(path, "why.overall") == TYPED
    assert not list(tmp_path.glob(".*.lock"))


def test_ctrl_c_is_a_key_and_ends_nothing(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with writing(path) as terminal:
        terminal.type("\x03and more ")
        terminal.until("and more")
        terminal.type(CTRL_Q)
        assert terminal.drain() == 0
    assert on_disk(path, "why.overall") == f"{TYPED}and more "


@needs_proc
def test_it_saves_before_it_is_stopped_and_comes_back_whole(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with writing(path) as terminal:
        terminal.send("SIGTSTP")
        terminal.wait(terminal.stopped, "it was not stopped")
        assert on_disk(path, "why.overall") == TYPED
        terminal.wipe()
        terminal.send("SIGCONT")
        terminal.until(TYPED.strip())
        terminal.until("to do")
        terminal.type("and after ")
        terminal.until("and after")
        terminal.type(CTRL_Q)
        assert terminal.drain() == 0
    assert on_disk(path, "why.overall") == f"{TYPED}and after "


def test_a_closed_line_saves_and_leaves_without_any_signal(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with writing(path) as terminal:
        terminal.hang_up()  # no signal is sent: the line is simply not there any more
        assert terminal.process.wait(PATIENCE) == 129
    assert on_disk(path, "why.overall") == TYPED


def test_quitting_saves_and_exits_zero(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with writing(path) as terminal:
        terminal.type(CTRL_Q)
        assert terminal.drain() == 0
    assert on_disk(path, "why.overall") == TYPED


def test_what_is_typed_before_the_place_is_shown_goes_there_in_order(tmp_path: Path) -> None:
    """The place last used is reached behind its cursor, however early the first keys come."""
    path = draft_at(tmp_path / "d.sa.json", why__overall="Left here.")
    recent.remember(path, "Ours", "why.overall", 0, len("Left here."))
    with running(str(path)) as terminal:
        terminal.wait(lambda: b"\x1b[?1049h" in terminal.seen)
        terminal.type(" Typed before anything was shown.")
        terminal.until("Left here. Typed before anything was shown.")  # the terminal's own echo has only what was typed
        terminal.type(CTRL_Q)
        assert terminal.drain() == 0
    assert on_disk(path, "why.overall") == "Left here. Typed before anything was shown."

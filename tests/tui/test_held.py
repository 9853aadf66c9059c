"""Typing never waits for the disk, and no mistake of ours costs what was typed: through the real program on a pty."""

import stat
from pathlib import Path

from sa_wizard import crash
from tests.tui.driving import draft_at, on_disk
from tests.tui.terminal import CTRL_Q, needs_proc, needs_pty, writing

pytestmark = needs_pty


@needs_proc
def test_keys_are_shown_while_a_write_hangs(tmp_path: Path) -> None:
    """The write is let go only when the keys typed meanwhile are on screen: if they waited for it, none would move."""
    path = draft_at(tmp_path / "d.sa.json")
    sign = tmp_path / "let-go"
    more = {"LET_GO": str(sign)}
    with writing(path, "one ", module="tests.tui.broken", before=("held",), more=more) as terminal:
        terminal.wait(lambda: bool(list(tmp_path.glob(".*.tmp"))), "no write began")
        terminal.type("two three ")
        terminal.until("two three")
        assert on_disk(path, "why.overall") is None, "the write has not come to its end"
        assert list(tmp_path.glob(".*.tmp")), "and is still on its way"
        sign.touch()
        terminal.wait(lambda: on_disk(path, "why.overall") == "one two three ")
        terminal.type(CTRL_Q)
        assert terminal.drain() == 0
    assert on_disk(path, "why.overall") == "one two three "


def test_a_mistake_of_ours_saves_first_and_tells_nothing_of_the_text(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with writing(path, "Nobody may read this", module="tests.tui.broken", before=("fault",)) as terminal:
        terminal.type("!")
        assert terminal.drain() == 1
        told = terminal.seen.rpartition(b"\x1b[?1049l")[2].decode()
    assert on_disk(path, "why.overall") == "Nobody may read this"
    assert not list(tmp_path.glob(".*"))
    assert "Something went wrong inside sa-wizard (ValueError)" in told
    assert "What you wrote is saved." in " ".join(told.split())
    log = crash.log_file()
    for content in (told, log.read_text(encoding="utf-8")):
        assert "Nobody may read" not in content
        assert "Traceback" not in content
    assert stat.S_IMODE(log.stat().st_mode) == 0o600

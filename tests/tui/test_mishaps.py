"""The real program on a real pty, in the trouble that a person's day brings: nothing typed is lost, nothing is guessed.

What ends the program is in ``test_signals``; here are two at once, other programs, other formats, other people's files,
the person's own editor and Pandoc.
"""

import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sa_wizard.draft import recent, versions
from sa_wizard.draft.session import Session
from tests.tui.driving import draft_at, on_disk
from tests.tui.terminal import (
    CTRL_G,
    CTRL_O,
    CTRL_Q,
    ENTER,
    ESCAPE,
    F5,
    TAB,
    Terminal,
    needs_proc,
    needs_pty,
    running,
    writing,
)

pytestmark = needs_pty
FROZEN = Path(__file__).parents[1] / "draft" / "frozen" / "v1.sa.json"


def leave(terminal: Terminal) -> None:
    """Quit as a person does."""
    terminal.type(CTRL_Q)
    assert terminal.drain() == 0
    assert b"Traceback" not in terminal.seen


def test_escape_back_resizing_and_quitting_lose_nothing(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with writing(path, "one ") as terminal:
        terminal.resize(120, 40)
        terminal.type("two ")
        terminal.until("one two")
        terminal.resize(60, 18)
        terminal.type("three ")
        terminal.wait(lambda: on_disk(path, "why.overall") == "one two three ")
        terminal.resize(80, 24)
        terminal.type(f"{ESCAPE}")
        terminal.type(CTRL_O)
        terminal.until("Recent drafts")
        assert on_disk(path, "why.overall") == "one two three "
        terminal.type(ENTER)
        terminal.until("one two three")
        terminal.type("four")
        leave(terminal)
    assert on_disk(path, "why.overall") == "one two three four"


def test_a_second_program_says_who_where_and_since_when_and_may_look(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="Theirs. ")
    with writing(path):
        owner = json.loads((tmp_path / ".d.sa.json.lock").read_text(encoding="utf-8"))
        with running(str(path)) as second:
            assert second.drain() == 5
            for told in ("in use by", "--read-only", owner["who"], owner["host"], owner["since"]):
                assert told.encode() in second.seen
        recent.remember(path, "Ours", "why.overall")
        with running() as third:
            third.until("Recent drafts")
            third.type(ENTER)
            third.until(f"in use by {owner['who']} on {owner['host']} since {owner['since']}")
            third.type(TAB)
            third.type(ENTER)
            third.until("read only")
            third.type("mine")
            leave(third)
    assert "mine" not in on_disk(path, "why.overall")


def test_the_lock_of_a_killed_program_is_taken_over_and_what_it_saved_is_there(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with writing(path, "before the kill ") as terminal:
        terminal.wait(lambda: on_disk(path, "why.overall") == "before the kill ")
        terminal.wait(lambda: (visit := recent.visit_of(path)) is not None and visit.at == "why.overall")
        terminal.send("SIGKILL")
        terminal.process.wait()
    assert (tmp_path / ".d.sa.json.lock").exists()
    with running(str(path)) as again:
        again.until("before the kill")
        again.until("to do")
        again.type("and after, ")
        leave(again)
    assert sorted(on_disk(path, "why.overall").split(", ")) == ["and after", "before the kill "]
    assert not list(tmp_path.glob(".*"))


def test_what_another_program_wrote_meanwhile_is_shown_before_anything_is_written(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="As it was. ")
    with writing(path, "") as terminal:
        other = Session.open(path)
        other.set("why.overall", "What git brought.")
        other.save()
        terminal.type("Mine. ")
        terminal.until("Another program changed this draft")
        assert on_disk(path, "why.overall") == "What git brought."
        terminal.type("3")
        terminal.type(F5)
        terminal.wait(lambda: "What git brought." in (kept := on_disk(path, "why.overall")) and "Mine." in kept)
        leave(terminal)


def test_a_draft_of_the_first_format_opens_and_says_where_the_old_file_is_kept(
    tmp_path: Path, own_folders: Path
) -> None:
    path = tmp_path / "d.sa.json"
    shutil.copy(FROZEN, path)
    with running(str(path), "--at", "why.overall") as terminal:
        terminal.until("What to write")
        leave(terminal)
    assert path.read_bytes() == FROZEN.read_bytes(), "looked at and not changed"
    with writing(path, "typed now ", module="tests.tui.broken", before=("older",)) as terminal:
        terminal.until("older format")
        terminal.until("kept at")
        leave(terminal)
    (kept,) = (own_folders / "state" / "before-migration").iterdir()
    assert kept.read_bytes() == FROZEN.read_bytes()
    assert json.loads(path.read_bytes())["format_version"] == 2
    with running(str(path)) as before:
        before.until("written by a newer sa-wizard")
        assert before.drain() == 6
    with running(str(path), "--read-only", "--at", "why.overall") as before:
        before.until("for reading")
        before.until("typed now")
        leave(before)


def test_a_damaged_draft_names_the_way_back_on_the_command_line_and_in_the_wizard(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with writing(path, "Kept. ") as terminal:
        terminal.wait(lambda: bool(versions.listed(path)))
        leave(terminal)
    half = path.read_bytes()[:-100]
    path.write_bytes(half)
    with running(str(path)) as terminal:
        assert terminal.drain() == 6
        assert b"sa-wizard restore" in terminal.seen
    with running() as terminal:
        terminal.until("Recent drafts")
        terminal.type("1")
        terminal.until("is damaged")
        terminal.until("Bring back the version of")
        terminal.type(ESCAPE)
        leave(terminal)
    assert path.read_bytes() == half


HOSTILE = "\x1b]0;pwned\x07\x1b[2J\x9b31m\u202e[red]bold[/] [/a[0]] **x** {{ 7*7 }}"


def test_a_title_that_attacks_is_shown_as_text_and_tells_the_terminal_nothing(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    data = json.loads(path.read_bytes())
    data["about"]["partnership"] = data["about"]["title"] = HOSTILE
    path.write_text(json.dumps(data), encoding="utf-8")
    with writing(path) as terminal:
        terminal.until("[red]bold[/] [/a[0]] **x** {{ 7*7 }}")
        leave(terminal)
        sent = terminal.seen.decode()
    with running() as terminal:
        terminal.until("[red]bold[/] [/a[0]] **x** {{ 7*7 }}")
        leave(terminal)
        sent += terminal.seen.decode()
    ours = re.compile("\x1b\\]22;[a-z]*\x07")  # the shape of the mouse pointer, which the toolkit sends
    for obeyed in ("\x1b]", "\x07", "\x1b[2J", "\x9b", "\u202e"):
        assert obeyed not in ours.sub("", sent), obeyed


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make a program the person's editor, with a short name: it is given the file's path as ``path``."""
    for name in ("SA_WIZARD_EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)

    def use(program: str) -> None:
        script = tmp_path / "programs" / "ed"
        script.parent.mkdir()
        start = f"#!{sys.executable}\nimport os, pathlib, signal, sys\npath = pathlib.Path(sys.argv[1])\n"
        start += "signal.signal(signal.SIGINT, signal.SIG_DFL)\nprint('the editor is here')\n"
        script.write_text(f"{start}sys.stdout.flush()\n{program}\n", encoding="utf-8")
        script.chmod(0o755)
        monkeypatch.setenv("PATH", str(script.parent), prepend=os.pathsep)
        monkeypatch.setenv("EDITOR", "ed")

    return use


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("path.write_text('half'); sys.exit(1)", "failed"),
        ("path.write_text('half'); os.kill(os.getpid(), signal.SIGKILL)", "failed"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", "could not be used"),
        ("path.unlink(); sys.exit(1)", "could not be used"),
        ("path.unlink()", "left nothing of"),
        ("path.write_text('')", "left nothing of"),
    ],
    ids=["fails", "killed", "crashes", "deletes and fails", "deletes", "empties"],
)
def test_an_editor_that_fails_leaves_the_text_and_a_sentence(
    tmp_path: Path, editor: Callable[[str], None], program: str, told: str
) -> None:
    editor(program)
    folder = tmp_path / "drafts"
    folder.mkdir()
    path = draft_at(folder / "d.sa.json")
    with writing(path, "Mine. ") as terminal:
        terminal.type(CTRL_G)
        terminal.until(told)
        terminal.type("More.")
        terminal.until("Mine. More.")
        leave(terminal)
    assert on_disk(path, "why.overall") == "Mine. More."
    left = [file.read_text(encoding="utf-8") for file in folder.glob(".*.md")]
    assert left == (["half"] if told == "failed" else [])


@needs_proc
def test_an_editor_that_hangs_can_be_interrupted_and_the_wizard_goes_on(
    tmp_path: Path, editor: Callable[[str], None]
) -> None:
    """What was typed is on disk before the editor starts; Ctrl+C there is meant for the editor alone."""
    editor("signal.pause()")
    path = draft_at(tmp_path / "d.sa.json")
    with writing(path, "Mine. ") as terminal:
        terminal.type(CTRL_G)
        terminal.wait(lambda: b"the editor is here" in terminal.seen)
        assert on_disk(path, "why.overall") == "Mine. "
        terminal.send("SIGINT")
        children = Path(f"/proc/{terminal.process.pid}/task/{terminal.process.pid}/children")
        (child,) = [int(each) for each in children.read_text(encoding="ascii").split()]
        os.kill(child, 2)
        terminal.until("could not be used")
        terminal.type("More.")
        terminal.until("Mine. More.")
        leave(terminal)
    assert on_disk(path, "why.overall") == "Mine. More."


@needs_proc
def test_what_the_editor_saved_before_the_wizard_was_killed_is_offered(
    tmp_path: Path, editor: Callable[[str], None]
) -> None:
    editor("path.write_text('Written in the editor.\\n'); print('it is saved', flush=True); signal.pause()")
    folder = tmp_path / "drafts"
    folder.mkdir()
    path = draft_at(folder / "d.sa.json")
    with writing(path, "Mine. ") as terminal:
        terminal.type(CTRL_G)
        terminal.wait(lambda: b"it is saved" in terminal.seen)
        children = Path(f"/proc/{terminal.process.pid}/task/{terminal.process.pid}/children")
        (child,) = [int(each) for each in children.read_text(encoding="ascii").split()]
        terminal.send("SIGKILL")
        terminal.process.wait()
        os.kill(child, 9)
    assert on_disk(path, "why.overall") == "Mine. "
    with running(str(path)) as again:
        again.until("your editor had this answer")
        again.type("1")
        again.type(F5)
        again.until("Written in the editor.")
        again.wait(lambda: on_disk(path, "why.overall") == "Written in the editor.")
        leave(again)
    assert [file.name for file in folder.iterdir()] == ["d.sa.json"]


def pandoc_that(folder: Path, does: str) -> dict[str, str]:
    """A Pandoc of the right version that comes to grief when it converts; what the environment is to say of it."""
    made = folder / "bin" / "pandoc"
    made.parent.mkdir()
    made.write_text(f'#!/bin/sh\nif [ "$1" = --version ]; then echo "pandoc 3.9"; exit 0; fi\n{does}\n', "utf-8")
    made.chmod(0o755)
    temporary = folder / "temporary"
    temporary.mkdir()
    return {"PYPANDOC_PANDOC": str(made), "TMPDIR": str(temporary)}


GRIEF = {
    "killed": ("echo half > document.docx; kill -9 $$", "stopped by the system"),
    "out of memory": ("echo 'pandoc: out of memory (requested 1048576 bytes)' >&2; exit 251", "memory"),
}


@pytest.mark.parametrize("grief", GRIEF)
def test_a_pandoc_that_dies_leaves_the_draft_and_the_earlier_document(tmp_path: Path, grief: str) -> None:
    does, told = GRIEF[grief]
    more = pandoc_that(tmp_path, does)
    folder = tmp_path / "drafts"
    folder.mkdir()
    path = draft_at(folder / "d.sa.json", levels__harm="Written.")
    earlier = folder / "d.docx"
    earlier.write_bytes(b"last year's")
    before = path.read_bytes()
    with running("export", str(path), "-o", str(folder / "new.docx"), more=more) as command:
        command.until(told)
        assert command.drain() == 4
    assert path.read_bytes() == before
    with writing(path, "And more. ", more=more) as terminal:
        terminal.type(F5)
        terminal.until("Reference document")
        terminal.type(F5)
        terminal.until("is there already")
        terminal.type(TAB)
        terminal.type(ENTER)
        terminal.until(told)
        leave(terminal)
    assert earlier.read_bytes() == b"last year's"
    assert on_disk(path, "why.overall") == "And more. "
    assert sorted(file.name for file in folder.iterdir()) == ["d.docx", "d.sa.json"]
    assert not list((tmp_path / "temporary").iterdir())


@pytest.mark.parametrize("name", ["SIGHUP", "SIGKILL"])
def test_the_answers_to_a_new_draft_outlive_a_dropped_line(tmp_path: Path, own_folders: Path, name: str) -> None:
    kept = own_folders / "state" / "new-draft.json"
    with running(folder=tmp_path) as terminal:
        terminal.until("Start a new assessment")
        terminal.type("n")
        terminal.until("Step 1 of 3")
        terminal.type("Safer Northbridge")
        terminal.until("Safer Northbridge")
        if name == "SIGKILL":
            terminal.wait(lambda: kept.exists() and "Safer Northbridge" in kept.read_text(encoding="utf-8"))
        terminal.send(name)
        assert terminal.drain() in (129, -9)
    assert not list(tmp_path.iterdir()), "no draft was made yet"
    assert kept.stat().st_mode & 0o777 == 0o600
    with running(folder=tmp_path) as terminal:
        terminal.until("Start a new assessment")
        terminal.type("n")
        terminal.until("Safer Northbridge")
        terminal.type(ESCAPE)
        terminal.until("Leave and lose")
        terminal.type(TAB)
        terminal.type(ENTER)
        terminal.until("Start a new assessment")
        leave(terminal)
    assert not kept.exists(), "they were left on purpose"


@contextmanager
def gone(folder: Path) -> Iterator[tuple[Path, Terminal]]:
    """A draft that is written in while its own folder is gone: put aside, where it can be brought back from."""
    (folder / "share").mkdir()
    path = draft_at(folder / "share" / "d.sa.json")
    with writing(path, "") as terminal:
        path.parent.rename(folder / "aside")
        terminal.type("Typed while it was gone.")
        terminal.until("NOT SAVED")
        yield path, terminal


def test_whoever_leaves_a_draft_that_is_not_saved_is_told_where_the_copy_is_and_it_comes_back(
    tmp_path: Path, own_folders: Path
) -> None:
    """Said below the shell's prompt, where it stays; a copy that nobody can find is no copy."""
    with gone(tmp_path) as (path, terminal):
        terminal.type(CTRL_Q)
        terminal.until("Leave; it is offered at the next start")
        terminal.type(TAB + ENTER)
        assert terminal.drain() == 7
        said = terminal.seen.rpartition(b"1049l")[2].decode()
    copies = list((own_folders / "state" / "recovery").iterdir())
    assert len(copies) == 1
    assert f"is kept in {copies[0]}." in said
    command = said.partition("and 'sa-wizard ")[2].partition("'")[0]
    path.parent.mkdir()
    with running(*command.split()) as terminal:
        assert terminal.drain() == 0
    assert on_disk(path, "why.overall") == "Typed while it was gone."


def test_a_copy_that_was_taken_in_before_leaving_is_not_spoken_of(tmp_path: Path) -> None:
    with gone(tmp_path) as (path, terminal):
        (tmp_path / "aside").rename(path.parent)
        leave(terminal)
        assert b"is kept in" not in terminal.seen.rpartition(b"1049l")[2]
    assert on_disk(path, "why.overall") == "Typed while it was gone."

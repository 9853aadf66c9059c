"""A line typed over an answer that is there outlives whatever ends the program, and takes no place before Enter."""

import os
import select
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sa_wizard.cli.plain.half import OFTEN, WHY, Half
from sa_wizard.draft import recovery, store
from sa_wizard.sitting.desk import Desk
from tests.cli.conftest import Run
from tests.cli.terminals import PATIENCE, Program

TITLE = b"Present answer: Ours"


def copies(draft: Path) -> list[str]:
    """What is kept beside the draft, as titles."""
    outline, _ = store.load(draft)
    return [copy.draft.text("about.title") for copy in recovery.found(draft, outline)]


def title(draft: Path) -> str:
    """What the file holds."""
    return store.load(draft)[1].text("about.title")


@pytest.fixture
def titled(run: Run, draft: Path) -> Path:
    """A draft with a title."""
    run("set", draft, "about.title", "Ours")
    return draft


@pytest.fixture
def at_title(titled: Path) -> Iterator[Program]:
    """At a terminal, at the title that is there."""
    started = Program(titled, terminal=True, wait_for=TITLE, at="about.title")
    yield started
    started.close()


def until(program: Program, done: Callable[[], bool]) -> None:
    """Read what the program shows until something is so."""
    end = time.monotonic() + PATIENCE
    while not done() and time.monotonic() < end:
        if select.select([program.screen], [], [], 0.05)[0]:
            os.read(program.screen, 65536)
    assert done()


@pytest.mark.parametrize(("choice", "wanted"), [(b"1\n", "A new tit"), (b"2\n", "Ours")])
def test_a_half_line_outlives_a_kill_and_is_offered_beside_the_answer(
    at_title: Program, titled: Path, choice: bytes, wanted: str
) -> None:
    at_title.type(b"A new tit")
    until(at_title, lambda: copies(titled) == ["A new tit"])
    at_title.process.kill()
    at_title.process.wait()
    assert title(titled) == "Ours"
    again = Program(titled, terminal=True, wait_for=b"1 to 3> ", at="about.title")
    try:
        assert b"A line was being typed here when the program ended" in again.seen
        assert b"1 Take what was typed" in again.seen
        again.type(choice)
        again.wait_for(b"Title")
        again.type(b":quit\n")
        assert again.ended() == 0
    finally:
        again.close()
    assert title(titled) == wanted
    assert copies(titled) == []


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGHUP, 129)])
def test_a_half_line_outlives_a_signal(at_title: Program, titled: Path, how: signal.Signals, code: int) -> None:
    if signal.getsignal(how) is signal.SIG_IGN:
        pytest.skip("whoever started these tests has this signal ignored, and so has the program")
    at_title.type(b"A new tit")
    at_title.wait_for(b"A new tit")
    at_title.process.send_signal(how)
    assert at_title.ended() == code
    assert "is kept beside “Title”; the next start offers it.".encode() in at_title.seen
    assert (title(titled), copies(titled)) == ("Ours", ["A new tit"])


@pytest.mark.parametrize(
    ("typed", "wanted"), [(b"New\n", "New"), (b"N\x7f\n", "Ours"), (b":help\n", "Ours"), (b"\n", "Ours")]
)
def test_a_line_that_enter_has_ended_leaves_nothing_beside(
    at_title: Program, titled: Path, typed: bytes, wanted: str
) -> None:
    at_title.type(b"Old")
    until(at_title, lambda: copies(titled) == ["Old"])
    at_title.type(b"\x15" + typed + b":quit\n")
    assert at_title.ended() == 0
    assert (title(titled), copies(titled)) == (wanted, [])


def test_a_half_command_is_not_kept(at_title: Program, titled: Path) -> None:
    at_title.type(b":quit\x03")
    assert at_title.ended() == 130
    assert (title(titled), copies(titled)) == ("Ours", [])


def test_a_line_that_goes_on_is_copied_now_and_then_and_never_over_another_copy(titled: Path) -> None:
    """Each key would be a file written; and a copy nobody has looked at is not to be lost for this one."""
    now = 100.0
    desk = Desk()
    session = desk.open(titled)
    desk.copy_apart("The disk is full.")
    half = Half(desk, session, "about.title", lambda: now)
    assert half.keep("A") is None
    assert half.keep("A") is None
    assert half.keep("AB") == OFTEN
    desk.aside(lambda: True, wait=True)
    assert copies(titled) == ["A", "Ours"] or copies(titled) == ["Ours", "A"]
    now += OFTEN
    assert half.keep("AB") is None
    desk.aside(lambda: True, wait=True)
    assert {copy.why: copy.draft.text("about.title") for copy in recovery.found(titled, session.outline)} == {
        "The disk is full.": "Ours",
        WHY: "AB",
    }
    half.forget()
    desk.close()
    assert copies(titled) == []

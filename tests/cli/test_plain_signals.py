"""The line mode when something ends it: a signal, a terminal that goes, another program that writes the draft."""

import json
import os
import select
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.terminals import PATIENCE, QUESTION, Program, answer


@pytest.fixture(params=[True, False], ids=["terminal", "pipe"])
def program(request: pytest.FixtureRequest, draft: Path) -> Iterator[Program]:
    """At a terminal, and on pipes."""
    started = Program(draft, terminal=request.param)
    yield started
    started.close()


@pytest.fixture
def at_terminal(draft: Path) -> Iterator[Program]:
    """At a terminal that says it can only print; nothing else asks for the line mode."""
    started = Program(draft, terminal=True)
    yield started
    started.close()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_keeps_a_text_that_was_not_ended(
    program: Program, draft: Path, number: signal.Signals, code: int
) -> None:
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("whoever started these tests has this signal ignored, and so has the program")
    program.type(b":help skip\nFirst line.\nHalf a l")
    program.wait_for(b":skip leave")
    program.process.send_signal(number)
    assert program.ended() == code
    assert answer(draft) == "First line.\nHalf a l"
    assert not list(draft.parent.glob(".*.lock"))


def test_ctrl_c_keeps_what_stands_on_the_line(at_terminal: Program, draft: Path) -> None:
    at_terminal.type(b"Half a line\x03")
    assert at_terminal.ended() == 130
    assert answer(draft) == "Half a line"


def test_a_terminal_that_goes_away_is_a_hang_up(at_terminal: Program, draft: Path) -> None:
    at_terminal.type(b"First line.\nHalf")
    at_terminal.wait_for(b"First line.\r\nHalf")
    os.close(at_terminal.keys)
    assert at_terminal.process.wait(PATIENCE) == 129
    assert answer(draft) == "First line.\nHalf"
    assert not list(draft.parent.glob(".*.lock"))


def test_ctrl_d_is_the_end(at_terminal: Program, draft: Path) -> None:
    at_terminal.type(b"Words.\n\x04")
    assert at_terminal.ended() == 0
    assert answer(draft) == "Words."
    assert b"Saved in" in at_terminal.seen


def test_what_is_typed_is_saved_while_nobody_types(program: Program, draft: Path) -> None:
    """The text is not ended: a power cut would take what no file holds."""
    program.type(b"Not ended yet.\n")
    until = time.monotonic() + PATIENCE
    while not answer(draft) and time.monotonic() < until:
        if select.select([program.screen], [], [], 0.05)[0]:
            os.read(program.screen, 65536)
    assert answer(draft) == "Not ended yet."


@pytest.mark.parametrize("before", [b"", b"First line.\n"], ids=["the first line", "a later line"])
def test_a_line_that_enter_has_not_ended_outlives_a_kill(at_terminal: Program, draft: Path, before: bytes) -> None:
    """People who use the line mode write a paragraph as one line, which takes minutes."""
    at_terminal.type(before + b"A paragraph without an end")
    wanted = f"{before.decode()}A paragraph without an end"
    until = time.monotonic() + PATIENCE
    while answer(draft) != wanted and time.monotonic() < until:
        if select.select([at_terminal.screen], [], [], 0.05)[0]:
            os.read(at_terminal.screen, 65536)
    at_terminal.process.kill()
    assert answer(draft) == wanted


def test_a_line_that_was_kept_until_enter_is_one_answer_and_one_step(at_terminal: Program, draft: Path) -> None:
    """What stood in the draft meanwhile neither stays beside the answer nor is a step of its own."""
    at_terminal.type(b"Old.\n.\n:go why.overall\nTypo")
    at_terminal.wait_for(b"Typo")
    at_terminal.type(b"\x7f\x7f\x7f\x7fNew.\n.\n:go why.overall\n:undo\n")
    at_terminal.wait_for(b"Undone")
    at_terminal.type(b":quit\n")
    assert at_terminal.ended() == 0
    assert answer(draft) == "Old."


@pytest.mark.parametrize("line", [b":he", b".", b"  "])
def test_a_half_command_is_no_answer(at_terminal: Program, draft: Path, line: bytes) -> None:
    at_terminal.type(b"Old.\n.\n:go why.overall\n")
    at_terminal.wait_for(b"Present answer, 1 word")
    at_terminal.type(line + b"\x03")
    assert at_terminal.ended() == 130
    assert answer(draft) == "Old."


def test_a_half_line_stands_after_the_answer_that_was_there(at_terminal: Program, draft: Path) -> None:
    at_terminal.type(b"Old.\n.\n:go why.overall\nNew wor\x03")
    assert at_terminal.ended() == 130
    assert answer(draft) == "Old.\n\nNew wor"


def test_what_another_program_wrote_is_taken_in(program: Program, draft: Path) -> None:
    theirs = json.loads(draft.read_text())
    theirs["about"]["title"] = "Theirs"
    draft.write_text(json.dumps(theirs))
    program.type(b"Ours.\n.\n:quit\n")
    assert program.ended() == 0
    assert answer(draft) == "Ours."
    assert json.loads(draft.read_text())["about"]["title"] == "Theirs"


def test_what_both_wrote_is_never_written_over(draft: Path) -> None:
    """A script cannot be asked: it ends with the code for it, and what it said is kept apart."""
    program = Program(draft, terminal=False)
    try:
        theirs = json.loads(draft.read_text())
        theirs["values"]["why"] = {"overall": "Theirs."}
        draft.write_text(json.dumps(theirs))
        program.type(b"Ours.\n.\n")
        os.close(program.keys)
        assert program.ended() == 7
    finally:
        program.close()
    assert answer(draft) == "Theirs."
    kept = list((Path(os.environ["SA_WIZARD_DATA_DIR"]) / "recovery").iterdir())
    assert [json.loads(file.read_text())["content"]["values"]["why"]["overall"] for file in kept] == ["Ours."]


def test_a_copy_kept_apart_is_offered_and_taken(draft: Path) -> None:
    """The next start at a terminal shows what differs, and takes what is chosen by number."""
    test_what_both_wrote_is_never_written_over(draft)
    program = Program(draft, terminal=True, wait_for=b"Decide later")
    try:
        program.type(b"3\n")
        program.wait_for(QUESTION)
        program.type(b":quit\n")
        assert program.ended() == 0
    finally:
        program.close()
    assert answer(draft) == "Ours.\n\nTheirs."
    assert not list((Path(os.environ["SA_WIZARD_DATA_DIR"]) / "recovery").iterdir())


def test_a_line_may_be_longer_than_a_terminal_passes_on(at_terminal: Program, draft: Path) -> None:
    """A terminal drops what is pasted beyond 4,095 bytes of a line; a paragraph often has more."""
    at_terminal.type(b"".join(b"word%05d " % number for number in range(900)) + b"the end\n")
    at_terminal.wait_for(b"the end")
    at_terminal.type(b".\n:quit\n")
    assert at_terminal.ended() == 0
    assert len(answer(draft).split()) == 902


def test_keys_that_mean_nothing_leave_nothing(at_terminal: Program, draft: Path) -> None:
    at_terminal.type(b"\x1b[AOne\x1b[1;5C twp\x7fo thre\x17\xc3\xa9t\xc3\xa9\x1bOP\n.\n:quit\n")
    assert at_terminal.ended() == 0
    assert answer(draft) == "One two été"


def test_the_terminal_is_given_back_as_it_was(draft: Path) -> None:
    """Also after a signal: a shell without an echo is a broken shell."""
    termios = pytest.importorskip("termios")
    program = Program(draft, terminal=True)
    try:
        assert not termios.tcgetattr(program.keys)[3] & termios.ECHO
        program.process.send_signal(signal.SIGTERM)
        assert program.ended() == 143
        assert termios.tcgetattr(program.keys)[3] & termios.ECHO
    finally:
        program.close()


@pytest.mark.parametrize("kind", ["dumb", "xterm"])
def test_a_terminal_marks_what_is_pasted_only_while_the_program_runs(
    draft: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """One that only prints is never sent a sign it would show; the others are left as they were."""
    monkeypatch.setenv("ACCESSIBLE", "1")
    program = Program(draft, terminal=True, kind=kind)
    try:
        program.type(b":quit\n")
        assert program.ended() == 0
    finally:
        program.close()
    on, off = program.seen.find(b"\x1b[?2004h"), program.seen.rfind(b"\x1b[?2004l")
    assert (on, off) == (-1, -1) if kind == "dumb" else 0 <= on < off
    assert b"\x1b" not in program.seen.replace(b"\x1b[?2004h", b"").replace(b"\x1b[?2004l", b"")


def test_a_paste_into_one_line_answers_one_question(draft: Path) -> None:
    program = Program(draft, terminal=True, wait_for=b"Title", at="about.title")
    try:
        program.type(b"\x1b[200~Ours\rand theirs\r\x1b[201~\n")
        program.wait_for(b"Kept: Ours and theirs.")
        program.type(b":quit\n")
        assert program.ended() == 0
    finally:
        program.close()
    assert json.loads(draft.read_text())["about"]["partnership"] == "Safer Northbridge"


def test_a_command_inside_a_text_is_said_to_be_text_at_once(at_terminal: Program, draft: Path) -> None:
    """Somebody who wants to leave learns how to, rather than typing it again and again."""
    at_terminal.type(b"One\n:quit\n")
    at_terminal.wait_for(b"is taken into the answer; a line that holds only a full")
    at_terminal.type(b".\n:quit\n")
    assert at_terminal.ended() == 0
    assert answer(draft) == "One\n:quit"

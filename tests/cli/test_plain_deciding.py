"""Yes or no in the line mode: the prompt says which question it is, and nothing typed to it lands in the draft."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sa_wizard.cli.plain.deciding import Deciding
from sa_wizard.cli.plain.voice import Voice
from sa_wizard.draft.lock import Lock
from tests.cli.conftest import Run
from tests.cli.terminals import Program, answer


@pytest.fixture
def at_mill(run: Run, draft: Path) -> Iterator[Program]:
    """At a terminal, at an answer with a mill in it, where a mill is about to be replaced."""
    run("set", draft, "why.overall", "The mill closed. A Mill opened.")
    started = Program(draft, terminal=True)
    started.type(b":replace mill = works\n")
    started.wait_for(b"yes or no> ")
    yield started
    started.close()


def test_a_person_sees_the_places_and_is_asked_before_anything_is_replaced(at_mill: Program, draft: Path) -> None:
    shown = at_mill.seen.partition(b":replace mill")[2]
    assert b"1 Why it has changed" in shown
    assert b"1 of 2 with other capitals" in shown
    assert "Replace “mill” with “works” in 2 places, in 1 answer?".encode() in shown
    at_mill.type(b"The answer I was about to type\n")
    at_mill.wait_for(b"is neither yes nor no, and was kept nowhere.")
    at_mill.type(b"y\n")
    at_mill.wait_for(b"Replaced")
    at_mill.type(b":quit\n")
    assert at_mill.ended() == 0
    assert answer(draft) == "The works closed. A works opened."


@pytest.mark.parametrize("said", [b"n\n", b"\n", b":list\n"])
def test_what_is_not_yes_replaces_nothing(at_mill: Program, draft: Path, said: bytes) -> None:
    at_mill.type(said)
    at_mill.wait_for(b"Nothing was replaced.")
    at_mill.type(b":quit\n")
    assert at_mill.ended() == 0
    assert answer(draft) == "The mill closed. A Mill opened."


def test_half_a_yes_is_no_answer_when_the_program_is_ended(at_mill: Program, draft: Path) -> None:
    at_mill.type(b"ye\x03")
    assert at_mill.ended() == 130
    assert answer(draft) == "The mill closed. A Mill opened."


@pytest.mark.parametrize(
    ("said", "kept"),
    [("yes", "The works closed."), ("Y", "The works closed."), ("no", "The mill closed."), ("", "The works closed.")],
)
def test_a_script_that_says_yes_or_no_all_the_same_writes_neither_into_the_draft(
    run: Run, draft: Path, said: str, kept: str
) -> None:
    """Whoever saw the question at a terminal writes its answer into the script; a script is not asked."""
    run("set", draft, "why.overall", "The mill closed.")
    script = f":go why.overall\n:replace mill = works\n{said}\n"
    assert run("--plain", draft, stdin=script.encode()).code == 0
    assert run("get", draft, "why.overall").out.strip() == kept


def test_yes_is_an_answer_like_any_other_where_nothing_was_asked(run: Run, draft: Path) -> None:
    run("set", draft, "why.overall", "The mill closed.")
    script = b":replace mill = works\n:go about.title\nYes\n"
    assert run("--plain", draft, stdin=script).code == 0
    assert run("get", draft, "about.title").out.strip() == "Yes"


class Typist:
    """Types some lines, and takes back those that are put back."""

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.prompts: list[str] = []

    def line(self, prompt: str) -> str:
        """The next line, and what stood before it."""
        self.prompts.append(prompt)
        return self.lines.pop(0)

    def back(self, line: str) -> None:
        """A line that is to be read again."""
        self.lines.insert(0, line)


@pytest.mark.parametrize(
    ("asking", "lines", "got", "left"),
    [
        (lambda it: it.yes("Do it?"), ("maybe", " YES "), True, []),
        (lambda it: it.yes("Do it?"), ("No", "next"), False, ["next"]),
        (lambda it: it.yes("Do it?"), (":quit",), False, [":quit"]),
        (lambda it: it.one_of(["Take mine", "Take theirs"]), ("y", "3", "2"), 1, []),
        (lambda it: it.one_of(["Take mine", "Take theirs"]), ("", ":quit"), None, [":quit"]),
    ],
)
def test_every_such_question_has_a_prompt_of_its_own_and_leaves_commands_to_be_done(
    asking: Callable[[Deciding], object],
    lines: tuple[str, ...],
    got: object,
    left: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    typist = Typist(*lines)
    assert asking(Deciding(typist.line, typist.back, Voice(prompts=True))) == got
    assert typist.lines == left
    assert set(typist.prompts) <= {"yes or no> ", "1 to 2> "}
    assert typist.prompts
    capsys.readouterr()


def test_a_document_that_was_edited_is_written_over_only_by_a_person_who_says_so(run: Run, draft: Path) -> None:
    document = draft.parent / "x.md"
    run("export", draft, "-o", document)
    document.write_text("Edited by hand.")
    program = Program(draft, terminal=True)
    try:
        program.type(f":export {document}\n".encode())
        program.wait_for(b"yes or no> ")
        program.type(b"n\n")
        program.wait_for(b"keeps both.")
        assert document.read_text() == "Edited by hand."
        program.seen = b""
        program.type(f":export {document}\n".encode())
        program.wait_for(b"yes or no> ")
        program.type(b"y\n")
        program.wait_for(b"Wrote")
        program.type(b":quit\n")
        assert program.ended() == 0
    finally:
        program.close()
    assert document.read_text() != "Edited by hand."


def test_a_draft_in_use_is_read_from_the_first_question_when_the_person_wants_it(draft: Path) -> None:
    program = Program(None, terminal=True, wait_for=b"Open a draft")
    try:
        with Lock(draft):
            program.type(f"2\n{draft}\n".encode())
            program.wait_for(b"Read it here without")
            program.wait_for(b"yes or no> ")
            program.type(b"yes\n")
            program.wait_for(b"open for reading only")
            program.type(b":quit\n")
            assert program.ended() == 0
    finally:
        program.close()


def test_a_person_is_told_why_a_line_was_refused_and_types_another(run: Run, draft: Path) -> None:
    """Also of a full stop alone, which no question of one line takes for its answer."""
    program = Program(draft, terminal=True, wait_for=b"Title", at="about.title")
    try:
        program.type(b".\n")
        program.wait_for(b"A full stop alone ends answers of several lines")
        program.type(b":go why.overal\n")
        program.wait_for(b"There is no question")
        program.type(b"Ours\n:quit\n")
        assert program.ended() == 0
    finally:
        program.close()
    assert run("get", draft, "about.title").out == "Ours\n"


@pytest.mark.parametrize(("said", "made"), [(b"1", "7 reasons.md"), (b"2", "reasons.md")])
def test_a_file_name_that_begins_like_a_part_is_asked_about(
    draft: Path, monkeypatch: pytest.MonkeyPatch, said: bytes, made: str
) -> None:
    monkeypatch.chdir(draft.parent)
    program = Program(draft, terminal=True)
    try:
        program.type(b":export 7 reasons.md\n")
        program.wait_for(b"1 The whole document, in 7 reasons.md")
        program.wait_for(b"2 What :export 7 makes, in reasons.md")
        program.wait_for(b"1 to 2> ")
        program.type(said + b"\n")
        program.wait_for(f"Wrote {made}".encode())
        program.type(b":quit\n")
        assert program.ended() == 0
    finally:
        program.close()
    assert [path.name for path in draft.parent.glob("*.md")] == [made]

"""The line mode: a script or a person answers the same questions line by line, and what they typed is kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sa_wizard.cli.opening import plain_wanted
from sa_wizard.draft import begin, store
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.lock import Lock
from sa_wizard.errors import CannotWrite
from tests.builders import shipped
from tests.cli.conftest import Ran, Run
from tests.cli.scripts import typed
from tests.cli.test_hostile import BASICS
from tests.hostile import OBEYED, by_hand

ROOT = Path(__file__).parents[2]


def program(*args: object, script: str | bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """The real program with a script on a pipe."""
    command = [sys.executable, "-m", "sa_wizard", *(str(arg) for arg in args)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command,
        input=script.encode() if isinstance(script, str) else script,
        cwd=cwd,
        env=environment,
        capture_output=True,
        check=False,
        timeout=120,
    )


def plain(run: Run, draft: Path, *lines: str) -> Ran:
    """Lines typed into a draft, in this process."""
    return run("--plain", draft, stdin="".join(f"{line}\n" for line in lines).encode())


def test_a_whole_draft_is_made_by_a_script(tmp_path: Path) -> None:
    """Started, answered and exported in the line mode alone, it is complete, and its document is the example's."""
    example = tmp_path / "example.sa.json"
    example.write_bytes(begin.example())
    script = typed(Asked(*store.load(example))) + ":export typed.md\n"
    ran = program("--plain", script=script, cwd=tmp_path)
    assert (ran.returncode, ran.stderr.decode()) == (
        0,
        "Saved in typed.sa.json. To go on: sa-wizard --plain typed.sa.json\n",
    )
    assert program("check", "typed.sa.json", cwd=tmp_path).returncode == 0
    assert program("export", example, "-o", "example.md", cwd=tmp_path).returncode == 0
    assert (tmp_path / "typed.md").read_text() == (tmp_path / "example.md").read_text()
    assert not list(tmp_path.glob(".*.lock"))


def test_it_needs_no_screen(draft: Path) -> None:
    """Nothing of Textual is loaded, also not to start a draft and to look at what is missing."""
    code = (
        "import sys\nfrom sa_wizard.cli import run\n"
        f"sys.argv = ['sa-wizard', '--plain', {str(draft)!r}]\n"
        "try:\n    run()\nexcept SystemExit as done:\n    assert done.code == 0\n"
        "import sa_wizard.cli.plain.beginning\n"
        "print('LOADED', {name.partition('.')[0] for name in sys.modules} & {'textual', 'rich'})"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        input=b":gaps\n:go why.overall\nBecause.\n.\n:export\n",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert ran.stdout.decode().splitlines()[-1] == "LOADED set()"
    assert "Wrote" in ran.stdout.decode()


def value(run: Run, draft: Path, path: str) -> str:
    """What the draft's file holds at a path."""
    return run("get", draft, path).out.rstrip("\n")


def test_a_question_says_what_to_write_and_what_the_answer_is(run: Run, draft: Path) -> None:
    said = plain(run, draft, ":go about.nation").out.split("\n\n")[-1].splitlines()
    assert "Nation. Needed." in said[0]
    assert said[1].startswith("Choose where the area is.")
    assert said[2:5] == ["1 England", "2 Wales", "Present answer: England"]


@pytest.mark.parametrize(
    ("path", "typed_in", "kept"),
    [
        ("about.nation", ["2"], "wales"),
        ("about.nation", ["Wal"], "wales"),
        ("about.nation", ["WALES"], "wales"),
        ("about.title", [" Our title "], " Our title "),
        ("about.title", ["::colon"], ":colon"),
        ("about.period", ["2023-10:2024-09"], '{\n  "start": "2023-10",\n  "end": "2024-09"\n}'),
        ("why.overall", ["One.", "", "Two.", "."], "One.\n\nTwo."),
        ("why.overall", [":quit is a command", "."], ""),
        ("summary.headlines", ["First", "", "Second", "."], '[\n  "First",\n  "Second"\n]'),
    ],
)
def test_an_answer_by_number_word_or_lines(run: Run, draft: Path, path: str, typed_in: list[str], kept: str) -> None:
    assert plain(run, draft, f":go {path}", *typed_in).code == 0
    assert value(run, draft, path) == kept


@pytest.mark.usefixtures("patient")
def test_what_is_no_answer_is_asked_again_with_the_choices(run: Run, draft: Path) -> None:
    ran = plain(run, draft, ":go about.nation", "Mars", "wales", ":go about.period", "2024:2025", ":back")
    after = ran.out.partition("“Mars” is not one of the choices.")[2].splitlines()
    assert after[1:3] == ["1 England", "2 Wales"]
    assert after[3] == "Kept: Wales."
    assert "Period this assessment covers has a first month '2024' that is not a month" in ran.out
    assert value(run, draft, "about.nation") == "wales"


@pytest.mark.usefixtures("patient")
def test_an_unknown_command_names_its_nearest(run: Run, draft: Path) -> None:
    ran = plain(run, draft, ":udno", ":gapps", ":go why.overal", ":go changs", ":go", ":)", ":")
    assert "There is no command :udno. Did you mean :undo?" in ran.out
    assert "Did you mean :gaps?" in ran.out
    assert "why.overall" in ran.out
    assert "changes" in ran.out
    assert ran.code == 0


@pytest.mark.parametrize(
    ("lines", "number", "why", "code"),
    [
        (["Ours", ":go why.overal", "Two changes are real.", "."], 3, "The nearest: why.overall,", 2),
        (["Ours", ":got why.overall", "Two changes are real.", "."], 3, "Did you mean :go?", 2),
        (["Ours", ":go about.nation", "", ":go about.nation", "Mars", "Word"], 6, "not one of the choices", 2),
        (["Ours", ":go why.overall", "One.", "Two.", ".", ":found", "Words"], 7, "There is no place to go to.", 2),
        (["Ours", ":go about.title", ".", "Word"], 4, "A full stop alone ends answers of several lines", 2),
        (["Ours", ":go about.status", "final", "Word"], 4, "cannot be marked final yet", 3),
    ],
)
def test_a_script_ends_at_the_first_line_that_is_refused(
    run: Run, draft: Path, *, lines: list[str], number: int, why: str, code: int
) -> None:
    """What follows such a line was written for another question than would be asked, and must not land in it."""
    before = store.load(draft)[1].values
    ran = plain(run, draft, ":go about.title", *lines)
    lost = ran.err.splitlines()
    assert ran.code == code
    assert lost[0].startswith(f"Line {number} was refused, and nothing after it was taken. ")
    assert why in lost[0]
    assert lost[1].startswith("Saved in ")
    kept = store.load(draft)[1].values
    assert kept["about"] == {**before["about"], "title": "Ours"}
    assert kept.get("why", {}).get("overall", "") == ("One.\nTwo." if "One." in lines else "")


def test_a_script_ends_before_there_is_a_draft_as_well(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for script, number in (
        ("9", 1),
        ("1\n\nSafer Testham", 2),
        ("1\nT\nMars\n1", 3),
        ("3\n.\nx", 2),
        (":nosuch\n1", 1),
    ):
        ran = run("--plain", stdin=f"{script}\n".encode())
        assert (ran.code, ran.err.partition(" was refused")[0]) == (2, f"Line {number}")
    assert not list(tmp_path.glob("*.json"))


def test_a_command_inside_a_text_is_text_and_said_to_be(run: Run, draft: Path) -> None:
    ran = plain(run, draft, ":go why.overall", "One", ":undo", ".")
    assert value(run, draft, "why.overall") == "One\n:undo"
    assert "“:undo” was taken into the answer" in ran.out


@pytest.mark.parametrize("end", ["", "\n", "\n.", "\n.\n"])
def test_the_end_of_a_script_ends_an_answer_as_a_full_stop_does(run: Run, draft: Path, end: str) -> None:
    """Forgetting the last line must not leave the old answer above the new one, nor lose what was added."""
    plain(run, draft, ":go why.overall", "Before.", ".", ":go summary.headlines", "First", ".")
    ran = run("--plain", draft, stdin=f":go why.overall\nAfter, and not\nended{end}".encode())
    assert ran.code == 0
    assert "Kept, 4 words, where there was 1." in ran.out
    assert value(run, draft, "why.overall") == "After, and not\nended"
    run("--plain", draft, stdin=f":go why.overall\n:add\nMore{end}".encode())
    assert value(run, draft, "why.overall") == "After, and not\nended\n\nMore"
    run("--plain", draft, stdin=f":go summary.headlines\nSecond{end}".encode())
    assert run("get", draft, "summary.headlines").data == ["First", "Second"]


def test_a_new_text_takes_the_place_of_the_old_and_undo_brings_it_back(run: Run, draft: Path) -> None:
    ran = plain(run, draft, ":go why.overall", "Old words", ".", ":back", "New", "words here", ".", ":undo", ":show")
    assert "Kept, 3 words, where there were 2. :undo brings them back." in ran.out
    assert ran.out.splitlines()[-1] == "Old words"
    assert value(run, draft, "why.overall") == "Old words"
    plain(run, draft, ":go why.overall", ":add", "More.", ".", ":undo", ":redo")
    assert value(run, draft, "why.overall") == "Old words\n\nMore."


@pytest.mark.usefixtures("patient")
def test_entries_are_added_opened_and_taken_out(run: Run, draft: Path) -> None:
    add = [":go levels.topics", ":add", "Burglary", "crime", ":go levels.topics", ":add", "Robbery"]
    assert plain(run, draft, *add).code == 0
    again = [":go levels.topics", "2", ":delete", "Robbery of persons", ":go levels.topics", "9", ":delete 1", ":list"]
    ran = plain(run, draft, *again)
    assert "“9” is no entry. Type a number from 1 to 2" in ran.out
    assert "1 Robbery of persons" in ran.out.splitlines()[-1]
    plain(run, draft, ":undo", ":go levels.topics", ":delete 2")
    assert [topic["name"] for topic in run("get", draft, "levels.topics").data] == ["Robbery of persons"]


def test_links_are_chosen_by_number_or_name(run: Run, draft: Path) -> None:
    plain(run, draft, ":go appendices.sources", ":add", "Police, recorded crime", ":back", ":back", ":add", "Survey")
    plain(run, draft, ":go levels.topics", ":add", "Burglary")
    for line in ("1, 2", "1 2", "Police, recorded crime; survey", "survey", "Police, recorded crime"):
        ran = plain(run, draft, ":go levels.topics[0].sources", line)
        assert "not one of" not in ran.out
    refused = plain(run, draft, ":go levels.topics[0].sources", "1, 3")
    assert "“3” is not one of the choices" in refused.err
    assert run("get", draft, "levels.topics[0].sources").data == ["data_source-1"]


def test_what_is_found_in_an_answer_is_said_right_after_it(run: Run, draft: Path) -> None:
    ran = plain(run, draft, ":go why.overall", "Call Jo Bloggs on 07700 900123 about it.", ".")
    kept, found = ran.out.split("\n\n")[-2].splitlines()[-2:]
    assert kept == "Kept: 8 words."
    assert found.startswith(("Wrong: ", "Look again: "))
    assert "07700 900123" in found


def test_final_needs_a_complete_draft(run: Run, draft: Path) -> None:
    ran = plain(run, draft, ":go about.status", "final")
    assert "Line 2 was refused" in ran.err
    assert "cannot be marked final yet" in ran.err
    assert ran.code == 3
    assert value(run, draft, "about.status") != "final"


def test_a_change_in_a_final_draft_is_remarked_on_once(run: Run, draft: Path) -> None:
    run("set", draft, "about.override_reason", "The board wants it as it is.")
    mark = (":go about.status", "final")
    ran = plain(run, draft, *mark, ":go about.title", "New", ":go why.overall", "Because.", ".", ":undo")
    told = "This assessment is marked as final, and what you change is in it. :go about.status, then draft, makes it a"
    assert ran.out.count(told) == 1
    lines = ran.out.splitlines()
    assert lines[next(at for at, line in enumerate(lines) if told in line) - 1].startswith("Kept: New")
    assert told in plain(run, draft, ":go summary.headlines", ":add", "One", ".").out
    assert told not in plain(run, draft, ":go about.status", "draft", ":go about.title", "Newer").out


@pytest.mark.usefixtures("patient")
def test_the_guided_path_and_the_end(run: Run, draft: Path) -> None:
    ran = plain(run, draft, ":gaps", ":gap", ":gap")
    assert "Items: (a) not met" in ran.out
    assert "Gap 1 of " in ran.out
    assert "Gap 2 of " in ran.out
    end = plain(run, draft, ":go summary.decision", "", "words", ":back")
    assert "That was the last question." in end.out
    assert "No question is being asked here." in end.out
    assert end.code == 0


def test_text_that_a_terminal_would_obey_is_shown_as_text(run: Run, draft: Path) -> None:
    ran = plain(run, draft, ":go why.overall", "\x1b[2J red \x1b]0;t\x07 [bold]", ".", ":back", ":show", "::\x1b[31m")
    assert "\x1b" not in ran.out
    assert "\x07" not in ran.out
    assert "[2J red ]0;t [bold]" in ran.out


def test_nothing_moves_the_cursor_or_draws(run: Run, draft: Path) -> None:
    ran = plain(run, draft, *[""] * 200, ":help", ":sections", ":gaps all", ":list")
    assert all(letter.isprintable() or letter == "\n" for letter in ran.out)
    assert not set("─│┌┐└┘━┃█●○◐") & set(ran.out)


def test_a_draft_in_use_or_unreadable_has_its_exit_code(run: Run, draft: Path, tmp_path: Path) -> None:
    with Lock(draft):
        assert plain(run, draft, ":go about.title", "x").code == 5
    (tmp_path / "bad.sa.json").write_text("{")
    assert plain(run, tmp_path / "bad.sa.json").code == 6
    assert plain(run, tmp_path / "none.sa.json").code == 6
    assert run("--plain", draft, "--at", "no.where").code == 2


@pytest.mark.usefixtures("patient")
def test_reading_only_changes_nothing(run: Run, draft: Path) -> None:
    plain(run, draft, ":go levels.topics", ":add", "Burglary")
    before = draft.read_bytes()
    with Lock(draft):
        ran = run("--plain", "--read-only", draft, stdin=b":go about.title\nNew\n:delete\n:undo\n:show\n")
        looked = run("--plain", "--read-only", draft, stdin=b":go levels.topics\n1\n")
    assert ran.code == 0
    assert "Problem. Needed. In: Burglary" in looked.out
    assert ran.out.count("This draft is open for reading only.") == 2
    assert "It is open for reading only: nothing in it can be changed." in ran.out
    assert draft.read_bytes() == before


def test_it_goes_on_where_it_was_left(run: Run, draft: Path) -> None:
    plain(run, draft, ":go why.causes", ":quit", "not read")
    assert "at why.causes." in plain(run, draft, ":help").out
    assert "about.title" in run("--plain", draft, "--at", "about.title", stdin=b":help\n").out


@pytest.mark.usefixtures("patient")
def test_a_new_draft_is_not_begun_without_what_decides_the_law(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = ["1", "", "Safer Testham", "", "wales", "2025-09:2024-10", "2024-10:2025-09", "yes"]
    lines = [*wrong, "Nothing", "came before.", ".", "x", ":quit"]
    ran = run("--plain", stdin="\n".join(lines).encode())
    assert ran.code == 0
    assert "The partnership needs a name" in ran.out
    assert "Choose the nation before you go on" in ran.out
    assert "runs backwards" in ran.out
    assert "Created x.sa.json" in ran.out
    assert value(run, tmp_path / "x.sa.json", "about.nation") == "wales"
    assert value(run, tmp_path / "x.sa.json", "about.first_reason") == "Nothing\ncame before."


def test_first_answers_outlive_an_end_before_there_is_a_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are kept where the wizard's screens keep theirs, and the next new draft begins with them."""
    monkeypatch.chdir(tmp_path)
    ran = run("--plain", stdin=b"1\nSafer Testham\n1\n")
    assert ran.code == 0
    assert "Your answers are kept" in ran.out
    again = run("--plain", stdin=b"1\n\n\n\n2024-10:2025-09\nno\n\n\n\nx\n")
    assert "Present answer: Safer Testham" in again.out
    assert value(run, tmp_path / "x.sa.json", "about.nation") == "england"
    assert "from last time" not in run("--plain", stdin=b"1\n").out


@pytest.mark.usefixtures("patient")
def test_home_is_asked_again_when_nothing_came_of_an_answer(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the next number would answer a question that nobody hears any more."""
    monkeypatch.chdir(draft.parent)
    with Lock(draft):
        ran = run("--plain", stdin=b"\n:help\n9\n2\nnone.sa.json\n2\n:back\n2\nnorthbridge\n:quit\n")
    assert ran.code == 0
    assert ran.out.count("What do you want to do?") == 6
    assert "“9” is not one of the choices. Type a number from 1 to 3" in ran.out
    assert "There is no draft at none.sa.json" in ran.out
    assert "northbridge.sa.json is in use" in ran.out
    ran = run("--plain", stdin=b"2\nnorthbridge\n:quit\n")
    assert "Saved in northbridge.sa.json" in ran.err


@pytest.mark.usefixtures("patient")
def test_back_leads_from_the_file_name_to_the_last_question_and_a_taken_name_offers_a_free_one(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(draft.parent)
    first = ["1", ":back", "P", "2", "2024-10:2025-09", "no", "", "", ""]
    lines = [*first, ":back", "2023-10:2024-09", "northbridge", "", ":quit"]
    ran = run("--plain", stdin="\n".join(lines).encode())
    assert "This is the first question." in ran.out
    assert "An empty line takes northbridge-2.sa.json." in ran.out
    assert run("get", "northbridge-2.sa.json", "about.previous_period").data["start"] == "2023-10"


@pytest.mark.usefixtures("patient")
def test_no_file_is_replaced(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(draft.parent)
    before = draft.read_bytes()
    lines = ["1", "P", "2", "2024-10:2025-09", "no", "", "", "", draft.name, "new", ":quit"]
    ran = run("--plain", stdin="\n".join(lines).encode())
    assert "is there already and is never replaced" in ran.out
    assert draft.read_bytes() == before
    assert (draft.parent / "new.sa.json").exists()


@pytest.mark.parametrize(
    "script", [b"\xff\xfe\x00x\n", b"\x00\n\x1b[A\n", b"a" * 3_000_000, "é".encode("cp1252") + b"\n.\n"]
)
def test_input_that_is_no_text_is_no_crash(run: Run, draft: Path, script: bytes) -> None:
    assert run("--plain", draft, stdin=b":go why.overall\n" + script).code == (2 if len(script) > 2_000_000 else 0)
    assert run("check", draft).code == 3


@pytest.mark.usefixtures("patient")
def test_export_says_what_stands_against_a_file(run: Run, draft: Path) -> None:
    ran = plain(run, draft, ":export x.nosuch", f":export {draft}", f":export {draft.parent / 'x.md'}")
    assert "stands for no format" in ran.out
    assert f"Wrote {draft.parent / 'x.md'} (draft, " in ran.out


def test_the_environment_can_ask_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sa_wizard.cli.opening.terminal", lambda: True)
    assert plain_wanted({"ACCESSIBLE": "1", "TERM": "xterm"}, "posix")
    assert plain_wanted({"TERM": "dumb"}, "posix")
    assert plain_wanted({}, "posix")
    assert not plain_wanted({}, "nt")
    assert not plain_wanted({"TERM": "xterm", "ACCESSIBLE": "0"}, "posix")
    monkeypatch.setattr("sa_wizard.cli.opening.terminal", lambda: False)
    assert not plain_wanted({"TERM": "dumb"}, "posix")
    assert plain_wanted({"ACCESSIBLE": "1"}, "posix")


@pytest.mark.parametrize(
    "written",
    [
        "2024-10:2025-09",
        "2024-10 to 2025-09",
        "October 2024 to September 2025",
        "oct 2024 - sep 2025",
        "10/2024 – 9/2025",
    ],
)
def test_a_period_as_people_write_it(run: Run, draft: Path, written: str) -> None:
    """What is shown as the present answer must be accepted as an answer."""
    plain(run, draft, ":go about.previous_period", written)
    assert run("get", draft, "about.previous_period").data == {"start": "2024-10", "end": "2025-09"}
    assert "“soon” is no period." in plain(run, draft, ":go about.previous_period", "soon").err


def test_more_than_an_answer_holds_is_cut_and_said(run: Run, draft: Path) -> None:
    """The lines beyond are read to the full stop: none of them is taken for the answer to another question."""
    before = value(run, draft, "about.title")
    ran = plain(
        run, draft, ":go why.overall", *["x" * 99_999] * 30, "end", ".", ":go summary.headlines", *["y"] * 5_010, "."
    )
    assert "No answer holds more than 2,000,000 characters; the last 12 lines were not kept" in ran.out
    assert "the last 10 lines were not kept" in ran.out
    assert len(value(run, draft, "why.overall")) == 19 * 100_000 - 1
    assert len(run("get", draft, "summary.headlines").data) == 5_000
    assert value(run, draft, "about.title") == before


def test_what_is_too_long_from_its_first_line_leaves_the_answer_that_was_there(run: Run, draft: Path) -> None:
    """Nothing of it could be kept, and nothing is no reason to empty an answer."""
    ran = plain(run, draft, ":go why.overall", "Ours.", ".", ":back", "x" * 2_000_001, "more", ".", ":go about.title")
    assert "Line 5 was refused, and nothing after it was taken. That is more than an answer holds" in ran.err
    assert ran.code == 2
    assert "Emptied" not in ran.out
    assert value(run, draft, "why.overall") == "Ours."


def test_the_beginning_of_a_very_long_word_is_read_out(run: Run, draft: Path) -> None:
    assert "Present answer: xxxxx" in plain(run, draft, ":go about.title", "x" * 5_000, ":back").out


def test_what_keeps_a_draft_from_being_saved_is_said_before_anything_is_typed(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sa_wizard.draft.session.hindrance", lambda _: "You cannot write here.")
    out = plain(run, draft).out
    assert "You cannot write here. :save with the name of a new file goes on there." in out.partition("\n\n")[0]


def test_a_line_without_end_is_refused(run: Run, draft: Path) -> None:
    ran = run("--plain", draft, stdin=b":go about.title\nOurs\n" + b"\0" * 9_000_000)
    assert ran.code == 2
    assert "Line 3 has more than 8,000,000 bytes, which is no answer" in ran.err
    assert value(run, draft, "about.title") == "Ours"


def test_a_file_that_cannot_be_written_leaves_a_copy_and_its_exit_code(
    run: Run, draft: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The desk of the wizard saves here too: what the file does not take is kept in the second place."""
    write = store.write

    def refusing(path: Path, content: bytes, *_: object) -> None:
        if path == draft:
            raise CannotWrite("The disk is full.", "Make room.")
        write(path, content)

    monkeypatch.setattr(store, "write", refusing)
    ran = plain(run, draft, ":go about.title", "Ours", ":save", ":quit")
    assert ran.code == 7
    assert "Not saved. The disk is full. What you type is kept on this machine meanwhile." in ran.out
    assert "The draft is not saved." in ran.err
    copies = list((own_folders / "state" / "recovery").iterdir())
    assert len(copies) == 1
    assert "Ours" in copies[0].read_text()
    assert f"What {draft} does not hold is kept in {copies[0]}." in ran.err
    assert not list(draft.parent.glob(".*.lock"))
    monkeypatch.setattr(store, "write", write)
    assert run(*ran.err.partition("and 'sa-wizard ")[2].partition("'")[0].split()).code == 0
    assert value(run, draft, "about.title") == "Ours"


@pytest.mark.usefixtures("patient")
def test_it_can_go_on_in_another_file(run: Run, draft: Path) -> None:
    before = draft.read_bytes()
    other = draft.with_name("other.sa.json")
    ran = plain(run, draft, f":save {draft}", f":save {draft.with_name('other')}", ":go about.title", "Ours")
    assert "is in use" in ran.out
    assert value(run, other, "about.title") == "Ours"
    assert draft.read_bytes() == before


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize(
    "name", ["~nobody-here/x.md", "a\0b.md", "x" * 300 + ".md", "\x1b[2J.md", "/", ".", "~", "/none/y.md"]
)
def test_no_file_name_is_a_crash(run: Run, draft: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(draft.parent)
    ran = plain(run, draft, f":export {name}", f":save {name}", f":go {name}", ":go about.title", "Ours")
    assert ran.code == 0
    assert value(run, draft, "about.title") in ("Ours", "")
    ran = run("--plain", stdin=f"2\n{name}\n1\nP\n2\n2024-10:2025-09\nno\n\n\n\n{name}\n\n".encode())
    assert ran.code == 0
    assert "\x1b" not in ran.out + ran.err


@pytest.mark.usefixtures("patient")
def test_nothing_in_a_hostile_draft_reaches_the_terminal(run: Run, tmp_path: Path) -> None:
    """Every question of a draft with every attack in every place, into its entries and out again."""
    path = by_hand(tmp_path / "x.sa.json", shipped(), basics=BASICS)
    asked = Asked(*store.load(path))
    entries = [
        f":go {section.id}.{field.id}[0]"
        for section in asked.sections
        for field in asked.fields(section)
        if field.record
    ]
    walk = [line for entry in entries for line in (entry, *["", ":show"] * 15)]
    every = ["", ":show", ":help"] * 140
    ran = plain(run, path, *every, *walk, ":gaps all", ":sections", ":go summary", ":list", ":go \x1b[2J", ":\x1b]0;x")
    assert ran.code == 0
    assert OBEYED.search(ran.out + ran.err) is None


@pytest.mark.parametrize(
    ("words", "file", "told"),
    [
        ("", "northbridge.docx", "draft, "),
        ("board", "northbridge-board.docx", "draft, "),
        ("form md", "northbridge-form.md", "a form: every question, no answer"),
        ("check -o x.md", "x.md", "what is missing or doubtful in the draft"),
        ("two words.md", "two words.md", "draft, "),
        ("-o why we did.md", "why we did.md", "draft, "),
        ("why -o 7 reasons.md", "7 reasons.md", "draft, "),
        ("why html", "northbridge-why.html", "draft, "),
        ("1 md", "northbridge-summary.md", "draft, "),
        ("odt", "northbridge.odt", "draft, "),
        ("--part board --to md -o two words.md", "two words.md", "draft, "),
    ],
)
def test_export_takes_the_words_of_the_command_line_and_names_the_file(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch, *, words: str, file: str, told: str
) -> None:
    monkeypatch.chdir(draft.parent)
    ran = plain(run, Path(draft.name), f":export {words}")
    assert f"Wrote {file} ({told}" in ran.out
    assert (draft.parent / file).exists()


@pytest.mark.parametrize("name", ["why we did.md", "7 reasons.md", "board x.md", "md notes.md"])
def test_a_script_says_which_of_two_things_it_means_before_a_file_name_is_taken_apart(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Else “why we did.docx” would hold one section, under a name that nobody gave; both ways to say it work."""
    monkeypatch.chdir(draft.parent)
    refused = plain(run, Path(draft.name), f":export {name}")
    assert refused.code == 2
    assert f"“{name}” may be the name of one file" in refused.err
    assert not list(draft.parent.glob("*.md"))
    told = refused.err.partition("Write :export ")[2].splitlines()[0].removesuffix(" for the other.")
    one, _, other = told.partition(" for the one, :export ")
    assert f"Wrote {name} (" in plain(run, Path(draft.name), f":export {one}").out
    assert f"Wrote {name.partition(' ')[2]} (" in plain(run, Path(draft.name), f":export {other}").out


@pytest.mark.usefixtures("patient")
def test_a_part_that_is_none_is_refused_with_those_there_are(run: Run, draft: Path) -> None:
    ran = plain(run, draft, ":export bord", ":help export", ":export 99")
    refusal = "is neither a part, a format, nor a file with an ending. Parts: board, form, check, or the number of"
    assert ran.out.count(refusal) == 2
    assert ":export board, form or check" in ran.out
    assert not list(draft.parent.glob("*.docx"))


def test_a_document_that_was_edited_is_written_over_only_when_asked_to(run: Run, draft: Path) -> None:
    document = draft.parent / "x.md"
    plain(run, draft, f":export {document}")
    document.write_text("Edited by hand.")
    refused = plain(run, draft, f":export {document}")
    assert "was changed since it was exported" in refused.err
    assert refused.code == 7
    assert document.read_text() == "Edited by hand."
    assert f"Wrote {document}" in plain(run, draft, f":export --replace {document}").out
    assert document.read_text() != "Edited by hand."

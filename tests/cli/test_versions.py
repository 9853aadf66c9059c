"""``versions``, ``diff`` and ``restore``: look back, see what changed, go back, and lose nothing on the way."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sa_wizard.cli.named import COMMANDS
from sa_wizard.draft import store, versions
from sa_wizard.draft.lock import Lock
from sa_wizard.folders import state_dir
from tests.cli.conftest import ENGLAND, Run

LONG_AGO = datetime(2026, 1, 5, 10, 15, tzinfo=UTC)


@pytest.fixture
def versioned(run: Run, draft: Path) -> Path:
    """A draft with two versions of the past, and another answer now: "Three."."""
    for number, text in enumerate(("One.", "Two.")):
        set_to(run, draft, text)
        versions.keep(draft, draft.read_bytes(), now=LONG_AGO + number * timedelta(hours=1))
    set_to(run, draft, "Three.")
    for each in versions.listed(draft):
        if each.time > LONG_AGO + timedelta(days=1):
            each.file.unlink()
    return draft


def set_to(run: Run, draft: Path, text: str) -> None:
    """Write one answer."""
    assert run("set", draft, "why.overall", text).code == 0


def answer(draft: Path) -> str:
    """The answer now."""
    return store.load(draft)[1].text("why.overall")


def listed(run: Run, draft: Path) -> list[dict[str, Any]]:
    """The versions as JSON."""
    found: list[dict[str, Any]] = run("versions", draft, "--json").data["versions"]
    return found


# ------------------------------------------------------------------ versions


def test_commands_that_write_keep_versions(run: Run, draft: Path) -> None:
    before = draft.read_bytes()
    for args in (
        ("set", draft, "why.overall", "The team is at duty@tower.example.org."),
        ("claim", draft, "why", "--finished"),
        ("accept", draft, "why.overall", "private-email", "--reason", "The trust publishes this address."),
    ):
        for each in versions.listed(draft):
            each.file.unlink()
        before = draft.read_bytes()
        assert run(*args).code == 0
        assert [versions.read(each) for each in versions.listed(draft)] in ([before], [draft.read_bytes(), before])


def test_they_are_listed_with_number_time_and_size(run: Run, versioned: Path) -> None:
    ran = run("versions", versioned)
    assert ran.code == 0
    first, second = ran.out.splitlines()
    assert first.split()[0] == "1"
    assert first.endswith(" words")
    assert second.split()[0] == "2"
    assert f"sa-wizard restore {versioned} 1" in ran.err
    newest, oldest = listed(run, versioned)
    assert (newest["number"], newest["time"]) == (1, "2026-01-05T11:15:00.000000Z")
    assert (oldest["name"], oldest["words"]) == ("", newest["words"])
    assert Path(newest["file"]).stat().st_size == newest["bytes"]
    assert datetime.fromisoformat(newest["local"]) == LONG_AGO + timedelta(hours=1)


def test_one_is_kept_by_name(run: Run, versioned: Path) -> None:
    ran = run("versions", versioned, "--keep", "Sent to the board")
    assert (ran.code, ran.out) == (0, "")
    assert "as the version “Sent to the board”" in ran.err
    assert run("versions", versioned).out.splitlines()[0].endswith("Sent to the board")
    again = run("versions", versioned, "--keep", "sent to the board")
    assert (again.code, again.out) == (2, "")
    assert run("versions", versioned, "--keep", "Other", "--json").data["versions"][0]["name"] == "Other"


@pytest.mark.parametrize("name", ["", "7", "2026-01-05", "x" * 100])
def test_what_cannot_be_a_name_is_refused(run: Run, versioned: Path, name: str) -> None:
    ran = run("versions", versioned, "--keep", name)
    assert (ran.code, ran.out) == (2, "")
    assert len(listed(run, versioned)) == 2


def test_a_draft_without_versions_says_so_and_one_that_is_not_there_is_refused(
    run: Run, draft: Path, tmp_path: Path
) -> None:
    ran = run("versions", draft)
    assert (ran.code, ran.out) == (0, "")
    assert "No version of" in ran.err
    assert run("versions", draft, "--json").data == {"draft": str(draft), "versions": []}
    assert run("versions", tmp_path / "gone.sa.json").code == 6
    assert run("versions", tmp_path / "gone.sa.json", "--keep", "x").code == 6
    (tmp_path / "bad.sa.json").write_text("{")
    assert run("versions", tmp_path / "bad.sa.json", "--keep", "x").code == 6


def test_where_none_can_be_kept_the_answer_is_written_and_the_name_refused(run: Run, draft: Path) -> None:
    state_dir().parent.mkdir(parents=True, exist_ok=True)
    state_dir().write_text("a file where the folder should be", encoding="utf-8")
    ran = run("set", draft, "why.overall", "New.")
    assert ran.code == 0
    assert ran.err.startswith(f"The draft is saved. No version of {draft.name} could be kept in ")
    assert answer(draft) == "New."
    assert run("versions", draft, "--keep", "x").code == 7


# ------------------------------------------------------------------ diff


def test_what_changed_since_a_version(run: Run, versioned: Path) -> None:
    ran = run("diff", versioned, "2")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith(f"- version 2 of {versioned}, 2026-01-05 ")
    assert lines[1:3] == [f"+ {versioned} as it is now", ""]
    assert lines[3].startswith("Why it has changed · What lies behind the changes as a whole: 1 word added")
    assert lines[-2:] == ["  - One.", "  + Three."]


def test_two_files(run: Run, versioned: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sa.json"
    other.write_bytes(versioned.read_bytes())
    ran = run("diff", versioned, other)
    assert (ran.code, ran.out) == (0, f"No difference: {versioned}, and {other}, say the same.\n")
    set_to(run, other, "Four.")
    assert run("diff", versioned, other).out.splitlines()[-2:] == ["  - Three.", "  + Four."]


def test_the_same_as_json(run: Run, versioned: Path) -> None:
    run("set", versioned, "levels.topics", json.dumps([{"name": "Burglary", "count": 5}]))
    found = run("diff", versioned, "2026-01-05T11:15Z", "--json").data
    assert found["same"] is False
    assert found["before"] == {"draft": str(versioned), "version": "2026-01-05T11:15:00.000000Z", "name": ""}
    assert found["after"] == {"draft": str(versioned)}
    topics, overall = found["differences"]
    assert (overall["path"], overall["before"], overall["after"]) == ("why.overall", "Two.", "Three.")
    assert topics["entries"][0]["change"] == "added"
    assert [each["label"] for each in topics["entries"][0]["columns"]] == ["Problem", "Count, this period"]
    run("restore", versioned, "2026-01-05T11:15Z")
    assert run("diff", versioned, "2026-01-05T11:15Z", "--json").data["same"] is True


def test_a_version_is_told_from_a_file(run: Run, versioned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(versioned.parent)
    Path("2").write_bytes(versioned.read_bytes())
    Path("notes").write_bytes(versioned.read_bytes())
    assert "version 2 of" in run("diff", versioned, "2").out
    assert "No difference" in run("diff", versioned, "./2").out
    assert "No difference" in run("diff", versioned, "notes").out


def test_what_cannot_be_compared_has_its_code(run: Run, versioned: Path, tmp_path: Path) -> None:
    for other, code in (
        (tmp_path / "gone.sa.json", 6),
        ("gone.sa.json", 6),
        ("9", 2),
        ("before the bored", 2),
        ("2026-01-05", 2),
        (b"\xff".decode("utf-8", "surrogateescape"), 2),
    ):
        ran = run("diff", versioned, other)
        assert (ran.code, ran.out) == (code, ""), other
        assert ran.err.count("\n") == 1
    assert run("diff", tmp_path / "gone.sa.json", versioned).code == 6
    versions.listed(versioned)[0].file.write_bytes(b"x")
    assert run("diff", versioned, "1").code == 6


def test_drafts_of_two_outlines_cannot_be_compared(run: Run, versioned: Path, tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "templates/outlines/partnership.toml").read_text(encoding="utf-8")
    own = tmp_path / "own" / "own.toml"
    own.parent.mkdir()
    own.write_text(text.replace('id = "partnership"', 'id = "own"', 1), encoding="utf-8")
    assert run("new", own.parent / "y.sa.json", *ENGLAND, "--outline", own).code == 0
    ran = run("diff", versioned, own.parent / "y.sa.json")
    assert ran.code == 2
    assert "different outlines (partnership and own)" in ran.err


# ------------------------------------------------------------------ restore


def test_a_draft_is_made_what_it_was_and_can_go_back(run: Run, versioned: Path) -> None:
    before = versioned.read_bytes()
    ran = run("restore", versioned, "2")
    assert (ran.code, ran.out) == (0, "")
    assert answer(versioned) == "One."
    assert versioned.stat().st_mode & 0o077 == 0
    assert [each["name"] for each in listed(run, versioned)[:2]] == ["", "before restoring"]
    (back,) = [line.partition("sa-wizard ")[2] for line in ran.err.splitlines() if "To go back to that" in line]
    assert run(*back.split()).code == 0
    assert versioned.read_bytes() == before


def test_restoring_what_is_there_already_changes_nothing(run: Run, versioned: Path) -> None:
    run("restore", versioned, "1")
    before, kept = versioned.stat(), listed(run, versioned)
    ran = run("restore", versioned, "2026-01-05T11:15Z")
    assert ran.code == 0
    assert "already. Nothing was changed." in ran.err
    assert versioned.stat().st_mtime_ns == before.st_mtime_ns
    assert listed(run, versioned) == kept


def test_a_draft_that_was_deleted_or_damaged_comes_back(run: Run, versioned: Path) -> None:
    versioned.unlink()
    assert len(listed(run, versioned)) == 2
    ran = run("restore", versioned, "1")
    assert ran.code == 0
    assert "To go back" not in ran.err
    assert answer(versioned) == "Two."
    versioned.write_text("{")
    assert run("restore", versioned, "1").code == 0
    assert answer(versioned) == "Two."
    assert run("versions", versioned).out.splitlines()[1].endswith("cannot be opened  before restoring")


def test_what_cannot_be_restored_has_its_code_and_changes_nothing(run: Run, versioned: Path, tmp_path: Path) -> None:
    before = versioned.read_bytes()
    with Lock(versioned):
        assert run("restore", versioned, "1").code == 5
    assert run("restore", versioned, "9").code == 2
    assert run("restore", versioned, "2026-01-05").code == 2
    assert run("restore", tmp_path / "gone.sa.json", "1").code == 6
    versions.keep(versioned, b"{}", now=LONG_AGO + timedelta(days=1))
    ran = run("restore", versioned, "1")
    assert ran.code == 6
    assert "The version of 2026-01-06 " in ran.err
    assert versioned.read_bytes() == before
    assert len(listed(run, versioned)) == 3
    assert [each.name for each in tmp_path.iterdir()] == [versioned.name]


def test_nothing_is_written_over_that_could_not_be_kept_first(
    run: Run, versioned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = versioned.read_bytes()
    monkeypatch.setattr(versions, "_write", refuse)
    ran = run("restore", versioned, "1")
    assert ran.code == 7
    assert "So nothing was restored." in ran.err
    assert versioned.read_bytes() == before


def refuse(*_: object) -> None:
    """A disk without room."""
    raise OSError(28, "No space left on device")


def test_a_folder_that_is_gone_cannot_be_written(run: Run, tmp_path: Path, draft: Path) -> None:
    there = tmp_path / "there" / "x.sa.json"
    there.parent.mkdir()
    versions.keep(there, draft.read_bytes(), now=LONG_AGO)
    there.parent.rmdir()
    assert run("restore", there, "1").code == 7


def test_the_commands_printed_for_a_name_that_cannot_be_shown_are_the_ones_that_work(run: Run, draft: Path) -> None:
    set_to(run, draft, "One.")
    try:
        odd = draft.rename(draft.with_name(os.fsdecode(b"caf\xe9 of\ntwo.sa.json")))
    except OSError:
        pytest.skip("this system takes no such name")
    set_to(run, odd, "Two.")
    for ran in (run("versions", odd), run("restore", odd, "1")):
        printed = [line.partition("sa-wizard restore ")[2] for line in ran.err.splitlines() if "restore" in line]
        assert [each.rpartition(" ")[0] for each in printed] == [f"$'{draft.parent}/caf\\351 of\\012two.sa.json'"]


# ------------------------------------------------------------------ moved and copied


def test_they_follow_a_draft_that_is_renamed_and_that_is_said_until_it_is_written(run: Run, draft: Path) -> None:
    set_to(run, draft, "One.")
    before = [each["time"] for each in listed(run, draft)]
    there = draft.rename(draft.with_name("renamed.sa.json"))
    for _ in range(2):
        ran = run("versions", there)
        assert ran.code == 0
        assert f"The versions made while this draft was {draft} are listed here too." in ran.err
    assert [each["time"] for each in listed(run, there)] == before
    set_to(run, there, "Two.")
    assert "listed here too" not in run("versions", there).err
    assert [each["time"] for each in listed(run, there)][-len(before) :] == before
    assert [each["time"] for each in listed(run, draft)] == before


@pytest.mark.parametrize("args", [("diff", "1"), ("restore", "1"), ("versions", "--keep", "Moved")])
def test_every_command_finds_them(run: Run, draft: Path, args: tuple[str, ...]) -> None:
    set_to(run, draft, "One.")
    there = draft.rename(draft.with_name("renamed.sa.json"))
    ran = run(args[0], there, *args[1:])
    assert ran.code == 0
    assert ran.err.count("are listed here too") == 1
    assert listed(run, draft), "and takes none away"


def test_a_copy_that_is_only_looked_at_takes_nothing_and_can_be_restored(run: Run, draft: Path) -> None:
    set_to(run, draft, "One.")
    copy = draft.with_name("copy.sa.json")
    copy.write_bytes(draft.read_bytes())
    before, names = listed(run, draft), sorted(each.name for each in versions.root().iterdir())
    for args in (("versions", copy), ("diff", copy, "1")):
        ran = run(*args)
        assert ran.code == 0
        assert f"This draft is, or was, also {draft}" in ran.err
    assert sorted(each.name for each in versions.root().iterdir()) == names
    assert [each["time"] for each in listed(run, copy)] == [each["time"] for each in before]
    set_to(run, copy, "Two.")
    oldest = str(len(listed(run, copy)))
    assert run("restore", copy, oldest).code == 0
    assert listed(run, draft) == before


# ------------------------------------------------------------------ around them


@pytest.mark.parametrize("command", ["versions", "diff", "restore"])
def test_they_are_listed_in_the_help_and_in_the_readme(run: Run, command: str) -> None:
    assert command in COMMANDS
    assert f"sa-wizard {command}" in (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert "'sa-wizard versions'" in run(command, "--help").out or command == "versions"


@pytest.mark.parametrize(
    ("words", "offered"),
    [("vers", {"versions"}), ("restore DRAFT 1", {"1"}), ("restore DRAFT Sent", {"Sent to the board"})],
)
def test_completion_offers_numbers_and_names(
    run: Run, versioned: Path, monkeypatch: pytest.MonkeyPatch, words: str, offered: set[str]
) -> None:
    run("versions", versioned, "--keep", "Sent to the board")
    line = f"sa-wizard {words}".replace("DRAFT", str(versioned))
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split()) - 1))
    monkeypatch.setenv("_SA_WIZARD_COMPLETE", "bash_complete")
    assert {each.partition(",")[2] for each in run().out.splitlines()} >= offered

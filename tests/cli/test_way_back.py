"""A draft that cannot be read: the sentence names what was kept of it, and following it brings the text back."""

import re
import shlex
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sa_wizard.draft import recovery, store, versions
from sa_wizard.draft.session import Session
from tests.cli.conftest import Run

COMMANDS = ("check", "fields", "render", "export")


def damage(draft: Path) -> bytes:
    """Cut the file in half, as a bad disk or a broken copy would; what is left of it."""
    draft.write_bytes(draft.read_bytes()[:-200])
    return draft.read_bytes()


def keep(run: Run, draft: Path) -> None:
    """Write an answer and keep it as a version by name, so that no minute has to pass."""
    assert run("set", draft, "why.overall", "Kept.").code == 0
    assert run("versions", draft, "--keep", "as sent").code == 0


def follow(run: Run, told: str, number: int = 0) -> None:
    """Do what the message says to do."""
    command = re.findall(r"'sa-wizard (restore [^\n]*?)' brings", told)[number]
    assert run(*shlex.split(command)).code == 0


@pytest.mark.parametrize("command", [*COMMANDS, "get", "diff"])
def test_every_command_names_the_version_that_can_be_gone_back_to(run: Run, draft: Path, command: str) -> None:
    keep(run, draft)
    half = damage(draft)
    more: dict[str, object] = {"get": "why.overall", "diff": draft}
    failed = run(command, draft, *([more[command]] if command in more else []))
    assert failed.code == 6
    assert f"sa-wizard versions {draft}" in failed.err
    assert draft.read_bytes() == half, "it is for the person to say"
    follow(run, failed.err)
    assert run("get", draft, "why.overall").out.strip() == "Kept."


def test_a_draft_that_was_deleted_can_be_brought_back(run: Run, draft: Path) -> None:
    keep(run, draft)
    draft.unlink()
    failed = run("check", draft)
    assert failed.code == 6
    follow(run, failed.err)
    assert run("get", draft, "why.overall").out.strip() == "Kept."


def test_a_version_that_cannot_be_opened_is_not_offered(run: Run, draft: Path) -> None:
    keep(run, draft)
    damage(draft)
    follow(run, run("check", draft).err)
    damage(draft)
    told = run("check", draft).err
    assert "before restoring" in run("versions", draft).out, "the newest version holds the damaged file"
    follow(run, told)
    assert run("get", draft, "why.overall").out.strip() == "Kept."


def test_a_damaged_version_is_not_taken_for_the_draft_and_is_not_the_one_to_go_back_to(run: Run, draft: Path) -> None:
    keep(run, draft)
    damage(draft)
    assert run("restore", draft, "as sent").code == 0
    lines = run("versions", draft).out.splitlines()
    damaged = next(number for number, line in enumerate(lines, start=1) if "cannot be opened" in line)
    told = run("restore", draft, damaged)
    assert told.code == 6
    assert "What it holds is damaged" in told.err
    assert f"draft {draft}" not in told.err, "the draft itself is sound"


def test_the_list_offers_the_newest_version_that_can_be_opened(run: Run, draft: Path) -> None:
    keep(run, draft)
    half = damage(draft)
    versions.keep(draft, half, now=datetime.now(UTC), name="before restoring", own=True)
    told = run("versions", draft)
    assert "cannot be opened" in told.out.splitlines()[0]
    assert f"sa-wizard restore {draft} 2" in told.err
    assert f"sa-wizard diff {draft} 2" in told.err


def test_what_is_missing_from_a_command_about_versions_is_said(run: Run, draft: Path) -> None:
    empty = run("versions", draft, "--keep", " ")
    assert (empty.code, "is empty" in empty.err, "shorter" in empty.err) == (2, True, False)
    long = run("versions", draft, "--keep", "x" * 61)
    assert (long.code, "shorter" in long.err) == (2, True)
    neither = run("restore", draft)
    assert (neither.code, "which version" in neither.err, "both" in neither.err) == (2, True, False)
    both = run("restore", draft, "1", "--copy")
    assert (both.code, "both" in both.err) == (2, True)


@pytest.mark.parametrize("gone", [False, True])
def test_after_restoring_twice_the_way_back_is_what_the_draft_last_held(run: Run, draft: Path, *, gone: bool) -> None:
    """The newest version is what the draft held last, and not what a restore wrote over."""
    short = run("get", draft, "why.overall").out
    assert run("versions", draft, "--keep", "the short one").code == 0
    assert run("set", draft, "why.overall", "The long text that the board has seen. " * 20).code == 0
    assert run("versions", draft, "--keep", "sent to the board").code == 0
    assert run("restore", draft, "the short one").code == 0
    assert run("restore", draft, "sent to the board").code == 0
    held = draft.read_bytes()
    draft.unlink() if gone else damage(draft)
    told = run("check", draft).err
    assert re.search(r"A version from .*, 1\d\d words, is kept", " ".join(told.split()))
    follow(run, told)
    assert draft.read_bytes() == held
    assert run("get", draft, "why.overall").out != short


def test_a_copy_is_offered_and_brought_back_where_there_is_no_version(run: Run, draft: Path) -> None:
    session = Session.open(draft)
    session.set("why.overall", "Typed while the disk was full.")
    at = datetime(2026, 11, 28, 10, 15, tzinfo=UTC)
    assert recovery.keep(recovery.place(draft), draft, session.outline, session.draft, "The disk was full.", at)
    damage(draft)
    failed = run("check", draft)
    assert (failed.code, "--copy" in failed.err, "versions" in failed.err) == (6, True, False)
    follow(run, failed.err)
    assert store.load(draft)[1].text("why.overall") == "Typed while the disk was full."


def test_where_nothing_was_kept_nothing_is_promised(run: Run, draft: Path, tmp_path: Path) -> None:
    damage(draft)
    for path in (draft, tmp_path / "never.sa.json"):
        failed = run("check", path)
        assert failed.code == 6
        assert "sa-wizard restore" not in failed.err
    assert run("restore", draft, "--copy").code == 2
    assert run("restore", draft).code == 2
    assert run("restore", draft, "1", "--copy").code == 2

"""``claim``: what the author says of a section, kept apart from what the check finds, with a reason if one is due."""

import json
from pathlib import Path
from typing import Any

import pytest

from sa_wizard.cli.named import COMMANDS
from sa_wizard.draft.lock import Lock
from tests.cli.conftest import ENGLAND, Run

WHY = "The county assesses it for all six districts."


def section(run: Run, draft: Path, name: str) -> dict[str, Any]:
    """One section as ``check --json`` tells it."""
    found: list[dict[str, Any]] = run("check", draft, "--json").data["sections"]
    return next(each for each in found if each["id"] == name)


def test_finished_is_the_authors_word_and_changes_nothing_that_is_found(run: Run, draft: Path) -> None:
    before = section(run, draft, "why")
    ran = run("claim", draft, "why", "--finished")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "Why it has changed. You say: finished. The check finds: not started, 0 of 2 needed answers given.\n"
    )
    assert section(run, draft, "why") == {**before, "finished": True}
    assert "(author: finished; " in run("check", draft).out
    assert run("claim", draft, "why", "--not-finished").code == 0
    assert section(run, draft, "why") == before
    assert "claims" not in json.loads(draft.read_text(encoding="utf-8"))


def test_a_section_that_does_not_apply_leaves_the_count_and_says_why(run: Run, draft: Path) -> None:
    total = section(run, draft, "equality")["total"]
    assert total == 1
    assert run("claim", draft, "equality", "--does-not-apply", WHY).code == 0
    told = section(run, draft, "equality")
    assert (told["state"], told["done"], told["total"], told["reason"]) == ("not_applicable", 0, 0, WHY)
    assert WHY in " ".join(run("check", draft).out.split())
    assert f"This section does not apply: {WHY}" in run("render", draft).out
    assert run("claim", draft, "equality", "--applies").code == 0
    assert section(run, draft, "equality")["total"] == total


@pytest.mark.parametrize(
    "given",
    [
        (),
        ("--finished", "--not-finished"),
        ("--finished", "--applies"),
        ("--finished", "--does-not-apply", WHY),
        ("--does-not-apply", ""),
        ("--does-not-apply", "  "),
        ("--does-not-apply", "n/a"),
        ("--does-not-apply", "TBC"),
        ("--does-not-apply", "--finished"),
        ("--does-not-apply",),
    ],
)
def test_what_is_no_claim_is_refused_and_changes_nothing(run: Run, draft: Path, given: tuple[str, ...]) -> None:
    before = draft.read_bytes()
    ran = run("claim", draft, "equality", *given)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert draft.read_bytes() == before


def test_document_control_always_applies(run: Run, draft: Path) -> None:
    ran = run("claim", draft, "about", "--does-not-apply", WHY)
    assert ran.code == 2
    assert "Document control always applies" in ran.err


def test_a_mistyped_section_names_its_nearest(run: Run, draft: Path) -> None:
    ran = run("claim", draft, "equalty", "--finished")
    assert ran.code == 2
    assert "Did you mean equality?" in ran.err
    assert "There are: about, " in run("claim", draft, "zzz", "--finished").err


def test_a_section_that_is_not_asked_is_noted_and_said_so(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "x.sa.json", *ENGLAND, "--area-type", "unitary")
    ran = run("claim", tmp_path / "x.sa.json", "county", "--finished")
    assert ran.code == 0
    assert "is not asked of the draft" in ran.err


def test_a_draft_in_use_a_missing_one_and_one_that_cannot_be_written_have_their_codes(
    run: Run, draft: Path, tmp_path: Path
) -> None:
    with Lock(draft):
        assert run("claim", draft, "why", "--finished").code == 5
    assert run("claim", tmp_path / "gone.sa.json", "why", "--finished").code == 6


def test_saying_it_twice_writes_nothing(run: Run, draft: Path) -> None:
    run("claim", draft, "why", "--finished")
    before = draft.stat()
    assert run("claim", draft, "why", "--finished").code == 0
    assert draft.stat().st_mtime_ns == before.st_mtime_ns


def test_it_is_listed_in_the_help_and_in_the_readme(run: Run) -> None:
    assert "claim" in COMMANDS
    assert "sa-wizard claim" in (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert "--does-not-apply REASON" in run("claim", "--help").out

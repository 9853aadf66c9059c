"""Drafts of another format on the command line: an old one is brought up to date in words, a newer one left alone."""

import json
from pathlib import Path
from typing import cast

import pytest

from sa_wizard.draft import migrations
from sa_wizard.draft.migrations import Data, Step
from sa_wizard.folders import state_dir
from tests.cli.conftest import Run


def say_it_twice(data: Data) -> Data:
    """A made-up step."""
    return {**data, "x-twice": "yes"}


def test_the_command_that_first_writes_an_old_draft_says_where_the_copy_is(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = draft.read_bytes()
    monkeypatch.setitem(cast(dict[int, Step], migrations.STEPS), 1, say_it_twice)
    assert run("get", draft, "about.title").err == ""
    assert run("set", draft, "about.partnership", "Safer Northbridge").err == ""
    assert draft.read_bytes() == old
    ran = run("set", draft, "about.title", "New")
    (copy,) = (state_dir() / "before-migration").iterdir()
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "The draft was in an older format and is now in the one of today. "
        f"A copy as it was is kept at {copy}.\n"
    )  # fmt: skip
    assert copy.read_bytes() == old
    assert json.loads(draft.read_bytes())["x-twice"] == "yes"
    assert run("claim", draft, "why", "--finished").err.startswith("Why it has changed.")


@pytest.mark.parametrize(
    "command",
    [
        ("set", "DRAFT", "about.title", "x"),
        ("claim", "DRAFT", "why", "--finished"),
        ("accept", "DRAFT", "why.overall", "private-email", "--reason", "It is ours to give."),
        ("get", "DRAFT", "about.title"),
        ("fields", "DRAFT"),
        ("check", "DRAFT"),
        ("render", "DRAFT"),
        ("export", "DRAFT", "--to", "md"),
        ("DRAFT",),
    ],
)
def test_every_command_leaves_a_newer_draft_alone(run: Run, draft: Path, command: tuple[str, ...]) -> None:
    draft.write_bytes(json.dumps({**json.loads(draft.read_bytes()), "format_version": 2}).encode())
    before = draft.read_bytes()
    ran = run(*(str(draft) if word == "DRAFT" else word for word in command))
    assert (ran.code, ran.out) == (6, "")
    assert "written by a newer sa-wizard (format 2; this one reads 1). Update sa-wizard" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert draft.read_bytes() == before
    assert [path.name for path in draft.parent.iterdir()] == [draft.name]

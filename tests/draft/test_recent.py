"""The list of recent drafts: newest first, with the place last used, and never a reason to fail."""

import json
import os
from pathlib import Path

import pytest

from sa_wizard.draft import recent
from sa_wizard.folders import state_dir
from sa_wizard.signs import one_line


@pytest.fixture
def drafts(tmp_path: Path) -> list[Path]:
    """More drafts than the list keeps."""
    made = [tmp_path / f"{number}.sa.json" for number in range(recent.KEPT + 3)]
    for path in made:
        path.write_text("{}", encoding="utf-8")
    return made


def kept() -> Path:
    """The file of the list."""
    return state_dir() / "recent.json"


def test_the_newest_comes_first_once_and_the_list_is_short(drafts: list[Path]) -> None:
    for path in [*drafts, drafts[0]]:
        recent.remember(path, f"Title of {path.name}")
    found = [visit.path for visit in recent.visits()]
    assert len(found) == recent.KEPT
    assert found[0] == drafts[0].resolve()
    assert len(set(found)) == len(found)


def test_the_place_last_used_is_remembered(drafts: list[Path]) -> None:
    recent.remember(drafts[0], "North\nbridge", "why.topics[1].find_out", 4, 17)
    visit = recent.visit_of(drafts[0])
    assert visit is not None
    assert (visit.title, visit.at, visit.row, visit.column) == ("North bridge", "why.topics[1].find_out", 4, 17)
    assert visit.opened
    assert recent.visit_of(drafts[1]) is None


@pytest.mark.parametrize("name", [b"caf\xe9.sa.json", b"two\nlines\t.sa.json", b"\x1b[2J.sa.json"])
def test_the_place_in_a_draft_with_an_odd_name_is_remembered_and_the_name_shown_clean(
    tmp_path: Path, name: bytes
) -> None:
    path = tmp_path / os.fsdecode(name)
    try:
        path.write_text("{}", encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this system takes no such name")
    recent.remember(path, "", "why.overall", 1, 2)
    visit = recent.visit_of(path)
    assert visit is not None
    assert (visit.at, visit.row, visit.column) == ("why.overall", 1, 2)
    assert visit.path.samefile(path)
    assert visit.called == one_line(path.name) != path.name


def test_a_draft_that_has_gone_is_left_out(drafts: list[Path]) -> None:
    recent.remember(drafts[0], "a")
    recent.remember(drafts[1], "b")
    drafts[1].unlink()
    assert [visit.title for visit in recent.visits()] == ["a"]


@pytest.mark.parametrize(
    "content",
    ["", "{", "null", "5", "{}", "[5, null, []]", '[{"draft": 5}]', '[{"draft": "\\u0000"}]', "[" * 100_000, "\udcff"],
)
def test_a_damaged_list_is_an_empty_one_and_can_be_written_again(drafts: list[Path], content: str) -> None:
    kept().parent.mkdir(parents=True)
    kept().write_bytes(content.encode("utf-8", "surrogateescape"))
    assert recent.visits() == []
    recent.remember(drafts[0], "a")
    assert [visit.title for visit in recent.visits()] == ["a"]


def test_odd_places_are_made_harmless(drafts: list[Path]) -> None:
    kept().parent.mkdir(parents=True)
    row = {"draft": str(drafts[0]), "title": "\x1b[31m", "at": 5, "row": -3, "column": "x", "new": 1}
    kept().write_text(json.dumps([row]), encoding="utf-8")
    visit = recent.visits()[0]
    assert (visit.title, visit.at, visit.row, visit.column) == ("[31m", "5", 0, 0)


def test_a_list_that_cannot_be_written_is_no_loss(drafts: list[Path]) -> None:
    state_dir().parent.mkdir(parents=True, exist_ok=True)
    state_dir().write_text("a file where the folder should be", encoding="utf-8")
    recent.remember(drafts[0], "a")
    assert recent.visits() == []

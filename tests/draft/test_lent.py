"""An answer that the editor had when the program ended is offered like any other copy, and no other file is."""

from pathlib import Path

import pytest

from sa_wizard.draft import lent, recovery, store
from tests.builders import assessment, shipped

AT = "why.overall"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A draft with an answer."""
    path = tmp_path / "north.sa.json"
    store.save(path, shipped(), assessment())
    return path


def kept(path: Path) -> list[str]:
    """Look for what editors left; the answer in every copy there is then."""
    lent.keep(path, *store.load(path))
    return [copy.draft.text(AT) for copy in recovery.found(path, shipped())]


def left(path: Path) -> list[str]:
    """What lies beside the draft."""
    return sorted(file.name for file in path.parent.iterdir() if file != path)


def test_what_was_saved_in_the_editor_becomes_a_copy_and_its_file_goes(path: Path) -> None:
    lent.out(path, AT, "Said in the editor.\n")
    assert kept(path) == ["Said in the editor."]
    assert left(path) == []


def test_what_an_editor_puts_aside_when_it_is_ended_counts_too(path: Path) -> None:
    file = lent.out(path, AT, "First.")
    file.rename(f"{file}.save")
    assert kept(path) == ["First."]


def test_what_the_draft_holds_is_let_go(path: Path) -> None:
    lent.out(path, AT, assessment().text(AT))
    lent.out(path, AT, " \n")
    assert kept(path) == []
    assert left(path) == []


@pytest.mark.parametrize("at", ["no.such", "about.nation", "levels.topics", "../../x", "levels.topics[999].narrative"])
def test_what_is_of_no_answer_is_neither_taken_nor_taken_away(path: Path, at: str) -> None:
    ours = lent.out(path, AT, "Not ours.")
    name = ours.rename(ours.with_name(ours.name.replace(AT, at.replace("/", "-")))).name
    assert kept(path) == []
    assert left(path) == [name]


def test_what_the_editor_has_of_another_draft_is_left_alone_however_alike_the_names_begin(path: Path) -> None:
    """Long names are cut; the other draft may be open in another program, with its editor at work."""
    this, other = (
        path.with_name(f"Safer Northbridge strategic assessment {year}.sa.json") for year in ("2024-25", "2025-26")
    )
    store.save(this, shipped(), assessment())
    store.save(other, shipped(), assessment())
    file = lent.out(other, AT, "Of the other year.")
    assert kept(this) == []
    assert file.exists()
    assert kept(other) == ["Of the other year."]


def test_a_link_to_another_file_is_not_read(path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "elsewhere"
    secret.write_text("What only I may read.", encoding="utf-8")
    file = lent.out(path, AT, "")
    file.unlink()
    file.symlink_to(secret)
    assert kept(path) == []
    assert file.is_symlink()


def test_what_cannot_be_kept_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = lent.out(path, AT, "Said in the editor.")
    monkeypatch.setattr(recovery, "keep", lambda *_: False)
    lent.keep(path, *store.load(path))
    assert file.read_text(encoding="utf-8") == "Said in the editor."


def test_the_answer_of_an_entry_is_known_again(path: Path) -> None:
    lent.out(path, "levels.topics[0].narrative", "Of the first problem.")
    lent.keep(path, *store.load(path))
    (copy,) = recovery.found(path, shipped())
    assert copy.draft.get("levels.topics")[0]["narrative"] == "Of the first problem."

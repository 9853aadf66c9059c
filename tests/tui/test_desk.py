"""The desk: one draft at a time, locked before it is read, never put away unsaved, and moved only to a new file."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from sa_wizard.draft import recovery, store
from sa_wizard.draft.lock import Lock
from sa_wizard.draft.session import Session
from sa_wizard.errors import CannotWrite, DraftInUse, UnreadableDraft, UsageProblem
from sa_wizard.sitting.desk import Desk
from tests.tui.driving import draft_at, on_disk, press, screen_text, wizard, write


def is_free(path: Path) -> bool:
    try:
        with Lock(path):
            return True
    except DraftInUse:
        return False


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with an unsaved change to a draft on it."""
    desk = Desk()
    desk.open(draft_at(tmp_path / "here" / "d.sa.json"))
    changed(desk, "typed")
    return desk


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    """Where the draft is."""
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


def changed(desk: Desk, text: str) -> None:
    assert desk.session is not None
    desk.session.set("why.overall", text)


def test_a_draft_is_locked_before_it_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = draft_at(folder / "d.sa.json")
    read, free = Session.open, []

    def noted(path: Path, **manner: bool) -> Session:
        free.append(is_free(path))
        return read(path, **manner)

    monkeypatch.setattr(Session, "open", noted)
    Desk().open(path)
    assert free == [False]


def test_a_draft_that_cannot_be_read_is_left_free(folder: Path) -> None:
    path = folder / "d.sa.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(UnreadableDraft):
        Desk().open(path)
    assert [each.name for each in folder.iterdir()] == ["d.sa.json"]


def test_opening_another_draft_saves_the_first_and_gives_it_back(desk: Desk, folder: Path) -> None:
    desk.open(draft_at(folder / "other.sa.json"))
    assert on_disk(folder / "d.sa.json", "why.overall") == "typed"
    assert is_free(folder / "d.sa.json")


def test_a_draft_that_cannot_be_saved_makes_no_room_for_another(desk: Desk, folder: Path, tmp_path: Path) -> None:
    other = draft_at(tmp_path / "other.sa.json")
    shutil.rmtree(folder)
    with pytest.raises(CannotWrite, match="is not saved"):
        desk.open(other)
    assert desk.session is not None
    assert desk.session.get("why.overall") == "typed"
    assert is_free(other)


def test_it_goes_on_in_a_new_file_when_the_folder_is_gone(desk: Desk, folder: Path, tmp_path: Path) -> None:
    shutil.rmtree(folder)
    desk.save_as(tmp_path / "rescued.sa.json")
    assert on_disk(tmp_path / "rescued.sa.json", "why.overall") == "typed"
    changed(desk, "more")
    assert desk.close() == ""
    assert on_disk(tmp_path / "rescued.sa.json", "why.overall") == "more"
    assert is_free(tmp_path / "rescued.sa.json")


def test_no_file_is_ever_replaced_by_a_rescue(desk: Desk, folder: Path, tmp_path: Path) -> None:
    taken = tmp_path / "rescued.sa.json"
    taken.write_text("last year's rescue", encoding="utf-8")
    with pytest.raises(UsageProblem, match="is there already"):
        desk.save_as(taken)
    assert taken.read_text(encoding="utf-8") == "last year's rescue"
    assert desk.close() == ""
    assert on_disk(folder / "d.sa.json", "why.overall") == "typed"
    assert is_free(taken)


@pytest.fixture
def hung(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[Event]:
    """The disk that the draft is on answers only when this is set."""
    answers, write = Event(), store.write

    def slow(path: Path, content: bytes, given_up: Callable[[], bool] = lambda: False) -> os.stat_result:
        if path.parent == folder:
            answers.wait(30)
        return write(path, content, given_up)

    monkeypatch.setattr(store, "write", slow)
    monkeypatch.setattr("sa_wizard.sitting.desk.PATIENCE", 0.05)
    yield answers
    answers.set()


def test_after_going_on_elsewhere_it_is_saved_there_though_the_old_disk_still_hangs(
    desk: Desk, hung: Event, tmp_path: Path
) -> None:
    desk.begin_save()
    new = tmp_path / "elsewhere.sa.json"
    desk.save_as(new)
    changed(desk, "typed there")
    saving = desk.begin_save()
    assert saving is not None
    saving.result(30)
    assert not hung.is_set()
    assert on_disk(new, "why.overall") == "typed there"


def test_a_disk_that_answers_late_does_not_write_over_what_came_after(desk: Desk, hung: Event, folder: Path) -> None:
    late = desk.begin_save()
    assert late is not None
    desk.drop(lose=True)
    hung.set()
    assert isinstance(late.exception(30), CannotWrite)
    assert on_disk(folder / "d.sa.json", "why.overall") != "typed"
    assert [each.name for each in folder.iterdir() if each.suffix == ".tmp"] == []


def test_what_was_taken_back_after_a_save_that_failed_leaves_no_copy(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = store.write

    def full(path: Path, content: bytes, given_up: Callable[[], bool] = lambda: False) -> os.stat_result:
        if path.name == "d.sa.json":
            raise CannotWrite("The disk is full.")
        return write(path, content, given_up)

    monkeypatch.setattr(store, "write", full)
    assert "The disk is full." in desk.save()
    assert desk.session is not None
    path, outline = desk.session.path, desk.session.outline
    assert recovery.found(path, outline)
    desk.session.undo()
    assert desk.close() == ""
    assert recovery.found(path, outline) == ()


async def test_a_draft_whose_folder_is_gone_is_saved_elsewhere_and_replaces_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "d.sa.json").write_text("an earlier rescue", encoding="utf-8")
    (tmp_path / "gone").mkdir()
    async with wizard(draft_at(tmp_path / "gone" / "d.sa.json"), "why.overall") as (app, pilot):
        shutil.rmtree(tmp_path / "gone")
        await write(pilot, "still here")
        await press(pilot, "ctrl+q")
        assert "Save a copy somewhere else" in screen_text(app)
        await press(pilot, "enter")
        assert "d-2.sa.json" in screen_text(app)
        await press(pilot, "enter")
        assert not app.is_running
    assert on_disk(tmp_path / "home" / "d-2.sa.json", "why.overall") == "still here"
    assert (tmp_path / "home" / "d.sa.json").read_text(encoding="utf-8") == "an earlier rescue"

"""Versions of a draft that is renamed, moved or copied are listed at its new place too, and are taken from nowhere."""

import itertools
import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sa_wizard.draft import begin, lineage, recovery, store, versions
from sa_wizard.draft.draft import start
from sa_wizard.draft.session import Session
from tests.builders import assessment, shipped


@pytest.fixture(autouse=True)
def at_every_save(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version is kept at every save, as if a minute lay between any two."""
    monkeypatch.setattr(versions, "GAP", timedelta(0))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A draft that was written in."""
    path = tmp_path / "north.sa.json"
    store.save(path, shipped(), assessment())
    write(path, "First.")
    return path


def write(path: Path, text: str) -> Session:
    """A sitting in which one answer is written."""
    session = Session.open(path)
    session.set("why.overall", text)
    session.save()
    return session


def texts(path: Path) -> list[str]:
    """The answer in every version, the newest first."""
    return [store.opened(versions.read(each), path)[1].text("why.overall") for each in versions.listed(path)]


def test_a_draft_has_its_id_from_the_first_change_on_and_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "d.sa.json"
    store.save(path, shipped(), start(shipped()))
    session = Session.open(path)
    assert session.draft.id == ""
    session.set("why.overall", "One.")
    session.save()
    first = json.loads(path.read_text(encoding="utf-8"))["id"]
    session.undo()
    session.save()
    assert json.loads(path.read_text(encoding="utf-8"))["id"] == first
    assert write(path, "Two.").draft.id == first
    assert list(json.loads(path.read_text(encoding="utf-8")))[:3] == ["format", "format_version", "id"]


@pytest.mark.parametrize("odd", ["", 5, ["x"], "x" * 65, "../x", "a b", None])
def test_what_is_no_id_is_left_as_it_is(path: Path, odd: object) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**data, "id": odd}), encoding="utf-8")
    session = Session.open(path)
    assert session.draft.id == ""
    session.set("why.overall", "Again.")
    session.save()
    assert odd == "" or json.loads(path.read_text(encoding="utf-8"))["id"] == odd
    assert Session.open(path).get("why.overall") == "Again."


@pytest.mark.parametrize("to", ["south.sa.json", "other/north.sa.json"])
def test_a_draft_that_was_moved_brings_its_versions_along(path: Path, tmp_path: Path, to: str) -> None:
    before = texts(path)
    there = tmp_path / to
    there.parent.mkdir(exist_ok=True)
    path.rename(there)
    session = Session.open(there)
    assert texts(there) == before
    assert before
    assert session.whence.moved_from == str(path)
    assert str(path) in session.whence.sentence
    assert texts(path) == before
    again = write(there, "Second.")
    assert again.whence == lineage.Whence()
    there.rename(path)
    assert lineage.followed(path).moved_from == str(there)
    assert texts(path) == texts(there) == ["Second.", *before]
    assert Session.open(path).whence == lineage.Whence()


def test_it_is_found_also_when_it_was_changed_elsewhere_meanwhile(path: Path, tmp_path: Path) -> None:
    before = texts(path)
    there = tmp_path / "south.sa.json"
    path.rename(there)
    there.write_text(there.read_text(encoding="utf-8").replace("First.", "By another program."), encoding="utf-8")
    Session.open(there)
    assert texts(there) == before


def test_also_when_another_draft_was_begun_at_its_place(path: Path, tmp_path: Path) -> None:
    """Last year's is renamed, and this year's gets the old name."""
    before = texts(path)
    there = tmp_path / "last-year.sa.json"
    path.rename(there)
    store.save(path, shipped(), begin.begin(shipped(), {"why.overall": "Begun."}))
    write(path, "This year's.")
    session = Session.open(there)
    assert session.whence.moved_from == str(path)
    assert texts(there) == before
    assert texts(path) == ["This year's.", "Begun.", *before], "which were made there, and stay"
    assert Session.open(path).whence == Session.open(there).whence == lineage.Whence()


def test_a_draft_put_in_the_place_of_another_brings_its_versions(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sa.json"
    store.save(other, shipped(), begin.begin(shipped(), {"why.overall": "Other."}))
    write(other, "Written in the other.")
    its = texts(other)
    both = {*texts(path), *its}
    other.rename(path)
    assert Session.open(path).whence.moved_from == str(other)
    assert set(texts(path)) == both
    assert texts(other) == its


def test_going_back_to_before_it_had_an_id_makes_no_other_draft_of_it(path: Path, tmp_path: Path) -> None:
    had = Session.open(path).draft.id
    store.save(path, shipped(), assessment())
    assert write(path, "Again.").draft.id == had
    path.rename(tmp_path / "south.sa.json")
    assert Session.open(tmp_path / "south.sa.json").whence.moved_from == str(path)


def test_a_copy_has_those_until_then_and_its_own_after(path: Path, tmp_path: Path) -> None:
    before = texts(path)
    copy = tmp_path / "copy.sa.json"
    shutil.copy(path, copy)
    session = Session.open(copy)
    assert session.whence == lineage.Whence(also=str(path))
    assert str(path) in session.whence.sentence
    assert texts(copy) == texts(path) == before
    write(copy, "In the copy.")
    assert texts(copy)[1:] == texts(path) == before
    assert Session.open(copy).whence == lineage.Whence()


def test_a_name_given_or_a_version_gone_in_one_list_is_no_matter_of_the_other(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sa.json"
    shutil.copy(path, copy)
    Session.open(copy)
    versions.call(copy, versions.listed(copy)[0], "Sent to the board")
    assert not any(each.name for each in versions.listed(path))
    versions.listed(path)[0].file.unlink()
    assert versions.listed(copy)[0].name == "Sent to the board"
    assert texts(copy)[0] == "First."


def test_the_versions_of_a_copy_that_was_put_away_are_found_and_another_copy_does_not_take_them(
    path: Path, tmp_path: Path
) -> None:
    """2024 is copied to be 2025's, that one is put into the archive, and 2024 is copied again to be 2026's."""
    first = texts(path)
    second, third, archived = tmp_path / "2025.sa.json", tmp_path / "2026.sa.json", tmp_path / "arch" / "2025.sa.json"
    shutil.copy(path, second)
    write(second, "Written in 2025.")
    archived.parent.mkdir()
    second.rename(archived)
    shutil.copy(path, third)
    assert Session.open(third).whence == lineage.Whence(also=str(path))
    assert texts(third) == first
    assert Session.open(archived).whence == lineage.Whence(moved_from=str(second))
    assert texts(archived) == texts(second) == ["Written in 2025.", *first]
    assert texts(path) == first


def test_a_share_that_was_away_has_its_versions_when_it_is_back(tmp_path: Path) -> None:
    share, laptop = tmp_path / "share", tmp_path / "laptop.sa.json"
    share.mkdir()
    path = share / "d.sa.json"
    store.save(path, shipped(), assessment())
    write(path, "On the share.")
    before = texts(path)
    shutil.copy(path, laptop)
    share.rename(tmp_path / "away")
    assert Session.open(laptop).whence == lineage.Whence(also=str(path))
    write(laptop, "On the laptop.")
    (tmp_path / "away").rename(share)
    assert Session.open(path).whence == lineage.Whence()
    assert texts(path) == before
    assert texts(laptop) == ["On the laptop.", *before]
    write(path, "On the share again.")
    assert Session.open(path).whence == Session.open(laptop).whence == lineage.Whence()


def test_a_folder_that_is_renamed_and_back_loses_sight_of_nothing(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    store.save(one / "d.sa.json", shipped(), assessment())
    write(one / "d.sa.json", "One.")
    one.rename(other)
    write(other / "d.sa.json", "Two.")
    other.rename(one)
    Session.open(one / "d.sa.json")
    assert texts(one / "d.sa.json")[:2] == ["Two.", "One."]


def test_a_draft_that_wanders_about_and_comes_back_has_all(tmp_path: Path) -> None:
    places = [tmp_path / f"{name}.sa.json" for name in "abcdb"]
    store.save(places[0], shipped(), assessment())
    write(places[0], "0")
    for here, there in itertools.pairwise(places):
        here.rename(there)
        Session.open(there)
        if there == places[3]:
            write(there, "1")
            write(there, "2")
    assert texts(places[-1])[:3] == ["2", "1", "0"]


def kept(own_folders: Path) -> dict[str, bytes]:
    """Every file that the program keeps of its own."""
    return {str(each): each.read_bytes() for each in (own_folders / "state").rglob("*") if each.is_file()}


def test_only_looking_changes_nothing_and_sees_all(path: Path, tmp_path: Path, own_folders: Path) -> None:
    before, state = versions.listed(path), kept(own_folders)
    copy, there = tmp_path / "from-a-colleague.sa.json", tmp_path / "south.sa.json"
    shutil.copy(path, copy)
    path.rename(there)
    for each in (copy, there):
        assert lineage.seen(each).versions == before
        assert lineage.seen(each).whence.moved_from == str(path)
        assert Session.open(each, read_only=True).whence.moved_from == str(path)
    assert kept(own_folders) == state
    for each in (copy, there):
        Session.open(each)
        assert texts(each) == texts(path)
        assert lineage.seen(each) == lineage.Seen(versions.listed(each))


def test_where_no_file_can_have_two_names_the_versions_are_copied(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    before = texts(path)
    path.rename(tmp_path / "south.sa.json")
    monkeypatch.setattr("os.link", refuse)
    assert Session.open(tmp_path / "south.sa.json").whence.moved_from == str(path)
    assert texts(tmp_path / "south.sa.json") == texts(path) == before


def test_another_draft_begun_where_one_was_before_gets_an_id_of_its_own(path: Path, tmp_path: Path) -> None:
    had = Session.open(path).draft.id
    path.rename(tmp_path / "south.sa.json")
    Session.open(tmp_path / "south.sa.json")
    store.save(path, shipped(), assessment())
    assert write(path, "Another.").draft.id not in ("", had)


def test_a_copy_whose_original_is_gone_is_the_draft(path: Path, tmp_path: Path) -> None:
    before = texts(path)
    shutil.copy(path, tmp_path / "copy.sa.json")
    path.unlink()
    Session.open(tmp_path / "copy.sa.json")
    assert texts(tmp_path / "copy.sa.json") == before


def test_what_only_looks_leaves_it_to_the_next_to_say_that_it_was_moved(path: Path, tmp_path: Path) -> None:
    there = path.rename(tmp_path / "south.sa.json")
    assert Session.open(there, in_passing=True).whence == lineage.Whence()
    assert Session.open(there).whence.moved_from == str(path)


def test_a_link_is_no_copy(path: Path, tmp_path: Path) -> None:
    before = texts(path)
    link = tmp_path / "link.sa.json"
    link.symlink_to(path)
    assert Session.open(link).whence == lineage.Whence()
    assert texts(link) == before


@pytest.mark.parametrize("harm", ["{", "[]", '{"id": 5, "path": "x"}', '{"id": "x"}', "\x00", "[" * 15000, "x" * 30000])
def test_a_damaged_note_is_no_harm(path: Path, tmp_path: Path, harm: str) -> None:
    (versions.folder(path) / lineage.NOTE).write_text(harm, encoding="utf-8")
    path.rename(tmp_path / "south.sa.json")
    assert Session.open(tmp_path / "south.sa.json").whence == lineage.Whence()
    assert texts(path)


@pytest.mark.parametrize("until", ["", "2026-11-28T10:15", "9999-12-31T23:59:59-23:59", "tomorrow"])
def test_a_time_in_a_note_that_is_none_or_has_no_zone_is_no_harm(path: Path, tmp_path: Path, until: str) -> None:
    note, had = versions.folder(path) / lineage.NOTE, Session.open(path).draft.id
    note.write_text(json.dumps({"path": str(path), "id": "another", "before": {had: until}}), encoding="utf-8")
    path.rename(tmp_path / "south.sa.json")
    assert Session.open(tmp_path / "south.sa.json").get("why.overall") == "First."
    assert texts(path)


def test_where_nothing_can_be_noted_the_draft_opens_and_saves(path: Path, tmp_path: Path, own_folders: Path) -> None:
    shutil.rmtree(own_folders / "state")
    (own_folders / "state").write_text("a file where the folder should be", encoding="utf-8")
    path.rename(tmp_path / "south.sa.json")
    assert write(tmp_path / "south.sa.json", "Second.").whence == lineage.Whence()


def test_a_copy_in_the_second_place_keeps_the_id(path: Path) -> None:
    session = Session.open(path)
    place = recovery.place(path)
    assert recovery.keep(place, path, session.outline, session.draft, "why", datetime.now(UTC))
    assert recovery.found(path, session.outline)[0].draft.id == session.draft.id != ""


def test_a_copy_made_before_the_draft_was_renamed_is_found_where_it_is_now(path: Path, tmp_path: Path) -> None:
    session = Session.open(path)
    assert recovery.keep(recovery.place(path), path, session.outline, session.draft, "why", datetime.now(UTC))
    copied = tmp_path / "copied.sa.json"
    shutil.copy(path, copied)
    assert recovery.found(copied, session.outline) == (), "it is still offered where it was made"
    moved = tmp_path / "renamed.sa.json"
    path.rename(moved)
    other = tmp_path / "other.sa.json"
    store.save(other, shipped(), assessment())
    write(other, "Another draft.")
    assert recovery.found(other, session.outline) == ()
    kept = recovery.found(moved, session.outline)
    assert [copy.draft.id for copy in kept] == [session.draft.id]
    assert recovery.newest(moved) == kept[0]
    recovery.forget(kept[0].file)
    assert recovery.found(moved, session.outline) == ()

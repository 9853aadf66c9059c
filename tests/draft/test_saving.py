"""A file that another program changed is never written over; what cannot be written is kept in a second place."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sa_wizard.draft import recovery, store
from sa_wizard.draft.keeper import Keeper
from sa_wizard.draft.session import Session
from sa_wizard.draft.stamps import stamp, unchanged
from sa_wizard.errors import ChangedOutside
from tests.builders import assessment, shipped

NOW = datetime(2026, 11, 28, 10, 15, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "d.sa.json"
    store.save(file, shipped(), assessment())
    return file


def other_program(path: Path, **answers: str) -> bytes:
    """Another program writes the draft; what it wrote."""
    session = Session.open(path)
    for where, text in answers.items():
        session.set(where.replace("__", "."), text)
    session.save()
    return path.read_bytes()


def test_what_another_program_wrote_is_not_written_over(path: Path) -> None:
    session = Session.open(path)
    session.set("why.overall", "Mine.")
    theirs = other_program(path, why__overall="Theirs.")
    with pytest.raises(ChangedOutside, match="changed by another program"):
        session.save()
    assert path.read_bytes() == theirs
    assert session.dirty
    assert session.get("why.overall") == "Mine."


def test_each_save_knows_what_the_one_before_wrote(path: Path) -> None:
    session = Session.open(path)
    for text in ("One.", "Two.", "Three."):
        session.set("why.overall", text)
        assert session.save()
    assert store.load(path)[1].text("why.overall") == "Three."


def test_a_file_that_was_only_touched_or_is_gone_is_written(path: Path) -> None:
    """A sync client that writes the same bytes anew has changed nothing; a file that is gone cannot lose anything."""
    session = Session.open(path)
    session.set("why.overall", "Mine.")
    path.write_bytes(path.read_bytes())
    assert session.save()
    session.set("why.overall", "Mine, again.")
    path.unlink()
    assert session.save()
    assert store.load(path)[1].text("why.overall") == "Mine, again."


def test_a_change_of_one_letter_in_the_same_second_is_seen(path: Path) -> None:
    known = stamp(path)
    assert known is not None
    assert unchanged(path, known)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"Safer", b"Safes", 1))
    assert not unchanged(path, known)


def test_what_another_program_writes_right_after_a_save_is_seen(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A version is kept after the file is written; whoever writes meanwhile must not be taken for this program."""
    session = Session.open(path)
    session.set("why.overall", "Mine.")
    theirs = path.read_bytes().replace(b"Safer", b"Other", 1)
    keep, times = Keeper._keep, []

    def slow(keeper: Keeper, path: Path, *, found: bool = False, name: str = "") -> str:
        times.append(found)
        if not found:
            path.write_bytes(theirs)
        return keep(keeper, path, found=found, name=name)

    monkeypatch.setattr(Keeper, "_keep", slow)
    session.save()
    assert False in times
    session.set("why.overall", "Mine, again.")
    with pytest.raises(ChangedOutside):
        session.save()
    assert path.read_bytes() == theirs


def test_a_file_that_came_in_its_place_and_cannot_be_read_is_not_written_over(path: Path) -> None:
    session = Session.open(path)
    session.set("why.overall", "Mine.")
    with path.open("wb") as file:
        file.truncate(store.LARGEST + 1)
    with pytest.raises(ChangedOutside):
        session.save()
    assert path.stat().st_size == store.LARGEST + 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a path is always text")
def test_a_draft_whose_path_is_no_text_has_a_second_place_too(tmp_path: Path) -> None:
    """A name from a share in another encoding: when its disk fails, what was typed must still be kept."""
    path = tmp_path / os.fsdecode(b"caf\xe9.sa.json")
    store.save(path, shipped(), assessment())
    copy = recovery.place(path)
    assert recovery.keep(copy, path, shipped(), assessment(why__overall="Kept."), "The disk is full.", NOW)
    assert [each.draft.text("why.overall") for each in recovery.found(path, shipped())] == ["Kept."]


def test_after_both_were_looked_at_the_draft_goes_on_and_the_step_can_be_undone(path: Path) -> None:
    session = Session.open(path)
    session.set("why.overall", "Mine.")
    other_program(path, why__overall="Theirs.")
    theirs = store.load(path)[1]
    session.met(theirs, theirs, stamp(path))
    assert session.get("why.overall") == "Theirs."
    session.undo()
    assert session.get("why.overall") == "Mine."
    assert session.save()


def test_a_copy_in_the_second_place_comes_back_whole_and_goes_when_it_is_not_wanted(path: Path) -> None:
    draft = assessment(why__overall="Not on the disk: | * # \u202e «ŵ»")
    assert recovery.found(path, shipped()) == ()
    file = recovery.place(path)
    assert recovery.keep(file, path, shipped(), draft, "The disk is full.", NOW)
    (copy,) = recovery.found(path, shipped())
    assert (copy.at, copy.why, copy.draft.values) == (NOW, "The disk is full.", draft.values)
    assert file.stat().st_mode & 0o777 == 0o600
    recovery.forget(file)
    assert recovery.found(path, shipped()) == ()
    recovery.forget(file)


def test_a_copy_that_nobody_has_looked_at_is_not_written_over(path: Path) -> None:
    for hour, text in ((10, "First."), (11, "Second.")):
        file = recovery.place(path)
        assert recovery.keep(file, path, shipped(), assessment(why__overall=text), "", NOW.replace(hour=hour))
    texts = [copy.draft.text("why.overall") for copy in recovery.found(path, shipped())]
    assert texts == ["Second.", "First."]


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"at": "then"}', b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_copy_is_no_copy(path: Path, content: bytes) -> None:
    file = recovery.place(path)
    recovery.keep(file, path, shipped(), assessment(), "", NOW)
    file.write_bytes(content)
    assert recovery.found(path, shipped()) == ()


def test_to_read_only_nothing_changes(path: Path) -> None:
    session = Session.open(path, read_only=True)
    with pytest.raises(Exception, match="reading only"):
        session.set("why.overall", "Mine.")
    assert not session.dirty

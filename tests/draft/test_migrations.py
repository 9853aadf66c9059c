"""Older formats are brought up to date step by step, a copy is kept, and what a newer program wrote is never written.

The steps are made up, because there is only one format so far: what is proved is that the mechanism can be relied on.
"""

import json
import os
import stat
from pathlib import Path
from typing import cast

import pytest

from sa_wizard.draft import migrations, store
from sa_wizard.draft.migrations import CannotMigrate, Data, Step, migrate, newest
from sa_wizard.draft.newer import load_newer
from sa_wizard.draft.session import Session
from sa_wizard.draft.values import Json
from sa_wizard.errors import CannotWrite, NewerDraft, UnreadableDraft
from sa_wizard.folders import state_dir
from tests.builders import assessment, shipped

OLD = store.encode(shipped(), assessment(why__overall="As it was."))


def name_the_author(data: Data) -> Data:
    """A made-up step from 1 to 2: the author moves out of 'about'."""
    about = dict(data["about"])
    return {**data, "x-author": about.pop("author"), "about": about}


def split_the_overall(data: Data) -> Data:
    """A made-up step from 2 to 3, which needs what the step before it made."""
    values = data["values"]
    why = {**values["why"], "overall": f"{values['why']['overall']} ({data['x-author']})"}
    return {**data, "values": {**values, "why": why}}


STEPS: dict[int, Step] = {1: name_the_author, 2: split_the_overall}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A draft in the first format."""
    path = tmp_path / "north.sa.json"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose format is the third."""
    for number, step in STEPS.items():
        monkeypatch.setitem(cast(dict[int, Step], migrations.STEPS), number, step)


def kept_copies() -> list[Path]:
    """What was kept before it was written over."""
    return sorted((state_dir() / "before-migration").glob("*"))


def test_there_is_a_step_from_every_version_to_the_next() -> None:
    assert sorted(migrations.STEPS) == list(range(migrations.FIRST, newest()))
    assert newest() == store.FORMAT_VERSION


def test_steps_run_in_order_from_where_the_file_is() -> None:
    data = json.loads(OLD)
    assert migrate(data, 3, STEPS) == data
    second = migrate(data, 1, {1: name_the_author})
    assert second["format_version"] == 2
    assert second["x-author"] == "The analyst"
    third = migrate(data, 1, STEPS)
    assert third == migrate(second, 2, STEPS)
    assert third["format_version"] == 3
    assert third["values"]["why"]["overall"] == "As it was. (The analyst)"


@pytest.mark.parametrize("about", [{}, [], None, "text"])
def test_data_that_a_step_cannot_use_is_refused_with_its_name(about: Json) -> None:
    with pytest.raises(CannotMigrate, match="it is not what format 1 promises, so 'name the author' cannot be done"):
        migrate({**json.loads(OLD), "about": about}, 1, STEPS)


def test_an_old_file_opens_as_todays_and_is_not_touched(old: Path) -> None:
    _, draft = store.load(old, STEPS)
    assert draft.text("why.overall") == "As it was. (The analyst)"
    assert draft.parked == {"x-author": "The analyst"}
    assert old.read_bytes() == OLD
    assert not kept_copies()


def test_an_old_file_that_its_format_does_not_fit_is_damaged(old: Path) -> None:
    data = json.loads(OLD)
    del data["about"]["author"]
    old.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(UnreadableDraft, match=r"is damaged: it is not what format 1 promises, so 'name the author'"):
        store.load(old, STEPS)


def test_the_first_write_keeps_a_private_copy_of_the_old_file(old: Path) -> None:
    outline, draft = store.load(old, STEPS)
    store.save(old, outline, draft, STEPS)
    (copy,) = kept_copies()
    assert copy.read_bytes() == OLD
    assert copy.name.startswith("north.format-1-")
    if os.name != "nt":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert json.loads(old.read_bytes())["format_version"] == 3
    assert store.load(old, STEPS)[1] == draft


def test_later_writes_keep_no_copy_of_what_is_up_to_date(old: Path) -> None:
    outline, draft = store.load(old, STEPS)
    for _ in range(3):
        store.save(old, outline, draft, STEPS)
    assert len(kept_copies()) == 1
    outline, draft = store.load(old, STEPS)
    store.save(old, outline, draft, STEPS)
    assert len(kept_copies()) == 1
    old.unlink()
    store.save(old, outline, draft, STEPS)
    assert len(kept_copies()) == 1


def test_a_copy_opens_and_can_be_migrated_again(old: Path) -> None:
    outline, draft = store.load(old, STEPS)
    store.save(old, outline, draft, STEPS)
    assert store.load(kept_copies()[0], STEPS)[1] == draft


def test_where_the_state_folder_cannot_be_written_the_copy_stands_beside_the_draft(
    old: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_folders / "file").write_text("no folder")
    monkeypatch.setenv("SA_WIZARD_DATA_DIR", str(own_folders / "file" / "state"))
    outline, draft = store.load(old, STEPS)
    kept = store.keep_old(old, draft)
    assert kept is not None
    assert kept.parent == old.parent
    store.save(old, outline, draft, STEPS)
    assert kept.read_bytes() == OLD


def test_without_any_place_for_the_copy_nothing_is_written(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outline, draft = store.load(old, STEPS)

    def refused(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    with pytest.raises(CannotWrite, match="no space left"):
        store.save(old, outline, draft, STEPS)
    assert old.read_bytes() == OLD


@pytest.mark.usefixtures("today")
def test_a_session_brings_an_old_file_up_to_date(old: Path) -> None:
    session = Session.open(old)
    session.set("why.causes", "New.")
    session.save()
    session.set("why.causes", "Newer.")
    session.save()
    assert [copy.read_bytes() for copy in kept_copies()] == [OLD]
    assert json.loads(old.read_bytes())["format_version"] == 3


# -- a file from a newer program


def newer(change: dict[str, Json]) -> bytes:
    """A file of the next format."""
    return json.dumps({**json.loads(OLD), "format_version": 2, **change}).encode()


def test_a_newer_file_is_refused_for_writing_with_both_versions(old: Path) -> None:
    old.write_bytes(newer({}))
    with pytest.raises(NewerDraft) as refused:
        store.load(old)
    assert refused.value.exit_code == 6
    assert "was written by a newer sa-wizard (format 2; this one reads 1)" in refused.value.sentence


def test_a_newer_file_is_read_as_far_as_it_is_understood(old: Path) -> None:
    change = {
        "about": {"partnership": "Safer Northbridge", "nation": ["england"], "x-new": 1},
        "values": {"why": {"overall": "Read.", "causes": 5}, "levels": "of another shape", "x-new": {"a": 1}},
        "headings": {"why": "Ours", "levels": 5},
        "order": "another shape",
        "claims": {"why": {"finished": "yes"}, "levels": "yes", "x": {"a": 1}},
        "accepted": [{"section": "why"}, 5],
        "x-new": {"a": [1]},
    }
    old.write_bytes(newer(change))
    found = load_newer(old)
    assert found.draft.get("about.partnership") == "Safer Northbridge"
    assert found.draft.get("why.overall") == "Read."
    assert found.draft.get("x-new.a") == 1
    assert found.draft.headings == {"why": "Ours"}
    assert found.draft.claims == {"why": {"finished": "yes"}}
    assert found.draft.accepted == ({"section": "why"},)
    assert found.draft.parked == {"x-new": {"a": [1]}}
    missed = {"about.nation", "why.causes", "levels", "headings.levels", "order", "claims.levels", "claims.x"}
    assert set(found.missed) == {*missed, "accepted[1]"}
    assert found.sentence.startswith(
        f"{old} was written by a newer sa-wizard, so it is open for reading only, without "
    )
    assert found.sentence.count(". ") == 0
    assert old.read_bytes() == newer(change)


def test_a_newer_file_of_the_same_shape_is_read_whole(old: Path) -> None:
    old.write_bytes(newer({}))
    found = load_newer(old)
    assert found.draft == assessment(why__overall="As it was.")
    assert found.missed == ()
    assert found.sentence == f"{old} was written by a newer sa-wizard, so it is open for reading only."


def test_what_was_read_from_a_newer_file_is_never_written(old: Path, tmp_path: Path) -> None:
    old.write_bytes(newer({"values": {"why": 5}}))
    found = load_newer(old)
    session = Session(old, found.outline, found.draft)
    session.set("why.overall", "Typed all the same.")
    for path in (old, tmp_path / "other.sa.json"):
        with pytest.raises(CannotWrite, match="written by a newer sa-wizard"):
            store.save(path, session.outline, session.draft)
    with pytest.raises(CannotWrite):
        session.save()
    assert old.read_bytes() == newer({"values": {"why": 5}})
    assert [path.name for path in tmp_path.iterdir()] == [old.name]


def test_a_file_that_is_not_newer_is_read_as_ever(old: Path) -> None:
    found = load_newer(old)
    assert (found.draft, found.missed, found.sentence) == (store.load(old)[1], (), "")
    store.save(old, found.outline, found.draft)


@pytest.mark.parametrize("content", [b"", b"[]", newer({"outline": {}}), newer({"outline": {"id": "elsewhere"}})])
def test_what_is_no_draft_is_refused_newer_or_not(old: Path, content: bytes) -> None:
    old.write_bytes(content)
    with pytest.raises(UnreadableDraft):
        load_newer(old)

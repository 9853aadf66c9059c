"""The draft file: whatever was typed comes back, the file is plain and private, and a failed write changes nothing."""

import errno
import json
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.draft import store
from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.values import Json
from sa_wizard.errors import CannotWrite, UnreadableDraft
from tests.builders import assessment, changed, drafted, shipped
from tests.draft.strategies import json_values, of_field, texts

needs_modes = pytest.mark.skipif(os.name == "nt", reason="file modes are a Unix matter")


def saved(folder: Path, draft: Draft, name: str = "north.sa.json") -> Path:
    """A draft on disk."""
    path = folder / name
    store.save(path, shipped(), draft)
    return path


def again(draft: Draft) -> Draft:
    """The draft written to a file and read from it."""
    with TemporaryDirectory() as folder:
        outline, found = store.load(saved(Path(folder), draft))
    assert outline == shipped()
    return found


def test_an_empty_and_a_whole_draft_come_back_the_same() -> None:
    for draft in (start(shipped()), assessment()):
        assert again(draft) == draft


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_whatever_is_typed_in_any_field_comes_back_the_same(data: st.DataObject) -> None:
    answers: dict[str, Json] = {}
    for _ in range(data.draw(st.integers(1, 4))):
        section, field = data.draw(st.sampled_from([pair for pair in shipped().fields() if not pair[1].of]))
        answers[f"{section.id}.{field.id}"] = data.draw(of_field(field))
    draft = drafted(answers).with_heading("why", data.draw(st.text(st.characters(categories=("L", "Zs")))).strip())
    assert again(draft) == draft


@settings(deadline=None, max_examples=60)
@given(
    st.dictionaries(texts, json_values, max_size=3), st.dictionaries(texts, json_values, max_size=3), st.lists(texts)
)
def test_whatever_opens_can_be_saved_and_opens_again_the_same(
    parked: Mapping[str, Json], answers: Mapping[str, Json], order: list[str]
) -> None:
    """A file written by another program may hold keys with lone surrogates and control characters."""
    outline = {"id": "partnership", "version": 1, "checksum": "\ud800"}
    whole = {
        "format": store.FORMAT,
        "format_version": 1,
        "outline": outline,
        "about": {"title\ud800": 1, **{f"x{key}": value for key, value in answers.items()}},
        "headings": {"why\ud800": "Why\x1b"},
        "order": order,
        "values": {"odd\ud800": {"\udfff": "\ud800"}, "levels": {"parked": answers}},
        **{f"x{key}": value for key, value in parked.items()},
    }
    with TemporaryDirectory() as folder:
        path = Path(folder) / "odd.sa.json"
        path.write_text(json.dumps(whole), encoding="utf-8")
        try:
            _, draft = store.load(path)
        except UnreadableDraft as refused:
            assert "appears twice" in refused.sentence  # noqa: PT017 - keys that become one when cleaned; all else opens
            return
    assert again(draft) == draft


def test_answers_to_questions_no_longer_asked_are_kept(tmp_path: Path) -> None:
    path = saved(tmp_path, assessment())
    data = json.loads(path.read_text(encoding="utf-8"))
    data["reviewer"] = {"name": "B"}
    data["values"]["old_section"] = {"question": ["kept"]}
    data["values"]["why"]["old_question"] = "kept"
    data["values"]["levels"]["topics"][0]["old_column"] = "kept"
    path.write_text(json.dumps(data), encoding="utf-8")
    outline, draft = store.load(path)
    store.save(path, outline, changed(draft, outline, {"why.overall": "New."}))
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["reviewer"] == {"name": "B"}
    assert found["values"]["old_section"] == {"question": ["kept"]}
    assert found["values"]["why"]["old_question"] == "kept"
    assert found["values"]["levels"]["topics"][0]["old_column"] == "kept"


def test_the_file_is_plain_text_that_git_can_compare(tmp_path: Path) -> None:
    text = saved(tmp_path, assessment(about__title="Café 2025–26")).read_bytes().decode("utf-8")
    assert text.endswith("}\n")
    assert "\r" not in text
    assert '\n  "about": {\n    "title": "Café 2025–26"' in text


def test_keys_stand_in_outline_order_whatever_was_answered_first(tmp_path: Path) -> None:
    draft = drafted(
        {"why.overall": "x", "why.recording": "y", "summary.decision": "z", "about.nation": "wales", "about.title": "t"}
    )
    data = json.loads(saved(tmp_path, draft).read_text(encoding="utf-8"))
    assert list(data) == ["format", "format_version", "outline", "about", "headings", "order", "values"]
    assert list(data["about"]) == ["title", "nation"]
    assert list(data["values"]) == ["summary", "why"]
    assert list(data["values"]["why"]) == ["recording", "overall"]
    assert data["outline"] == {"id": "partnership", "version": shipped().version, "checksum": shipped().checksum}


@needs_modes
def test_a_draft_is_private_to_its_owner_also_when_it_was_not(tmp_path: Path) -> None:
    path = saved(tmp_path, assessment())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    assert stat.S_IMODE(saved(tmp_path, assessment()).stat().st_mode) == 0o600


@pytest.mark.parametrize("step", ["replace", "fsync"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    path = saved(tmp_path, start(shipped()))
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(CannotWrite) as refused:
        store.save(path, shipped(), assessment())
    assert str(path) in refused.value.sentence
    assert os.strerror(number).lower() in refused.value.sentence
    assert refused.value.exit_code == 7
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, start(shipped()))
    before = path.read_bytes()

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        store.save(path, shipped(), assessment())
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(path: str | Path, flags: int, *rest: int) -> int:
        if Path(path) == tmp_path:
            raise OSError(errno.EINVAL, "no")
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    assert saved(tmp_path, assessment()).is_file()


@pytest.mark.parametrize("place", ["gone/north.sa.json", "file/north.sa.json"])
def test_a_folder_that_is_not_there_is_said(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    with pytest.raises(CannotWrite) as refused:
        store.save(tmp_path / place, shipped(), assessment())
    assert refused.value.sentence == f"There is no folder {(tmp_path / place).parent}."


def test_a_folder_in_the_files_place_is_said_and_stays(tmp_path: Path) -> None:
    (tmp_path / "north.sa.json").mkdir()
    with pytest.raises(CannotWrite, match="cannot be written"):
        saved(tmp_path, assessment())
    assert [each.name for each in tmp_path.iterdir()] == ["north.sa.json"]


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = saved(tmp_path / "real", start(shipped()))
    link = tmp_path / "link.sa.json"
    link.symlink_to(real)
    store.save(link, shipped(), assessment())
    assert link.is_symlink()
    assert store.load(real)[1] == assessment()


def test_a_link_to_itself_is_refused_not_followed(tmp_path: Path) -> None:
    link = tmp_path / "loop.sa.json"
    link.symlink_to(link)
    with pytest.raises(UnreadableDraft, match="cannot be read"):
        store.load(link)


def test_a_very_long_name_in_another_script_can_be_written(tmp_path: Path) -> None:
    assert saved(tmp_path, assessment(), "अ" * 80 + ".sa.json").is_file()


def test_a_draft_is_found_with_the_outline_that_lies_beside_it(tmp_path: Path) -> None:
    path = saved(tmp_path, assessment())
    text = (Path(__file__).parents[2] / "templates/outlines/partnership.toml").read_text(encoding="utf-8")
    own = text.replace('title = "Why it has changed"', 'title = "Our reasons"', 1)
    assert own != text
    (tmp_path / "partnership.toml").write_text(own, encoding="utf-8")
    why = store.load(path)[0].section("why")
    assert why is not None
    assert why.title == "Our reasons"

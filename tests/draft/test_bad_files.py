"""Bad input of every sort: one sentence, exit code 6, a way out, and the file exactly as it was."""

import contextlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.draft import store
from sa_wizard.draft.values import Json
from sa_wizard.errors import UnreadableDraft
from tests.builders import assessment, shipped

GOOD = store.encode(shipped(), assessment())


def refusal(path: Path) -> str:
    """The sentence with which a draft is refused; the file is proved untouched."""
    before = (path.read_bytes(), path.stat().st_mtime_ns) if path.is_file() else None
    with pytest.raises(UnreadableDraft) as refused:
        store.load(path)
    assert refused.value.exit_code == 6
    assert refused.value.hint
    assert "\n" not in refused.value.sentence
    assert refused.value.sentence.count(". ") == 0
    assert before == ((path.read_bytes(), path.stat().st_mtime_ns) if path.is_file() else None)
    return refused.value.sentence


def damaged(folder: Path, content: bytes) -> str:
    """The sentence for a file with this content."""
    path = folder / "north.sa.json"
    path.write_bytes(content)
    told = refusal(path)
    assert [each.name for each in folder.iterdir()] == ["north.sa.json"]
    return told


def with_change(change: Callable[[dict[str, Json]], object]) -> bytes:
    """A good draft with one thing changed."""
    data = json.loads(GOOD)
    change(data)
    return json.dumps(data).encode()


def test_a_missing_draft_is_said(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.sa.json") == f"There is no draft at {tmp_path / 'gone.sa.json'}."


def test_a_folder_is_no_draft(tmp_path: Path) -> None:
    assert "cannot be read (is a directory)" in refusal(tmp_path)


def test_a_name_no_file_can_have_is_refused() -> None:
    with pytest.raises(UnreadableDraft, match="cannot be read"):
        store.load(Path("a\0b"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_draft_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "north.sa.json"
    path.write_bytes(GOOD)
    path.chmod(0)
    with pytest.raises(UnreadableDraft, match="permission denied"):
        store.load(path)


@pytest.mark.parametrize("at", [1, 20, 200, 1500, -300, -20, -3])
def test_a_cut_off_draft_is_damaged_and_said_to_be_cut_off(tmp_path: Path, at: int) -> None:
    told = damaged(tmp_path, GOOD[:at].rstrip())
    assert "is not JSON at line" in told
    assert told.endswith("and seems cut off.")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "it is not JSON at line 1, column 1"),
        (b"once upon a time", "it is not JSON at line 1, column 1."),
        (GOOD.replace(b'"order": []', b'"order": [],,'), "it is not JSON at line"),
        (b"<<<<<<< HEAD\n" + GOOD, "it is not JSON at line 1, column 1."),
        (GOOD[:-20] + b"\xff\xfe" + GOOD[-20:], "it is not UTF-8 text (byte "),
        (GOOD.decode().encode("utf-16"), "it is not UTF-8 text (byte 0)"),
        (b"[]", 'it does not say "format": "sa-wizard-draft"'),
        (b"null", 'it does not say "format"'),
        (b'"sa-wizard-draft"', 'it does not say "format"'),
        (b"{}", 'it does not say "format"'),
        (b'{"format": "odt"}', 'it does not say "format"'),
        (b"[" * 100_000, "it is nested too deeply"),
        (b'{"a":' * 100_000, "it is nested too deeply"),
        (b'{"a": NaN}', "it holds NaN, which is not a number JSON can hold"),
        (b'{"a": -Infinity}', "it holds -Infinity, which"),
        (b'{"a": 1e999}', "it holds 1e999, which"),
        (b'{"a": ' + b"9" * 5000 + b"}", "it holds a number with thousands of digits"),
        (b'{"a": 1, "a": 2}', "the key 'a' appears twice in one object"),
        (b'{"a": 1, "a\\u0000": 2}', "the key 'a' appears twice in one object"),
    ],
)
def test_what_is_not_a_draft_is_damaged_with_the_place(tmp_path: Path, content: bytes, told: str) -> None:
    found = damaged(tmp_path, content)
    assert found.startswith(f"The draft {tmp_path / 'north.sa.json'} is damaged: ")
    assert told in found


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda data: data.update(about=[]), "'about' is not an object"),
        (lambda data: data.update(values="none"), "'values' is not an object"),
        (lambda data: data["values"].update(why=None), "'why' is not an object"),
        (lambda data: data["values"].update(about={}), "it holds 'about' twice"),
        (lambda data: data.update(headings=[]), "'headings' is not an object"),
        (lambda data: data["headings"].update(why=5), "a heading is not text"),
        (lambda data: data.update(order="why"), "'order' is not a list of section ids"),
        (lambda data: data.update(order=["why", 5]), "'order' is not a list of section ids"),
        (lambda data: data["about"].update(title=5), "about.title takes text, not a number"),
        (lambda data: data["about"].update(period="2024"), "about.period takes a period such as"),
        (lambda data: data["values"]["why"].update(overall=["x"]), "why.overall takes text, not a list"),
        (lambda data: data["values"]["levels"].update(topics={}), "levels.topics takes a list of objects"),
        (lambda data: data["values"]["levels"].update(topics=[{}, "x"]), "levels.topics takes a list of objects"),
        (lambda data: data["values"]["levels"]["topics"][1].update(name=True), "levels.topics[1].name takes text"),
        (lambda data: data["values"]["levels"]["topics"][0].update(id=5), "levels.topics[0].id takes text"),
        (lambda data: data["values"]["levels"]["topics"][0].update(count=[]), "levels.topics[0].count takes a number"),
        (
            lambda data: data["values"]["levels"]["topics"][0]["reasons"][0].update(reason=1),
            "reasons[0].reason takes text",
        ),
        (lambda data: data.update(new=nested(60)), "new is nested more than 50 levels deep"),
        (lambda data: data["values"].update(old={"x": nested(60)}), "x is nested more than 50 levels deep"),
        (lambda data: data["values"]["levels"]["topics"][0].update(x=nested(60)), "levels.topics[0].x is nested more"),
        (lambda data: data.pop("outline"), "it does not name its outline"),
        (lambda data: data.update(outline="partnership"), "it does not name its outline"),
        (lambda data: data.update(outline={"id": 5}), "it does not name its outline"),
        (lambda data: data.pop("format_version"), "its format_version is not a whole number"),
        (lambda data: data.update(format_version="1"), "its format_version is not a whole number"),
        (lambda data: data.update(format_version=True), "its format_version is not a whole number"),
        (lambda data: data.update(format_version=0), "its format_version is not a whole number"),
    ],
)
def test_a_wrong_type_is_damage_with_its_path(
    tmp_path: Path, change: Callable[[dict[str, Json]], object], told: str
) -> None:
    assert f"is damaged: {told}" in damaged(tmp_path, with_change(change)).replace(
        "levels.topics[0].reasons", "reasons"
    )


def nested(levels: int) -> Json:
    """Lists within lists."""
    value: Json = "bottom"
    for _ in range(levels):
        value = [value]
    return value


def test_a_newer_draft_is_refused_with_both_versions(tmp_path: Path) -> None:
    told = damaged(tmp_path, with_change(lambda data: data.update(format_version=2, about="of another shape")))
    assert "was written by a newer sa-wizard (format 2; this one reads 1)" in told


def test_a_draft_of_an_outline_nobody_has_says_so(tmp_path: Path) -> None:
    path = tmp_path / "north.sa.json"
    path.write_bytes(with_change(lambda data: data["outline"].update(id="elsewhere")))
    with pytest.raises(
        UnreadableDraft, match="cannot be read without its outline: there is no outline called 'elsewhere'"
    ):
        store.load(path)


def test_an_enormous_file_is_refused_without_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LARGEST", 1_000_000)
    assert "it is larger than 1 MB" in damaged(tmp_path, b" " * 1_000_001)


def test_a_byte_order_mark_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "north.sa.json"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD)
    assert store.load(path)[1] == assessment()


@settings(deadline=None, max_examples=150)
@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=3), st.integers(0, 40))
def test_any_damage_opens_or_is_refused_never_worse(at: int, put: bytes, cut: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "north.sa.json"
        path.write_bytes(GOOD[:at] + put + GOOD[at + cut :])
        with contextlib.suppress(UnreadableDraft):
            outline, draft = store.load(path)
            store.save(path, outline, draft)
            assert store.load(path)[1] == draft


def test_a_draft_whose_outline_is_broken_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    path = tmp_path / "north.sa.json"
    path.write_bytes(GOOD)
    (tmp_path / "partnership.toml").write_text("title = ", encoding="utf-8")
    assert "without its outline: the outline partnership.toml is not readable TOML: " in refusal(path)

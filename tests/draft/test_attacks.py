"""Files that attack: each is refused in one sentence that names the place, quickly and in little memory, never hanging.

Every file is opened in a process of its own with limits set by the system, so that a fault here fails a test and not
the machine.
"""

import json
import os
import socket
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sa_wizard import files
from sa_wizard.draft import bounds, plain, store
from sa_wizard.draft.draft import start
from sa_wizard.draft.values import DEEPEST, Json, fit
from sa_wizard.errors import CannotWrite, UnreadableDraft, UsageProblem
from tests.builders import assessment, changed, shipped
from tests.limits import tried

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits, pipes and devices are a Unix matter")

GOOD = json.loads(store.encode(shipped(), assessment()))


def opened(path: Path, how: str = "store.load(path)") -> str:
    """What is said of a file that another process opens, within the limits."""
    return tried("from sa_wizard.draft import newer, store", how, path)


def with_answer(answer: bytes) -> bytes:
    """A sound draft but for one answer, given as it stands in the file."""
    data = {**GOOD, "values": {**GOOD["values"], "why": {"overall": "@"}}}
    return json.dumps(data).encode().replace(b'"@"', answer)


def unknown(answer: bytes) -> bytes:
    """A sound draft but for something kept at a key that nobody knows, as it stands in the file."""
    return json.dumps({**GOOD, "x": "@"}).encode().replace(b'"@"', answer)


MILLIONS = 10_000_000
ATTACKS: dict[str, tuple[Callable[[], bytes], str]] = {
    "levels": (
        lambda: unknown(b"[" * 100_000 + b"]" * 100_000),
        "it is nested too deeply, more than 100 levels, at line 1, column ",
    ),
    "levels of objects": (lambda: b'{"a":' * 100_000, "it is nested too deeply, more than 100 levels, at line 1, "),
    "levels in lines": (lambda: b"[\n" * 100_000, "it is nested too deeply, more than 100 levels, at line 101"),
    "entries": (lambda: unknown(b"[" + b"0," * (MILLIONS - 1) + b"0]"), "it is larger than 20 MB"),
    "entries in less": (
        lambda: unknown(b"[" + b"0," * 9_900_000 + b"0]"),
        "it holds more than 200,000 values, counted up to line 1, column ",
    ),
    "empty lists": (lambda: unknown(b"[" + b"[]," * 6_000_000 + b"0]"), "it holds more than 200,000 values, counted"),
    "empty objects": (lambda: unknown(b"[" + b"{}," * 6_000_000 + b"0]"), "it holds more than 200,000 values, counted"),
    "texts without commas": (lambda: b'""' * 9_000_000, "it holds more than 200,000 values, counted up to line 1"),
    "a text without an end": (lambda: unknown(b'"' + b'\\"' * 9_000_000), "it is not JSON at line 1, column "),
    "a list": (lambda: unknown(json.dumps([0] * 5_001).encode()), "x has more than 5,000 entries"),
    "a list of records": (
        lambda: json.dumps({**GOOD, "values": {"levels": {"topics": [{}] * 5_001}}}).encode(),
        "values.levels.topics has more than 5,000 entries",
    ),
    "keys": (
        lambda: unknown(json.dumps({f"k{number}": 0 for number in range(5_001)}).encode()),
        "x has more than 5,000 keys",
    ),
    "sections": (
        lambda: json.dumps({**GOOD, "values": {f"k{number}": {} for number in range(5_001)}}).encode(),
        "values has more than 5,000 keys",
    ),
    "values in all": (
        lambda: unknown(json.dumps([[0] * 4_999] * 41).encode()),
        "it holds more than 200,000 values, the last of them in x[",
    ),
    "a key": (
        lambda: unknown(json.dumps({"k" * 1_001: 0}).encode()),
        f"the key '{'k' * 40}' in x has more than 1,000 characters",
    ),
    "a text": (lambda: with_answer(b'"' + b"a" * 2_000_001 + b'"'), "values.why.overall is longer than 2,000,000"),
    "a text as long as the file may be": (
        lambda: with_answer(b'"' + b"a" * 19_000_000 + "🙂".encode() + b'"'),
        "values.why.overall is longer than 2,000,000 characters",
    ),
    "escapes": (lambda: with_answer(b'"' + b"\\ud800" * 3_000_000 + b'"'), "values.why.overall is longer than"),
    "a line": (
        lambda: json.dumps({**GOOD, "about": {"title": "a" * 1_000_001}}).encode(),
        "about.title takes no more than 1,000,000 characters at once",
    ),
    "a line in a list": (
        lambda: json.dumps({**GOOD, "values": {"summary": {"headlines": ["", "a" * 1_000_001]}}}).encode(),
        "summary.headlines takes no more than 1,000,000 characters at once",
    ),
    "a heading": (
        lambda: json.dumps({**GOOD, "headings": {"why": "a" * 1_000_001}}).encode(),
        "headings.why takes no more than 1,000,000 characters at once",
    ),
    "digits": (
        lambda: unknown(b"9" * 10_000),
        "it holds a number with thousands of digits, at line 1, column ",
    ),
    "millions of digits": (lambda: unknown(b"9" * MILLIONS), "it holds a number with thousands of digits, at line 1"),
    "digits behind the point": (lambda: unknown(b"0." + b"9" * 10_000), "it holds a number with thousands of digits"),
    "an exponent": (lambda: unknown(b"1e" + b"9" * 10_000), "it holds a number with thousands of digits, at line 1"),
    "digits in a text": (lambda: unknown(b'["' + b"9" * 9_000 + b'",' + b"9" * 9_000 + b"]"), "of digits, at line 1"),
    "a version of thousands of digits": (
        lambda: json.dumps({**GOOD, "format_version": int("9" * 4_000)}).encode(),
        "its format_version is not a whole number",
    ),
    "not a number": (lambda: unknown(b"NaN"), "it holds NaN, which is not a number JSON can hold"),
    "a number without end": (lambda: unknown(b"-1e999"), "it holds -1e999, which is not a number JSON can hold"),
    "a key twice": (
        lambda: with_answer(b'"a"').replace(b'"overall": "a"', b'"overall": "a", "overall": "b"'),
        "the key 'overall' appears twice in one object, in values.why",
    ),
    "many keys twice": (
        lambda: unknown(b"{" + b",".join(b'"%d": 0' % number for number in [*range(190_000), 189_999]) + b"}"),
        "the key '189999' appears twice in one object, in x",
    ),
    "half a character": (lambda: with_answer(b'"a\xed\xa0\x80"'), "it is not UTF-8 text (byte "),
    "no text at all": (lambda: os.urandom(1_000_000), "is damaged: it "),
    "nothing but nothing": (lambda: b"\0" * 19_000_000, "it is not JSON at line 1, column 1"),
}  # fmt: skip


@pytest.mark.parametrize("name", ATTACKS)
def test_a_file_that_attacks_is_refused_with_the_place(tmp_path: Path, name: str) -> None:
    make, told = ATTACKS[name]
    path = tmp_path / "x.sa.json"
    content = make()
    path.write_bytes(content)
    found = opened(path)
    assert found.startswith("The draft FILE is damaged: ")
    assert told in found
    assert path.read_bytes() == content


def test_the_largest_sound_file_opens_within_the_limits(tmp_path: Path) -> None:
    """Twenty million bytes of text with a letter in each that takes the most room in memory."""
    path = tmp_path / "x.sa.json"
    texts = {f"x{number}": "a" * 990_000 + "🙂\x1b" for number in range(20)}
    path.write_text(json.dumps({**GOOD, "values": {"why": texts}}, ensure_ascii=False), encoding="utf-8")
    assert path.stat().st_size > 19_000_000
    assert opened(path) == "it worked"


def test_the_most_values_open_within_the_limits_and_can_be_saved_again(tmp_path: Path) -> None:
    path = tmp_path / "x.sa.json"
    path.write_text(json.dumps({**GOOD, "x": [[{}] * 4_900] * 40}), encoding="utf-8")
    assert opened(path) == "it worked"
    outline, draft = store.load(path)
    store.save(path, outline, draft)
    assert store.load(path)[1] == draft


def test_a_file_of_200_megabytes_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.sa.json"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert opened(path) == "The draft FILE is damaged: it is larger than 20 MB."
    monkeypatch.delattr(os, "open")  # it is refused for its size alone
    with pytest.raises(UnreadableDraft, match="larger than 20 MB"):
        store.load(path)


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.sa.json"
    path.write_bytes(b" " * 1_000)
    real = os.fstat

    def grown(handle: int) -> os.stat_result:
        before = real(handle)
        with path.open("ab") as file:
            file.write(b" " * 5_000_000)
        return before

    monkeypatch.setattr(os, "fstat", grown)
    monkeypatch.setattr(store, "LARGEST", 1_000_000)
    with pytest.raises(UnreadableDraft, match="larger than 1 MB"):
        store.load(path)


def test_a_file_that_says_it_is_empty_is_read_no_further_than_agreed() -> None:
    endless = Path("/proc/self/mem")
    if not endless.exists():
        pytest.skip("there is no /proc here")
    assert "cannot be read" in opened(endless) or "is damaged" in opened(endless)


def test_a_pipe_a_device_and_a_socket_are_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.sa.json")
    (tmp_path / "link.sa.json").symlink_to("/dev/zero")
    told = "The draft FILE cannot be read (it is a pipe, a device or a socket, not a file)."
    with socket.socket(socket.AF_UNIX) as listening:
        monkeypatch.chdir(tmp_path)  # the path of a socket may not be long
        listening.bind("s.sa.json")
        places = ("pipe.sa.json", "link.sa.json", "s.sa.json")
        for path in (*(tmp_path / name for name in places), Path("/dev/zero"), Path("/dev/tty"), Path("/dev/stdin")):
            if path.exists():
                assert opened(path) == told


def test_a_file_changed_for_a_pipe_between_two_looks_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.sa.json"
    os.mkfifo(path)
    looked_like = tmp_path / "file"
    looked_like.write_bytes(b"{}")
    monkeypatch.setattr(Path, "stat", lambda _: os.stat(looked_like))  # noqa: PTH116 - Path.stat is what is replaced
    done: list[str] = []

    def read() -> None:
        try:
            files.read(path, 10)
        except OSError as error:
            done.append(error.strerror or "")

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(10)
    assert done == ["It is a pipe, a device or a socket, not a file"]


def test_a_newer_file_is_held_to_the_same_bounds(tmp_path: Path) -> None:
    path = tmp_path / "x.sa.json"
    for name in ("levels", "empty objects", "a list", "digits", "many keys twice"):
        path.write_bytes(ATTACKS[name][0]().replace(b'"format_version": 1', b'"format_version": 2'))
        assert "is damaged: " in opened(path, "newer.load_newer(path)")


# -- what is set and saved is held to the same bounds


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        ("text", "a" * 2_000_001, "a.b takes no more than 2,000,000 characters at once."),
        ("line", "a" * 1_000_001, "a.b takes no more than 1,000,000 characters at once."),
        ("choice", "a" * 1_000_001, "a.b takes no more than 1,000,000 characters at once."),
        ("number", "a" * 1_000_001, "a.b takes no more than 1,000,000 characters at once."),
        ("list", ["a" * 1_000_001], "a.b takes no more than 1,000,000 characters at once."),
        ("list", ["a"] * 5_001, "a.b takes no more than 5,000 entries."),
        ("links", ["a"] * 5_001, "a.b takes no more than 5,000 entries."),
        ("period", {"start": "a" * 1_000_001}, "a.b takes no more than 1,000,000 characters at once."),
        ("period", dict.fromkeys(map(str, range(5_001)), ""), "a.b takes no more than 5,000 entries."),
        ("records", [{}] * 5_001, "a.b takes no more than 5,000 entries."),
        ("records", [{"reasons": [{}] * 5_001}], "a.b[0].reasons takes no more than 5,000 entries."),
        ("row", dict.fromkeys(map(str, range(5_001)), 0), "a.b takes no more than 5,000 entries."),
        ("row", {"k" * 1_001: 0}, "a.b has a key of more than 1,000 characters."),
        ("row", {"x": ["a" * 2_000_001]}, "a.b.x takes no more than 2,000,000 characters at once."),
        ("row", {"x": [[0] * 5_001]}, "a.b.x takes no more than 5,000 entries."),
        ("row", {"id": "a" * 1_000_001}, "a.b.id takes no more than 1,000,000 characters at once."),
    ],
)
def test_a_value_beyond_the_bounds_is_refused_where_it_is_set(kind: str, value: Json, told: str) -> None:
    with pytest.raises(UsageProblem) as refused:
        fit(kind, "topic", value, "a.b")
    assert refused.value.sentence == told


def test_what_is_within_the_bounds_is_kept_whole() -> None:
    assert fit("text", "", "a" * bounds.LONGEST_TEXT, "a.b") == "a" * bounds.LONGEST_TEXT
    assert fit("line", "", "a" * bounds.LONGEST_LINE, "a.b") == "a" * bounds.LONGEST_LINE
    assert len(fit("records", "topic", [{}] * bounds.MOST_ENTRIES, "a.b")) == bounds.MOST_ENTRIES


def test_a_draft_that_could_not_be_opened_again_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.sa.json"
    store.save(path, shipped(), start(shipped()))
    before = path.read_bytes()
    rows = [{"id": f"topic-{number}"} for number in range(bounds.MOST_ENTRIES + 1)]
    large = changed(start(shipped()), shipped(), {"why.overall": "a" * 1_000_000})
    long = replace(start(shipped()), values={"levels": {"topics": rows}})
    with pytest.raises(CannotWrite, match=r"opened again: values\.levels\.topics has more than 5,000 entries\."):
        store.save(path, shipped(), long)
    monkeypatch.setattr(store, "LARGEST", 1_000_000)
    with pytest.raises(CannotWrite, match=r"it is larger than 1 MB\."):
        store.save(path, shipped(), large)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_whatever_may_be_kept_unknown_is_within_the_levels_of_a_file() -> None:
    deep: Json = 0
    for _ in range(DEEPEST):
        deep = [deep]
    data = {"values": {"levels": {"topics": [{"reasons": [{"x": deep}]}]}}}
    assert bounds.fault(data) == ""
    assert plain.parse(json.dumps(data).encode()) == data


def test_the_place_of_a_fault_far_down_is_told_short() -> None:
    deep: Json = 0
    for number in range(200):
        deep = {f"key-{number}-{'x' * 500}": deep}
    told = bounds.fault(deep)
    assert told.endswith("is nested more than 100 levels deep")
    assert len(told) < 400

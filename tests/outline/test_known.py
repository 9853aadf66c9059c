"""What was found sound once is the same when it is read back, and nothing in that folder can keep a draft closed."""

import json
import stat
from pathlib import Path

import pytest

from sa_wizard.errors import OutlineError
from sa_wizard.folders import templates_dir
from sa_wizard.outline import known, load, requirements
from sa_wizard.outline.requirements import Nation
from sa_wizard.outline.spec import Choice, Outline

SHIPPED = (templates_dir() / "outlines" / "partnership.toml").read_bytes()
PARTNERSHIP = SHIPPED + b"\n# which nobody has read before\n"


def nothing() -> Outline:
    """A check that must not be made again."""
    raise AssertionError


def kept() -> Path:
    """The file that was kept last."""
    return max(known.folder().iterdir(), key=lambda file: file.stat().st_mtime_ns)


@pytest.fixture(name="outline")
def _outline() -> Outline:
    return load.find("partnership")


def test_an_outline_comes_back_as_it_was(outline: Outline) -> None:
    assert known.once(Outline, PARTNERSHIP, lambda: outline) is outline
    again = known.once(Outline, PARTNERSHIP, nothing)
    assert again == outline
    assert again is not outline
    assert again.find("levels.topics") == outline.find("levels.topics")


@pytest.mark.parametrize("nation", requirements.NATIONS)
def test_the_law_comes_back_as_it_was_with_its_dates(nation: str) -> None:
    file = templates_dir() / "requirements" / f"{nation}.toml"
    first = requirements.load_nation(file)
    assert known.once(Nation, file.read_bytes(), lambda: pytest.fail("looked through again")) == first


@pytest.mark.parametrize(
    "damaged",
    [b"", b"{", b"[]", b"null", b"\xff", b'{"id": 1, "no such key": 2}', b'{"sections": [[]]}', b"[" * 100_000],
)
def test_what_is_damaged_there_is_made_again(outline: Outline, damaged: bytes) -> None:
    known.once(Outline, PARTNERSHIP, lambda: outline)
    kept().write_bytes(damaged)
    assert known.once(Outline, PARTNERSHIP, lambda: outline) is outline
    assert known.once(Outline, PARTNERSHIP, nothing) == outline


def test_a_record_that_something_else_has_changed_is_made_again(outline: Outline) -> None:
    """Damage of the right shape passed for an outline, and every draft of it stayed closed."""
    known.once(Outline, PARTNERSHIP, lambda: outline)
    kept().write_bytes(kept().read_bytes().replace(b'"kind": "line"', b'"kind": "lime"', 1))
    assert known.once(Outline, PARTNERSHIP, lambda: outline) is outline
    assert known.once(Outline, PARTNERSHIP, nothing) == outline


def test_what_was_found_by_other_rules_of_the_same_version_is_looked_through(
    outline: Outline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever works on the program and adds a rule must see it in their own outlines."""
    known.once(Outline, PARTNERSHIP, lambda: outline)
    monkeypatch.setattr(known, "_rules", lambda: 1)
    assert known.once(Outline, PARTNERSHIP, lambda: outline) is outline


def test_another_file_or_another_version_is_looked_through(outline: Outline, monkeypatch: pytest.MonkeyPatch) -> None:
    known.once(Outline, PARTNERSHIP, lambda: outline)
    assert known.once(Outline, PARTNERSHIP + b"\n", lambda: outline) is outline
    monkeypatch.setattr(known, "__version__", "0")
    assert known.once(Outline, PARTNERSHIP, lambda: outline) is outline


def test_a_file_that_is_wrong_is_never_known(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_bytes(PARTNERSHIP.replace(b'kind = "line"', b'kind = "lime"', 1))
    for _ in range(2):
        with pytest.raises(OutlineError, match="wrong"):
            load.load(wrong)
    assert not known.folder().exists()


def test_where_nothing_can_be_written_it_is_only_slower(outline: Outline, monkeypatch: pytest.MonkeyPatch) -> None:
    known.folder().parent.mkdir(parents=True, exist_ok=True)
    known.folder().write_text("a file where a folder should be")
    for _ in range(2):
        assert known.once(Outline, PARTNERSHIP, lambda: outline) is outline


def test_only_so_many_are_kept_and_only_for_their_owner() -> None:
    for number in range(known.MOST + 5):
        known.once(Choice, b"%d" % number, lambda: Choice(value="x"))
    assert len(list(known.folder().iterdir())) == known.MOST
    assert stat.S_IMODE(known.folder().stat().st_mode) == 0o700


def test_what_is_as_it_is_by_default_is_not_written_down(outline: Outline) -> None:
    known.once(Outline, PARTNERSHIP, lambda: outline)
    fields = json.loads(kept().read_bytes().partition(b"\n")[2])["made"]["sections"][0]["fields"]
    assert all("example" not in field or field["example"] for field in fields)

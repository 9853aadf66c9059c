"""``new`` and ``example`` begin drafts that open, and never take away a file that was there."""

import json
from pathlib import Path

import pytest

from sa_wizard.draft import store
from sa_wizard.folders import config_dir, templates_dir
from sa_wizard.outline import load as outlines
from tests.cli.conftest import ENGLAND, Run

SHIPPED = templates_dir() / "outlines" / "partnership.toml"


def own_outline(place: Path, name: str = "ours") -> Path:
    """The shipped outline under another id, as a partnership that changed it would have."""
    text = SHIPPED.read_text(encoding="utf-8").replace('id = "partnership"', f'id = "{name}"', 1)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return place


def test_first_answers_are_kept(draft: Path) -> None:
    _, kept = store.load(draft)
    assert kept.values["about"] == {
        "partnership": "Safer Northbridge",
        "nation": "england",
        "area_type": "two-tier",
        "period": {"start": "2024-10", "end": "2025-09"},
        "previous_period": {"start": "2023-10", "end": "2024-09"},
        "first": "no",
    }


def test_a_draft_is_private_and_talk_goes_to_stderr(run: Run, tmp_path: Path) -> None:
    ran = run("new", tmp_path / "x.sa.json", *ENGLAND)
    assert (ran.code, ran.out) == (0, "")
    assert "Started" in ran.err
    assert (tmp_path / "x.sa.json").stat().st_mode & 0o077 == 0


def test_kind_of_area_is_asked_for_when_left_out(run: Run, tmp_path: Path) -> None:
    """Item (g) hangs on it, so nothing is guessed."""
    run("new", tmp_path / "x.sa.json", *ENGLAND)
    ran = run("check", tmp_path / "x.sa.json", "--json")
    assert "about.area_type" in {finding["path"] for finding in ran.data["findings"]}
    assert "about.first" in {finding["path"] for finding in ran.data["findings"]}


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--area-type", "two-tier"), "Wales has no county tier"),
        (("--area-type", "london"), "London boroughs are in England"),
    ],
)
def test_wales_has_no_english_tiers(run: Run, tmp_path: Path, args: tuple[str, ...], told: str) -> None:
    path = tmp_path / "x.sa.json"
    ran = run("new", path, "--partnership", "Ceredigion", "--nation", "wales", "--period", "2024-10:2025-09", *args)
    assert ran.code == 2
    assert told in ran.err
    assert not path.exists()


def test_a_period_is_taken_as_people_write_it_and_a_refusal_names_a_form_that_works(run: Run, tmp_path: Path) -> None:
    begin = ("new", tmp_path / "x.sa.json", "--partnership", "P", "--nation", "wales", "--period")
    refused = run(*begin, "last year")
    assert refused.code == 2
    form = refused.err.partition("such as ")[2].partition(" or ")[2].partition(". Nothing")[0]
    assert run(*begin, form).code == 0
    assert run("get", begin[1], "about.period").data == {"start": "2024-10", "end": "2025-09"}


def test_a_kind_of_area_that_is_never_asked_in_wales_is_left_out_and_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.sa.json"
    wales = ("--partnership", "Ceredigion", "--nation", "wales", "--period", "2024-10:2025-09")
    ran = run("new", path, *wales, "--area-type", "unitary")
    assert ran.code == 0
    assert "The kind of area was left out" in ran.err
    assert "area_type" not in store.load(path)[1].values["about"]


@pytest.mark.parametrize(
    "period",
    ["2025-09:2024-10", "2024-13:2025-01", "2024:2025", "", ":", "2024-10", "2024-10:", "x:y", "2024-1:2024-\x1b"],
)
def test_an_impossible_period_is_refused(run: Run, tmp_path: Path, period: str) -> None:
    path = tmp_path / "x.sa.json"
    ran = run("new", path, "--partnership", "P", "--nation", "england", "--period", period)
    assert ran.code == 2
    assert "\x1b" not in ran.err
    assert list(tmp_path.iterdir()) == []


def test_the_previous_period_comes_before(run: Run, tmp_path: Path) -> None:
    ran = run("new", tmp_path / "x.sa.json", *ENGLAND, "--previous-period", "2025-01:2025-12")
    assert ran.code == 2
    assert "does not come before" in ran.err


@pytest.mark.parametrize("name", ["", "   ", "\n"])
def test_a_partnership_needs_a_name(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.sa.json"
    assert run("new", path, "--partnership", name, "--nation", "wales", "--period", "2024-10:2025-09").code == 2
    assert not path.exists()


@pytest.mark.parametrize("command", [("new", *ENGLAND), ("example",)])
def test_a_file_is_never_replaced(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "x.sa.json"
    path.write_text("somebody's work")
    ran = run(command[0], path, *command[1:])
    assert ran.code == 2
    assert path.read_text() == "somebody's work"


@pytest.mark.parametrize("place", ["missing/x.sa.json", "file/x.sa.json"])
def test_a_folder_that_is_not_there(run: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    ran = run("new", tmp_path / place, *ENGLAND)
    assert ran.code == 7
    assert "There is no folder" in ran.err


def test_a_write_that_fails_leaves_nothing(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    ran = run("new", tmp_path / "x.sa.json", *ENGLAND, "--outline", own_outline(tmp_path / "from" / "ours.toml"))
    assert ran.code == 7
    assert [path.name for path in tmp_path.iterdir()] == ["from"]


def test_an_outline_file_is_copied_beside_the_draft(run: Run, tmp_path: Path) -> None:
    """A draft opens wherever its folder goes, so it must not depend on a path."""
    source = own_outline(tmp_path / "from" / "some name.toml")
    (tmp_path / "work").mkdir()
    draft = tmp_path / "work" / "x.sa.json"
    ran = run("new", draft, *ENGLAND, "--outline", source)
    assert ran.code == 0
    assert "Copied" in ran.err
    assert (tmp_path / "work" / "ours.toml").read_bytes() == source.read_bytes()
    assert json.loads(draft.read_text())["outline"]["id"] == "ours"
    source.unlink()
    assert run("check", draft).code == 3


def test_an_outline_that_would_be_found_is_not_copied(run: Run, tmp_path: Path) -> None:
    own_outline(config_dir() / "outlines" / "ours.toml")
    for number, chosen in enumerate(("ours", str(config_dir() / "outlines" / "ours.toml"), str(SHIPPED))):
        assert run("new", tmp_path / f"{number}.sa.json", *ENGLAND, "--outline", chosen).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.sa.json", "1.sa.json", "2.sa.json"]


def test_another_outline_beside_the_draft_is_not_replaced(run: Run, tmp_path: Path) -> None:
    beside = own_outline(tmp_path / "ours.toml")
    beside.write_text(beside.read_text() + "# changed by hand\n")
    before = beside.read_bytes()
    ran = run("new", tmp_path / "x.sa.json", *ENGLAND, "--outline", own_outline(tmp_path / "from" / "ours.toml"))
    assert ran.code == 2
    assert beside.read_bytes() == before
    assert not (tmp_path / "x.sa.json").exists()


@pytest.mark.parametrize("chosen", ["nosuch", "nosuch.toml", "broken.toml"])
def test_an_outline_that_cannot_be_used(run: Run, tmp_path: Path, chosen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("broken.toml").write_text('id = "x"\n')
    ran = run("new", "x.sa.json", *ENGLAND, "--outline", chosen)
    assert ran.code == 2
    assert not Path("x.sa.json").exists()


def test_the_worked_example_is_complete(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.sa.json"
    assert run("example", path).code == 0
    ran = run("check", path)
    assert (ran.code, ran.err) == (0, "")
    assert "sa-wizard export" in ran.out
    outline, _ = store.load(path)
    assert outline.checksum == outlines.load(SHIPPED).checksum

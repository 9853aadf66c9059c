"""``find``: every place on standard output, what was done on standard error, and a file that is right or untouched."""

from pathlib import Path

import pytest

from sa_wizard.draft.lock import Lock
from tests.builders import shipped
from tests.cli.conftest import Run
from tests.hostile import OBEYED, by_hand


@pytest.fixture
def milled(run: Run, draft: Path) -> Path:
    """A draft with a mill in it."""
    run("set", draft, "why.overall", "The mill closed.\n\nThen a Mill opened.")
    run("set", draft, "levels.topics", '[{"name": "Noise", "where": "By the mill."}]')
    return draft


def test_places_are_data_and_how_many_is_talk(run: Run, milled: Path) -> None:
    ran = run("find", milled, "mill")
    assert (ran.code, ran.err) == (0, "3 places, in 2 answers.\n")
    assert ran.out.splitlines() == [
        "levels.topics[0].where  Where, Noise: By the mill.",
        "why.overall  What lies behind the changes as a whole: The mill closed. Then a Mill opened.",
        "why.overall  What lies behind the changes as a whole: The mill closed. Then a Mill opened.",
    ]
    assert len(run("find", milled, "mill", "--match-case").out.splitlines()) == 2
    assert run("find", milled, "mil", "--whole-words").code == 3


def test_words_that_stand_nowhere_are_no_fault_and_a_script_can_tell(run: Run, milled: Path) -> None:
    before = milled.read_bytes()
    ran = run("find", milled, "zebra")
    assert (ran.code, ran.out, ran.err) == (3, "", "“zebra” stands nowhere in what is written.\n")
    assert run("find", milled, "zebra", "--replace", "x").code == 3
    assert run("find", milled, "zebra", "--json").data == {"places": 0, "answers": 0, "replaced": False, "found": []}
    assert milled.read_bytes() == before


def test_json_has_each_place_with_its_words(run: Run, milled: Path) -> None:
    data = run("find", milled, "By the", "--json").data
    assert (data["places"], data["answers"], data["replaced"]) == (1, 1, False)
    assert data["found"] == [
        {
            "path": "levels.topics[0].where",
            "section": "levels",
            "label": "Where",
            "entry": "Noise",
            "line": None,
            "start": 0,
            "before": "",
            "words": "By the",
            "after": " mill.",
            "asked": True,
        }
    ]


def test_all_are_replaced_and_saved_and_nothing_else_is_changed(run: Run, milled: Path) -> None:
    before = milled.read_text(encoding="utf-8")
    ran = run("find", milled, "mill", "--replace", "works\x1b", "--match-case")
    assert (ran.code, ran.err) == (0, "Replaced “mill” with “works” in 2 places, in 2 answers.\n")
    assert milled.read_text(encoding="utf-8") == before.replace("mill", "works")
    assert "The words are the same already." in run("find", milled, "works", "--replace", "works").err
    assert run("find", milled, "works", "--replace", "mill", "--json").data["replaced"]
    assert milled.read_text(encoding="utf-8") == before


def test_nothing_is_replaced_in_a_draft_that_is_in_use(run: Run, milled: Path) -> None:
    before = milled.read_bytes()
    with Lock(milled):
        assert run("find", milled, "mill").code == 0
        assert run("find", milled, "mill", "--replace", "x").code == 5
    assert milled.read_bytes() == before


def test_a_dry_run_shows_every_place_before_and_after_and_changes_nothing(run: Run, milled: Path) -> None:
    """Both places of one text are as they will be, not each alone; a draft in use can be looked at like this."""
    before, versions = milled.read_bytes(), run("versions", milled).out
    with Lock(milled):
        ran = run("find", milled, "mill", "--replace", "works", "--dry-run")
    assert (ran.code, ran.err) == (
        0,
        "Would replace “mill” with “works” in 3 places, in 2 answers. Nothing was changed.\n",
    )
    assert ran.out.splitlines() == [
        "levels.topics[0].where  Where, Noise:",
        "- By the mill.",
        "+ By the works.",
        "why.overall  What lies behind the changes as a whole:",
        "- The mill closed. Then a Mill opened.",
        "+ The works closed. Then a works opened.",
        "why.overall  What lies behind the changes as a whole:",
        "- The mill closed. Then a Mill opened.",
        "+ The works closed. Then a works opened.",
    ]
    data = run("find", milled, "mill", "--replace", "", "--dry-run", "--json").data
    assert (data["places"], data["replaced"]) == (3, False)
    assert [each["becomes"] for each in data["found"]][:2] == ["By the .", "The  closed. Then a opened."]
    assert milled.read_bytes() == before
    assert run("versions", milled).out == versions
    assert run("find", milled, "mill", "--replace", "works").code == 0
    assert "The works closed.\n\nThen a works opened." in run("get", milled, "why.overall").out


def test_a_dry_run_says_what_a_run_would_say(run: Run, milled: Path) -> None:
    before = milled.read_bytes()
    assert run("find", milled, "zebra", "--replace", "x", "--dry-run").code == 3
    assert "The words are the same already." in run("find", milled, "By the", "--replace", "By the", "--dry-run").err
    refused = [run("find", milled, "mill", "--replace", "x" * 3_000_000, *dry) for dry in ((), ("--dry-run",))]
    assert (refused[0].code, refused[0].err) == (2, refused[1].err)
    assert "--replace" in run("find", milled, "mill", "--dry-run").err
    assert milled.read_bytes() == before


@pytest.mark.parametrize("wrong", [("",), ("x" * 201,), ("mill", "--replace"), (), ("mill", "--dry-run")])
def test_wrong_usage_is_said_in_a_sentence(run: Run, milled: Path, wrong: tuple[str, ...]) -> None:
    before = milled.read_bytes()
    ran = run("find", milled, *wrong)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert milled.read_bytes() == before


def test_nothing_that_a_terminal_obeys_is_printed(run: Run, tmp_path: Path) -> None:
    path = by_hand(tmp_path / "x.sa.json", shipped())
    ran = run("find", path, "here", "--json")
    assert ran.code == 0
    assert not OBEYED.search(ran.out + run("find", path, "here").out)
    assert not OBEYED.search(run("find", path, "\x1b[2J\u202e").err)

"""Find and replace in the line mode: places are listed with numbers, one goes to any, and undo takes a step back."""

from pathlib import Path

import pytest

from sa_wizard.draft import store
from sa_wizard.draft.finding import Sought
from sa_wizard.draft.session import Session
from sa_wizard.sitting.searching import Search
from tests.cli.conftest import Ran, Run

TEXT = "The mill closed.\nThen a Mill opened."


def plain(run: Run, draft: Path, *lines: str) -> Ran:
    """Lines typed into a draft, in this process."""
    return run("--plain", draft, stdin="".join(f"{line}\n" for line in lines).encode())


def milled(run: Run, draft: Path) -> Path:
    """A draft with a mill in it."""
    run("set", draft, "why.overall", TEXT)
    run("set", draft, "levels.topics", '[{"name": "Noise", "where": "By the mill."}]')
    return draft


def overall(draft: Path) -> object:
    return store.load(draft)[1].get("why.overall")


@pytest.mark.usefixtures("patient")
def test_places_are_listed_with_numbers_and_gone_to(run: Run, draft: Path) -> None:
    out = plain(run, milled(run, draft), ":find MILL", ":found 2", ":found 1", ":found", ":found", ":found").out
    assert "3 places, in 2 answers." in out
    assert "1 Levels and patterns, Where, Noise: “By the mill.” At levels.topics[0].where.\n" in out
    assert "At why.overall." in out
    order = [
        "Place 2 of 3: “The mill closed.",
        "What lies behind the changes as a whole",
        "Place 1 of 3: “By the mill.”",
        "Where. In: Noise",
        "Place 2 of 3",
        "Place 3 of 3",
        "That was the last place.",
    ]
    at = 0
    for words in order:
        assert words in out[at:], words
        at = out.index(words, at) + len(words)


@pytest.mark.usefixtures("patient")
def test_places_that_are_there_no_more_are_not_gone_to(run: Run, draft: Path) -> None:
    out = plain(run, milled(run, draft), ":find opened", ":go why.overall", "Nothing of it.", ".", ":found 1").out
    assert "There is no place to go to." in out


def test_words_are_replaced_everywhere_and_undone_in_one_step(run: Run, draft: Path) -> None:
    ran = plain(run, milled(run, draft), ":replace mill = new works")
    assert "Replaced “mill” with “new works” in 3 places, in 2 answers. :undo takes it back." in ran.out
    assert "1 of 3 with other capitals, which :replace --match-case leaves as they are." in ran.out
    assert overall(draft) == "The new works closed.\nThen a new works opened."
    ran = plain(run, draft, ":replace  closed =", ":undo", ":redo", ":undo")
    assert "Replaced “closed” with nothing in “What lies behind the changes as a whole”." in ran.out
    assert ran.out.count("Undone: replace “closed” with nothing in") == 2
    assert overall(draft) == "The new works closed.\nThen a new works opened."


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize(("words", "found"), [("MILL", 3), ("--match-case mill", 2), ("--whole-words mil", 0)])
def test_every_way_to_look_for_words_finds_the_same_places(run: Run, draft: Path, words: str, found: int) -> None:
    """One rule for capitals on the command line, in ``:find``, in ``:replace`` and, by default, on the screen."""
    milled(run, draft)
    *flags, sought = words.split()
    assert run("find", draft, sought, *flags, "--json").data["places"] == found
    search = Search()
    search.look(Session.open(draft), Sought(sought, *(flag in flags for flag in ("--match-case", "--whole-words"))))
    assert len(search.places) == found
    out = plain(run, draft, f":find {words}").out
    assert ("stands nowhere" if not found else f"{found} places, in 2 answers.") in out
    out = plain(run, draft, f":replace {words} = works").out
    assert ("Nothing was changed." if not found else f"in {found} places, in 2 answers.") in out


@pytest.mark.usefixtures("patient")
def test_what_cannot_be_done_is_said(run: Run, draft: Path) -> None:
    before = milled(run, draft).read_bytes()
    lines = (":find", ":found", ":find zebra", ":found 1", ":replace mill", ":replace = x", ":replace zebra = x")
    case = ":replace --match-case"
    out = plain(run, draft, *lines, f"{case} = x", f"{case} MILL = x", ":find mill", ":found 9", ":found x").out
    out += plain(run, draft, f"{case} mill = mill").out
    for told in (
        "Say which words to look for.",
        "There is no place to go to.",
        "“zebra” stands nowhere in what is written.",
        "Say which words are to be replaced, and with which.",
        "“zebra” stands nowhere in what is written. Nothing was changed.",
        "“MILL” stands nowhere with these capitals in what is written. Nothing was changed.",
        "Type a number from 1 to 3",
        "The words are the same. Nothing was changed.",
    ):
        assert told in out, told
    assert draft.read_bytes() == before


@pytest.mark.usefixtures("patient")
def test_a_draft_open_to_read_only_is_looked_through_and_not_changed(run: Run, draft: Path) -> None:
    before = milled(run, draft).read_bytes()
    lines = b":find mill\n:found 1\n:replace mill = works\n"
    out = run("--plain", "--read-only", draft, stdin=lines).out
    assert "3 places" in out
    assert "This draft is open for reading only." in out
    assert draft.read_bytes() == before


def test_a_long_list_is_read_out_only_when_asked_for(run: Run, draft: Path) -> None:
    run("set", draft, "why.overall", "mill " * 30)
    out = plain(run, draft, ":find mill", ":find").out
    assert "And 18 more; :find alone lists them all." in out
    assert out.count("\n30 Why it has changed") == 1


def test_the_question_says_about_how_long_an_answer_might_be(run: Run, draft: Path) -> None:
    out = plain(run, draft, ":go progress.overall", "Done.", ".", ":go levels.all_crime").out
    assert out.count("About 60 to 160 words: a guide, not a rule.") == 1
    assert "Kept: 1 word." in out

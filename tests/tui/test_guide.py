"""The guided path on screen: F8 goes to what is missing, says why it matters, and says when it has come round."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from sa_wizard.draft import begin
from sa_wizard.review.findings import Finding
from sa_wizard.review.gaps import gaps
from sa_wizard.review.judge import judge
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.widgets.form import question_of
from sa_wizard.tui.widgets.lines import both_ends, brief, last_whole
from tests.tui.driving import draft_at, press, screen_text, session_of, settle, wizard, write

TOPICS = [
    {"id": "t1", "name": "Robbery", "strand": "crime", "count": 58, "previous_count": 20, "where": "The square."},
    {"id": "t2", "name": "", "strand": "disorder", "count": 90, "previous_count": "many"},
]
REST = {
    "about__first": "no",
    "about__author": "The analyst",
    "priorities__priorities": [{"title": "Robbery of young people at and around the bus station after school"}],
    "why__overall": "Two more schools send their pupils through the bus station.",
}


def here(app: WizardApp) -> str:
    """The path of the question in focus."""
    question = question_of(app.focused)
    return question.path if question else ""


def lines(app: WizardApp) -> list[str]:
    """The lines of the screen without their edges."""
    return [line.strip() for line in screen_text(app).splitlines()]


def status(app: WizardApp) -> str:
    """The line above the keys."""
    return lines(app)[-2]


def said(app: WizardApp) -> str:
    """What stands under the form, as one line."""
    text = " ".join(lines(app)[-7:-2])
    return " ".join(text.split())


async def once_round(app: WizardApp, pilot: Pilot[int]) -> list[str]:
    """Press F8, passing every gap, until it says that it has come round."""
    passed: list[str] = []
    for _ in range(200):
        await press(pilot, "f8")
        if "That was the last gap" in status(app):
            return passed
        passed.append(here(app))
    raise AssertionError("it never comes round")


async def test_every_gap_is_reached_once_and_then_it_says_so(tmp_path: Path) -> None:
    """In lists, in entries and in entries of entries; each shows its own gap and a reason."""
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS, **REST)
    async with wizard(path, "levels.topics") as (app, pilot):
        asked = session_of(app).asked
        review = judge(asked)
        places = [gap.path for gap in gaps(asked, review)]
        passed = await once_round(app, pilot)
        assert sorted(passed) == sorted(places)
        assert status(app).startswith(f"That was the last gap; {review.to_do} remain. F8 starts again.")
        await press(pilot, "f8")
        assert here(app) == places[0], "the next round begins with the first gap of all"
        assert status(app).startswith(f"Gap 1 of {review.to_do}: ")


async def test_a_gap_says_what_is_missing_on_one_line_and_why_above_it(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS, **REST)
    async with wizard(path, "priorities.priorities") as (app, pilot):
        await press(pilot, "f6", "f8")
        while here(app) != "priorities.priorities[0].topics":
            await press(pilot, "f8")
        line = status(app)
        assert line.endswith("rests on no problem and no concern."), "the name is cut, not what is wrong"
        assert "…" in line
        assert said(app).startswith("Why it matters, item (d) A priority that rests on nothing in this document")


async def test_what_is_said_of_a_gap_stays_while_the_draft_is_judged_and_goes_when_one_leaves(tmp_path: Path) -> None:
    """The sentence was once gone a third of a second after it came, when the screen below was judged again."""
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS, **REST)
    async with wizard(path, "about.previous_title") as (app, pilot):
        await press(pilot, "f8")
        assert here(app) == "about.previous_date"
        for _ in range(3):
            app.screen.judge_now()  # type: ignore[attr-defined]  # a writing screen
            await settle(pilot)
            assert status(app).startswith("Gap ")
            assert said(app).startswith("Why it matters Item (b) asks what changed since the previous report")
        await press(pilot, "tab")
        assert "Why it matters" not in said(app)
        assert "to do" in status(app)


async def test_a_gap_that_is_mended_gives_way_and_the_next_press_goes_forward(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS, **REST)
    async with wizard(path, "about.previous_title") as (app, pilot):
        await press(pilot, "f8")
        await write(pilot, "November 2024")
        app.screen.judge_now()  # type: ignore[attr-defined]  # a writing screen
        await settle(pilot)
        assert "Why it matters" not in said(app)
        assert not status(app).startswith("Gap")
        await press(pilot, "f8")
        assert here(app) == "about.previous_period", "not the title, which comes first and is missing too"


async def test_elsewhere_it_goes_on_from_there_and_the_status_line_says_where_to(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", **REST)
    async with wizard(path, "about.title") as (app, pilot):
        await press(pilot, "f8")
        assert here(app) == "about.previous_title"
        app.go("equality.affected")
        await settle(pilot)
        app.screen.judge_now()  # type: ignore[attr-defined]  # a writing screen
        await settle(pilot)
        assert "next: No answer yet: Purpose and legal basis" in status(app)
        await press(pilot, "f8")
        assert here(app) == "introduction.basis"


async def test_one_thing_that_keeps_two_items_from_being_met_is_one_thing(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "about.title") as (app, pilot):
        await press(pilot, "f8")
        assert here(app) == "about.first"
        shown = screen_text(app)
        assert "It is not said whether there was an assessment before this one." in shown
        assert "more: F3" not in shown
        assert "more here" not in shown


async def test_a_complete_draft_says_so_once_on_the_line_below(tmp_path: Path) -> None:
    path = tmp_path / "d.sa.json"
    path.write_bytes(begin.example())
    async with wizard(path, "about.title") as (app, pilot):
        await press(pilot, "f8", "f8")
        assert status(app).startswith("Nothing is missing: every item that applies is met.")
        assert screen_text(app).count("Nothing is missing") == 1


def test_a_sentence_too_wide_keeps_both_ends() -> None:
    assert both_ends("Short.", 20) == "Short."
    cut = both_ends("Robbery of young people at the bus station has no lead.", 40)
    assert len(cut) <= 40
    assert cut.startswith("Robbery of")
    assert cut.endswith("station has no lead.")


ADDRESS = "margaret.featherstone@northbridge.example"


@pytest.mark.parametrize(
    ("message", "words", "width", "told"),
    [
        ("E-mail address: “a@b.example”.", "a@b.example", 40, "E-mail address: “a@b.example”."),
        (f"E-mail address: “…ask her at {ADDRESS} or ring for…”", ADDRESS, 62, f"E-mail address: “…{ADDRESS}…”"),
        (
            f"E-mail address: “{ADDRESS} or ring her for details”",
            ADDRESS,
            40,
            "E-mail address: “margaret.featherstone…”",
        ),
        (
            "“The very long period” compares 12 months with 9.",
            "very long",
            45,
            "“…very long…” compares 12 months with 9.",
        ),
        ("Robbery of young people has no lead.", "", 30, "Robbery of…people has no lead."),
    ],
)
def test_of_a_long_quotation_the_words_it_is_about_are_told(message: str, words: str, width: int, told: str) -> None:
    """The ellipsis hid the address that was to be taken out, and left the words around it."""
    finding = Finding("why.overall", "why", "error", "private-email", message, words=words)
    assert brief(finding, width) == told


@pytest.mark.parametrize("width", [40, 59, 79])
def test_a_message_that_is_too_long_still_says_what_to_do(width: int) -> None:
    did = "Pasted 1,520 words; 1,204 leftovers of other programs made plain"
    told = last_whole(f"{did}; Ctrl+Z takes it back.", width)
    assert len(told) <= width
    assert told.endswith("; Ctrl+Z takes it back.")
    made = last_whole(f"Created ~/{'folder/' * 12}north.sa.json. Everything you type is saved in it.", 79)
    assert made.endswith("north.sa.json. Everything you type is saved in it.")
    assert len(made) <= 79
    assert last_whole("Nothing to undo.", width) == "Nothing to undo."
    assert len(last_whole("One sentence that goes on and on, and says nothing of what to do after it", width)) <= width


async def test_what_comes_next_is_told_whole_rather_than_how_long_the_draft_is(tmp_path: Path) -> None:
    previous = {"about__previous_title": "Strategic assessment", "about__previous_date": "January 2025"}
    path = draft_at(tmp_path / "d.sa.json", **REST, **previous, levels__topics=TOPICS)
    async with wizard(path, "equality.affected") as (app, pilot):
        assert "words" in status(app)
        session_of(app).set("equality.affected", "Some words. " * 9_000)
        app.screen.judge_now()  # type: ignore[attr-defined]  # a writing screen
        await settle(pilot)
        assert status(app).endswith("next: No answer yet: Purpose and legal basis")
        assert "to do" in status(app)
        assert "words" not in status(app)

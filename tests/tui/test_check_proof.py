"""The check screen tells what proves an item and what the author says of a section, beside what is found."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList

from sa_wizard.draft import begin
from sa_wizard.draft.session import Session
from sa_wizard.review import claims
from sa_wizard.review.final import OVERRIDE, STATUS
from sa_wizard.review.judge import judge
from sa_wizard.tui import checklist
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.glyphs import ASCII, UNICODE
from sa_wizard.tui.screens.check import CheckScreen
from sa_wizard.tui.screens.choose import Confirm
from sa_wizard.tui.screens.entry import EntryScreen
from sa_wizard.tui.widgets.form import question_of
from tests.builders import asked, assessment
from tests.tui.driving import draft_at, on_disk, press, screen_text, session_of, settle, wizard, write

REASON = "The group agreed on 22 January to issue it without the survey."


def example(path: Path) -> Session:
    """The finished example as a draft that can be damaged."""
    path.write_bytes(begin.example())
    session = Session.open(path)
    session.set(STATUS, "draft")
    return session


async def to_line(app: WizardApp, pilot: Pilot[int], words: str) -> None:
    """Walk down the list to the line that says something."""
    listed = app.screen.query_one("#findings", OptionList)
    for _ in range(listed.option_count):
        at = listed.highlighted_option
        if at is not None and words in " ".join(str(at.prompt).split()):
            return
        await pilot.press("down")
    raise AssertionError(f"no line says {words!r}")


def test_every_item_is_listed_with_what_proves_it_and_leads_there() -> None:
    seen = asked(assessment())
    found = {each.heading.key: each for each in checklist.groups(seen, judge(seen), "item", UNICODE)}
    assert found["item-c"].note == "Answered in 7 Reasons, problem by problem (Reasons)"
    assert found["item-c"].note_path == "why.topics[0].reasons"
    assert found["item-b"].note.startswith("Answered in Period this assessment covers; Previous assessment: title; ")
    nothing = asked(assessment(priorities__priorities=[]))
    assert (
        next(e for e in checklist.groups(nothing, judge(nothing), "item", UNICODE) if e.heading.key == "item-d").note
        == ""
    )


def test_a_section_shows_both_what_is_found_and_what_is_said() -> None:
    session = Session(Path("unused.sa.json"), asked(assessment()).outline, assessment(why__overall=""))
    claims.finish(session, "why", finished=True)
    claims.waive(session, "equality", "The county assesses it.")
    for mark in (UNICODE, ASCII):
        found = {
            each.heading.key: each for each in checklist.groups(session.asked, judge(session.asked), "section", mark)
        }
        why, equality = found["section-why"], found["section-equality"]
        assert why.heading.state.split() == ["in", "progress", "1/2", mark.right]
        assert [told.finding.code for told in why.told] == ["missing"]
        assert equality.heading.state.split() == ["not", "applicable"]
        assert equality.note == "You say: The county assesses it."
        assert equality.heading.path == equality.note_path == "equality"
        lines = [checklist.heading_line(each.heading, 78) for each in found.values()]
        assert {len(line) for line in lines} == {78}


async def test_the_proof_of_an_item_is_a_line_that_opens_its_place(tmp_path: Path) -> None:
    topics = [{"name": "Robbery", "strand": "crime", "count": 58, "where": "Castle"}]
    async with wizard(draft_at(tmp_path / "d.sa.json", levels__topics=topics)) as (app, pilot):
        await press(pilot, "f3", "i")
        assert isinstance(app.screen, CheckScreen)
        await to_line(app, pilot, "Answered in 5 The problems, one by one (Count, this period; Where)")
        await press(pilot, "l")
        assert "Only what a rule doubts" in screen_text(app)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, EntryScreen)
        question = question_of(app.focused)
        assert question is not None
        assert question.path == "levels.topics[0].count"


async def test_final_with_something_missing_is_refused_until_there_is_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "d.sa.json"
    session = example(path)
    session.set("views.consultations", [])
    session.save()
    async with wizard(path) as (app, pilot):
        await press(pilot, "f3", "f")
        assert "cannot be marked final yet" in screen_text(app)
        assert isinstance(app.screen, Confirm)
        assert "“Reason for issuing it with something missing”" in app.screen.question
        assert session_of(app).get(STATUS) == "draft"
        await press(pilot, "escape")
        session_of(app).set(OVERRIDE, "n/a")
        await press(pilot, "f", "escape")
        assert session_of(app).get(STATUS) == "draft"
        session_of(app).set(OVERRIDE, REASON)
        await press(pilot, "f")
        assert "although it is not complete" in " ".join(screen_text(app).split())
        await press(pilot, "tab", "enter")
        assert session_of(app).get(STATUS) == "final"
        assert "Marked as final, but not complete" in screen_text(app)
    assert on_disk(path, STATUS) == "final"


async def test_a_section_is_left_out_only_for_a_reason_in_words(tmp_path: Path) -> None:
    path = tmp_path / "d.sa.json"
    example(path).save()
    async with wizard(path, "equality.affected") as (app, pilot):
        await app.screen.run_action("waive")
        await settle(pilot)
        await write(pilot, "n/a")
        await press(pilot, "enter")
        assert session_of(app).draft.claims == {}
        assert any("does not say why" in toast.message for toast in app._notifications)

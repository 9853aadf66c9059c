"""The check screen: every finding leads to its field, F3 comes back to the same line, and final means complete."""

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from sa_wizard.draft import begin, store
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.session import Session
from sa_wizard.review.final import STATUS
from sa_wizard.review.findings import Finding
from sa_wizard.review.judge import judge
from sa_wizard.tui import checklist
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.glyphs import ASCII, UNICODE
from sa_wizard.tui.screens.check import CheckScreen
from sa_wizard.tui.screens.choose import Confirm
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.entry import EntryScreen
from sa_wizard.tui.screens.explain import ExplainScreen
from sa_wizard.tui.screens.export import ExportScreen
from sa_wizard.tui.widgets.form import question_of
from sa_wizard.tui.widgets.lines import TopLine
from tests.tui.driving import draft_at, on_disk, press, screen_text, session_of, settle, wizard, write

HOSTILE = "Robbery [/ risk [a[0]] [red]"


def listed(app: WizardApp) -> OptionList:
    """The list of findings."""
    assert isinstance(app.screen, CheckScreen)
    return app.screen.query_one("#findings", OptionList)


def at(app: WizardApp) -> str:
    """The line under the cursor."""
    option = listed(app).highlighted_option
    return " ".join(str(option.prompt).split()) if option else ""


async def to_line(app: WizardApp, pilot: Pilot[int], words: str) -> None:
    """Walk down to the line that says something."""
    for _ in range(listed(app).option_count):
        if words in at(app):
            return
        await pilot.press("down")
    raise AssertionError(f"no line says {words!r}")


async def test_the_verdict_and_every_section_are_said_in_words(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), size=(80, 80)) as (app, pilot):
        await press(pilot, "f3")
        shown = screen_text(app)
        missing = judge(session_of(app).asked).to_do
        assert f"{missing} things to do; items met: 0 of 7" in shown
        assert "Document control" in shown
        assert "in progress" in shown
        assert "7 Why it has changed" in shown
        assert "No answer yet: Author." in shown


async def test_enter_goes_to_the_field_and_f3_comes_back_to_the_line(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "f3")
        await to_line(app, pilot, "No answer yet: Purpose and legal basis.")
        await press(pilot, "enter")
        await settle(pilot)
        question = question_of(app.focused)
        assert question is not None
        assert question.path.startswith("introduction.")
        await press(pilot, "f3")
        assert "No answer yet: Purpose and legal basis." in at(app)


async def test_what_was_done_is_gone_and_the_cursor_is_on_the_next(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "f3")
        await to_line(app, pilot, "No answer yet: Author.")
        await press(pilot, "enter")
        await settle(pilot)
        await write(pilot, "Analyst")
        await press(pilot, "f3")
        shown = [str(option.prompt) for option in listed(app).options]
        assert not any("Author" in line for line in shown)
        assert "Executive summary" in at(app)


async def test_a_click_goes_there_too(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "f3")
        await pilot.click("#findings", offset=(10, 1))
        await settle(pilot)
        question = question_of(app.focused)
        assert question is not None
        assert question.path == "about.first"


async def test_a_finding_inside_an_entry_opens_the_entry(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=[{"name": HOSTILE, "strand": "crime", "count": "many"}])
    async with wizard(path) as (app, pilot):
        await press(pilot, "f3")
        await to_line(app, pilot, "not a number")
        await press(pilot, "enter")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(app.screen, EntryScreen)
        question = question_of(app.focused)
        assert question is not None
        assert question.path == "levels.topics[0].count"


async def test_from_inside_an_entry_it_leads_anywhere(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=[{"name": HOSTILE}])
    async with wizard(path, "levels.topics[0].name") as (app, pilot):
        await settle(pilot)
        assert isinstance(app.screen, EntryScreen)
        await press(pilot, "f3")
        await to_line(app, pilot, "No answer yet: Author.")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)
        question = question_of(app.focused)
        assert question is not None
        assert question.path == "about.author"


async def test_a_section_heading_leads_to_its_section(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "f3")
        await to_line(app, pilot, "3 The area and its people")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)
        assert app.screen.section_id == "area"


async def test_by_item_says_the_state_of_each_and_is_remembered(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), size=(80, 80)) as (app, pilot):
        await press(pilot, "f3", "i")
        shown = screen_text(app)
        for item in "abcdefg":
            assert f"({item})" in shown
        assert "not met" in shown
        await press(pilot, "escape")
        assert isinstance(app.screen, EditScreen)
        await press(pilot, "f3")
        assert "(a)" in str(listed(app).options[0].prompt)


async def test_an_item_leads_to_the_section_that_is_there_for_it(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "f3", "i")
        await to_line(app, pilot, "(c) ")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)
        assert app.screen.section_id == "why"


def test_every_item_has_a_section_of_its_own(tmp_path: Path) -> None:
    outline, draft = store.load(draft_at(tmp_path / "d.sa.json", about__first="no"))
    asked = Asked(outline, draft)
    paths = [group.heading.path for group in checklist.groups(asked, judge(asked), "item", UNICODE)]
    assert paths[:7] == ["levels", "changes", "why", "priorities", "views", "progress", "county"]


async def test_regrouping_stays_on_the_finding(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "f3")
        await to_line(app, pilot, "No consultation is recorded.")
        await press(pilot, "i")
        assert "No consultation is recorded." in at(app)


async def test_an_item_that_does_not_apply_says_so(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", about__area_type="unitary")
    async with wizard(path, size=(80, 80)) as (app, pilot):
        await press(pilot, "f3", "i")
        line = next(line for line in screen_text(app).splitlines() if "(g)" in line)
        assert "not applicable" in line


async def test_another_draft_does_not_open_at_the_place_of_the_last(tmp_path: Path) -> None:
    first, second = (draft_at(tmp_path / f"{name}.sa.json") for name in ("a", "b"))
    async with wizard(first) as (app, pilot):
        await press(pilot, "f3", "i", "escape")
        assert app.open_draft(second)
        await settle(pilot)
        await press(pilot, "f3")
        assert "Document control" in str(listed(app).options[0].prompt)


async def test_a_draft_with_gaps_cannot_be_marked_final_and_the_screen_says_why(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path) as (app, pilot):
        await press(pilot, "f3", "f")
        assert "cannot be marked final yet" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, CheckScreen), "Enter alone goes nowhere"
        assert "cannot be marked final yet" in screen_text(app)
        assert session_of(app).get(STATUS) == ""


async def test_a_refused_final_names_the_question_for_the_reason_and_goes_there(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path) as (app, pilot):
        await press(pilot, "f3", "f")
        assert isinstance(app.screen, Confirm)
        assert "“Reason for issuing it with something missing”" in app.screen.question
        await press(pilot, "tab", "enter")
        await settle(pilot)
        question = question_of(app.focused)
        assert question is not None
        assert question.path == "about.override_reason"


@pytest.fixture
def complete(tmp_path: Path) -> Path:
    """The finished example, made a draft again."""
    path = tmp_path / "example.sa.json"
    begin.create(path, begin.example())
    session = Session.open(path)
    session.set(STATUS, "draft")
    store.save(path, session.outline, session.draft)
    return path


async def test_a_complete_draft_is_marked_final_and_back(complete: Path) -> None:
    async with wizard(complete) as (app, pilot):
        await press(pilot, "f3")
        assert "Complete: every item that applies is met" in screen_text(app)
        await press(pilot, "f")
        assert "Mark this assessment as final?" in screen_text(app)
        await press(pilot, "enter")
        assert session_of(app).get(STATUS) == "draft", "Enter alone marks nothing"
        await press(pilot, "f", "tab", "enter")
        assert "Complete, and marked as final" in screen_text(app)
        assert session_of(app).get(STATUS) == "final"
        await pilot.click("#final")
        await settle(pilot)
        assert session_of(app).get(STATUS) == "final"
        await press(pilot, "escape")
        assert session_of(app).get(STATUS) == "final", "Esc leaves it as it was"
        await press(pilot, "f", "tab", "enter")
        assert session_of(app).get(STATUS) == "draft"
        await press(pilot, "f", "tab", "enter", "ctrl+q")
    assert on_disk(complete, STATUS) == "final"


async def test_names_that_look_like_markup_break_nothing(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=[{"name": HOSTILE, "strand": "crime", "count": 3}])
    async with wizard(path, size=(80, 90)) as (app, pilot):
        session_of(app).rename("why", HOSTILE)
        await press(pilot, "f3")
        assert screen_text(app).count(HOSTILE) > 1
        await press(pilot, "i", "f1")
        assert isinstance(app.screen, ExplainScreen)
        await press(pilot, "escape")
        await press(pilot, "f5")
        assert isinstance(app.screen, ExportScreen)


async def test_a_narrower_window_wraps_rather_than_cuts(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), size=(120, 40)) as (app, pilot):
        await press(pilot, "f3")
        await pilot.resize_terminal(60, 40)
        await settle(pilot)
        assert "Document control" in screen_text(app)
        assert app.screen.query_one("#verdict", Static).size.width <= 60


def test_lines_fit_their_width_and_say_how_grave() -> None:
    finding = Finding("a.b", "a", "warning", "x", "word " * 40, "Do something about it, and do it soon, please.")
    told, hint = checklist.told_lines(checklist.Told(finding, " (b, f)"), UNICODE, 60)
    assert all(len(line) <= 60 for line in (*told.splitlines(), *hint.splitlines()))
    assert told.startswith("    ! Look at: word")
    assert told.endswith("(b, f)")
    heading = checklist.Heading("k", "p", "o", "A long name " * 10, "in progress   1/2")
    line = checklist.heading_line(heading, 50)
    assert len(line) == 50
    assert line.endswith("in progress   1/2")


def test_a_terminal_without_unicode_gets_plain_marks(tmp_path: Path) -> None:
    outline, draft = store.load(draft_at(tmp_path / "d.sa.json"))
    asked = Asked(outline, draft)
    groups = checklist.groups(asked, judge(asked), "item", ASCII)
    assert all(group.heading.mark.isascii() for group in groups)


async def test_why_the_thing_under_the_cursor_matters_stands_below_the_list(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json", about__first="no")) as (app, pilot):
        await press(pilot, "f3")
        await to_line(app, pilot, "No priority is recommended")
        below = " ".join(" ".join(line.split()) for line in screen_text(app).splitlines()[-4:])
        assert "Why it matters The partnership plan is built on item (d): an assessment" in below
        await to_line(app, pilot, "16 Equality considerations")
        assert "Why it matters" not in screen_text(app)


@pytest.mark.parametrize("size", [(60, 18), (70, 20), (80, 24)])
async def test_the_keys_at_the_foot_are_whole_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    """A footer cut in the middle of a word hid Help and the palette, which list every other key."""
    async with wizard(draft_at(tmp_path / "d.sa.json"), size=size) as (app, pilot):
        for keys in ((), ("f3",)):
            await press(pilot, *keys)
            foot = screen_text(app).splitlines()[-1]
            assert "…" not in foot
            assert "F1 Help" in foot
            assert "Ctrl+P All" in foot
        assert "Esc Back" in foot
        assert ("F Final" in foot) is (size[0] > 70)
        assert "Enter goes to the place" in screen_text(app)


async def test_a_footer_that_grows_again_shows_what_it_had_left_out(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), size=(60, 18)) as (app, pilot):
        await press(pilot, "f3")
        assert "F Final" not in screen_text(app).splitlines()[-1]
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "F Final" in screen_text(app).splitlines()[-1]


async def test_every_screen_counts_what_is_missing_alike(tmp_path: Path) -> None:
    """What lacks for two items at one place was two things in the status line and one in the list."""
    async with wizard(draft_at(tmp_path / "d.sa.json"), size=(100, 40)) as (app, pilot):
        review = judge(session_of(app).asked)
        assert review.to_do < len(review.errors)
        assert f"{review.to_do} to do" in screen_text(app)
        await press(pilot, "f8")
        assert re.search(rf"Gap \d+ of {review.to_do}:", screen_text(app))
        await press(pilot, "f3")
        assert f"{review.to_do} things to do" in screen_text(app)


async def test_a_list_with_an_entry_nobody_has_begun_is_not_shown_as_answered(tmp_path: Path) -> None:
    steady = {"id": "t1", "name": "Robbery", "strand": "crime", "count": 50, "previous_count": 50}
    path = draft_at(tmp_path / "d.sa.json", levels__topics=[steady, {"id": "t2", "name": "Theft", "strand": "crime"}])
    async with wizard(path, "changes.topics") as (app, _):
        label = next(line for line in screen_text(app).splitlines() if "Change, problem by problem" in line)
        assert UNICODE.full not in label
        assert UNICODE.half in label


async def test_a_click_on_the_items_in_the_top_line_opens_the_check(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), size=(80, 24)) as (app, pilot):
        top = app.screen.query_one(TopLine)
        told = top.render_line(0).text
        assert told.rstrip().endswith("g○")
        await pilot.click(top, offset=(5, 0))
        await settle(pilot)
        assert isinstance(app.screen, EditScreen), "the name of the draft leads nowhere"
        await pilot.click(top, offset=(told.index("g○"), 0))
        await settle(pilot)
        assert isinstance(app.screen, CheckScreen)

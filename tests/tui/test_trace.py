"""The trace screen: from evidence to action, what is not linked, and the way to where each line is written."""

from pathlib import Path

from textual.widgets import OptionList

from sa_wizard.draft import begin
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.trace import trace
from sa_wizard.tui import threads
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.glyphs import ASCII, UNICODE
from sa_wizard.tui.screens.trace import TraceScreen
from sa_wizard.tui.widgets.form import question_of
from tests.builders import asked, assessment
from tests.tui.driving import draft_at, press, screen_text, settle, wizard

SOURCES = [{"id": "s1", "name": "Recorded crime"}, {"id": "s2", "name": "Footfall"}]
TOPICS = [{"id": "t1", "name": "Robbery [/", "sources": ["s1"]}, {"id": "t2", "name": "Burglary"}]
PRIORITIES = [{"title": "Robbery first", "topics": ["t1"], "lead": "Northbridge council"}]
CONCERNS = [{"id": "c1", "concern": "Speeding"}, {"id": "c2", "concern": "Litter", "answer": "The council clears it."}]
DRAFT = {
    "appendices__sources": SOURCES,
    "levels__topics": TOPICS,
    "priorities__priorities": PRIORITIES,
    "views__concerns": CONCERNS,
}


def at(app: WizardApp) -> str:
    """The line under the cursor."""
    option = app.screen.query_one("#trace", OptionList).highlighted_option
    return " ".join(str(option.prompt).split()) if option else ""


def place(app: WizardApp) -> str:
    """The path of the question in focus."""
    question = question_of(app.focused)
    return question.path if question else ""


def told(**changes: object) -> list[str]:
    """The lines of the screen for a whole assessment with changes, wide enough not to wrap."""
    seen = Evidence(asked(assessment(**changes)))
    return [line.text for line in threads.lines(seen, trace(seen), UNICODE, 500)]


async def test_the_trace_shows_the_thread_from_its_sources_and_what_is_not_linked(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json", **DRAFT)) as (app, pilot):
        await app.screen.run_action("trace")
        await settle(pilot)
        assert isinstance(app.screen, TraceScreen)
        shown = screen_text(app)
        order = ["Robbery first", "sources", "Recorded crime", "Robbery [/", "recommends", "led by", "judged by"]
        assert [shown.index(words) for words in order] == sorted(shown.index(words) for words in order)
        for words in (
            "1 priority, 1 with something missing; not linked: 1 problem, 1 concern",
            "judged by  nothing yet",
            "Burglary: nothing says what becomes of it.",
            "Speeding: neither a priority nor answered.",
            "Litter: The council clears it.",
            "Footfall",
        ):
            assert words in shown


async def test_every_line_leads_to_where_it_is_written(tmp_path: Path) -> None:
    wanted = {
        "1 Robbery first": "priorities.priorities[0].title",
        "● sources Recorded crime": "levels.topics[0].sources",
        "● problems Robbery [/": "priorities.priorities[0].topics",
        "○ recommends nothing yet": "priorities.priorities[0].prevention",
        "● led by Northbridge council": "priorities.priorities[0].lead",
        "○ judged by nothing yet": "priorities.priorities[0].measure",
        "○ Burglary: nothing says": "levels.topics[1].name",
        "○ Speeding: neither": "views.concerns[0].answer",
        "– Footfall": "appendices.sources[1].name",
    }
    async with wizard(draft_at(tmp_path / "d.sa.json", **DRAFT)) as (app, pilot):
        for words, path in wanted.items():
            await app.screen.run_action("trace")
            await settle(pilot)
            for _ in range(40):
                if at(app).startswith(words):
                    break
                await pilot.press("down")
            assert at(app).startswith(words), f"no line says {words!r}"
            await press(pilot, "enter")
            assert place(app) == path


async def test_m_leaves_only_what_is_missing_and_brings_the_rest_back_to_the_same_line(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json", **DRAFT)) as (app, pilot):
        await app.screen.run_action("trace")
        await settle(pilot)
        await press(pilot, "m")
        shown = screen_text(app)
        assert "led by" not in shown
        assert "Litter" not in shown
        assert "Footfall" not in shown
        assert "judged by  nothing yet" in shown
        while "Speeding" not in at(app):
            await pilot.press("down")
        await press(pilot, "m")
        assert "Speeding" in at(app)
        assert "led by" in screen_text(app)


async def test_a_draft_with_nothing_in_it_and_one_with_nothing_loose_say_so(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await app.screen.run_action("trace")
        await settle(pilot)
        assert "No priority is recommended yet." in screen_text(app)
        await press(pilot, "enter", "escape")
    (tmp_path / "e.sa.json").write_bytes(begin.example())
    async with wizard(tmp_path / "e.sa.json") as (app, pilot):
        await app.screen.run_action("trace")
        await settle(pilot)
        assert "6 priorities, each traced from its sources to its measure; everything is" in screen_text(app)
        await press(pilot, "m")
        assert "Nothing is missing, and everything is linked." in screen_text(app)


def test_everything_that_hangs_loose_has_its_heading() -> None:
    lines = told(
        appendices__sources=[{"id": "police", "name": "Police"}, {"id": "p", "name": "Population"}],
        choosing__candidates=[{"id": "1", "issue": "Hate crime", "topics": ["noise"], "included": "yes"}],
        county__matters=[{"id": "m", "matter": "Prison leavers", "why": "Four districts."}],
        views__concerns=[{"id": "c", "concern": "Speeding", "topics": ["burglary"]}],
        priorities__priorities=[{"title": "Burglary", "topics": ["burglary", "gone"]}],
    )
    for heading, line in (
        ("Problems that no priority takes up", "  ○ Open drug use: nothing says what becomes of it."),
        (
            "Concerns that no priority takes up",
            "  ○ Speeding: neither a priority nor answered. Its problem, “Residential",
        ),
        ("Put forward in the scoring", "  ○ Hate crime: link a priority to it."),
        ("Matters for the county", "  ○ Prison leavers: neither a problem nor evidence."),
        ("Problems that name no data source", "  ○ Neighbour noise: choose where its figures come from."),
        ("Data sources that no problem names", "  – Population"),
    ):
        at_heading = next(index for index, text in enumerate(lines) if text.startswith(heading))
        assert any(text.startswith(line) for text in lines[at_heading + 1 :]), line
    assert "  ✗ lost       1 link leads to entries that are not there" in lines


def test_lines_wrap_under_their_own_beginning_and_need_no_unicode() -> None:
    long = "Neighbours, wardens and the housing team " * 12
    seen = Evidence(asked(assessment(priorities__priorities=[{"title": long, "topics": ["burglary"], "lead": long}])))
    found = threads.lines(seen, trace(seen), ASCII, 76)
    assert all(len(row) <= 76 for line in found for row in line.text.splitlines())
    led = next(line.text for line in found if "led by" in line.text)
    assert led.startswith("  * led by     Neighbours")
    assert led.splitlines()[1].startswith(" " * 15 + "and")
    assert led.endswith(" …")
    assert all(line.text.partition("Neigh")[0].isascii() for line in found)

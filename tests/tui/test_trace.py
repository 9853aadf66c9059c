"""The trace screen: from evidence to action, and back to the place that is missing something."""

from pathlib import Path

from sa_wizard.tui.screens.entry import EntryScreen
from sa_wizard.tui.screens.trace import TraceScreen
from sa_wizard.tui.widgets.form import question_of
from tests.tui.driving import draft_at, press, screen_text, settle, wizard

TOPICS = [{"id": "t1", "name": "Robbery [/"}, {"id": "t2", "name": "Burglary"}]
PRIORITIES = [{"title": "Robbery first", "topics": ["t1"], "lead": "Northbridge council"}]
CONCERNS = [{"id": "c1", "concern": "Speeding"}]


async def test_the_trace_shows_the_thread_and_what_hangs_loose_and_leads_to_it(tmp_path: Path) -> None:
    path = draft_at(
        tmp_path / "d.sa.json",
        levels__topics=TOPICS,
        priorities__priorities=PRIORITIES,
        views__concerns=CONCERNS,
    )
    async with wizard(path, "priorities.priorities") as (app, pilot):
        await app.screen.run_action("trace")
        await settle(pilot)
        assert isinstance(app.screen, TraceScreen)
        shown = screen_text(app)
        for words in ("Robbery first", "Robbery [/", "Northbridge council", "judged by  nothing yet", "Burglary"):
            assert words in shown
        assert "neither a priority nor answered" in shown
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, EntryScreen)
        question = question_of(app.focused)
        assert question is not None
        assert question.path == "views.concerns[0].answer"

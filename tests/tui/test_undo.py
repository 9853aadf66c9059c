"""Undo and redo as the author meets them: a burst and a paste are one step each, said in words, at their place."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import OptionList

from sa_wizard.draft.session import Session
from sa_wizard.tui.screens.copies import CopiesScreen
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.entry import EntryScreen
from sa_wizard.tui.widgets.form import question_of
from tests.tui.driving import draft_at, on_disk, press, screen_text, session_of, settle, wizard, write

TOPICS = [{"id": "t1", "name": "Robbery"}, {"id": "t2", "name": "Burglary"}, {"id": "t3", "name": "Noise"}]


async def paste(pilot: Pilot[int], text: str) -> None:
    """What a terminal sends for a paste."""
    pilot.app.post_message(events.Paste(text))
    await settle(pilot)


def here(app: object) -> str:
    """The path of the question in focus."""
    question = question_of(app.focused)  # type: ignore[attr-defined]  # always the wizard
    return question.path if question else ""


@pytest.mark.parametrize("path", ["why.overall", "about.title", "summary.headlines"])
async def test_a_paste_is_one_step_between_what_is_typed_before_and_after(tmp_path: Path, path: str) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), path) as (app, pilot):
        await write(pilot, "Typed. ")
        await paste(pilot, "Pasted words.")
        await write(pilot, " More.")
        seen = []
        for _ in range(3):
            await press(pilot, "ctrl+z")
            value = session_of(app).get(path)
            seen.append("".join(value) if isinstance(value, list) else value)
        assert seen == ["Typed. Pasted words.", "Typed. ", ""]
        await press(pilot, "ctrl+y", "ctrl+y", "ctrl+y")
        value = session_of(app).get(path)
        assert ("".join(value) if isinstance(value, list) else value) == "Typed. Pasted words. More."


async def test_keys_and_a_paste_that_come_at_once_are_steps_of_their_own(tmp_path: Path) -> None:
    """Over a slow line they arrive together."""
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        for char in "abc":
            app.post_message(events.Key(char, char))
        app.post_message(events.Paste("PASTED"))
        for char in "de":
            app.post_message(events.Key(char, char))
        await settle(pilot)
        assert session_of(app).get("why.overall") == "abcPASTEDde"
        await press(pilot, "ctrl+z")
        assert session_of(app).get("why.overall") == "abcPASTED"
        await press(pilot, "ctrl+z")
        assert session_of(app).get("why.overall") == "abc"


async def test_cutting_and_putting_back_are_steps_too(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        await write(pilot, "One line.")
        await press(pilot, "ctrl+x")
        assert session_of(app).get("why.overall") == ""
        await press(pilot, "ctrl+v")
        assert "One line." in session_of(app).get("why.overall")
        await press(pilot, "ctrl+z", "ctrl+z")
        assert session_of(app).get("why.overall") == "One line."


async def test_undo_says_what_it_took_back_and_the_words_stay_a_while(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        await write(pilot, "Three new words.")
        await press(pilot, "ctrl+z")
        assert isinstance(app.screen, EditScreen)
        app.screen.judge_now()
        await settle(pilot)
        assert "Undone: 3 words added in “What lies behind the changes as a whole”" in screen_text(app)
        await press(pilot, "ctrl+z")
        assert "Nothing to undo." in screen_text(app)
        await press(pilot, "ctrl+y")
        assert "Done again: 3 words added" in screen_text(app)
        await write(pilot, "x")
        app.screen.judge_now()
        await settle(pilot)
        assert "Done again" not in screen_text(app)


async def test_it_goes_to_the_place_in_another_section_and_in_an_entry(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS)
    async with wizard(path, "levels.topics[1].where") as (app, pilot):
        await write(pilot, "The town centre.")
        there = "why.overall"
        app.go(there)
        await settle(pilot)
        await write(pilot, "Elsewhere.")
        await press(pilot, "f7", "ctrl+z")
        assert here(app) == there
        await press(pilot, "ctrl+z")
        await settle(pilot)
        assert isinstance(app.screen, EntryScreen)
        assert here(app) == "levels.topics[1].where"
        assert session_of(app).get("levels.topics[1].where") == ""
        assert "Undone: 3 words added in “Where”, “Burglary”" in screen_text(app)
        await press(pilot, "ctrl+y", "ctrl+y")
        await settle(pilot)
        assert here(app) == there
        assert isinstance(app.screen, EditScreen)


async def test_entries_that_come_back_are_shown_in_their_list_and_nested_ones_in_theirs(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS)
    async with wizard(path, "levels.topics") as (app, pilot):
        await press(pilot, "down", "down", "x", "u", "f7", "ctrl+z", "ctrl+z")
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)
        assert [row["name"] for row in session_of(app).get("levels.topics")] == ["Robbery", "Burglary", "Noise"]
        assert here(app) == "levels.topics"
        assert isinstance(app.focused, OptionList)
        assert app.focused.highlighted == 2
        assert "Undone: delete problem, “Noise”" in screen_text(app)


async def test_a_reason_in_a_problem_is_undone_in_its_form(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS)
    async with wizard(path, "why.topics[0].reasons") as (app, pilot):
        await press(pilot, "enter")
        await write(pilot, "More reporting")
        reason = here(app)
        assert reason.startswith("why.topics[0].reasons[0].")
        await press(pilot, "escape", "escape", "f7", "ctrl+z")
        await settle(pilot)
        assert here(app) == reason
        await press(pilot, "ctrl+z")
        await settle(pilot)
        assert isinstance(app.screen, EntryScreen)
        assert app.screen.path == "why.topics[0]"
        assert here(app) == "why.topics[0].reasons"
        assert session_of(app).get("levels.topics[0].reasons") == []


async def test_it_works_after_a_save_and_the_file_follows(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, "why.overall") as (_, pilot):
        await write(pilot, "One.")
        await press(pilot, "ctrl+s")
        assert on_disk(path, "why.overall") == "One."
        await press(pilot, "ctrl+z", "ctrl+s")
        assert not on_disk(path, "why.overall")
        await press(pilot, "ctrl+y", "ctrl+q")
    assert on_disk(path, "why.overall") == "One."


async def test_a_merge_is_one_step_and_undo_goes_to_what_it_changed(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="As it was.")
    async with wizard(path, "why.overall", size=(100, 30)) as (app, pilot):
        await press(pilot, "end")
        await write(pilot, " Mine.")
        other = Session.open(path)
        other.set("why.overall", "Theirs.")
        other.set("levels.harm", "Also theirs.")
        other.save()
        app.save_now()
        await settle(pilot)
        assert isinstance(app.screen, CopiesScreen)
        await press(pilot, "2", "f5", "f7", "f7")
        await settle(pilot)
        await press(pilot, "ctrl+z")
        await settle(pilot)
        assert (session_of(app).get("why.overall"), session_of(app).get("levels.harm")) == ("As it was. Mine.", "")
        assert "take what another copy had (2 answers" in screen_text(app)
        assert here(app) == "levels.harm"
        await press(pilot, "ctrl+q")
    assert on_disk(path, "why.overall") == "As it was. Mine."


async def test_what_was_said_in_passing_goes_when_something_newer_is_said(tmp_path: Path) -> None:
    """“Deleted. Ctrl+Z brings it back.” stood over the word that it was back."""
    topics = [{"id": "t1", "name": "Robbery"}, {"id": "t2", "name": "Noise"}]
    async with wizard(draft_at(tmp_path / "d.sa.json", levels__topics=topics), "levels.topics") as (app, pilot):
        app.notify("Something in the settings is not used.", severity="warning", markup=False)
        await press(pilot, "x")
        assert [told.message for told in app._notifications][1:] == ["Deleted. Ctrl+Z brings it back."]
        await press(pilot, "ctrl+z")
        assert "Undone: delete" in screen_text(app)
        assert [told.message for told in app._notifications] == ["Something in the settings is not used."]
        app.say("One.")
        app.say("Two.")
        await settle(pilot)
        assert [told.message for told in app._notifications][1:] == ["Two."]

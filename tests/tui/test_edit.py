"""The edit screen: what is typed is kept, sections are reachable in any order, and the screen says what comes next."""

import shutil
from pathlib import Path
from time import monotonic
from typing import cast

import pytest
from textual import events
from textual.widgets import OptionList, Static

from sa_wizard.draft import store
from sa_wizard.sitting.questions import of_field
from sa_wizard.tui import order
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.entry import EntryScreen
from sa_wizard.tui.widgets.form import question_of
from sa_wizard.tui.widgets.lines import Guidance
from tests.tui.driving import draft_at, on_disk, press, screen_text, session_of, settle, wizard, write


async def test_typed_text_reaches_the_session_and_the_disk(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, "why.overall") as (app, pilot):
        await write(pilot, "Reporting rose, crime did not.")
        assert session_of(app).get("why.overall") == "Reporting rose, crime did not."
        await press(pilot, "ctrl+q")
    assert on_disk(path, "why.overall") == "Reporting rose, crime did not."


async def test_it_saves_by_itself_within_a_second(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, "why.overall") as (app, pilot):
        await write(pilot, "kept")
        assert app._saving is not None
        app._saving._interval = 0.0
        due = session_of(app).due_in()
        assert due is not None
        assert due <= 1.0
        app.save_now()
        await settle(pilot)
        assert on_disk(path, "why.overall") == "kept"


async def test_leaving_a_section_saves(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, "why.overall") as (_, pilot):
        await write(pilot, "kept")
        await press(pilot, "f7")
        assert on_disk(path, "why.overall") == "kept"


async def test_the_next_start_opens_at_the_same_field_and_cursor(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="First line\nSecond line")
    async with wizard(path, "why.overall") as (_, pilot):
        await press(pilot, "down", "right", "right", "right", "ctrl+q")
    async with wizard(path) as (app, pilot):
        await settle(pilot)
        question = question_of(app.focused)
        assert question is not None
        assert question.path == "why.overall"
        assert app.focused is not None
        assert getattr(app.focused, "cursor_location", None) == (1, 3)


async def test_it_reopens_inside_the_entry_last_edited(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=[{"name": "Robbery"}, {"name": "Burglary"}])
    async with wizard(path, "levels.topics[1].measure") as (app, pilot):
        assert isinstance(app.screen, EntryScreen)
        await press(pilot, "ctrl+q")
    async with wizard(path) as (app, pilot):
        await settle(pilot)
        question = question_of(app.focused)
        assert question is not None
        assert question.path == "levels.topics[1].measure"


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50)])
async def test_every_section_opens_at_every_supported_size(tmp_path: Path, size: tuple[int, int]) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, size=size) as (app, pilot):
        assert isinstance(app.screen, EditScreen)
        for section in session_of(app).asked.sections:
            await app.screen.open_section(section.id)
            await settle(pilot)
            assert session_of(app).asked.heading(section)[:20] in screen_text(app)


async def test_next_and_previous_section_are_one_key_away(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "levels.recorded_crime") as (app, pilot):
        assert isinstance(app.screen, EditScreen)
        await press(pilot, "f7")
        assert app.screen.section_id == "changes"
        await press(pilot, "f6", "f6")
        assert app.screen.section_id == "progress"


async def test_the_outline_is_a_drawer_when_narrow_and_stays_open_when_wide(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path) as (app, pilot):
        assert not app.screen.query_one("#outline", OptionList).display
        await press(pilot, "f2")
        assert app.screen.query_one("#outline", OptionList).display
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, EditScreen)
        assert app.screen.section_id == "summary"
        assert not app.screen.query_one("#outline", OptionList).display
    async with wizard(path, size=(120, 30)) as (app, _):
        assert app.screen.query_one("#outline", OptionList).display


async def test_undo_and_redo_cross_fields_and_sections(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, "why.overall") as (app, pilot):
        await write(pilot, "one")
        await press(pilot, "f7")
        await app.screen.open_section("summary", "summary.headlines")  # type: ignore[attr-defined]  # EditScreen
        await settle(pilot)
        await write(pilot, "two")
        await press(pilot, "ctrl+z")
        assert not session_of(app).get("summary.headlines")
        await press(pilot, "ctrl+z")
        assert session_of(app).get("why.overall") == ""
        assert isinstance(app.screen, EditScreen)
        assert app.screen.section_id == "why"
        await press(pilot, "ctrl+y", "ctrl+y")
        assert session_of(app).get("why.overall") == "one"
        assert session_of(app).get("summary.headlines") == ["two"]


async def test_a_choice_switches_questions_on_and_off_and_keeps_their_answers(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", about__first="no", about__previous_title="Assessment 2023-24")
    async with wizard(path, "about.first") as (app, pilot):
        form = app.screen.query_one("Form")
        assert form.query("#q-about-previous_title")
        session_of(app).set("about.first", "yes")
        await app.screen.ask_again("about.first")  # type: ignore[attr-defined]  # EditScreen
        await settle(pilot)
        assert not app.screen.query("#q-about-previous_title")
        assert app.screen.query("#q-about-first_reason")
        assert session_of(app).get("about.previous_title") == "Assessment 2023-24"


async def test_the_guided_path_goes_to_what_is_missing_and_says_so(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path) as (app, pilot):
        seen = []
        for _ in range(6):
            await press(pilot, "f8")
            question = question_of(app.focused)
            seen.append(question.path if question else "")
        assert len(set(seen)) == len(seen)
        assert seen[0].startswith("about.")


async def test_a_heading_can_be_renamed_and_a_section_moved(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, "why.overall") as (app, pilot):
        await app.screen.run_action("rename")
        await settle(pilot)
        await press(pilot, *["backspace"] * 30)
        await write(pilot, "What explains it")
        await press(pilot, "enter")
        await app.screen.run_action("shift(-1)")
        await settle(pilot)
        asked = session_of(app).asked
        assert [asked.heading(section) for section in asked.sections][6] == "What explains it"
        assert "6 of" in screen_text(app)
        await press(pilot, "ctrl+z", "ctrl+z")
        assert session_of(app).draft.headings == {}


async def test_the_author_says_finished_and_what_is_found_stays(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, "equality.affected") as (app, pilot):
        await press(pilot, "f9")
        assert "you say finished" in screen_text(app)
        assert session_of(app).draft.claims == {"equality": {"finished": "yes"}}
        assert isinstance(app.screen, EditScreen)
        assert app.screen.review is not None
        judged = app.screen.review.section("equality")
        assert judged is not None
        assert judged.state == "not_started"
        await press(pilot, "f9")
        assert session_of(app).draft.claims == {}


async def test_a_section_is_waived_with_a_reason_asked_for(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, "equality.affected") as (app, pilot):
        await app.screen.run_action("waive")
        await settle(pilot)
        await write(pilot, "Covered elsewhere")
        await press(pilot, "enter")
        assert "does not apply" in screen_text(app)
        assert session_of(app).draft.claims == {"equality": {"not_applicable": "Covered elsewhere"}}


async def test_every_command_and_section_is_in_the_palette(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path) as (app, pilot):
        assert isinstance(app.screen, EditScreen)
        names = {command.title for command in app.screen.commands_here()}
        for section in session_of(app).asked.sections:
            assert f"Go to {section.title}" in names
        await press(pilot, "ctrl+p")
        await write(pilot, "equality")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)
        assert app.screen.section_id == "equality"


NASTY = "[/ risk [a[0]] {{ x }} --- <ward name> [red]x[/red] \\x1b[31m $(id)"


async def test_text_that_looks_like_markup_breaks_no_screen(tmp_path: Path) -> None:
    path = draft_at(
        tmp_path / "d.sa.json",
        about__title=NASTY,
        about__partnership="[/bold]",
        why__overall=NASTY,
        levels__topics=[{"name": NASTY, "count": "[/", "strand": "[bad"}],
    )
    async with wizard(path, size=(120, 40)) as (app, pilot):
        assert isinstance(app.screen, EditScreen)
        assert "[/bold]" in screen_text(app)
        for section in session_of(app).asked.sections:
            await app.screen.open_section(section.id)
            await settle(pilot)
        app.go("levels.topics[0].strand")
        await settle(pilot)
        assert isinstance(app.screen, EntryScreen)
        assert "[/ risk" in screen_text(app)
        await press(pilot, "f1", "escape")
        app.say(NASTY)
        await settle(pilot)


async def test_a_burst_of_keys_and_commands_is_taken_in_order(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=[{"name": "Robbery"}])
    async with wizard(path, "why.overall") as (app, pilot):
        for key in "one":
            app.post_message(events.Key(key, key))
        app.post_message(events.Key("f7", None))
        for key in "two":
            app.post_message(events.Key(key, key))
        for _ in range(4):
            await settle(pilot)
        assert session_of(app).get("why.overall") == "one"
        question = question_of(app.focused)
        assert question is not None
        assert question.section.id == "chapters"
        app.go("levels.topics[0].measure")
        for _ in range(20):
            await settle(pilot)
            at = question_of(app.focused)
            if at is not None and at.path == "levels.topics[0].measure":
                break
        for key in ("a", "tab", "4", "2", "enter", "ctrl+q"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        for _ in range(8):
            await settle(pilot)
    row = on_disk(path, "levels.topics")[0]
    assert (row["measure"], row["count"]) == ("a", 42)


async def test_keys_typed_while_a_draft_is_slow_to_open_all_reach_its_field(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine a long draft takes seconds to open; the first letter was lost when keys waited two of them."""
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard() as (app, pilot):
        app.open_draft(path, "why.overall")
        later = monotonic() + 5
        monkeypatch.setattr(order, "monotonic", lambda: later)
        await write(pilot, "Equality of outcome")
        assert session_of(app).get("why.overall") == "Equality of outcome"


async def test_what_is_written_in_stays_in_view(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "area.external") as (app, pilot):
        for number in range(12):
            await write(pilot, f"Typed line {number}.")
            await pilot.press("enter")
            await settle(pilot)
            assert f"Typed line {number}." in screen_text(app)
        await pilot.resize_terminal(160, 50)
        await settle(pilot)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "Typed line 11." in screen_text(app)


async def test_a_jump_shows_the_field_it_leads_to(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "about.title") as (app, pilot):
        for path in ("area.implications", "why.overall", "about.marking"):
            app.go(path)
            await settle(pilot)
            await settle(pilot)
            question = question_of(app.focused)
            assert question is not None
            assert question.path == path
            assert question.label in screen_text(app)


async def test_looking_at_the_outline_keeps_the_place(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", area__deprivation="Deprived")
    async with wizard(path, "area.deprivation") as (app, pilot):
        await press(pilot, "right", "right", "f2", "escape")
        await write(pilot, "ZZ")
        assert session_of(app).get("area.deprivation") == "DeZZprived"


async def test_undo_from_another_section_leaves_one_form(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=[{"name": "Robbery"}])
    async with wizard(path, "levels.topics") as (app, pilot):
        await press(pilot, "x", "f7", "f7", "ctrl+z")
        await settle(pilot)
        assert len(app.screen.query("Form")) == 1
        assert isinstance(app.screen, EditScreen)
        assert app.screen.section_id == "levels"


async def test_escape_closes_an_open_list_before_anything_else(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=[{"name": "Robbery"}])
    async with wizard(path, "levels.topics[0].strand") as (app, pilot):
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, EntryScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, EditScreen)


async def test_escape_never_discards(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=[{"name": "Robbery"}])
    async with wizard(path, "levels.topics[0].where") as (app, pilot):
        await write(pilot, "town centre")
        await press(pilot, "escape", "escape", "escape")
        assert session_of(app).get("levels.topics[0].where") == "town centre"
    assert on_disk(path, "levels.topics")[0]["where"] == "town centre"


async def test_marking_final_is_refused_while_something_is_missing(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, "about.status") as (app, pilot):
        app.screen.query_one("#q-about-status").query_one("ChoiceEditor").value = "final"  # type: ignore[attr-defined]
        await settle(pilot)
        assert session_of(app).get("about.status") != "final"


async def test_a_final_draft_that_has_gaps_since_opens_without_a_word(tmp_path: Path) -> None:
    """A choice tells of its value when it is first shown: that marks nothing final, so nothing is refused."""
    path = draft_at(tmp_path / "d.sa.json", about__status="final")
    async with wizard(path, "about.status") as (app, _):
        assert session_of(app).get("about.status") == "final"
        assert not app._notifications


async def test_a_paste_into_a_line_takes_the_place_of_what_is_marked_and_keeps_its_spaces(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "about.partnership") as (app, pilot):
        await press(pilot, "home", "shift+end")
        app.post_message(events.Paste("Safer  Elm\nand Ash"))
        app.post_message(events.Paste(" Vale"))
        await settle(pilot)
        assert session_of(app).get("about.partnership") == "Safer  Elm and Ash Vale"


async def test_a_save_that_fails_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    path = draft_at(folder / "d.sa.json")
    async with wizard(path, "why.overall") as (app, pilot):
        (folder / "d.sa.json").unlink()
        for left in folder.iterdir():
            left.unlink()
        folder.rmdir()
        await write(pilot, "still here")
        app.save_now()
        await settle(pilot)
        assert "NOT SAVED" in screen_text(app)
        await press(pilot, "ctrl+q")
        assert app.is_running
        assert session_of(app).get("why.overall") == "still here"
        folder.mkdir()
        await press(pilot, "escape", "ctrl+q")
    assert on_disk(path, "why.overall") == "still here"


@pytest.mark.parametrize("fault", [PermissionError(13, "Permission denied"), FileNotFoundError(2, "No such file")])
async def test_why_it_is_not_saved_is_seen_whole_on_the_status_line_of_a_narrow_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError
) -> None:
    folder = tmp_path / ("a-long-way-to-the-shared-drive-" * 3) / "assessments"
    folder.mkdir(parents=True)
    path = draft_at(folder / "arwen.sa.json")

    def refused(*_: object) -> None:
        raise store.cannot_write(path, fault)

    async with wizard(path, "why.overall", size=(80, 24)) as (app, pilot):
        monkeypatch.setattr(store, "write", refused)
        await write(pilot, "x")
        app.save_now()
        await settle(pilot)
        status = next(line for line in screen_text(app).splitlines() if "NOT SAVED" in line)
        reason = "arwen.sa.json cannot be written (permission denied)."
        assert (reason if isinstance(fault, PermissionError) else "There is no folder …/assessments.") in status
        monkeypatch.undo()
        await press(pilot, "ctrl+q")


async def test_a_folder_that_is_gone_is_named_by_a_true_path_and_the_ways_out_stand_below_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opened by a relative path, the status line named a folder that never was."""
    monkeypatch.chdir(tmp_path)
    folder = Path("work/d1/d2")
    folder.mkdir(parents=True)
    async with wizard(draft_at(folder / "g.sa.json"), "why.overall") as (app, pilot):
        shutil.rmtree(folder)
        await write(pilot, "x")
        app.save_now()
        await settle(pilot)
        assert "NOT SAVED  There is no folder …/d2." in screen_text(app)
        await press(pilot, "ctrl+q")
        shown = screen_text(app)
        assert "Make the folder first, or choose another place." in " ".join(shown.replace("│", " ").split())
        begin = {
            line.index(label) for line in shown.splitlines() for label in ("Save a copy", "Go back") if label in line
        }
        assert len(begin) == 1
        folder.mkdir()
        await press(pilot, "escape", "ctrl+q")


@pytest.mark.parametrize("path", ["why.overall", "levels.topics", "levels.harm", "about.title"])
@pytest.mark.parametrize("width", range(60, 100, 3))
async def test_the_key_for_more_guidance_is_never_broken_over_two_lines(tmp_path: Path, path: str, width: int) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), path, (width, 24)) as (app, _):
        guidance = app.screen.query_one(Guidance)
        rows = [row[guidance.region.x :] for row in screen_text(app).splitlines()]
        shown = "\n".join(rows[guidance.region.y : guidance.region.bottom])
        assert "F1:" not in shown or "F1: more" in shown
        question = guidance._question
        assert question is not None
        if question.example or question.questions:
            assert "F1: more" in shown


async def test_f1_says_what_the_question_wants_and_when_its_item_is_met(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall", size=(120, 60)) as (app, pilot):
        asked = session_of(app).asked
        await press(pilot, "f1")
        shown = " ".join(str(line.content) for line in app.screen.query(Static))
        question = of_field(asked, *asked.outline.find("why.overall"))  # type: ignore[misc]  # it is there
        for told in (question.guidance, question.example, asked.law.item("c").wording, asked.law.item("c").present):
            assert told in shown
        assert "Go to Equality" not in shown, "the palette has the sections"
        await press(pilot, "f1")
        assert isinstance(app.screen, EditScreen)


async def test_f1_in_a_list_tells_what_its_letters_do(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "levels.topics", size=(120, 60)) as (app, pilot):
        await press(pilot, "f1")
        shown = " ".join(str(line.content) for line in app.screen.query(Static))
        assert "a adds one, c copies it" in shown


async def test_what_is_doubtful_is_told_under_the_answer_while_the_cursor_stays(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        await write(pilot, "Call 01632 960123.")
        screen = cast(EditScreen, app.screen)
        focused = app.focused
        screen._look_at("why.overall")  # what the pause after a key sets off
        await settle(pilot)
        found = screen.form.box("why.overall").found  # type: ignore[union-attr]  # the section asks for it
        assert "01632 960123" in str(found.render())
        assert found.display
        assert app.focused is focused
        await write(pilot, " Now.")
        assert session_of(app).get("why.overall") == "Call 01632 960123. Now."


async def test_what_was_found_goes_when_it_is_mended(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json", why__overall="Call 01632 960123."), "why.overall") as (app, _):
        screen = cast(EditScreen, app.screen)
        screen.judge_now()
        found = screen.form.box("why.overall").found  # type: ignore[union-attr]  # the section asks for it
        assert found.display
        screen.session.set("why.overall", "Call the desk.")
        screen.judge_now()
        assert not found.display


async def test_a_finding_in_a_long_answer_says_which_sentence_it_is_about(tmp_path: Path) -> None:
    text = "The first sentence is about the town.\n\nThe second says that the figure is TBC. The third is fine."
    async with wizard(draft_at(tmp_path / "d.sa.json", why__overall=text), "why.overall") as (app, pilot):
        screen = cast(EditScreen, app.screen)
        screen.judge_now()
        await settle(pilot)
        found = screen.form.box("why.overall").found  # type: ignore[union-attr]  # the section asks for it
        shown = " ".join(str(found.render()).split())
        assert "It stands in “The second says that the figure is TBC”." in shown

"""Records by keyboard and mouse: add, open, copy, move, delete with undo, and links chosen from lists."""

from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.messages import RowsChanged
from sa_wizard.tui.screens.choose import AskLine, ChooseLinks, Confirm
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.entry import EntryScreen
from sa_wizard.tui.screens.export import ExportScreen
from sa_wizard.tui.screens.preview import PreviewScreen
from sa_wizard.tui.widgets.form import question_of
from sa_wizard.tui.widgets.outline import OutlineList
from sa_wizard.tui.widgets.rowlist import Acts
from tests.tui.driving import KEYS, draft_at, on_disk, press, screen_text, session_of, settle, wizard, write

TOPICS = [{"id": "t1", "name": "Robbery"}, {"id": "t2", "name": "Burglary"}, {"id": "t3", "name": "Noise"}]

REASONED = [{"id": "t1", "name": "Robbery", "reasons": [{"id": "r1", "reason": "Reported"}]}]


def names(app: object, path: str = "levels.topics") -> list[str]:
    return [row.get("name", "") for row in session_of(app).get(path)]  # type: ignore[arg-type]  # always the wizard


def place(app: WizardApp) -> str:
    """The path of the question in focus."""
    question = question_of(app.focused)
    return question.path if question else ""


async def read_to_the_end(app: WizardApp, pilot: Pilot[int]) -> str:
    """Everything a page says, on however many screens."""
    told = screen_text(app)
    for _ in range(6):
        await press(pilot, "pagedown")
        told += screen_text(app)
    return told


async def test_add_opens_a_form_and_escape_comes_back_to_the_list(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "levels.topics") as (app, pilot):
        await press(pilot, "enter")
        assert isinstance(app.screen, EntryScreen)
        await write(pilot, "Robbery")
        await press(pilot, "escape")
        assert isinstance(app.screen, EditScreen)
        assert names(app) == ["Robbery"]
        assert "Robbery" in screen_text(app)


@pytest.mark.parametrize("by", ["a", "ctrl+n", "f7"])
@pytest.mark.parametrize("back", [("escape",), ("f2", "escape")])
async def test_the_cursor_of_a_list_is_on_the_entry_one_comes_back_from(
    tmp_path: Path, by: str, back: tuple[str, ...]
) -> None:
    """It stood where it had been, and the next key, such as ``x``, went to another entry."""
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS)
    async with wizard(path, "levels.topics") as (app, pilot):
        await press(pilot, *(("a",) if by == "a" else ("enter", by)))
        if by != "f7":
            await write(pilot, "Arson")
        before = names(app)
        await press(pilot, *back)
        assert place(app) == "levels.topics"
        await press(pilot, "x")
        assert [name for name in before if name not in names(app)] == ["Burglary" if by == "f7" else "Arson"]


async def test_the_cursor_of_a_list_in_an_entry_is_on_the_one_that_was_added(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=REASONED)
    async with wizard(path, "why.topics[0].reasons") as (app, pilot):
        await press(pilot, "a")
        await write(pilot, "Patrols doubled")
        await press(pilot, "escape", "x")
        assert [row["reason"] for row in session_of(app).get("levels.topics[0].reasons")] == ["Reported"]


async def test_copy_move_and_delete_can_each_be_undone(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS)
    async with wizard(path, "levels.topics") as (app, pilot):
        await press(pilot, "c")
        assert names(app) == ["Robbery", "Robbery", "Burglary", "Noise"]
        assert len({row["id"] for row in session_of(app).get("levels.topics")}) == 4
        await press(pilot, "d")
        assert names(app) == ["Robbery", "Burglary", "Robbery", "Noise"]
        await press(pilot, "x")
        assert names(app) == ["Robbery", "Burglary", "Noise"]
        await press(pilot, "ctrl+z")
        assert names(app) == ["Robbery", "Burglary", "Robbery", "Noise"]
        await press(pilot, "ctrl+z", "ctrl+z")
        assert names(app) == ["Robbery", "Burglary", "Noise"]
        await press(pilot, "ctrl+y")
        assert names(app) == ["Robbery", "Robbery", "Burglary", "Noise"]


async def test_a_key_that_comes_twice_for_the_last_entry_is_refused_in_words(tmp_path: Path) -> None:
    """On a slow line both keys are on their way before the list is drawn again."""
    async with wizard(draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS), "levels.topics") as (app, pilot):
        for _ in range(2):
            app.screen.post_message(RowsChanged("levels.topics", "delete", len(TOPICS) - 1))
        await settle(pilot)
        assert names(app) == ["Robbery", "Burglary"]
        assert any("is not there" in told.message for told in app._notifications)


async def test_every_act_on_a_list_has_a_button_for_the_mouse(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS)
    async with wizard(path, "levels.topics") as (app, pilot):
        (acts,) = app.screen.query("#q-levels-topics Acts").results(Acts)
        told = acts.render_line(0).text
        assert told.split() == ["Open", "a", "Add", "c", "Copy", "u", "Up", "d", "Down", "x", "Delete"]
        await pilot.click(acts, offset=(told.index("Delete"), 0))
        await settle(pilot)
        assert names(app) == ["Burglary", "Noise"]


async def test_a_view_edits_the_records_kept_elsewhere_and_never_adds_or_deletes(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS)
    async with wizard(path, "why.topics") as (app, pilot):
        await press(pilot, "x", "c", "d")
        assert names(app) == ["Robbery", "Burglary", "Noise"]
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, EntryScreen)
        assert "Burglary" in screen_text(app)
        session_of(app).set("why.topics[1].nature", "real")
        assert session_of(app).get("levels.topics[1].nature") == "real"


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_the_list_of_changes_shows_both_counts_and_the_change_under_whole_headings(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """The section on change listed the counts under headings cut to the same word, and no change."""
    topics = [{"id": "t1", "name": "Shop theft and abuse of shop staff", "count": 1012, "previous_count": 802}]
    path = draft_at(tmp_path / "d.sa.json", levels__topics=topics)
    async with wizard(path, "changes.topics", size=size) as (app, _):
        shown = [line.split() for line in screen_text(app).splitlines()]
        assert ["▌", "Problem", "Before", "Now", "Change"] in shown
        assert any(line[-4:] == ["802", "1,012", "+26%", "2/5"] for line in shown)


async def test_adding_in_a_view_leads_to_the_list_that_keeps_the_records(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.topics") as (app, pilot):
        await press(pilot, "enter")
        question = question_of(app.focused)
        assert question is not None
        assert question.path == "levels.topics"


async def test_every_section_is_in_the_palette_of_an_entry_too(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS)
    async with wizard(path, "levels.topics[0].measure") as (app, pilot):
        assert isinstance(app.screen, EntryScreen)
        assert "Go to Equality considerations" in {command.title for command in app.screen.commands_here()}
        await app.screen.run_action("section('equality')")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)
        assert app.screen.section_id == "equality"


async def test_the_outline_is_reached_from_inside_an_entry_and_what_was_typed_is_kept(tmp_path: Path) -> None:
    """F2 did nothing there: a person who was three entries deep had to find the way back first."""
    path = draft_at(tmp_path / "d.sa.json", levels__topics=REASONED)
    async with wizard(path, "why.topics[0].reasons[0].reason") as (app, pilot):
        await press(pilot, "end")
        for char in " and more":
            await pilot.press(KEYS.get(char, char))
        await press(pilot, "f2")
        assert isinstance(app.screen, EditScreen)
        assert app.screen.section_id == "why"
        assert isinstance(app.focused, OutlineList)
        assert app.screen.query_one("#outline").has_class("open")
        assert session_of(app).get("levels.topics[0].reasons[0].reason") == "Reported and more"
        await press(pilot, "escape")
        assert place(app) == "why.topics"


async def test_the_document_is_made_and_previewed_from_inside_an_entry_and_escape_comes_back_to_it(
    tmp_path: Path,
) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS)
    async with wizard(path, "levels.topics[0].measure") as (app, pilot):
        await write(pilot, "Offences")
        for key, screen in (("f5", ExportScreen), ("f4", PreviewScreen)):
            await press(pilot, key)
            await app.workers.wait_for_complete()
            await settle(pilot)
            assert isinstance(app.screen, screen)
            assert on_disk(path, "levels.topics")[0]["measure"] == "Offences"
            await press(pilot, "escape")
            assert isinstance(app.screen, EntryScreen)
            assert place(app) == "levels.topics[0].measure"


async def test_what_can_be_done_with_a_section_can_be_done_from_inside_an_entry_of_it(tmp_path: Path) -> None:
    """Its palette and its help list the same commands, but for the way to a neighbour and out."""
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS)
    async with wizard(path, "levels.topics") as (app, pilot):
        of_section = {command.id for command in cast(EditScreen, app.screen).commands_here()}
        await press(pilot, "enter")
        screen = app.screen
        assert isinstance(screen, EntryScreen)
        of_entry = {command.id for command in screen.commands_here()}
        assert of_section - of_entry == {"edit.previous", "edit.next"}
        await press(pilot, "f1")
        assert "F5        Export" in await read_to_the_end(app, pilot)
        await press(pilot, "escape", "f9")
        assert isinstance(app.screen, EditScreen)
        assert session_of(app).asked.finished(app.screen.section)
        await press(pilot, "enter")
        await app.screen.run_action("rename")
        await settle(pilot)
        assert isinstance(app.screen, AskLine)


async def test_reasons_are_entries_inside_an_entry(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS)
    async with wizard(path, "why.topics[0].reasons") as (app, pilot):
        await press(pilot, "enter")
        await write(pilot, "More was reported")
        await press(pilot, "ctrl+n")
        await write(pilot, "Patrols doubled")
        assert [row["reason"] for row in session_of(app).get("levels.topics[0].reasons")] == [
            "More was reported",
            "Patrols doubled",
        ]
        await press(pilot, "escape")
        assert "Patrols doubled" in screen_text(app)


async def test_the_line_above_an_entry_in_an_entry_says_which_of_how_many_however_long_the_names(
    tmp_path: Path,
) -> None:
    name = "Shop theft from the large stores in the town centre on Saturday afternoons"
    reasons = [{"kind": "real"}, {"kind": "real"}]
    path = draft_at(tmp_path / "d.sa.json", levels__topics=[{"id": "t1", "name": name, "reasons": reasons}])
    async with wizard(path, "levels.topics[0].reasons[0].reason", size=(80, 24)) as (app, pilot):
        head = screen_text(app).splitlines()[1].strip()
        assert head.endswith("entry 1   1 of 2")
        assert "… ›" in head
        await pilot.resize_terminal(60, 18)
        await settle(pilot)
        assert screen_text(app).splitlines()[1].strip().endswith("entry 1   1 of 2")


async def test_links_are_chosen_from_a_list_and_kept_as_ids(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS, priorities__priorities=[{"title": "Robbery first"}])
    async with wizard(path, "priorities.priorities[0].topics") as (app, pilot):
        await press(pilot, "enter")
        assert isinstance(app.screen, ChooseLinks)
        assert "[ ] Robbery" in screen_text(app)
        await press(pilot, "space", "down", "down", "space", "enter")
        assert session_of(app).get("priorities.priorities[0].topics") == ["t1", "t3"]
        assert "Robbery; Noise" in screen_text(app)
        await press(pilot, "enter", "space", "escape")
        assert session_of(app).get("priorities.priorities[0].topics") == ["t1", "t3"]


async def test_where_there_is_nothing_to_choose_from_yet_one_can_go_where_it_is_added(tmp_path: Path) -> None:
    """It was a dead end: the sentence named the section, and to go there was left to the person."""
    async with wizard(draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS), "levels.topics[0].sources") as (
        app,
        pilot,
    ):
        await press(pilot, "enter")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "escape")
        assert place(app) == "levels.topics[0].sources"
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, EditScreen)
        assert place(app) == "appendices.sources"
        await press(pilot, "a")
        assert place(app).startswith("appendices.sources[0].")


@pytest.mark.parametrize("width", range(60, 81))
async def test_how_to_choose_is_never_broken_over_two_lines(tmp_path: Path, width: int) -> None:
    priority = {"title": "Robbery first", "topics": ["t1", "t2", "t3"]}
    topics = [{**topic, "name": f"{topic['name']} in the town"} for topic in TOPICS]
    path = draft_at(tmp_path / "d.sa.json", levels__topics=topics, priorities__priorities=[priority])
    async with wizard(path, "priorities.priorities[0].topics", (width, 24)) as (app, _):
        rows = screen_text(app).splitlines()
        hint = next(row for row in rows if "Enter to choose" in row)
        assert "town   Enter to choose" in hint or hint.strip("▌ ") == "Enter to choose"
        below = rows[rows.index(hint) + 1]
        assert not below.strip("▌ "), "and no line is left over"


async def test_a_figure_typed_with_commas_is_a_number_and_other_text_stays_as_typed(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS)
    async with wizard(path, "levels.topics[0].count") as (app, pilot):
        await write(pilot, "1,554")
        assert session_of(app).get("levels.topics[0].count") == 1554
        await press(pilot, "f7")
        await write(pilot, "about 40")
        assert session_of(app).get("levels.topics[1].count") == "about 40"


@pytest.mark.parametrize(("start", "key", "lands"), [(0, "f7", 1), (1, "f6", 0), (2, "f7", 2)])
async def test_neighbouring_entries_are_one_key_away_at_the_same_question(
    tmp_path: Path, start: int, key: str, lands: int
) -> None:
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS)
    async with wizard(path, f"levels.topics[{start}].measure") as (app, pilot):
        await press(pilot, key)
        question = question_of(app.focused)
        assert question is not None
        assert question.path == f"levels.topics[{lands}].measure"


async def test_undoing_the_adding_of_an_entry_leaves_it_for_its_list(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "levels.topics") as (app, pilot):
        await press(pilot, "a")
        assert isinstance(app.screen, EntryScreen)
        await press(pilot, "ctrl+z")
        assert isinstance(app.screen, EditScreen)
        assert session_of(app).get("levels.topics") == []


async def test_the_cursor_of_a_long_line_is_in_view_when_one_comes_to_it(tmp_path: Path) -> None:
    """It stands at the end, and the beginning was shown: what was typed there was seen nowhere at first."""
    topic = {"id": "t1", "name": "Robbery", "measure": f"Offences {'counted once each ' * 8}by the police."}
    path = draft_at(tmp_path / "d.sa.json", levels__topics=[topic])
    async with wizard(path, "levels.topics[0].strand") as (app, pilot):
        assert "by the police." not in screen_text(app)
        await press(pilot, "tab")
        assert place(app) == "levels.topics[0].measure"
        assert "by the police." in screen_text(app)

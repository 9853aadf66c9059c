"""What says what to do is seen whole at 80 by 24, and at 60 by 18 what gives way is the less needed part."""

from pathlib import Path

import pytest
from textual.widgets import Static, TextArea

from sa_wizard.draft import begin
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.widgets.form import FieldBox
from sa_wizard.tui.widgets.rowlist import Rows
from tests.tui.driving import draft_at, press, screen_text, session_of, settle, wizard, write

ADDRESS = "margaret.featherstonehaugh-smythe@northbridge.example"
ASKED = f"The reasons are many. Ask Margaret at {ADDRESS} or ring for the details of the whole of what lies behind it."


def told(widget: Static) -> str:
    """What a line says, as it is shown."""
    lines = widget.render_lines(widget.size.region)
    return " ".join(" ".join("".join(segment.text for segment in line).split()) for line in lines)


async def test_no_label_of_any_section_is_cut_at_80_columns(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "about.title", size=(80, 24)) as (app, pilot):
        for section in session_of(app).asked.sections:
            app.go(section.id)
            await settle(pilot)
            screen = app.screen
            assert isinstance(screen, EditScreen)
            screen.judge_now()
            await settle(pilot)
            for box in screen.query(FieldBox):
                shown = box.render_line(0).text.strip()
                assert box.question.label in shown
                assert "…" not in shown
                assert shown.endswith("needed") or not box.question.required or session_of(app).get(box.question.path)


async def test_what_to_do_about_a_finding_is_seen_to_its_end(tmp_path: Path) -> None:
    """The advice under a long answer ended after three lines, in the middle of its sentence."""
    async with wizard(draft_at(tmp_path / "d.sa.json", why__overall=ASKED), "why.overall", size=(80, 24)) as (
        app,
        pilot,
    ):
        screen = app.screen
        assert isinstance(screen, EditScreen)
        box = screen.form.box("why.overall")
        assert box is not None
        assert ADDRESS in told(box.found)
        assert told(box.found).endswith("organisation's published contact.")
        assert screen.form.region.contains_region(box.region)
        for _ in range(60):
            await press(pilot, "f8")
            status = screen_text(app).splitlines()[-2]
            if "E-mail" in status:
                break
        assert f"E-mail address: “…{ADDRESS.partition('@')[0]}" in status


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (100, 30)])
async def test_every_entry_of_a_list_is_one_line_and_the_list_is_seen_with_its_keys(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """At 60 columns the cells were wider than the list, every line was two, and the label stood above the window."""
    path = tmp_path / "x.sa.json"
    path.write_bytes(begin.example())
    async with wizard(path, size=size) as (app, pilot):
        for list_of in ("about.contributors", "summary.priorities", "changes.topics", "appendices.sources"):
            app.go(list_of)
            await settle(pilot)
            screen = app.screen
            assert isinstance(screen, EditScreen)
            box = screen.form.box(list_of)
            assert box is not None
            rows = box.query_one(Rows)
            assert rows.virtual_size.height == rows.option_count
            assert screen.form.region.contains_region(box.region)
            assert "Open" in screen_text(app)


async def test_a_question_higher_than_the_form_is_seen_from_its_label_on_and_at_its_cursor(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall=f"{ASKED}\n\n{ASKED}")
    async with wizard(path, "why.overall", size=(60, 18)) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, EditScreen)
        screen.judge_now()
        await settle(pilot)
        box = screen.form.box("why.overall")
        assert box is not None
        assert box.size.height > screen.form.size.height
        assert box.region.y == screen.form.region.y
        editor = app.focused
        assert isinstance(editor, TextArea)
        assert screen.form.region.y < editor.cursor_screen_offset.y < screen.form.region.bottom


async def test_the_outline_over_the_form_has_room_for_the_headings(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "about.title", size=(80, 24)) as (app, pilot):
        await press(pilot, "f2")
        shown = screen_text(app)
        asked = session_of(app).asked
        cut = [asked.heading(section) for section in asked.sections if asked.heading(section) not in shown]
        assert cut == ["Police and crime plan, serious violence and reoffending"]
        await pilot.resize_terminal(60, 18)
        await settle(pilot)
        assert " 12 Priorities and recommendations " in screen_text(app)
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert " 12 Priorities and recomm…" in screen_text(app)


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_the_line_above_a_section_keeps_the_item_it_serves(tmp_path: Path, size: tuple[int, int]) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "alignment.serious_violence", size=size) as (app, _):
        head = screen_text(app).splitlines()[1].strip()
        assert head.endswith("statutory: item (d)")
        assert head.startswith("14 of 17 · Police and crime plan")


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_how_a_replacement_is_taken_back_is_seen_however_long_the_words_are(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    long = "the northern half of the old market quarter"
    path = draft_at(tmp_path / "d.sa.json", levels__topics=[{"name": f"Theft in {long}", "narrative": f"In {long}."}])
    async with wizard(path, "levels.topics[0].narrative", size=size) as (app, pilot):
        await press(pilot, "ctrl+f")
        await write(pilot, long)
        await press(pilot, "tab")
        await write(pilot, long.replace("northern", "southern"))
        await press(pilot, "ctrl+t", "enter", "ctrl+z", "ctrl+r")
        line = app.screen.query_one("#told", Static)
        assert told(line).endswith("Ctrl+Z takes it back.")
        assert told(line).startswith("Replaced “the northern half")


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_each_step_of_a_new_draft_says_whole_what_it_is_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.chdir(tmp_path)
    async with wizard(size=size) as (app, pilot):
        await press(pilot, "n")
        heading = app.screen.query_one("#heading", Static)
        assert told(heading).endswith("decide which law applies and what you will be asked.")

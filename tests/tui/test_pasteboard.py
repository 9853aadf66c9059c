"""A paste as the author meets it: made plain, told in a line, one step to undo, and never too much."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from sa_wizard.tui import pasteboard
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.widgets.editors import ProseEditor
from tests.tui.driving import draft_at, focused, press, screen_text, session_of, settle, wizard, write

WORD = (
    "Burglary\u00a0fell by\u00a017%.\x0b•\tThefts “rose” – a\u00a0little\n•\tSheds\u200b only\nWard\tCount\nCastle\t120"
)
PLAIN = "Burglary fell by 17%.\n- Thefts “rose” – a little\n- Sheds only\nWard\tCount\nCastle\t120"


async def paste(pilot: Pilot[int], text: str) -> None:
    """What a terminal sends for a paste."""
    pilot.app.post_message(events.Paste(text))
    await settle(pilot)


def shown(app: WizardApp) -> str:
    """The screen as one line."""
    return " ".join(screen_text(app).split())


async def test_what_word_leaves_is_made_plain_told_and_taken_back_in_one_step(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall", size=(100, 30)) as (app, pilot):
        await write(pilot, "Typed.")
        await press(pilot, "enter")
        await paste(pilot, WORD)
        assert session_of(app).get("why.overall") == f"Typed.\n{PLAIN}"
        told = "Pasted 17 words; 7 leftovers of other programs made plain; Ctrl+Z takes it back."
        assert told in shown(app)
        await write(pilot, " More.")
        await press(pilot, "ctrl+z", "ctrl+z")
        assert session_of(app).get("why.overall") == "Typed.\n"
        editor = focused(app)
        assert isinstance(editor, ProseEditor)
        assert editor.text == "Typed.\n"
        await press(pilot, "ctrl+y")
        assert session_of(app).get("why.overall") == f"Typed.\n{PLAIN}"


async def test_where_a_line_goes_on_its_first_line_is_no_entry_and_a_selection_is_replaced(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        await write(pilot, "Such as OLD")
        editor = focused(app)
        assert isinstance(editor, ProseEditor)
        for _ in range(3):
            await press(pilot, "shift+left")
        await paste(pilot, "• one\n• two")
        assert session_of(app).get("why.overall") == "Such as • one\n- two"


async def test_entries_of_a_list_lose_their_marks_and_a_line_takes_all_lines(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "summary.headlines") as (app, pilot):
        await paste(pilot, "•\tRobbery rose\n•\tNoise\u00a0fell")
        assert session_of(app).get("summary.headlines") == ["Robbery rose", "Noise fell"]
        app.go("about.title")
        await settle(pilot)
        await press(pilot, "ctrl+a", "backspace", "end")
        await paste(pilot, "Strategic\u00a0assess\u00adment\x0b2025")
        assert "Strategic assessment 2025" in session_of(app).get("about.title")


async def test_a_short_plain_paste_is_not_worth_a_word(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        await paste(pilot, "Robbery rose.")
        assert "Pasted" not in screen_text(app)
        await paste(pilot, " word" * 120)
        assert "Pasted 120 words; Ctrl+Z takes it back." in shown(app)


@pytest.mark.parametrize("path", ["why.overall", "about.title"])
async def test_too_long_a_paste_changes_nothing_and_says_how_much_there_is_room_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """Of texts the bound is lowered here: 2,000,000 characters are much to draw for a test."""
    monkeypatch.setattr(pasteboard, "LONGEST_TEXT", 1_000)
    monkeypatch.setattr(pasteboard, "LONGEST_LINE", 1_000)
    async with wizard(draft_at(tmp_path / "d.sa.json"), path) as (app, pilot):
        before = session_of(app).get(path)
        await write(pilot, "x")
        await paste(pilot, "y" * 1_000)
        assert "y" not in session_of(app).get(path)
        told = f"it has 1,000 characters, and there is room for {999 - len(before)} here. Paste it in parts."
        assert told in " ".join(note.message for note in app._notifications)
        await paste(pilot, "z" * (999 - len(before)))
        assert session_of(app).get(path).count("z") == 999 - len(before)


@pytest.mark.parametrize("where", ["palette", "file"])
async def test_no_code_in_a_paste_reaches_the_terminal_wherever_it_goes(tmp_path: Path, where: str) -> None:
    async with wizard(None if where == "file" else draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "o" if where == "file" else "ctrl+p")
        await paste(pilot, "\x1b]0;x\x07ab\x9bc")
        editor = focused(app)
        assert isinstance(editor, Input)
        assert editor.value == "]0;xabc"
        assert "\x1b" not in screen_text(app)


async def test_nothing_is_pasted_into_a_draft_that_is_read_only(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        editor = focused(app)
        assert isinstance(editor, ProseEditor)
        editor.read_only = True
        await paste(pilot, WORD)
        assert editor.text == ""
        assert "Pasted" not in screen_text(app)


async def test_a_line_says_that_lines_were_joined_also_where_a_new_assessment_is_begun(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "about.title") as (app, pilot):
        await press(pilot, "ctrl+a", "backspace")
        await paste(pilot, "Strategic assessment\n\nof 2025\n")
        assert session_of(app).get("about.title") == "Strategic assessment  of 2025"
        assert "Pasted 4 words; 2 lines were joined; Ctrl+Z takes it back." in shown(app)
        await press(pilot, "ctrl+z")
        await paste(pilot, "One line.\n")
        assert "joined" not in shown(app)
    async with wizard() as (app, pilot):
        await press(pilot, "n")
        await paste(pilot, "Safer\nNorthbridge")
        assert "2 lines were joined" in " ".join(told.message for told in app._notifications)

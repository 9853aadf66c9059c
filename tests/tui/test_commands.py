"""The palette: what is typed leads to the command that is called so, before those of which it is only said."""

from pathlib import Path

import pytest
from textual.command import CommandList, CommandPalette
from textual.pilot import Pilot

from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.commands import Command, likeness
from sa_wizard.tui.screens.edit import EditScreen
from tests.tui.driving import draft_at, press, settle, wizard, write


async def asked_for(app: WizardApp, pilot: Pilot[int], words: str) -> list[str]:
    """The names that the palette lists for some words, the first of which Enter runs."""
    await press(pilot, "ctrl+p")
    assert isinstance(app.screen, CommandPalette)
    await write(pilot, words)
    await app.workers.wait_for_complete()
    await settle(pilot)
    listed = app.screen.query_one(CommandList)
    return [str(option.prompt).splitlines()[0].partition("   ")[0] for option in listed.options]


async def test_a_name_comes_before_what_is_said_of_another_command(tmp_path: Path) -> None:
    """“why” began with "Next gap", of which it is said that it tells why something matters."""
    async with wizard(draft_at(tmp_path / "d.sa.json"), "about.title") as (app, pilot):
        names = await asked_for(app, pilot, "why")
        assert names[0] == "Go to Why it has changed"
        assert "Next gap" in names
        await press(pilot, "enter")
        assert isinstance(app.screen, EditScreen)
        assert app.screen.section_id == "why"


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("export", "Export"),
        ("next", "Next section"),
        ("gap", "Next gap"),
        ("prev", "Previous section"),
        ("equality", "Go to Equality considerations"),
        ("heading rename", "Rename this section's heading"),
        ("word file", "Export"),
        ("COLOURS", "Change the colours"),
        ("fnd", "Find and replace"),
        ("data sources", "Data sources"),
        ("area covered", "Area covered"),
    ],
)
async def test_the_first_that_is_listed_is_what_was_meant(tmp_path: Path, words: str, first: str) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        assert (await asked_for(app, pilot, words))[0] == first


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Command("a", "Why it changed", "x", ""), Command("b", "Next gap", "x", "and say why it matters")),
        (Command("a", "Say why", "x", ""), Command("b", "Next", "x", "why, why, why")),
        (Command("a", "Awhy", "x", ""), Command("b", "Next", "x", "why")),
        (Command("a", "Next", "x", "why"), Command("b", "What has gone by", "x", "")),
    ],
)
def test_what_is_written_so_comes_first_and_a_name_before_the_rest(better: Command, worse: Command) -> None:
    assert likeness("why", better) > likeness("why", worse) > 0


def test_what_is_not_meant_at_all_is_not_listed() -> None:
    assert likeness("zebra", Command("a", "Export", "x", "Make the Word file")) == 0
    assert likeness("accept", Command("a", "Trace evidence to priorities", "x", "")) == 0
    assert likeness("  ", Command("a", "Export", "x", "Make the Word file")) == 0


async def test_a_question_is_found_by_its_words_and_enter_goes_there(tmp_path: Path) -> None:
    """Whoever looked for the data sources had to guess that they are asked for in the appendices."""
    async with wizard(draft_at(tmp_path / "d.sa.json"), "about.title") as (app, pilot):
        assert "Data sources" in await asked_for(app, pilot, "data sources")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)
        assert app.screen.place == "appendices.sources"

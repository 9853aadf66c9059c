"""A draft open for reading only: nothing that a key or the palette does changes it, or ends the program."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.commands import Command
from sa_wizard.tui.desk import Desk
from sa_wizard.tui.screens.check import CheckScreen
from sa_wizard.tui.screens.entry import EntryScreen
from tests.tui.driving import draft_at, press, session_of, settle, write

TOPICS = [{"id": "t1", "name": "Robbery", "count": 5}, {"id": "t2", "name": "Burglary"}]
ANSWERS = {
    "levels__topics": TOPICS,
    "why__overall": "Call duty@tower.example.org.",
    "priorities__priorities": [{"title": "Robbery first", "topics": ["t1"]}],
}


@asynccontextmanager
async def looking(path: Path, at: str) -> AsyncIterator[tuple[WizardApp, Pilot[int]]]:
    """The wizard over a draft that it may only read."""
    desk = Desk()
    desk.open(path, read_only=True)
    app = WizardApp(desk, at)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        yield app, pilot


def changing(app: WizardApp) -> list[Command]:
    """Everything the screen offers that stays in the draft."""
    away = ("app.", "go.")
    return [each for each in app.screen.commands_here() if not each.id.startswith(away)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "at", ["why.overall", "levels.topics", "levels.topics[0].name", "priorities.priorities[0].topics"]
)
async def test_no_command_changes_it_or_ends_the_program(tmp_path: Path, at: str) -> None:
    path = draft_at(tmp_path / "d.sa.json", **ANSWERS)
    before = path.read_bytes()
    async with looking(path, at) as (app, pilot):
        entry = isinstance(app.screen, EntryScreen)
        for command in changing(app):
            await app.screen.run_action(command.action)
            await settle(pilot)
            await write(pilot, "x")
            await press(pilot, "enter")
            assert app.is_running, command.id
            while len(app.screen_stack) > (3 if entry else 2):
                app.pop_screen()
            app.go(at)
            await settle(pilot)
        for key in ("a", "c", "u", "d", "x", "enter", "space", "ctrl+v", "ctrl+x", "ctrl+z", "ctrl+y"):
            await press(pilot, key)
            assert app.is_running, key
        assert session_of(app).draft is session_of(app).saved
    assert path.read_bytes() == before


async def test_the_check_screen_can_be_looked_at(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", **ANSWERS)
    before = path.read_bytes()
    async with looking(path, "why.overall") as (app, pilot):
        await press(pilot, "f3")
        assert isinstance(app.screen, CheckScreen)
        listed = app.screen.query_one("#findings")
        for _ in range(40):
            await press(pilot, "l")
            if not isinstance(app.screen, CheckScreen):
                await write(pilot, "It is published by the trust itself.")
                await press(pilot, "enter")
            assert app.is_running
            await press(pilot, "down")
        await press(pilot, "f")
        assert app.is_running
        assert listed.is_mounted
    assert path.read_bytes() == before

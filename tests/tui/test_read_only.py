"""A draft open for reading only: nothing that a key or the palette does changes it, or ends the program."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from sa_wizard.sitting.desk import Desk
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.commands import Command
from sa_wizard.tui.screens.check import CheckScreen
from sa_wizard.tui.screens.entry import EntryScreen
from sa_wizard.tui.widgets.editors import LineEditor
from sa_wizard.tui.widgets.rowlist import Acts
from tests.tui.driving import draft_at, press, screen_text, session_of, settle, wizard, write

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


def refused(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    """Let the system say that one place cannot be written; the tests may run as somebody who may write anywhere."""
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != place and may(path, mode))


def changing(app: WizardApp) -> list[Command]:
    """Everything the screen offers that stays in the draft."""
    away = ("app.", "go.")
    return [each for each in app.screen.commands_here() if not each.id.startswith(away)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("at", ["why.overall", "levels.topics", "priorities.priorities[0].topics"])
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
            while len(app.screen_stack) > (2 if entry else 1):
                app.pop_screen()
            app.go(at)
            await settle(pilot)
        for key in ("a", "c", "u", "d", "x", "enter", "space", "ctrl+v", "ctrl+x", "ctrl+z", "ctrl+y"):
            await press(pilot, key)
            assert app.is_running, key
        assert session_of(app).draft is session_of(app).saved
    assert path.read_bytes() == before


async def test_what_is_typed_into_it_is_answered_once_in_words(tmp_path: Path) -> None:
    """Keys that do nothing and say nothing look like a broken program."""
    async with looking(draft_at(tmp_path / "d.sa.json", **ANSWERS), "why.overall") as (app, pilot):
        await press(pilot, "down", "f7", "f6")
        assert not app._notifications, "looking round needs no word"
        app.go("why.overall")
        await settle(pilot)
        await write(pilot, "abc")
        await press(pilot, "backspace")
        assert [each.message for each in app._notifications] == [
            "This draft is open for reading only: nothing you type changes it."
        ]


async def test_a_line_of_it_can_be_moved_in_and_copied_from_and_the_guidance_is_there(tmp_path: Path) -> None:
    """It was disabled: what did not fit in the window could not be read, and nothing had the focus."""
    measure = f"Offences {'counted once each ' * 8}by the police."
    answers = {**ANSWERS, "levels__topics": [{"id": "t1", "name": "Robbery", "measure": measure}]}
    path = draft_at(tmp_path / "d.sa.json", **answers)
    async with looking(path, "levels.topics[0].measure") as (app, pilot):
        assert "What to write" in screen_text(app)
        await press(pilot, "home")
        assert "by the police." not in screen_text(app)
        await press(pilot, "end")
        assert "by the police." in screen_text(app)
        await press(pilot, "ctrl+c")
        assert app.clipboard == measure
        app.post_message(events.Paste("more"))
        await settle(pilot)
        for key in ("x", "backspace", "ctrl+u", "ctrl+k", "ctrl+w", "delete", "ctrl+x", "ctrl+v"):
            await press(pilot, "end" if key == "backspace" else "home" if key == "delete" else "end", key)
        line = app.focused
        assert isinstance(line, LineEditor)
        line.clear()
        await settle(pilot)
        assert line.value == measure
        assert session_of(app).draft is session_of(app).saved
        await press(pilot, "enter")
        assert app.focused not in (line, None)


async def test_a_period_of_it_stays_as_it_was_typed(tmp_path: Path) -> None:
    """A month left as words is spelled out where it can be changed, and only there."""
    path = draft_at(tmp_path / "d.sa.json", about__period={"start": "Oct 2024", "end": "2025-09"})
    async with looking(path, "about.period") as (app, pilot):
        await press(pilot, "x", "tab")
        assert session_of(app).draft is session_of(app).saved
        assert [each.severity for each in app._notifications] == ["information"]


async def test_a_list_of_it_offers_to_open_an_entry_and_refuses_the_rest_in_one_notice(tmp_path: Path) -> None:
    async with looking(draft_at(tmp_path / "d.sa.json", **ANSWERS), "levels.topics") as (app, pilot):
        (acts,) = app.screen.query("#q-levels-topics Acts").results(Acts)
        assert acts.render_line(0).text.split() == ["Open"]
        for keys in (("a",), ("x",), ("enter", "ctrl+n"), ("ctrl+n",)):
            await press(pilot, *keys)
            assert [each.severity for each in app._notifications] == ["information"], keys


async def test_the_check_screen_offers_nothing_that_would_change_it(tmp_path: Path) -> None:
    async with looking(draft_at(tmp_path / "d.sa.json", **ANSWERS), "why.overall") as (app, pilot):
        await press(pilot, "f3")
        assert isinstance(app.screen, CheckScreen)
        shown = screen_text(app)
        assert "Mark as final" not in shown
        assert "Let stand" not in shown
        await press(pilot, "f")
        assert [each.message.splitlines()[0] for each in app._notifications] == ["This draft is open for reading only."]


async def test_a_folder_that_cannot_be_written_is_said_when_the_draft_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = draft_at(tmp_path / "d.sa.json", **ANSWERS)
    refused(monkeypatch, tmp_path)
    async with wizard(path, "why.overall") as (app, _):
        (news,) = [each.message for each in app._notifications]
        assert f"You cannot write in {tmp_path}" in news
        assert "cannot be saved here" in screen_text(app)


async def test_a_file_that_is_marked_as_read_only_is_said_when_the_draft_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = draft_at(tmp_path / "d.sa.json", **ANSWERS)
    refused(monkeypatch, path)
    async with wizard(path, "why.overall") as (app, _):
        (news,) = [each.message for each in app._notifications]
        assert "d.sa.json is marked as read only" in news


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

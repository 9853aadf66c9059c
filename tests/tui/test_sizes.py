"""Every screen at every size that is promised: it opens, shows its title and its keys whole, and Esc leads back."""

import inspect
import pkgutil
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input

from sa_wizard.draft import versions
from sa_wizard.draft.compare import compare
from sa_wizard.draft.paths import resolve
from sa_wizard.draft.session import Session
from sa_wizard.tui import screens
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.screens.check import CheckScreen
from sa_wizard.tui.screens.choose import AskLine, ChooseLinks, Confirm
from sa_wizard.tui.screens.copies import CopiesScreen
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.entry import EntryScreen
from sa_wizard.tui.screens.explain import Explained, ExplainScreen, Page
from sa_wizard.tui.screens.export import ExportScreen
from sa_wizard.tui.screens.find import FindScreen
from sa_wizard.tui.screens.help import HelpScreen
from sa_wizard.tui.screens.home import HomeScreen
from sa_wizard.tui.screens.judged import JudgedScreen
from sa_wizard.tui.screens.leading import LeadingScreen
from sa_wizard.tui.screens.listing import ListingScreen
from sa_wizard.tui.screens.path import AskPath
from sa_wizard.tui.screens.preview import PreviewScreen
from sa_wizard.tui.screens.setup import SetupScreen
from sa_wizard.tui.screens.then import ThenScreen, VersionReading
from sa_wizard.tui.screens.trace import TraceScreen
from sa_wizard.tui.screens.undoing import UndoingScreen
from sa_wizard.tui.screens.versions import VersionsScreen
from sa_wizard.tui.screens.writing import WritingScreen
from sa_wizard.tui.widgets.keys import KeyLine
from tests.tui.driving import draft_at, press, screen_text, session_of, settle, wizard

SIZES = ((60, 18), (80, 24), (100, 30), (160, 50))
LONG = "An organisation with a name that is as long as names of partnerships in two counties can come to be, and longer"
TOPICS = [{"id": "t1", "name": LONG}, {"id": "t2", "name": "Burglary"}]
SHARED = (Explained, JudgedScreen, LeadingScreen, ListingScreen, Page, UndoingScreen, WritingScreen)
"""What screens are made from, and are none themselves."""

Way = Callable[[WizardApp, Pilot[int]], Awaitable[None]]


def keys(*pressed: str) -> Way:
    """By keys, as a person gets there."""

    async def go(app: WizardApp, pilot: Pilot[int]) -> None:
        await press(pilot, *pressed)
        await app.workers.wait_for_complete()
        await settle(pilot)

    return go


async def asked_outright(app: WizardApp, pilot: Pilot[int]) -> None:
    """A question with answers that are too long to stand side by side."""
    app.push_screen(Confirm(f"{LONG}?", {"back": "Back", "one": LONG[:70], "two": LONG[:40]}))
    await settle(pilot)


async def two_copies(app: WizardApp, pilot: Pilot[int]) -> None:
    """Another program has written what was written here."""
    session = session_of(app)
    theirs = session.draft.with_value(resolve(session.outline, "why.overall"), "Theirs. " * 30)
    app.push_screen(CopiesScreen(f"{LONG}.", "yours", "the file's", compare(session.outline, session.draft, theirs)))
    await settle(pilot)


async def entry(app: WizardApp, pilot: Pilot[int]) -> None:
    """One entry of a list."""
    app.go("levels.topics[0].where")
    await settle(pilot)


async def links(app: WizardApp, pilot: Pilot[int]) -> None:
    """What an entry is linked to, chosen from a list."""
    app.push_screen(ChooseLinks(LONG, [(str(number), f"{number} {LONG}") for number in range(30)], ["3"]))
    await settle(pilot)


async def traced(app: WizardApp, pilot: Pilot[int]) -> None:
    """The trace has no key of its own."""
    app.show_trace()
    await settle(pilot)


FROM_HOME: tuple[tuple[type[Screen[Any]], str, Way], ...] = (
    (ExplainScreen, "Where you begin and come back to", keys("f1")),
    (AskPath, "Which draft?", keys("o")),
    (SetupScreen, "New assessment", keys("n")),
)
FROM_VERSIONS: tuple[tuple[type[Screen[Any]], str, Way], ...] = (
    (ThenScreen, "kept by itself", keys("down", "enter")),
    (VersionReading, "As it was", keys("v")),
    (AskLine, "Keep the draft as it is now", keys("k")),
)
FROM_DRAFT: tuple[tuple[type[Screen[Any]], str, Way], ...] = (
    (HelpScreen, "What lies behind the changes", keys("f1")),
    (CheckScreen, "Safer Northbridge", keys("f3")),
    (PreviewScreen, "Why it has changed", keys("f4")),
    (ExportScreen, "Reference document", keys("f5")),
    (FindScreen, "Find and replace", keys("ctrl+f")),
    (VersionsScreen, "Versions", keys("f10")),
    (TraceScreen, "priorit", traced),
    (EntryScreen, "of 2", entry),
    (ChooseLinks, "Choose from", links),
    (Confirm, "An organisation with a name", asked_outright),
    (CopiesScreen, "An organisation with a name", two_copies),
    (CommandPalette, "Next gap", keys("ctrl+p")),
)


def out_of_place(app: WizardApp) -> list[str]:
    """What stands outside the window or is cut by it, and what would have to be moved sideways to be read."""
    width, height = app.size
    wrong = []
    for widget in app.screen.query("*"):
        if not widget.display or not widget.region or app.screen.find_widget(widget).clip.area == 0:
            continue
        region = widget.region
        around = [each for each in widget.ancestors if isinstance(each, Widget) and each is not app.screen]
        scrolled = any(each.allow_vertical_scroll for each in around)
        if region.x < 0 or region.right > width or (not scrolled and (region.y < 0 or region.bottom > height)):
            wrong.append(f"{widget} at {region}")
        if widget.show_horizontal_scrollbar and not isinstance(widget, Input):
            wrong.append(f"{widget} has to be moved sideways")
        if isinstance(widget, Button) and not scrolled and not _is_whole(widget):
            wrong.append(f"{widget} is cut: {widget.label}")
    return wrong


def _is_whole(widget: Widget) -> bool:
    return widget.screen.find_widget(widget).visible_region == widget.region


def told_keys(app: WizardApp, shown: str) -> bool:
    """Whether the screen says which key leads on or back: in its line of keys, or in the box."""
    lines = list(app.screen.query(KeyLine))
    if lines:
        said = shown.splitlines()[lines[0].region.y]
        return said.strip() != "" and "Ctrl+P All" in said and "Help" in said
    return "Esc" in shown or bool(app.screen.query(Button)) or isinstance(app.screen, CommandPalette)


async def opens_and_closes(
    app: WizardApp, pilot: Pilot[int], steps: tuple[tuple[type[Screen[Any]], str, Way], ...]
) -> None:
    """Each screen in turn, from the one that is there and back to it."""
    base = type(app.screen)
    for kind, title, go in steps:
        await go(app, pilot)
        assert type(app.screen) is kind
        shown = screen_text(app)
        assert title in " ".join(shown.split()), f"{kind.__name__}\n{shown}"
        assert out_of_place(app) == [], f"{kind.__name__}\n{shown}"
        assert told_keys(app, shown), f"{kind.__name__}\n{shown}"
        if kind is VersionsScreen:
            await opens_and_closes(app, pilot, FROM_VERSIONS)
        for _ in app.screen_stack:
            left = app.screen
            if type(left) is base:
                break
            await press(pilot, "escape")
            assert app.screen is not left, f"Esc does not lead back from {type(left).__name__}"
        assert type(app.screen) is base


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A draft with long names and a version of yesterday."""
    monkeypatch.chdir(tmp_path)
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS, why__overall="As it was. " * 40)
    versions.keep(path, path.read_bytes(), now=datetime.now(UTC) - timedelta(days=1))
    session = Session.open(path)
    session.set("why.overall", "As it is. " * 40)
    session.save()
    return path


@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_of_a_draft_fits_and_leads_back(path: Path, size: tuple[int, int]) -> None:
    async with wizard(path, "why.overall", size=size) as (app, pilot):
        assert isinstance(app.screen, EditScreen)
        shown = screen_text(app)
        assert "Why it has changed" in shown
        assert out_of_place(app) == [], shown
        assert told_keys(app, shown), shown
        await opens_and_closes(app, pilot, FROM_DRAFT)


@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_before_a_draft_fits_and_leads_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.chdir(tmp_path)
    async with wizard(size=size) as (app, pilot):
        assert isinstance(app.screen, HomeScreen)
        shown = screen_text(app)
        assert "sa_wizard" in shown
        assert out_of_place(app) == [], shown
        assert told_keys(app, shown), shown
        await opens_and_closes(app, pilot, FROM_HOME)


def test_no_screen_is_left_out() -> None:
    """A new screen has to be added above."""
    found = {
        each
        for module in pkgutil.iter_modules(screens.__path__)
        for _, each in inspect.getmembers(import_module(f"{screens.__name__}.{module.name}"), inspect.isclass)
        if issubclass(each, Screen) and each.__module__.startswith(screens.__name__)
    }
    assert found - {*SHARED, EditScreen, HomeScreen} == {
        kind for kind, *_ in (*FROM_HOME, *FROM_DRAFT, *FROM_VERSIONS)
    } - {CommandPalette}

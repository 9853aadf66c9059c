"""Drive the wizard as a person does: by keys, reading what the screen shows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

from textual import _wait, events
from textual.pilot import Pilot
from textual.widget import Widget

from sa_wizard.draft import store
from sa_wizard.draft.draft import start
from sa_wizard.draft.session import Session
from sa_wizard.outline import load
from sa_wizard.sitting.desk import Desk
from sa_wizard.tui.app import WizardApp

_wait.SLEEP_GRANULARITY = 1 / 150
_wait.SLEEP_IDLE = _wait.SLEEP_GRANULARITY / 12
"""How long, in seconds, a test's driver rests before it looks again whether the program does: a third of Textual's own.

Why: half of what these tests took was rest.
"""

BASICS = {
    "about.partnership": "Safer Northbridge",
    "about.nation": "england",
    "about.area_type": "two-tier",
    "about.period": {"start": "2024-10", "end": "2025-09"},
}

QUIET = ("tab", "left", "right", "backspace")
"""Keys that only move or rub out: nothing opens, so that other keys may follow at once."""

KEYS = {" ": "space", "\n": "enter", "-": "minus", ".": "full_stop", ",": "comma", "%": "percent_sign", ":": "colon"}


def draft_at(path: Path, **answers: Any) -> Path:  # noqa: ANN401 - answers are JSON
    """A draft file with the basics of an assessment and whatever else a test needs (``section__field=value``)."""
    outline = load.find("partnership")
    session = Session(path, outline, start(outline))
    for where, value in {**BASICS, **{key.replace("__", "."): value for key, value in answers.items()}}.items():
        session.set(where, value)
    store.save(path, outline, session.draft)
    return path


@asynccontextmanager
async def wizard(
    path: Path | None = None, at: str = "", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[WizardApp, Pilot[int]]]:
    """The wizard running without a terminal, settled on its first screen."""
    desk = Desk()
    if path is not None:
        desk.open(path)
    app = WizardApp(desk, at)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot


async def settle(pilot: Pilot[int]) -> None:
    """Wait until the screen has nothing left to do: no timer is waited for."""
    app = cast(WizardApp, pilot.app)
    for _ in range(3):
        await pilot.pause()
        while not app.at_rest and app.is_running:
            await pilot.pause()


async def write(pilot: Pilot[int], text: str) -> None:
    """Type a text as fast as a paste would come: the program takes keys in their order, however fast."""
    for char in text:
        pilot.app.post_message(events.Key(KEYS.get(char, char), char))
    await settle(pilot)


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, letting the screen settle after each that may open or close something."""
    for number, key in enumerate(keys, start=1):
        await pilot.press(key)
        if key not in QUIET or number == len(keys):
            await settle(pilot)


def on_disk(path: Path, where: str) -> Any:  # noqa: ANN401 - any stored value
    """The value at ``section.field`` in the file."""
    return store.load(path)[1].get(where)


def session_of(app: WizardApp) -> Session:
    """The draft on the desk."""
    assert app.desk.session is not None
    return app.desk.session


def screen_text(app: WizardApp) -> str:
    """Everything the screen shows, as lines of text."""
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


def focused(app: WizardApp) -> Widget:
    """The widget that has the focus."""
    assert app.focused is not None
    return app.focused

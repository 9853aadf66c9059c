"""A draft marked as final can be changed like any other, and says so once: nobody changes what was issued unawares."""

from pathlib import Path

import pytest

from sa_wizard.tui.app import WizardApp
from tests.tui.driving import draft_at, press, session_of, settle, wizard, write

FINAL = {
    "about__status": "final",
    "about__override_reason": "The board wants it as it is.",
    "why__overall": "The mill.",
}
TOLD = "This assessment is marked as final"


def said(app: WizardApp) -> int:
    """How often it was said that the assessment is final."""
    return sum(TOLD in each.message for each in app._notifications)


async def test_typing_in_a_final_draft_is_remarked_on_once_and_kept(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json", **FINAL), "why.overall", size=(80, 24)) as (app, pilot):
        assert said(app) == 0, "looking changes nothing"
        await write(pilot, "Then ")
        assert said(app) == 1
        await write(pilot, "it closed. ")
        app.go("why.topics")
        await settle(pilot)
        await press(pilot, "ctrl+z")
        assert said(app) == 1
        await press(pilot, "ctrl+y")
        assert session_of(app).get("why.overall") == "Then it closed. The mill."


async def test_replacing_in_a_final_draft_is_remarked_on(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json", **FINAL), "why.overall") as (app, pilot):
        await press(pilot, "ctrl+f")
        await write(pilot, "mill")
        await press(pilot, "enter", "tab")
        await write(pilot, "works")
        await press(pilot, "ctrl+t", "enter")
        assert said(app) == 1
        assert session_of(app).get("why.overall") == "The works."


@pytest.mark.parametrize("status", ["", "draft"])
async def test_marking_as_final_and_writing_in_a_draft_are_not(tmp_path: Path, status: str) -> None:
    answers = {**FINAL, "about__status": status}
    async with wizard(draft_at(tmp_path / "d.sa.json", **answers), "why.overall") as (app, pilot):
        await write(pilot, "Then ")
        await press(pilot, "f3", "f", "tab", "enter")
        assert session_of(app).get("about.status") == "final"
        assert said(app) == 0
        await press(pilot, "escape")
        await write(pilot, "and ")
        assert said(app) == 1, "what is written after that is remarked on"

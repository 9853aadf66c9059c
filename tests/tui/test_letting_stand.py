"""``l`` on the check screen: one finding stands for a reason, the others of its kind do not, and the file keeps it."""

import json
from pathlib import Path

from textual.widgets import Input

from sa_wizard.review.judge import judge
from sa_wizard.tui.screens.check import CheckScreen
from tests.tui.driving import draft_at, press, screen_text, session_of, settle, wizard
from tests.tui.test_check import to_line

TEXT = "Most calls came from TS1 3QW, and some from M13 9PL near the square."
WHY = "The shop's own address, published by the shop."


async def test_one_of_two_postcodes_stands_for_a_reason(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall=TEXT)
    async with wizard(path, size=(100, 40)) as (app, pilot):
        await press(pilot, "f3")
        await to_line(app, pilot, "Full postcode: TS1 3QW")
        await press(pilot, "l")
        assert "TS1 3QW" in screen_text(app)
        app.screen.query_one(Input).value = WHY
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, CheckScreen)
        left = [each.about for each in judge(session_of(app).asked).findings if each.code == "private-postcode"]
        assert left == ["M13 9PL"]
    (kept,) = json.loads(path.read_text(encoding="utf-8"))["accepted"]
    assert kept == {"at": "why.overall", "code": "private-postcode", "about": "TS1 3QW", "reason": WHY}


async def test_what_stands_is_listed_and_can_be_taken_back(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall=TEXT)
    async with wizard(path, size=(100, 40)) as (app, pilot):
        await press(pilot, "f3")
        await to_line(app, pilot, "Full postcode: TS1 3QW")
        await press(pilot, "l")
        app.screen.query_one(Input).value = "no"
        await press(pilot, "enter")
        assert "does not say why it may stand" in screen_text(app)
        assert session_of(app).draft.accepted == ()
        await press(pilot, "L")
        app.screen.query_one(Input).value = WHY
        await press(pilot, "enter")
        await settle(pilot)
        await to_line(app, pilot, "The reason you gave")
        assert "Let stand by you" in screen_text(app)
        await press(pilot, "l")
        assert session_of(app).draft.accepted == ()
        assert "Let stand by you" not in screen_text(app)

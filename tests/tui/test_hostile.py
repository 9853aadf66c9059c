"""A draft from somebody who means harm: every screen shows it as text, and nothing on it is told to the terminal."""

import re
from pathlib import Path

import pytest

from sa_wizard.tui.screens.edit import EditScreen
from tests.builders import shipped
from tests.hostile import OBEYED, by_hand
from tests.tui.driving import press, screen_text, settle, wizard

BASICS = {"nation": "england", "area_type": "two-tier", "period": {"start": "2024-10", "end": "2025-09"}, "first": "no"}
FORBIDDEN = re.compile(OBEYED.pattern)


@pytest.mark.parametrize(
    "keys",
    [(), ("f3",), ("f4",), ("f5",), ("f1",)],
    ids=["writing", "check", "preview", "export", "help"],
)
async def test_no_screen_shows_what_a_terminal_obeys(tmp_path: Path, keys: tuple[str, ...]) -> None:
    path = by_hand(tmp_path / "x.sa.json", shipped(), basics=BASICS)
    async with wizard(path, "why.overall", size=(120, 40)) as (app, pilot):
        await press(pilot, *keys)
        shown = screen_text(app)
        assert FORBIDDEN.search(shown) is None
        assert shown.strip()
        if not keys and isinstance(app.screen, EditScreen):
            assert "[red]" in shown or "evil.example" in shown
            for section in ("about", "levels", "summary", "county"):
                await app.screen.open_section(section)
                await settle(pilot)
                assert FORBIDDEN.search(screen_text(app)) is None

"""Keys that come in a burst, as over a slow line: each has its effect before the next, and none strays or is lost."""

from pathlib import Path

import pytest

from sa_wizard.draft import recent
from sa_wizard.tui import order
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.entry import EntryScreen
from tests.tui.driving import draft_at, session_of, settle, wizard, write

TOPICS = [{"name": "Robbery"}, {"name": "Burglary"}]


async def test_text_typed_right_after_adding_an_entry_goes_into_it(tmp_path: Path) -> None:
    """In the list below, ``a``, ``c``, ``d``, ``u`` and ``x`` would add, copy, move and delete."""
    async with wizard(draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS), "levels.topics") as (app, pilot):
        await write(pilot, "aAntisocial excuse")
        assert isinstance(app.screen, EntryScreen)
        names = [row.get("name") for row in session_of(app).get("levels.topics")]
        assert names == ["Robbery", "Burglary", "Antisocial excuse"]


async def test_a_second_enter_opens_no_second_screen(tmp_path: Path) -> None:
    recent.remember(draft_at(tmp_path / "d.sa.json"), "Ours", "why.overall")
    async with wizard() as (app, pilot):
        await write(pilot, "\n\ntyped")
        assert [type(screen) for screen in app.screen_stack[1:]] == [EditScreen]
        assert session_of(app).get("why.overall") == "\ntyped"


async def test_a_section_is_left_before_the_next_letter(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "area.population") as (app, pilot):
        for key in ("a", "b", "f7", "f6", "c"):
            app.simulate_key(key)
        await settle(pilot)
        assert session_of(app).get("area.population") == "cab"


async def test_deleting_twice_takes_the_two_entries_under_the_cursor(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS), "levels.topics") as (app, pilot):
        await write(pilot, "xx")
        assert session_of(app).get("levels.topics") == []


async def test_keys_are_never_held_up_for_long_and_keep_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command that never comes to its end must not make the keyboard dead."""
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        monkeypatch.setattr(app, "_climb", lambda *_: None)
        monkeypatch.setattr(order, "PATIENCE", 0.0)
        for key in ("f9", *"abc"):
            app.simulate_key(key)
        for _ in range(10):
            await pilot.pause()
        assert session_of(app).get("why.overall") == "abc"

"""Lists of choices by letters: what is typed leads to the choice that begins so, and never to none."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Select

from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.screens.setup import SetupScreen
from sa_wizard.tui.widgets.dropdown import Offered
from sa_wizard.tui.widgets.form import Form
from tests.tui.driving import draft_at, focused, press, screen_text, session_of, settle, wizard, write


def chosen(app: WizardApp, path: str) -> object:
    """The answer in the draft that is open."""
    return session_of(app).get(path)


async def letters(pilot: Pilot[int], typed: str) -> None:
    """Keys one after the other, each once the one before has had its effect."""
    await press(pilot, *("space" if char == " " else char for char in typed))


@pytest.mark.parametrize("opened", [True, False])
@pytest.mark.parametrize(
    ("path", "typed", "value"),
    [
        ("about.nation", "wales", "wales"),
        ("about.nation", "W", "wales"),
        ("about.area_type", "un", "unitary"),
        ("levels.topics[0].strand", "sub", "substance-misuse"),
        ("levels.topics[0].strand", "c", "crime"),
        ("levels.topics[0].strand", "anti", "disorder"),
        ("why.topics[0].nature", "change in re", "recording"),
    ],
)
async def test_letters_lead_to_the_choice_that_begins_with_them(
    tmp_path: Path, path: str, typed: str, value: str, *, opened: bool
) -> None:
    """They did nothing, and Enter chose that nothing was chosen."""
    async with wizard(draft_at(tmp_path / "d.sa.json", levels__topics=[{"name": "Robbery"}]), path) as (app, pilot):
        if opened:
            await press(pilot, "enter")
        await letters(pilot, typed)
        await press(pilot, "enter")
        assert chosen(app, path) == value
        assert isinstance(focused(app), Select), "and the next Tab goes on from there"


async def test_letters_that_begin_no_choice_change_nothing(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "about.nation") as (app, pilot):
        await letters(pilot, "zz")
        await press(pilot, "escape")
        assert chosen(app, "about.nation") == "england"
        assert isinstance(focused(app), Select), "Esc shuts the list and stays at the question"
        await press(pilot, "space", "down", "enter")
        assert chosen(app, "about.nation") == "wales", "the space bar opens the list, and arrows move in it"


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 30), (160, 50)])
@pytest.mark.parametrize("path", ["about.nation", "levels.topics[0].strand", ""])
async def test_nothing_stands_beside_the_choices_and_a_line_ends_them(
    tmp_path: Path, path: str, size: tuple[int, int]
) -> None:
    """The list was as wide as the answer: letters of the guidance before it ran into the choices (“rWales”)."""
    draft = draft_at(tmp_path / "d.sa.json", levels__topics=[{"name": "Robbery"}]) if path else None
    async with wizard(draft, path, size) as (app, pilot):
        if draft is None:
            await press(pilot, "n", "tab")
        await press(pilot, "enter")
        for wide in (size, (size[0] - 7, size[1])):
            if wide != size and wide[0] > 60:
                await pilot.resize_terminal(*wide)
                await settle(pilot)
            offered = focused(app)
            assert isinstance(offered, Offered)
            form = next(iter(app.screen.query(Form))).region
            rows = screen_text(app).splitlines()[offered.region.y : offered.region.bottom]
            shown = [row[form.x : form.right].strip() for row in rows]
            assert shown[:-1] == [str(option.prompt) for option in offered.options]
            assert set(shown[-1]) == {"─"}


async def test_a_new_draft_takes_its_nation_by_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with wizard() as (app, pilot):
        await press(pilot, "n")
        await write(pilot, "Gwent")
        await press(pilot, "tab")
        await letters(pilot, "wales")
        await press(pilot, "enter")
        assert isinstance(app.screen, SetupScreen)
        assert app.screen.new.session.get("about.nation") == "wales"

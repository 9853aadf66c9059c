"""Starting a draft: three steps that lose nothing, ask only what is needed, and never replace a file."""

import os
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Button, Input

from sa_wizard.draft import recent
from sa_wizard.draft.draft import start
from sa_wizard.draft.session import Session
from sa_wizard.outline.load import find
from sa_wizard.settings.manner import Manner, Start
from sa_wizard.sitting import stages
from sa_wizard.sitting.desk import Desk
from sa_wizard.sitting.stages import FILE, FOLDER, STAGES
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.screens.choose import Confirm
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.home import HomeScreen
from sa_wizard.tui.screens.setup import SetupScreen
from tests.tui.driving import draft_at, on_disk, press, screen_text, session_of, settle, wizard, write

NAME = "Safer Northbridge"
STEM = "safer-northbridge-2024-25.sa.json"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the person is in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def setup(app: WizardApp) -> SetupScreen:
    """The screen, which must be the setup."""
    assert isinstance(app.screen, SetupScreen)
    return app.screen


def line(app: WizardApp, path: str) -> Input:
    """The line a question is answered in."""
    box = setup(app).form.box(path)
    assert box is not None
    return box.query_one(Input)


async def who(pilot: Pilot[int]) -> None:
    """Answer the first step by keyboard: name, England, two-tier."""
    await press(pilot, "n")
    await write(pilot, NAME)
    await press(pilot, "tab", "enter", "down", "enter", "tab", "enter", "down", "enter")


async def when(pilot: Pilot[int], first: str = "2024-10", last: str = "2025-09") -> None:
    """Go to the second step and type the period."""
    await press(pilot, "f7")
    await write(pilot, first)
    await press(pilot, "tab")
    await write(pilot, last)


async def to_the_last_step(app: WizardApp, pilot: Pilot[int]) -> None:
    """Be at the third step, with the first two answered as if typed."""
    await press(pilot, "n")
    screen = setup(app)
    for answers in (
        {"partnership": NAME, "nation": "england", "area_type": "two-tier"},
        {"period": {"start": "2024-10", "end": "2025-09"}, "first": "no"},
    ):
        for name, value in answers.items():
            screen.new.session.set(f"about.{name}", value)
        screen.form.show(screen.new.session.asked)
        await press(pilot, "f7")
    assert screen.new.step == 2


async def test_a_draft_is_started_by_keyboard_with_what_the_screen_says(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await who(pilot)
        await when(pilot)
        await press(pilot, "f7", "f7")
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)
        assert session_of(app).path == folder / STEM
    path = folder / STEM
    assert on_disk(path, "about.partnership") == NAME
    assert on_disk(path, "about.nation") == "england"
    assert on_disk(path, "about.area_type") == "two-tier"
    assert on_disk(path, "about.period") == {"start": "2024-10", "end": "2025-09"}
    assert [visit.path for visit in recent.visits()] == [path]
    assert path.stat().st_mode & 0o777 == 0o600


async def test_months_are_taken_as_people_write_them(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await who(pilot)
        await when(pilot, "Apr 2025", "03/2026")
        assert setup(app).new.session.get("about.period") == {"start": "2025-04", "end": "03/2026"}
        await press(pilot, "tab")
        assert setup(app).new.session.get("about.period") == {"start": "2025-04", "end": "2026-03"}
        assert "✗" not in screen_text(app)


async def test_a_whole_period_written_at_its_first_month_fills_both(folder: Path) -> None:
    """What the line mode and the command line take is understood here as well."""
    async with wizard() as (app, pilot):
        await who(pilot)
        await when(pilot, "April 2025 to 03/2026", "")
        await press(pilot, "tab")
        assert setup(app).new.session.get("about.period") == {"start": "2025-04", "end": "2026-03"}
        assert "✗" not in screen_text(app)


async def test_the_steps_by_mouse(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await to_the_last_step(app, pilot)
        await pilot.click("#back")
        await settle(pilot)
        assert setup(app).new.step == 1
        await pilot.click("#next")
        await settle(pilot)
        assert setup(app).new.step == 2
        while setup(app).query_one("#next").has_class("-active"):  # one that is still pressed takes no click
            await pilot.pause()
        await pilot.click("#next")
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)


async def test_the_last_letter_is_kept_however_soon_the_next_key_comes(folder: Path) -> None:
    """Over a slow line keys arrive in bursts: a step must not overtake the letters before it."""
    async with wizard() as (app, pilot):
        await press(pilot, "n")
        for key in ("A", "b", "c", "f7"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settle(pilot)
        assert setup(app).new.session.get("about.partnership") == "Abc"


async def test_the_new_draft_is_locked_while_it_is_open(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await to_the_last_step(app, pilot)
        await press(pilot, "f7")
        await settle(pilot)
        assert (folder / f".{STEM}.lock").exists()
    assert not (folder / f".{STEM}.lock").exists()


async def test_going_back_loses_nothing(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await who(pilot)
        await when(pilot)
        await press(pilot, "f6")
        assert line(app, "about.partnership").value == NAME
        await press(pilot, "f7")
        box = setup(app).form.box("about.period")
        assert box is not None
        assert [each.value for each in box.query(Input)] == ["2024-10", "2025-09"]


async def test_only_england_is_asked_for_its_kind_of_area(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await press(pilot, "n", "tab", "enter", "down", "down", "enter")
        assert setup(app).new.session.get("about.nation") == "wales"
        assert setup(app).form.box("about.area_type") is None
        await press(pilot, "enter", "up", "enter")
        assert setup(app).form.box("about.area_type") is not None


async def test_the_first_assessment_is_asked_for_its_reason_instead(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await to_the_last_step(app, pilot)
        await press(pilot, "f6")
        assert setup(app).form.box("about.previous_title") is not None
        await press(pilot, "tab", "tab", "enter", "down", "enter")
        assert setup(app).new.session.get("about.first") == "yes"
        assert setup(app).form.box("about.previous_title") is None
        assert setup(app).form.box("about.first_reason") is not None


async def test_the_first_step_needs_a_name_and_a_nation(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await press(pilot, "n", "f7")
        assert setup(app).new.step == 0
        assert "The partnership needs a name" in screen_text(app)
        await write(pilot, NAME)
        assert "The partnership needs a name" not in screen_text(app)


async def test_a_backwards_period_is_said_beside_it_and_stops_the_step(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await who(pilot)
        await when(pilot, "2025-09", "2024-10")
        assert "runs backwards" not in screen_text(app), "nothing is found fault with while it is typed"
        await press(pilot, "tab")
        assert "runs backwards" in screen_text(app)
        await press(pilot, "f7")
        assert setup(app).new.step == 1


async def test_escape_asks_only_when_something_was_typed(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await press(pilot, "n", "escape")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "n", "x", "escape")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "escape")
        assert line(app, "about.partnership").value == "x"
        await press(pilot, "escape", "tab", "enter")
        assert isinstance(app.screen, HomeScreen)
    assert list(folder.iterdir()) == []


async def test_quitting_asks_too(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await press(pilot, "n", "x", "ctrl+q")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "enter")
        assert isinstance(app.screen, SetupScreen)
        await press(pilot, "ctrl+q", "tab", "enter")
        assert app.return_value == 0


async def test_escape_closes_an_open_list_first(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await press(pilot, "n", "x", "tab", "enter", "escape")
        assert isinstance(app.screen, SetupScreen)


async def test_an_existing_file_is_never_replaced_and_a_free_name_is_offered(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await to_the_last_step(app, pilot)
        assert line(app, FILE).value == STEM
        (folder / STEM).write_text("precious", encoding="utf-8")
        setup(app).new.file = STEM
        await press(pilot, "f7")
        assert isinstance(app.screen, SetupScreen)
        assert f"{STEM} is there already" in screen_text(app)
        free = "safer-northbridge-2024-25-2.sa.json"
        assert line(app, FILE).value == free
        await press(pilot, "f7")
        await settle(pilot)
        assert session_of(app).path == folder / free
    assert (folder / STEM).read_text(encoding="utf-8") == "precious"


async def test_the_suggestion_is_free_from_the_start(folder: Path) -> None:
    draft_at(folder / STEM)
    async with wizard() as (app, pilot):
        await to_the_last_step(app, pilot)
        assert line(app, FILE).value == "safer-northbridge-2024-25-2.sa.json"


async def test_a_folder_that_is_not_there_is_said_beside_it(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await to_the_last_step(app, pilot)
        line(app, FOLDER).value = "nowhere"
        await press(pilot, "f7")
        assert isinstance(app.screen, SetupScreen)
        assert "There is no folder" in screen_text(app)
        line(app, FOLDER).value = "."
        await press(pilot, "f7")
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="no folder refuses this user")
async def test_a_folder_that_refuses_is_said_and_leaves_nothing_behind(folder: Path) -> None:
    (folder / "closed").mkdir(mode=0o500)
    async with wizard() as (app, pilot):
        await to_the_last_step(app, pilot)
        line(app, FOLDER).value = "closed"
        await press(pilot, "f7")
        assert "cannot write" in screen_text(app)


async def test_hostile_text_breaks_no_screen_and_no_file(folder: Path) -> None:
    hostile = "[/ {{ x }} <ward name> [a[0]] --- ../../etc"
    async with wizard() as (app, pilot):
        await press(pilot, "n")
        line(app, "about.partnership").value = hostile
        await press(pilot, "tab", "enter", "down", "enter")
        await when(pilot)
        await press(pilot, "f7", "f7")
        await settle(pilot)
        path = session_of(app).path
        assert path.parent == folder
        assert path.name == "x-ward-name-a-0-etc-2024-25.sa.json"
    assert on_disk(path, "about.partnership") == hostile


async def test_guidance_and_help_are_those_of_the_field_in_focus(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await press(pilot, "n")
        assert "terms of reference" in " ".join(screen_text(app).split())
        await press(pilot, "f1")
        shown = " ".join(screen_text(app).split())
        assert "Name of the partnership" in shown
        await press(pilot, "escape")
        assert isinstance(app.screen, SetupScreen)


async def test_the_last_button_says_what_it_does(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await to_the_last_step(app, pilot)
        assert str(app.screen.query_one("#next", Button).label) == "Create the draft"
        assert "Create the draft" in screen_text(app)


def session(**answers: object) -> Session:
    """A draft in memory."""
    outline = find("partnership")
    made = Session(Path(), outline, start(outline))
    for name, value in answers.items():
        made.set(f"about.{name}", value)
    return made


def test_every_question_of_the_stages_is_in_the_shipped_outline() -> None:
    outline = find("partnership")
    for stage in STAGES:
        for name in stage.fields:
            assert outline.find(f"about.{name}"), name


def test_a_previous_period_must_come_before() -> None:
    period = {"start": "2024-10", "end": "2025-09"}
    made = session(first="no", period=period, previous_period=period, nation="england")
    assert list(stages.faults(STAGES[1], made.asked)) == ["about.previous_period"]


def test_only_answers_that_apply_begin_a_draft() -> None:
    """Wales has no area type: one chosen before the nation was changed must not stop the draft."""
    made = session(partnership="X", nation="wales", area_type="two-tier")
    assert "about.area_type" not in stages.answers(made.asked)


@pytest.mark.parametrize(
    ("partnership", "stem"),
    [("Safer Northbridge", "safer-northbridge"), ("Diogelwch Cymru ŵŷ", "diogelwch-cymru-wy"), ("///", "assessment")],
)
def test_suggested_names_are_plain(partnership: str, stem: str) -> None:
    assert stages.suggested_stem(session(partnership=partnership).asked) == stem


@pytest.mark.parametrize(
    ("typed", "name"), [("a", "a.sa.json"), ("a.sa.json", "a.sa.json"), ("a.json", "a.sa.json"), ("  ", ""), ("\0", "")]
)
def test_a_name_gets_the_ending_of_drafts(typed: str, name: str) -> None:
    assert stages.named(typed) == name


def test_a_name_with_a_folder_in_it_is_refused(tmp_path: Path) -> None:
    assert list(stages.place_faults("a/b.sa.json", tmp_path)) == [FILE]
    assert list(stages.place_faults("", tmp_path)) == [FILE]
    assert list(stages.place_faults("b.sa.json", tmp_path / "no")) == [FOLDER]
    assert stages.place_faults("b.sa.json", tmp_path) == {}


async def test_what_is_marked_needed_is_exactly_what_the_draft_cannot_be_begun_without(folder: Path) -> None:
    """Five more were marked, of which the help on the same screen said that they can wait."""
    marked = []
    async with wizard(size=(100, 40)) as (app, pilot):
        await press(pilot, "n")
        for _ in STAGES:
            marked += [
                box.question.path
                for box in setup(app).form.boxes()
                if box.render_line(0).text.rstrip().endswith("needed")
            ]
            if setup(app).stage is STAGES[0]:
                await write(pilot, NAME)
                await press(pilot, "tab", "enter", "down", "enter")
            if setup(app).stage is STAGES[1]:
                await write(pilot, "2024-10")
                await press(pilot, "tab")
                await write(pilot, "2025-09")
            await press(pilot, "f7")
        assert marked == ["about.partnership", "about.nation", "about.period"]
        assert isinstance(app.screen, EditScreen)
        assert on_disk(folder / STEM, "about.partnership") == NAME
        app.go("about.area_type")
        await settle(pilot)
        assert "Kind of area  needed" in screen_text(app)


async def test_the_line_of_keys_says_when_the_next_step_creates_the_draft(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await who(pilot)
        await when(pilot)
        assert "F7 Next" in screen_text(app)
        await press(pilot, "f7")
        assert "F7 Create" in screen_text(app).splitlines()[-1]
        await press(pilot, "f6")
        assert "F7 Next" in screen_text(app).splitlines()[-1]


@pytest.mark.parametrize("size", [(80, 24), (60, 18), (160, 50)])
@pytest.mark.parametrize("theme", ["dark", "ansi16", "mono"])
async def test_the_buttons_are_whole_on_every_step(folder: Path, size: tuple[int, int], theme: str) -> None:
    """In sixteen colours the one that leads back from the first step was the upper edge of a box."""
    app = WizardApp(Desk(), "", Start(Manner(theme=theme, coloured=theme != "mono")))  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await who(pilot)
        for step in range(3):
            if step:
                await press(pilot, "f7") if step == 2 else await when(pilot)
            assert setup(app).new.step == step
            assert screen_text(app).splitlines()[-2].split()[:2] == ["Back", "Next" if step < 2 else "Create"]

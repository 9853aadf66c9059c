"""The first screen comes before the rules that judge it, can be typed in without them, and is judged when they come."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sa_wizard.draft.asked import Asked
from sa_wizard.review.findings import Review
from sa_wizard.review.judge import judge
from sa_wizard.sitting.desk import Desk
from sa_wizard.tui import rules
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.home import HomeScreen
from sa_wizard.tui.widgets.form import Form
from tests.tui.driving import draft_at, press, screen_text, session_of, settle, wizard, write

SIZES = ((60, 18), (80, 24), (100, 30), (160, 50))


def test_the_screens_load_no_rules() -> None:
    """They take as long to load as half of all the rest; a first screen that waits for them is a late one."""
    program = (
        "import sys, sa_wizard.cli.opening, sa_wizard.tui.app, sa_wizard.tui.rules as rules\n"
        "assert not rules.loaded()\n"
        "print(any(name.startswith('sa_wizard.review.rules') for name in sys.modules))\n"
        "import sa_wizard.review.judge\n"
        "assert rules.loaded()"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.split() == ["False"]


def test_a_draft_is_there_to_be_written_without_pydantic_click_or_toml(tmp_path: Path) -> None:
    """An outline that was found sound before needs none of them, and together they take a fifth of the first screen."""
    program = (
        "import pathlib, sys, sa_wizard.cli.opening, sa_wizard.tui.app\n"
        "from sa_wizard.sitting.desk import Desk\n"
        "Desk().open(pathlib.Path(sys.argv[1]))\n"
        "print(*sorted({'pydantic', 'click', 'tomllib'} & sys.modules.keys()), sep=',')"
    )
    draft, root = draft_at(tmp_path / "d.sa.json"), Path(__file__).parents[2]
    loaded = [
        subprocess.run([sys.executable, "-c", program, draft], capture_output=True, text=True, check=True, cwd=root)
        for _ in range(2)
    ]
    assert loaded[1].stdout.strip() == ""


async def test_what_is_typed_before_the_rules_are_there_is_kept_and_judged_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[bool] = []
    waiting: list[Callable[[], object]] = []
    monkeypatch.setattr(rules, "loaded", lambda: bool(there))
    monkeypatch.setattr(rules, "load", waiting.append)
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        edit = app.screen
        assert isinstance(edit, EditScreen)
        await write(pilot, "Robbery rose.")
        assert session_of(app).draft.text("why.overall") == "Robbery rose."
        assert edit.review is None
        assert "Robbery rose." in screen_text(app)
        assert len(waiting) == 1
        there.append(True)
        waiting[0]()
        await settle(pilot)
        assert edit.review is not None
        assert "to do" in screen_text(app)


async def test_a_fault_in_the_rules_is_met_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong in the thread that loads them would otherwise never be heard of."""
    monkeypatch.setattr(rules, "_RULES", "sa_wizard.review.nosuch")
    with pytest.raises(ModuleNotFoundError):
        await _until_it_ends(draft_at(tmp_path / "d.sa.json"))


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_screen_is_dressed_for_the_size_of_the_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    """Its classes are set before it is shown, and are those that Textual finds when it asks for the size."""
    async with wizard(draft_at(tmp_path / "d.sa.json"), size=size) as (app, pilot):
        edit = app.screen
        first = edit.classes
        await pilot.resize_terminal(size[0] + 60, size[1] + 20)
        await pilot.resize_terminal(*size)
        await settle(pilot)
        assert edit.classes == first
        assert edit.query_one(Form).size.width > 0


async def _until_it_ends(draft: Path) -> None:
    async with wizard(draft) as (app, pilot):
        while app.is_running:
            await pilot.pause()


async def test_the_question_one_writes_in_comes_first_and_the_others_of_the_section_after_it(tmp_path: Path) -> None:
    desk = Desk()
    desk.open(draft_at(tmp_path / "d.sa.json"))
    app = WizardApp(desk, "about.period")
    paths: list[list[str]] = []
    complete = EditScreen.complete

    async def noted(edit: EditScreen) -> None:
        paths.append([box.question.path for box in edit.form.boxes()])
        await complete(edit)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(EditScreen, "complete", noted)
        async with app.run_test() as pilot:
            await settle(pilot)
            edit = app.screen
            assert isinstance(edit, EditScreen)
            asked = [question.path for question in edit.questions()]
            assert [box.question.path for box in edit.form.boxes()] == asked
            assert paths == [asked[: asked.index("about.period") + 1]]
            assert edit.place == "about.period"
            labels = [box.render_line(0).text for box in edit.form.boxes()]
            assert all(label.strip()[0] in "○◐●✗" for label in labels), labels


async def test_a_draft_and_an_entry_are_judged_once_when_they_are_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each was judged twice: Textual calls what a screen does when it is mounted for every class it is made of."""
    judged: list[Asked] = []

    def noted(asked: Asked) -> Review:
        judged.append(asked)
        return judge(asked)

    monkeypatch.setattr("sa_wizard.review.judge.judge", noted)
    path = draft_at(tmp_path / "d.sa.json", levels__topics=[{"id": "t1", "name": "Robbery"}])
    async with wizard(path, "levels.topics") as (app, pilot):
        assert len(judged) == 1
        app.open_entry("levels.topics[0]")
        await settle(pilot)
        assert len(judged) == 2


@pytest.mark.parametrize("above", ["f5", "f1"])
async def test_a_window_that_changes_just_before_the_draft_is_closed_ends_nothing(tmp_path: Path, above: str) -> None:
    """What was to be fitted to the new size was asked for on a screen that had gone, and the program ended."""
    for _ in range(3):
        async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall", size=(100, 30)) as (app, pilot):
            await press(pilot, above)
            await pilot.resize_terminal(120, 50)
            await pilot.press("ctrl+o")
            await settle(pilot)
            assert isinstance(app.screen, HomeScreen)

"""The preview: one section as the document will have it, safe to look at whatever was typed."""

import threading
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Markdown, Static

from sa_wizard.document import render
from sa_wizard.errors import UsageProblem
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.explain import ExplainScreen
from sa_wizard.tui.screens.preview import PreviewScreen
from sa_wizard.tui.widgets.reading import Drawing
from tests.tui.driving import draft_at, press, screen_text, settle, wizard

HOSTILE = "[/ risk [a[0]] [red]x[/red] {{ x }} <ward name> ~~no~~ :::"
PARISHES = [
    {"name": f"Parish {number}", "kind": "parish", "measure": "all crime", "count": 7 * number, "share": "2.30%"}
    for number in range(100)
]


async def preview(app: WizardApp, pilot: Pilot[int]) -> str:
    """Press F4 and wait for the text; returns what the screen shows."""
    await press(pilot, "f4")
    await ready(app, pilot)
    return screen_text(app)


async def ready(app: WizardApp, pilot: Pilot[int]) -> None:
    """Wait until the preview has shown its text."""
    await app.workers.wait_for_complete()
    await settle(pilot)


async def test_it_shows_the_heading_and_the_words_of_the_section(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="Reporting rose.\n\n- first\n- second")
    async with wizard(path, "why.overall") as (app, pilot):
        shown = await preview(app, pilot)
        assert isinstance(app.screen, PreviewScreen)
        for words in ("7 Why it has changed", "Reporting rose.", "• first", "7 of 17"):
            assert words in shown


async def test_what_was_typed_a_moment_ago_is_in_it(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, "why.overall") as (app, pilot):
        await press(pilot, "N", "o", "w")
        assert "Now" in await preview(app, pilot)


async def test_hostile_text_is_shown_as_typed(tmp_path: Path) -> None:
    topic = {"name": HOSTILE, "strand": "crime", "count": 3, "measure": HOSTILE}
    path = draft_at(tmp_path / "d.sa.json", why__overall=HOSTILE, levels__topics=[topic])
    async with wizard(path, "why.overall", size=(160, 50)) as (app, pilot):
        assert HOSTILE in await preview(app, pilot)
        await press(pilot, "f6", "f6")
        await ready(app, pilot)
        assert "5 Levels and patterns" in screen_text(app)
        await pilot.hover("Drawing", offset=(3, 3))  # Textual's own table makes tooltips that are read as markup
        await settle(pilot)
        assert "[/ risk [a[0]]" in screen_text(app)


async def test_f6_and_f7_turn_to_the_neighbours_and_stop_at_the_ends(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "introduction.purpose") as (app, pilot):
        await preview(app, pilot)
        await press(pilot, "f7")
        await ready(app, pilot)
        assert "3 The area and its people" in screen_text(app)
        for _ in range(5):
            await press(pilot, "f6")
        await ready(app, pilot)
        assert isinstance(app.screen, PreviewScreen)
        assert app.screen.section_id == "about"


async def test_turning_pages_fast_shows_the_last_one_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow section must not appear over the one the person went on to."""
    first, released = threading.Event(), threading.Event()
    real = render.section

    def slow(outline: object, draft: object, name: str) -> str:
        if name == "introduction":
            first.set()
            released.wait(10)
        return real(outline, draft, name)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(render, "section", slow)
    async with wizard(draft_at(tmp_path / "d.sa.json"), "introduction.purpose") as (app, pilot):
        await press(pilot, "f4")
        assert "Preparing the preview" in screen_text(app)
        await press(pilot, "f7")
        released.set()
        await ready(app, pilot)
        assert first.is_set()
        assert "3 The area and its people" in screen_text(app)
        assert "2 Introduction" not in screen_text(app)


@pytest.mark.parametrize("key", ["e", "enter"])
async def test_e_and_enter_go_to_the_section_shown(tmp_path: Path, key: str) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "introduction.purpose") as (app, pilot):
        await preview(app, pilot)
        await press(pilot, "f7")
        await ready(app, pilot)
        await press(pilot, key)
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)
        assert app.screen.section_id == "area"


async def test_escape_goes_back_to_where_the_person_was(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        await preview(app, pilot)
        await press(pilot, "f7")
        await ready(app, pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, EditScreen)
        assert app.screen.section_id == "why"


async def test_a_hundred_places_are_one_widget_with_figures_at_the_right(tmp_path: Path) -> None:
    """A widget for every cell froze the screen for seconds."""
    path = draft_at(tmp_path / "d.sa.json", places__places=PARISHES)
    async with wizard(path, "places.places") as (app, pilot):
        shown = await preview(app, pilot)
        assert len(app.screen.query(Drawing)) >= 1
        assert len(app.screen.query("*")) < 60
        lines = shown.splitlines()
        few, many = (next(line for line in lines if f" {name} " in line) for name in ("Parish 1", "Parish 2"))
        assert few.index(" 7 ") == many.index("14 ")
        await press(pilot, "pagedown")
        assert "Parish 2" in screen_text(app)


async def test_links_open_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(WizardApp, "open_url", lambda _self, url, **_: opened.append(url))
    path = draft_at(tmp_path / "d.sa.json", why__overall="[a link](https://example.org)")
    async with wizard(path, "why.overall") as (app, pilot):
        assert "a link" in await preview(app, pilot)
        for text in app.screen.query(Markdown):
            text.post_message(Markdown.LinkClicked(text, "https://example.org"))
        await settle(pilot)
        assert opened == []


async def test_an_expected_failure_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise UsageProblem("This section cannot be shown.", "Try another.")

    monkeypatch.setattr(render, "section", refuse)
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        assert "This section cannot be shown. Try another." in await preview(app, pilot)


async def test_a_fault_in_the_program_ends_the_preview_and_not_the_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_folders: Path
) -> None:
    def fail(*_: object) -> str:
        raise ValueError(HOSTILE)

    monkeypatch.setattr(render, "section", fail)
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        await press(pilot, "f4")
        await settle(pilot)
        assert isinstance(app.screen, PreviewScreen)
        said = str(app.screen.query_one("#waiting", Static).content)
        assert "fault in the program" in said
        assert HOSTILE not in said
        await press(pilot, "escape")
        assert isinstance(app.screen, EditScreen)
    assert HOSTILE not in (own_folders / "state" / "faults.log").read_text(encoding="utf-8")


async def test_f1_says_what_the_screen_is_for(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        await preview(app, pilot)
        await press(pilot, "f1")
        assert isinstance(app.screen, ExplainScreen)
        assert "How this section will read" in screen_text(app)

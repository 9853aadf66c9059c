"""The export screen: a real document, said where; nothing replaced unasked; stopped or failed, it says so and stays."""

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input, Select, Static
from textual.worker import WorkerFailed

from sa_wizard.document import house, publish
from sa_wizard.document.export import ExportResult
from sa_wizard.document.house import House
from sa_wizard.errors import ExportCancelled, ExportError
from sa_wizard.review.findings import Review
from sa_wizard.tui import target
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.glyphs import ASCII, UNICODE
from sa_wizard.tui.screens.choose import Confirm
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.explain import ExplainScreen
from sa_wizard.tui.screens.export import ExportScreen
from tests.tui.driving import draft_at, focused, on_disk, press, screen_text, settle, wizard

Fake = Callable[..., ExportResult]


def export_screen(app: WizardApp) -> ExportScreen:
    """The screen, which must be the export."""
    assert isinstance(app.screen, ExportScreen)
    return app.screen


def said(app: WizardApp) -> str:
    """What came of it."""
    return " ".join(str(export_screen(app).query_one("#outcome", Static).content).split())


async def finished(app: WizardApp, pilot: Pilot[int]) -> None:
    """Wait for the export to end, however it ends."""
    with suppress(WorkerFailed):
        await app.workers.wait_for_complete()
    await settle(pilot)


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch) -> Callable[[Fake], None]:
    """Put something in place of the real export."""
    return lambda fake: monkeypatch.setattr(publish, "publish", fake)


async def test_f5_twice_makes_a_word_file_beside_the_draft(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "northbridge.sa.json", why__overall="Reporting rose.")
    async with wizard(path, "why.overall") as (app, pilot):
        await press(pilot, "f5")
        assert "northbridge.docx" in screen_text(app)
        await press(pilot, "f5")
        await finished(app, pilot)
        assert "Written:" in said(app)
        assert "a DRAFT, with" in said(app)
        assert "KB" in said(app)
        assert (tmp_path / "northbridge.docx").read_bytes()[:2] == b"PK"
        await press(pilot, "escape")
        assert isinstance(app.screen, EditScreen)


async def test_the_draft_is_saved_before_it_is_exported(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, "why.overall") as (_, pilot):
        await press(pilot, "x", "f5")
        assert on_disk(path, "why.overall") == "x"


async def test_by_mouse_and_as_markdown_without_pandoc(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="Reporting rose.")
    async with wizard(path, "why.overall") as (app, pilot):
        await press(pilot, "f5")
        export_screen(app).query_one("#format", Select).value = "md"
        await settle(pilot)
        assert export_screen(app).query_one("#file", Input).value.endswith("d.md")
        assert not export_screen(app).query_one("#styles").display
        await pilot.click("#run")
        await finished(app, pilot)
        assert "Reporting rose." in (tmp_path / "d.md").read_text(encoding="utf-8")
        await pilot.click("#back")
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)


async def test_an_existing_file_is_replaced_only_when_the_person_says_so(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    (tmp_path / "d.docx").write_text("precious", encoding="utf-8")
    async with wizard(path) as (app, pilot):
        await press(pilot, "f5", "f5")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "enter")
        assert (tmp_path / "d.docx").read_text(encoding="utf-8") == "precious"
        await press(pilot, "f5", "tab", "enter")
        await finished(app, pilot)
        assert "Written:" in said(app)
    assert (tmp_path / "d.docx").read_bytes()[:2] == b"PK"


SIZES = [(60, 18), (80, 24)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_part_is_chosen_by_keys_and_its_file_named_for_it(tmp_path: Path, size: tuple[int, int]) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="Reporting rose.", equality__affected="Older people.")
    async with wizard(path, "why.overall", size=size) as (app, pilot):
        await press(pilot, "f5")
        export_screen(app).query_one("#part").focus()
        await press(pilot, "enter", "down", "enter")
        assert export_screen(app).part == "board"
        assert export_screen(app).query_one("#file", Input).value == "d-board.docx"
        export_screen(app).query_one("#part", Select).value = "why"
        export_screen(app).query_one("#format", Select).value = "md"
        await settle(pilot)
        assert export_screen(app).query_one("#file", Input).value == "d-why.md"
        await press(pilot, "f5")
        await finished(app, pilot)
        assert "Written:" in said(app)
    text = (tmp_path / "d-why.md").read_text(encoding="utf-8")
    assert "Reporting rose." in text
    assert "Older people." not in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("part", "told"), [("form", "holds no answer"), ("check", "not the assessment")])
async def test_a_form_and_a_report_say_what_they_are(
    tmp_path: Path, size: tuple[int, int], part: str, told: str
) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="Reporting rose.")
    async with wizard(path, size=size) as (app, pilot):
        await press(pilot, "f5")
        assert "a DRAFT" in screen_text(app)
        export_screen(app).query_one("#part", Select).value = part
        export_screen(app).query_one("#format", Select).value = "md"
        await settle(pilot)
        assert told in " ".join(screen_text(app).split())
        await press(pilot, "f5")
        await finished(app, pilot)
        assert "Written:" in said(app)
        assert "It says it is" not in said(app)
    assert (tmp_path / f"d-{part}.md").exists()


async def test_every_part_is_offered_that_the_command_line_makes(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path) as (app, pilot):
        await press(pilot, "f5")
        asked = export_screen(app).session.asked
        offered = dict(target.offered_parts(asked))
        assert list(offered) == ["", "board", "form", "check", *(section.id for section in asked.sections)]
        assert offered["board"] == "Summary for the board"
        assert offered["why"].startswith(f"{asked.numbers['why']} ")


async def test_the_pattern_of_the_partnership_names_the_file_and_what_is_typed_stays(tmp_path: Path) -> None:
    house.keep("Safer Northbridge", House(file_name="{partnership} {period} {status}"))
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path) as (app, pilot):
        await press(pilot, "f5")
        line = export_screen(app).query_one("#file", Input)
        assert line.value == "Safer Northbridge October 2024 to September 2025 draft.docx"
        export_screen(app).query_one("#part", Select).value = "board"
        await settle(pilot)
        assert line.value == "Safer Northbridge October 2024 to September 2025 draft-board.docx"
        line.value = "mine.docx"
        export_screen(app).query_one("#part", Select).value = "check"
        export_screen(app).query_one("#format", Select).value = "odt"
        await settle(pilot)
        assert line.value == "mine.odt"


async def test_settings_that_cannot_be_read_are_said_and_the_draft_gives_its_name(tmp_path: Path) -> None:
    house.settings_file().parent.mkdir(parents=True, exist_ok=True)
    house.settings_file().write_text("x = [", encoding="utf-8")
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "f5")
        assert "cannot be read" in said(app)
        assert export_screen(app).query_one("#file", Input).value == "d.docx"


async def test_progress_is_said_in_words_and_it_can_be_stopped(tmp_path: Path, instead: Callable[[Fake], None]) -> None:
    begun, stopped = threading.Event(), threading.Event()

    def endless(*_: object, **given: Any) -> ExportResult:  # noqa: ANN401 - callables of two kinds
        report, cancelled = given["report"], given["cancelled"]
        report("Converting", 0.4)
        begun.set()
        while not cancelled():
            stopped.wait(0.01)
        raise ExportCancelled("The export was stopped.", "No file was changed.")

    instead(endless)
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "f5", "f5")
        begun.wait(10)
        await settle(pilot)
        screen = export_screen(app)
        assert "40%  Converting" in screen_text(app)
        assert screen.query_one("#file", Input).disabled
        assert str(screen.query_one("#back", Button).label) == "Stop"
        await press(pilot, "escape")
        await finished(app, pilot)
        assert said(app) == "The export was stopped. No file was changed."
        assert not screen.query_one("#file", Input).disabled
        assert str(screen.query_one("#back", Button).label) == "Back"


async def test_quitting_stops_it(tmp_path: Path, instead: Callable[[Fake], None]) -> None:
    """A thread that went on would keep the program alive after its screen is gone."""
    begun, ended = threading.Event(), threading.Event()

    def endless(*_: object, **given: Any) -> ExportResult:  # noqa: ANN401 - callables of two kinds
        begun.set()
        while not given["cancelled"]():
            ended.wait(0.01)
        ended.set()
        raise ExportCancelled("The export was stopped.")

    instead(endless)
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (_, pilot):
        await press(pilot, "f5", "f5")
        begun.wait(10)
        await press(pilot, "ctrl+q")
    assert ended.wait(10)


async def test_a_failure_is_a_sentence_and_the_screen_stays(tmp_path: Path, instead: Callable[[Fake], None]) -> None:
    def fail(*_: object, **__: object) -> ExportResult:
        raise ExportError("Pandoc was not found [/.", "Install it again.")

    instead(fail)
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "f5", "f5")
        await finished(app, pilot)
        assert "Pandoc was not found [/. Install it again." in said(app)
        assert not export_screen(app).running


async def test_a_fault_in_the_program_is_a_sentence_too(tmp_path: Path, instead: Callable[[Fake], None]) -> None:
    def fail(*_: object, **__: object) -> ExportResult:
        raise ValueError("what the person wrote")

    instead(fail)
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "f5", "f5")
        await finished(app, pilot)
        assert "fault in the program" in said(app)
        assert "what the person wrote" not in said(app)


async def test_pandocs_remarks_are_shown(tmp_path: Path, instead: Callable[[Fake], None]) -> None:
    def remark(_outline: object, _draft: object, path: Path, *_: object, **__: object) -> ExportResult:
        return ExportResult(path, 2_345_678, ("could not fetch [/ it",))

    instead(remark)
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "f5", "f5")
        await finished(app, pilot)
        assert "could not fetch [/ it" in said(app)
        assert "2.3 MB" in said(app)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("nowhere/x.docx", "There is no folder"),
        ("x.pdf", "would hold docx under the ending of pdf"),
        ("sub.docx", "is a folder"),
        ("  ", "needs a file name"),
    ],
)
async def test_what_cannot_be_written_is_said_before_anything_runs(tmp_path: Path, typed: str, words: str) -> None:
    (tmp_path / "sub.docx").mkdir()
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "f5")
        export_screen(app).query_one("#file", Input).value = typed
        await press(pilot, "f5")
        assert words in said(app)
        assert not export_screen(app).running
    assert sorted(each.name for each in tmp_path.iterdir()) == ["d.sa.json", "sub.docx"]


async def test_a_reference_document_that_is_not_there_is_said(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "f5")
        export_screen(app).query_one("#reference", Input).value = "ours.docx"
        await press(pilot, "f5")
        assert "There is no reference document" in said(app)


async def test_escape_closes_the_open_list_of_formats_first(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json")) as (app, pilot):
        await press(pilot, "f5")
        export_screen(app).query_one("#format").focus()
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, ExportScreen)
        await press(pilot, "f1")
        assert isinstance(app.screen, ExplainScreen)


@pytest.mark.parametrize(
    ("typed", "to", "becomes"),
    [
        ("a.docx", "pdf", "a.pdf"),
        ("version 0.4", "docx", "version 0.4.docx"),
        ("a.HTM", "html", "a.HTM"),
        ("~/x/a", "md", "~/x/a.md"),
    ],
)
def test_the_ending_follows_the_format_and_nothing_else_changes(typed: str, to: str, becomes: str) -> None:
    assert target.with_ending(typed, to) == becomes


def test_a_name_that_is_only_an_ending_is_none(tmp_path: Path) -> None:
    assert target.wrong(tmp_path / ".docx", None, tmp_path / "d.sa.json", "docx") == target.NO_NAME


def test_the_bar_needs_no_colour_and_no_unicode() -> None:
    assert target.bar("Converting", 0.5, UNICODE) == "█" * 15 + "░" * 15 + "   50%  Converting"
    assert target.bar("Done", 1.0, ASCII) == "#" * 30 + "  100%  Done"


def test_a_document_is_final_only_when_marked_so_and_complete() -> None:
    complete = Review(True, (), (), ())
    assert target.standing(complete, final=True) == "FINAL"
    assert "not marked final" in target.standing(complete, final=False)
    assert target.size(512) == "512 bytes"


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_the_export_begins_at_the_first_thing_to_decide_and_takes_letters(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """The focus was on the button below everything; the way up was not seen."""
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall", size=size) as (app, pilot):
        await press(pilot, "f5")
        screen = app.screen
        assert isinstance(screen, ExportScreen)
        assert focused(app).id == "format"
        assert "\n Format " in screen_text(app)
        await press(pilot, "tab", "tab", "tab", "tab", "shift+tab", "shift+tab", "shift+tab", "shift+tab")
        assert focused(app).id == "format"
        assert "\n Format " in screen_text(app)
        await press(pilot, "o")
        await press(pilot, "enter")
        assert screen.to == "odt"
        await press(pilot, "tab")
        await press(pilot, "7")
        await press(pilot, "enter")
        assert screen.part == "why"

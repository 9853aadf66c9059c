"""The first screen: everything on it can be reached by letter, by arrows and by mouse, and nothing is written over."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.widgets import Button, Input, OptionList, Static

from sa_wizard.draft import recent, store, versions
from sa_wizard.sitting.spelling import brief
from sa_wizard.tui.screens.choose import Confirm
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.explain import ExplainScreen
from sa_wizard.tui.screens.home import HomeScreen, when
from sa_wizard.tui.screens.path import AskPath, suggestions
from sa_wizard.tui.screens.setup import SetupScreen
from sa_wizard.tui.widths import cut_front
from tests.tui.driving import draft_at, press, screen_text, session_of, settle, wizard, write

HOSTILE = "[/ risk [a[0]] [red]{{ x }}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the person is in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_it_says_in_one_sentence_what_the_program_is(folder: Path) -> None:
    async with wizard() as (app, _):
        assert isinstance(app.screen, HomeScreen)
        shown = " ".join(screen_text(app).split())
        assert "Draft a community safety partnership's strategic assessment" in shown
        assert "hand the board a Word file." in shown


async def test_every_way_on_is_on_the_screen_with_its_key(folder: Path) -> None:
    async with wizard() as (app, _):
        shown = screen_text(app)
        for line in ("n  Start a new assessment", "o  Open a draft", "e  Look at the finished example", "q  Quit"):
            assert line in shown


async def test_n_starts_a_new_assessment(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await press(pilot, "n")
        assert isinstance(app.screen, SetupScreen)


async def test_a_click_does_what_the_letter_does(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await pilot.click("#acts", offset=(6, 0))
        await settle(pilot)
        assert isinstance(app.screen, SetupScreen)


async def test_q_quits(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await press(pilot, "q")
        assert app.return_value == 0


@pytest.mark.parametrize("asked", [False, True], ids=["recent", "open"])
async def test_a_damaged_draft_is_said_in_a_box_that_stays_and_is_brought_back_from_there(
    folder: Path, *, asked: bool
) -> None:
    path = draft_at(folder / "d.sa.json", why__overall="Kept.")
    versions.keep(path, path.read_bytes(), now=datetime.now(UTC))
    recent.remember(path, "The damaged one", "why.overall")
    half = path.read_bytes()[:-200]
    path.write_bytes(half)
    async with wizard() as (app, pilot):
        if asked:
            await press(pilot, "o")
            await write(pilot, str(path))
        await press(pilot, "enter")
        assert isinstance(app.screen, Confirm)
        assert "is damaged" in app.screen.question
        assert "sa-wizard restore" not in app.screen.question, "a button does it"
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        assert path.read_bytes() == half, "it is for the person to say"
        app.open_draft(path)
        await settle(pilot)
        shown = " ".join(screen_text(app).split())
        assert "Bring back the version of" in shown
        app.screen.query_one("#version", Button).press()
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)
        assert session_of(app).get("why.overall") == "Kept."
        await press(pilot, "ctrl+q")
    assert any(versions.read(each) == half for each in versions.listed(path)), "what was there is kept"


async def test_a_draft_that_is_gone_and_was_never_kept_is_said_in_a_box_with_one_button(folder: Path) -> None:
    recent.remember(draft_at(folder / "d.sa.json"), "Gone", "why.overall")
    (folder / "d.sa.json").unlink()
    async with wizard() as (app, pilot):
        app.open_draft(folder / "d.sa.json")
        await settle(pilot)
        assert isinstance(app.screen, Confirm)
        assert list(app.screen.answers.values()) == ["Back"]
        assert "There is no draft at" in app.screen.question


async def test_enter_goes_on_with_the_draft_opened_last(folder: Path) -> None:
    """Coming back next week takes one key."""
    for name in ("older", "newer"):
        recent.remember(draft_at(folder / f"{name}.sa.json"), f"The {name} one", "why.overall")
    async with wizard() as (app, pilot):
        await press(pilot, "enter")
        await settle(pilot)
        assert session_of(app).path == folder / "newer.sa.json"
        assert isinstance(app.screen, EditScreen)
        assert app.screen.section_id == "why"


async def test_a_number_opens_the_recent_draft_beside_it(folder: Path) -> None:
    for name in ("older", "newer"):
        recent.remember(draft_at(folder / f"{name}.sa.json"), f"The {name} one")
    async with wizard() as (app, pilot):
        assert "1  The newer one" in screen_text(app)
        await press(pilot, "2")
        assert session_of(app).path == folder / "older.sa.json"


async def test_titles_that_look_like_markup_break_nothing(folder: Path) -> None:
    recent.remember(draft_at(folder / "x.sa.json"), HOSTILE)
    async with wizard() as (app, pilot):
        assert HOSTILE in screen_text(app)
        await press(pilot, "ctrl+p")
        await settle(pilot)
        assert "Start a new assessment" in screen_text(app)


async def test_a_folder_whose_name_looks_like_markup_breaks_no_palette(folder: Path) -> None:
    """The palette's own help line reads markup: ``a[/b]`` in a path ended the program."""
    (folder / "a[" / "b]").mkdir(parents=True)
    recent.remember(draft_at(folder / "a[" / "b]" / "x.sa.json"), "Ours")
    async with wizard() as (app, pilot):
        await press(pilot, "ctrl+p")
        await write(pilot, "Ours")
        await press(pilot, "enter")
        assert isinstance(app.screen, EditScreen)


async def test_a_draft_that_cannot_be_opened_is_said_and_home_stays(folder: Path) -> None:
    path = draft_at(folder / "x.sa.json")
    recent.remember(path, "Damaged since")
    path.write_text('{"format": "sa-wiz', encoding="utf-8")
    async with wizard() as (app, pilot):
        await press(pilot, "1")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
        assert app.desk.session is None
    assert path.read_text(encoding="utf-8") == '{"format": "sa-wiz'


async def test_open_lists_the_drafts_of_this_folder_and_arrows_choose(folder: Path) -> None:
    draft_at(folder / "beta.sa.json")
    draft_at(folder / "alpha.sa.json")
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    async with wizard() as (app, pilot):
        await press(pilot, "o")
        shown = screen_text(app)
        assert "alpha.sa.json" in shown
        assert "notes.txt" not in shown
        await press(pilot, "down", "down", "enter")
        assert session_of(app).path.name == "beta.sa.json"


async def test_open_goes_into_folders_by_typing_and_tab(folder: Path) -> None:
    (folder / "work").mkdir()
    draft_at(folder / "work" / "mine.sa.json")
    async with wizard() as (app, pilot):
        await press(pilot, "o")
        await write(pilot, "wo")
        await press(pilot, "tab")
        assert app.screen.query_one(Input).value == "work/"
        await press(pilot, "tab", "enter")
        assert session_of(app).path == Path("work/mine.sa.json")


async def test_open_by_mouse(folder: Path) -> None:
    draft_at(folder / "mine.sa.json")
    async with wizard() as (app, pilot):
        await press(pilot, "o")
        await pilot.click("#suggestions", offset=(3, 0))
        await settle(pilot)
        assert session_of(app).path.name == "mine.sa.json"


@pytest.mark.parametrize("typed", ["nowhere.sa.json", "notes.txt", "~nobody-here/x.sa.json"])
async def test_what_is_no_draft_is_refused_where_it_was_typed(folder: Path, typed: str) -> None:
    (folder / "notes.txt").write_text("not a draft", encoding="utf-8")
    async with wizard() as (app, pilot):
        await press(pilot, "o")
        app.screen.query_one(Input).value = typed
        await press(pilot, "enter")
        assert isinstance(app.screen, AskPath)
        assert "draft" in str(app.screen.query_one("#refusal", Static).content)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "not a draft"


async def test_the_example_is_written_to_a_new_file_and_opened(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await press(pilot, "e", "enter")
        await settle(pilot)
        assert session_of(app).path == folder / "example.sa.json"
        assert isinstance(app.screen, EditScreen)
    assert store.load(folder / "example.sa.json")


async def test_the_example_never_replaces_a_file(folder: Path) -> None:
    (folder / "mine.sa.json").write_text("precious", encoding="utf-8")
    async with wizard() as (app, pilot):
        await press(pilot, "e")
        app.screen.query_one(Input).value = "mine.sa.json"
        await press(pilot, "enter")
        assert isinstance(app.screen, AskPath)
        assert "is there already" in str(app.screen.query_one("#refusal", Static).content)
    assert (folder / "mine.sa.json").read_text(encoding="utf-8") == "precious"


async def test_a_second_example_is_offered_a_free_name(folder: Path) -> None:
    (folder / "example.sa.json").write_text("precious", encoding="utf-8")
    async with wizard() as (app, pilot):
        await press(pilot, "e")
        assert app.screen.query_one(Input).value.endswith("example-2.sa.json")


async def test_f1_says_what_the_screen_is_for(folder: Path) -> None:
    async with wizard() as (app, pilot):
        await press(pilot, "f1")
        assert isinstance(app.screen, ExplainScreen)
        assert "Where you begin and come back to" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_the_list_survives_a_change_of_size(folder: Path) -> None:
    recent.remember(draft_at(folder / "x.sa.json"), "Mine")
    async with wizard() as (app, pilot):
        at = app.screen.query_one("#acts", OptionList).highlighted
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert app.screen.query_one("#acts", OptionList).highlighted == at
        assert "today" in screen_text(app)


def test_when_speaks_of_days_as_people_do() -> None:
    now = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
    assert when((now - timedelta(hours=2)).isoformat(), now) == "today 10:00"
    assert when((now - timedelta(days=1)).isoformat(), now) == "yesterday 12:00"
    assert when("2026-01-04T09:00+00:00", now) == "4 January"
    assert when("2025-01-04T09:00+00:00", now) == "4 January 2025"
    assert when("", now) == when("gibberish", now) == ""


def test_suggestions_leave_out_what_is_hidden_until_asked_for(folder: Path) -> None:
    draft_at(folder / ".hidden.sa.json")
    draft_at(folder / "Shown.sa.json")
    (folder / "odd\nname.sa.json").write_text("{}", encoding="utf-8")
    assert [each.shown for each in suggestions("")] == ["Shown.sa.json"]
    assert [each.shown for each in suggestions("sh")] == ["Shown.sa.json"]
    assert [each.shown for each in suggestions(".")] == [".hidden.sa.json"]
    assert suggestions("/no/such/folder/") == []


def test_a_path_is_cut_at_the_front_where_it_says_least() -> None:
    assert brief(Path.home() / "a" / "b.sa.json") == "~/a/b.sa.json"
    assert cut_front(brief(Path("/very/long/way/to/b.sa.json")), 12) == "…o/b.sa.json"

"""The versions screen: what the draft was, compared with now in words, and the way back, which loses nothing."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from sa_wizard.draft import lineage, store, versions
from sa_wizard.draft.keeper import Keeper
from sa_wizard.draft.paths import resolve
from sa_wizard.draft.session import Session
from sa_wizard.folders import state_dir
from sa_wizard.sitting.desk import Desk
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.past import when
from sa_wizard.tui.screens.choose import AskLine, Confirm
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.entry import EntryScreen
from sa_wizard.tui.screens.explain import ExplainScreen
from sa_wizard.tui.screens.then import ThenScreen, VersionReading
from sa_wizard.tui.screens.versions import VersionsScreen
from sa_wizard.tui.widgets.form import question_of
from tests.tui.driving import draft_at, on_disk, press, screen_text, session_of, settle, wizard, write

SIZES = ((80, 24), (60, 18), (120, 40))
TOPICS = [{"id": "t1", "name": "Robbery"}, {"id": "t2", "name": "Burglary"}]


def written(path: Path, age: timedelta, **answers: object) -> None:
    """A sitting in which some answers were written, so long ago."""
    session = Session.open(path)
    session.keeper = Keeper(on=False)
    for where, value in answers.items():
        session.set(where.replace("__", "."), value)
    session.save()
    versions.keep(path, path.read_bytes(), now=datetime.now(UTC) - age)
    lineage.mark(path, session.draft.id, datetime.now(UTC))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A draft written three days, one day and no time ago."""
    path = draft_at(tmp_path / "d.sa.json", levels__topics=TOPICS)
    first = {"why__overall": "The first words.", "levels__harm": "Harm [/ then.", "levels__topics": TOPICS[:1]}
    written(path, timedelta(days=3), **first)
    written(path, timedelta(days=1), why__overall="The second words.", summary__headlines=["One", "Two"])
    written(path, timedelta(0), why__overall="The third words, and more.", levels__topics=TOPICS)
    return path


async def measured(app: WizardApp, pilot: Pilot[int]) -> str:
    """The screen once it is known how much has changed since each version."""
    await app.workers.wait_for_complete()
    await settle(pilot)
    return screen_text(app)


async def past(app: WizardApp, pilot: Pilot[int], at: int) -> VersionsScreen:
    """The versions screen, opened by its key, with the cursor on one."""
    await press(pilot, "f10", *["down"] * at)
    assert isinstance(app.screen, VersionsScreen)
    return app.screen


def texts(path: Path) -> list[str]:
    """The answer on why in every version, the newest first."""
    return [store.opened(versions.read(each), path)[1].text("why.overall") for each in versions.listed(path)]


# ------------------------------------------------------------------ the list


@pytest.mark.parametrize("size", SIZES)
async def test_they_are_listed_newest_first_with_what_they_were_and_what_has_changed(
    path: Path, size: tuple[int, int]
) -> None:
    versions.keep(path, path.read_bytes(), now=datetime.now(UTC), name="Sent to the [board/]")
    async with wizard(path, "why.overall", size=size) as (app, pilot):
        await past(app, pilot, 0)
        shown = await measured(app, pilot)
        lines = [line for line in shown.splitlines() if line.strip()[:1].isdigit()]
        assert [line.split()[0] for line in lines[:4]] == ["1", "2", "3", "4"]
        assert "as now" in lines[0]
        assert "“Sent to" in lines[0]
        assert "yesterday" in lines[2]
        assert "+6 -3" in lines[2]
        assert "kept by itse" in lines[2]
        assert all(len(line) <= size[0] for line in shown.splitlines())
        await press(pilot, "down", "down")
        assert "Since yesterday" in screen_text(app)
        words = " ".join(str(app.screen.query_one("#words", Static).content).split())
        assert "What lies behind the changes as a whole: 5 words added, 3 taken out - The second words." in words


async def test_it_is_found_in_the_palette_and_in_the_help_and_explains_itself(path: Path) -> None:
    async with wizard(path, "why.overall") as (app, pilot):
        offered = {command.title: command.key_shown for command in app.screen.commands_here()}  # type: ignore[attr-defined]
        assert offered["Versions"] == "F10"
        await past(app, pilot, 0)
        await press(pilot, "f1")
        assert isinstance(app.screen, ExplainScreen)
        assert "loses nothing" in " ".join(app.screen.paragraphs)
        await press(pilot, "escape", "f10")
        assert isinstance(app.screen, EditScreen)


async def test_a_draft_without_versions_says_so(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        await past(app, pilot, 0)
        assert "No version of this draft is kept yet" in screen_text(app)
        keys = screen_text(app).splitlines()[-1]
        assert "Keep now" in keys
        assert "Restore" not in keys, "there is nothing to go back to"
        await press(pilot, "enter", "v", "r", "n")
        assert isinstance(app.screen, VersionsScreen)
        await press(pilot, "k")
        await write(pilot, "The very first")
        await press(pilot, "enter")
        assert "“The very first”" in await measured(app, pilot)


async def test_a_damaged_version_is_said_and_the_others_can_be_used(path: Path) -> None:
    versions.listed(path)[1].file.write_bytes(b"x")
    async with wizard(path, "why.overall") as (app, pilot):
        await past(app, pilot, 1)
        shown = await measured(app, pilot)
        assert "cannot open" in shown
        assert "Its file is gone or damaged." in " ".join(shown.split())
        await press(pilot, "enter", "v", "r")
        assert isinstance(app.screen, VersionsScreen)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, ThenScreen)


# ------------------------------------------------------------------ reading and comparing


async def test_one_is_read_section_by_section_and_nothing_there_changes_it(path: Path) -> None:
    async with wizard(path, "why.overall") as (app, pilot):
        await past(app, pilot, 2)
        await press(pilot, "v")
        assert isinstance(app.screen, VersionReading)
        await measured(app, pilot)
        assert "As it was" in screen_text(app)
        app.screen.section_id = "why"
        app.screen._show()
        assert "The first words." in await measured(app, pilot)
        await press(pilot, "f7", "f6", "e", "enter", "f5")
        assert isinstance(app.screen, VersionReading)
        await press(pilot, "escape")
        assert isinstance(app.screen, VersionsScreen)
        assert session_of(app).get("why.overall") == "The third words, and more."


@pytest.mark.parametrize("size", SIZES)
async def test_it_is_compared_in_words_section_by_section(path: Path, size: tuple[int, int]) -> None:
    async with wizard(path, "why.overall", size=size) as (app, pilot):
        await past(app, pilot, 2)
        await press(pilot, "enter")
        assert isinstance(app.screen, ThenScreen)
        listed = app.screen.query_one("#answers", OptionList)
        told = [str(option.prompt) for option in listed.options]
        assert [line for line in told if not line.startswith("  ")] == [
            "Executive summary",
            "Levels and patterns",
            "Why it has changed",
        ]
        assert "  Headline findings: 2 lines added" in told
        assert told[-1].startswith("  What lies behind the changes as a whole: ")
        await press(pilot, "end")
        shown = " ".join(screen_text(app).split())
        assert "- The first words." in shown
        assert "+ The third words, and more." in shown


# ------------------------------------------------------------------ going back


async def test_the_whole_is_restored_what_was_there_is_kept_and_the_key_takes_it_back(path: Path) -> None:
    async with wizard(path, "about.title") as (app, pilot):
        await write(pilot, "Unsaved ")
        await past(app, pilot, 2)
        await press(pilot, "r")
        assert isinstance(app.screen, Confirm)
        await press(pilot, "enter")
        assert isinstance(app.screen, EditScreen)
        assert session_of(app).get("why.overall") == "The first words."
        assert session_of(app).get("about.title") == ""
        assert "The draft is what it was" in screen_text(app)
        first = versions.listed(path)[0] if versions.listed(path)[0].own else versions.listed(path)[1]
        assert (first.name, first.own) == ("before restoring", True)
        assert store.opened(versions.read(first), path)[1].text("about.title") == "Unsaved "
        await press(pilot, "ctrl+s")
        assert on_disk(path, "why.overall") == "The first words."
        await press(pilot, "ctrl+z")
        assert session_of(app).get("why.overall") == "The third words, and more."
        assert session_of(app).get("about.title") == "Unsaved "
        await press(pilot, "ctrl+q")
    assert on_disk(path, "why.overall") == "The third words, and more."


async def test_saying_no_restores_nothing(path: Path) -> None:
    async with wizard(path, "why.overall") as (app, pilot):
        await past(app, pilot, 2)
        for answer in (("escape",), ("tab", "enter")):
            await press(pilot, "r", *answer)
            assert isinstance(app.screen, VersionsScreen)
        await press(pilot, "enter", "w", "escape")
        assert not any(each.own for each in versions.listed(path))
        assert session_of(app).draft is session_of(app).saved


async def test_one_answer_is_restored_and_taken_back_there(path: Path) -> None:
    async with wizard(path, "summary.purpose") as (app, pilot):
        await past(app, pilot, 2)
        await press(pilot, "enter", "end", "r")
        assert isinstance(app.screen, ThenScreen)
        assert session_of(app).get("why.overall") == "The first words."
        assert session_of(app).get("summary.headlines") == ["One", "Two"]
        assert "Restored “What lies behind" in screen_text(app)
        await press(pilot, "ctrl+z")
        assert session_of(app).get("why.overall") == "The third words, and more."
        await press(pilot, "ctrl+z")
        assert any("Nothing was restored here" in told.message for told in app._notifications)
        await press(pilot, "end", "r", "escape", "escape")
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)
        question = question_of(app.focused)
        assert question is not None
        assert question.path == "why.overall"
        await press(pilot, "ctrl+z")
        assert session_of(app).get("why.overall") == "The third words, and more."


async def test_what_another_program_wrote_meanwhile_is_not_taken_back_there(path: Path) -> None:
    async with wizard(path, "summary.purpose") as (app, pilot):
        await past(app, pilot, 2)
        await press(pilot, "enter", "end", "r")
        await settle(pilot)
        session = session_of(app)
        theirs = session.draft.with_value(resolve(session.outline, "about.title"), "Theirs")
        session.met(theirs, theirs, session.on_disk)
        await press(pilot, "ctrl+z")
        assert session.get("about.title") == "Theirs"
        assert session.get("why.overall") == "The first words."
        assert any("cannot be taken back here" in told.message for told in app._notifications)
        session.undo()
        await press(pilot, "ctrl+z")
        assert session.get("why.overall") == "The third words, and more."


async def test_the_whole_after_a_restore_taken_back_is_that_of_the_version_compared(path: Path) -> None:
    """Restoring keeps another version, so that the numbers move: what is compared is what is offered."""
    async with wizard(path, "why.overall") as (app, pilot):
        await past(app, pilot, 2)
        await press(pilot, "enter")
        assert isinstance(app.screen, ThenScreen)
        wanted = app.screen.version
        await press(pilot, "r", "ctrl+z", "w")
        assert isinstance(app.screen, Confirm)
        assert when(wanted.time) in app.screen.question
        listed = app.screen_stack[-2].query_one("#versions", OptionList)
        assert listed.option_count == len(versions.listed(path)), "those made meanwhile are listed"
        await press(pilot, "enter")
        assert session_of(app).get("why.overall") == "The first words."
        await press(pilot, "ctrl+q")
    assert on_disk(path, "why.overall") == "The first words."


async def test_a_section_is_restored_from_its_heading(path: Path) -> None:
    async with wizard(path, "why.overall") as (app, pilot):
        await past(app, pilot, 2)
        await press(pilot, "enter", "home", "down", "down")
        assert isinstance(app.screen, ThenScreen)
        listed = app.screen.query_one("#answers", OptionList)
        assert str(listed.highlighted_option.prompt) == "Levels and patterns"  # type: ignore[union-attr]
        await press(pilot, "r")
        assert [row["name"] for row in session_of(app).get("levels.topics")] == ["Robbery"]
        assert session_of(app).get("why.overall") == "The third words, and more."


async def test_restoring_while_an_entry_is_open_that_then_is_gone(path: Path) -> None:
    async with wizard(path, "levels.topics[1].name") as (app, pilot):
        assert isinstance(app.screen, EntryScreen)
        await past(app, pilot, 2)
        await press(pilot, "r", "enter")
        await settle(pilot)
        assert isinstance(app.screen, EditScreen)
        await write(pilot, "x")
        await press(pilot, "ctrl+z", "ctrl+z", "ctrl+q")
    assert len(on_disk(path, "levels.topics")) == 2


async def test_nothing_is_restored_when_what_is_there_cannot_be_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with wizard(path, "why.overall") as (app, pilot):
        await past(app, pilot, 2)
        with monkeypatch.context() as patched:
            patched.setattr(versions, "_write", refuse)
            await press(pilot, "r", "enter")
            assert any("So nothing was restored" in told.message for told in app._notifications)
            await press(pilot, "enter", "r")
            assert sum("So nothing was restored" in told.message for told in app._notifications) == 2
        assert session_of(app).draft is session_of(app).saved


# ------------------------------------------------------------------ names


async def test_the_draft_is_kept_by_a_name_and_a_version_is_given_one(path: Path) -> None:
    async with wizard(path, "why.overall") as (app, pilot):
        await past(app, pilot, 0)
        await press(pilot, "k")
        assert isinstance(app.screen, AskLine)
        await write(pilot, "Sent to the board")
        await press(pilot, "enter")
        assert versions.listed(path)[0].name == "Sent to the board"
        await press(pilot, "end", "n")
        await write(pilot, "sent to the board")
        await press(pilot, "enter")
        assert any("already" in told.message for told in app._notifications)
        await press(pilot, "n")
        await write(pilot, "As it began")
        await press(pilot, "enter")
        assert versions.listed(path)[-1].name == "As it began"
        assert "“As it began”" in await measured(app, pilot)
        await press(pilot, "k", "enter")
        assert isinstance(app.screen, VersionsScreen)


# ------------------------------------------------------------------ reading only, moved drafts, no room


async def test_for_reading_only_it_can_be_looked_at(path: Path) -> None:
    desk = Desk()
    desk.open(path, read_only=True)
    app = WizardApp(desk, "why.overall")
    before, kept = path.read_bytes(), versions.listed(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await past(app, pilot, 2)
        assert "Restore" not in screen_text(app).splitlines()[-1]
        for keys in (("r",), ("k",), ("n",), ("ctrl+z",), ("enter", "r", "w"), ("escape",), ("v", "escape")):
            await press(pilot, *keys)
            assert app.is_running
            assert not isinstance(app.screen, Confirm | AskLine)
        assert session_of(app).draft is session_of(app).saved
    assert (path.read_bytes(), versions.listed(path)) == (before, kept)


async def test_a_draft_that_was_moved_shows_its_earlier_versions_and_says_so(path: Path, tmp_path: Path) -> None:
    before = texts(path)
    there = tmp_path / "moved.sa.json"
    path.rename(there)
    async with wizard(there, "why.overall") as (app, pilot):
        await past(app, pilot, 0)
        shown = " ".join((await measured(app, pilot)).split())
        assert "are listed here too" in shown
        assert "yesterday" in shown
    assert texts(there) == before


async def test_where_no_version_can_be_kept_it_is_said_once_and_typing_goes_on(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    state_dir().mkdir(parents=True, exist_ok=True)
    (state_dir() / "versions").write_text("a file where the folder should be", encoding="utf-8")
    async with wizard(path, "why.overall") as (app, pilot):
        told: list[str] = []
        app.notify = lambda message, **_: told.append(message)  # type: ignore[method-assign]
        for text in ("One. ", "Two. ", "Three."):
            await write(pilot, text)
            app.save_now()
            await settle(pilot)
        assert len(told) == 1
        assert told[0].startswith("The draft is saved. No version of d.sa.json could be kept in ")
        await past(app, pilot, 0)
        assert "No version of this draft is kept yet" in screen_text(app)
    assert on_disk(path, "why.overall") == "One. Two. Three."


@pytest.mark.parametrize(
    ("time", "told"),
    [
        (timedelta(0), "today "),
        (timedelta(days=1), "yesterday "),
        (timedelta(days=400), datetime.now().astimezone().strftime(" %Y")[:3]),
    ],
)
def test_times_are_said_as_people_say_them(time: timedelta, told: str) -> None:
    assert told in when(datetime.now(UTC) - time)

"""Two copies of one draft: nothing is written over, nothing is lost, and the author decides."""

from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Button, TextArea

from sa_wizard.draft import recovery, store
from sa_wizard.draft.lock import Lock
from sa_wizard.draft.session import Session
from sa_wizard.outline import load
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.screens.choose import Confirm
from sa_wizard.tui.screens.copies import CopiesScreen
from sa_wizard.tui.screens.home import HomeScreen
from tests.tui.driving import draft_at, on_disk, press, screen_text, session_of, settle, wizard, write

SIZE = (100, 30)
NOW = datetime(2026, 11, 28, 10, 15, tzinfo=UTC)


def other_program(path: Path, where: str, text: str) -> None:
    """Another program, that knows nothing of locks, writes the draft."""
    session = Session.open(path)
    session.set(where, text)
    session.save()


async def saved(app: WizardApp, pilot: object) -> None:
    """The draft is saved, or is found changed."""
    app.save_now()
    await settle(pilot)  # type: ignore[arg-type]  # the pilot of this app


async def test_what_both_wrote_is_shown_and_both_can_be_kept(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="As it was.")
    async with wizard(path, "why.overall", size=SIZE) as (app, pilot):
        await press(pilot, "end")
        await write(pilot, " And mine.")
        other_program(path, "why.overall", "What another program wrote there.")
        other_program(path, "levels.harm", "What only the other program wrote.")
        await saved(app, pilot)
        assert isinstance(app.screen, CopiesScreen)
        assert "Another program changed this draft" in screen_text(app)
        assert "1 other answer, which only it changed, comes in as well" in " ".join(screen_text(app).split())
        assert on_disk(path, "why.overall") == "What another program wrote there."
        await press(pilot, "3", "f5")
        await settle(pilot)
        await saved(app, pilot)
    assert on_disk(path, "levels.harm") == "What only the other program wrote."
    kept = on_disk(path, "why.overall")
    assert "As it was. And mine." in kept
    assert "What another program wrote there." in kept


async def test_the_line_of_keys_calls_the_copies_what_the_text_calls_them(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="As it was.")
    async with wizard(path, "why.overall", size=(80, 24)) as (app, pilot):
        await write(pilot, "Mine. ")
        other_program(path, "why.overall", "Theirs.")
        await saved(app, pilot)
        shown = screen_text(app)
        assert "1 yours (lines with -) · 2 the file's (lines with +) · 3 both   To choose: 1" in shown
        assert "1 Yours  2 The file's  3 Both" in shown.splitlines()[-1]
        await press(pilot, "1", "f5")


async def test_what_only_the_other_changed_is_taken_in_and_said(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, "why.overall", size=SIZE) as (app, pilot):
        await write(pilot, "Mine.")
        other_program(path, "levels.harm", "Theirs.")
        await saved(app, pilot)
        assert not isinstance(app.screen, CopiesScreen)
        assert [each.message for each in app._notifications] == [
            "Another program changed this draft; 1 answer that it changed was taken in."
        ]
        await saved(app, pilot)
    assert (on_disk(path, "why.overall"), on_disk(path, "levels.harm")) == ("Mine.", "Theirs.")


async def test_deciding_later_writes_nothing_and_leaving_asks_again(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, "why.overall", size=SIZE) as (app, pilot):
        await write(pilot, "Mine.")
        other_program(path, "why.overall", "Theirs.")
        await saved(app, pilot)
        await press(pilot, "f5")
        assert isinstance(app.screen, CopiesScreen), "nothing was chosen yet"
        await press(pilot, "escape")
        assert on_disk(path, "why.overall") == "Theirs."
        assert session_of(app).get("why.overall") == "Mine."
        assert recovery.found(path, load.find("partnership"))[0].draft.text("why.overall") == "Mine."
        await press(pilot, "ctrl+q")
        assert isinstance(app.screen, Confirm)
        assert "Compare both" in screen_text(app)
        await press(pilot, "escape", "ctrl+s")
        assert isinstance(app.screen, CopiesScreen)
        await press(pilot, "2", "f5")
        await saved(app, pilot)
        await press(pilot, "ctrl+z")
        assert session_of(app).get("why.overall") == "Mine."
        await press(pilot, "ctrl+q")
    assert on_disk(path, "why.overall") == "Mine."
    assert recovery.found(path, load.find("partnership")) == ()


async def test_comparing_both_on_leaving_asks_again_what_was_put_off(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    async with wizard(path, "why.overall", size=SIZE) as (app, pilot):
        await write(pilot, "Mine.")
        other_program(path, "why.overall", "Theirs.")
        await saved(app, pilot)
        await press(pilot, "escape", "ctrl+q")
        assert isinstance(app.screen, Confirm)
        app.screen.dismiss("compare")
        await settle(pilot)
        assert isinstance(app.screen, CopiesScreen)
        await press(pilot, "2", "f5")
        await saved(app, pilot)
    assert on_disk(path, "why.overall") == "Theirs."


async def test_a_copy_kept_apart_is_offered_at_the_next_start_and_goes_when_it_was_taken(tmp_path: Path) -> None:
    outline = load.find("partnership")
    path = draft_at(tmp_path / "d.sa.json", why__overall="On the disk.")
    apart = Session(path, *store.load(path))
    apart.set("why.overall", "Written while the disk was full.")
    assert recovery.keep(recovery.place(path), path, outline, apart.draft, "The disk was full.", NOW)
    async with wizard(path, "why.overall", size=SIZE) as (app, pilot):
        assert isinstance(app.screen, CopiesScreen)
        shown = " ".join(screen_text(app).split())
        assert "Why it was not saved then: The disk was full." in shown, "the cause is of that time, not of now"
        assert "1 the copy (lines with -) · 2 the file (lines with +)" in shown
        await press(pilot, "escape")
        assert on_disk(path, "why.overall") == "On the disk."
    assert len(recovery.found(path, outline)) == 1, "not decided: it is offered again"
    async with wizard(path, "why.overall", size=SIZE) as (app, pilot):
        await press(pilot, "1", "f5")
        await settle(pilot)
        await press(pilot, "ctrl+q")
    assert on_disk(path, "why.overall") == "Written while the disk was full."
    assert recovery.found(path, outline) == ()


async def test_what_differs_is_shown_with_the_sentences_around_it(tmp_path: Path) -> None:
    """Five words on either side are too few to choose by, with half the screen empty below."""
    said = "Burglary fell on the estates once the lighting was finished in the spring and the watch groups met again."
    path = draft_at(tmp_path / "d.sa.json", why__overall=said)
    apart = Session(path, *store.load(path))
    apart.set("why.overall", said.replace("spring", "autumn"))
    assert recovery.keep(recovery.place(path), path, apart.outline, apart.draft, "The disk was full.", NOW)
    async with wizard(path, "why.overall", size=(80, 24)) as (app, _):
        shown = " ".join(screen_text(app).split())
        assert said in shown
        assert said.replace("spring", "autumn") in shown


async def test_a_draft_that_was_closed_well_leaves_no_copy(tmp_path: Path) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    path = draft_at(folder / "d.sa.json")
    aside = tmp_path / "aside"
    async with wizard(path, "why.overall", size=SIZE) as (app, pilot):
        folder.rename(aside)
        await write(pilot, "Typed while the share was gone.")
        await saved(app, pilot)
        assert "NOT SAVED" in screen_text(app)
        (copy,) = recovery.found(path, load.find("partnership"))
        assert copy.why == f"There is no folder {folder}.", "what to do about it now is no part of what was wrong then"
        aside.rename(folder)
        await press(pilot, "ctrl+q")
    assert on_disk(path, "why.overall") == "Typed while the share was gone."
    assert recovery.found(path, load.find("partnership")) == ()


async def unsaved_and_leaving(path: Path, app: WizardApp, pilot: Pilot[int]) -> Confirm:
    """Something typed while the draft's folder is away, and the question that leaving asks then."""
    path.parent.rename(path.parent.with_name("aside"))
    await write(pilot, "Typed while the share was gone.")
    await press(pilot, "ctrl+q")
    assert isinstance(app.screen, Confirm)
    return app.screen


async def test_leaving_a_draft_that_is_not_saved_keeps_the_copy_that_was_promised(tmp_path: Path) -> None:
    """It was said that what is typed is kept meanwhile: leaving politely must not lose more than a crash does."""
    (tmp_path / "share").mkdir()
    path = draft_at(tmp_path / "share" / "d.sa.json")
    async with wizard(path, "why.overall") as (app, pilot):
        asked = await unsaved_and_leaving(path, app, pilot)
        assert "it is offered at the next start" in " ".join(asked.answers.values())
        shown = screen_text(app)
        assert all(label in shown for label in asked.answers.values()), "every button is seen at 80 columns"
        app.screen.query_one("#leave", Button).press()
        await settle(pilot)
    assert app.return_value == 0
    (tmp_path / "aside").rename(path.parent)
    Lock(path).file.unlink()  # it went away with the folder; its owner has ended
    async with wizard(path, "why.overall", size=SIZE) as (app, pilot):
        assert isinstance(app.screen, CopiesScreen)
        assert "Typed while the share was gone." in screen_text(app)
        await press(pilot, "1", "f5", "ctrl+q")
    assert on_disk(path, "why.overall") == "Typed while the share was gone."


async def test_what_is_not_saved_is_thrown_away_only_when_that_is_said_twice(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    path = draft_at(tmp_path / "share" / "d.sa.json")
    async with wizard(path, "why.overall") as (app, pilot):
        await unsaved_and_leaving(path, app, pilot)
        app.screen.query_one("#lose", Button).press()
        await settle(pilot)
        assert isinstance(app.screen, Confirm)
        assert "Nothing brings it back" in app.screen.question
        await settle(pilot)
        assert app.screen.focused is app.screen.query_one("#back"), "Enter alone throws nothing away"
        assert len(recovery.found(path, load.find("partnership"))) == 1
        app.screen.query_one("#lose", Button).press()
        await settle(pilot)
    assert recovery.found(path, load.find("partnership")) == ()


async def test_a_draft_in_use_can_be_opened_to_read_and_nothing_in_it_changes(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="Theirs.")
    before = path.read_bytes()
    with Lock(path):
        async with wizard(size=SIZE) as (app, pilot):
            assert isinstance(app.screen, HomeScreen)
            assert not app.open_draft(path)
            await settle(pilot)
            assert "in use by" in screen_text(app)
            assert "--read-only" not in screen_text(app), "there is a button for it"
            await press(pilot, "tab", "enter")
            await settle(pilot)
            app.go("why.overall")
            await settle(pilot)
            await write(pilot, "x")
            assert session_of(app).get("why.overall") == "Theirs."
            assert [text.text for text in app.screen.query(TextArea) if text.has_focus] == ["Theirs."]
            assert "read only" in screen_text(app)
            await press(pilot, "ctrl+q")
        assert Lock(path).file.exists(), "the lock of its owner is left alone"
    assert path.read_bytes() == before


async def test_a_draft_that_a_newer_version_wrote_can_be_looked_at(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="Newer words.")
    path.write_text(path.read_text(encoding="utf-8").replace('"format_version": 1', '"format_version": 7'), "utf-8")
    before = path.read_bytes()
    async with wizard(size=SIZE) as (app, pilot):
        assert not app.open_draft(path)
        await settle(pilot)
        assert "newer sa-wizard" in screen_text(app)
        assert "--read-only" not in screen_text(app), "there is a button for it"
        await press(pilot, "tab", "enter")
        await settle(pilot)
        assert session_of(app).get("why.overall") == "Newer words."
        assert session_of(app).read_only
        await press(pilot, "ctrl+q")
    assert path.read_bytes() == before

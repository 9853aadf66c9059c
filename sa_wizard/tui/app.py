"""The app: which screens there are, how one leads to another, saving, signals, and what to say when things go wrong."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.timer import Timer

from sa_wizard import crash
from sa_wizard.errors import SaWizardError
from sa_wizard.review.judge import judge
from sa_wizard.tui import line, outside
from sa_wizard.tui.checklist import CheckPlace
from sa_wizard.tui.commands import Command, Palette, bindings
from sa_wizard.tui.desk import Desk
from sa_wizard.tui.order import InOrder
from sa_wizard.tui.screens.choose import Confirm
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.entry import EntryScreen
from sa_wizard.tui.screens.writing import WritingScreen
from sa_wizard.tui.widgets.lines import StatusLine

HERE = (
    Command(
        "app.palette",
        "All commands",
        "app.command_palette",
        "Every command and every section, by name",
        "ctrl+p",
        "All",
    ),
    Command("app.home", "Home", "app.home", "Close this draft and go to the first screen", "ctrl+o"),
    Command("app.quit", "Quit", "app.leave", "Save and leave; the next start opens at this place", "ctrl+q"),
    Command("app.theme", "Change the colours", "app.change_theme", "Choose a theme"),
)
SIGNALS = {"SIGHUP": 129, "SIGTERM": 143}


class WizardApp(InOrder):
    """The wizard. A draft on the desk opens straight away, at ``at`` if given, else at the place last used."""

    CSS_PATH = "wizard.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Palette]]] = {Palette}  # type: ignore[assignment]  # providers may be given as they are
    BINDINGS: ClassVar[list[BindingType]] = bindings(HERE)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-broad")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-medium"), (30, "-tall")]  # noqa: RUF012 - as Textual declares it
    TITLE = "sa_wizard"

    def __init__(self, desk: Desk | None = None, at: str = "") -> None:
        super().__init__()
        self.desk = desk or Desk()
        self.last_gap = ""
        self.saved_at = ""
        self.check_place = CheckPlace()
        self._at = at
        self._saving: Timer | None = None
        if os.environ.get("SSH_CONNECTION"):
            self.animation_level = "none"

    def on_mount(self) -> None:
        """Watch for hang-ups, then the first screen."""
        loop = asyncio.get_running_loop()
        for name, code in SIGNALS.items():
            if hasattr(signal, name):  # Windows has no SIGHUP
                loop.add_signal_handler(getattr(signal, name), self._hung_up, code)
        line.watch(lambda: loop.call_soon_threadsafe(self._hung_up, SIGNALS["SIGHUP"]))
        if self.desk.session is None:
            self.show_home()
        else:
            self.show_edit(self._at)

    def open_draft(self, path: Path, at: str = "") -> bool:
        """Open a draft at a path in it, or at the place last used; says why when it cannot and stays where it is."""
        try:
            self.desk.open(path)
        except SaWizardError as error:
            self.tell(error)
            return False
        self.show_edit(at)
        return True

    def show_edit(self, at: str = "") -> None:
        """Put the draft on the desk on screen."""
        session = self.desk.session
        if session is None:
            return
        place, row, column = (at, 0, 0) if at else self.desk.place
        self.last_gap = ""
        self.check_place = CheckPlace()
        self._clear_to_base()
        self.push_screen(EditScreen(session, place.partition(".")[0]))
        if place:
            self.call_after_refresh(self._arrive, place, row, column)

    async def _arrive(self, place: str, row: int, column: int) -> None:
        edit = self._edit()
        if edit is not None:
            await edit.go(place)
            self.call_after_refresh(self._restore_cursor, row, column)

    def _restore_cursor(self, row: int, column: int) -> None:
        if isinstance(self.screen, WritingScreen):
            self.screen.restore_cursor(row, column)

    def open_entry(self, path: str, focus: str = "") -> None:
        """Open one entry of a list above the screen it is listed on."""
        session = self.desk.session
        if session is None:
            return

        def closed(elsewhere: str | None) -> None:
            self.save_now()
            if elsewhere and isinstance(self.screen, WritingScreen):
                self.screen.reveal(elsewhere)

        screen = EntryScreen(session, path)
        self.push_screen(screen, closed)
        if focus:
            self.call_after_refresh(lambda: screen.form.focus_path(focus))

    def go(self, path: str) -> None:
        """Show a path of the open draft, from any screen above the desk."""
        edit = self._edit()
        if edit is None:
            return
        while self.screen is not edit:
            self.pop_screen()
        self.call_after_refresh(edit.go, path)

    def show_home(self) -> None:
        """The first screen."""
        from sa_wizard.tui.screens.home import HomeScreen

        self._clear_to_base()
        self.push_screen(HomeScreen())

    def show_setup(self) -> None:
        """Start a new draft."""
        from sa_wizard.tui.screens.setup import SetupScreen

        self.push_screen(SetupScreen())

    def show_check(self) -> None:
        """What is missing; Enter there comes back to the field."""
        from sa_wizard.tui.screens.check import CheckScreen

        if self.desk.session is not None:
            if isinstance(self.screen, WritingScreen):
                self.screen.note_place()
            self.push_screen(CheckScreen(self.desk.session, judge(self.desk.session.asked)), self._checked)

    def _checked(self, path: str | None) -> None:
        if path:
            self.go(path)

    def show_trace(self) -> None:
        """From evidence to action; Enter there comes back to the place."""
        from sa_wizard.tui.screens.trace import TraceScreen

        if self.desk.session is not None:
            self.push_screen(TraceScreen(self.desk.session), self._checked)

    def show_preview(self, section: str) -> None:
        """One section as it will read."""
        from sa_wizard.tui.screens.preview import PreviewScreen

        if self.desk.session is not None:
            self.push_screen(PreviewScreen(self.desk.session, section))

    def show_export(self) -> None:
        """Make the document. The draft is saved first."""
        from sa_wizard.tui.screens.export import ExportScreen

        if self.desk.session is not None:
            self.save_now()
            self.push_screen(ExportScreen(self.desk.session))

    def save_soon(self) -> None:
        """Save within a second of the first unsaved change."""
        session = self.desk.session
        due = session.due_in() if session else None
        if due is not None and self._saving is None:
            self._saving = self.set_timer(due, self.save_now)

    def save_now(self, *, said: bool = False) -> None:
        """Save what changed; the status line says when, or why not. A failed save is tried again."""
        if self._saving is not None:
            self._saving.stop()
            self._saving = None
        unsaved = self.desk.session is not None and self.desk.session.dirty
        trouble = self.desk.save()
        if not self.screen_stack:  # the timer rang while the app was closing
            return
        if unsaved and not trouble:
            self.saved_at = datetime.now().astimezone().strftime("%H:%M")
        if unsaved and isinstance(self.screen, WritingScreen):
            self.screen.show_status()
        if trouble:
            self.save_soon()
        if said:
            self.say(trouble or "Saved.")

    def tell(self, error: SaWizardError) -> None:
        """Say an expected failure: the sentence, and what to do."""
        self.notify(f"{error.sentence}\n{error.hint}".strip(), severity="error", markup=False, timeout=12)

    def say(self, text: str) -> None:
        """Say something in passing."""
        self.notify(text, markup=False, timeout=4)

    def note(self, text: str) -> None:
        """Say something on the status line, once the screen that comes next is there."""

        def put() -> None:
            for status in self.screen.query(StatusLine):
                status.note(text)

        self.call_after_refresh(lambda: self.call_after_refresh(put))

    def edit_outside(self, text: str) -> str | None:
        """Let the person's own editor change a text; None when it did not, with the reason said."""
        self.save_now()
        beside = self.desk.session.path if self.desk.session else Path()
        try:
            return outside.edit(self, text, beside)
        except SaWizardError as error:
            self.tell(error)
            return None

    async def action_home(self) -> None:
        """Close the draft and show the first screen."""
        self._leave_draft(self.show_home)

    def action_leave(self) -> None:
        """Save and quit; when saving fails, ask what to do rather than lose anything."""
        self._leave_draft(lambda: self.exit(0))

    async def action_quit(self) -> None:
        """Textual's own way out leads through ours."""
        self.action_leave()

    def _leave_draft(self, then: Callable[[], object]) -> None:
        setup = next((screen for screen in self.screen_stack if hasattr(screen, "hold")), None)
        if setup is not None and setup.hold(then):  # answers that no file holds yet: it asks first
            return
        self._gather()
        trouble = self.desk.close()
        if not trouble:
            then()
            return

        def answered(answer: str | None) -> None:
            if answer == "elsewhere":
                self._save_elsewhere(then)
            elif answer == "lose":
                self.desk.drop()
                then()

        answers = {"elsewhere": "Save a copy somewhere else", "back": "Go back", "lose": "Leave without saving"}
        self.push_screen(Confirm(f"The draft is not saved. {trouble}", answers), answered)

    def _gather(self) -> None:
        """Take the last keys into the draft and note the place, before the desk is cleared."""
        if isinstance(self.screen, WritingScreen):
            self.screen.flush()
            self.screen.note_place()

    def _save_elsewhere(self, then: Callable[[], object]) -> None:
        from sa_wizard.draft.store import SUFFIX
        from sa_wizard.tui.screens.path import AskPath, brief
        from sa_wizard.tui.stages import free_file

        session = self.desk.session
        if session is None:
            return

        def saved(path: Path | None) -> None:
            if path is not None:
                self._leave_draft(then)

        free = brief(free_file(Path.home(), session.path.name.removesuffix(SUFFIX)))
        question = "Where should the draft be saved? No file is ever replaced."
        self.push_screen(AskPath(question, "Save", self.desk.save_as, value=free, suggest=False), saved)

    def _hung_up(self, code: int) -> None:
        """The line dropped or the machine is going down: save, remember the place, leave."""
        self._gather()
        self.desk.close()
        self.exit(return_code=code)

    def on_unmount(self) -> None:
        """Whatever ends the app, what was typed is on disk and the lock is given back."""
        self.desk.close()

    def _handle_exception(self, error: Exception) -> None:
        """A bug in our own code: save first, then say so."""
        self.desk.close()
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """One sentence and the log file, in place of a trace with the values of every variable."""
        error = self._exception or RuntimeError()
        trouble = self.desk.close()
        kept = f"What you wrote last is not saved. {trouble}" if trouble else "What you wrote is saved."
        told = f"{crash.sentence(error)} {kept}\n{crash.hint(crash.record(error))}"
        self.panic(Text(told))

    def _edit(self) -> EditScreen | None:
        return next((screen for screen in self.screen_stack if isinstance(screen, EditScreen)), None)

    def _clear_to_base(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def commands_here(self) -> tuple[Command, ...]:
        """Commands that are there on every screen."""
        return HERE


def open_wizard(draft: Path | None, at: str = "") -> int:
    """Run the wizard in this terminal; returns the exit code. Raises UnreadableDraft and the like before any screen."""
    desk = Desk()
    if draft is not None:
        desk.open(draft)
    app = WizardApp(desk, at)
    result = app.run()
    if app.return_code:
        return app.return_code
    sys.stdout.flush()
    return result or 0

"""The app: which screens there are, and how one leads to another."""

import contextlib
import sys
from collections.abc import Mapping
from typing import Any, ClassVar

from textual.actions import ActionParseResult
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.notifications import Notification, Notify
from textual.screen import Screen

from sa_wizard import collecting
from sa_wizard.draft.session import Session
from sa_wizard.errors import CannotWrite, SaWizardError
from sa_wizard.settings.manner import Start
from sa_wizard.sitting.desk import Desk
from sa_wizard.tui.arriving import Arriving
from sa_wizard.tui.commands import Command, Palette, bindings, in_keys
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.writing import WritingScreen
from sa_wizard.tui.widgets.lines import StatusLine

NOTED = 6.0
"""Seconds that something said on the status line stays."""

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
    Command("app.redraw", "Draw the screen again", "app.redraw", "When something else has written on it", "ctrl+l"),
    Command("app.theme", "Change the colours", "app.change_theme", "Choose a theme"),
)


class WizardApp(Arriving):
    """The wizard. A draft on the desk opens straight away, at ``at`` if given, else at the place last used."""

    CSS_PATH = "wizard.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Palette]]] = {Palette}  # type: ignore[assignment]  # providers may be given as they are
    BINDINGS: ClassVar[list[BindingType]] = bindings(HERE)
    TITLE = "sa_wizard"

    def __init__(self, desk: Desk | None = None, at: str = "", chosen: Start | None = None) -> None:
        start = chosen or Start()
        super().__init__(desk or Desk(), start.manner)
        self._troubles = start.troubles
        self._at = at
        self._said_read_only: Session | None = None
        self._said_final: Session | None = None
        self._passing: Notification | None = None

    async def on_mount(self) -> None:
        """Watch for hang-ups, then the first screen: whole, for half of one is not worth its way over a slow line."""
        self.watch_line()
        self.call_after_refresh(self._tell_troubles)
        if self.desk.session is None:
            self.show_home()
        else:
            await self.screen._mounted_event.wait()  # Textual sets it even when mounting fails
            self._await_place(self._at)

    def get_default_screen(self) -> Screen[Any]:
        """The first screen: a draft that is on the desk, rather than an empty one below it that nobody sees."""
        session = self.desk.session
        if session is None:
            return super().get_default_screen()
        screen = self._edit_screen(session, self._at)
        screen._push_result_callback(self, None)  # which Textual expects of a screen that another takes the place of
        return screen

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key or the palette asks; what is refused is said, and is no reason to end."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except SaWizardError as error:
            self.tell(error)
            return True

    def open_entry(self, path: str, focus: str = "") -> None:
        """Open one entry of a list above the screen it is listed on."""
        session = self.desk.session
        if session is None:
            return

        def closed(elsewhere: str | None) -> None:
            self.save_now()
            if elsewhere and isinstance(self.screen, WritingScreen):
                self.screen.reveal(elsewhere)

        from sa_wizard.tui.screens.entry import EntryScreen

        screen = EntryScreen(session, path)
        self.push_screen(screen, closed)
        if focus:
            self.call_after_refresh(lambda: screen.form.focus_path(focus))

    def go(self, path: str) -> None:
        """Show a path of the open draft, from any screen above the desk."""
        edit = self.close_above()
        if edit is not None:
            self.call_after_refresh(edit.go, path)

    def close_above(self) -> EditScreen | None:
        """Close every screen above the section on the desk; returns that, or None when no draft is open."""
        edit = self._edit()
        while edit is not None and self.screen is not edit:
            self.pop_screen()
        return edit

    def _tell_troubles(self) -> None:
        """Say that something in the settings is not used, and why."""
        troubles = list(self._troubles)
        if self.manner.bind:
            from sa_wizard.tui.clashes import amiss

            troubles += amiss(self.manner.preset, self.manner.bind)
        if troubles:
            more = f" 'sa-wizard config validate' tells {len(troubles) - 1} more." if len(troubles) > 1 else ""
            self.notify(f"{troubles[0]}{more}", severity="warning", markup=False, timeout=12)

    def action_leave_small(self) -> None:
        """Save and leave a window that is too small to ask anything in."""
        self.action_leave()

    def show_home(self) -> None:
        """The first screen."""
        from sa_wizard.tui.screens.home import HomeScreen

        self.put_first(HomeScreen())
        self.call_after_refresh(collecting.begin)

    def show_setup(self) -> None:
        """Start a new draft."""
        from sa_wizard.tui.screens.setup import SetupScreen

        self.push_screen(SetupScreen())

    def show_check(self) -> None:
        """What is missing; Enter there comes back to the field."""
        from sa_wizard.review.judge import judge
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

    def show_versions(self) -> None:
        """What the draft was; what is restored there is shown in its place."""
        from sa_wizard.tui.screens.versions import VersionsScreen

        if self.desk.session is not None:
            self.save_now()
            self.push_screen(VersionsScreen(self.desk.session), self._looked_back)

    def _looked_back(self, path: str | None) -> None:
        if path is None:
            return
        edit = self.close_above()
        if edit is not None:
            edit.reveal(path)

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

    def said(self, text: str) -> str:
        """A text that names keys, with those that are chosen in place of the default ones."""
        here = getattr(self.screen, "commands_here", None)
        return in_keys(text, (*(here() if here else ()), *HERE), self) if self.keys else text

    def say(self, text: str, seconds: float = 4) -> None:
        """Say something in passing, in place of what was said so before."""
        self.hush()
        self._passing = Notification(self.said(text), timeout=seconds)
        self.post_message(Notify(self._passing))

    def hush(self) -> None:
        """Take away what was said in passing: something newer is said, which may be that it was taken back."""
        passing, self._passing = self._passing, None
        if passing is not None:
            self.call_later(self._unnotify, passing)  # behind its coming, which may be on its way

    def say_read_only(self, session: Session) -> None:
        """Say, once for a draft, why nothing that is typed comes to be."""
        if self._said_read_only is not session:
            self._said_read_only = session
            self.say("This draft is open for reading only: nothing you type changes it.")

    def save_soon(self) -> None:
        """Save within a second of the first unsaved change, which in a final draft is remarked on first."""
        super().save_soon()
        session = self.desk.session
        if session is None or self._said_final is session:
            return
        from sa_wizard.review import final

        if final.changed(session):
            self._said_final = session
            again = self.said("F3, then F, makes it a draft again.")
            self.notify(f"{final.CHANGED} {again}", markup=False, timeout=8)

    def note(self, text: str) -> None:
        """Say something on the status line, for a while or till the next change, also once another screen is there."""
        self.noted = text
        self.hush()

        def put() -> None:
            if self.noted != text:
                return
            lines = self.screen.query(StatusLine)
            for status in lines:
                status.note(text)
            if not lines:  # a screen without one, such as that of a new assessment
                self.say(text)

        def over() -> None:
            if self.noted == text:
                self.noted = ""
                self._show_status()

        self.call_after_refresh(lambda: self.call_after_refresh(put))
        self.set_timer(NOTED, over)

    def edit_outside(self, session: Session, path: str) -> str | None:
        """Let the person's own editor change the answer at a path; None when it did not, with the reason said."""
        from sa_wizard.tui import outside

        self.save_now()
        try:
            return outside.edit(self, str(session.get(path)), (session.path, path), self.manner)
        except SaWizardError as error:
            self.tell(error)
            return None

    async def action_home(self) -> None:
        """Close the draft and show the first screen."""
        self.leave_draft(self.show_home)

    def action_leave(self) -> None:
        """Save and quit; when saving fails, ask what to do rather than lose anything."""
        self.leave_draft(lambda: self.exit(0))

    async def action_quit(self) -> None:
        """Textual's own way out leads through ours."""
        self.action_leave()

    def commands_here(self) -> tuple[Command, ...]:
        """Commands that are there on every screen."""
        return HERE


def open_wizard(desk: Desk, at: str = "", chosen: Start | None = None) -> int:
    """Run the wizard in this terminal, with what is on the desk; returns the exit code."""
    app = WizardApp(desk, at, chosen)
    result = app.run(mouse=app.manner.mouse)
    for news in (*app.unsaid(), *desk.left_behind):  # it was saved so late, or not at all, that no screen could say so
        with contextlib.suppress(OSError):  # the line has dropped
            sys.stderr.write(f"{news}\n")
    if app.return_code:
        return app.return_code
    sys.stdout.flush()
    return result or (CannotWrite.exit_code if desk.left_behind else 0)

"""Opening a draft in the wizard, up to its place being there to be typed in; the rules that judge it come after."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from sa_wizard import collecting
from sa_wizard.draft.session import Session
from sa_wizard.errors import DraftInUse, NewerDraft, SaWizardError, UnreadableDraft
from sa_wizard.settings.manner import Manner
from sa_wizard.signs import one_line
from sa_wizard.sitting.desk import Desk
from sa_wizard.sitting.guide import Guide
from sa_wizard.tui import rules
from sa_wizard.tui.meeting import Meeting
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.undoing import UndoingScreen
from sa_wizard.tui.screens.writing import WritingScreen

if TYPE_CHECKING:
    from sa_wizard.tui.checklist import CheckPlace


class Arriving(Meeting):
    """An app that opens drafts, and says why when it cannot."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-broad")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-medium"), (30, "-tall")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, desk: Desk, manner: Manner) -> None:
        super().__init__(desk, manner)
        self.guide = Guide()
        self.check_place: CheckPlace | None = None
        """Where in the list of what is missing the person was; None before they were there."""
        self.noted = ""
        """What is said on the status line for a while."""

    def tell(self, error: SaWizardError) -> None:
        """Say an expected failure: the sentence, and what to do."""
        self.notify(f"{error.sentence}\n{error.hint}".strip(), severity="error", markup=False, timeout=12)

    def open_draft(self, path: Path, at: str = "", *, read_only: bool = False) -> bool:
        """Open a draft at a path in it, or at the place last used; says why when it cannot and stays where it is.

        One that is in use elsewhere, or that a newer version wrote, can be opened to read only.
        """
        try:
            self.desk.open(path, read_only=read_only, settle=False)
        except (DraftInUse, NewerDraft) as error:
            from sa_wizard.tui.screens.choose import Confirm

            def answered(answer: str | None) -> None:
                if answer == "read":
                    self.open_draft(path, at, read_only=True)

            told = f"{error.sentence} {error.on_screen}"
            self.push_screen(Confirm(told, {"back": "Back", "read": "Open to read only"}), answered)
            return False
        except UnreadableDraft as error:
            self._offer_way_back(path, at, error, read_only=read_only)
            return False
        except SaWizardError as error:
            self.tell(error)
            return False
        self.show_edit(at)
        return True

    def _offer_way_back(self, path: Path, at: str, error: UnreadableDraft, *, read_only: bool) -> None:
        """Say that a draft cannot be read, in a box that stays, with what was kept of it to go back to."""
        from sa_wizard.draft import way_back
        from sa_wizard.tui.screens.choose import Confirm

        found = way_back.kept(path)

        def answered(answer: str | None) -> None:
            if answer is None or answer not in found.answers:
                return
            try:
                way_back.bring_back(path, found, answer)
            except SaWizardError as failed:
                self.tell(failed)
                return
            self.open_draft(path, at, read_only=read_only)

        told = f"{error.sentence} What its file holds now is kept as well." if found.answers else str(error)
        self.push_screen(Confirm(told, {"back": "Back", **found.answers}), answered)

    def show_edit(self, at: str = "") -> None:
        """Put the draft on the desk on screen."""
        session = self.desk.session
        if session is None:
            return
        self.guide = Guide()
        self.check_place = None
        self.noted = ""
        self.put_first(self._edit_screen(session, at))
        self._await_place(at)

    def _edit_screen(self, session: Session, at: str) -> EditScreen:
        place = at or self.desk.place[0]
        screen = EditScreen(session, place.partition(".")[0])
        screen.first = place
        screen.set_classes(self._sizes())  # known before it is shown, so that it is not dressed twice
        return screen

    def _await_place(self, at: str) -> None:
        """Hold what is typed before the place is there: it belongs to it, behind its cursor."""
        self.hold_keys()
        self.call_after_refresh(self._arrive, *((at, 0, 0) if at else self.desk.place))

    def put_first(self, screen: Screen[Any]) -> None:
        """Put a screen under which there is none, in place of all there are."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if isinstance(self.screen, UndoingScreen):
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _sizes(self) -> list[str]:
        """The classes of a screen that tell how wide and how high the terminal is."""
        bounds = ((self.size.width, self.HORIZONTAL_BREAKPOINTS), (self.size.height, self.VERTICAL_BREAKPOINTS))
        return [max((least, name) for least, name in known if size >= least)[1] for size, known in bounds]

    async def _arrive(self, place: str, row: int, column: int) -> None:
        edit = self._edit()
        if edit is not None:
            await edit.complete()
        if edit is not None and place:
            await edit.go(place)
        self.call_after_refresh(self._arrived, row, column)

    def _arrived(self, row: int, column: int) -> None:
        if isinstance(self.screen, WritingScreen):
            self.screen.restore_cursor(row, column)
        self.release_keys()
        self.desk.settle()
        session = self.desk.session
        for told in (session.remark, session.hindrance) if session is not None else ():
            if told:
                self.notify(one_line(told), markup=False, timeout=20)
        self.offer_recovered()
        if not rules.loaded():
            self.call_after_refresh(rules.load, partial(self.call_later, self._judge))

    def _judge(self) -> None:
        """The rules are loaded, and with them all that is: judge what is on screen."""
        rules.need()
        edit = self._edit()
        if edit is not None and edit.is_mounted:
            edit.judge_now()
        collecting.begin()

    def _edit(self) -> EditScreen | None:
        return next((screen for screen in self.screen_stack if isinstance(screen, EditScreen)), None)

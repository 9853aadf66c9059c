"""Undo and redo, wherever the change was: back to its place, with a word on what it was."""

from abc import abstractmethod
from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from sa_wizard.draft.session import Session
from sa_wizard.draft.steps import Step, in_words, place
from sa_wizard.tui.front import Front

if TYPE_CHECKING:
    from sa_wizard.tui.app import WizardApp


class UndoingScreen(Screen[str]):
    """A screen on which the draft is written. Subclasses show the place of a change, and set in motion what follows."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._compositor = Front()
        self.session = session

    @property
    def wizard(self) -> "WizardApp":
        """The app, by its own type."""
        return cast("WizardApp", self.app)

    @abstractmethod
    def reveal(self, path: str) -> None:
        """Show the place of a change that undo or redo made."""

    @abstractmethod
    def after_change(self, typed: str = "") -> None:
        """Set in motion what follows a change."""

    def action_undo(self) -> None:
        """Take back the last change."""
        self._went(self.session.undo(), "Nothing to undo.", "Undone")

    def action_redo(self) -> None:
        """Make it again."""
        self._went(self.session.redo(), "Nothing to redo.", "Done again")

    def _went(self, step: Step | None, nothing: str, done: str) -> None:
        if step is None:
            self.wizard.note(nothing)
            return
        self.after_change()
        self.wizard.note(f"{done}: {in_words(self.session.outline, step)}")
        self.reveal(place(self.session.outline, step))

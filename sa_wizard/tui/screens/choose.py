"""Small dialogs that return a value and write nothing: choose linked records, confirm, ask for one line."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from sa_wizard.tui.widgets.ticks import TickList

ABREAST = 64
"""Columns that buttons may take side by side; those that need more stand one under the other."""


class ChooseLinks(ModalScreen[list[str] | None]):
    """Tick the records to link to. Returns the ids in list order, or None when left with Escape."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel", id="choose.cancel"),
        Binding("enter", "done", "Done", priority=True, id="choose.done"),
    ]

    def __init__(self, what: str, offered: list[tuple[str, str]], chosen: list[str]) -> None:
        super().__init__()
        self.what = what
        self.offered = offered
        self.chosen = set(chosen)

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(classes="dialog"):
            yield Static(Content.assemble(("Choose from: ", "bold"), self.what))
            yield TickList(self.offered, self.chosen)
            yield Static(Content("Space ticks · Enter when done · Esc leaves it as it was"), classes="hint")
            with Horizontal(classes="buttons"):
                yield Button("Done", id="done", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def action_done(self) -> None:
        """Return what is ticked."""
        focused = self.focused
        if isinstance(focused, Button) and focused.id == "cancel":
            self.dismiss(None)
            return
        ticked = self.query_one(TickList).ticked
        self.dismiss([link for link, _ in self.offered if link in ticked])

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "done":
            self.action_done()
        else:
            self.dismiss(None)


class Confirm(ModalScreen[str]):
    """A question with a few buttons; returns the id of the one pressed, or an empty string for Escape."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss('')", "Cancel", id="confirm.cancel")]

    def __init__(self, question: str, answers: dict[str, str]) -> None:
        super().__init__()
        self.question = question
        self.answers = answers

    def compose(self) -> ComposeResult:
        """The question and the buttons."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.question))
            wide = sum(len(label) + 4 for label in self.answers.values()) > ABREAST
            with Vertical(classes="stacked") if wide else Horizontal(classes="buttons"):
                for name, label in self.answers.items():
                    yield Button(label, id=name, compact=True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id or "")


class AskLine(ModalScreen[str | None]):
    """Ask for one line; returns it, or None when left with Escape."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", id="ask.cancel")]

    def __init__(self, question: str, value: str = "", hint: str = "") -> None:
        super().__init__()
        self.question = question
        self.value = value
        self.hint = hint

    def compose(self) -> ComposeResult:
        """The question, the line and what Enter does."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.question))
            yield Input(self.value, compact=True, select_on_focus=False)
            yield Static(Content(self.hint or "Enter when done · Esc leaves it as it was"), classes="hint")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the line."""
        event.stop()
        self.dismiss(event.value)

"""The editor of a period of whole months."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from sa_wizard.draft.values import Json, empty
from sa_wizard.sitting.questions import Question
from sa_wizard.tui.messages import FieldEdited
from sa_wizard.tui.widgets.editors import NEXT, OneLine


class PeriodEditor(Horizontal):
    """A period of whole months: first and last, each typed YYYY-MM."""

    BINDINGS: ClassVar[list[BindingType]] = [NEXT]

    def __init__(self, question: Question, value: Json) -> None:
        super().__init__()
        self.question = question
        self.shown: dict[str, str] = {**empty("period"), **(value or {})}

    def compose(self) -> ComposeResult:
        """Two inputs and the words between them."""
        yield Static(Content("from "), classes="between")
        yield OneLine(
            self.shown["start"], placeholder="YYYY-MM", compact=True, classes="month start", select_on_focus=False
        )
        yield Static(Content(" to "), classes="between")
        yield OneLine(
            self.shown["end"], placeholder="YYYY-MM", compact=True, classes="month end", select_on_focus=False
        )

    def show(self, value: Json) -> None:
        """Show a value."""
        self.shown = {**empty("period"), **(value or {})}
        for end in ("start", "end"):
            month = self.query_one(f".{end}", OneLine)
            if month.value != self.shown[end]:
                with month.prevent(Input.Changed):
                    month.value = self.shown[end]

    def typed(self) -> Json:
        """Both months as they stand."""
        months = {end: self.query_one(f".{end}", OneLine).value for end in ("start", "end")}
        return {**self.shown, **months}

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the screen."""
        event.stop()
        end = "start" if event.input.has_class("start") else "end"
        if self.shown[end] != event.value:
            self.shown = {**self.shown, end: event.value}
            self.post_message(FieldEdited(self.question.path, dict(self.shown), typing=True))

    def on_input_blurred(self, event: Input.Blurred) -> None:
        """A month that was written in words, and left, is shown as it is kept; a whole period fills both."""
        if any(line.read_only for line in self.query(OneLine)):
            return
        from sa_wizard.draft import months

        written = months.split(event.input.value)
        if months.months(written):
            for end, month in written.items():
                self.query_one(f".{end}", Input).value = month
        elif not written["end"] and months.month(written["start"]) and event.input.value.strip() != written["start"]:
            event.input.value = written["start"]

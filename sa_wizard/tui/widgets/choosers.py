"""Editors of answers that are chosen: one of a few, or records kept elsewhere."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Select, Static
from textual.widgets.select import NoSelection

from sa_wizard.draft.values import Json
from sa_wizard.sitting.questions import Question
from sa_wizard.tui.messages import FieldEdited, LinksWanted
from sa_wizard.tui.widgets.dropdown import Dropdown
from sa_wizard.tui.widgets.lines import with_more


class ChoiceEditor(Dropdown[str]):
    """One of a few; a stored value that is not among them is shown, so that nothing typed elsewhere is hidden."""

    def __init__(self, question: Question, value: Json) -> None:
        self.question = question
        super().__init__(
            self._offered(value), prompt="Choose…", compact=True, allow_blank=True, value=self._chosen(value)
        )

    def show(self, value: Json) -> None:
        """Show a value."""
        with self.prevent(Select.Changed):
            if value and value not in {choice.value for choice in self.question.choices}:
                self.set_options(self._offered(value))
            self.value = self._chosen(value)

    def typed(self) -> Json:
        """Nothing: a choice tells at once."""
        return None

    @on(Select.Changed)
    def _changed(self, event: Select.Changed) -> None:
        event.stop()
        value = "" if self.is_blank() else str(event.value)
        self.post_message(FieldEdited(self.question.path, value))

    def _offered(self, value: Json) -> list[tuple[Content, str]]:
        known = [(Content(choice.shown), choice.value) for choice in self.question.choices]
        other = value and value not in {choice.value for choice in self.question.choices}
        return [*known, (Content(f"{value} (not one of the choices)"), str(value))] if other else known

    def _chosen(self, value: Json) -> str | NoSelection:
        return str(value) if value else Select.NULL


class LinksEditor(Static, can_focus=True):
    """The records chosen, by name; Enter or a click opens the list to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", "Choose", id="links.choose"),
    ]

    def __init__(self, question: Question, names: list[str]) -> None:
        self.question = question
        self._names = ""
        super().__init__()
        self.show(names)

    def show(self, value: Json) -> None:
        """Show the names of the linked records (the form looks them up)."""
        self._names = "; ".join(value) if value else "none chosen"
        self.refresh(layout=True)

    def render(self) -> Content:
        """The names, and behind or below them how to choose."""
        return self._told(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as Textual has it
        """Lines at a width: where how to choose stands depends on that."""
        return self._told(width).get_height(self.styles.get_rules(), width) if width else 0

    def _told(self, width: int) -> Content:
        hint = with_more(self._names, "Enter to choose", max(1, width), "   ")[len(self._names) :]
        return Content.assemble(self._names, (hint, "dim"))

    def typed(self) -> Json:
        """Nothing: links are chosen elsewhere."""
        return None

    def action_choose(self) -> None:
        """Ask the screen for the list."""
        self.post_message(LinksWanted(self.question.path, self.question.to))

    def on_click(self) -> None:
        """Same as Enter."""
        self.action_choose()

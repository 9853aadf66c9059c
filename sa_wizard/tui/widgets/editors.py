"""One editor per kind of answer. Each shows a value, tells its screen when a person changes it, and keeps nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar, Protocol, cast, runtime_checkable

from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Select, Static, TextArea
from textual.widgets.select import NoSelection

from sa_wizard.draft.values import Json, empty, shown_number
from sa_wizard.sitting.questions import Question
from sa_wizard.tui.messages import FieldEdited, LinksWanted, Pasted
from sa_wizard.tui.pasteboard import Pasteboard
from sa_wizard.tui.widgets.dropdown import Dropdown
from sa_wizard.tui.widgets.paragraphs import LongTextArea


@runtime_checkable
class Editor(Protocol):
    """What a form needs of an editor."""

    def show(self, value: Json) -> None:
        """Show a value that came from elsewhere (undo, another screen) without telling anybody."""

    def typed(self) -> Json:
        """What stands in it, told of or not; None for an editor that is not typed in."""


NEXT = Binding("enter", "app.focus_next", "Next question", show=False, priority=True, id="line.next")
"""Enter in one line of text goes to the next question."""


class LineEditor(Input):
    """One line of text, or a figure."""

    BINDINGS: ClassVar[list[BindingType]] = [NEXT]

    def __init__(self, question: Question, value: Json) -> None:
        self.question = question
        figure = question.kind == "number"  # typing a figure replaces the one that is there, as in a table of figures
        super().__init__(self._text(value), compact=True, select_on_focus=figure)

    def show(self, value: Json) -> None:
        """Show a value; a figure that is being typed with its commas is left alone."""
        text = self._text(value)
        if text != self.value:
            with self.prevent(Input.Changed):
                self.value = text

    def typed(self) -> Json:
        """The line as it stands."""
        return self.value

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the screen."""
        event.stop()
        self.post_message(FieldEdited(self.question.path, event.value, typing=True))

    def _on_paste(self, event: events.Paste) -> None:
        """Keep every line of a paste, joined by spaces: a stock Input would drop all but the first."""
        event.prevent_default()
        event.stop()
        from sa_wizard.draft.pasted import plain

        made = plain(event.text)
        with _one_step(self):
            self.replace(" ".join(made.text.splitlines()), *sorted(self.selection))
        self.post_message(Pasted(made))

    def action_copy(self) -> None:
        """Copy what is selected; all of it where nothing is."""
        _copy(self, self.selected_text, self.value)

    def action_paste(self) -> None:
        """What was cut or copied here."""
        with _one_step(self):
            super().action_paste()

    def action_cut(self) -> None:
        """Cut what is selected."""
        with _one_step(self):
            super().action_cut()

    def _text(self, value: Json) -> str:
        return shown_number(value) if self.question.kind == "number" else str(value or "")


class ProseEditor(LongTextArea):
    """Text of any length; a list is edited in it with one entry a line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g", "screen.open_editor", "Edit in $EDITOR", show=False, id="text.editor"),
    ]

    def __init__(self, question: Question, value: Json) -> None:
        self.question = question
        super().__init__(
            self._text(value), soft_wrap=True, compact=True, tab_behavior="focus", highlight_cursor_line=False
        )

    def show(self, value: Json) -> None:
        """Show a value, with the cursor at the end of what differs, so that undo can be seen."""
        text = self._text(value)
        if text == self.text:
            return
        before, start, end = self.text, 0, 0
        shortest = min(len(before), len(text))
        while start < shortest and before[start] == text[start]:
            start += 1
        while end < shortest - start and before[-1 - end] == text[-1 - end]:
            end += 1
        changed = text[start : len(text) - end]
        with self.prevent(TextArea.Changed):
            self.replace(
                changed, _location(before, start), _location(before, len(before) - end), maintain_selection_offset=False
            )
        self.move_cursor(_location(text, start + len(changed)))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the screen."""
        event.stop()
        self.post_message(FieldEdited(self.question.path, self.typed(), typing=True))

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        if self.read_only:
            return
        from sa_wizard.draft.pasted import plain

        row, column = min(self.selection)
        made = plain(event.text, entries=self.question.kind == "list", begins=not self.document[row][:column].strip())
        event.text = made.text
        with _one_step(self):
            await super()._on_paste(event)
        self.post_message(Pasted(made))

    def action_copy(self) -> None:
        """Copy what is selected; the whole text where nothing is."""
        _copy(self, self.selected_text, self.text)

    def action_paste(self) -> None:
        """What was cut or copied here."""
        with _one_step(self):
            super().action_paste()

    def action_cut(self) -> None:
        """Cut what is selected, or the line."""
        with _one_step(self):
            super().action_cut()

    def _text(self, value: Json) -> str:
        if self.question.kind == "list":
            return "\n".join(str(line) for line in value or [])
        return str(value or "")

    def typed(self) -> Json:
        """The text as it stands; of a list, its lines."""
        if self.question.kind == "list":
            return self.text.split("\n") if self.text else []
        return self.text


def _copy(editor: LineEditor | ProseEditor, selected: str, whole: str) -> None:
    """Copy, and say that it is the whole answer where nothing was selected."""
    if not selected and not whole:
        raise SkipAction
    cast(Pasteboard, editor.app).copy(selected or whole, "" if selected else "Nothing is selected, so all of it: ")


@contextmanager
def _one_step(editor: LineEditor | ProseEditor) -> Iterator[None]:
    """What is done meanwhile is one step to undo, whatever was typed just before or is typed just after."""
    editor.post_message(FieldEdited(editor.question.path, editor.typed(), typing=True))
    yield
    editor.post_message(FieldEdited(editor.question.path, editor.typed()))


def _location(text: str, index: int) -> tuple[int, int]:
    """The row and column of a place in a text."""
    return text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1


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
        yield Input(
            self.shown["start"], placeholder="YYYY-MM", compact=True, classes="month start", select_on_focus=False
        )
        yield Static(Content(" to "), classes="between")
        yield Input(self.shown["end"], placeholder="YYYY-MM", compact=True, classes="month end", select_on_focus=False)

    def show(self, value: Json) -> None:
        """Show a value."""
        self.shown = {**empty("period"), **(value or {})}
        for end in ("start", "end"):
            month = self.query_one(f".{end}", Input)
            if month.value != self.shown[end]:
                with month.prevent(Input.Changed):
                    month.value = self.shown[end]

    def typed(self) -> Json:
        """Both months as they stand."""
        months = {end: self.query_one(f".{end}", Input).value for end in ("start", "end")}
        return {**self.shown, **months}

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the screen."""
        event.stop()
        end = "start" if event.input.has_class("start") else "end"
        if self.shown[end] != event.value:
            self.shown = {**self.shown, end: event.value}
            self.post_message(FieldEdited(self.question.path, dict(self.shown), typing=True))

    def on_input_blurred(self, event: Input.Blurred) -> None:
        """A month that was written in words, and left, is shown as it is kept."""
        from sa_wizard.draft.months import spelled

        month = spelled(event.input.value)
        if month and event.input.value.strip() != month:
            event.input.value = month


class LinksEditor(Static, can_focus=True):
    """The records chosen, by name; Enter or a click opens the list to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", "Choose", id="links.choose"),
    ]

    def __init__(self, question: Question, names: list[str]) -> None:
        self.question = question
        super().__init__()
        self.show(names)

    def show(self, value: Json) -> None:
        """Show the names of the linked records (the form looks them up)."""
        names = "; ".join(value) if value else "none chosen"
        self.update(Content.assemble(names, ("   Enter to choose", "dim")))

    def typed(self) -> Json:
        """Nothing: links are chosen elsewhere."""
        return None

    def action_choose(self) -> None:
        """Ask the screen for the list."""
        self.post_message(LinksWanted(self.question.path, self.question.to))

    def on_click(self) -> None:
        """Same as Enter."""
        self.action_choose()

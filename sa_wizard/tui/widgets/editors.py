"""What answers are typed in.

Every editor has ``show``, for a value that came from elsewhere (undo, another screen), of which it tells nobody, and
``typed``: what stands in it, told of or not; None where nothing is typed. It keeps nothing else.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar, cast

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widgets import Input, TextArea

from sa_wizard.draft.values import Json, shown_number
from sa_wizard.sitting.questions import Question
from sa_wizard.tui.messages import FieldEdited, Pasted
from sa_wizard.tui.pasteboard import Pasteboard
from sa_wizard.tui.widgets.paragraphs import LongTextArea

NEXT = Binding("enter", "app.focus_next", "Next question", show=False, priority=True, id="line.next")
"""Enter in one line of text goes to the next question."""


class OneLine(Input):
    """One line to type in; or to read only, to move in and to copy from.

    Why not disabled: a line that cannot have the focus cannot be read to its end.
    """

    read_only = False

    def replace(self, text: str, start: int, end: int) -> None:
        """Put a text in place of a part. Every key and every paste that changes something comes here."""
        if not self.read_only:
            super().replace(text, start, end)

    def clear(self) -> None:
        """Leave nothing."""
        if not self.read_only:
            super().clear()

    def on_focus(self) -> None:
        """Come with the cursor in view: Textual leaves a text as it was laid out, whose end it is at."""
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

    async def _on_key(self, event: events.Key) -> None:
        """What can only be read leaves the key to the screen, which says so."""
        if self.read_only:
            event.prevent_default()


class LineEditor(OneLine):
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
        if self.read_only:
            return
        from sa_wizard.draft.pasted import plain

        made = plain(event.text).in_one_line()
        with _one_step(self):
            self.replace(made.text, *sorted(self.selection))
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

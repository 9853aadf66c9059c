"""A form: the questions of a section or of one entry, each with its label, state and editor."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea
from textual.widgets.input import Selection

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.paths import resolve, within
from sa_wizard.draft.values import Json
from sa_wizard.review.findings import GRAVE, Finding
from sa_wizard.sitting import lengths
from sa_wizard.sitting.questions import Question
from sa_wizard.sitting.rows import names_of, table
from sa_wizard.tui.commands import Keyed
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.widgets.editors import LineEditor, ProseEditor
from sa_wizard.tui.widgets.rowlist import Rows, RowsEditor
from sa_wizard.tui.widths import cut_at_word

if TYPE_CHECKING:
    from sa_wizard.tui.widgets.choosers import ChoiceEditor, LinksEditor
    from sa_wizard.tui.widgets.period import PeriodEditor

    AnyEditor = LineEditor | ProseEditor | ChoiceEditor | PeriodEditor | LinksEditor | RowsEditor

NARROW = 76
"""Columns that a label has before it is known how many it has."""
_SHORTEST = 12
"""Columns of a label of which no more is cut."""


class FieldBox(Vertical):
    """One question: its label, its editor, and what the checker finds in the answer."""

    def __init__(self, question: Question, editor: "AnyEditor") -> None:
        super().__init__(id=question.widget_id, classes=f"kind-{question.kind}")
        self.question = question
        self.editor = editor
        self.label = Content.assemble("  ", (question.label, "bold"))
        """What stands above the editor; the state of the answer comes into it when that is known."""
        self.found = Static(classes="found")
        """Under the editor once something is found."""
        self._told: list[Finding] = []
        self._marked = ("", 0)
        """The state last shown, and the width it was shown at."""

    def compose(self) -> ComposeResult:
        """The editor under the label; what is found comes under it, so that nothing being written moves."""
        self.editor.styles.margin = (1, 0, 0, 0)
        yield self.editor

    def render(self) -> Content:
        """The label, in the line that the editor leaves free."""
        return self.label

    def on_resize(self) -> None:
        """What is being written in stays in view when it grows, is laid out late, or the window changes."""
        state, width = self._marked
        if state and width != self.size.width:
            self.mark(state)
        if self.has_focus_within and isinstance(self.parent, Form):
            self.call_after_refresh(self.parent.show_whole, self.question.path)

    def mark(self, state: str) -> None:
        """Show the state of the answer by glyph and words: ``empty``, ``begun``, ``answered`` or ``problems``."""
        mark = glyphs()
        glyph = {"answered": mark.full, "begun": mark.half, "problems": mark.wrong}.get(state, mark.empty)
        in_section = "[" not in self.question.path
        serves = f"  ({', '.join(self.question.items)})" if self.question.items and in_section else ""
        need = "  needed" if state == "empty" and self.question.required else ""
        room = self.content_size.width or NARROW
        named = cut_at_word(self.question.label, max(_SHORTEST, room - cell_len(f"{glyph} {serves}{need}")))
        told = self._length(f"{glyph} {named}{serves}{need}  ", room)
        self._marked = (state, self.size.width)
        self.label = Content.assemble(
            f"{glyph} ", (named, "bold"), (serves, "dim"), (f"{need}  {told}".rstrip(), "dim")
        )
        self.refresh(Region(0, 0, self.size.width, 1))

    def _length(self, before: str, width: int) -> str:
        """How long a text is, beside how long it might be, as far as the line has room."""
        if self.question.kind != "text":
            return ""
        room = width - cell_len(before)
        return lengths.beside(
            lengths.count(self.editor.typed()), self.question.length, glyphs().dot, lambda told: cell_len(told) <= room
        )

    def show_found(self, findings: Sequence[Finding]) -> None:
        """Show the gravest finding, what to do, and how many more there are. A missing one the label tells."""
        once: dict[str, Finding] = {}
        for each in findings:
            if not self._is_missing(each):
                once.setdefault(each.message, each)
        told = sorted(once.values(), key=lambda each: GRAVE[each.severity])
        if told == self._told:
            return
        self._told = told
        self.found.display = bool(told)
        if told:
            if not self.found.is_attached:
                self.mount(self.found)
            more = cast(Keyed, self.app).said(f"  (and {len(told) - 1} more: F3)") if len(told) > 1 else ""
            mark = glyphs().wrong if told[0].severity == "error" else glyphs().severity(told[0].severity)
            said = " ".join(part for part in (mark, told[0].message, self._where(told[0]), told[0].hint) if part)
            self.found.update(Content.assemble(said, (more, "dim")))

    def _where(self, finding: Finding) -> str:
        """The sentence it is about, where the answer is too long to look through."""
        from sa_wizard.review import in_place

        typed = self.editor.typed()
        lines = typed if isinstance(typed, list) else [typed]
        here = [in_place.sentence(finding, line) for line in lines if isinstance(line, str)]
        found = next((each for each in here if each), "")
        return f"It stands in {found}." if found else ""

    def _is_missing(self, finding: Finding) -> bool:
        return finding.code == "missing" and finding.path == self.question.path

    def focus_editor(self) -> None:
        """Put the focus where typing goes."""
        target = next((widget for widget in (self.editor, *self.editor.query("*")) if widget.focusable), None)
        if target is not None:
            target.focus()


class Form(VerticalScroll, can_focus=False):
    """The boxes of some questions over one draft.

    ``until``: the path of the one that is wanted first. Those behind it come with ``complete``; None: all are there at
    once.
    """

    def __init__(self, asked: Asked, questions: Iterable[Question], until: str | None = None) -> None:
        super().__init__()
        self.questions = tuple(questions)
        self._asked = asked
        wanted = (number for number, each in enumerate(self.questions) if until and within(each.path, until))
        self._there = len(self.questions) if until is None else next(wanted, 0) + 1

    def compose(self) -> ComposeResult:
        """One box a question."""
        yield from self._made(self.questions[: self._there])

    async def complete(self) -> None:
        """Ask the questions that are not there yet, below the others."""
        there, self._there = self._there, len(self.questions)
        await self.mount_all(self._made(self.questions[there:]))

    def _made(self, questions: Iterable[Question]) -> Iterator[FieldBox]:
        for question in questions:
            yield FieldBox(question, editor_for(self._asked, question))

    def boxes(self) -> list[FieldBox]:
        """The boxes in order."""
        return list(self.query_children(FieldBox))

    def box(self, path: str) -> FieldBox | None:
        """The box that asks for a path, or None."""
        return next((box for box in self.boxes() if box.question.path == path), None)

    def show(self, asked: Asked) -> None:
        """Show the draft as it now stands, in every editor, without telling anybody."""
        with self._in_view():
            for box in self.boxes():
                box.editor.show(shown(asked, box.question))

    def mark(self, states: Mapping[str, str], findings: Iterable[Finding] = ()) -> None:
        """Show the states of the answers by path, and what was found in each."""
        told = list(findings)
        with self._in_view():
            for box in self.boxes():
                path = box.question.path
                box.mark(states.get(path, "empty"))
                box.show_found([each for each in told if within(path, each.path)])

    @contextmanager
    def _in_view(self) -> Iterator[None]:
        """What is written in stays in view when what is above it grows or shrinks; scrolled away, it is left."""
        box = self._focused()
        seen = box is not None and box.region.overlaps(self.region)
        yield
        if box is not None and seen:
            self.call_after_refresh(self.show_whole, box.question.path)

    def _focused(self) -> FieldBox | None:
        return next((box for box in self.boxes() if box.has_focus_within), None)

    def on_resize(self) -> None:
        """The question in focus stays in view."""
        self.call_after_refresh(self.show_focused)

    def show_focused(self) -> None:
        """Scroll so that the question in focus is seen."""
        box = self._focused()
        if box is not None:
            self.show_whole(box.question.path)

    def show_whole(self, path: str) -> bool:
        """Scroll so that a question is seen whole, or as far as there is room from its label or its cursor on.

        False when it is not laid out yet, or not asked for.
        """
        box = self.box(path)
        if box is None or not box.size.height or not self.size.height:
            return False
        if box.size.height <= self.size.height:
            self.scroll_to_widget(box, animate=False)
        else:
            top = box.virtual_region.y
            last = top + _line_of_cursor(self.screen.focused, box) + 1
            self.scroll_to(y=max(top, last - self.size.height), animate=False, immediate=True)
        return True

    def focus_path(self, path: str) -> bool:
        """Focus the editor of a path; False when the form does not ask for it."""
        box = self.box(path)
        if box is not None:
            box.focus_editor()
        return box is not None


def editor_for(asked: Asked, question: Question) -> "AnyEditor":
    """The editor for a question's kind, showing the answer the draft holds."""
    value = shown(asked, question)
    match question.kind:
        case "choice":
            from sa_wizard.tui.widgets.choosers import ChoiceEditor

            return ChoiceEditor(question, value)
        case "period":
            from sa_wizard.tui.widgets.period import PeriodEditor

            return PeriodEditor(question, value)
        case "records":
            return RowsEditor(question, value)
        case "links":
            from sa_wizard.tui.widgets.choosers import LinksEditor

            return LinksEditor(question, value)
        case "text" | "list":
            return ProseEditor(question, value)
        case _:
            return LineEditor(question, value)


def shown(asked: Asked, question: Question) -> Json:
    """What the editor of a question shows: the stored value, the names of links, or the table of records."""
    if question.kind == "records":
        return table(asked, question.path, question.columns)
    value = asked.draft.at(resolve(asked.outline, question.path))
    return names_of(asked, question.to, value) if question.kind == "links" else value


def question_of(widget: Widget | None) -> Question | None:
    """The question a focused widget belongs to, or None."""
    box = next((each for each in widget.ancestors_with_self if isinstance(each, FieldBox)), None) if widget else None
    return box.question if box else None


def _line_of_cursor(widget: Widget | None, box: FieldBox) -> int:
    """The line of a box that the cursor is in, from its label at 0."""
    if widget is None or box not in widget.ancestors:
        return 0
    top = widget.region.y - box.region.y
    if isinstance(widget, TextArea):
        return widget.cursor_screen_offset.y - box.region.y
    return top + (widget.highlighted or 0) - widget.scroll_offset.y if isinstance(widget, Rows) else top


def cursor_of(widget: Widget | None) -> tuple[int, int]:
    """Where the cursor is in a focused editor: row and column."""
    if isinstance(widget, TextArea):
        return widget.cursor_location
    if isinstance(widget, Input):
        return (0, widget.cursor_position)
    if isinstance(widget, Rows):
        return (widget.highlighted or 0, 0)
    return (0, 0)


def put_cursor(widget: Widget | None, row: int, column: int, marked: int = 0) -> None:
    """Put the cursor back where it was; ``marked``: behind so many characters from there, with them selected."""
    if isinstance(widget, TextArea):
        widget.move_cursor((row, column))
        if marked:
            widget.move_cursor((row, column + marked), select=True, center=True)
    elif isinstance(widget, Input):
        widget.selection = Selection(column, column + marked)
    elif isinstance(widget, Rows) and row < widget.option_count:
        widget.highlighted = row

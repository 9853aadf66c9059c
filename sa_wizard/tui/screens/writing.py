"""What the two writing screens share: a form over the session, guidance, saving, judging, undo."""

import asyncio
from abc import abstractmethod
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Select, Static, TextArea

from sa_wizard.draft.session import Session
from sa_wizard.draft.values import Json
from sa_wizard.errors import SaWizardError
from sa_wizard.sitting.desk import title
from sa_wizard.sitting.questions import Question
from sa_wizard.tui.messages import FieldEdited
from sa_wizard.tui.screens.listing import ListingScreen
from sa_wizard.tui.widgets.editors import OneLine
from sa_wizard.tui.widgets.form import Form, cursor_of, put_cursor, question_of
from sa_wizard.tui.widgets.keys import KeyLine
from sa_wizard.tui.widgets.lines import Guidance, StatusLine, TopLine
from sa_wizard.tui.widgets.rowlist import RowsEditor


class WritingScreen(ListingScreen):
    """A form over the session. Subclasses say which questions, under what heading, and where undo may lead."""

    AUTO_FOCUS = ""  # the first question, not the outline

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Next question", show=False, priority=True, id="write.tab"),
        Binding("shift+tab", "app.focus_previous", "Previous question", show=False, priority=True, id="write.backtab"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.first: str | None = None
        """The path that is shown first, and the questions behind it with ``complete``; None: all at once."""
        self._building = asyncio.Lock()
        self._seen = False

    @abstractmethod
    def questions(self) -> tuple[Question, ...]:
        """What the form asks now."""

    @abstractmethod
    def heading(self) -> Content:
        """The line above the form."""

    def side(self) -> ComposeResult:
        """What stands beside the form."""
        yield from ()

    def compose(self) -> ComposeResult:
        """Top line, heading, form, guidance, status, keys."""
        yield TopLine()
        with Vertical(id="body"):
            yield from self.side()
            yield Static(id="heading")
            yield Form(self.session.asked, self.questions(), self.first)
            yield Guidance()
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """First paint before the first judgement. Textual calls it beside the ``on_mount`` of a subclass."""
        self.refresh_words()
        self.call_after_refresh(self.judge_now)

    def on_resize(self) -> None:
        """The lines around the form follow the width; before the first judgement they are on their way already."""
        if self.review is not None:
            self.call_after_refresh(self._fit_lines)

    def _fit_lines(self) -> None:
        if self.is_whole:
            self.refresh_words()
            self.show_status()

    @property
    def is_whole(self) -> bool:
        """Whether its widgets are there: of a screen that is put away they go first, and what was to be done comes."""
        return bool(self.query(KeyLine))

    @property
    def form(self) -> Form:
        """The form as it stands."""
        return self.query_one(Form)

    async def rebuild(self, focus: str = "") -> None:
        """Put a new form in place of the old one; used when the questions themselves change. One at a time."""
        async with self._building:
            await self._replace_form()
        if not (focus and self.form.focus_path(focus)):
            self.focus_first()

    async def _replace_form(self) -> None:
        with self.app.batch_update():
            old = self.form
            await self.query_one("#body").mount(Form(self.session.asked, self.questions()), after=old)
            await old.remove()
            self.refresh_words()
            self.mark()

    async def complete(self) -> None:
        """Ask what was left for when the first question had been shown."""
        await self.form.complete()
        self.refresh_words()
        self.mark()

    def focus_first(self) -> None:
        """Focus the first question."""
        for box in self.form.boxes()[:1]:
            box.focus_editor()

    def refresh_words(self) -> None:
        """The lines that name the draft and the place in it."""
        if not self.is_whole:
            return
        self.query_one(TopLine).call(title(self.session))
        self.query_one("#heading", Static).update(self.heading(), layout=False)
        if self.session.read_only:
            self._only_read()

    def _only_read(self) -> None:
        """Nothing on a draft that is open for reading only can be typed in, and all of it can be read."""
        for text in self.query(TextArea):
            text.read_only = True
        for line in self.query(OneLine):
            line.read_only = True
        for rows in self.query(RowsEditor):
            rows.only_read()

    @on(FieldEdited)
    def _edited(self, message: FieldEdited) -> None:
        message.stop()
        if self.keep(message.path, message.value, typing=message.typing) and not message.typing:
            self.call_after_refresh(self.ask_again, message.path)

    def keep(self, path: str, value: Json, *, typing: bool) -> bool:
        """Put an answer into the session; False when it changed nothing or was refused, which is said."""
        try:
            if self.session.get(path) == value:  # a choice tells of itself when it is first shown, too
                return False
            from sa_wizard.review import final

            final.guard(self.session, path, value)
            changed = self.session.set(path, value, typing=typing)
        except SaWizardError as error:
            self.wizard.tell(error)
            self.form.show(self.session.asked)
            return False
        if changed:
            self.wizard.noted = ""
            self.after_change(path if typing else "")
        return changed

    def flush(self) -> None:
        """Keep what stands in the focused editor, even if its message is still on the way."""
        question = question_of(self.focused)
        box = self.form.box(question.path) if question is not None and self.query(Form) else None
        typed = box.editor.typed() if box is not None else None
        if box is not None and typed is not None:
            self.keep(box.question.path, typed, typing=True)

    def after_change(self, typed: str = "") -> None:
        """Everything a change sets in motion, none of it on the key's own path; ``typed`` is what was typed in."""
        self.wizard.save_soon()
        self.judge_soon(typed)

    async def ask_again(self, path: str) -> None:
        """A choice may have switched questions on or off: rebuild the form when it did."""
        if tuple(each.path for each in self.questions()) != tuple(each.path for each in self.form.questions):
            await self.rebuild(focus=path)

    def on_key(self, event: events.Key) -> None:
        """Say once that a draft is open for reading only, when somebody begins to type in it."""
        if self.session.read_only and (event.is_printable or event.key in ("backspace", "delete")):
            self.wizard.say_read_only(self.session)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Guidance follows the focus, and the place is remembered."""
        question = question_of(event.widget)
        if question is not None:
            self.call_later(self.form.show_whole, question.path)
            self.query_one(Guidance).show(question)
            was, self.wizard.desk.place = self.wizard.desk.place, (question.path, *cursor_of(event.widget))
            if self.wizard.guide.at in (was[0], question.path):
                self.show_status()  # at a gap, or leaving one

    def scroll_to_center(self, widget: Widget, animate: bool = True, **rest: Any) -> None:  # noqa: ANN401 - passed on
        """A question coming into focus is shown whole, label first, rather than its editor in the middle."""
        question = question_of(widget)
        if question is None or not self.form.show_whole(question.path):
            super().scroll_to_center(widget, animate=animate, **rest)

    def note_place(self) -> None:
        """Remember the cursor as it is now."""
        question = question_of(self.focused)
        if question is not None:
            self.wizard.desk.place = (question.path, *cursor_of(self.focused))

    def restore_cursor(self, row: int, column: int) -> None:
        """Put the cursor of the focused editor back where it was."""
        put_cursor(self.focused, row, column)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Another screen may have changed the draft."""
        if not self._seen:  # everything on it was dressed when it was put there
            self._seen, event.refresh_styles = True, False
        elif self.query(Form):
            self.form.show(self.session.asked)
            self.form.call_after_refresh(self.form.show_focused)
            self.refresh_words()
            self.judge_soon()

    def closed_a_list(self) -> bool:
        """Close a list of choices that is open, as Escape should before it does anything else."""
        opened = next((select for select in self.query(Select) if select.expanded), None)
        if opened is not None:
            opened.expanded = False
            opened.focus()
        return opened is not None

    def action_save(self) -> None:
        """Save at once."""
        self.wizard.save_and_say()

    def action_field_help(self) -> None:
        """Help for the field in focus, and the keys."""
        from sa_wizard.tui.screens.help import HelpScreen

        commands = [*self.commands_here(), *self.wizard.commands_here()]
        self.app.push_screen(HelpScreen(question_of(self.focused), commands, self.session.asked))

    def action_open_editor(self) -> None:
        """Write this text in the person's own editor."""
        question = question_of(self.focused)
        if question is None or question.kind != "text":
            self.wizard.say("Put the cursor in a text first.")
            return
        self.session.must_write()
        text = self.wizard.edit_outside(self.session, question.path)
        if text is not None and self.session.set(question.path, text):
            self.after_change()
            self.form.show(self.session.asked)

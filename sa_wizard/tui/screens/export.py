"""Make the document: format, file, styles; then how far it is, where it went, and whether it says it is a draft."""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Input, Select, Static
from textual.worker import Worker, WorkerState

from sa_wizard import crash
from sa_wizard.document.exports import edited
from sa_wizard.document.extracts import WHOLE
from sa_wizard.document.target import STYLED, beside
from sa_wizard.draft.session import Session
from sa_wizard.errors import ExportCancelled, SaWizardError
from sa_wizard.review.final import is_final
from sa_wizard.review.judge import judge
from sa_wizard.sitting.desk import title
from sa_wizard.sitting.spelling import expanded
from sa_wizard.tui.commands import Command, bindings
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.screens.choose import Confirm
from sa_wizard.tui.screens.explain import EXPLAIN, Explained
from sa_wizard.tui.target import (
    FORMATS,
    NO_NAME,
    SAYS_OF_ITSELF,
    bar,
    offered_parts,
    outcome,
    standing,
    with_ending,
    wrong,
)
from sa_wizard.tui.widgets.dropdown import Dropdown
from sa_wizard.tui.widgets.keys import KeyLine

if TYPE_CHECKING:
    from sa_wizard.document.export import ExportResult

BACK = Command("export.back", "Back", "back", "Stop what is running, or go back to the writing", "escape", "Back")
RUN = Command("export.run", "Export now", "export", "Make the document with these choices", "f5", "Export")


class Progressed(Message):
    """The export, in its thread, came further: what it is doing, and how much is behind it from 0 to 1."""

    def __init__(self, words: str, part: float) -> None:
        super().__init__()
        self.words = words
        self.part = part


class ExportScreen(Explained[None]):
    """Choices above, one line of progress, and what came of it below."""

    CSS_PATH = "export.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings((RUN, BACK, EXPLAIN))
    EXPLANATION = """
    Hand the document over

    Word is the usual choice: headings, contents, tables with header rows, and the marking on every page. The file
    is made beside the draft unless you say otherwise, and one that is there already is replaced only if you agree,
    and only once the new one is whole.

    A part can be made instead of the whole: the summary for the board, one section, the questions as a form for
    partners to fill in, or a report of what is missing.

    As long as something needed is missing, or the draft is not marked final, the document says on its first page
    that it is a draft.

    A reference document is a Word or OpenDocument file with your own styles: yours are used in place of the
    supplied ones.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._stop = threading.Event()
        self._worker: Worker[ExportResult] | None = None
        self._standing = ""
        self._proposed = beside(session.path, "docx").name

    def compose(self) -> ComposeResult:
        """Choices, the way on, progress and result."""
        yield Static(Content.assemble(("Export", "bold"), f"  {title(self.session)}"), id="export-title")
        yield Static(id="standing")
        with VerticalScroll(id="choices", can_focus=False):
            with Vertical(classes="choice"):
                yield Static(Content.assemble(("Format", "bold")))
                offered = [(Content(name), to) for to, name in FORMATS.items()]
                yield Dropdown(offered, value="docx", allow_blank=False, compact=True, id="format")
            with Vertical(classes="choice"):
                yield Static(Content.assemble(("What", "bold")))
                parts = [(Content(name), part) for part, name in offered_parts(self.session.asked)]
                yield Dropdown(parts, value=WHOLE, allow_blank=False, compact=True, id="part")
            with Vertical(classes="choice"):
                yield Static(
                    Content.assemble(("File", "bold"), ("  beside the draft, unless you give a folder", "dim"))
                )
                yield Input(self._proposed, compact=True, select_on_focus=False, id="file")
            with Vertical(classes="choice", id="styles"):
                yield Static(Content.assemble(("Reference document", "bold"), ("  optional: your own styles", "dim")))
                yield Input(compact=True, select_on_focus=False, id="reference", placeholder="the styles supplied")
            with Horizontal(id="way"):
                yield Button("Export", id="run", variant="primary", compact=True)
                yield Button("Back", id="back", compact=True)
            yield Static(id="progress")
            yield Static(id="outcome")
        yield KeyLine()

    def on_mount(self) -> None:
        """The first thing to decide has the focus; F5 makes the document as it is proposed."""
        self.query_one("#format").focus()
        self.call_after_refresh(self._judge)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What is decided is seen with its name above it, also where the choices have to be scrolled."""
        self.call_after_refresh(self._show_choice, event.widget)

    def scroll_to_center(self, widget: Widget, animate: bool = True, **rest: Any) -> None:  # noqa: ANN401 - passed on
        """As above, rather than its line in the middle."""
        if not self._show_choice(widget):
            super().scroll_to_center(widget, animate=animate, **rest)

    def _show_choice(self, widget: Widget) -> bool:
        choice = next((each for each in widget.ancestors if each.has_class("choice")), None)
        if isinstance(choice, Vertical):
            self.query_one("#choices").scroll_to_widget(choice, animate=False)
        return isinstance(choice, Vertical)

    def on_unmount(self) -> None:
        """A thread cannot be ended from outside: it is told to stop."""
        self._stop.set()

    @property
    def to(self) -> str:
        """The format chosen."""
        return str(self.query_one("#format", Select).value)

    @property
    def part(self) -> str:
        """What of the document is made: all of it, or a part of it."""
        return str(self.query_one("#part", Select).value)

    @property
    def running(self) -> bool:
        """Whether a document is being made."""
        return self._worker is not None

    def _judge(self) -> None:
        asked = self.session.asked
        review = judge(asked)
        self._standing = standing(review, final=is_final(asked, review))
        self._tell()

    def _tell(self) -> None:
        """What the document will say of itself; a form or a report says neither."""
        told = SAYS_OF_ITSELF.get(self.part, f"The document will say it is {self._standing}.")
        self.query_one("#standing", Static).update(Content(told))

    @on(Select.Changed)
    def _chosen(self, event: Select.Changed) -> None:
        """The file's name follows the format and the part; one that was typed keeps all but its ending."""
        event.stop()
        self.query_one("#styles").display = self.to in STYLED
        if self._standing:  # known once the screen is there
            self._tell()
        self._propose()

    def _propose(self) -> None:
        """Put the name there that the command line would give, unless another was typed."""
        from sa_wizard.document.naming import named

        line = self.query_one("#file", Input)
        if line.value != self._proposed:
            line.value = with_ending(line.value, self.to)
            return
        try:
            self._proposed = named(self.session.asked, self.session.path, self.to, self.part).name
        except SaWizardError as error:  # the settings of the house cannot be read
            self._say(f"{glyphs().wrong} {error.sentence} {error.hint}".strip())
            self._proposed = with_ending(self._proposed, self.to)
        line.value = self._proposed

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_export()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "run":
            self.action_export()
        else:
            self.action_back()

    def action_export(self) -> None:
        """Make the document; asks before an existing file is replaced."""
        if self.running:
            return
        target, reference = self._target(), self._reference()
        typed = self.query_one("#file", Input).value.strip()
        refused = wrong(target, reference, self.session.path, self.to) if typed else NO_NAME
        if refused:
            self._say(f"{glyphs().wrong} {refused}")
            return

        def answered(answer: str | None) -> None:
            if answer == "replace":
                self._start(target, reference)

        if os.path.lexists(target):
            changed = " and was changed since it was exported" if edited(target) else ""
            question = f"{target.name} is there already{changed}. Replace it?"
            self.app.push_screen(Confirm(question, {"back": "Go back", "replace": "Replace it"}), answered)
        else:
            self._start(target, reference)

    def _target(self) -> Path:
        line = self.query_one("#file", Input)
        if line.value.strip():
            line.value = with_ending(line.value, self.to, only_missing=True)
        return self._beside(line.value)

    def _reference(self) -> Path | None:
        typed = self.query_one("#reference", Input).value
        return self._beside(typed) if typed.strip() and self.to in STYLED else None

    def _beside(self, typed: str) -> Path:
        """A path as typed; a bare name means beside the draft."""
        return self.session.path.absolute().parent / expanded(typed)

    def _start(self, target: Path, reference: Path | None) -> None:
        outline, draft, to, part = self.session.outline, self.session.draft, self.to, self.part
        self._judge()
        self._stop.clear()
        stop, report = self._stop.is_set, self._report()

        def make() -> "ExportResult":
            from sa_wizard.document.publish import publish

            return publish(
                outline, draft, target, to, reference=reference, report=report, cancelled=stop, replace=True, part=part
            )

        self._say("")
        self._worker = self.run_worker(
            make, name="export", group="export", exclusive=True, thread=True, exit_on_error=False
        )
        self._dress()

    def _report(self) -> Callable[[str, float], None]:
        """What the thread calls: a message for every whole percent, nothing else is safe from there."""
        told = [""]

        def report(words: str, part: float) -> None:
            now = f"{words} {part:.2f}"
            if now != told[0]:
                told[0] = now
                self.post_message(Progressed(words, part))

        return report

    @on(Progressed)
    def _progressed(self, message: Progressed) -> None:
        message.stop()
        if self.running:
            self.query_one("#progress", Static).update(Content(bar(message.words, message.part, glyphs())))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """It is done, was stopped, or went wrong: said below, and the screen stays."""
        if event.worker is not self._worker or event.state not in (
            WorkerState.SUCCESS,
            WorkerState.ERROR,
            WorkerState.CANCELLED,
        ):
            return
        self._worker = None
        self._dress()
        error = event.worker.error
        standing = "" if self.part in SAYS_OF_ITSELF else self._standing
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self._say("\n".join(outcome(event.worker.result, standing, self.to, glyphs())))
            self.query_one("#back").focus()
        elif isinstance(error, ExportCancelled):
            self._say(f"{error.sentence} {error.hint}".strip())
        elif isinstance(error, SaWizardError):
            self._say(f"{glyphs().wrong} {error.sentence} {error.hint}".strip())
        elif error is not None:
            self._say(f"{glyphs().wrong} {crash.sentence(error)} {crash.hint(crash.record(error))}")

    def _dress(self) -> None:
        """While a document is being made, the choices rest and the second button stops it."""
        for name in ("#format", "#part", "#file", "#reference", "#run"):
            self.query_one(name).disabled = self.running
        back = self.query_one("#back", Button)
        back.label = Content("Stop" if self.running else "Back")
        if self.running:
            back.focus()
            self.query_one("#progress", Static).update(Content(bar("Starting", 0.0, glyphs())))
        self.query_one("#progress").display = self.running

    def _say(self, words: str) -> None:
        self.query_one("#outcome", Static).update(Content(words))
        self.call_after_refresh(lambda: self.query_one("#choices").scroll_end(animate=False))

    def action_back(self) -> None:
        """Stop what is running; otherwise close a list that is open, or go back."""
        opened = next((each for each in self.query(Select) if each.expanded), None)
        if self.running:
            self._stop.set()
            self.query_one("#progress", Static).update(Content("Stopping…"))
        elif opened:
            opened.expanded = False
            opened.focus()
        else:
            self.dismiss(None)

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help."""
        return (RUN, BACK, EXPLAIN)

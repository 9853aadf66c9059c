"""Start a new assessment: three short steps, back and forth, and a file that replaces nothing."""

import os
from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Button, Input, Select, Static

from sa_wizard.draft import store, unfinished
from sa_wizard.draft.session import AUTOSAVE
from sa_wizard.draft.values import Json
from sa_wizard.errors import SaWizardError
from sa_wizard.review.answers import answered
from sa_wizard.sitting import stages
from sa_wizard.sitting.new_draft import NewDraft
from sa_wizard.sitting.questions import Question
from sa_wizard.sitting.spelling import brief
from sa_wizard.sitting.stages import FILE, FOLDER, KEPT, STAGES, Stage
from sa_wizard.tui.commands import Command, bindings
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.messages import FieldEdited
from sa_wizard.tui.screens.choose import Confirm
from sa_wizard.tui.screens.explain import EXPLAIN, Explained
from sa_wizard.tui.widgets.editors import LineEditor
from sa_wizard.tui.widgets.form import FieldBox, question_of
from sa_wizard.tui.widgets.keys import KeyLine
from sa_wizard.tui.widgets.lines import Guidance
from sa_wizard.tui.widgets.steps import StepForm

NEXT = Command("setup.next", "Next", "step(1)", "The step after this one; at the end, create the draft", "f7", "Next")
CREATE = NEXT._replace(title="Create the draft", help="From what you answered; no file is replaced", footer="Create")
HERE = (
    Command("setup.leave", "Leave", "leave_setup", "Back to the first screen without a draft", "escape", "Leave"),
    Command("setup.back", "Back", "step(-1)", "The step before this one; everything typed stays", "f6", "Back"),
    NEXT,
    EXPLAIN,
)


class SetupScreen(Explained[None]):
    """Who, when, how. The answers are kept aside until the last step writes a draft of them."""

    CSS_PATH = "setup.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(HERE),
        # At once and in the order of the keys: left to the editor, letters typed after Tab would still reach it.
        Binding("tab", "app.focus_next", "Next field", show=False, priority=True, id="setup.tab"),
        Binding("shift+tab", "app.focus_previous", "Previous field", show=False, priority=True, id="setup.backtab"),
    ]
    EXPLANATION = """
    Starting a new assessment

    Three steps say whose assessment it is, which months it covers and where the draft is kept. They are the first
    answers of the section Document control, so you can change them there at any time.

    Only the partnership, the nation and the period are needed to begin, and are marked so. Everything else can wait;
    Document control then marks what a finished assessment needs. Going back loses nothing. The draft is written at
    the end; no file is ever replaced.
    """

    def __init__(self) -> None:
        super().__init__()
        self.new = NewDraft()
        self._resumed = self.new.resume()
        self._keeping: Timer | None = None
        self._marked: tuple[list[FieldBox], dict[str, str], dict[str, str]] = ([], {}, {})
        self._focused_path = ""
        self._visited: set[str] = set()
        """Paths of questions that were left once: only these are found fault with."""
        self._refused: dict[str, str] = {}
        """What stood in the way of the last attempt to create the draft, until that answer changes."""

    def compose(self) -> ComposeResult:
        """Where one is, the questions, guidance, the way on."""
        yield Static(Content.assemble(("New assessment", "bold")), id="setup-title")
        with Vertical(id="step"):
            yield Static(id="heading")
            yield self._new_form()
            yield Guidance()
        with Horizontal(id="way"):
            yield Button("Back", id="back", compact=True)
            yield Button("Next", id="next", variant="primary", compact=True)
        yield KeyLine()

    @property
    def form(self) -> StepForm:
        """The form as it stands."""
        return self.query_one(StepForm)

    @property
    def stage(self) -> Stage:
        """The step shown."""
        return STAGES[self.new.step]

    def on_mount(self) -> None:
        """Begin with the first question, or where the last attempt was cut off."""
        self._show_step()
        if self._resumed:
            self.wizard.say("These are your answers from last time, which no draft holds yet.")

    def _new_form(self) -> StepForm:
        asked = self.new.session.asked
        place = {FILE: self.new.file_name, FOLDER: self.new.folder}
        return StepForm(asked, stages.questions(self.stage, asked), place)

    def _show_step(self, focus: str = "") -> None:
        place = f"Step {self.new.step + 1} of {len(STAGES)} {glyphs().dot} "
        heading = Content.assemble(place, (self.stage.name, "bold"), "\n", (self.stage.why, "dim"))
        self.query_one("#heading", Static).update(heading)
        self.query_one("#back", Button).disabled = self.new.step == 0
        onward = self.query_one("#next", Button)
        onward.label = Content("Create the draft" if self.stage is STAGES[-1] else "Next")
        onward.refresh(layout=True)  # a new label alone keeps the old width
        self._mark()
        self.query_one(KeyLine).fit()
        if not (focus and self.form.focus_path(focus)):
            for box in self.form.boxes()[:1]:
                box.focus_editor()

    async def _rebuild(self, focus: str = "") -> None:
        with self.app.batch_update():
            old = self.form
            await self.query_one("#step").mount(self._new_form(), after=old)
            await old.remove()
        self._show_step(focus)

    def _mark(self) -> None:
        faults = self._faults()
        boxes = self.form.boxes()
        states = {box.question.path: "answered" if self._answered(box.question) else "empty" for box in boxes}
        if (boxes, states, faults) == self._marked:
            return  # most keys change nothing that is shown around the answer
        self._marked = (boxes, states, faults)
        self.form.mark({**states, **dict.fromkeys(faults, "problems")})
        self.form.tell(faults)

    def _answered(self, question: Question) -> bool:
        if question.section is KEPT:
            return bool((self.new.file_name if question.path == FILE else self.new.folder).strip())
        return answered(self.new.session.get(question.path))

    def _faults(self) -> dict[str, str]:
        found = stages.faults(self.stage, self.new.session.asked)
        return {**{path: told for path, told in found.items() if path in self._visited}, **self._refused}

    @on(FieldEdited)
    def _edited(self, message: FieldEdited) -> None:
        message.stop()
        if self._keep(message.path, message.value, typing=message.typing):
            if not message.typing:
                self.call_after_refresh(self._ask_again, message.path)
            self._mark()

    def _keep(self, path: str, value: Json, *, typing: bool) -> bool:
        """Take an answer in; False when it is the one already there."""
        if path == FILE:
            changed = self.new.name_file(str(value))
        elif path == FOLDER:
            changed, self.new.folder = value != self.new.folder, str(value)
            if changed:
                self._refused.pop(FILE, None)
                self._show_file()
        else:
            changed = self.new.session.set(path, value, typing=typing)
        if changed:
            self._refused.pop(path, None)
            if self._keeping is None:
                self._keeping = self.set_timer(AUTOSAVE, self.keep_answers)
        return changed

    def keep_answers(self, *, wait: bool = False) -> None:
        """Keep what was answered where the next start finds it, the last keys as well."""
        self._keeping = None
        if wait and self.query(StepForm):
            for path, value in self.form.typed().items():
                self._keep(path, value, typing=True)
        if self.new.session.dirty:
            self.wizard.desk.aside(self.new.keeping(), wait=wait)

    def _forget(self) -> None:
        """A draft holds the answers, or they are not wanted."""
        self.new.forget()
        self.wizard.desk.aside(unfinished.forget, wait=True)

    async def _ask_again(self, path: str) -> None:
        wanted = [question.path for question in stages.questions(self.stage, self.new.session.asked)]
        if wanted != [question.path for question in self.form.questions]:
            await self._rebuild(path)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Guidance follows the focus; an answer is found fault with once it was left."""
        question = question_of(event.widget)
        path = question.path if question else ""
        if self._focused_path and path != self._focused_path:
            self._visited.add(self._focused_path)
            self._mark()
        self._focused_path = path
        if question is not None:
            self.query_one(Guidance).show(question)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()
        if self.focused is self.query_one("#back"):
            self.query_one("#next").focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_step(-1 if event.button.id == "back" else 1)

    def action_step(self, by: int) -> None:
        """Go back, or on when nothing here stands in the way; from the last step, create the draft."""
        typing = self.focused or self
        typing.call_later(self.call_later, self._step, by)  # after the keys before it, in the order of the edits

    async def _step(self, by: int) -> None:
        for path, value in self.form.typed().items():  # the last keys may not have been told of yet
            self._keep(path, value, typing=True)
        if by < 0:
            if self.new.step > 0:
                await self._go(self.new.step - 1)
            return
        wrong = stages.faults(self.stage, self.new.session.asked)
        if wrong:
            self._point_at(wrong)
        elif self.stage is not STAGES[-1]:
            await self._go(self.new.step + 1)
        else:
            self._create()

    async def _go(self, step: int) -> None:
        self._focused_path = ""
        self._refused = {}
        self.new.step = step
        await self._rebuild()

    def _point_at(self, wrong: Mapping[str, str]) -> None:
        self._visited.update(wrong)
        self._mark()
        self.form.focus_path(next(iter(wrong)))

    def _create(self) -> None:
        name, folder = stages.named(self.new.file_name), self.new.place
        self._refused = stages.place_faults(name, folder)
        if not self._refused:
            try:
                self.new.write(folder / name, self.wizard.desk)
            except SaWizardError as error:
                self._refused = {FILE: str(error)}
            else:
                self._forget()
                self.wizard.show_edit()
                self.wizard.note(f"Created {brief(folder / name)}. Everything you type is saved in it.")
                return
        if FILE in self._refused and os.path.lexists(folder / name):
            self.new.file = stages.free_file(folder, name.removesuffix(store.SUFFIX)).name  # one more press takes it
        self._show_file()
        self._point_at(self._refused)

    def _show_file(self) -> None:
        box = self.form.box(FILE)
        if box is not None and isinstance(box.editor, LineEditor):
            box.editor.show(self.new.file_name)

    def action_leave_setup(self) -> None:
        """Back to the first screen; asks first when anything was typed."""
        opened = next((select for select in self.query(Select) if select.expanded), None)
        if opened is not None:
            opened.expanded = False
            opened.focus()
        elif not self.hold(self.wizard.show_home):
            self.wizard.show_home()

    def hold(self, then: Callable[[], object]) -> bool:
        """Ask before what was typed is lost; ``then`` is done if the person says so. False when nothing was typed."""
        if not self.new.session.dirty:
            return False

        def answered(answer: str | None) -> None:
            if answer == "leave":
                self._forget()
                then()

        question = "No draft has been created yet. Leave and lose what you typed here?"
        self.app.push_screen(Confirm(question, {"stay": "Stay here", "leave": "Leave"}), answered)
        return True

    def explanation(self) -> str:
        """The question in focus first, then what the screen is for."""
        question = question_of(self.focused)
        if question is None:
            return self.EXPLANATION
        example = f"\n\nFor example: {question.example}" if question.example else ""
        return f"{question.label}\n\n{question.guidance}{example}\n\n{self.EXPLANATION.strip()}"

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help."""
        return tuple(CREATE if each is NEXT and self.stage is STAGES[-1] else each for each in HERE)

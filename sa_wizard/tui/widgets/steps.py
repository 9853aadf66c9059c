"""The form of one step of a new draft: questions of the outline, where the draft is kept, and what is wrong."""

from collections.abc import Iterable, Mapping

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.values import Json
from sa_wizard.sitting.questions import Question
from sa_wizard.sitting.stages import KEPT
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.widgets.editors import LineEditor
from sa_wizard.tui.widgets.form import FieldBox, Form, editor_for


class StepBox(FieldBox):
    """A question with room for one sentence about what is wrong with the answer."""

    def compose(self) -> ComposeResult:
        """Label, editor, sentence."""
        yield from super().compose()
        yield Static(classes="fault")

    def tell(self, sentence: str) -> None:
        """Show what is wrong, or nothing."""
        line = self.query_one(".fault", Static)
        line.update(Content(f"{glyphs().wrong} {sentence}" if sentence else ""))
        line.display = bool(sentence)


class StepForm(Form):
    """The questions of one step. Where the draft is kept is asked the same way, though it is no answer of it."""

    def __init__(self, asked: Asked, questions: Iterable[Question], place: Mapping[str, str]) -> None:
        super().__init__(asked, questions)
        self._place = place

    def compose(self) -> ComposeResult:
        """One box a question."""
        for question in self.questions:
            own = question.section is KEPT
            editor = LineEditor(question, self._place[question.path]) if own else editor_for(self._asked, question)
            yield StepBox(question, editor)

    def tell(self, faults: Mapping[str, str]) -> None:
        """Show what is wrong beside each answer."""
        for box in self.query_children(StepBox):
            box.tell(faults.get(box.question.path, ""))

    def typed(self) -> dict[str, Json]:
        """What stands in the editors that are typed in, by path, whether they have told of it yet or not."""
        typed = {box.question.path: box.editor.typed() for box in self.boxes()}
        return {path: value for path, value in typed.items() if value is not None}

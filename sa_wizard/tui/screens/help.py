"""Help: what the question in focus wants, with an example and where it comes from, then every command with its key."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from sa_wizard.draft.asked import Asked
from sa_wizard.outline.spec import ITEMS
from sa_wizard.sitting.lengths import GUIDE, about
from sa_wizard.sitting.questions import Question
from sa_wizard.tui.commands import Command
from sa_wizard.tui.screens.explain import Page

LEVELS = {
    "statutory": "needed for a statutory item",
    "guidance": "recommended by published guidance",
    "practice": "found in good assessments",
}


class HelpScreen(Page):
    """What one question wants."""

    def __init__(self, question: Question | None, commands: Iterable[Command], asked: Asked) -> None:
        super().__init__(commands)
        self.question = question
        self.asked = asked

    def told(self) -> ComposeResult:
        """The question in focus, if there is one."""
        if self.question is not None:
            yield from self._about(self.question)

    def _about(self, question: Question) -> ComposeResult:
        yield Static(Content.assemble((question.label, "bold")))
        yield Static(Content(question.guidance), classes="part")
        if question.length:
            told = f"{about(question.length)} words; {GUIDE}."
            yield Static(Content.assemble(("Length  ", "bold"), told), classes="part")
        if question.questions:
            yield Static(Content.assemble(("Questions to ask of the data", "bold")), classes="part")
            for each in question.questions:
                yield Static(Content(f"- {each}"))
        if question.example:
            yield Static(Content.assemble(("A good example", "bold")), classes="part")
            yield Static(Content(question.example), classes="example")
        if question.kind == "records":
            told = "Enter opens an entry. a adds one, c copies it, u and d move it up and down, x deletes it."
            yield Static(Content.assemble(("In the list  ", "bold"), told), classes="part")
        law = self.asked.law
        for item in (law.item(item) for item in ITEMS if item in question.items):
            told = f"{item.wording} ({law.regulations}.) {item.why}"
            yield Static(Content.assemble((f"Item ({item.id})  ", "bold"), told), classes="part")
            yield Static(Content.assemble(("It is met when: ", "bold"), item.present))
        yield Static(Content(f"This question is {LEVELS[question.level]}."), classes="part hint")

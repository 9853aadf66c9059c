"""Help: what the question in focus wants, with an example and where it comes from, then every command with its key."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from sa_wizard.draft.asked import Asked
from sa_wizard.tui.commands import Command
from sa_wizard.tui.questions import Question

LEVELS = {
    "statutory": "needed for a statutory item",
    "guidance": "recommended by published guidance",
    "practice": "found in good assessments",
}


class HelpScreen(ModalScreen[None]):
    """Read and go back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter,q", "dismiss(None)", "Back", id="help.back"),
    ]

    def __init__(self, question: Question | None, commands: Iterable[Command], asked: Asked) -> None:
        super().__init__()
        self.question = question
        self.commands = tuple(commands)
        self.asked = asked

    def compose(self) -> ComposeResult:
        """The question first, then the keys."""
        with VerticalScroll(classes="dialog reading"):
            if self.question is not None:
                yield from self._about(self.question)
            yield Static(Content.assemble(("Keys", "bold")), classes="part")
            for command in self.commands:
                key = command.key_shown or "palette"
                yield Static(Content.assemble((f"{key:<10}", "bold"), f"{command.title}: ", (command.help, "dim")))
            yield Static(Content("Everything is also in the palette, Ctrl+P. Esc goes back."), classes="part hint")

    def _about(self, question: Question) -> ComposeResult:
        yield Static(Content.assemble((question.label, "bold")))
        yield Static(Content(question.guidance), classes="part")
        if question.questions:
            yield Static(Content.assemble(("Questions to ask of the data", "bold")), classes="part")
            for each in question.questions:
                yield Static(Content(f"- {each}"))
        if question.example:
            yield Static(Content.assemble(("A good example", "bold")), classes="part")
            yield Static(Content(question.example), classes="example")
        law = self.asked.law
        served = [law.item(item) for item in ("a", "b", "c", "d", "e", "f", "g") if item in question.items]
        for item in served:
            told = f"{item.wording} ({law.regulations}.) {item.why}"
            yield Static(Content.assemble((f"Item ({item.id})  ", "bold"), told), classes="part")
        yield Static(Content(f"This question is {LEVELS[question.level]}."), classes="part hint")

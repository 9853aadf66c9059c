"""The pages behind F1; and, on every screen where no draft is being written, what the screen is for."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from sa_wizard.tui.commands import OF_A_SECTION, Command, in_keys, with_keys

if TYPE_CHECKING:
    from sa_wizard.tui.app import WizardApp

ResultT = TypeVar("ResultT")

EXPLAIN = Command("screen.explain", "Help", "explain", "What this screen is for, and its keys", "f1", "Help")


class Explained(Screen[ResultT]):
    """A screen that says what it is for. Subclasses give the words and their commands."""

    EXPLANATION: ClassVar[str] = ""
    """A heading, then paragraphs, with blank lines between them."""

    @property
    def wizard(self) -> "WizardApp":
        """The app, by its own type."""
        return cast("WizardApp", self.app)

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help."""
        return (EXPLAIN,)

    def action_explain(self) -> None:
        """Say what the screen is for."""
        commands = [*self.commands_here(), *self.wizard.commands_here()]
        self.app.push_screen(ExplainScreen(self.explanation(), commands))

    def explanation(self) -> str:
        """What to say here and now."""
        return self.EXPLANATION


class Page(ModalScreen[None]):
    """Something to read, then the keys; Esc goes back. Subclasses say what there is to read."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter,q", "dismiss(None)", "Back", id="page.back"),
    ]

    def __init__(self, commands: Iterable[Command]) -> None:
        super().__init__()
        self.commands = tuple(commands)

    @abstractmethod
    def told(self) -> ComposeResult:
        """What stands above the keys."""

    def compose(self) -> ComposeResult:
        """The purpose first, then the keys."""
        with VerticalScroll(classes="dialog reading") as dialog:
            dialog.border_subtitle = "Esc goes back"
            yield from self.told()
            yield Static(Content.assemble(("Keys", "bold")), classes="part")
            named = (command for command in self.commands if not command.id.startswith(OF_A_SECTION))
            for command in with_keys(named, cast("WizardApp", self.app).keys):
                key = command.key_shown or "palette"
                yield Static(Content.assemble((f"{key:<10}", "bold"), f"{command.title}: ", (command.help, "dim")))
            last = "The palette, Ctrl+P, has everything, and finds sections and questions too. Esc goes back."
            yield Static(Content(self.named(last)), classes="part hint")

    def named(self, text: str) -> str:
        """A text that names keys, with those that are chosen."""
        return in_keys(text, self.commands, cast("WizardApp", self.app))


class ExplainScreen(Page):
    """What a screen is for."""

    def __init__(self, explanation: str, commands: Iterable[Command]) -> None:
        super().__init__(commands)
        self.heading, *self.paragraphs = (" ".join(part.split()) for part in explanation.strip().split("\n\n"))

    def told(self) -> ComposeResult:
        """A heading and paragraphs."""
        yield Static(Content.assemble((self.heading, "bold")))
        for paragraph in self.paragraphs:
            yield Static(Content(self.named(paragraph)), classes="part")

"""The trace: for each priority the thread from its data sources to its measure; then what is not linked to one."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sa_wizard.draft.session import Session
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.trace import trace
from sa_wizard.sitting.desk import title
from sa_wizard.tui import threads
from sa_wizard.tui.commands import Command, bindings
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.screens.explain import EXPLAIN, Explained
from sa_wizard.tui.widgets.keys import KeyLine

BACK = Command("trace.back", "Back", "back", "Back to where you were writing", "escape", "Back")
LACKING = Command(
    "trace.lacking", "Only what is missing, or everything", "lacking", "What is missing or not linked", "m", "Missing"
)


class TraceScreen(Explained[str | None]):
    """A list to walk; dismissed with the path to go to, or None."""

    CSS_PATH = "trace.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings((BACK, LACKING, EXPLAIN))
    EXPLANATION = """
    From evidence to action

    Each priority with what is behind it and what follows from it, in the order an auditor follows it: the
    data sources and consultations, the problems and public concerns they show, what is recommended, who leads it and
    how it will be judged. A circle marks what is missing.

    Under the priorities stands what is not linked to one: problems and concerns that no priority takes up, with
    what the draft says becomes of them; issues put forward that came to nothing; matters for the county with nothing
    behind them; and data sources that no problem names. A dash marks what is accounted for, a circle what is not.

    Enter, or a click, goes to the place where a line is written. Press m to see only what is missing.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.only_lacking = False
        self._paths: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """The title, the verdict, the list, the keys."""
        yield Static(Content.assemble(("Trace", "bold"), f"  {title(self.session)}"), id="check-title")
        yield Static(id="verdict")
        yield OptionList(id="trace", compact=True, markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill()
        self.query_one("#trace", OptionList).focus()

    def on_resize(self) -> None:
        """Sentences wrap at the width."""
        self._fill()

    def _fill(self) -> None:
        """The list as it now stands, the cursor on the same line where there is one."""
        seen = Evidence(self.session.asked)
        traced = trace(seen)
        listed = self.query_one("#trace", OptionList)
        at = self._paths.get(listed.highlighted_option.id or "", "") if listed.highlighted_option else ""
        width = (listed.size.width or 77) - 1
        found = threads.lines(seen, traced, glyphs(), width, lacking=self.only_lacking)
        self._paths = {f"line-{index}": line.path for index, line in enumerate(found)}
        self.query_one("#verdict", Static).update(Content(threads.verdict(traced)))
        listed.clear_options()
        listed.add_options([_option(line, index) for index, line in enumerate(found)] or [self._nothing()])
        places = [(index, line.path) for index, line in enumerate(found) if line.path]
        same = (index for index, path in places if path == at)
        listed.highlighted = next(same, places[0][0] if places else None)

    def _nothing(self) -> Option:
        told = (
            "Nothing is missing, and everything is linked." if self.only_lacking else "There is nothing to trace yet."
        )
        return Option(Content(told), disabled=True)

    @on(OptionList.OptionSelected, "#trace")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._paths[event.option.id or ""])

    def action_lacking(self) -> None:
        """Only what is missing, or everything again."""
        self.only_lacking = not self.only_lacking
        self._fill()

    def action_back(self) -> None:
        """Back to the writing."""
        self.dismiss(None)

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help."""
        return (BACK, LACKING, EXPLAIN)


def _option(line: threads.Line, index: int) -> Option:
    told = Content(f"\n{line.text}" if line.heading and index else line.text)
    return Option(told.stylize("bold") if line.heading else told, id=f"line-{index}", disabled=not line.path)

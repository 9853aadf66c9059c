"""The trace: for each priority the evidence under it, who leads it and how it is judged; then what hangs loose."""

from textwrap import fill
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sa_wizard.draft.session import Session
from sa_wizard.outline.records import Concern, Priority, Topic
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.trace import Thread, trace
from sa_wizard.tui.commands import Command, bindings
from sa_wizard.tui.desk import title
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.screens.explain import EXPLAIN, Explained
from sa_wizard.tui.widgets.keys import KeyLine

BACK = Command("trace.back", "Back", "back", "Back to where you were writing", "escape", "Back")


class TraceScreen(Explained[str | None]):
    """A list to walk; dismissed with the path to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings((BACK, EXPLAIN))
    EXPLANATION = """
    From evidence to action

    Each priority with the problems, data sources and public concerns under it, what is recommended, who leads it and
    how it will be judged. A circle marks what a priority lacks. Under the priorities stands what hangs loose:
    concerns and problems that no priority takes up. Enter, or a click, goes to the place.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """The title, the list, the keys."""
        yield Static(Content.assemble(("Trace", "bold"), f"  {title(self.session)}"), id="check-title")
        yield OptionList(id="trace", compact=True, markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the list."""
        seen = Evidence(self.session.asked)
        traced = trace(seen)
        options: list[Option] = []
        for thread in traced.threads:
            options.append(Option(_thread(thread, self.app.size.width - 5), id=seen.at(Priority, thread.row, "topics")))
        for heading, record, column, rows in (
            ("Concerns that no priority takes up", Concern, "answer", traced.loose_concerns),
            ("Problems that no priority takes up", Topic, "recommendation", traced.loose_topics),
        ):
            if rows:
                options.append(Option(Content(f"\n{heading}").stylize("bold"), disabled=True))
            unanswered = {row for row, _ in traced.unanswered} if record is Concern else set()
            for row, each in rows:
                mark = glyphs().empty if row in unanswered else glyphs().none
                told = f"  {mark} {each.shown}" + ("  neither a priority nor answered" if row in unanswered else "")
                options.append(Option(Content(told), id=seen.at(record, row, column)))
        listed = self.query_one("#trace", OptionList)
        listed.add_options(options or [Option(Content("No priority is recommended yet."), disabled=True)])
        listed.highlighted = 0 if options else None
        listed.focus()

    @on(OptionList.OptionSelected, "#trace")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option.id)

    def action_back(self) -> None:
        """Back to the writing."""
        self.dismiss(None)

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help."""
        return (BACK, EXPLAIN)


def _thread(thread: Thread, width: int) -> Content:
    """One priority and the lines of its thread, each wrapped under its own label."""
    mark = glyphs()
    priority = thread.priority
    lines = (
        ("rests on", "; ".join(thread.topics), "evidence"),
        ("from", "; ".join(thread.sources), ""),
        ("heard in", "; ".join(thread.concerns), ""),
        ("recommends", ", ".join(thread.recommended), "recommendation"),
        ("led by", priority.lead.strip(), "lead"),
        ("judged by", priority.measure.strip(), "measure"),
    )
    parts: list[str | tuple[str, str]] = [(priority.shown.strip() or f"Priority {thread.row + 1}", "bold")]
    for label, words, needed in lines:
        glyph = mark.full if words else mark.empty
        if words or needed in thread.missing:
            lead = f"  {glyph} {label:<11}"
            told = fill(words or "nothing yet", max(30, width), initial_indent=lead, subsequent_indent=" " * len(lead))
            parts.append(f"\n{told}")
    parts.append("\n")
    return Content.assemble(*parts)

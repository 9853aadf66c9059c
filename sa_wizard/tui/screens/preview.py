"""One section as it will read in the document: the same words and order, in the looks of a terminal."""

import asyncio
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from sa_wizard import crash
from sa_wizard.draft.session import Session
from sa_wizard.errors import SaWizardError
from sa_wizard.outline.spec import Section
from sa_wizard.tui.commands import Command, bindings
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.screens.explain import EXPLAIN, Explained
from sa_wizard.tui.widgets.keys import KeyLine
from sa_wizard.tui.widgets.reading import Reading

HERE = (
    Command("preview.back", "Back", "back", "Back to the section you were writing", "escape", "Back"),
    Command("preview.close", "Back", "back", "Back to the section you were writing", "f4"),
    Command("preview.edit", "Edit this section", "edit", "Go to this section's questions", "e", "Edit"),
    Command("preview.enter", "Edit this section", "edit", "Go to this section's questions", "enter"),
    Command("preview.previous", "Previous section", "neighbour(-1)", "The section before this one", "f6", "Previous"),
    Command("preview.next", "Next section", "neighbour(1)", "The section after this one", "f7", "Next"),
    Command("preview.export", "Export", "export", "Make the Word file, or another format", "f5"),
    EXPLAIN,
)
_LISTED = tuple(command for command in HERE if command.id not in ("preview.close", "preview.enter"))


class PreviewScreen(Explained[None]):
    """Reads the draft as it stands; writes nothing and opens no link."""

    CSS_PATH = "preview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(HERE)
    EXPLANATION = """
    How this section will read

    The section with its headings, tables and lists as they stand in the document. Page and typeface are Word's
    matter; the words, figures and numbers are these.

    F6 and F7 turn to the section before and after. E, or Enter, goes to this section's questions.
    """

    def __init__(self, session: Session, section_id: str) -> None:
        super().__init__()
        self.called = "Preview"
        self.session = session
        self.section_id = section_id

    @property
    def section(self) -> Section:
        """The section shown; the first one when the one asked for does not apply."""
        sections = self.session.asked.sections
        return next((each for each in sections if each.id == self.section_id), sections[0])

    def compose(self) -> ComposeResult:
        """Where one is, the text, the keys."""
        yield Static(id="place")
        yield Static(id="waiting")
        with VerticalScroll(id="page"):
            yield Reading()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the section asked for."""
        self.query_one("#page").focus()
        self._show()

    def _show(self) -> None:
        asked = self.session.asked
        number = asked.numbers.get(self.section.id)
        place = f"{number} of {len(asked.numbers)} {glyphs().dot} " if number else ""
        heading = asked.heading(self.section)
        self.query_one("#place", Static).update(Content.assemble((self.called, "bold"), f"  {place}{heading}"))
        self._wait("Preparing the preview…")
        self.run_worker(self._prepare(), name="preview", group="preview", exclusive=True, exit_on_error=False)

    async def _prepare(self) -> None:
        """Make the Markdown off the screen's own path, then show it; a later call takes the place of this one."""
        from sa_wizard.document import render

        session, section = self.session, self.section
        try:
            text = await asyncio.to_thread(render.section, session.outline, session.draft, section.id)
        except SaWizardError as error:
            self._wait(str(error))
            return
        await self.query_one(Reading).show(text)
        self._wait("")
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)

    def _wait(self, words: str) -> None:
        """Show a line in place of the text, or the text."""
        waiting = self.query_one("#waiting", Static)
        waiting.update(Content(words))
        waiting.display = bool(words)
        self.query_one("#page").display = not words
        if not words:
            self.query_one("#page").focus()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault in the program ends the preview, not the writing."""
        error = event.worker.error
        if event.worker.name == "preview" and event.state is WorkerState.ERROR and error is not None:
            self._wait(f"{crash.sentence(error)} {crash.hint(crash.record(error))}")

    def action_neighbour(self, by: int) -> None:
        """The section before or after; at either end it stays and says so."""
        sections = self.session.asked.sections
        to = sections.index(self.section) + by
        if 0 <= to < len(sections):
            self.section_id = sections[to].id
            self._show()
        else:
            self.wizard.say("This is the last section." if by > 0 else "This is the first section.")

    def action_edit(self) -> None:
        """Go to the questions of the section shown."""
        self.wizard.go(self.section.id)

    def action_export(self) -> None:
        """Make the document."""
        self.wizard.show_export()

    def action_back(self) -> None:
        """Back to the writing, where it was left."""
        self.dismiss(None)

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help."""
        return _LISTED

"""Where the writing screens lead to: the check, the trace, versions, the search, any section; and their commands."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.reactive import var

from sa_wizard.outline.spec import Section
from sa_wizard.review.findings import STATE_WORDS, Review
from sa_wizard.tui.commands import OF_A_SECTION, Command
from sa_wizard.tui.screens.undoing import UndoingScreen
from sa_wizard.tui.widgets.form import Form, put_cursor

if TYPE_CHECKING:
    from sa_wizard.draft.finding import Place
    from sa_wizard.tui.app import WizardApp

SHARED = (
    Command("write.help", "Help", "field_help", "What this question wants, with an example and the keys", "f1", "Help"),
    Command(
        "write.gap",
        "Next gap",
        "next_gap",
        "Go to the next thing missing, in the order to write it, and say why it matters",
        "f8",
        "Next gap",
    ),
    Command("write.check", "Check", "check", "What is missing, by section or by item (a) to (g)", "f3", "Check"),
    Command(
        "write.trace", "Trace evidence to priorities", "trace", "What each priority rests on, and what is not linked"
    ),
    Command("write.find", "Find and replace", "find", "Words anywhere in the draft", "ctrl+f"),
    Command("write.found_next", "Next place found", "found(1)", "Where the words that were looked for stand next"),
    Command("write.found_previous", "Previous place found", "found(-1)", "Where they stand before this one"),
    Command("write.undo", "Undo", "undo", "Take back the last change, wherever it was", "ctrl+z"),
    Command("write.redo", "Redo", "redo", "Make the last undone change again", "ctrl+y"),
    Command("write.versions", "Versions", "versions", "What the draft was: read, compare, go back, keep", "f10"),
    Command("write.save", "Save now", "save", "Save at once; it also saves by itself within a second", "ctrl+s"),
    Command(
        "write.editor", "Write in your own editor", "open_editor", "Open this text in $VISUAL or $EDITOR", "ctrl+g"
    ),
)

OUTLINE = Command("edit.outline", "Outline", "outline", "Show the sections and go to one", "f2", "Outline")
OF_SECTION = (
    Command("edit.preview", "Preview this section", "preview", "The section as it will read in the document", "f4"),
    Command("edit.export", "Export", "export", "Make the Word file, or another format", "f5", "Export"),
    Command(
        "edit.finished",
        "I have finished this section, or not yet",
        "finished",
        "Your own mark, beside what is found",
        "f9",
    ),
    Command("edit.waive", "This section does not apply…", "waive", "Asks for the reason; the document prints it"),
    Command("edit.rename", "Rename this section's heading", "rename", "Your own heading; the outline's stays known"),
    Command("edit.up", "Move this section up", "shift(-1)", "Change the order of the document"),
    Command("edit.down", "Move this section down", "shift(1)", "Change the order of the document"),
)
"""What can be done with a section, also from inside an entry of it."""


class LeadingScreen(UndoingScreen):
    """A screen on which the draft is written, and from which the others are reached."""

    review: var[Review | None] = var(None, init=False)

    @property
    @abstractmethod
    def form(self) -> Form:
        """The form as it stands."""

    @property
    @abstractmethod
    def section(self) -> Section:
        """The section that is written here, or that the entry belongs to."""

    @abstractmethod
    def flush(self) -> None:
        """Keep what stands in the focused editor, even if its message is still on the way."""

    @abstractmethod
    def note_place(self) -> None:
        """Remember the cursor as it is now."""

    def action_check(self) -> None:
        """Open the check screen."""
        self.wizard.show_check()

    def action_trace(self) -> None:
        """Open the trace."""
        self.wizard.show_trace()

    def action_versions(self) -> None:
        """Open the versions."""
        self.flush()
        self.wizard.show_versions()

    def action_preview(self) -> None:
        """The section as it will read."""
        self.flush()
        self.wizard.show_preview(self.section.id)

    def action_export(self) -> None:
        """Make the document."""
        self.flush()
        self.wizard.show_export()

    def action_find(self) -> None:
        """Open the search; what is chosen there is shown in its place, the words marked."""
        from sa_wizard.tui.screens.find import FindScreen

        self.flush()
        self.note_place()
        wizard = self.wizard

        def chosen(place: "Place | None") -> None:
            if place is not None:
                show_words(wizard, place)

        self.app.push_screen(FindScreen(self.session), chosen)

    def action_found(self, by: int) -> None:
        """Go to the next place that was found, or the one before; with nothing looked for yet, open the search."""
        search = self.wizard.desk.search
        if not search.sought.words:
            self.action_find()
            return
        self.flush()
        search.look(self.session)
        search.step(by)
        place = search.here
        if place is None or not place.text.asked:
            self.action_find()
            return
        show_words(self.wizard, place)
        self.wizard.note(f"Place {search.at + 1:,} of {len(search.places):,}.")

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help."""
        return SHARED

    def section_commands(self) -> tuple[Command, ...]:
        """One command for every section, with its state, for the palette."""
        asked = self.session.asked
        states = {judged.id: STATE_WORDS[judged.state] for judged in self.review.sections} if self.review else {}
        return tuple(
            Command(
                f"{OF_A_SECTION}{section.id}",
                f"Go to {asked.heading(section)}",
                f"section('{section.id}')",
                states.get(section.id, ""),
            )
            for section in asked.sections
        )

    def questions_here(self) -> tuple[Command, ...]:
        """One command for every question of the draft, which the palette finds by its words."""
        asked = self.session.asked
        return tuple(
            Command(
                f"ask.{section.id}.{field.id}",
                asked.say(field.label),
                f"section('{section.id}.{field.id}')",
                f"A question of “{asked.heading(section)}”",
            )
            for section in asked.sections
            for field in asked.fields(section)
        )

    def action_section(self, section: str) -> None:
        """Go to a section, or to a question of one, from the palette."""
        self.wizard.go(section)


def show_words(wizard: "WizardApp", place: "Place") -> None:
    """Go to a place where words were found, and mark them there."""
    wizard.go(place.text.path)
    # after the section is built, and after the entries that its path names are opened
    wizard.call_after_refresh(wizard.call_after_refresh, _mark, wizard, place)


def _mark(wizard: "WizardApp", place: "Place") -> None:
    screen = wizard.screen
    box = screen.form.box(place.text.path) if isinstance(screen, LeadingScreen) else None
    if box is None:
        return
    before = place.text.parts[place.part][: place.start]
    row, column = (place.part, place.start) if place.text.kind == "list" else (0, place.start)
    if place.text.kind == "text":
        row, column = before.count("\n"), len(before) - before.rfind("\n") - 1
    # once it is laid out: an editor that is moved in before wraps its text at one width and draws it at another
    box.editor.call_after_refresh(put_cursor, box.editor, row, column, place.end - place.start)

"""One version beside the draft as it is now, answer by answer, and to read. An answer or a section can be restored."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sa_wizard.draft.compare import Difference
from sa_wizard.draft.in_words import in_words, summary
from sa_wizard.draft.session import Session
from sa_wizard.draft.versions import Version
from sa_wizard.tui.commands import Command, bindings
from sa_wizard.tui.past import Past, Then, what, when
from sa_wizard.tui.screens.explain import EXPLAIN, Explained
from sa_wizard.tui.screens.preview import PreviewScreen
from sa_wizard.tui.widgets.keys import KeyLine

TAKE = Command("then.take", "Restore this answer or section", "take", "As it was then", "r", "Restore this")
WHOLE = Command("then.whole", "Go back to the whole version", "whole", "Every answer; asks first", "w", "Whole")
READ = Command("then.read", "Read this version", "read", "Section by section, as it was", "v", "Read")
UNDO = Command("then.undo", "Undo a restore", "undo", "Take back what was restored here last", "ctrl+z")
BACK = Command("then.back", "Back", "back", "Back to the versions", "escape", "Back")


class ThenScreen(Explained[bool]):
    """The answers that are not what they were. Dismissed with whether the whole version is wanted back."""

    CSS_PATH = "versions.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings((TAKE, WHOLE, READ, UNDO, BACK, EXPLAIN))
    EXPLANATION = """
    A version, and the draft now

    Each line is an answer that is not what it was, under the heading of its section. Below the list is what differs:
    a line with - was in the version and is not in the draft now, a line with + is in the draft now and was not.
    Tab goes to those lines, where the arrows move through them, and back.

    R restores the answer under the cursor, or on the heading of a section everything in that section. What the draft
    holds is kept as a version first, and Ctrl+Z takes the restoring back, here or where you write.

    W goes back to the version as a whole, and asks first. V shows it to read.
    """

    def __init__(self, past: Past, version: Version, then: Then) -> None:
        super().__init__()
        self.past = past
        self.version = version
        self.then = then
        self._groups: Mapping[str, Sequence[Difference]] = {}

    def compose(self) -> ComposeResult:
        """Which version, the answers, what differs in the one under the cursor."""
        told = f"  {when(self.version.time)}, {what(self.version)}, and the draft now"
        yield Static(Content.assemble(("Version", "bold"), told), id="versions-title")
        yield OptionList(id="answers", compact=True, markup=False)
        with VerticalScroll(id="detail"):
            yield Static(id="words")
        yield Static(id="since")
        yield KeyLine()

    def on_mount(self) -> None:
        """The cursor on the first answer."""
        self._fill()
        self.query_one("#answers", OptionList).focus()

    def _fill(self) -> None:
        listed = self.query_one("#answers", OptionList)
        at = listed.highlighted
        sections: dict[str, list[Difference]] = {}
        for each in self.then.differences:
            sections.setdefault(each.section, []).append(each)
        groups: dict[str, Sequence[Difference]] = {}
        listed.clear_options()
        for number, (section, found) in enumerate(sections.items()):
            groups[f"section-{number}"] = found
            listed.add_option(Option(Content(section).stylize("bold"), id=f"section-{number}"))
            for each in found:
                groups[each.path] = [each]
                listed.add_option(Option(Content(_line(each)), id=each.path))
        self._groups = groups
        if not groups:
            listed.add_option(Option(Content("The draft now says the same as this version."), disabled=True))
            self.query_one("#words", Static).update("")
            return
        listed.highlighted = min(1 if at is None else at, listed.option_count - 1)

    @property
    def _at(self) -> Sequence[Difference]:
        """What is under the cursor: an answer, or all of a section."""
        option = self.query_one("#answers", OptionList).highlighted_option
        return self._groups.get(option.id or "", ()) if option is not None else ()

    @on(OptionList.OptionHighlighted, "#answers")
    def _shown(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        width = max(40, (self.size.width or 80) - 4)
        self.query_one("#words", Static).update(Content("\n".join(in_words(self._at, width))))
        self.query_one("#detail", VerticalScroll).scroll_home(animate=False)

    @on(OptionList.OptionSelected, "#answers")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if not self.past.session.read_only:
            self._say("R restores this as it was.")

    def action_take(self) -> None:
        """Restore what is under the cursor."""
        found = self._at
        if not found:
            return
        told = f"“{found[0].label}”" if len(found) == 1 else f"{len(found)} answers in “{found[0].section}”"
        self.past.restore(self.version, self.then.draft, told, [each.path for each in found])
        self._changed(f"Restored {told}. Ctrl+Z takes it back.")

    def action_undo(self) -> None:
        """Take back what was restored here last."""
        self.past.undo()
        self._changed("Taken back.")

    def _changed(self, told: str) -> None:
        self.wizard.save_soon()
        self.then = self.past.then(self.version)
        self._fill()
        self._say(told)

    def _say(self, told: str) -> None:
        self.query_one("#since", Static).update(Content(told))

    def action_whole(self) -> None:
        """Go back to the whole version."""
        self.past.session.must_write()
        self.dismiss(True)

    def action_read(self) -> None:
        """The version as it reads."""
        section = self._at[0].path.partition(".")[0] if self._at else ""
        self.app.push_screen(VersionReading(self.past.reader(self.then), when(self.version.time), section))

    def action_back(self) -> None:
        """Back to the versions."""
        self.dismiss(False)

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help."""
        if self.past.session.read_only:
            return (READ, BACK, EXPLAIN)
        return (TAKE, WHOLE, READ, BACK, EXPLAIN, UNDO)


READING = (
    Command("reading.back", "Back", "back", "Back to the versions", "escape", "Back"),
    Command("reading.previous", "Previous section", "neighbour(-1)", "The section before this one", "f6", "Previous"),
    Command("reading.next", "Next section", "neighbour(1)", "The section after this one", "f7", "Next"),
    EXPLAIN,
)


class VersionReading(PreviewScreen, inherit_bindings=False):
    """A version to read, in the looks of the preview."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(READING)
    EXPLANATION = """
    How this version reads

    The draft as it was, section by section. Nothing can be changed here. F6 and F7 turn to the section before and
    after; Escape goes back to the versions.
    """

    def __init__(self, session: Session, called: str, section_id: str = "") -> None:
        super().__init__(session, section_id)
        self.called = f"As it was {called}"

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help."""
        return READING


def _line(each: Difference) -> str:
    said = summary(each)
    return f"  {each.label}: {said}" if said else f"  {each.label}"

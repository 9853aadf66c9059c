"""What the draft was: every version kept of it, what has changed since each, and the way back."""

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from sa_wizard.draft.in_words import in_words
from sa_wizard.draft.restoring import Amount, amount
from sa_wizard.draft.session import Session
from sa_wizard.draft.versions import Version
from sa_wizard.errors import SaWizardError
from sa_wizard.sitting.desk import title
from sa_wizard.tui.commands import Command, bindings
from sa_wizard.tui.past import HEADINGS, Past, Then, line, spread, told_of, what, when
from sa_wizard.tui.screens.choose import AskLine, Confirm
from sa_wizard.tui.screens.explain import EXPLAIN, Explained
from sa_wizard.tui.screens.then import ThenScreen, VersionReading
from sa_wizard.tui.widgets.keys import KeyLine

COMPARE = Command("versions.compare", "Compare with now", "compare", "Answer by answer", "enter", "Compare")
READ = Command("versions.read", "Read this version", "read", "Section by section, as it was", "v", "Read")
RESTORE = Command("versions.restore", "Go back to this version", "restore", "The whole draft", "r", "Restore")
KEEP = Command("versions.keep", "Keep the draft as it is now", "keep", "By a name, for ever", "k", "Keep now")
NAME = Command("versions.name", "Name this version", "name", "So that it stays for ever", "n")
UNDO = Command("versions.undo", "Undo a restore", "undo", "Take back what was restored here last", "ctrl+z")
BACK = Command("versions.back", "Back", "back", "Back to where you were writing", "escape", "Back")
CLOSE = Command("versions.close", "Back", "back", "Back to where you were writing", "f10")

SHOWN = 20
"""Answers of which the words are shown under the list: the first lines are what is looked at there."""

_NONE = "No version of this draft is kept yet. One is kept when it is saved, at most every minute."


class VersionsScreen(Explained[str | None]):
    """The list. Dismissed with the place of what was restored, or None when nothing was."""

    CSS_PATH = "versions.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings((COMPARE, READ, RESTORE, KEEP, NAME, UNDO, BACK, CLOSE, EXPLAIN))
    STAYS = ("versions.restore", "versions.keep")
    EXPLANATION = """
    What the draft was

    A version is kept whenever the draft is saved, at most every minute. Of those that are kept by themselves all of the
    last hour stay, then one an hour for a day, one a day for a month, and one a week. One that you name stays for ever.

    Each line says when it was kept, how many words it had, and how many words came (+) and went (-) since then. Below
    the list stands what they are: a line with - was in that version and is not in the draft now, a line with + is in
    the draft now and was not.

    Tab goes to those lines, where the arrows move through them, and back. Enter compares the version with now, answer
    by answer; there one answer or one section can be restored. V shows it to read. R makes the whole draft what it was.

    Going back loses nothing: what the draft holds is kept as a version first, and Ctrl+Z takes it back.

    K keeps the draft as it is now by a name, such as "sent to the board"; N names the version under the cursor.
    """

    class Measured(Message):
        """It is known how much has changed since a version, or why it cannot be."""

        def __init__(self, version: Version, found: Amount | SaWizardError) -> None:
            super().__init__()
            self.version = version
            self.found = found

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.past = Past(session)
        self._found: dict[Version, Amount | SaWizardError] = {}
        self._then: tuple[Version, Then] | None = None

    def compose(self) -> ComposeResult:
        """What is open, the headings, the list, what has changed since the version under the cursor."""
        yield Static(Content.assemble(("Versions", "bold"), f"  {title(self.past.session)}"), id="versions-title")
        yield Static(Content(self.past.session.whence.sentence), id="whence")
        yield Static(id="headings")
        yield OptionList(id="versions", compact=True, markup=False)
        yield Static(id="since")
        with VerticalScroll(id="detail"):
            yield Static(id="words")
        yield KeyLine()

    def on_mount(self) -> None:
        """The newest first, with the cursor on it."""
        self.query_one("#whence").display = bool(self.past.session.whence.sentence)
        self._fill()
        self.query_one("#versions", OptionList).focus()

    def on_resize(self) -> None:
        """The lines follow the width."""
        self._fill(self._at)

    @property
    def _width(self) -> int:
        return (self.query_one("#versions", OptionList).size.width or (self.size.width or 80) - 2) - 1

    @property
    def _at(self) -> Version | None:
        """The version under the cursor: by its file, since its number changes when another is kept."""
        option = self.query_one("#versions", OptionList).highlighted_option
        return next((each for each in self.past.listed if option and str(each.file) == option.id), None)

    def _fill(self, at: Version | None = None) -> None:
        """The list as it now stands; what the versions differ in is worked out meanwhile."""
        listed = self.query_one("#versions", OptionList)
        before = listed.highlighted or 0
        listed.clear_options()
        listed.add_options(self._option(number) for number in range(len(self.past.listed)))
        headings = self.query_one("#headings", Static)
        headings.display = bool(self.past.listed)
        headings.update(Content(spread(HEADINGS, self._width)).stylize("dim"))
        self.query_one(KeyLine).fit()
        if not self.past.listed:
            listed.add_option(Option(Content(_NONE), disabled=True))
            self._say("")
            return
        same = [number for number, each in enumerate(self.past.listed) if at is not None and each.time == at.time]
        listed.highlighted = same[0] if same else min(before, len(self.past.listed) - 1)
        self._measure(tuple(each for each in self.past.listed if each not in self._found))

    def _option(self, number: int) -> Option:
        version = self.past.listed[number]
        told = line(number + 1, version, self._found.get(version), self._width)
        return Option(Content(told), id=str(version.file))

    @work(thread=True, group="measure", exclusive=True)
    def _measure(self, versions: tuple[Version, ...]) -> None:
        """How much has changed since each, one after the other, while the person goes on."""
        worker = get_current_worker()
        for version in versions:
            if worker.is_cancelled:
                return
            try:
                found: Amount | SaWizardError = amount(self.past.then(version).differences)
            except SaWizardError as error:
                found = error
            self.post_message(self.Measured(version, found))

    @on(Measured)
    def _measured(self, message: Measured) -> None:
        message.stop()
        self._found[message.version] = message.found
        self._draw(message.version)

    def _draw(self, version: Version) -> None:
        """The line of a version, as far as is known now."""
        if version in self.past.listed:
            option = self._option(self.past.listed.index(version))
            self.query_one("#versions", OptionList).replace_option_prompt(option.id or "", option.prompt)

    def _open(self, version: Version) -> Then | None:
        """What a version holds; says why when it cannot be opened."""
        if self._then is None or self._then[0] != version:
            try:
                self._then = (version, self.past.then(version))
            except SaWizardError as error:
                self._found[version] = error
                self._draw(version)
                self._say(str(error))
                return None
        return self._then[1]

    @on(OptionList.OptionHighlighted, "#versions")
    def _shown(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.call_after_refresh(self._look, self._at)

    def _look(self, version: Version | None) -> None:
        """Open a version and say what has changed since, unless the cursor has gone on meanwhile."""
        if version is None or version != self._at:
            return
        then = self._open(version)
        if then is None:
            return
        width = max(40, (self.size.width or 80) - 4)
        told = "\n".join(in_words(then.differences[:SHOWN], width))
        if len(then.differences) > SHOWN:
            told += f"\n\n… and {len(then.differences) - SHOWN} more answers. Enter lists them all."
        found = self._found[version] = amount(then.differences)
        self._draw(version)
        self._say(f"Since {when(version.time)}: {told_of(found)}" if told else "The draft now says the same.", told)

    def _say(self, since_then: str, words: str = "") -> None:
        self.query_one("#since", Static).update(Content(since_then))
        self.query_one("#words", Static).update(Content(words))
        self.query_one("#detail", VerticalScroll).scroll_home(animate=False)

    @on(OptionList.OptionSelected, "#versions")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_compare()

    def action_compare(self) -> None:
        """Answer by answer."""
        version = self._at
        then = self._open(version) if version is not None else None
        if version is None or then is None:
            return

        def back(whole: bool | None) -> None:
            self._changed(version)
            if whole:
                self._ask_restore(version)

        self.app.push_screen(ThenScreen(self.past, version, then), back)

    def action_read(self) -> None:
        """The version as it reads."""
        version = self._at
        then = self._open(version) if version is not None else None
        if version is not None and then is not None:
            self.app.push_screen(VersionReading(self.past.reader(then), when(version.time)))

    def action_restore(self) -> None:
        """Make the whole draft what it was."""
        version = self._at
        if version is not None:
            self._ask_restore(version)

    def _ask_restore(self, version: Version) -> None:
        then = self._open(version)
        if then is None:
            return
        self.past.session.must_write()

        def answered(answer: str | None) -> None:
            if answer == "restore":
                self._restore(version, then)

        asked = (
            f"Make the whole draft what it was {when(version.time)}, {what(version)}? What it holds now is kept as a "
            f"version first, and Ctrl+Z takes it back."
        )
        self.app.push_screen(Confirm(asked, {"restore": "Go back to it", "no": "Leave it as it is"}), answered)

    def _restore(self, version: Version, then: Then) -> None:
        try:
            if not self.past.restore(version, then.draft, "the draft"):
                self.wizard.say("The draft says the same already. Nothing was changed.")
                return
        except SaWizardError as error:
            self.wizard.tell(error)
            return
        self.wizard.save_soon()
        self.wizard.note(f"The draft is what it was {when(version.time)}. Ctrl+Z takes it back.")
        self.dismiss(self.past.at)

    def action_keep(self) -> None:
        """Keep the draft as it is by a name."""
        self.past.session.must_write()
        self._named("Keep the draft as it is now, for ever. What shall this version be called?", self.past.keep)

    def action_name(self) -> None:
        """Name the version under the cursor."""
        version = self._at
        self.past.session.must_write()
        if version is None:
            return
        asked = f"What shall the version of {when(version.time)} be called? It then stays for ever."
        self._named(asked, lambda name: self.past.call(version, name), version)

    def _named(self, asked: str, act: Callable[[str], None], at: Version | None = None) -> None:
        def answered(name: str | None) -> None:
            if name is None or not name.strip():
                return
            try:
                act(name)
            except SaWizardError as error:
                self.wizard.tell(error)
                return
            self._fill(at or self.past.listed[0])
            self.wizard.say(f"Kept as “{' '.join(name.split())}”.")

        self.app.push_screen(AskLine(asked), answered)

    def action_undo(self) -> None:
        """Take back what was restored here last."""
        self.past.undo()
        self.wizard.save_soon()
        self._changed(self._at)
        self.wizard.say("Taken back.")

    def _changed(self, at: Version | None) -> None:
        """The draft may have changed: its versions are listed, and each compared with it, anew."""
        self.past.look()
        self._found, self._then = {}, None
        self._fill(at)

    def action_back(self) -> None:
        """Back to the writing."""
        self.dismiss(self.past.at)

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help."""
        of_one = (COMPARE, READ) if self.past.listed else ()
        if self.past.session.read_only:
            return (*of_one, BACK, EXPLAIN)
        changing = (RESTORE, KEEP, BACK, EXPLAIN, NAME, UNDO) if self.past.listed else (KEEP, BACK, EXPLAIN)
        return (*of_one, *changing)

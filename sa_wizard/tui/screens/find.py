"""Find words in the whole draft and replace them: what to look for, every place in its words, the way there."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from sa_wizard.draft.finding import Place, Sought, quoted, told_places
from sa_wizard.draft.session import Session
from sa_wizard.draft.steps import in_words
from sa_wizard.draft.text import clean_line
from sa_wizard.errors import SaWizardError
from sa_wizard.sitting.desk import title
from sa_wizard.tui.commands import Command, bindings
from sa_wizard.tui.hits import hit
from sa_wizard.tui.screens.choose import Confirm
from sa_wizard.tui.screens.explain import EXPLAIN, Explained
from sa_wizard.tui.widgets.keys import KeyLine

BACK = Command("find.back", "Back", "back", "Back to where you were writing", "escape", "Back")
WORDS = Command("find.words", "Look for other words", "words", "To the line with what is looked for", "ctrl+f", "Words")
ONE = Command("find.one", "Replace this one", "replace_one", "The place under the cursor", "ctrl+r", "Replace")
ALL = Command("find.all", "Replace all", "replace_all", "Every place; asks first", "ctrl+t", "Replace all")
CASE = Command("find.case", "Match capitals, or not", "case", "Whether a capital is another letter")
WHOLE = Command("find.whole", "Whole words only, or not", "whole", "Whether parts of words are found")
UNDO = Command("find.undo", "Undo what was replaced", "undo", "Take back what was replaced here last", "ctrl+z")

LISTED = 500
"""Places that the list shows. Nobody reads more; they are counted and replaced all the same."""


class WordsInput(Input):
    """A line of words. A paste keeps every line, joined by spaces: a stock Input would drop all but the first."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.replace(" ".join(clean_line(line) for line in event.text.splitlines()), *sorted(self.selection))


class Hits(OptionList):
    """The places found. Tab goes on to what is to take their place: the words were typed just before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "screen.after_list", "Replace with", show=False, id="find.tab"),
    ]


class FindScreen(Explained[Place | None]):
    """The words and where they stand. Dismissed with the place to go to, or None."""

    CSS_PATH = "find.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings((BACK, WORDS, ONE, ALL, CASE, WHOLE, UNDO, EXPLAIN))
    STAYS = ("find.one", "find.all")
    EXPLANATION = """
    Find and replace

    Type words and press Enter: every place where they stand is listed, by section, in the order of the document. Enter,
    or a click, on one of them goes there, with the words marked; Ctrl+F comes back to the same list.

    All that is written is looked through: texts, lines, lists, the entries of lists, your own headings, and why a
    section does not apply. So are answers that are not asked for as things stand, and are marked so. Choices, links,
    periods and figures are never touched. Capitals make no difference until you say so, in finding and in replacing;
    the other words are put there with the capitals you type.

    Tab goes on from the list to “Replace with”, and Ctrl+F back to the words.

    Ctrl+R puts the other words in the place under the cursor and goes on to the next; Ctrl+T puts them in every place,
    and first says how many. With nothing to put in their place, the words are taken out. Both are one step, and Ctrl+Z
    takes it back, here or where you write.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """What is looked for, what takes its place, how; then how many there are, and each of them."""
        search = self.wizard.desk.search
        yield Static(Content.assemble(("Find and replace", "bold"), f"  {title(self.session)}"), id="find-title")
        with Horizontal(classes="asked"):
            yield Static(Content("Find"))
            yield WordsInput(search.sought.words, compact=True, id="words")
        with Horizontal(classes="asked", id="by-line"):
            yield Static(Content("Replace with"))
            yield WordsInput(search.by, compact=True, id="by")
        with Horizontal(id="acts"):
            yield Button(id="case", compact=True)
            yield Button(id="whole", compact=True)
            yield Button(Content("Replace this"), id="replace_one", compact=True)
            yield Button(Content("Replace all"), id="replace_all", compact=True)
        yield Static(id="told")
        yield Hits(id="hits", compact=True, markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Where the person left it: at the list if there is something in it."""
        for name in ("#by-line", "#replace_one", "#replace_all"):
            self.query_one(name).display = not self.session.read_only
        search = self.wizard.desk.search
        search.look(self.session)
        self._fill()
        self._go_to_list()

    def on_resize(self) -> None:
        """The lines follow the width."""
        self._fill()

    def _fill(self) -> None:
        """The list as it now stands, with the cursor on the place looked at."""
        search, listed = self.wizard.desk.search, self.query_one("#hits", OptionList)
        at, width = search.at, (listed.size.width or 77) - 1
        options: list[Option] = []
        section = ""
        for number, place in enumerate(search.places[:LISTED]):
            if place.text.section != section:
                section = place.text.section
                options.append(Option(Content(self._heading(place)).stylize("bold"), disabled=True))
            line = hit(place, width)
            told = Content.assemble(line.before, (line.words, "bold reverse"), line.after)
            options.append(Option(told, id=f"hit-{number}"))
        more = len(search.places) - LISTED
        if more > 0:
            options.append(Option(Content(f"… and {more:,} more. More words find fewer."), disabled=True))
        listed.clear_options()
        listed.add_options(options)
        if search.places:
            listed.highlighted = listed.get_option_index(f"hit-{min(at, LISTED - 1)}")
        self._say(search.told())
        self._label("case", "Capitals", on=search.sought.match_case)
        self._label("whole", "Whole words", on=search.sought.whole_words)

    def _heading(self, place: Place) -> str:
        number = self.session.asked.numbers.get(place.text.section)
        return f"{number} {place.text.heading}" if number else place.text.heading

    def _label(self, name: str, label: str, *, on: bool) -> None:
        self.query_one(f"#{name}", Button).label = Content(f"[{'x' if on else ' '}] {label}")

    def _say(self, told: str) -> None:
        self.query_one("#told", Static).update(Content(self.wizard.said(told)))

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value

    def _look(self, **ways: bool) -> bool:
        """Find what the line says, if it is not what was found already; False when it cannot be, which is said."""
        search = self.wizard.desk.search
        search.by = self._typed("by")
        was = search.sought
        ways = {"match_case": was.match_case, "whole_words": was.whole_words, **ways}
        try:
            search.look(self.session, Sought(clean_line(self._typed("words")), **ways))
        except SaWizardError as error:
            self.wizard.tell(error)
            return False
        self._fill()
        return True

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Look, and go on to what was found."""
        event.stop()
        self._look()
        if self.wizard.desk.search.places:
            self.query_one("#hits").focus()

    @on(Input.Blurred)
    def _left(self, event: Input.Blurred) -> None:
        """What was typed counts also when the line is left without Enter."""
        event.stop()
        search = self.wizard.desk.search
        if self.is_current and (self._typed("by") != search.by or self._typed("words") != search.sought.words):
            self._look()

    @on(OptionList.OptionHighlighted, "#hits")
    def _at(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option.id:
            self.wizard.desk.search.at = int(event.option.id.removeprefix("hit-"))

    @on(OptionList.OptionSelected, "#hits")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        here = self.wizard.desk.search.here
        if here is not None and not here.text.asked:
            self._say("That answer is kept, and not asked for as things stand: it has no place to go to.")
        elif here is not None:
            self.dismiss(here)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        await self.run_action(event.button.id or "")

    def action_words(self) -> None:
        """To the words, all of them marked, so that typing replaces them."""
        words = self.query_one("#words", Input)
        words.focus()
        words.select_all()

    def action_after_list(self) -> None:
        """From the list to the other words; where nothing can be replaced, round to the first line."""
        self.query_one("#words" if self.session.read_only else "#by").focus()

    def action_case(self) -> None:
        """Tell capitals apart, or no longer."""
        self._look(match_case=not self.wizard.desk.search.sought.match_case)

    def action_whole(self) -> None:
        """Find whole words only, or parts as well."""
        self._look(whole_words=not self.wizard.desk.search.sought.whole_words)

    def action_replace_one(self) -> None:
        """Replace the place under the cursor; of words that were not looked for yet, first show the places."""
        self.session.must_write()
        search = self.wizard.desk.search
        new = clean_line(self._typed("words")) != search.sought.words
        if not self._look():
            return
        if new or search.here is None:
            self._say(search.told())
            self._go_to_list()
            return
        if search.by:
            self._done(search.replace_here(self.session))
            return

        def answered(answer: str | None) -> None:
            if answer == "take":
                self._done(search.replace_here(self.session))
            else:
                self.query_one("#by").focus()

        asked = f"Nothing is written in “Replace with”. Take {quoted(search.sought.words)} out here?"
        self.app.push_screen(Confirm(asked, {"back": "Write it first", "take": "Take it out"}), answered)

    def action_replace_all(self) -> None:
        """Replace every place, once the person has read how many there are."""
        self.session.must_write()
        if not self._look():
            return
        search = self.wizard.desk.search
        if not search.places:
            self._say(search.told())
            return

        def answered(answer: str | None) -> None:
            if answer == "replace":
                try:
                    self._done(search.replace_all(self.session))
                except SaWizardError as error:
                    self.wizard.tell(error)

        off = sum(not place.text.asked for place in search.places)
        kept = f" {off:,} of them {'is' if off == 1 else 'are'} not asked for as things stand." if off else ""
        by = quoted(clean_line(search.by))
        asked = f"Replace {quoted(search.sought.words)} with {by} in {told_places(search.places)}?{kept}"
        asked = f"{asked} {search.of_capitals()}".rstrip()
        self.app.push_screen(Confirm(asked, {"replace": "Replace all", "no": "Leave it as it is"}), answered)

    def action_undo(self) -> None:
        """Take back what was replaced here last."""
        step = self.wizard.desk.search.undo(self.session)
        if step is None:
            self._say("Nothing was replaced here last. Ctrl+Z where you write takes back other changes.")
            return
        self.wizard.save_soon()
        self._fill()
        self._say(f"Undone: {in_words(self.session.outline, step)}.")
        self._go_to_list()

    def _done(self, done: str) -> None:
        self._fill()
        if not done:
            self._say("The words are the same. Nothing was changed.")
            return
        self.wizard.save_soon()
        self._say(f"{done.replace('replace', 'Replaced', 1)}. Ctrl+Z takes it back.")
        self._go_to_list()

    def _go_to_list(self) -> None:
        """To the places; where there are none, to the words."""
        self.query_one("#hits" if self.wizard.desk.search.places else "#words").focus()

    def action_back(self) -> None:
        """Back to the writing."""
        self.wizard.desk.search.by = self._typed("by")
        self.dismiss(None)

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help."""
        if self.session.read_only:
            return (BACK, WORDS, CASE, WHOLE, EXPLAIN)
        return (BACK, WORDS, ONE, ALL, CASE, WHOLE, UNDO, EXPLAIN)

"""Two copies of one draft, difference by difference: the author takes this one, that one or both. Writes nothing."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from sa_wizard.draft.compare import Difference
from sa_wizard.draft.in_words import in_words
from sa_wizard.draft.merge import Take, offers
from sa_wizard.tui.commands import Command, bindings
from sa_wizard.tui.screens.explain import EXPLAIN, Explained
from sa_wizard.tui.widgets.keys import KeyLine

Choices = Mapping[str, Take]

FIRST = Command("copies.mine", "Take the first", "take('mine')", "Of the difference under the cursor", "1", "First")
SECOND = Command("copies.theirs", "Take the second", "take('theirs')", "Of the difference under it", "2", "Second")
BOTH = Command("copies.both", "Take both", "take('both')", "One after the other; for texts and lists", "3", "Both")
ALL_FIRST = Command("copies.all-mine", "Take the first everywhere", "take_all('mine')", "For every difference")
ALL_SECOND = Command("copies.all-theirs", "Take the second everywhere", "take_all('theirs')", "For every difference")
ALL_BOTH = Command("copies.all-both", "Take both wherever that can be", "take_all('both')", "For every difference")
DONE = Command("copies.done", "Done", "done", "Go on with what is chosen", "f5", "Done")
LATER = Command("copies.later", "Decide later", "later", "Leave both as they are", "escape", "Later")
_ACTS = (FIRST, SECOND, BOTH, DONE, LATER, ALL_FIRST, ALL_SECOND, ALL_BOTH)


WHOLE = 60
"""Words shown around what differs: who has to choose has to see what is said."""


class CopiesScreen(Explained[Choices | None]):
    """The differences of two copies. Dismissed with a choice for each, or None when the author decides later."""

    CSS_PATH = "copies.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings((*_ACTS, EXPLAIN))
    STAYS = ("copies.done", "copies.mine", "copies.theirs")
    EXPLANATION = """
    Two copies of one draft

    Each line is an answer in which the two copies differ. Below the list stands what differs: a line with - is in the
    first copy and not in the second, a line with + is in the second and not in the first. Tab goes to those lines,
    where the arrows move through them, and back.

    Press 1 to take the first, 2 to take the second, 3 to keep both, one after the other. Nothing is chosen for you,
    and nothing is written until you have chosen for every line and press F5. What you do not take can be brought back
    with Ctrl+Z, and from the versions (F10).

    Escape leaves both copies as they are, to decide later.
    """

    def __init__(self, told: str, first: str, second: str, differences: Sequence[Difference]) -> None:
        """Say what happened, what each copy is called, and in what they differ."""
        super().__init__()
        self.told = told
        self.names: Mapping[Take, str] = {"mine": first, "theirs": second, "both": "both"}
        self.differences = {each.path: each for each in differences}
        self.chosen: dict[str, Take] = {}

    def compose(self) -> ComposeResult:
        """What happened, the differences, what differs in the one under the cursor, the buttons."""
        yield Static(Content(self.told), id="told")
        yield Static(id="count")
        yield OptionList(id="differences", compact=True, markup=False)
        with VerticalScroll(id="detail"):
            yield Static(id="words")
        with Horizontal(id="acts"):
            for name in ("mine", "theirs", "both"):
                yield Button(f"All: {self.names[name]}", id=f"all-{name}", compact=True)
            yield Button("Done", id="done", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """The cursor on the first difference."""
        self._fill()
        self.query_one("#differences", OptionList).focus()

    def _fill(self) -> None:
        listed = self.query_one("#differences", OptionList)
        at = listed.highlighted or 0
        listed.clear_options()
        listed.add_options(
            Option(Content(f"{self._mark(path):<12} {each.section} · {each.label}"), id=path)
            for path, each in self.differences.items()
        )
        listed.highlighted = min(at, listed.option_count - 1)
        left = len(self.differences) - len(self.chosen)
        said = f"To choose: {left}" if left else "All chosen; F5 goes on with it"
        names = f"1 {self.names['mine']} (lines with -) · 2 {self.names['theirs']} (lines with +) · 3 both"
        self.query_one("#count", Static).update(Content.assemble(f"{names}   ", (said, "bold")))

    def _mark(self, path: str) -> str:
        take = self.chosen.get(path)
        return "[choose]" if take is None else f"[{({'mine': '1', 'theirs': '2', 'both': 'both'})[take]}]"

    @on(OptionList.OptionHighlighted, "#differences")
    def _shown(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        each = self.differences.get(event.option.id or "")
        width = max(40, (self.size.width or 80) - 4)
        self.query_one("#words", Static).update(Content("\n".join(in_words([each], width, WHOLE)) if each else ""))

    @on(OptionList.OptionSelected, "#differences")
    def _next(self, event: OptionList.OptionSelected) -> None:
        """Enter goes from one choice to the next."""
        event.stop()
        path = event.option.id or ""
        offered = offers(self.differences[path])
        take = self.chosen.get(path)
        self._choose(path, offered[(offered.index(take) + 1) % len(offered)] if take in offered else offered[0])

    def action_take(self, take: Take) -> None:
        """Choose for the difference under the cursor, and go on to the next."""
        listed = self.query_one("#differences", OptionList)
        at = listed.highlighted_option
        if at is not None and at.id and self._choose(at.id, take):
            listed.action_cursor_down() if (listed.highlighted or 0) + 1 < listed.option_count else None

    def action_take_all(self, take: Take) -> None:
        """Choose the same for every difference that offers it."""
        for path, each in self.differences.items():
            if take in offers(each):
                self.chosen[path] = take
        self._fill()

    def _choose(self, path: str, take: Take) -> bool:
        if take not in offers(self.differences[path]):
            self.wizard.say("Only one of them can stand here.")
            return False
        self.chosen[path] = take
        self._fill()
        return True

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        name = event.button.id or ""
        if name == "done":
            self.action_done()
        else:
            take: Take = "mine" if name == "all-mine" else "theirs" if name == "all-theirs" else "both"
            self.action_take_all(take)

    def action_done(self) -> None:
        """Go on with what is chosen, once everything is."""
        left = [path for path in self.differences if path not in self.chosen]
        if left:
            self.query_one("#differences", OptionList).highlighted = list(self.differences).index(left[0])
            self.wizard.say(f"{len(left)} still to choose.")
        else:
            self.dismiss(self.chosen)

    def action_later(self) -> None:
        """Leave both copies as they are."""
        self.dismiss(None)

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help; the keys say what the copies are called."""
        of_key: Mapping[Command, Take] = {FIRST: "mine", SECOND: "theirs", BOTH: "both"}
        called = {
            each: f"{name[:1].upper()}{name[1:]}" for each, take in of_key.items() for name in (self.names[take],)
        }
        return (*(each._replace(footer=called.get(each, each.footer)) for each in _ACTS), EXPLAIN)

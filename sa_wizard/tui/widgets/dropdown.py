"""A list of choices that opens: letters lead to the choice that begins with them, and open the list when it is shut."""

from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Select
from textual.widgets._select import SelectCurrent, SelectOverlay

ValueT = TypeVar("ValueT")


class Offered(SelectOverlay):
    """The choices. Why not Textual's own search: it passes over prompts that are ``Content``, which all of ours are."""

    def begin(self, letter: str) -> None:
        """Go to the first choice that a letter means; the letters after it are added to it."""
        self._search_query = letter
        self._search_reset_timer.reset()
        at = self._find_search_match(letter)
        if at is not None:
            self.select(at)

    def _find_search_match(self, query: str) -> int | None:
        """The first choice that begins so, else the first with a word that does; the line for no choice is none."""
        typed = query.casefold()
        shown = {
            number: f" {option.prompt}".casefold()
            for number, option in enumerate(self.options)
            if isinstance(option.prompt, Content)
        }
        begins = (number for number, text in shown.items() if text[1:].startswith(typed))
        within = (number for number, text in shown.items() if f" {typed}" in text)
        return next(begins, next(within, None))


class Dropdown(Select[ValueT]):
    """Textual's own, whose choices are found by letters whether the list is open or not.

    The list is as wide as what it opens over, with a line below it. Were it as wide as the answer, what stands beside
    it, such as the first letters of the guidance, would be read together with the choices.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Dropdown > Offered.-textual-compact { border-bottom: solid $panel !important; }
    """

    def compose(self) -> ComposeResult:
        """What is chosen, and over it the list."""
        yield SelectCurrent(self.prompt)
        yield Offered().data_bind(compact=Select.compact)

    def watch_expanded(self, expanded: bool) -> None:
        """Lay the list over the whole width when it opens."""
        if expanded:
            self._spread()

    def on_resize(self) -> None:
        """An open list follows the window."""
        if self.expanded:
            self._spread()

    def _spread(self) -> None:
        below = next((each.region for each in self.ancestors if isinstance(each, VerticalScroll)), self.region)
        before = self.region.x - below.x
        styles = self.query_one(Offered).styles
        styles.width, styles.offset, styles.padding = below.width, (-before, 0), (0, 0, 0, before)

    def on_key(self, event: events.Key) -> None:
        """A letter opens the list at the first choice it means; the space bar opens it as it always did."""
        if self.expanded or not event.is_printable or not (event.character or " ").strip():
            return
        event.stop()
        event.prevent_default()
        self.action_show_overlay()
        self.call_after_refresh(self.query_one(Offered).begin, event.character)  # once it has the focus

"""A list to tick: ``[x]`` and ``[ ]`` before each name, told apart without any colour."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class TickList(OptionList):
    """Names with ids; Space or a click ticks and unticks."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", "Tick", show=False, id="ticks.tick")]

    def __init__(self, offered: list[tuple[str, str]], chosen: set[str]) -> None:
        super().__init__(compact=True, markup=False)
        self.offered = offered
        self.ticked = {link for link, name in offered if link in chosen or name in chosen}

    def on_mount(self) -> None:
        """Show every name with its mark."""
        self.add_options(Option(self._prompt(link, name)) for link, name in self.offered)
        self.highlighted = 0

    @on(OptionList.OptionSelected)
    def _toggled(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        link, name = self.offered[event.option_index]
        self.ticked ^= {link}
        self.replace_option_prompt_at_index(event.option_index, self._prompt(link, name))

    def _prompt(self, link: str, name: str) -> Content:
        return Content(f"[{'x' if link in self.ticked else ' '}] {name}")

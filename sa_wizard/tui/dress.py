"""An app that shows itself as this terminal and its owner want: colours, plain signs, stillness, keys, a least size."""

import sys
from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from textual import constants, events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.dom import DOMNode
from textual.driver import Driver
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import Input, TextArea

from sa_wizard.settings.manner import Manner
from sa_wizard.tui import glyphs, keymap, small, themes
from sa_wizard.tui.lettering import NoColours, PlainSigns
from sa_wizard.tui.shadow import Sparing


class Dressed(Sparing):
    """The wizard's looks and keys. What is chosen comes in once, and is never looked up again."""

    def __init__(self, manner: Manner) -> None:
        self.manner = manner
        self._signs: list[LineFilter] = []
        super().__init__(redraw_all=manner.redraw_all)
        for theme in themes.OURS:
            self.register_theme(theme)
        self.theme = themes.NAMES[manner.theme]
        self.no_color = not manner.coloured
        if manner.ascii:
            self._signs.append(PlainSigns(manner.letters))
        if not manner.coloured:
            self._signs.append(NoColours())
        glyphs.use(glyphs.ASCII if manner.ascii else glyphs.UNICODE)
        self.keys: Mapping[str, str] = keymap.keymap(manner.preset, manner.bind)
        self.moved: Mapping[str, str] = keymap.MOVED if manner.preset == "tmux-safe" else {}
        self.set_keymap(dict(self.keys))
        if manner.still:
            self.animation_level = "none"

    def get_driver_class(self) -> type[Driver]:
        """Our own line to the terminal; where there is none, on Windows, or another is asked for, Textual's."""
        if sys.platform == "win32" or constants.DRIVER:
            return super().get_driver_class()
        from sa_wizard.tui.driver import Line

        return Line

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through. Textual's own filter for ``NO_COLOR`` leaves greys, and knows no setting."""
        return [*(each for each in super().get_line_filters() if isinstance(each, ANSIToTruecolor)), *self._signs]

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A cursor that blinks sends something twice a second for as long as the line is open."""
        if self.manner.still and isinstance(event.widget, Input | TextArea):
            event.widget.cursor_blink = False

    def update_styles(self, node: DOMNode, animate: bool = True) -> None:
        """Dress a node again. What is on no screen yet is dressed when it comes there, and not before as well."""
        if node is self or node.is_attached:
            super().update_styles(node, animate)

    @property
    def too_small(self) -> bool:
        """Whether the window is so small that nothing can be done in it."""
        return small.is_too_small(*self.size)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Below the least size one message stands over every screen; behind it they stay as they are."""
        if self.too_small and isinstance(renderable, LayoutUpdate | ChopsUpdate):
            width, height = self.size
            renderable = LayoutUpdate(small.lines(width, height), Region(0, 0, width, height))
        super()._display(screen, renderable)

    async def on_event(self, event: events.Event) -> None:
        """Nobody types into what cannot be seen; the way out stays open."""
        if self.too_small and isinstance(event, events.Key | events.Paste | events.MouseEvent):
            if isinstance(event, events.Key) and event.key in self._ways_out():
                self.action_leave_small()
            return
        await super().on_event(event)

    def _ways_out(self) -> set[str]:
        return {"ctrl+q", *self.keys.get("app.quit", "").split(",")}

    def action_leave_small(self) -> None:
        """Save and leave; subclasses that have something to save do so first."""
        self.exit(0)

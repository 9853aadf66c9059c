"""The line of keys at the bottom: what can be done here, by key or by click.

Why not Textual's own footer: it is built anew at every change of focus, which a slow line and a slow machine both feel.
"""

from collections.abc import Iterable, Sequence
from typing import cast

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widgets import Static

from sa_wizard.tui.commands import Command, Commanded, Keyed, with_keys

GAP = 2
_ALWAYS = ("f1", "escape")


class KeyLine(Static):
    """The commands that have a short name, with their keys; a click does what the key does."""

    commands: tuple[Command, ...] = ()
    """What is shown: on a narrow screen not everything that can be done."""

    def on_mount(self) -> None:
        """Show the screen's commands, then the app's."""
        self.fit()

    def on_resize(self) -> None:
        """A narrower screen shows fewer."""
        self.fit()

    def fit(self) -> None:
        """Show what can be done now, and of it what fits, none of it cut.

        Help and the palette, which list the rest, stay; so does the way back. Of the others, what the screen names in
        ``STAYS`` goes last.
        """
        screen, app = cast(Commanded, self.screen), cast(Commanded, self.app)
        offered = [command for command in screen.commands_here() if command.footer and command.key]
        always = [command for command in app.commands_here() if command.footer and command.key]
        keys = cast(Keyed, self.app).keys
        width = self.size.width or self.app.size.width
        needed: Sequence[str] = getattr(screen, "STAYS", ())
        first = sorted((each for each in offered if each.id in needed), key=lambda each: needed.index(each.id))
        spare = [*first, *(each for each in offered if each.id not in needed and each.key not in _ALWAYS)]
        while spare and _width(with_keys([*offered, *always], keys)) > width:
            offered.remove(spare.pop())
        self.commands = with_keys((*offered, *always), keys)
        parts: list[str | tuple[str, str]] = []
        for command in self.commands:
            parts += [" " * GAP if parts else " ", (command.key_shown, "bold"), f" {command.footer}"]
        self.update(Content.assemble(*parts), layout=False)

    async def on_click(self, event: events.Click) -> None:
        """Do the command under the mouse."""
        at = 1
        for command in self.commands:
            width = cell_len(f"{command.key_shown} {command.footer}")
            if at <= event.x < at + width:
                await self.screen.run_action(command.action)
                return
            at += width + GAP


def _width(commands: Iterable[Command]) -> int:
    """The columns that commands take, with their gaps."""
    return 1 + sum(cell_len(f"{command.key_shown} {command.footer}") + GAP for command in commands) - GAP

"""The line of keys at the bottom: what can be done here, by key or by click.

Why not Textual's own footer: it is built anew at every change of focus, which a slow line and a slow machine both feel.
"""

from typing import cast

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widgets import Static

from sa_wizard.tui.commands import Command, Commanded

GAP = 2


class KeyLine(Static):
    """The commands that have a short name, with their keys; a click does what the key does."""

    commands: tuple[Command, ...] = ()

    def on_mount(self) -> None:
        """Show the screen's commands, then the app's."""
        offered = [*cast(Commanded, self.screen).commands_here(), *cast(Commanded, self.app).commands_here()]
        self.commands = tuple(command for command in offered if command.footer and command.key)
        parts: list[str | tuple[str, str]] = [" "]
        for command in self.commands:
            parts += [(command.key_shown, "bold"), f" {command.footer}", " " * GAP]
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

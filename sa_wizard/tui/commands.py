"""What a person can do: each command once, feeding its key, the footer, the palette and the help."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Protocol, cast

from textual.binding import Binding, BindingType
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType


@dataclass(frozen=True)
class Command:
    """One action of a screen: its name, what it does, and its key if it has one."""

    id: str
    title: str
    action: str
    help: str
    key: str = ""
    footer: str = ""
    """Its short name in the footer; empty keeps it out. Five at most: the footer has 80 columns."""

    @property
    def key_shown(self) -> str:
        """The key as people write it: ``F8``, ``Ctrl+S``, ``Esc``."""
        return (
            "+".join({"escape": "Esc"}.get(part, part.capitalize()) for part in self.key.split("+")) if self.key else ""
        )


class Commanded(Protocol):
    """A screen that can say what it offers."""

    def commands_here(self) -> Iterable[Command]:
        """Everything that can be done here, most useful first."""


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Key bindings for the commands that have a key. They outrank the focused editor: its own keys are never ours.

    A letter works as a capital too: the footer shows it as one, and Caps Lock may be on.
    """
    return [
        Binding(
            f"{command.key},{command.key.upper()}" if command.key.isalpha() and len(command.key) == 1 else command.key,
            command.action,
            command.footer or command.title,
            show=bool(command.footer),
            id=command.id,
            priority=True,
            tooltip=command.help,
            key_display=command.key_shown,
        )
        for command in commands
        if command.key
    ]


class Palette(Provider):
    """The command palette: every command of the screen and of the app."""

    @property
    def _commands(self) -> list[Command]:
        here = getattr(self.screen, "commands_here", None)
        offered = [*(here() if here else ()), *cast(Commanded, self.app).commands_here()]
        return list({command.id: command for command in offered}.values())

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for command in self._commands:
            yield DiscoveryHit(_shown(command), self._runner(command), text=command.title)

    async def search(self, query: str) -> Hits:
        """What matches."""
        matcher = self.matcher(query)
        for command in self._commands:
            score = matcher.match(f"{command.title} {command.help}")
            if score > 0:
                yield Hit(score, _shown(command), self._runner(command), text=command.title)

    def _runner(self, command: Command) -> IgnoreReturnCallbackType:
        return partial(self.screen.run_action, command.action)


def _shown(command: Command) -> Content:
    """Name, key and what it does. Why not the palette's own help line: it reads markup, and paths may hold ``[/``."""
    key = f"   {command.key_shown}" if command.key else ""
    return Content.assemble(command.title, (f"{key}\n{command.help}", "dim"))

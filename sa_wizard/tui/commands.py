"""What a person can do: each command once, feeding its key, the footer, the palette and the help."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import NamedTuple, Protocol, cast

from textual.binding import Binding, BindingType
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from sa_wizard.expressions import Shape

_NAMED_KEY = Shape(r"\b(?:F\d{1,2}|Ctrl\+[A-Z])\b")
_FEW_LETTERS = 4
"""Of what somebody types for short, scattered in a name. More than these are a word, and stand in most long names."""
OF_A_SECTION = "go."
"""What the name of a command begins with that only leads to a section: they are many, and the palette has them."""
UNSENT = "none:"
"""What the key begins with of a command that has none."""


class Command(NamedTuple):
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
        return _shown_key(self.key)


class Commanded(Protocol):
    """A screen, or the app, that can say what it offers.

    A screen may have ``STAYS``: the names of the commands that stay in the line of keys when it is narrow, the most
    needed first.
    """

    def commands_here(self) -> Iterable[Command]:
        """Everything that can be done here, most useful first."""


class Keyed(Protocol):
    """The app, which knows the keys that a person chose."""

    keys: Mapping[str, str]
    """By the name of the command."""
    moved: Mapping[str, str]
    """By the default key, for texts that name one."""

    def said(self, text: str) -> str:
        """A text with the keys of a person's own in place of the default ones."""


def with_keys(commands: Iterable[Command], keys: Mapping[str, str]) -> tuple[Command, ...]:
    """The commands with the keys a person chose for them, by the name of the command; the first of several is shown."""
    return tuple(
        command._replace(key=keys[command.id].split(",")[0]) if command.id in keys else command for command in commands
    )


def in_keys(text: str, commands: Iterable[Command], keyed: Keyed) -> str:
    """A text that names keys (``F1``, ``Ctrl+S``) with the keys in their place that a person chose for the commands."""
    named = tuple(commands)
    moved = {_shown_key(was): _shown_key(now) for was, now in keyed.moved.items()}
    for was, now in zip(named, with_keys(named, keyed.keys), strict=True):
        if was.key and was.key != now.key:
            moved[was.key_shown] = now.key_shown
    return _NAMED_KEY.sub(lambda found: moved.get(found[0], found[0]), text) if moved else text


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Key bindings for the commands. They outrank the focused editor: its own keys are never ours.

    A letter works as a capital too: the footer shows it as one, and Caps Lock may be on. A command without a key waits
    under one that no terminal sends, so that a person can give it one of their own.
    """
    return [
        Binding(
            _keys(command),
            command.action,
            command.footer or command.title,
            show=bool(command.footer and command.key),
            id=command.id,
            priority=True,
            tooltip=command.help,
            key_display=command.key_shown,
        )
        for command in commands
    ]


def _shown_key(key: str) -> str:
    return "+".join({"escape": "Esc"}.get(part, part.capitalize()) for part in key.split("+")) if key else ""


def _keys(command: Command) -> str:
    if not command.key:
        return f"{UNSENT}{command.id}"
    return f"{command.key},{command.key.upper()}" if command.key.isalpha() and len(command.key) == 1 else command.key


class Palette(Provider):
    """The command palette: every command of the screen and of the app."""

    @property
    def _commands(self) -> list[Command]:
        here = getattr(self.screen, "commands_here", None)
        offered = [*(here() if here else ()), *cast(Commanded, self.app).commands_here()]
        keyed = with_keys(offered, cast(Keyed, self.app).keys)
        return list({command.id: command for command in keyed}.values())

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for command in self._commands:
            yield DiscoveryHit(_shown(command), self._runner(command), text=command.title)

    async def search(self, query: str) -> Hits:
        """What matches; of two that match alike, the one that is listed first. Only here are questions found."""
        asked = getattr(self.screen, "questions_here", None)
        for command in (*self._commands, *(asked() if asked else ())):
            score = likeness(query, command)
            if score:
                yield Hit(score, _shown(command), self._runner(command), text=command.title)

    def _runner(self, command: Command) -> IgnoreReturnCallbackType:
        return partial(self.screen.run_action, command.action)


def likeness(query: str, command: Command) -> int:
    """How well a command is what somebody means; 0: not at all. Its name counts before what is said of it.

    Why not Textual's own matcher: over a name and a description together the longer text wins, and over the name alone
    scattered letters of it come before words that are written in the description.
    """
    wanted, name, said = (" ".join(text.casefold().split()) for text in (query, command.title, command.help))
    words = wanted.split()
    steps = (
        f" {wanted}" in f" {name}",
        wanted in name,
        all(f" {word}" in f" {name}" for word in words),
        all(word in name for word in words),
        all(f" {word}" in f" {name} {said}" for word in words),
        all(word in f"{name} {said}" for word in words),
        len(wanted) <= _FEW_LETTERS and _in_order(wanted, name),
    )
    return next((len(steps) - number for number, fits in enumerate(steps) if fits), 0) if words else 0


def _in_order(letters: str, text: str) -> bool:
    """Whether the letters come in a text in their order, with others between them."""
    left = iter(text)
    return all(letter in left for letter in letters if letter != " ")


def _shown(command: Command) -> Content:
    """Name, key and what it does. Why not the palette's own help line: it reads markup, and paths may hold ``[/``."""
    key = f"   {command.key_shown}" if command.key else ""
    return Content.assemble(command.title, (f"{key}\n{command.help}", "dim"))

"""The settings: what there is to choose, and what holds when nothing is chosen."""

from dataclasses import field, fields
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args

from sa_wizard.sound import Heard, Limits, Part, part

MANY = 1_000
"""Entries that one table of the settings may have."""

_SAID = {True: "on", False: "off"}
_FORCED = {True: "always", False: "never"}


def _as_word(value: object) -> object:
    """TOML has its own words for on and off."""
    return _SAID[value] if isinstance(value, bool) else value


def _as_force(value: object) -> object:
    """A plain yes or no, where one may also leave it to the program."""
    return _FORCED[value] if isinstance(value, bool) else value


Theme = Literal["auto", "dark", "light", "contrast", "ansi16", "mono"]
Force = Annotated[Literal["auto", "always", "never"], Heard(_as_force)]
Switch = Annotated[Literal["on", "off"], Heard(_as_word)]
Animation = Annotated[Literal["auto", "on", "off"], Heard(_as_word)]
Redraw = Literal["changed", "all"]
Preset = Literal["default", "tmux-safe"]
Named = Annotated[str, Limits(strict=True, min_length=1, max_length=200)]
Told = Annotated[str, Limits(strict=True, max_length=4_000)]


@part
class Keys(Part):
    """Which key does what."""

    preset: Preset = "default"
    """``tmux-safe`` uses no key that tmux, screen, byobu or flow control may take: Alt and a letter instead."""

    bind: Annotated[dict[Named, Named], Limits(max_length=MANY)] = field(default_factory=dict)
    """Keys of your own, by the name of the command, as in ``"write.save" = "ctrl+t"``; several with commas between."""


@part
class Settings(Part):
    """Everything that can be chosen. Nothing here changes what a draft holds or a document says."""

    theme: Theme = "auto"
    """The colours: dark, light, contrast (high contrast), ansi16 (the terminal's own sixteen) or mono (none)."""

    color: Force = "auto"
    """Whether colours are shown. ``auto`` shows none when ``NO_COLOR`` is set or the terminal says it has none."""

    ascii: Force = "auto"
    """Whether marks and lines are drawn with plain letters. ``auto`` does so when the locale or terminal needs it."""

    mouse: Switch = "on"
    """Whether the mouse is used. Off, the terminal selects text by itself. Everything can be done by key."""

    clipboard: Switch = "on"
    """Whether what is copied is sent to the terminal for its clipboard. Off, only the wizard itself has it."""

    animation: Animation = "auto"
    """Whether anything moves or blinks. ``auto`` keeps still over SSH and when ``TEXTUAL_ANIMATIONS`` is none."""

    redraw: Redraw = "changed"
    """What is sent to the terminal: the cells that changed, or ``all`` of what was drawn, for a terminal at odds."""

    editor: Told = ""
    """The editor for Ctrl+G, with its options. Empty: ``VISUAL``, then ``EDITOR``, then one that is there."""

    keys: Keys = Keys()
    """Which key does what."""


VARIABLES = MappingProxyType(
    {
        "theme": "SA_WIZARD_THEME",
        "color": "SA_WIZARD_COLOR",
        "ascii": "SA_WIZARD_ASCII",
        "mouse": "SA_WIZARD_MOUSE",
        "clipboard": "SA_WIZARD_CLIPBOARD",
        "animation": "SA_WIZARD_ANIMATION",
        "redraw": "SA_WIZARD_REDRAW",
        "editor": "SA_WIZARD_EDITOR",
        "keys.preset": "SA_WIZARD_KEYS",
    }
)
"""The environment variable of each setting that has one."""

ALLOWED = MappingProxyType(
    {
        "theme": get_args(Theme),
        "color": get_args(get_args(Force)[0]),
        "ascii": get_args(get_args(Force)[0]),
        "mouse": get_args(get_args(Switch)[0]),
        "clipboard": get_args(get_args(Switch)[0]),
        "animation": get_args(get_args(Animation)[0]),
        "redraw": get_args(Redraw),
        "keys.preset": get_args(Preset),
    }
)
"""The words that each setting may be, for those that are one of a few."""


def names() -> tuple[str, ...]:
    """Every setting by the name it has on one line, in order: ``keys.preset`` stands in the table ``[keys]``."""
    found: list[str] = []
    for each in fields(Settings):
        found += [f"keys.{part.name}" for part in fields(Keys)] if each.name == "keys" else [each.name]
    return tuple(found)


def value_of(settings: Settings, name: str) -> Any:  # noqa: ANN401 - a word, or a table
    """The value of one setting."""
    found: Any = settings
    for step in name.split("."):
        found = getattr(found, step)
    return found

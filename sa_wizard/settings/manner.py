"""What the settings come to here: where they leave a choice open, the terminal and the locale decide."""

import locale
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from sa_wizard.settings.settings import Settings

Shown = Literal["dark", "light", "contrast", "ansi16", "ansi16-light", "mono"]
Way = Literal["terminal", "tmux", "screen", "none", "off"]
"""The way to the clipboard of the person in front of the terminal."""

SIXTEEN = 16
_PLAIN_TERMS = frozenset(("linux", "dumb", "unknown", "vt100", "vt102", "vt220", "ansi", "cons25"))
"""Terminals whose letters are few: the Linux console lacks half-filled circles."""

_NO_SCREEN = frozenset(("dumb", "unknown"))
_COLOURLESS = frozenset(("vt100", "vt102", "vt220"))
_LIGHT_GROUNDS = frozenset(("7", "15"))


class Manner(NamedTuple):
    """How the wizard shows itself on this terminal and takes its keys. The defaults are those of a good terminal."""

    theme: Shown = "dark"
    coloured: bool = True
    ascii: bool = False
    letters: str = "utf-8"
    """The encoding of the terminal: letters it has not are shown without their accents."""
    mouse: bool = True
    still: bool = False
    """Nothing moves or blinks."""
    redraw_all: bool = False
    clipboard: Way = "terminal"
    preset: str = "default"
    bind: Mapping[str, str] = MappingProxyType({})
    editor: str = ""


class Start(NamedTuple):
    """What the wizard is started with: its manner, and sentences on settings that could not be used."""

    manner: Manner = Manner()
    troubles: tuple[str, ...] = ()


def manner(settings: Settings, environment: Mapping[str, str], encoding: str = "") -> Manner:
    """What the settings come to. ``encoding`` is the locale's, by default that of this process."""
    letters = encoding or locale.getencoding()
    coloured = settings.theme != "mono" and has_colours(settings, environment)
    return Manner(
        theme=_theme(settings, environment) if coloured else "mono",
        coloured=coloured,
        ascii=settings.ascii == "always" or (settings.ascii == "auto" and needs_ascii(environment, letters)),
        letters=letters,
        mouse=settings.mouse == "on",
        still=settings.animation == "off" or (settings.animation == "auto" and wants_stillness(environment)),
        redraw_all=settings.redraw == "all",
        clipboard=clipboard(environment) if settings.clipboard == "on" else "off",
        preset=settings.keys.preset,
        bind=settings.keys.bind,
        editor=settings.editor,
    )


def has_colours(settings: Settings, environment: Mapping[str, str]) -> bool:
    """Whether colours are shown. ``NO_COLOR`` counts when it is not empty, and an explicit setting outranks it."""
    if settings.color != "auto":
        return settings.color == "always"
    return not environment.get("NO_COLOR") and depth(environment) > 0


def depth(environment: Mapping[str, str]) -> int:
    """How many colours the terminal says it has: 0, 16, 256 or 16,777,216. ``TEXTUAL_COLOR_SYSTEM`` overrules it."""
    said = {"standard": SIXTEEN, "256": 256, "truecolor": 1 << 24, "windows": SIXTEEN}
    forced = said.get(environment.get("TEXTUAL_COLOR_SYSTEM", ""))
    if forced:
        return forced
    term = environment.get("TERM", "").strip().lower()
    if term in _NO_SCREEN or term in _COLOURLESS:
        return 0
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return 1 << 24
    return 256 if "256" in term or "kitty" in term else SIXTEEN


def needs_ascii(environment: Mapping[str, str], letters: str) -> bool:
    """Whether marks and lines have to be plain letters: the terminal has few, or the locale is not UTF-8.

    Why the variables too: where no locale is set Python takes UTF-8 for itself, whatever the terminal may show.
    """
    if environment.get("TERM", "").strip().lower() in _PLAIN_TERMS or not is_utf8(letters):
        return True
    said = environment.get("LC_ALL") or environment.get("LC_CTYPE") or environment.get("LANG") or "C"
    coerced = said == "C.UTF-8" and not environment.get("LC_ALL") and environment.get("LANG", "") in ("", "C", "POSIX")
    return said in ("C", "POSIX") or coerced


def clipboard(environment: Mapping[str, str]) -> Way:
    """The way to the clipboard: through what stands between the terminal and the program, if anything does."""
    term = environment.get("TERM", "").strip().lower()
    program = environment.get("TERM_PROGRAM", "")
    if environment.get("TMUX") or term.startswith("tmux") or program == "tmux":
        return "tmux"
    if environment.get("STY") or term.startswith("screen"):
        return "screen"
    return "none" if not term or term in _PLAIN_TERMS or program == "Apple_Terminal" else "terminal"


def is_utf8(letters: str) -> bool:
    """Whether an encoding is UTF-8, however it is written."""
    return letters.lower().replace("-", "").replace("_", "") == "utf8"


def wants_stillness(environment: Mapping[str, str]) -> bool:
    """Whether the line is likely to be slow, or the person has asked Textual's programs to keep still."""
    return bool(environment.get("SSH_CONNECTION")) or environment.get("TEXTUAL_ANIMATIONS", "").lower() == "none"


def on_light(environment: Mapping[str, str]) -> bool:
    """Whether the terminal says, in ``COLORFGBG``, that its ground is light. Most say nothing."""
    return environment.get("COLORFGBG", "").rpartition(";")[2] in _LIGHT_GROUNDS


def _theme(settings: Settings, environment: Mapping[str, str]) -> Shown:
    light = on_light(environment)
    few = depth(environment) <= SIXTEEN
    if settings.theme == "ansi16" or (settings.theme == "auto" and few):
        return "ansi16-light" if light else "ansi16"
    if settings.theme == "auto":
        return "light" if light else "dark"
    return settings.theme

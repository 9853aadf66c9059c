"""Keys by the name of the command: the presets, and a person's own in their place."""

from collections.abc import Mapping
from types import MappingProxyType

MOVED = MappingProxyType(
    {
        "f1": "alt+h",
        "f2": "alt+o",
        "f3": "alt+c",
        "f4": "alt+v",
        "f5": "alt+x",
        "f6": "alt+p",
        "f7": "alt+n",
        "f8": "alt+g",
        "f9": "alt+f",
        "f10": "alt+r",
        "ctrl+o": "alt+w",
        "ctrl+q": "alt+q",
        "ctrl+s": "alt+s",
        "ctrl+y": "alt+y",
        "ctrl+z": "alt+z",
    }
)
"""The default keys that something around us may take, and what ``tmux-safe`` has in their place on every screen."""

TMUX_SAFE = MappingProxyType(
    {
        "app.home": MOVED["ctrl+o"],
        "app.quit": MOVED["ctrl+q"],
        "check.close": MOVED["f3"],
        "check.export": MOVED["f5"],
        "copies.done": MOVED["f5"],
        "edit.export": MOVED["f5"],
        "edit.finished": MOVED["f9"],
        "edit.next": MOVED["f7"],
        "edit.outline": MOVED["f2"],
        "edit.preview": MOVED["f4"],
        "edit.previous": MOVED["f6"],
        "entry.next": MOVED["f7"],
        "entry.previous": MOVED["f6"],
        "export.run": MOVED["f5"],
        "find.undo": MOVED["ctrl+z"],
        "page.back": f"escape,enter,q,{MOVED['f1']}",
        "preview.close": MOVED["f4"],
        "preview.export": MOVED["f5"],
        "preview.next": MOVED["f7"],
        "preview.previous": MOVED["f6"],
        "reading.next": MOVED["f7"],
        "reading.previous": MOVED["f6"],
        "screen.explain": MOVED["f1"],
        "setup.back": MOVED["f6"],
        "setup.next": MOVED["f7"],
        "then.undo": MOVED["ctrl+z"],
        "versions.close": MOVED["f10"],
        "versions.undo": MOVED["ctrl+z"],
        "write.check": MOVED["f3"],
        "write.gap": MOVED["f8"],
        "write.help": MOVED["f1"],
        "write.redo": MOVED["ctrl+y"],
        "write.save": MOVED["ctrl+s"],
        "write.undo": MOVED["ctrl+z"],
        "write.versions": MOVED["f10"],
    }
)
"""Nothing that tmux, screen, byobu or flow control takes: Alt and the letter that the command is remembered by.

Ctrl+F, Ctrl+G, Ctrl+L, Ctrl+N, Ctrl+P, Ctrl+R and Ctrl+T stay: none of them is taken.
"""

PRESETS: Mapping[str, Mapping[str, str]] = MappingProxyType({"default": {}, "tmux-safe": TMUX_SAFE})

_SPELT = {"esc": "escape", "return": "enter", "del": "delete", "pgup": "pageup", "pgdn": "pagedown", "control": "ctrl"}


def keymap(preset: str, bind: Mapping[str, str]) -> dict[str, str]:
    """The keys that are not the default ones, by the name of the command; a person's own outrank the preset's."""
    own = {name: ",".join(_written(key) for key in keys.split(",") if key.strip()) for name, keys in bind.items()}
    return {**PRESETS.get(preset, {}), **{name: keys for name, keys in own.items() if keys}}


def plain_key(key: str) -> str:
    """A key as Textual calls it, from one as people write it: ``Ctrl+T``, ``Esc``, ``F10``, ``?``."""
    written = key.strip()
    if len(written) == 1:
        return written
    parts = [_SPELT.get(part.strip().lower(), part.strip().lower()) for part in written.split("+")]
    return "+".join([*sorted(parts[:-1]), parts[-1]])


def _written(key: str) -> str:
    """One key; a letter works as a capital too."""
    plain = plain_key(key)
    return f"{plain.lower()},{plain.upper()}" if len(plain) == 1 and plain.isalpha() else plain

"""What is amiss with a person's own keys. All screens are loaded for it: the wizard asks only when it must."""

import pkgutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from types import MappingProxyType

from textual.binding import Binding, BindingsMap
from textual.keys import KEY_NAME_REPLACEMENTS, KEY_TO_UNICODE_NAME, Keys
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from sa_wizard.tui import app, screens, widgets
from sa_wizard.tui.keymap import keymap, plain_key
from sa_wizard.tui.screens.writing import WritingScreen

NOT_SENT = MappingProxyType(
    {
        "ctrl+i": "Tab",
        "ctrl+m": "Enter",
        "ctrl+j": "a new line",
        "ctrl+h": "Backspace in many terminals",
        "ctrl+left_square_bracket": "Esc",
        "ctrl+[": "Esc",
    }
)
"""Keys that reach no program as themselves, and what they are there."""

SURROUNDINGS = MappingProxyType(
    {
        "TMUX": ("tmux", frozenset(("ctrl+b",))),
        "STY": ("screen", frozenset(("ctrl+a",))),
        "BYOBU_BACKEND": ("byobu", frozenset((*(f"f{number}" for number in range(1, 13)), "ctrl+a"))),
        "ZELLIJ": ("zellij", frozenset(f"ctrl+{letter}" for letter in "gptnhsoq")),
    }
)
"""Programs around ours that take keys for themselves unless they are told otherwise, by the variable they set."""

_MODIFIERS = frozenset(("ctrl", "alt", "shift", "super", "hyper", "meta"))


@cache
def offered() -> Mapping[type, tuple[Binding, ...]]:
    """Every binding that has a name, by the screen or widget it works in; those of the app work everywhere."""
    for package in (screens, widgets):
        for module in pkgutil.iter_modules(package.__path__):
            import_module(f"{package.__name__}.{module.name}")
    found = {kind: tuple(_named(kind)) for kind in _ours(Screen, Widget, app.WizardApp)}
    return MappingProxyType({kind: named for kind, named in found.items() if named})


def names() -> frozenset[str]:
    """The names of all commands that can have a key."""
    return frozenset(binding.id for named in offered().values() for binding in named if binding.id)


def amiss(preset: str, bind: Mapping[str, str]) -> tuple[str, ...]:
    """A sentence for everything that is wrong with a person's own keys; none when each of them works."""
    known = names()
    own = {name: [plain_key(key) for key in keys.split(",") if key.strip()] for name, keys in bind.items()}
    found = [told for name in own if name not in known for told in (_unknown(name, known),)]
    for name in (name for name in own if name in known):
        found += [told for key in own[name] for told in _wrong_key(name, key)]
    return (*found, *_doubled(keymap(preset, bind), frozenset(own)))


def taken(preset: str, bind: Mapping[str, str], environment: Mapping[str, str]) -> tuple[str, ...]:
    """A sentence for every program around ours that takes keys of ours, and leaves the command no other key."""
    keys = _keys(keymap(preset, bind))
    found = []
    for variable, (program, takes) in SURROUNDINGS.items():
        lost = sorted({key for each in keys.values() if each <= takes for key in each})
        if environment.get(variable) and lost:
            found.append(f"{program} takes {', '.join(lost)} for itself.")
    return tuple(found)


def _ours(*bases: type) -> Iterator[type]:
    seen: set[type] = set()
    left = list(bases)
    while left:
        kind = left.pop()
        if kind not in seen:
            seen.add(kind)
            left += kind.__subclasses__()
            if kind.__module__.startswith("sa_wizard."):
                yield kind


def _named(kind: type) -> Iterator[Binding]:
    """The named bindings of a class and of those it is made from, as far as they are ours."""
    for each in kind.__mro__:
        if each.__module__.startswith("sa_wizard.") and "BINDINGS" in vars(each):
            yield from (binding for _, binding in BindingsMap(vars(each)["BINDINGS"]) if binding.id)


def _keys(chosen: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The keys of every command, as they are with those chosen."""
    keys: dict[str, set[str]] = defaultdict(set)
    for named in offered().values():
        for binding in named:
            keys[binding.id or ""].add(binding.key)
    return {
        name: frozenset(chosen[name].split(",")) if name in chosen else frozenset(own) for name, own in keys.items()
    }


def _unknown(name: str, known: frozenset[str]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    return f"There is no command {name!r} to give a key{f'; the nearest is {near[0]!r}' if near else ''}."


def _wrong_key(name: str, key: str) -> Iterator[str]:
    if key in NOT_SENT:
        yield f"{name} cannot have {key}: it is {NOT_SENT[key]}."
    elif not _is_key(key):
        yield f"{name} cannot have {key!r}: there is no key of that name."
    elif _is_typed(key) and any(
        _has(kind, name) for kind in offered() if issubclass(kind, WritingScreen | app.WizardApp)
    ):
        yield f"{name} cannot have {key}: it could not be typed in a text any more."
    elif key in _editing_keys() and key not in _defaults(name):
        yield f"{name} takes {key} away from the editing of texts."


def _doubled(chosen: Mapping[str, str], own: frozenset[str]) -> Iterator[str]:
    """Two commands of one place with one key, where the person's own keys have to do with it."""
    keys, told, does = _keys(chosen), set(), _actions()
    everywhere = {binding.id for binding in offered().get(app.WizardApp, ())}
    for kind, named in offered().items():
        by_key: dict[str, set[str]] = defaultdict(set)
        here = {binding.id or "" for binding in named} | (
            {each or "" for each in everywhere} if _is_place(kind) else set()
        )
        for name in here:
            for key in keys.get(name, ()):
                by_key[key.lower()].add(name)
        for key, names_of_it in by_key.items():
            pair = tuple(sorted(names_of_it))
            if len({does[name] for name in pair}) > 1 and own & names_of_it and (key, pair) not in told:
                told.add((key, pair))
                yield f"{' and '.join(pair)} have one key, {key}: only one of them can be reached by it."


def _actions() -> dict[str, str]:
    """What each command does: two that do the same may have one key."""
    return {binding.id or "": binding.action for named in offered().values() for binding in named}


def _is_place(kind: type) -> bool:
    return issubclass(kind, Screen)


def _has(kind: type, name: str) -> bool:
    return any(binding.id == name for binding in offered()[kind])


def _defaults(name: str) -> set[str]:
    return {binding.key for named in offered().values() for binding in named if binding.id == name}


def _is_typed(key: str) -> bool:
    return len(key) == 1 or key == "space" or key in KEY_TO_UNICODE_NAME or key in KEY_NAME_REPLACEMENTS.values()


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+") if key != "+" else ("+",)
    known = {each.value.rpartition("+")[2] for each in Keys} - {"<any>"}
    return set(modifiers) <= _MODIFIERS and (len(last) == 1 or last in known or _is_typed(last))


@cache
def _editing_keys() -> frozenset[str]:
    """The keys with which Textual's own editors edit."""
    return frozenset(key for kind in (TextArea, Input) for key, _ in BindingsMap(kind.BINDINGS))

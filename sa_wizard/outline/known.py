"""Files that were read and found sound before: this version of the program need not look through them again.

What they came to lies as JSON in the state folder, beside this version and every byte of the file, under a sum of all
that. It may be deleted at any time; then the file is looked through once more.
"""

import contextlib
import dataclasses
import json
import os
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin
from zlib import crc32

from sa_wizard import __version__, files
from sa_wizard.folders import private_folder, state_dir
from sa_wizard.sound import Part

PartT = TypeVar("PartT", bound=Part)

MOST = 20
"""Files that are kept; the oldest goes first."""

LARGEST = 8_000_000
"""Bytes of one that is read."""


def once(kind: type[PartT], raw: bytes, check: Callable[[], PartT]) -> PartT:
    """What ``check`` makes of a file's bytes, a dataclass of this kind. It is called when that is not known yet."""
    of = [__version__, _rules(), kind.__name__, raw.decode("latin-1")]
    file = folder() / f"{kind.__name__.lower()}-{crc32(raw):08x}.json"
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError, files.TooLarge, RecursionError):
        seal, _, text = files.read(file, LARGEST).partition(b"\n")
        held = json.loads(text) if seal == _seal(text) else {}
        if held["of"] == of:
            known: PartT = _reader(cast(Hashable, kind))(held["made"])
            return known
    made = check()
    text = json.dumps({"of": of, "made": _plain(made)}).encode()
    with contextlib.suppress(OSError):  # a folder that cannot be written to costs time, and nothing else
        _keep(file, _seal(text) + b"\n" + text)
    return made


@cache
def _rules() -> int:
    """When the modules that say what is sound were last changed, in nanoseconds: a version may be worked on."""
    with os.scandir(Path(__file__).parent) as modules:
        return max((module.stat().st_mtime_ns for module in modules if module.name.endswith(".py")), default=0)


def _seal(text: bytes) -> bytes:
    return b"%08x" % crc32(text)


def folder() -> Path:
    """Where what is known lies."""
    return state_dir() / "known"


def _keep(file: Path, content: bytes) -> None:
    private_folder(file.parent)
    others = sorted(file.parent.glob("*.json"), key=os.path.getmtime)
    for old in others[: max(0, len(others) - MOST + 1)]:
        old.unlink(missing_ok=True)
    beside = file.with_suffix(".tmp")  # who writes into it meanwhile breaks the seal
    with os.fdopen(os.open(beside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as made:
        made.write(content)
    beside.replace(file)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a part may hold
    """What JSON can hold of a part: what is as it is by default is left out."""
    if dataclasses.is_dataclass(value):
        held = ((each, getattr(value, each.name)) for each in dataclasses.fields(value))
        return {each.name: _plain(part) for each, part in held if part not in (each.default, {})}
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def _reader(kind: Hashable) -> Callable[[Any], Any]:
    """What makes a value of this type of what ``_plain`` made of it."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Annotated, UnionType):  # None is the default of all that may be None, and left out
        return _reader(parts[0])
    if origin is tuple:
        each = _reader(parts[0])
        return lambda listed: tuple(map(each, listed))
    if origin is dict:
        inner = _reader(parts[1])
        return lambda held: {key: inner(part) for key, part in held.items()}
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        made: Callable[..., Any] = kind
        readers = {each.name: _reader(cast(Hashable, each.type)) for each in dataclasses.fields(kind)}
        return lambda held: made(**{name: readers[name](part) for name, part in held.items()})
    return date.fromisoformat if kind is date else _as_it_is


def _as_it_is(value: Any) -> Any:  # noqa: ANN401 - a word or a number
    return value

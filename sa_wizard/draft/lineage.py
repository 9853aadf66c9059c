"""Whose versions are whose: they stay with a draft that is renamed or moved, and a copy of it has its own.

A draft carries an id from its first change on. The folder of its versions is named after its place, and notes the id:
when a draft that has no versions at its place bears the id of one whose place is empty, it is the one that was there.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sa_wizard import files
from sa_wizard.draft import store, versions
from sa_wizard.errors import CannotWrite, UnreadableDraft
from sa_wizard.settings import private_folder, state_dir

NOTE = "draft.json"
"""The file in a folder of versions that says which draft they are of."""

_LARGEST = 20_000
"""Bytes of a note."""


@dataclass(frozen=True)
class Whence:
    """Where the versions of a draft are from. Both are empty for one that is where it always was."""

    moved_from: str = ""
    """The place where it was until now; its versions have come along."""
    copy_of: str = ""
    """The draft that it is a copy of, which is still there and keeps the versions that were made before."""

    @property
    def sentence(self) -> str:
        """What to say of it; empty when there is nothing to."""
        if self.moved_from:
            return f"The versions made while this draft was {self.moved_from} have come along."
        if self.copy_of:
            return f"This draft is a copy of {self.copy_of}: the versions from before it was copied are kept there."
        return ""


def mark(path: Path, name: str) -> None:
    """Note which draft lies at a place, by its id. A note that cannot be written is missed only if the draft moves."""
    place, told = versions.folder(path), {"id": name, "path": os.path.realpath(path)}
    if not name or _note(place) == told:
        return
    with suppress(OSError, CannotWrite):
        for each in (state_dir(), versions.root(), place):
            private_folder(each)
        store.write(place / NOTE, json.dumps(told).encode())


def follow(path: Path, name: str) -> Whence:
    """Bring the versions of a draft to the place where it lies now, if it was moved there; it is told by its id."""
    real = os.path.realpath(path)
    if not name or versions.listed(path):
        return Whence()
    found = [(Path(told["path"]), place) for place, told in _notes() if told["id"] == name and told["path"] != real]
    gone = [(was, place) for was, place in found if not _lies_at(was, name)]
    for was, place in sorted(gone, key=_newest, reverse=True):
        if _moved(place, versions.folder(path)):
            mark(path, name)
            return Whence(moved_from=str(was))
    return Whence(copy_of=str(found[0][0])) if found and not gone else Whence()


def followed(path: Path) -> Whence:
    """The same for a draft that is not open: its id is read from its file."""
    if versions.listed(path):
        return Whence()
    return follow(path, id_at(path))


def id_at(path: Path) -> str:
    """The id of the draft in a file; empty when there is none to be read."""
    try:
        return store.id_of(store.read(path)[1])
    except UnreadableDraft:
        return ""


def _lies_at(path: Path, name: str) -> bool:
    """Whether the draft of that id is still at a place; a file that does not say what it is is taken for it."""
    return os.path.lexists(path) and id_at(path) in (name, "")


def _notes() -> Iterator[tuple[Path, dict[str, str]]]:
    """Every folder of versions that says which draft it is of."""
    try:
        places = sorted(versions.root().iterdir())
    except OSError:
        return
    for place in places:
        told = _note(place)
        if told:
            yield place, told


def _note(place: Path) -> dict[str, str]:
    try:
        told = json.loads(files.read(place / NOTE, _LARGEST))
        return {key: told[key] for key in ("id", "path")} if all(isinstance(told[key], str) for key in told) else {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError, files.TooLarge):
        return {}


def _newest(found: tuple[Path, Path]) -> str:
    """The time of the newest version in a folder: the names of their files begin with it."""
    with suppress(OSError):
        return max((each.name for each in found[1].glob(f"*{store.SUFFIX}.gz")), default="")
    return ""


def _moved(place: Path, to: Path) -> bool:
    try:
        if to.is_dir():
            with suppress(OSError):
                (to / NOTE).unlink()
            to.rmdir()
        place.rename(to)
    except OSError:
        return False
    return True

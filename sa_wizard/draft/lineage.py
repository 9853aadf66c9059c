"""Whose versions are whose: they stay with a draft that is renamed or moved, and a copy of it has its own.

A draft carries an id. The folder of its versions is named after its place, and notes the id. When a draft bears the id
of one whose place is empty now, or another draft's, it is the one that was there, and its versions are brought along.
"""

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sa_wizard import files
from sa_wizard.draft import store, versions
from sa_wizard.errors import CannotWrite, UnreadableDraft
from sa_wizard.settings import private_folder, state_dir

NOTE = "draft.json"
"""The file in a folder of versions that says which draft they are of."""

_LARGEST = 100_000
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


@dataclass(frozen=True)
class _Note:
    """Which draft lies at a place, and which lay there before it, each with the time (UTC) until which it did."""

    path: str
    id: str
    before: dict[str, str] = field(default_factory=dict)


def new_id() -> str:
    """An id that no other draft has. It says nothing of the draft, the person or the machine."""
    return secrets.token_hex(8)


def id_for(path: Path) -> str:
    """The id for a draft that has none in its file: that of the draft which lay there last, or a new one.

    Why: going back to a version from before it had one makes no other draft of it.
    """
    told = _note(versions.folder(path))
    return told.id if told else new_id()


def mark(path: Path, name: str, since: datetime) -> None:
    """Note that the draft of this id lies at a place, if another is noted there: it did until then.

    A note that cannot be written is missed only if the draft moves.
    """
    place = versions.folder(path)
    told = _note(place)
    if not name or (told and told.id == name):
        return
    before = {**told.before, told.id: since.astimezone(UTC).isoformat()} if told else {}
    _write(place, _Note(os.path.realpath(path), name, {key: until for key, until in before.items() if key != name}))


def follow(path: Path, name: str) -> Whence:
    """Bring the versions of a draft to the place where it lies now, if it was moved there; it is told by its id."""
    own = versions.folder(path)
    here = _note(own)
    if not name or (here.id == name if here else versions.listed(path)):
        return Whence()
    found = [(told, place) for place, told in _notes() if place != own and name in (told.id, *told.before)]
    gone = [each for each in found if not _lies_at(Path(each[0].path), name)]
    for told, place in sorted(gone, key=lambda each: _newest(each[1]), reverse=True):
        if _brought(place, told.before.get(name, ""), own):
            mark(path, name, datetime.now(UTC))
            _forget(place, told, name)
            return Whence(moved_from=told.path)
    return Whence(copy_of=found[0][0].path) if found and not gone and not here else Whence()


def followed(path: Path) -> Whence:
    """The same for a draft that is not open: its id is read from its file."""
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


def _notes() -> Iterator[tuple[Path, _Note]]:
    """Every folder of versions that says which draft it is of."""
    try:
        places = sorted(versions.root().iterdir())
    except OSError:
        return
    for place in places:
        told = _note(place)
        if told:
            yield place, told


def _note(place: Path) -> _Note | None:
    try:
        told = json.loads(files.read(place / NOTE, _LARGEST))
        path, name, before = told["path"], told["id"], told.get("before", {})
        if all(isinstance(each, str) for each in (path, name, *before.values())):
            return _Note(path, name, before)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, files.TooLarge):
        pass
    return None


def _write(place: Path, told: _Note) -> None:
    with suppress(OSError, CannotWrite):
        for each in (state_dir(), versions.root(), place):
            private_folder(each)
        store.write(place / NOTE, json.dumps({"path": told.path, "id": told.id, "before": told.before}).encode())


def _newest(place: Path) -> str:
    """The time of the newest version in a folder."""
    return max((each.time.isoformat() for each in versions.inside(place)), default="")


def _brought(place: Path, until: str, to: Path) -> bool:
    """Move the versions in a folder to another, those up to a time if one is given; False when none was moved."""
    moved = False
    for each in versions.inside(place):
        if not until or each.time < _time(until):
            with suppress(OSError):
                private_folder(to)
                each.file.rename(to / each.file.name)
                moved = True
    return moved


def _time(until: str) -> datetime:
    try:
        return datetime.fromisoformat(until)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def _forget(place: Path, told: _Note, name: str) -> None:
    """A draft has left a place: its note goes, and so does the folder when nothing is left in it."""
    if told.id != name:
        _write(place, _Note(told.path, told.id, {key: until for key, until in told.before.items() if key != name}))
        return
    with suppress(OSError):
        (place / NOTE).unlink()
        place.rmdir()

"""Whose versions are whose: those of a draft that is renamed, moved or copied are listed at its new place as well.

A draft carries an id. The folder of its versions is named after its place, and notes the id. When a draft lies at a
place that does not know its id yet, the versions kept elsewhere of one with that id become versions of this one too.
They are never taken away where they are. Why: nobody can tell a draft that was moved from a copy while the draft itself
is away for a while, as on a share that is not connected.
"""

import json
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sa_wizard import files
from sa_wizard.draft import store, versions
from sa_wizard.draft.versions import Version
from sa_wizard.errors import CannotWrite, UnreadableDraft
from sa_wizard.folders import private_folder, state_dir

NOTE = "draft.json"
"""The file in a folder of versions that says which draft they are of."""

_LARGEST = 100_000
"""Bytes of a note."""


@dataclass(frozen=True)
class Whence:
    """From which other place there are versions of a draft. Both are empty for one that is where it always was."""

    moved_from: str = ""
    """The place where it was until now, and is no more."""
    also: str = ""
    """A place where it still is, being a copy, or of which nobody can tell, because its folder is not there."""

    @property
    def sentence(self) -> str:
        """What to say of it; empty when there is nothing to."""
        if self.moved_from:
            return f"The versions made while this draft was {self.moved_from} are listed here too."
        if self.also:
            return f"This draft is, or was, also {self.also}: the versions made there until now are listed here too."
        return ""


@dataclass(frozen=True)
class Seen:
    """The versions of a draft, the newest first, with those kept elsewhere, and where that is."""

    versions: tuple[Version, ...]
    whence: Whence = field(default_factory=Whence)


@dataclass(frozen=True)
class _Note:
    """Which draft lies at a place, and which lay there before it, each with the time (UTC) until which it did."""

    path: str
    id: str
    """Empty when the draft that was there was found at another place, and no other was kept here since."""
    before: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Source:
    """A folder that has versions of a draft which lies elsewhere now."""

    place: Path
    told: _Note
    versions: tuple[Version, ...]
    gone: bool
    """Whether the draft is no more where they were made."""

    @property
    def whence(self) -> Whence:
        moved = self.gone and os.path.isdir(os.path.dirname(self.told.path))  # noqa: PTH112, PTH120 - these never raise
        return Whence(moved_from=self.told.path) if moved else Whence(also=self.told.path)


def new_id() -> str:
    """An id that no other draft has. It says nothing of the draft, the person or the machine."""
    return secrets.token_hex(8)


def id_for(path: Path) -> str:
    """The id for a draft that has none in its file: that of the draft which lay there last, or a new one.

    Why: going back to a version from before it had one makes no other draft of it.
    """
    told = _note(versions.folder(path))
    return told.id if told and told.id else new_id()


def mark(path: Path, name: str, since: datetime) -> None:
    """Note that the draft of this id lies at a place, if another is noted there: it did until then.

    A note that cannot be written is missed only if the draft moves.
    """
    place = versions.folder(path)
    told = _note(place)
    if not name or (told and told.id == name):
        return
    before = {**told.before, told.id: since.astimezone(UTC).isoformat()} if told else {}
    before = {key: until for key, until in before.items() if key not in (name, "")}
    _write(place, _Note(os.path.realpath(path), name, before))


def seen(path: Path, name: str | None = None) -> Seen:
    """The versions of a draft as ``follow`` would list them, when it is only looked at: nothing is changed.

    Its id is read from its file unless it is given.
    """
    own, source = versions.listed(path), _source(path, id_at(path) if name is None else name)
    if source is None:
        return Seen(own)
    every = sorted((*own, *_lacking(own, source)), key=lambda each: each.time, reverse=True)
    return Seen(tuple(every), source.whence)


def follow(path: Path, name: str) -> Whence:
    """List the versions of a draft where it lies now, if they were made elsewhere; it is told by its id."""
    source, here = _source(path, name), _note(versions.folder(path))
    if source is None:
        if here and name in here.before and not here.id:  # it is back, or was only out of reach
            mark(path, name, datetime.now(UTC))
        return Whence()
    brought = [_put(each, versions.folder(path)) for each in _lacking(versions.listed(path), source)]
    if brought and not any(brought):
        return Whence()
    if all(brought):
        mark(path, name, datetime.now(UTC))
        for each in _sources(versions.folder(path), name):
            if each.gone and each.told.id == name:
                _leave(each)
    return source.whence


def followed(path: Path) -> Whence:
    """The same for a draft that is not open: its id is read from its file."""
    return follow(path, id_at(path))


def id_at(path: Path) -> str:
    """The id of the draft in a file; empty when there is none to be read."""
    try:
        return store.id_of(store.read(path)[1])
    except UnreadableDraft:
        return ""


def lies_at(path: Path, name: str) -> bool:
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


def _time(until: str) -> datetime:
    try:
        time = datetime.fromisoformat(until)
        return time if time.tzinfo else time.replace(tzinfo=UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def _source(path: Path, name: str) -> _Source | None:
    """The folder to list versions of a draft from besides its own; None when it has its own, or there is none.

    Of several it is the one in which what the file holds comes nearest to the newest: last year's may have been copied
    twice. Where the draft was before, its own folder comes first when it is as near, or when nothing tells and the
    draft is elsewhere as well.
    """
    own = versions.folder(path)
    here = _note(own)
    if not name or (here.id == name if here else versions.listed(path)):
        return None
    found = tuple(_sources(own, name))
    if not found:
        return None
    content = _content(path)
    ranked = [(_rank(each, content), not each.gone, -each.versions[0].time.timestamp(), each) for each in found]
    rank, there, _, best = min(ranked, key=lambda each: each[:3])
    if here and name in here.before:
        mine = _nearest(versions.listed(path), content)
        if mine <= rank and (mine < _NEVER or there):
            return None
    return best


def _sources(own: Path, name: str) -> Iterator[_Source]:
    """Every other folder with versions of a draft of that id."""
    for place, told in _notes():
        if place == own or name not in (told.id, *told.before):
            continue
        until = told.before.get(name, "")
        every = tuple(each for each in versions.inside(place) if not until or each.time < _time(until))
        if every:
            yield _Source(place, told, every, not lies_at(Path(told.path), name))


def _content(path: Path) -> bytes | None:
    try:
        return store.raw(path)
    except UnreadableDraft:
        return None


_NEVER = 1_000_000
"""The rank of a folder in which no version holds what the file does."""


def _rank(source: _Source, content: bytes | None) -> int:
    """How near what a file holds comes to what the draft in the other place holds, or held last."""
    if not source.gone and content is not None and _content(Path(source.told.path)) == content:
        return 0
    return _nearest(source.versions, content)


def _nearest(every: Sequence[Version], content: bytes | None) -> int:
    """How many versions are newer than the one that holds what a file does."""
    for rank, each in enumerate(every if content is not None else ()):
        with suppress(UnreadableDraft):
            if versions.read(each) == content:
                return rank
    return _NEVER


def _lacking(own: Sequence[Version], source: _Source) -> tuple[Version, ...]:
    """The versions of a folder that are not among a draft's own, where one may have got a name since."""
    times = {each.time for each in own}
    return tuple(each for each in source.versions if each.time not in times)


def _put(version: Version, place: Path) -> bool:
    """Have a version in another folder as well; it is one file on the disk where that can be."""
    with suppress(OSError, CannotWrite):
        private_folder(place)
        try:
            os.link(version.file, place / version.file.name)
        except FileExistsError:
            pass
        except OSError:
            store.write(place / version.file.name, version.file.read_bytes())
        return True
    return False


def _leave(source: _Source) -> None:
    """A draft has left a place: the versions stay there as those of one that was there until now.

    Why: should it come back, what was kept meanwhile is looked for again.
    """
    until = max(datetime.now(UTC), source.versions[0].time + timedelta(microseconds=1))
    told = source.told
    _write(source.place, _Note(told.path, "", {**told.before, told.id: until.isoformat()}))

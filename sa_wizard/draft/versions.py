"""Dated versions of a draft: what its file held, kept in the state folder, to look back at and to go back to.

Each is a draft file, compressed with gzip, so that it can be opened without this program. Its name says when it was
kept (UTC), how many words it has, and what it is called, after a plus sign if this program called it so; no other
record is kept of it.
"""

import gzip
import hashlib
import os
import re
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote, unquote

from sa_wizard.draft import store, words
from sa_wizard.draft.text import clean_line
from sa_wizard.draft.thinning import thin
from sa_wizard.errors import CannotWrite, SaWizardError, UnreadableDraft, UsageProblem
from sa_wizard.folders import private_folder, state_dir

__all__ = [
    "GAP", "LONGEST_NAME", "Kept", "Version", "call", "due", "folder", "free", "inside", "keep", "listed", "named",
    "read", "root", "thin",
]  # fmt: skip

GAP = timedelta(seconds=60)
"""Between two versions that nobody asked for there is at least this."""

LONGEST_NAME = 60
"""Letters of a name."""

_OWN = "+"
"""Before a name that this program gave. No name of a person's has one there: it is written %2B."""

_LONGEST_FILE = 200
"""Bytes that a name may take in the name of a file, where a letter that is not plain takes up to twelve."""

_TIME = "%Y%m%dT%H%M%S.%fZ"
_FILE = re.compile(r"(\d{8}T\d{6}\.\d{6}Z)_(\d{1,9}|x)(?:_(.+))?" + re.escape(store.SUFFIX) + r"\.gz")
_LIKE_A_NUMBER_OR_TIME = re.compile(r"\d+|\d{4}-\d{2}.*")


@dataclass(frozen=True)
class Version:
    """What a draft's file held at a time (UTC). One that no person gave a name may go when it is old."""

    file: Path
    time: datetime
    name: str = ""
    words: int | None = None
    """None when they could not be counted, because it was no draft that can be opened."""
    size: int = 0
    """Bytes on the disk."""
    own: bool = False
    """Whether this program gave it its name, which says what it was kept before."""

    @property
    def promised(self) -> bool:
        """Whether a person named it, and so was promised that it stays."""
        return bool(self.name) and not self.own


@dataclass(frozen=True)
class Kept:
    """The version that was kept; or none, and in ``trouble`` a sentence that says why if it should have been."""

    version: Version | None
    trouble: str = ""


def keep(  # noqa: PLR0913 - what, when, and three things that are seldom said
    path: Path, content: bytes, *, now: datetime, name: str = "", own: bool = False, at: datetime | None = None
) -> Kept:
    """Keep what a draft's file holds, unless the newest version is the same or one was kept of itself a moment ago.

    With a name it is always kept; ``own`` says that it is not a person's name. ``at`` is when the content was written,
    if that was not now. Raises UsageProblem for a name that cannot be one, and nothing else: saving a draft must never
    fail because no version could be kept.
    """
    name = named(name) if name else ""
    try:
        asked = Version(Path(), now, name, own=own)
        return Kept(_keep(path, content, asked, at))
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or "the system refused").lower()
        return Kept(None, f"No version of {path.name} could be kept in {root()} ({why}).")
    except CannotWrite as error:
        return Kept(None, f"No version of {path.name} could be kept. {error.sentence}")


def due(path: Path, now: datetime) -> bool:
    """Whether a version that nobody asked for may be kept: none was within the last minute, or a leap came since.

    Why after a leap, such as a restore: the newest version is what the draft last held, and not what it held before.
    """
    every = listed(path)
    leapt = bool(every) and every[0].own
    return leapt or not any(timedelta(0) <= now - each.time < GAP for each in every if not each.name)


def listed(path: Path) -> tuple[Version, ...]:
    """The versions of a draft, the newest first; none when there is no folder of them that can be read."""
    return inside(folder(path))


def inside(place: Path) -> tuple[Version, ...]:
    """The versions in a folder, the newest first; none when it cannot be read."""
    try:
        with os.scandir(place) as files:
            found = [_version(each) for each in files]
    except (OSError, ValueError):
        return ()
    return tuple(sorted((each for each in found if each), key=lambda each: each.time, reverse=True))


def read(version: Version) -> bytes:
    """The content of the draft's file as it was; raises UnreadableDraft."""
    try:
        with gzip.open(version.file) as file:
            content = file.read(store.LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableDraft(
            f"The version {version.file} cannot be read.", "It is gone or damaged; choose another."
        ) from error
    if len(content) > store.LARGEST:
        raise UnreadableDraft(f"The version {version.file} is no draft: it is too large.", "Choose another.")
    return content


def free(path: Path, name: str) -> str:
    """A name as it is kept; raises UsageProblem for one that cannot be one, or that another version has."""
    name = named(name)
    if any(each.name.casefold() == name.casefold() for each in listed(path)):
        raise UsageProblem(f"There is a version called {name!r} already.", "Choose another name. Nothing was kept.")
    return name


def call(path: Path, version: Version, name: str) -> Version:
    """Give a version of a draft a name, by which it stays for ever; raises what ``free`` does, and CannotWrite."""
    asked = replace(version, name=free(path, name), own=False)
    file = folder(path) / _file_name(asked)
    try:
        version.file.rename(file)
    except OSError as error:
        raise store.cannot_write(version.file, error) from error
    return replace(asked, file=file)


def named(name: str) -> str:
    """A name as it is kept; raises UsageProblem for one that is too long, or that looks like a number or a time."""
    name = " ".join(clean_line(name).split())
    if not name:
        raise UsageProblem(
            "The name of the version is empty.", "Give it one that says what it is for. Nothing was kept."
        )
    if len(name) > LONGEST_NAME or len(quote(name, safe="")) > _LONGEST_FILE:
        raise UsageProblem(
            f"The name of a version has at most {LONGEST_NAME} letters, and fewer where they have accents or signs.",
            "Choose a shorter one. Nothing was kept.",
        )
    if _LIKE_A_NUMBER_OR_TIME.fullmatch(name):
        raise UsageProblem(f"{name!r} would be taken for the number or the time of a version.", "Put a word before it.")
    return name


def root() -> Path:
    """The folder of the versions of all drafts."""
    return state_dir() / "versions"


def folder(path: Path) -> Path:
    """The folder of the versions of one draft: named after it, and after the place that its file really lies at."""
    real = os.path.realpath(path)
    plain = re.sub(r"[^\w-]+", "-", Path(real).name.removesuffix(store.SUFFIX), flags=re.ASCII).strip("-")[:40]
    digest = hashlib.sha256(os.fsencode(real)).hexdigest()[:12]
    return root() / f"{plain or 'draft'}-{digest}"


def _keep(path: Path, content: bytes, asked: Version, at: datetime | None) -> Version | None:
    every, now = listed(path), asked.time
    if not asked.name and ((every and _holds(every[0], content)) or not due(path, now)):
        return None
    when = at if at is not None and not (every and at <= every[0].time) else now
    taken = {each.time for each in every}
    while when in taken:
        when += timedelta(microseconds=1)
    counted = replace(asked, time=when.astimezone(UTC), words=_count(content, path))
    made = _write(path, counted, content)
    _thin(listed(path), now)
    return made


def _write(path: Path, version: Version, content: bytes) -> Version:
    for place in (state_dir(), root(), folder(path)):
        private_folder(place)
    file = folder(path) / _file_name(version)
    packed = gzip.compress(content, 6, mtime=0)
    store.write(file, packed)
    return replace(version, file=file, size=len(packed))


def _file_name(version: Version) -> str:
    counted = "x" if version.words is None else version.words
    called = f"_{_OWN if version.own else ''}{quote(version.name, safe='')}" if version.name else ""
    return f"{version.time.strftime(_TIME)}_{counted}{called}{store.SUFFIX}.gz"


def _thin(every: Sequence[Version], now: datetime) -> None:
    staying = set(thin(every, now))
    for each in every:
        if each not in staying:
            with suppress(OSError):
                each.file.unlink()


def _version(entry: os.DirEntry[str]) -> Version | None:
    """The version in a file; None for any other file, and for one that another program has just thinned out."""
    found = _FILE.fullmatch(entry.name)
    if found is None:
        return None
    try:
        time = datetime.strptime(found[1], _TIME).replace(tzinfo=UTC)
        size = entry.stat().st_size
    except (ValueError, OSError):
        return None
    called = found[3] or ""
    name = clean_line(unquote(called.removeprefix(_OWN)))
    counted = None if found[2] == "x" else int(found[2])
    return Version(Path(entry.path), time, name, counted, size, called.startswith(_OWN))


def _holds(version: Version, content: bytes) -> bool:
    try:
        return read(version) == content
    except UnreadableDraft:
        return False


def _count(content: bytes, path: Path) -> int | None:
    try:
        return words.count(*store.opened(content, path))
    except SaWizardError:
        return None

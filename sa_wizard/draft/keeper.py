"""Versions of what a session saves: the file as it was found, before it is first written over, then what is written.

Why the file as it was found: the last minute of the sitting before may be in no version yet, and somebody else may have
changed the file since. What another program writes into it during the sitting is kept as well, before it is written
over.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sa_wizard.draft import lineage, store, versions
from sa_wizard.errors import UnreadableDraft

OTHERS = "as another program left it"
"""What the version is called that holds what another program wrote into the file while it was open here."""


_Said = tuple[int, int, int] | None
"""Size in bytes, time of the last change in nanoseconds, inode."""


def utc_now() -> datetime:
    """The time, as versions are dated."""
    return datetime.now(UTC)


class Keeper:
    """Keeps versions around the saves of one session. It never stops a save: ``trouble`` says what went wrong."""

    def __init__(self, now: Callable[[], datetime] = utc_now, *, on: bool = True) -> None:
        """Date versions by a clock; one that is not on keeps none."""
        self.trouble = ""
        """Why the last version could not be kept, as a sentence; empty when it was, or when none was due."""
        self.old_format: Path | None = None
        """Where the file as it was in an older format is kept, once it was written over."""
        self._now = now
        self._on = on
        self._begun: Path | None = None
        self._left: tuple[_Said, str] | None = None
        """What the system said of the file when this session had written it, and the SHA-256 of what it held."""

    def told(self) -> tuple[str, ...]:
        """What the person should know of what was kept, and of what could not be: a sentence each."""
        was = "The draft was in an older format and is now in the one of today. A copy as it was is kept at"
        moved = (f"{was} {self.old_format}.",) if self.old_format else ()
        return (*moved, *((f"The draft is saved. {self.trouble}",) if self.trouble else ()))

    @contextmanager
    def around(self, path: Path) -> Iterator[None]:
        """Keep what is due before and after a draft's file is written; when writing fails, nothing is kept after."""
        begun, since = self._begun == path, self._now()
        if self._on and not begun:
            since = min(since, _written(path) or since)
            self.trouble = self._keep(path, found=True)
        elif self._on and self._written_by_others(path):
            self.trouble = self._keep(path, found=True, name=OTHERS)
        yield
        if self._on:
            self._begun, self._left = path, _left(path)
            self.trouble = self._keep(path) or self.trouble
            if not begun:
                lineage.mark(path, lineage.id_at(path), since)

    def _written_by_others(self, path: Path) -> bool:
        """Whether the file holds what this session did not write; a share that tells other times is not enough."""
        if self._left is None or _said(path) == self._left[0]:
            return False
        now = _left(path)
        return now is not None and now[1] != self._left[1]

    def _keep(self, path: Path, *, found: bool = False, name: str = "") -> str:
        now = self._now()
        if not name and not versions.due(path, now):
            return ""
        try:
            content = store.raw(path)
        except UnreadableDraft:
            return ""  # it was not there yet, or is gone again: there is nothing to keep
        written = _written(path) if found else None
        at = min(written, now) if written else None
        return versions.keep(path, content, now=now, name=name, own=bool(name), at=at).trouble


def _written(path: Path) -> datetime | None:
    """When a file was last written; None when nobody knows."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return None


def _left(path: Path) -> tuple[_Said, str] | None:
    """What a file is and holds now; None when it cannot be read."""
    try:
        return _said(path), hashlib.sha256(store.raw(path)).hexdigest()
    except UnreadableDraft:
        return None


def _said(path: Path) -> _Said:
    """What the system says of a file, which tells cheaply whether anybody wrote it; None when it says nothing."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_size, told.st_mtime_ns, told.st_ino

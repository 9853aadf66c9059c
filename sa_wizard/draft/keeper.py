"""Versions of what a session saves: the file as it was found, before it is first written over, then what is written.

Why the file as it was found: the last minute of the sitting before may be in no version yet, and somebody else may have
changed the file since. What another program writes into it during the sitting is kept as well, before it is written
over.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sa_wizard.draft import store
from sa_wizard.draft.stamps import Stamp, stamp, unchanged
from sa_wizard.errors import UnreadableDraft

OTHERS = "as another program left it"
"""What the version is called that holds what another program wrote into the file while it was open here."""


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
        self._left: Stamp | None = None
        """What the file held when this session had written it."""

    def told(self) -> tuple[str, ...]:
        """What the person should know of what was kept, and of what could not be: a sentence each."""
        was = "The draft was in an older format and is now in the one of today. A copy as it was is kept at"
        moved = (f"{was} {self.old_format}.",) if self.old_format else ()
        return (*moved, *((f"The draft is saved. {self.trouble}",) if self.trouble else ()))

    @contextmanager
    def around(self, path: Path) -> Iterator[Callable[[Stamp], None]]:
        """Keep what is due before and after a draft's file is written; when writing fails, nothing is kept after.

        What is written is told to the function that this gives.
        """
        begun, since = self._begun == path, self._now()
        if self._on and not begun:
            since = min(since, _written(path) or since)
            self.trouble = self._keep(path, found=True)
        elif self._on and self._left and not unchanged(path, self._left):
            self.trouble = self._keep(path, found=True, name=OTHERS)
        told: list[Stamp] = []
        yield told.append
        if self._on:
            self._begun, self._left = path, told[-1] if told else stamp(path)
            self.trouble = self._keep(path) or self.trouble
            if not begun:
                from sa_wizard.draft import lineage

                lineage.mark(path, lineage.id_at(path), since)

    def _keep(self, path: Path, *, found: bool = False, name: str = "") -> str:
        from sa_wizard.draft import versions

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

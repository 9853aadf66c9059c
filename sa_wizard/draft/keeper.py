"""Versions of what a session saves: the file as it was found, before it is first written over, then what is written.

Why the file as it was found: the last minute of the sitting before may be in no version yet, and somebody else may have
changed the file since.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sa_wizard.draft import store, versions
from sa_wizard.errors import UnreadableDraft


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

    def told(self) -> tuple[str, ...]:
        """What the person should know of what was kept, and of what could not be: a sentence each."""
        was = "The draft was in an older format and is now in the one of today. A copy as it was is kept at"
        moved = (f"{was} {self.old_format}.",) if self.old_format else ()
        return (*moved, *((f"The draft is saved. {self.trouble}",) if self.trouble else ()))

    @contextmanager
    def around(self, path: Path) -> Iterator[None]:
        """Keep what is due before and after a draft's file is written; when writing fails, nothing is kept after."""
        if self._on and self._begun != path:
            self.trouble = self._keep(path, found=True)
        yield
        if self._on:
            self._begun = path
            self.trouble = self._keep(path) or self.trouble

    def _keep(self, path: Path, *, found: bool = False) -> str:
        now = self._now()
        if not versions.due(path, now):
            return ""
        try:
            content = store.raw(path)
            written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        except (UnreadableDraft, OSError, ValueError, OverflowError):
            return ""  # it was not there yet, or is gone again: there is nothing to keep
        return versions.keep(path, content, now=now, at=min(written, now) if found else None).trouble

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
        self._now = now
        self._on = on
        self._begun: Path | None = None

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

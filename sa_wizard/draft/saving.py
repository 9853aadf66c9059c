"""One road to disk: what is to be written, and what the file held when this program last knew it.

A file that another program changed meanwhile is never written over unseen.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sa_wizard import files
from sa_wizard.draft import store
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.keeper import Keeper
from sa_wizard.errors import ChangedOutside
from sa_wizard.outline.spec import Outline


@dataclass(frozen=True)
class Stamp:
    """What a file held: the SHA-256 of its bytes, and what the system says of it, which is quicker to compare."""

    digest: str
    said: tuple[int, int, int]
    """Size in bytes, time of the last change in nanoseconds, inode."""


def stamp(path: Path) -> Stamp | None:
    """The stamp of a file as it is now; None when it cannot be read."""
    try:
        said = _said(path)
        return Stamp(hashlib.sha256(files.read(path, store.LARGEST)).hexdigest(), said)
    except (OSError, ValueError, files.TooLarge):
        return None


def unchanged(path: Path, known: Stamp) -> bool:
    """Whether a file still holds what it did; one that is gone holds nothing that could be lost."""
    try:
        if _said(path) == known.said:
            return True
    except FileNotFoundError:
        return True
    except OSError:
        return True  # it cannot be looked at, and then it cannot be written either, which says so in its own words
    now = stamp(path)
    return now is None or now.digest == known.digest


@dataclass(frozen=True)
class Snapshot:
    """A draft as it is to be written, with what its file is known to hold. Any thread may write it."""

    path: Path
    outline: Outline
    draft: Draft
    known: Stamp | None
    keeper: Keeper

    def write(self) -> Stamp | None:
        """Write it; returns what the file holds now. Raises CannotWrite, or ChangedOutside with the file untouched."""
        content = store.encode(self.outline, self.draft)
        if self.known is not None and not unchanged(self.path, self.known):
            raise ChangedOutside(
                f"{self.path} was changed by another program since it was read here.",
                "Nothing was written; look at both and choose.",
            )
        self.keeper.old_format = store.keep_old(self.path, self.draft) or self.keeper.old_format
        with self.keeper.around(self.path):
            store.write(self.path, content)
        try:
            return Stamp(hashlib.sha256(content).hexdigest(), _said(self.path))
        except OSError:
            return None


def _said(path: Path) -> tuple[int, int, int]:
    told = path.stat()
    return told.st_size, told.st_mtime_ns, told.st_ino

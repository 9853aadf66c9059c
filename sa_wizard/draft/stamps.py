"""What a file held when this program last read or wrote it, so that a change by another program is noticed."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from sa_wizard import files
from sa_wizard.draft import store

Said = tuple[int, int, int]
"""What the system says of a file: size in bytes, time of the last change in nanoseconds, inode."""


class Stamp(NamedTuple):
    """What a file held: a hash of its bytes, for as long as the program runs, and what the system says of it.

    That is quicker to compare.
    """

    digest: int
    said: Said


def stamp(path: Path) -> Stamp | None:
    """The stamp of a file as it is now; None when it cannot be read."""
    try:
        said = told_of(path.stat())
        return Stamp(_digest(files.read(path, store.LARGEST)), said)
    except (OSError, ValueError, files.TooLarge):
        return None


def write(path: Path, content: bytes, given_up: Callable[[], bool] = lambda: False) -> Stamp:
    """Write a draft's file; returns its stamp. Raises CannotWrite, also when it was given up while the disk was slow.

    Why not asked for afterwards: whoever writes into the file at that moment would be taken for this program.
    """
    return Stamp(_digest(content), told_of(store.write(path, content, given_up)))


def unchanged(path: Path, known: Stamp) -> bool:
    """Whether a file still holds what it did; one that is gone holds nothing that could be lost.

    A share that tells another time of the same bytes has not changed them. What is there and cannot be read, or is too
    large to be, is something else than it was.
    """
    try:
        if told_of(path.stat()) == known.said:
            return True
    except OSError:
        return True  # it is gone, or cannot be looked at, and then it cannot be written, which says so in its own words
    try:
        return _digest(files.read(path, store.LARGEST)) == known.digest
    except FileNotFoundError:
        return True
    except (OSError, files.TooLarge):
        return False


def told_of(result: os.stat_result) -> Said:
    """What is compared of what the system says."""
    return result.st_size, result.st_mtime_ns, result.st_ino


def _digest(content: bytes) -> int:
    return hash(content)

"""A second place for what was typed: a copy in the state folder while the draft's own file cannot be written.

It is there from the first save that fails or is slow until the real file holds the same; a draft that was closed well
leaves none. What to do with one is the author's to say. A draft that was renamed or moved meanwhile is told by its id.
"""

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sa_wizard import files
from sa_wizard.draft import lineage, store
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.text import clean_line
from sa_wizard.errors import CannotWrite, SaWizardError
from sa_wizard.folders import private_folder, state_dir
from sa_wizard.outline.spec import Outline

_LARGEST = 8 * store.LARGEST
"""Bytes of a copy: it is kept because the file could not be written, perhaps because it is too large to be."""


@dataclass(frozen=True)
class Copy:
    """What was kept of a draft: when, why, and the draft itself."""

    at: datetime
    why: str
    draft: Draft
    file: Path


def folder() -> Path:
    """Where copies are kept."""
    return state_dir() / "recovery"


def place(path: Path) -> Path:
    """A file for the copy of a draft that no earlier copy is in: what nobody has looked at is not written over."""
    taken = {file.name for file in _files(path)}
    names = (f"{_name(path)}-{number}{store.SUFFIX}" for number in range(1, len(taken) + 2))
    return folder() / next(name for name in names if name not in taken)


def keep(file: Path, path: Path, outline: Outline, draft: Draft, why: str, now: datetime) -> bool:  # noqa: PLR0913, PLR0917 - a copy is of a draft, from a file, for a reason, at a time
    """Keep a copy of the draft at ``path`` in a file that ``place`` named; False when not even that can be written."""
    told = {"draft": os.path.realpath(path), "at": now.isoformat(timespec="seconds"), "why": why}
    content = json.dumps({**told, "content": store.to_data(outline, draft)})  # a path may be no text: it is escaped
    try:
        private_folder(file.parent)
        store.write(file, content.encode())
    except (OSError, CannotWrite):
        return False
    return True


def found(path: Path, outline: Outline) -> tuple[Copy, ...]:
    """The copies of a draft that can be read, the newest first."""
    copies = [copy for file in _all_of(path) if (copy := read(file, outline))]
    return tuple(sorted(copies, key=lambda copy: copy.at, reverse=True))


def newest(path: Path) -> Copy | None:
    """The newest copy of a draft whose own file need not be there; None when there is none that can be read."""
    copies = [copy for file in _all_of(path) if (copy := _read_alone(file, path))]
    return max(copies, key=lambda copy: copy.at, default=None)


def content(copy: Copy, path: Path) -> bytes:
    """The bytes of a draft file that hold what a copy does."""
    return store.encode(store.outline_of(_told(copy.file)["content"], path), copy.draft)


def forget(file: Path) -> None:
    """Take a copy away: the draft's file holds it, or the author wants it no more."""
    with contextlib.suppress(OSError):
        file.unlink()


def read(file: Path, outline: Outline) -> Copy | None:
    """One copy; None when it cannot be read."""
    try:
        told = _told(file)
        at, content = datetime.fromisoformat(told["at"]), told["content"]
        return Copy(at, clean_line(str(told["why"])), store.from_data(outline, content, file), file)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, files.TooLarge, SaWizardError):
        return None


def _read_alone(file: Path, path: Path) -> Copy | None:
    try:
        content = _told(file)["content"]
        return read(file, store.outline_of(content, path))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, files.TooLarge, SaWizardError):
        return None


def _told(file: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(files.read(file, _LARGEST))
    return told


def _name(path: Path) -> str:
    return hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:16]


def _all_of(path: Path) -> list[Path]:
    """The copies of the draft at a place: those made there, and those made where it was until it was moved."""
    own = _files(path)
    others = [file for file in _files() if file not in own]
    name = lineage.id_at(path) if others else ""
    return [*own, *(file for file in others if name and _was_of(file, name))]


def _was_of(file: Path, name: str) -> bool:
    """Whether a copy is of the draft of that id, which is no longer where the copy was made."""
    try:
        told = _told(file)
        return store.id_of(told["content"]) == name and not lineage.lies_at(Path(told["draft"]), name)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, files.TooLarge):
        return False


def _files(path: Path | None = None) -> list[Path]:
    """The copies made of the draft at a place; of every draft without one."""
    try:
        return list(folder().glob(f"{_name(path) if path else '*'}-*{store.SUFFIX}"))
    except OSError:
        return []

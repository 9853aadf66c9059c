"""What was exported, by the digest of each file: so that nobody's edits in Word are written over unseen."""

import contextlib
import hashlib
import os
import time
from pathlib import Path

from sa_wizard.errors import EditedSince
from sa_wizard.folders import private_folder, state_dir

MOST = 2_000
"""Exports remembered; the oldest are forgotten first, and their files are then treated as anybody's."""

_LEFT = 3600
"""Seconds after which a temporary file beside a document is one that a killed export left behind."""


def check(target: Path) -> None:
    """Raise EditedSince when the file was changed after this program wrote it."""
    known = _note(target)
    try:
        told = known.read_text(encoding="ascii").strip()
        now = _digest(target)
    except (OSError, ValueError):
        return
    if told and told != now:
        raise EditedSince(
            f"{target} was changed since it was exported, so it was not replaced.",
            "Export under another name to keep the changes, or use --replace to write over them.",
        )


def edited(target: Path) -> bool:
    """Whether the file was changed after this program wrote it."""
    try:
        check(target)
    except EditedSince:
        return True
    return False


def remember(target: Path) -> None:
    """Note the file as it is now. That a note cannot be kept is no reason to call an export failed."""
    note = _note(target)
    with contextlib.suppress(OSError):
        private_folder(note.parent)
        with os.fdopen(os.open(note, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="ascii") as file:
            file.write(_digest(target))
        notes = sorted(note.parent.iterdir(), key=lambda each: each.stat().st_mtime)
        for old in notes[: max(0, len(notes) - MOST)]:
            old.unlink()


def sweep(folder: Path) -> None:
    """Remove what an export that was killed left in a folder."""
    with contextlib.suppress(OSError):
        for each in folder.glob(".sa-wizard-*.tmp"):
            if time.time() - each.stat().st_mtime > _LEFT:
                each.unlink()


def _note(target: Path) -> Path:
    name = hashlib.sha256(os.fsencode(os.path.realpath(target))).hexdigest()[:40]
    return state_dir() / "exports" / name


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

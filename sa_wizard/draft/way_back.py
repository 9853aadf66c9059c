"""A draft that cannot be read is not the end of it: what was kept of it, and the command that brings it back."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sa_wizard.draft import recovery, store, versions
from sa_wizard.draft.lock import Lock
from sa_wizard.draft.restoring import opened, put_back
from sa_wizard.draft.versions import Version
from sa_wizard.errors import UnreadableDraft
from sa_wizard.signs import shell_word

MOST = 20
"""Versions that are tried until one can be opened."""


def way_back(path: Path) -> str:
    """What was kept of a draft, and how to go back to it; empty when nothing was."""
    found, draft = kept(path), shell_word(path)
    told = []
    if found.version is not None:
        listed = f"; 'sa-wizard versions {draft}' lists them" if found.others else ""
        back = f"'sa-wizard restore {draft} {found.number}' brings it back"
        told.append(f"A version from {_when(found.version.time)}, {_size(found.version)}, is kept: {back}{listed}.")
    if found.copy is not None:
        told.append(
            f"What was typed until {_when(found.copy.at)} is in a copy on this machine: 'sa-wizard restore {draft} "
            "--copy' brings that back."
        )
    return " ".join(told)


@dataclass(frozen=True)
class Kept:
    """What there is to go back to when a draft cannot be read."""

    version: Version | None
    """The newest that can be opened: what the draft last held, as far as it was kept."""
    number: int
    """Its number in the list."""
    others: bool
    copy: recovery.Copy | None
    """What was typed while the file could not be written."""

    @property
    def answers(self) -> Mapping[str, str]:
        """The words for going back to each, by name."""
        told = {}
        if self.version is not None:
            told["version"] = f"Bring back the version of {_when(self.version.time)}, {_size(self.version)}"
        if self.copy is not None:
            told["copy"] = f"Bring back the copy of what was typed until {_when(self.copy.at)}"
        return told


def kept(path: Path) -> Kept:
    """What was kept of a draft that cannot be read."""
    every = versions.listed(path)
    good = next((number for number, each in enumerate(every[:MOST], start=1) if _opens(each, path)), 0)
    return Kept(every[good - 1] if good else None, good, len(every) > 1, recovery.newest(path))


def bring_back(path: Path, found: Kept, answer: str) -> None:
    """Make a draft that cannot be read what was kept of it; ``answer`` is one of the names in ``found.answers``.

    What its file holds is kept first. Raises DraftInUse, UnreadableDraft or CannotWrite.
    """
    with Lock(path):
        present = store.raw(path) if os.path.lexists(path) else None
        if answer == "copy" and found.copy is not None:
            put_back(path, recovery.content(found.copy, path), present=present)
        elif found.version is not None:
            put_back(path, opened(found.version, path)[0], present=present)


def _size(version: Version) -> str:
    return f"{version.words or 0:,} word{'s' if version.words != 1 else ''}"


def _opens(version: Version, path: Path) -> bool:
    try:
        store.opened(versions.read(version), path)
    except UnreadableDraft:
        return False
    return True


def _when(time: datetime) -> str:
    return time.astimezone().strftime("%H:%M on %d %B %Y")

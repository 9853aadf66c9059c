"""A draft that cannot be read is not the end of it: what was kept of it, and the command that brings it back."""

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sa_wizard.draft import recovery, store, versions
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.versions import Version
from sa_wizard.errors import NewerDraft, UnreadableDraft
from sa_wizard.outline.spec import Outline

MOST = 20
"""Versions that are tried until one can be opened."""


def load(path: Path) -> tuple[Outline, Draft]:
    """A draft and its outline as ``store.load`` reads them; raises UnreadableDraft that also names the way back."""
    with named(path):
        return store.load(path)


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Let whatever says that a draft cannot be read say as well what was kept of it."""
    try:
        yield
    except NewerDraft:
        raise  # there is nothing wrong with it
    except UnreadableDraft as error:
        told = way_back(path)
        if not told:
            raise
        raise UnreadableDraft(error.sentence, f"{error.hint} {told}") from error


def way_back(path: Path) -> str:
    """What was kept of a draft, and how to go back to it; empty when nothing was."""
    every = versions.listed(path)
    good = next((number for number, each in enumerate(every[:MOST], start=1) if _opens(each, path)), 0)
    copy, draft = recovery.newest(path), shlex.quote(str(path))
    told = []
    if good:
        listed = f"; 'sa-wizard versions {draft}' lists them" if len(every) > 1 else ""
        when = _when(every[good - 1].time)
        told.append(f"A version from {when} is kept: 'sa-wizard restore {draft} {good}' brings it back{listed}.")
    if copy is not None:
        told.append(
            f"What was typed until {_when(copy.at)} is in a copy on this machine: 'sa-wizard restore {draft} --copy' "
            "brings that back."
        )
    return " ".join(told)


def _opens(version: Version, path: Path) -> bool:
    try:
        store.opened(versions.read(version), path)
    except UnreadableDraft:
        return False
    return True


def _when(time: datetime) -> str:
    return time.astimezone().strftime("%H:%M on %d %B %Y")

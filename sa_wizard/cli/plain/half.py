"""The line being typed over an answer that is there: kept apart until Enter, so that neither takes the other's place.

Why not in the draft, where the first line of an answer is kept: what is typed here takes the place of what is there,
and only Enter says so. A program that is killed first finds both at its next start, and asks.
"""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sa_wizard.draft import recovery
from sa_wizard.draft.paths import resolve
from sa_wizard.draft.session import Session
from sa_wizard.draft.values import fit
from sa_wizard.errors import UsageProblem
from sa_wizard.sitting.desk import Desk

WHY = "The program ended before the line was ended with Enter."
"""What is noted of such a copy, by which it is told at the next start."""

OFTEN = 1.0
"""Seconds between two copies of a line that goes on."""


class Half:
    """One line over one answer. What goes to the disk goes there in the background."""

    def __init__(self, desk: Desk, session: Session, path: str, clock: Callable[[], float] = time.monotonic) -> None:
        """Nothing is typed yet."""
        self._desk = desk
        self._session = session
        self._path = path
        self._clock = clock
        self._file: Path | None = None
        self._kept = ""
        self._at = float("-inf")

    def keep(self, typed: str, *, at_once: bool = False) -> float | None:
        """Keep what is typed so far; returns the seconds until it is to be called again, None when all is kept.

        ``at_once`` waits for the disk, since nothing else will come.
        """
        if typed == self._kept:
            return None
        left = self._at + OFTEN - self._clock()
        if left > 0 and not at_once:
            return left
        self._kept, self._at = typed, self._clock()
        if not typed.strip():
            self.forget()
        else:
            self._copy(typed, wait=at_once)
        return None

    def forget(self) -> None:
        """Enter was pressed, or all was rubbed out: there is nothing to offer."""
        file, self._file = self._file, None
        if file is not None:
            self._desk.aside(lambda: _forgotten(file))

    def _copy(self, typed: str, *, wait: bool) -> None:
        session = self._session
        target = resolve(session.outline, self._path)
        try:
            value = fit(target.kind, target.record, typed, target.path)
        except UsageProblem:  # longer than an answer may be, which Enter will say
            return
        draft, now = session.draft.with_value(target, value), datetime.now().astimezone()
        first = self._file is None
        if first:
            self._desk.aside(lambda: True, wait=True)  # another copy on its way takes its name first
        file = self._file = self._file or recovery.place(session.path)
        self._desk.aside(
            lambda: recovery.keep(file, session.path, session.outline, draft, WHY, now), wait=wait or first
        )


def _forgotten(file: Path) -> bool:
    recovery.forget(file)
    return True

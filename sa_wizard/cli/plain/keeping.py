"""Saving while nobody types: within a second of a change, in the background, by the desk that the wizard saves with."""

import time
from collections.abc import Callable
from concurrent.futures import Future

from sa_wizard.draft.lock import TOUCH
from sa_wizard.draft.stamps import Stamp
from sa_wizard.sitting.desk import Desk

SLOW = 0.4
"""Seconds after which what is still on its way to the disk is kept in the second place too."""
ELSEWHERE = ":save with the name of a new file goes on there."
"""What a person can do about a draft that cannot be saved where it is."""
_LOOK = 0.05
"""Seconds between two looks at a save on its way."""


class Keeping:
    """Called whenever a line is waited for. What went wrong meanwhile is said at the next question."""

    def __init__(self, desk: Desk, clock: Callable[[], float] = time.monotonic) -> None:
        """Nothing is on its way."""
        self.desk = desk
        self._news: list[str] = []
        self._told: set[str] = set()
        """What the desk had to tell of besides, once each."""
        self._clock = clock
        self._said = ""
        self._on_its_way: Future[Stamp | None] | None = None
        self._begun = 0.0
        self._touched = clock()
        self._apart = False

    def waiting(self) -> float:
        """Do what is due; returns the seconds until it wants to be called again."""
        now = self._clock()
        if now - self._touched >= TOUCH:
            self._touched = now
            self.desk.show_life()
        if self._on_its_way is not None:
            self._look(now)
            return _LOOK
        session = self.desk.session
        due = session.due_in() if session is not None and not self.desk.changed else None
        if due is None:
            return TOUCH
        if due <= 0:
            self._on_its_way, self._begun, self._apart = self.desk.begin_save(), now, False
            return _LOOK
        return min(due, TOUCH)

    def heard(self) -> list[str]:
        """What there is to say since it was last asked for, a sentence each."""
        besides = [each for each in self.desk.news if each not in self._told]
        self._told.update(besides)
        news, self._news = self._news, []
        return [*news, *besides]

    def _look(self, now: float) -> None:
        if self._on_its_way is not None and self._on_its_way.done():
            self._on_its_way = None
            trouble = self.desk.finish_save()
            if trouble and trouble != self._said:
                self._news = [f"Not saved yet. {trouble} {ELSEWHERE}"]
            elif self._said and not trouble:
                self._news = ["Saved again."]
            self._said = trouble
        elif not self._apart and now - self._begun > SLOW:
            self._apart = True
            self.desk.copy_apart("The disk is slow.")

"""The desk: the one draft open, its lock, and the place in it. Opening, saving and closing without any screen."""

from pathlib import Path

from sa_wizard.draft import recent
from sa_wizard.draft.lock import Lock
from sa_wizard.draft.session import Session
from sa_wizard.errors import CannotWrite


class Desk:
    """At most one draft at a time; ``session`` is it, or None."""

    def __init__(self) -> None:
        """An empty desk."""
        self.session: Session | None = None
        self.place: tuple[str, int, int] = ("", 0, 0)
        """The path of the field in focus and the cursor (row, column) in it."""
        self._lock: Lock | None = None

    def open(self, path: Path) -> Session:
        """Take the lock and open a draft at the place last used; raises UnreadableDraft, OutlineError or DraftInUse."""
        session = Session.open(path)
        self.take(session)
        visit = recent.visit_of(path)
        self.place = (visit.at, visit.row, visit.column) if visit else ("", 0, 0)
        return session

    def take(self, session: Session) -> None:
        """Put a session on the desk, with its lock; raises DraftInUse."""
        self.close()
        self._lock = Lock(session.path).take()
        self.session = session
        self.place = ("", 0, 0)

    def save(self) -> str:
        """Save what changed; returns why not as a sentence, empty when all is on disk."""
        if self.session is None:
            return ""
        try:
            self.session.save()
        except CannotWrite as error:
            return f"{error.sentence} {error.hint}".strip()
        return ""

    def close(self) -> str:
        """Save, remember the place, give the lock back. A draft that cannot be saved stays open; returns why."""
        trouble = self.save()
        if trouble or self.session is None:
            return trouble
        self.remember()
        self.drop()
        return ""

    def remember(self) -> None:
        """Note the draft and the place in the recent list."""
        if self.session is not None:
            recent.remember(self.session.path, title(self.session), *self.place)

    def drop(self) -> None:
        """Clear the desk without saving: only after saving, or when the person chose to lose the changes."""
        if self._lock is not None:
            self._lock.release()
        self._lock = None
        self.session = None


def title(session: Session) -> str:
    """What the draft is called: the partnership, then its own title or the outline's with the period."""
    draft = session.draft
    period = session.asked.period
    named = draft.text("about.title").strip() or f"Strategic assessment {period.short if period else ''}".strip()
    return " · ".join(part for part in (draft.text("about.partnership").strip(), named) if part)

"""The desk: the one draft open, its lock, and the place in it. Opening, saving and closing without any screen."""

from pathlib import Path

from sa_wizard.draft import begin, recent, store
from sa_wizard.draft.lock import Lock
from sa_wizard.draft.session import Session
from sa_wizard.errors import CannotWrite, SaWizardError


class Desk:
    """At most one draft at a time; ``session`` is it, or None."""

    def __init__(self) -> None:
        """An empty desk."""
        self.session: Session | None = None
        self.place: tuple[str, int, int] = ("", 0, 0)
        """The path of the field in focus and the cursor (row, column) in it."""
        self._lock: Lock | None = None

    def open(self, path: Path) -> Session:
        """Take the lock and open a draft at the place last used; raises what ``take`` does, and UnreadableDraft.

        The lock comes first: what another program writes between reading and locking would be written over later.
        """
        self._make_room()
        lock = Lock(path).take()
        try:
            session = Session.open(path)
        except SaWizardError:
            lock.release()
            raise
        visit = recent.visit_of(path)
        return self._put(session, lock, (visit.at, visit.row, visit.column) if visit else ("", 0, 0))

    def take(self, session: Session) -> None:
        """Put a new draft on the desk, with its lock; raises DraftInUse, or CannotWrite for the one that is there."""
        self._make_room()
        self._put(session, Lock(session.path).take(), ("", 0, 0))

    def save_as(self, path: Path) -> None:
        """Go on in another, new file; raises UsageProblem, DraftInUse or CannotWrite, and then nothing has changed."""
        session = self.session
        if session is None:
            return
        lock = Lock(path).take()
        try:
            begin.create(path, store.encode(session.outline, session.draft))
        except SaWizardError:
            lock.release()
            raise
        session.moved_to(path)
        if self._lock is not None:
            self._lock.release()
        self._lock = lock

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

    def _make_room(self) -> None:
        trouble = self.close()
        if trouble:
            raise CannotWrite(f"The draft that is open is not saved. {trouble}")

    def _put(self, session: Session, lock: Lock, place: tuple[str, int, int]) -> Session:
        self._lock, self.session, self.place = lock, session, place
        return session


def title(session: Session) -> str:
    """What the draft is called: the partnership, then its own title or the outline's with the period."""
    draft = session.draft
    period = session.asked.period
    named = draft.text("about.title").strip() or f"Strategic assessment {period.short if period else ''}".strip()
    return " · ".join(part for part in (draft.text("about.partnership").strip(), named) if part)

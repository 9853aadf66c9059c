"""The desk: the one draft open, its lock, and the place in it. Opening, saving and closing without any screen."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sa_wizard.draft import recent, store
from sa_wizard.draft.lock import Lock
from sa_wizard.draft.saving import Snapshot
from sa_wizard.draft.session import Session
from sa_wizard.draft.stamps import Stamp
from sa_wizard.draft.writer import Writer
from sa_wizard.errors import CannotWrite, ChangedOutside, SaWizardError
from sa_wizard.folders import state_dir
from sa_wizard.signs import shell_word

if TYPE_CHECKING:
    from sa_wizard.draft.compare import Difference
    from sa_wizard.draft.recovery import Copy
    from sa_wizard.sitting.searching import Search

PATIENCE = 5.0
"""Seconds that closing waits for a disk; then the copy in the second place has to do."""


class Desk:
    """At most one draft at a time; ``session`` is it, or None."""

    def __init__(self) -> None:
        """An empty desk."""
        self.session: Session | None = None
        self.place: tuple[str, int, int] = ("", 0, 0)
        """The path of the field in focus and the cursor (row, column) in it."""
        self._search: Search | None = None
        self._settled = True
        self.changed = False
        """Whether another program wrote the draft's file, and nobody has yet said what to do about it."""
        self._lock: Lock | None = None
        self._writer, self._second = Writer(), Writer()
        self._writing: tuple[Snapshot, Future[Stamp | None]] | None = None
        self._copy: Path | None = None
        """The file of the copy in the second place, while there is one."""
        self._copied = False
        """Whether what was last typed is known to be in that file."""
        self._noted: tuple[object, ...] = ()
        self._left: list[tuple[Path, Path]] = []
        """Drafts that were put away unsaved, each with the file of its copy."""
        self.news: tuple[str, ...] = ()
        """What the last save has to tell of besides: a sentence each."""

    @property
    def search(self) -> "Search":
        """What is looked for in the draft; nothing yet when somebody asks first."""
        from sa_wizard.sitting.searching import Search

        self._search = self._search or Search()
        return self._search

    @property
    def writing(self) -> bool:
        """Whether something is on its way to the disk."""
        return self._writing is not None

    @property
    def kept_apart(self) -> bool:
        """Whether what is not saved lies in the second place, to be offered at the next start."""
        return self._copy is not None and self._copied

    @property
    def left_behind(self) -> tuple[str, ...]:
        """Where the copy of each draft that could not be saved is kept, and what brings it back: a sentence each."""
        here = [(self.session.path, self._copy)] if self.session and self._copy and self.kept_apart else []
        return tuple(
            f"What {path} does not hold is kept in {copy}. The next start of it offers that, and 'sa-wizard restore "
            f"{shell_word(path)} --copy' brings it back, once the draft's folder can be written."
            for path, copy in (*self._left, *here)
            if os.path.lexists(copy)  # else it was taken in since
        )

    def open(
        self,
        path: Path,
        *,
        read_only: bool = False,
        fit: Callable[[Session], object] = lambda _: None,
        settle: bool = True,
    ) -> Session:
        """Take the lock and open a draft at the place last used; raises what ``take`` does, and UnreadableDraft.

        The lock comes first: what another program writes between reading and locking would be written over later.
        To read only, no lock is taken. ``fit`` looks at what was read, and raises for what is not to be opened. Who
        wants to show it first does not settle, and calls ``settle`` then.
        """
        self._make_room()
        lock = Lock(path) if read_only else Lock(path).take()
        try:
            session = Session.open(path, read_only=read_only, in_passing=True)
            fit(session)
        except SaWizardError:
            lock.release()
            raise
        visit = recent.visit_of(path)
        self._put(session, lock, (visit.at, visit.row, visit.column) if visit else ("", 0, 0))
        self._settled = False
        if settle:
            self.settle()
        return session

    def settle(self) -> None:
        """See to what was left by those who had the draft before: its versions, their editor's files, leftovers."""
        session = self.session
        if session is None or self._settled:
            return
        from sa_wizard.draft import lent

        self._settled = True
        session.trace()
        if not session.read_only:
            lent.keep(session.path, session.outline, session.draft)
        path = session.path
        self._second.start(lambda: _tidy(path))

    def take(self, session: Session) -> None:
        """Put a new draft on the desk, with its lock; raises DraftInUse, or CannotWrite for the one that is there."""
        self._make_room()
        self._put(session, Lock(session.path).take(), ("", 0, 0))

    def save_as(self, path: Path) -> None:
        """Go on in another, new file; raises UsageProblem, DraftInUse or CannotWrite, and then nothing has changed."""
        session = self.session
        if session is None:
            return
        from sa_wizard.draft import begin

        lock = Lock(path).take()
        try:
            begin.create(path, store.encode(session.outline, session.draft))
        except SaWizardError:
            lock.release()
            raise
        session.moved_to(path)
        self._give_up()
        if self._lock is not None:
            self._lock.release()
        self._lock = lock

    def begin_save(self) -> "Future[Stamp | None] | None":
        """Start to write what changed, in the background; None when there is nothing to, or it is being done.

        ``finish_save`` is to be called once the future is done.
        """
        snapshot = self.session.snapshot() if self.session is not None and self._writing is None else None
        if snapshot is None:
            return None
        self._writing = (snapshot, self._writer.start(snapshot.write))
        return self._writing[1]

    def finish_save(self, patience: float = 0) -> str:
        """Take note of what became of a save; returns why it failed as a sentence, empty when it did not."""
        if self._writing is None or self.session is None:
            return ""
        snapshot, done = self._writing
        try:
            self.session.written(snapshot, done.result(patience))
        except TimeoutError:
            return self.copy_apart("The disk does not answer.", wait=bool(patience))
        except CannotWrite as error:
            self._writing = None
            self.changed = isinstance(error, ChangedOutside)
            return self.copy_apart(error.sentence, error.hint, wait=bool(patience))
        self._writing = None
        self.changed = False
        self.news = self.session.keeper.told()
        if not self.session.dirty:  # else the copy may hold more than the file
            self._forget_copy()
        self.note_place()
        return ""

    def save(self) -> str:
        """Save what changed and wait for it; returns why not as a sentence, empty when all is on disk."""
        trouble = self.finish_save(PATIENCE)
        if trouble or self._writing is not None or self.begin_save() is None:
            return trouble
        return self.finish_save(PATIENCE)

    def copy_apart(self, why: str, hint: str = "", *, wait: bool = False, say: bool = True) -> str:
        """Keep what the file does not hold in the second place, and say so; returns what is said."""
        session = self.session
        if session is None:
            return ""
        from sa_wizard.draft import recovery

        now = datetime.now().astimezone()
        draft = session.draft
        file = self._copy = self._copy or recovery.place(session.path)
        copied = self._second.start(lambda: recovery.keep(file, session.path, session.outline, draft, why, now))
        kept = self._copied = not wait or _kept(copied)
        parts = (why, "What you type is kept on this machine meanwhile." if kept else "", hint)
        told = " ".join(part for part in parts if part)
        if say:
            session.failed(told)
        return told

    def copies(self) -> Iterator["tuple[Copy, tuple[Difference, ...]]"]:
        """The copies of the draft that hold something else than it does, with what; those that do not are let go."""
        session = self.session
        if session is None or session.read_only:
            return
        from sa_wizard.draft import recovery
        from sa_wizard.draft.merge import conflicts

        for copy in recovery.found(session.path, session.outline):
            differences = conflicts(session.outline, None, copy.draft, session.draft)
            if differences:
                yield copy, differences
            else:
                recovery.forget(copy.file)

    def looked_at(self, copy: Path) -> None:
        """A copy was looked at and decided on: it goes when the file holds what was decided."""
        self._copy = copy

    def settle_copy(self) -> None:
        """Let a copy go that was looked at when the file holds everything already, so that no save will do it."""
        if self.session is not None and not self.session.dirty and not self.writing:
            self._forget_copy()

    def _forget_copy(self) -> None:
        file, self._copy = self._copy, None
        if file is not None:
            from sa_wizard.draft import recovery

            self._second.start(lambda: recovery.forget(file))

    def note_place(self) -> None:
        """Note the draft and the place in it in the background, so that even a sudden end is gone on from there."""
        session = self.session
        if session is None:
            return
        visit = (session.path, title(session), *self.place)
        if visit != self._noted:
            self._noted = visit
            self._second.start(lambda: recent.remember(*visit))

    def close(self) -> str:
        """Save, remember the place, give the lock back. A draft that cannot be saved stays open; returns why."""
        trouble = self.save()
        if trouble or self.session is None:
            return trouble
        self.remember()
        self._forget_copy()  # the file holds all; what the copy has besides was taken back
        self.drop()
        _kept(self._second.start(lambda: True))  # what was begun there is done: a draft closed well leaves no copy
        return ""

    def remember(self) -> None:
        """Note the draft and the place in the recent list."""
        if self.session is not None:
            recent.remember(self.session.path, title(self.session), *self.place)

    def drop(self, *, lose: bool = False) -> None:
        """Clear the desk without saving: only after saving, or when the person chose to lose the changes."""
        if lose and self._copy is not None:
            from sa_wizard.draft import recovery

            recovery.forget(self._copy)
        elif self.session is not None and self._copy is not None and self.kept_apart:
            self._left.append((self.session.path, self._copy))
        self._give_up()
        self._copy, self._copied, self.changed = None, False, False
        if self._lock is not None:
            self._lock.release()
        self._lock = None
        self.session = None

    def _give_up(self) -> None:
        """Wait no longer for a disk that does not answer. What it was to write is not written when it does."""
        if self._writing is not None:
            self._writing[0].given_up.set()
            self._writing, self._writer = None, Writer()

    def aside(self, job: Callable[[], bool], *, wait: bool = False) -> None:
        """Do something in the second place, after what is being done there."""
        done = self._second.start(job)
        if wait:
            _kept(done)

    def show_life(self) -> None:
        """Show programs on other machines that the owner of the lock lives."""
        if self._lock is not None:
            self._second.start(self._lock.touch)

    def _make_room(self) -> None:
        trouble = self.close()
        if trouble:
            raise CannotWrite(f"The draft that is open is not saved. {trouble}")

    def _put(self, session: Session, lock: Lock, place: tuple[str, int, int]) -> None:
        self._lock, self.session, self.place, self._search = lock, session, place, None


def _tidy(path: Path) -> None:
    """Take away what killed programs left where this draft, its versions and its copies are."""
    from sa_wizard.draft import leftovers, recovery, versions

    leftovers.beside(path)
    for folder in (state_dir(), recovery.folder(), versions.folder(path)):
        leftovers.inside(folder)


def _kept(copied: "Future[bool]") -> bool:
    """Whether something in the second place was done in time."""
    try:
        return copied.result(PATIENCE)
    except TimeoutError:
        return False


def title(session: Session) -> str:
    """What the draft is called: the partnership, then its own title or the outline's with the period."""
    draft = session.draft
    period = session.asked.period
    named = draft.text("about.title").strip() or f"Strategic assessment {period.short if period else ''}".strip()
    return " · ".join(part for part in (draft.text("about.partnership").strip(), named) if part)

"""What a draft was, for the screens that show it: its versions, how they differ from now, and going back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.cells import cell_len, set_cell_size

from sa_wizard.draft import lineage, store, versions
from sa_wizard.draft.compare import Difference, compare
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.in_words import counted
from sa_wizard.draft.keeper import Keeper
from sa_wizard.draft.restoring import Amount, keep_named, keep_present, opened, restored
from sa_wizard.draft.session import Session
from sa_wizard.draft.steps import Step, place
from sa_wizard.draft.versions import Version
from sa_wizard.errors import SaWizardError, UsageProblem
from sa_wizard.outline.spec import Outline
from sa_wizard.tui.widgets.rowlist import fitted

HEADINGS = ("", "Kept", "Words", "Since then", "What it was")
WIDTHS = (3, 16, 7, 13)
"""Columns of the first four; the last has what is left."""

NARROW = 70
"""Columns below which a line has no room for the size."""

AUTOMATIC = "kept by itself"


@dataclass(frozen=True)
class Then:
    """What a version holds, and in what the draft as it is now differs from it."""

    outline: Outline
    draft: Draft
    differences: tuple[Difference, ...]


class Past:
    """The versions of the draft that is open. Screens share one, so that each knows what another restored."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.listed: Sequence[Version] = ()
        self.look()
        self.at: str | None = None
        """Where the last thing was restored; None while nothing was."""
        self._restored: list[Step | None] = []

    def look(self) -> None:
        """List the versions again; for reading only also those that a draft which was moved would get."""
        session = self.session
        self.listed = (
            lineage.seen(session.path, session.draft.id).versions
            if session.read_only
            else versions.listed(session.path)
        )

    def then(self, version: Version) -> Then:
        """Open a version and compare it with now; raises UnreadableDraft, and UsageProblem for another outline."""
        _, outline, draft = opened(version, self.session.path)
        present = self.session.draft
        if draft.outline.id != present.outline.id:
            raise UsageProblem(f"That version answers another outline ({draft.outline.id}).")
        return Then(outline, draft, compare(self.session.outline, draft, present))

    def reader(self, then: Then) -> Session:
        """A session in which a version can be read, and nothing else."""
        return Session(self.session.path, then.outline, then.draft, read_only=True, keeper=Keeper(on=False))

    def restore(self, version: Version, draft: Draft, what: str, paths: Collection[str] | None = None) -> bool:
        """Go back, in one step that can be undone, once a version is kept of what the draft is now.

        False when it is that already. Raises CannotWrite when none can be kept, and UsageProblem when it does not fit.
        """
        session = self.session
        session.must_write()
        back = restored(session.draft, draft, paths)
        if not compare(session.outline, session.draft, back):
            return False
        keep_present(session.path, store.encode(session.outline, session.draft))
        step = Step(f"restore {what} of {when(version.time)}", "", session.draft, back)
        session.restore(back, step.label)
        self._restored.append(session.last)
        self.at = place(session.outline, step)
        self.look()
        return True

    def undo(self) -> str:
        """Take back what was restored here last; returns where that was.

        Raises UsageProblem when nothing was, and when it is not the last change any more: what another program wrote
        may have been taken in meanwhile, and that is not what is asked for here.
        """
        if not self._restored:
            raise UsageProblem("Nothing was restored here yet.", "Ctrl+Z where you write takes back other changes.")
        if self.session.last is not self._restored[-1]:
            raise UsageProblem(
                "The draft has changed since that was restored, so it cannot be taken back here.",
                "Ctrl+Z where you write takes back one change after the other.",
            )
        self._restored.pop()
        step = self.session.undo()
        self.at = place(self.session.outline, step) if step else ""
        return self.at

    def keep(self, name: str) -> None:
        """Keep the draft as it is now by a name; raises UsageProblem for the name, and CannotWrite."""
        keep_named(self.session.path, store.encode(self.session.outline, self.session.draft), name)
        self.look()

    def call(self, version: Version, name: str) -> None:
        """Give a version a name, so that it stays for ever; raises UsageProblem for the name, and CannotWrite."""
        versions.call(self.session.path, version, name)
        self.look()


def when(time: datetime) -> str:
    """A time as people say it in a list: ``today 10:15``, ``Fri 27 Nov 17:02``, ``27 Nov 2025 17:02``."""
    here, now = time.astimezone(), datetime.now().astimezone()
    days = (now.date() - here.date()).days
    if days in (0, 1):
        return f"{'yesterday' if days else 'today'} {here:%H:%M}"
    near = 0 < days < 300
    return f"{here:%a} {here.day:>2} {here:%b %H:%M}" if near else f"{here.day:>2} {here:%b %Y %H:%M}"


def what(version: Version) -> str:
    """What a version was kept for."""
    return f"“{version.name}”" if version.promised else version.name or AUTOMATIC


def since(found: Amount | SaWizardError | None) -> str:
    """How many words came and went since a version; empty while that is being worked out."""
    if found is None:
        return "…"
    if isinstance(found, SaWizardError):
        return "cannot open"
    if not found.answers:
        return "as now"
    if found.added or found.removed:
        return " ".join(f"{sign}{count:,}" for sign, count in (("+", found.added), ("-", found.removed)) if count)
    return f"{found.answers} answer{'s' if found.answers > 1 else ''}"


def told_of(found: Amount) -> str:
    """The same in words: ``7 words added, 404 taken out, in 2 answers``."""
    answers = f"{found.answers} answer{'s' if found.answers != 1 else ''}"
    words = counted(found.added, found.removed, "word")
    return f"{words}, in {answers}" if words else f"{answers} changed"


def line(number: int, version: Version, found: Amount | SaWizardError | None, width: int) -> str:
    """One version as a line of the list, under the headings."""
    size = "?" if version.words is None else f"{version.words:,}"
    return spread((str(number), when(version.time), size, since(found), what(version)), width)


def spread(cells: Sequence[str], width: int) -> str:
    """Cells side by side, numbers on the right of theirs; on a narrow screen without the size."""
    number, time, size, changed, told = cells
    sized = f"{size:>{WIDTHS[2]}}  " if width >= NARROW else ""
    kept, words = set_cell_size(time, WIDTHS[1]), set_cell_size(changed, WIDTHS[3])
    head = f"{number:>{WIDTHS[0]}}  {kept}  {sized}{words}  "
    return (head + fitted(told, max(8, width - cell_len(head)))).rstrip()

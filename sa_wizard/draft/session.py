"""The one mutable object: a draft being written. Every change goes through it, can be undone, and reaches the disk."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from sa_wizard.draft import opening
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.keeper import Keeper
from sa_wizard.draft.links import linked
from sa_wizard.draft.paths import Target, resolve
from sa_wizard.draft.saving import Snapshot, hindrance, marked
from sa_wizard.draft.stamps import Stamp, stamp
from sa_wizard.draft.steps import CHANGE, Step
from sa_wizard.draft.values import Json, Row, fit, with_ids
from sa_wizard.errors import CannotWrite, UsageProblem
from sa_wizard.outline.spec import Outline

if TYPE_CHECKING:
    from sa_wizard.draft.lineage import Whence

AUTOSAVE = 1.0
"""Seconds from the first unsaved change to the save."""

PAUSE = 2.0
"""Seconds without typing after which the next key starts a new undo step."""

_UNCHANGED = "Nothing was changed."

STEPS = 1000
"""Undo steps kept; each shares all that did not change with its neighbours."""


class Session:
    """A draft, where it lives, what was changed since it was saved, and how to go back.

    Times are seconds on the injected clock. Nothing here knows of screens.
    """

    def __init__(  # noqa: PLR0913 - what it is made from, and three things that tests and readers do without
        self,
        path: Path,
        outline: Outline,
        draft: Draft,
        *,
        clock: Callable[[], float] = time.monotonic,
        on_disk: Stamp | None = None,
        read_only: bool = False,
        keeper: Keeper | None = None,
    ) -> None:
        """Start from a draft as it is on disk; ``on_disk`` is what its file holds, if that is to be watched.

        Versions of it are kept, by a keeper of its own unless one is given.
        """
        self.path = path
        self.outline = outline
        self.draft = draft
        self.saved = draft
        self.trouble = ""
        """Why the last save failed, as a sentence; empty when it did not."""
        self.on_disk = on_disk
        self.read_only = read_only
        self.remark = ""
        """What to say of a draft that is not understood whole, or is marked as read only; empty for every other."""
        self.hindrance = ""
        """What will keep it from being saved, seen when it was opened; empty when nothing will."""
        self.keeper = keeper or Keeper()
        self._whence: Whence | None = None
        self._clock = clock
        self._unsaved_since: float | None = None
        self._taken = 0.0
        self._last_change = float("-inf")
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._redo_before: list[Step] = []
        """What could be made again before the typing that is under way."""
        self._asked: Asked | None = None

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, in_passing: bool = False) -> "Session":
        """Open a draft file; raises UnreadableDraft. To read only, one that a newer version wrote opens too."""
        if read_only:
            from sa_wizard.draft.newer import load_newer

            with opening.named(path):
                found = load_newer(path)
            session = cls(path, found.outline, found.draft, read_only=True)
            session.remark = found.sentence
        else:
            on_disk = stamp(path)  # before reading: what changes in between is noticed rather than missed
            outline, draft = opening.load(path)
            session = cls(path, outline, draft, on_disk=on_disk)
            session.hindrance = hindrance(path)
            session.remark = "" if session.hindrance else marked(path)
        if not in_passing:
            session.trace()
        return session

    def trace(self) -> None:
        """List the earlier versions here of a draft that was moved or copied. Raises nothing.

        Why not always when it is opened: what only looks whether it opens leaves that to the next, who says so.
        """
        from sa_wizard.draft import lineage

        if self.read_only:
            self._whence = lineage.seen(self.path, self.draft.id).whence
        else:
            self._whence = lineage.follow(self.path, self.draft.id)

    @property
    def whence(self) -> "Whence":
        """Where versions of it are from, if the draft was moved or copied since it was last open."""
        from sa_wizard.draft import lineage

        return self._whence or lineage.Whence()

    @property
    def asked(self) -> Asked:
        """What the draft as it stands is asked."""
        if self._asked is None or self._asked.draft is not self.draft:
            self._asked = Asked(self.outline, self.draft)
        return self._asked

    @property
    def dirty(self) -> bool:
        """Whether the file does not hold the draft as it stands."""
        return self.draft is not self.saved

    def get(self, path: str) -> Json:
        """The value at a path, through views; raises UsageProblem for a path that leads nowhere."""
        return self.draft.at(resolve(self.outline, path))

    def set(self, path: str, value: Json, *, typing: bool = False) -> bool:
        """Keep a value, cleaned; False when nothing changed. Raises UsageProblem, changing nothing, when it cannot fit.

        Changes made while ``typing`` in one place join into one undo step until the person pauses.
        """
        target = resolve(self.outline, path)
        if target.column and target.column.id == "id":
            raise UsageProblem(f"{path} is given once and never changes, because links hold on to it.", _UNCHANGED)
        value = fit(target.kind, target.record, value, target.path, self.reserved(target))
        if target.is_row:
            value = self._with_id(target, value)
        if self.draft.at(target) == value:
            return False
        label = target.column.label if target.column else self.asked.say(target.field.label)
        return self._change(f"{CHANGE}{label}", path, self.draft.with_value(target, value), typing=typing)

    def reserved(self, target: Target) -> frozenset[str]:
        """The ids that no new entry at a place may be given: those that are linked to, and those of the entries there.

        Why: what rests on an entry must not come to rest on another that takes its place.
        """
        if target.kind not in ("records", "row"):
            return frozenset()
        there = self.draft.at(target) if target.kind == "records" else ()
        return linked(self.draft).union(row["id"] for row in there if isinstance(row.get("id"), str))

    def add_row(self, path: str, row: Row | None = None, at: int | None = None) -> str:
        """Add an entry to the records at a path, at the end unless told where; returns the path of the entry."""
        target, rows = self._rows(path)
        at = len(rows) if at is None else max(0, min(at, len(rows)))
        new = fit("row", target.record, row or {}, path)
        new = with_ids([*rows, new], target.record, linked(self.draft))[-1]
        self._set_rows(target, [*rows[:at], new, *rows[at:]], f"add {_entry(target)}", f"{path}[{at}]")
        return f"{path}[{at}]"

    def duplicate_row(self, path: str) -> str:
        """Add a copy of an entry right after it; returns the copy's path. The copy has its own id."""
        base, index, _, rows = self._row(path)
        return self.add_row(base, {key: value for key, value in rows[index].items() if key != "id"}, index + 1)

    def remove_row(self, path: str) -> None:
        """Take an entry out. Undo brings it back; links to it stay and work again then."""
        _, index, target, rows = self._row(path)
        self._set_rows(target, rows[:index] + rows[index + 1 :], f"delete {_entry(target)}", path)

    def move_row(self, path: str, by: int) -> str:
        """Move an entry up (negative) or down; returns its new path. At either end it stays."""
        base, index, target, rows = self._row(path)
        to = max(0, min(index + by, len(rows) - 1))
        if to != index:
            row = rows.pop(index)
            rows.insert(to, row)
            self._set_rows(target, rows, f"move {_entry(target)}", f"{base}[{to}]")
        return f"{base}[{to}]"

    def rename(self, section: str, heading: str) -> bool:
        """Give a section the partnership's own heading; empty restores the outline's. Raises UsageProblem."""
        if self.outline.section(section) is None:
            raise UsageProblem(f"There is no section {section!r} in this outline.", _UNCHANGED)
        heading = fit("line", "", heading, section).strip()
        if heading == self.draft.headings.get(section, ""):
            return False
        return self._change("rename section", section, self.draft.with_heading(section, heading))

    def claim(self, section: str, claim: str, text: str) -> bool:
        """Note what the author says of a section (``finished``, ``not_applicable``); empty takes it back."""
        text = fit("text", "", text, section).strip()
        if text == self.draft.claims.get(section, {}).get(claim, ""):
            return False
        label = f"{'mark' if text else 'no longer mark'} a section as {claim.replace('_', ' ')}"
        return self._change(label, section, self.draft.with_claim(section, claim, text))

    def accept(self, at: str, code: str, about: str, reason: str) -> bool:
        """Let a finding about some words of the answer ``at`` stand for a reason; an empty reason takes that back."""
        reason, about = fit("text", "", reason, at).strip(), fit("text", "", about, at)
        changed = self.draft.with_accepted({"at": at, "code": code, "about": about, "reason": reason})
        return changed.accepted != self.draft.accepted and self._change("let a finding stand", at, changed)

    def shift(self, section: str, by: int) -> bool:
        """Move a section up or down among those that apply; False at either end and for document control."""
        shown = [each.id for each in self.asked.sections]
        to = shown.index(section) + by if section in shown else 0
        if by == 0 or section == "about" or not 0 <= to < len(shown) or shown[to] == "about":
            return False
        every = [each.id for each in self.asked.ordered]
        here, there = every.index(section), every.index(shown[to])
        every.insert(there, every.pop(here))
        return self._change("move section", section, self.draft.with_order(tuple(every)))

    def undo(self) -> Step | None:
        """Take back the last change; returns it, or None when there is none."""
        return self._swap(self._undo, self._redo, lambda step: step.before)

    def redo(self) -> Step | None:
        """Make the last undone change again; returns it, or None when there is none."""
        return self._swap(self._redo, self._undo, lambda step: step.after)

    def unsay(self, path: str) -> bool:
        """Take back what is being typed in one place as if it had never been; False when nothing is.

        Unlike after ``undo`` it cannot be made again, and what could be made again before it still can.
        """
        step = self.last
        if step is None or not step.typing or step.path != path:
            return False
        redo = list(self._redo_before)
        self.undo()
        self._redo = redo
        return True

    @property
    def last(self) -> Step | None:
        """The change that undo would take back; None when there is none."""
        return self._undo[-1] if self._undo else None

    def must_write(self) -> None:
        """Raise UsageProblem when the draft is open for reading only: before anybody is asked for anything."""
        if self.read_only:
            raise UsageProblem("This draft is open for reading only.", _UNCHANGED)

    def due_in(self) -> float | None:
        """Seconds until the draft must be saved (0 when overdue); None when there is nothing to save."""
        if self._unsaved_since is None:
            return None
        return max(0.0, self._unsaved_since + AUTOSAVE - self._clock())

    def save(self) -> bool:
        """Write the draft if it changed; True when it was written. Raises CannotWrite, and then stays dirty."""
        snapshot = self.snapshot()
        if snapshot is None:
            return False
        try:
            self.written(snapshot, snapshot.write())
        except CannotWrite as error:
            self.failed(error.sentence)
            raise
        return True

    def snapshot(self) -> Snapshot | None:
        """What there is to write; None when the file holds it already."""
        if not self.dirty:
            return None
        self._taken = self._clock()
        return Snapshot(self.path, self.outline, self.draft, self.on_disk, self.keeper, Event())

    def written(self, snapshot: Snapshot, on_disk: Stamp | None) -> None:
        """A snapshot is on disk; what was typed since is not."""
        self.on_disk = on_disk
        self.saved = snapshot.draft
        self.trouble = self.hindrance = ""
        self._unsaved_since = self._taken if self.dirty else None  # a slow disk has used up the time till the next

    def failed(self, why: str) -> None:
        """A snapshot could not be written; it is due again a while later."""
        self.trouble = why
        self._unsaved_since = self._clock()

    def met(self, draft: Draft, theirs: Draft, on_disk: Stamp | None) -> None:
        """What another program wrote was looked at: go on with ``draft``, in one step that can be undone."""
        self.saved, self.on_disk, self.trouble = theirs, on_disk, ""
        if draft != self.draft:
            self._change("take what another copy had", "", draft)
        self._become(self.draft)

    def restore(self, draft: Draft, label: str) -> None:
        """Go on with what the draft was, or with some answers as they were, in one step that can be undone."""
        self._change(label, "", draft)

    def rewrite(self, draft: Draft, label: str, path: str) -> None:
        """Go on with words replaced in any number of answers, the first at ``path``, in one step that can be undone."""
        self._change(label, path, draft)

    def moved_to(self, path: Path) -> None:
        """The draft as it stands was written to another file, and lives there from now on."""
        self.path = path
        self.on_disk = stamp(path)
        self.saved = self.draft
        self.trouble = self.hindrance = ""
        self._unsaved_since = None

    def _rows(self, path: str) -> tuple[Target, list[Row]]:
        target = resolve(self.outline, path)
        if target.kind != "records":
            raise UsageProblem(f"{path} does not hold entries.", _UNCHANGED)
        return target, list(self.draft.at(target))

    def _row(self, path: str) -> tuple[str, int, Target, list[Row]]:
        """An entry that is there: the path of its records, its number, where they are kept, and all of them."""
        base, index = _split_row(path)
        target, rows = self._rows(base)
        if index >= len(rows):
            raise UsageProblem(f"{path} names an entry that is not there.", _UNCHANGED)
        return base, index, target, rows

    def _set_rows(self, target: Target, rows: list[Row], label: str, path: str) -> None:
        self._change(label, path, self.draft.with_value(target, with_ids(rows, target.record)))

    def _with_id(self, target: Target, row: Row) -> Row:
        """Keep the id of the row being replaced, or give a new last row an id of its own."""
        base, index = _split_row(target.path)
        _, rows = self._rows(base)
        if index < len(rows):
            return {"id": rows[index].get("id", ""), **{key: part for key, part in row.items() if key != "id"}}
        return with_ids([*rows, row], target.record, linked(self.draft))[-1]

    def _change(self, label: str, path: str, draft: Draft, *, typing: bool = False) -> bool:
        self.must_write()
        if not draft.id:
            from sa_wizard.draft import lineage

            draft = replace(draft, id=self.draft.id or self.saved.id or lineage.id_for(self.path))
        now = self._clock()
        last = self._undo[-1] if self._undo else None
        if typing and last and last.typing and last.path == path and now - self._last_change < PAUSE:
            self._undo[-1] = Step(label, path, last.before, draft, typing=True)
        else:
            self._undo = [*self._undo[-STEPS + 1 :], Step(label, path, self.draft, draft, typing)]
        self._redo_before = (self._redo or self._redo_before) if typing else []
        self._redo = []
        self._last_change = now
        self._become(draft)
        return True

    def _swap(self, source: list[Step], sink: list[Step], side: Callable[[Step], Draft]) -> Step | None:
        if not source:
            return None
        step = source.pop()
        sink.append(step)
        self._last_change = float("-inf")
        draft = side(step)
        self._become(draft if draft.id or not self.saved.id else replace(draft, id=self.saved.id))
        return step

    def _become(self, draft: Draft) -> None:
        self.draft = draft
        if self.dirty and self._unsaved_since is None:
            self._unsaved_since = self._clock()
        elif not self.dirty:
            self._unsaved_since = None


def _entry(target: Target) -> str:
    return {"topic": "problem"}.get(target.record, target.record).replace("_", " ")  # as the screens call it


def _split_row(path: str) -> tuple[str, int]:
    base, _, index = path.removesuffix("]").rpartition("[")
    if not path.endswith("]") or not index.isdecimal():
        raise UsageProblem(f"{path} does not name an entry.", _UNCHANGED)
    return base, int(index)

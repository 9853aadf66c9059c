"""One step of a session, and what to say of it when it is taken back or made again."""

from typing import NamedTuple

from sa_wizard.draft.draft import Draft
from sa_wizard.draft.paths import head
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Outline

CHANGE = "change "
"""What the label of a change of one answer begins with; the answer's own label follows."""

REPLACE = "replace "
"""What the label of words replaced begins with; it says all there is to say."""


class Step(NamedTuple):
    """One undoable change: what it was called, where it was, and the draft on both sides of it."""

    label: str
    path: str
    before: Draft
    after: Draft
    typing: bool = False


def in_words(outline: Outline, step: Step) -> str:
    """What a step did: such as ``3 words added in “Where it happens”, “Robbery”``, or ``delete problem, “Noise”``."""
    if step.label.startswith(REPLACE):
        return step.label
    from sa_wizard.draft.compare import compare
    from sa_wizard.draft.in_words import counted
    from sa_wizard.draft.restoring import amount

    differences = compare(outline, step.before, step.after)
    entry = _entry(outline, step)
    found = amount(differences)
    words = counted(found.added, found.removed, "word")
    if len(differences) > 1:
        words = ", ".join(part for part in (f"{len(differences)} answers", words) if part)
    inside = f", “{entry}”" if entry else ""
    if step.label.startswith(CHANGE) and words:
        return f"{words} in “{step.label.removeprefix(CHANGE)}”{inside}"
    return f"{step.label}{inside}{f' ({words})' if words else ''}"


def place(outline: Outline, step: Step) -> str:
    """Where a step was; of one that changed several answers, the first of them. Empty when it was in none."""
    if step.path:
        return step.path
    from sa_wizard.draft.compare import compare

    differences = compare(outline, step.before, step.after)
    return next((each.path for each in differences if outline.find(each.path) is not None), "")


def _entry(outline: Outline, step: Step) -> str:
    """The name of the entry of a list that a step was in, after it or else before it."""
    base, _, rest = step.path.partition("[")
    found = outline.find(head(base))
    if not rest or found is None:
        return ""
    field = outline.find(found[1].of or "") or found
    row, record = int(rest.partition("]")[0]), RECORDS[field[1].record or ""]
    for draft in (step.after, step.before):
        rows = draft.get(f"{field[0].id}.{field[1].id}") or []
        other = step.before if draft is step.after else step.after
        if row < len(rows) and len(rows) >= len(other.get(f"{field[0].id}.{field[1].id}") or []):
            return record.lenient(rows[row]).shown.strip()
    return ""

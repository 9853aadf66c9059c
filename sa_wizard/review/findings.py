"""The findings of a review, and the judgements made from them. One list feeds every screen, table and report."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from sa_wizard.outline.spec import Item

Severity = Literal["error", "warning", "note"]
GRAVE: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}
"""Severities in the order in which they should be looked at."""
ItemStatus = Literal["met", "partly", "not_met", "not_applicable"]
ALSO = "also needed in this section"
"""What is said of an answer that a section must have, and that is no part of the test of the item it serves."""
_WANTED = ("missing", "too_few")
SectionState = Literal["not_started", "in_progress", "done", "has_problems", "not_applicable"]


class Finding(NamedTuple):
    """One thing missing or doubtful: where, how grave, a stable code, a sentence, and what to do.

    An ``error`` keeps the draft from being complete; a ``warning`` should be looked at; a ``note`` may be right.
    """

    path: str
    section: str
    severity: Severity
    code: str
    message: str
    hint: str = ""
    item: Item | None = None
    words: str = ""
    """The very words a rule is about; the sentence may quote more, which changes when the author writes on."""

    @property
    def about(self) -> str:
        """What is let stand when the author lets this stand: the words, in whatever sentence; or the message."""
        return " ".join(self.words.split()) or self.message

    @property
    def tested(self) -> bool:
        """Whether the test of its item lacks it, or a rule doubts it there; a section needs more than its item does."""
        return self.item is not None and (self.severity != "error" or self.code.startswith(f"{self.item}-"))

    @property
    def also_needed(self) -> bool:
        """Whether its section must have it although the item that it serves can be met without."""
        return self.item is not None and not self.tested and self.code in _WANTED


class ItemJudgement(NamedTuple):
    """One of items (a) to (g): its status, the findings that keep it from being met, and where it is answered."""

    item: Item
    status: ItemStatus
    findings: int
    sections: tuple[str, ...] = ()
    """The sections that serve the item, for the compliance table."""
    proof: tuple[str, ...] = ()
    """The paths that prove what is there of it: where each thing it needs is answered, in the order of the document."""


class SectionJudgement(NamedTuple):
    """One section: its state, and how many of the answers it must have are there. ``done`` never exceeds ``total``."""

    id: str
    title: str
    state: SectionState
    done: int
    total: int
    finished: bool = False
    """What the author says: finished, or not yet. Kept apart from ``state``, which is what the checker finds."""
    reason: str = ""
    """Why the author says that it does not apply; empty when they do not."""


class Review(NamedTuple):
    """The whole judgement of a draft. ``findings`` are in the order of the document."""

    complete: bool
    items: tuple[ItemJudgement, ...]
    sections: tuple[SectionJudgement, ...]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the draft from being complete."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def to_do(self) -> int:
        """How many things keep it from being complete; what is told of one place for two items counts once.

        Every screen and report gives this number, and the guided path and the report number the same things alike.
        """
        return len({(each.path, each.message) for each in self.errors})

    @property
    def to_look_at(self) -> int:
        """How many things may be wrong, each once."""
        return len({(each.path, each.message) for each in self.findings if each.severity != "error"})

    def section(self, name: str) -> SectionJudgement | None:
        """The judgement of one section, or None."""
        return next((section for section in self.sections if section.id == name), None)

    def item(self, name: Item) -> ItemJudgement:
        """The judgement of one item."""
        return next(item for item in self.items if item.item == name)


def listed(names: Sequence[str]) -> str:
    """Such as ``(a), (b) and (c)``."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def concerning(same: Iterable[Finding], *, letters: bool = True) -> str:
    """What stands in brackets behind a sentence: the items whose tests lack it, or that it is needed all the same.

    Why not the item of every question: an item that is met and then named as lacking something contradicts itself.
    """
    told = tuple(same)
    tested = [str(each.item) for each in told if each.tested]
    if tested:
        return f" ({', '.join(tested)})" if letters else ""
    return f" ({ALSO})" if any(each.also_needed for each in told) else ""


STATUS_WORDS: dict[ItemStatus, str] = {
    "met": "met",
    "partly": "partly met",
    "not_met": "not met",
    "not_applicable": "not applicable",
}
STATE_WORDS: dict[SectionState, str] = {
    "not_started": "not started",
    "in_progress": "in progress",
    "done": "done",
    "has_problems": "has problems",
    "not_applicable": "not applicable",
}

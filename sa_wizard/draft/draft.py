"""The draft: frozen plain data. Every change makes a new one that shares what did not change."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar

from sa_wizard.draft.paths import Target
from sa_wizard.draft.values import Json, empty
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.columns import Record
from sa_wizard.outline.spec import Outline

RecordT = TypeVar("RecordT", bound=Record)


class OutlineRef(NamedTuple):
    """Which outline the answers were given to."""

    id: str
    version: str
    checksum: str
    parked: Mapping[str, Json]
    """Keys beside these three that this program does not know; they are written back."""


@dataclass(frozen=True)
class Draft:
    """What was answered. ``values`` maps section to field to value, ``about`` being the section of that id.

    Treat every mapping as frozen. ``parked`` holds top-level keys this program does not know; they are written back.
    """

    outline: OutlineRef
    values: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    claims: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What the author says of a section, by its id: ``finished`` ("yes") and ``not_applicable`` (the reason)."""
    accepted: tuple[Mapping[str, str], ...] = ()
    """Findings the author looked at and lets stand: section, code, the words they are about, and the reason."""
    parked: Mapping[str, Json] = field(default_factory=dict)
    id: str = field(default="", compare=False)
    """Tells this draft from others wherever its file lies; empty until its first change. It says nothing of it."""
    other_format: int = field(default=0, compare=False)
    """The format version of the file it was read from, where that is not the one this program writes; otherwise 0."""

    def get(self, path: str) -> Json:
        """The value kept at ``section.field``; None when never answered. Views are resolved by ``at``."""
        section, _, name = path.partition(".")
        return self.values.get(section, {}).get(name)

    def text(self, path: str) -> str:
        """The value at ``section.field`` when it is text, otherwise an empty string."""
        value = self.get(path)
        return value if isinstance(value, str) else ""

    def at(self, target: Target) -> Json:
        """The value a resolved path leads to; the empty value of its kind when never answered."""
        here: Json = self.get(f"{target.section.id}.{target.field.id}")
        for step in target.steps:
            if isinstance(step, int):
                here = here[step] if isinstance(here, list) and step < len(here) else None
            else:
                here = here.get(step) if isinstance(here, dict) else None
        return empty(target.kind) if here is None else here

    def rows(self, path: str, record: type[RecordT]) -> list[RecordT]:
        """The records kept at ``section.field``, typed and lenient."""
        value = self.get(path)
        return [record.lenient(row) for row in value] if isinstance(value, list) else []

    def with_value(self, target: Target, value: Json) -> "Draft":
        """A draft with this already fitted value; raises UsageProblem when the path names a row that is not there."""
        section, name = target.section.id, target.field.id
        kept = self.values.get(section, {})
        changed = _put(kept.get(name), target.steps, value, target.path)
        return replace(self, values={**self.values, section: {**kept, name: changed}})

    def with_heading(self, section: str, heading: str) -> "Draft":
        """A draft with its own heading for a section; an empty heading restores the outline's."""
        kept = {key: text for key, text in self.headings.items() if key != section}
        return replace(self, headings={**kept, section: heading} if heading.strip() else kept)

    def with_claim(self, section: str, claim: str, text: str) -> "Draft":
        """A draft in which the author says something of a section; an empty text takes it back."""
        said = {key: kept for key, kept in self.claims.get(section, {}).items() if key != claim}
        said = {**said, claim: text} if text.strip() else said
        others = {key: kept for key, kept in self.claims.items() if key != section}
        return replace(self, claims={**others, section: said} if said else others)

    def with_accepted(self, finding: Mapping[str, str]) -> "Draft":
        """A draft in which a finding stands, for the reason given; an empty reason takes that back."""
        named = ("at", "code", "about")
        others = tuple(each for each in self.accepted if any(each.get(key) != finding.get(key) for key in named))
        return replace(self, accepted=(*others, finding) if finding.get("reason", "").strip() else others)

    def with_order(self, order: tuple[str, ...]) -> "Draft":
        """A draft with its sections in this order."""
        return replace(self, order=order)


def start(outline: Outline) -> Draft:
    """An empty draft for an outline."""
    return Draft(OutlineRef(outline.id, outline.version, outline.checksum, {}))


def _put(here: Json, steps: tuple[int | str, ...], value: Json, path: str) -> Json:
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(step, str):
        kept = here if isinstance(here, dict) else {}
        return {**kept, step: _put(kept.get(step), rest, value, path)}
    rows = list(here) if isinstance(here, list) else []
    if step > len(rows) or (step == len(rows) and rest):
        have = f"there are {len(rows)}" if len(rows) != 1 else "there is 1"
        raise UsageProblem(f"{path} names an entry that is not there ({have}, counted from 0).", "Nothing was changed.")
    if step == len(rows):
        return [*rows, value]
    rows[step] = _put(rows[step], rest, value, path)
    return rows

"""The guided path: what is missing, in the order that makes sense to write: evidence first, the summary last.

A round of the gaps begins wherever the author is, goes on from the end at the beginning, and ends where it began.
Where it stands is a place and not a gap, so that mending the gap in front, or adding others, never sends it back.
"""

import contextlib
from collections.abc import Iterable
from typing import NamedTuple

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.paths import resolve
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Outline
from sa_wizard.review.findings import Finding, Review

Place = tuple[tuple[float, ...], str]
"""Where a path comes in writing order, a list before its entries; and the path, so that no two places are one."""


class Round(NamedTuple):
    """One round of the gaps, as paths: where it began, and the gap it is at; None before the first."""

    began: str = ""
    at: str | None = None

    def from_here(self, here: str) -> "Round":
        """The same round while the author is in the section of its gap; elsewhere a new one, from there."""
        if self.at is None or not here or _section(here) == _section(self.at):
            return self
        return Round(here)


class Gap(NamedTuple):
    """One place where something is missing: the first thing found there, and which of how many things it is, from 1.

    The numbers are those of the report: a place where two things are missing has two of them.
    """

    finding: Finding
    number: int
    of: int
    more: int = 0
    """How many other things are missing at the same place."""


def gaps(asked: Asked, review: Review) -> tuple[Finding, ...]:
    """What keeps the draft from being complete, the first thing of each place, in writing order."""
    return tuple(finding for _, finding, _ in _placed(asked, review))


def next_gap(asked: Asked, review: Review, after: str = "") -> Finding | None:
    """The gap that follows a path in writing order, the first after the last; None when nothing is missing."""
    gap = step(asked, review, Round(after))[1]
    return gap.finding if gap else None


def step(asked: Asked, review: Review, walk: Round) -> tuple[Round, Gap | None]:
    """The next gap of a round, and the round then; every gap there is when the round comes by is visited once.

    No gap: it has come round, or nothing is missing. The round given back then begins with the first gap of all.
    """
    found = _placed(asked, review)
    began = _place(asked.outline, walk.began)

    def turn(place: Place) -> tuple[bool, Place]:
        return place <= began, place

    passed = None if walk.at is None else turn(_place(asked.outline, walk.at))
    turns = [(turn(place), index) for index, (place, _, _) in enumerate(found)]
    ahead = [each for each in turns if passed is None or each[0] > passed]
    if not ahead:
        return Round(), None
    gap = _gap(found, min(ahead)[1])
    return Round(walk.began, gap.finding.path), gap


def gap_at(asked: Asked, review: Review, path: str) -> Gap | None:
    """The gap at a path as it now stands; None when there is none, or none any more."""
    found = _placed(asked, review)
    here = [index for index, (_, finding, _) in enumerate(found) if finding.path == path]
    return _gap(found, here[0]) if here else None


def _gap(found: list[tuple[Place, Finding, int]], index: int) -> Gap:
    _, finding, more = found[index]
    before = sum(1 + others for _, _, others in found[:index])
    return Gap(finding, before + 1, sum(1 + others for _, _, others in found), more)


def in_writing_order(asked: Asked, findings: Iterable[Finding]) -> list[Finding]:
    """Findings in the order to mend them; those of one place stay as they come."""
    return sorted(findings, key=lambda finding: _place(asked.outline, finding.path))


def _placed(asked: Asked, review: Review) -> list[tuple[Place, Finding, int]]:
    """Every place with a gap in writing order: the first thing missing there, and how many more."""
    here: dict[str, dict[str, Finding]] = {}
    for finding in review.errors:
        here.setdefault(finding.path, {}).setdefault(finding.message, finding)
    placed = [(_place(asked.outline, path), next(iter(told.values())), len(told) - 1) for path, told in here.items()]
    return sorted(placed, key=lambda each: each[0])


def _place(outline: Outline, path: str) -> Place:
    """Section, field, then entry and column as often as the path names them; what is not known comes first."""
    name = _section(path)
    section = outline.section(name)
    if section is None:
        return (), path
    steps: list[float] = [section.order, outline.sections.index(section)]
    with contextlib.suppress(UsageProblem):
        target = resolve(outline, path)
        field = target.seen_in[1]
        steps.append(section.fields.index(field))
        record, columns = RECORDS.get(field.record or ""), field.columns
        for part in target.steps:
            if isinstance(part, int):
                steps.append(part)
            elif record is not None:
                listed = list(columns) or [column.id for column in record.columns()]
                steps.append(listed.index(part) if part in listed else len(listed))
                column = record.column(part)
                record, columns = RECORDS.get(column.record if column else ""), ()
    return tuple(steps), path


def _section(path: str) -> str:
    return path.partition(".")[0]

"""What the check screen lists: a verdict, then headings with the findings under them. Pure text and paths."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal

from rich.cells import cell_len, set_cell_size

from sa_wizard.draft.asked import Asked
from sa_wizard.outline.spec import Section
from sa_wizard.review.final import is_final
from sa_wizard.review.findings import (
    STATE_WORDS,
    STATUS_WORDS,
    Finding,
    ItemJudgement,
    Review,
    SectionJudgement,
    concerning,
)
from sa_wizard.review.proof import proofs
from sa_wizard.tui.glyphs import Glyphs

Grouping = Literal["section", "item"]

LEAD = {"error": "", "warning": "Look at: ", "note": "Note: "}
"""The word before a finding; what is plainly missing needs none."""


@dataclass(frozen=True)
class Heading:
    """A section or an item: where Enter leads (nowhere when empty), its mark, its name and its state in words."""

    key: str
    path: str
    mark: str
    name: str
    state: str


@dataclass(frozen=True)
class CheckPlace:
    """Where a person was in the list: how it was grouped, the line under the cursor and its number."""

    grouping: Grouping = "section"
    key: str = ""
    index: int = 0


@dataclass(frozen=True)
class Told:
    """One thing found, once, however many items it keeps from being met."""

    finding: Finding
    concerns: str = ""
    """What stands in brackets behind it: the items whose tests lack it, or that it is needed all the same."""

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.finding.path} {self.finding.message}"


@dataclass(frozen=True)
class Group:
    """A heading, what was found under it, and a note before that: what answers an item, or why a section is out."""

    heading: Heading
    told: tuple[Told, ...]
    note: str = ""
    note_path: str = ""


def verdict(asked: Asked, review: Review) -> str:
    """The whole judgement in one line."""
    applying = [item for item in review.items if item.status != "not_applicable"]
    met = sum(item.status == "met" for item in applying)
    look = f"; {review.to_look_at} to look at" if review.to_look_at else ""
    if not review.complete:
        marked = "Marked as final, but not complete: " if asked.draft.text("about.status") == "final" else ""
        todo = review.to_do
        things = f"{todo} thing{'s' if todo != 1 else ''} to do; " if todo else ""
        return f"{marked}{things}items met: {met} of {len(applying)}{look}"
    final = ", and marked as final" if is_final(asked, review) else ""
    return f"Complete{final}: every item that applies is met{look}"


def groups(asked: Asked, review: Review, by: Grouping, mark: Glyphs) -> list[Group]:
    """Every section, or every item, with what is found under it."""
    return _by_item(asked, review, mark) if by == "item" else _by_section(asked, review, mark)


def stands(asked: Asked) -> Group | None:
    """What the author lets stand, with the reasons; None when that is nothing."""
    told = tuple(
        Told(Finding(each.get("at", ""), "", "note", each.get("code", ""), _stood(each), words=each.get("about", "")))
        for each in asked.draft.accepted
    )
    return Group(Heading("stands", "", " ", "Let stand by you", str(len(told))), told) if told else None


def _stood(each: Mapping[str, str]) -> str:
    about = each.get("about", "").rstrip(".")
    return f"{about} ({each.get('code', '')}). The reason you gave: {each.get('reason', '')}"


def heading_line(heading: Heading, width: int) -> str:
    """Mark and name at the left, the state in words at the right."""
    room = max(10, width - len(heading.state) - 4)
    name = heading.name if cell_len(heading.name) <= room else f"{set_cell_size(heading.name, room - 1)}…"
    return f"{heading.mark} {set_cell_size(name, room)}  {heading.state}"


def told_lines(told: Told, mark: Glyphs, width: int) -> tuple[str, str]:
    """A sentence behind its mark, with the items it is about, and the hint below it; both indented and wrapped."""
    finding = told.finding
    lead = f"    {mark.severity(finding.severity)} "
    sentence = _wrapped(f"{LEAD[finding.severity]}{finding.message}{told.concerns}", lead, width)
    return sentence, _wrapped(finding.hint, " " * len(lead), width) if finding.hint else ""


def note_lines(group: Group, mark: Glyphs, width: int) -> str:
    """The note under a heading, indented and wrapped as what is found."""
    return _wrapped(group.note, f"    {mark.right if group.heading.key.startswith('item') else mark.none} ", width)


def _by_section(asked: Asked, review: Review, mark: Glyphs) -> list[Group]:
    found = []
    for judged in review.sections:
        under = _told(finding for finding in review.findings if finding.section == judged.id)
        number = asked.numbers.get(judged.id)
        name = f"{number} {judged.title}" if number else judged.title
        path = judged.id if any(judged.id == section.id for section in asked.sections) else ""
        heading = Heading(f"section-{judged.id}", path, mark.section(judged.state), name, _section_state(judged, mark))
        found.append(Group(heading, under, f"You say: {judged.reason}" if judged.reason and path else "", path))
    known = {judged.id for judged in review.sections}
    rest = _told(finding for finding in review.findings if finding.section not in known)
    return [*found, *_rest(rest, "Elsewhere")]


def _by_item(asked: Asked, review: Review, mark: Glyphs) -> list[Group]:
    found = []
    for judged in review.items:
        under = _told((finding for finding in review.findings if finding.item == judged.item), items=False)
        proved = proofs(asked, judged)
        said = "; ".join(f"{asked.numbers.get(each.section.id, '')} {each.words}".lstrip() for each in proved)
        note, path = (f"Answered in {said}", proved[0].path) if proved else ("", "")
        found.append(Group(_item_heading(asked, judged, mark), under, note, path))
    rest = _told(finding for finding in review.findings if finding.item is None)
    return [*found, *_rest(rest, "Other things the document needs")]


def _item_heading(asked: Asked, judged: ItemJudgement, mark: Glyphs) -> Heading:
    name = f"({judged.item}) {asked.law.item(judged.item).title}"
    path = "" if judged.status == "not_applicable" else _home_of(asked, judged)
    return Heading(f"item-{judged.item}", path, mark.item(judged.status), name, STATUS_WORDS[judged.status])


def _home_of(asked: Asked, judged: ItemJudgement) -> str:
    """The section that is there for an item more than the others that serve it; empty when none does."""
    serving = [section for section in asked.sections if section.id in judged.sections]

    def aside(section: Section) -> tuple[bool, bool, int]:
        return (judged.item not in section.items, section.level != "statutory", len(section.items))

    return min(serving, key=aside).id if serving else ""


def _rest(told: tuple[Told, ...], name: str) -> Iterable[Group]:
    return [Group(Heading("rest", "", " ", name, ""), told)] if told else []


def _told(findings: Iterable[Finding], *, items: bool = True) -> tuple[Told, ...]:
    """The findings, those that say the same of the same place together."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.path, finding.message), []).append(finding)
    return tuple(Told(same[0], concerning(same, letters=items)) for same in found.values())


def _section_state(judged: SectionJudgement, mark: Glyphs) -> str:
    """What is found, how much of it, and a tick where the author says finished."""
    counted = f"{judged.done}/{judged.total}" if judged.total else ""
    return f"{STATE_WORDS[judged.state]} {counted:>5} {mark.right if judged.finished else ' '}"


def _wrapped(text: str, lead: str, width: int) -> str:
    lines = wrap(text, max(20, width), initial_indent=lead, subsequent_indent=" " * len(lead))
    return "\n".join(lines)

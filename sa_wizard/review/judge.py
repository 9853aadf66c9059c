"""The review: findings, items and sections judged from one draft in one call. Never raises for a draft that opens."""

from collections.abc import Iterable, Iterator

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.paths import head, written
from sa_wizard.draft.values import Json
from sa_wizard.outline.conditions import applies
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import ITEMS, Field, Item, Outline, Section
from sa_wizard.review import statutory, strict
from sa_wizard.review.answers import answered
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding, ItemJudgement, ItemStatus, Review, SectionJudgement, SectionState

_MISSING = "missing"


def review(outline: Outline, draft: Draft) -> Review:
    """Judge a draft against its outline and the law of its nation and date."""
    return judge(Asked(outline, draft))


def judge(asked: Asked) -> Review:
    """As ``review``, for a draft already seen with its outline."""
    evidence = Evidence(asked)
    needed = {item: statutory.parts(item, evidence) for item in ITEMS if _item_applies(asked, item)}
    findings = _in_order(asked, (*_statutory(needed), *_strict(asked), *_links(asked)))
    items = tuple(_item(asked, item, needed, findings) for item in ITEMS)
    unmet = any(item.status in ("partly", "not_met") for item in items)
    complete = not unmet and not any(finding.severity == "error" for finding in findings)
    sections = tuple(_section(asked, section, findings) for section in asked.ordered)
    return Review(complete, items, sections, findings)


def field_state(asked: Asked, section: Section, field: Field, findings: Iterable[Finding]) -> str:
    """``empty``, ``answered`` or ``problems`` for one field that applies; views count their own columns only."""
    if not _has_answer(asked, section, field):
        return "empty"
    path = f"{section.id}.{field.id}"
    wrong = any(head(finding.path) == path and finding.severity == "error" for finding in findings)
    return "problems" if wrong else "answered"


def _statutory(needed: dict[Item, list[statutory.Part]]) -> Iterator[Finding]:
    for item, parts in needed.items():
        for part in parts:
            if not part.holds:
                section = part.path.partition(".")[0]
                yield Finding(part.path, section, "error", part.code, f"{part.message}.", part.hint, item)


def _strict(asked: Asked) -> Iterator[Finding]:
    for section in asked.sections:
        fields = asked.fields(section)
        known = {field.id: field for field in fields}
        for fault in strict.faults(fields, dict(asked.draft.values.get(section.id, {}))):
            field = known[str(fault.steps[0])]
            path = f"{section.id}.{field.id}{written(fault.steps[1:])}"
            item = field.items[0] if field.items else None
            yield Finding(path, section.id, "error", fault.code, f"{fault.message}.", "", item)
        for field in fields:
            if field.of and field.required and not _has_answer(asked, section, field):
                path = f"{section.id}.{field.id}"
                item = field.items[0] if field.items else None
                yield Finding(path, section.id, "error", _MISSING, f"{field.label} has no answer yet.", "", item)


def _links(asked: Asked) -> Iterator[Finding]:
    """Links to records that are not there: a row was deleted, or an id mistyped."""
    for section in asked.sections:
        for field in asked.fields(section):
            if field.kind != "records" or field.of:
                continue
            for column in RECORDS[field.record or ""].columns():
                if column.kind == "links":
                    yield from _dangling(asked, f"{section.id}.{field.id}", section, column.id, column.to)


def _dangling(asked: Asked, path: str, section: Section, column: str, to: str) -> Iterator[Finding]:
    kept = asked.outline.find(to)
    record = RECORDS[kept[1].record or ""] if kept else None
    rows = asked.draft.get(to) or []
    names = {row.get("id") for row in rows} | {row.get(record.title_column()) for row in rows if record}
    for index, row in enumerate(asked.draft.get(path) or []):
        for link in row.get(column) or []:
            if link not in names:
                told = f"A link leads to {link!r}, which is no longer there."
                yield Finding(f"{path}[{index}].{column}", section.id, "warning", "link", told, "Choose again.")


def _in_order(asked: Asked, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """In document order, one finding a place: a statutory finding says more than that the answer is missing."""
    order = {
        f"{section.id}.{field.id}": index
        for index, (section, field) in enumerate((s, f) for s in asked.ordered for f in s.fields)
    }
    kept = list(findings)
    told = {head(finding.path) for finding in kept if finding.item and finding.code != _MISSING}
    told_exactly = {finding.path for finding in kept if finding.item and finding.code != _MISSING}
    shown = [
        finding
        for finding in kept
        if finding.code != _MISSING
        or (finding.path not in told_exactly and ("[" in finding.path or finding.path not in told))
    ]
    return tuple(sorted(shown, key=lambda finding: order.get(head(finding.path), len(order))))


def _item_applies(asked: Asked, item: Item) -> bool:
    return applies(asked.law.item(item).when, asked.facts, asked.draft.get)


def _item(
    asked: Asked, item: Item, needed: dict[Item, list[statutory.Part]], findings: tuple[Finding, ...]
) -> ItemJudgement:
    served = tuple(
        section.id
        for section in asked.sections
        if item in section.items or any(item in field.items for field in asked.fields(section))
    )
    count = sum(finding.item == item for finding in findings)
    return ItemJudgement(item, _status(needed.get(item)), count, served)


def _status(parts: list[statutory.Part] | None) -> ItemStatus:
    if parts is None:
        return "not_applicable"
    held = sum(part.holds for part in parts)
    if held == len(parts):
        return "met"
    return "partly" if held else "not_met"


def _section(asked: Asked, section: Section, findings: tuple[Finding, ...]) -> SectionJudgement:
    title = asked.heading(section)
    if section not in asked.sections:
        return SectionJudgement(section.id, title, "not_applicable", 0, 0)
    fields = asked.fields(section)
    states = {field.id: field_state(asked, section, field, findings) for field in fields}
    needed = [field.id for field in fields if field.required]
    done = sum(states[name] == "answered" for name in needed)
    return SectionJudgement(section.id, title, _state(section, states, done, len(needed), findings), done, len(needed))


def _state(
    section: Section, states: dict[str, str], done: int, total: int, findings: tuple[Finding, ...]
) -> SectionState:
    if all(state == "empty" for state in states.values()):
        return "not_started"
    here = [finding for finding in findings if finding.section == section.id and finding.severity == "error"]
    if any(states.get(head(finding.path).partition(".")[2]) == "problems" for finding in here):
        return "has_problems"
    return "done" if done == total and not here else "in_progress"


def _has_answer(asked: Asked, section: Section, field: Field) -> bool:
    value: Json = asked.draft.get(field.of or f"{section.id}.{field.id}")
    if field.of:
        return any(answered(row.get(column)) for row in value or [] for column in _own(asked.outline, field))
    return answered(value)


def _own(outline: Outline, field: Field) -> tuple[str, ...]:
    """The columns a view is there to fill: those its list does not itself ask for, or all when it only shows."""
    kept = outline.find(field.of or "")
    asked_there = set(kept[1].columns) if kept else set()
    return tuple(column for column in field.columns if column not in asked_there) or field.columns

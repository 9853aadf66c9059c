"""A draft as a document: which sections, in which order, under which headings, and what stands in each."""

from sa_wizard.document import compliance, front, places, records, topics
from sa_wizard.document.phrases import bullets, fact, is_brief, paragraphs, text_cell
from sa_wizard.document.prose import cell, inline
from sa_wizard.document.view import Block, Document, Part, Styled, Text
from sa_wizard.document.writing import LONG, Writing
from sa_wizard.draft.asked import Asked
from sa_wizard.outline.conditions import applies
from sa_wizard.outline.spec import Field, Section
from sa_wizard.review.final import is_final
from sa_wizard.review.findings import Review

CONTROL = "about"
"""Document control: not numbered, and a table rather than prose."""

STATUTORY_ITEM = "Statutory Item"
_BRIEF = 700
"""Characters of a text that still reads well in the table of document control."""

UNWRITTEN = "This section has not been written yet."

_SPECIAL = {"topic": topics.blocks, "place": places.places, "candidate": places.candidates}


def document(asked: Asked, review: Review, *, top: int = 1, linked: bool = True) -> Document:
    """The whole document. ``top``: the heading level of a section; ``linked``: whether headings have ids to link to."""
    writing = Writing(asked, final=is_final(asked, review), top=top)
    written = {section.id: _written(writing, section) for section in asked.sections}
    shown = [section for section in asked.sections if written[section.id] or not writing.final]
    numbers = {name: place for place, name in enumerate((each.id for each in shown if each.id != CONTROL), start=1)}
    parts = tuple(part(writing, section, numbers.get(section.id, 0)) for section in shown)
    ahead = 1 if shown and shown[0].id == CONTROL else 0
    answered = {name: number for name, number in numbers.items() if written[name]}
    links = {section.id: each.heading.anchor for section, each in zip(shown, parts, strict=True)} if linked else {}
    return Document(
        cover=front.cover(writing, review),
        front=parts[:ahead],
        parts=parts[ahead:],
        compliance=compliance.part(writing, review, answered, links),
        provenance=compliance.provenance(writing),
    )


def part(writing: Writing, section: Section, number: int) -> Part:
    """One section under its numbered heading; document control has no number."""
    asked = writing.asked
    words = asked.heading(section)
    heading = writing.heading(f"{number} {words}" if number else words, writing.top, section.id)
    if section.id == CONTROL:
        return Part(heading, None, tuple(_control(writing, section)), section.id)
    blocks = _blocks(writing, section, number)
    waived = asked.waived(section)
    if waived:
        blocks = [Text(inline(f"This section does not apply: {waived}")), *blocks]
    elif not blocks and not writing.final:
        blocks = [Text(UNWRITTEN)]
    return Part(heading, _tag(asked, section), tuple(blocks), section.id)


def _written(writing: Writing, section: Section) -> bool:
    asked = writing.asked
    return bool(asked.waived(section)) or any(writing.answered(section, field) for field in asked.fields(section))


def _blocks(writing: Writing, section: Section, number: int) -> list[Block]:
    """Short answers run in; long ones stand under headings of their own when there are several."""
    told = [field for field in writing.asked.fields(section) if writing.answered(section, field)]
    headed = sum(field.kind in LONG for field in told) > 1
    blocks: list[Block] = []
    place = 0
    for field in told:
        if field.kind not in LONG:
            blocks.append(_short(writing, section, field))
            continue
        level = writing.top
        if headed:
            place += 1
            level += 1
            words = f"{number}.{place} {field.called.strip()}"
            blocks.append(writing.heading(words, level, f"{section.id}-{field.id}"))
        blocks += _long(writing, section, field, level)
    return blocks


def _short(writing: Writing, section: Section, field: Field) -> Block:
    value = writing.asked.draft.get(f"{section.id}.{field.id}")
    return fact(field.called, writing.words(field.kind, value, field.choices))


def _long(writing: Writing, section: Section, field: Field, level: int) -> list[Block]:
    value = writing.asked.draft.get(f"{section.id}.{field.id}")
    if field.kind == "text":
        return [paragraphs(value, level)]
    if field.kind == "list":
        return [bullets(value)]
    return _SPECIAL.get(field.record or "", records.generic)(writing, section, field, level)


def _control(writing: Writing, section: Section) -> list[Block]:
    """Document control: one table of short answers, then texts and lists, then contributors and versions."""
    told = [field for field in writing.asked.fields(section) if writing.answered(section, field)]
    short = [field for field in told if field.kind not in LONG or _fits_table(writing, section, field)]
    blocks: list[Block] = []
    if short:
        rows = [[cell(field.called.rstrip("?")), _control_cell(writing, section, field)] for field in short]
        lead = "{table} gives the details of this document."
        blocks.append(writing.table("Document details", [("Detail", False), ("Entry", False)], rows, lead=lead))
    for field in (each for each in told if each not in short):
        if field.kind != "records":
            blocks.append(writing.heading(field.called, writing.top + 1, f"{section.id}-{field.id}"))
        blocks += _long(writing, section, field, writing.top + (field.kind != "records"))
    return blocks


def _fits_table(writing: Writing, section: Section, field: Field) -> bool:
    value = writing.asked.draft.get(f"{section.id}.{field.id}")
    return field.kind == "text" and is_brief(value, _BRIEF)


def _control_cell(writing: Writing, section: Section, field: Field) -> str:
    value = writing.asked.draft.get(f"{section.id}.{field.id}")
    if field.kind == "text":
        return text_cell(value)
    words = writing.words(field.kind, value, field.choices)
    if field.id == "status" and value == "final" and not writing.final:
        words = f"{words} (marked so, but not complete)"
    return cell(words)


def _tag(asked: Asked, section: Section) -> Styled | None:
    """Which statutory items the section serves, of those that apply to this partnership."""
    items = [item for item in section.items if applies(asked.law.item(item).when, asked.facts, asked.draft.get)]
    if not items:
        return None
    return Styled(STATUTORY_ITEM, f"Serves statutory item{'s' if len(items) > 1 else ''} {front.listed(items)}")

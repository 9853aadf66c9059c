"""Less than the whole: one section, the summary for the board, the outline as a form to fill in, the check report."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sa_wizard.document import compose, front
from sa_wizard.document.prose import cell, inline
from sa_wizard.document.view import Block, Bullets, Document, Labelled, Part, Styled, Text
from sa_wizard.document.writing import Writing
from sa_wizard.draft.asked import Asked
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field, Section
from sa_wizard.review.findings import STATUS_WORDS, Finding, Review

WHOLE, BOARD, FORM, CHECK = "", "board", "form", "check"
NAMED = {BOARD: "summary for the board", FORM: "form to fill in", CHECK: "what is missing"}
"""The parts that are no section, and what each is called."""

_FOR_BOARD = ("summary", "priorities", "county")
"""The sections of the shipped outline that a board decides on."""

_WRITE_HERE = "Write here"
_INTO = "Write the answer in {table}."
_GRAVITY = {"error": "Missing", "warning": "To look at", "note": "To note"}


def document(asked: Asked, review: Review, part: str, *, top: int, linked: bool) -> Document:
    """The document of a part: WHOLE, BOARD, FORM, CHECK, or the id of a section.

    Raises UsageProblem for a section that is not there or does not apply.
    """
    if part == FORM:
        return _of(asked, review, _form(Writing(asked, top=top)), "Answers can be typed into the tables of this form.")
    if part == CHECK:
        return _of(asked, review, _report(Writing(asked, top=top), review), "")
    whole = compose.document(asked, review, top=top, linked=linked)
    if part == WHOLE:
        return whole
    wanted = _FOR_BOARD if part == BOARD else (part,)
    parts = tuple(each for each in (*whole.front, *whole.parts) if each.section in wanted)
    if not parts:
        known = ", ".join(section.id for section in asked.sections)
        raise UsageProblem(
            f"There is no part {part!r} in this document.", f"There are {', '.join(NAMED)}, and the sections {known}."
        )
    return replace(whole, front=(), parts=parts, compliance=None, provenance="", contents=part == BOARD)


def called(asked: Asked, part: str) -> str:
    """What is added to the title of the document; empty for the whole."""
    section = next((each for each in asked.sections if each.id == part), None)
    return NAMED.get(part, "") or (asked.heading(section) if section else "")


def _of(asked: Asked, review: Review, parts: Iterable[Part], notice: str) -> Document:
    cover = front.cover(Writing(asked), review)
    return Document(replace(cover, notice=notice and inline(notice)), (), tuple(parts), None, "")


# -- the form


def _form(writing: Writing) -> Iterator[Part]:
    """Every section that applies, with what to write under each question and room for it."""
    for number, section in enumerate(writing.asked.sections, start=0):
        words = writing.asked.heading(section)
        heading = writing.heading(f"{number} {words}" if number else words, writing.top, section.id)
        asked = [
            block
            for field in writing.asked.fields(section)
            if not field.of
            for block in _question(writing, section, field)
        ]
        purpose = Text(inline(writing.asked.say(section.purpose)))
        yield Part(heading, None, (purpose, *asked))


def _question(writing: Writing, section: Section, field: Field) -> Iterator[Block]:
    say = writing.asked.say
    yield writing.heading(field.label, writing.top + 1, f"{section.id}-{field.id}")
    yield Text(inline(say(field.guidance)))
    if field.questions:
        yield Bullets(tuple(inline(say(each)) for each in field.questions))
    if field.choices:
        yield Labelled("Choose one:", inline("; ".join(choice.shown for choice in field.choices)))
    if field.example:
        yield Labelled("For example:", inline(say(field.example)))
    if field.kind != "records":
        yield writing.table(field.label, [("Answer", False)], [[_WRITE_HERE]], lead=_INTO, apart=section.title)
        return
    rows = [[cell(label), _WRITE_HERE] for label in _labels(field.record or "")]
    headers = [("Asked", False), ("Answer", False)]
    yield writing.table(f"{field.label}: one entry", headers, rows, lead=_INTO, apart=section.title)
    yield Styled("Table Note", "Copy the table for each further entry.")


def _labels(record: str) -> Iterator[str]:
    """What an entry is asked, with what is asked of the entries inside it."""
    for column in RECORDS[record].columns():
        if column.kind == "records":
            yield from (f"{column.label.rstrip('?')}: {label}" for label in _labels(column.record))
        else:
            yield column.label


# -- the check report


def _report(writing: Writing, review: Review) -> Iterator[Part]:
    """The statutory items, and under each section what is missing or doubtful there, and what to do."""
    law = writing.asked.law
    rows = [
        [f"({each.item})", cell(law.item(each.item).wording), cell(STATUS_WORDS[each.status].capitalize())]
        for each in review.items
    ]
    headers = [("Item", False), ("Requirement", False), ("State", False)]
    opening = _counted(review)
    lead = "{table} gives the state of each statutory item."
    items = writing.table("Statutory items (a) to (g)", headers, rows, lead=lead)
    yield Part(writing.heading("The statutory items", writing.top, "items"), None, (Text(inline(opening)), items))
    for section in writing.asked.ordered:
        found = [each for each in review.findings if each.section == section.id]
        if found:
            yield _found(writing, section, found)


def _counted(review: Review) -> str:
    missing = len(review.errors)
    other = len(review.findings) - missing
    said = "Nothing is missing." if not missing else f"{missing} thing{'' if missing == 1 else 's'} missing."
    return f"{said} {other} to look at. This is a report on the draft, not the assessment."


def _found(writing: Writing, section: Section, found: Sequence[Finding]) -> Part:
    words = writing.asked.heading(section)
    rows = [[_GRAVITY[each.severity], cell(each.message), cell(each.hint), cell(each.path)] for each in found]
    headers = [("Kind", False), ("What was found", False), ("What to do", False), ("Where", False)]
    table = writing.table(
        f"Found in {words}", headers, rows, lead="{table} lists what was found in this section.", apart=section.id
    )
    return Part(writing.heading(words, writing.top, section.id), None, (table,))

"""A document in words: what its formats are called, what stands against its file, and what becomes of it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sa_wizard.document.extracts import CHECK, FORM, NAMED, WHOLE
from sa_wizard.document.target import ENDINGS, check_target
from sa_wizard.draft.asked import Asked
from sa_wizard.errors import SaWizardError
from sa_wizard.review.findings import Review
from sa_wizard.sitting.spelling import brief
from sa_wizard.tui.glyphs import UNICODE, Glyphs

if TYPE_CHECKING:
    from sa_wizard.document.export import ExportResult

FORMATS = {
    "docx": "Word",
    "odt": "OpenDocument, for LibreOffice",
    "html": "Web page",
    "pdf": "PDF",
    "md": "Markdown, plain text",
}
"""What each format is called."""

SAYS_OF_ITSELF = {
    FORM: "The form asks every question and holds no answer.",
    CHECK: "The report says what is missing or doubtful; it is not the assessment.",
}
"""What a part is that is neither draft nor final."""

NO_NAME = "The document needs a file name."
BAR = 30
"""Cells of the progress bar."""


def offered_parts(asked: Asked) -> list[tuple[str, str]]:
    """What can be exported, with what each is called: the whole, the parts that are no section, and every section."""
    sections = [(each.id, " ".join(_numbered(asked, each.id, asked.heading(each)))) for each in asked.sections]
    return [(WHOLE, "The whole document"), *((part, _capital(name)) for part, name in NAMED.items()), *sections]


def _numbered(asked: Asked, section: str, heading: str) -> list[str]:
    number = asked.numbers.get(section)
    return [str(number), heading] if number else [heading]


def _capital(words: str) -> str:
    """``Summary for the board``."""
    return words[:1].upper() + words[1:]


def with_ending(typed: str, to: str, *, only_missing: bool = False) -> str:
    """A file name with the ending of a format in place of another format's, or added to one that has none of them."""
    bare, ending = os.path.splitext(typed.rstrip())  # noqa: PTH122 - what was typed is kept as typed
    known = [each for endings in ENDINGS.values() for each in endings]
    if ending.lower() in ENDINGS[to] or (only_missing and ending.lower() in known):
        return typed
    return (bare if ending.lower() in known else typed.rstrip()) + ENDINGS[to][0]


def wrong(target: Path, reference: Path | None, draft: Path, to: str) -> str:
    """Why this document cannot be made, as a sentence; empty when nothing is known against it."""
    if not target.name or target.name in ENDINGS[to]:
        return NO_NAME
    try:
        check_target(target, to, draft, reference)
    except SaWizardError as error:
        return str(error)
    return ""


def standing(review: Review, *, final: bool) -> str:
    """What the document will say of itself: ``FINAL``, or ``a DRAFT`` and with how much missing."""
    count = review.to_do
    if final:
        return f"FINAL, issued with {count} thing{'s' if count != 1 else ''} missing" if count else "FINAL"
    if review.complete:
        return "a DRAFT: nothing is missing, but it is not marked final"
    return f"a DRAFT, with {count} thing{'s' if count != 1 else ''} missing" if count else "a DRAFT: an item is not met"


def bar(words: str, part: float, mark: Glyphs) -> str:
    """``████░░░░  45%  Converting``."""
    full, empty = ("█", "░") if mark is UNICODE else ("#", "-")
    done = round(BAR * min(1.0, max(0.0, part)))
    return f"{full * done}{empty * (BAR - done)}  {round(100 * part):>3}%  {words}"


def outcome(result: "ExportResult", standing: str, to: str, mark: Glyphs) -> list[str]:
    """What came of it, a line each: where, how big, as what, and what to know about the file.

    ``standing`` is empty for what is neither draft nor final.
    """
    lines = [f"{mark.right} Written: {brief(result.path)} ({size(result.size)})"]
    lines += [f"  It says it is {standing}."] if standing else []
    if to == "docx":
        lines.append("  Word may ask to update the contents when it opens the file: answer yes.")
    if result.notes:
        lines.append("  To look at:")
        lines += [f"  - {note}" for note in result.notes]
    return lines


def size(count: int) -> str:
    """A number of bytes for people."""
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1000:,.0f} KB" if count < 1_000_000 else f"{count / 1_000_000:,.1f} MB"

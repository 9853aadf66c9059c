"""The file a document is written to: its name, what stands against it, and in words what becomes of it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sa_wizard.draft.store import SUFFIX
from sa_wizard.review.findings import Review
from sa_wizard.tui.glyphs import UNICODE, Glyphs
from sa_wizard.tui.screens.path import brief

if TYPE_CHECKING:
    from sa_wizard.document.export import ExportResult

FORMATS = {
    "docx": ("Word", (".docx",)),
    "odt": ("OpenDocument, for LibreOffice", (".odt",)),
    "html": ("Web page", (".html", ".htm")),
    "pdf": ("PDF", (".pdf",)),
    "md": ("Markdown, plain text", (".md", ".markdown")),
}
"""What each format is called, and the endings that stand for it: the first is given to a new file."""

STYLED = ("docx", "odt")
"""Formats that take their styles from a reference document."""

NO_NAME = "The document needs a file name."
BAR = 30
"""Cells of the progress bar."""


def suggested(draft: Path, to: str) -> str:
    """The document's file name: the draft's, with the ending of the format."""
    return draft.name.removesuffix(SUFFIX).removesuffix(".json") + FORMATS[to][1][0]


def with_ending(typed: str, to: str, *, only_missing: bool = False) -> str:
    """A file name with the ending of a format in place of another format's, or added to one that has none of them."""
    bare, ending = os.path.splitext(typed.rstrip())  # noqa: PTH122 - what was typed is kept as typed
    known = [each for _, endings in FORMATS.values() for each in endings]
    if ending.lower() in FORMATS[to][1] or (only_missing and ending.lower() in known):
        return typed
    return (bare if ending.lower() in known else typed.rstrip()) + FORMATS[to][1][0]


def wrong(target: Path, reference: Path | None, draft: Path, to: str) -> str:
    """Why this document cannot be made, as a sentence; empty when nothing is known against it."""
    name, endings = FORMATS[to]
    real = os.path.realpath(target)
    checks = (
        (not target.name or target.name in endings, NO_NAME),
        (
            target.suffix.lower() not in endings,
            f"{target.suffix} is not the ending of {name.partition(',')[0]}: choose the other format, or rename it.",
        ),
        (not _is_folder(target.parent), f"There is no folder {target.parent}: make it first, or choose another."),
        (_is_folder(target), f"{target} is a folder: give the name of a file in it."),
        (real == os.path.realpath(draft), f"{target.name} is the draft itself: give the document another name."),
        (
            reference is not None and not os.path.isfile(reference),  # noqa: PTH113 - is_file raises for some names
            f"There is no reference document {reference}.",
        ),
        (
            reference is not None and real == os.path.realpath(reference),
            f"{target.name} is the reference document itself: give the document another name.",
        ),
    )
    return next((sentence for is_wrong, sentence in checks if is_wrong), "")


def standing(review: Review, *, final: bool) -> str:
    """What the document will say of itself: ``FINAL``, or ``a DRAFT`` and with how much missing."""
    count = len(review.errors)
    if final:
        return "FINAL"
    if review.complete:
        return "a DRAFT: nothing is missing, but it is not marked final"
    return f"a DRAFT, with {count} thing{'s' if count != 1 else ''} missing" if count else "a DRAFT: an item is not met"


def bar(words: str, part: float, mark: Glyphs) -> str:
    """``████░░░░  45%  Converting``."""
    full, empty = ("█", "░") if mark is UNICODE else ("#", "-")
    done = round(BAR * min(1.0, max(0.0, part)))
    return f"{full * done}{empty * (BAR - done)}  {round(100 * part):>3}%  {words}"


def outcome(result: "ExportResult", standing: str, to: str, mark: Glyphs) -> list[str]:
    """What came of it, a line each: where, how big, as what, and what to know about the file."""
    lines = [f"{mark.right} Written: {brief(result.path)} ({size(result.size)})", f"  It says it is {standing}."]
    if to == "docx":
        lines.append("  Word may ask to update the contents when it opens the file: answer yes.")
    if result.notes:
        lines.append("  Pandoc remarked:")
        lines += [f"  - {note}" for note in result.notes]
    return lines


def size(count: int) -> str:
    """A number of bytes for people."""
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1000:,.0f} KB" if count < 1_000_000 else f"{count / 1_000_000:,.1f} MB"


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for some names

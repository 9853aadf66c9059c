"""A document that was just made: finished, read back and looked at, before anybody gets it."""

import zipfile
from pathlib import Path
from xml.etree import ElementTree

from sa_wizard.document import read_back
from sa_wizard.document.accessibility import faults
from sa_wizard.document.expected import Contract
from sa_wizard.document.finish import finish_docx
from sa_wizard.document.finish_odt import finish_odt
from sa_wizard.document.job import Job
from sa_wizard.document.pandoc import STILL_MARKDOWN
from sa_wizard.document.proof import prove
from sa_wizard.document.reference import BROKEN
from sa_wizard.document.word import Word, opened
from sa_wizard.errors import ExportError, UsageProblem

_READERS = {"odt": read_back.odt, "html": read_back.html, "pdf": read_back.pdf}


def check_made(job: Job, made: Path, promised: Contract | None) -> tuple[str, ...]:
    """Finish a Word file, then read back what was made: it opens, every answer is in it, and everyone can read it.

    Returns what a Word file has that may be hard to read for some, and that only its author can judge.
    """
    to = job.to
    try:
        if to == "docx":
            finish_docx(made)
        elif to == "odt":
            finish_odt(made, own_styles=job.reference is not None)
        word = opened(made) if to == "docx" else None
        if not _is_sound(to, made):
            raise ValueError("not whole")
        sections = promised.sections if promised else ()
        found = read_back.of_word(word, sections) if word else _READERS[to](made, sections) if promised else {}
    except (*BROKEN, ElementTree.ParseError, ValueError, UsageProblem) as error:
        raise ExportError(f"The {to} file could not be read back, so it was not kept.", STILL_MARKDOWN) from error
    if promised:
        prove(promised, found, to, spaced=to != "pdf")
    return _accessible(word, own_styles=job.reference is not None) if word else ()


def _accessible(word: Word, *, own_styles: bool) -> tuple[str, ...]:
    """The doubts about a Word file; raises ExportError for a fault, which no answer can be the cause of.

    ``own_styles``: the colours are those of somebody's reference document, who is told of them.
    """
    found = faults(word)
    for fault in found:
        if fault.severity == "fault" and not (own_styles and fault.code == "contrast"):
            raise ExportError(
                f"The Word file cannot be read by everyone, so it was not kept. {fault.told()}",
                "If it comes from your reference document, mend it there or leave it out.",
            )
    return tuple(fault.told() for fault in found)


def _is_sound(to: str, made: Path) -> bool:
    if to in ("docx", "odt"):
        with zipfile.ZipFile(made) as package:
            return bool(package.namelist())
    content = made.read_bytes()
    return content.startswith(b"%PDF-") if to == "pdf" else content.rstrip().endswith(b"</html>")

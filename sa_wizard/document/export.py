"""Markdown in, a finished document out: Pandoc to a temporary file, read back, and only then in its place.

Whatever goes wrong, an earlier file of the same name is untouched and no temporary file stays behind.
"""

import math
import os
import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from sa_wizard.document import read_back, typeset
from sa_wizard.document.arguments import arguments
from sa_wizard.document.expected import Contract
from sa_wizard.document.job import Job, Report
from sa_wizard.document.landing import landing, put_in_place, reason
from sa_wizard.document.logo import Logo
from sa_wizard.document.made import check_made
from sa_wizard.document.pandoc import PDF_PACKAGES, STILL_MARKDOWN, find_pandoc, run_pandoc
from sa_wizard.document.proof import prove
from sa_wizard.document.target import ENDINGS
from sa_wizard.errors import CannotWrite, ExportError, UsageProblem

LANGUAGE = "en-GB"


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A document that was written: where, how many bytes, and what may be hard to read in it."""

    path: Path
    size: int
    notes: tuple[str, ...] = ()


def export(  # noqa: PLR0913 -- each is a separate choice of the person, and all but three are named
    markdown: str,
    target: Path,
    to: str,
    *,
    title: str,
    metadata: Mapping[str, str],
    reference: Path | None = None,
    marking: str = "",
    footer: str = "",
    report: Report | None = None,
    cancelled: Callable[[], bool] | None = None,
    promised: Callable[[], Contract] | None = None,
    epoch: int | None = None,
    logo: Logo | None = None,
) -> ExportResult:
    """Write ``markdown`` (made for ``prose.READER``) to ``target`` as one of ``target.ENDINGS``.

    ``title`` and ``metadata`` (subtitle, author, date, subject, keywords, description, lang, ...) are literal text.
    ``reference``: the document whose styles are used, instead of the one supplied. ``marking`` and ``footer`` go into
    the header and footer of its pages. ``cancelled`` is asked some twenty times a second. ``promised`` is called
    beside Pandoc; what it returns must be found in the finished file, or the file is not kept. ``epoch`` dates the
    file, so that the same document makes the same bytes; SOURCE_DATE_EPOCH goes before it. ``logo``: for the cover.

    Raises UsageProblem for an unknown format, CannotWrite for a folder or file that refuses, ExportCancelled, and
    ExportError for everything else; an existing file is replaced only by a whole one.
    """
    if to not in ENDINGS:
        raise UsageProblem(f"{to!r} is not a format that can be made.", f"Choose one of {', '.join(ENDINGS)}.")
    job = Job(
        markdown if markdown.endswith("\n") else f"{markdown}\n",
        to,
        {"lang": LANGUAGE, **metadata, "title": title},
        reference,
        marking,
        footer,
        report or (lambda _words, _done: None),
        cancelled or (lambda: False),
        promised,
        _epoch(epoch),
        logo,
    )
    with landing(target) as place:
        job.stage("Preparing", 0.0)
        try:
            notes = _write_markdown(job, place.temporary) if to == "md" else _convert(job, place.temporary)
        except OSError as error:
            sentence = f"The document could not be written: {reason(error)}."
            raise CannotWrite(sentence, "Make room on the disk, or choose another folder.") from error
        job.stage("Saving", 0.97)
        size = put_in_place(place)
    job.report("Done", 1.0)
    return ExportResult(target, size, notes)


def _write_markdown(job: Job, temporary: Path) -> tuple[str, ...]:
    temporary.write_bytes(job.markdown.encode("utf-8", "replace"))
    if job.promised:
        job.stage("Checking", 0.5)
        promised = job.promised()
        prove(promised, read_back.markdown(temporary, promised.sections), "md")
    return ()


def _convert(job: Job, temporary: Path) -> tuple[str, ...]:
    """Run Pandoc into the temporary file and read the result back; returns Pandoc's warnings."""
    pandoc = find_pandoc()
    missing = [name for name in PDF_PACKAGES if find_spec(name) is None] if job.to == "pdf" else []
    if missing:
        raise ExportError(
            f"PDF needs the Python package {missing[0]}, which is not installed.",
            f"Install it with: pip install {' '.join(missing)}. Or export to Word and save as PDF there.",
        )
    with tempfile.TemporaryDirectory(prefix="sa-wizard-") as name:
        folder = Path(name)
        told = arguments(job, folder, temporary)
        expected = 0.2 + len(job.markdown) / 400_000  # seconds, measured: 980 KB of Markdown take 2.4
        job.stage("Converting", 0.05)

        def while_waiting(gone: float) -> bool:
            job.report("Converting", 0.05 + 0.85 * (1 - math.exp(-gone / expected)))
            return job.cancelled()

        with ThreadPoolExecutor(1) as beside:  # Pandoc works in a process of its own, so this costs no time
            promised = beside.submit(job.promised) if job.promised else None
            longest = 60 + 40 * expected
            warnings = run_pandoc(pandoc, told, folder, seconds=longest, while_waiting=while_waiting, epoch=job.epoch)
        if warnings:
            raise ExportError(
                f"Pandoc warned, so the document was not kept: {warnings[0].rstrip('.')}.", STILL_MARKDOWN
            )
        job.stage("Checking", 0.92)
        contract = promised.result() if promised else None
        if job.to == "pdf":
            typeset.typeset(folder / "document.typ", temporary, contract, job.epoch)
    return check_made(job, temporary, contract)


def _epoch(own: int | None) -> int | None:
    """What the environment says of the date, or else the document's own."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(told) if told.isascii() and told.isdigit() else own

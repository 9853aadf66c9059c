"""Markdown in, a finished document out: Pandoc to a temporary file, read back, and only then in its place.

Whatever goes wrong, an earlier file of the same name is untouched and no temporary file stays behind.
"""

import base64
import json
import math
import os
import re
import secrets
import stat
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

from sa_wizard import settings
from sa_wizard.document import read_back
from sa_wizard.document.accessibility import faults
from sa_wizard.document.expected import Contract
from sa_wizard.document.exports import sweep
from sa_wizard.document.finish import finish_docx
from sa_wizard.document.logo import Logo
from sa_wizard.document.pandoc import PDF_PACKAGES, STILL_MARKDOWN, find_pandoc, run_pandoc
from sa_wizard.document.proof import prove
from sa_wizard.document.prose import READER
from sa_wizard.document.reference import BROKEN, dressed, tamed
from sa_wizard.document.target import ENDINGS, check_place
from sa_wizard.document.typst_text import literal
from sa_wizard.document.word import Word, opened
from sa_wizard.draft.text import clean_line
from sa_wizard.errors import CannotWrite, ExportCancelled, ExportError, UsageProblem

LANGUAGE = "en-GB"

_WRITERS = {"docx": "docx", "odt": "odt", "html": "html5", "pdf": "typst"}
_READERS = {"odt": read_back.odt, "html": read_back.html, "pdf": read_back.pdf}
_PDF_METADATA = {"title", "subtitle", "period", "author", "date"}
"""What page.typ prints, in brackets; the marking and the footer are added to it."""

_HERE = Path(__file__).parent
_SUSPECT = re.compile(r"(?<!\\)(?:\\\\)*(?:<[A-Za-z/!?]|!\[)")
"""All that could be raw HTML or a picture. Documents made by ``render`` hold neither, and are spared the walk through
every word of them that turning it into text takes."""

_NO_FONT = re.compile(r'the text `"(.*)"` could not be displayed with')
_CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")

Report = Callable[[str, float], None]
"""Told what is being done and how much of the whole is behind us, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A document that was written: where, how many bytes, and what may be hard to read in it."""

    path: Path
    size: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Job:
    """One conversion under way."""

    markdown: str
    to: str
    metadata: Mapping[str, str]
    reference: Path | None
    marking: str
    footer: str
    report: Report
    cancelled: Callable[[], bool]
    promised: Callable[[], Contract] | None
    epoch: int | None
    logo: Logo | None

    def stage(self, words: str, done: float) -> None:
        """Say what comes next; raises ExportCancelled when the person has had enough."""
        if self.cancelled():
            raise ExportCancelled("The export was stopped.", "No file was changed.")
        self.report(words, done)


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
    the header and footer of a Word file. ``cancelled`` is asked some twenty times a second. ``promised`` is called
    beside Pandoc; what it returns must be found in the finished file, or the file is not kept. ``epoch`` dates the
    file, so that the same document makes the same bytes; SOURCE_DATE_EPOCH goes before it. ``logo``: for the cover.

    Raises UsageProblem for an unknown format, CannotWrite for a folder or file that refuses, ExportCancelled, and
    ExportError for everything else; an existing file is replaced only by a whole one.
    """
    if to not in ENDINGS:
        raise UsageProblem(f"{to!r} is not a format that can be made.", f"Choose one of {', '.join(ENDINGS)}.")
    job = _Job(
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
    with _landing(target) as landing:
        job.stage("Preparing", 0.0)
        try:
            notes = _write_markdown(job, landing.temporary) if to == "md" else _convert(job, landing.temporary)
        except OSError as error:
            sentence = f"The document could not be written: {_reason(error)}."
            raise CannotWrite(sentence, "Make room on the disk, or choose another folder.") from error
        job.stage("Saving", 0.97)
        size = _replace(landing)
    job.report("Done", 1.0)
    return ExportResult(target, size, notes)


@dataclass(frozen=True, slots=True)
class _Landing:
    """Where a document will be, where it is while it is made, and the rights it will have."""

    final: Path
    temporary: Path
    rights: int


@contextmanager
def _landing(target: Path) -> Iterator[_Landing]:
    """The file to be replaced and an empty temporary one beside it, which is gone afterwards whatever happens.

    Why the two rights: half a document is nobody's business, so the temporary file is private. A finished one is made
    to be handed on, so it gets what any new file of this person gets (their umask), or keeps what they gave the old.
    """
    final = Path(os.path.realpath(target))
    folder = final.parent
    check_place(final)
    if final.exists() and not os.access(final, os.W_OK):
        raise CannotWrite(f"{target} is read-only.", "Choose another name, or allow it to be changed.")
    sweep(folder)
    temporary = folder / f".sa-wizard-{secrets.token_hex(6)}.tmp"
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        rights = stat.S_IMODE((final if final.exists() else temporary).stat().st_mode)
        _allow(temporary, 0o600)
    except OSError as error:
        sentence = f"The folder {folder} cannot be written to: {_reason(error)}."
        raise CannotWrite(sentence, "Choose another folder.") from error
    try:
        yield _Landing(final, temporary, rights)
    finally:
        temporary.unlink(missing_ok=True)


def _replace(landing: _Landing) -> int:
    """Put the finished file in its place, on disk and with its rights; its size."""
    temporary = landing.temporary
    try:
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        size = temporary.stat().st_size
        _allow(temporary, landing.rights)
        temporary.replace(landing.final)
    except OSError as error:
        sentence = f"{landing.final} could not be replaced: {_reason(error)}."
        raise CannotWrite(sentence, "If it is open in Word, close it there and export again.") from error
    return size


def _allow(path: Path, rights: int) -> None:
    """Set the rights of a file where there are any: memory sticks and some shares know none, and refuse."""
    with suppress(OSError):
        path.chmod(rights)


def _write_markdown(job: _Job, temporary: Path) -> tuple[str, ...]:
    temporary.write_bytes(job.markdown.encode("utf-8", "replace"))
    if job.promised:
        job.stage("Checking", 0.5)
        promised = job.promised()
        prove(promised, read_back.markdown(temporary, promised.sections), "md")
    return ()


def _convert(job: _Job, temporary: Path) -> tuple[str, ...]:
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
        arguments = _arguments(job, folder, temporary)
        expected = 0.2 + len(job.markdown) / 400_000  # seconds, measured: 980 KB of Markdown take 2.4
        job.stage("Converting", 0.05)

        def while_waiting(gone: float) -> bool:
            job.report("Converting", 0.05 + 0.85 * (1 - math.exp(-gone / expected)))
            return job.cancelled()

        with ThreadPoolExecutor(1) as beside:  # Pandoc works in a process of its own, so this costs no time
            promised = beside.submit(job.promised) if job.promised else None
            longest = 60 + 40 * expected
            warnings = run_pandoc(
                pandoc, arguments, folder, seconds=longest, while_waiting=while_waiting, epoch=job.epoch
            )
        if warnings:
            raise ExportError(
                f"Pandoc warned, so the document was not kept: {warnings[0].rstrip('.')}.", STILL_MARKDOWN
            )
        job.stage("Checking", 0.92)
        contract = promised.result() if promised else None
        if job.to == "pdf":
            _typeset(folder / "document.typ", temporary, contract, job.epoch)
    return _check(job, temporary, contract)


def _arguments(job: _Job, folder: Path, temporary: Path) -> Sequence[str]:
    """Write what Pandoc reads into ``folder`` and say so.

    ``--data-dir`` so that nobody's own Pandoc templates change a statutory document. Not ``--sandbox``: it would date
    every file 1970 and, later, drop our own charts; ``literal.lua`` lets no picture through that a person could name.
    """
    (folder / "document.md").write_bytes(job.markdown.encode("utf-8", "replace"))
    known: dict[str, object] = dict(_metadata(job.metadata))
    if job.to == "pdf":
        known = {name: value for name, value in known.items() if name in _PDF_METADATA}
        known |= _metadata({"marking": job.marking, "footer": job.footer})
    if job.logo:
        known |= _placed(job.logo, folder, job.to)
    (folder / "metadata.json").write_text(json.dumps(known), encoding="utf-8")
    output = folder / "document.typ" if job.to == "pdf" else temporary
    arguments = [
        "document.md",
        "--standalone",
        f"--data-dir={folder}",
        f"--from={READER}",
        f"--to={_WRITERS[job.to]}",
        *([f"--lua-filter={_HERE / 'literal.lua'}"] if _SUSPECT.search(job.markdown) else []),
        f"--lua-filter={_HERE / 'pandoc.lua'}",
        f"--output={output}",
    ]
    if job.to == "html":
        style = (_HERE / "page.css").read_text(encoding="utf-8")
        arguments += [f"--variable=header-includes:<style>\n{style}</style>", "--variable=document-css:false"]
    if job.to == "pdf":
        arguments += [f"--template={_HERE / 'page.typ'}", "--wrap=none"]
    if job.to == "docx":
        styles = job.reference or settings.templates_dir() / "word" / "reference.docx"
        arguments.append(f"--reference-doc={dressed(styles, job.marking, job.footer, folder / 'reference.docx')}")
    if job.to == "odt" and job.reference:
        arguments.append(f"--reference-doc={tamed(job.reference, folder / 'reference.odt')}")
    return arguments


def _placed(logo: Logo, folder: Path, to: str) -> dict[str, object]:
    """The logo beside what Pandoc reads, or in the page itself; what pandoc.lua is told of it."""
    name = f"logo{logo.ending}"
    (folder / name).write_bytes(logo.content)
    if to == "html":
        kind = "png" if logo.ending == ".png" else "jpeg"
        name = f"data:image/{kind};base64,{base64.b64encode(logo.content).decode()}"
    return {"sa-logo": {"src": name, "alt": logo.alt, "width": f"{logo.width}cm", "height": f"{logo.height}cm"}}


def _epoch(own: int | None) -> int | None:
    """What the environment says of the date, or else the document's own."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(told) if told.isascii() and told.isdigit() else own


def _metadata(metadata: Mapping[str, str]) -> dict[str, str | list[str]]:
    """What pandoc.lua sets, one line each; keywords are a list to Word."""
    lines = {name: clean_line(value).strip() for name, value in metadata.items()}
    keywords = [each.strip() for each in lines.pop("keywords", "").replace(";", ",").split(",") if each.strip()]
    return {name: line for name, line in lines.items() if line} | ({"keywords": keywords} if keywords else {})


def _typeset(source: Path, temporary: Path, promised: Contract | None, epoch: int | None) -> None:
    """Typst's own package makes the PDF, in this process and without a network.

    PDF/UA-1 wants a font for every sign. Where this machine has none for one, its letter would be missing from the
    text, so there is no PDF; ``promised`` says in which answer it stands.
    """
    import typst  # noqa: PLC0415 -- an optional dependency

    source.write_text(literal(source.read_text(encoding="utf-8")), encoding="utf-8")
    try:
        typst.compile(source, output=temporary, format="pdf", pdf_standards="ua-1", timestamp=epoch)
    except Exception as error:  # it raises classes of its own, which an optional package gives no way to name
        first = str(error).strip().splitlines()[0]
        no_font = _NO_FONT.search(first)
        if no_font is None:
            raise ExportError(f"Typst could not make the PDF: {first}.", STILL_MARKDOWN) from error
        sign = _CODE_POINT.sub(lambda found: chr(int(found[1], 16)), no_font[1])
        answers = promised.answers if promised else ()
        places = (each.path for each in answers if any(sign in piece for way in each.ways for piece in way))
        raise ExportError(
            f"No font on this machine has the sign “{sign}” ({next(places, 'in the document')}), which a PDF needs.",
            "Word, OpenDocument and HTML can be made. Or install a font that has it, or write it in words.",
        ) from error


def _check(job: _Job, made: Path, promised: Contract | None) -> tuple[str, ...]:
    """Finish a Word file, then read back what was made: it opens, every answer is in it, and everyone can read it.

    Returns what a Word file has that may be hard to read for some, and that only its author can judge.
    """
    to = job.to
    try:
        if to == "docx":
            finish_docx(made)
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


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()

"""Reference documents from elsewhere: what would be fetched, or run, wherever the assessment is opened, is kept out.

Pandoc copies more than styles from its reference document: headers and footers with all that they link to, the settings
of Word, and from an OpenDocument file whatever lies in it, macros included. Every reader of the assessment would open
that. What nobody can want in a document of record is dropped; a header that would fetch or run something is refused,
because without it the page would be another.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from sa_wizard import files
from sa_wizard.errors import ExportError

LARGEST = 30_000_000
"""Bytes of a reference document. The one that is supplied has 13,000; one with photographs, a few million."""

LARGEST_UNPACKED = 100_000_000
"""Bytes of its parts together: a small file can be made to unpack into more than any memory holds."""

MOST_PARTS = 2_000

Parts = dict[str, bytes]
Dates = dict[str, tuple[int, int, int, int, int, int]]
Attributes = Mapping[str, str]

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ENTRY = b"PK\x01\x02"
"""How each entry of a package's list of contents begins."""

_BAND = re.compile(r"word/(?:header|footer)[^/]*\.xml")
_BAND_LINKS = re.compile(r"word/_rels/(?:header|footer)[^/]*\.xml\.rels")
_WEB = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]|\.\.")
_AWAY = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|\\|//")
_FIELDS = frozenset(
    (
        *(
            "=",
            "AUTHOR",
            "COMMENTS",
            "COMPARE",
            "CREATEDATE",
            "DATE",
            "DOCPROPERTY",
            "FILENAME",
            "FILESIZE",
            "HYPERLINK",
        ),
        *("IF", "INFO", "KEYWORDS", "LASTSAVEDBY", "NOTEREF", "NUMCHARS", "NUMPAGES", "NUMWORDS", "PAGE", "PAGEREF"),
        *("PRINTDATE", "REF", "REVNUM", "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF", "SUBJECT", "SYMBOL"),
        *("TIME", "TITLE", "USERNAME"),
    )
)
"""Fields of Word that only say something of the document. Others read files, fetch, or start programs."""

_RUNS = frozenset(("object", "OLEObject", "control", "altChunk", "subDoc", "movie"))
_OWN_TEMPLATE = re.compile(rb"<(?:\w+:)?attachedTemplate\b[^<>]*/>")
"""The setting in which Word notes the template a document was made from. Most houses' files have one, and Word fetches
it, macros and all, wherever the document is opened."""

_OTHER_FILES = frozenset(("attachedTemplate", "mailMerge", "saveThroughXslt"))
_ODT_PARTS = re.compile(
    r"mimetype|manifest\.rdf|(?:styles|content|meta|settings)\.xml|META-INF/manifest\.xml|(?:Pictures|Fonts)/[^/]+"
)
_ODT_RUNS = frozenset(
    (
        "event-listener",
        "dde-source",
        "dde-connection-decl",
        "object",
        "object-ole",
        "plugin",
        "applet",
        "floating-frame",
    )
)


def unpacked(reference: Path) -> tuple[Parts, Dates]:
    """The parts of a package and their dates; raises ExportError for one that is too large, else as zipfile does."""
    try:
        raw = files.read(reference, LARGEST)
    except files.TooLarge:
        refuse(reference, f"is larger than {LARGEST // 1_000_000} MB, so it was not opened")
    if raw.count(_ENTRY) > MOST_PARTS:
        refuse(reference, f"has more than {MOST_PARTS:,} parts, so it was not opened")
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        infos = package.infolist()
        if sum(info.file_size for info in infos) > LARGEST_UNPACKED:
            refuse(reference, f"unpacks into more than {LARGEST_UNPACKED // 1_000_000} MB, so it was not opened")
        parts = {info.filename: package.read(info) for info in infos if not info.is_dir()}
    return parts, {info.filename: info.date_time for info in infos}


def tamed_word(parts: Parts, reference: Path) -> None:
    """Drop what a Word file would fetch or run, and raise ExportError where its headers and footers would."""
    for name, content in parts.items():
        if _BAND.fullmatch(name):
            _look(content, reference, _Band(reference, name))
        elif name.endswith(".rels"):
            parts[name] = _links(name, content, reference)
    settings = parts.get("word/settings.xml")
    if settings is not None:
        parts["word/settings.xml"] = _OWN_TEMPLATE.sub(b"", settings)
        _look(parts["word/settings.xml"], reference, _Settings(reference))


def tamed_odt(parts: Parts, reference: Path) -> Parts:
    """The parts of an OpenDocument file that hold styles and pictures; raises ExportError when those fetch or run."""
    _look(parts["styles.xml"], reference, _Styles(reference))
    return {name: content for name, content in parts.items() if _ODT_PARTS.fullmatch(name)}


def refuse(reference: Path, why: str, where: str = "") -> NoReturn:
    """Raise ExportError about a reference document."""
    told = f" ({where[:80]})" if where else ""
    raise ExportError(
        f"The reference document {reference} {why}{told}.",
        "Take that out of it, or leave the document out to use the styles supplied.",
    )


class _Seen:
    """Looks at the elements of one part as they come."""

    def __init__(self, reference: Path, part: str = "") -> None:
        self.reference = reference
        self.part = part

    def begin(self, _name: str, _attributes: Attributes) -> None:
        """An element begins."""

    def end(self, _name: str) -> None:
        """An element ends."""

    def text(self, _text: str) -> None:
        """Text between."""


class _Band(_Seen):
    """A header or footer of Word."""

    def __init__(self, reference: Path, part: str) -> None:
        super().__init__(reference, part)
        self._fields: list[str] = []
        self._loose = ""
        self._reading = False

    def begin(self, name: str, attributes: Attributes) -> None:
        """Refuse objects that run, links out of the file, and fields that do more than say something."""
        local = name.rpartition(" ")[2]
        if local in _RUNS:
            refuse(self.reference, f"runs something from {self.part}", local)
        for key, value in attributes.items():
            way = key.rpartition(" ")[2]
            if _ELSEWHERE.match(value) and (way == "src" or (way == "href" and not _WEB.match(value))):
                refuse(self.reference, f"fetches something for {self.part}", value)
        if local == "fldSimple":
            self._check(attributes.get(f"{_WORD} instr", ""))
        elif local == "fldChar":
            self._mark(attributes.get(f"{_WORD} fldCharType", ""))
        self._reading = local in ("instrText", "delInstrText")

    def end(self, _name: str) -> None:
        """What is read belongs to a field only inside its own element."""
        if self._reading and not self._fields:
            self._check(self._loose)
            self._loose = ""
        self._reading = False

    def text(self, text: str) -> None:
        """The code of a field may be cut into many pieces."""
        if self._reading and self._fields:
            self._fields[-1] += text
        elif self._reading:
            self._loose += text

    def _mark(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("")
        elif self._fields:
            self._check(self._fields[-1])
            if kind == "end":
                self._fields.pop()

    def _check(self, code: str) -> None:
        word = (code.split() or ["="])[0].upper()
        if word not in _FIELDS and not word.startswith("="):
            refuse(self.reference, f"has a field in {self.part} that may fetch or run something", word)


class _Settings(_Seen):
    """Word's settings, without the template."""

    def begin(self, name: str, _attributes: Attributes) -> None:
        """Refuse a list of addresses, a style sheet, or a template written so that it was not found."""
        if name.rpartition(" ")[2] in _OTHER_FILES:
            refuse(self.reference, "names another file in its settings", name.rpartition(" ")[2])


class _Styles(_Seen):
    """The styles of an OpenDocument file, with its headers and footers."""

    def begin(self, name: str, attributes: Attributes) -> None:
        """Refuse objects and scripts, and every link that is neither a picture of the file nor one to follow."""
        local = name.rpartition(" ")[2]
        if local in _ODT_RUNS:
            refuse(self.reference, "runs something from its headers or styles", local)
        for key, value in attributes.items():
            if (
                key.rpartition(" ")[2] == "href"
                and _ELSEWHERE.match(value)
                and not (local == "a" and _WEB.match(value))
            ):
                refuse(self.reference, "fetches something for its headers or styles", value)


class _Links(_Seen):
    """The links of one part to others."""

    def __init__(self, reference: Path, part: str) -> None:
        super().__init__(reference, part)
        self.kept: list[Attributes] = []
        self.dropped = False

    def begin(self, name: str, attributes: Attributes) -> None:
        """Keep links inside the file, and those in a header or footer that a reader may follow."""
        if name != f"{_RELATIONS} Relationship":
            return
        target = attributes.get("Target", "")
        to_follow = attributes.get("Type", "").endswith("/hyperlink") and _WEB.match(target)
        inside = attributes.get("TargetMode", "Internal") == "Internal" and not _AWAY.match(target)
        if to_follow or inside:
            self.kept.append(attributes)
        elif _BAND_LINKS.fullmatch(self.part):
            refuse(self.reference, f"fetches something for {self.part}", target)
        else:
            self.dropped = True


def _links(name: str, content: bytes, reference: Path) -> bytes:
    """The links of a part without those that were dropped; as they are, when none was."""
    seen = _Links(reference, name)
    _look(content, reference, seen)
    if not seen.dropped:
        return content
    links = "".join(f"<Relationship {' '.join(f'{k}={quoteattr(v)}' for k, v in each.items())}/>" for each in seen.kept)
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{_RELATIONS}">{links}</Relationships>'.encode()


def _look(xml: bytes, reference: Path, seen: _Seen) -> None:
    """Go through a part. Nothing is built, and no entity is followed, so that no part can fill the memory."""
    parser = expat.ParserCreate(namespace_separator=" ")

    def no_entities(*_: object) -> None:
        refuse(reference, "declares entities of its own, which no such file needs")

    handlers: dict[str, Callable[..., None]] = {
        "StartDoctypeDeclHandler": no_entities,
        "EntityDeclHandler": no_entities,
        "StartElementHandler": seen.begin,
        "EndElementHandler": seen.end,
        "CharacterDataHandler": seen.text,
    }
    for name, handler in handlers.items():
        setattr(parser, name, handler)
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise ExportError(
            f"The reference document {reference} is damaged.", "Save it again in its own program."
        ) from error

"""The Word file whose styles an export borrows, dressed for one document: marking top and bottom, footer text.

Pandoc copies headers and footers from its reference document as they are, so what differs from one assessment to the
next is written into a copy first. A partnership may place the words itself: content controls tagged ``sa-marking`` and
``sa-footer`` in its own reference document are filled in. Where it has none, a marking still goes on every page.

Why text and not an XML library: re-serialising drops namespace declarations that ``mc:Ignorable`` needs, and Word then
calls the file damaged.
"""

import os
import re
import zipfile
import zlib
from pathlib import Path
from xml.sax.saxutils import escape

from sa_wizard import folders
from sa_wizard.document.foreign import Dates, Parts, tamed_odt, tamed_word, unpacked
from sa_wizard.draft.text import clean_line
from sa_wizard.errors import ExportError

MARKING, FOOTER = "sa-marking", "sa-footer"

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = {"docx": "word/styles.xml", "odt": "styles.xml"}
_FORMAT = {"docx": "Word (.docx)", "odt": "OpenDocument (.odt)"}

_BAND = re.compile(r"word/(header|footer)[^/]*\.xml")
_CONTROL = re.compile(
    r"<w:sdt>(?:(?!<w:sdt>).)*?<w:tag w:val=\"(?P<tag>sa-\w+)\"\s*/>(?:(?!<w:sdt>).)*?"
    r"<w:sdtContent>(?P<inside>.*?)</w:sdtContent>\s*</w:sdt>",
    re.DOTALL,
)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>[^<]*</w:t>|<w:t/>")
_SECTION = re.compile(r"<w:sectPr(?P<attributes>(?: [^>]*[^/>])?)(?:/>|>(?P<inside>.*?)</w:sectPr>)", re.DOTALL)

_ODT_MARKING = re.compile(rf'<text:p text:style-name="Marking">{MARKING}</text:p>')
_NAMED = re.compile(r'<w:name w:val="(?P<name>[^"]*)"')
_IDENTIFIED = re.compile(
    r'<w:style (?:[^>]* )?w:styleId="(?P<id>[^"]*)"[^>]*>\s*<w:name w:val="(?P<name>[^"]*)"', re.DOTALL
)
_STYLE = re.compile(r"<w:style [^>]*>.*?</w:style>", re.DOTALL)

USED = frozenset(
    (
        *("title", "subtitle", "author", "date", "heading 1", "heading 2", "heading 3", "heading 4", "toc heading"),
        *("toc 1", "toc 2", "body text", "first paragraph", "compact", "after table or list", "caption"),
        *("table caption", "image caption", "table note", "table", "hyperlink", "marking", "draft notice"),
        *("statutory item", "key fact", "cover logo", "table lead"),
    )
)
"""The styles that documents use, by Word's name for each in small letters."""

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, UnicodeDecodeError)
"""What reading a damaged or locked package can raise, besides OSError."""


def check_reference(reference: Path, to: str = "docx") -> None:
    """Raise ExportError unless the file exists and is of the kind whose styles Pandoc can use for ``to``."""
    _unpacked(reference, to)


def lacking(reference: Path) -> tuple[str, ...]:
    """The styles that documents use and a Word reference document lacks; those supplied are used for them.

    Raises ExportError when it is no such file.
    """
    parts, _ = _unpacked(reference, "docx")
    return tuple(name for name, _ in _missing(parts))


def dressed(reference: Path, marking: str, footer: str, into: Path) -> Path:
    """Copy a reference document to ``into`` with its marking and footer text set; returns ``into``.

    Styles that it lacks are taken from the document supplied.

    An empty marking leaves no line for it. The footer text is set only where the document has a place for it, or no
    footer at all. Raises ExportError when the file is no Word document, or one that would fetch or run something.
    """
    parts, dates = _unpacked(reference, "docx")
    words = {MARKING: clean_line(marking).strip(), FOOTER: clean_line(footer).strip()}
    try:
        tamed_word(parts, reference)
        _add_styles(parts)
        _dress(parts, words)
    except BROKEN as error:
        raise ExportError(f"The reference document {reference} is damaged.", "Save it again in Word.") from error
    return _packed(parts, dates, into)


def tamed(reference: Path, into: Path) -> Path:
    """Copy the styles and pictures of an OpenDocument reference to ``into``; returns ``into``. Raises ExportError."""
    parts, dates = _unpacked(reference, "odt")
    return _packed(tamed_odt(parts, reference), dates, into)


def dressed_odt(marking: str, footer: str, into: Path) -> Path:
    """Copy the OpenDocument styles supplied to ``into`` with the marking and footer text set; returns ``into``."""
    reference = folders.templates_dir() / "opendocument" / "reference.odt"
    parts, dates = _unpacked(reference, "odt")
    text = parts[_STYLES["odt"]].decode("utf-8")
    words = escape(clean_line(marking).strip())
    if not words:
        text = _ODT_MARKING.sub("", text)
    text = text.replace(f">{MARKING}<", f">{words}<").replace(f">{FOOTER}<", f">{escape(clean_line(footer).strip())}<")
    parts[_STYLES["odt"]] = text.encode("utf-8")
    return _packed(parts, dates, into)


def _unpacked(reference: Path, to: str) -> tuple[Parts, Dates]:
    if not os.path.isfile(reference):  # noqa: PTH113 - Path.is_file raises for some names
        raise ExportError(f"The reference document {reference} does not exist.", "Check the path given.")
    try:
        parts, dates = unpacked(reference)
        parts[_STYLES[to]]  # it is there
    except (*BROKEN, OSError) as error:
        sentence = f"The reference document {reference} is not a {_FORMAT[to]} file with styles."
        raise ExportError(sentence, "Save it in that format, or leave it out to use the styles supplied.") from error
    return parts, dates


def _packed(parts: Parts, dates: Dates, into: Path) -> Path:
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, dates.get(name, (1980, 1, 1, 0, 0, 0)))
            package.writestr(info, content, zipfile.ZIP_DEFLATED)
    return into


def _dress(parts: Parts, words: dict[str, str]) -> None:
    bands = [name for name in parts if _BAND.fullmatch(name)]
    unplaced = [name for name in bands if not _fill(parts, name, words)]
    if not words[MARKING]:
        return
    for name in unplaced:
        _add_marking(parts, name, words[MARKING])
    for band in ("header", "footer"):
        _add_band(parts, band, words)


def _missing(parts: Parts) -> list[tuple[str, str]]:
    """The name and the XML of each supplied style that documents use and the parts lack, by Word's name for it."""
    supplied, _ = unpacked(folders.templates_dir() / "word" / "reference.docx")
    here = {found["name"].lower() for found in _NAMED.finditer(parts[_STYLES["docx"]].decode("utf-8"))}
    styles = _STYLE.findall(supplied[_STYLES["docx"]].decode("utf-8"))
    named = ((found["name"], style) for style in styles if (found := _NAMED.search(style)))
    return [(name, style) for name, style in named if name.lower() in USED and name.lower() not in here]


def _add_styles(parts: Parts) -> None:
    """Put in the styles that are lacking, based on the document's own body text where it has one of that name."""
    name = _STYLES["docx"]
    text = parts[name].decode("utf-8")
    ids = {found["name"].lower(): found["id"] for found in _IDENTIFIED.finditer(text)}
    normal, body = ids.get("normal", "Normal"), ids.get("body text", "BodyText")

    def based(style: str) -> str:
        return style.replace('w:val="Normal"', f'w:val="{normal}"').replace('w:val="BodyText"', f'w:val="{body}"')

    missing = "".join(based(style) for _, style in _missing(parts))
    if missing:
        parts[name] = text.replace("</w:styles>", f"{missing}</w:styles>").encode("utf-8")


def _fill(parts: Parts, name: str, words: dict[str, str]) -> bool:
    """Put the words into the content controls of one header or footer; whether it has a place for the marking."""
    text = parts[name].decode("utf-8")
    tags = [found["tag"] for found in _CONTROL.finditer(text)]
    filled = _CONTROL.sub(lambda found: _content(found, words), text)
    if "<w:p>" not in filled and "<w:p " not in filled:  # a header must hold a paragraph
        filled = re.sub(r"(</w:(?:hdr|ftr)>)", r"<w:p/>\1", filled)
    parts[name] = filled.encode("utf-8")
    return MARKING in tags


def _content(found: re.Match[str], words: dict[str, str]) -> str:
    """What a content control becomes: its own runs with our words in the first of them, or nothing."""
    words_here = words.get(found["tag"])
    if words_here is None:
        return found[0]
    if not words_here:
        return ""
    texts = iter([f'<w:t xml:space="preserve">{escape(words_here)}</w:t>'])
    return _TEXT.sub(lambda _: next(texts, "<w:t/>"), found["inside"])


def _line(marking: str) -> str:
    run = f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escape(marking)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run}</w:p>'


def _add_marking(parts: Parts, name: str, marking: str) -> None:
    """A marking line at the outer edge of a header or footer that has no place for one."""
    text = parts[name].decode("utf-8")
    if name.startswith("word/header"):
        text = re.sub(r"(<w:hdr(?: [^>]*)?>)", lambda found: found[0] + _line(marking), text, count=1)
    else:
        text = text.replace("</w:ftr>", f"{_line(marking)}</w:ftr>")
    parts[name] = text.encode("utf-8")


def _add_band(parts: Parts, band: str, words: dict[str, str]) -> None:
    """Give the last section a header or footer, for every kind of page that has none."""
    document = parts["word/document.xml"].decode("utf-8")
    sections = list(_SECTION.finditer(document))
    last = sections[-1] if sections else None
    inside = (last["inside"] or "") if last else ""
    kinds = ["default", "first"] if "<w:titlePg" in inside else ["default"]
    missing = [kind for kind in kinds if not re.search(rf'<w:{band}Reference [^>]*w:type="{kind}"', inside)]
    if not missing:
        return
    name, link, tag = f"word/sa-{band}.xml", f"rIdSa{band.title()}", "hdr" if band == "header" else "ftr"
    body = _line(words[MARKING]) if band == "header" else _footer_line(words[FOOTER]) + _line(words[MARKING])
    parts[name] = f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} xmlns:w="{_WORD}">{body}</w:{tag}>'.encode()
    references = "".join(f'<w:{band}Reference xmlns:r="{_LINKS}" r:id="{link}" w:type="{kind}"/>' for kind in missing)
    section = f"<w:sectPr>{references}{inside}</w:sectPr>"
    if last:
        document = document[: last.start()] + section + document[last.end() :]
    else:
        document = document.replace("</w:body>", f"{section}</w:body>")
    parts["word/document.xml"] = document.encode("utf-8")
    _register(parts, "word/_rels/document.xml.rels", "</Relationships>", _relationship(band, link))
    override = f'<Override PartName="/{name}" ContentType="{_KIND}.{band}+xml"/>'
    _register(parts, "[Content_Types].xml", "</Types>", override)


def _relationship(band: str, link: str) -> str:
    return f'<Relationship Id="{link}" Type="{_LINKS}/{band}" Target="sa-{band}.xml"/>'


def _register(parts: Parts, name: str, end: str, entry: str) -> None:
    parts[name] = parts[name].decode("utf-8").replace(end, entry + end).encode("utf-8")


def _footer_line(footer: str) -> str:
    fields = (("Page ", "PAGE"), (" of ", "NUMPAGES"))
    pages = "".join(
        f'<w:r><w:t xml:space="preserve">{before}</w:t></w:r>'
        f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        for before, code in fields
    )
    words = f'<w:r><w:t xml:space="preserve">{escape(footer)}    </w:t></w:r>' if footer else ""
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{words}{pages}</w:p>'

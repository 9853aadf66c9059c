"""What a reader of a finished file will see, by section: read from the file itself, not from what it was made of.

Each reader gives the text under every heading of the highest level, a paragraph, cell or line of it a line.
"""

import hashlib
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from sa_wizard.document.expected import flat
from sa_wizard.document.proof import PAGE
from sa_wizard.document.word import W, Word, opened, visible

Sections = Sequence[str]
"""The anchor of each heading of the highest level, in order."""

_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ODT_SIGNS = {f"{_T}line-break": "\n", f"{_T}tab": " "}
_LONGEST_BOOKMARK = 40
PDF_MARGIN = 62.0
"""Points of the page above and below the text of a PDF, where its header and footer are (page.typ)."""
_ABOVE = 1.0
"""Points: a bookmark of Typst points at the top of its heading."""
_PDF_SIGNS = {0x02: "-", 0xFFFE: "-"}
"""What pdfium puts where a line ends in a hyphen."""


def word(path: Path, sections: Sections) -> dict[str, str]:
    """The text of a Word file; raises UsageProblem for a broken one."""
    return of_word(opened(path), sections)


def of_word(made: Word, sections: Sections) -> dict[str, str]:
    """The text of a Word file that was opened."""
    names = {bookmark(anchor): anchor for anchor in sections}
    found: defaultdict[str, list[str]] = defaultdict(list)
    here = ""
    for element in made.body.iter():
        if element.tag == f"{W}bookmarkStart":
            here = names.get(element.get(f"{W}name", ""), here)
        elif element.tag == f"{W}p":
            found[here].append(visible(element))
    return _joined(found)


def bookmark(anchor: str) -> str:
    """The name Pandoc gives the bookmark of a heading: Word allows 40 characters, beginning with a letter."""
    if re.match(r"[A-Za-z]", anchor) and len(anchor) <= _LONGEST_BOOKMARK:
        return anchor
    return "X" + hashlib.sha1(anchor.encode(), usedforsecurity=False).hexdigest()[1:]


def odt(path: Path, sections: Sections) -> dict[str, str]:
    """The text of an OpenDocument file; raises what zipfile and ElementTree raise for a broken one."""
    with zipfile.ZipFile(path) as package:
        root = ElementTree.fromstring(package.read("content.xml"))  # noqa: S314 -- made by our own Pandoc
    names = set(sections)
    found: defaultdict[str, list[str]] = defaultdict(list)
    here = ""
    for element in root.iter():
        if element.tag not in (f"{_T}p", f"{_T}h"):
            continue
        marks = (mark.get(f"{_T}name", "") for mark in element.iter(f"{_T}bookmark-start"))
        here = next((mark for mark in marks if mark in names), here)
        found[here].append("".join(_flowing(element)))
    return _joined(found)


def _flowing(element: ElementTree.Element) -> Iterator[str]:
    """The text of an OpenDocument paragraph, with the signs that are elements."""
    yield element.text or ""
    for each in element:
        if each.tag == f"{_T}s":
            yield " " * int(each.get(f"{_T}c", "1"))
        elif each.tag in _ODT_SIGNS:
            yield _ODT_SIGNS[each.tag]
        else:
            yield from _flowing(each)
        yield each.tail or ""


def html(path: Path, sections: Sections) -> dict[str, str]:
    """The text of a web page."""
    reader = _Page(set(sections))
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return {anchor: _lines("".join(parts)) for anchor, parts in reader.found.items()}


class _Page(HTMLParser):
    """Text between tags, cut at everything that is not inline."""

    _INLINE = frozenset(("a", "span", "strong", "em", "b", "i", "sup", "sub"))
    _UNSEEN = frozenset(("style", "script", "title"))

    def __init__(self, names: set[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.found: defaultdict[str, list[str]] = defaultdict(list)
        self._names = names
        self._here = ""
        self._unseen = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A heading may begin a section."""
        name = next((value for key, value in attrs if key == "id"), None)
        if name in self._names:
            self._here = name or ""
        self._unseen = tag in self._UNSEEN
        if tag not in self._INLINE:
            self.found[self._here].append("\x00")

    def handle_endtag(self, tag: str) -> None:
        """A block ends."""
        self._unseen = False
        if tag not in self._INLINE:
            self.found[self._here].append("\x00")

    def handle_data(self, data: str) -> None:
        """Text; a newline in the source of a page is a space."""
        if not self._unseen:
            self.found[self._here].append(data.replace("\n", " "))


def pdf(path: Path, sections: Sections, margin: float = PDF_MARGIN) -> dict[str, str]:
    """The text of a PDF, between its bookmarks. ``margin``: points at the top and foot of a page that are no text.

    Raises ValueError when the bookmarks are not the sections.
    """
    import pypdfium2  # noqa: PLC0415 -- an optional dependency

    document = pypdfium2.PdfDocument(path)
    try:
        marks = [mark.get_dest() for mark in document.get_toc() if mark.level == 0]
        if len(marks) != len(sections):
            raise ValueError(f"{len(marks)} bookmarks for {len(sections)} sections")
        places = [(mark.get_index(), mark.get_view()[1][1] + _ABOVE) for mark in marks]
        ends = [*places[1:], (len(document) - 1, 0.0)]
        return {
            anchor: PAGE.join(_between(document, begin, end, margin))
            for anchor, begin, end in zip(sections, places, ends, strict=True)
        }
    finally:
        document.close()


def _between(document: Any, begin: tuple[int, float], end: tuple[int, float], margin: float) -> Iterator[str]:  # noqa: ANN401
    """The text from one place to another, page by page; a place is a page and a height in points."""
    for number in range(begin[0], end[0] + 1):
        page = document[number]
        width, height = page.get_size()
        top = begin[1] if number == begin[0] else height - margin
        foot = max(margin, end[1] if number == end[0] else 0.0)
        if top > foot:
            text = page.get_textpage().get_text_bounded(0, foot, width, top)
            yield text.translate(_PDF_SIGNS)


def markdown(path: Path, sections: Sections) -> dict[str, str]:
    """The text of plain Markdown, as any reader of CommonMark with tables prints it."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 -- 40 ms that only this format pays

    tokens = MarkdownIt("commonmark").enable("table").parse(path.read_text(encoding="utf-8"))
    found: defaultdict[str, list[str]] = defaultdict(list)
    anchors = iter(sections)
    here = ""
    for token in tokens:
        if token.type == "heading_open" and token.tag == "h2":
            here = next(anchors, here)
        for child in token.children or []:
            found[here].append("\x00" if child.type in ("softbreak", "hardbreak") else child.content)
        if token.type in ("inline", "html_block", "code_block", "fence"):
            found[here].append("\x00")
    return {anchor: _lines("".join(parts)) for anchor, parts in found.items()}


def _lines(text: str) -> str:
    return "\n".join(line for line in map(flat, text.split("\x00")) if line)


def _joined(found: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {
        anchor: "\n".join(flat(line) for text in texts for line in text.split("\n")) for anchor, texts in found.items()
    }

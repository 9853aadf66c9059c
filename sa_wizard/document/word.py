"""A Word file as a reader meets it: paragraphs in order, with their styles, and where each of them stands."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

from sa_wizard import files
from sa_wizard.errors import UsageProblem

LARGEST = 200_000_000
"""Bytes of a file that is looked at, packed, and of its parts of text together, unpacked."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CORE = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "language": "{http://purl.org/dc/elements/1.1/}language",
}
_TEXT = f"{W}t"
_SIGNS = {
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}tab": " ",
    f"{W}softHyphen": "\u00ad",
    f"{W}noBreakHyphen": "\u2011",
}
_PARTS = re.compile(
    r"word/(?:document|styles|settings|numbering)\.xml|docProps/core\.xml|word/_rels/document\.xml\.rels"
)

Element = ElementTree.Element


@dataclass(frozen=True, slots=True)
class Style:
    """A style: Word's own name for it in small letters, what it is based on, and its properties."""

    id: str
    name: str
    kind: str
    base: str
    element: Element


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text: ``level`` is 1 to 9 for a heading of Word's own, 0 for everything else."""

    element: Element
    style: str
    level: int
    text: str
    table: Element | None
    """The table it stands in."""


def visible(paragraph: Element) -> str:
    """What is seen of one paragraph, a line break as a newline."""
    return "".join([(each.text or "") if each.tag == _TEXT else _SIGNS.get(each.tag, "") for each in paragraph.iter()])


def inside(element: Element | None, *names: str) -> Element | None:
    """The first child of Word's of a name, in it the first of the next name, and so on; None when one lacks.

    Why not one path: a document has tens of thousands of these, and a single step is looked for without Python.
    """
    for name in names:
        if element is None:
            return None
        element = element.find(f"{W}{name}")
    return element


@dataclass
class Word:
    """The parts of a Word file that say what stands in it and how it looks."""

    parts: Mapping[str, Element] = field(default_factory=dict)

    @property
    def body(self) -> Element:
        """The text."""
        found = self.parts["word/document.xml"].find(f"{W}body")
        return found if found is not None else self.parts["word/document.xml"]

    @cached_property
    def styles(self) -> Mapping[str, Style]:
        """Every style by its id."""
        root = self.parts.get("word/styles.xml")
        return {} if root is None else {each.id: each for each in map(_style, root.iter(f"{W}style"))}

    @cached_property
    def default_style(self) -> str:
        """The id of the style of paragraphs that name none."""
        chosen = (
            each.id for each in self.styles.values() if each.kind == "paragraph" and each.element.get(f"{W}default")
        )
        return next(chosen, "Normal")

    def property(self, name: str) -> str:
        """Title, author or language, as the file's properties have it."""
        root = self.parts.get("docProps/core.xml")
        return ((root.findtext(_CORE[name]) or "") if root is not None else "").strip()

    @cached_property
    def links(self) -> Mapping[str, str]:
        """Where the links and pictures of the text lead, by their ids."""
        root = self.parts.get("word/_rels/document.xml.rels")
        return {} if root is None else {each.get("Id", ""): each.get("Target", "") for each in root}

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph in order, those in tables and content controls included."""
        return tuple(self._paragraphs(self.body, None))

    def seen(self, paragraph: Element) -> str:
        """What is seen of a paragraph, which for one that ``paragraphs`` has was put together already."""
        known = self._texts.get(paragraph)
        return visible(paragraph) if known is None else known

    @cached_property
    def _texts(self) -> Mapping[Element, str]:
        return {each.element: each.text for each in self.paragraphs}

    def chain(self, style: str) -> Iterator[Style]:
        """A style and those it is based on; a circle ends where it closes."""
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = self.styles[style].base

    def _paragraphs(self, parent: Element, table: Element | None) -> Iterator[Paragraph]:
        for element in parent:
            if element.tag == f"{W}p":
                found = inside(element, "pPr", "pStyle")
                style = found.get(f"{W}val", "") if found is not None else self.default_style
                yield Paragraph(element, style, self._level(style), visible(element), table)
            elif element.tag == f"{W}tbl":
                yield from self._paragraphs(element, element)
            elif element.tag not in (f"{W}pPr", f"{W}tblPr", f"{W}sdtPr"):
                yield from self._paragraphs(element, table)

    def _level(self, style: str) -> int:
        if style not in self._levels:
            names = (re.fullmatch(r"heading ([1-9])", each.name) for each in self.chain(style))
            self._levels[style] = next((int(found[1]) for found in names if found), 0)
        return self._levels[style]

    @cached_property
    def _levels(self) -> dict[str, int]:
        return {}


def opened(path: Path) -> Word:
    """Read a Word file; raises UsageProblem when it is none, or too large to look at."""
    not_word = UsageProblem(f"{path} is not a Word file (.docx).", "Save it in that format in Word or LibreOffice.")
    try:
        if path.stat().st_size > LARGEST:
            raise files.TooLarge
        with zipfile.ZipFile(path) as package:
            wanted = [info for info in package.infolist() if _PARTS.fullmatch(info.filename)]
            if sum(info.file_size for info in wanted) > LARGEST:
                raise files.TooLarge
            parts = {info.filename: _parsed(package.read(info), path) for info in wanted}
    except files.TooLarge as error:
        raise UsageProblem(f"{path} is larger than {LARGEST // 1_000_000} MB, so it was not opened.") from error
    except FileNotFoundError as error:
        raise UsageProblem(f"There is no file {path}.", "Check its name.") from error
    except OSError as error:
        raise UsageProblem(f"{path} cannot be read ({(error.strerror or 'the system refused').lower()}).") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ElementTree.ParseError, ValueError) as error:
        raise not_word from error
    if "word/document.xml" not in parts:
        raise not_word
    return Word(parts)


def _parsed(content: bytes, path: Path) -> Element:
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
        raise UsageProblem(f"{path} declares entities of its own, which no Word file needs, so it was not read.")
    return ElementTree.fromstring(content)  # noqa: S314 -- without entities there is nothing to expand


def _style(element: Element) -> Style:
    def value(name: str) -> str:
        found = element.find(f"{W}{name}")
        return "" if found is None else found.get(f"{W}val", "")

    return Style(
        element.get(f"{W}styleId", ""), value("name").lower(), element.get(f"{W}type", ""), value("basedOn"), element
    )

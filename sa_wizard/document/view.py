"""What the templates print: small frozen values, every text in them already safe Markdown.

A template only lays out; it never sees an answer as typed, so no answer can become a template, a heading or raw Word.
Each shape names the template that prints it (``templates/documents/SHAPE.md.j2``).
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: ``level`` counts from 1 for a section; ``anchor`` is an id that nothing else in the document has."""

    shape: ClassVar[str] = "heading.md.j2"
    text: str
    level: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs, lists and tables as a person wrote them."""

    shape: ClassVar[str] = "text.md.j2"
    body: str


@dataclass(frozen=True, slots=True)
class Styled:
    """One paragraph in a style of the reference document: a statutory item, a notice, a key fact."""

    shape: ClassVar[str] = "styled.md.j2"
    style: str
    body: str
    see: str = ""
    """The key of a table it speaks of; its number is printed where the document has such a table."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label in bold (or italic, one step down) and what was answered: run in, or on a line of its own."""

    shape: ClassVar[str] = "labelled.md.j2"
    label: str
    body: str
    run_in: bool = True
    mark: str = "**"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short answers."""

    shape: ClassVar[str] = "list.md.j2"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its header, whether it holds figures, and its share of the width in parts of 100."""

    header: str
    figures: bool = False
    width: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table with a header row. No cell is empty: what is not known prints as a dash.

    ``lead``: the sentence above it, as what stands before and after its number. ``key``: what others refer to it by.
    """

    shape: ClassVar[str] = "table.md.j2"
    number: int
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    lead: tuple[str, str] = ("", "")
    key: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as a sub-headed block: its heading and what follows under it."""

    shape: ClassVar[str] = "entry.md.j2"
    heading: Heading
    blocks: tuple["Block", ...]


Block = Heading | Text | Styled | Labelled | Bullets | Table | Entry


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the document: its numbered heading, the statutory items it serves, and what it says."""

    heading: Heading
    tag: Styled | None
    blocks: tuple[Block, ...]
    section: str = ""
    """The id of the section of the outline; empty for what the program adds."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the first page. ``title`` and ``subtitle`` are plain Markdown words."""

    title: str
    subtitle: str
    marking: str
    notice: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole assessment, ready to print."""

    cover: Cover
    front: tuple[Part, ...]
    """What stands before the contents: document control, when it comes first."""
    parts: tuple[Part, ...]
    compliance: Part | None
    """Where each statutory item is met; a part of the document has none."""
    provenance: str
    contents: bool = True
    """Whether there is a list of contents."""

    @property
    def all_parts(self) -> tuple[Part, ...]:
        """Every section in order, document control and compliance included."""
        return (*self.front, *self.parts, *((self.compliance,) if self.compliance else ()))

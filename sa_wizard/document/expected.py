"""What must be found in a finished document: every answer that it prints, by section, in a reader's words."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sa_wizard.document.phrases import lower_first
from sa_wizard.document.prose import pieces
from sa_wizard.document.view import Document
from sa_wizard.document.writing import LONG, Writing
from sa_wizard.draft.text import clean_line
from sa_wizard.draft.values import Json, Row, is_empty
from sa_wizard.outline.columns import Column, Record
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field, Section

_SPACES = re.compile(r"[ \t\n]+")
Words = tuple[str, ...]
"""Pieces of text, each of which stands whole in one paragraph or cell, in this order."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One answer: its path, the section it stands in (``anchor`` of its heading), and the ways it may be printed.

    Two ways, because a text in a narrow cell is literal where a text in a paragraph has its bold words bold.
    """

    path: str
    anchor: str
    ways: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Contract:
    """All that a document promises: the anchors of its sections in order, and its answers."""

    sections: tuple[str, ...]
    answers: tuple[Expected, ...]


def flat(text: str) -> str:
    """Text with one space for every run of spaces and line breaks, and accents composed, as Pandoc composes them."""
    bare = _SPACES.sub(" ", text).strip(" ")
    return bare if bare.isascii() else unicodedata.normalize("NFC", bare)


def contract(writing: Writing, document: Document) -> Contract:
    """What the document of a draft promises. ``document``: as composed, for the anchors and what is left out."""
    parts = document.all_parts
    anchors = {part.section: part.heading.anchor for part in parts if part.section}
    answers = [
        answer
        for section in writing.asked.sections
        if section.id in anchors
        for answer in _Promise(writing, section, anchors[section.id]).answers()
    ]
    return Contract(tuple(part.heading.anchor for part in parts), tuple(answers))


@dataclass(frozen=True, slots=True)
class _Promise:
    """What one section promises."""

    writing: Writing
    section: Section
    anchor: str

    def answers(self) -> Iterator[Expected]:
        """Its heading, why it does not apply, and every answer that it prints."""
        asked, name = self.writing.asked, self.section.id
        yield self._said(f"the heading of {name}", _line(asked.heading(self.section)))
        if asked.waived(self.section):
            yield self._said(f"why {name} does not apply", _line(asked.waived(self.section)))
        for field in asked.fields(self.section):
            path = f"{name}.{field.id}"
            if not self.writing.answered(self.section, field):
                continue
            if field.kind == "records":
                yield from self._records(field)
            else:
                yield from self._value(path, asked.draft.get(path), field)

    def _records(self, field: Field) -> Iterator[Expected]:
        """The name of every record, and what this field of the outline has it print."""
        columns = self.writing.columns(self.section, field)
        own = {column.id for column in self.writing.own(self.section, field)}
        printed = [column for column in columns if column.id in own or column.kind in LONG]
        path = field.of or f"{self.section.id}.{field.id}"
        for number, row in enumerate(self.writing.rows(self.section, field)):
            yield from self._row(f"{path}[{number}]", row, RECORDS[field.record or ""], printed)

    def _row(self, path: str, row: Row, record: type[Record], columns: Sequence[Column]) -> Iterator[Expected]:
        told = [column for column in columns if not is_empty(row.get(column.id))]
        title = record.column(record.title_column())
        if title and told and title not in told and not is_empty(row.get(title.id)):
            told = [title, *told]
        for column in told:
            value, here = row[column.id], f"{path}.{column.id}"
            if column.kind != "records":
                yield from self._value(here, value, column)
                continue
            inside = RECORDS[column.record]
            for number, inner in enumerate(value):
                yield from self._row(f"{here}[{number}]", inner, inside, inside.columns())

    def _value(self, path: str, value: Json, asked: Field | Column) -> Iterator[Expected]:
        """One value in words; a list or links one by one."""
        if is_empty(value):
            return
        kind, to = asked.kind, asked.to if isinstance(asked, Column) else ""
        if kind in ("list", "links"):
            for number, each in enumerate(value):
                words = self.writing.words(kind, [each], (), to)
                if words.strip():
                    yield self._said(f"{path}[{number}]", *_ways(words))
        elif kind == "text":
            yield self._said(path, *_ways(str(value)))
        elif words := self.writing.words(kind, value, asked.choices, to).strip():
            yield self._said(path, *dict.fromkeys((_line(words), _line(lower_first(words)))))

    def _said(self, path: str, *ways: Words) -> Expected:
        return Expected(path, self.anchor, ways)


def _ways(text: str) -> tuple[Words, ...]:
    read = tuple(piece for piece in map(flat, pieces(text)) if piece)
    return tuple(dict.fromkeys(way for way in (read, _line(text)) if way))


def _line(words: str) -> Words:
    return (flat(clean_line(words)),)

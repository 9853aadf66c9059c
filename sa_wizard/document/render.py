"""A draft as Markdown: values prepared in Python, laid out by the small templates in ``templates/documents``."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from sa_wizard.document import compose
from sa_wizard.document.sandbox import Sandbox
from sa_wizard.document.view import Block, Document, Entry, Part, Table
from sa_wizard.document.writing import Writing
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.errors import UsageProblem
from sa_wizard.folders import templates_dir
from sa_wizard.outline.spec import Outline
from sa_wizard.review.findings import Review
from sa_wizard.review.judge import judge

_BLANK_LINES = re.compile(r"\n{3,}")
_LOUD = frozenset({"Marking", "Draft Notice"})
"""Styles that plain Markdown shows in bold."""


def markdown(
    outline: Outline, draft: Draft, review: Review | None = None, *, styled: bool = False, marked: bool = True
) -> str:
    """The whole document as Markdown; never raises for a draft that opens, ExportError for a template that is wrong.

    Plain by default, for people: the title is the first heading and sections stand one level below it. ``styled`` is
    for the export: sections are first-level headings with ids, paragraphs carry Word styles, and the title is left to
    the metadata. ``marked``: whether the protective marking stands at both ends of the text.
    """
    asked = Asked(outline, draft)
    document = compose.document(asked, review or judge(asked), top=1 if styled else 2, linked=styled)
    return written(document, styled=styled, marked=marked)


def written(document: Document, *, styled: bool, marked: bool) -> str:
    """A composed document as Markdown; see ``markdown``. It must have been composed for the same ``styled``."""
    parts = document.all_parts
    return _written("document.md.j2", parts, styled, document=document, marked=marked)


def section(outline: Outline, draft: Draft, name: str) -> str:
    """One section as plain Markdown, for a preview. Raises UsageProblem when it does not apply, or ExportError.

    It has the numbers that it has in the document: the whole is composed, and one part of it written.
    """
    asked = Asked(outline, draft)
    found = next((each for each in asked.sections if each.id == name), None)
    if found is None:
        raise UsageProblem(f"The section {name!r} is not part of this document.")
    document = compose.document(asked, judge(asked), top=2, linked=False)
    part = next((each for each in document.all_parts if each.section == name), None)
    if part is None:  # a final document leaves out what says nothing
        part = compose.part(Writing(asked, final=True, top=2), found, asked.numbers.get(name, 0))
    return _written("section.md.j2", [part], False, among=document.all_parts, part=part)


@cache
def _sandbox(folder: Path, styled: bool) -> Sandbox:
    """One for each of the two ways to write, so that templates are compiled once."""
    functions = (_in_word_style, _linked_number) if styled else (_in_plain_style, _plain_number)
    return Sandbox(folder, dict(zip(("in_style", "in_number"), functions, strict=True)))


def _written(
    name: str, parts: Iterable[Part], styled: bool, among: Iterable[Part] | None = None, **values: object
) -> str:
    """Some parts through a template. ``among``: the parts whose tables they may speak of, when those are more."""
    sandbox = _sandbox(templates_dir() / "documents", styled)
    blocks = _blocks(parts)
    about = blocks if among is None else _blocks(among)
    tables = {block.key: str(block.number) for block in reversed(about) if isinstance(block, Table) and block.key}
    return _tidy(sandbox.written(name, len(blocks), {"styled": styled, "tables": tables, **values}))


def _blocks(parts: Iterable[Part]) -> list[Block]:
    return [block for part in parts for block in _flat(part.blocks)]


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, those within others included."""
    for block in blocks:
        yield block
        if isinstance(block, Entry):
            yield from _flat(block.blocks)


def _in_word_style(style: str, text: str) -> str:
    return f'::: {{custom-style="{style}"}}\n{text}\n:::'


def _in_plain_style(style: str, text: str) -> str:
    return f"**{text}**" if style in _LOUD else text


def _linked_number(table: str) -> str:
    """A table by its number, as a link to it; finish.py makes of it a field of Word's."""
    return f"[Table {table}](#table-{table})"


def _plain_number(table: str) -> str:
    return f"Table {table}"


def _tidy(text: str) -> str:
    """One blank line between blocks, none at the beginning, one newline at the end."""
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"

"""The light Markdown people may type, read into a small tree of paragraphs, lists and tables.

``marks.py`` decides what is markup at all. Here, lists that were not meant as lists become the lines typed: numbers
make a list only when two or more follow in order (or all are 1), so ``1986. A great year`` is a sentence, and ``- 17%``
standing alone is a figure.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from sa_wizard.document.marks import CELL, HEAD_CELL, parser
from sa_wizard.draft import tabbed
from sa_wizard.draft.text import clean

HIGHEST_START = 10_000  # Word counts no further with certainty; nobody numbers a list from here

_BULLET = re.compile("[•‣▪●◦]")
_TYPED_BULLET = re.compile(r"^( *)[•‣▪●◦](?= +\S)(?! +[£$€]?\d[\d,. ]*%? *$)", re.MULTILINE)
_FIGURE = re.compile(r"[£$€]?\d[\d,. ]*%?")


@dataclass(slots=True)
class Paragraph:
    """Lines of finished inline text; ``begin`` and ``end`` are source lines, to know what stood right under what."""

    lines: list[str]
    begin: int
    end: int
    tight: bool = False


@dataclass(slots=True)
class Listing:
    """A bullet list (``numbers`` empty) or a numbered one (the numbers as typed, and ``.`` or ``)``)."""

    delimiter: str
    items: list[list["Block"]] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    @property
    def tight(self) -> bool:
        """Whether the items stand close together, with no blank line between them."""
        return all(block.tight for item in self.items for block in item if isinstance(block, Paragraph))


@dataclass(slots=True)
class Grid:
    """A table: one alignment per column (``left``, ``right``, ``centre`` or nothing), and rows all equally long."""

    alignments: list[str]
    rows: list[list[str]]


Block = Paragraph | Listing | Grid
Inline = Callable[[Sequence[Token], bool], str]
"""Turns inline tokens into text; the flag says that the text stands in a table cell."""


def read(text: str, inline: Inline) -> list[Block]:
    """The blocks of what a person typed, each stretch of inline text put through ``inline``. Never raises."""
    source = clean(text)
    if "\t" in source:
        source = _with_pasted(source)
    if _BULLET.search(source):
        source = _TYPED_BULLET.sub(r"\1-", source)
    return _blocks(iter(parser().parse(source)), inline)


def _with_pasted(source: str) -> str:
    """Tabs become spaces, and those of a table the signs that part its cells."""
    lines = source.split("\n")
    for begin, last in tabbed.tables(lines):
        lines[begin] = lines[begin].replace("\t", HEAD_CELL)
        lines[begin + 1 : last] = [line.replace("\t", CELL) for line in lines[begin + 1 : last]]
    return "\n".join(lines).replace("\t", " ")


def _blocks(tokens: Iterator[Token], inline: Inline) -> list[Block]:
    """Blocks up to the end of the list item, or of the text."""
    out: list[Block] = []
    tight = False
    for token in tokens:
        if token.type == "list_item_close":
            break
        if token.type == "paragraph_open":
            tight = token.hidden
        elif token.type == "inline":
            begin, end = token.map or (0, 0)
            out.append(Paragraph(inline(token.children or [], False).split("\n"), begin, end, tight))
        elif token.type == "grid":
            out.append(_table(token, inline))
        elif token.type.endswith("_list_open"):
            out.extend(_settled(_listing(token, tokens, inline)))
    return _joined(out)


def _listing(opening: Token, tokens: Iterator[Token], inline: Inline) -> Listing:
    listing = Listing(opening.markup)
    for token in tokens:
        if token.type.endswith("_list_close"):
            break
        listing.starts.append((token.map or [0])[0])
        if token.info:
            listing.numbers.append(token.info)
        listing.items.append(_blocks(tokens, inline))
    return listing


def _table(token: Token, inline: Inline) -> Grid:
    alignments, rows = token.meta["alignments"], token.meta["rows"]
    width = max(len(alignments), *(len(row) for row in rows))
    cells = [[*row, *[""] * (width - len(row))] for row in rows]
    written = [[inline(parser().parseInline(cell)[0].children or [], True) for cell in row] for row in cells]
    return Grid([*alignments, *[""] * (width - len(alignments))], written)


def _settled(listing: Listing) -> list[Block]:
    """The list, or the lines as typed where the markers were not meant as a list."""
    if listing.numbers:
        return [listing] if _counts(listing.numbers) else _as_typed(listing)
    if len(listing.items) == 1 and _is_figure(listing.items[0]):
        return _as_typed(listing)
    listing.items = [item for item in listing.items if item]
    return [listing]


def _counts(numbers: list[str]) -> bool:
    """Whether Word's own numbering will print the numbers that were typed (or all were 1, the habit in Markdown)."""
    first = int(numbers[0])
    in_order = numbers == [str(first + step) for step in range(len(numbers))]
    return len(numbers) > 1 and first < HIGHEST_START and (in_order or set(numbers) == {"1"})


def _is_figure(item: list[Block]) -> bool:
    match item:
        case [Paragraph(lines=[line])]:
            return bool(_FIGURE.fullmatch(line))
    return False


def _as_typed(listing: Listing) -> list[Block]:
    """The items as paragraphs that begin with their markers."""
    out: list[Block] = []
    markers = [number + listing.delimiter for number in listing.numbers] or [listing.delimiter]
    for marker, start, item in zip(markers, listing.starts, listing.items, strict=True):
        match item:
            case [Paragraph(begin=begin) as first, *_] if begin == start:
                first.lines[0] = f"{marker} {first.lines[0]}"
            case _:
                out.append(Paragraph([marker], start, start + 1))
        out.extend(item)
    return out


def _joined(blocks: list[Block]) -> list[Block]:
    """Paragraphs that stood on neighbouring lines become one again, with a line break."""
    out: list[Block] = []
    for block in blocks:
        match out[-1:], block:
            case [Paragraph() as above], Paragraph() if above.end == block.begin:
                above.lines += block.lines
                above.end = block.end
            case _:
                out.append(block)
    return out

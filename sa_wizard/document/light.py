"""The light Markdown people may type, read by markdown-it-py into a small tree.

Understood: paragraphs, bullet lists, numbered lists, pipe tables, bold, italic, and links to web and mail addresses.
Everything else is text. Where CommonMark would swallow something an analyst meant, the text wins:

* ``*`` and ``_`` mark emphasis only around whole words, so ``3*4*5`` and ``snake_case`` are safe;
* a backslash is a backslash, except before a pipe in a table;
* ``+ 12`` is a figure, not a bullet; so is ``- 17%`` standing alone;
* a number starts a list only when at least two follow in order (or all are 1), so ``1986. A great year`` is a sentence;
* a row of a table with more cells than its header widens the table; a line without a pipe ends it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.list import list_block
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from sa_wizard.draft.text import clean

DEEPEST_LIST = 9  # Word has nine levels; a deeper bullet stays the characters typed
HIGHEST_START = 10_000
LONGEST_MARK = 6  # ``**_`` and a little more; a longer row of stars is a row of stars

_TYPED_BULLET = re.compile(r"^( *)[•‣▪●◦](?= +\S)(?! +[£$€]?\d[\d,. ]*%? *$)", re.MULTILINE)
_ONLY_MARKERS = re.compile(r"[ \t]*(?:\+(?=[ \t]|\Z)|(?:[-*+][ \t]*)+\Z|\d+[.)][ \t]*\Z)")
_BARE_FIGURE = re.compile(r"[£$€]?\d[\d,. ]*%?")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_CELL_BREAK = re.compile(r"(?<!\\)\|")
_ADDRESS = re.compile(r"\]\(((?:https?://|mailto:)[^\s()<>\\]+(?:\([^\s()<>\\]*\)[^\s()<>\\]*)*)\)", re.IGNORECASE)
_MARKS = re.compile(r"[*_]+")
_SAME_MARKS = re.compile(r"\*+|_+")
_BEFORE_OPENING = re.compile(r"[\s(\[{\"'“‘«–—]")
_AFTER_OPENING = re.compile(r"[^\s)\]}.,;:!?%]")
_BEFORE_CLOSING = re.compile(r"[^\s(\[{]")
_AFTER_CLOSING = re.compile(r"[\s)\]}\"'”’»–—…]|[.,;:!?](?!\w)|\Z")


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
    source = _TYPED_BULLET.sub(r"\1-", clean(text).replace("\t", " "))
    tokens = iter(_parser().parse(source))
    return _blocks(tokens, inline)


@cache
def _parser() -> MarkdownIt:
    """One parser for the whole program: it keeps no state between texts."""
    parser = MarkdownIt("zero", {"maxNesting": 100}).enable(["list", "newline", "link", "emphasis"])
    parser.block.ruler.at("list", _list, {"alt": ["paragraph"]})
    parser.block.ruler.before("list", "grid", _grid, {"alt": ["paragraph"]})
    parser.inline.ruler.at("link", _link)
    parser.inline.ruler.at("emphasis", _emphasis)
    return parser


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """CommonMark lists, unless the line is only markers or figures, or nine lists are open already."""
    if state.level >= 2 * DEEPEST_LIST or _ONLY_MARKERS.match(_line(state, start)):
        return False
    return list_block(state, start, end, silent)


def _grid(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A pipe table outside lists, as many columns wide as its longest row."""
    inside_list = state.level > 0 and state.sCount[start] >= state.blkIndent
    if inside_list or start + 1 >= end or state.isEmpty(start + 1):
        return False
    header, delimiters = _line(state, start), _line(state, start + 1)
    if "|" not in header or "|" not in delimiters or not _DELIMITERS.fullmatch(delimiters):
        return False
    if silent:
        return True
    last = start + 2
    while last < end and "|" in _line(state, last):
        last += 1
    token = state.push("grid", "", 0)
    token.map = [start, last]
    token.meta = {
        "alignments": [_alignment(cell) for cell in _cells(delimiters)],
        "rows": [_cells(_line(state, line)) for line in (start, *range(start + 2, last))],
    }
    state.line = last
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _cells(row: str) -> list[str]:
    inner = row.strip().removeprefix("|")
    cells = [cell.strip().replace("\\|", "|") for cell in _CELL_BREAK.split(inner)]
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells


def _alignment(cell: str) -> str:
    return {(True, True): "centre", (True, False): "left", (False, True): "right"}.get(
        (cell.startswith(":"), cell.endswith(":")), ""
    )


def _link(state: StateInline, silent: bool) -> bool:
    """``[words](https://…)`` with words and a web or mail address; no titles, no references, no pictures."""
    start = state.pos
    if silent or state.src[start] != "[" or state.linkLevel or state.src[max(start - 1, 0)] == "!":
        return False
    close = _closing_brackets(state).get(start)
    address = _ADDRESS.match(state.src, close) if close else None
    if not close or not address or not state.src[start + 1 : close].strip():
        return False
    outer = state.posMax
    state.pos, state.posMax = start + 1, close
    state.push("link_open", "a", 1).attrs = {"href": address[1]}
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.push("link_close", "a", -1)
    state.pos, state.posMax = address.end(), outer
    return True


def _closing_brackets(state: StateInline) -> dict[int, int]:
    """Where each opening bracket closes, found once for a paragraph so that ten thousand brackets stay quick."""
    if state.env.get("brackets_of") is not state.src:
        pairs: dict[int, int] = {}
        opened: list[int] = []
        for found in re.finditer(r"[\[\]]", state.src):
            if found[0] == "[":
                opened.append(found.start())
            elif opened:
                pairs[opened.pop()] = found.start()
        state.env["brackets_of"], state.env["brackets"] = state.src, pairs
    return cast("dict[int, int]", state.env["brackets"])


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Runs of ``*`` and ``_``: they open before a whole word and close after one, never inside."""
    start = state.pos
    run = _MARKS.match(state.src, start, state.posMax)
    if silent or not run:
        return False
    before, after = state.src[start - 1] if start else " ", state.src[run.end() : run.end() + 1] or " "
    short = run.end() - start <= LONGEST_MARK
    opens = bool(short and _BEFORE_OPENING.match(before) and _AFTER_OPENING.match(after))
    closes = bool(short and _BEFORE_CLOSING.match(before) and _AFTER_CLOSING.match(state.src, run.end()))
    for same in _SAME_MARKS.finditer(run[0]):
        for marker in same[0]:
            state.push("text", "", 0).content = marker
            state.delimiters.append(Delimiter(ord(marker), len(same[0]), len(state.tokens) - 1, -1, opens, closes))
    state.pos = run.end()
    return True


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
    written = [[inline(_parser().parseInline(cell)[0].children or [], True) for cell in row] for row in cells]
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
            return bool(_BARE_FIGURE.fullmatch(line))
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

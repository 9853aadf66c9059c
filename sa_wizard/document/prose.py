"""What a person typed, as Markdown that Pandoc prints exactly so.

Three ways in, by where the text is to stand: :func:`inline` (a heading, a caption, a label), :func:`cell` (a table that
the program makes) and :func:`prose` (an answer of several paragraphs, with the light Markdown of ``light.py``).
Whatever goes in, nothing that comes out can be raw XML, HTML or TeX, metadata, a heading, a picture, code or a note.
"""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from sa_wizard.document.escape import escaped, guarded
from sa_wizard.document.light import Block, Grid, Listing, Paragraph, read
from sa_wizard.draft.text import clean_line

READER = "commonmark-raw_html+pipe_tables+attributes+fenced_divs+bracketed_spans"
"""The reader every export uses. CommonMark because its rules are exact and are the ones markdown-it-py follows;
attributes for heading ids, divs and spans for Word styles. ``-raw_html`` alone is not enough (Pandoc 3.9 reads raw HTML
all the same), so ``<`` is escaped here and ``literal.lua`` turns anything raw back into text."""

_RULES = {"": "---", "left": ":--", "right": "--:", "centre": ":-:"}


def inline(text: str) -> str:
    """One line in which everything is literal: safe in a heading, caption, title, link, bold text or table cell.

    Line breaks become spaces. The result may stand at the start of a line.
    """
    out = guarded(cell(text))
    return f"{out[:-1]}\\#" if out.endswith("#") and not out.endswith("\\#") else out


def cell(text: str) -> str:
    """One line in which everything is literal, for a cell of a pipe table; ``|`` is escaped.

    A cell of nothing but dashes and colons is escaped too, or it would pass for the row under a header.
    """
    words = [word for word in clean_line(text).split(" ") if word]
    out = escaped(" ".join(words), brackets=True, pipes=True)
    return guarded(out) if not out.strip("-: ") else out


def prose(text: str, heading_level: int = 1) -> str:
    """Light Markdown, re-emitted so that Pandoc reads precisely what markdown-it-py did; no newline at the end.

    A link keeps its words and its target; only ``http``, ``https`` and ``mailto`` become links. A single newline stays
    a line break. ``heading_level`` is the level of the heading above: what is typed as ``# heading`` stays text, so
    nothing can climb over it. The result belongs at the left margin, between blank lines.
    """
    if not 1 <= heading_level <= 9:
        raise ValueError(f"Word has heading levels 1 to 9, not {heading_level}.")
    return "\n".join(_lines(read(text, _markdown)))


def plain_words(text: str) -> str:
    """What a reader will see of ``prose(text)``, line by line, without list markers: to prove a document by."""
    return "\n".join(_plain(read(text, _words)))


def pieces(text: str) -> list[str]:
    """The same in pieces that each stand whole in one line, list item or cell of whatever is made of it."""
    return list(_pieces(read(text, _words)))


def _markdown(tokens: Sequence[Token], in_cell: bool) -> str:
    """Inline tokens as Markdown. Italic inside bold, or around it, is ``_`` so that no two runs of ``*`` can meet."""
    out: list[str] = []
    opened: list[str] = []
    links: list[str] = []
    for token in tokens:
        match token.type:
            case "em_open" | "strong_open":
                mark = "" if token.type in opened else _mark(token.type, tokens)
                opened.append(token.type)
                out.append(mark)
            case "em_close" | "strong_close":
                kind = opened.pop()
                out.append("" if kind in opened else _mark(kind, tokens))
            case "link_open":
                links.append(str(token.attrs["href"]))
                out.append("[")
            case "link_close":
                out.append(f"]({escaped(links.pop(), pipes=in_cell)})")
            case "softbreak" | "hardbreak":
                out.append("\n")
            case _:
                out.append(escaped(token.content, brackets=bool(links), pipes=in_cell))
    return "".join(out)


def _mark(kind: str, tokens: Sequence[Token]) -> str:
    if kind == "strong_open":
        return "**"
    return "_" if any(token.type == "strong_open" for token in tokens) else "*"


def _words(tokens: Sequence[Token], _in_cell: bool) -> str:
    return "".join("\n" if token.type in {"softbreak", "hardbreak"} else token.content for token in tokens)


def _lines(blocks: Sequence[Block], *, close: bool = False) -> list[str]:
    """Lines of Markdown; ``close`` leaves out the blank line between a list item's words and the list under them."""
    out: list[str] = []
    bullet = ""
    for block in blocks:
        if out and not (close and isinstance(block, Listing) and not bullet):
            out.append("")
        match block:
            case Paragraph():
                out += _paragraph(block)
            case Grid():
                out += _grid(block)
            case Listing():
                bullet = "*" if bullet == "-" else "-"
                out += _listing(block, bullet)
                continue
        bullet = ""
    return out


def _paragraph(block: Paragraph) -> list[str]:
    lines = [guarded(line) for line in (line.strip(" ") for line in block.lines) if line]
    return [*(f"{line}\\" for line in lines[:-1]), *lines[-1:]]


def _listing(block: Listing, bullet: str) -> list[str]:
    out: list[str] = []
    first = int(block.numbers[0]) if block.numbers else 0
    tight = block.tight
    for place, item in enumerate(block.items):
        if out and not tight:
            out.append("")
        marker = f"{first + place}{block.delimiter} " if block.numbers else f"{bullet} "
        lines = _lines(item, close=tight) or [""]
        out.append((marker + lines[0]).rstrip(" "))
        out += [" " * len(marker) + line if line else "" for line in lines[1:]]
    return out


def _grid(block: Grid) -> list[str]:
    header, *rows = [f"| {' | '.join(row)} |" for row in block.rows]
    return [header, f"|{'|'.join(_RULES[alignment] for alignment in block.alignments)}|", *rows]


def _plain(blocks: Sequence[Block]) -> list[str]:
    out: list[str] = []
    for block in blocks:
        match block:
            case Paragraph():
                out += block.lines
            case Grid():
                out += [" ".join(row) for row in block.rows]
            case Listing():
                out += [line for item in block.items for line in _plain(item)]
    return out


def _pieces(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield from block.lines
            case Grid():
                yield from (cell for row in block.rows for cell in row)
            case Listing():
                yield from (piece for item in block.items for piece in _pieces(item))

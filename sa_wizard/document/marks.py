"""What counts as markup in typed text: markdown-it-py, narrowed to what an analyst can be taken to mean.

* ``*`` and ``_`` mark emphasis only around whole words, so ``3*4*5`` and ``snake_case`` are safe;
* a link has words and a web or mail address; pictures, references, titles and other addresses are text;
* a backslash is a backslash, except before a pipe in a table;
* ``+ 12`` is a figure, not a bullet; a line of nothing but markers is a line of dashes;
* a table needs a row of dashes under its header; a longer row widens it, and a line without a pipe ends it;
* lines pasted from a spreadsheet, with tabs between their cells, are a table (``tabbed.py``).
"""

import re
from functools import cache
from itertools import zip_longest
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.list import list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from sa_wizard.draft import tabbed

DEEPEST_LIST = 9  # Word has nine levels; a deeper bullet stays the characters typed
LONGEST_MARK = 6  # ``**_`` and a little more; a longer row of stars is a row of stars

HEAD_CELL, CELL = "\x02", "\x03"
"""What stands for a tab in the first and in the other rows of a pasted table; no text has them (``signs.py``)."""

_TAB_SIGNS = re.compile(f"[{HEAD_CELL}{CELL}]")
_FIGURES = re.compile(r"(?:[-+−–±]? ?[£$€]?\d[\d,. ]*(?:%|pp)?|[-–—]?)")
_ONLY_MARKERS = re.compile(r" *(?:\+(?= |\Z)|(?:[-*+] *)+\Z|\d+[.)] *\Z)")
_DELIMITERS = re.compile(r" *\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *")
_CELL_BREAK = re.compile(r"(?<!\\)\|")
_ANY_MARK = re.compile(r"[*_\[]")
_LINE_END = re.compile(r" *\n *")
_ADDRESS = re.compile(r"\]\(((?:https?://|mailto:)[^\s()<>\\]+(?:\([^\s()<>\\]*\)[^\s()<>\\]*)*)\)", re.IGNORECASE)
_STARS = re.compile(r"[*_]+")
_SAME_STARS = re.compile(r"\*+|_+")
_BEFORE_OPENING = re.compile(r"[\s(\[{\"'“‘«–—]")
_AFTER_OPENING = re.compile(r"[^\s)\]}.,;:!?%]")
_BEFORE_CLOSING = re.compile(r"[^\s(\[{]")
_AFTER_CLOSING = re.compile(r"[\s)\]}\"'”’»–—…]|[.,;:!?](?!\w)|\Z")


@cache
def parser() -> MarkdownIt:
    """One parser for the whole program: it keeps no state between texts. It expects text without tabs."""
    narrowed = MarkdownIt("zero", {"maxNesting": 100}).enable(["list", "newline", "link", "emphasis"])
    narrowed.block.ruler.at("list", _list, {"alt": ["paragraph"]})
    narrowed.block.ruler.before("list", "grid", _grid, {"alt": ["paragraph"]})
    narrowed.block.ruler.before("grid", "pasted", _pasted, {"alt": ["paragraph"]})
    narrowed.core.ruler.at("inline", _inline)
    narrowed.inline.ruler.at("link", _link)
    narrowed.inline.ruler.at("emphasis", _emphasis)
    return narrowed


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """CommonMark lists, unless the line is only markers or figures, or nine lists are open already."""
    next_item = silent and state.sCount[start] < state.blkIndent  # an empty item of a list already begun
    if state.level >= 2 * DEEPEST_LIST or (not next_item and _ONLY_MARKERS.match(_line(state, start))):
        return False
    return list_block(state, start, end, silent)


def _grid(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A pipe table outside lists, as many columns wide as its longest row."""
    if _is_inside_list(state, start) or start + 1 >= end or state.isEmpty(start + 1):
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


def _pasted(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table pasted from a spreadsheet, outside lists; columns of nothing but figures have them at the right.

    One without headings gets the numbers of its columns: without any, nobody can be told where they are in it.
    """
    if HEAD_CELL not in _line(state, start) or _is_inside_list(state, start):
        return False
    if silent:
        return True
    last = start + 1
    while last < end and CELL in _line(state, last):
        last += 1
    rows = [[cell.strip() for cell in _TAB_SIGNS.split(_line(state, line))] for line in range(start, last)]
    body = rows[1:]
    if not tabbed.is_headed(rows[0]):
        body, rows = rows, [[f"Column {number}" for number, _ in enumerate(rows[0], start=1)], *rows]
    columns = zip_longest(*body, fillvalue="")
    token = state.push("grid", "", 0)
    token.map = [start, last]
    token.meta = {
        "alignments": ["right" if any(cells) and all(map(_FIGURES.fullmatch, cells)) else "" for cells in columns],
        "rows": rows,
    }
    state.line = last
    return True


def _is_inside_list(state: StateBlock, line: int) -> bool:
    return state.level > 0 and state.sCount[line] >= state.blkIndent


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


def _inline(state: StateCore) -> None:
    """Parse inline text, but only where there is a mark in it: most paragraphs are plain, and this is the slow part."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if CELL in token.content or HEAD_CELL in token.content:  # within a list, where no table can stand
            token.content = _TAB_SIGNS.sub(" ", token.content)
        if _ANY_MARK.search(token.content):
            token.children = state.md.inline.parse(token.content, state.md, state.env, [])
        else:
            token.children = [Token("text", "", 0, content=_LINE_END.sub("\n", token.content))]


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
    run = _STARS.match(state.src, start, state.posMax)
    if silent or not run:
        return False
    before, after = state.src[start - 1] if start else " ", state.src[run.end() : run.end() + 1] or " "
    short = run.end() - start <= LONGEST_MARK
    opens = bool(short and _BEFORE_OPENING.match(before) and _AFTER_OPENING.match(after))
    closes = bool(short and _BEFORE_CLOSING.match(before) and _AFTER_CLOSING.match(state.src, run.end()))
    for same in _SAME_STARS.finditer(run[0]):
        for marker in same[0]:
            state.push("text", "", 0).content = marker
            state.delimiters.append(Delimiter(ord(marker), len(same[0]), len(state.tokens) - 1, -1, opens, closes))
    state.pos = run.end()
    return True

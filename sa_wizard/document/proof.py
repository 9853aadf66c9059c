"""The proof of a document: every word and figure of every answer, in order, in its own section, in the file itself."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sa_wizard.document.expected import Contract, Expected, Words
from sa_wizard.errors import ExportError

PAGE = "\x00"
"""Stands between two pages in the text of a PDF."""

_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]")
_SHOWN = 8
"""Words of a loss that are told; enough to find the place by."""


@dataclass(frozen=True, slots=True)
class Lost:
    """An answer that did not arrive whole: its path, and the words from where it breaks off."""

    path: str
    words: str


def lost(contract: Contract, found: Mapping[str, str], *, spaced: bool = True) -> list[Lost]:
    """The answers that are not in ``found``, the text of each section by its anchor, a paragraph or cell a line.

    ``spaced``: whether the format keeps apart what was apart. In a PDF a space and the end of a line are the same, and
    a long word may be cut, so there only the letters and signs are compared.
    """
    texts = {anchor: text if spaced else _bare(text.replace(PAGE, "")) for anchor, text in found.items()}
    cursors = dict.fromkeys(texts, 0)
    missing: list[Lost] = []
    for answer in contract.answers:
        text = texts.get(answer.anchor)
        if text is None:
            missing.append(Lost(answer.path, "its whole section"))
            continue
        ways = answer.ways if spaced else tuple(tuple(map(_bare, way)) for way in answer.ways)
        end = next((end for way in ways if (end := _end(text, way, cursors[answer.anchor])) >= 0), -1)
        if end < 0 and not spaced and any(_over_pages(_bare(found[answer.anchor]), way) for way in ways):
            continue
        if end < 0:
            missing.append(Lost(answer.path, _broken(answer, text, spaced=spaced)))
        else:
            cursors[answer.anchor] = end
    return missing


def prove(contract: Contract, found: Mapping[str, str], to: str, *, spaced: bool = True) -> None:
    """Raise ExportError unless every answer is there; the sentence names the fields and the words."""
    missing = lost(contract, found, spaced=spaced)
    if not missing:
        return
    told = "; ".join(f"{each.path} lacks “{each.words}”" for each in missing[:3])
    more = f"; and {len(missing) - 3} more" if len(missing) > 3 else ""
    raise ExportError(
        f"The {to} file does not hold everything that was typed, so it was not kept: {told}{more}.",
        "An earlier file is as it was. Write that answer more plainly, or export to another format.",
    )


def _end(text: str, way: Words, cursor: int) -> int:
    """Where the pieces end that stand in this order; from ``cursor`` if they can be had there, else from the start."""
    for begin in (cursor, 0):
        end = begin
        for piece in way:
            end = _whole(text, piece, end)
            if end < 0:
                break
        else:
            return end
    return -1


def _over_pages(text: str, way: Words) -> bool:
    """Whether the pieces are there, in order, when a row of a table is cut by the end of a page.

    Then the beginnings of all its cells stand on one page and the ends of them on the next, or on one further on, so
    that what follows a piece is looked for from where that piece began.
    """
    begin = 0
    for piece in way:
        rest, here, first = piece, begin, -1
        while (at := text.find(rest, here)) < 0:
            page = text.find(PAGE, here)
            if page < 0:
                return False
            cut = _longest(rest, text[here:page])
            if cut and first < 0:
                first = text.index(rest[:cut], here)
            rest, here = rest[cut:], page + 1
        begin = first if first >= 0 else at + len(rest)
    return True


def _longest(words: str, text: str) -> int:
    """How much of the beginning of the words is in the text."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if words[:middle] in text else (low, middle - 1)
    return low


def _whole(text: str, piece: str, begin: int) -> int:
    """The end of the next place where the piece is not part of a longer word or figure; -1 when there is none."""
    first, last = piece[:1].isalnum(), piece[-1:].isalnum()
    at = text.find(piece, begin)
    while at >= 0:
        end = at + len(piece)
        inside = (first and at > 0 and text[at - 1].isalnum()) or (last and text[end : end + 1].isalnum())
        if not inside or not _spaced(text):
            return end
        at = text.find(piece, at + 1)
    return -1


def _spaced(text: str) -> bool:
    return " " in text or "\n" in text


def _bare(text: str) -> str:
    """Without spaces, and without the signs that nobody sees: a PDF keeps some of those, and some not."""
    return _UNSEEN.sub("", "".join(text.split()))


def _broken(answer: Expected, text: str, *, spaced: bool) -> str:
    """The words from the first place on that cannot be found."""
    end = 0
    for piece in answer.ways[0]:
        after = _whole(text, piece if spaced else _bare(piece), end)
        if after < 0:
            return _from_break(piece.split(" "), text[end:], spaced=spaced)
        end = after
    return _few(answer.ways[0][0].split(" "))


def _from_break(words: Sequence[str], text: str, *, spaced: bool) -> str:
    """The words from the first that is not in the text after all those before it."""
    gap = " " if spaced else ""
    reached = _longest(gap.join(words), text)
    starts = accumulate(len(word) + len(gap) for word in words)
    return _few(words[sum(start <= reached + len(gap) for start in starts) :] or words[-1:])


def _few(words: Sequence[str]) -> str:
    shown = " ".join(words[:_SHOWN])
    return f"{shown[:80]}…" if len(words) > _SHOWN or len(shown) > 80 else shown

"""What the privacy rules share: a match, what stands on either side of it, and how much of a text is looked at."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sa_wizard.expressions import Shape
from sa_wizard.review.rules import prose

Spans = Iterator[tuple[int, int]]

ENOUGH = 100
"""Matches of one kind in one answer. Why: a pasted spreadsheet is told about, not listed row by row."""

BESIDE = 60
"""Characters on either side in which a label such as 'custody record' counts as belonging to a number."""


QUOTED = 32
"""Characters on either side that a message quotes with the words it is about."""

_TOO_SHORT = 5
"""Characters that are too few to tell one place from another: an age is only two."""


class Match(NamedTuple):
    """Words of a text that may identify somebody: the rule's code, where they stand, and the words themselves."""

    code: str
    start: int
    end: int
    words: str


_RUN = Shape(r"\w{300,}|[^\w\s]{300,}")


def without_runs(text: str) -> str:
    """The text with endless runs of letters, digits or marks blanked out, every other character where it was."""
    if len(text) < 5_000:
        return text
    return re.sub(_RUN.pattern, lambda run: " " * len(run.group()), text)


def apart(code: str, text: str, spans: list[tuple[int, int]]) -> list[Match]:
    """What a rule found in a text, in order, without overlaps."""
    found: list[Match] = []
    for start, end in sorted(spans):
        if not found or start >= found[-1].end:
            found.append(Match(code, start, end, text[start:end]))
    return found


def before(text: str, start: int, width: int = BESIDE) -> str:
    """The characters that lead up to a place."""
    return text[max(0, start - width) : start]


def after(text: str, end: int, width: int = BESIDE) -> str:
    """The characters that follow a place."""
    return text[end : end + width]


def known_by(text: str, match: Match) -> str:
    """The words by which a finding is known when it is let stand; a bare figure with the two words before it."""
    if len(match.words) > _TOO_SHORT:
        return match.words
    lead = before(text, match.start, 48).rsplit(None, 2)[-2:]
    return " ".join((*lead, match.words))


def has_quote(text: str) -> bool:
    """Whether a text has a mark that may open a quotation."""
    return '"' in text or "“" in text or "‘" in text or "'" in text


def by_themselves(text: str, found: list[Match]) -> list[bool]:
    """Of matches in order, whether each is the only one among the words that ``in_place`` quotes."""
    close = [
        later.start - match.end < QUOTED and not _parted(text[match.end : later.start])
        for match, later in pairwise(found)
    ]
    return [not (before_it or after_it) for before_it, after_it in zip([False, *close], [*close, False], strict=True)]


def in_place(text: str, match: Match, beside: int = QUOTED) -> str:
    """The matched words with a few words on either side, on one line, cut with an ellipsis at whole words.

    Nothing of another paragraph, or of another line of a list, is among them: the words do not stand there. Quotation
    marks become single ones, as the message has them inside its own.
    """
    left, right = before(text, match.start, beside), after(text, match.end, beside)
    cut_left, cut_right = match.start > beside, match.end + beside < len(text)
    if "\n" in left:
        own = _end_of(left)
        left, cut_left = left[own:], cut_left and own == 0
    if "\n" in right:
        own = _start_of(right)
        right, cut_right = right[:own], cut_right and own == len(right)
    left, right = " ".join(left.split()), " ".join(right.split())
    if cut_left:
        left = "…" + left.partition(" ")[2]
    if cut_right:
        right = right.rpartition(" ")[0] + "…"
    words = " ".join(match.words.split())
    gap_left = " " if left and text[match.start - 1 : match.start].isspace() else ""
    gap_right = " " if right and text[match.end : match.end + 1].isspace() else ""
    return prose.inner(f"{left}{gap_left}{words}{gap_right}{right}")


_MARKS = ("- ", "* ", "• ", "– ", "|", "#")
"""What a line begins with that belongs to no paragraph before it: one of a list or a table, a heading."""


def _end_of(lead: str) -> int:
    """Where, in what leads up to some words, the paragraph or line of a list begins that they stand in."""
    lines = lead.split("\n")
    kept = lines.pop()
    while lines and not _begins(kept) and lines[-1].strip() and not lines[-1].startswith("#"):
        kept = f"{lines.pop()}\n{kept}"
    return len(lead) - len(kept)


def _start_of(rest: str) -> int:
    """Where, in what follows some words, their paragraph or line of a list ends."""
    first, *lines = rest.split("\n")
    end = len(first)
    for line in lines:
        if not line.strip() or _begins(line):
            return end
        end += 1 + len(line)
    return end


def _parted(between: str) -> bool:
    """Whether what stands between two places ends a paragraph or a line of a list."""
    return "\n" in between and _start_of(between) < len(between)


def _begins(line: str) -> bool:
    """Whether a line begins something of its own."""
    bare = line.lstrip()
    number = bare[:4].partition(".")[0].partition(")")[0]
    return bare.startswith(_MARKS) or (number.isdecimal() and bare[len(number) : len(number) + 2] in {". ", ") "})

"""What the privacy rules share: a match, what stands on either side of it, and how much of a text is looked at."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sa_wizard.expressions import Shape

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


def by_themselves(found: list[Match]) -> list[bool]:
    """Of matches in order, whether each is the only one among the words that ``in_place`` quotes."""
    close = [later.start - match.end < QUOTED for match, later in pairwise(found)]
    return [not (before_it or after_it) for before_it, after_it in zip([False, *close], [*close, False], strict=True)]


def in_place(text: str, match: Match, beside: int = QUOTED) -> str:
    """The matched words with a few words on either side, on one line, cut with an ellipsis at whole words."""
    left = " ".join(before(text, match.start, beside).split())
    right = " ".join(after(text, match.end, beside).split())
    if match.start > beside:
        left = "…" + left.partition(" ")[2]
    if match.end + beside < len(text):
        right = right.rpartition(" ")[0] + "…"
    words = " ".join(match.words.split())
    gap_left = " " if left and text[match.start - 1 : match.start].isspace() else ""
    gap_right = " " if right and text[match.end : match.end + 1].isspace() else ""
    return f"{left}{gap_left}{words}{gap_right}{right}"

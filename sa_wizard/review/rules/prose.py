"""Reading prose a little: figures as typed, the sentence around a match, and words quoted in a finding.

Every pattern and every window is bounded, so that a rule stays linear on any text.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from sa_wizard.expressions import Shape, Words

FIGURE = r"\d(?<![\d.,]\d)(?:\d{0,2}(?:,\d{3}){1,4}|\d{0,11})(?:\.\d{1,4})?(?!\d)"
"""A figure such as ``7``, ``1,554`` or ``42.30``. Its first digit comes first, which searches four times as fast."""

RARE = r"\0\2"
"""Two characters that nobody types. In the set that an expression begins with they make it search twice as fast: a set
of three runs and more is looked up in a table, and one of fewer is gone through. What follows has to refuse them.
"""

PERCENT = r"\s{0,2}(?:%|per ?cent\b)"
"""What makes a figure a per cent."""

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]

_PERCENT_SAID = Shape(f"(?P<figure>{FIGURE}){PERCENT}", re.IGNORECASE)
_PERCENT_MARKS = ("%", "per cent", "percent", "CENT", "Cent")
_LONGEST_FIGURE = 30
_WINDOW = 300
_STOPS = (". ", "? ", "! ", "\n", ".\n", "; ")
_YEAR = Shape(r"(?<![\d,.])(?:19[89]\d|20[0-4]\d)(?!\d|,\d)")
_MONTH = Words(
    """
    jan january feb february mar march apr april may jun june jul july aug august sep sept september sepember oct
    october nov november dec december
    """
)


def matches(pattern: Shape, text: str, most: int = 1000) -> Iterator[re.Match[str]]:
    """The first matches in a text: far more than anybody writes in one answer, and a bound on the time it takes."""
    return islice(pattern.finditer(text), most)


@lru_cache(maxsize=4)
def percents(text: str) -> tuple[re.Match[str], ...]:
    """Every per cent said in figures, in order; the group ``figure`` is the figure.

    Several rules in turn ask this of each answer, and so the last few texts are remembered.
    """
    if not ("%" in text or "cent" in text or "CENT" in text or "Cent" in text):
        return ()
    return tuple(_percents(text))


def _percents(text: str) -> Iterator[re.Match[str]]:
    """Why not one search: the marks are few and quickly found, and a search stops at every digit on the way.

    ``cent`` alone is no mark: it stands in every town centre.
    """
    last = 0
    marks = sorted([at for mark in _PERCENT_MARKS if mark in text for at in places(text, mark)])
    for at in marks[:1000]:
        said = _PERCENT_SAID.search(text, max(last, at - _LONGEST_FIGURE), at + len("per cent "))
        if said:
            last = said.end()
            yield said


def places(text: str, word: str) -> Iterator[int]:
    """Where a few characters stand in a text, each place once: faster than any expression when they are rare."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def small(text: str) -> str:
    """A text in small letters, character by character where it was: a few capitals would become two."""
    low = text.lower()
    return low if len(low) == len(text) else text


def value(figure: str) -> float:
    """What a figure matched by ``FIGURE`` is worth."""
    return float(figure.replace(",", ""))


def decimals(figure: str) -> int:
    """How many decimals a figure was typed with."""
    return len(figure.partition(".")[2])


def is_year(figure: str) -> bool:
    """Whether a figure as typed is more likely a year than a count."""
    return _YEAR.fullmatch(figure) is not None


def dated(text: str) -> bool:
    """Whether a text names a year or a month."""
    return _YEAR.search(text) is not None or _MONTH.within(text)


def word_before(text: str, at: int) -> str:
    """The word that ends just before a place, in small letters; empty when there is none."""
    before = text[max(0, at - 16) : at]
    words = before.split() if before.endswith(" ") else []
    return words[-1].lstrip("(*_“‘").lower() if words else ""


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a match, or as much of it as a window holds."""
    first, last = sentence_at(text, start, end)
    return text[first:last]


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a match begins and ends."""
    low, high = max(0, start - _WINDOW), min(len(text), end + _WINDOW)
    first, last = low, high
    for stop in _STOPS:
        at = text.rfind(stop, first, start)
        if at >= 0:
            first = at + len(stop)
        at = text.find(stop, end, high)
        if 0 <= at < last:
            last = at
    return first, last


def near(text: str, start: int, end: int, reach: int = _WINDOW) -> str:
    """The match with some text on either side."""
    return text[max(0, start - reach) : end + reach]


def quoted(text: str, most: int = 90) -> str:
    """Words for a finding: on one line, shortened, in quotation marks."""
    shown = inner(" ".join(text[: 4 * most].split()))
    return f"“{shown if len(shown) <= most else shown[: most - 1].rstrip() + '…'}”"


def inner(text: str) -> str:
    """Words that will stand in double quotation marks: their own become single ones, each character where it was."""
    return text.replace("“", "‘").replace("”", "’")

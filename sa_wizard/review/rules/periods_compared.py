"""Sentences that set the counts of two periods of different length against each other."""

import re
from collections.abc import Sequence

from sa_wizard.expressions import Rare, Shape, Words
from sa_wizard.review.rules import prose, spans

_COMPARES = ("against ", "compared ", "up from", "down from", " than in ")
_EVEN = Words(
    "monthly weekly daily average rate rates annualised annualized equivalent forecast projected",
    "pro rata",
    *(f"{each} {time}" for each in ("a", "an", "per", "each", "every") for time in ("month", "week", "day", "quarter")),
)
_SAME = Rare(r"\bsame (?:\w{1,12} ){0,2}(?:months?|period|quarters?|weeks|time)\b", "same ", flags=re.IGNORECASE)
"""What makes periods of different lengths comparable."""
_COUNT = Shape(rf"{prose.FIGURE}(?!{prose.PERCENT}|[-–/]\d)", re.IGNORECASE)
_YEARS = 2
"""Years that a comparison of two periods names at the least."""
_MOST = 500
"""Comparisons looked at in one answer."""


def compared(text: str) -> tuple[tuple[str, str], ...]:
    """The sentences, each with the two lengths that it compares.

    Why two counts: where there is one, or none, the periods may be named for something else.
    """
    if text.count("20") < _YEARS:
        return ()
    places = sorted({at for word in _COMPARES for at in prose.places(text, word)})
    sentences = dict.fromkeys(prose.sentence_at(text, at, at + 1) for at in places[:_MOST])
    found = []
    for first, last in sentences:
        words = text[first:last]
        named = spans.told(words) if words.count("20") >= _YEARS and not _evened(words) else []
        odd = spans.unlike([span for _, span in named])
        if len(odd) > 1 and _counts(words, [where for where, _ in named]) > 1:
            found.append((words, " with ".join(named[place][1].said for place in odd[:2])))
    return tuple(found)


def _evened(words: str) -> bool:
    return _EVEN.within(words) or _SAME.search(words) is not None


def _counts(words: str, periods: Sequence[tuple[int, int]]) -> int:
    """How many counts a sentence has, apart from the figures of the periods it names."""
    counts = (found for found in _COUNT.finditer(words) if not prose.is_year(found[0]))
    return sum(not any(start <= found.start() < end for start, end in periods) for found in counts)

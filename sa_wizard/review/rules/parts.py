"""Parts of a whole told with their per cent: ``258 out of 712 incidents (36%)``, ``Of 640 replies, 320 (50%)``."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sa_wizard.expressions import Shape
from sa_wizard.review.rules import prose
from sa_wizard.review.rules.counted import words

_SOME = r"(?:(?:the|an estimated|some|about|all|our|those|these) ){0,2}"
_WORD = r" (?!of |out of )[a-z][a-z’'-]{1,20}"
_PART = Shape(
    rf"(?P<part>{prose.FIGURE})(?P<of>(?:{_WORD}){{0,2}}) (?:out )?of {_SOME}(?P<whole>{prose.FIGURE})"
    r"[^.;:%\d\n()]{0,50}\Z"
)
"""What leads up to a per cent in brackets."""
_OF_WHOLE = Shape(
    rf"(?:\bOf|, of|\band of) {_SOME}(?P<whole>{prose.FIGURE})"
    rf"[^.;:%\d\n(),]{{1,50}}, (?P<part>{prose.FIGURE})(?P<of>(?:{_WORD}){{0,3}}) \Z"
)
"""The same, the whole first."""
_AFTER = Shape(
    rf"[^.;:%\d\n()]{{0,50}}\((?P<part>{prose.FIGURE})(?P<of>(?:{_WORD}){{0,2}}) (?:out )?of (?:the )?"
    rf"(?P<whole>{prose.FIGURE})\)"
)
"""What follows a per cent: ``36% of violence with injury (258 of 712)``."""
_REACH = 130
_MOST_WORDS = 3


class Share(NamedTuple):
    """A part, its whole, the per cent said of them, the decimals of that, and the words."""

    part: float
    whole: float
    percent: float
    decimals: int
    words: str


def parts(text: str) -> tuple[Share, ...]:
    """Every part told with its whole and its per cent."""
    return tuple(_parts(text)) if prose.percents(text) else ()


def _parts(text: str) -> Iterator[Share]:
    for said in prose.percents(text):
        start, end = said.span()
        if text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")":
            low = max(0, start - _REACH)
            found = _leading(_PART, text, low, start - 1) or _leading(_OF_WHOLE, text, low, start - 1)
            start, end = found.start() if found else start, end + 1
        else:
            found = _AFTER.match(text, end)
            found = found if found and _counted(text, found, len(text)) else None
            end = found.end() if found else end
        if found:
            figure = said["figure"]
            value, decimals = prose.value(figure), prose.decimals(figure)
            yield Share(prose.value(found["part"]), prose.value(found["whole"]), value, decimals, text[start:end])


def _leading(shape: Shape, text: str, low: int, high: int) -> re.Match[str] | None:
    """The first match that leads up to a place and has nothing but words for what is counted where it may have some."""
    found = shape.search(text, low, high)
    while found and not _counted(text, found, high):
        found = shape.search(text, found.start() + 1, high)
    return found


def _counted(text: str, found: re.Match[str], stop: int) -> bool:
    return words(text, found.start("of"), _MOST_WORDS, stop) >= found.end("of")

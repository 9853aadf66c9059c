"""Words and figures put off inside a sentence that says something: “The figure is TBC.”, “figures to be confirmed”.

What says when ("confirmed by the board in June", "each quarter") is a step somebody takes and not a gap. So is a date
that the board has yet to set: an assessment cannot know it, while its figures and names are what it is for.
"""

import re
from collections.abc import Iterator
from itertools import islice

from sa_wizard.expressions import Shape
from sa_wizard.review.rules import prose

_TB = r"TB[ACD]"
_LATER = r"to be (?:confirmed|completed|added|advised|supplied|provided|inserted|updated)"
_WHAT = (
    r"(?:figures?|numbers?|counts?|totals?|data|percentages?|per ?cents?|rates?|names?|details?|amounts?|values?|costs?"
    r"|leads?|chair|author|source)"
)
_BODY = r"(?: (?:by|from|with) (?:the |our )?[\w’'-]{1,25}(?: [\w’'-]{1,25}){0,2})?"
_END = r"(?= {0,9}(?:[.,;:)|\n]|\Z))"
_IS = r"(?:is|are|remains?)(?: (?:still|yet|currently|now|all|both))?"
_TB_IN = Shape(
    "|".join(
        (
            rf"[(\[](?:[\w’'% -]{{1,40}} )?{_TB}(?: [^()\[\]\n]{{1,60}})?[)\]](?!\()",
            rf"(?<=\b(?:is|re|as) )(?:(?:still|yet|currently) )?{_TB}{_BODY}{_END}",
            rf"(?<=[:–—-] ){_TB}{_BODY}{_END}",
            rf"(?:(?<=[.!?] )|(?<=[.!?]  )|(?<=\n)|\A){_TB}{_BODY}(?=\.(?:\s|\Z))",
        )
    ),
    re.IGNORECASE,
)
_CAPITALS = Shape(
    rf"(?<=\w )(?<!\b(?:by|of|in|at|or) )(?<!\b(?:the|and|for) )(?<!\b(?:with|from) )\b{_TB}{_BODY}{_END}"
)
"""``Cost TBC.`` What the words before make somebody's short name, as in "led by TBC", is none."""
_PUT_OFF = Shape(
    rf"[(\[](?:[\w’'-]{{1,25}} ){{0,3}}{_LATER}(?: later| shortly| soon)?{_BODY}[)\]](?!\()"
    rf"|(?:^|(?<=[.,;:(|–—-] )|(?<=\n)|(?<=[(|])|(?<=\bwith )|(?<=\band )|(?<=\bbut ))"
    rf"(?:(?:the|final|exact|latest|full|all|more|other|these|those) ){{0,2}}{_WHAT}(?: {_IS})? {_LATER}{_BODY}{_END}"
    rf"|\b{_WHAT} {_IS} {_LATER}{_BODY}{_END}",
    re.IGNORECASE,
)
_WHEN = Shape(
    r"\b(?:when|once|each|every|next|before|after|until|meeting|week|month|quarter|year|spring|summer|autumn|winter"
    r"|monday|tuesday|wednesday|thursday|friday)\b|\d",
    re.IGNORECASE,
)
_MOST = 100
_MARKS = ("TBC", "TBA", "TBD", "tbc", "tba ", "tba.", "tba)", "tbd")
"""Why these: ``tba`` stands in every football."""
_DONE = ("confirmed", "completed", "added", "advised", "supplied", "provided", "inserted", "updated")
_BEFORE, _AFTER = 90, 150
"""Characters before and after a sign among which the words that belong to it stand."""


def put_off(text: str, low: str) -> Iterator[re.Match[str]]:
    """What a text says is still to come, as it stands there. Most lack every sign of it, and are not searched.

    Where there is one, no more than the words around it are. ``low``: the text in small letters.
    """
    short = [at for mark in _MARKS for at in islice(prose.places(text, mark), _MOST)] if "tb" in low else []
    if short and not _is_a_name(text):
        for at in short:
            yield from _unsaid_when(_TB_IN, text, at)
            yield from _unsaid_when(_CAPITALS, text, at)
    if "to be " in low:
        for at in islice(prose.places(text, "to be "), 10 * _MOST):
            if text.startswith(_DONE, at + len("to be ")):
                yield from _unsaid_when(_PUT_OFF, text, at)


def _unsaid_when(pattern: Shape, text: str, at: int) -> Iterator[re.Match[str]]:
    """The match around a sign, unless it says when. What goes on past the words looked at is none."""
    end = min(len(text), at + _AFTER)
    for found in pattern.finditer(text, max(0, at - _BEFORE), end):
        whole = found.end() < end or end == len(text)
        if found.start() <= at < found.end() and whole and not _WHEN.search(found[0]) and not prose.dated(found[0]):
            yield found


_NAMED = Shape(
    r"\bT[\w’'-]{1,20}(?: [a-z]{1,4})?[ -]B[\w’'-]{1,20}(?: (?:[a-z]{1,4} )?)[ACD][\w’'-]{1,20},?"
    r" \((?:the )?[“\"']?TB[ACD]\b"
    r"|\bTB[ACD][’']s\b|\bTB[ACD] \((?:the )?T[\w’'-]{1,20}[ -]B"
)


def _is_a_name(text: str) -> bool:
    """Whether a text says whose short name it is: Tewkesbury Borough Council (TBC)."""
    return _NAMED.search(text) is not None

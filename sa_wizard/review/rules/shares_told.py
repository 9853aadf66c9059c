"""Shares of one whole told in a sentence, where it says that they divide it: "split", "made up of", "of these".

Told only where nothing else can be meant. What may be true of one case twice (alcohol, a repeat victim, two answers
to a question), what is compared over time, and what is a share of a share is left alone.
"""

import re
from collections.abc import Iterator

from sa_wizard.expressions import Rare, Shape
from sa_wizard.review.rules import prose

Told = tuple[str, list[tuple[float, int]], bool]
"""The sentence, its shares with their decimals, and whether they are said to be the whole."""

_SPLIT = Rare(
    r"\b(?:split (?:between|into|as|was|is|evenly|[a-z]{1,12} (?:between|into))|were split|was split|is split|are split"
    r"|divided? (?:in|be)\w{2,6}|made up of|made up as follows|composed of"
    r"|(?:comprised|consisted|comprises|consists) of"
    r"|break(?:s|ing)? down (?:as|into)|broke down (?:as|into)|broken down (?:as|into)|breakdown (?:is|was|of))",
    *("split", "divid", "made up", "composed", "comprise", "consist", "break", "broke"),
    flags=re.IGNORECASE,
)
_OF_THESE = Shape(
    r"\b[Oo]f (?:these|them|those(?! who)|all (?:these|those)"
    r"|the (?:total|[\d,]{1,9}(?: [\w-]{1,20}){1,3}?))\b(?= ?,| [\dat])"
)
_NOT_A_WHOLE = Shape(
    r"\b(?:involv\w+|also|linked|relat\w+|mention\w*|said|say|told|reported|felt|feel|agree\w*|worr\w+|chose"
    r"|more than one|overlap\w*|several|multiple|both|repeat\w*|alcohol|drunk|knife|knives|drugs?|including"
    r"|of which|of whom|half of|quarter of|third of"
    r"|had|have|has|would|could|support\w*|satisfied|unsafe|safe|know|knew|known|vulnerab\w+|disab\w+|domestic"
    r"|rose|risen|rise|rising|f[ae]ll\w*|up|down|increas\w+|decreas\w+|reduc\w+|change\w*|grew|grown|than|compared|against"
    r"|previous\w*|last year|target\w*|average|of it|within|from \d"
    r"|(?:19|20)\d\d|respectively|more|less|fewer|most of)\b",
    re.IGNORECASE,
)
_AFTER = Shape(
    r"\)?(?: of (?:them|these|those|all))?(?P<verb> (?:were|was|are|is|came|happened|took place|fell|lay|went))?"
    r" (?P<word>(?:in|at|on|by|from|to|among|under|over|between|outside|inside)\b)?(?P<rest>[^.;:%\d\n]{0,60})",
    re.IGNORECASE,
)
_DONE = Shape(r" ?[\w-]{1,20}ed\b", re.IGNORECASE)
_REST = Shape(r"\b(?:the rest|the remaining|the remainder|the others?)\b", re.IGNORECASE)
_OF_PEOPLE_OR_HOURS = Shape(
    r"\b(?:fe)?males?\b|\b(?:wo)?men\b|\b(?:girls?|boys?|white|black|asian|aged|under|over|young|adults?|children|students?"
    r"|residents?|strangers?|partners?|nights?|evenings?|days?|weekends?|weekdays?|summer|winter|dark\w*|outdoors?|outside"
    r"|indoors?|streets?|public|homes?|shops?|town cent\w*|unknown|unsolved|known|new|organised|hate|cyber|online)\b",
    re.IGNORECASE,
)
"""What one case may be beside what else is said of it: a woman, at night, in the street."""
_LEAST = 3
_LONGEST = 500
"""Characters in which a sentence tells three shares."""
_ROOM = 0.001
_LEFT_OUT = 97
"""Shares of a divided whole that add to less are a list that leaves some out."""


def wrong(text: str) -> tuple[tuple[str, float], ...]:
    """The sentences whose shares add up to more than rounding explains, or to less of what they are said to make up."""
    return tuple(_wrong(text)) if len(prose.percents(text)) >= _LEAST else ()


def _wrong(text: str) -> Iterator[tuple[str, float]]:
    for sentence, shares, whole in _told(text):
        total = sum(value for value, _ in shares)
        room = sum(0.5 * float(10) ** -places for _, places in shares) + _ROOM
        if total - 100 > room or (whole and _LEFT_OUT <= total < 100 - room):
            yield sentence, round(total, 2)


def _told(text: str) -> Iterator[Told]:
    last, said = -1, prose.percents(text)
    for each, third in zip(said, said[_LEAST - 1 :], strict=False):
        if each.start() < last or third.end() - each.start() > _LONGEST:
            continue
        start, last = prose.sentence_at(text, *each.span())
        if third.start() >= last:
            continue
        sentence = text[start:last]
        split = _SPLIT.search(sentence)
        lead = split or _OF_THESE.search(sentence)
        if lead is None or _NOT_A_WHOLE.search(f"{sentence[: lead.start()]} {sentence[lead.end() :]}"):
            continue
        inside = [each for each in said if start + lead.start() <= each.start() < last]
        if len(inside) >= _LEAST and (split or _divides(text, last, inside)):
            shares = [(prose.value(each["figure"]), prose.decimals(each["figure"])) for each in inside]
            yield sentence, shares, split is not None


def _divides(text: str, end: int, said: list[re.Match[str]]) -> bool:
    """Whether "of these" leads to parts that shut each other out: all of one form, and not one of people or hours.

    ``40% were in Castle, 35% in Mill and 45% in Wharf`` or ``40% were theft, 35% violence``; or the rest is named.
    """
    if _REST.search(text, said[0].start(), end):
        return True
    after = [found for each in said if (found := _AFTER.match(text, each.end(), end))]
    if len(after) < len(said) or any(_OF_PEOPLE_OR_HOURS.search(found["rest"]) for found in after):
        return False
    leads = {(found["word"] or "").lower() for found in after}
    if leads == {""}:  # kinds are named in a row; what was done to cases, or what they did, may be one after the other
        return not any(found["verb"] for found in after[1:]) and not any(_DONE.match(found["rest"]) for found in after)
    return len(leads) == 1

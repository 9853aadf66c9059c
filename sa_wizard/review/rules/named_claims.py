"""What prose tells of a thing by its name: ``shoplifting rose by 36%``, ``robbery (up 62%)``, ``from 48 to 75``.

Only plain claims about the whole are: what a sentence says of a place, a season or another area is left alone.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sa_wizard.expressions import Shape, Words
from sa_wizard.review.rules import prose, told

_UP = r"rose|risen|increased|grew|grown|went up|gone up|(?:is|are|was|were) up"
_DOWN = r"fell|fallen|decreased|dropped|declined|went down|gone down|(?:is|are|was|were) down"
_HEDGE = r"almost|nearly|about|around|some|roughly|over|more than|just over|just under|under"
_MOVED = Shape(rf" (?:(?:has|have|had) )?(?:(?P<up>{_UP})|(?:{_DOWN}))(?: by)?(?P<hedge>(?: (?:{_HEDGE})){{0,2}}) \Z")
"""What leads up to a per cent: ``rose by almost``."""
_IS = Shape(rf" (?:is|are|was|were)(?P<hedge>(?: (?:{_HEDGE})){{0,2}}) \Z")
_IN_BRACKETS = Shape(rf" \((?:(?P<up>up |\+)|(?:down |[-−–]))(?:by )?(?P<hedge>(?:(?:{_HEDGE}) ){{0,2}})\Z")
_HIGHER = Shape(r" (?:(?P<up>up|higher)|(?:down|lower))\b")
"""What follows one: ``is 27% down``."""
_MOVE = Shape(r" (?:(?P<up>increase|rise|growth)|fall|decrease|drop|reduction) in (?P<subject>[A-Za-z][\w ’'&-]{2,60})")
"""What follows one: ``a 7% rise in``."""
_THIS_YEAR = (
    r"(?:(?:over|in) the (?:year|period)|this year|on (?:last year|the year before)"
    r"|(?:compared with|against) (?:last year|the year before))\b"
)
_MOVE_END = Shape(rf" {_THIS_YEAR}\Z")
_PLAIN_END = Shape(rf"\s{{0,2}}(?:[.,;:]|\n|\Z|and\b(?! \d)|but\b|while\b|whereas\b|{_THIS_YEAR})")
_BRACKET_END = Shape(
    r"\)(?! (?:in|at|on|across|among|around|within|near|outside|for|between|during|since|over|per|when|where)\b)"
)
_TELLS_ON = Shape(r" (?:was|is|were|are|has|had|which|that)\b")
_LEADS = """
rose risen increased grew grown up fell fallen decreased dropped declined down by almost nearly about around some
roughly over than under is are was were
"""
_LAST_LEADS = frozenset(_LEADS.split())
"""The words that may stand just before a per cent."""
_CLAUSE = Shape(r"[.;:,(|\n]\s{0,3}|(?<=[%)]) and |(?<=cent) and |\b(?:but|while|whereas|although|though) ")
_SUBJECT_END = Shape(r" (?:was|is|were|are|has|had|since|over|during|between|which|that|at|among|from|in)\b")
_ELSEWHERE = Shape(r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Aa]round|[Ww]ithin|[Nn]ear|[Ff]or) (?:the )?[A-Z][a-z]")
"""A sentence that begins with its place: ``In Castle, robbery rose``."""
_VERB_END = Shape(
    rf" (?:(?:has|have|had) )?(?:{_UP}|{_DOWN}|went|gone|moved|changed|rising|falling)"
    r"(?: again| slightly| sharply| a little)?\Z"
)
_JOINED = Shape(r"\A(?:and|but|while|whereas|although|though) ")
_PAIR_FROM = Shape(r"\bfrom (?=\d)")
_FRAME = Shape(
    r"\A(?:[-*] |\d{1,2}\. )?(?:in (?:the|this) (?:year|period)[^,]{0,30}, )?(?:the )?(?:total )?"
    r"(?:numbers? of |recorded |reported |reports of )?|(?: offences?| incidents?| crimes?)?\s{0,2}\Z"
)
_OF_A_PART = Words(
    """
    national national* nationwide county counties force england wales region region* group average similar elsewhere
    neighbour neighbour* target targets forecast expect expect* would could should will if since between from half
    quarter quarters years month months week weeks day days night nights weekend weekends summer autumn spring winter
    among aged under share proportion rate rates not never no january february march april may june july august
    september october november december
    """
)
_YEAR = Shape(r"\b(?:19|20)\d\d\b")
_WHOLE_YEAR = Shape(
    r"\b(?:in|over|for) the (?:year|12 months|twelve months) (?:to|ending|ended) [A-Z][a-z]{2,8} \d{4}\b"
)
_REACH = 90
_LONGEST_LEAD = 60


class Named(NamedTuple):
    """A per cent told of something: of what, as names are compared, and how it is told."""

    subject: str
    percent: float
    decimals: int
    hedged: bool
    rising: bool
    words: str


def claims(text: str) -> tuple[Named, ...]:
    """The per cents a text tells of something as a whole."""
    percents = prose.percents(text)
    return tuple(each for said in percents for each in _claims(text, said)) if percents else ()


def moved(each: told.Told) -> str:
    """The name of what two counts are told of, if their clause is nothing but that."""
    return key(_VERB_END.sub("", _JOINED.sub("", each.clause.strip())))


def is_plain(text: str, each: told.Told) -> bool:
    """Whether two counts are told of the whole of what they are told of."""
    start, end = each.pair.start, each.pair.end
    plain = text.startswith(" (", end) or _PLAIN_END.match(text, end) or _BRACKET_END.match(text, end)
    return bool(plain) and _is_whole(text, (start - len(each.clause), start, end), _JOINED.sub("", each.clause.strip()))


def key(name: str) -> str:
    """A name as it is compared: ``the number of drug offences`` and ``Drug offences`` are one."""
    return _FRAME.sub("", " ".join(name.replace("*", "").lower().split()))


def _claims(text: str, said: re.Match[str]) -> Iterator[Named]:
    """The claim that a per cent is of, if any. The word before it tells at once what cannot be."""
    start, end = said.span()
    low = max(0, start - _LONGEST_LEAD)
    word = prose.word_before(text, start)
    if text.startswith(")", end):
        lead = _IN_BRACKETS.search(text, low, start)
        if lead and _BRACKET_END.match(text, end):
            yield from _of_lead(text, said, lead, end + 1, rising=bool(lead["up"]))
    elif word in ("a", "an"):
        yield from _of_noun(text, said)
    elif word in _LAST_LEADS:
        lead = _MOVED.search(text, low, start)
        if lead and _PLAIN_END.match(text, end):
            yield from _of_lead(text, said, lead, end, rising=bool(lead["up"]))
        elif higher := _HIGHER.match(text, end):
            lead = _IS.search(text, low, start)
            if lead and _PLAIN_END.match(text, higher.end()):
                yield from _of_lead(text, said, lead, higher.end(), rising=bool(higher["up"]))


def _of_lead(text: str, said: re.Match[str], lead: re.Match[str], end: int, *, rising: bool) -> Iterator[Named]:
    """A claim whose name stands before what leads up to the per cent: ``burglary is``, ``burglary (``."""
    at = lead.start()
    before = text[max(0, at - _REACH) : at]
    clause = before[max((cut.end() for cut in _CLAUSE.finditer(before)), default=0) :]
    if _is_whole(text, (at - len(clause), at, end), clause):
        words = f"{clause.strip()}{text[at:end]}"
        yield _named(clause, said["figure"], words, hedged=bool(lead["hedge"]), rising=rising)


def _of_noun(text: str, said: re.Match[str]) -> Iterator[Named]:
    """A claim whose name comes after it: ``a 7% rise in burglary``."""
    move = _MOVE.match(text, said.end())
    if not move:
        return
    subject = _SUBJECT_END.split(_MOVE_END.sub("", move["subject"]))[0]
    at, end = said.start(), move.start("subject") + len(subject)
    plain = _PLAIN_END.match(text, end) or _TELLS_ON.match(text, end)
    if plain and _is_whole(text, (at, at, move.end()), subject):
        yield _named(subject, said["figure"], f"a {text[at:end]}", hedged=False, rising=bool(move["up"]))


def _named(subject: str, figure: str, words: str, *, hedged: bool, rising: bool) -> Named:
    return Named(key(subject), prose.value(figure), prose.decimals(figure), hedged, rising, words)


def _is_whole(text: str, span: tuple[int, int, int], subject: str) -> bool:
    """Whether the sentence says it of the whole, and not of some part, time or other place.

    The span is where the clause begins, where what is told of it begins, and where that ends.
    """
    clause, start, end = span
    first, last = prose.sentence_at(text, start, end)
    if _ELSEWHERE.search(text, first, max(first, clause)):
        return False
    words = _PAIR_FROM.sub("", f"{text[first:start]} {text[end:last]}").replace(subject.strip(), "")
    rest = _WHOLE_YEAR.sub("", words)
    return not (_OF_A_PART.within(rest) or _YEAR.search(rest))

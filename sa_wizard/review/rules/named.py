"""Per cents told of something by its name, with the counts that a table or a problem gives under that name.

``Shoplifting rose by 36%`` beside a table whose row Shoplifting goes from 802 to 1,012: both are read, and compared.
Only plain claims about the whole are: what a sentence says of a place, a season or another area is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sa_wizard.figures.change import Change, change
from sa_wizard.outline.records import Topic
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.rules import kept, prose, typed
from sa_wizard.review.rules.texts import Written

_UP = r"rose|risen|increased|grew|grown|went up|gone up|(?:is|are|was|were) up"
_DOWN = r"fell|fallen|decreased|dropped|declined|went down|gone down|(?:is|are|was|were) down"
_HEDGE = r"almost|nearly|about|around|some|roughly|over|more than|just over|just under|under"
_MOVED = re.compile(
    rf" (?:(?:has|have|had) )?(?:(?P<up>{_UP})|(?:{_DOWN}))(?: by)?(?P<hedge>(?: (?:{_HEDGE})){{0,2}}) \Z"
)
"""What leads up to a per cent: ``rose by almost``."""
_ARTICLE = re.compile(r"\b[Aa]n? \Z")
_MOVE = re.compile(
    r" (?:(?P<up>increase|rise|growth)|fall|decrease|drop|reduction) in (?P<subject>[A-Za-z][\w ’'&-]{2,60})"
)
"""What follows one: ``a 7% rise in``."""
_PLAIN_END = re.compile(
    r"\s{0,2}(?:[.,;:]|\n|\Z|and\b(?! \d)|but\b|while\b|whereas\b|(?:over|in) the (?:year|period)\b|this year\b"
    r"|on (?:last year|the year before)\b|(?:compared with|against) (?:last year|the year before)\b)"
)
_CLAUSE = re.compile(r"[.;:,(|\n]\s{0,3}|(?<=%) and |(?<=cent) and |\b(?:but|while|whereas|although|though) ")
_SUBJECT_END = re.compile(r" (?:was|is|were|are|has|had|since|over|during|between|which|that|at|among|from|in)\b")
_FRAME = re.compile(
    r"\A(?:[-*] |\d{1,2}\. )?(?:in (?:the|this) (?:year|period)[^,]{0,30}, )?(?:the )?(?:total )?"
    r"(?:numbers? of |recorded |reported |reports of )?|(?: offences?| incidents?| crimes?)?\s{0,2}\Z"
)
_OF_A_PART = re.compile(
    r"\b(?:national\w*|nationwide|county|counties|force|England|Wales|region\w*|group|average|similar|elsewhere"
    r"|neighbour\w*|targets?|forecast|expect\w*|would|could|should|will|if|since|between|from|half|quarters?|months?"
    r"|weeks?|days?|nights?|weekends?|summer|autumn|spring|winter|among|aged|under|share|proportion|rates?|not|never|no"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(
    r"\b(?:in|over|for) the (?:year|12 months|twelve months) (?:to|ending|ended) [A-Z][a-z]{2,8} \d{4}\b"
)
_REACH = 90
_LONGEST_LEAD = 60


@dataclass(frozen=True)
class Named:
    """A per cent told of something: of what, as names are compared, and how it is told."""

    subject: str
    percent: float
    decimals: int
    hedged: bool
    rising: bool
    words: str


def told(seen: Evidence, answers: Sequence[Written]) -> Iterator[tuple[str, Named, Change]]:
    """Every claim about a name that has counts, with its path. What two tables count differently is left alone."""
    everywhere: dict[str, set[tuple[float, float]]] = {}
    for answer in answers:
        for name, counts in answer.once(_rows).items():
            everywhere.setdefault(name, set()).add(counts)
    for _, topic in kept.rows(seen, Topic):
        changed = change(topic.previous_count, topic.count)
        if changed:
            everywhere.setdefault(_key(topic.name), set()).add((changed.old, changed.new))
    for answer in answers:
        for claim in answer.once(claims):
            here = answer.once(_rows).get(claim.subject)
            known = {here} if here else everywhere.get(claim.subject, set())
            if len(known) == 1:
                yield answer.path, claim, Change(*next(iter(known)))


def claims(text: str) -> tuple[Named, ...]:
    """The per cents a text tells of something as a whole."""
    return tuple(_claims(text))


def _claims(text: str) -> Iterator[Named]:
    for said in prose.percents(text, 600):
        start, end = said.span()
        moved = _MOVED.search(text, max(0, start - _LONGEST_LEAD), start)
        if moved and _PLAIN_END.match(text, end):
            before = text[max(0, moved.start() - _REACH) : moved.start()]
            clause = before[max((cut.end() for cut in _CLAUSE.finditer(before)), default=0) :]
            if _is_whole(text, (moved.start(), end), clause):
                words = f"{clause.strip()}{text[moved.start() : end]}"
                yield _named(clause, said["figure"], words, hedged=bool(moved["hedge"]), rising=bool(moved["up"]))
        article = _ARTICLE.search(text, max(0, start - 4), start)
        move = _MOVE.match(text, end) if article else None
        if article and move:
            subject = _SUBJECT_END.split(move["subject"])[0]
            if _is_whole(text, (article.start(), move.end()), subject):
                words = text[article.start() : move.start("subject")] + subject
                yield _named(subject, said["figure"], words, hedged=False, rising=bool(move["up"]))


def _named(subject: str, figure: str, words: str, *, hedged: bool, rising: bool) -> Named:
    return Named(_key(subject), prose.value(figure), prose.decimals(figure), hedged, rising, words)


def _is_whole(text: str, span: tuple[int, int], subject: str) -> bool:
    """Whether the sentence says it of the whole, and not of some part, time or other place."""
    words = _WHOLE_YEAR.sub("", prose.sentence(text, *span)).replace(subject.strip(), "")
    return _OF_A_PART.search(words) is None


def _rows(text: str) -> dict[str, tuple[float, float]]:
    """The older and the newer count of each named row, in tables with one column for each of two periods."""
    rows: dict[str, tuple[float, float]] = {}
    for table in typed.tables(text):
        dated = [index for index, heading in enumerate(table.headings) if index and prose.dated(heading)]
        if len(dated) != 2 or typed.backwards(table):
            continue
        for row in table.rows:
            old, new, name = typed.count(row[dated[0]]), typed.count(row[dated[1]]), _key(row[0])
            if old is not None and new is not None and name and not typed.is_total(row):
                rows[name] = (old, new)
    return rows


def _key(name: str) -> str:
    """A name as it is compared: ``the number of drug offences`` and ``Drug offences`` are one."""
    return _FRAME.sub("", " ".join(name.replace("*", "").lower().split()))

"""Bodies of the wrong era or nation, read from the dated bodies of the requirement files."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from sa_wizard.expressions import Shape, goes_on
from sa_wizard.outline.requirements import NATIONS, nation_law
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import excuses, kept, prose
from sa_wizard.review.rules.excuses import Around
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written

ERA = Rule(
    "body-era",
    "warning",
    "A body that did not exist at the time",
    "It shows that text was kept from an old assessment, or that guidance of another time was followed.",
    "Name the body of the period; if the old one is meant, say so: “the former …”, “until 2013”.",
    "Crime and Disorder Act 1998, section 5, as it stood at each date",
)
NATION = Rule(
    "body-nation",
    "warning",
    "A body of the other nation",
    "The responsible authorities of England and of Wales are not the same.",
    "Name the body of this nation; if the other is meant, say “in England” or “in Wales”.",
    "Crime and Disorder Act 1998, section 5",
)
COUNTY = Rule(
    "county-none",
    "warning",
    "A county strategy group where there is none",
    "Item (g) exists only where a county strategy group does: in the two-tier counties of England.",
    "Take it out, or say that there is none.",
    "SI 2007/1830, reg 8",
    "g",
)
RULES: tuple[Rule, ...] = (ERA, NATION, COUNTY)

_SHORT = {
    "primary care trust": "PCT",
    "clinical commissioning group": "CCG",
    "integrated care board": "ICB",
    "local health board": "LHB",
    "police and crime commissioner": "PCC",
}
_NEVER_BEFORE = ("community safety partnership",)
"""Names that were in use in places before the law's own date for them."""
_OTHERS = Shape(r"(?:Transport|Nuclear|City of London|Scottish|Northern Ireland)\s\Z")
_COUNTY = Shape(
    r"county (?:(?:community safety )?(?:strategy group|agreement)|community safety board|matters?)\b", re.IGNORECASE
)
_FOR_COUNTY = Shape(r"\bmatters? (?:for|to) the \Z", re.IGNORECASE)
_NOT_COUNTY = Shape(r"county(?: court|\w)", re.IGNORECASE)
_MOST = 1000
"""Places looked at in one answer."""
_SENTENCES = 20
"""Sentences of an answer in which one body is judged."""
_WAS = Shape(r"\b(?:was|were|had|did|would|will|gave|paid|led|held|ran|took|made|kept|[a-z]{2,12}ed)\b")
_TODAY = Shape(r"\b(?:now|today|currently|this year|at present|still|is|are|has|have|leads?|does|do)\b")
_SLACK = timedelta(days=730)
"""A body may be named this long before it begins: assessments are written late, and look ahead."""


class Known(NamedTuple):
    """A body or a name of partnerships: in which nations, and there between which dates."""

    name: str
    lives: tuple[tuple[str, date | None, date | None], ...]

    def during(self, nation: str) -> tuple[date | None, date | None] | None:
        """From when until when a nation has it; None when it never has."""
        return next(((since, until) for place, since, until in self.lives if place == nation), None)


class Mention(NamedTuple):
    """One naming of a body: how it is written, what stands around it, and whether it goes on in the same paragraph."""

    said: str
    around: Around
    follows: bool


Named = tuple[Known, tuple[Mention, ...]]
"""A body and the sentences that name it."""


def in_answer(seen: Evidence, answer: Written) -> Iterator[Finding]:
    """Each body once an answer: the first sentence that does not say that it speaks of another time or place."""
    nation = seen.asked.draft.text("about.nation")
    if nation in NATIONS:
        for named in answer.once(dated_bodies):
            yield from _judged(seen, nation, answer.path, named)
    matter = answer.once(county_matter)
    if matter and _without_county(seen, nation):
        yield COUNTY.found(answer.path, f"{prose.quoted(matter)}: this area has no county strategy group.")


def _without_county(seen: Evidence, nation: str) -> bool:
    """Whether it is known that no county strategy group exists here; an area whose type is not said may have one."""
    area = seen.asked.draft.text("about.area_type") if kept.asked_for(seen, "about.area_type") else ""
    return nation == "wales" or (nation == "england" and area in ("unitary", "london"))


def dated_bodies(text: str) -> tuple[Named, ...]:
    """The dated bodies a text names, with the sentences that do."""
    short, long = _ways()
    at = [place for way in short if way in text for place in prose.places(text, way)]
    lower = prose.small(text)
    for last, ways in long:
        if last in lower:
            at += [place for way in ways for place in prose.places(lower, way)]
    return _named(text, sorted(at)[:_MOST]) if at else ()


def _named(text: str, at: list[int]) -> tuple[Named, ...]:
    """The dated bodies that stand at some places of a text."""
    named: dict[str, tuple[Known, list[Mention]]] = {}
    ended: dict[str, int] = {}
    for start, said in filter(itemgetter(1), ((place, _written_at(text, place)) for place in at)):
        body, end = _known()[_plain(said)], start + len(said)
        mentions = named.setdefault(body.name, (body, []))[1]
        if len(mentions) < _SENTENCES and not _OTHERS.search(text[max(0, start - 20) : start]):
            around = Around.of(text, start, end)
            if not mentions or mentions[-1].around.sentence != around.sentence:
                follows = bool(mentions) and text.find("\n", ended[body.name], start) < 0
                mentions.append(Mention(said, around, follows))
            ended[body.name] = end
    return tuple((body, tuple(mentions)) for body, mentions in named.values() if mentions)


def _judged(seen: Evidence, nation: str, path: str, named: Named) -> Iterator[Finding]:
    """What is wrong with the first mention that nothing excuses.

    An excuse holds on through its paragraph for as long as the sentences tell of what was: "The former trust paid for
    it. The trust closed two wards."
    """
    body, mentions = named
    why, excused = _wrong(seen, nation, body)
    if not why:
        return
    held = False
    for each in mentions:
        if excused(each.around) or (held and each.follows and _tells_on(each.around.sentence)):
            held = True
            continue
        yield why[0].found(path, why[1].format(words=prose.quoted(each.around.sentence), said=each.said))
        return


def _wrong(seen: Evidence, nation: str, body: Known) -> tuple[tuple[Rule, str] | None, Callable[[Around], bool]]:
    """What is wrong with a body at the time and place of a draft, and what would excuse its name; None when nothing."""
    during = body.during(nation)
    if during is None:
        other = "Wales" if nation == "england" else "England"
        told = (NATION, f"{{words}} names a body of {other}: {{said}}.")
        return told, lambda around: excuses.told_as_elsewhere(around, nation)
    since, until = during
    start, end = _time(seen)
    if until and until < start:
        told = (ERA, f"{{words}}: {{said}} ended by {_month(until)}.")
        return told, lambda around: excuses.told_as_past(around, until, start)
    if since and body.name not in _NEVER_BEFORE and end + _SLACK < since:
        told = (ERA, f"{{words}}: {{said}} began in {_month(since)}.")
        return told, lambda around: excuses.told_as_to_come(around, since)
    return None, lambda _: True


def _tells_on(sentence: str) -> bool:
    """Whether a sentence goes on about what was, or will be, and says nothing of today."""
    return _WAS.search(sentence) is not None and _TODAY.search(sentence) is None


def _time(seen: Evidence) -> tuple[date, date]:
    """From when until when a draft speaks of its own time. Until its period is known, that is the day of its law."""
    now, before = seen.asked.period, seen.asked.previous_period
    start, end = (now.start, now.end) if now else (seen.asked.law.on, seen.asked.law.on)
    return (min(start, before.start) if before else start), end


def county_matter(text: str) -> str:
    """The first sentence that speaks of matters for the county as if there were a county group; empty for none."""
    lower = prose.small(text) if "ounty" in text or "OUNTY" in text else ""
    for at in islice(prose.places(lower, "county"), _MOST):
        named = _COUNTY.match(text, at)
        meant = _FOR_COUNTY.search(text[max(0, at - 20) : at]) if not _NOT_COUNTY.match(text, at) else None
        if named or meant:
            start = at - len(meant[0]) if meant else at
            around = Around.of(text, start, named.end() if named else at + len("county"))
            if not excuses.told_as_none(around):
                return around.sentence
    return ""


@cache
def _ways() -> tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """What every way of writing a dated body begins with: ``PCT`` of ``PCTs``, and long ones in lower case.

    The long ones stand under their last words: most texts lack these, and need not be looked through for each.
    """
    short = {way for way in _known() if _is_short(way)}
    long = {way.lower() for way in _known()} - {way.lower() for way in short}
    under: dict[str, list[str]] = {}
    for way in sorted(_first(long)):
        under.setdefault(way.rpartition(" ")[2], []).append(way)
    return _first(short), tuple((last, tuple(ways)) for last, ways in under.items())


def _first(ways: set[str]) -> tuple[str, ...]:
    return tuple(way for way in ways if not any(way.startswith(other) for other in ways - {way}))


def _written_at(text: str, at: int) -> str:
    """The dated body that stands at a place, as it is written there; empty when none does."""
    if goes_on(text[at - 1 : at]):
        return ""
    for way in _longest_first():
        end = at + len(way)
        said = text[at:end]
        if (said if _is_short(way) else said.lower()) == way and not goes_on(text[end : end + 1]):
            return said
    return ""


@cache
def _longest_first() -> tuple[str, ...]:
    """Every way of writing a dated body; capitals count in the short ones only."""
    return tuple(sorted((way if _is_short(way) else way.lower() for way in _known()), key=len, reverse=True))


@cache
def _known() -> dict[str, Known]:
    """The bodies by every way of writing them."""
    lives: dict[str, list[tuple[str, date | None, date | None]]] = {}
    ways: dict[str, set[str]] = {}
    for nation in NATIONS:
        law = nation_law(nation)
        for body in law.bodies:
            name = body.name.lower()
            lives.setdefault(name, []).append((nation, body.since, body.until))
            ways.setdefault(name, {name, _SHORT.get(name, ""), f"{_SHORT[name]}s" if name in _SHORT else ""}).add(
                body.plural.lower()
            )
        for each in law.names:
            name = each.long.lower()
            lives.setdefault(name, []).append((nation, each.since, each.until))
            ways.setdefault(name, {name, each.short, f"{each.short}s", f"{name}s"})
    dated = {name for name, spans in lives.items() if len(spans) < len(NATIONS) or any(any(span[1:]) for span in spans)}
    dated -= {name for name in dated if name.startswith(("council", "county and", "county or"))}
    return {way: Known(name, tuple(lives[name])) for name in dated for way in ways[name] if way}


def _is_short(way: str) -> bool:
    return way[:2].isupper()


def _plain(found: str) -> str:
    return found if found in _known() else found.lower()


def _month(day: date) -> str:
    return f"{prose.MONTHS[day.month - 1].capitalize()} {day.year}"

"""What is counted: outcomes are not offences, and a rate is so many per something."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from sa_wizard.expressions import Rare, Shape, Words
from sa_wizard.outline.records import Place, Topic
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import kept, prose, typed
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written

OUTCOMES = Rule(
    "outcomes-counted",
    "warning",
    "Outcomes counted as offences",
    "Positive outcomes and detections measure what the police did about offences, not how many there were.",
    "Filter the outcome rows out, and count the offences.",
    "Metropolitan Police recorded crime file: column Measure holds Offences and Positive Outcomes rows",
    "a",
)
RATE = Rule(
    "rate-denominator",
    "warning",
    "A rate without what it is per",
    "Residential burglary per 1,000 households and per 1,000 residents differ by more than a factor of two.",
    "Say per how many of what, and from which estimate: per 1,000 residents (mid-2024 estimate).",
    "ONS tables of crime by partnership: burglary is given per 1,000 population and per 1,000 households",
    "a",
)
RULES: tuple[Rule, ...] = (OUTCOMES, RATE)

_OUTCOME = Rare(
    r"\b(?:positive outcomes?|outcomes?|(?:sanction )?detections?|detected (?:crimes?|offences?)|clear-?ups?"
    r"|crimes? solved|charges)\b",
    *("outcome", "detect", "clear", "solved", "charges"),
    flags=re.IGNORECASE,
)
_ENDED = Rare(
    r"\b(?:charged|summonsed|cautioned|arrests?(?<!cardiac arrest)(?<!cardiac arrests)|convictions?|prosecutions?"
    r"|cautions)\b",
    *("charged", "summonsed", "caution", "arrest", "conviction", "prosecution"),
    flags=re.IGNORECASE,
)
"""How a case went on. Said after the offences it only tells of them, as in ``drug offences, which follow arrests``."""
_NOT_THEM = Shape(r"\b(?:excluding|without|not|less|except|no|whatever (?:the|their))\b", re.IGNORECASE)
_OFFENCES = Shape(r"\b(?:offences?|crimes?|incidents?)\b", re.IGNORECASE)
_FIGURE = Shape(prose.FIGURE)
_NOT_A_RATE = Shape(r"%|per ?cent|\bof (?:all|the|an?|every|\d)|\bno rate\b|\brank", re.IGNORECASE)
_PER = Shape(r"\bper\b|/|\b(?:for each|for every|in every|to every)\b|\b(?:in|to) (?!(?:19|20)\d\d)\d", re.IGNORECASE)
_BARE_PER = Rare(
    r"(?:\bper|/) ?(?:1,?000|10,?000|100,?000|thousand|hundred)\b(?!\s{1,2}[a-zA-Z])",
    *("000", "thousand", "hundred"),
    flags=re.IGNORECASE,
)
_CRIMES = """
crime crimes offence offences offense offenses incident incidents burglary burglaries robbery robberies violence violent
theft thefts shoplifting assault assaults arson fraud damage disorder drug drugs abuse harassment stalking behaviour
knife weapon weapons homicide homicides fire fires
"""
_A_CRIME = frozenset(_CRIMES.split())
_ANY_CRIME = Words(_CRIMES)
_WHOSE = Shape(r"\b(?P<word>\w{1,15}) \Z")
_ANYTHINGS = frozenset(("the", "a", "our", "its", "overall", "total"))
"""What may stand before a rate of crime whose kind is told before it or after it; or a word for its victims."""
_TOLD = Shape(
    r"rates?(?: of(?P<of>(?: [A-Za-z][a-z-]{1,20}){1,4}))?"
    r" (?:of|was|is|were|are|stood at|stands at|fell to|dropped to|rose to|increased to)"
    r"(?: (?:about|around|some|now)){0,2}"
    rf" (?P<rate>(?>{prose.FIGURE}))(?!{prose.PERCENT})(?! of | in (?:ten|each|every|a hundred)\b)"
)
_A_TIME = Shape(
    r"\b(?:per|an?|each|every) (?:year|annum|quarter|month|week|day|night)\b|/ ?(?:year|month|week|day)\b",
    re.IGNORECASE,
)
"""What a rate may be per besides, and says nothing of how many of what."""

_NO_CRIME = Words(
    """
    detection detections find charge charges conviction convictions outcome outcomes reoffending success completion
    completions response occupancy interest pay exchange
    """
)
_RATES = Words("rate rates")
_RATE_CELL = Shape(r"\d{1,6}(?:\.\d{1,4})?")
_TABLE_PER = Words("per", "for each", "for every", "in every")
_LEAST = 2


def in_answer(seen: Evidence, answer: Written) -> Iterator[Finding]:  # noqa: ARG001 - families share one shape
    """Tables that add outcomes to offences, and rates told without their denominator."""
    for table in answer.once(typed.tables):
        yield from _table(answer.path, table)
        yield from _rates_in(answer.path, table)
    for shown in answer.once(told_rates):
        yield RATE.found(answer.path, f"{shown} does not say per how many of what.")


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:  # noqa: ARG001
    """Measures of problems and places that count outcomes, and their rates without a denominator."""
    for row, topic in kept.rows(seen, Topic):
        yield from _measure(seen.at(Topic, row, "measure"), kept.called(topic, row), topic.measure)
        yield from _rate(seen.at(Topic, row, "rate"), kept.called(topic, row), topic.rate)
    for row, place in kept.rows(seen, Place):
        yield from _measure(seen.at(Place, row, "measure"), kept.called(place, row), place.measure)
        yield from _rate(seen.at(Place, row, "rate"), kept.called(place, row), place.rate)


def _measure(path: str, name: str, measure: str) -> Iterator[Finding]:
    text = measure[:400]
    found = _OUTCOME.search(text) or _ended(text)
    if found and not _NOT_THEM.search(text):
        yield OUTCOMES.found(path, f"{name} is measured by “{found[0]}”, which counts outcomes and not offences.")


def _ended(text: str) -> re.Match[str] | None:
    ended = _ENDED.search(text)
    return ended if ended and not _OFFENCES.search(text, 0, ended.start()) else None


def _table(path: str, table: typed.Table) -> Iterator[Finding]:
    """A table that lists outcomes among offences and adds them into its total.

    Where no row is of a crime, the table is one of outcomes, or of what the police did, and may well have a total.
    """
    named = [row for row in table.rows if not typed.is_total(row)]
    outcomes = [row for row in named if _is_outcome(row[0][:200])]
    totals = [row for row in table.rows if typed.is_total(row)]
    if not outcomes or not totals or not any(_ANY_CRIME.within(row[0][:200]) for row in named if row not in outcomes):
        return
    for index in range(1, len(table.headings)):
        total = typed.count(totals[-1][index])
        if total and total == sum(typed.count(row[index]) or 0 for row in named):
            yield OUTCOMES.found(path, f"The total of {table.title} adds “{outcomes[0][0][:60]}” to the offences.")
            return


def _is_outcome(name: str) -> bool:
    return bool(_OUTCOME.search(name) or _ENDED.search(name)) and not _OFFENCES.search(name)


def _rates_in(path: str, table: typed.Table) -> Iterator[Finding]:
    """A column or a row of rates in a table that nowhere says per how many of what."""
    if _TABLE_PER.within("\n".join((*table.headings, *(row[0] for row in table.rows), table.around))):
        return
    columns = [(heading, table.column(index)) for index, heading in enumerate(table.headings) if index]
    for name, cells in (*columns, *((row[0], row[1:]) for row in table.rows)):
        if _is_a_rate(name[:200]) and sum(_RATE_CELL.fullmatch(cell) is not None for cell in cells) >= _LEAST:
            yield RATE.found(path, f"“{name[:60]}” in the table {table.title} does not say per how many of what.")
            return


def _rate(path: str, name: str, rate: str) -> Iterator[Finding]:
    text = _A_TIME.sub("", rate[:400])
    if not _FIGURE.search(text) or _NOT_A_RATE.search(text):
        return
    if not _PER.search(text):
        yield RATE.found(path, f"The rate of {name}, {prose.quoted(rate)}, does not say per how many of what.")
    elif _BARE_PER.search(text):
        yield RATE.found(path, f"The rate of {name}, {prose.quoted(rate)}, does not say per how many of whom.")


def told_rates(text: str) -> tuple[str, ...]:
    """Rates told in prose without what they are per, quoted."""
    return tuple(_rates(text)) if "rate" in text else ()


def _rates(text: str) -> Iterator[str]:
    for at in islice(prose.places(text, "rate"), 1000):
        rate = _TOLD.match(text, at)
        whose = _WHOSE.search(text, max(0, at - 20), at) if rate else None
        if not rate or not whose or not _may_be_of_crime(whose["word"].lower(), rate["of"] or ""):
            continue
        words = _A_TIME.sub("", prose.sentence(text, *rate.span()).replace(rate[0], " "))
        if not _PER.search(words) and not _NOT_A_RATE.search(words):
            yield prose.quoted(text[whose.start() : rate.end()])


def _may_be_of_crime(whose: str, of: str) -> bool:
    """Whether a rate is one of crime, by the word before it and what it is said to be of, if anything is."""
    if whose in _A_CRIME:
        return True
    anything = whose in _ANYTHINGS or whose.startswith("victim")
    return anything and (not of or (_ANY_CRIME.within(of) and not _NO_CRIME.within(of)))


def _is_a_rate(name: str) -> bool:
    """Whether a heading, or the name of a row, is that of rates of crime."""
    return "%" not in name and _RATES.within(name) and not _NO_CRIME.within(name)

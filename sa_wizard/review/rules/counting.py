"""What is counted: outcomes are not offences, and a rate is so many per something."""

import re
from collections.abc import Iterator, Sequence

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
    "Residential burglary per 1,000 households and per 1,000 residents differ by more than two.",
    "Say per how many of what, and from which estimate: per 1,000 residents (mid-2024 estimate).",
    "ONS tables of crime by partnership: burglary is given per 1,000 population and per 1,000 households",
    "a",
)
RULES: tuple[Rule, ...] = (OUTCOMES, RATE)

_OUTCOME = re.compile(
    r"\b(?:positive outcomes?|outcomes?|(?:sanction )?detections?|detected (?:crimes?|offences?)|clear-?ups?"
    r"|crimes? solved|charges)\b",
    re.IGNORECASE,
)
_NOT_THEM = re.compile(r"\b(?:excluding|without|not|less|except|no|whatever (?:the|their))\b", re.IGNORECASE)
_OFFENCES = re.compile(r"\b(?:offences?|crimes?|incidents?)\b", re.IGNORECASE)
_FIGURE = re.compile(prose.FIGURE)
_NOT_A_RATE = re.compile(r"%|per ?cent|\bof (?:all|the|an?|every|\d)|\bno rate\b|\brank", re.IGNORECASE)
_PER = re.compile(
    r"\bper\b|/|\b(?:for each|for every|in every|to every)\b|\b(?:in|to) (?!(?:19|20)\d\d)\d", re.IGNORECASE
)
_BARE_PER = re.compile(r"(?:\bper|/) ?(?:1,?000|10,?000|100,?000|thousand|hundred)\b(?!\s{1,2}[a-zA-Z])", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:crime|offence|incident|the|a|our|its|victim\w{0,9}|overall|total) rates?\Z", re.IGNORECASE)
_TOLD = re.compile(
    r"(?<=rate)s? (?:of|was|is|were|are|stood at|fell to|rose to)(?: (?:about|around|some|now)){0,2} "
    rf"(?P<rate>{prose.FIGURE})(?!{prose.PERCENT})(?! (?:in|of) )"
)

_RATES = re.compile(
    r"^(?!.*%)(?!.*\b(?:detection|find|charge|conviction|outcome|reoffending|success|completion|response|occupancy"
    r"|interest|pay|exchange)\b).*\brates?\b",
    re.IGNORECASE,
)
_RATE_CELL = re.compile(r"\d{1,6}(?:\.\d{1,4})?")
_TABLE_PER = re.compile(r"\bper\b|\bfor (?:each|every)\b|\bin every\b", re.IGNORECASE)
_LEAST = 2


def in_answer(seen: Evidence, answer: Written) -> Iterator[Finding]:  # noqa: ARG001 - families share one shape
    """Tables that add outcomes to offences, and rates told without their denominator."""
    for table in answer.once(typed.tables):
        yield from _table(answer.path, table)
        yield from _rates_in(answer.path, table)
    for shown in answer.once(_told):
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
    found = _OUTCOME.search(measure[:400])
    if found and not _NOT_THEM.search(measure[:400]):
        yield OUTCOMES.found(path, f"{name} is measured by “{found[0]}”, which counts outcomes and not offences.")


def _table(path: str, table: typed.Table) -> Iterator[Finding]:
    """A table that lists outcomes among offences and adds them into its total."""
    named = [row for row in table.rows if not typed.is_total(row)]
    outcomes = [row for row in named if _OUTCOME.search(row[0][:200]) and not _OFFENCES.search(row[0][:200])]
    totals = [row for row in table.rows if typed.is_total(row)]
    if not outcomes or len(outcomes) == len(named) or not totals:
        return
    for index in range(1, len(table.headings)):
        total = typed.count(totals[-1][index])
        if total and total == sum(typed.count(row[index]) or 0 for row in named):
            yield OUTCOMES.found(path, f"The total of {table.title} adds “{outcomes[0][0][:60]}” to the offences.")
            return


def _rates_in(path: str, table: typed.Table) -> Iterator[Finding]:
    """A column or a row of rates in a table that nowhere says per how many of what."""
    if _TABLE_PER.search("\n".join((*table.headings, *(row[0] for row in table.rows), table.around))):
        return
    columns = [(heading, table.column(index)) for index, heading in enumerate(table.headings) if index]
    for name, cells in (*columns, *((row[0], row[1:]) for row in table.rows)):
        if _RATES.search(name[:200]) and sum(_RATE_CELL.fullmatch(cell) is not None for cell in cells) >= _LEAST:
            yield RATE.found(path, f"“{name[:60]}” in the table {table.title} does not say per how many of what.")
            return


def _rate(path: str, name: str, rate: str) -> Iterator[Finding]:
    text = rate[:400]
    if not _FIGURE.search(text) or _NOT_A_RATE.search(text):
        return
    if not _PER.search(text):
        yield RATE.found(path, f"The rate of {name}, {prose.quoted(rate)}, does not say per how many of what.")
    elif _BARE_PER.search(text):
        yield RATE.found(path, f"The rate of {name}, {prose.quoted(rate)}, does not say per how many of whom.")


def _told(text: str) -> tuple[str, ...]:
    """Rates told in prose without what they are per, quoted."""
    return tuple(_rates(text)) if "rate" in text else ()


def _rates(text: str) -> Iterator[str]:
    for rate in prose.matches(_TOLD, text, 200):
        whose = _WHOSE.search(text, max(0, rate.start() - 20), rate.start())
        words = prose.sentence(text, *rate.span()).replace(rate[0], " ")
        if whose and not _PER.search(words) and not _NOT_A_RATE.search(words):
            yield prose.quoted(text[whose.start() : rate.end()])

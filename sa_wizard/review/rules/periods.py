"""Periods that are not alike, not finished, or not said."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from sa_wizard.draft.links import by_link
from sa_wizard.draft.months import Months
from sa_wizard.expressions import Rare, Shape, Words
from sa_wizard.figures.change import SMALL, change, plain
from sa_wizard.outline.records import Consultation, DataSource, Place, Topic
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import kept, prose, spans, typed
from sa_wizard.review.rules.periods_compared import compared
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written

UNEQUAL = Rule(
    "period-unequal",
    "warning",
    "Two periods of different length compared",
    "Nine months against twelve look like a fall of a quarter.",
    "Compare periods of the same length, or say both lengths beside every change.",
    "Home Office open data guide: the last year of a table may hold fewer than four quarters",
    "b",
)
PARTIAL = Rule(
    "period-partial",
    "warning",
    "Figures for only part of the period",
    "Months that are missing, or not over yet, read as a fall.",
    "Wait for the whole period, take the figures again, or say which months are missing.",
    "Home Office open data guide: no rows are not a zero (Greater Manchester; forces that missed months)",
    "b",
)
ORDER = Rule(
    "period-order",
    "warning",
    "A previous period that does not end before this one begins",
    "What lies in both is compared with itself, and a period copied to both shows no change at all.",
    "Enter the months before this period, of the same length.",
    "SI 2007/1830, regs 5 to 7: changes since the previous report",
    "b",
)
UNLABELLED = Rule(
    "period-unlabelled",
    "warning",
    "A table of counts that does not say which period",
    "A table is copied into board papers without the text around it.",
    "Put the months or the year in the headings or in the line above the table.",
    "Practice of the assessments read: both periods printed on every table",
    "a",
)
RULES: tuple[Rule, ...] = (UNEQUAL, PARTIAL, ORDER, UNLABELLED)

_DAY = Shape(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)? (?:of )?([A-Z][a-z]{2,8}) (\d{4})(?!\d)")
_NUMERIC_DAY = Shape(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_NO_PERIOD = Words(
    """
    scor scor* rank rank* likelihood harm risk band weight weight* priority impact respon respon* replies answers action
    owner deadline due milestone lead email tele tele* phone ext extension contact page postcode cost budget question
    questions agree disagree satisfied dissatisfied safe unsafe mention mention* votes said asked base
    """,
    *("e-mail", "don’t know", "don't know"),
)
_NO_PERIOD_ALONE = frozenset(("yes", "no", "no.", "ref", "ref.", "reference", "#", "item", "code"))
"""Headings of tables that count nothing over time: scores, plans, contacts, and answers to a survey."""
_TIMED = Shape(
    r"\b(?:the|each|a|per|in|over|these) (?:[a-z-]{1,12} )?(?:years?|quarters?|months?|weeks?|period)\b"
    r"|\b12 months\b|\btwelve months\b|\bQ[1-4]\b|\b\d{2}[/-]\d{2}\b",
    re.IGNORECASE,
)
_RELATIVE = Rare(
    r"\b(?:the )?(?:(?:this|last|previous|prior|current|latest|past|new|old|same) (?:[a-z-]{1,12} )?(?:years?|period)"
    r"|(?:years?|period) (?:before|ago|earlier))\b"
    r"|\A(?:previous(?:ly)?|prior|current|before|after|then|now|last|this|latest|old|new)\Z",
    *("year", "period", "previous", "prior", "current", "before", "after", "then", "now", "last", "this", "latest"),
    *("old", "new"),
    flags=re.IGNORECASE,
)
"""A period told only by what it is to the reader of today: copied, the table no longer says which it was."""
_ISO_DAY = Shape(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_IN_MONTH = Shape(r"\b([A-Z][a-z]{2,8})\.? (\d{4})(?!\d)")
_SHORT = {name[:3]: number for number, name in enumerate(prose.MONTHS, start=1)}
_LEAST_COUNTS = 2


def in_answer(seen: Evidence, answer: Written) -> Iterator[Finding]:
    """Unlike periods set side by side in a typed table or in a sentence, and tables that name none."""
    for table in answer.once(typed.tables):
        yield from _of_table(seen, answer.path, table)
    for words, lengths in answer.once(compared):
        yield UNEQUAL.found(answer.path, f"{prose.quoted(words)} compares {lengths}.", words=words)


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:  # noqa: ARG001
    """The assessment's own periods, those of its problems, its sources, and counts of none where there were many."""
    yield from _of_assessment(seen)
    sources = by_link(source for _, source in kept.rows(seen, DataSource))
    for row, topic in kept.rows(seen, Topic):
        yield from _of_topic(seen, row, topic, sources)
    yield from _of_nought(seen, Topic)
    yield from _of_nought(seen, Place)
    yield from _of_extracts(seen)


def today() -> date:
    """The day on which a period may not be over yet."""
    return datetime.now(tz=UTC).date()


def _of_assessment(seen: Evidence) -> Iterator[Finding]:
    now, before = seen.asked.period, _previous(seen)
    if now is None:
        return
    unequal = before is not None and before.length != now.length
    if before and before.end >= now.start:
        yield ORDER.found("about.previous_period", _out_of_order(now, before))
    elif before and unequal:
        told = f"{now.label} is {_months(now)}, and {before.label} is {_months(before)}."
        yield UNEQUAL.found("about.previous_period", told)
    if now.end > today() and kept.asked_for(seen, "about.period"):
        yield PARTIAL.found("about.period", f"The period is not over: it ends on {_day(now.end)}.")
    elif seen.asked.draft.text("about.cycle") == "annual" and now.length < 12 and not unequal:
        yield PARTIAL.found("about.period", f"An annual assessment covers {_months(now)} only: {now.label}.")


def _of_topic(seen: Evidence, row: int, topic: Topic, sources: dict[str, DataSource]) -> Iterator[Finding]:
    own, own_before = kept.run(topic.period), kept.run(topic.previous_period)
    now, before = own or seen.asked.period, own_before or _previous(seen)
    counts = (own or own_before) and change(topic.previous_count, topic.count)
    if counts and now and before and before.end >= now.start:
        told = _out_of_order(now, before)
        yield ORDER.found(seen.at(Topic, row, "previous_period"), f"{kept.called(topic, row)}: {told}")
    elif counts and now and before and now.length != before.length:
        told = f"compares {_months(now)} ({now.label}) with {_months(before)} ({before.label})"
        yield UNEQUAL.found(seen.at(Topic, row, "previous_period"), f"{kept.quoted(topic, row)} {told}.")
    runs = [kept.run(sources[name].period) for name in topic.sources if name in sources]
    known = [run for run in runs if run is not None]
    if now and known and len(known) == len(runs) and not any(_covers(run, now) for run in known):
        longest = max(known, key=lambda run: (min(run.end, now.end) - max(run.start, now.start)).days)
        told = f"{kept.quoted(topic, row)} is counted over {now.label}, and its sources cover {longest.label}."
        yield PARTIAL.found(seen.at(Topic, row, "sources"), told)


def _of_nought(seen: Evidence, record: type[Topic] | type[Place]) -> Iterator[Finding]:
    """Counts of none where there were many: a body that sent nothing is easily taken for one that had nothing."""
    for row, each in kept.rows(seen, record):
        counts = change(each.previous_count, each.count)
        if counts and counts.new == 0 and counts.old >= SMALL:
            told = f"{kept.quoted(each, row)} is 0, after {plain(counts.old)}: were there none, or did no figures come?"
            yield PARTIAL.found(seen.at(record, row, "count"), told)


def _of_extracts(seen: Evidence) -> Iterator[Finding]:
    for row, source in kept.rows(seen, DataSource):
        run = kept.run(source.period)
        taken = _taken(source.extracted)
        if run and taken and taken[0] < run.end.replace(day=1):  # within its last month it may well be whole
            told = f"{kept.quoted(source, row)} was taken {taken[1]}, before its period ends ({run.label})."
            yield PARTIAL.found(seen.at(DataSource, row, "extracted"), told)


def _of_table(seen: Evidence, path: str, table: typed.Table) -> Iterator[Finding]:
    periods = [(name, span) for name in table.headings if (span := spans.heading(name))]
    odd = spans.unlike([span for _, span in periods])
    if odd:
        others = [each for place, each in enumerate(periods) if place != odd[0]]
        told = " and ".join(f"{name[:40]} ({span.said})" for name, span in (periods[odd[0]], *others[:2]))
        yield UNEQUAL.found(path, f"The table {table.title} sets {told} side by side.")
    if _has_counts(table) and not _labelled(table) and not _of_a_survey(seen, path):
        yield UNLABELLED.found(path, f"The table {table.title} does not say which months or year it counts.")


def _has_counts(table: typed.Table) -> bool:
    """Whether a table counts something over time: twice in one column, or once in each of two columns compared."""
    headings = [heading[:80] for heading in table.headings]
    if any(_NO_PERIOD.within(each) or each.lower() in _NO_PERIOD_ALONE for each in headings):
        return False
    counts = [
        sum(typed.count(cell) is not None for cell in table.column(index)) for index in range(1, len(table.headings))
    ]
    compared = sum(
        bool(many) and _RELATIVE.search(heading) is not None for many, heading in zip(counts, headings[1:], strict=True)
    )
    return max(counts, default=0) >= _LEAST_COUNTS or compared >= _LEAST_COUNTS


def _labelled(table: typed.Table) -> bool:
    words = " ".join((*table.headings, *(row[0] for row in table.rows if row)))
    told = f"{words}\n{table.around}"
    return prose.dated(told) or _TIMED.search(_RELATIVE.sub(" ", told)) is not None


def _of_a_survey(seen: Evidence, path: str) -> bool:
    """Whether a table stands in the record of a survey, whose dates are printed with it."""
    kept_at, row = path.partition("[")[0], kept.row_of(path)
    asked = [each for at, each in kept.rows(seen, Consultation) if at == row]
    return kept_at == seen.path(Consultation) and any(kept.run(each.dates) for each in asked)


def _out_of_order(now: Months, before: Months) -> str:
    if before == now:
        return f"Both periods are the same: {now.label}."
    if before.start > now.end:
        return f"The previous period, {before.label}, comes after this one, {now.label}."
    return f"The previous period, {before.label}, overlaps this one, {now.label}."


def _previous(seen: Evidence) -> Months | None:
    return seen.asked.previous_period if kept.asked_for(seen, "about.previous_period") else None


def _covers(run: Months, asked: Months) -> bool:
    return run.start <= asked.start and run.end >= asked.end


def _taken(text: str) -> tuple[date, str] | None:
    """The last day a text names, or the month when it names no day, and how to say it."""
    days = list(_days(text))
    if days:
        return max(days), f"on {_day(max(days))}"
    named = [(name, int(year)) for name, year in _IN_MONTH.findall(text[:200])]
    months = [date(year, _SHORT[name[:3].lower()], 1) for name, year in named if name[:3].lower() in _SHORT and year]
    return (max(months), f"in {_day(max(months)).partition(' ')[2]}") if months else None


def _days(text: str) -> Iterator[date]:
    found = [(int(day), _SHORT.get(name[:3].lower(), 0), int(year)) for day, name, year in _DAY.findall(text[:200])]
    found += [(int(day), int(month), int(year)) for day, month, year in _NUMERIC_DAY.findall(text[:200])]
    found += [(int(day), int(month), int(year)) for year, month, day in _ISO_DAY.findall(text[:200])]
    for day, month, year in found:
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def _day(day: date) -> str:
    return f"{day.day} {prose.MONTHS[day.month - 1].capitalize()} {day.year}"


def _months(run: Months) -> str:
    return f"{run.length} month{'' if run.length == 1 else 's'}"

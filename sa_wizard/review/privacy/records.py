"""Counts under five in the records: problems and places whose nature is sensitive (SI 2007/1831)."""

from collections.abc import Iterator

from sa_wizard.figures.change import is_count
from sa_wizard.outline.columns import Record
from sa_wizard.outline.records import Place, Topic
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.privacy.small import is_sensitive
from sa_wizard.review.rules.rule import Rule

_UNDER = 5


def small_counts(seen: Evidence, rule: Rule) -> Iterator[Finding]:
    """Counts of one to four of a sensitive problem, and of places that are about one."""
    for row, topic in seen.topics:
        if is_sensitive(f"{topic.name} {topic.measure}"):
            yield from _under(seen, rule, row, topic)
    sensitive = {name for _, topic in seen.topics if is_sensitive(topic.name) for name in (topic.id, topic.name)}
    rows = seen.asked.draft.get(seen.path(Place)) or []
    for row, place in enumerate(map(Place.lenient, rows)):
        linked = bool(place.topics) and sensitive.issuperset(place.topics)
        if linked or is_sensitive(f"{place.name} {place.measure}"):
            yield from _under(seen, rule, row, place)


def _under(seen: Evidence, rule: Rule, row: int, record: Topic | Place) -> Iterator[Finding]:
    kind: type[Record] = type(record)
    name = record.name.strip() or f"entry {row + 1}"
    for column, when in (("count", "this period"), ("previous_count", "the previous period")):
        number = getattr(record, column)
        if is_count(number) and 0 < number < _UNDER:
            told = f"Count under five of something sensitive: {name}, {number} in {when}."
            yield rule.found(seen.at(kind, row, column), told)

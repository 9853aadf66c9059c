"""Records that apply, with the row and the path their author sees: what the rules about records go through."""

from collections.abc import Iterator
from typing import TypeVar

from sa_wizard.draft.months import Months, months
from sa_wizard.figures.change import Change, change
from sa_wizard.outline.columns import Period, Record
from sa_wizard.outline.records import Topic
from sa_wizard.review.evidence import Evidence

RecordT = TypeVar("RecordT", bound=Record)


def rows(seen: Evidence, record: type[RecordT]) -> Iterator[tuple[int, RecordT]]:
    """The answered rows of the list that keeps a record type; none when that list does not apply."""
    yield from seen.rows(record)


def row_of(path: str) -> int | None:
    """The row that a path such as ``views.consultations[2].said`` is in; None when it is in no list."""
    number = path.partition("[")[2].partition("]")[0]
    return int(number) if number.isdecimal() else None


def topic_row(path: str) -> int | None:
    """The row of the problem that a path such as ``why.topics[3].reasons[0].reason`` belongs to."""
    return row_of(path) if path.partition("[")[0].endswith(".topics") else None


def topic_beside(seen: Evidence, path: str) -> Topic | None:
    """The problem whose own text stands at a path; None elsewhere."""
    row = topic_row(path)
    return seen.topic_at.get(row) if row is not None and asked_for(seen, seen.path(Topic)) else None


def counts_beside(seen: Evidence, path: str) -> Change | None:
    """The two counts of the problem whose own text stands at a path; None elsewhere, or when one is not known."""
    topic = topic_beside(seen, path)
    return change(topic.previous_count, topic.count) if topic else None


def asked_for(seen: Evidence, path: str) -> bool:
    """Whether the question at ``section.field`` is asked of this draft."""
    return seen.asks(path)


def run(period: Period) -> Months | None:
    """The months of a record's period, when they are known."""
    return months(period.ends)


def called(record: Record, row: int) -> str:
    """What a finding calls a row."""
    shown = " ".join(record.shown.split())
    return (shown if len(shown) <= 80 else f"{shown[:79].rstrip()}…") or f"Entry {row + 1}"


def quoted(record: Record, row: int) -> str:
    """What a sentence calls a row: its name in quotation marks, without which it reads as part of the sentence."""
    name = called(record, row)
    return f"“{name}”" if record.shown.strip() else f"{name} (no name yet)"

"""Every written answer of a draft with the path its author sees it at: what the rules that read prose go through."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from sa_wizard.draft.values import Json
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field, Section
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.reading import READINGS, Reading

WRITTEN = ("line", "text")
ReadT = TypeVar("ReadT")


class Written(NamedTuple):
    """One written answer, or one line of a list."""

    path: str
    section: str
    reading: Reading

    @property
    def text(self) -> str:
        """The words as typed."""
        return self.reading.text

    def once(self, look: Callable[[str], ReadT]) -> ReadT:
        """What a function finds in the words, remembered for as long as they stay as they are."""
        return self.reading.once(look)


def telling(answers: Iterable[Written], look: Callable[[str], ReadT]) -> list[tuple[Written, ReadT]]:
    """The answers in whose words a function finds anything, each with what it finds: few, and most have none."""
    return [(answer, found) for answer in answers if (found := answer.reading.once(look))]


def written(seen: Evidence) -> Iterator[Written]:
    """Every written answer that applies, in the order of the document; records where they are kept."""
    for section in seen.asked.sections:
        for field in seen.asked.fields(section):
            if not field.of:
                yield from written_at(seen, section, field)


def written_at(seen: Evidence, section: Section, field: Field, only: int | None = None) -> Iterator[Written]:
    """The written answers of one field: one for a text, one a line for a list, one a column and row for records.

    With ``only``, those of the row of that number alone.
    """
    path = f"{section.id}.{field.id}"
    value = seen.asked.draft.get(path)
    if field.kind == "records":
        rows = enumerate(value or [])
        yield from _rows(seen, path, field.record or "", (row for row in rows if only is None or row[0] == only))
    elif field.kind == "list":
        for line in value or []:
            yield Written(path, section.id, READINGS.of(line))
    elif field.kind in WRITTEN and value:
        yield Written(path, section.id, READINGS.of(str(value)))


def _rows(seen: Evidence, path: str, record: str, rows: Iterable[tuple[int, Json]]) -> Iterator[Written]:
    inside = "[" in path
    columns = [
        (column, path if inside else seen.shown(path, column.id))
        for column in RECORDS[record].columns()
        if column.kind == "records" or column.kind in WRITTEN
    ]
    for index, row in rows:
        for column, place in columns:
            value = row.get(column.id)
            if not value:
                continue
            shown = f"{place}[{index}].{column.id}"
            if column.kind == "records":
                yield from _rows(seen, shown, column.record, enumerate(value))
            else:
                yield Written(shown, shown.partition(".")[0], READINGS.of(str(value)))

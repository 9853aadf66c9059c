"""A draft as the statutory tests see it: typed records wherever the outline keeps them, and the paths to point at."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from sa_wizard.draft.asked import Asked
from sa_wizard.outline.columns import Record
from sa_wizard.outline.records import (
    Concern,
    Consultation,
    CountyMatter,
    PreviousPriority,
    Priority,
    Topic,
)
from sa_wizard.outline.spec import Field, Section
from sa_wizard.review.answers import answered

RecordT = TypeVar("RecordT", bound=Record)


@dataclass(frozen=True)
class Evidence:
    """Records by type, and the path at which the author sees each column."""

    asked: Asked

    @cached_property
    def topics(self) -> list[tuple[int, Topic]]:
        """Problems with their row numbers."""
        return self._rows(Topic)

    @cached_property
    def previous(self) -> list[tuple[int, PreviousPriority]]:
        """Previous priorities with their row numbers."""
        return self._rows(PreviousPriority)

    @cached_property
    def consultations(self) -> list[tuple[int, Consultation]]:
        """Consultations with their row numbers."""
        return self._rows(Consultation)

    @cached_property
    def concerns(self) -> list[tuple[int, Concern]]:
        """Concerns with their row numbers."""
        return self._rows(Concern)

    @cached_property
    def priorities(self) -> list[tuple[int, Priority]]:
        """Priorities with their row numbers."""
        return self._rows(Priority)

    @cached_property
    def matters(self) -> list[tuple[int, CountyMatter]]:
        """Matters for the county with their row numbers."""
        return self._rows(CountyMatter)

    def text(self, path: str) -> str:
        """A text answer, empty when it is only a placeholder."""
        value = self.asked.draft.text(path)
        return value.strip() if answered(value) else ""

    def path(self, record: type[Record], column: str = "") -> str:
        """Where the author sees a column of a record: ``why.topics`` for the reasons of a topic. Empty if nowhere."""
        shown = [pair for pair in self._fields(record) if column and column in pair[1].columns]
        kept = [pair for pair in self._fields(record) if not pair[1].of]
        return next((f"{section.id}.{field.id}" for section, field in (*shown, *kept)), "")

    def at(self, record: type[Record], row: int, column: str) -> str:
        """The path of one column of one row, written as the author sees it."""
        return f"{self.path(record, column)}[{row}].{column}"

    def _fields(self, record: type[Record]) -> Iterator[tuple[Section, Field]]:
        for section in self.asked.sections:
            for field in self.asked.fields(section):
                if field.record == record.type_name:
                    yield section, field

    def _rows(self, record: type[RecordT]) -> list[tuple[int, RecordT]]:
        for section, field in self.asked.outline.fields():
            if field.record == record.type_name and not field.of:
                rows = self.asked.draft.get(f"{section.id}.{field.id}") or []
                return [(index, record.lenient(row)) for index, row in enumerate(rows) if answered(row)]
        return []

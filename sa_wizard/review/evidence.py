"""A draft as the statutory tests see it: typed records wherever the outline keeps them, and the paths to point at."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from sa_wizard.draft.asked import Asked
from sa_wizard.outline.columns import Record
from sa_wizard.outline.records import (
    RECORDS,
    Candidate,
    Concern,
    Consultation,
    CountyMatter,
    DataSource,
    PreviousPriority,
    Priority,
    Topic,
)
from sa_wizard.outline.spec import Field
from sa_wizard.review.answers import NOBODYS, answered, own_words, without

RecordT = TypeVar("RecordT", bound=Record)


@dataclass(frozen=True)
class Evidence:
    """Records by type, and the path at which the author sees each column."""

    asked: Asked

    @property
    def topics(self) -> list[tuple[int, Topic]]:
        """Problems with their row numbers."""
        return self.rows(Topic)

    @cached_property
    def topic_at(self) -> Mapping[int, Topic]:
        """Problems by their row number."""
        return dict(self.topics)

    @property
    def previous(self) -> list[tuple[int, PreviousPriority]]:
        """Previous priorities with their row numbers."""
        return self.rows(PreviousPriority)

    @property
    def consultations(self) -> list[tuple[int, Consultation]]:
        """Consultations with their row numbers."""
        return self.rows(Consultation)

    @property
    def concerns(self) -> list[tuple[int, Concern]]:
        """Concerns with their row numbers."""
        return self.rows(Concern)

    @property
    def candidates(self) -> list[tuple[int, Candidate]]:
        """Issues that were scored with their row numbers."""
        return self.rows(Candidate)

    @property
    def priorities(self) -> list[tuple[int, Priority]]:
        """Priorities with their row numbers."""
        return self.rows(Priority)

    @property
    def matters(self) -> list[tuple[int, CountyMatter]]:
        """Matters for the county with their row numbers."""
        return self.rows(CountyMatter)

    @property
    def sources(self) -> list[tuple[int, DataSource]]:
        """Data sources with their row numbers."""
        return self.rows(DataSource)

    def text(self, path: str) -> str:
        """A text answer, empty when it only holds a place or is not asked for as the draft stands."""
        value, asks = self.asked.draft.text(path), self._asks.get(path)
        return value.strip() if asks and answered(value, own_words(asks)) else ""

    def answered(self, path: str) -> bool:
        """Whether the question at ``section.field`` has any answer; looked at once, for lists of thousands of lines."""
        if path not in self._has:
            self._has[path] = answered(self.asked.draft.get(path))
        return self._has[path]

    @cached_property
    def _has(self) -> dict[str, bool]:
        return {}

    def asks(self, path: str) -> bool:
        """Whether the question at ``section.field`` is asked of this draft."""
        return path in self._asks

    def path(self, record: type[Record], column: str = "") -> str:
        """Where the author sees a column of a record: ``why.topics`` for the reasons of a topic. Empty if nowhere."""
        kept = self._kept.get(record.type_name, "")
        return self.shown(kept, column)

    def at(self, record: type[Record], row: int, column: str) -> str:
        """The path of one column of one row, written as the author sees it."""
        return f"{self.path(record, column)}[{row}].{column}"

    def shown(self, kept: str, column: str) -> str:
        """The field in which the author sees a column of the records kept at a path: that list itself, or a view."""
        return self._shown.get((kept, column), kept)

    @cached_property
    def _asks(self) -> Mapping[str, Field]:
        """Every question that applies, by its path."""
        return {
            f"{section.id}.{asks.id}": asks for section in self.asked.sections for asks in self.asked.fields(section)
        }

    @cached_property
    def _kept(self) -> Mapping[str, str]:
        """The path of the first list of each record type, applying or not."""
        kept: dict[str, str] = {}
        for section, asks in self.asked.outline.fields():
            if asks.kind == "records" and not asks.of:
                kept.setdefault(asks.record or "", f"{section.id}.{asks.id}")
        return kept

    @cached_property
    def _shown(self) -> Mapping[tuple[str, str], str]:
        lists = [
            (section, asks)
            for section in self.asked.sections
            for asks in self.asked.fields(section)
            if asks.kind == "records"
        ]
        shown: dict[tuple[str, str], str] = {}
        for section, asks in sorted(lists, key=lambda pair: bool(pair[1].of)):
            path = f"{section.id}.{asks.id}"
            for column in asks.columns or (each.id for each in RECORDS[asks.record or ""].columns()):
                shown.setdefault((asks.of or path, column), path)
        return shown

    def rows(self, record: type[RecordT]) -> list[tuple[int, RecordT]]:
        """The entries of a list that say something, with their numbers; none if the list does not apply.

        What is not asked for proves nothing. Read once for all that ask.
        """
        if record not in self._read:
            self._read[record] = self._rows(record)
        return cast(list[tuple[int, RecordT]], self._read[record])

    @cached_property
    def _read(self) -> dict[type[Record], object]:
        return {}

    def _rows(self, record: type[RecordT]) -> list[tuple[int, RecordT]]:
        kept = self._kept.get(record.type_name, "")
        if not self.asks(kept):
            return []
        own = NOBODYS
        for path, asks in self._asks.items():
            if kept in (path, asks.of):
                own |= own_words(asks)
        rows = (without(row, own) for row in self.asked.draft.get(kept) or [])
        return [(index, record.lenient(row)) for index, row in enumerate(rows) if answered(row)]

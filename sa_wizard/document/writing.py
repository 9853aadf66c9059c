"""One document being written: what is asked, what linked records are called, and the numbers of tables and headings."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import cast

from sa_wizard.document.escape import escaped
from sa_wizard.document.prose import inline
from sa_wizard.document.view import Column, Heading, Table
from sa_wizard.document.widths import shared
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.months import Months, months
from sa_wizard.draft.values import Json, Row, is_empty, shown_number
from sa_wizard.outline import columns as outline_columns
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Choice, Field, Section

LONG = ("text", "records", "list")
"""Kinds that read badly in a table cell; the others are short."""

UNKNOWN = "–"
"""What a cell holds when there is nothing to say: an empty cell would be skipped by a screen reader."""


class Writing:
    """What every part of the document needs to know of the whole.

    A text of a record is printed once: by the first field that asks for it. Short columns may be repeated, so that a
    table of changes can show the counts that another section asks for.
    """

    def __init__(self, asked: Asked, *, final: bool = False, top: int = 1) -> None:
        """``final``: whether the document may say so. ``top``: the heading level of a section."""
        self.asked = asked
        self.final = final
        self.top = top
        self._tables = 0
        self._anchors: set[str] = set()
        self._captions: set[str] = set()

    def heading(self, text: str, level: int, anchor: str) -> Heading:
        """A heading from words as typed; ``anchor`` is made unique."""
        anchor = anchor.replace("_", "-")
        unique, count = anchor, 1
        while unique in self._anchors:
            count += 1
            unique = f"{anchor}-{count}"
        self._anchors.add(unique)
        return Heading(inline(text), level, unique)

    def table(  # noqa: PLR0913 - what stands in it, and what is said of it
        self,
        caption: str,
        headers: Sequence[tuple[str, bool]],
        rows: Sequence[Sequence[str]],
        notes: Sequence[str] = (),
        *,
        lead: str,
        apart: str = "",
        key: str = "",
    ) -> Table:
        """A numbered table from safe cells. ``headers``: words and whether the column holds figures.

        ``lead`` is the sentence above it, in which ``{table}`` stands for its number; ``key``: what others know
        it by. ``apart`` is added to a caption that was already used, so that two tables never have the same name.
        """
        self._tables += 1
        if caption in self._captions and apart:
            caption = f"{caption}: {apart}"
        self._captions.add(caption)
        filled = tuple(tuple(cell or UNKNOWN for cell in row) for row in rows)
        widths = shared([header for header, _ in headers], filled)
        columns = tuple(
            Column(inline(header) or UNKNOWN, figures, width)
            for (header, figures), width in zip(headers, widths, strict=True)
        )
        before, _, after = lead.partition("{table}")
        words = (escaped(before, brackets=True), escaped(after, brackets=True))
        return Table(self._tables, inline(caption), columns, filled, tuple(notes), words, key)

    def columns(self, section: Section, field: Field) -> tuple[outline_columns.Column, ...]:
        """The columns of its records that a field prints, in order, with any that no field of the outline asks for.

        Why the last: a value set by a program or kept from an older outline must not vanish from the document.
        """
        here = f"{section.id}.{field.id}"
        path = field.of or here
        asked = [column for column in _listed(field) if self._owner.get((path, column.id), here) == here]
        if not field.of:
            known = self._listed_anywhere.get(path, set())
            asked += [column for column in RECORDS[field.record or ""].columns() if column.id not in known]
        return tuple(asked)

    def own(self, section: Section, field: Field) -> tuple[outline_columns.Column, ...]:
        """The columns a view is there to fill; all that it prints when the list itself asks for every one of them."""
        printed = self.columns(section, field)
        kept = self.asked.outline.find(field.of or "")
        own = tuple(column for column in printed if kept is None or column.id not in kept[1].columns)
        return own or printed

    def rows(self, section: Section, field: Field) -> list[Row]:
        """The records a field shows, without those that hold nothing."""
        value = self.asked.draft.get(field.of or f"{section.id}.{field.id}")
        rows = value if isinstance(value, list) else []
        return [row for row in rows if isinstance(row, dict) and not is_empty(row)]

    def words(self, kind: str, value: Json, choices: tuple[Choice, ...] = (), to: str = "") -> str:
        """A short value as plain words: a choice as it is told, a period in months, a link by the name it leads to."""
        if is_empty(value):
            return ""
        if kind == "choice":
            return next((choice.told for choice in choices if choice.value == value), str(value))
        if kind == "period":
            return period_words(value)
        if kind == "number":
            return shown_number(value)
        if kind in ("links", "list"):
            told = [each for each in value if each.strip()]
            return "; ".join(self.name(to, each) if kind == "links" else each for each in told)
        return str(value).strip()

    def name(self, path: str, link: str) -> str:
        """What the linked record is called; a link may name its record by id or, typed by hand, by its name."""
        names = self.asked.names(path)
        return names[link] or link if link in names else f"{link} (no longer listed)"

    def answered(self, section: Section, field: Field) -> bool:
        """Whether a field has anything to print."""
        if field.kind != "records":
            return not is_empty(self.asked.draft.get(f"{section.id}.{field.id}"))
        columns = self.own(section, field)
        return any(not is_empty(row.get(column.id)) for row in self.rows(section, field) for column in columns)

    @cached_property
    def _shown(self) -> list[tuple[str, str, Field]]:
        """Every records field that applies, in printed order: its path, the path of its list, and itself."""
        return [
            (f"{section.id}.{field.id}", field.of or f"{section.id}.{field.id}", field)
            for section in self.asked.sections
            for field in self.asked.fields(section)
            if field.kind == "records"
        ]

    @cached_property
    def _owner(self) -> Mapping[tuple[str, str], str]:
        """For each long column of each list, the field that prints it: fields that name their columns come first."""
        owners: dict[tuple[str, str], str] = {}
        for here, path, field in sorted(self._shown, key=lambda each: not each[2].columns):
            for column in _listed(field):
                if column.kind in LONG:
                    owners.setdefault((path, column.id), here)
        return owners

    @cached_property
    def _listed_anywhere(self) -> Mapping[str, set[str]]:
        """For each list, the columns that any field of the outline asks for, applying or not."""
        listed: dict[str, set[str]] = {}
        for section, field in self.asked.outline.fields():
            if field.kind == "records":
                path = field.of or f"{section.id}.{field.id}"
                listed.setdefault(path, set()).update(column.id for column in _listed(field))
        return listed


def _listed(field: Field) -> tuple[outline_columns.Column, ...]:
    record = RECORDS[field.record or ""]
    named = tuple(record.column(name) for name in field.columns)
    return cast(tuple[outline_columns.Column, ...], named) or record.columns()


def period_words(value: Json) -> str:
    """A period in words, ``October 2024 to September 2025``; an unfinished one as typed."""
    whole = months(value)
    if whole:
        return whole.label
    ends = [str(value.get(end) or "").strip() for end in ("start", "end")] if isinstance(value, Mapping) else []
    return " to ".join(end for end in ends if end)


def header_period(period: Months | None) -> str:
    """A period for the header of a narrow column, ``Oct 2024 to Sep 2025``; empty when it is not known."""
    if period is None:
        return ""
    first, last = period.start.strftime("%b %Y"), period.end.strftime("%b %Y")
    return first if first == last else f"{first} to {last}"

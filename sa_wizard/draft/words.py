"""How many words a draft has: what people typed, not the labels, choices and ids around it."""

from collections.abc import Mapping

from sa_wizard.draft.draft import Draft
from sa_wizard.draft.values import Json
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Outline, Section

WRITTEN = ("line", "text", "list")


def count(outline: Outline, draft: Draft) -> int:
    """Words in every answer that is written rather than chosen, parked answers excepted."""
    return sum(in_section(section, draft.values.get(section.id, {})) for section in outline.sections)


def in_section(section: Section, values: Mapping[str, Json]) -> int:
    """Words in the answers of one section; records count where they are kept."""
    return sum(_words(field.kind, field.record or "", values.get(field.id)) for field in section.fields if not field.of)


def _words(kind: str, record: str, value: Json) -> int:
    if kind == "records":
        columns = RECORDS[record].columns()
        return sum(_words(column.kind, column.record, row.get(column.id)) for row in value or [] for column in columns)
    if kind not in WRITTEN or not value:
        return 0
    return sum(len(line.split()) for line in ([value] if isinstance(value, str) else value))

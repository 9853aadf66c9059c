"""Every written answer of a draft with the path its author sees it at: what the rules that read prose go through."""

from collections.abc import Iterator
from dataclasses import dataclass

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.values import Json
from sa_wizard.outline.records import RECORDS
from sa_wizard.review.evidence import Evidence

WRITTEN = ("line", "text")


@dataclass(frozen=True)
class Written:
    """One written answer, or one line of a list."""

    path: str
    section: str
    text: str


def written(seen: Evidence) -> Iterator[Written]:
    """Every written answer that applies, in the order of the document; records where they are kept."""
    asked = seen.asked
    for section in asked.sections:
        for field in asked.fields(section):
            if field.of:
                continue
            path = f"{section.id}.{field.id}"
            value = asked.draft.get(path)
            if field.kind == "records":
                yield from _rows(asked, seen, path, field.record or "", value)
            elif field.kind == "list":
                for line in value or []:
                    yield Written(path, section.id, line)
            elif field.kind in WRITTEN and value:
                yield Written(path, section.id, str(value))


def _rows(asked: Asked, seen: Evidence, path: str, record: str, rows: Json) -> Iterator[Written]:
    for index, row in enumerate(rows or []):
        for column in RECORDS[record].columns():
            value = row.get(column.id)
            shown = (
                f"{seen.shown(path, column.id)}[{index}].{column.id}"
                if path.count("[") == 0
                else f"{path}[{index}].{column.id}"
            )
            if column.kind == "records":
                yield from _rows(asked, seen, shown, column.record, value)
            elif column.kind in WRITTEN and value:
                yield Written(shown, shown.partition(".")[0], str(value))

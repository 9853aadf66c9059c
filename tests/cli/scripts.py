"""A draft as somebody would type it: the script for the line mode that answers every question as the draft does."""

from collections.abc import Iterator
from typing import Any

from sa_wizard.draft.asked import Asked
from sa_wizard.outline.records import RECORDS

Json = Any
Row = dict[str, Json]
STOP = "."


def typed(asked: Asked) -> str:
    """The whole script, from the first question to the end of the input: a new draft, every answer, no ``:quit``."""
    lines = [*_beginning(asked), *_answers(asked), ":gaps all"]
    return "\n".join(lines) + "\n"


def _beginning(asked: Asked) -> Iterator[str]:
    """Start a new one, and what is asked of it first."""
    about = asked.draft.values["about"]
    yield "1"
    yield about["partnership"]
    yield about["nation"].upper()
    yield about["area_type"]
    yield _period(about["period"])
    yield "1" if about["first"] == "no" else "2"
    yield about["previous_title"]
    yield about["previous_date"]
    yield _period(about["previous_period"])
    yield "typed.sa.json"


def _answers(asked: Asked) -> Iterator[str]:
    """Every other answer, what is linked to before what links to it; whether it is final at the end."""
    later: list[str] = []
    kept = [(section, field) for section in asked.sections for field in asked.fields(section) if not field.of]
    for section, field in sorted(kept, key=lambda each: _depth(each[1].record or "")):
        path = f"{section.id}.{field.id}"
        value = asked.draft.get(path)
        if not value:
            continue
        lines = [f":go {path}", *_answer(asked, field.kind, value)] if field.kind != "records" else []
        if field.kind == "records":
            columns = field.columns or tuple(column.id for column in RECORDS[field.record or ""].columns())
            for row in value:
                lines += [f":go {path}", ":add", *_row(asked, field.record or "", columns, row)]
        if path == "about.status":
            later += lines
        else:
            yield from lines
    yield from _views(asked)
    yield from later


def _views(asked: Asked) -> Iterator[str]:
    """What is asked of entries in another section than the one that lists them."""
    for section in asked.sections:
        for field in asked.fields(section):
            for number, row in enumerate(asked.draft.get(field.of) or [] if field.of else [], start=1):
                yield f":go {section.id}.{field.id}"
                yield str(number)
                yield from _row(asked, field.record or "", field.columns, row)


def _row(asked: Asked, record: str, columns: tuple[str, ...], row: Row) -> Iterator[str]:
    """One entry column by column, in the order in which they are asked; an empty line leaves one as it is."""
    for name in columns:
        column = RECORDS[record].column(name)
        assert column is not None
        value = row.get(name)
        if column.kind == "records":
            inner = tuple(each.id for each in RECORDS[column.record].columns())
            for each in value or []:
                yield ":add"
                yield from _row(asked, column.record, inner, each)
            yield ""
        elif value in (None, "", [], {"start": "", "end": ""}):
            yield ""
        elif column.kind == "links":
            ids = [each["id"] for each in asked.draft.get(column.to)]
            yield ", ".join(str(ids.index(link) + 1) for link in value)
        else:
            yield from _answer(asked, column.kind, value)


def _answer(asked: Asked, kind: str, value: Json) -> Iterator[str]:
    if kind == "text":
        yield from [*value.split("\n"), STOP]
    elif kind == "list":
        yield from [*value, STOP]
    elif kind == "period":
        yield _period(value)
    else:
        yield str(value)


def _period(value: dict[str, str]) -> str:
    return f"{value['start']}:{value['end']}"


def _depth(record: str) -> int:
    """Sources first, then what names only them, and so on; what has no links may come when it likes."""
    order = ("data_source", "topic", "consultation", "concern", "candidate", "priority")
    return order.index(record) if record in order else len(order)

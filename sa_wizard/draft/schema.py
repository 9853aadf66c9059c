"""JSON Schema of the draft file, for editors and other programs."""

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic.json_schema import models_json_schema

from sa_wizard.draft.store import FORMAT, FORMAT_VERSION
from sa_wizard.outline.columns import Column, Number
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field as Question
from sa_wizard.outline.spec import Outline, Section

Schema = dict[str, Any]

_ASKED = "x-column"
"""Where a column's declaration lives in JSON Schema, under a key that no JSON Schema keyword can clash with."""

_TEXT: Schema = {"type": "string"}
_PERIOD: Schema = {
    "type": "object",
    "description": "Whole months, YYYY-MM, both ends included.",
    "properties": {"start": _TEXT, "end": _TEXT},
}


class Row(BaseModel):
    """A row of any record: unknown keys stay."""

    model_config = ConfigDict(extra="allow")
    id: str = ""


class Period(BaseModel):
    """A run of whole months, ``YYYY-MM`` to ``YYYY-MM`` inclusive, as stored: each end is whatever was typed."""

    model_config = ConfigDict(extra="allow")
    start: str = ""
    end: str = ""


def draft_schema(outline: Outline) -> Schema:
    """The shape of a draft answering this outline. Extra keys are allowed everywhere: they are kept."""
    sections = {section.id: _section(section) for section in outline.sections}
    about = sections.pop("about", {"type": "object"})
    texts = {"type": "object", "additionalProperties": _TEXT}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{outline.title}: draft file",
        "type": "object",
        "required": ["format", "format_version", "outline"],
        "properties": {
            "format": {"const": FORMAT},
            "format_version": {"const": FORMAT_VERSION},
            "id": {**_TEXT, "description": "Tells this draft from others, so that its versions follow its file."},
            "outline": {
                "type": "object",
                "required": ["id"],
                "properties": {"id": {"const": outline.id}, "version": _TEXT, "checksum": _TEXT},
            },
            "about": about,
            "headings": {**texts, "description": "The partnership's own headings, by section id."},
            "order": {"type": "array", "items": _TEXT, "description": "Section ids in the partnership's own order."},
            "claims": {
                "type": "object",
                "description": "What the author says of sections: finished, or why one does not apply.",
                "additionalProperties": texts,
            },
            "accepted": {
                "type": "array",
                "description": "Findings the author lets stand: at (an answer), code, the words it is about, reason.",
                "items": texts,
            },
            "values": {"type": "object", "properties": sections},
        },
        "$defs": _definitions(),
    }


def record_schema(record: str) -> Schema:
    """The shape of one row of a record type, complete in itself."""
    return _row(record).model_json_schema()


def _definitions() -> Schema:
    """Every record type once, so that sections refer to them by name."""
    _, whole = models_json_schema([(_row(record), "validation") for record in RECORDS])
    definitions: Schema = whole["$defs"]
    return definitions


def _section(section: Section) -> Schema:
    kept = [field for field in section.fields if not field.of]
    return {"type": "object", "title": section.title, "properties": {field.id: _field(field) for field in kept}}


def _field(field: Question) -> Schema:
    shape: Schema
    if field.kind == "list":
        shape = {"type": "array", "items": _TEXT}
    elif field.kind == "period":
        shape = _PERIOD
    elif field.kind == "records":
        shape = {"type": "array", "items": {"$ref": f"#/$defs/{RECORDS[field.record or ''].__name__}"}}
    elif field.kind == "choice":
        shape = {**_TEXT, "examples": [choice.value for choice in field.choices]}
    else:
        shape = _TEXT
    return {**shape, "title": field.label}


@cache
def _row(record: str) -> type[Row]:
    """A model of one row, made of the columns of its record."""
    kind = RECORDS[record]
    made: dict[str, Any] = {column.id: (_type(column), _asked(column)) for column in kind.columns()}
    return create_model(kind.__name__, __base__=Row, __doc__=kind.__doc__, **made)


def _type(column: Column) -> Any:  # noqa: ANN401 - a type made at run time
    if column.kind == "records":
        return list[_row(column.record)]  # type: ignore[misc]  # the class is made at run time
    return {"number": Number, "period": Period, "list": list[str], "links": list[str]}.get(column.kind, str)


def _asked(column: Column) -> Any:  # noqa: ANN401 - a pydantic field stands where its value will be
    declared = {
        "kind": column.kind,
        "required": column.required,
        "choices": [{"value": choice.value, "label": choice.label} for choice in column.choices],
        "to": column.to,
        "record": column.record,
    }
    extra: Schema = {_ASKED: {key: part for key, part in declared.items() if part}}
    if column.kind in ("list", "links", "records"):
        return Field(default_factory=list, title=column.label, description=column.hint, json_schema_extra=extra)
    if column.kind == "period":
        return Field(default_factory=Period, title=column.label, description=column.hint, json_schema_extra=extra)
    default = None if column.kind == "number" else ""
    return Field(default=default, title=column.label, description=column.hint, json_schema_extra=extra)

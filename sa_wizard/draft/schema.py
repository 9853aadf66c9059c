"""JSON Schema of the draft file, for editors and other programs."""

from typing import Any

from pydantic.json_schema import models_json_schema

from sa_wizard.draft.store import FORMAT, FORMAT_VERSION
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field, Outline, Section

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_PERIOD: Schema = {
    "type": "object",
    "description": "Whole months, YYYY-MM, both ends included.",
    "properties": {"start": _TEXT, "end": _TEXT},
}


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
    return RECORDS[record].model_json_schema()


def _definitions() -> Schema:
    """Every record type once, so that sections refer to them by name."""
    _, whole = models_json_schema([(record, "validation") for record in RECORDS.values()])
    definitions: Schema = whole["$defs"]
    return definitions


def _section(section: Section) -> Schema:
    kept = [field for field in section.fields if not field.of]
    return {"type": "object", "title": section.title, "properties": {field.id: _field(field) for field in kept}}


def _field(field: Field) -> Schema:
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

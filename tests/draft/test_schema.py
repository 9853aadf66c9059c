"""The JSON Schema other programs rely on: every reference leads somewhere, every keyword means what it says."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from sa_wizard.draft.schema import draft_schema, record_schema
from sa_wizard.draft.store import FORMAT, encode
from sa_wizard.draft.values import Json
from sa_wizard.outline.records import RECORDS
from tests.builders import assessment, shipped

TYPES: dict[str, Any] = {
    "anything": object,
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


def objects(value: Json) -> Iterator[dict[str, Json]]:
    """Every object within a schema."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from objects(part)
    elif isinstance(value, list):
        for part in value:
            yield from objects(part)


def followed(whole: Json, reference: str) -> Json:
    """What a reference leads to."""
    for step in reference.removeprefix("#/").split("/"):
        whole = whole[step]
    return whole


def agrees(whole: Json, schema: Json, value: Json) -> bool:
    """Whether a value has the shape of a schema, as far as our schemas go."""
    if "$ref" in schema:
        return agrees(whole, followed(whole, schema["$ref"]), value)
    if "anyOf" in schema:
        return any(agrees(whole, each, value) for each in schema["anyOf"])
    parts: list[tuple[Json, Json]] = []
    if isinstance(value, list):
        parts = [(schema.get("items", {}), part) for part in value]
    elif isinstance(value, dict):
        parts = [(schema.get("properties", {}).get(name, {}), part) for name, part in value.items()]
    return (
        schema.get("const", value) == value
        and isinstance(value, TYPES[schema.get("type", "anything")])
        and all(name in value for name in schema.get("required", []))
        and all(agrees(whole, shape, part) for shape, part in parts)
    )


@pytest.mark.parametrize("schema", [draft_schema(shipped()), *map(record_schema, RECORDS)])
def test_each_schema_stands_on_its_own(schema: Json) -> None:
    json.dumps(schema)
    for each in objects(schema):
        reference = each.get("$ref")
        if isinstance(reference, str):
            assert isinstance(followed(schema, reference), dict)


@pytest.mark.parametrize("record", RECORDS)
def test_a_column_says_what_it_asks_under_a_key_of_its_own(record: str) -> None:
    """'required: false' beside 'type' is not JSON Schema, and validators refuse the whole file for it."""
    for column in RECORDS[record].columns():
        shape = record_schema(record)["properties"][column.id]
        assert shape["x-column"]["kind"] == column.kind
        assert shape["x-column"].get("required", False) is column.required
        assert "required" not in shape
        assert "choices" not in shape


def test_a_whole_draft_agrees_with_the_schema_and_a_wrong_one_does_not() -> None:
    schema, data = draft_schema(shipped()), json.loads(encode(shipped(), assessment()))
    assert agrees(schema, schema, data)
    assert not agrees(schema, schema, {**data, "format": "other"})
    assert not agrees(schema, schema, {**data, "about": {"title": 5}})
    data["values"]["levels"]["topics"][0]["reasons"] = "none"
    assert not agrees(schema, schema, data)


def test_every_field_that_keeps_something_is_described() -> None:
    schema = draft_schema(shipped())
    assert schema["properties"]["format"] == {"const": FORMAT}
    for section, field in shipped().fields():
        kept = (
            schema["properties"]["about"]
            if section.id == "about"
            else schema["properties"]["values"]["properties"][section.id]
        )
        assert (field.id in kept["properties"]) is not bool(field.of), f"{section.id}.{field.id}"

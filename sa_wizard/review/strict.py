"""Strict Pydantic models made from the outline: one of all that is asked, and one of each kind of row.

Why as schemas for Pydantic's core, and not as classes: nobody needs an instance, and loading what makes classes of
them, and making them, takes a fifth of a check, and megabytes for as long as the wizard is open.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from pydantic_core import CoreSchema, PydanticCustomError, SchemaValidator, ValidationError, core_schema

from sa_wizard.draft import months
from sa_wizard.draft.values import Json, is_empty
from sa_wizard.expressions import Shape
from sa_wizard.figures.change import is_count
from sa_wizard.outline.columns import Column
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Choice, Field
from sa_wizard.review.answers import answered, own_words, tells, without

Validator = Callable[[Json], Json]

_SAYS = Shape(r"[^\W\d_]{3}|\d")
"""What the shortest text has that says something: a word of three letters, or a figure."""
_PASTED = "…"
"""What the outline's own words, pasted back, are judged as: a placeholder."""


class Fault(NamedTuple):
    """One error of a strict model: the path of the question, the steps inside its answer, a stable code, a sentence."""

    path: str
    steps: tuple[int | str, ...]
    code: str
    message: str


def faults(asked: Mapping[str, Field], values: Mapping[str, Json], only: int | None = None) -> Iterator[Fault]:
    """Every fault in the answers to some questions, both by path, all at once. Unanswered optional ones have none.

    With ``only``, lists of records are looked at in the row of that number alone.
    """
    if only is not None:
        values = {path: value[only : only + 1] if isinstance(value, list) else value for path, value in values.items()}
    values = {path: without(values.get(path), own_words(field), _PASTED) for path, field in asked.items()}
    for path, field in asked.items():
        if field.kind == "records":
            yield from _too_few(path, field, values[path])
    judged = {path: field for path, field in asked.items() if _checks(field) or field.kind == "records"}
    try:
        _model(tuple(judged.items())).validate_python({path: values[path] for path in judged})
    except ValidationError as error:
        for each in error.errors(include_url=False, include_input=False):
            at, *steps = each["loc"]
            if only is not None and steps:
                steps[0] = only
            yield Fault(str(at), tuple(steps), each["type"], each["msg"])


def _too_few(path: str, field: Field, rows: Json) -> Iterator[Fault]:
    """A required list without entries is ``missing``, one with fewer than its minimum has ``too_few``."""
    count = sum(answered(row) for row in rows) if isinstance(rows, list) else 0
    if not field.required or count >= field.minimum:
        return
    if count == 0:
        yield Fault(path, (), "missing", f"No entry yet: {field.label}")
    else:
        yield Fault(path, (), "too_few", f"{field.label}: at least {field.minimum} are needed, {count} so far")


@cache
def _model(asked: tuple[tuple[str, Field], ...]) -> SchemaValidator:
    return SchemaValidator(_of({path: _asked_for(field) for path, field in asked}))


def _asked_for(field: Field) -> CoreSchema:
    return _rows(field.record or "") if field.kind == "records" else _checked(_checks(field))


def _of(fields: Mapping[str, CoreSchema]) -> CoreSchema:
    """A model of some fields. What is not there is judged as nothing; whatever else is there is left alone."""
    made = {
        name: core_schema.typed_dict_field(core_schema.with_default_schema(each, default=None, validate_default=True))
        for name, each in fields.items()
    }
    return core_schema.typed_dict_schema(made, extra_behavior="allow")


def _rows(record: str) -> CoreSchema:
    return core_schema.nullable_schema(core_schema.list_schema(row_model(record)))


@cache
def _checks(asked: Field | Column) -> tuple[Validator, ...]:
    """What the answer to a question, or in a column, must be."""
    checks = [_required(asked.label, asked.kind)] if asked.required and asked.kind != "records" else []
    if asked.kind == "choice":
        checks.append(_among(asked.label, asked.choices))
    elif asked.kind == "period":
        checks.append(_period(asked.label))
    elif asked.kind == "number":
        checks.append(_number(asked.label))
    return tuple(checks)


@cache
def row_model(record: str) -> CoreSchema:
    """The strict side of a record class: required columns filled, figures that are figures, choices that exist.

    A column of which nothing is asked needs no field.
    """
    asked = {column.id: column for column in RECORDS[record].columns()}
    return _of(
        {
            name: _rows(column.record) if column.kind == "records" else _checked(_checks(column))
            for name, column in asked.items()
            if column.kind == "records" or _checks(column)
        }
    )


def _checked(checks: tuple[Validator, ...]) -> CoreSchema:
    """Any value, and then each check in turn."""

    def check(value: Json) -> Json:
        for each in checks:
            value = each(value)
        return value

    return core_schema.no_info_plain_validator_function(check)


def _required(label: str, kind: str) -> Validator:
    """An answer must be there; and where a text is asked for, more than "None" or "n/a", which say no reason."""

    def check(value: Json) -> Json:
        told = ""
        if not answered(value):
            told = "No answer yet" if is_empty(value) else "No answer yet, only a placeholder"
        elif kind == "text" and isinstance(value, str) and not tells(value):
            told = f"“{value.strip()[:20]}” is an answer only with its reason"
        elif kind == "text" and isinstance(value, str) and not _SAYS.search(value):
            told = f"“{value.strip()[:20]}” is too short to be an answer"
        if told:
            raise PydanticCustomError("missing", "{told}: {label}", {"told": told, "label": label})
        return value

    return check


def _among(label: str, choices: tuple[Choice, ...]) -> Validator:
    known = {choice.value for choice in choices}

    def check(value: Json) -> Json:
        if answered(value) and not (isinstance(value, str) and value in known):
            context = {"label": label, "known": ", ".join(choice.value for choice in choices)}
            raise PydanticCustomError("not_a_choice", "{label}: not one of {known}", context)
        return value

    return check


def _period(label: str) -> Validator:
    def check(value: Json) -> Json:
        fault = months.fault(value) if value is not None else None
        if fault:
            raise PydanticCustomError("bad_period", "{label} {fault}", {"label": label, "fault": fault})
        return value

    return check


def _number(label: str) -> Validator:
    def check(value: Json) -> Json:
        if answered(value) and not is_count(value):
            raise PydanticCustomError("not_a_number", "{label}: not a number of zero or more", {"label": label})
        return value

    return check

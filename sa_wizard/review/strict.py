"""Strict Pydantic models made from the outline: one of all that is asked, and one of each kind of row."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, ValidationError, create_model
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

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


class Strict(BaseModel):
    """Shared settings of the made models: rows keep their id and whatever else they hold.

    What checks a row is built with the model that the row stands in, and not by itself.
    """

    model_config = ConfigDict(extra="allow", validate_default=True, defer_build=True)


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
    names = {_name(index): path for index, path in enumerate(judged)}
    try:
        _model(tuple(judged.values())).model_validate({name: values[path] for name, path in names.items()})
    except ValidationError as error:
        for each in error.errors(include_url=False, include_input=False):
            name, *steps = each["loc"]
            if only is not None and steps:
                steps[0] = only
            yield Fault(names[str(name)], tuple(steps), each["type"], each["msg"])


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
def _model(fields: tuple[Field, ...]) -> type[Strict]:
    made: dict[str, Any] = {_name(index): (_field_type(field), None) for index, field in enumerate(fields)}
    return create_model("StrictAnswers", __base__=Strict, **made)


def _name(index: int) -> str:
    """What a field is called in its model; its own id, such as ``copy``, may already be a name on every model."""
    return f"field_{index}"


def _field_type(field: Field) -> Any:  # noqa: ANN401 - a type made at run time
    if field.kind == "records":
        return list[row_model(field.record or "")] | None  # type: ignore[misc]  # the class is made at run time
    return Annotated[Any, Checked(_checks(field))]


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
def row_model(record: str) -> type[Strict]:
    """The strict side of a record class: required columns filled, figures that are figures, choices that exist.

    A column of which nothing is asked needs no field.
    """
    made: dict[str, Any] = {}
    for column in RECORDS[record].columns():
        checks = _checks(column)
        if column.kind == "records":
            made[column.id] = (list[row_model(column.record)] | None, None)  # type: ignore[misc]  # made at run time
        elif checks:
            made[column.id] = (Annotated[Any, Checked(checks)], "" if column.required else None)
    return create_model(f"Strict{RECORDS[record].__name__}", __base__=Strict, **made)


class Checked:
    """What a value must be, as Pydantic is told: any value, and then each check in turn.

    Why not Pydantic's own ``AfterValidator``: it looks up how each function is called, which takes the longest.
    """

    def __init__(self, checks: tuple[Validator, ...]) -> None:
        self._checks = checks

    def __call__(self, value: Json) -> Json:
        """The value, when nothing is wrong with it."""
        for check in self._checks:
            value = check(value)
        return value

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of such a value."""
        return core_schema.no_info_plain_validator_function(self)


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

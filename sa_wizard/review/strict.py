"""Strict Pydantic models made from the outline, one per section; their errors become findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError, create_model
from pydantic_core import PydanticCustomError

from sa_wizard.draft import months
from sa_wizard.draft.values import Json
from sa_wizard.figures.change import is_count
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Choice, Field
from sa_wizard.review.answers import answered

Validator = Callable[[Json], Json]


@dataclass(frozen=True)
class Fault:
    """One error of a strict model: the steps from the section to the value, a stable code and a sentence."""

    steps: tuple[int | str, ...]
    code: str
    message: str


class Strict(BaseModel):
    """Shared settings of the made models: rows keep their id and whatever else they hold."""

    model_config = ConfigDict(extra="allow", validate_default=True)


def faults(fields: tuple[Field, ...], values: dict[str, Json]) -> Iterator[Fault]:
    """Every fault in the values of these fields, all at once. Views and unanswered optional fields have none."""
    kept = tuple(field for field in fields if not field.of)
    present = {field.id: values[field.id] for field in kept if field.id in values}
    try:
        _section_model(kept).model_validate(present)
    except ValidationError as error:
        for each in error.errors(include_url=False, include_input=False):
            yield Fault(tuple(each["loc"]), each["type"], each["msg"])


@cache
def _section_model(fields: tuple[Field, ...]) -> type[Strict]:
    made: dict[str, Any] = {field.id: (_field_type(field), None) for field in fields}
    return create_model("StrictSection", __base__=Strict, **made)


def _field_type(field: Field) -> Any:  # noqa: ANN401 - a type made at run time
    checks: list[Validator] = []
    if field.kind == "records":
        row = row_model(field.record or "")
        inner: Any = list[row]  # type: ignore[valid-type]  # the class is made at run time
        return Annotated[inner | None, AfterValidator(_enough(field))]
    if field.required:
        checks.append(_required(field.label))
    if field.kind == "choice":
        checks.append(_among(field.label, field.choices))
    if field.kind == "period":
        checks.append(_period(field.label))
    return _checked(checks)


@cache
def row_model(record: str) -> type[Strict]:
    """The strict side of a record class: required columns filled, figures that are figures, choices that exist."""
    made: dict[str, Any] = {}
    for column in RECORDS[record].columns():
        checks: list[Validator] = [_required(column.label)] if column.required else []
        if column.kind == "records":
            made[column.id] = (list[row_model(column.record)] | None, None)  # type: ignore[misc]  # made at run time
            continue
        if column.kind == "choice":
            checks.append(_among(column.label, column.choices))
        elif column.kind == "period":
            checks.append(_period(column.label))
        elif column.kind == "number":
            checks.append(_number(column.label))
        made[column.id] = (_checked(checks), "" if column.required else None)
    return create_model(f"Strict{RECORDS[record].__name__}", __base__=Strict, **made)


def _checked(checks: list[Validator]) -> Any:  # noqa: ANN401 - a type made at run time
    def run(value: Json) -> Json:
        for check in checks:
            value = check(value)
        return value

    return Annotated[Any, AfterValidator(run)]


def _required(label: str) -> Validator:
    def check(value: Json) -> Json:
        if not answered(value):
            raise PydanticCustomError("missing", "{label} has no answer yet", {"label": label})
        return value

    return check


def _enough(field: Field) -> Validator:
    def check(rows: Json) -> Json:
        filled = [row for row in rows or [] if answered(row.model_dump())]
        if field.required and len(filled) < field.minimum:
            needs = "an entry" if field.minimum == 1 else f"{field.minimum} entries"
            raise PydanticCustomError(
                "missing", "{label} needs at least {needs}", {"label": field.label, "needs": needs}
            )
        return rows

    return check


def _among(label: str, choices: tuple[Choice, ...]) -> Validator:
    known = {choice.value for choice in choices}

    def check(value: Json) -> Json:
        if answered(value) and value not in known:
            context = {"label": label, "known": ", ".join(sorted(known))}
            raise PydanticCustomError("not_a_choice", "{label} is not one of: {known}", context)
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
            raise PydanticCustomError("not_a_number", "{label} is not a number of zero or more", {"label": label})
        return value

    return check

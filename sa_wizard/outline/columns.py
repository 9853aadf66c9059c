"""How a record class declares what it asks: kind, label, hint, choices and links, kept with the type they describe."""

from functools import cache
from typing import Any, ClassVar, Literal, Self, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.fields import FieldInfo

from sa_wizard.outline.spec import Choice, Spec

ColumnKind = Literal["line", "text", "choice", "list", "period", "number", "links", "records"]
Number = int | float | str | None
"""A figure as stored. Text that is not a number is kept as typed and reported by the review."""

_ASKED = "x-column"
"""Where a column's declaration lives in JSON Schema, under a key that no JSON Schema keyword can clash with."""


class Column(Spec):
    """One thing a record asks for."""

    id: str
    kind: ColumnKind
    label: str
    hint: str = ""
    required: bool = False
    choices: tuple[Choice, ...] = ()
    to: str = ""
    """For links: the path of the records they point to."""
    record: str = ""
    """For nested records: the record type."""


class Period(BaseModel):
    """A run of whole months, ``YYYY-MM`` to ``YYYY-MM`` inclusive, as stored: each end is whatever was typed."""

    model_config = ConfigDict(extra="allow", defer_build=True)
    start: str = ""
    end: str = ""


class Record(BaseModel):
    """A typed row, lenient: any draft's row fits, unknown keys stay, and judging is left to the review.

    ``id`` is given once and never changes, so links survive renaming and reordering.
    """

    model_config = ConfigDict(extra="allow", defer_build=True)
    type_name: ClassVar[str] = ""
    id: str = ""

    @classmethod
    def columns(cls) -> tuple[Column, ...]:
        """What this record asks, in order."""
        return _columns(cls)

    @classmethod
    def column(cls, name: str) -> Column | None:
        """The column with this id, or None."""
        return _by_name(cls).get(name)

    @classmethod
    def lenient(cls, row: object) -> Self:
        """The row as a typed record; one that does not fit (only possible in memory) becomes an empty record."""
        try:
            return cls.model_validate(row if isinstance(row, dict) else {})
        except ValidationError:
            return cls()

    @classmethod
    def title_column(cls) -> str:
        """The column that names a row on screen: the first one that must be filled."""
        return _title(cls)

    @property
    def shown(self) -> str:
        """What the row is called."""
        return str(getattr(self, self.title_column(), "") or "")


def ask(  # noqa: PLR0913 - each is one thing a column says of itself, and all but two are named at the call
    kind: ColumnKind,
    label: str,
    hint: str = "",
    *,
    required: bool = False,
    choices: dict[str, str] | None = None,
    to: str = "",
    record: str = "",
) -> Any:  # noqa: ANN401 - a pydantic field stands where its value will be, as pydantic's own Field does
    """Declare one column of a record; the default is the empty answer of its kind."""
    declared: dict[str, Any] = {
        "kind": kind,
        "required": required,
        "choices": [{"value": value, "label": shown} for value, shown in (choices or {}).items()],
        "to": to,
        "record": record,
    }
    extra: dict[str, Any] = {_ASKED: {key: part for key, part in declared.items() if part}}
    if kind in ("list", "links", "records"):
        return Field(default_factory=list, title=label, description=hint, json_schema_extra=extra)
    if kind == "period":
        return Field(default_factory=Period, title=label, description=hint, json_schema_extra=extra)
    return Field(default=None if kind == "number" else "", title=label, description=hint, json_schema_extra=extra)


@cache
def _columns(record: type[Record]) -> tuple[Column, ...]:
    return tuple(_read(name, info) for name, info in record.model_fields.items() if name != "id")


@cache
def _by_name(record: type[Record]) -> dict[str, Column]:
    return {column.id: column for column in _columns(record)}


@cache
def _title(record: type[Record]) -> str:
    return next((column.id for column in _columns(record) if column.required), "id")


def _read(name: str, info: FieldInfo) -> Column:
    declared = cast(dict[str, Any], info.json_schema_extra)[_ASKED]
    return Column(id=name, label=info.title or name, hint=info.description or "", **declared)

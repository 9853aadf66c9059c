"""How a record class declares what it asks: kind, label, hint, choices and links, kept with the type they describe.

Records are the lenient side: any draft's row fits. The strict side, and the schema of the file, are Pydantic models
made from the columns (``review.strict``, ``draft.schema``).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, ClassVar, Literal, NamedTuple, Self

from sa_wizard.outline.spec import Choice
from sa_wizard.sound import Part, part

ColumnKind = Literal["line", "text", "choice", "list", "period", "number", "links", "records"]
Number = int | float | str | None
"""A figure as stored. Text that is not a number is kept as typed and reported by the review."""


@part
class Column(Part):
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


class Period(NamedTuple):
    """A run of whole months, ``YYYY-MM`` to ``YYYY-MM`` inclusive, as stored: each end is whatever was typed."""

    start: str = ""
    end: str = ""

    @property
    def ends(self) -> dict[str, str]:
        """The period as a draft holds it."""
        return {"start": self.start, "end": self.end}


class Record:
    """A typed row, lenient: what does not fit a column (only possible in memory) is an empty answer.

    ``id`` is given once and never changes, so links survive renaming and reordering. Keys that are no columns stay in
    the draft's row, and are not seen here.
    """

    type_name: ClassVar[str] = ""
    _asked: ClassVar[tuple[Column, ...]] = ()
    _named: ClassVar[Mapping[str, Column]] = {}
    kinds: ClassVar[dict[str, type["Record"]]] = {}
    """Every kind of record by the name of its type."""
    id: str

    def __init_subclass__(cls) -> None:
        """Take what ``ask`` declared, by the names it was given."""
        declared = [(name, asked) for name, asked in vars(cls).items() if isinstance(asked, Column)]
        cls._asked = tuple(replace(asked, id=name) for name, asked in declared)
        cls._named = {column.id: column for column in cls._asked}
        Record.kinds[cls.type_name] = cls

    def __init__(self, row: Mapping[str, object] | None = None) -> None:
        """A row as a draft holds it; without one, nothing is answered."""
        held: Mapping[str, object] = row or {}
        name = held.get("id", "")
        self.id = name if isinstance(name, str) else ""
        vars(self).update({column.id: _READ[column.kind](held.get(column.id), column) for column in self._asked})

    def __eq__(self, other: object) -> bool:
        """Whether it is the same kind of row with the same answers."""
        return type(self) is type(other) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]  # as of anything that can be changed

    @classmethod
    def columns(cls) -> tuple[Column, ...]:
        """What this record asks, in order."""
        return cls._asked

    @classmethod
    def column(cls, name: str) -> Column | None:
        """The column with this id, or None."""
        return cls._named.get(name)

    @classmethod
    def lenient(cls, row: object) -> Self:
        """The row as a typed record; what is no row becomes an empty record."""
        return cls(row if isinstance(row, dict) else None)

    @classmethod
    def title_column(cls) -> str:
        """The column that names a row on screen: the first one that must be filled."""
        return next((column.id for column in cls._asked if column.required), "id")

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
) -> Any:  # noqa: ANN401 - the declaration stands where the answer will be
    """Declare one column of a record. It is called what the class calls it."""
    offered = tuple(Choice(value=value, label=shown) for value, shown in (choices or {}).items())
    return Column(id="", kind=kind, label=label, hint=hint, required=required, choices=offered, to=to, record=record)


def _text(value: object, _: Column) -> str:
    return value if isinstance(value, str) else ""


def _figure(value: object, _: Column) -> Number:
    return value if isinstance(value, int | float | str) and not isinstance(value, bool) else None


def _texts(value: object, _: Column) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _period(value: object, _: Column) -> Period:
    ends = value if isinstance(value, dict) else {}
    start, end = ends.get("start"), ends.get("end")
    return Period(start if isinstance(start, str) else "", end if isinstance(end, str) else "")


def _rows(value: object, column: Column) -> list[Record]:
    kind = Record.kinds[column.record]
    return [kind.lenient(row) for row in value] if isinstance(value, list) else []


_READ: Mapping[ColumnKind, Callable[[object, Column], object]] = {
    "line": _text,
    "text": _text,
    "choice": _text,
    "number": _figure,
    "list": _texts,
    "links": _texts,
    "period": _period,
    "records": _rows,
}

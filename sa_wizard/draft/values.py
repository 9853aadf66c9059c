"""Values by kind: what fits where, how it is cleaned, what is empty. Lenient: anything typed can be stored."""

import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, cast

from sa_wizard.draft import months
from sa_wizard.draft.bounds import LONGEST_KEY, LONGEST_LINE, LONGEST_TEXT, MOST_ENTRIES
from sa_wizard.draft.text import clean, clean_line
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.records import RECORDS

Json = Any
"""Plain JSON data: str, int, float, bool, None, list or dict of the same. Pydantic and json speak the same type."""

Row = dict[str, Json]

_WHAT = {
    "line": "text",
    "text": "text",
    "choice": "text",
    "list": "a list of texts",
    "links": "a list of ids",
    "period": 'a period such as {"start": "2024-10", "end": "2025-09"}',
    "number": "a number",
    "records": "a list of objects",
    "row": "an object",
}
_NUMBER = re.compile(r"-?(\d{1,15}|\d{1,3}([, \u00a0]\d{3}){1,4})(\.\d{1,6})?")
_LARGEST = 10**15
"""Beyond this no figure is a count, and a float no longer holds every whole number: it is kept as text."""

DEEPEST = 50
"""Levels of nesting kept in what is stored but not understood; reading, judging and writing it stay safe."""


def empty(kind: str) -> Json:
    """The empty answer of a kind."""
    return {"list": [], "links": [], "records": [], "period": {"start": "", "end": ""}, "number": None, "row": {}}.get(
        kind, ""
    )


def is_empty(value: Json) -> bool:
    """Whether nothing has been answered: empty, white space, or made only of empty parts. A row's id is no answer."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, Mapping):
        return all(is_empty(part) for key, part in value.items() if key != "id")
    if isinstance(value, list | tuple):
        return all(is_empty(part) for part in value)
    return value is None


def number(text: str) -> int | float | str | None:
    """A figure as typed: ``1,554`` becomes 1554; blank becomes None; anything else stays text, for the review."""
    typed = text.strip()
    if not typed:
        return None
    if not _NUMBER.fullmatch(typed):
        return text
    bare = re.sub("[, \u00a0]", "", typed)
    return float(bare) if "." in bare else int(bare)


def shown_number(value: Json) -> str:
    """A figure for people: thousands separated by commas; text stays as typed; None is blank."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return f"{value:,}"


def fit(kind: str, record: str, value: Json, path: str, reserved: Collection[str] = ()) -> Json:
    """The value cleaned and ready to store at a place of this kind; raises UsageProblem naming the path.

    It is raised for a value of the wrong type, and for one beyond what a draft may hold (``bounds.py``).
    Rows without an id are given one that is not ``reserved``, so that links survive renaming and moving.
    """
    if kind == "row" and isinstance(value, Mapping):
        return _fit_row(record, cast(Mapping[str, Json], value), path)
    if kind == "records" and _all(value, Mapping):
        _refuse_many(value, path)
        rows = [_fit_row(record, row, f"{path}[{index}]") for index, row in enumerate(value)]
        return with_ids(rows, record, reserved)
    takes, keep = _PLAIN.get(kind, (_nothing, _nothing))
    if takes(value):
        _refuse_long(kind, value, path)
        return keep(value)
    raise UsageProblem(f"{path} takes {_WHAT[kind]}, not {_called(value, kind)}.", "Nothing was changed.")


def with_ids(rows: Sequence[Row], record: str, reserved: Collection[str] = ()) -> list[Row]:
    """The rows, each with an id that no other row of the list has; ids already there stay.

    No new id is one of ``reserved``: a link to an entry that was deleted must not come to mean a new one.
    """
    taken = {row["id"] for row in rows if isinstance(row.get("id"), str) and row["id"]}.union(reserved)
    seen: set[str] = set()
    done: list[Row] = []
    following = 1
    for row in rows:
        name = row.get("id")
        if not isinstance(name, str) or not name or name in seen:
            while f"{record}-{following}" in taken:
                following += 1
            name = f"{record}-{following}"
            taken.add(name)
        seen.add(name)
        done.append({"id": name, **{key: part for key, part in row.items() if key != "id"}})
    return done


def from_line(kind: str, text: str) -> Json:
    """A period typed as people write one, where JSON would be a burden. Other kinds are returned as they are."""
    return months.split(text) if kind == "period" else text


def _fit_row(record: str, row: Mapping[str, Json], path: str) -> Row:
    shape = RECORDS[record]
    done: Row = {}
    _refuse_many(row, path)
    for key, part in row.items():
        column = shape.column(key)
        if column is not None:
            done[key] = fit(column.kind, column.record, part, f"{path}.{key}")
        elif key == "id":
            done[key] = fit("line", "", part, f"{path}.id")
        else:
            done[clean_line(key)] = clean_deep(part, f"{path}.{clean_line(key)}")
    return done


def clean_deep(value: Json, path: str, depth: int = 0) -> Json:
    """Any JSON value with every text in it cleaned: what is kept but not understood must still be safe to show.

    A float that JSON has no number for becomes text. Raises UsageProblem for more than ``DEEPEST`` levels, or more than
    a draft may hold.
    """
    if depth > DEEPEST:
        raise UsageProblem(f"{path} is nested more than {DEEPEST} levels deep.", "Nothing was changed.")
    if isinstance(value, str):
        _refuse_text(value, LONGEST_TEXT, path)
        return clean(value)
    if isinstance(value, Mapping | list | tuple):
        _refuse_many(value, path)
    if isinstance(value, Mapping):
        return {clean_line(str(key)): clean_deep(part, path, depth + 1) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [clean_deep(part, path, depth + 1) for part in value]
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def _refuse_long(kind: str, value: Json, path: str) -> None:
    """Raise UsageProblem for a value of a plain kind that holds more than a draft may."""
    longest = LONGEST_TEXT if kind == "text" else LONGEST_LINE
    if isinstance(value, str):  # nearly all are
        _refuse_text(value, longest, path)
    elif isinstance(value, list | tuple | Mapping):
        _refuse_many(value, path)
        for part in value.values() if isinstance(value, Mapping) else value:
            if isinstance(part, str):
                _refuse_text(part, longest, path)


def _refuse_text(text: str, longest: int, path: str) -> None:
    if len(text) > longest:
        raise UsageProblem(f"{path} takes no more than {longest:,} characters at once.", "Nothing was changed.")


def _refuse_many(value: Collection[Json], path: str) -> None:
    if len(value) > MOST_ENTRIES:
        raise UsageProblem(f"{path} takes no more than {MOST_ENTRIES:,} entries.", "Nothing was changed.")
    if isinstance(value, Mapping) and any(len(str(key)) > LONGEST_KEY for key in value):
        raise UsageProblem(f"{path} has a key of more than {LONGEST_KEY:,} characters.", "Nothing was changed.")


def _nothing(_: Json) -> bool:
    return False


def _is_text(value: Json) -> bool:
    return isinstance(value, str)


def _are_texts(value: Json) -> bool:
    return _all(value, str)


def _lines(value: Sequence[str]) -> list[str]:
    return [clean_line(part) for part in value]


def _is_period(value: Json) -> bool:
    return isinstance(value, Mapping) and _all(list(value.values()), str)


def _period(value: Mapping[str, str]) -> dict[str, str]:
    return {**empty("period"), **{clean_line(str(key)): clean_line(part) for key, part in value.items()}}


def _is_figure(value: Json) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, int):
        return not isinstance(value, bool) and value.bit_length() < 4000  # more cannot be written in a JSON file
    return value is None or isinstance(value, str)


def _figure(value: int | float | str | None) -> int | float | str | None:
    if isinstance(value, str):
        return number(clean_line(value))
    if value is None or abs(value) < _LARGEST:
        return int(value) if isinstance(value, float) and value.is_integer() else value
    return str(value)


def _all(value: Json, kind: type) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(part, kind) for part in value)


def _called(value: Json, kind: str) -> str:
    if isinstance(value, bool) or value is None:
        return "true, false or null"
    if isinstance(value, int | float):
        return "a number" if _is_figure(value) else "a number without end"
    if isinstance(value, list | tuple):
        return "a list with other things in it" if kind in ("list", "links", "records") else "a list"
    return "text" if isinstance(value, str) else "an object"


_PLAIN: Mapping[str, tuple[Callable[[Json], bool], Callable[[Json], Json]]] = {
    "line": (_is_text, clean_line),
    "choice": (_is_text, clean_line),
    "text": (_is_text, clean),
    "list": (_are_texts, _lines),
    "links": (_are_texts, _lines),
    "period": (_is_period, _period),
    "number": (_is_figure, _figure),
}
"""For each kind of value that is not a row: what it takes, and how that is cleaned."""

"""Values by kind: what fits where, how it is cleaned, what is empty. Lenient: anything typed can be stored."""

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from sa_wizard.draft import months
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
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?")


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
    bare = text.strip().replace(",", "").replace("\u00a0", "").replace(" ", "")
    if not bare:
        return None
    if not _NUMBER.fullmatch(bare):
        return text
    return float(bare) if "." in bare else int(bare)


def shown_number(value: Json) -> str:
    """A figure for people: thousands separated by commas; text stays as typed; None is blank."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return f"{value:,}"


def fit(kind: str, record: str, value: Json, path: str) -> Json:
    """The value cleaned and ready to store at a place of this kind; raises UsageProblem naming the path.

    Rows without an id are given one, so that links survive renaming and moving.
    """
    if kind in ("line", "choice") and isinstance(value, str):
        return clean_line(value)
    if kind == "text" and isinstance(value, str):
        return clean(value)
    if kind in ("list", "links") and _all(value, str):
        return [clean_line(part) for part in value]
    if kind == "period" and isinstance(value, Mapping) and _all(list(value.values()), str):
        return {**empty("period"), **{clean_line(str(key)): clean_line(part) for key, part in value.items()}}
    if kind == "number" and _is_figure(value):
        return number(clean_line(value)) if isinstance(value, str) else value
    if kind == "row" and isinstance(value, Mapping):
        return _fit_row(record, cast(Mapping[str, Json], value), path)
    if kind == "records" and _all(value, Mapping):
        return with_ids([_fit_row(record, row, f"{path}[{index}]") for index, row in enumerate(value)], record)
    raise UsageProblem(f"{path} takes {_WHAT[kind]}, not {_called(value)}.", "Nothing was changed.")


def with_ids(rows: Sequence[Row], record: str) -> list[Row]:
    """The rows, each with an id that no other row of the list has; ids already there stay."""
    taken = {row["id"] for row in rows if isinstance(row.get("id"), str) and row["id"]}
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
    """A period typed as ``YYYY-MM:YYYY-MM``, where JSON would be a burden. Other kinds are returned as they are."""
    return months.split(text) if kind == "period" else text


def _fit_row(record: str, row: Mapping[str, Json], path: str) -> Row:
    shape = RECORDS[record]
    done: Row = {}
    for key, part in row.items():
        column = shape.column(key)
        if column is not None:
            done[key] = fit(column.kind, column.record, part, f"{path}.{key}")
        elif key == "id":
            done[key] = fit("line", "", part, f"{path}.id")
        else:
            done[clean_line(key)] = clean_deep(part)
    return done


def clean_deep(value: Json) -> Json:
    """Any JSON value with every text in it cleaned: what is kept but not understood must still be safe to show."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean_line(str(key)): clean_deep(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [clean_deep(part) for part in value]
    return value


def _is_figure(value: Json) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or (isinstance(value, int | str) and not isinstance(value, bool))


def _all(value: Json, kind: type) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(part, kind) for part in value)


def _called(value: Json) -> str:
    if isinstance(value, bool) or value is None:
        return "true, false or null"
    names = {
        str: "text",
        int: "a number",
        float: "a number",
        Mapping: "an object",
        list: "a list with other things in it",
    }
    return next((name for kind, name in names.items() if isinstance(value, kind)), "that")

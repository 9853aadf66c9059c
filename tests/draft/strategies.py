"""What anybody could type or paste, and what any program could put in a draft file."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sa_wizard.draft.values import Json
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field

AWKWARD = (
    "",
    " ",
    "[/",
    "{{ x }}",
    "---",
    "<ward name>",
    "\x1b[31m",
    "\x00",
    "\ud800",
    "\r\n",
    "\u2028",
    "\ufeff",
    "TBC",
    "2024-13",
)

texts: SearchStrategy[str] = st.sampled_from(AWKWARD) | st.text(st.characters(), max_size=60)
"""Any text: control characters, lone surrogates and every line break included."""

json_values: SearchStrategy[Json] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
"""Any JSON value."""


def of_kind(kind: str, record: str = "", choices: tuple[str, ...] = (), depth: int = 2) -> SearchStrategy[Json]:
    """Any value of the right shape for a kind of field or column."""
    if kind == "choice":
        return st.sampled_from((*choices, "")) | texts
    if kind in ("list", "links"):
        return st.lists(st.sampled_from(("topic-1", "x")) | texts, max_size=3)
    if kind == "period":
        months = st.sampled_from(("2024-10", "2025-09", "2010-03", "0000-00", "9999-12", "")) | texts
        return st.fixed_dictionaries({"start": months, "end": months})
    if kind == "number":
        return st.none() | st.integers(-(10**18), 10**18) | st.floats(allow_nan=False, allow_infinity=False) | texts
    if kind == "records":
        return st.lists(rows(record, depth - 1), max_size=3)
    return texts


def rows(record: str, depth: int = 1) -> SearchStrategy[Json]:
    """Any row of a record type, with some of its columns, perhaps an id, perhaps keys nobody knows."""
    columns = {
        column.id: of_kind(column.kind, column.record, tuple(choice.value for choice in column.choices), depth)
        for column in RECORDS[record].columns()
        if column.kind != "records" or depth > 0
    }
    known = st.fixed_dictionaries({}, optional={"id": st.sampled_from(("topic-1", "x")) | texts, **columns})
    return st.builds(
        lambda row, odd: {**odd, **row},
        known,
        st.dictionaries(st.sampled_from(("x-new", "odd")), json_values, max_size=1),
    )


def of_field(field: Field) -> SearchStrategy[Json]:
    """Any value of the right shape for a field of an outline."""
    return of_kind(field.kind, field.record or "", tuple(choice.value for choice in field.choices))

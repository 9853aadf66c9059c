"""Links between records: each names the id of an entry or, typed by hand, what the entry is called."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from sa_wizard.draft.draft import Draft
from sa_wizard.outline.columns import Record
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Outline

RecordT = TypeVar("RecordT", bound=Record)


def by_link(records: Iterable[RecordT]) -> dict[str, RecordT]:
    """Records by everything a link may name them by; where an id of one is the name of another, the id counts."""
    every = list(records)
    return {**{each.shown: each for each in every if each.shown}, **{each.id: each for each in every if each.id}}


def names(outline: Outline, draft: Draft, path: str) -> Mapping[str, str]:
    """What the entries kept at a path are called, by everything a link may name them by; a nameless one is ``""``."""
    found = outline.find(path)
    if found is None or found[1].kind != "records":
        return {}
    title = RECORDS[found[1].record or ""].title_column()
    rows = [(row.get("id"), str(row.get(title) or "").strip()) for row in draft.get(path) or []]
    return {**{name: name for _, name in rows if name}, **{link: name for link, name in rows if isinstance(link, str)}}


def linked(draft: Draft) -> frozenset[str]:
    """Every id that a link in this draft names, whether or not the entry is still there."""
    rows = [
        row
        for section in draft.values.values()
        for value in section.values()
        if isinstance(value, list)
        for row in value
        if isinstance(row, dict)
    ]
    return frozenset(
        link
        for row in rows
        for part in row.values()
        if isinstance(part, list)
        for link in part
        if isinstance(link, str)
    )

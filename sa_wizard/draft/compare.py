"""What two drafts differ in, as plain data: one difference for each part of a draft that is not the same in both.

The first is called mine, the second theirs; what only theirs has was added, what only mine has was removed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.parts import Part, What, interleaved, keyed, parts, same
from sa_wizard.draft.values import Json, Row
from sa_wizard.outline.columns import Column
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Choice, Outline, Section

Fate = Literal["added", "removed", "changed"]

Names = Callable[[str], Mapping[str, str]]
"""What the entries kept at a path are called, by their ids."""

_IN_SECTION: tuple[What, ...] = ("heading", "claim", "value", "accepted")
_CLAIMS = {
    "finished": ("choice", "You say that it is finished", {"yes": "Yes"}),
    "not_applicable": ("text", "Why it does not apply", {}),
}
_ALONE: Mapping[What, tuple[str, str]] = {
    "outline": ("outline", "The outline it answers"),
    "order": ("order", "The order of the sections"),
    "heading": ("line", "Its heading"),
}
_NO_SECTION = "The draft as a whole"


@dataclass(frozen=True)
class Difference:
    """One value that is not the same in both drafts; None where a draft does not have it.

    ``kind`` is that of the field or column, or ``order``, ``outline`` or ``parked``. Records say in ``entries`` which
    of them differ, and ``moved`` whether those that both have stand in another order.
    """

    path: str
    section: str
    """The heading of the section it is in, as mine has it."""
    label: str
    kind: str
    mine: Json
    theirs: Json
    entries: tuple["EntryDifference", ...] = ()
    moved: bool = False
    called: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """What is shown for stored values: the labels of choices, the names of entries that links name, section titles."""


@dataclass(frozen=True)
class EntryDifference:
    """One entry of a list of records that differs, with its columns that do: all that it has when only one has it."""

    id: str
    name: str
    fate: Fate
    columns: tuple[Difference, ...]


def compare(outline: Outline, mine: Draft, theirs: Draft) -> tuple[Difference, ...]:
    """Every difference between two drafts that answer this outline, in the order of the document.

    Two drafts without one hold the same, but for answers never given in one and left empty in the other.
    """
    seen = _Seen(outline, mine, theirs)
    ours, other = parts(mine), parts(theirs)
    differ = [part for part in {**ours, **other} if not same(ours.get(part), other.get(part))]
    return tuple(seen.difference(part, ours.get(part), other.get(part)) for part in sorted(differ, key=seen.place))


class _Seen:
    """Two drafts and their outline: where each part stands in the document, and what it is called there."""

    def __init__(self, outline: Outline, mine: Draft, theirs: Draft) -> None:
        self.outline = outline
        self.mine = Asked(outline, mine)
        self.theirs = Asked(outline, theirs)
        self.at = {section.id: number for number, section in enumerate(self.mine.ordered)}
        self.titles = {section.id: self.mine.heading(section) for section in outline.sections}

    def place(self, part: Part) -> tuple[int, int, int, str, int]:
        """Where a part stands: what concerns the whole first, what no outline asks last."""
        if part.what in ("outline", "order"):
            return (-1, 0, 0, part.what, 0)
        if part.what == "parked":
            return (len(self.at) + 1, 0, 0, part.name, 0)
        section = self.outline.section(part.section)
        number = _number(section, part.name) if part.what == "value" else 0
        return (self.at.get(part.section, len(self.at)), _IN_SECTION.index(part.what), number, part.path, part.number)

    def difference(self, part: Part, mine: Json, theirs: Json) -> Difference:
        """The difference in one part."""
        kind, label, called = self._described(part)
        title = self.titles.get(part.section, part.section) or _NO_SECTION
        found = self.outline.find(part.path)
        if kind != "records" or found is None:
            return Difference(part.path, title, label, kind, mine, theirs, called=called)
        entries = tuple(entry_differences(found[1].record or "", mine, theirs, part.path, title, self._names))
        return Difference(part.path, title, label, kind, mine, theirs, entries, moved(mine, theirs))

    def _described(self, part: Part) -> tuple[str, str, Mapping[str, str]]:
        """Kind, label, and what is shown for stored values."""
        if part.what == "claim":
            return _CLAIMS.get(part.name, ("text", part.name, {}))
        if part.what == "accepted":
            return "text", f"Let stand, and why: {_about(part)}", {}
        found = self.outline.find(part.path)
        if part.what == "value" and found is not None:
            return found[1].kind, self.mine.say(found[1].label), _shown(found[1].choices)
        kind, label = _ALONE.get(part.what, ("parked", part.name))
        return kind, label, self.titles if part.what == "order" else {}

    def _names(self, path: str) -> Mapping[str, str]:
        return {**self.theirs.names(path), **self.mine.names(path)}


def entry_differences(  # noqa: PLR0913, PLR0917 - the last three are only what the first three are called
    record: str, mine: Json, theirs: Json, path: str, title: str, names: Names
) -> Iterator[EntryDifference]:
    """The entries of two lists of records that differ, in the order of mine, each of theirs before its neighbour."""
    ours, other = keyed(mine), keyed(theirs)
    at = {key: number for rows in (other, ours) for number, key in enumerate(rows)}
    for key in interleaved(ours, list(other)):
        one, two = ours.get(key), other.get(key)
        if one is not None and two is not None and same(one, two):
            continue
        fate: Fate = "added" if one is None else "removed" if two is None else "changed"
        columns = tuple(_columns(record, one or {}, two or {}, f"{path}[{at[key]}]", title, names))
        shown = str((one or two or {}).get(RECORDS[record].title_column()) or "").strip()
        yield EntryDifference(key[0], shown or f"Entry {at[key] + 1}, without a name", fate, columns)


def moved(mine: Json, theirs: Json) -> bool:
    """Whether the entries that both lists have stand in another order."""
    ours, other = keyed(mine), keyed(theirs)
    return [key for key in ours if key in other] != [key for key in other if key in ours]


def columns_of(record: str, mine: Row, theirs: Row) -> Iterator[tuple[str, Column | None]]:
    """What two entries have between them: first the columns that the record asks for, then what nobody asks for."""
    shape = RECORDS[record]
    have = mine.keys() | theirs.keys()
    yield from ((column.id, column) for column in shape.columns() if column.id in have)
    yield from ((name, None) for name in {**mine, **theirs} if name != "id" and shape.column(name) is None)


def _columns(  # noqa: PLR0913, PLR0917 - as above
    record: str, mine: Row, theirs: Row, path: str, title: str, names: Names
) -> Iterator[Difference]:
    for name, column in columns_of(record, mine, theirs):
        one, two = mine.get(name), theirs.get(name)
        here = f"{path}.{name}"
        if same(one, two):
            continue
        if column is None:
            yield Difference(here, title, name, "parked", one, two)
        elif column.kind == "records":
            entries = tuple(entry_differences(column.record, one, two, here, title, names))
            yield Difference(here, title, column.label, column.kind, one, two, entries, moved(one, two))
        else:
            called = names(column.to) if column.kind == "links" else _shown(column.choices)
            yield Difference(here, title, column.label, column.kind, one, two, called=called)


def _shown(choices: tuple[Choice, ...]) -> Mapping[str, str]:
    return {choice.value: choice.shown for choice in choices}


def _number(section: Section | None, name: str) -> int:
    known = [each.id for each in section.fields] if section else []
    return known.index(name) if name in known else len(known)


def _about(part: Part) -> str:
    said = part.said
    return f"{said.get('about', '')} ({said.get('code', '')})"

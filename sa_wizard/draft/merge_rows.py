"""Two lists of records made one: entry by entry, and column by column where both sides changed the same entry."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sa_wizard.draft.compare import columns_of, moved
from sa_wizard.draft.parts import interleaved, keyed, same
from sa_wizard.draft.values import Json, Row, with_ids
from sa_wizard.outline.records import RECORDS

Take = Literal["mine", "theirs", "both"]
"""What is done with a part that is not the same on both sides."""

Relink = Callable[[str, Row], Row]
"""A row of a record type as theirs has it, its links following the entries of theirs that were given new ids."""

_Key = tuple[str, int]


@dataclass(frozen=True)
class MergedRows:
    """The list made of both, and what of it is a question because both sides changed it."""

    rows: list[Row]
    questions: Mapping[str, frozenset[str]]
    """By the id of an entry, the columns that both changed; none when one side took out what the other changed."""
    order: bool
    """Whether both sides put the entries in an order of their own."""
    renamed: Mapping[str, str]
    """Ids of theirs whose entry was kept beside one of mine with the same id, and the ids they were given."""

    @property
    def asked(self) -> bool:
        """Whether there is any question."""
        return bool(self.questions) or self.order


@dataclass
class _Merging:
    """What one merge gathers on its way."""

    record: str
    take: Take
    known: bool
    """Whether there is a list that both sides started from."""
    relink: Relink
    rows: list[Row] = field(default_factory=list)
    copies: list[tuple[int, str, bool]] = field(default_factory=list)
    """Entries of theirs kept beside mine: where they are, the id they had, and whether links of theirs follow them."""
    questions: dict[str, frozenset[str]] = field(default_factory=dict)

    def entry(self, key: _Key, base: Row | None, mine: Row | None, theirs: Row | None) -> None:
        """Add what one entry comes to."""
        if mine is not None and theirs is not None:
            self._both_have_it(key, base, mine, theirs)
        elif mine is not None:
            self._one_has_it(key, base, mine, "theirs", mine)
        elif theirs is not None:
            self._one_has_it(key, base, theirs, "mine", self.relink(self.record, theirs))

    def _one_has_it(self, key: _Key, base: Row | None, row: Row, other: Take, shown: Row) -> None:
        """An entry that the other side never had or took out."""
        if self.known and base is None:
            self.rows.append(shown)
        elif not (self.known and same(row, base)):
            self.questions[key[0]] = frozenset()
            if self.take != other:
                self.rows.append(shown)

    def _both_have_it(self, key: _Key, base: Row | None, mine: Row, theirs: Row) -> None:
        if same(mine, theirs) or (self.known and same(theirs, base)):
            self.rows.append(mine)
        elif self.known and same(mine, base):
            self.rows.append(self.relink(self.record, theirs))
        elif self.known and base is None and _other_name(self.record, mine, theirs):
            self.rows.append(mine)  # two new entries, which both sides happened to give the same id
            self._copy(key, self.relink(self.record, theirs), follow=True)
        elif self.known:
            self._column_by_column(key, base or {}, mine, theirs)
        else:
            self.questions[key[0]] = frozenset(name for name, _ in columns_of(self.record, mine, theirs))
            self._answered(key, mine, self.relink(self.record, theirs))

    def _column_by_column(self, key: _Key, base: Row, mine: Row, theirs: Row) -> None:
        row, both = _columns(self.record, base, mine, theirs, "mine", self.relink)
        if not both:
            self.rows.append(row)
            return
        self.questions[key[0]] = both
        self._answered(key, row, _columns(self.record, base, mine, theirs, "theirs", self.relink)[0])

    def _answered(self, key: _Key, mine: Row, theirs: Row) -> None:
        self.rows.append(theirs if self.take == "theirs" else mine)
        if self.take == "both":
            self._copy(key, theirs, follow=_other_name(self.record, mine, theirs))

    def _copy(self, key: _Key, row: Row, *, follow: bool) -> None:
        self.copies.append((len(self.rows), key[0], follow))
        self.rows.append({**row, "id": ""})


def merge_rows(  # noqa: PLR0913, PLR0917 - two lists, what they started from, and how it is done
    record: str, base: Json, mine: Json, theirs: Json, take: Take, relink: Relink, reserved: Collection[str] = ()
) -> MergedRows:
    """Make one list of two. ``base`` is the list that both started from, None when it is not known.

    What only one side changed since is taken by itself; ``take`` decides the rest, and everything when there is no
    base. Both: an entry that differs is kept twice, the one of theirs with an id that is new and not ``reserved``.
    """
    merging = _Merging(record, take, base is not None, relink)
    old, ours, other = keyed(base), keyed(mine), keyed(theirs)
    keys, order = _order(base, mine, theirs, take)
    for key in keys:
        merging.entry(key, old.get(key), ours.get(key), other.get(key))
    taken = {name for name, _ in (*old, *ours, *other)}.union(reserved)
    rows = with_ids(merging.rows, record, taken)
    renamed = {name: str(rows[at]["id"]) for at, name, follow in merging.copies if follow}
    return MergedRows(rows, merging.questions, order, renamed)


def relinking(renamed: Mapping[str, Mapping[str, str]]) -> Relink:
    """Rows with their links changed where an entry was given a new id: by the path of the records, old id to new."""

    def relink(record: str, row: Row) -> Row:
        done = dict(row)
        for column in RECORDS[record].columns():
            value = row.get(column.id)
            if not isinstance(value, list):
                continue
            if column.kind == "records":
                done[column.id] = [relink(column.record, each) for each in value]
            elif column.kind == "links":
                new = renamed.get(column.to, {})
                done[column.id] = [new.get(link, link) for link in value]
        return done

    return relink


def _order(base: Json, mine: Json, theirs: Json, take: Take) -> tuple[list[_Key], bool]:
    """Every entry in the order it is to have, and whether both sides changed the order."""
    ours, other = list(keyed(mine)), list(keyed(theirs))
    if not moved(mine, theirs):
        return interleaved(ours, other), False
    if base is not None and not moved(mine, base):
        return interleaved(other, ours), False
    if base is not None and not moved(theirs, base):
        return interleaved(ours, other), False
    return (interleaved(other, ours) if take == "theirs" else interleaved(ours, other)), True


def _columns(  # noqa: PLR0913, PLR0917 - as above
    record: str, base: Row, mine: Row, theirs: Row, side: Take, relink: Relink
) -> tuple[Row, frozenset[str]]:
    """One entry made of two, and the columns that both changed, which are those of one side."""
    linked = relink(record, theirs)
    done: Row = {"id": mine.get("id", "")}
    both: set[str] = set()
    for name, column in columns_of(record, mine, theirs):
        old, one, other = base.get(name), mine.get(name), theirs.get(name)
        if same(one, other) or same(other, old):
            done[name] = one
        elif same(one, old):
            done[name] = linked.get(name)
        elif column is not None and column.kind == "records":
            inner = merge_rows(column.record, old or [], one, other, side, relink)
            done[name] = inner.rows
            both |= {name} if inner.asked else set()
        else:
            both.add(name)
            done[name] = linked.get(name) if side == "theirs" else one
    return {name: value for name, value in done.items() if value is not None}, frozenset(both)


def _other_name(record: str, mine: Row, theirs: Row) -> bool:
    """Whether two entries are called something else, so that a link to one does not mean the other."""
    title = RECORDS[record].title_column()
    names = {" ".join(str(row.get(title) or "").split()).casefold() for row in (mine, theirs)}
    return len(names) > 1

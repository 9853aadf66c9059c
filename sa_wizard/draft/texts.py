"""Every text that the author wrote in a draft, with where it stands; and the draft with some of them changed.

Written is what is typed in words: lines, texts, the lines of lists and such columns of records, the partnership's own
headings, and why a section does not apply. Never ids, links, choices, periods or figures, nor what is kept but not
understood. An answer that is not asked for as things stand is one all the same: it is kept, and may be asked again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.values import Json, fit
from sa_wizard.draft.words import WRITTEN
from sa_wizard.outline.columns import Column
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field, Outline, Section

Kept = tuple[str | int, ...]
"""The way to a text from the top of the draft: ``("values", "why", "overall")``, ``("headings", "why")``."""

_ITS_HEADING = "Its heading"
_NOT_APPLICABLE = "not_applicable"
_WHY_NOT = "Why it does not apply"


@dataclass(frozen=True)
class Text:
    """One text, or the lines of one list, with where it is asked for and where it is kept."""

    path: str
    """Where it is asked for; of a heading or a reason, the section alone."""
    section: str
    heading: str
    """Of the section, as the draft has it."""
    label: str
    entry: str
    """The entries it is in, by name, the outer first; empty outside records."""
    kind: str
    """``line``, ``text`` or ``list``."""
    parts: Sequence[str]
    """The text; of a list, its lines."""
    asked: bool
    """Whether the draft as it stands is asked for it."""
    kept: Kept = field(repr=False)


@dataclass(frozen=True)
class _At:
    """Where the walk is: a question of a section."""

    section: Section
    field: Field
    asked: bool


def texts(outline: Outline, draft: Draft) -> Iterator[Text]:
    """Every text of a draft, in the order of the document.

    A column of records stands where it is asked for first, which may be another section than the one that lists them.
    """
    walk = _Walk(Asked(outline, draft))
    for section in walk.asked.ordered:
        yield from walk.section(section)


def changed(draft: Draft, new: Mapping[Kept, tuple[Text, Sequence[str]]]) -> Draft:
    """The draft with these texts in place of those kept there, cleaned as what is typed is.

    Raises UsageProblem for one that is longer than an answer may be. What does not change is shared with the draft.
    """
    tree: dict[str | int, Json] = {}
    for way, (text, parts) in new.items():
        value = fit(text.kind, "", list(parts) if text.kind == "list" else parts[0], text.path)
        if way[0] == "headings":
            draft = draft.with_heading(text.section, value.strip())
        elif way[0] == "claims":
            draft = draft.with_claim(text.section, _NOT_APPLICABLE, value.strip())
        else:
            here = tree
            for step in way[1:-1]:
                here = here.setdefault(step, {})
            here[way[-1]] = _Leaf(value)
    return replace(draft, values=_grafted(draft.values, tree)) if tree else draft


def kept(draft: Draft, way: Kept) -> Sequence[str]:
    """The text that is kept at a place now, or the lines of a list; none where there is none."""
    here: Json = {"values": draft.values, "headings": draft.headings, "claims": draft.claims}
    for step in way:
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) and step < len(here) else None
        else:
            here = here.get(step) if isinstance(here, Mapping) else None
    return here if isinstance(here, list) else [here] if isinstance(here, str) else []


@dataclass(frozen=True)
class _Leaf:
    """A new value, told from the branches of the tree on the way to it."""

    value: Json


def _grafted(here: Json, tree: Mapping[str | int, Json]) -> Json:
    grown: Json = list(here) if isinstance(here, list) else dict(here)
    for step, part in tree.items():
        grown[step] = part.value if isinstance(part, _Leaf) else _grafted(here[step], part)
    return grown


class _Walk:
    """A draft and its outline: which question asks for which column of the records."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self._applying = {section.id for section in asked.sections}
        self._columns = self._shared_out()

    def section(self, section: Section) -> Iterator[Text]:
        """The texts of one section."""
        draft, heading = self.asked.draft, self.asked.heading(section)
        own = {
            ("headings", section.id): (_ITS_HEADING, "line", draft.headings.get(section.id)),
            ("claims", section.id, _NOT_APPLICABLE): (
                _WHY_NOT,
                "text",
                draft.claims.get(section.id, {}).get(_NOT_APPLICABLE),
            ),
        }
        for way, (label, kind, value) in own.items():
            if isinstance(value, str) and value:
                asked = section.id in self._applying
                yield Text(section.id, section.id, heading, label, "", kind, [value], asked, way)
        for each in section.fields:
            at = _At(section, each, self._applies(section, each))
            path = f"{section.id}.{each.id}"
            if each.kind == "records":
                yield from self._records(at, path)
            elif each.kind in WRITTEN:
                way = ("values", section.id, each.id)
                yield from self._text(at, path, self.asked.say(each.label), "", each.kind, way, draft.get(path))

    def _records(self, at: _At, path: str) -> Iterator[Text]:
        """The columns that one question asks for, entry by entry."""
        whence = at.field.of or path
        section, _, name = whence.partition(".")
        record = at.field.record or ""
        wanted = self._columns.get((path, whence), ())
        rows = self.asked.draft.get(whence)
        yield from self._rows(at, path, ("values", section, name), record, wanted, rows, "")

    def _rows(  # noqa: PLR0913, PLR0917 - where it is, twice, what is asked there, and what is kept
        self, at: _At, path: str, way: Kept, record: str, wanted: Sequence[tuple[Column, bool]], rows: Json, within: str
    ) -> Iterator[Text]:
        title = RECORDS[record].title_column()
        for number, row in enumerate(rows if isinstance(rows, list) and wanted else ()):
            if not isinstance(row, Mapping):
                continue
            named = str(row.get(title) or "").strip() or f"entry {number + 1}"
            entry = f"{within} › {named}" if within else named
            for column, asked in wanted:
                here = _At(at.section, at.field, asked)
                place, kept_at = f"{path}[{number}].{column.id}", (*way, number, column.id)
                value = row.get(column.id)
                if column.kind == "records":
                    inner = [(each, asked) for each in RECORDS[column.record].columns()]
                    yield from self._rows(here, place, kept_at, column.record, inner, value, entry)
                elif column.kind in WRITTEN:
                    yield from self._text(here, place, column.label, entry, column.kind, kept_at, value)

    def _text(  # noqa: PLR0913, PLR0917 - as above
        self, at: _At, path: str, label: str, entry: str, kind: str, way: Kept, value: Json
    ) -> Iterator[Text]:
        parts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        if any(parts) and all(isinstance(part, str) for part in parts) and (kind == "list" or len(parts) == 1):
            yield Text(path, at.section.id, self.asked.heading(at.section), label, entry, kind, parts, at.asked, way)

    def _applies(self, section: Section, each: Field) -> bool:
        return section.id in self._applying and each in self.asked.fields(section)

    def _shared_out(self) -> Mapping[tuple[str, str], Sequence[tuple[Column, bool]]]:
        """For each question over records, the columns that stand there, and whether they are asked for.

        A column stands where the list is kept if it is asked for there, otherwise with the first question that asks
        for it and applies, then with any that does not apply; one that nobody asks for, where the list is kept.
        """
        every = [
            (_At(section, each, self._applies(section, each)), f"{section.id}.{each.id}")
            for section in self.asked.ordered
            for each in section.fields
            if each.kind == "records"
        ]
        every.sort(key=lambda each: (not each[0].asked, bool(each[0].field.of)))
        where: dict[tuple[str, str], tuple[str, bool]] = {}
        for at, path in every:
            for name in at.field.columns or [column.id for column in RECORDS[at.field.record or ""].columns()]:
                where.setdefault((at.field.of or path, name), (path, at.asked))
        found: dict[tuple[str, str], list[tuple[Column, bool]]] = {}
        for at, path in every:
            if not at.field.of:
                for column in RECORDS[at.field.record or ""].columns():
                    stands, asked = where.get((path, column.id), (path, False))
                    found.setdefault((stands, path), []).append((column, asked))
        return found

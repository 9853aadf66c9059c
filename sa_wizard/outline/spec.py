"""The shape of an outline file: sections, fields, guidance. Frozen; read from TOML by ``load``.

The outline says what is asked. Ids are the draft file's format and never change; headings are the partnership's own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import Annotated, Literal

from sa_wizard.sound import Limits, Part, part

Kind = Literal["line", "text", "choice", "list", "period", "records"]
Level = Literal["statutory", "guidance", "practice"]
Item = Literal["a", "b", "c", "d", "e", "f", "g"]
ITEMS: tuple[Item, ...] = ("a", "b", "c", "d", "e", "f", "g")

LONGEST_WORDS = 20_000
"""Characters of one text. The longest shipped guidance has 400; beside a question there is room for a few thousand."""

MOST = 200
"""Sections, fields of a section, choices, questions, or values of a condition. The shipped outline has at most 24."""

Id = Annotated[str, Limits(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Count = Annotated[int, Limits(strict=True, ge=1, le=20_000)]
Words = Annotated[str, Limits(min_length=1, max_length=LONGEST_WORDS, strip_whitespace=True)]
MaybeWords = Annotated[str, Limits(max_length=LONGEST_WORDS)]
_few = Limits(max_length=MOST)
Condition = Annotated[dict[MaybeWords, Annotated[tuple[MaybeWords, ...], _few]], Limits(max_length=10)]
"""All keys must hold. A bare key is a fact of the partnership; ``section.field`` is the answer to another choice."""


@part
class Choice(Part):
    """One answer to a choice: the stored value and what is shown for it."""

    value: Words
    label: MaybeWords = ""
    printed: MaybeWords = ""
    """What a document says of it, where the label speaks to the author who chooses."""

    @property
    def shown(self) -> str:
        """What a person sees."""
        return self.label or self.value

    @property
    def told(self) -> str:
        """What a reader of the document sees."""
        return self.printed or self.shown


@part
class Field(Part):
    """One question. A records field with ``of`` is a view: it shows some columns of records kept at another path."""

    id: Id
    kind: Kind
    label: Words
    printed: MaybeWords = ""
    """What a document calls its answer, where the label is a question."""
    guidance: Words
    why: MaybeWords = ""
    """One sentence for the author who left it out: why the question has to be answered."""
    questions: Annotated[tuple[Words, ...], _few] = ()
    example: MaybeWords = ""
    level: Level = "practice"
    items: Annotated[tuple[Item, ...], _few] = ()
    required: bool = False
    when: Condition = field(default_factory=dict)
    choices: Annotated[tuple[Choice, ...], _few] = ()
    record: Id | None = None
    of: MaybeWords | None = None
    columns: Annotated[tuple[Id, ...], _few] = ()
    help: Annotated[dict[Id, Words], _few] = field(default_factory=dict)
    minimum: Annotated[int, Limits(ge=0, le=1_000)] = 1
    words: tuple[Count, Count] | None = None
    """About how many words a text has, from and to: a guide shown beside the count, on which nothing depends."""

    @property
    def called(self) -> str:
        """What a document calls the answer."""
        return self.printed or self.label

    def __hash__(self) -> int:
        """Fields are keys of caches; their dictionaries cannot be part of a hash and need not be."""
        return hash((self.id, self.kind, self.label))


@part
class Section(Part):
    """One section of the document, with the questions it asks in order."""

    id: Id
    title: Words
    purpose: Words
    level: Level = "practice"
    items: Annotated[tuple[Item, ...], _few] = ()
    order: Annotated[float, Limits(ge=-1_000, le=1_000)] = 50
    """When to write it: lower first. Evidence before priorities, the summary last."""
    when: Condition = field(default_factory=dict)
    fields: Annotated[tuple[Field, ...], _few]

    def field(self, name: str) -> Field | None:
        """The field with this id, or None."""
        return next((each for each in self.fields if each.id == name), None)


@part
class Outline(Part):
    """A whole outline as read from one TOML file."""

    id: Id
    version: Words
    title: Words
    provenance: Words
    printed: Words = ""
    """What a document says of where its order comes from, for the board that reads it; the provenance when empty."""
    sections: Annotated[tuple[Section, ...], _few]
    checksum: str = ""
    """``sha256:`` and the hex digest of the file it was read from; empty for an outline made in memory."""

    def section(self, name: str) -> Section | None:
        """The section with this id, or None."""
        return next((section for section in self.sections if section.id == name), None)

    def fields(self) -> Iterator[tuple[Section, Field]]:
        """Every field with its section, in outline order."""
        return ((section, each) for section in self.sections for each in section.fields)

    def find(self, path: str) -> tuple[Section, Field] | None:
        """The section and field at ``section.field``, or None."""
        return self._places.get(path)

    @cached_property
    def _places(self) -> Mapping[str, tuple[Section, Field]]:
        return {f"{section.id}.{each.id}": (section, each) for section, each in self.fields()}

"""Drafts in which every question has an answer that nothing else says, to prove that nothing typed disappears."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.session import Session
from sa_wizard.draft.values import Json, Row
from sa_wizard.folders import templates_dir
from sa_wizard.outline import load
from sa_wizard.outline.columns import Column
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field, Outline

VARIANTS: tuple[Mapping[str, str], ...] = (
    {"about.nation": "england", "about.area_type": "two-tier", "about.first": "no", "county.any": "yes"},
    {"about.nation": "england", "about.area_type": "two-tier", "about.first": "yes", "county.any": "no"},
    {"about.nation": "wales", "about.first": "no", "about.language": "english-only"},
)
"""Choices that between them make every field apply at least once."""

_THIS = {"start": "2024-10", "end": "2025-09"}
_LAST = {"start": "2023-10", "end": "2024-09"}


@cache
def partnership() -> Outline:
    """The outline that ships."""
    return load.load(templates_dir() / "outlines" / "partnership.toml")


@dataclass
class Filled:
    """A full draft, and for each field that was filled the words that must be found in the document."""

    outline: Outline
    draft: Draft
    expected: dict[str, list[str]] = field(default_factory=dict)


def filled(choices: Mapping[str, str], outline: Outline | None = None) -> Filled:
    """Fill every field and every column of the outline; ``choices`` are answers that decide what applies."""
    outline = outline or partnership()
    session = Session(Path("unused.sa.json"), outline, start(outline))
    numbers = itertools.count(101)
    done = Filled(outline, session.draft)
    for section, each in outline.fields():
        if each.of:
            continue
        path = f"{section.id}.{each.id}"
        words: list[str] = []
        session.set(path, choices.get(path) or _value(each, path, numbers, words))
        done.expected[path] = words
    done.draft = session.draft
    return done


def _value(each: Field, path: str, numbers: Iterator[int], words: list[str]) -> Json:
    if each.kind == "records":
        return [_row(each.record or "", f"{each.record}-{place}", numbers, words) for place in (1, 2)]
    column = Column(id=each.id, kind=each.kind, label=each.label, choices=each.choices)
    own = {"about.period": _THIS, "about.previous_period": _LAST}
    return own.get(path) or _plain(column, numbers, words)


def _row(record: str, name: str, numbers: Iterator[int], words: list[str]) -> Row:
    row: Row = {"id": name}
    for column in RECORDS[record].columns():
        if column.kind == "records":
            row[column.id] = [_row(column.record, f"{name}-{place}", numbers, words) for place in (1, 2)]
        else:
            row[column.id] = _plain(column, numbers, words)
    return row


def _plain(column: Column, numbers: Iterator[int], words: list[str]) -> Json:
    """A value of one kind; what must be found of it goes to ``words``."""
    number = next(numbers)
    value, told = _made(column, number)
    words += told
    return value


def _made(column: Column, number: int) -> tuple[Json, list[str]]:
    word = f"w{number}x"
    shown = column.choices[number % len(column.choices)] if column.choices else None
    year = 1990 + number % 9
    kinds: dict[str, tuple[Json, list[str]]] = {
        "text": (f"{word} as told.\n\n- {word}b point\n\n{word}c, at the end.", [word, f"{word}b", f"{word}c"]),
        "line": (f"{word} in a line", [word]),
        "list": ([f"{word} first", f"{word}b second"], [word, f"{word}b"]),
        "number": (number * 17, [f"{number * 17:,}"]),
        "choice": (shown.value, [shown.told]) if shown else ("", []),
        "period": ({"start": f"{year}-03", "end": f"{year}-06"}, [f"March {year} to June {year}"]),
        "links": ([f"{_LINKED.get(column.to)}-2"], []),
    }
    return kinds[column.kind]


_LINKED = {
    "levels.topics": "topic",
    "views.concerns": "concern",
    "views.consultations": "consultation",
    "appendices.sources": "data_source",
}

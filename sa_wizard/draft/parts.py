"""A draft taken apart: everything that its file holds, each part under a path of its own, and put together again.

Comparing and merging then need to know of one thing only, a value at a path, whatever it is a value of.
"""

import json
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal, TypeVar

from sa_wizard.draft.draft import Draft
from sa_wizard.draft.values import Json, Row

What = Literal["outline", "order", "heading", "claim", "value", "accepted", "parked"]

HashableT = TypeVar("HashableT", bound=Hashable)

_PLAIN = re.compile(r"[a-z][a-z0-9_]*")
_ACCEPTED_FIRST = ("at", "section", "code", "about")


@dataclass(frozen=True)
class Part:
    """Which part of a draft: what it is, in which section, and its name there.

    The name of something let stand is JSON of all that it says but the reason, which is its value; ``number`` tells
    two of those apart that say the same.
    """

    what: What
    section: str = ""
    name: str = ""
    number: int = 0

    @property
    def path(self) -> str:
        """What it is called by: ``section.field`` for an answer; no other path is like the path of an answer."""
        if self.what in ("outline", "order"):
            return self.what
        if self.what == "accepted":
            digest = sha256(f"{self.name}{self.number}".encode()).hexdigest()
            return f"accepted:{self.section}/{digest[:12]}"
        names = [name for name in (self.section, self.name) if name]
        if self.what == "value" and all(_PLAIN.fullmatch(name) for name in (self.section, self.name)):
            return ".".join(names)
        kept = (self.section, self.name) if self.what in ("value", "claim") else names
        return f"{self.what}:{'/'.join(name.replace('~', '~0').replace('/', '~1') for name in kept)}"

    @property
    def said(self) -> dict[str, str]:
        """What is let stand, all but the reason: where, by which code, and the words it is about."""
        return dict(json.loads(self.name)) if self.what == "accepted" else {}


def parts(draft: Draft) -> dict[Part, Json]:
    """Every part of a draft with its value."""
    found: dict[Part, Json] = {Part("outline"): draft.outline._asdict(), Part("order"): list(draft.order)}
    found |= {Part("heading", section): text for section, text in draft.headings.items()}
    for section, said in draft.claims.items():
        found |= {Part("claim", section, name): text for name, text in said.items()}
    for section, values in draft.values.items():
        found |= {Part("value", section, name): value for name, value in values.items()}
    for each in draft.accepted:
        found[_accepted_part(each, found)] = each.get("reason", "")
    return found | {Part("parked", name=name): value for name, value in draft.parked.items()}


def assembled(like: Draft, found: Mapping[Part, Json]) -> Draft:
    """The draft that has these parts; what is no part of the file is taken from the draft it is to be like."""
    return replace(
        like,
        outline=like.outline._replace(**found[Part("outline")]),
        order=tuple(found[Part("order")]),
        headings={part.section: value for part, value in found.items() if part.what == "heading"},
        claims=_by_section(found, "claim"),
        values=_by_section(found, "value"),
        accepted=tuple({**part.said, "reason": value} for part, value in found.items() if part.what == "accepted"),
        parked={part.name: value for part, value in found.items() if part.what == "parked"},
    )


def nothing(value: Json) -> bool:
    """Whether a value is no answer at all: never given, or left empty. White space is something."""
    return value is None or value in ("", [], {}, {"start": "", "end": ""})


def same(one: Json, other: Json) -> bool:
    """Whether two values are the same in a file; an answer never given is the same as one left empty.

    Why not ``==`` alone: for Python 1, 1.0 and True are equal, and in a file they are not.
    """
    if one is other or (nothing(one) and nothing(other)):
        return True
    if isinstance(one, dict) and isinstance(other, dict):
        return all(same(one.get(key), other.get(key)) for key in one.keys() | other.keys())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and repr(one) == repr(other)


def keyed(rows: Json) -> dict[tuple[str, int], Row]:
    """Entries by their id; the number is 0 but for a second entry with the id of another, which no file has."""
    found: dict[tuple[str, int], Row] = {}
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict):
            name = row.get("id")
            found[_free((name if isinstance(name, str) else "", 0), found)] = row
    return found


def interleaved(mine: Iterable[HashableT], theirs: Sequence[HashableT]) -> list[HashableT]:
    """All of both, once: in the order of the first, and what only the second has before what stood after it there."""
    done = list(mine)
    have = set(done)
    at = len(done)
    for each in reversed(theirs):
        if each in have:
            at = done.index(each)
        else:
            done.insert(at, each)
    return done


def _free(key: tuple[str, int], taken: Mapping[tuple[str, int], Row]) -> tuple[str, int]:
    while key in taken:
        key = (key[0], key[1] + 1)
    return key


def _accepted_part(each: Mapping[str, str], taken: Mapping[Part, Json]) -> Part:
    said = {key: each[key] for key in _ACCEPTED_FIRST if key in each}
    said |= {key: each[key] for key in sorted(each) if key not in said and key != "reason"}
    section = (each.get("at") or each.get("section", "")).partition(".")[0]
    part = Part("accepted", section, json.dumps(said))
    while part in taken:
        part = replace(part, number=part.number + 1)
    return part


def _by_section(found: Mapping[Part, Json], what: What) -> dict[str, dict[str, Json]]:
    done: dict[str, dict[str, Json]] = {}
    for part, value in found.items():
        if part.what == what:
            done.setdefault(part.section, {})[part.name] = value
    return done

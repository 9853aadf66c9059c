"""What counts as an answer: more than white space, a place held for one, or the outline's own words pasted back."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from sa_wizard.draft.values import Json, is_empty
from sa_wizard.expressions import Rare, Shape
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field
from sa_wizard.review.reading import READINGS
from sa_wizard.review.scaffolds import LONGEST, held

_NAME = Shape(r"\{\w+\}")
"""Where a text names a body."""
_NUMBER = Shape(r"^\(?\d{1,2}[.)] ")
_BEGIN = 12
"""Characters by which most answers are told from the outline's own words."""
_SHORTEST_EXAMPLE = 40
"""Characters of an example that nobody writes by chance."""

_CORE = Shape(r"\w(?:.*\w)?", re.DOTALL)
"""A text from its first letter or figure to its last."""
_SAY_NOTHING = frozenset(
    (
        *("", "none", "no", "no reason", "no matter", "no matters", "nil", "nothing", "na", "n/a", "yes", "ok", "okay"),
        *("not applicable", "not applicable to us", "not applicable here", "does not apply", "it does not apply"),
        *("not needed", "not known", "not yet known", "unknown", "see above", "see below", "as above", "as before"),
        *("as agreed", "as last year", "as discussed"),
    )
)
"""What people write in place of an answer when they have none; it may be one, and it never says why."""
_NO_REASONS = frozenset(
    (
        *("because", "because it is", "because it does"),
        *(
            f"{it}{whose}first{kind}{what}"
            for it in ("", "this is ", "it is ")
            for whose in ("", "the ", "our ")
            for kind in ("", " strategic")
            for what in ("", " assessment", " one", " time", " year")
        ),
    )
)


class OwnWords(NamedTuple):
    """What the outline itself says of a question: pasted back unchanged, it answers nothing."""

    texts: frozenset[str] = frozenset()
    patterns: tuple[Rare, ...] = ()
    """Those in which the name of a body stands, which changes with nation and date."""
    heads: frozenset[str] = frozenset()
    """How the texts begin: most answers begin otherwise, and are not looked at again."""
    begins: tuple[str, ...] = ()
    """The same of the patterns, up to the name."""

    def hold(self, text: str) -> bool:
        """Whether a text is one of them, or lines of them with no answer between."""
        if not text or not (self.heads or self.begins):
            return False
        beginnings = READINGS.of(text).once(_beginnings)
        if self.heads.isdisjoint(beginnings) and not (self.begins and any(map(self._begin, beginnings))):
            return False
        whole, *lines = [
            self._begin(head) and self._is(line) for head, line in zip(beginnings, _lines(text), strict=True)
        ]
        if whole or not any(lines):
            return whole
        return held("\n".join(line for line, own in zip(text.split("\n"), lines, strict=True) if not own))

    def _begin(self, head: str) -> bool:
        return head in self.heads or head.startswith(self.begins)

    def _is(self, text: str) -> bool:
        plain = _plain(text)
        return plain in self.texts or any(pattern.fullmatch(plain) for pattern in self.patterns)

    def __or__(self, other: "OwnWords") -> "OwnWords":
        """The words of both."""
        return OwnWords(
            self.texts | other.texts,
            self.patterns + other.patterns,
            self.heads | other.heads,
            self.begins + other.begins,
        )


NOBODYS = OwnWords()


def answered(value: Json, own: OwnWords = NOBODYS) -> bool:
    """Whether a value answers its question: not empty, not TODO, TBC, XX or [insert …], and not only ``own`` words."""
    if isinstance(value, str):
        return not (held(value) or own.hold(value))
    if isinstance(value, list):
        return any(answered(part, own) for part in value)
    if isinstance(value, dict):
        return any(answered(part, own) for key, part in value.items() if key != "id")
    return not is_empty(value)


def without(value: Json, own: OwnWords, instead: str = "") -> Json:
    """A value as it would be had the outline's own words not been pasted into it; the same object when they were not.

    ``instead`` stands where they stood.
    """
    if not _pasted(value, own):
        return value
    if isinstance(value, list):
        return [without(part, own, instead) for part in value]
    if isinstance(value, dict):
        return {key: part if key == "id" else without(part, own, instead) for key, part in value.items()}
    return instead


def _pasted(value: Json, own: OwnWords) -> bool:
    """Whether the outline's own words stand anywhere in a value."""
    if isinstance(value, str):
        return own.hold(value)
    if isinstance(value, dict):
        value = [part for key, part in value.items() if key != "id"]
    if not isinstance(value, list):
        return False
    return any(own.hold(part) if isinstance(part, str) else _pasted(part, own) for part in value)


def tells(text: str) -> bool:
    """Whether a text tells something: an answer, and more than "None", "n/a", "unknown" or a dash."""
    return answered(text) and _core(text) not in _SAY_NOTHING


def gives_reason(text: str) -> bool:
    """Whether a text gives a reason: it tells something, and more than "first assessment" said once more."""
    return tells(text) and len(_core(text)) > 1 and _core(text) not in _NO_REASONS


def _core(text: str) -> str:
    found = _CORE.search(text)
    return found[0].lower() if found else ""


@lru_cache(maxsize=2048)
def own_words(field: Field) -> OwnWords:
    """The guidance, reason, questions, hints and example of a field, as nobody would answer it.

    Why not every example: a title, a name or a choice may well be the same as the outline's.
    """
    if field.kind in ("choice", "period"):
        return NOBODYS
    told = [field.guidance, field.why, *field.questions, *field.help.values()]
    if field.kind != "line" and len(field.example) >= _SHORTEST_EXAMPLE:
        told.append(field.example)
    if field.kind == "records":
        told += _hints(field.record or "")
    else:
        told.append(field.label)
    return _words(told)


def _hints(record: str) -> list[str]:
    """What the columns of a record ask for, and of the records in it."""
    columns = RECORDS[record].columns()
    inner = {column.record for column in columns if column.record} - {record}
    return [column.hint for column in columns] + [hint for name in inner for hint in _hints(name)]


def _words(told: Iterable[str]) -> OwnWords:
    plain = [text for text in map(_plain, told) if text]
    fixed = frozenset(text for text in plain if "{" not in text)
    named = [text for text in plain if text not in fixed]
    begins = tuple({text.partition("{")[0][:_BEGIN].rstrip() for text in named})
    return OwnWords(fixed, tuple(map(_with_names, named)), frozenset(text[:_BEGIN].rstrip() for text in fixed), begins)


def _with_names(text: str) -> Rare:
    """A text with any name where it names a body."""
    parts = _NAME.split(text)
    return Rare(".{1,400}".join(map(re.escape, parts)), max(parts, key=len))


def _lines(text: str) -> tuple[str, ...]:
    """A text, and each of its lines when it has several."""
    return (text, *text.split("\n")) if "\n" in text and len(text) <= LONGEST else (text,)


def _beginnings(text: str) -> tuple[str, ...]:
    """How a text and each of its lines begin, made plain."""
    return tuple([_plain(line[:60])[:_BEGIN].rstrip() if line else "" for line in _lines(text)])


def _plain(text: str) -> str:
    """A text without what pasting changes: line breaks, capitals, quotation marks, the mark of a list."""
    plain = " ".join(text.split())
    if plain[:1] == "(" or plain[:1].isdecimal():
        plain = _NUMBER.sub("", plain)
    return plain.casefold().strip("-–—*•>#_\"'“”‘’ ")

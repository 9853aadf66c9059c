"""What counts as an answer: more than white space, a place held for one, or the outline's own words pasted back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sa_wizard.draft.values import Json, is_empty
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field
from sa_wizard.review.scaffolds import LONGEST, held

_NAMED = re.compile(r"\\\{\w+\\\}")
"""Where an escaped text names a body."""
_NUMBER = re.compile(r"^\(?\d{1,2}[.)] ")
_BEGIN = 12
"""Characters by which most answers are told from the outline's own words."""
_SHORTEST_EXAMPLE = 40
"""Characters of an example that nobody writes by chance."""

_NOTHING = (
    r"none|no(?: reason| matters?)?|nil|nothing|n/?a|not applicable(?: to us| here)?|(?:it )?does not apply|not needed"
    r"|not (?:yet )?known|unknown|yes|ok|okay|as (?:above|before|agreed|last year|discussed)|see (?:above|below)"
)
"""What people write in place of an answer when they have none; it may be one, and it never says why."""
_SAYS_NOTHING = re.compile(rf"\W*(?:{_NOTHING})?\W*", re.IGNORECASE)
_NO_REASON = re.compile(
    r"\W*(?:\w|because(?: it (?:is|does))?"
    r"|(?:this is |it is )?(?:the |our )?first(?: strategic)?(?: assessment| one| time| year)?)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class OwnWords:
    """What the outline itself says of a question: pasted back unchanged, it answers nothing."""

    texts: frozenset[str] = frozenset()
    patterns: tuple[re.Pattern[str], ...] = ()
    """Those in which the name of a body stands, which changes with nation and date."""
    begins: tuple[str, ...] = ()
    """How they all begin: most answers begin otherwise, and are not looked at again."""

    def hold(self, text: str) -> bool:
        """Whether a text is one of them, or lines of them with no answer between."""
        if not self.begins or not text:
            return False
        if self._is(text):
            return True
        if "\n" not in text or len(text) > LONGEST:
            return False
        lines = text.split("\n")
        rest = [line for line in lines if not self._is(line)]
        return len(rest) < len(lines) and held("\n".join(rest))

    @cached_property
    def _pairs(self) -> frozenset[str]:
        """The two letters each of them begins with; none when one may begin with anything."""
        return frozenset() if "" in self.begins else frozenset(each[:2] for each in self.begins)

    def _is(self, text: str) -> bool:
        pair = text[:2]
        if self._pairs and pair.isalpha():
            if pair.casefold() not in self._pairs:
                return False
            head = text[:_BEGIN]
            simple = "  " not in head and head.replace(" ", "").isalpha()
            if simple and not head.casefold().startswith(self.begins):
                return False
        if not _plain(text[:60]).startswith(self.begins):
            return False
        plain = _plain(text)
        return plain in self.texts or any(pattern.fullmatch(plain) for pattern in self.patterns)

    def __or__(self, other: "OwnWords") -> "OwnWords":
        """The words of both."""
        return OwnWords(self.texts | other.texts, self.patterns + other.patterns, self.begins + other.begins)


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
    if isinstance(value, list):
        return any(_pasted(part, own) for part in value)
    if isinstance(value, dict):
        return any(_pasted(part, own) for key, part in value.items() if key != "id")
    return False


def tells(text: str) -> bool:
    """Whether a text tells something: an answer, and more than "None", "n/a", "unknown" or a dash."""
    return answered(text) and not _SAYS_NOTHING.fullmatch(text.strip())


def gives_reason(text: str) -> bool:
    """Whether a text gives a reason: it tells something, and more than "first assessment" said once more."""
    return tells(text) and not _NO_REASON.fullmatch(text.strip())


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
    patterns = tuple(re.compile(_NAMED.sub(".{1,400}", re.escape(text))) for text in plain if text not in fixed)
    return OwnWords(fixed, patterns, tuple({text.partition("{")[0][:_BEGIN] for text in plain}))


def _plain(text: str) -> str:
    """A text without what pasting changes: line breaks, capitals, quotation marks, the mark of a list."""
    return _NUMBER.sub("", " ".join(text.split())).casefold().strip("-–—*•>#_\"'“”‘’ ")

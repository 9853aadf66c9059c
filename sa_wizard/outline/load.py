"""Read and verify an outline file. Every error names the file, the section and the field, and nothing is guessed."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path

from sa_wizard import files
from sa_wizard.errors import OutlineError
from sa_wizard.folders import templates_dir
from sa_wizard.outline import known
from sa_wizard.outline.conditions import FACTS
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.requirements import TOKENS
from sa_wizard.outline.spec import ITEMS, Condition, Field, Outline, Section
from sa_wizard.signs import LINE_BREAKS, UNSHOWABLE, is_plain
from sa_wizard.sound import Unsound, sound

DEFAULT = "partnership"
LARGEST = 2_000_000
"""Bytes. The shipped outline is about a sixteenth of this; more is not an outline."""

MOST_SIGNS = 100_000
"""Commas, brackets and equals signs. The shipped outline has 6,300; a million values take a second and much memory."""

DEEPEST_CONDITION = 10
"""Questions that may wait for each other in a row. The shipped outline has three; each is a step of recursion."""

CORE = ("about.partnership", "about.nation", "about.period", "about.status")
"""Fields without which no outline can be judged: who, under which law, for when, and whether it is final."""

_PART = rb"""(?>[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_MOST_DOTS = 20
_LONG_KEY = re.compile(rb"(?<![A-Za-z0-9_-])%b(?>[ \t]*\.[ \t]*%b){%d}" % (_PART, _PART, _MOST_DOTS))
"""A key of more than twenty parts, which takes the square of its length to read. No words look so, not even dots."""

_MEND = "Mend that place in the file; 'sa-wizard outline verify FILE' says when it is right."

_ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
"""What an outline may be called. A draft names its outline, and comes from anywhere: nothing else becomes a path."""

LONGEST_SHOWN = 60

_TOKEN = re.compile(r"\{([^{}]*)\}")


def shipped() -> list[Path]:
    """The outline files that come with the program."""
    return sorted((templates_dir() / "outlines").glob("*.toml"))


def find(name: str, folders: Sequence[Path] = ()) -> Outline:
    """The outline with this id, from the given folders first, then the shipped ones; raises OutlineError."""
    for folder in (*folders, templates_dir() / "outlines"):
        path = folder / f"{name}.toml"
        if _ID.fullmatch(name) and os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises where it may not look
            return load(path)
    shown = name if len(name) <= LONGEST_SHOWN else f"{name[:LONGEST_SHOWN]}…"
    where = f"Put {name}.toml" if _ID.fullmatch(name) else "Put its file"
    raise OutlineError(
        f"There is no outline called {shown!r}.",
        f"{where} beside the draft or in one of the folders that 'sa-wizard paths' lists.",
    )


def load(path: Path) -> Outline:
    """Read one outline file and verify it; raises OutlineError for the first fault."""
    try:
        raw = files.read(path, LARGEST)
    except files.TooLarge as error:
        raise OutlineError(
            f"The outline {path.name} is larger than {LARGEST // 1_000_000} MB, so it is not an outline.", _MEND
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a name no file can have
        why = getattr(error, "strerror", None) or "the system refused"
        raise OutlineError(f"The outline {path} cannot be read: {why}.", "Check the name of the file.") from error
    return _parsed(path.name, raw)


def faults(outline: Outline) -> Iterator[str]:
    """Everything wrong with an outline whose shape is right, one sentence each."""
    yield from _repeated("section", [section.id for section in outline.sections], "the outline")
    for section in outline.sections:
        yield from _repeated("field", [field.id for field in section.fields], f"section {section.id}")
        place = f"section {section.id}"
        yield from _condition_faults(outline, section.when, place)
        yield from _token_faults(section.purpose, place)
        for field in section.fields:
            yield from _field_faults(outline, section, field)
    yield from _circles(outline)
    for path in CORE:
        if outline.find(path) is None:
            yield f"the outline lacks the field {path}, which every outline needs"
    served = {item for section in outline.sections for item in section.items}
    served |= {item for _, field in outline.fields() for item in field.items}
    for item in ITEMS:
        if item not in served:
            yield f"no section or field serves item ({item})"


@lru_cache(maxsize=8)
def _parsed(name: str, raw: bytes) -> Outline:
    return known.once(Outline, raw, partial(_checked, name, raw))


def _checked(name: str, raw: bytes) -> Outline:
    if sum(raw.count(sign) for sign in b",=[{") > MOST_SIGNS:
        raise OutlineError(
            f"The outline {name} is not readable TOML: it holds more than {MOST_SIGNS:,} commas and brackets.", _MEND
        )
    dotted = any(line.count(b".") >= _MOST_DOTS for line in raw.split(b"\n"))
    long = _LONG_KEY.search(raw) if dotted else None  # few files have such a line, and none has to be looked through
    if long:
        line = raw.count(b"\n", 0, long.start()) + 1
        raise OutlineError(
            f"The outline {name} is not readable TOML: at line {line} a key has more than twenty parts.", _MEND
        )
    import hashlib
    import tomllib

    try:
        data = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise OutlineError(f"The outline {name} is not UTF-8 text (byte {error.start:,}).", _MEND) from error
    except (ValueError, RecursionError) as error:
        raise OutlineError(f"The outline {name} is not readable TOML: {str(error).rstrip('.')}.", _MEND) from error
    for words in _texts(data):
        if not is_plain(words) and (UNSHOWABLE.search(words) or LINE_BREAKS.search(words)):
            raise OutlineError(f"The outline {name} holds a control character, in {words[:60]!r}.", _MEND)
    try:
        outline = sound(Outline, {**data, "checksum": f"sha256:{hashlib.sha256(raw).hexdigest()}"})
    except Unsound as error:
        raise OutlineError(f"The outline {name} is wrong {_place(data, error)}.", _MEND) from error
    for fault in faults(outline):
        raise OutlineError(f"The outline {name} is wrong: {fault}.", _MEND)
    return outline


def _texts(part: object) -> Iterator[str]:
    """Every text in parsed TOML, keys included."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for each in (*part, *part.values()) if isinstance(part, dict) else part:
            yield from _texts(each)


def _place(data: dict[str, object], error: Unsound) -> str:
    """Say where the first fault is, with section and field ids in place of list positions."""
    here: object = data
    parts: list[str] = []
    for step in error.steps:
        try:
            here = here[step]  # type: ignore[index]  # the location was made from this very data
        except (KeyError, IndexError, TypeError):
            here = None
        named = here.get("id") if isinstance(here, dict) and isinstance(step, int) else None
        parts.append(str(named or step)[:60])
    return f"at {' › '.join(parts)}: {error.said}"


def _repeated(kind: str, ids: Sequence[str], where: str) -> Iterator[str]:
    for name, times in Counter(ids).items():
        if times > 1:
            yield f"{kind} {name!r} appears {times} times in {where}"
            return


def _field_faults(outline: Outline, section: Section, field: Field) -> Iterator[str]:
    place = f"section {section.id}, field {field.id}"
    yield from _condition_faults(outline, field.when, place)
    for words in (field.label, field.guidance, field.why, field.example, *field.questions, *field.help.values()):
        yield from _token_faults(words, place)
    if (field.kind == "choice") != bool(field.choices):
        yield f"{place}: a choice needs choices, and only a choice has them"
    yield from _repeated("choice", [choice.value for choice in field.choices], place)
    if field.words and (field.kind != "text" or field.words[0] > field.words[1]):
        yield f"{place}: words belong to kind text only, from the smaller number to the larger, such as [60, 160]"
    if field.kind == "records":
        yield from _records_faults(outline, field, place)
    elif field.record or field.of or field.columns or field.help:
        yield f"{place}: record, of, columns and help belong to kind records only"


def _records_faults(outline: Outline, field: Field, place: str) -> Iterator[str]:
    record = RECORDS.get(field.record or "")
    if record is None:
        yield f"{place}: record {field.record!r} is not one of {', '.join(RECORDS)}"
        return
    yield from _repeated("column", field.columns, place)
    known = {column.id: column for column in record.columns()}
    nested = {inner.id for column in record.columns() if column.record for inner in RECORDS[column.record].columns()}
    for name in (*field.columns, *(name for name in field.help if name not in nested)):
        if name not in known:
            yield f"{place}: a {field.record} has no column {name!r}"
    if field.of:
        target = outline.find(field.of)
        if target is None or target[1].kind != "records" or target[1].of or target[1].record != field.record:
            yield f"{place}: of = {field.of!r} is not a list of {field.record} records"
    for name in field.columns or tuple(known):
        column = known.get(name)
        if column and column.to and outline.find(column.to) is None:
            yield f"{place}: column {name} links to {column.to}, which the outline does not have"


def _condition_faults(outline: Outline, when: Condition, place: str) -> Iterator[str]:
    for key, accepted in when.items():
        if "." in key:
            found = outline.find(key)
            if found is None or found[1].kind != "choice":
                yield f"{place}: the condition names {key}, which is not a choice of this outline"
                continue
            possible = tuple(choice.value for choice in found[1].choices)
        elif key in FACTS:
            possible = FACTS[key]
        else:
            yield f"{place}: the condition names {key!r}, which is neither a fact ({', '.join(FACTS)}) nor a field"
            continue
        for value in accepted:
            if value not in possible:
                yield f"{place}: the condition on {key} accepts {value!r}, which it can never be"


def _circles(outline: Outline) -> Iterator[str]:
    """Questions that wait for each other's answers: none of them would ever be asked. Long rows of them, too."""
    waits = {
        f"{section.id}.{field.id}": {key for key in (*section.when, *field.when) if "." in key}
        for section, field in outline.fields()
    }
    asked: set[str] = set()
    rounds = 0
    while ready := {path for path, keys in waits.items() if path not in asked and keys & waits.keys() <= asked}:
        asked |= ready
        rounds += 1
        if rounds > DEEPEST_CONDITION + 1:
            yield f"the condition of {min(ready)} waits for more than {DEEPEST_CONDITION} others in a row"
            return
    stuck = sorted(waits.keys() - asked)
    if stuck:
        yield f"the conditions of {', '.join(stuck[:3])} wait for each other in a circle"


def _token_faults(words: str, place: str) -> Iterator[str]:
    for token in _TOKEN.findall(words):
        if token not in TOKENS:
            yield f"{place}: {{{token}}} is not one of the words that stand for a body ({', '.join(sorted(TOKENS))})"


def worded(text: str, words: dict[str, str] | None = None) -> str:
    """The text with its tokens replaced by the words right for nation and date, and single newlines folded."""
    filled = _TOKEN.sub(lambda match: (words or {}).get(match[1], match[0]), text)
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in filled.split("\n\n"))

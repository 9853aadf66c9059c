"""Differences for a person to read: plain lines, what was taken out marked with - and what came with +."""

import json
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from sa_wizard.draft.compare import Difference, EntryDifference
from sa_wizard.draft.months import months
from sa_wizard.draft.parts import nothing
from sa_wizard.draft.rewording import AROUND, changed, rewording
from sa_wizard.draft.values import Json, shown_number
from sa_wizard.draft.words import WRITTEN

WIDTH = 80
NARROWEST = 30
"""Columns."""

_FATES = {"added": "Added", "removed": "Taken out", "changed": "Changed"}
_EMPTY = "(an empty line)"


def in_words(differences: Sequence[Difference], width: int = WIDTH, around: int = AROUND) -> tuple[str, ...]:
    """The differences as lines of at most so many columns, an empty line between two.

    Of a text that was reworded so many words are shown around what changed.

    The words of drafts come as they are: whoever prints the lines must not take anything in them for markup.
    """
    lines: list[str] = []
    for each in differences:
        head = f"{each.section} · {each.label}"
        lines += [*([""] if lines else []), *_told(each, head, "", max(NARROWEST, width), around)]
    return tuple(lines)


def summary(difference: Difference) -> str:
    """How much differs, such as ``120 words added, 14 taken out``; empty where the two values say it themselves."""
    if difference.kind == "records":
        return _summed(difference)
    if _is_prose(difference):
        found = rewording(_text(difference.mine), _text(difference.theirs))
        if not found.hunks:
            return "the words are the same, spaces or line breaks differ"
        return counted(found.added, found.removed, "word")
    if difference.kind == "list":
        old, new = _lines(difference)
        blocks = changed(old, new)
        return counted(sum(d - c for _, _, c, d in blocks), sum(b - a for a, b, _, _ in blocks), "line")
    return ""


def reworded(difference: Difference) -> tuple[int, int]:
    """How many words came and how many went in one value that is written rather than chosen."""
    if difference.kind not in WRITTEN and not _is_prose(difference):
        return 0, 0
    mine, theirs = ("\n".join(_shown(difference, value)) for value in (difference.mine, difference.theirs))
    found = rewording(mine, theirs)
    return found.added, found.removed


def _told(each: Difference, head: str, indent: str, width: int, around: int) -> Iterator[str]:
    said = summary(each)
    yield from _wrapped(f"{head}: {said}" if said else head, indent, f"{indent}  ", width)
    inner = f"{indent}  "
    for sign, text in _changes(each, around):
        yield from _wrapped(text, f"{inner}{sign} ", f"{inner}  ", width)
    for entry in each.entries:
        yield from _entry(entry, inner, width, around)


def _entry(entry: EntryDifference, indent: str, width: int, around: int) -> Iterator[str]:
    yield from _wrapped(f"{_FATES[entry.fate]}: {entry.name}", indent, f"{indent}  ", width)
    for each in entry.columns:
        yield from _told(each, each.label, f"{indent}  ", width, around)


def _changes(each: Difference, around: int) -> Iterator[tuple[str, str]]:
    """What to print of one value, each with its sign."""
    if each.kind == "records":
        return
    if _is_prose(each):
        for hunk in rewording(_text(each.mine), _text(each.theirs), around).hunks:
            yield from ((sign, text) for sign, text in (("-", hunk.before), ("+", hunk.after)) if text)
        return
    old, new = _lines(each)
    for a, b, c, d in changed(old, new):
        yield from (("-", line or _EMPTY) for line in old[a:b])
        yield from (("+", line or _EMPTY) for line in new[c:d])


def _is_prose(each: Difference) -> bool:
    if each.kind != "parked":
        return each.kind == "text"
    return all(isinstance(value, str) or nothing(value) for value in (each.mine, each.theirs))


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _lines(each: Difference) -> tuple[list[str], list[str]]:
    """Both values as they are shown; as they are kept where they would look the same."""
    old, new = (_shown(each, value) for value in (each.mine, each.theirs))
    if old == new:
        old, new = (
            [] if nothing(value) else [json.dumps(value, ensure_ascii=False)] for value in (each.mine, each.theirs)
        )
    return old, new


def _shown(each: Difference, value: Json) -> list[str]:
    """One value as the lines that show it; none when it is no answer."""
    if nothing(value):
        return []
    if isinstance(value, list) and each.kind in ("list", "links", "order"):
        shown = [str(each.called.get(part, part)) for part in value]
        return [", ".join(shown)] if each.kind == "order" else shown
    if isinstance(value, dict) and each.kind in ("period", "outline"):
        return [_period(value) if each.kind == "period" else ", ".join(str(part) for part in value.values())]
    if each.kind == "number" or isinstance(value, str):
        return [each.called.get(value, value) if isinstance(value, str) else shown_number(value)]
    return [json.dumps(value, ensure_ascii=False)]


def _period(value: Json) -> str:
    known = months(value)
    return known.label if known else f"{value.get('start') or '…'} to {value.get('end') or '…'}"


def _summed(each: Difference) -> str:
    fates = [entry.fate for entry in each.entries]
    told = [f"{fates.count(fate)} {word.lower()}" for fate, word in _FATES.items() if fate in fates]
    return ", ".join([*told, *(["the order changed"] if each.moved else [])])


def counted(added: int, removed: int, what: str) -> str:
    """Such as ``1 word added, 14 taken out``."""
    told = []
    if added:
        told.append(f"{added:,} {what}{'s' if added != 1 else ''} added")
    if removed:
        named = "" if added else f" {what}{'s' if removed != 1 else ''}"
        told.append(f"{removed:,}{named} taken out")
    return ", ".join(told)


def _wrapped(text: str, first: str, rest: str, width: int) -> Iterable[str]:
    """Lines of one paragraph. A word longer than a line is broken: no line may be wider than the screen."""
    return wrap(
        " ".join(text.split()), width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    ) or [first.rstrip()]

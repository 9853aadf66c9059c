"""How much a draft may hold. Far more than anybody writes, and little enough that no file can stop the program.

Whatever is saved is held to the same bounds as what is opened, so that a draft that was saved can always be opened.
"""

from sa_wizard.draft.text import clean_line

MOST_VALUES = 200_000
"""Values in the whole file. A draft of 100,000 words and 60 problems holds some 5,000; a million take a gigabyte."""

MOST_ENTRIES = 5_000
"""Entries of one list, or keys of one object. Nobody reads a list of a thousand; every screen and rule walks it."""

LONGEST_TEXT = 2_000_000
"""Characters of one text: 300,000 words, longer than any assessment. The slowest rule reads as many in four seconds."""

LONGEST_LINE = 1_000_000
"""Characters of one line: a name, title or list entry. A whole assessment pasted into one by mistake is still kept."""

LONGEST_KEY = 1_000
"""Characters of a key. Keys are ids of some twenty letters."""

MOST_LEVELS = 100
"""Levels of lists and objects in the whole file; a draft with everything in it has nine, and keeps 50 unknown ones."""


def fault(data: object) -> str:
    """Where plain JSON data is more than a draft may hold, as the end of a sentence; empty when it is not.

    Why a list of what is still to be looked at, not recursion: the deepest file must be refused, not followed.
    """
    waiting: list[tuple[str, int, object]] = [("", 1, data)]
    values = 0
    while waiting:
        place, level, part = waiting.pop()
        told = _too_many(place, level, part)
        if told:
            return told
        parts = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
        for key, inner in parts:
            values += 1
            if isinstance(inner, dict | list):
                waiting.append((_step(place, key), level + 1, inner))
            elif isinstance(inner, str) and len(inner) > LONGEST_TEXT:
                return f"{_step(place, key)} is longer than {LONGEST_TEXT:,} characters"
        if values > MOST_VALUES:
            return f"it holds more than {MOST_VALUES:,} values, the last of them in {place or 'its first object'}"
    return ""


def _too_many(place: str, level: int, part: object) -> str:
    if isinstance(part, dict | list) and len(part) > MOST_ENTRIES:
        what = "entries" if isinstance(part, list) else "keys"
        return f"{place or 'its first object'} has more than {MOST_ENTRIES:,} {what}"
    if isinstance(part, dict):
        long = next((key for key in part if len(key) > LONGEST_KEY), None)
        if long is not None:
            return f"the key {_shown(long)} in {place or 'its first object'} has more than {LONGEST_KEY:,} characters"
    return f"{place} is nested more than {MOST_LEVELS} levels deep" if level > MOST_LEVELS else ""


def _step(place: str, key: object) -> str:
    """The place of a part; of a very long way only the end is told."""
    if isinstance(key, int):
        return f"{place[-200:]}[{key}]"
    return f"{place[-200:]}.{clean_line(str(key))[:60]}".removeprefix(".")


def _shown(key: str) -> str:
    return repr(clean_line(key[:40]))

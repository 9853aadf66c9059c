"""Bytes from anywhere into plain JSON data. What would be lost, changed or too much on the way is refused."""

import json
import math
import re

from sa_wizard.draft.bounds import MOST_LEVELS, MOST_VALUES
from sa_wizard.draft.text import clean_line
from sa_wizard.draft.values import Json

LONGEST_NUMBER = 1_000
"""Characters of one number. More than a figure can need, and Python refuses to write one of thousands of digits."""

_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[\[\]{},]', re.DOTALL)
"""A whole text, which counts as one however long, or a sign of structure. It never looks at a byte twice."""

_NUMBER = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|(?P<number>[\d.eE+-]{%d,})' % LONGEST_NUMBER, re.DOTALL)
_QUOTE, _COMMA, _CLOSING = ord('"'), ord(","), b"]}"
_MOST_SIGNS = 2 * MOST_VALUES + 2
"""Each value has one comma or bracket before it and at most one within, and at most two texts: its key and itself."""


class NotPlain(ValueError):
    """The bytes are not JSON that a draft can be made of. The message is the end of a sentence, with the place."""


def parse(raw: bytes) -> Json:
    """The data in a JSON file, its keys cleaned; raises NotPlain.

    A short file can ask for gigabytes of lists: where it has enough signs for that, its structure is looked through
    first. Levels that are more than a draft may have, and few enough to be read, are ``bounds``' to refuse.
    """
    if max(sum(map(raw.count, (b",", b"[", b"{"))), raw.count(b'"')) > _MOST_SIGNS:
        _look_through(raw)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotPlain(f"it is not UTF-8 text (byte {error.start:,})") from error
    twice = _Twice()
    try:
        data = json.loads(text, parse_constant=_figure, parse_float=_figure, object_pairs_hook=twice.once)
    except json.JSONDecodeError as error:
        at_end = error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated")
        cut = " and seems cut off" if at_end else ""
        raise NotPlain(f"it is not JSON at line {error.lineno:,}, column {error.colno:,}{cut}") from error
    except RecursionError as error:
        _look_through(raw)
        raise NotPlain("it is nested too deeply") from error
    except NotPlain:
        raise
    except ValueError as error:  # Python refuses whole numbers of more than 4,300 digits
        raise NotPlain(f"it holds a number with thousands of digits{_long_number(raw)}") from error
    twice.refuse(data)
    return data


def _look_through(raw: bytes) -> None:
    level = signs = texts = 0
    for token in _TOKEN.finditer(raw):
        sign = raw[token.start()]
        if sign == _QUOTE:
            texts += 1
        elif sign in _CLOSING:
            level -= 1
        else:
            signs += 1
            level += sign != _COMMA
        if level > MOST_LEVELS:
            raise NotPlain(f"it is nested too deeply, more than {MOST_LEVELS} levels, at {_place(raw, token.start())}")
        if max(signs, texts) > _MOST_SIGNS:
            raise NotPlain(f"it holds more than {MOST_VALUES:,} values, counted up to {_place(raw, token.start())}")


def _place(raw: bytes, at: int) -> str:
    begin = raw.rfind(b"\n", 0, at) + 1
    column = len(raw[begin:at].decode("utf-8", "replace")) + 1
    line = raw.count(b"\n", 0, at) + 1
    return f"line {line:,}, column {column:,}"


def _long_number(raw: bytes) -> str:
    found = next((each for each in _NUMBER.finditer(raw) if each["number"]), None)
    return f", at {_place(raw, found.start())}" if found else ""


def _figure(text: str) -> float:
    if len(text) > LONGEST_NUMBER:
        raise ValueError
    figure = float(text)
    if not math.isfinite(figure):
        raise NotPlain(f"it holds {text[:20]}, which is not a number JSON can hold")
    return figure


class _Twice:
    """Objects with a key that comes twice, as a careless merge leaves it: one of the two answers would be lost."""

    def __init__(self) -> None:
        self._found: list[tuple[dict[str, Json], str]] = []

    def once(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        """An object with its keys cleaned."""
        made = {clean_line(name): value for name, value in pairs}
        if len(made) < len(pairs) and not self._found:
            self._found.append((made, _repeated([clean_line(name) for name, _ in pairs])))
        return made

    def refuse(self, data: Json) -> None:
        """Raise NotPlain naming the key and the object, when one was found."""
        for made, name in self._found:
            where = _way(data, made)
            told = f"the key {name[:40]!r} appears twice in one object"
            raise NotPlain(f"{told}, in {where}" if where else told)


def _repeated(names: list[str]) -> str:
    """The first name that has come before."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return ""


def _way(data: Json, wanted: object) -> str:
    """The way from the top of the data to one object in it; empty when it is the top, or is not there."""
    waiting: list[tuple[str, Json]] = [("", data)]
    while waiting:
        place, part = waiting.pop()
        if part is wanted:
            return place
        if isinstance(part, dict):
            waiting += [(f"{place}.{key[:60]}".removeprefix("."), inner) for key, inner in part.items()]
        elif isinstance(part, list):
            waiting += [(f"{place}[{number}]", inner) for number, inner in enumerate(part)]
    return ""

"""A draft as large as drafts get, made of the worked example: its problems again and again, its sentences shuffled.

No two answers are alike, so nothing that remembers a text it has seen gains by it.
"""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sa_wizard.draft import begin, store, words
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.values import Json
from sa_wizard.outline import load
from sa_wizard.outline.spec import Outline

_FIGURE = re.compile(r"(?<![\w.,-])\d{2,3}(?![\w.,-])")


def large(wanted: int = 100_000, topics: int = 60) -> tuple[Outline, Draft]:
    """The example grown to so many words and problems; the same every time."""
    chance = random.Random(2007)  # noqa: S311 - made up text, not a secret
    outline = load.find("partnership")
    example = store.from_data(outline, json.loads(begin.example()), Path("example"))
    own = example.values["levels"]["topics"]
    said = list(_sentences(example))
    rows = [_varied(own[n % len(own)], n, said, chance) for n in range(topics)]
    draft = _with(example, "levels", "topics", rows)
    have = words.count(outline, draft)
    texts = [(section, field) for section, field in outline.fields() if field.kind == "text" and section.id != "about"]
    each = max(0, wanted - have) // len(texts) + 1
    for section, field in texts:
        more = _prose(each, said, chance)
        draft = _with(draft, section.id, field.id, f"{draft.text(f'{section.id}.{field.id}')}\n\n{more}")
    return outline, draft


def _with(draft: Draft, section: str, name: str, value: Json) -> Draft:
    return replace(draft, values={**draft.values, section: {**draft.values.get(section, {}), name: value}})


def _varied(row: dict[str, Json], number: int, said: list[str], chance: random.Random) -> dict[str, Json]:
    """One more problem like this one: its own name and id, and other sentences where it has prose."""
    return {
        key: _prose(len(value.split()), said, chance) if isinstance(value, str) and " " in value else value
        for key, value in row.items()
    } | {"id": f"large-{number}", "name": f"{row['name']} {number + 1}"}


def _prose(count: int, said: list[str], chance: random.Random) -> str:
    """About so many words in paragraphs of five sentences, with figures of their own."""
    made: list[str] = []
    while count > 0:
        sentence = chance.choice(said)
        if len(_FIGURE.findall(sentence)) == 1:  # two may be compared, and must go on agreeing
            sentence = _FIGURE.sub(lambda _: str(chance.randrange(20, 900)), sentence)
        made.append(sentence)
        count -= len(sentence.split())
    return "\n\n".join(" ".join(made[at : at + 5]) for at in range(0, len(made), 5))


def _sentences(draft: Draft) -> Iterator[str]:
    for section in draft.values.values():
        for value in section.values():
            for text in _texts(value):
                yield from (each for each in re.split(r"(?<=\.)\s+", text) if 5 < len(each.split()) < 40)


def _texts(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)

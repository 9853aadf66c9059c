"""How one text became another: which words went and which came, each with a few words around it.

Texts are compared sentence by sentence, and only the sentences that changed word by word. The time it takes grows with
the length of the texts, whatever is in them: what cannot be matched within a bound counts as written anew.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

AROUND = 5
"""Words shown before and after what changed."""

ALIKE = 0.4
"""The part of two passages' words that must be the same for one to be a new wording of the other."""

SMALL = 10_000
"""Two runs of which the lengths multiplied are no more than this are compared in every way there is."""

_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n+")
_DEEPEST = 8

_Block = tuple[int, int, int, int]
"""Where one run begins and ends, and where the run that stands in its place does."""


@dataclass(frozen=True)
class Hunk:
    """One place that changed: the words as they were and as they are, either empty when there are none."""

    before: str
    after: str


@dataclass(frozen=True)
class Rewording:
    """How many words came and went, and where."""

    added: int
    removed: int
    hunks: tuple[Hunk, ...]


def rewording(before: str, after: str, around: int = AROUND) -> Rewording:
    """How one text became another, with so many words around what changed.

    Texts of the same words have no hunks: they differ in spaces and line breaks.
    """
    old, new = _sentences(before), _sentences(after)
    found = [_passage(_words(old[a:b]), _words(new[c:d]), around) for a, b, c, d in changed(old, new)]
    return Rewording(
        sum(each.added for each in found),
        sum(each.removed for each in found),
        tuple(hunk for each in found for hunk in each.hunks),
    )


def changed(old: Sequence[str], new: Sequence[str]) -> list[_Block]:
    """The runs of two sequences that are not the same, in order."""
    return list(_changed(old, new, (0, len(old), 0, len(new)), _DEEPEST))


def _changed(old: Sequence[str], new: Sequence[str], block: _Block, depth: int) -> Iterator[_Block]:
    a, b, c, d = block
    while a < b and c < d and old[a] == new[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
    if a == b and c == d:
        return
    if a == b or c == d:
        yield a, b, c, d
    elif (b - a) * (d - c) <= SMALL:
        codes = SequenceMatcher(None, old[a:b], new[c:d], autojunk=False).get_opcodes()
        yield from ((a + p, a + q, c + r, c + s) for tag, p, q, r, s in codes if tag != "equal")
    else:
        anchors = _anchors(old, new, (a, b, c, d)) if depth else []
        if not anchors:
            yield a, b, c, d
            return
        for one, other in [*anchors, (b, d)]:
            yield from _changed(old, new, (a, one, c, other), depth - 1)
            a, c = one + 1, other + 1


def _anchors(old: Sequence[str], new: Sequence[str], block: _Block) -> list[tuple[int, int]]:
    """Places of what stands once in each run, as many as come in the same order in both (patience diff)."""
    a, b, c, d = block
    once_old, once_new = Counter(old[a:b]), Counter(new[c:d])
    where = {new[at]: at for at in range(c, d) if once_new[new[at]] == 1}
    pairs = [(at, where[old[at]]) for at in range(a, b) if once_old[old[at]] == 1 and old[at] in where]
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, at) in enumerate(pairs):
        length = bisect_left(ends, at)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [at]
        last[length : length + 1] = [number]
    chain: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _passage(old: Sequence[str], new: Sequence[str], words: int) -> Rewording:
    """The same for sentences that stand in each other's place: word by word, or as a whole when little is left."""
    blocks = changed(old, new)
    removed, added = sum(b - a for a, b, _, _ in blocks), sum(d - c for _, _, c, d in blocks)
    if not blocks:
        return Rewording(0, 0, ())
    if len(old) - removed < ALIKE * max(len(old), len(new)):
        return Rewording(len(new), len(old), (Hunk(" ".join(old), " ".join(new)),))
    hunks = tuple(
        Hunk(_around(old, group[0][0], group[-1][1], words), _around(new, group[0][2], group[-1][3], words))
        for group in _grouped(blocks, words)
    )
    return Rewording(added, removed, hunks)


def _grouped(blocks: Sequence[_Block], words: int) -> Iterator[list[_Block]]:
    """The changes, those together between which there are few words."""
    group = [blocks[0]]
    for block in blocks[1:]:
        if block[0] - group[-1][1] > 2 * words:
            yield group
            group = []
        group.append(block)
    yield group


def _around(words: Sequence[str], start: int, end: int, more: int) -> str:
    first, last = max(0, start - more), min(len(words), end + more)
    return " ".join([*(["…"] if first else []), *words[first:last], *(["…"] if last < len(words) else [])])


def _sentences(text: str) -> list[str]:
    """The sentences of a text, spaces apart."""
    return [" ".join(each.split()) for each in _SENTENCES.split(text) if each.strip()]


def _words(sentences: Sequence[str]) -> list[str]:
    return " ".join(sentences).split()

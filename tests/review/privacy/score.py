"""How well the privacy rules tell true cases from look-alikes: ``python -m tests.review.privacy.score``.

``tuned`` grew with the rules. ``held-out`` was written apart from them and first scored 0.906 precision and 0.642
recall (0.774 without the three rules that did not exist yet); its misses were then mended. ``blind`` was written at the
same time, kept aside until the mending was done, and first scored 0.968 and 0.948: the figure to expect of new prose.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sa_wizard.review.privacy.rules import matches
from tests.review.privacy import (
    blind_lookalikes,
    blind_private,
    corpus_lookalikes,
    corpus_private,
    heldout_lookalikes,
    heldout_private,
)

CORPORA = {
    "tuned": (corpus_private.TRUE, corpus_lookalikes.LOOKALIKES),
    "held-out": (heldout_private.TRUE, heldout_lookalikes.LOOKALIKES),
    "blind": (blind_private.TRUE, blind_lookalikes.LOOKALIKES),
}
"""The sentences the rules grew with, and those written apart from them: true cases by code, then look-alikes."""


@dataclass(frozen=True)
class Score:
    """Right, wrong and missed findings, and the shares made of them."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was found, how much was right."""
        return self.right / ((self.right + self.wrong) or 1)

    @property
    def recall(self) -> float:
        """Of what was there, how much was found."""
        return self.right / ((self.right + self.missed) or 1)


def cases(corpus: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Every sentence of a corpus with the codes it should bring."""
    true, lookalikes = CORPORA[corpus]
    for code, lines in true.items():
        for line in lines.strip().splitlines():
            sentence, *also = line.split(" + ") if " + private-" in line else [line]
            yield sentence, frozenset((code, *also))
    for line in lookalikes.strip().splitlines():
        yield line, frozenset()


def scores(corpus: str) -> dict[str, Score]:
    """The score of each rule on a corpus, and of all together under ``all``."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for sentence, expected in cases(corpus):
        found = {match.code for match in matches(sentence)}
        right.update(found & expected)
        wrong.update(found - expected)
        missed.update(expected - found)
    codes = sorted({*right, *wrong, *missed})
    each = {code: Score(right[code], wrong[code], missed[code]) for code in codes}
    return {**each, "all": Score(right.total(), wrong.total(), missed.total())}


def table(corpus: str) -> str:
    """The scores as lines of text, with every sentence that was judged wrongly."""
    lines = [f"{corpus:22}{'right':>6}{'wrong':>6}{'missed':>7}{'precision':>11}{'recall':>8}"]
    lines += [
        f"{code:22}{each.right:6}{each.wrong:6}{each.missed:7}{each.precision:11.3f}{each.recall:8.3f}"
        for code, each in scores(corpus).items()
    ]
    for sentence, expected in cases(corpus):
        found = {match.code for match in matches(sentence)}
        if found != expected:
            lines.append(f"expected {sorted(expected) or 'nothing'}, found {sorted(found) or 'nothing'}: {sentence}")
    return "\n".join(lines)


if __name__ == "__main__":
    print("\n\n".join(table(corpus) for corpus in CORPORA))  # noqa: T201 - this is what the module is run for

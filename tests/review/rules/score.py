"""How well the privacy rules tell true cases from look-alikes: ``python -m tests.review.rules.score``."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sa_wizard.review.rules.privacy import RULES, matches
from tests.review.rules.corpus_lookalikes import LOOKALIKES
from tests.review.rules.corpus_private import TRUE


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


def cases() -> Iterator[tuple[str, frozenset[str]]]:
    """Every sentence with the codes it should bring."""
    for code, lines in TRUE.items():
        for line in lines.strip().splitlines():
            sentence, *also = line.split(" + ") if " + private-" in line else [line]
            yield sentence, frozenset((code, *also))
    for line in LOOKALIKES.strip().splitlines():
        yield line, frozenset()


def scores() -> dict[str, Score]:
    """The score of each rule, and of all together under ``all``."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for sentence, expected in cases():
        found = {match.code for match in matches(sentence)}
        right.update(found & expected)
        wrong.update(found - expected)
        missed.update(expected - found)
    each = {rule.code: Score(right[rule.code], wrong[rule.code], missed[rule.code]) for rule in RULES}
    return {**each, "all": Score(right.total(), wrong.total(), missed.total())}


def table() -> str:
    """The scores as lines of text, with every sentence that was judged wrongly."""
    lines = [f"{'rule':22}{'right':>6}{'wrong':>6}{'missed':>7}{'precision':>11}{'recall':>8}"]
    lines += [
        f"{code:22}{each.right:6}{each.wrong:6}{each.missed:7}{each.precision:11.3f}{each.recall:8.3f}"
        for code, each in scores().items()
    ]
    for sentence, expected in cases():
        found = {match.code for match in matches(sentence)}
        if found != expected:
            lines.append(f"expected {sorted(expected) or 'nothing'}, found {sorted(found) or 'nothing'}: {sentence}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())  # noqa: T201 - this is what the module is run for

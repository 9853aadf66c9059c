"""Scores that guide and do not decide: going against one needs a reason, and a product must be one."""

from collections.abc import Iterator, Sequence

from sa_wizard.draft.values import Json
from sa_wizard.figures.change import is_count, plain
from sa_wizard.outline.records import Candidate
from sa_wizard.review.answers import answered
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import kept
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written

OVERRIDE = Rule(
    "score-override",
    "error",
    "A choice against the score, without a reason",
    "Scores may be overruled both ways, but a board and an auditor must be able to read why.",
    "Write the reason beside the choice, up or down.",
    "Leicester 2010-11 matrix: hoax calls 187, high and not included; sexual offences 15, low and included",
    "d",
)
PRODUCT = Rule(
    "score-sum",
    "warning",
    "A score that is not likelihood times harm",
    "The ranking rests on it.",
    "Correct the score, or leave it blank and it is worked out.",
    "Leicester 2010-11 matrix: every score is probability times harm",
    "d",
)
BANDS = Rule(
    "score-band",
    "warning",
    "A higher score in a lower band",
    "Two issues change places, and nobody can see why.",
    "Check both bands against the limits of your method.",
    "Leicester 2010-11 matrix: bands follow the scores",
    "d",
)
RULES: tuple[Rule, ...] = (OVERRIDE, PRODUCT, BANDS)

_PRODUCTS = ("", "grid-4x4", "probability-harm")
"""Methods whose score is likelihood times harm; a method not yet chosen is taken for one."""
_RANK = {"low": 0, "medium": 1, "high": 2}
_AGAINST = {("high", "no"): "high and not put forward", ("low", "yes"): "low and put forward"}


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:  # noqa: ARG001 - every family is called alike
    """The candidates: choices against their bands, scores against their factors, bands against each other."""
    product = seen.asked.draft.text("choosing.method") in _PRODUCTS
    banded: list[tuple[float, int, Candidate, int]] = []
    for row, each in kept.rows(seen, Candidate):
        against = _AGAINST.get((each.band, each.included))
        score = _score(each, product=product)
        if against and not answered(each.reason):
            told = f" ({plain(score)})" if score is not None else ""
            yield OVERRIDE.found(
                seen.at(Candidate, row, "reason"), f"{kept.called(each, row)} scores {against}{told}, without a reason."
            )
        if product:
            yield from _product(seen, row, each)
        if score is not None and each.band in _RANK:
            banded.append((score, row, each, _RANK[each.band]))
    yield from _bands(seen, banded)


def _product(seen: Evidence, row: int, each: Candidate) -> Iterator[Finding]:
    likelihood, harm, score = _count(each.likelihood), _count(each.harm), _count(each.score)
    if likelihood is None or harm is None or score is None or abs(likelihood * harm - score) < 0.5:
        return
    told = f"{plain(likelihood)} times {plain(harm)} is {plain(likelihood * harm)}, not {plain(score)}"
    yield PRODUCT.found(seen.at(Candidate, row, "score"), f"{kept.called(each, row)}: {told}.")


def _bands(seen: Evidence, banded: Sequence[tuple[float, int, Candidate, int]]) -> Iterator[Finding]:
    """Each candidate in a band below that of one that scores less: the first such pair for each."""
    least: dict[int, tuple[float, Candidate]] = {}
    for score, _, each, rank in banded:
        if rank not in least or score < least[rank][0]:
            least[rank] = (score, each)
    for score, row, each, rank in banded:
        beaten = next((least[high] for high in range(rank + 1, 3) if high in least and least[high][0] < score), None)
        if beaten:
            other = f"{kept.called(beaten[1], row)} with {plain(beaten[0])} is {beaten[1].band}"
            told = f"{kept.called(each, row)} scores {plain(score)} and is {each.band}; {other}."
            yield BANDS.found(seen.at(Candidate, row, "band"), told)


def _score(each: Candidate, *, product: bool) -> float | None:
    score, likelihood, harm = _count(each.score), _count(each.likelihood), _count(each.harm)
    if score is not None or not product or likelihood is None or harm is None:
        return score
    return likelihood * harm


def _count(value: Json) -> float | None:
    return float(value) if is_count(value) else None

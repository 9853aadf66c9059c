"""Scores that guide and do not decide: going against one needs a reason, and a product must be one."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sa_wizard.draft.values import Json
from sa_wizard.expressions import Rare
from sa_wizard.figures.change import is_count, plain
from sa_wizard.outline.records import Candidate
from sa_wizard.review.answers import gives_reason
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import kept, restated
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
UNDECIDED = Rule(
    "score-undecided",
    "warning",
    "A scored issue of which it is not said whether it is put forward",
    "It was weighed with the others, and nobody can see whether it was left out or forgotten.",
    "Say whether it is put forward; where that goes against the score, say why.",
    "Leicester 2010-11 matrix: every issue is marked as included or not",
    "d",
)
RULES: tuple[Rule, ...] = (OVERRIDE, PRODUCT, BANDS, UNDECIDED)

_PRODUCTS = ("", "grid-4x4", "probability-harm")
"""Methods whose score is likelihood times harm; a method not yet chosen is taken for one."""
_RANK = {"low": 0, "medium": 1, "high": 2}
_AGAINST = {("high", "no"): "high{told} and is not put forward", ("low", "yes"): "low{told} and is put forward"}
_NO_GROUNDS = Rare(
    r"\W*(?:(?:an? |the |by )?(?:partnership|board|group|panel|strategy group|members?)(?:['’]s?)? ?"
    r"(?:decision|decided|choice|view|agreed|judge?ment)|as (?:agreed|discussed|decided)|agreed|overrid\w+|moderated"
    r"|professional judge?ment)\W*",
    *("decision", "decided", "choice", "view", "agreed", "judgement", "judgment", "discussed", "overrid", "moderated"),
    flags=re.IGNORECASE,
)
"""What is written in place of a reason: who decided, and not why."""


class Scored(NamedTuple):
    """One candidate as it was scored: its row, the score (given or worked out), and whether a reason is beside it."""

    row: int
    issue: Candidate
    score: float | None
    reasoned: bool


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:  # noqa: ARG001 - every family is called alike
    """The candidates: choices against their scores, scores against their factors, bands against each other.

    And the changes stated beside them, and in the case for each priority.
    """
    product = seen.asked.draft.text("choosing.method") in _PRODUCTS
    every = [
        Scored(row, each, _score(each, product=product), says_why(each.reason))
        for row, each in kept.rows(seen, Candidate)
    ]
    yield from _overridden(seen, every)
    yield from _undecided(seen, every)
    if product:
        for each in every:
            yield from _product(seen, each.row, each.issue)
    yield from _bands(seen, [each for each in every if each.score is not None and each.issue.band in _RANK])
    yield from restated.restated(seen)


def says_why(reason: str) -> bool:
    """Whether a text says why a score was overruled, and not only that it was, or by whom."""
    return gives_reason(reason) and not _NO_GROUNDS.fullmatch(reason)


def _overridden(seen: Evidence, every: Sequence[Scored]) -> Iterator[Finding]:
    """Choices against the band; issues left out that score more than one put forward; and one put forward of equals."""
    left_out = {each.score: each for each in every if each.issue.included == "no" and each.score is not None}
    put_forward = [each for each in every if each.issue.included == "yes" and not each.reasoned]
    least = min(
        (each for each in put_forward if each.score is not None), key=lambda each: each.score or 0, default=None
    )
    for each in every:
        issue = each.issue
        if each.reasoned:
            continue
        told = f" ({plain(each.score)})" if each.score is not None else ""
        against = _AGAINST.get((issue.band, issue.included), "")
        said = ""
        if against:
            said = f"scores {against.format(told=told)}, without a reason."
        elif issue.included == "no" and least and each.score is not None and each.score > (least.score or 0):
            other = kept.quoted(least.issue, least.row)
            said = (
                f"scores {plain(each.score)} and is not put forward, and {other} with {plain(least.score or 0)} is; "
                "neither says why."
            )
        elif issue.included == "yes" and each.score in left_out:
            equal = kept.quoted(left_out[each.score].issue, left_out[each.score].row)
            said = f"is put forward, and {equal} is not, which scores the same{told}; it does not say why."
        if said:
            yield OVERRIDE.found(seen.at(Candidate, each.row, "reason"), f"{kept.quoted(issue, each.row)} {said}")


def _undecided(seen: Evidence, every: Sequence[Scored]) -> Iterator[Finding]:
    """Issues scored and not decided on, once others are."""
    if not any(each.issue.included for each in every):
        return
    for each in every:
        if not each.issue.included and (each.score is not None or each.issue.band):
            told = f"It is not said whether {kept.quoted(each.issue, each.row)} is put forward."
            yield UNDECIDED.found(seen.at(Candidate, each.row, "included"), told)


def _product(seen: Evidence, row: int, each: Candidate) -> Iterator[Finding]:
    likelihood, harm, score = _count(each.likelihood), _count(each.harm), _count(each.score)
    if likelihood is None or harm is None or score is None or abs(likelihood * harm - score) < 0.5:
        return
    told = f"{plain(likelihood)} times {plain(harm)} is {plain(likelihood * harm)}, not {plain(score)}"
    yield PRODUCT.found(seen.at(Candidate, row, "score"), f"{kept.called(each, row)}: {told}.")


def _bands(seen: Evidence, banded: Sequence[Scored]) -> Iterator[Finding]:
    """Each candidate in a band below that of one that scores less: the first such pair for each."""
    least: dict[int, Scored] = {}
    for each in banded:
        rank = _RANK[each.issue.band]
        if rank not in least or (each.score or 0) < (least[rank].score or 0):
            least[rank] = each
    for each in banded:
        higher = (least[rank] for rank in range(_RANK[each.issue.band] + 1, 3) if rank in least)
        beaten = next((one for one in higher if (one.score or 0) < (each.score or 0)), None)
        if beaten:
            other = f"{kept.quoted(beaten.issue, beaten.row)} with {plain(beaten.score or 0)} is {beaten.issue.band}"
            told = f"{kept.quoted(each.issue, each.row)} scores {plain(each.score or 0)} and is {each.issue.band}"
            yield BANDS.found(seen.at(Candidate, each.row, "band"), f"{told}; {other}.")


def _score(each: Candidate, *, product: bool) -> float | None:
    score, likelihood, harm = _count(each.score), _count(each.likelihood), _count(each.harm)
    if score is not None or not product or likelihood is None or harm is None:
        return score
    return likelihood * harm


def _count(value: Json) -> float | None:
    return float(value) if is_count(value) else None

"""Rules that catch mistakes real assessments were published with: one module a family, each rule with a stable code."""

from collections.abc import Callable, Iterator, Sequence

from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import (
    acronyms,
    bodies,
    counting,
    explaining,
    names,
    percent,
    periods,
    privacy,
    prose_figures,
    scores,
    shares,
    summary,
    surveys,
    tracing,
)
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written, written

Family = tuple[tuple[Rule, ...], Callable[[Evidence, Sequence[Written]], Iterator[Finding]]]

FAMILIES: tuple[Family, ...] = tuple(
    (family.RULES, family.find)
    for family in (
        percent,
        periods,
        shares,
        prose_figures,
        counting,
        bodies,
        names,
        acronyms,
        surveys,
        explaining,
        scores,
        summary,
        tracing,
        privacy,
    )
)

RULES: dict[str, Rule] = {rule.code: rule for rules, _ in FAMILIES for rule in rules}
"""Every rule by its code, for ``sa-wizard check --explain``."""


def found(seen: Evidence) -> Iterator[Finding]:
    """What every family finds in a draft."""
    answers = list(written(seen))
    for _, find in FAMILIES:
        yield from find(seen, answers)

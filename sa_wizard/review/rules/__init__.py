"""Rules that catch mistakes real assessments were published with: one module a family, each rule with a stable code."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.privacy import rules as privacy
from sa_wizard.review.reading import Look
from sa_wizard.review.rules import (
    acronyms,
    bodies,
    by_name,
    counting,
    explaining,
    left_over,
    named,
    names,
    parts,
    percent,
    periods,
    periods_compared,
    prose_figures,
    scores,
    shares,
    shares_told,
    summary,
    surveys,
    told,
    tracing,
    typed,
)
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written, written

AnswerLook = Callable[[Evidence, Written], Iterator[Finding]]
DraftLook = Callable[[Evidence, Sequence[Written]], Iterator[Finding]]


class Family(NamedTuple):
    """The rules of one kind of mistake: what they see in one written answer, and what only in the draft as a whole."""

    rules: tuple[Rule, ...]
    in_answer: AnswerLook | None = None
    in_draft: DraftLook | None = None
    reads: tuple[Look, ...] = ()
    """What ``in_answer`` reads of a text: where all of it is nothing it has nothing to tell, and is not asked."""


FAMILIES: tuple[Family, ...] = (
    Family(percent.RULES, percent.in_answer, percent.in_draft, (told.changes, typed.tables, prose_figures.claims)),
    Family(periods.RULES, periods.in_answer, periods.in_draft, (typed.tables, periods_compared.compared)),
    Family(shares.RULES, shares.in_answer, shares.in_draft, (typed.tables, shares_told.wrong)),
    Family(
        prose_figures.RULES,
        prose_figures.in_answer,
        prose_figures.in_draft,
        (told.changes, parts.parts, typed.tables),
    ),
    Family((), None, by_name.in_draft, named.READS),
    Family(counting.RULES, counting.in_answer, counting.in_draft, (typed.tables, counting.told_rates)),
    Family(bodies.RULES, bodies.in_answer, None, (bodies.dated_bodies, bodies.county_matter)),
    Family(names.RULES, names.in_answer, None, (names.held_names, names.named_in)),
    Family(left_over.RULES, left_over.in_answer),
    Family(acronyms.RULES, None, acronyms.in_draft),
    Family(surveys.RULES, None, surveys.in_draft),
    Family(explaining.RULES, None, explaining.in_draft),
    Family(scores.RULES, None, scores.in_draft),
    Family(summary.RULES, None, summary.in_draft),
    Family(tracing.RULES, None, tracing.in_draft),
    Family(privacy.RULES, privacy.in_answer, privacy.in_draft, (privacy.matches,)),
)

RULES: dict[str, Rule] = {rule.code: rule for family in FAMILIES for rule in family.rules}
"""Every rule by its code, for ``sa-wizard check --explain``."""

_READS: tuple[Look, ...] = tuple(dict.fromkeys(look for family in FAMILIES for look in family.reads))


def found(seen: Evidence) -> Iterator[Finding]:
    """What every family finds in a draft."""
    answers = list(written(seen))
    yield from found_in(seen, answers)
    for family in FAMILIES:
        if family.in_draft:
            yield from family.in_draft(seen, answers)


def found_in(seen: Evidence, answers: Iterable[Written]) -> Iterator[Finding]:
    """What the families find in some answers, each looked at by itself."""
    for answer in answers:
        for look in _looks(answer.reading.telling(_READS)):
            yield from look(seen, answer)


@cache
def _looks(telling: tuple[Look, ...]) -> tuple[AnswerLook, ...]:
    """The families to ask about a text of which such things were read."""
    asked = (family for family in FAMILIES if not family.reads or any(look in family.reads for look in telling))
    return tuple(family.in_answer for family in asked if family.in_answer)

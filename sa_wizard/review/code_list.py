"""Every code a finding may have, with its title, under the kind of thing it tells: a list to look one up in."""

from collections.abc import Sequence

from sa_wizard.outline.spec import ITEMS
from sa_wizard.review.explain import Explanation, explain
from sa_wizard.review.meanings import PLAIN, STATUTORY
from sa_wizard.review.privacy import rules as privacy
from sa_wizard.review.rules import (
    acronyms,
    bodies,
    counting,
    explaining,
    left_over,
    names,
    percent,
    periods,
    prose_figures,
    scores,
    shares,
    summary,
    surveys,
    tracing,
)
from sa_wizard.review.rules.rule import Rule

_FAMILIES: tuple[tuple[str, Sequence[Rule]], ...] = (
    (
        "Figures: per cents, shares, rates and counts",
        (*percent.RULES, *prose_figures.RULES, *shares.RULES, *counting.RULES),
    ),
    ("Periods", periods.RULES),
    ("Names, bodies and words left in", (*bodies.RULES, *names.RULES, *left_over.RULES, *acronyms.RULES)),
    ("Views and reasons", (*surveys.RULES, *explaining.RULES)),
    ("From evidence to priorities", (*scores.RULES, *tracing.RULES, *summary.RULES)),
    ("What may identify a person", privacy.RULES),
)


def code_list() -> list[tuple[str, list[Explanation]]]:
    """Headings with the codes under them, each code once."""
    needs = [
        (f"What item ({item}) needs", [code for code in STATUTORY if code.startswith(f"{item}-")]) for item in ITEMS
    ]
    doubts = [(heading, [rule.code for rule in rules]) for heading, rules in _FAMILIES]
    every = [("What an answer lacks", list(PLAIN)), *needs, *doubts]
    return [(heading, [explain(code) for code in codes]) for heading, codes in every]

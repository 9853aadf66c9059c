"""The finished example, damaged as drafts really are: each trap is found, under its own code, and nothing else is said.

The tables of traps name what is changed, often in several places at once, and all that the review then finds.
"""

from functools import reduce

import pytest

from sa_wizard.review.judge import judge
from sa_wizard.review.rules import RULES
from tests.builders import asked, judged
from tests.review.rules.damage import Change, add, example, put, reword
from tests.review.trap import Trap
from tests.review.traps_figures import FIGURES
from tests.review.traps_names import NAMES
from tests.review.traps_reasons import PEOPLE, REASONS

TRAPS = (*FIGURES, *NAMES, *PEOPLE, *REASONS)

FENLAND = """The parishes are these.

| Parish, 2013-14 | Incidents | Share of total |
|---|---:|---:|
| North | 392 | 10.67% |
| East | 692 | 18.84% |
| South | 428 | 11.65% |
| West | 1,554 | 42.30% |
| Middle | 608 | 16.55% |
| Total | 3,674 | 100% |"""

RIGHT: dict[str, tuple[Change, ...]] = {
    "no previous plan, for a stated reason": (
        put("about.first", "yes"),
        put("about.first_reason", "The partnership was formed in April 2025, and its area had no plan of its own."),
        put("progress.first_statement", "This is the first assessment; the next one will be held against this one."),
    ),
    "no matters for the county this year, and why": (
        put("county.any", "no"),
        put("county.none_reason", "All that was found can be dealt with here."),
    ),
    "the outward half of a postcode": (reword("places.places[1].note", "behind houses", "behind houses in TS1"),),
    "shares that add up to 100.01 by rounding": (add("levels.disorder", FENLAND),),
    "two small counts without a per cent": (add("changes.rising", "Doorstep fraud rose from 1 to 8."),),
    "a per cent of one place in the table": (add("levels.all_crime", "Shoplifting rose by 36% in Riverside."),),
    "a body of the past told as the past": (
        add("introduction.method", "Until 2013 the primary care trust gave these figures."),
    ),
    "a body of the other nation told as its own": (
        add("introduction.method", "Over the border in Wales a Local Health Board pays for the same work."),
    ),
    "a neighbouring partnership named as one": (
        add("introduction.method", "The neighbouring Eastmoor Community Safety Partnership lent a second analyst."),
    ),
    "an acronym spelled out in the glossary": (
        add("introduction.method", "An ISVA was asked."),
        add("appendices.glossary", "ISVA: independent sexual violence adviser."),
    ),
    "a survey with its date and number": (
        add("alignment.other_plans", "A survey in June 2025 (640 responses) found that 62% want the path lit."),
    ),
    "a priority that rests on a concern alone": (
        put("priorities.priorities[5].topics", []),
        put("choosing.candidates[6].topics", []),
    ),
    "a concern that is a priority, without an answer of its own": (put("views.concerns[3].answer", ""),),
    "a change not yet known that will be found out": (put("levels.topics[7].reasons", []),),
}
"""What looks like a trap and is right."""


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_the_trap_is_found_under_its_own_code_and_nothing_else_is_said(trap: Trap) -> None:
    review = judged(trap.draft())
    findings = sorted((each.path, each.code, each.severity) for each in review.findings)
    assert findings == sorted((path, trap.code, trap.severity) for path in trap.at)
    assert review.complete is (trap.severity != "error")


@pytest.mark.parametrize("changes", RIGHT.values(), ids=RIGHT.keys())
def test_what_looks_like_a_trap_and_is_right_is_left_alone(changes: tuple[Change, ...]) -> None:
    review = judge(asked(reduce(lambda draft, change: change(draft), changes, example())))
    assert [(each.path, each.code, each.message) for each in review.findings] == []
    assert review.complete


def test_every_rule_has_its_trap() -> None:
    """A rule that no damaged draft shows may never fire; privacy has its own corpus, and one trap here."""
    assert {code for code in RULES if not code.startswith("private-")} <= {trap.code for trap in TRAPS}

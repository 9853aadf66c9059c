"""What hangs loose between evidence and action: concerns nobody answers, priorities nobody leads or can measure."""

from collections.abc import Iterator, Sequence

from sa_wizard.outline.records import Concern, Priority
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written
from sa_wizard.review.trace import trace

TOP = 3
"""The concerns at the top of the list that must be a priority or have an answer; those below should."""

UNANSWERED = Rule(
    "concern-unanswered",
    "warning",
    "A concern of the public is neither a priority nor answered.",
    "People who were asked and hear nothing do not answer again, and the plan cannot show that it listened.",
    "Link it to a priority, or write the partnership's answer.",
    "SI 2007/1830, reg 12: views on what should be prioritised are to be obtained, and feed the assessment",
    "e",
)
UNANSWERED_TOP = Rule(
    "concern-top-unanswered",
    "error",
    f"One of the first {TOP} concerns of the public is neither a priority nor answered.",
    UNANSWERED.why,
    UNANSWERED.hint,
    UNANSWERED.source,
    "e",
)
LOOSE = {
    "recommendation": Rule(
        "priority-recommendation",
        "warning",
        "A priority recommends nothing.",
        "The strategy group has to decide on something; a title is not a decision.",
        "Say what to do for prevention, intelligence, enforcement or reassurance.",
        "The purposes a strategic assessment draws inferences for, as London boroughs quote the College of Policing",
        "d",
    ),
    "lead": Rule(
        "priority-lead",
        "warning",
        "A priority has no lead.",
        "What everybody owns, nobody does.",
        "Name the group or authority that will own it.",
        "Practice in published assessments, which name a lead for each priority",
        "d",
    ),
    "measure": Rule(
        "priority-measure",
        "warning",
        "A priority has no measure.",
        "Next year's item (f) cannot be answered for a priority that nobody could tell had worked.",
        "Say how the partnership will know it worked, with a figure and a date.",
        "Early audits lacked outcome targets in a third of plans (Home Office, 1999)",
        "d",
    ),
}

RULES = (UNANSWERED_TOP, UNANSWERED, *LOOSE.values())


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:  # noqa: ARG001 - families share one shape
    """Concerns without an answer, priorities without what makes them workable."""
    traced = trace(seen)
    for row, concern in traced.unanswered:
        rule = UNANSWERED_TOP if row < TOP else UNANSWERED
        told = f"{concern.shown.strip() or f'Concern {row + 1}'} is neither a priority nor answered."
        yield rule.found(seen.at(Concern, row, "answer"), told)
    for thread in traced.threads:
        name = thread.priority.shown.strip() or f"Priority {thread.row + 1}"
        for missing in thread.missing:
            if missing in LOOSE:
                column = "prevention" if missing == "recommendation" else missing
                yield LOOSE[missing].found(seen.at(Priority, thread.row, column), f"{name} has no {missing}.")

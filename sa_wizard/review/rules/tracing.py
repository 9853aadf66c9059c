"""What is not linked between evidence and action: evidence nobody takes up, priorities nobody leads or can measure."""

from collections.abc import Iterator, Sequence

from sa_wizard.figures.change import is_count
from sa_wizard.outline.records import DataSource, Priority, Topic
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules.kept import asked_for
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written
from sa_wizard.review.thread import Thread, quoted
from sa_wizard.review.trace import NOT_CHOSEN, Trace, trace

TOP = 3
"""The concerns at the top of the list that must be a priority or have an answer; those below should."""

UNANSWERED = Rule(
    "concern-unanswered",
    "warning",
    "A concern of the public is neither a priority nor answered",
    "People who were asked and hear nothing do not answer again, and the plan cannot show that it listened.",
    "Link it to a priority, or write the partnership's answer.",
    "SI 2007/1830, reg 12: views on what should be prioritised are to be obtained, and feed the assessment",
    "e",
)
UNANSWERED_TOP = Rule(
    "concern-top-unanswered",
    "error",
    f"One of the first {TOP} concerns of the public is neither a priority nor answered",
    UNANSWERED.why,
    UNANSWERED.hint,
    UNANSWERED.source,
    "e",
)
PROBLEM = Rule(
    "problem-loose",
    "warning",
    "A problem that no priority rests on, and nothing says what becomes of it",
    "A reader cannot tell whether it was weighed and left out, or forgotten between the figures and the priorities.",
    "Link a priority to it, score it and say that it is not put forward, or name it under what was not chosen.",
    "Leicester 2010-11 matrix: every issue is listed with its score, whether or not it was included",
    "d",
)
CANDIDATE = Rule(
    "candidate-loose",
    "warning",
    "An issue put forward that no priority takes up",
    "The scoring promises a priority that the plan will not find.",
    "Link a priority to its problems, or say in the table that it is not put forward after all.",
    "Leicester 2010-11 matrix: what is marked as included comes back as a priority",
    "d",
)
MATTER = Rule(
    "matter-loose",
    "warning",
    "A matter for the county with neither a problem nor evidence",
    "The county group weighs what its districts bring by their evidence, and this brings none.",
    "Link the problems that show it, or give the figures.",
    "SI 2007/1830, reg 9: the county's agreement is based on the assessments of its districts",
    "g",
)
LOOSE = {
    "source": Rule(
        "priority-source",
        "warning",
        "A priority whose evidence names no source",
        "An auditor follows a priority back to the data, and here the thread ends at a sentence.",
        "Choose the data sources of the problem, or the consultations of the concern.",
        "Practice of the assessments read: every table names its source",
        "d",
    ),
    "recommendation": Rule(
        "priority-recommendation",
        "warning",
        "A priority recommends nothing",
        "The strategy group has to decide on something; a title is not a decision.",
        "Say what to do for prevention, intelligence, enforcement or reassurance.",
        "The purposes a strategic assessment draws inferences for, as London boroughs quote the College of Policing",
        "d",
    ),
    "lead": Rule(
        "priority-lead",
        "warning",
        "A priority has no lead",
        "What everybody owns, nobody does.",
        "Name the group or authority that will own it.",
        "Practice in published assessments, which name a lead for each priority",
        "d",
    ),
    "measure": Rule(
        "priority-measure",
        "warning",
        "A priority has no measure",
        "Next year's item (f) cannot be answered for a priority that nobody could tell had worked.",
        "Say how the partnership will know it worked, with a figure and a date.",
        "Early audits lacked outcome targets in a third of plans (Home Office, 1999)",
        "d",
    ),
}
UNCOUNTED = Rule(
    "priority-uncounted",
    "warning",
    "A priority that rests on problems without a count",
    "A board asks first how many: without a count a priority cannot be weighed against the others, and nobody can say "
    "next year whether it moved.",
    "Enter the count of the problem for this period, or link the priority to the concern or the problem that shows it.",
    "The tests a priority should survive: volume, change, harm and public concern",
    "d",
)
_COLUMNS = {"recommendation": "prevention", "lead": "lead", "measure": "measure"}
"""Where to mend what a priority itself lacks."""

RULES = (UNANSWERED_TOP, UNANSWERED, PROBLEM, CANDIDATE, MATTER, UNCOUNTED, *LOOSE.values())


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:  # noqa: ARG001 - families share one shape
    """Evidence that leads nowhere, and priorities without what makes them workable."""
    traced = trace(seen)
    for concern in traced.unanswered:
        rule = UNANSWERED_TOP if concern.rank < TOP else UNANSWERED
        yield rule.found(concern.path, f"{quoted(concern.name)} is neither a priority nor answered.", concern.hint)
    for matter in traced.matters:
        yield MATTER.found(
            matter.path, f"{quoted(matter.name)} goes to the county with neither a problem nor evidence."
        )
    if traced.threads and any(each.included for _, each in seen.candidates):  # earlier, nothing is linked yet
        yield from _left_out(seen, traced)
    for thread in traced.threads:
        yield from _lacking(seen, thread)
    yield from _uncounted(seen, traced)


def _uncounted(seen: Evidence, traced: Trace) -> Iterator[Finding]:
    """Priorities that rest on problems of which none has a count; concerns are counted by their survey.

    That there is no count before this one is item (b)'s to say.
    """
    counted = {seen.at(Topic, row, "name"): (row, is_count(topic.count)) for row, topic in seen.topics}
    for thread in traced.threads:
        behind = [counted[ground.path] for ground in thread.problems if ground.path in counted]
        if behind and not any(has for _, has in behind):
            told = (
                f"{quoted(thread.name)} rests on {quoted(thread.problems[0].name)}, which has no count for this period."
            )
            yield UNCOUNTED.found(seen.at(Topic, behind[0][0], "count"), told)


def _lacking(seen: Evidence, thread: Thread) -> Iterator[Finding]:
    """What a priority lacks; that it rests on nothing is item (d)'s to say."""
    for missing in thread.missing:
        if missing == "source" and seen.path(DataSource):
            ground = (*thread.problems, *thread.concerns)[0]
            told = f"{quoted(thread.name)} rests on {quoted(ground.name)}, for which no source is named."
            yield LOOSE[missing].found(ground.source_path, told)
        elif missing in _COLUMNS:
            at = seen.at(Priority, thread.row, _COLUMNS[missing])
            yield LOOSE[missing].found(at, f"{quoted(thread.name)} has no {missing}.")


def _left_out(seen: Evidence, traced: Trace) -> Iterator[Finding]:
    answers = asked_for(seen, NOT_CHOSEN)
    for problem in traced.unexplained:
        told = f"{quoted(problem.name)} is no priority, and nothing says what becomes of it."
        yield PROBLEM.found(NOT_CHOSEN if answers else problem.path, told)
    for candidate in traced.candidates:
        yield CANDIDATE.found(candidate.path, f"{quoted(candidate.name)} is put forward, and no priority takes it up.")

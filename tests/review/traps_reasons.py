"""Traps of evidence: who was asked, who may be recognised, what is explained, and what choices rest on."""

from tests.review.rules.damage import add, put, reword
from tests.review.trap import Trap

DESCRIBED = """
On school days between 3pm and 7pm young people are stopped by small groups a little older and made to hand over a phone
or an electric bike. Most are boys of secondary school age. Phones were taken in 31 and bikes or scooters in 12. A knife
or another weapon was shown or claimed in 19. The canal path in Wharfside had 11, and no other place had more than 6.
There were 15 in October to December, 22 in January to March, 21 in April to June, and 13 in July to September.
"""
"""What is known of robbery, and no word of why."""

PEOPLE = (
    Trap(
        "survey cited without date or number of responses",
        (
            reword("levels.topics[2].harm", "301 of 1,146 residents say", "in a recent survey 62% of residents say"),
            add(
                "alignment.other_plans",
                "- **Local plan:** a survey in 2025 found that most residents want the path lit.",
            ),
            add("changes.rising", "A poll of 400 residents put dealing first, with 38%."),
        ),
        "survey-undated",
        "warning",
        ("levels.topics[2].harm", "alignment.other_plans", "changes.rising"),
    ),
    Trap(
        "consultation without its dates",
        (put("views.consultations[2].dates", {"start": "", "end": ""}),),
        "e-dates",
        "error",
        ("views.consultations[2].dates",),
    ),
    Trap(
        "consultation without its number of responses",
        (put("views.consultations[2].responses", ""), put("views.consultations[3].responses", "TBC")),
        "e-responses",
        "error",
        ("views.consultations[2].responses", "views.consultations[3].responses"),
    ),
    Trap(
        "only residents asked",
        (put("views.consultations[1].workers", "no"), put("views.consultations[2].workers", "no")),
        "e-workers",
        "error",
        ("views.consultations",),
    ),
    Trap(
        "one of the first concerns without an answer",
        (put("views.concerns[1].answer", ""),),
        "concern-top-unanswered",
        "error",
        ("views.concerns[1].answer",),
    ),
    Trap(
        "concern further down without an answer",
        (put("views.concerns[7].answer", "TBC"),),
        "concern-unanswered",
        "warning",
        ("views.concerns[7].answer",),
    ),
    Trap(
        "full postcode",
        (
            reword("places.places[1].note", "behind houses", "behind houses in TS1 3QW"),
            reword("levels.topics[7].where", "behind garages;", "behind garages (ts13qw);"),
            add("appendices.distribution", "Neighbours of the garages, TS1 3QW: letter, March 2026."),
        ),
        "private-postcode",
        "error",
        ("places.places[1].note", "levels.topics[7].where", "appendices.distribution"),
    ),
)

REASONS = (
    Trap(
        "chapter that describes and never explains, with no reason anywhere",
        (put("levels.topics[3].reasons", []), put("levels.topics[3].narrative", DESCRIBED)),
        "c-reason",
        "error",
        ("why.topics[3].reasons",),
    ),
    Trap(
        "counts only, all through",
        tuple(put(f"levels.topics[{row}].reasons", []) for row in range(11)),
        "c-reason",
        "error",
        tuple(f"why.topics[{row}].reasons" for row in (0, 2, 3, 4, 5, 6, 8)),
    ),
    Trap(
        "chapter that never comes to the reasons given elsewhere",
        (put("levels.topics[3].narrative", DESCRIBED),),
        "describes-only",
        "warning",
        ("chapters.topics[3].narrative",),
    ),
    Trap(
        "reasons without evidence",
        tuple(
            put(f"levels.topics[5].reasons[{row}].{column}", "")
            for row in (0, 1)
            for column in ("evidence_for", "evidence_against")
        ),
        "c-evidence",
        "error",
        ("why.topics[5].reasons",),
    ),
    Trap(
        "not yet known, and nobody will find out",
        (put("levels.topics[7].reasons", []), put("levels.topics[7].find_out", "TBC")),
        "c-find-out",
        "error",
        ("why.topics[7].find_out",),
    ),
    Trap("previous plan missing", (put("progress.priorities", []),), "f-none", "error", ("progress.priorities",)),
    Trap(
        "previous plan judged without evidence",
        (put("progress.priorities[2].evidence", ""), put("progress.priorities[4].evidence", "To follow")),
        "f-evidence",
        "error",
        ("progress.priorities[2].evidence", "progress.priorities[4].evidence"),
    ),
    Trap(
        "previous report not named",
        (put("about.previous_title", ""), put("about.previous_date", "")),
        "b-previous-report",
        "error",
        ("about.previous_title", "about.previous_date"),
    ),
    Trap(
        "priority without an evidence link",
        (
            put("priorities.priorities[5].topics", []),
            put("priorities.priorities[5].concerns", []),
            put("choosing.candidates[6].topics", []),
        ),
        "d-evidence",
        "error",
        ("priorities.priorities[5].topics",),
    ),
    Trap(
        "score overridden without a reason",
        (
            put("choosing.candidates[7].reason", ""),
            put("choosing.candidates[15].included", "yes"),
            put("choosing.candidates[15].reason", "TBC"),
        ),
        "score-override",
        "error",
        ("choosing.candidates[7].reason", "choosing.candidates[15].reason"),
    ),
    Trap(
        "score that is no product",
        (put("choosing.candidates[5].score", 12),),
        "score-sum",
        "warning",
        ("choosing.candidates[5].score",),
    ),
    Trap(
        "higher score in a lower band",
        (put("choosing.candidates[1].band", "medium"),),
        "score-band",
        "warning",
        ("choosing.candidates[1].band",),
    ),
    Trap(
        "priority that nobody leads",
        (put("priorities.priorities[3].lead", ""),),
        "priority-lead",
        "warning",
        ("priorities.priorities[3].lead",),
    ),
    Trap(
        "priority with no measure",
        (put("priorities.priorities[3].measure", "TBC"),),
        "priority-measure",
        "warning",
        ("priorities.priorities[3].measure",),
    ),
    Trap(
        "priority that asks for nothing",
        tuple(
            put(f"priorities.priorities[3].{purpose}", "")
            for purpose in ("prevention", "intelligence", "enforcement", "reassurance")
        ),
        "priority-recommendation",
        "warning",
        ("priorities.priorities[3].prevention",),
    ),
    Trap(
        "priority whose evidence names no source",
        (
            put("levels.topics[2].sources", []),
            put("levels.topics[10].sources", []),
            put("views.concerns[3].consultations", []),
        ),
        "priority-source",
        "warning",
        ("levels.topics[2].sources",),
    ),
    Trap(
        "problem that is forgotten between the figures and the priorities",
        (put("choosing.candidates[12].topics", []), put("choosing.candidates[12].issue", "Domestic break-ins")),
        "problem-loose",
        "warning",
        ("choosing.not_chosen",),
    ),
    Trap(
        "issue put forward that comes back nowhere",
        (put("choosing.candidates[11].included", "yes"),),
        "candidate-loose",
        "warning",
        ("choosing.candidates[11].issue",),
    ),
    Trap(
        "issue put forward whose problem the priority of its name no longer rests on",
        (put("priorities.priorities[5].topics", []),),
        "candidate-loose",
        "warning",
        ("choosing.candidates[6].issue",),
    ),
    Trap(
        "put forward among equals, without a reason",
        (put("choosing.candidates[8].reason", ""),),
        "score-override",
        "error",
        ("choosing.candidates[8].reason",),
    ),
    Trap(
        "matter for the county that brings no evidence",
        (put("county.matters[1].topics", []), put("county.matters[1].evidence", "TBC")),
        "matter-loose",
        "warning",
        ("county.matters[1].topics",),
    ),
    Trap(
        "scored and never decided on",
        (put("choosing.candidates[14].included", ""),),
        "score-undecided",
        "warning",
        ("choosing.candidates[14].included",),
    ),
    Trap(
        "priority that rests on a problem without a count",
        (put("levels.topics[7].count", ""), put("priorities.priorities[4].topics", ["fires"])),
        "priority-uncounted",
        "warning",
        ("levels.topics[7].count",),
    ),
)

"""Traps of names: bodies of another time or nation, other partnerships, and letters nobody spells out."""

from tests.review.rules.damage import add, put, reword
from tests.review.trap import Trap

NAMES = (
    Trap(
        "bodies of the past named today",
        (
            reword("introduction.members", "Integrated Care Board", "Primary Care Trust (PCT)"),
            reword("priorities.recommendations", "The integrated care board and the", "The PCT and the"),
            reword("alignment.police_and_crime_plan", "the office has been told", "the police authority has been told"),
            put("appendices.sources[11].holder", "Calderfordshire Probation Trust"),
            reword(
                "introduction.basis",
                "The strategy group prepares",
                "The crime and disorder reduction partnership prepares",
            ),
        ),
        "body-era",
        "warning",
        (
            "introduction.members",
            "priorities.recommendations",
            "alignment.police_and_crime_plan",
            "appendices.sources[11].holder",
            "introduction.basis",
        ),
    ),
    Trap(
        "integrated care board and commissioner in 2007",
        (
            reword("introduction.members", "Primary Care Trust", "Integrated Care Board"),
            put("gaps.gaps[2].who", "Integrated care board and the hospital"),
            reword("appendices.distribution", "Police authority:", "Office of the police and crime commissioner:"),
        ),
        "body-era",
        "warning",
        ("introduction.members", "gaps.gaps[2].who", "appendices.distribution"),
        "England in 2007",
    ),
    Trap(
        "commissioner in Wales in 2007",
        (reword("progress.not_done", "The police authority's grant", "The police and crime commissioner's grant"),),
        "body-era",
        "warning",
        ("progress.not_done",),
        "Wales in 2007",
    ),
    Trap(
        "Welsh health body in England",
        (
            reword("introduction.members", "Integrated Care Board", "Local Health Board"),
            put("gaps.gaps[2].who", "Local health board and the hospital"),
        ),
        "body-nation",
        "warning",
        ("introduction.members", "gaps.gaps[2].who"),
    ),
    Trap(
        "integrated care board in Wales",
        (
            put("about.contributors[4].organisation", "Calderfordshire Integrated Care Board"),
            reword("area.external", "the Local Health Board", "the integrated care board"),
        ),
        "body-nation",
        "warning",
        ("about.contributors[4].organisation", "area.external"),
        "Wales",
    ),
    Trap(
        "primary care trust in Wales in 2007",
        (reword("levels.topics[10].recommendation", "the Local Health Board", "the primary care trust"),),
        "body-nation",
        "warning",
        ("chapters.topics[10].recommendation",),
        "Wales in 2007",
    ),
    *(
        Trap(
            f"county matters in {variant}",
            (
                add("appendices.distribution", "County strategy group: summary and 'Matters for the county'."),
                reword("summary.decision", "4. find the money for", "4. take to the county strategy group"),
                add("choosing.not_chosen", "- **Modern slavery:** one of our matters for the county."),
            ),
            "county-none",
            "warning",
            ("appendices.distribution", "summary.decision", "choosing.not_chosen"),
            variant,
        )
        for variant in ("unitary England", "Wales", "Wales in 2007")
    ),
    Trap(
        "another partnership's name left in",
        (
            reword("introduction.basis", "The strategy group prepares", "The Safer Eastmoor strategy group prepares"),
            reword("about.signed_off", "Safer Northbridge strategy group", "Eastmoor Community Safety Partnership"),
            reword("appendices.distribution", "Strategy group members", "Members of {partnership}"),
        ),
        "name-other",
        "warning",
        ("introduction.basis", "about.signed_off", "appendices.distribution"),
    ),
    Trap(
        "another partnership's abbreviation left in",
        (
            reword("introduction.members", "Six groups report to it:", "Six groups report to the ECSP:"),
            reword("views.not_reached", "Before the next assessment", "Before the next Eastmoor CSP assessment"),
        ),
        "name-other",
        "warning",
        ("introduction.members", "views.not_reached"),
    ),
    Trap(
        "places held for figures and words",
        (
            add("levels.harm", "Domestic burglary fell by XX% in the year."),
            add("places.repeat", "[insert the share of repeat victims]"),
            add("views.compared", "The gap was ???"),
        ),
        "left-over",
        "warning",
        ("levels.harm", "places.repeat", "views.compared"),
    ),
    Trap(
        "answers that only hold their place, where none is needed",
        (
            put("levels.topics[1].comparison", "TBC"),
            put("appendices.methods", "Click or tap here to enter text."),
        ),
        "unfilled",
        "warning",
        ("levels.topics[1].comparison", "appendices.methods"),
    ),
    Trap(
        "acronyms never spelled out",
        (
            reword("introduction.method", "a workshop of 18 practitioners", "a workshop of 18 ISVA and IOM leads"),
            reword("levels.topics[1].response", "A sexual assault referral centre for", "A SARC for"),
            reword("levels.topics[0].gaps", "Little reach", "No ISVA. Little reach"),
        ),
        "acronym",
        "note",
        ("introduction.method", "introduction.method", "chapters.topics[1].response"),
    ),
)

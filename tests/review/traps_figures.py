"""Traps of figures: per cents, periods, shares, counts and rates as they were printed, or nearly were."""

from tests.review.rules.damage import add, put, reword
from tests.review.trap import Trap

QUARRY = """Fires are counted by the fire service.

| Kind of fire | Oct 2023 to Sep 2024 | Oct 2024 to Sep 2025 | Change |
|---|---:|---:|---:|
| Quarry fires | 0 | 9 | +900% |
| Garage fires | 41 | 52 | +27% |"""
KINDS = """The kinds of incident are these.

| Kind | Incidents, 2024-25 | Share of total |
|---|---:|---:|
| Nuisance | 1,298 | 63% |
| Personal | 586 | 38% |
| Environmental | 180 | 9% |"""
NO_YEAR = """The wards with most incidents are these.

| Ward | Incidents |
|---|---:|
| Castle | 548 |
| Millfield | 372 |"""
RATES = """The wards with the highest rates are these.

| Ward | Incidents, 2024-25 | Rate |
|---|---:|---:|
| Millfield | 372 | 38.0 |
| Eastgate | 241 | 27.7 |"""
FIGURES = (
    Trap(
        "per cent from zero",
        (
            reword("changes.patterns", "went from 6 to 22.", "went from 0 to 22, an increase of 2,200%."),
            put("places.places[11].previous_count", 0),
            put("places.places[11].change", "+100%"),
            add("levels.disorder", QUARRY),
        ),
        "percent-zero",
        "error",
        ("changes.patterns", "places.places[11].change", "levels.disorder"),
    ),
    Trap(
        "per cent of counts under 20",
        (
            reword("summary.headlines", "from 9 to 29", "from 9 to 29 (up 222%)"),
            reword("changes.rising", "from 17 to 26", "up 53%, from 17 to 26"),
            reword("levels.topics[7].pattern_change", "went from 6 to 22", "rose by 267%, from 6 to 22"),
        ),
        "percent-small",
        "warning",
        ("summary.headlines", "changes.rising", "changes.topics[7].pattern_change"),
    ),
    Trap(
        "nine months set against twelve",
        (
            put("about.previous_period", {"start": "2024-01", "end": "2024-09"}),
            put("levels.topics[9].previous_period", {"start": "2023-07", "end": "2024-03"}),
            reword("levels.all_crime", "Oct 2023 to Sep 2024", "Jan 2024 to Sep 2024"),
        ),
        "period-unequal",
        "warning",
        ("about.previous_period", "changes.topics[9].previous_period", "levels.all_crime"),
    ),
    Trap(
        "year of nine months",
        (put("about.period", {"start": "2025-01", "end": "2025-09"}),),
        "period-unequal",
        "warning",
        ("about.previous_period",),
    ),
    Trap(
        "this period copied to the previous one",
        (
            put("about.previous_period", {"start": "2024-10", "end": "2025-09"}),
            put("levels.topics[9].previous_period", {"start": "2024-04", "end": "2025-03"}),
        ),
        "period-order",
        "warning",
        ("about.previous_period", "changes.topics[9].previous_period"),
    ),
    Trap(
        "nine months set against twelve in prose",
        (
            reword(
                "summary.headlines",
                "behaviour fell from 2,388 to 2,064",
                "behaviour: 2,064 in the nine months to September 2025, against 2,388 in the whole of 2023-24",
            ),
        ),
        "period-unequal",
        "warning",
        ("summary.headlines",),
    ),
    Trap(
        "annual assessment of half a year",
        (
            put("about.period", {"start": "2025-04", "end": "2025-09"}),
            put("about.previous_period", {"start": "2024-04", "end": "2024-09"}),
        ),
        "period-partial",
        "warning",
        ("about.period",),
    ),
    Trap(
        "source that stops before the year does",
        (
            put("appendices.sources[0].period", {"start": "2021-10", "end": "2025-06"}),
            put("appendices.sources[4].extracted", "3 July 2025"),
        ),
        "period-partial",
        "warning",
        ("levels.topics[3].sources", "levels.topics[5].sources", "appendices.sources[4].extracted"),
    ),
    Trap(
        "figures that never came, entered as none",
        (put("levels.topics[5].count", 0), put("places.places[4].count", 0)),
        "period-partial",
        "warning",
        ("levels.topics[5].count", "places.places[4].count"),
    ),
    Trap(
        "table without its period",
        (
            reword(
                "appendices.tables", "| Ward | Oct 2023 to Sep 2024 | Oct 2024 to Sep 2025 |", "| Ward | Before | Now |"
            ),
            add("places.vulnerable", NO_YEAR),
        ),
        "period-unlabelled",
        "warning",
        ("appendices.tables", "places.vulnerable"),
    ),
    Trap(
        "shares that add up to more than all",
        (put("places.places[3].share", "13.07%"), add("levels.disorder", KINDS)),
        "shares-sum",
        "warning",
        ("places.places", "levels.disorder"),
    ),
    Trap(
        "share kept when its count was corrected",
        (put("places.places[3].count", 241),),
        "shares-sum",
        "warning",
        ("places.places[3].share",),
    ),
    Trap(
        "per cent that is not that of the counts beside it",
        (
            reword("changes.falling", "(down 18%)", "(down 28%)"),
            reword("levels.topics[0].harm", "36% of violence with injury (258", "46% of violence with injury (258"),
        ),
        "percent-disagrees",
        "warning",
        ("changes.falling", "levels.topics[0].harm"),
    ),
    Trap(
        "per cent that disagrees with the table it talks about",
        (
            reword("levels.all_crime", "Shoplifting and drug offences alone rose by 291.", "Shoplifting rose by 36%."),
            reword("changes.rising", "More than chance:", "Drug offences rose by 20%. More than chance:"),
        ),
        "percent-disagrees",
        "warning",
        ("levels.all_crime", "changes.rising"),
    ),
    Trap(
        "last year's rise told of this year's fall",
        (
            reword("summary.headlines", "behaviour fell from 2,388 to 2,064", "behaviour rose from 2,388 to 2,064"),
            reword("levels.topics[7].pattern_change", "alight went from 25 to 44", "alight fell from 25 to 44"),
        ),
        "change-direction",
        "warning",
        ("summary.headlines", "changes.topics[7].pattern_change"),
    ),
    Trap(
        "counts of an earlier extract left in the text",
        (
            put("levels.topics[5].pattern_change", "The number fell from 214 to 168, in all wards alike."),
            reword(
                "levels.topics[3].reasons[3].evidence_against",
                "went from 61 to 58",
                "went from 61 to 58, robbery from 48 to 74",
            ),
        ),
        "counts-disagree",
        "warning",
        ("changes.topics[5].pattern_change", "why.topics[3].reasons[3].evidence_against"),
    ),
    Trap(
        "figure of the summary that nothing bears out",
        (reword("summary.headlines", "171 of 318 people", "171 of 381 people"),),
        "summary-figure",
        "warning",
        ("summary.headlines",),
    ),
    Trap(
        "outcome rows counted as offences",
        (
            put("levels.topics[5].measure", "Residential burglary: positive outcomes recorded by the police"),
            reword(
                "appendices.tables",
                "| **Total** | **7,148** | **7,322** | **+174** |",
                "| Positive outcomes | 1,020 | 1,104 | +84 |\n| **Total** | **8,168** | **8,426** | **+258** |",
            ),
        ),
        "outcomes-counted",
        "warning",
        ("levels.topics[5].measure", "appendices.tables"),
    ),
    Trap(
        "rate without its denominator",
        (
            put("levels.topics[5].rate", "4.2 (mid-2024 estimate)"),
            put("places.places[1].rate", "38.0"),
            reword("levels.all_crime", ": 77.6 per 1,000 residents (mid-2024 estimate)", ", a rate of 77.6"),
            add("places.repeat", RATES),
        ),
        "rate-denominator",
        "warning",
        ("levels.topics[5].rate", "places.places[1].rate", "levels.all_crime", "places.repeat"),
    ),
)

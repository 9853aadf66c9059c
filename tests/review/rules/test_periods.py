"""Periods alike, whole and named."""

from datetime import date

import pytest

from sa_wizard.review.rules import periods
from tests.review.rules.damage import codes, damaged, found, said

NINE = {"start": "2024-01", "end": "2024-09"}


def test_nine_months_before_twelve_are_found_once() -> None:
    findings = found(damaged(about__previous_period=NINE))
    assert [(each.code, each.path) for each in findings] == [("period-unequal", "about.previous_period")]
    assert "9 months" in findings[0].message


def test_a_previous_period_that_is_not_asked_for_is_not_compared() -> None:
    assert codes(damaged(about__first="yes", about__first_reason="New.", about__previous_period=NINE)) == []


def test_a_year_of_nine_months_is_told_once() -> None:
    assert [each.code for each in found(damaged(about__period={"start": "2025-01", "end": "2025-09"}))] == [
        "period-unequal"
    ]


@pytest.mark.parametrize("path", ["levels.topics[5].count", "places.places[4].count"])
def test_none_where_there_were_many_may_be_figures_that_never_came(path: str) -> None:
    (finding,) = found(damaged({path: 0}))
    assert (finding.code, finding.path) == ("period-partial", path)


def test_none_where_there_were_few_is_none() -> None:
    topic = {"id": "new", "name": "Hoax calls", "strand": "disorder", "count": 0, "previous_count": 7}
    assert codes(damaged({"levels.topics[11]": topic})) == []


def test_a_problems_own_unequal_periods_are_found() -> None:
    (finding,) = found(damaged({"levels.topics[9].previous_period": {"start": "2023-07", "end": "2024-03"}}))
    assert (finding.code, finding.path) == ("period-unequal", "changes.topics[9].previous_period")


def test_headings_of_unequal_length_are_found() -> None:
    rows = "\n|---|---:|---:|\n| Theft | 100 | 90 |\n| Arson | 40 | 30 |"
    assert codes(said(f"| Crime | Apr 2023 to Mar 2024 | Apr to Dec 2024 |{rows}")) == ["period-unequal"]
    assert codes(said(f"| Crime | Apr 2023 to Mar 2024 | 2024/25 |{rows}")) == []


def test_a_period_that_is_not_over_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(periods, "today", lambda: date(2025, 9, 1))
    assert codes(damaged()) == ["period-partial"]


def test_an_annual_assessment_of_six_months_is_partial() -> None:
    half = {"start": "2025-04", "end": "2025-09"}
    before = {"start": "2024-04", "end": "2024-09"}
    assert codes(damaged(about__period=half, about__previous_period=before)) == ["period-partial"]
    assert codes(damaged(about__period=half, about__previous_period=before, about__cycle="quarterly")) == []


def test_figures_taken_before_the_period_ends_are_found() -> None:
    (finding,) = found(damaged({"appendices.sources[0].extracted": "3 July 2025"}))
    assert (finding.code, finding.path) == ("period-partial", "appendices.sources[0].extracted")
    assert codes(damaged({"appendices.sources[0].extracted": "about 31/02/2025, or 3 November 2025"})) == []


def test_a_problem_counted_over_months_its_source_lacks_is_found() -> None:
    short = {"start": "2021-10", "end": "2025-06"}
    assert codes(damaged({"appendices.sources[4].period": short, "levels.topics[7].sources": ["fire-incidents"]})) == [
        "period-partial"
    ]


def test_a_table_without_its_period_is_found() -> None:
    table = "| Ward | Incidents |\n|---|---:|\n| Castle | 548 |\n| Millfield | 372 |"
    assert codes(damaged(places__concentration=table)) == ["period-unlabelled"]
    assert codes(damaged(places__concentration=f"Incidents by ward, October 2024 to September 2025\n\n{table}")) == []
    assert codes(damaged(places__concentration=table.replace("Incidents", "Incidents this year"))) == []
    assert codes(damaged(places__concentration=table.replace("Incidents", "Rank"))) == []

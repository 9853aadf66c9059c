"""Periods alike, whole and named."""

from datetime import date

import pytest

from sa_wizard.review.rules import periods, spans
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


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("2025/26 (to Dec)", "9 months"),
        ("2025/26 to date", "part of a year"),
        ("2025/26 YTD", "part of a year"),
        ("Q1-Q3 2025/26", "9 months"),
        ("2025/26 Q1 to Q2", "6 months"),
        ("Q3 2025", "3 months"),
        ("Apr-Dec 25", "9 months"),
        ("April to December 2025", "9 months"),
        ("Apr 2024 to Mar 2025", "12 months"),
        ("9 months to Dec 2025", "9 months"),
        ("Nine months ending December 2025", "9 months"),
        ("Year to Dec 2025", "12 months"),
        ("2025 (Jan-Sep)", "9 months"),
        ("2025/26 (9 months)", "9 months"),
        ("2025/26", "12 months"),
        ("FY 2025-26", "12 months"),
        ("2025", "12 months"),
        ("2020-2025", ""),
        ("Change since 2024", ""),
        ("2025 (Dec-Jan)", ""),
        ("2,025", ""),
        ("Ward", ""),
    ],
)
def test_headings_are_read_as_months(heading: str, said: str) -> None:
    span = spans.heading(heading)
    assert (span.said if span else "") == said


ROWS = "\n|---|---:|---:|\n| Theft | 100 | 90 |\n| Arson | 40 | 30 |"
FIVE = "\n|---|---:|---:|---:|---:|---:|\n| Theft | 10 | 9 | 8 | 7 | 34 |\n| Arson | 4 | 3 | 2 | 1 | 10 |"


@pytest.mark.parametrize(
    "heading", ["2025/26 (to Dec)", "2025/26 to date", "Q1-Q3 2025/26", "Apr-Dec 25", "2025/26 so far"]
)
def test_a_part_of_a_year_beside_a_whole_one_is_found(heading: str) -> None:
    assert codes(said(f"| Crime | 2024/25 | {heading} |{ROWS}")) == ["period-unequal"]


@pytest.mark.parametrize(
    "table",
    [
        f"| Crime | 2024/25 to date | 2025/26 to date |{ROWS}",
        f"| Crime | Q1 2024/25 | Q1 2025/26 |{ROWS}",
        f"| Crime | 2024/25 (to Dec) | Apr-Dec 25 |{ROWS}",
        f"| Crime | Apr to Dec 2024 | 2024/25 |{ROWS}",
        f"| Crime | Q1 2024/25 | Q2 2024/25 | Q3 2024/25 | Q4 2024/25 | 2024/25 |{FIVE}",
    ],
)
def test_like_periods_and_the_parts_of_one_year_are_not(table: str) -> None:
    assert codes(said(table)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The nine months to December 2025 saw 1,548 calls, against 2,388 in the whole of 2024-25.",
        "There were 1,548 calls in April to December 2025, down from 2,388 in 2024-25.",
        "In the six months to March 2025 there were 61 fires, compared with 140 in the year to March 2024.",
        "From April to December 2025 there were 61 fires, against 140 in 2024.",
    ],
)
def test_counts_of_unequal_periods_compared_in_prose_are_found(text: str) -> None:
    (finding,) = [each for each in found(said(text)) if each.code == "period-unequal"]
    assert "compares" in finding.message
    assert "months with 12 months" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "The nine months to December 2025 saw 1,548 calls, against 1,602 in the nine months to December 2024.",
        "The nine months to December 2025 saw 1,548 calls, against 1,602 in the same months of 2024.",
        "The nine months to December 2025 saw 172 calls a month, against 199 in 2024-25.",
        "There were 2,064 calls in 2024-25, against 2,388 in 2023-24.",
        "Of 2,064 calls in 2024-25, 515 came in the three months to June 2024, against 430 in March 2024.",
        "The plan of 2024-25 was set against what was said in the nine months to December 2025.",
    ],
)
def test_like_periods_and_averages_in_prose_are_not(text: str) -> None:
    assert "period-unequal" not in codes(said(text))


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2024-10", "2025-09", "Both periods are the same"),
        ("2024-01", "2024-12", "overlaps"),
        ("2024-01", "2025-03", "overlaps"),
        ("2025-10", "2026-09", "comes after"),
    ],
)
def test_a_previous_period_that_is_not_before_is_found_once(start: str, end: str, told: str) -> None:
    (finding,) = found(damaged(about__previous_period={"start": start, "end": end}))
    assert (finding.code, finding.path, finding.item) == ("period-order", "about.previous_period", "b")
    assert told in finding.message


def test_a_problems_own_previous_period_that_is_not_before_is_found() -> None:
    (finding,) = found(damaged({"levels.topics[9].previous_period": {"start": "2024-07", "end": "2025-06"}}))
    assert (finding.code, finding.path) == ("period-order", "changes.topics[9].previous_period")


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


@pytest.mark.parametrize(
    ("taken", "told"),
    [
        ("2025-03-03", "on 3 March 2025"),
        ("3rd of March 2025", "on 3 March 2025"),
        ("03/03/2025", "on 3 March 2025"),
        ("March 2025", "in March 2025"),
        ("February to Mar 2025", "in March 2025"),
        ("2025-11-03", ""),
        ("November 2025", ""),
        ("September 2025", ""),
        ("2024-25", ""),
        ("Version 2025", ""),
    ],
)
def test_the_day_of_an_extract_is_read_as_people_write_it(taken: str, told: str) -> None:
    findings = found(damaged({"appendices.sources[0].extracted": taken}))
    assert [each.code for each in findings] == ["period-partial"] * bool(told)
    assert all(told in each.message for each in findings)


def test_a_problem_counted_over_months_its_source_lacks_is_found() -> None:
    short = {"start": "2021-10", "end": "2025-06"}
    assert codes(damaged({"appendices.sources[4].period": short, "levels.topics[7].sources": ["fire-incidents"]})) == [
        "period-partial"
    ]


def test_a_table_without_its_period_is_found() -> None:
    table = "| Ward | Incidents |\n|---|---:|\n| Castle | 548 |\n| Millfield | 372 |"
    assert codes(damaged(places__concentration=table)) == ["period-unlabelled"]
    assert codes(damaged(places__concentration=f"Incidents by ward, October 2024 to September 2025\n\n{table}")) == []
    assert codes(damaged(places__concentration=table.replace("Incidents", "Incidents each quarter"))) == []
    assert codes(damaged(places__concentration=table.replace("Incidents", "Rank"))) == []


def comparing(older: str, newer: str, before: str = "") -> str:
    """A typed table of two counts for each crime."""
    return f"{before}| Crime | {older} | {newer} |\n|---|---:|---:|\n| Theft | 100 | 90 |\n| Arson | 40 | 30 |"


@pytest.mark.parametrize(
    "table",
    [
        comparing("Last year", "This year"),
        comparing("Previous", "Current"),
        comparing("Before", "After"),
        comparing("Then", "Now"),
        comparing("Previous year", "Current year"),
        comparing("Previous period", "This period"),
        comparing("Last year", "This year", "The table sets this year beside the year before.\n\n"),
        "| Crime | Last year | This year |\n|---|---|---|\n| All crime | 1,000 | 900 |",
        "| Ward | Incidents this year |\n|---|---|\n| Castle | 548 |\n| Millfield | 372 |",
        "Crime\tLast year\tThis year\nTheft\t100\t90\nArson\t40\t30",
        "Theft\t100\t90\nArson\t40\t30",
    ],
)
def test_a_table_whose_periods_only_todays_reader_knows_is_found(table: str) -> None:
    assert codes(said(table)) == ["period-unlabelled"]


@pytest.mark.parametrize(
    "table",
    [
        comparing("Last year", "This year", "Crime in 2023-24 and in 2024-25.\n\n"),
        comparing("Last year (2023-24)", "This year (2024-25)"),
        comparing("Q1", "Q2"),
        comparing("24/25", "25/26"),
        "Crime\t2023-24\t2024-25\nTheft\t100\t90\nArson\t40\t30",
        "Crime in the year to March 2025\n\nWard\tIncidents\nCastle\t548\nMillfield\t372",
        "| Action | Owner | Ref |\n|---|---|---|\n| Locks | Council | 1 |\n| Lights | Police | 2 |",
        "| Action | By | Steps |\n|---|---|---|\n| Locks | Council | 1 |\n| Lights | Police | 2 |",
        "| Post | Ext |\n|---|---|\n| Front desk | 204 |\n| Back desk | 205 |",
        "| Asked about | Yes | No |\n|---|---|---|\n| Safe by day | 204 | 12 |\n| Safe by night | 105 | 100 |",
        "| Worry | Mentions |\n|---|---|\n| Speeding | 204 |\n| Litter | 105 |",
        "| Name | Body |\n|---|---|\n| The chair | Council |\n| The analyst | Police |",
        "\tAn indented line\n\tand another",
    ],
)
def test_a_table_with_a_period_or_that_needs_none_is_not(table: str) -> None:
    assert codes(said(table)) == []


def test_a_table_of_what_a_dated_survey_found_needs_no_period() -> None:
    table = "| Concern | People |\n|---|---|\n| Speeding | 204 |\n| Litter | 105 |"
    told = damaged({"views.consultations[0].said": table})
    assert "period-unlabelled" not in codes(told)
    assert "period-unlabelled" in codes(said(table))

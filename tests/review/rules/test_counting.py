"""Outcomes are not offences, and a rate says per what."""

import pytest

from tests.review.rules.damage import codes, damaged, found, said


@pytest.mark.parametrize(
    "measure",
    [
        "Burglary positive outcomes",
        "Sanction detections for burglary",
        "Suspects charged",
        "Arrests",
        "Arrests for burglary",
        "People charged or summonsed",
        "Convictions",
    ],
)
def test_a_crime_measured_by_outcomes_is_found(measure: str) -> None:
    (finding,) = found(damaged({"levels.topics[5].measure": measure}))
    assert (finding.code, finding.path) == ("outcomes-counted", "levels.topics[5].measure")


@pytest.mark.parametrize(
    "measure",
    [
        "Burglary offences, excluding positive outcomes",
        "Burglary offences, whether or not anybody was charged",
        "Ambulance calls to cardiac arrests",
        "Surcharged parcels",
        "Drug offences, which follow searches and arrests",
    ],
)
def test_one_measured_by_offences_or_something_else_is_not(measure: str) -> None:
    assert codes(damaged({"levels.topics[5].measure": measure})) == []


@pytest.mark.parametrize("outcome", ["Positive outcomes", "Charged or summonsed", "Arrests"])
def test_a_total_that_adds_outcomes_to_offences_is_found(outcome: str) -> None:
    table = f"| 2024-25 | Count |\n|---|---:|\n| Burglary | 172 |\n| {outcome} | 19 |\n| Total | {{}} |"
    assert codes(said(table.format(191))) == ["outcomes-counted"]
    assert codes(said(table.format(172))) == []


@pytest.mark.parametrize(
    "rows",
    [
        "| Charged or summonsed | 19 |\n| Community resolution | 30 |\n| No suspect found | 151 |\n| Total | 200 |",
        "| Arrests | 12 |\n| Searches | 40 |\n| Total | 52 |",
    ],
)
def test_a_table_of_outcomes_or_of_activity_may_have_its_total(rows: str) -> None:
    assert codes(said(f"| 2024-25 | Count |\n|---|---:|\n{rows}")) == []


@pytest.mark.parametrize(
    "rate", ["4.2", "4.2 (mid-2024 estimate)", "4.2 per 1,000", "12.8/1000", "0.75 per year", "3 a day", "4.2/year"]
)
def test_a_rate_without_its_denominator_is_found(rate: str) -> None:
    (finding,) = found(damaged({"levels.topics[5].rate": rate}))
    assert (finding.code, finding.path) == ("rate-denominator", "levels.topics[5].rate")


@pytest.mark.parametrize(
    "rate",
    [
        "4.2 per 1,000 households",
        "4.2 per 1,000 households per year",
        "58% of an estimated 590",
        "No rate: few residents",
        "1 in 40 households",
        "",
    ],
)
def test_a_rate_with_its_denominator_is_not(rate: str) -> None:
    assert codes(damaged({"levels.topics[5].rate": rate})) == []


@pytest.mark.parametrize(
    "text",
    [
        "The crime rate was 77.6 in the year to March 2025.",
        "Crime rose, a rate of 77.6 against 76.3 in 2024.",
        "The burglary rate is 4.2.",
        "Its robbery rate rose to 0.75.",
        "Our rate of robbery is 0.75.",
        "The crime rate of the borough stands at 77.6.",
        "The burglary rate is 4.2 per year.",
    ],
)
def test_a_rate_in_prose_without_its_denominator_is_found(text: str) -> None:
    assert codes(said(text)) == ["rate-denominator"]


@pytest.mark.parametrize(
    "text",
    [
        "The crime rate was 77.6 for every thousand residents.",
        "The robbery rate is 0.75 per 1,000 residents each year.",
        "The rate of robbery per 1,000 residents is 0.75.",
        "The find rate was 28%.",
        "Its find rate rose to 28.",
        "The rate of charge for robbery is 12.",
        "Our rate of change is 3.",
        "The birth rate is 1.6.",
    ],
)
def test_one_with_it_or_of_something_else_is_not(text: str) -> None:
    assert codes(said(text)) == []


def test_rates_in_a_table_without_their_denominator_are_found() -> None:
    table = "| Ward, 2024-25 | Offences | {} |\n|---|---:|---:|\n| Castle | 548 | 61.2 |\n| Millfield | 372 | 38.0 |"
    assert codes(said(table.format("Rate"))) == ["rate-denominator"]
    assert codes(said(table.format("Rate per 1,000 residents"))) == []
    assert codes(said(f"Rates are per 1,000 residents.\n\n{table.format('Rate')}")) == []
    assert codes(said(table.format("Detection rate"))) == []
    turned = "| 2024-25 | Northbridge | Group |\n|---|---:|---:|\n| Burglary rate | 4.2 | 4.9 |"
    assert codes(said(turned)) == ["rate-denominator"]

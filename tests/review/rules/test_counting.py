"""Outcomes are not offences, and a rate says per what."""

import pytest

from tests.review.rules.damage import codes, damaged, found, said


def test_a_crime_measured_by_outcomes_is_found() -> None:
    (finding,) = found(damaged({"levels.topics[5].measure": "Burglary positive outcomes"}))
    assert (finding.code, finding.path) == ("outcomes-counted", "levels.topics[5].measure")
    assert codes(damaged({"levels.topics[5].measure": "Sanction detections for burglary"})) == ["outcomes-counted"]
    assert codes(damaged({"levels.topics[5].measure": "Burglary offences, excluding positive outcomes"})) == []


def test_a_total_that_adds_outcomes_to_offences_is_found() -> None:
    table = "| 2024-25 | Count |\n|---|---:|\n| Burglary | 172 |\n| Positive outcomes | 19 |\n| Total | {} |"
    assert codes(said(table.format(191))) == ["outcomes-counted"]
    assert codes(said(table.format(172))) == []


@pytest.mark.parametrize("rate", ["4.2", "4.2 (mid-2024 estimate)", "4.2 per 1,000", "12.8/1000"])
def test_a_rate_without_its_denominator_is_found(rate: str) -> None:
    (finding,) = found(damaged({"levels.topics[5].rate": rate}))
    assert (finding.code, finding.path) == ("rate-denominator", "levels.topics[5].rate")


@pytest.mark.parametrize(
    "rate", ["4.2 per 1,000 households", "58% of an estimated 590", "No rate: few residents", "1 in 40 households", ""]
)
def test_a_rate_with_its_denominator_is_not(rate: str) -> None:
    assert codes(damaged({"levels.topics[5].rate": rate})) == []


def test_a_rate_in_prose_without_its_denominator_is_found() -> None:
    assert codes(said("The crime rate was 77.6 in the year to March 2025.")) == ["rate-denominator"]
    assert codes(said("Crime rose, a rate of 77.6 against 76.3 in 2024.")) == ["rate-denominator"]
    assert codes(said("The crime rate was 77.6 for every thousand residents.")) == []
    assert codes(said("The find rate was 28%.")) == []


def test_rates_in_a_table_without_their_denominator_are_found() -> None:
    table = "| Ward, 2024-25 | Offences | {} |\n|---|---:|---:|\n| Castle | 548 | 61.2 |\n| Millfield | 372 | 38.0 |"
    assert codes(said(table.format("Rate"))) == ["rate-denominator"]
    assert codes(said(table.format("Rate per 1,000 residents"))) == []
    assert codes(said(f"Rates are per 1,000 residents.\n\n{table.format('Rate')}")) == []
    assert codes(said(table.format("Detection rate"))) == []
    turned = "| 2024-25 | Northbridge | Group |\n|---|---:|---:|\n| Burglary rate | 4.2 | 4.9 |"
    assert codes(said(turned)) == ["rate-denominator"]

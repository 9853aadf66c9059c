"""Per cents, directions and counts in prose agree with the counts they talk about."""

import pytest

from tests.review.rules.damage import codes, damaged, found, said


@pytest.mark.parametrize(
    "text",
    [
        "Burglary went from 120 to 100, a fall of 20%.",
        "Robbery rose by 71% from 41 to 58.",
        "Robbery rose from 41 to 58 (17%).",
        "It fell from 2,388 to 2,064 (down 24%).",
        "Of these, 72 of 211 (43%) were repeats.",
        "That is 46% of violence with injury (258 of 712).",
        "| Crime | 2023-24 | 2024-25 | Change |\n|---|---:|---:|---:|\n| Theft | 100 | 120 | +17% |",
    ],
)
def test_a_per_cent_that_disagrees_with_its_counts_is_found(text: str) -> None:
    assert codes(said(text)) == ["percent-disagrees"]


@pytest.mark.parametrize(
    "text",
    [
        "Robbery rose by 41% from 41 to 58.",
        "Burglary went from 120 to 100, a fall of 17%.",
        "Burglary went from 120 to 100, a fall of about a sixth, and 20% were by night.",
        "Robbery rose from 41 to 58, up by about 40%.",
        "Cases rose from 67 to 72 (34% of the total).",
        "Of these, 72 of 211 (34%) were repeats, and 24 of 30 schools (5% of pupils) sent someone.",
        "Robbery rose from 48 to 71; theft fell by 3%.",
        "Robbery rose from 48 to 71, while theft fell by 3%.",
        "It fell by more than 10%, from 2,388 to 2,064.",
    ],
)
def test_a_per_cent_that_agrees_or_is_of_something_else_is_not(text: str) -> None:
    assert codes(said(text)) == []


def test_a_rise_that_is_a_fall_is_found() -> None:
    assert codes(said("Robbery rose from 120 to 100.")) == ["change-direction"]
    assert codes(said("Robbery fell from 120 to 100.")) == []
    assert codes(said("The borough rose from 12 to 7 in the ranks.", "levels.comparison")) == []


def test_the_change_column_of_a_place_agrees_with_its_counts() -> None:
    (finding,) = found(damaged({"places.places[0].change": "-40%"}))
    assert (finding.code, finding.path) == ("percent-disagrees", "places.places[0].change")
    assert codes(damaged({"places.places[0].change": "−21%"})) == []


def test_a_problems_text_with_last_drafts_count_is_found() -> None:
    (finding,) = found(damaged({"levels.topics[3].narrative": "Robbery rose from 48 to 69."}))
    assert (finding.code, finding.path) == ("counts-disagree", "chapters.topics[3].narrative")
    assert codes(damaged({"levels.topics[3].narrative": "Robbery rose from 48 to 71; by day from 48 to 30."})) == []

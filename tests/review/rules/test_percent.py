"""No per cent of zero and none of a count under 20."""

import pytest

from tests.review.rules.damage import codes, damaged, found, said


@pytest.mark.parametrize(
    "text",
    [
        "Reports rose from 1 to 8, an increase of almost 700%.",
        "Reports rose from 6 to 22 (267%).",
        "Robbery there went up by 222%, from 9 to 29.",
        "A 700% increase, from 1 to 8, was seen in the north.",
        "| Crime | 2023-24 | 2024-25 | Change |\n|---|---:|---:|---:|\n| Arson | 6 | 9 | +50% |",
    ],
)
def test_a_per_cent_of_a_small_count_is_found(text: str) -> None:
    assert codes(said(text)) == ["percent-small"]


@pytest.mark.parametrize(
    "text",
    [
        "Reports rose from 1 to 8, and 36% of them came from schools.",
        "Reports rose from 6 to 22, while burglary fell by 20%.",
        "Children aged 10 to 19 are 11% of residents.",
        "The share rose from 12% to 18%, a rise of 50%.",
        "Waits rose from 12 to 26 weeks, up 117%.",
        "The rate rose from 7.6 to 8.1, up 7%.",
        "The years from 2019 to 2024 saw 12% more.",
        "Robbery rose from 50 to 60, up 20%.",
        "| Crime | 2023-24 | 2024-25 | Change |\n|---|---:|---:|---:|\n| Arson | 6 | 9 | 6 to 9 |",
    ],
)
def test_a_per_cent_of_something_else_is_not(text: str) -> None:
    assert codes(said(text)) == []


def test_a_per_cent_of_zero_is_an_error() -> None:
    (finding,) = found(said("Reports rose from 0 to 8, an increase of 800%."))
    assert (finding.code, finding.severity, finding.path) == ("percent-zero", "error", "levels.harm")
    assert "from 0 to 8" in finding.message


def test_the_change_column_of_a_place_is_read_beside_its_counts() -> None:
    small = {"places.places[11].previous_count": 8, "places.places[11].count": 16}
    assert codes(damaged({**small, "places.places[11].change": "+100%", "places.places[11].share": ""})) == [
        "percent-small"
    ]
    assert codes(damaged({**small, "places.places[11].change": "8 to 16", "places.places[11].share": ""})) == []


def test_a_per_cent_in_a_problems_own_text_is_read_beside_its_counts() -> None:
    topic = {"id": "new", "name": "Hoax calls", "strand": "disorder", "count": 8, "previous_count": 1}
    (finding,) = found(
        damaged({"levels.topics[11]": {**topic, "pattern_change": "An increase of almost 700%, mostly in June."}})
    )
    assert (finding.code, finding.path) == ("percent-small", "changes.topics[11].pattern_change")
    assert "from 1 to 8" in finding.message
    assert codes(damaged({"levels.topics[11]": {**topic, "pattern_change": "In June 25% more were made."}})) == []

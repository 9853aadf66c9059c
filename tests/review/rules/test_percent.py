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
        "Metal theft rose from 1 case to 8 cases (700%).",
        "It is a small change, from one to eight, almost 700%.",
        "From one report to eight is almost 700% more.",
        "Reports went from 18 in 2023-24 to 27 in 2024-25, an increase of 50%.",
        "Reports went from 18 offences to 27 offences (50%).",
        "There were 12 offences this year compared with 6 last year, an increase of 100%.",
        "There were 27 offences (18 last year, +50%).",
        "There were 27 offences, up from 18 the year before (50%).",
        "Arson: 18 → 27 (+50%).",
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
        "Waits went from 6 weeks to 8 weeks, up 33%.",
        "It took from 6 to 8 working days, 33% more.",
        "Children aged from 10 to 15 rose by 20%.",
        "The score was raised from 2 to 3 (50%).",
        "Our ranking rose from 12 to 18 (50%).",
        "Response times rose from 12 to 16 (33%).",
        "The patrol moved from 6pm to 8pm, up 33%.",
        "The patrol moved from 6 to 8 in the evening, up 33%.",
        "The shop was open from nine to five, up 20%.",
        "The limit rose from 12 to 16 miles (33%).",
        "The cost rose from 2 to 3 million (50%).",
        "Castle had 12 offences against 6 in Millfield, 100% more.",
        "Theft rose by 50% and arson was 27 (18 last year).",
    ],
)
def test_a_per_cent_of_something_else_is_not(text: str) -> None:
    assert codes(said(text)) == []


def test_a_per_cent_of_none_in_words_is_one_of_zero() -> None:
    assert codes(said("Arson went from none to nine, a 900% rise.")) == ["percent-zero"]


@pytest.mark.parametrize(
    ("headings", "row", "code"),
    [
        ("2023-24 | 2024-25 | Change", "6 | 9 | +50%", "percent-small"),
        ("Previous year | This year | Change", "6 | 9 | +50%", "percent-small"),
        ("Last year | This year | Change", "0 | 9 | +900%", "percent-zero"),
        ("This year | Last year | Change", "9 | 6 | +50%", "percent-small"),
        ("Last year | This year | % change", "6 | 9 | 50", "percent-small"),
        ("2023-24 | 2024-25 | Change (%)", "0 | 9 | +900", "percent-zero"),
        ("2023-24 | 2024-25 | Change on 2023-24", "6 | 9 | 50 per cent", "percent-small"),
    ],
)
def test_a_per_cent_in_a_table_is_read_beside_its_two_counts(headings: str, row: str, code: str) -> None:
    assert codes(
        said(f"Crime in 2023-24 and 2024-25:\n\n| Crime | {headings} |\n|---|---:|---:|---:|\n| Arson | {row} |")
    ) == [code]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("2023-24 | 2024-25 | Change", "6 | 9 | 6 to 9"),
        ("2023-24 | 2024-25 | Change", "6 | 9 | +3"),
        ("2023-24 | 2024-25 | % of total", "6 | 9 | 50%"),
        ("2023-24 | 2024-25 | Share of the change, %", "6 | 9 | 50"),
        ("This year | Previous year | % change", "50 | 40 | 25"),
    ],
)
def test_a_share_a_difference_or_a_change_of_more_is_not(headings: str, row: str) -> None:
    assert (
        codes(said(f"Crime in 2023-24 and 2024-25:\n\n| Crime | {headings} |\n|---|---:|---:|---:|\n| Arson | {row} |"))
        == []
    )


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

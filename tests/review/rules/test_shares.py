"""Shares add up, beyond what rounding explains."""

import pytest

from sa_wizard.review.rules import shares_told, typed
from tests.review.rules.damage import codes, damaged, found, said

FENLAND = ((392, "10.67"), (692, "18.84"), (428, "11.65"), (1554, "42.30"), (608, "16.55"))


def table(shares: tuple[tuple[int, str], ...], heading: str = "Share of total") -> str:
    """A typed table of parishes."""
    rows = "\n".join(f"| Parish {count} | {count:,} | {share} |" for count, share in shares)
    return f"| Parish, 2013-14 | Incidents | {heading} |\n|---|---:|---:|\n{rows}\n| Total | 3,674 | 100% |"


def test_fenlands_hundred_and_a_hundredth_is_rounding() -> None:
    assert codes(said(table(FENLAND))) == []


def test_a_table_that_adds_up_to_110_is_found() -> None:
    wrong = (*FENLAND[:3], (1554, "52.30"), FENLAND[4])
    assert codes(said(table(wrong))) == ["shares-sum"]
    assert codes(said(table(wrong, "Said it was a problem"))) == []


def test_places_that_add_up_to_more_than_all_are_found() -> None:
    (finding,) = found(damaged({"places.places[0].share": "36.55%"}))
    assert (finding.code, finding.path) == ("shares-sum", "places.places")
    assert "110" in finding.message


def test_a_share_that_its_count_does_not_bear_out_is_found() -> None:
    rows = [
        {"id": "a", "name": "North", "count": 100, "share": "10%"},
        {"id": "b", "name": "South", "count": 200, "share": "20%"},
        {"id": "c", "name": "East", "count": 300, "share": "42%"},
    ]
    (finding,) = found(damaged(places__places=rows))
    assert (finding.code, finding.path) == ("shares-sum", "places.places[2].share")
    rows[2]["share"] = "30%"
    assert codes(damaged(places__places=rows)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Of these, 40% were in Castle, 35% in Millfield, and 45% in Wharfside.",
        "Of these, 40% were theft, 35% violence and 45% damage.",
        "Of these, 40% were in Castle, 35% in Millfield, and the remaining 45% elsewhere.",
        "Of the 400 thefts, 40% were in Castle, 35% in Millfield and 45% in Wharfside.",
        "Incidents were split between Castle (40%), Millfield (35%) and Wharfside (45%).",
        "Offences were split as follows: 50 per cent theft, 30 per cent violence and 30 per cent damage.",
        "The total is made up of theft (40%), violence (35%) and damage (22.5%).",
        "Recorded crime breaks down into theft (41%), violence (35%) and damage (34%).",
    ],
)
def test_shares_of_one_whole_in_a_sentence_are_added_up(text: str) -> None:
    (finding,) = found(said(text))
    assert (finding.code, finding.words) == ("shares-sum", text)


@pytest.mark.parametrize(
    "text",
    [
        "Of these, 40% were in Castle, 35% in Millfield and 25% in Wharfside.",
        "The total is made up of theft (33%), violence (33%) and damage (33%).",
        "The total is made up of theft (40%), violence (35%) and other things.",
        "The total is made up of theft (40%), violence (35%), damage (10%) and a rest.",
        "40% were in Castle, 35% in Millfield and 45% in Wharfside.",
        "Of these, 60% involved alcohol, 40% were repeat victims and 30% were in Castle.",
        "Of these, 40% were female, 35% white and 45% young.",
        "Of these, 40% were at night, 35% in Castle and 45% outdoors.",
        "Of those who answered, 60% chose speeding, 50% litter and 40% noise.",
        "Of these, 40% rose, 35% fell and 45% stayed as they were.",
        "The fund is split between wardens (up 40%), lights (up 35%) and gates (up 45%).",
        "Of these, 40% were arrested, 35% were charged and 30% were convicted.",
        "Of these, 80% were seen in a week, 60% finished treatment and 40% came back.",
        "The budget is split 60% to 40% between council and police, and 50% of it is for cameras.",
        "Violence made up of 40% in 2024, 35% in 2025 and 38% in 2026.",
        "Of these, 60% were in Castle, and 50% of those in Castle were by day and 40% by night.",
    ],
)
def test_what_may_overlap_or_is_no_whole_is_not_added_up(text: str) -> None:
    assert "shares-sum" not in codes(said(text))


def test_reading_shares_out_of_sentences_takes_time_in_proportion() -> None:
    for text in ("split 40% " * 50_000, "of these 40% were in a, " * 20_000, "made up of " * 50_000 + "40%"):
        shares_told.wrong(text)


@pytest.mark.parametrize("heading", ["%", "Per cent", "Percentage", "Share", "Share of total"])
def test_a_column_of_shares_is_added_up_under_any_heading(heading: str) -> None:
    wrong = (*FENLAND[:4], (608, "26.55"))
    assert codes(said(table(wrong, heading))) == ["shares-sum"]
    assert codes(said(table(FENLAND, heading))) == []


@pytest.mark.parametrize("heading", ["%", "Per cent"])
def test_per_cents_without_counts_are_shares_only_near_a_hundred(heading: str) -> None:
    rows = "\n".join(f"| {name} | {{}}% |" for name in ("Theft", "Arson", "Noise"))
    told = f"| Kind, 2024-25 | {heading} |\n|---|---|\n{rows}"
    assert codes(said(told.format(50, 30, 25))) == ["shares-sum"]
    assert codes(said(told.format(50, 30, 20))) == []
    assert codes(said(told.format(70, 60, 45))) == [], "people could give several answers"


def test_a_bare_per_cent_that_is_a_change_is_not_added_up() -> None:
    told = "| Crime | 2023-24 | 2024-25 | % |\n|---|---|---|---|\n| Theft | 50 | 75 | 50% |\n| Arson | 30 | 60 | 100% |"
    assert "shares-sum" not in codes(said(f"{told}\n| Noise | 20 | 40 | 100% |"))


def test_a_table_pasted_from_a_spreadsheet_is_read_as_one_that_is_typed() -> None:
    pasted = "Ward\tIncidents, 2024-25\tShare\nNorth\t50\t50%\nSouth\t30\t30%\nEast\t40\t40%"
    assert codes(said(pasted)) == ["shares-sum"]
    (read,) = typed.tables(f"The wards are these.\n\n{pasted}\n\nThe rest is elsewhere.")
    assert read.headings == ("Ward", "Incidents, 2024-25", "Share")
    assert read.rows == (("North", "50", "50%"), ("South", "30", "30%"), ("East", "40", "40%"))
    assert "The wards" in read.around


@pytest.mark.parametrize("text", ["\tIndented\n\tagain", "One\ttab in a line", "a\tb\n\n\nc\td", "Plain\ntext"])
def test_tabs_that_make_no_table_are_none(text: str) -> None:
    assert typed.tables(text) == ()

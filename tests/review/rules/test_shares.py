"""Shares add up, beyond what rounding explains."""

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

"""No other partnership's name is left in."""

import pytest

from tests.review.rules.damage import codes, found, said


@pytest.mark.parametrize(
    "text",
    [
        "Safer Eastmoor agreed these priorities.",
        "The Eastmoor Community Safety Partnership agreed these priorities.",
        "Eastmoor and Westfield CSP agreed these priorities.",
        "Eastmoor CDRP agreed these priorities.",
        "The Eastmoor Safer Communities Partnership agreed these priorities.",
        "ECSP agreed these priorities.",
        "{partnership} agreed these priorities.",
        "The [name of partnership] agreed these priorities.",
    ],
)
def test_another_partnerships_name_is_found(text: str) -> None:
    (finding,) = [each for each in found(said(text)) if each.code != "body-era"]
    assert (finding.code, finding.path) == ("name-other", "levels.harm")


@pytest.mark.parametrize(
    "text",
    [
        "The Safer Northbridge Partnership agreed these priorities.",
        "Northbridge Community Safety Partnership agreed these priorities.",
        "Safer Calderfordshire is the county's group.",
        "The Safer Streets Fund and the Safer Neighbourhood Team paid.",
        "The neighbouring Eastmoor Community Safety Partnership found the same.",
        "Our Community Safety Partnership met.",
        "Our Safer Communities Partnership met.",
        "The Northbridge Community Safety Partnership (NCSP) met.",
        "It is safer now.",
    ],
)
def test_its_own_name_and_a_neighbours_are_not(text: str) -> None:
    assert codes(said(text)) == []

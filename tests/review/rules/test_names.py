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
        "The Hartlepool Community Safety Partnership has reviewed its plan against the national strategy.",
        "Safer Eastmoor found that burglary had risen more than elsewhere in other years.",
        "A study was made, and the Eastmoor CSP acted on it.",
        "Safer Eastmoor guidance was followed.",
        "{partnership} agreed these priorities.",
        "The [name of partnership] agreed these priorities.",
    ],
)
def test_another_partnerships_name_is_found(text: str) -> None:
    (finding,) = [each for each in found(said(text)) if each.code not in ("body-era", "acronym")]
    assert (finding.code, finding.path) == ("name-other", "levels.harm")


@pytest.mark.parametrize(
    "text",
    [
        "The Safer Northbridge Partnership agreed these priorities.",
        "Northbridge Community Safety Partnership agreed these priorities.",
        "Safer Calderfordshire is the county's group.",
        "The Safer Streets Fund and the Safer Neighbourhood Team paid.",
        "The neighbouring Eastmoor Community Safety Partnership found the same.",
        "The Eastmoor Community Safety Partnership found the same.",
        "We learned this from the Eastmoor Community Safety Partnership.",
        "Burglary is lower than in the Eastmoor CSP area.",
        "It is a joint post with the Eastmoor Community Safety Partnership.",
        "Safer Eastmoor and Safer Westfield are our peers.",
        "The Eastmoor CSP, our neighbour, lent a second analyst.",
        "The leaflet follows the Safer Sleep guidance.",
        "Schools marked Safer Internet Day.",
        "It was told on Safer Business Action day, and on Safer Business Action Days before.",
        "The East Midlands Violence Reduction Network CSP forum met twice.",
        "The London Borough of Barnet's CSP shared its method.",
        "The Eastmoor and Stavenham CSP analysts shared data.",
        "Our Community Safety Partnership met.",
        "Our Safer Communities Partnership met.",
        "The Northbridge Community Safety Partnership (NCSP) met.",
        "It is safer now.",
    ],
)
def test_its_own_name_and_a_neighbours_are_not(text: str) -> None:
    assert set(codes(said(text))) <= {"acronym"}

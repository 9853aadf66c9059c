"""Going against a score needs a reason; a product is a product."""

from sa_wizard.draft.values import Json
from tests.review.rules.damage import codes, damaged, found

LEICESTER: dict[str, Json] = {"id": "x", "issue": "Hoax calls", "likelihood": 17, "harm": 11, "score": 187}


def only(**columns: Json) -> dict[str, Json]:
    """The example with one candidate."""
    return {"choosing.candidates": [{**LEICESTER, **columns}], "choosing.method": "probability-harm"}


def test_187_high_and_excluded_without_a_reason_is_an_error() -> None:
    (finding,) = found(damaged(only(band="high", included="no")))
    assert (finding.code, finding.severity) == ("score-override", "error")
    assert finding.path == "choosing.candidates[0].reason"
    assert "187" in finding.message


def test_low_and_included_without_a_reason_is_an_error() -> None:
    low = only(issue="Sexual offences against adults", likelihood=1, harm=15, score=None, band="low", included="yes")
    assert codes(damaged(low)) == ["score-override"]


def test_a_reason_or_agreement_is_enough() -> None:
    assert codes(damaged(only(band="high", included="no", reason="The fire service leads."))) == []
    assert codes(damaged(only(band="high", included="yes"))) == []
    assert codes(damaged(only(band="high", included="no", reason="TBC"))) == ["score-override"]


def test_a_score_that_is_not_the_product_is_found() -> None:
    (finding,) = found(damaged(only(score=178, band="high", included="yes")))
    assert (finding.code, finding.path) == ("score-sum", "choosing.candidates[0].score")
    weighted = {**only(score=178, band="high", included="yes"), "choosing.method": "weighted-criteria"}
    assert codes(damaged(weighted)) == []


def test_a_higher_score_in_a_lower_band_is_found() -> None:
    rows = [
        {**LEICESTER, "band": "medium", "included": "yes"},
        {**LEICESTER, "id": "y", "issue": "Noise", "likelihood": 11, "harm": 15, "score": 165, "band": "high"},
    ]
    draft = damaged({"choosing.candidates": rows, "choosing.method": "probability-harm"})
    assert [(each.code, each.path) for each in found(draft)] == [("score-band", "choosing.candidates[0].band")]
    rows[0]["band"] = "high"
    assert codes(damaged({"choosing.candidates": rows, "choosing.method": "probability-harm"})) == []

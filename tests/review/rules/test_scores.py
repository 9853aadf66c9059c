"""Going against a score needs a reason; a product is a product."""

import pytest

from sa_wizard.draft.draft import Draft
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
    assert codes(damaged(only(band="high", included="no", reason="TBC"))) == ["score-override", "unfilled"]


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
    rows[1]["included"] = "yes"
    draft = damaged({"choosing.candidates": rows, "choosing.method": "probability-harm"})
    assert [(each.code, each.path) for each in found(draft)] == [("score-band", "choosing.candidates[0].band")]
    rows[0]["band"] = "high"
    assert codes(damaged({"choosing.candidates": rows, "choosing.method": "probability-harm"})) == []


@pytest.mark.parametrize(
    "words", ["n/a", "None.", "Partnership decision", "The board's view.", "As agreed", "Override"]
)
def test_who_decided_is_no_reason(words: str) -> None:
    """The outline says so beside the column: 'Partnership decision' is not one."""
    assert codes(damaged(only(band="high", included="no", reason=words))) == ["score-override"]


@pytest.mark.parametrize("words", ["Agreed: the fire service leads.", "The board's view is that harm outweighs it."])
def test_a_reason_that_names_who_decided_is_one(words: str) -> None:
    assert codes(damaged(only(band="high", included="no", reason=words))) == []


UNBANDED: list[dict[str, Json]] = [
    {**LEICESTER, "band": "", "included": "no"},
    {"id": "y", "issue": "Noise", "likelihood": 5, "harm": 11, "included": "yes"},
    {"id": "z", "issue": "Begging", "likelihood": 2, "harm": 2, "included": "no"},
]


def test_without_bands_an_issue_left_out_that_scores_more_than_one_put_forward_is_an_override() -> None:
    def draft(rows: list[dict[str, Json]]) -> Draft:
        return damaged({"choosing.candidates": rows, "choosing.method": "probability-harm"})

    (finding,) = found(draft(UNBANDED))
    assert (finding.code, finding.path) == ("score-override", "choosing.candidates[0].reason")
    assert finding.message == (
        "“Hoax calls” scores 187 and is not put forward, and “Noise” with 55 is; neither says why."
    )
    for row in (0, 1):
        said = [
            {**each, "reason": "One household, now supported."} if at == row else each
            for at, each in enumerate(UNBANDED)
        ]
        assert codes(draft(said)) == [], "a reason beside either of the two is enough"


def test_an_issue_scored_and_not_decided_on_is_found_once_others_are() -> None:
    rows: list[dict[str, Json]] = [{**LEICESTER, "band": "high"}, {**UNBANDED[1], "band": "low", "included": "no"}]
    draft = damaged({"choosing.candidates": rows, "choosing.method": "probability-harm"})
    assert [(each.code, each.path) for each in found(draft)] == [("score-undecided", "choosing.candidates[0].included")]
    rows[1]["included"] = ""
    assert codes(damaged({"choosing.candidates": rows, "choosing.method": "probability-harm"})) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("48 to 75", "counts-disagree"),
        ("from 45 to 71 offences", "counts-disagree"),
        ("+60%", "percent-disagrees"),
        ("down 48%", "percent-disagrees"),
        ("71 to 48", "change-direction"),
    ],
)
def test_a_change_beside_a_score_that_is_not_its_problems_is_found(change: str, code: str) -> None:
    (finding,) = found(damaged({"choosing.candidates[5].change": change}))
    assert (finding.code, finding.path) == (code, "choosing.candidates[5].change")
    assert "from 48 to 71" in finding.message


@pytest.mark.parametrize(
    "change", ["48 to 71", "+48%", "up 48%", "9 to 29 at the station", "41 households", "", "rising"]
)
def test_a_change_that_is_or_of_something_else_is_not(change: str) -> None:
    assert codes(damaged({"choosing.candidates[5].change": change})) == []


def test_a_change_in_the_case_for_a_priority_is_held_against_its_problems() -> None:
    (finding,) = found(damaged({"priorities.priorities[1].why": "They rose from 48 to 75 in a year."}))
    assert (finding.code, finding.path) == ("counts-disagree", "priorities.priorities[1].why")
    assert codes(damaged({"priorities.priorities[1].why": "They rose from 9 to 29 at the station."})) == []
    named = found(damaged({"priorities.priorities[1].why": "Robbery rose from 48 to 75."}))
    assert [each.code for each in named] == ["counts-disagree"], "told once, also where the problem is named"

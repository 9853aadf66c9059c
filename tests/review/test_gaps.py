"""The guided path: evidence before priorities, the summary last, each gap once, and no going round in circles."""

from sa_wizard.draft.draft import start
from sa_wizard.review.gaps import gaps, next_gap
from tests.builders import asked, assessment, drafted, judged, shipped


def test_gaps_come_in_writing_order_with_the_summary_last() -> None:
    draft = drafted({"about.nation": "england", "about.area_type": "two-tier", "about.first": "no"})
    order = list(dict.fromkeys(gap.section for gap in gaps(asked(draft), judged(draft))))
    assert order.index("levels") < order.index("changes") < order.index("why") < order.index("priorities")
    assert order[-1] == "summary"
    assert order[0] == "about"


def test_walking_the_gaps_visits_every_place_once_and_then_begins_again() -> None:
    draft = start(shipped())
    review = judged(draft)
    places = list(dict.fromkeys(gap.path for gap in gaps(asked(draft), review)))
    walked = [""]
    for _ in places:
        found = next_gap(asked(draft), review, walked[-1])
        assert found is not None
        walked.append(found.path)
    assert sorted(walked[1:]) == sorted(places)
    again = next_gap(asked(draft), review, walked[-1])
    assert again is not None
    assert again.path == walked[1]


def test_a_complete_draft_has_no_gap() -> None:
    assert next_gap(asked(assessment()), judged(assessment())) is None

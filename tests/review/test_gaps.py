"""The guided path: evidence before priorities, the summary last, each gap once, and no going round in circles."""

import pytest

from sa_wizard.draft.draft import Draft, start
from sa_wizard.review.gaps import gaps, next_gap
from tests.builders import BURGLARY, DRUGS, NOISE, asked, assessment, drafted, judged, shipped


def test_gaps_come_in_writing_order_with_the_summary_last() -> None:
    draft = drafted({"about.nation": "england", "about.area_type": "two-tier", "about.first": "no"})
    order = list(dict.fromkeys(gap.section for gap in gaps(asked(draft), judged(draft))))
    assert order.index("levels") < order.index("changes") < order.index("why") < order.index("priorities")
    assert order[-1] == "summary"
    assert order[0] == "about"


@pytest.mark.parametrize(
    "draft",
    [
        start(shipped()),
        # two rows with two findings each, one item's after the other's: a walk by first match went to and fro for ever
        assessment(
            levels__topics=[{**topic, "previous_count": "many"} for topic in (BURGLARY, NOISE, DRUGS)], why__overall=""
        ),
    ],
)
def test_walking_the_gaps_visits_every_place_once_and_then_begins_again(draft: Draft) -> None:
    review = judged(draft)
    places = list(dict.fromkeys(gap.path for gap in gaps(asked(draft), review)))
    walked = [""]
    for _ in places:
        found = next_gap(asked(draft), review, walked[-1])
        assert found is not None
        walked.append(found.path)
    assert walked[1:] == places
    again = next_gap(asked(draft), review, walked[-1])
    assert again is not None
    assert again.path == walked[1]


def test_from_a_place_without_a_gap_the_walk_begins_at_the_first() -> None:
    draft = assessment(why__overall="", gaps__effect="")
    found = next_gap(asked(draft), judged(draft), "about.title")
    assert found is not None
    assert found.path == "why.overall"


def test_a_complete_draft_has_no_gap() -> None:
    assert next_gap(asked(assessment()), judged(assessment())) is None

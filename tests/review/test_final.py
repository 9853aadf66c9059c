"""Final means complete: the guard lets nothing else through, and an incomplete draft never says final."""

from pathlib import Path

import pytest

from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.session import Session
from sa_wizard.errors import IncompleteDraft
from sa_wizard.review.final import changed, guard, is_final, why_not
from tests.builders import asked, assessment, judged, shipped


def session(draft: Draft) -> Session:
    """A session that writes nowhere."""
    return Session(Path("unused.sa.json"), shipped(), draft)


def test_a_complete_draft_may_be_final() -> None:
    guard(session(assessment()), "about.status", "final")


@pytest.mark.parametrize("value", ["final", "fi\x00nal", "final\x1b"])
def test_an_incomplete_draft_may_not_be_final_however_it_is_spelt(value: str) -> None:
    """Control characters are cleaned away on the way in, so the guard looks at what would be stored."""
    with pytest.raises(IncompleteDraft) as refused:
        guard(session(assessment(views__concerns=[])), "about.status", value)
    assert (
        refused.value.sentence == "This draft cannot be marked final yet: 1 thing is missing, and item (e) is not met."
    )
    assert "sa-wizard check" in refused.value.hint
    assert "“Reason for issuing it with something missing” (about.override_reason)" in refused.value.hint
    assert refused.value.exit_code == 3


def test_anything_else_may_be_set_at_any_time() -> None:
    empty = session(start(shipped()))
    for path, value in (("about.status", "draft"), ("about.status", ["final"]), ("about.title", "final")):
        guard(empty, path, value)


def test_a_wrong_status_does_not_stand_in_the_way_of_the_right_one() -> None:
    guard(session(assessment(about__status="finished")), "about.status", "final")


def test_why_not_counts_things_and_items() -> None:
    assert why_not(judged(assessment())) == ""
    told = why_not(judged(assessment(views__concerns=[], progress__priorities=[], county__any=None)))
    assert (
        told == "This draft cannot be marked final yet: 3 things are missing, and items (e), (f) and (g) are not met."
    )
    assert why_not(judged(assessment(gaps__effect=""))) == "This draft cannot be marked final yet: 1 thing is missing."


def test_a_draft_that_was_final_and_lost_an_answer_is_final_no_longer() -> None:
    final = assessment(about__status="final")
    assert is_final(asked(final), judged(final))
    assert not is_final(asked(assessment()), judged(assessment()))
    worse = assessment(about__status="final", why__overall="")
    assert not is_final(asked(worse), judged(worse))


def test_only_a_change_of_what_was_final_and_still_is_changes_a_final_draft() -> None:
    """Neither opening it, nor marking it final, nor making it a draft again is a change of what was issued."""
    final = session(assessment(about__status="final"))
    assert not changed(final)
    final.set("why.overall", "Other words.")
    assert changed(final)
    final.set("about.status", "draft")
    assert not changed(final)
    final.set("why.overall", "And others.")
    assert not changed(final)
    final.set("about.status", "final")
    assert not changed(final)

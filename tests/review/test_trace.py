"""The thread from evidence to action is followed through every link, and what hangs loose is told."""

import pytest

from sa_wizard.draft.draft import Draft
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.trace import trace
from tests.builders import asked, assessment, judged

CONCERN = {"id": "c9", "concern": "Speeding"}


def found(draft: Draft, beginning: str) -> list[str]:
    return [finding.code for finding in judged(draft).findings if finding.code.startswith(beginning)]


def test_nothing_hangs_loose_in_a_whole_assessment() -> None:
    assert trace(Evidence(asked(assessment()))).unanswered == ()


def test_a_concern_without_priority_or_answer_is_an_error_at_the_top_and_a_warning_below() -> None:
    loose = [{"id": f"c{number}", "concern": f"Concern {number}"} for number in range(5)]
    draft = assessment(views__concerns=loose)
    assert len(found(draft, "concern-top-unanswered")) == 3
    assert len(found(draft, "concern-unanswered")) == 2


def test_an_answer_is_enough() -> None:
    draft = assessment(views__concerns=[{**CONCERN, "answer": "The county road partnership leads on it."}])
    assert found(draft, "concern-top-unanswered") == []


@pytest.mark.parametrize("missing", ["lead", "measure", "recommendation"])
def test_a_priority_says_who_leads_it_how_it_is_judged_and_what_to_do(missing: str) -> None:
    whole = {"title": "Robbery", "topics": ["burglary"], "lead": "A", "measure": "B", "prevention": "C"}
    del whole["prevention" if missing == "recommendation" else missing]
    draft = assessment(priorities__priorities=[whole])
    assert found(draft, "priority-") == [f"priority-{missing}"]

"""How far each section is: counts that are true under conditions, repeats and placeholders.

Named for what other tools got wrong in public: 40 of 31 answered, hidden questions in the total, an empty repeat that
counted as complete.
"""

from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.values import Json
from sa_wizard.review.findings import SectionJudgement
from sa_wizard.review.judge import field_state
from tests.builders import BURGLARY, DRUGS, NOISE, asked, assessment, drafted, judged, shipped


def section(name: str, draft: Draft) -> SectionJudgement:
    """The judgement of one section."""
    found = judged(draft).section(name)
    assert found is not None
    return found


def counts(name: str, **changes: Json) -> tuple[str, int, int]:
    """State, done and total of one section of a complete assessment after changes."""
    found = section(name, assessment(**changes))
    return found.state, found.done, found.total


def states(draft: Draft, name: str) -> dict[str, str]:
    """The state of every field of one section."""
    seen = asked(draft)
    findings = judged(draft).findings
    here = next(each for each in seen.sections if each.id == name)
    return {field.id: field_state(seen, here, field, findings) for field in seen.fields(here)}


def test_nothing_answered_is_not_started() -> None:
    for judgement in judged(start(shipped())).sections:
        assert judgement.state in ("not_started", "not_applicable")
        assert judgement.done == 0


def test_everything_required_answered_is_done() -> None:
    for judgement in judged(assessment()).sections:
        assert judgement.state in ("done", "not_started")
        assert judgement.done == judgement.total


def test_every_section_is_judged_in_the_order_and_with_the_heading_of_the_draft() -> None:
    review = judged(assessment().with_order(("why", "changes")).with_heading("why", "What drives it"))
    assert len(review.sections) == len(shipped().sections)
    names = [judgement.id for judgement in review.sections]
    assert names.index("why") < names.index("changes")
    assert section("why", assessment().with_heading("why", "What drives it")).title == "What drives it"


def test_white_space_and_placeholders_answer_nothing() -> None:
    for text in (" \n", "TBC", "[insert text]", "XX", "..."):
        assert counts("introduction", introduction__basis=text) == ("not_started", 0, 1)


def test_an_empty_required_list_is_not_complete() -> None:
    empties: tuple[Json, ...] = ([], [{}], [{"id": "x"}], [{"issue": " "}])
    for rows in empties:
        state, done, total = counts("choosing", choosing__candidates=rows)
        assert (state, done, total) == ("not_started", 0, 1), rows


def test_many_entries_count_once() -> None:
    rows = [{"issue": f"Issue {number}"} for number in range(40)]
    assert counts("choosing", choosing__candidates=rows) == ("done", 1, 1)


def test_a_switched_off_field_leaves_the_total_and_comes_back_answered() -> None:
    with_matters = counts("county")
    reason = {"county__none_reason": "Nothing this year."}
    assert counts("county", county__any="no", **reason) == ("done", 2, 2)
    assert counts("county", county__any=None, **reason) == ("not_started", 0, 1)
    assert counts("county", county__any="yes", **reason) == with_matters == ("done", 2, 2)


def test_a_switched_off_section_leaves_the_total_and_comes_back_answered() -> None:
    before = judged(assessment())
    assert counts("county", about__area_type="unitary") == ("not_applicable", 0, 0)
    assert judged(assessment(about__area_type="two-tier")) == before


def test_a_wrong_value_is_a_problem_and_not_done() -> None:
    assert counts("choosing", choosing__candidates=[{"issue": "A", "harm": "lots"}]) == ("has_problems", 0, 1)
    assert counts("about", about__cycle="monthly") == ("has_problems", 9, 9)


def test_a_half_done_section_is_in_progress() -> None:
    assert counts("views", views__concerns=[]) == ("in_progress", 1, 2)
    assert counts("why", why__overall="") == ("in_progress", 1, 2)


def test_a_view_is_answered_only_by_its_own_columns() -> None:
    """A topic with a count says nothing yet about why it changed."""
    draft = drafted({"levels.topics": [{"name": "Burglary", "count": 4, "where": "Centre"}]})
    assert section("why", draft).state == "not_started"
    assert states(draft, "why")["topics"] == "empty"
    explained = drafted(
        {"levels.topics": [{"name": "Burglary", "reasons": [{"reason": "Released", "evidence_for": "Arrests."}]}]}
    )
    assert states(explained, "why")["topics"] == "answered"


def test_a_view_that_only_shows_does_not_start_its_section() -> None:
    """The summary shows the priorities; writing those is not writing the summary."""
    draft = drafted({"priorities.priorities": [{"title": "Burglary", "lead": "Police", "measure": "Count"}]})
    assert states(draft, "summary")["priorities"] == "answered"
    assert section("summary", draft).state == "not_started"


def test_a_fault_in_a_views_column_is_a_problem_of_the_view_not_of_the_list() -> None:
    draft = assessment(levels__topics=[BURGLARY, NOISE, {**DRUGS, "nature": "odd"}])
    assert states(draft, "why")["topics"] == "problems"
    assert states(draft, "levels")["topics"] == "answered"
    assert (section("why", draft).state, section("levels", draft).state) == ("has_problems", "done")

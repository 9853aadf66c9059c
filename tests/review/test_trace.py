"""The thread from evidence to action is followed through every link, and everything that is not linked is told."""

import pytest

from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.values import Json, Row
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.trace import Trace, trace
from tests.builders import BURGLARY, DRUGS, NOISE, asked, assessment, judged, shipped, small

CONCERN = {"id": "c9", "concern": "Speeding"}
WHOLE: Row = {"title": "Robbery", "topics": ["burglary"], "lead": "A", "measure": "B", "prevention": "C"}


def found(draft: Draft, beginning: str) -> list[str]:
    return [finding.code for finding in judged(draft).findings if finding.code.startswith(beginning)]


def places(draft: Draft, code: str) -> list[str]:
    return [finding.path for finding in judged(draft).findings if finding.code == code]


def traced(**changes: Json) -> Trace:
    return trace(Evidence(asked(assessment(**changes))))


# ------------------------------------------------------------------ the thread


def test_a_thread_runs_from_the_sources_to_the_measure() -> None:
    concerns = [{"id": "s", "concern": "Speeding", "consultations": ["survey", "gone"]}]
    priority = {**WHOLE, "topics": ["Residential burglary", "burglary"], "concerns": ["s"], "enforcement": "D"}
    (thread,) = traced(views__concerns=concerns, priorities__priorities=[priority]).threads
    assert [(ground.name, ground.sources) for ground in thread.problems] == [
        ("Residential burglary", ("Police recorded crime",))
    ], "a link by name and one by id lead to the same problem"
    assert [(ground.name, ground.sources) for ground in thread.concerns] == [("Speeding", ("Residents' survey",))]
    assert thread.sources == ("Police recorded crime", "Residents' survey")
    assert thread.recommended == (("prevention", "C"), ("enforcement", "D"))
    assert (thread.lead, thread.measure, thread.missing, thread.lost) == ("A", "B", (), ())


def test_every_link_of_the_thread_is_missed_when_it_is_not_there() -> None:
    (bare,) = traced(priorities__priorities=[{"title": "Robbery", "lead": "TBC", "topics": ["gone"]}]).threads
    assert bare.missing == ("evidence", "recommendation", "lead", "measure")
    assert bare.lost == ("gone",)
    (sourceless,) = traced(levels__topics=[{**BURGLARY, "sources": ["gone"]}, NOISE, DRUGS]).threads
    assert sourceless.missing == ("source",)


def test_a_priority_on_a_concern_alone_has_the_consultation_for_a_source() -> None:
    priority = {**WHOLE, "topics": [], "concerns": ["speeding"]}
    assert traced(priorities__priorities=[priority]).threads[0].missing == ()
    assert found(assessment(priorities__priorities=[priority]), "priority-") == []
    hearsay = [{"id": "speeding", "concern": "Speeding"}]
    draft = assessment(priorities__priorities=[priority], views__concerns=hearsay)
    assert places(draft, "priority-source") == ["views.concerns[0].consultations"]


@pytest.mark.parametrize("missing", ["lead", "measure", "recommendation"])
def test_a_priority_says_who_leads_it_how_it_is_judged_and_what_to_do(missing: str) -> None:
    priority = {
        key: part for key, part in WHOLE.items() if key != {"recommendation": "prevention"}.get(missing, missing)
    }
    assert found(assessment(priorities__priorities=[priority]), "priority-") == [f"priority-{missing}"]


def test_the_problem_behind_a_priority_names_a_source_where_sources_are_asked_for() -> None:
    draft = assessment(levels__topics=[{**BURGLARY, "sources": []}, NOISE, DRUGS])
    assert places(draft, "priority-source") == ["levels.topics[0].sources"]
    assert [each.name for each in trace(Evidence(asked(draft))).unsourced] == [
        "Residential burglary",
        "Neighbour noise",
        "Open drug use",
    ]
    without = trace(Evidence(asked(start(small()), small())))
    assert (without.unsourced, without.sources) == ((), ())


# ------------------------------------------------------------------ what is not linked


def test_nothing_hangs_loose_in_a_whole_assessment() -> None:
    whole = traced()
    assert (whole.unanswered, whole.unexplained, whole.candidates, whole.matters) == ((), (), (), ())
    assert found(assessment(), "") == []


def test_a_concern_without_priority_or_answer_is_an_error_at_the_top_and_a_warning_below() -> None:
    loose = [{"id": f"c{number}", "concern": f"Concern {number}"} for number in range(5)]
    draft = assessment(views__concerns=loose)
    assert len(found(draft, "concern-top-unanswered")) == 3
    assert len(found(draft, "concern-unanswered")) == 2


def test_an_empty_entry_takes_no_place_at_the_top() -> None:
    loose: list[Json] = [{}, *({"id": f"c{number}", "concern": f"Concern {number}"} for number in range(4))]
    assert places(assessment(views__concerns=loose), "concern-top-unanswered") == [
        f"views.concerns[{row}].answer" for row in (1, 2, 3)
    ]


@pytest.mark.parametrize("answer", ["The county road partnership leads on it.", "Not a priority."])
def test_an_answer_is_enough(answer: str) -> None:
    draft = assessment(views__concerns=[{**CONCERN, "answer": answer}])
    assert found(draft, "concern-top-unanswered") == []
    assert [each.said for each in trace(Evidence(asked(draft))).concerns] == [answer]


def test_a_concern_about_a_problem_that_is_a_priority_is_told_how_to_tie_them() -> None:
    draft = assessment(views__concerns=[{**CONCERN, "topics": ["burglary"]}])
    (finding,) = (each for each in judged(draft).findings if each.code == "concern-top-unanswered")
    assert finding.hint == (
        "Its problem, “Residential burglary”, is taken up by the priority “Burglary”: link the two."
    )


LONELY: Row = {"id": "fire", "name": "Deliberate fires", "strand": "disorder", "count": 30, "previous_count": 29}


def with_fires(**changes: Json) -> Draft:
    """A problem more, that nothing else mentions."""
    return assessment(levels__topics=[BURGLARY, NOISE, DRUGS, LONELY], **changes)


def test_a_problem_that_nobody_weighed_is_found() -> None:
    assert places(with_fires(), "problem-loose") == ["choosing.not_chosen"]
    (loose,) = trace(Evidence(asked(with_fires()))).unexplained
    assert (loose.name, loose.path) == ("Deliberate fires", "levels.topics[3].name")


CANDIDATES: list[Json] = [
    {"id": "1", "issue": "Burglary", "topics": ["burglary"], "included": "yes"},
    {"id": "2", "issue": "Noise", "topics": ["noise"], "included": "no"},
    {"id": "3", "issue": "Open drug use", "included": "no", "reason": "Public health leads."},
]


FIRES: Row = {"id": "f", "issue": "deliberate fires", "included": "no"}
MATTER: Row = {"id": "m", "matter": "Arson", "why": "W"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"choosing__not_chosen": "Deliberate fires:\nback in April."}, "told under what was not chosen, and why"),
        ({"county__matters": [{**MATTER, "topics": ["fire"]}]}, "brought to the county: Arson"),
        ({"choosing__candidates": [*CANDIDATES, {**FIRES, "topics": ["fire"]}]}, "not put forward in the scoring"),
        ({"choosing__candidates": [*CANDIDATES, {**FIRES, "reason": "Few."}]}, "not put forward. Few."),
        ({"priorities__priorities": [{**WHOLE, "topics": ["burglary", "fire"]}]}, None),
    ],
)
def test_a_problem_is_accounted_for_by_a_priority_a_score_a_word_or_the_county(
    changes: dict[str, Json], said: str | None
) -> None:
    draft = with_fires(**changes)
    fates = {each.name: each.said for each in trace(Evidence(asked(draft))).problems}
    assert fates.get("Deliberate fires") == said
    assert places(draft, "problem-loose") == []


@pytest.mark.parametrize("text", ["Deliberate fireside chats were not chosen.", "TBC", "Fires."])
def test_another_word_is_not_the_name_of_a_problem(text: str) -> None:
    assert places(with_fires(choosing__not_chosen=text), "problem-loose") == ["choosing.not_chosen"]


def test_before_there_are_priorities_and_choices_nothing_is_said_of_loose_problems() -> None:
    assert places(with_fires(priorities__priorities=[]), "problem-loose") == []
    undecided = [{"id": "1", "issue": "Burglary", "topics": ["burglary"]}]
    assert places(with_fires(choosing__candidates=undecided), "problem-loose") == []


def test_an_issue_put_forward_comes_back_as_a_priority() -> None:
    lost = {"id": "4", "issue": "Hate crime", "topics": ["noise"], "included": "yes", "reason": "Harm."}
    draft = assessment(choosing__candidates=[*CANDIDATES, lost])
    assert places(draft, "candidate-loose") == ["choosing.candidates[3].issue"]
    assert places(with_fires(choosing__candidates=[*CANDIDATES, lost]), "problem-loose") == ["choosing.not_chosen"]
    by_name = {**lost, "issue": "burglary", "topics": []}
    assert places(assessment(choosing__candidates=[*CANDIDATES, by_name]), "candidate-loose") == []


def test_a_matter_for_the_county_has_a_problem_or_evidence() -> None:
    bare = {"id": "m", "matter": "Prison leavers", "why": "The prison serves four districts."}
    assert places(assessment(county__matters=[bare]), "matter-loose") == ["county.matters[0].topics"]
    assert places(assessment(county__matters=[{**bare, "evidence": "21 of 58."}]), "matter-loose") == []
    unitary = assessment(county__matters=[bare], about__area_type="unitary")
    assert places(unitary, "matter-loose") == [], "nobody is asked for it there"


def test_sources_that_no_problem_names_are_listed_and_not_complained_of() -> None:
    sources = [{"id": "police", "name": "Police"}, {"id": "people", "name": "Population"}, {"id": "x"}]
    draft = assessment(appendices__sources=sources)
    assert [each.name for each in trace(Evidence(asked(draft))).sources] == ["Population"]
    assert found(draft, "source") == []


def test_the_trace_of_an_empty_draft_is_empty() -> None:
    empty = trace(Evidence(asked(start(shipped()))))
    assert empty.threads == ()
    assert (empty.problems, empty.concerns, empty.sources, empty.matters) == ((), (), (), ())


@pytest.mark.parametrize(
    ("counts", "told"), [((None, None), True), ((400, None), False), ((0, None), False), (("about 40", None), True)]
)
def test_a_priority_needs_a_count_behind_it(counts: tuple[Json, Json], told: bool) -> None:
    """A board asks first how many (of volume, change, harm and public concern)."""
    topics = [{**topic, "count": count} for topic, count in zip((BURGLARY, NOISE), counts, strict=True)]
    titled = {
        "id": "p",
        "title": "Homes",
        "topics": ["burglary", "noise"],
        "lead": "A",
        "measure": "B",
        "prevention": "C",
    }
    review = judged(assessment(levels__topics=[*topics, DRUGS], priorities__priorities=[titled]))
    assert ("priority-uncounted" in [each.code for each in review.findings]) is told

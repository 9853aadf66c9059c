"""Items (a) to (g): each present only when what makes it present is there."""

from dataclasses import replace
from typing import get_args

import pytest

from sa_wizard.draft.draft import start
from sa_wizard.draft.values import Json
from sa_wizard.outline.spec import ITEMS, Condition, Item
from sa_wizard.review.findings import Finding, ItemStatus, concerning
from tests.builders import BURGLARY, DRUGS, NOISE, SURVEY, assessment, judged, shipped

WALES: dict[str, Json] = {
    "about__nation": "wales",
    "about__area_type": None,
    "county__any": None,
    "county__matters": None,
}


def status(item: Item, **changes: Json) -> ItemStatus:
    """The status of one item of a complete assessment after changes to it."""
    return judged(assessment(**changes)).item(item).status


def findings(item: Item, **changes: Json) -> list[tuple[str, str]]:
    """Path and code of the statutory findings for one item after changes to a complete assessment."""
    kept = [finding for finding in judged(assessment(**changes)).findings if statutory(finding, item)]
    return [(finding.path, finding.code) for finding in kept]


def statutory(finding: Finding, item: Item) -> bool:
    """Whether a finding comes from the presence test of an item."""
    return finding.item == item and finding.code.startswith(f"{item}-")


def test_the_assessment_of_these_tests_meets_every_item() -> None:
    review = judged(assessment())
    assert review.complete
    assert review.findings == ()
    assert [judgement.status for judgement in review.items] == ["met"] * 7


def test_an_empty_draft_meets_nothing() -> None:
    review = judged(start(shipped()))
    assert not review.complete
    assert {item.item: item.status for item in review.items} == {
        **dict.fromkeys(ITEMS, "not_met"),
        "g": "not_met",
    }


@pytest.mark.parametrize("item", get_args(Item))
def test_each_item_names_the_sections_that_serve_it(item: Item) -> None:
    served = judged(assessment()).item(item).sections
    assert {"a": "levels", "b": "changes", "c": "why", "d": "priorities", "e": "views", "f": "progress", "g": "county"}[
        item
    ] in served


# ------------------------------------------------------------------ (a) levels and patterns


@pytest.mark.parametrize("gone", [BURGLARY, NOISE, DRUGS])
def test_a_needs_crime_disorder_and_substance_misuse(gone: dict[str, Json]) -> None:
    topics = [topic for topic in (BURGLARY, NOISE, DRUGS) if topic is not gone]
    assert status("a", levels__topics=topics) == "partly"
    assert findings("a", levels__topics=topics) == [("levels.topics", "a-count"), ("levels.topics", "a-pattern")]


@pytest.mark.parametrize("count", [None, "many", -4, "TBC"])
def test_a_needs_a_count_that_is_one(count: Json) -> None:
    assert findings("a", levels__topics=[BURGLARY, NOISE, {**DRUGS, "count": count}]) == [("levels.topics", "a-count")]


def test_zero_is_a_count() -> None:
    assert status("a", levels__topics=[BURGLARY, NOISE, {**DRUGS, "count": 0}]) == "met"


@pytest.mark.parametrize("column", ["where", "when", "victims", "offenders", "how"])
def test_any_pattern_will_do_for_a_but_a_placeholder_will_not(column: str) -> None:
    bare = {key: value for key, value in DRUGS.items() if key != "where"}
    assert findings("a", levels__topics=[BURGLARY, NOISE, bare]) == [("levels.topics", "a-pattern")]
    assert findings("a", levels__topics=[BURGLARY, NOISE, {**bare, column: "TBC"}]) == [("levels.topics", "a-pattern")]
    assert status("a", levels__topics=[BURGLARY, NOISE, {**bare, column: "Under the bridge."}]) == "met"


# ------------------------------------------------------------------ (b) changes since the previous report


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("about.period", "b-period"),
        ("about.previous_period", "b-previous-period"),
        ("about.previous_title", "b-previous-report"),
        ("about.previous_date", "b-previous-report"),
    ],
)
def test_b_needs_two_periods_and_the_previous_report_by_title_and_date(path: str, code: str) -> None:
    assert status("b", **{path.replace(".", "__"): None}) == "partly"
    assert findings("b", **{path.replace(".", "__"): None}) == [(path, code)]


def test_b_needs_periods_that_run_forwards() -> None:
    backwards = {"start": "2025-09", "end": "2024-10"}
    assert findings("b", about__period=backwards) == [("about.period", "b-period")]


def test_b_needs_two_counts_where_the_author_sees_the_previous_one() -> None:
    topics = [BURGLARY, {**NOISE, "previous_count": None}, DRUGS]
    assert findings("b", levels__topics=topics) == [("changes.topics[1].previous_count", "b-count")]


def test_a_problem_new_this_year_may_say_so_instead_of_inventing_a_count() -> None:
    new = {**NOISE, "previous_count": None, "pattern_change": "Recorded for the first time this year."}
    assert status("b", levels__topics=[BURGLARY, new, DRUGS]) == "met"
    said = "Nothing to compare with."
    topics = [{**topic, "previous_count": None, "pattern_change": said} for topic in (BURGLARY, NOISE, DRUGS)]
    assert findings("b", levels__topics=topics) == [("changes.topics", "b-count")]


def test_the_first_assessment_needs_a_reason_instead() -> None:
    first: dict[str, Json] = {"about__first": "yes", "about__previous_period": None, "progress__priorities": None}
    assert findings("b", **first) == [("about.first_reason", "b-first")]
    assert findings("f", **first) == [("about.first_reason", "f-first")]
    review = judged(assessment(**first, about__first_reason="The two partnerships were joined in April."))
    assert (review.item("b").status, review.item("f").status) == ("met", "met")
    assert review.complete


def test_until_it_is_said_whether_it_is_the_first_only_that_is_asked() -> None:
    """The questions about the previous assessment are hidden then, so no finding may lead to them."""
    unsaid: dict[str, Json] = {"about__first": None, "about__previous_period": None}
    assert findings("b", **unsaid) == [("about.first", "b-first")]
    assert findings("f", **unsaid) == [("about.first", "f-first")]


# ------------------------------------------------------------------ (c) why


def test_a_draft_with_counts_only_fails_c() -> None:
    bare = [{**topic, "reasons": [], "nature": ""} for topic in (BURGLARY, NOISE, DRUGS)]
    assert findings("c", levels__topics=bare) == [("why.topics[0].reasons", "c-reason")]
    assert status("c", levels__topics=bare, why__overall=None) == "not_met"


def test_c_needs_evidence_for_or_against_a_reason() -> None:
    for reason, found in (
        ({"reason": "Two people released"}, "c-evidence"),
        ({"reason": "Two people released", "evidence_for": "TBC"}, "c-evidence"),
        ({"reason": "", "evidence_for": "Arrests"}, "c-evidence"),
        ({"reason": "Two people released", "evidence_against": "None found."}, ""),
    ):
        topics = [{**BURGLARY, "reasons": [reason]}, NOISE, DRUGS]
        assert [code for _, code in findings("c", levels__topics=topics)] == ([found] if found else [])


def test_not_yet_known_needs_how_it_will_be_found_out() -> None:
    unknown: dict[str, Json] = {**BURGLARY, "nature": "not-known", "reasons": []}
    assert findings("c", levels__topics=[unknown, NOISE, DRUGS]) == [("why.topics[0].find_out", "c-find-out")]
    said = {**unknown, "find_out": "Interview repeat victims, police analyst, by June."}
    assert status("c", levels__topics=[said, NOISE, DRUGS]) == "met"


def test_a_reason_with_evidence_counts_even_when_not_yet_sure() -> None:
    assert status("c", levels__topics=[{**BURGLARY, "nature": "not-known"}, NOISE, DRUGS]) == "met"


def test_a_change_within_chance_needs_no_reason() -> None:
    steady = {**BURGLARY, "previous_count": 390, "reasons": [], "nature": ""}
    assert status("c", levels__topics=[steady, NOISE, DRUGS]) == "met"


def test_a_sentence_on_the_whole_does_not_meet_c_while_no_change_is_known() -> None:
    """Every material change needs a reason with evidence; where none can be told, none is shown to have one."""
    uncounted = [{**topic, "reasons": [], "nature": "", "previous_count": None} for topic in (BURGLARY, NOISE, DRUGS)]
    said: dict[str, Json] = {"why__overall": "The rise is mostly recording."}
    assert status("c", levels__topics=uncounted, **said) == "not_met"
    assert findings("c", levels__topics=uncounted, **said) == [("changes.topics", "c-none")]
    named = [{"id": "burglary", "name": "Burglary"}]
    assert status("c", levels__topics=named, **said) == "not_met"
    guessed = [{**uncounted[0], "reasons": [{"reason": "Recording."}]}]
    assert findings("c", levels__topics=guessed, **said) == [("why.topics", "c-none")]
    shifted = [{**uncounted[0], "pattern_change": "From the station to the park."}]
    assert status("c", levels__topics=shifted, **said) == "met"


def test_a_sentence_on_the_whole_does_not_stand_for_the_reason_of_a_material_change() -> None:
    bare = [{**topic, "reasons": [], "nature": ""} for topic in (BURGLARY, NOISE, DRUGS)]
    assert status("c", levels__topics=bare, why__overall="The rise is mostly recording.") == "partly"


def test_the_first_assessment_has_nothing_to_count_from_and_may_explain_as_a_whole() -> None:
    uncounted = [{**topic, "reasons": [], "nature": "", "previous_count": None} for topic in (BURGLARY, NOISE, DRUGS)]
    first: dict[str, Json] = {"about__first": "yes", "about__first_reason": "Two areas were joined in April."}
    assert status("c", levels__topics=uncounted, **first) == "met"


def test_c_says_what_changed_and_never_a_per_cent_of_a_small_count() -> None:
    small = {**DRUGS, "previous_count": 1, "count": 12}
    told = [finding.message for finding in judged(assessment(levels__topics=[BURGLARY, NOISE, small])).findings]
    assert told == ["“Open drug use” changed by +11 (from 1 to 12) and no reason is given."]


def test_a_problem_without_a_name_is_called_by_its_place() -> None:
    nameless = {**BURGLARY, "name": "", "reasons": []}
    told = [finding.message for finding in judged(assessment(levels__topics=[nameless, NOISE, DRUGS])).findings]
    assert "Entry 1 (no name yet) changed by +100 (+33%) and no reason is given." in told


# ------------------------------------------------------------------ (d) priorities


def test_d_needs_a_priority() -> None:
    assert status("d", priorities__priorities=[]) == "not_met"
    assert findings("d", priorities__priorities=[{}]) == [("priorities.priorities", "d-none")]


@pytest.mark.parametrize(
    "links", [{}, {"topics": []}, {"topics": ["gone"]}, {"topics": [""]}, {"concerns": ["burglary"]}]
)
def test_d_needs_each_priority_to_rest_on_a_problem_or_a_concern(links: dict[str, Json]) -> None:
    priorities = [{"title": "Burglary", "topics": ["burglary"]}, {"title": "Youth", **links}]
    assert findings("d", priorities__priorities=priorities) == [("priorities.priorities[1].topics", "d-evidence")]
    assert status("d", priorities__priorities=priorities) == "partly"


@pytest.mark.parametrize("links", [{"topics": ["noise"]}, {"topics": ["Neighbour noise"]}, {"concerns": ["speeding"]}])
def test_a_link_by_id_by_name_or_to_a_concern_is_evidence(links: dict[str, Json]) -> None:
    assert status("d", priorities__priorities=[{"title": "A", **links}]) == "met"


# ------------------------------------------------------------------ (e) what people think


def test_e_needs_a_consultation() -> None:
    gone: dict[str, Json] = {"views__consultations": [], "views__concerns": []}
    assert status("e", **gone) == "not_met"
    assert [code for _, code in findings("e", **gone)] == ["e-none", "e-residents", "e-workers", "e-concern"]


@pytest.mark.parametrize("column", ["dates", "responses", "said"])
def test_a_survey_without_date_number_or_findings_is_only_partly_e(column: str) -> None:
    held = {key: value for key, value in SURVEY.items() if key != column}
    assert findings("e", views__consultations=[held]) == [(f"views.consultations[0].{column}", f"e-{column}")]
    assert status("e", views__consultations=[held]) == "partly"


def test_dates_to_be_confirmed_are_no_dates() -> None:
    held = [{**SURVEY, "dates": {"start": "TBC", "end": ""}}]
    assert findings("e", views__consultations=held) == [("views.consultations[0].dates", "e-dates")]


@pytest.mark.parametrize("column", ["residents", "workers"])
@pytest.mark.parametrize("said", ["no", ""])
def test_e_needs_people_who_live_and_people_who_work_here(column: str, said: str) -> None:
    asked = [{**SURVEY, column: said}]
    assert findings("e", views__consultations=asked) == [("views.consultations", f"e-{column}")]


def test_two_consultations_may_reach_them_between_them() -> None:
    both = [{**SURVEY, "workers": "no"}, {**SURVEY, "id": "other", "residents": "no"}]
    assert status("e", views__consultations=both) == "met"


def test_e_needs_what_the_public_would_prioritise() -> None:
    assert findings("e", views__concerns=[]) == [("views.concerns", "e-concern")]


# ------------------------------------------------------------------ (f) the previous plan


def test_f_needs_the_previous_priorities() -> None:
    assert status("f", progress__priorities=[]) == "not_met"
    assert findings("f", progress__priorities=[]) == [("progress.priorities", "f-none")]


@pytest.mark.parametrize("column", ["judgement", "evidence"])
def test_f_needs_a_judgement_with_evidence_for_each(column: str) -> None:
    earlier = {"priority": "Cut burglary", "judgement": "part", "evidence": "Down 4%."}
    rows = [earlier, {**earlier, column: ""}]
    assert findings("f", progress__priorities=rows) == [(f"progress.priorities[1].{column}", f"f-{column}")]
    assert status("f", progress__priorities=rows) == "partly"


def test_a_previous_priority_that_is_only_named_is_not_said_to_be_judged() -> None:
    told = judged(assessment(progress__priorities=[{"priority": "Cut burglary"}])).findings
    assert [each.message for each in told] == ["“Cut burglary” has no judgement of how far it was implemented."]
    assert status("f", progress__priorities=[{"priority": "Cut burglary"}]) == "partly"


@pytest.mark.parametrize("word", [" ", "TBC", "mostly"])
def test_a_judgement_is_one_of_those_that_can_be_chosen(word: str) -> None:
    rows = [{"priority": "Cut burglary", "judgement": word, "evidence": "Down 4%."}]
    assert ("progress.priorities[0].judgement", "f-judgement") in findings("f", progress__priorities=rows)


# ------------------------------------------------------------------ (g) the county


def test_g_is_not_for_wales_unitary_areas_or_london() -> None:
    """Showing it to them is wrong, so the answers that a change of area leaves behind count for nothing."""
    unitary = judged(assessment(about__area_type="unitary"))
    london = judged(assessment(about__area_type="london"))
    wales = judged(assessment(about__nation="wales"))
    for review in (unitary, london, wales):
        assert review.item("g").status == "not_applicable"
        assert review.complete
        county = review.section("county")
        assert county is not None
        assert (county.state, county.done, county.total) == ("not_applicable", 0, 0)


def test_g_can_be_no_matters_with_a_reason() -> None:
    assert findings("g", county__any="no") == [("county.none_reason", "g-reason")]
    assert status("g", county__any="no") == "partly"
    assert status("g", county__any="no", county__none_reason="Nothing crosses the border this year.") == "met"


def test_g_needs_an_answer_matters_and_why() -> None:
    assert findings("g", county__any=None) == [("county.any", "g-any")]
    assert status("g", county__any=None) == "not_met"
    assert findings("g", county__matters=[]) == [("county.matters", "g-none")]
    assert findings("g", county__matters=[{"matter": "Burglary"}]) == [("county.matters[0].why", "g-why")]


# ------------------------------------------------------------------ nations and eras


@pytest.mark.parametrize(
    ("nation", "end", "law"),
    [("england", "2008-03", "england-2007"), ("wales", "2008-03", "wales-2007"), ("wales", "2025-09", "wales-today")],
)
def test_a_complete_assessment_stays_complete_in_every_nation_and_era(nation: str, end: str, law: str) -> None:
    answers = {} if nation == "england" else WALES
    start = f"{int(end[:4]) - 1}-{end[5:]}"
    draft = assessment(about__period={"start": start, "end": end}, **{"about__nation": nation, **answers})
    assert judged(draft).complete, law


def test_the_findings_of_a_welsh_draft_name_no_english_body() -> None:
    told = " ".join(finding.message for finding in judged(assessment(about__nation="wales", why__overall="")).findings)
    assert told
    assert "{" not in told
    assert "county" not in told


# ------------------------------------------------------------------ what proves it


def test_every_item_is_proved_by_the_places_that_answer_it() -> None:
    review = judged(assessment())
    assert {item.item: item.proof for item in review.items} == {
        "a": tuple(
            f"levels.topics[{row}].{column}" for row, column in ((0, "count"), (0, "where"), (1, "count"), (1, "when"),
                                                                 (2, "count"), (2, "where"))
        ),
        "b": (
            "about.period", "about.previous_title", "about.previous_date", "about.previous_period",
            *(f"changes.topics[{row}].previous_count" for row in range(3)),
        ),
        "c": ("why.topics[0].reasons",),
        "d": ("priorities.priorities[0]", "priorities.priorities[0].topics"),
        "e": (
            "views.consultations[0]", "views.consultations[0].dates", "views.consultations[0].responses",
            "views.consultations[0].said", "views.consultations[0].residents", "views.consultations[0].workers",
            "views.concerns[0]",
        ),
        "f": tuple(f"progress.priorities[0]{column}" for column in ("", ".judgement", ".evidence")),
        "g": ("county.any", "county.matters[0]", "county.matters[0].why"),
    }  # fmt: skip


def test_an_item_partly_met_is_proved_only_by_what_is_there() -> None:
    item = judged(assessment(levels__topics=[{**BURGLARY, "count": "many"}, NOISE])).item("a")
    assert item.status == "partly"
    assert item.proof == ("levels.topics[0].where", "levels.topics[1].count", "levels.topics[1].when")


def test_an_item_not_met_or_not_applicable_is_proved_by_nothing() -> None:
    assert [item.proof for item in judged(start(shipped())).items] == [()] * 7
    assert judged(assessment(about__area_type="unitary")).item("g").proof == ()


def test_a_reason_not_yet_known_is_proved_by_how_it_will_be_found_out() -> None:
    unknown: dict[str, Json] = {**BURGLARY, "nature": "not-known", "reasons": [], "find_out": "Interviews by June."}
    assert judged(assessment(levels__topics=[unknown, NOISE, DRUGS])).item("c").proof == ("why.topics[0].find_out",)


def test_without_a_material_change_the_explanation_as_a_whole_is_the_proof() -> None:
    steady = {**BURGLARY, "previous_count": 390, "reasons": [], "nature": ""}
    assert judged(assessment(levels__topics=[steady, NOISE, DRUGS])).item("c").proof == ("why.overall",)


def test_a_change_of_pattern_proves_b_where_there_is_nothing_to_count_from() -> None:
    new = {**NOISE, "previous_count": None, "pattern_change": "Recorded for the first time this year."}
    proof = judged(assessment(levels__topics=[BURGLARY, new, DRUGS])).item("b").proof
    assert "changes.topics[1].pattern_change" in proof
    assert "changes.topics[1].previous_count" not in proof


def test_what_is_no_longer_asked_proves_nothing() -> None:
    """The answers stay in the file, and no document prints them."""
    first = assessment(about__first="yes", about__first_reason="The two partnerships were joined in April.")
    review = judged(first)
    assert review.item("b").proof == ("about.period", "about.first", "about.first_reason")
    assert review.item("f").proof == ("about.first", "about.first_reason")


@pytest.mark.parametrize("reason", ["None", "n/a", "First assessment.", "TBC"])
def test_none_and_first_assessment_are_answers_only_with_a_reason(reason: str) -> None:
    assert findings("g", county__any="no", county__none_reason=reason) == [("county.none_reason", "g-reason")]
    first: dict[str, Json] = {"about__first": "yes", "about__first_reason": reason}
    assert findings("b", **first) == [("about.first_reason", "b-first")]
    assert findings("f", **first) == [("about.first_reason", "f-first")]


def test_a_list_that_is_not_asked_for_meets_nothing_and_what_is_missing_leads_to_a_question_that_is() -> None:
    """An outline of one's own may ask for the priorities only in some years; what last year left is not printed."""
    whole = shipped()
    asked_for: Condition = {"about.cycle": ("annual",)}
    outline = replace(
        whole,
        sections=tuple(
            replace(section, when=asked_for) if section.id == "priorities" else section for section in whole.sections
        ),
    )
    assert judged(assessment(about__cycle="annual"), outline).item("d").status == "met"
    review = judged(assessment(about__cycle="three-year"), outline)
    assert (review.item("d").status, review.item("d").proof) == ("not_met", ())
    places = [finding.path for finding in review.errors if finding.item == "d"]
    assert places
    assert not any(path.startswith("priorities.") for path in places)


def test_what_a_section_needs_is_not_told_as_lacking_of_an_item_that_is_met() -> None:
    """An item that is met, and then named as lacking something, contradicts itself before an auditor."""
    review = judged(assessment(why__overall=""))
    assert review.item("c").status == "met"
    (finding,) = review.errors
    assert finding.item == "c", "the contract of check --json says which item a question serves"
    assert concerning([finding]) == " (also needed in this section)"
    lacking = judged(assessment(priorities__priorities=[])).errors
    assert {concerning([each]) for each in lacking if each.tested} == {" (d)"}


def test_a_problem_without_a_strand_is_named_as_the_gap() -> None:
    late = {"id": "late", "name": "Late buses", "count": 4, "previous_count": 4, "where": "The square."}
    found = judged(assessment(levels__topics=[BURGLARY, NOISE, late])).findings
    told = next(each for each in found if each.code == "a-count")
    assert told.path == "levels.topics[2].strand"
    assert told.message == "No problem under substance misuse has a count; “Late buses” has no strand yet."


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ({}, ["The previous assessment is not named: its title and date are needed."]),
        ({"about__previous_title": "Assessment 2024"}, ["The previous assessment is named without its date."]),
        ({"about__previous_date": "May 2024"}, ["The previous assessment is named without its title."]),
    ],
)
def test_what_is_blank_is_not_called_wrong(about: dict[str, Json], told: list[str]) -> None:
    blank: dict[str, Json] = {"about__previous_title": "", "about__previous_date": "", "about__previous_period": None}
    messages = [each.message for each in judged(assessment(**{**blank, **about})).findings]
    assert told[0] in messages
    assert "The previous period is not given." in messages


def test_a_reason_without_evidence_is_not_called_nothing() -> None:
    bare = {**DRUGS, "nature": "real", "reasons": [{"reason": "A new route."}], "find_out": ""}
    steady = [{**each, "reasons": [], "previous_count": each["count"], "nature": ""} for each in (BURGLARY, NOISE)]
    found = judged(assessment(levels__topics=[*steady, bare], why__overall="")).findings
    told = next(each for each in found if each.code == "c-none")
    assert told.message == "A reason is given, but without evidence."

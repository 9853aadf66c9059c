"""The strict side: wrong choices, numbers, periods and links, each said once, where the author sees it."""

from dataclasses import replace
from typing import Any

import pytest

from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.values import Json
from sa_wizard.outline.spec import Choice, Field
from sa_wizard.review import strict
from sa_wizard.review.findings import Finding
from sa_wizard.sound import sound
from tests.builders import BURGLARY, DRUGS, NOISE, SURVEY, assessment, changed, codes, drafted, judged, shipped, small


def only(**changes: Json) -> Finding:
    """The one finding after a change to a complete assessment."""
    found = judged(assessment(**changes)).findings
    assert len(found) == 1, [(each.path, each.code) for each in found]
    return found[0]


def told(finding: Finding) -> tuple[str, str, str]:
    """Path, code and severity."""
    return finding.path, finding.code, finding.severity


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("about.cycle", "monthly", "not_a_choice"),
        ("about.partnership", " ", "missing"),
        ("about.partnership", "TBC", "missing"),
        ("summary.headlines", ["", "TODO"], "missing"),
        ("why.overall", "[insert reasons]", "missing"),
        ("choosing.candidates", [], "missing"),
        ("choosing.candidates", [{}], "missing"),
    ],
)
def test_a_field_is_judged_where_it_is(path: str, value: Json, code: str) -> None:
    found = judged(assessment(**{path.replace(".", "__"): value})).findings
    assert (path, code) in [(each.path, each.code) for each in found]
    assert all(each.severity == "error" for each in found)


@pytest.mark.parametrize(
    ("column", "value", "path", "code"),
    [
        ("rate", "anything at all", "", ""),
        ("period", {"start": "2025-09", "end": "2024-10"}, "levels.topics[2].period", "bad_period"),
        ("previous_period", {"start": "soon", "end": ""}, "changes.topics[2].previous_period", "bad_period"),
        ("nature", "odd", "why.topics[2].nature", "not_a_choice"),
        ("reasons", [{"reason": "x", "confidence": "total"}], "why.topics[2].reasons[0].confidence", "not_a_choice"),
        ("reasons", [{"evidence_for": "x"}], "why.topics[2].reasons[0].reason", "missing"),
        ("name", "", "levels.topics[2].name", "missing"),
    ],
)
def test_a_column_is_judged_in_the_section_that_shows_it(column: str, value: Json, path: str, code: str) -> None:
    """The previous count is typed under 'What has changed'; a finding under 'Levels' could not be followed."""
    found = judged(assessment(levels__topics=[BURGLARY, NOISE, {**DRUGS, column: value}])).findings
    assert [(each.path, each.code, each.section) for each in found] == (
        [(path, code, path.partition(".")[0])] if path else []
    )


@pytest.mark.parametrize("value", ["about 90", -3, "1,5"])
def test_a_number_that_is_none_is_said_beside_what_it_costs(value: Json) -> None:
    topics = [BURGLARY, NOISE, {**DRUGS, "previous_count": value}]
    assert codes(judged(assessment(levels__topics=topics)), "changes.topics[2].previous_count") == [
        "b-count",
        "not_a_number",
    ]
    assert told(only(choosing__candidates=[{"issue": "Noise", "likelihood": value}])) == (
        "choosing.candidates[0].likelihood",
        "not_a_number",
        "error",
    )


def test_an_unfinished_period_is_said_in_words() -> None:
    found = only(views__consultations=[{**SURVEY, "dates": {"start": "2025-05", "end": ""}}])
    assert found.path == "views.consultations[0].dates"
    assert found.message == "“Residents' survey” has no usable dates: its period has no last month."


def test_a_choice_that_is_none_says_which_there_are() -> None:
    found = only(about__cycle="monthly")
    assert found.message.endswith(": not one of annual, three-year, quarterly.")


def test_a_required_list_with_too_few_entries_is_not_complete_and_says_how_many() -> None:
    review = judged(assessment(levels__topics=[BURGLARY]))
    found = next(finding for finding in review.findings if finding.code == "too_few")
    assert found.path == "levels.topics"
    assert found.message.endswith("at least 3 are needed, 1 so far.")
    levels = review.section("levels")
    assert levels is not None
    assert (levels.done, levels.total, review.complete) == (0, 1, False)


def test_blank_entries_do_not_make_up_the_number() -> None:
    assert "too_few" in codes(judged(assessment(levels__topics=[BURGLARY, {}, {"id": "x"}])))


def test_one_place_is_not_told_twice_that_it_is_empty() -> None:
    found = judged(drafted({"about.nation": "england", "about.area_type": "two-tier"})).findings
    for path in ("about.period", "levels.topics", "priorities.priorities", "views.consultations", "county.any"):
        assert "missing" not in [finding.code for finding in found if finding.path == path], path


def test_findings_stand_in_the_order_of_the_document() -> None:
    plain = [finding.section for finding in judged(start(shipped())).findings]
    order = [section.id for section in shipped().sections]
    assert plain == sorted(plain, key=order.index)
    moved = [finding.section for finding in judged(start(shipped()).with_order(("why", "levels"))).findings]
    assert moved.index("why") < moved.index("levels")


def test_every_sentence_ends_and_says_no_token() -> None:
    for draft in (start(shipped()), assessment(about__cycle="x", levels__topics=[{}])):
        for finding in judged(draft).findings:
            assert finding.message[-1] in ".?", finding
            assert not finding.message.endswith("?."), finding
            assert "{" not in finding.message, finding


def test_labels_in_findings_name_the_body_of_the_nation() -> None:
    about = small().sections[0]
    named = replace(about.fields[0], label="What the {health_body} is called")
    outline = replace(small(), sections=(replace(about, fields=(named, *about.fields[1:])), *small().sections[1:]))
    told = [finding.message for finding in judged(drafted({"about.nation": "wales"}, outline), outline).findings]
    assert "No answer yet: What the Local Health Board is called." in told


# ------------------------------------------------------------------ links


def test_a_link_that_leads_nowhere_is_a_warning_and_keeps_nothing_from_being_complete() -> None:
    concern = {"concern": "Speeding", "topics": ["gone", "noise", ""], "answer": "The county leads on it."}
    review = judged(assessment(views__concerns=[concern]))
    assert [told(finding) for finding in review.findings] == [("views.concerns[0].topics", "link", "warning")]
    assert review.findings[0].message == (
        "“Speeding” is linked under “Problems” to an entry that is no longer there."
    ), "an id is nothing the author knows"
    assert review.complete


def test_a_link_that_leads_nowhere_names_the_entry_that_has_it_and_what_it_was_typed_to() -> None:
    """The same sentence of eight entries would say nothing of where to choose again."""
    concerns = [
        {"concern": "Speeding", "topics": ["Road safety"], "answer": "Yes."},
        {"concern": "", "topics": ["gone"], "answer": "Yes."},
    ]
    told = [each.message for each in judged(assessment(views__concerns=concerns)).findings if each.code == "link"]
    assert told == [
        "“Speeding” is linked under “Problems” to an entry “Road safety” that is no longer there.",
        "Entry 2 (no name yet) is linked under “Problems” to an entry that is no longer there.",
    ]


def test_a_deleted_source_is_told_of_every_problem_by_its_name() -> None:
    lost = [{**each, "sources": ["lost-source"]} for each in (BURGLARY, NOISE, DRUGS)]
    told = [each.message for each in judged(assessment(levels__topics=lost)).findings if each.code == "link"]
    assert len(set(told)) == 3
    assert not any("lost-source" in each for each in told)


def test_a_link_to_a_deleted_problem_is_found_wherever_it_is() -> None:
    found = judged(assessment(levels__topics=[NOISE, DRUGS, {**BURGLARY, "id": "other"}])).findings
    assert {finding.path for finding in found if finding.code == "link"} == {
        "priorities.priorities[0].topics",
        "choosing.candidates[0].topics",
        "county.matters[0].topics",
    }


# ------------------------------------------------------------------ outlines that are not the shipped one


def field(name: str, kind: str, **more: Any) -> Field:  # noqa: ANN401 - whatever a field takes
    """A field made in memory."""
    return sound(Field, {"id": name, "kind": kind, "label": name.title(), "guidance": "Say.", **more})


@pytest.mark.parametrize(
    "name", ["copy", "model_config", "json", "schema", "field_0", "validate", "model_fields", "dict", "self"]
)
def test_a_field_may_have_any_id_even_one_that_models_use_themselves(name: str) -> None:
    fields = {"a.first": field("first", "line"), f"a.{name}": field(name, "line", required=True)}
    assert [(fault.path, fault.code) for fault in strict.faults(fields, {})] == [(f"a.{name}", "missing")]
    assert list(strict.faults(fields, {f"a.{name}": "Said."})) == []


@pytest.mark.parametrize("value", [5, [], {}, True, [5], {"start": 5}, "x", None, [[]], [None]])
@pytest.mark.parametrize("kind", ["line", "text", "choice", "list", "period", "records"])
def test_a_value_of_a_wrong_type_made_in_memory_is_a_fault_or_none_but_never_an_exception(
    kind: str, value: Json
) -> None:
    more: dict[str, Any] = {"choices": (Choice(value="a"),)} if kind == "choice" else {}
    more |= {"record": "topic"} if kind == "records" else {}
    found = list(strict.faults({"a.x": field("x", kind, required=True, **more)}, {"a.x": value}))
    assert all(each.path == "a.x" and each.code and each.message for each in found)


def test_an_outline_without_what_an_item_needs_points_at_a_field_that_serves_it() -> None:
    for draft in (start(small()), drafted({"about.nation": "england", "about.area_type": "two-tier"}, small())):
        review = judged(draft, small())
        assert not review.complete
        for finding in review.findings:
            assert small().find(finding.path.partition("[")[0]), finding
    assert "levels.topics" in [finding.path for finding in review.findings if finding.item == "d"]


def test_an_outline_that_does_not_ask_whether_it_is_the_first_takes_it_that_it_is_not() -> None:
    review = judged(start(small()), small())
    assert "b-previous-period" in [finding.code for finding in review.findings]
    assert "b-first" not in [finding.code for finding in review.findings]


def test_values_the_outline_does_not_ask_for_are_not_judged() -> None:
    odd: dict[str, dict[str, Json]] = {"nowhere": {"x": 5}, "why": {"old": [None]}}
    draft = assessment()
    values = {**draft.values, "nowhere": odd["nowhere"], "why": {**draft.values["why"], **odd["why"]}}
    assert judged(Draft(draft.outline, values)).complete
    assert judged(changed(draft, shipped(), {"about.title": "x"})).complete


@pytest.mark.parametrize(("text", "messages"), [("ax", ["“ax” is too short to be an answer: "]), ("Two years.", [])])
def test_two_letters_are_no_answer_where_a_text_is_needed(text: str, messages: list[str]) -> None:
    review = judged(assessment(changes__compared=text))
    told = [each.message for each in review.errors]
    assert [each[: len(message)] for each, message in zip(told, messages, strict=True)] == messages
    section = review.section("changes")
    assert section is not None
    assert section.done == section.total - len(messages)

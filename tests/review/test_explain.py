"""Every finding says why it matters, in one sentence, from one source; every code can be explained, and no other."""

import ast
import inspect
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.errors import UsageProblem
from sa_wizard.outline.spec import ITEMS
from sa_wizard.review import judge, statutory, strict
from sa_wizard.review.claims import ANSWERED, NO_REASON
from sa_wizard.review.code_list import code_list
from sa_wizard.review.explain import basis, codes, explain, why
from sa_wizard.review.findings import Finding
from sa_wizard.review.meanings import LEVELS, NAMELESS, PLAIN, STATUTORY
from sa_wizard.review.rules import RULES
from tests.builders import asked, assessment, changed, drafted, judged, shipped, small
from tests.review.test_any_draft import drawn

ONE_SENTENCE = re.compile(r"[A-Z'‘“].*[.?]", re.DOTALL)
BROKEN = re.compile(r"[.?!] [A-Z]")
"""A second sentence."""


def written_in(module: object) -> Iterator[str]:
    """Every string constant of a module's code."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):  # type: ignore[arg-type]  # a module
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_every_code_the_statutory_tests_can_give_has_a_meaning_and_no_other() -> None:
    given_there = {text for text in written_in(statutory) if re.fullmatch(r"[a-g]-[a-z-]+[a-z]", text)}
    by_column = {f"e-{column}" for column in ("dates", "responses", "said", "residents", "workers")}
    assert given_there | by_column == set(STATUTORY)


def test_every_plain_fault_has_a_meaning() -> None:
    source = inspect.getsource(strict) + inspect.getsource(judge)
    made = set(re.findall(r'PydanticCustomError\("(\w+)"', source)) | {
        "too_few",
        "missing",
        "link",
        NO_REASON,
        ANSWERED,
    }
    assert made == set(PLAIN)


@pytest.mark.parametrize("code", codes())
def test_a_reason_is_one_specific_sentence(code: str) -> None:
    explained = explain(code)
    if code in STATUTORY or code in PLAIN:
        assert ONE_SENTENCE.fullmatch(explained.why), explained.why
        assert not BROKEN.search(explained.why), explained.why
        assert len(explained.why) <= 200, "it has to fit above the question it is about"
    assert not re.match(r"(?:This|It) is (?:required|needed|necessary)\b", explained.why)
    assert explained.title
    for item in re.findall(r"[Ii]tem \(([a-g])\)", explained.why if code in STATUTORY else ""):
        assert item == code[0] or {item, code[0]} <= {"b", "f"}, "a reason names another item than its own"


@pytest.mark.parametrize("code", codes())
def test_every_code_is_explained_in_paragraphs_with_the_law_behind_it(code: str) -> None:
    explained = explain(code)
    told = explained.told(asked(assessment()).law)
    assert told.startswith(f"{code}: ")
    assert explained.why in told
    if explained.item in ITEMS:
        assert f"Item ({explained.item}), SI 2007/1830, regs 5 to 7" in told
        assert "The test of it is ours" in told


def test_the_gravity_told_is_the_gravity_found() -> None:
    """A link that leads nowhere was once explained as an error, and found as a warning."""
    gone = assessment(priorities__priorities=[{"title": "Burglary", "topics": ["burglary", "gone"]}], why__overall="")
    for finding in judged(gone).findings:
        assert explain(finding.code).severity == finding.severity, finding.code


@pytest.mark.parametrize(("typed", "nearest"), [("mising", "missing"), ("C-reasons", "c-reason"), ("e_workers", "e-")])
def test_an_unknown_code_names_the_nearest(typed: str, nearest: str) -> None:
    with pytest.raises(UsageProblem) as refused:
        explain(typed)
    assert repr(typed) in refused.value.sentence
    assert f"Did you mean {nearest}" in refused.value.hint


@pytest.mark.parametrize("typed", ["a-zzzzzzzz", "qqqqqqq", ""])
def test_a_code_like_nothing_is_told_where_codes_stand(typed: str) -> None:
    """A letter of an item and a hyphen are not a code: any ending was once explained as its item."""
    with pytest.raises(UsageProblem) as refused:
        explain(typed)
    assert "sa-wizard check --explain" in refused.value.hint


def test_case_and_blanks_do_not_matter() -> None:
    assert explain(" C-REASON ") == explain("c-reason")


# ------------------------------------------------------------------ a missing answer


def missing(path: str, **changes: object) -> Finding:
    """The finding at a path after changes to a complete assessment."""
    review = judged(assessment(**{path.replace(".", "__"): None, **changes}))
    return next(finding for finding in review.findings if finding.path == path)


def test_a_missing_answer_has_the_reason_its_own_question_gives() -> None:
    finding = missing("equality.affected")
    told = why(asked(assessment()), finding)
    assert told.startswith("A recommendation falls on some people more than on others")
    assert basis(asked(assessment()), finding) == "good practice"


def test_the_basis_is_the_item_or_the_level() -> None:
    seen = asked(assessment())
    assert basis(seen, missing("why.overall")) == "item (c)"
    assert basis(seen, missing("changes.compared")) == "", "its reason begins with item (b)"
    assert basis(seen, missing("introduction.basis")) == "the law"
    assert basis(seen, Finding("levels.topics", "levels", "warning", "acronym", "x")) == ""


def test_every_question_that_must_be_answered_says_why_or_serves_an_item() -> None:
    for section, field in shipped().fields():
        if field.required:
            finding = Finding(f"{section.id}.{field.id}", section.id, "error", "missing", "No answer yet.")
            told = why(asked(assessment()), finding)
            assert told not in LEVELS.values(), f"{section.id}.{field.id} gives no reason of its own"
            assert field.why == "" or not BROKEN.search(field.why)


def test_an_outline_without_reasons_gets_that_of_the_item_then_of_the_level() -> None:
    empty = drafted({"about.nation": "england", "about.area_type": "two-tier", "county.any": "yes"}, small())
    seen = asked(changed(empty, small(), {"county.sure": "yes"}), small())
    found = {finding.path: finding for finding in judged(seen.draft, small()).findings if finding.code == "missing"}
    assert why(seen, found["about.partnership"]) == LEVELS["practice"]
    serving = Finding("levels.topics", "levels", "error", "missing", "No entry yet.")
    assert why(asked(assessment()), serving) == asked(assessment()).law.item("a").why


def test_an_entry_without_its_name_says_what_a_name_is_for() -> None:
    topics = [{"id": "t", "strand": "crime", "count": 3, "where": "North"}]
    review = judged(assessment(levels__topics=topics))
    nameless = next(finding for finding in review.findings if finding.path == "levels.topics[0].name")
    assert why(asked(assessment()), nameless) == NAMELESS


@settings(deadline=None, max_examples=50)
@given(st.data())
def test_whatever_is_found_in_any_draft_has_a_reason(data: st.DataObject) -> None:
    for outline, draft in (
        (shipped(), changed(assessment(), shipped(), drawn(shipped(), data, 4))),
        (small(), drafted(drawn(small(), data, 5), small())),
    ):
        seen = asked(draft, outline)
        for finding in judged(draft, outline).findings:
            assert finding.code in codes(), finding.code
            assert ONE_SENTENCE.fullmatch(why(seen, finding).strip())
            assert "{" not in why(seen, finding)
            basis(seen, finding)


def test_rules_are_explained_by_their_own_words() -> None:
    rule = RULES["score-override"]
    explained = explain("score-override")
    assert (explained.why, explained.hint, explained.source) == (rule.why, rule.hint, rule.source)


def test_the_list_of_codes_has_each_once_under_a_heading() -> None:
    listed = [each.code for _, group in code_list() for each in group]
    assert sorted(listed) == sorted(codes())
    assert all(group for _, group in code_list())


def test_a_word_of_a_code_finds_it() -> None:
    with pytest.raises(UsageProblem) as refused:
        explain("postcode")
    assert "Did you mean private-postcode?" in refused.value.hint


def test_a_hint_calls_letting_stand_what_the_key_and_the_button_call_it() -> None:
    hints = [each.hint for _, listed in code_list() for each in listed]
    assert any("let it stand with a reason" in hint for hint in hints)
    assert not [hint for hint in hints if "accept it" in hint]
    assert "differ by more than a factor of two" in explain("rate-denominator").why

"""Values by kind: anything typed can be stored, wrong types are refused with the path, rows have lasting ids."""

import contextlib
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.draft.values import (
    DEEPEST,
    Json,
    clean_deep,
    empty,
    fit,
    from_line,
    is_empty,
    number,
    shown_number,
    with_ids,
)
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.records import RECORDS
from tests.draft.strategies import json_values, of_kind, rows

KINDS = ("line", "text", "choice", "list", "links", "period", "number")


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("line", "one\ntwo", "one two"),
        ("choice", "england\x00", "england"),
        ("text", "one\r\ntwo", "one\ntwo"),
        ("list", ["a\nb", ""], ["a b", ""]),
        ("links", ("topic-1",), ["topic-1"]),
        ("period", {"start": "2024-10"}, {"start": "2024-10", "end": ""}),
        ("period", {"note": "odd"}, {"start": "", "end": "", "note": "odd"}),
        ("number", "1,554", 1554),
        ("number", "1 554", 1554),
        ("number", " 12.50 ", 12.5),
        ("number", "007", 7),
        ("number", "", None),
        ("number", None, None),
        ("number", 5, 5),
        ("number", 120.0, 120),
        ("number", "about 40", "about 40"),
        ("number", "1,5", "1,5"),
        ("number", "12 34", "12 34"),
        ("number", 10**15, "1000000000000000"),
        ("number", 1e300, "1e+300"),
    ],
)
def test_what_fits_is_cleaned_and_kept(kind: str, typed: Json, kept: Json) -> None:
    found = fit(kind, "", typed, "a.b")
    assert found == kept
    assert type(found) is type(kept)


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        ("line", 5, "a.b takes text, not a number."),
        ("text", None, "a.b takes text, not true, false or null."),
        ("choice", ["x"], "a.b takes text, not a list."),
        ("list", "x", "a.b takes a list of texts, not text."),
        ("list", ["x", 5], "a.b takes a list of texts, not a list with other things in it."),
        ("links", {"x": 1}, "a.b takes a list of ids, not an object."),
        ("number", True, "a.b takes a number, not true, false or null."),
        ("number", math.nan, "a.b takes a number, not a number without end."),
        ("number", math.inf, "a.b takes a number, not a number without end."),
        pytest.param("number", 10**5000, "a.b takes a number, not a number without end.", id="thousands of digits"),
        ("period", "2024", 'a.b takes a period such as {"start": "2024-10", "end": "2025-09"}, not text.'),
        (
            "period",
            {"start": 2024},
            'a.b takes a period such as {"start": "2024-10", "end": "2025-09"}, not an object.',
        ),
        ("records", {}, "a.b takes a list of objects, not an object."),
        ("records", ["x"], "a.b takes a list of objects, not a list with other things in it."),
        ("row", [], "a.b takes an object, not a list."),
    ],
)
def test_a_wrong_type_is_refused_with_its_path(kind: str, value: Json, told: str) -> None:
    with pytest.raises(UsageProblem) as refused:
        fit(kind, "topic", value, "a.b")
    assert refused.value.sentence == told


def test_a_wrong_type_deep_in_a_row_is_named_to_the_column() -> None:
    with pytest.raises(UsageProblem, match=r"levels\.topics\[1\]\.reasons\[0\]\.evidence_for takes text, not a number"):
        fit("records", "topic", [{}, {"reasons": [{"evidence_for": 5}]}], "levels.topics")


def test_unknown_columns_are_kept_and_made_safe() -> None:
    row = fit("row", "topic", {"id": "x", "new\x00": {"deep\n": ["a\x1bb", 5, None, math.inf]}}, "a.b")
    assert row == {"id": "x", "new": {"deep ": ["ab", 5, None, "inf"]}}


def test_what_is_kept_but_not_understood_has_a_depth() -> None:
    deep: Json = "bottom"
    for _ in range(DEEPEST):
        deep = [deep]
    assert clean_deep(deep, "x") == deep
    with pytest.raises(UsageProblem, match="x is nested more than 50 levels deep"):
        clean_deep([deep], "x")


@settings(deadline=None)
@given(st.sampled_from(KINDS), st.data())
def test_anything_of_the_right_shape_fits_and_fitting_twice_changes_nothing(kind: str, data: st.DataObject) -> None:
    once = fit(kind, "", data.draw(of_kind(kind)), "a.b")
    assert fit(kind, "", once, "a.b") == once


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(sorted(RECORDS)), st.data())
def test_any_rows_fit_get_different_ids_and_stay_the_same(record: str, data: st.DataObject) -> None:
    once = fit("records", record, data.draw(st.lists(rows(record), max_size=4)), "a.b")
    ids = [row["id"] for row in once]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    assert fit("records", record, once, "a.b") == once


@settings(deadline=None)
@given(json_values, st.sampled_from((*KINDS, "records", "row")))
def test_any_json_at_any_place_fits_or_is_refused(value: Json, kind: str) -> None:
    with contextlib.suppress(UsageProblem):
        fit(kind, "topic", value, "a.b")


def test_ids_are_given_once_and_kept() -> None:
    assert [row["id"] for row in with_ids([{}, {"id": "mine"}, {}], "topic")] == ["topic-1", "mine", "topic-2"]
    assert [row["id"] for row in with_ids([{"id": "topic-1"}, {}], "topic")] == ["topic-1", "topic-2"]
    assert [row["id"] for row in with_ids([{}, {"id": "topic-1"}], "topic")] == ["topic-2", "topic-1"]


def test_the_first_of_two_rows_with_one_id_keeps_it() -> None:
    named = with_ids([{"id": "x", "name": "first"}, {"id": "x", "name": "copy"}], "topic")
    assert [(row["id"], row["name"]) for row in named] == [("x", "first"), ("topic-1", "copy")]


def test_a_reserved_id_is_not_given() -> None:
    assert with_ids([{}], "topic", {"topic-1", "topic-2"})[0]["id"] == "topic-3"


@pytest.mark.parametrize(
    "value", ["", " \n\t", None, [], {}, [""], [{}], {"start": "", "end": " "}, {"id": "x"}, [{"id": "x", "a": []}]]
)
def test_nothing_answered_is_empty(value: Json) -> None:
    assert is_empty(value)


@pytest.mark.parametrize("value", ["x", 0, False, ["x"], {"start": "x"}, [{"id": "", "n": 0}]])
def test_zero_and_false_are_answers(value: Json) -> None:
    assert not is_empty(value)


@pytest.mark.parametrize("kind", [*KINDS, "records", "row"])
def test_the_empty_answer_of_each_kind_is_empty_and_fits(kind: str) -> None:
    assert is_empty(empty(kind))
    assert fit(kind, "topic", empty(kind), "a.b") == empty(kind)
    assert empty("list") is not empty("list")


@pytest.mark.parametrize(
    ("value", "shown"), [(None, ""), (1554, "1,554"), (4.5, "4.5"), ("about 40", "about 40"), (0, "0"), (True, "True")]
)
def test_figures_are_shown_for_people(value: Json, shown: str) -> None:
    assert shown_number(value) == shown


@settings(deadline=None)
@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_every_whole_figure_shown_can_be_typed_again(figure: int) -> None:
    assert number(shown_number(figure)) == figure


def test_only_a_period_is_typed_otherwise_than_it_is_stored() -> None:
    assert from_line("period", "2024-10:2025-09") == {"start": "2024-10", "end": "2025-09"}
    assert from_line("text", "2024-10:2025-09") == "2024-10:2025-09"

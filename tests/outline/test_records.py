"""The record classes: lenient to store, and true to what other rooms rely on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.outline.columns import Record
from sa_wizard.outline.records import RECORDS, Concern, Priority, Reason, Topic
from tests.builders import shipped

every_record = pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS.keys())


@every_record
def test_each_record_has_one_required_column_that_names_it(record: type[Record]) -> None:
    assert [column.id for column in record.columns() if column.required] == [record.title_column()]


@every_record
def test_each_choice_has_choices_and_only_links_lead_somewhere(record: type[Record]) -> None:
    for column in record.columns():
        assert bool(column.choices) == (column.kind == "choice"), column.id
        assert bool(column.to) == (column.kind == "links"), column.id
        assert bool(column.record) == (column.kind == "records"), column.id
        assert column.label, column.id


@every_record
def test_every_link_leads_to_a_list_of_the_shipped_outline(record: type[Record]) -> None:
    for column in record.columns():
        found = shipped().find(column.to) if column.to else None
        assert not column.to or (found and found[1].kind == "records" and not found[1].of), column.id


@every_record
def test_an_empty_row_is_a_record_and_unknown_keys_stay(record: type[Record]) -> None:
    assert record.lenient({}).shown == ""
    assert record.lenient({"columns": 5, "shown": 1, "model_config": [], "": None}).columns() == record.columns()


@pytest.mark.parametrize("row", [None, [], "row", {"name": 5}, {"reasons": 5}, {"period": "x"}, {"count": []}])
def test_a_row_that_does_not_fit_becomes_an_empty_record(row: object) -> None:
    assert Topic.lenient(row) == Topic()


def test_what_does_not_fit_takes_nothing_else_with_it_and_entries_keep_their_number() -> None:
    """The review speaks of entries by their number, and must not lose a row over one bad value in it."""
    kept = Topic.lenient({"name": "Noise", "count": True, "reasons": [5, {"reason": "A new count"}], "columns": "x"})
    assert (kept.name, kept.count, [each.reason for each in kept.reasons]) == ("Noise", None, ["", "A new count"])
    assert kept.columns() == Topic.columns(), "a key that is no column may not stand for what every record has"


def test_numbers_stay_what_they_were() -> None:
    assert [Topic.lenient({"count": value}).count for value in (5, 5.5, "about 5", None)] == [5, 5.5, "about 5", None]


def test_nested_records_are_typed() -> None:
    topic = Topic.lenient({"name": "Burglary", "reasons": [{"reason": "Two people released"}]})
    assert [type(reason) for reason in topic.reasons] == [Reason]
    assert topic.shown == "Burglary"


def test_the_spine_of_links() -> None:
    """Every priority can be traced to evidence, every concern to where it was said."""
    ends = {(column.id, column.to) for record in (Priority, Concern) for column in record.columns() if column.to}
    assert {
        ("topics", "levels.topics"),
        ("concerns", "views.concerns"),
        ("consultations", "views.consultations"),
    } <= ends


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([column.id for column in Topic.columns()] + ["id", "x"]), json_values))
def test_lenient_never_raises(row: dict[str, object]) -> None:
    assert isinstance(Topic.lenient(row).shown, str)

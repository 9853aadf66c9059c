"""The draft: every change makes a new one that shares what did not change, and leaves the old one alone."""

import copy

import pytest

from sa_wizard.draft.draft import start
from sa_wizard.draft.links import linked
from sa_wizard.draft.paths import resolve
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.records import Topic
from tests.builders import assessment, drafted, shipped


def test_a_new_draft_names_its_outline_and_holds_nothing() -> None:
    draft = start(shipped())
    assert (draft.outline.id, draft.outline.checksum) == (shipped().id, shipped().checksum)
    assert not draft.values


def test_a_change_leaves_the_old_draft_as_it_was_and_shares_the_rest() -> None:
    before = assessment()
    kept = copy.deepcopy(before)
    after = before.with_value(resolve(shipped(), "levels.topics[1].reasons"), [{"id": "r", "reason": "New"}])
    assert before == kept
    assert after.get("levels.topics")[1]["reasons"] == [{"id": "r", "reason": "New"}]
    assert after.get("levels.topics")[0] is before.get("levels.topics")[0]
    assert after.values["about"] is before.values["about"]


def test_a_draft_cannot_be_changed_by_mistake() -> None:
    for thing, name in ((assessment(), "values"), (assessment().outline, "id")):
        with pytest.raises(AttributeError):
            setattr(thing, name, {})


def test_a_value_is_found_through_a_view_and_is_empty_when_never_answered() -> None:
    draft = assessment()
    assert draft.at(resolve(shipped(), "why.topics[0].reasons[0].reason")) == "Two people released in May"
    assert draft.at(resolve(shipped(), "why.recording")) == ""
    assert draft.at(resolve(shipped(), "levels.topics[99].count")) is None
    assert draft.at(resolve(shipped(), "levels.topics[99]")) == {}
    assert draft.at(resolve(shipped(), "places.places")) == []


def test_a_row_can_be_put_at_the_end_but_not_beyond_it() -> None:
    draft = drafted({"levels.topics": [{"name": "One"}]})
    longer = draft.with_value(resolve(shipped(), "levels.topics[1]"), {"name": "Two"})
    assert [row["name"] for row in longer.get("levels.topics")] == ["One", "Two"]
    for path in ("levels.topics[2]", "levels.topics[1].name", "places.places[0].name"):
        with pytest.raises(UsageProblem, match="names an entry that is not there"):
            draft.with_value(resolve(shipped(), path), {})


def test_rows_are_typed_and_lenient() -> None:
    draft = drafted({"levels.topics": [{"name": "One", "count": "many"}]})
    assert [(topic.name, topic.count) for topic in draft.rows("levels.topics", Topic)] == [("One", "many")]
    assert draft.rows("about.title", Topic) == []


def test_text_is_only_ever_text() -> None:
    draft = assessment()
    assert draft.text("about.partnership") == "Safer Northbridge"
    assert draft.text("about.period") == ""
    assert draft.text("about.nothing") == ""


def test_an_empty_heading_restores_the_outlines() -> None:
    draft = start(shipped()).with_heading("why", "What drives it")
    assert draft.headings == {"why": "What drives it"}
    assert draft.with_heading("why", "  ").headings == {}


def test_every_link_is_known() -> None:
    assert {"burglary", "survey"} <= linked(assessment())
    assert linked(start(shipped())) == frozenset()

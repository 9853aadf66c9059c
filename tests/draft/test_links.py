"""Links between records: by id, by name where it was typed by hand, and never by a name that is another's id."""

from sa_wizard.draft.links import by_link, names
from sa_wizard.outline.records import Topic
from tests.builders import drafted, shipped

TOPICS = [{"id": "t1", "name": "Robbery"}, {"id": "t2", "name": "t1"}, {"id": "t3", "name": " "}]


def test_a_link_names_an_entry_by_id_or_by_name() -> None:
    known = names(shipped(), drafted({"levels.topics": TOPICS}), "levels.topics")
    assert known == {"t1": "Robbery", "t2": "t1", "t3": "", "Robbery": "Robbery"}


def test_there_is_nothing_to_link_to_where_no_entries_are_kept() -> None:
    draft = drafted({})
    assert [names(shipped(), draft, path) for path in ("levels.topics", "why.overall", "no.such")] == [{}, {}, {}]


def test_an_id_counts_before_a_name() -> None:
    found = by_link(Topic.lenient(row) for row in TOPICS)
    assert found["t1"].id == "t1"
    assert found["Robbery"].id == "t1"
    assert "" not in found

"""Paths: every place has one, views lead to what they view, and nonsense is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.draft.paths import head, resolve, written
from sa_wizard.errors import UsageProblem
from tests.builders import shipped


@pytest.mark.parametrize(
    ("path", "kept", "kind", "record"),
    [
        ("about.title", "about.title", "line", ""),
        ("about.period", "about.period", "period", ""),
        ("levels.topics", "levels.topics", "records", "topic"),
        ("levels.topics[0]", "levels.topics[0]", "row", "topic"),
        ("levels.topics[12].count", "levels.topics[12].count", "number", ""),
        ("levels.topics[0].id", "levels.topics[0].id", "line", ""),
        ("levels.topics[0].reasons", "levels.topics[0].reasons", "records", "reason"),
        ("levels.topics[0].reasons[1]", "levels.topics[0].reasons[1]", "row", "reason"),
        ("levels.topics[0].reasons[1].kind", "levels.topics[0].reasons[1].kind", "choice", ""),
        ("why.topics", "levels.topics", "records", "topic"),
        ("why.topics[2].reasons[0].reason", "levels.topics[2].reasons[0].reason", "line", ""),
    ],
)
def test_a_path_leads_to_where_the_value_is_kept(path: str, kept: str, kind: str, record: str) -> None:
    target = resolve(shipped(), path)
    assert (target.path, target.kind, target.record) == (kept, kind, record)
    assert f"{target.seen_in[0].id}.{target.seen_in[1].id}" == head(path)
    assert target.is_row == path.endswith("]")


def test_every_field_of_the_outline_has_a_path() -> None:
    for section, field in shipped().fields():
        assert resolve(shipped(), f"{section.id}.{field.id}").seen_in == (section, field)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "about",
        "about.nothing",
        "nowhere.title",
        ".title",
        "about.title[0]",
        "about.title.more",
        "about.period.start",
        "levels.topics.name",
        "levels.topics[0]name",
        "levels.topics[0].nothing",
        "levels.topics[0].name.more",
        "levels.topics[0].name[0]",
        "levels.topics[0].sources[0]",
        "levels.topics[0][0]",
        "levels.topics[0].reasons[0][0].reason",
        "levels.topics[-1]",
        "levels.topics[x]",
        "levels.topics[0",
        "levels.topics[1234567]",
        "levels.topics[0].id.id",
        "levels.topics[0] ",
        "Levels.topics",
    ],
)
def test_a_path_that_leads_nowhere_is_refused(path: str) -> None:
    with pytest.raises(UsageProblem) as refused:
        resolve(shipped(), path)
    assert refused.value.hint


@settings(deadline=None)
@given(st.text(max_size=30) | st.from_regex(r"levels\.topics[\[\]a-z0-9.]{0,20}", fullmatch=True))
def test_any_text_is_a_path_or_refused(path: str) -> None:
    try:
        target = resolve(shipped(), path)
    except UsageProblem:
        return
    assert resolve(shipped(), target.path).steps == target.steps


def test_steps_are_written_as_they_are_read() -> None:
    assert written((2, "reasons", 0, "reason")) == "[2].reasons[0].reason"
    assert written(()) == ""


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("levels.topics[0].title", "A problem has no 'title'."),
        ("gaps.gaps[0].title", "An information gap has no 'title'."),
    ],
)
def test_a_record_is_called_what_the_screens_call_it(path: str, told: str) -> None:
    with pytest.raises(UsageProblem) as refused:
        resolve(shipped(), path)
    assert refused.value.sentence == told

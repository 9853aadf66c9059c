"""Drafts that may differ in anything a file holds, of few words so that two of them meet: for comparing and merging."""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sa_wizard.draft.draft import Draft
from sa_wizard.draft.values import Json
from tests.builders import drafted

words = st.sampled_from(("", " ", "a", "b c", "d e f g h i.", "a\n\nb c", "[/", "TBC", "a\n  b")) | st.text(
    st.sampled_from("xyz \n.\u00e9\U0001f600"), max_size=8
)
lines = words.map(lambda text: text.replace("\n", " "))
links = st.lists(st.sampled_from(("t-1", "t-2", "topic-1", "a")), max_size=2)
plain: SearchStrategy[Json] = (
    st.none() | st.booleans() | st.integers(0, 2) | st.sampled_from((1.0, 0.5)) | words | st.lists(words, max_size=2)
)
periods = st.fixed_dictionaries({"start": st.sampled_from(("", "2024-10", "x")), "end": st.just("2025-09")})
ids = {"id": st.sampled_from(("t-1", "t-2", "topic-1"))}
reasons = st.lists(
    st.fixed_dictionaries(ids, optional={"reason": lines, "evidence_for": words}),
    max_size=2,
    unique_by=lambda row: row["id"],
)
topics = st.lists(
    st.fixed_dictionaries(
        ids,
        optional={
            "name": lines,
            "where": words,
            "count": st.integers(0, 2),
            "period": periods,
            "reasons": reasons,
            "odd": plain,
        },
    ),
    max_size=3,
    unique_by=lambda row: row["id"],
)
priorities = st.lists(
    st.fixed_dictionaries(ids, optional={"title": lines, "why": words, "topics": links}),
    max_size=2,
    unique_by=lambda row: row["id"],
)
answers = st.fixed_dictionaries(
    {},
    optional={
        "about.title": lines,
        "about.nation": st.sampled_from(("england", "wales", "")),
        "about.period": periods,
        "levels.topics": topics,
        "summary.headlines": st.lists(lines, max_size=3),
        "why.overall": words,
        "priorities.priorities": priorities,
    },
)
sections = st.sampled_from(("why", "gone"))
accepted = st.fixed_dictionaries(
    {
        "at": st.sampled_from(("why.overall", "gone.x")),
        "code": st.just("private-email"),
        "about": lines,
        "reason": words.filter(bool),
    }
)
parked = st.dictionaries(st.sampled_from(("old", "x.y", "a/b", "~")), plain, max_size=2)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Any draft of the shipped outline: answers of every kind, headings, claims, order, and what nobody asks for."""
    draft = drafted(draw(answers))
    return replace(
        draft,
        outline=draft.outline._replace(version=draw(st.sampled_from(("1", "2")))),
        headings=draw(st.dictionaries(sections, lines, max_size=1)),
        order=tuple(draw(st.lists(sections, max_size=2))),
        claims=draw(
            st.dictionaries(
                sections, st.dictionaries(st.sampled_from(("finished", "not_applicable")), words), max_size=1
            )
        ),
        accepted=tuple(draw(st.lists(accepted, max_size=2, unique_by=lambda each: (each["at"], each["about"])))),
        values={**draft.values, **draw(st.dictionaries(st.sampled_from(("gone", "a/b")), parked, max_size=1))},
        parked=draw(parked),
    )

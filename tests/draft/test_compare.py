"""Comparing two drafts: nothing that differs is left out, nothing else is told, and a person can read it."""

import time
from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sa_wizard.draft import store
from sa_wizard.draft.compare import Difference, compare
from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.in_words import in_words, summary
from sa_wizard.draft.parts import assembled, interleaved, nothing, parts, same
from sa_wizard.draft.rewording import AROUND, changed, rewording
from sa_wizard.draft.values import Json
from tests.builders import BURGLARY, DRUGS, NOISE, assessment, drafted, shipped
from tests.draft.pairs import drafts

SHOP = {"id": "shop", "name": "Shoplifting", "count": 402, "sources": ["police"]}


def found(mine: Draft, theirs: Draft) -> dict[str, Difference]:
    """The differences by path."""
    return {each.path: each for each in compare(shipped(), mine, theirs)}


def bare(value: Json) -> Json:
    """A value without the parts of it that are no answer."""
    if isinstance(value, Mapping):
        return {key: part for key, inner in value.items() if not nothing(part := bare(inner))}
    return [bare(part) for part in value] if isinstance(value, list) else value


def told(mine: Draft, theirs: Draft) -> str:
    """The differences in words."""
    return "\n".join(in_words(compare(shipped(), mine, theirs)))


# ------------------------------------------------------------------ what is found


@settings(deadline=None, max_examples=100)
@given(drafts(), drafts())
def test_two_drafts_without_a_difference_hold_the_same_in_their_files(mine: Draft, theirs: Draft) -> None:
    """And two that hold the same have none; answers left empty are as good as answers never given."""
    one, other = (bare(store.to_data(shipped(), draft)) for draft in (mine, theirs))
    equal = repr(sorted_deep(one)) == repr(sorted_deep(other))
    different = compare(shipped(), mine, theirs)
    assert equal == (not different)
    assert len({each.path for each in different}) == len(different)


@settings(deadline=None, max_examples=100)
@given(drafts(), drafts(), st.randoms(use_true_random=False))
def test_each_part_that_was_changed_is_found_and_no_other(mine: Draft, theirs: Draft, chance: Random) -> None:
    ours, other = parts(mine), parts(theirs)
    taken = {part for part in sorted({**ours, **other}, key=lambda part: part.path) if chance.random() < 0.3}
    mixed = {part: value for part, value in ours.items() if part not in taken}
    mixed |= {part: value for part, value in other.items() if part in taken}
    mixed = {**{part: ours[part] for part in ours if part.what in ("outline", "order")}, **mixed}
    wanted = {each.path for each in compare(shipped(), mine, theirs)} & {part.path for part in taken}
    assert {each.path for each in compare(shipped(), mine, assembled(mine, mixed))} == wanted


def sorted_deep(value: Json) -> Json:
    """A value with its keys in order, so that it looks the same however it was made."""
    if isinstance(value, dict):
        return {key: sorted_deep(value[key]) for key in sorted(value)}
    return [sorted_deep(part) for part in value] if isinstance(value, list) else value


@settings(deadline=None, max_examples=60)
@given(drafts())
def test_a_draft_taken_apart_and_put_together_again_is_the_same(draft: Draft) -> None:
    again = assembled(draft, parts(draft))
    assert compare(shipped(), draft, again) == ()
    assert bare(store.to_data(shipped(), again)) == bare(store.to_data(shipped(), draft))


@settings(deadline=None, max_examples=60)
@given(drafts(), drafts(), st.integers(30, 100))
def test_any_two_drafts_can_be_told_of_in_lines_that_fit(mine: Draft, theirs: Draft, width: int) -> None:
    different = compare(shipped(), mine, theirs)
    lines = in_words(different, width)
    assert all(len(line) <= width for line in lines)
    assert all("\n" not in line for line in lines)
    assert bool(lines) == bool(different)
    assert len([line for line in lines if line and not line.startswith(" ")]) >= len(different)


def test_numbers_that_python_takes_for_equal_are_not_the_same() -> None:
    assert not same(1, True)
    assert not same({"x": [1]}, {"x": [1.0]})
    assert not same(0, "")
    assert same({"x": ""}, {})
    assert same([{"where": "", "name": "a"}], [{"name": "a"}])


def test_differences_come_in_the_order_of_the_document() -> None:
    mine = assessment()
    theirs = (
        assessment(why__overall="New.", about__title="New", levels__topics=[BURGLARY])
        .with_heading("why", "Reasons")
        .with_claim("summary", "finished", "yes")
        .with_order(("why", "levels"))
    )
    theirs = replace(theirs, parked={"reviewer": "B"}, values={**theirs.values, "gone": {"question": "kept"}})
    assert list(found(mine, theirs)) == [
        "order",
        "about.title",
        "claim:summary/finished",
        "levels.topics",
        "heading:why",
        "why.overall",
        "gone.question",
        "parked:reviewer",
    ]
    sections = [each.section for each in compare(shipped(), theirs, mine)]
    assert sections.index("Reasons") < sections.index("Levels and patterns"), "the order is that of the first draft"


def test_a_difference_says_where_it_is_and_what_each_has() -> None:
    each = found(assessment(why__overall="One."), assessment(why__overall="Two."))["why.overall"]
    assert (each.section, each.label) == ("Why it has changed", "What lies behind the changes as a whole")
    assert (each.kind, each.mine, each.theirs) == ("text", "One.", "Two.")


def test_entries_are_told_apart_by_their_id() -> None:
    theirs = [SHOP, {**DRUGS, "count": 91, "where": "The park."}, BURGLARY]
    each = found(assessment(), assessment(levels__topics=theirs))["levels.topics"]
    assert each.moved
    assert [(entry.id, entry.fate) for entry in each.entries] == [
        ("noise", "removed"),
        ("shop", "added"),
        ("drugs", "changed"),
    ]
    drugs = each.entries[-1]
    assert drugs.name == "Open drug use"
    assert [(column.label, column.mine, column.theirs) for column in drugs.columns] == [
        ("Count, this period", 90, 91),
        ("Where", "The riverside.", "The park."),
    ]
    assert drugs.columns[0].path == "levels.topics[2].count"


def test_entries_within_an_entry_are_compared_as_well() -> None:
    (reason,) = BURGLARY["reasons"]
    changed_one = {**BURGLARY, "reasons": [{**reason, "confidence": "low"}, {"reason": "The weather"}]}
    each = found(assessment(), assessment(levels__topics=[changed_one, NOISE, DRUGS]))["levels.topics"]
    (column,) = each.entries[0].columns
    assert [(entry.name, entry.fate) for entry in column.entries] == [
        ("Two people released in May", "changed"),
        ("The weather", "added"),
    ]
    assert column.entries[0].columns[0].path == "levels.topics[0].reasons[0].confidence"


def test_what_is_let_stand_is_one_difference_each() -> None:
    one = {"at": "why.overall", "code": "private-email", "about": "duty@example.org", "reason": "It is published."}
    mine = assessment().with_accepted(one)
    theirs = mine.with_accepted({**one, "reason": "It is on the site."}).with_accepted(
        {**one, "about": "b@example.org"}
    )
    first, second = compare(shipped(), mine, theirs)
    shown = {first.label: (first.mine, first.theirs), second.label: (second.mine, second.theirs)}
    assert shown == {
        "Let stand, and why: duty@example.org (private-email)": ("It is published.", "It is on the site."),
        "Let stand, and why: b@example.org (private-email)": (None, "It is published."),
    }
    assert first.section == "Why it has changed"


def test_entries_of_theirs_come_before_their_neighbours() -> None:
    """So that what both put at the same place has mine first."""
    assert interleaved("abc", "xbyc") == ["a", "x", "b", "y", "c"]
    assert interleaved("ax", "ayz") == ["a", "x", "y", "z"]
    assert interleaved("", "ab") == ["a", "b"]
    assert interleaved("ab", "bxa") == ["x", "a", "b"]


# ------------------------------------------------------------------ in words


def test_texts_are_told_word_by_word() -> None:
    mine = assessment(why__overall="First it rained. Burglary fell by 17% after two arrests. Then nothing.")
    theirs = assessment(why__overall="First it rained. Burglary fell by 20% after three arrests in May. Then nothing.")
    assert told(mine, theirs).splitlines() == [
        "Why it has changed · What lies behind the changes as a whole: 5 words added, 3",
        "  taken out",
        "  - Burglary fell by 17% after two arrests.",
        "  + Burglary fell by 20% after three arrests in May.",
    ]


def test_a_change_in_a_long_sentence_is_shown_with_a_few_words_around_it() -> None:
    before = " ".join(f"w{n}" for n in range(60))
    (hunk,) = rewording(before, before.replace("w30", "new")).hunks
    assert hunk.before == f"… {' '.join(f'w{n}' for n in range(30 - AROUND, 31 + AROUND))} …"
    assert hunk.after == hunk.before.replace("w30", "new")


def test_what_was_written_anew_is_shown_whole() -> None:
    found_ = rewording("The cat sat on the mat.", "Burglary fell by a fifth in the last year.")
    assert (found_.added, found_.removed) == (9, 6)
    assert [(each.before, each.after) for each in found_.hunks] == [
        ("The cat sat on the mat.", "Burglary fell by a fifth in the last year.")
    ]


def test_spaces_and_line_breaks_alone_are_said_so() -> None:
    (each,) = compare(
        shipped(), assessment(why__overall="One two.\n\nThree."), assessment(why__overall="One two. Three.")
    )
    assert summary(each) == "the words are the same, spaces or line breaks differ"


def test_stored_values_are_shown_as_on_the_screen() -> None:
    theirs = assessment(about__area_type="unitary", about__period={"start": "2024-11", "end": "2025-10"})
    lines = told(assessment(), theirs)
    assert "  + Unitary: one council does both jobs" in lines
    assert "  - October 2024 to September 2025\n  + November 2024 to October 2025" in lines


def test_entries_are_told_by_their_names_and_labels() -> None:
    lines = told(assessment(), assessment(levels__topics=[BURGLARY, NOISE, {**DRUGS, "count": 1091}, SHOP]))
    assert lines.startswith("Levels and patterns · The problems, one by one: 1 added, 1 changed\n")
    assert "  Changed: Open drug use\n    Count, this period\n      - 90\n      + 1,091\n" in lines
    assert "  Added: Shoplifting\n" in lines
    assert "    Data sources\n      + Police recorded crime" in lines


def test_two_entries_of_one_name_are_told_apart_by_what_is_kept() -> None:
    first = drafted({"priorities.priorities": [{"id": "a", "title": "A", "topics": ["one"]}]})
    topics = [{"id": "one", "name": "Same"}, {"id": "two", "name": "Same"}]
    both = [
        drafted({"levels.topics": topics, "priorities.priorities": [{"id": "a", "title": "A", "topics": [link]}]})
        for link in ("one", "two")
    ]
    assert '+ ["two"]' in told(*both)
    assert told(first, first) == ""


def test_what_drafts_say_is_never_taken_for_markup() -> None:
    lines = told(start(shipped()), drafted({"why.overall": "[/ bold] {{ x }} **y** <b>"}))
    assert "  + [/ bold] {{ x }} **y** <b>" in lines


# ------------------------------------------------------------------ sequences and speed


@settings(max_examples=200)
@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
@example(["a", "b"], ["b", "a"])
def test_what_did_not_change_is_the_same_on_both_sides(old: list[str], new: list[str]) -> None:
    holds(old, new)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 400).map(str), min_size=150, max_size=300), st.randoms(use_true_random=False))
def test_the_same_holds_for_long_sequences(old: list[str], chance: Random) -> None:
    holds(old, [each for each in old if chance.random() > 0.1] + ["x"])


def holds(old: list[str], new: list[str]) -> None:
    """What stands between the runs that changed is the same in both."""
    a = c = 0
    for b, e, d, f in [*changed(old, new), (len(old), len(old), len(new), len(new))]:
        assert old[a:b] == new[c:d]
        a, c = e, f


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a b " * 50_000, "b a " * 50_000),
        (" ".join(f"w{n}" for n in range(100_000)), " ".join(f"w{n // 2 * 2 + 1}" for n in range(100_000))),
        (" ".join(f"Said {n}." for n in range(50_000)), " ".join(f"Said {n}." for n in range(50_000, 0, -1))),
        ("Same. " * 50_000, "Same. Other. " * 25_000),
    ],
)
def test_long_texts_are_compared_in_no_time_whatever_is_in_them(before: str, after: str) -> None:
    began = time.process_time()
    rewording(before, after)
    assert time.process_time() - began < 5

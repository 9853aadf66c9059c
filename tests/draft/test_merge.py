"""Merging two drafts: what one side changed is taken, what both changed is asked, and "both" loses no word."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings

from sa_wizard.draft import store
from sa_wizard.draft.compare import compare
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.merge import Take, conflicts, merged, offers
from sa_wizard.draft.parts import parts
from sa_wizard.draft.values import Json
from sa_wizard.errors import UsageProblem
from tests.builders import BURGLARY, DRUGS, NOISE, assessment, drafted, shipped
from tests.draft.pairs import drafts

BASE = assessment(why__overall="As it was.")
ROBBERY = {"id": "topic-1", "name": "Robbery", "count": 58}
SHOPS = {"id": "topic-1", "name": "Shoplifting", "count": 402}


def asked(base: Draft | None, mine: Draft, theirs: Draft) -> list[str]:
    """The paths of the conflicts."""
    return [each.path for each in conflicts(shipped(), base, mine, theirs)]


def made(base: Draft | None, mine: Draft, theirs: Draft, take: Take = "both") -> Draft:
    """The two merged, each conflict settled the same way; mine where that is not offered."""
    choices = {each.path: take if take in offers(each) else "mine" for each in conflicts(shipped(), base, mine, theirs)}
    return merged(shipped(), base, mine, theirs, choices)


def same(one: Draft, other: Draft) -> bool:
    """Whether two drafts hold the same."""
    return not compare(shipped(), one, other)


def words(value: Json) -> Iterator[str]:
    """Every word in a value, but for ids and the links that follow them."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            is_link = key == "id" or (key == "topics" and part and isinstance(part[0], str))
            yield from () if is_link else words(part)
    elif isinstance(value, list):
        for part in value:
            yield from words(part)
    elif value is not None:
        yield from str(value).split()


# ------------------------------------------------------------------ laws


@settings(deadline=None, max_examples=200)
@given(drafts(), drafts())
def test_both_loses_no_word_of_either(mine: Draft, theirs: Draft) -> None:
    found = {part.path: value for part, value in parts(made(None, mine, theirs)).items()}
    for each in compare(shipped(), mine, theirs):
        if "both" in offers(each):
            kept = set(words(found[each.path]))
            assert set(words(each.mine)) <= kept
            assert set(words(each.theirs)) <= kept


@settings(deadline=None, max_examples=200)
@given(drafts(), drafts(), drafts())
def test_with_a_base_both_keeps_every_word_that_either_side_added(base: Draft, mine: Draft, theirs: Draft) -> None:
    """What stood there before may go: one side took it out, and the other left it alone."""
    found = {part.path: value for part, value in parts(made(base, mine, theirs)).items()}
    before = {part.path: value for part, value in parts(base).items()}
    for each in compare(shipped(), mine, theirs):
        if "both" in offers(each):
            kept = set(words(found.get(each.path))) | set(words(before.get(each.path)))
            assert set(words(each.mine)) <= kept
            assert set(words(each.theirs)) <= kept


@settings(deadline=None, max_examples=100)
@given(drafts(), drafts())
def test_taking_one_side_everywhere_gives_that_side(mine: Draft, theirs: Draft) -> None:
    assert same(made(None, mine, theirs, "mine"), mine)
    assert same(made(None, mine, theirs, "theirs"), theirs)


@settings(deadline=None, max_examples=100)
@given(drafts(), drafts())
def test_what_only_one_side_changed_is_no_question_and_is_taken(base: Draft, changed: Draft) -> None:
    assert asked(base, changed, base) == asked(base, base, changed) == asked(base, changed, changed) == []
    assert same(merged(shipped(), base, changed, base, {}), changed)
    assert same(merged(shipped(), base, base, changed, {}), changed)
    assert same(merged(shipped(), base, changed, changed, {}), changed)


@settings(deadline=None, max_examples=100)
@given(drafts(), drafts(), drafts())
def test_whatever_is_merged_can_be_written_and_opened_again(base: Draft, mine: Draft, theirs: Draft) -> None:
    for take in ("mine", "theirs", "both"):
        result = made(base, mine, theirs, take)
        data = store.to_data(shipped(), result)
        assert same(store.from_data(shipped(), data, Path("x")), result)
        for rows in (result.get("levels.topics") or [], result.get("priorities.priorities") or []):
            ids = [row["id"] for row in rows]
            assert all(ids)
            assert len(set(ids)) == len(ids)


# ------------------------------------------------------------------ what is asked


def test_without_a_base_every_difference_is_asked() -> None:
    mine, theirs = assessment(about__title="A"), assessment(why__overall="B")
    assert asked(None, mine, theirs) == ["about.title", "why.overall"]


def test_with_a_base_changes_in_different_places_are_taken_from_both() -> None:
    mine, theirs = assessment(about__title="A", why__overall="As it was."), assessment(why__overall="Theirs.")
    theirs = theirs.with_heading("why", "Reasons").with_claim("why", "finished", "yes")
    assert asked(BASE, mine, theirs) == []
    result = merged(shipped(), BASE, mine, theirs, {})
    assert (result.text("about.title"), result.text("why.overall")) == ("A", "Theirs.")
    assert (result.headings, result.claims) == ({"why": "Reasons"}, {"why": {"finished": "yes"}})


def test_an_answer_emptied_on_one_side_is_emptied() -> None:
    assert merged(shipped(), BASE, assessment(why__overall=""), BASE, {}).text("why.overall") == ""
    assert merged(shipped(), BASE, BASE, assessment(why__overall=None), {}).get("why.overall") is None


def test_entries_and_columns_that_one_side_changed_are_no_question() -> None:
    mine = assessment(levels__topics=[{**BURGLARY, "count": 410, "where": "The park."}, NOISE, DRUGS])
    theirs = assessment(levels__topics=[{**BURGLARY, "when": "At night."}, {**NOISE, "count": 511}, DRUGS])
    assert asked(assessment(), mine, theirs) == []
    result = merged(shipped(), assessment(), mine, theirs, {})
    assert result.get("levels.topics") == [
        {**BURGLARY, "count": 410, "where": "The park.", "when": "At night."},
        {**NOISE, "count": 511},
        DRUGS,
    ]


def test_only_what_both_changed_is_shown() -> None:
    mine = assessment(levels__topics=[{**BURGLARY, "count": 410, "where": "The park."}, {**NOISE, "count": 1}, DRUGS])
    theirs = assessment(levels__topics=[{**BURGLARY, "where": "The shops."}, NOISE])
    (each,) = conflicts(shipped(), assessment(), mine, theirs)
    (entry,) = each.entries
    assert (entry.id, [column.path for column in entry.columns]) == ("burglary", ["levels.topics[0].where"])
    settled: tuple[tuple[Take, str], ...] = (("mine", "The park."), ("theirs", "The shops."))
    for take, where in settled:
        rows = made(assessment(), mine, theirs, take).get("levels.topics")
        assert [row["id"] for row in rows] == ["burglary", "noise"]
        assert (rows[0]["where"], rows[0]["count"], rows[1]["count"]) == (where, 410, 1)
    rows = made(assessment(), mine, theirs).get("levels.topics")
    assert [(row["id"], row.get("where"), row["count"]) for row in rows] == [
        ("burglary", "The park.", 410),
        ("topic-1", "The shops.", 410),
        ("noise", None, 1),
    ]


def test_an_entry_one_side_took_out_and_the_other_changed_is_asked() -> None:
    mine, theirs = (
        assessment(levels__topics=[NOISE, DRUGS]),
        assessment(levels__topics=[{**BURGLARY, "count": 1}, NOISE]),
    )
    assert asked(assessment(), mine, theirs) == ["levels.topics"]
    assert [row["id"] for row in made(assessment(), mine, theirs, "mine").get("levels.topics")] == ["noise"]
    assert [row["id"] for row in made(assessment(), mine, theirs).get("levels.topics")] == ["burglary", "noise"]


def test_reasons_within_a_problem_are_merged_one_by_one() -> None:
    (old,) = BURGLARY["reasons"]
    one, other = {"id": "reason-2", "reason": "Darker nights"}, {"id": "reason-2", "reason": "A new estate"}
    mine = assessment(levels__topics=[{**BURGLARY, "reasons": [old, one]}, NOISE, DRUGS])
    theirs = assessment(levels__topics=[{**BURGLARY, "reasons": [{**old, "confidence": "low"}, other]}, NOISE, DRUGS])
    assert asked(assessment(), mine, theirs) == []
    reasons = merged(shipped(), assessment(), mine, theirs, {}).get("levels.topics")[0]["reasons"]
    assert reasons == [{**old, "confidence": "low"}, one, {**other, "id": "reason-3"}]


def test_an_order_that_one_side_chose_is_kept_and_two_are_asked() -> None:
    mine, theirs = (
        assessment(levels__topics=[NOISE, BURGLARY, DRUGS]),
        assessment(levels__topics=[DRUGS, BURGLARY, NOISE]),
    )
    assert asked(assessment(), mine, assessment()) == []
    (each,) = conflicts(shipped(), assessment(), mine, theirs)
    assert each.moved
    assert each.entries == ()
    settled: tuple[tuple[Take, str], ...] = (("mine", "noise"), ("theirs", "drugs"))
    for take, first in settled:
        assert made(assessment(), mine, theirs, take).get("levels.topics")[0]["id"] == first


# ------------------------------------------------------------------ both


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("One.", "Two.", "One.\n\nTwo."),
        ("One.\n", "\n\nTwo.", "One.\n\nTwo."),
        ("", "Two.", "Two."),
        ("One.", "", "One."),
        (" ", "Two.", "Two."),
        ("One.\n\nOld.", "One.\n\nNew.", "One.\n\nOld.\n\nNew."),
        ("One.\n\nTwo.", "Two.", "One.\n\nTwo."),
        ("Two.", "One.\n\nTwo.", "Two.\n\nOne."),
        ("It fell by a fifth last year.", "It fell by a fifth last year. So did robbery.", None),
        ("It fell by a fifth last year. So did robbery.", "It fell by a fifth last year.", None),
        ("concatenate", "cat", "concatenate\n\ncat"),
        ("- a", "text\n\n    indented", "- a\n\ntext\n\n    indented"),
    ],
)
def test_both_of_two_texts(mine: str, theirs: str, both: str | None) -> None:
    found = made(None, drafted({"why.overall": mine}), drafted({"why.overall": theirs})).text("why.overall")
    assert found == (both if both is not None else max(mine, theirs, key=len))


def test_both_of_two_lists_is_every_line_once() -> None:
    mine, theirs = drafted({"summary.headlines": ["a", "b"]}), drafted({"summary.headlines": ["b", "c", "a"]})
    assert made(None, mine, theirs).get("summary.headlines") == ["a", "b", "c"]


def test_both_of_two_records_keeps_an_entry_that_differs_twice() -> None:
    mine, theirs = assessment(), assessment(levels__topics=[{**BURGLARY, "count": 1}, NOISE, ROBBERY, DRUGS])
    rows = made(None, mine, theirs).get("levels.topics")
    assert [(row["id"], row["count"]) for row in rows] == [
        ("burglary", 400),
        ("topic-2", 1),
        ("noise", 510),
        ("topic-1", 58),
        ("drugs", 90),
    ]


def test_both_is_not_offered_where_one_answer_is_wanted() -> None:
    mine = assessment()
    theirs = assessment(
        about__title="x", about__nation="wales", about__period={"start": "2024-11", "end": "2025-10"}, why__overall="x"
    )
    theirs = theirs.with_heading("why", "x").with_order(("why",)).with_claim("why", "finished", "yes")
    theirs = theirs.with_claim("why", "not_applicable", "Because.")
    both = {each.path for each in compare(shipped(), mine, theirs) if "both" in offers(each)}
    assert both == {"why.overall", "claim:why/not_applicable"}
    with pytest.raises(UsageProblem, match="can only be one of the two"):
        merged(shipped(), None, mine, assessment(about__title="x"), {"about.title": "both"})


def test_a_conflict_without_a_choice_is_refused() -> None:
    with pytest.raises(UsageProblem, match=r"Document control, Title \(about\.title\) was changed on both sides"):
        merged(shipped(), None, assessment(), assessment(about__title="x"), {})


def test_drafts_of_different_outlines_are_refused() -> None:
    other = replace(assessment(), outline=assessment().outline._replace(id="own"))
    for base in (None, assessment()):
        with pytest.raises(UsageProblem, match="different outlines"):
            conflicts(shipped(), base, assessment(), other)
        with pytest.raises(UsageProblem, match="different outlines"):
            merged(shipped(), base, assessment(), other, {})


# ------------------------------------------------------------------ links


def priority(link: str) -> list[dict[str, Json]]:
    """A priority that rests on one problem."""
    return [{"id": f"on-{link}", "title": f"About {link}", "topics": [link]}]


def test_two_new_entries_that_got_the_same_id_are_both_kept_and_links_follow_them() -> None:
    """Each side numbers its new entries by itself, so the same id soon means two problems."""
    mine = assessment(levels__topics=[BURGLARY, NOISE, DRUGS, ROBBERY], priorities__priorities=priority("topic-1"))
    theirs = assessment(
        levels__topics=[BURGLARY, NOISE, DRUGS, SHOPS],
        priorities__priorities=[{"id": "second", "title": "Shops", "topics": ["topic-1", "burglary"]}],
    )
    base = assessment(priorities__priorities=[])
    assert asked(base, mine, theirs) == []
    result = merged(shipped(), base, mine, theirs, {})
    assert [(row["id"], row["name"]) for row in result.get("levels.topics")[3:]] == [
        ("topic-1", "Robbery"),
        ("topic-2", "Shoplifting"),
    ]
    assert [row["topics"] for row in result.get("priorities.priorities")] == [["topic-1"], ["topic-2", "burglary"]]


def test_two_new_entries_of_one_name_are_taken_for_one() -> None:
    mine = assessment(levels__topics=[BURGLARY, NOISE, DRUGS, ROBBERY])
    theirs = assessment(levels__topics=[BURGLARY, NOISE, DRUGS, {**ROBBERY, "count": 59, "where": "The bus station."}])
    (each,) = conflicts(shipped(), assessment(), mine, theirs)
    assert [column.label for column in each.entries[0].columns] == ["Count, this period"]
    assert made(assessment(), mine, theirs, "theirs").get("levels.topics")[3:] == [
        {**ROBBERY, "count": 59, "where": "The bus station."}
    ]


def test_a_copy_never_gets_an_id_that_a_link_still_names() -> None:
    link = priority("topic-2")
    mine = assessment(levels__topics=[ROBBERY], priorities__priorities=link)
    theirs = assessment(levels__topics=[SHOPS], priorities__priorities=link)
    assert [row["id"] for row in made(None, mine, theirs).get("levels.topics")] == ["topic-1", "topic-3"]


@settings(deadline=None)
@given(drafts())
@example(assessment())
def test_merging_a_draft_with_itself_changes_nothing(draft: Draft) -> None:
    assert same(merged(shipped(), None, draft, draft, {}), draft)

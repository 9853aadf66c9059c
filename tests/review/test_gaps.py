"""The guided path: evidence before priorities, the summary last, each gap once a round, and always forward."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.cli.report import once
from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.values import Row
from sa_wizard.outline.spec import Outline
from sa_wizard.review.gaps import Round, gap_at, gaps, in_writing_order, next_gap, step
from tests.builders import BURGLARY, DRUGS, NOISE, asked, assessment, changed, drafted, judged, shipped, small
from tests.review.test_any_draft import drawn


def walk(draft: Draft, began: str = "", outline: Outline | None = None) -> list[str]:
    """The places of one whole round from somewhere, the author passing every gap."""
    seen, review = asked(draft, outline), judged(draft, outline)
    here, passed = Round(began), list[str]()
    while True:
        here, gap = step(seen, review, here)
        if gap is None:
            assert here == Round(), "the next round begins with the first gap of all"
            return passed
        assert len(passed) <= len(review.errors), "a round that goes on for ever"
        passed.append(gap.finding.path)


def test_gaps_come_in_writing_order_with_the_summary_last() -> None:
    draft = drafted({"about.nation": "england", "about.area_type": "two-tier", "about.first": "no"})
    order = list(dict.fromkeys(gap.section for gap in gaps(asked(draft), judged(draft))))
    assert order.index("levels") < order.index("changes") < order.index("why") < order.index("priorities")
    assert order[-1] == "summary"
    assert order[0] == "about"


def test_the_order_of_writing_is_kept_when_the_document_has_another() -> None:
    """A partnership may print its priorities first; they are still written after the evidence."""
    plain = assessment(why__overall="", priorities__priorities=[], summary__decision="")
    turned = Draft(plain.outline, plain.values, order=("priorities", "summary", "why"))
    assert walk(turned) == walk(plain) == ["why.overall", "priorities.priorities", "summary.decision"]


def test_within_a_section_the_gaps_follow_the_page_entry_by_entry() -> None:
    topics = [{**topic, "name": "", "previous_count": "many"} for topic in (BURGLARY, NOISE, DRUGS)]
    places = walk(assessment(levels__topics=topics, changes__compared=""))
    assert places[:3] == ["levels.topics[0].name", "levels.topics[1].name", "levels.topics[2].name"]
    changes = [path for path in places if path.startswith("changes.")]
    assert changes == ["changes.compared", *(f"changes.topics[{row}].previous_count" for row in range(3))]


TWO_A_ROW: list[Row] = [{**topic, "previous_count": "many"} for topic in (BURGLARY, NOISE, DRUGS)]
"""Two findings a row, one kind's after the other's: a walk by first match went to and fro between them for ever."""


@pytest.mark.parametrize("draft", [start(shipped()), assessment(levels__topics=TWO_A_ROW, why__overall="")])
@pytest.mark.parametrize("began", ["", "about.title", "why.overall", "appendices.sources", "gone.away", "why"])
def test_a_round_visits_every_place_once_from_wherever_it_begins(draft: Draft, began: str) -> None:
    places = [gap.path for gap in gaps(asked(draft), judged(draft))]
    passed = walk(draft, began)
    assert sorted(passed) == sorted(places)
    assert walk(draft) == places
    turn = passed.index(places[0])
    assert passed == places[-turn:] + places[:-turn] if turn else places, "the same order, begun elsewhere"


def test_a_round_that_begins_at_a_gap_ends_with_it() -> None:
    draft = assessment(why__overall="", gaps__effect="", equality__affected="")
    assert walk(draft, "gaps.effect") == ["equality.affected", "why.overall", "gaps.effect"]


def test_from_a_place_without_a_gap_the_next_one_follows_it() -> None:
    draft = assessment(why__overall="", gaps__effect="")
    for after, expected in (("about.title", "why.overall"), ("choosing.how", "gaps.effect"), ("", "why.overall")):
        found = next_gap(asked(draft), judged(draft), after)
        assert found is not None
        assert found.path == expected


def test_the_summary_is_followed_by_the_first_gap() -> None:
    draft = assessment(why__overall="", gaps__effect="")
    found = next_gap(asked(draft), judged(draft), "summary.decision")
    assert found is not None
    assert found.path == "why.overall"


def test_mending_the_gap_in_front_leads_forward_and_not_back_to_the_top() -> None:
    empty = {"why__overall": "", "gaps__effect": "", "equality__affected": ""}
    draft = assessment(**empty)
    here, first = step(asked(draft), judged(draft), Round())
    here, second = step(asked(draft), judged(draft), here)
    assert first is not None
    assert second is not None
    assert (first.finding.path, second.finding.path) == ("why.overall", "gaps.effect")
    mended = changed(draft, shipped(), {"gaps.effect": "None of them would change."})
    _, third = step(asked(mended), judged(mended), here)
    assert third is not None
    assert third.finding.path == "equality.affected"


def test_a_gap_says_which_of_how_many_it_is() -> None:
    draft = assessment(why__overall="", gaps__effect="", equality__affected="")
    _, gap = step(asked(draft), judged(draft), Round("why.overall"))
    assert gap is not None
    assert (gap.number, gap.of, gap.finding.path) == (2, 3, "gaps.effect")
    assert gap_at(asked(draft), judged(draft), "gaps.effect") == gap
    assert gap_at(asked(draft), judged(draft), "gaps.gaps") is None


def test_a_gap_says_how_much_else_is_missing_at_its_place() -> None:
    """What keeps two items from being met is one thing, and several things of one item are several."""
    empty = asked(start(shipped()))
    told = {path: gap_at(empty, judged(start(shipped())), path) for path in ("about.first", "levels.topics")}
    assert [gap.more for gap in told.values() if gap] == [0, 5]


def test_a_round_goes_on_within_the_section_and_begins_anew_elsewhere() -> None:
    round_ = Round("about.title", "levels.topics[0].name")
    assert round_.from_here("levels.harm") is round_
    assert round_.from_here("") is round_
    assert round_.from_here("views.concerns") == Round("views.concerns")
    assert Round().from_here("views.concerns") == Round(), "one that has come round begins with the first gap"


def test_a_complete_draft_has_no_gap() -> None:
    seen, review = asked(assessment()), judged(assessment())
    assert next_gap(seen, review) is None
    assert step(seen, review, Round("why.overall", "why.overall")) == (Round(), None)


PATHS = [f"{section.id}.{field.id}" for section, field in shipped().fields()]


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_any_draft_from_any_place_each_gap_once_and_then_round(data: st.DataObject) -> None:
    began = data.draw(st.sampled_from(["", *PATHS, "levels.topics[0].count", "why.topics[2].reasons[0].reason"]))
    for outline, draft in (
        (shipped(), changed(assessment(), shipped(), drawn(shipped(), data, 4))),
        (small(), drafted(drawn(small(), data, 4), small())),
    ):
        passed = walk(draft, began, outline)
        assert len(set(passed)) == len(passed)
        assert set(passed) == {finding.path for finding in judged(draft, outline).errors}


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_an_author_who_mends_some_and_passes_others_always_goes_forward(data: st.DataObject) -> None:
    """Whatever is mended, or spoilt, on the way: no place comes twice, and what is open all along comes once."""
    draft = changed(assessment(), shipped(), drawn(shipped(), data, 5))
    whole = assessment().values
    here, passed = Round(data.draw(st.sampled_from(["", *PATHS]))), list[str]()
    open_all_along = {finding.path for finding in judged(draft).errors}
    while True:
        here, gap = step(asked(draft), judged(draft), here)
        if gap is None:
            break
        assert gap.finding.path not in passed
        passed.append(gap.finding.path)
        section, _, name = gap.finding.path.partition("[")[0].partition(".")
        if data.draw(st.booleans()) and name in whole.get(section, {}):
            draft = changed(draft, shipped(), {f"{section}.{name}": whole[section][name]})
        elif data.draw(st.integers(0, 5)) == 0:
            draft = changed(draft, shipped(), {"why.overall": "", "views.concerns": []})
        open_all_along &= {finding.path for finding in judged(draft).errors} | set(passed)
    assert open_all_along <= set(passed)


def test_a_gap_is_numbered_as_the_report_numbers_it() -> None:
    """Two things missing at one place are two numbers: the guided path said 3 of 29 where the report said 4 of 31."""
    for draft in (start(shipped()), assessment(levels__topics=TWO_A_ROW, why__overall="")):
        seen, review = asked(draft), judged(draft)
        told = once(in_writing_order(seen, review.errors))
        assert len(told) == review.to_do
        here, gap = step(seen, review, Round())
        while gap:
            assert told[gap.number - 1].finding.path == gap.finding.path
            assert told[gap.number - 1].finding.message == gap.finding.message
            assert gap.of == review.to_do
            here, gap = step(seen, review, here)

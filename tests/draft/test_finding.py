"""Find and replace over a whole draft: every written answer is looked through, and only what is sought is changed."""

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sa_wizard.draft import begin, store
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.finding import LONGEST_SOUGHT, Place, Sought, find, quoted, replace, replaced, told_places
from sa_wizard.draft.session import Session
from sa_wizard.draft.steps import in_words, place
from sa_wizard.draft.text import clean, clean_line
from sa_wizard.draft.texts import texts
from sa_wizard.draft.values import fit
from sa_wizard.errors import UsageProblem
from tests.builders import assessment, changed, drafted, shipped, small
from tests.draft.strategies import of_field

TOPIC = {
    "id": "mill",
    "name": "Mill Lane",
    "strand": "crime",
    "measure": "mill counts",
    "count": 5,
    "where": "By the mill.",
    "narrative": "The mill again.",
    "sources": ["mill"],
    "reasons": [{"id": "mill", "reason": "A mill opened", "evidence_for": "Seen at the mill."}],
}


def found(draft: Draft, words: str, *, match_case: bool = False, whole_words: bool = False) -> list[Place]:
    return list(find(shipped(), draft, Sought(words, match_case, whole_words)))


def shown(places: list[Place]) -> list[str]:
    return [f"{place.text.path}: {place.words}" for place in places]


def session(draft: Draft) -> Session:
    return Session(Path("never.sa.json"), shipped(), draft)


def test_every_written_answer_is_looked_through_in_the_order_of_the_document() -> None:
    draft = drafted(
        {
            "levels.topics": [TOPIC],
            "summary.headlines": ["One mill", "none", "mill, mill"],
            "why.overall": "The mill.",
            "about.title": "Mill town",
            "about.nation": "england",
            "about.period": {"start": "2024-10", "end": "2025-09"},
        },
    ).with_heading("why", "Why the mill")
    draft = draft.with_claim("county", "not_applicable", "No mill.")
    assert shown(found(draft, "mill")) == [
        "about.title: Mill",
        "summary.headlines: mill",
        "summary.headlines: mill",
        "summary.headlines: mill",
        "levels.topics[0].name: Mill",
        "levels.topics[0].measure: mill",
        "levels.topics[0].where: mill",
        "why: mill",
        "why.topics[0].reasons[0].reason: mill",
        "why.topics[0].reasons[0].evidence_for: mill",
        "why.overall: mill",
        "chapters.topics[0].narrative: mill",
        "county: mill",
    ]


def test_ids_links_choices_periods_figures_and_what_is_not_understood_are_never_found() -> None:
    draft = drafted(
        {
            "levels.topics": [{**TOPIC, "count": "crime 2024-10 mill"}],
            "about.period": {"start": "2024-10", "end": "mill"},
            "about.nation": "mill",
        }
    )
    parked = Draft(
        draft.outline, {**draft.values, "gone": {"mill": "mill"}, "why": {"gone": "mill"}}, parked={"mill": "mill"}
    )
    assert all("mill" in place.words.casefold() for place in found(parked, "mill"))
    kept = {place.text.kept[-1] for place in found(parked, "mill")}
    assert kept == {"name", "measure", "where", "narrative", "reason", "evidence_for"}
    assert found(parked, "crime") == []
    assert found(parked, "2024-10") == []


def test_an_answer_that_is_not_asked_now_is_found_and_says_so() -> None:
    """It is kept, and comes back when the choice that switched it off is taken back: with the old words in it."""
    whole = drafted({"about.nation": "england", "about.area_type": "unitary", "county.none_reason": "The old name."})
    (there,) = found(whole, "old name")
    assert (there.text.path, there.text.asked) == ("county.none_reason", False)
    assert found(replaced(whole, [there], "new name"), "new name")


def test_capitals_and_whole_words_are_told_apart_only_when_asked_to() -> None:
    draft = drafted({"why.overall": "Robbery, robbery and robberies; ROBBERY. Robbery_x"})
    assert len(found(draft, "robbery")) == 4
    assert len(found(draft, "robbery", match_case=True)) == 1
    assert len(found(draft, "robbery", whole_words=True)) == 3
    assert [each.words for each in found(draft, "ROBB")] == ["Robb", "robb", "robb", "ROBB", "Robb"]
    assert found(draft, "") == []


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("Straße, STRASSE, straẞe", "straße", 2),
        ("İstanbul istanbul", "istanbul", 1),
        ("Tŷ, tŷ and TŶ", "tŷ", 3),
        ("5\u00a0000 and 5 000", "5 000", 2),
        ("5\u00a0000 and 5 000", "5\u00a0000", 1),
        ("residents’ and residents'", "residents'", 2),
        ("residents’ and residents'", "residents’", 1),
        ("cafe\u0301 and cafe", "cafe", 1),
        ("aaaa", "aa", 2),
        ("a.b axb", "a.b", 1),
        ("[/red] $1 \\1", "\\1", 1),
    ],
)
def test_what_looks_the_same_is_found_and_what_does_not_is_not(text: str, words: str, count: int) -> None:
    places = found(drafted({"why.overall": text}), words)
    assert len(places) == count
    assert all(len(place.words) == len(words) for place in places)


def test_a_whole_word_is_one_also_behind_another_that_only_begins_like_it() -> None:
    draft = drafted({"why.overall": "ann-annie ann ann's (ann) anna ann"})
    assert [each.start for each in found(draft, "ann", whole_words=True)] == [0, 10, 14, 21, 31]


def test_more_than_a_sentence_is_refused() -> None:
    with pytest.raises(UsageProblem, match="no more than 200 characters"):
        found(drafted({}), "x" * (LONGEST_SOUGHT + 1))


def test_the_words_on_either_side_are_told_in_one_line_and_cut_between_words() -> None:
    draft = drafted({"why.overall": f"{'before ' * 9}\nthe MILL, {'after ' * 9}"})
    lead, rest = found(draft, "mill")[0].around(20, 20)
    assert (lead, rest) == ("…before before the ", ", after after after…")
    (only,) = found(drafted({"why.overall": "mill"}), "mill")
    assert only.around() == ("", "")


def test_what_is_put_in_is_cleaned_as_what_is_typed_is() -> None:
    draft = drafted({"why.overall": "a X b", "about.title": "a X b", "summary.headlines": ["a X b"]})
    after = replaced(draft, found(draft, "X", match_case=True), "1\r\n2\x1b")
    assert after.get("why.overall") == "a 1\n2 b"
    assert after.get("about.title") == "a 1 2 b"
    assert after.get("summary.headlines") == ["a 1 2 b"]


def test_a_heading_and_a_reason_emptied_by_it_are_gone() -> None:
    draft = drafted({}).with_heading("why", "Mill").with_claim("county", "not_applicable", "mill")
    after = replaced(draft, found(draft, "mill"), "")
    assert (after.headings, after.claims) == ({}, {})


def test_places_of_another_draft_are_refused() -> None:
    draft = drafted({"why.overall": "The mill."})
    with pytest.raises(UsageProblem, match="has changed since"):
        replaced(drafted({"why.overall": "The mill. More."}), found(draft, "mill"), "x")


def test_an_answer_that_would_be_too_long_is_refused_and_nothing_is_changed() -> None:
    now = session(drafted({"why.overall": "x" * 20_000}))
    before = now.draft
    with pytest.raises(UsageProblem, match="no more than"):
        replace(now, find(shipped(), before, Sought("x")), "y" * 200)
    assert now.draft is before


def test_replacing_everywhere_is_one_step_told_in_words_and_undone_at_once() -> None:
    now = session(drafted({"levels.topics": [TOPIC], "why.overall": "The mill, the mill."}))
    before = now.draft
    told = replace(now, find(shipped(), before, Sought("mill")), "works", "mill")
    assert told == "replace “mill” with “works” in 8 places, in 7 answers"
    assert not find(shipped(), now.draft, Sought("mill"))
    assert now.draft.get("levels.topics")[0]["id"] == "mill"
    assert now.draft.get("levels.topics")[0]["sources"] == ["mill"]
    step = now.undo()
    assert step is not None
    assert (in_words(shipped(), step), place(shipped(), step)) == (told, "levels.topics[0].name")
    assert now.draft == before
    assert now.undo() is None
    assert replace(now, find(shipped(), now.draft, Sought("by the mill")), "By the mill") == ""


def test_one_replaced_place_names_its_answer_and_its_entry() -> None:
    now = session(drafted({"levels.topics": [TOPIC]}))
    places = find(shipped(), now.draft, Sought("mill again"))
    assert replace(now, places, "") == "replace “mill again” with nothing in “The problem in full”, “Mill Lane”"


def test_a_draft_open_for_reading_only_is_not_changed() -> None:
    draft = drafted({"why.overall": "mill"})
    now = Session(Path("never.sa.json"), shipped(), draft, read_only=True)
    with pytest.raises(UsageProblem, match="reading only"):
        replace(now, find(shipped(), draft, Sought("mill")), "x")
    assert now.draft is draft


def test_what_is_told_of_words_fits_a_line() -> None:
    assert quoted("x" * 100) == f"“{'x' * 39}…”"
    assert quoted("a\nb\x1b") == "“a b”"
    assert told_places(find(shipped(), drafted({"why.overall": "a a"}), Sought("a"))) == "2 places, in 1 answer"


def test_every_answer_of_the_finished_example_is_looked_through_once() -> None:
    outline, draft = store.opened(begin.example(), Path("x.sa.json"))
    every = list(texts(outline, draft))
    assert len({text.kept for text in every}) == len(every)
    assert all(text.asked for text in every if text.path != "county.none_reason")
    place_of = {section.id: number for number, section in enumerate(Asked(outline, draft).ordered)}
    order = [place_of[text.section] for text in every]
    assert order == sorted(order)


ALIKE = str.maketrans("\u00a0\u202f’‘“”", "  ''\"\"")
SIGNS = st.text(st.sampled_from("aAbB ’'ß\u0301é\u00a0.\n") | st.characters(), max_size=30)


@settings(deadline=None)
@given(text=SIGNS, words=SIGNS, by=SIGNS, match_case=st.booleans(), whole_words=st.booleans())
def test_nothing_but_the_matches_changes(text: str, words: str, by: str, match_case: bool, whole_words: bool) -> None:
    draft = drafted({"why.overall": text, "about.title": text})
    words = clean_line(words)
    places = found(draft, words, match_case=match_case, whole_words=whole_words)
    after = replaced(draft, places, by)
    for path, cleaned in (("why.overall", clean), ("about.title", clean_line)):
        old, new = draft.get(path), after.get(path)
        here = [each for each in places if each.text.path == path]
        kept, at = [], 0
        for each in here:
            assert each.start >= at
            if match_case:
                assert each.words.translate(ALIKE) == words.translate(ALIKE)
            kept.append(old[at : each.start])
            at = each.end
        kept.append(old[at:])
        assert new == cleaned(by).join(kept)


@settings(deadline=None)
@given(
    st.lists(SIGNS, min_size=8, max_size=8),
    st.sampled_from(("a", "A", " ", "\n", "’", "ab")) | SIGNS.map(clean),
)
def test_there_and_back_and_undo_give_the_same_draft(typed: list[str], words: str) -> None:
    outline, mark = small(), "\U0010fffd"
    reasons = [{"reason": typed[0], "evidence_for": typed[1]}]
    answers = {
        "why.overall": typed[2],
        "levels.tables": typed[3:5],
        "levels.topics": [{"name": typed[5], "where": typed[6], "reasons": reasons}, {"narrative": typed[7]}],
    }
    draft = drafted(answers, outline).with_heading("why", "a heading")
    assume(words)
    assume(not find(outline, draft, Sought(mark)))
    now = Session(Path("never.sa.json"), outline, draft)
    places = [each for each in find(outline, draft, Sought(words, match_case=True)) if each.words == words]
    assume(places)
    assert replace(now, places, mark)
    back = find(outline, now.draft, Sought(mark))
    assert [(each.text.kept, each.part) for each in back] == [(each.text.kept, each.part) for each in places]
    assert replaced(now.draft, back, words) == draft
    assert now.undo()
    assert now.draft == draft


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_draft_is_looked_through_without_a_fault(data: st.DataObject) -> None:
    section, field = data.draw(st.sampled_from(list(shipped().fields())))
    if field.of:
        return
    path = f"{section.id}.{field.id}"
    draft = changed(
        assessment(), shipped(), {path: fit(field.kind, field.record or "", data.draw(of_field(field)), path)}
    )
    for each in find(shipped(), draft, Sought(data.draw(st.sampled_from(("", "a", " ", "x", "[/", "TBC"))))):
        assert each.around()

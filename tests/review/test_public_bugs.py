"""Bugs that public questionnaire tools had in saying how much is done, each ruled out here under its own name.

Every test has beside it the count that went wrong there, made small, and shows that it is wrong on the same draft.
The tools: RDMO (rdmorganiser/rdmo), DMPRoadmap (DMPRoadmap/roadmap), Open Data Certificate
(theodi/open-data-certificate).
"""

from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.paths import head, resolve
from sa_wizard.draft.values import Json, is_empty
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Section
from sa_wizard.review.gaps import gaps
from tests.builders import BURGLARY, DRUGS, NOISE, asked, assessment, changed, judged, shipped

Count = tuple[int, int]
"""How many of the answers that must be there are, and how many there must be."""


def ours(name: str, draft: Draft) -> Count:
    """What the review says of a section."""
    section = judged(draft).section(name)
    assert section is not None
    return section.done, section.total


def section_of(name: str) -> Section:
    """A section of the shipped outline."""
    return next(section for section in shipped().sections if section.id == name)


def required(name: str) -> list[str]:
    """The paths of a section's questions that must be answered, whatever they hang on."""
    return [f"{name}.{field.id}" for field in section_of(name).fields if field.required]


def kept(draft: Draft, name: str) -> dict[str, Json]:
    """What the file holds of a section, empty answers included."""
    return dict(draft.values.get(name, {}))


# ------------------------------------------------------------------ repeats


def test_rdmo_1778_a_set_that_must_be_filled_is_missing_while_it_has_no_entry() -> None:
    """There, questions that must be answered in every block were counted block by block.

    With no block added there was nothing to count, and the bar said that all was done.
    """
    draft = assessment(priorities__priorities=[])

    def naive(rows: list[dict[str, Json]]) -> Count:
        columns = [column.id for column in RECORDS["priority"].columns() if column.required]
        wanted = [row.get(column) for row in rows for column in columns]
        return sum(not is_empty(value) for value in wanted), len(wanted)

    done, total = naive(draft.get("priorities.priorities"))
    assert done == total, "the naive count calls it complete"
    assert ours("priorities", draft) == (0, 1)
    assert not judged(draft).complete
    empty: list[Json] = [{}, {"id": "priority-1"}, {"title": " "}, {"title": "TBC"}]
    for row in empty:
        rows = [row]
        assert ours("priorities", changed(draft, shipped(), {"priorities.priorities": rows})) == (0, 1)
    started = [{"topics": ["burglary"], "lead": "Police"}]
    found = judged(assessment(priorities__priorities=started))
    assert ("priorities.priorities[0].title", "missing") in [(each.path, each.code) for each in found.errors]


def test_rdmo_596_every_entry_is_looked_at_and_not_only_the_first() -> None:
    """There, the first data set answered a question for every other one.

    The bar asked of each question whether it had any value at all; adding data sets changed nothing.
    """
    second = {"strand": "disorder", "count": "many"}
    draft = assessment(levels__topics=[BURGLARY, second, DRUGS])

    def naive(rows: list[dict[str, Json]]) -> bool:
        return all(any(not is_empty(row.get(column)) for row in rows) for column in ("name", "strand", "count"))

    assert naive(draft.get("levels.topics")), "the naive count is satisfied by the first entry"
    assert ours("levels", draft) == (0, 1)
    wrong = {each.path for each in judged(draft).errors}
    assert {"levels.topics[1].name", "levels.topics[1].count"} <= wrong
    bare = {"title": "Youth", "lead": "", "topics": []}
    whole = assessment().get("priorities.priorities")
    unmet = judged(assessment(priorities__priorities=[*whole, bare]))
    assert unmet.item("d").status == "partly"
    assert {each.path for each in unmet.errors if each.item == "d"} == {"priorities.priorities[1].topics"}


# ------------------------------------------------------------------ erased answers


def test_rdmo_1336_an_answer_that_was_erased_is_no_longer_counted_anywhere() -> None:
    """There, a question answered and erased again went on counting in the total for good.

    An optional question that was erased left an empty value behind, and that was counted.
    """
    optional = ("area.economy", "area.visitors")
    before = assessment()
    said = changed(before, shipped(), dict.fromkeys(optional, "Said."))
    erased = changed(said, shipped(), dict.fromkeys(optional, ""))
    assert set(kept(erased, "area")) > set(kept(before, "area")), "the file does remember them"

    def naive(draft: Draft) -> Count:
        known = {path.partition(".")[2] for path in required("area")} | set(kept(draft, "area"))
        return sum(not is_empty(kept(draft, "area").get(name)) for name in known), len(known)

    assert naive(erased) != naive(before), "the naive total has grown"
    assert ours("area", erased) == ours("area", before) == (1, 1)
    gone = changed(before, shipped(), {"area.implications": ""})
    assert ours("area", gone) == (0, 1), "and what must be answered leaves the count of answers, not the total"


# ------------------------------------------------------------------ conditions


def test_rdmo_1346_the_total_changes_with_the_choice_that_decides_it() -> None:
    """There, the choice that decides how many questions follow did not change the total.

    Only when one of those that follow had an answer did the total catch up.
    """
    answers: dict[str, Json] = {"county.any": None, "county.matters": None, "county.none_reason": None}
    unsaid = changed(assessment(), shipped(), answers)
    chosen = changed(unsaid, shipped(), {"county.any": "no"})

    def naive(draft: Draft) -> int:
        fields = [field for field in section_of("county").fields if field.required]
        return sum(not field.when or field.id in kept(draft, "county") for field in fields)

    assert naive(chosen) == naive(unsaid) == 1, "the naive total waits for the answer to the question that follows"
    assert ours("county", unsaid) == (0, 1)
    assert ours("county", chosen) == (1, 2)
    assert ours("county", changed(chosen, shipped(), {"county.any": "yes"})) == (1, 2)
    assert ours("county", changed(chosen, shipped(), {"county.any": ""})) == (0, 1)


def test_rdmo_429_a_question_that_is_not_asked_is_not_missed() -> None:
    """There, a question hidden by the answer before it was still counted as missing.

    People thought that they had filled in everything, and the bar never came to its end.
    """
    draft = assessment()
    hidden = [path for path in required("about") if not kept(draft, "about").get(path.partition(".")[2])]
    assert hidden == ["about.first_reason"]

    def naive(name: str) -> Count:
        paths = required(name)
        return sum(not is_empty(draft.get(path)) for path in paths), len(paths)

    done, total = naive("about")
    assert done < total, "the naive count waits for a reason nobody is asked for"
    done, total = ours("about", draft)
    assert done == total
    assert judged(draft).complete
    unitary = assessment(about__area_type="unitary", county__any=None, county__matters=None)
    assert ours("county", unitary) == (0, 0)
    assert judged(unitary).complete
    back = changed(unitary, shipped(), {"about.area_type": "two-tier"})
    assert ours("county", back) == (0, 1)


# ------------------------------------------------------------------ more than one part


def test_roadmap_2095_never_more_answers_than_questions() -> None:
    """There, 40 of 31 questions were answered.

    The answers to one part of the plan were counted again in the next; a part nobody had begun said 40 of 31 too.
    """
    draft = assessment(why__overall="", levels__topics=[BURGLARY, NOISE, DRUGS])
    draft = changed(draft, shipped(), {"about.first": "yes", "about.first_reason": "Two partnerships were joined."})

    def naive(name: str) -> Count:
        answered = [value for section in draft.values.values() for value in section.values() if not is_empty(value)]
        return len(answered), len(required(name))

    done, total = naive("why")
    assert done > total, "the naive count runs over"
    for section in judged(draft).sections:
        assert section.done <= section.total, section
    about = judged(draft).section("about")
    assert about is not None
    assert len([value for value in kept(draft, "about").values() if not is_empty(value)]) > about.total
    assert (about.done, about.total) == (7, 7), "answers that are no longer asked for count on neither side"


def test_roadmap_753_each_section_is_counted_by_itself() -> None:
    """There, the one bar ran over the questions of all parts.

    A part that was finished still said that most was to be done.
    """
    trade = "A night-time trade twice the county's."
    answers = {"area.implications": trade, "about.nation": "england", "about.area_type": "unitary"}
    draft = changed(start(shipped()), shipped(), answers)

    def naive(_: str) -> Count:
        paths = [path for section in shipped().sections for path in required(section.id)]
        return sum(not is_empty(draft.get(path)) for path in paths), len(paths)

    done, total = naive("area")
    assert done < total, "the naive count of the finished section is that of everything"
    assert ours("area", draft) == (1, 1)
    states = {section.id: section.state for section in judged(draft).sections}
    assert states["area"] == "done"
    assert states["about"] == "in_progress"
    assert set(states.values()) == {"done", "in_progress", "not_started", "not_applicable"}


def test_roadmap_2480_nothing_answered_shows_no_progress() -> None:
    """There, the bar of a plan just begun was partly filled although nothing had been answered."""
    touched: dict[str, Json] = {
        "why.overall": "",
        "equality.affected": " \n",
        "summary.headlines": ["", " "],
        "choosing.candidates": [{"id": "candidate-1"}],
        "views.consultations": [{}],
    }
    draft = changed(start(shipped()), shipped(), touched)

    def naive(name: str) -> int:
        return sum(bool(value) for value in kept(draft, name).values())

    assert all(naive(head(path).partition(".")[0]) for path in list(touched)[1:]), "the naive count sees progress"
    for section in judged(draft).sections:
        assert section.done == 0
        assert section.state in ("not_started", "not_applicable")
    assert {item.status for item in judged(draft).items} == {"not_met"}


# ------------------------------------------------------------------ where it is


def test_open_data_certificate_1257_whatever_is_missing_says_where() -> None:
    """There, one message said that questions that must be answered were not.

    Which, and in which section, was left to be searched for.
    """
    answers: dict[str, Json] = {
        "why.overall": "TODO",
        "gaps.effect": "",
        "views.concerns": [],
        "levels.topics": [BURGLARY, {**NOISE, "name": ""}, {**DRUGS, "count": None}],
    }
    draft = changed(assessment(), shipped(), answers)

    def naive() -> list[str]:
        paths = [path for section in shipped().sections for path in required(section.id)]
        whole = all(not is_empty(draft.get(path)) for path in paths)
        return [] if whole else ["Some questions that must be answered are not."]

    assert not any(path in told for told in naive() for path in answers), "the naive message leads nowhere"
    seen, found = asked(draft), judged(draft)
    places = [gap.path for gap in gaps(seen, found)]
    for path in answers:
        assert any(head(place) == path for place in places), path
    for place in places:
        target = resolve(shipped(), place)
        assert target.seen_in[1] in seen.fields(target.seen_in[0])
    for section in found.sections:
        if section.done < section.total:
            assert any(each.section == section.id for each in found.errors), section

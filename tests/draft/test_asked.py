"""What a draft is asked: conditions, order, headings, numbers, and the law of its nation and period."""

from typing import cast

import pytest

from sa_wizard.draft.values import Json
from sa_wizard.outline.spec import Section
from tests.builders import asked, assessment, changed, drafted, shipped, small


def ids(sections: tuple[Section, ...]) -> list[str]:
    """The ids of sections."""
    return [section.id for section in sections]


def fields(answers: dict[str, Json], section: str) -> list[str]:
    """The ids of the fields of a section that apply."""
    seen = asked(drafted(answers))
    found = next(each for each in seen.sections if each.id == section)
    return [field.id for field in seen.fields(found)]


@pytest.mark.parametrize(
    ("nation", "area_type", "asks"),
    [
        ("england", "two-tier", True),
        ("england", "unitary", False),
        ("england", "london", False),
        ("wales", "two-tier", False),
    ],
)
def test_county_matters_are_asked_only_in_two_tier_england(nation: str, area_type: str, asks: bool) -> None:
    seen = asked(drafted({"about.nation": nation, "about.area_type": area_type}))
    assert ("county" in ids(seen.sections)) is asks
    assert seen.county is asks


@pytest.mark.parametrize(
    ("end", "reoffending", "violence"),
    [("2010-03", False, False), ("2010-04", True, False), ("2022-12", True, False), ("2023-01", True, True)],
)
def test_later_duties_are_asked_from_their_day(end: str, reoffending: bool, violence: bool) -> None:
    answers = {"about.nation": "england", "about.period": {"start": "2009-04", "end": end}}
    assert ("alignment" in ids(asked(drafted(answers)).sections)) is reoffending
    chapters = fields(answers, "chapters")
    assert ("reoffending" in chapters, "serious_violence" in chapters) == (reoffending, violence)


def test_the_law_is_that_of_nation_and_last_day_of_the_period() -> None:
    period = {"start": "2007-04", "end": "2008-03"}
    then = asked(drafted({"about.nation": "wales", "about.period": period})).law
    now = asked(drafted({"about.nation": "england"})).law
    assert [(law.nation, law.era) for law in (then, now)] == [("wales", "2007"), ("england", "today")]
    assert asked(drafted({"about.nation": "france"})).law.nation == "england"


def test_guidance_names_the_bodies_of_the_day() -> None:
    then = asked(drafted({"about.nation": "england", "about.period": {"start": "2007-04", "end": "2008-03"}}))
    assert then.say("Ask the {health_body}.") == "Ask the primary care trust."
    assert asked(drafted({"about.nation": "wales"})).say("Ask the {health_body}.") == "Ask the Local Health Board."


def test_no_guidance_of_any_nation_and_era_keeps_a_token() -> None:
    for nation in ("england", "wales"):
        for year in (2007, 2012, 2014, 2024):
            answers = {"about.nation": nation, "about.period": {"start": f"{year}-10", "end": f"{year + 1}-09"}}
            seen = asked(drafted(answers))
            for section, field in shipped().fields():
                told = seen.say(" ".join((section.purpose, field.label, field.guidance, *field.help.values())))
                assert "{" not in told, (section.id, field.id)


def test_first_or_not_decides_what_is_asked_about_the_previous_one() -> None:
    assert "first_reason" in fields({"about.first": "yes"}, "about")
    assert "previous_title" not in fields({"about.first": "yes"}, "about")
    assert "previous_title" in fields({"about.first": "no"}, "about")
    assert "first_reason" not in fields({}, "about")


def test_an_answer_to_a_question_no_longer_asked_asks_nothing_further() -> None:
    """The classic leftover: 'sure' stays yes when 'any' goes back to no, and its own questions linger on."""
    outline = small()
    answers = {"about.nation": "england", "about.area_type": "two-tier", "county.any": "yes", "county.sure": "yes"}
    draft = drafted(answers, outline)
    county = cast(Section, outline.section("county"))
    assert [field.id for field in asked(draft, outline).fields(county)] == ["any", "sure", "matter"]
    for change in ({"county.any": "no"}, {"about.nation": "wales"}):
        assert "matter" not in [field.id for field in asked(changed(draft, outline, change), outline).fields(county)]


def test_sections_follow_the_drafts_order_and_the_rest_keep_their_place() -> None:
    seen = asked(assessment().with_order(("why", "changes", "nowhere", "why")))
    names = ids(seen.ordered)
    assert names.index("why") + 1 == names.index("changes")
    assert [name for name in names if name not in ("why", "changes")] == [
        section.id for section in shipped().sections if section.id not in ("why", "changes")
    ]
    assert sorted(names) == sorted(section.id for section in shipped().sections)


def test_document_control_stays_first_whatever_the_order_says() -> None:
    assert ids(asked(assessment().with_order(("appendices", "about", "summary"))).ordered)[0] == "about"


def test_sections_are_numbered_as_they_stand_and_document_control_is_not() -> None:
    seen = asked(drafted({"about.nation": "wales"}))
    assert list(seen.numbers.values()) == list(range(1, len(seen.sections)))
    assert "about" not in seen.numbers
    assert "county" not in seen.numbers
    assert list(seen.numbers) == ids(seen.sections)[1:]


def test_a_section_has_the_partnerships_heading_or_the_outlines() -> None:
    why = cast(Section, shipped().section("why"))
    assert asked(assessment()).heading(why) == why.title
    assert asked(assessment().with_heading("why", "What drives it")).heading(why) == "What drives it"

"""Bodies of the right era and nation."""

import pytest

from sa_wizard.draft.draft import Draft
from tests.review.rules.damage import codes, damaged, found, said

TODAY = "introduction.members"


def in_wales(text: str) -> Draft:
    """A Welsh assessment of today that says something."""
    return damaged(about__nation="wales", introduction__members=text)


@pytest.mark.parametrize(
    "text",
    [
        "The primary care trust sits on the strategy group.",
        "The PCT sits on the strategy group.",
        "Police Authority members were consulted.",
        "Clinical commissioning groups gave figures.",
        "The probation trust leads on this.",
        "This is the work of the Crime and Disorder Reduction Partnership.",
    ],
)
def test_a_body_of_the_past_is_found(text: str) -> None:
    (finding,) = [each for each in found(said(text, TODAY)) if each.code != "acronym"]
    assert (finding.code, finding.path) == ("body-era", TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "The former primary care trust began it.",
        "Until 2012 the police authority held the budget.",
        "The probation trust was abolished and the Probation Service took its place.",
        "The British Transport Police Authority was asked.",
        "The integrated care board sits on the strategy group.",
        "The police and crime commissioner sends an observer.",
        "Pct is not a word.",
    ],
)
def test_history_and_todays_bodies_are_not(text: str) -> None:
    assert codes(said(text, TODAY)) == []


def test_an_integrated_care_board_in_2007_is_found() -> None:
    then = {
        "about.period": {"start": "2007-04", "end": "2008-03"},
        "about.previous_period": {"start": "2006-04", "end": "2007-03"},
    }
    eras = [each for each in found(damaged(then)) if each.code == "body-era"]
    assert any("ntegrated" in each.message for each in eras)
    quiet = damaged({**then, TODAY: "The primary care trust and the police authority sit on the group."})
    assert not [each for each in found(quiet) if each.code == "body-era" and each.path == TODAY]


def test_a_body_of_the_other_nation_is_found() -> None:
    assert codes(said("The Local Health Board sits on the strategy group.", TODAY)) == ["body-nation"]
    assert codes(said("Over the border in Wales a Local Health Board pays.", TODAY)) == []
    welsh = [each for each in found(in_wales("The integrated care board sits here.")) if each.path == TODAY]
    assert [each.code for each in welsh] == ["body-nation"]
    assert not [each for each in found(in_wales("The Local Health Board sits here.")) if each.path == TODAY]


@pytest.mark.parametrize("area", ["unitary", "london"])
def test_a_county_strategy_group_where_there_is_none_is_found(area: str) -> None:
    draft = damaged(about__area_type=area, introduction__basis="This goes to the county strategy group.")
    assert "introduction.basis" in [each.path for each in found(draft) if each.code == "county-none"]
    none = damaged(about__area_type=area, introduction__basis="There is no county strategy group here.")
    assert "introduction.basis" not in [each.path for each in found(none) if each.code == "county-none"]


def test_a_county_strategy_group_in_a_two_tier_area_is_right() -> None:
    assert codes(said("This goes to the county strategy group.", TODAY)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Until 2013 the PCT paid for it. The PCT now leads on alcohol.", "now leads on alcohol"),
        ("The former PCT began it.\n\nThe PCT was asked for its figures.", "asked for its figures"),
        ("The former primary care trust began it. Today the primary care trust has a seat.", "has a seat"),
        ("The former PCT paid. It is said that the PCT is a partner.", "is a partner"),
    ],
)
def test_a_later_mention_without_an_excuse_of_its_own_is_found(text: str, words: str) -> None:
    (finding,) = [each for each in found(said(text, TODAY)) if each.code == "body-era"]
    assert words in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "The former PCT paid for two wards. The PCT closed one of them in 2011.",
        "Until 2013 the primary care trust gave these figures. The trust and the PCT counted them by ward.",
        "The former PCT began it.\n\nUntil 2013 the PCT also paid for it.",
        "The former PCT and the PCT before it paid for this.",
    ],
)
def test_a_later_mention_that_goes_on_about_the_past_is_not(text: str) -> None:
    assert "body-era" not in codes(said(text, TODAY))


def test_a_body_is_told_once_an_answer() -> None:
    findings = found(said("The PCT leads. The PCT pays. The PCT meets.", TODAY))
    assert [each.code for each in findings if each.code != "acronym"] == ["body-era"]

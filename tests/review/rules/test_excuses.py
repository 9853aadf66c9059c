"""What excuses a name or a body is looked for in what is said of it, and not in any everyday word beside it."""

import pytest

from sa_wizard.draft.draft import Draft
from tests.builders import changed, shipped
from tests.review.rules.damage import codes, example


def said(sentence: str) -> Draft:
    """The example, of 2024-25 and two-tier England, with one sentence more."""
    harm = example().text("levels.harm")
    return changed(example(), shipped(), {"levels.harm": f"{harm}\n\n{sentence}"})


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2025 the Primary Care Trust recorded 431 attendances.",
        "The clinical commissioning group has commissioned treatment since April 2024.",
        "The primary care trust is represented, as are historic parks and the old town forum.",
        "Members of the police authority are to be briefed.",
        "The Primary Care Trust will fund two alcohol nurses next year.",
    ],
)
def test_a_body_that_has_gone_is_not_excused_by_an_everyday_word(sentence: str) -> None:
    assert codes(said(sentence)) == ["body-era"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Until 2013 the primary care trust gave these figures.",
        "The former police authority set the target.",
        "In 2009 the primary care trust closed the clinic.",
        "The clinical commissioning group was replaced by the integrated care board.",
    ],
)
def test_a_body_told_as_one_of_the_past_is_left_alone(sentence: str) -> None:
    assert codes(said(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Safer Sleep guidance was given out.",
        "Safer Internet Day was marked in all schools.",
        "The Eastmoor and Stavenham CSP analysts shared data.",
    ],
)
def test_a_campaign_or_a_neighbour_who_shared_is_left_alone(sentence: str) -> None:
    assert "name-other" not in codes(said(sentence))


def test_another_partnership_is_not_excused_by_a_strategy_it_was_held_against() -> None:
    told = "The Hartlepool Community Safety Partnership has reviewed its plan against the national strategy."
    assert codes(said(told)) == ["name-other"]

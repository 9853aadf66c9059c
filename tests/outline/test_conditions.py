"""Facts and conditions: who is asked what."""

from datetime import date

import pytest

from sa_wizard.outline.conditions import FACTS, applies, facts
from sa_wizard.outline.requirements import on

TODAY = date(2025, 9, 30)


@pytest.mark.parametrize(
    ("nation", "area_type", "county"),
    [
        ("england", "two-tier", "yes"),
        ("england", "unitary", "no"),
        ("england", "london", "no"),
        ("england", "", "yes"),
        ("wales", "", "no"),
        ("wales", "two-tier", "no"),
    ],
)
def test_only_two_tier_england_has_a_county_group(nation: str, area_type: str, county: str) -> None:
    """An area whose kind is not said is asked about a county group, so that item (g) is not waved through unsaid."""
    assert facts(on(nation, TODAY), area_type)["county_group"] == county


def test_an_english_kind_of_area_left_over_is_no_fact_of_a_welsh_draft() -> None:
    assert facts(on("wales", TODAY), "two-tier")["area_type"] == ""


@pytest.mark.parametrize("day", [date(2008, 3, 31), date(2011, 3, 31), date(2014, 3, 31), TODAY])
def test_facts_are_exactly_those_a_condition_may_name(day: date) -> None:
    known = facts(on("england", day), "unitary")
    assert known.keys() == FACTS.keys()
    assert all(known[key] in FACTS[key] for key in FACTS)


def test_all_keys_of_a_condition_must_hold_and_dotted_ones_are_answers() -> None:
    known = facts(on("england", TODAY), "unitary")
    answers = {"about.first": "no"}
    assert applies({"nation": ("england",), "about.first": ("no", "yes")}, known, answers.get)
    assert not applies({"nation": ("england",), "about.first": ("yes",)}, known, answers.get)
    assert not applies({"nation": ("wales",), "about.first": ("no",)}, known, answers.get)
    assert not applies({"about.never": ("no",)}, known, answers.get)

"""Which questions apply: facts about the partnership, and conditions read against them and against other answers."""

from collections.abc import Callable, Mapping

from sa_wizard.outline.requirements import RequirementSet
from sa_wizard.outline.spec import Condition

Facts = Mapping[str, str]

FACTS: Mapping[str, tuple[str, ...]] = {
    "nation": ("england", "wales"),
    "area_type": ("two-tier", "unitary", "london"),
    "county_group": ("yes", "no"),
    "era": ("2007", "today"),
    "reoffending": ("yes", "no"),
    "serious_violence": ("yes", "no"),
    "police_and_crime_plan": ("yes", "no"),
}
"""Every fact a condition may name, with its possible values."""


def facts(law: RequirementSet, area_type: str) -> Facts:
    """The facts of one partnership on the day its law is taken from.

    Why: Wales has no county tier and no London; a kind of area left from before the nation was put right is no fact.
    An English area whose kind is not said may have a county strategy group, and is asked about it until it is said.
    """
    area_type = area_type if law.nation == "england" else ""
    return {
        "nation": law.nation,
        "area_type": area_type,
        "county_group": "no" if law.nation == "wales" or area_type in ("unitary", "london") else "yes",
        "era": law.era,
        **{
            duty: "yes" if law.has(duty) else "no"
            for duty in ("reoffending", "serious_violence", "police_and_crime_plan")
        },
    }


def applies(when: Condition, known: Facts, answer: Callable[[str], object]) -> bool:
    """Whether every key of a condition holds; ``answer`` gives the value at a dotted path."""
    return all((answer(key) if "." in key else known.get(key, "")) in accepted for key, accepted in when.items())

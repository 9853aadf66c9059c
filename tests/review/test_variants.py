"""Wales, unitary and two-tier England, today and in 2007: each shows its own items and its own bodies, and no other's.

The bodies stand here as domain notes and the Act have them, apart from the files the program reads them from.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from sa_wizard.document import render
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.session import Session
from sa_wizard.draft.values import Json
from sa_wizard.folders import templates_dir
from sa_wizard.outline.spec import ITEMS
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Review
from sa_wizard.review.judge import judge
from sa_wizard.review.rules.texts import written
from tests.builders import asked, changed, judged, shipped
from tests.review.rules.damage import example
from tests.variants import VARIANTS, earlier, england_2007, wales

COMPLIANCE = "## Where each requirement is met"
ENGLISH_LAW, WELSH_LAW = "SI 2007/1830, regs 5 to 7", "SI 2007/3076"


@dataclass(frozen=True)
class Expected:
    """What one variant must show: its law, bodies as the Act has them and as its introduction names them, and gaps."""

    regulations: str
    authorities: str
    named: tuple[str, ...]
    never: tuple[str, ...]
    """Bodies of another nation or time."""
    county: bool = False
    today: bool = True


_POLICE_AND_FIRE = ("chief officer of Calderfordshire Police", "Calderfordshire Fire and Rescue Authority")
_BOROUGH, _COUNTY = "Northbridge Borough Council", "Calderfordshire County Council"
_GONE = ("primary care trust", "police authority", "probation board", "probation trust", "clinical commissioning")
_TO_COME = ("integrated care board", "police and crime commissioner", "Probation Service", "clinical commissioning")
_TODAY = "fire and rescue authority, integrated care board, provider of probation services"

EXPECTED = {
    "two-tier England": Expected(
        ENGLISH_LAW,
        f"district council, county council, chief officer of police, {_TODAY}",
        (_BOROUGH, _COUNTY, *_POLICE_AND_FIRE, "Calderfordshire Integrated Care Board", "the Probation Service"),
        (*_GONE, "local health board"),
        county=True,
    ),
    "unitary England": Expected(
        ENGLISH_LAW,
        f"council for the area, chief officer of police, {_TODAY}",
        (_BOROUGH, *_POLICE_AND_FIRE, "Calderfordshire Integrated Care Board", "the Probation Service"),
        (*_GONE, "local health board", "county council"),
    ),
    "Wales": Expected(
        WELSH_LAW,
        "county or county borough council, chief officer of police, fire and rescue authority, Local Health Board, "
        "provider of probation services",
        (
            "Northbridge County Borough Council",
            *_POLICE_AND_FIRE,
            "Calderfordshire Local Health Board",
            "the Probation Service",
        ),
        (*_GONE, "integrated care board", "county council", ENGLISH_LAW),
    ),
    "England in 2007": Expected(
        ENGLISH_LAW,
        "district council, county council, chief officer of police, police authority, fire and rescue authority, "
        "primary care trust",
        (
            _BOROUGH,
            _COUNTY,
            *_POLICE_AND_FIRE,
            "Calderfordshire Primary Care Trust",
            "Calderfordshire Police Authority",
        ),
        (*_TO_COME, "local health board"),
        county=True,
        today=False,
    ),
    "Wales in 2007": Expected(
        WELSH_LAW,
        "county or county borough council, chief officer of police, police authority, fire and rescue authority, "
        "Local Health Board",
        (
            "Northbridge County Borough Council",
            *_POLICE_AND_FIRE,
            "Calderfordshire Local Health Board",
            "Calderfordshire Police Authority",
        ),
        (*_TO_COME, "primary care trust", "county council", ENGLISH_LAW),
        today=False,
    ),
}
VARIANT = pytest.mark.parametrize(("name", "expected"), EXPECTED.items(), ids=EXPECTED.keys())


@cache
def reviewed(name: str) -> Review:
    """The review of a variant."""
    return judged(VARIANTS[name]())


@cache
def document(name: str) -> str:
    """A variant as Markdown."""
    return render.markdown(shipped(), VARIANTS[name](), reviewed(name))


def answering(draft: Draft, *words: str) -> set[str]:
    """The paths of every answer that says one of these words."""
    return {each.path for each in written(Evidence(asked(draft))) if any(word in each.text.lower() for word in words)}


def found(draft: Draft) -> dict[str, set[str]]:
    """The paths of the findings by code."""
    paths: dict[str, set[str]] = {}
    for finding in judged(draft).findings:
        paths.setdefault(finding.code, set()).add(finding.path)
    return paths


def turned(draft: Draft, answers: dict[str, Json]) -> Draft:
    """A draft with these answers and not a word changed."""
    return changed(draft, shipped(), answers)


def test_every_variant_is_expected_to_show_something() -> None:
    assert EXPECTED.keys() == VARIANTS.keys()


@VARIANT
def test_a_draft_turned_properly_is_complete_and_no_rule_complains(name: str, expected: Expected) -> None:
    review = reviewed(name)
    assert [(each.path, each.code, each.message) for each in review.findings] == []
    assert review.complete
    states = {item.item: item.status for item in review.items}
    assert states == {**dict.fromkeys(ITEMS, "met"), "g": "met" if expected.county else "not_applicable"}


@VARIANT
def test_only_the_questions_of_the_nation_the_area_and_the_time_are_asked(name: str, expected: Expected) -> None:
    seen = asked(VARIANTS[name]())
    shown = {f"{section.id}.{field.id}" for section in seen.sections for field in seen.fields(section)}
    welsh = {"about.language", "equality.welsh_language"}
    duties = {"chapters.serious_violence", "chapters.reoffending", "alignment.police_and_crime_plan"}
    assert ("county.any" in shown) is expected.county
    assert welsh <= shown if "Wales" in name else not welsh & shown
    assert ("about.area_type" in shown) is ("England" in name)
    assert duties <= shown if expected.today else not duties & shown


@VARIANT
def test_the_guidance_names_the_responsible_authorities(name: str, expected: Expected) -> None:
    seen = asked(VARIANTS[name]())
    told = " ".join(seen.say(field.guidance) for section in seen.sections for field in seen.fields(section))
    assert f"responsible authorities are: {expected.authorities}." in " ".join(told.split())
    assert f"and {expected.regulations}" in told
    others = set(expected.never) - {"county council"}  # named to anybody who has to choose the kind of area
    assert not [word for word in others if word.lower() in told.lower()]


@VARIANT
def test_the_introduction_names_them_as_they_are_called_here(name: str, expected: Expected) -> None:
    members = render.section(shipped(), VARIANTS[name](), "introduction")
    told = members[members.index("The responsible authorities are") :].partition(". ")[0]
    assert [body for body in expected.named if body not in told] == []


@VARIANT
def test_the_compliance_page_has_the_law_and_the_bodies_of_the_day(name: str, expected: Expected) -> None:
    day = "30 September 2025" if expected.today else "30 September 2007" if "England" in name else "19 November 2007"
    page = document(name).partition(COMPLIANCE)[2]
    assert f"under {expected.regulations}, and where" in page
    assert f"authorities on {day} (Crime and Disorder Act 1998, section 5): {expected.authorities}." in page
    (row,) = [line for line in page.splitlines() if line.startswith("| (g) |")]
    assert ("Matters for the county" in row) is expected.county
    assert ("Not applicable" in row) is not expected.county
    assert ("Welsh Ministers" in page) is ("Wales" in name)


@VARIANT
def test_no_body_or_law_of_another_nation_or_time_is_anywhere_in_the_document(name: str, expected: Expected) -> None:
    told = document(name)
    assert [word for word in expected.never if word.lower() in told.lower()] == []
    assert ("county strategy group" in told.partition(COMPLIANCE)[0].lower()) is expected.county


def test_a_draft_unchanged_but_for_the_nation_is_told_every_english_body_in_it() -> None:
    draft = turned(example(), {"about.nation": "wales"})
    bodies = answering(draft, "integrated care board")
    assert len(bodies) >= 9
    assert found(draft) == {"body-nation": bodies, "county-none": {"summary.decision", "appendices.distribution"}}


def test_a_welsh_draft_said_to_be_english_is_told_every_welsh_body_in_it() -> None:
    draft = turned(wales(), {"about.nation": "england", "about.area_type": "unitary"})
    assert found(draft) == {"body-nation": answering(draft, "local health board")}


def test_a_draft_unchanged_but_for_its_dates_is_told_every_body_to_come() -> None:
    draft = earlier(example())
    named = answering(draft, "integrated care board", "police and crime commissioner")
    announced = {"area.planned_change"}  # a government may say what will be
    assert found(draft) == {"body-era": named - announced}


def test_a_draft_of_2007_given_todays_dates_is_told_every_body_that_is_gone() -> None:
    draft = earlier(england_2007(), -18)
    gone = answering(draft, "primary care trust", "police authority", "probation board")
    history = {"progress.not_done", "progress.priorities[1].evidence"}  # of 2007 still, a year that does not shift
    assert found(draft).get("body-era") == gone - history


def test_a_draft_unchanged_but_for_the_kind_of_area_is_told_of_the_county_group() -> None:
    draft = turned(example(), {"about.area_type": "unitary"})
    assert found(draft) == {"county-none": {"summary.decision", "appendices.distribution"}}


def test_the_county_section_keeps_its_answers_while_the_nation_is_wales(tmp_path: Path) -> None:
    path = tmp_path / "ours.sa.json"
    path.write_bytes((templates_dir() / "examples" / "partnership.sa.json").read_bytes())
    session = Session.open(path)
    before = session.draft
    matters = [row["matter"] for row in before.get("county.matters")]
    session.set("about.nation", "wales")
    session.save()
    session = Session.open(path)
    assert judge(session.asked).item("g").status == "not_applicable"
    shown = render.markdown(session.outline, session.draft)
    assert [matter for matter in matters if matter in shown] == []
    session.set("about.nation", "england")
    session.save()
    session = Session.open(path)
    assert session.draft == before
    assert judge(session.asked).item("g").status == "met"
    shown = render.section(session.outline, session.draft, "county")
    assert [matter for matter in matters if matter not in shown] == []

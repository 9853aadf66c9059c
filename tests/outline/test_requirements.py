"""The law by nation and date: the right items, duties and bodies, never those of another era or country."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from sa_wizard.errors import OutlineError
from sa_wizard.folders import templates_dir
from sa_wizard.outline.requirements import NATIONS, TOKENS, load_nation, nation_law, on
from sa_wizard.outline.spec import ITEMS


def test_there_is_a_requirements_file_for_each_nation() -> None:
    found = sorted(path.stem for path in (templates_dir() / "requirements").glob("*.toml"))
    assert found == sorted(NATIONS)


@pytest.mark.parametrize("nation", NATIONS)
def test_each_nation_has_items_a_to_g_with_what_makes_them_present(nation: str) -> None:
    law = nation_law(nation)
    assert tuple(item.id for item in law.items) == ITEMS
    assert all(item.wording and item.present and item.why for item in law.items)


@pytest.mark.parametrize(
    ("nation", "day", "body"),
    [
        ("england", date(2007, 11, 30), "primary care trust"),
        ("england", date(2013, 3, 31), "primary care trust"),
        ("england", date(2013, 4, 1), "clinical commissioning group"),
        ("england", date(2014, 3, 31), "clinical commissioning group"),
        ("england", date(2024, 3, 31), "integrated care board"),
        ("wales", date(2007, 11, 30), "Local Health Board"),
        ("wales", date(2014, 3, 31), "Local Health Board"),
        ("wales", date(2024, 3, 31), "Local Health Board"),
    ],
)
def test_the_health_body_is_the_one_of_its_day(nation: str, day: date, body: str) -> None:
    assert on(nation, day).body("health") == body


@pytest.mark.parametrize("nation", NATIONS)
def test_police_authorities_are_gone_today_and_commissioners_are_not_responsible_authorities(nation: str) -> None:
    then, today = on(nation, date(2008, 3, 31)), on(nation, date(2025, 3, 31))
    assert "police authority" in then.authorities
    assert then.body("police_governance") == "police authority"
    assert today.body("police_governance") == "police and crime commissioner"
    assert not [name for name in today.authorities if "police authority" in name or "commissioner" in name]


@pytest.mark.parametrize("nation", NATIONS)
def test_probation_only_co_operates_in_2007(nation: str) -> None:
    assert not [name for name in on(nation, date(2008, 3, 31)).authorities if "probation" in name]
    assert [name for name in on(nation, date(2025, 3, 31)).authorities if "probation" in name]


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize(
    ("duty", "since"),
    [
        ("reoffending", date(2010, 4, 1)),
        ("police_and_crime_plan", date(2012, 11, 22)),
        ("serious_violence", date(2023, 1, 31)),
    ],
)
def test_a_later_duty_begins_on_its_day(nation: str, duty: str, since: date) -> None:
    assert on(nation, since).has(duty)
    assert not on(nation, since - timedelta(days=1)).has(duty)


@pytest.mark.parametrize("nation", NATIONS)
def test_the_eras_divide_when_reoffending_became_part_of_section_6(nation: str) -> None:
    assert on(nation, date(2010, 3, 31)).era == "2007"
    assert on(nation, date(2010, 4, 30)).era == "today"


@pytest.mark.parametrize("nation", NATIONS)
def test_every_role_is_held_by_one_body_on_every_day(nation: str) -> None:
    """A gap between two bodies would print 'no health body' for a month."""
    law = nation_law(nation)
    days = {law.starts, date(2026, 11, 1)}
    for body in law.bodies:
        days |= {day for day in (body.since, body.until) if day}
        days |= {day + timedelta(days=1) for day in (body.until,) if day}
    for day in sorted(days):
        roles = [body.role for body in on(nation, max(day, law.starts)).bodies]
        assert sorted(roles) == sorted({body.role for body in law.bodies}), day


def test_before_the_duty_began_the_first_day_counts() -> None:
    assert on("england", date(1999, 1, 1)).on == date(2007, 8, 1)
    assert on("wales", date(1999, 1, 1)).on == date(2007, 11, 19)


def test_only_england_cites_regulation_numbers() -> None:
    """Only regulation 2 of the Welsh instrument could be read."""
    assert on("england", date(2025, 3, 31)).regulations == "SI 2007/1830, regs 5 to 7"
    assert on("wales", date(2025, 3, 31)).regulations == "SI 2007/3076"


@pytest.mark.parametrize("nation", NATIONS)
def test_every_token_has_words(nation: str) -> None:
    words = on(nation, date(2025, 3, 31)).words(county=False)
    assert words.keys() == TOKENS
    assert all(words.values())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nation = ", "cannot be read"),
        ('nation = "england"\nflag = "red"', "is wrong at"),
        ("", "is wrong at nation"),
    ],
)
def test_a_bad_requirements_file_is_refused_with_its_name(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "mars.toml").write_text(text, encoding="utf-8")
    with pytest.raises(OutlineError, match=rf"The requirements file mars\.toml {told}"):
        load_nation(tmp_path / "mars.toml")


def test_a_requirements_file_without_an_item_names_it(tmp_path: Path) -> None:
    text = (templates_dir() / "requirements" / "wales.toml").read_text(encoding="utf-8")
    (tmp_path / "wales.toml").write_text(text.replace('id = "c"', 'id = "d"'), encoding="utf-8")
    with pytest.raises(OutlineError, match=r"lacks item \(c\)"):
        load_nation(tmp_path / "wales.toml")

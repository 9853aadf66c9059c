"""The worked example that ships: complete, traceable and consistent with itself, or nobody should copy it."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from sa_wizard.draft import store, words
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.values import Json, Row
from sa_wizard.figures.change import change
from sa_wizard.folders import templates_dir
from sa_wizard.outline.spec import Outline
from sa_wizard.review.final import is_final
from sa_wizard.review.judge import review

PATH = templates_dir() / "examples" / "partnership.sa.json"
FIGURE = re.compile(r"(?<![\d.,])\d(?:[\d,]*\d)?(?:\.\d+)?(?![\d.]*\d)")
COMPARED = re.compile(r"([\d,]+\d) to ([\d,]+\d)(?:,| \((?:up|down)) (up|down)? ?(\d+)%")
PART_OF = re.compile(r"([\d,]*\d) of (?:an estimated )?([\d,]*\d)[^.;|()]{0,40}\((\d+)%\)")


@cache
def example() -> tuple[Outline, Draft]:
    """The shipped example, opened as any draft is."""
    return store.load(PATH)


def rows(path: str) -> list[Row]:
    """The entries kept at a path of the example."""
    return list(example()[1].get(path) or [])


def ids(path: str) -> set[str]:
    """The ids of the entries at a path, as links name them."""
    return {row["id"] for row in rows(path)}


def texts(value: Json) -> Iterator[str]:
    """Every text and figure in an answer; ids and links are not text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int | float):
        yield f"{value:,}"
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key != "id":
                yield from texts(part)


def figures(value: Json) -> set[str]:
    """Every number of two or more digits."""
    return {figure for text in texts(value) for figure in FIGURE.findall(text) if len(figure) > 1}


def prose() -> Iterator[str]:
    """Every text of the example."""
    return texts(dict(example()[1].values))


def number(figure: str) -> int:
    return int(figure.replace(",", ""))


def test_it_is_complete_and_has_no_finding_at_all() -> None:
    judged = review(*example())
    assert [(finding.path, finding.message) for finding in judged.findings] == []
    assert judged.complete
    assert {item.item: item.status for item in judged.items} == dict.fromkeys("abcdefg", "met")


def test_every_section_is_done() -> None:
    assert {section.id: section.state for section in review(*example()).sections if section.state != "done"} == {}


def test_every_field_that_applies_is_answered() -> None:
    outline, draft = example()
    asked = Asked(outline, draft)
    empty = [
        f"{section.id}.{field.id}"
        for section in asked.sections
        for field in asked.fields(section)
        if not draft.get(field.of or f"{section.id}.{field.id}")
    ]
    assert empty == ["about.override_reason"], "only a document with something missing has a reason to give there"


def test_it_is_final_and_says_that_it_is_invented() -> None:
    outline, draft = example()
    asked = Asked(outline, draft)
    assert is_final(asked, review(outline, draft))
    assert "illustrative" in draft.text("about.title")
    assert "invented" in draft.text("introduction.basis")
    assert "invented" in draft.text("summary.purpose_line")


def test_it_has_the_size_of_a_real_assessment() -> None:
    assert words.count(*example()) >= 5_000
    assert len(rows("levels.topics")) >= 8
    assert {row["strand"] for row in rows("levels.topics")} >= {"crime", "disorder", "substance-misuse"}
    assert len(rows("views.consultations")) >= 2
    assert len(rows("views.concerns")) >= 6
    assert len(rows("choosing.candidates")) >= 8
    assert len(rows("progress.priorities")) == 5
    assert {row["judgement"] for row in rows("progress.priorities")} >= {"delivered", "part", "not"}
    assert len(rows("county.matters")) >= 2
    assert len(rows("appendices.sources")) >= 8


def test_every_priority_is_traced_to_problems_and_concerns_that_exist() -> None:
    priorities = rows("priorities.priorities")
    assert len(priorities) >= 5
    for priority in priorities:
        assert priority["topics"], priority["title"]
        assert set(priority["topics"]) <= ids("levels.topics")
        assert priority["concerns"], priority["title"]
        assert set(priority["concerns"]) <= ids("views.concerns")
        assert priority["lead"]
        assert priority["measure"]


def test_every_concern_is_answered() -> None:
    assert [row["concern"] for row in rows("views.concerns") if not row["answer"]] == []


def test_residents_and_people_who_work_there_were_asked() -> None:
    held = rows("views.consultations")
    assert any(row["residents"] == "yes" for row in held)
    assert any(row["workers"] == "yes" for row in held)
    assert all(row["dates"]["start"] and row["responses"] and row["not_reached"] for row in held)


def test_every_problem_names_its_source_and_every_reason_both_sides() -> None:
    for topic in rows("levels.topics"):
        assert set(topic["sources"]) <= ids("appendices.sources"), topic["name"]
        assert topic["sources"], topic["name"]
        assert len(topic["reasons"]) >= 2, topic["name"]
        for reason in topic["reasons"]:
            assert reason["evidence_for"], reason["reason"]
            assert reason["evidence_against"], reason["reason"]
            assert reason["confidence"], reason["reason"]


def test_one_material_change_is_honestly_not_yet_known() -> None:
    unknown = [row for row in rows("levels.topics") if row["nature"] == "not-known"]
    assert all(row["find_out"] for row in unknown)
    changes = [change(row["previous_count"], row["count"]) for row in unknown]
    assert [found for found in changes if found and found.material]


def test_scores_are_products_and_every_override_has_a_reason() -> None:
    moved = set()
    for row in rows("choosing.candidates"):
        score = row["likelihood"] * row["harm"]
        assert row.get("score") in (None, "", score)
        assert row["band"] == ("high" if score >= 9 else "medium" if score >= 5 else "low"), row["issue"]
        if (row["included"] == "yes") != (row["band"] == "high"):
            moved.add("up" if row["included"] == "yes" else "down")
            assert "Override" in row["reason"], row["issue"]
    assert moved == {"up", "down"}


def test_counts_by_place_add_up_to_the_problem_and_shares_to_a_hundred() -> None:
    places = rows("places.places")
    problem = next(row for row in rows("levels.topics") if row["id"] == "anti-social")
    assert len(places) >= 8
    for column in ("count", "previous_count"):
        assert sum(row[column] for row in places) == problem[column]
    for row in places:
        assert float(row["share"].rstrip("%")) == pytest.approx(100 * row["count"] / problem["count"], abs=0.005)
    assert sum(float(row["share"].rstrip("%")) for row in places) == pytest.approx(100, abs=0.05)


def test_every_figure_of_the_summary_comes_back_later() -> None:
    values = dict(example()[1].values)
    later = figures({section: answers for section, answers in values.items() if section != "summary"})
    assert figures(values["summary"]) - later == set()


def test_counts_of_problems_come_back_as_they_were_entered() -> None:
    table = example()[1].text("changes.longer_run")
    for topic in rows("levels.topics"):
        assert f"{topic['previous_count']:,} | {topic['count']:,} |" in table, topic["name"]


def test_recorded_crime_adds_up() -> None:
    table = example()[1].text("appendices.tables").partition("Table A2")[0]
    lines = [line.strip("| ").split(" | ") for line in table.splitlines()]
    groups = [cells for cells in lines if len(cells) == 4 and cells[1].replace(",", "").isdecimal()]
    assert sum(number(cells[1]) for cells in groups) == 7148
    assert sum(number(cells[2]) for cells in groups) == 7322


def test_per_cents_follow_from_the_counts_beside_them() -> None:
    found = 0
    for text in prose():
        for old, new, _, percent in COMPARED.findall(text):
            found += 1
            assert abs(number(new) - number(old)) / number(old) * 100 == pytest.approx(int(percent), abs=0.51), text
        for part, whole, percent in PART_OF.findall(text):
            found += 1
            assert number(part) / number(whole) * 100 == pytest.approx(int(percent), abs=0.51), text
    assert found >= 10


def test_nothing_in_it_could_identify_anybody() -> None:
    postcode = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
    telephone = re.compile(r"\b0\d{3,4} ?\d{3} ?\d{3,4}\b")
    exact_age = re.compile(r"\b(?:aged|age) \d+(?! to)\b(?! and over)|\b\d+-year-old\b")
    for text in prose():
        for pattern in (postcode, telephone, exact_age):
            assert not pattern.search(text), text
        assert "@" not in text

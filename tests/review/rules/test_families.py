"""What every family owes: stable rules, a clean example, any draft, any text, little time."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.draft.paths import head, resolve
from sa_wizard.draft.values import Row
from sa_wizard.outline.spec import Outline
from sa_wizard.review.rules import FAMILIES
from tests.builders import asked, assessment, changed, drafted, shipped, small
from tests.review.rules.damage import damaged, example, found
from tests.review.test_any_draft import drawn


def test_the_finished_example_has_nothing_to_find() -> None:
    assert [(each.code, each.path, each.message) for each in found(example()) if each.severity != "note"] == []


def test_codes_are_given_once_and_every_finding_is_of_a_rule() -> None:
    rules = [rule for family in FAMILIES for rule in family.rules]
    assert len({rule.code for rule in rules}) == len(rules)
    for rule in rules:
        assert rule.hint
        assert rule.source
        assert rule.why.endswith(".")


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_random_answers_can_be_read(data: st.DataObject) -> None:
    for outline, draft in (
        (shipped(), drafted(drawn(shipped(), data, 6))),
        (shipped(), changed(example(), shipped(), drawn(shipped(), data, 3))),
        (small(), drafted(drawn(small(), data, 6), small())),
    ):
        sound(outline, found(draft, outline), draft)


def sound(outline: Outline, findings: list, draft: object) -> None:  # type: ignore[type-arg]
    """Every finding leads to a question that is asked."""
    seen = asked(draft, outline)  # type: ignore[arg-type]
    shown = {f"{section.id}.{field.id}" for section in seen.sections for field in seen.fields(section)}
    for finding in findings:
        resolve(outline, finding.path)
        assert head(finding.path) in shown


@pytest.mark.parametrize(
    "piece",
    [
        "x",
        "1",
        " ",
        "-",
        "|",
        "\n",
        "%",
        "(",
        "A",
        "Aa ",
        "1% ",
        "from 1 to 8 ",
        "1 of 2 (",
        "up ",
        "PCT ",
        "{",
        "a survey 5% ",
        "against 9 months to May 2025 ",
        "county matters ",
        "the Aa CSP ",
        "from one case to ",
        "to 1 from 1 ",
        "(1 last year ",
        "against 1 in 2024 ",
        "1 → ",
        "(up 1%) ",
        "Of 1 a, 2 (3%)",
        "crime rate of ",
        "section 1 ",
        "[name ",
        "X% ",
        "?? ",
        "__",
        "| to be ",
    ],
)
def test_a_megabyte_of_one_thing_takes_no_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    draft = assessment(why__overall=text, summary__decision=text[:200_000], about__partnership="Safer Northbridge")
    began = process_time()
    found(draft)
    assert process_time() - began < 12 * 0.5


def test_thousands_of_entries_can_be_read() -> None:
    topics: list[Row] = [
        {"id": f"t{number}", "name": "x", "count": number, "previous_count": "many", "sources": ["gone"]}
        for number in range(3000)
    ]
    candidates: list[Row] = [
        {"id": f"c{number}", "issue": "x", "score": number, "band": ("low", "high", "medium")[number % 3]}
        for number in range(3000)
    ]
    places: list[Row] = [{"id": f"p{number}", "name": "x", "count": 1, "share": "0.1%"} for number in range(3000)]
    draft = damaged({"levels.topics": topics, "choosing.candidates": candidates, "places.places": places})
    began = process_time()
    found(draft)
    assert process_time() - began < 5

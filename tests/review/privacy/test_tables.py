"""Small counts in typed tables are read by row, column and caption; many findings of a kind are summed up."""

import pytest

from sa_wizard.review import rules
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.privacy.match import ENOUGH
from sa_wizard.review.privacy.rules import SHOWN, matches
from tests.builders import asked, assessment


def words(text: str) -> list[str]:
    """What the rules quote from a text."""
    return [match.words for match in matches(text)]


def found(text: str) -> list[Finding]:
    """What the family finds in a draft with this text."""
    seen = Evidence(asked(assessment(why__overall=text)))
    return [each for each in rules.found(seen) if each.code.startswith("private-")]


def test_a_sensitive_row_with_a_small_cell() -> None:
    table = (
        "| Offence | 2023-24 | 2024-25 |\n|---|---|---|\n| Burglary | 3 | 2 |\n| Rape | 14 | 3 |\n| Robbery | 41 | 4 |"
    )
    assert words(table) == ["Rape | 14 | 3"]


def test_a_sensitive_column_with_small_cells() -> None:
    table = "| Ward | Burglary | Hate crime |\n|---|---:|---:|\n| Castle | 3 | 14 |\n| Priory | 41 | 2 |"
    assert words(table) == ["Priory | 41 | 2"]


def test_a_table_whose_caption_is_sensitive() -> None:
    table = (
        "Table 4. Permanent exclusions by school year\n\n| Year | Pupils |\n|---|---|\n| Year 7 | 3 |\n| Year 8 | 12 |"
    )
    assert words(table) == ["Year 7 | 3"]
    assert words(table.replace("Permanent exclusions", "Burglary victims")) == []


@pytest.mark.parametrize("heading", ["Priority", "Likelihood", "Score", "Change, %", "Rate per 1,000", "Page", "Rank"])
def test_a_column_that_counts_nobody_is_left_alone(heading: str) -> None:
    assert words(f"| Problem | {heading} |\n|---|---|\n| Sexual offences | 3 |\n| Hate crime | 1 |") == []


def test_a_table_pasted_with_tabs() -> None:
    assert words("Problem\tCount\nSexual offences\t3\nBurglary\t2") == ["Sexual offences\t3"]


def test_suppressed_and_ordinary_cells_are_left_alone() -> None:
    table = "| Offence | Count |\n|---|---|\n| Rape | * |\n| Hate crime | fewer than 5 |\n| Domestic abuse | 1,204 |"
    assert words(table) == []


def test_a_row_of_one_person() -> None:
    table = "| Ward | Month | Sex | Age | Victims |\n|---|---|---|---|---|\n| Castle | May | Male | 10 to 17 | 1 |\n"
    assert [match.code for match in matches(table)] == ["private-cross"]
    assert matches(table.replace("| 1 |", "| 14 |")) == ()


def test_many_of_a_kind_are_told_one_by_one_and_then_together() -> None:
    told = found("\n".join(f"The home at TS1 3Q{letter} was entered." for letter in "ABDEFGHJLNPQRSTU"))
    assert len(told) == SHOWN + 1
    assert all(
        f"TS1 3Q{letter}" in each.message for letter, each in zip("ABDEFGHJLNPQRSTU", told[:SHOWN], strict=False)
    )
    assert told[SHOWN].message == "Full postcode: 6 more like these in this answer, the next “TS1 3QP”."
    assert found("TS1 3QW\n" * 5_000)[SHOWN].message.startswith(f"Full postcode: at least {ENOUGH - SHOWN} more")


def test_kinds_are_summed_up_each_for_itself() -> None:
    told = found("TS1 3QW is near 07700 900123. " * 12)
    assert [each.code for each in told].count("private-postcode") == SHOWN + 1
    assert [each.code for each in told].count("private-phone") == SHOWN + 1

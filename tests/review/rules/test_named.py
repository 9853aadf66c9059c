"""A per cent told of something by its name is held against the counts under that name."""

import pytest

from tests.review.rules.damage import codes, damaged, found, said

TABLE = """
| Offences | Oct 2023 to Sep 2024 | Oct 2024 to Sep 2025 |
|---|---:|---:|
| Metal theft | 200 | 250 |
| Bag snatching | 8 | 16 |
| All | 208 | 266 |"""


@pytest.mark.parametrize(
    "text",
    [
        "Metal theft rose by 35%.",
        "The number of metal theft offences has increased by 35% in the year to September 2025.",
        "There was a 35% rise in metal theft, which is a worry.",
        "Robbery rose by 48% and metal theft rose by 35%.",
        "- Metal theft is up 35 per cent",
        "There was a 35% rise in metal theft this year.",
        "There was a 35% increase in metal theft over the year.",
        "There was a 35% rise in metal theft on last year, a worry.",
        "Metal theft is 35% up.",
        "Metal theft was about 35% higher this year.",
        "Metal theft (up 35%) is a worry.",
        "Bag snatching stood out (8 to 16) and metal theft (up by 35%) did too.",
        "Metal theft (+35%) leads.",
    ],
)
def test_one_that_disagrees_with_the_row_of_that_name_is_found(text: str) -> None:
    (finding,) = found(said(f"{text}\n{TABLE}"))
    assert (finding.code, finding.path) == ("percent-disagrees", "levels.harm")
    assert "from 200 to 250 is +25%" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Metal theft rose by 25%.",
        "Metal theft rose by about 24%.",
        "Metal theft rose by 35% in Castle ward.",
        "Metal theft rose by 35% across the county.",
        "Nationally, metal theft rose by 35%.",
        "Metal theft rose by 35% between March and June.",
        "Metal theft would have risen by 35% without it.",
        "Metal theft rose by 35% in Stavenham.",
        "Burglary and metal theft rose by 35%.",
        "Lead theft rose by 35%.",
        "There was a 35% rise in metal theft in Castle this year.",
        "There was a 35% rise in metal theft between March and June.",
        "In Castle, metal theft rose by 35%.",
        "In Castle, metal theft (up 35%) is a worry.",
        "Metal theft (up 35%) in Castle is a worry.",
        "Metal theft rose by 35% last year.",
        "Over five years, metal theft rose by 35%.",
        "Metal theft is 25% up.",
        "Metal theft (up 25%) is a worry.",
        "Metal theft is 35% higher in Castle.",
    ],
)
def test_one_that_agrees_or_tells_of_something_else_is_not(text: str) -> None:
    assert codes(said(f"{text}\n{TABLE}")) == []


def test_a_rise_told_of_a_row_that_falls_is_found() -> None:
    assert codes(said(f"Metal theft fell by 25%.\n{TABLE}")) == ["change-direction"]


def test_the_row_may_stand_in_another_answer_or_be_a_problem() -> None:
    (finding,) = found(said("Shoplifting rose by 36%.", "changes.rising"))
    assert (finding.code, finding.path) == ("percent-disagrees", "changes.rising")
    assert codes(said("Anti-social behaviour fell by 24%.", "changes.falling")) == ["percent-disagrees"]


def test_a_name_with_two_counts_is_left_alone() -> None:
    other = TABLE.replace("200 | 250", "300 | 405")
    draft = said("Metal theft rose by 45%.", "changes.rising", draft=said(TABLE, draft=damaged(levels__disorder=other)))
    assert codes(draft) == []


def test_a_per_cent_of_a_row_that_began_under_20_is_found() -> None:
    assert codes(said(f"Bag snatching rose by 100%.\n{TABLE}")) == ["percent-small"]

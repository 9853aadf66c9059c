"""Every figure of the summary appears later."""

import pytest

from tests.review.rules.damage import codes, example, found, said


def test_a_figure_that_is_nowhere_else_is_found() -> None:
    (finding,) = found(said("Robbery cost the borough 4,871 days of work.", "summary.decision"))
    assert (finding.code, finding.path) == ("summary-figure", "summary.decision")
    assert "4,871" in finding.message


def test_a_per_cent_that_no_counts_bear_out_is_found() -> None:
    assert codes(said("That is 293% of all robbery.", "summary.decision")) == ["summary-figure"]


@pytest.mark.parametrize(
    "text",
    [
        "There were 1554 calls.",
        "Robbery rose by 47.9%.",
        "By 2029, on 30 November, from 6.45pm, under regs 5 to 7 and section 117.",
        "1. One\n2. Two\n97. Three",
        "The year 2031-32 and the ward TS91.",
        "Cases: 26.",
    ],
)
def test_years_dates_labels_and_figures_given_later_are_not(text: str) -> None:
    draft = said("There were 1,554 calls.", draft=example())
    assert codes(said(text, "summary.decision", draft=draft)) == []


def test_each_figure_is_told_once() -> None:
    assert len(found(said("There were 4,871, yes 4,871, and £4871.", "summary.decision"))) == 1

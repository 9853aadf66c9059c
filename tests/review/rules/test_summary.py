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


@pytest.mark.parametrize(
    ("later", "summary"),
    [
        ("The survey of 2033 was the last.", "There were 2,033 calls."),
        ("A rise of 483% was printed.", "There were 483 calls."),
        ("A rise of 483 per cent was printed.", "There were 483 calls."),
        ("It follows section 483 of the act.", "There were 483 calls."),
        ("It follows s483 of the act.", "There were 483 calls."),
        ("It follows SI 2009/4871.", "There were 4,871 calls."),
        ("Those aged over 77 were asked.", "There were 77 wardens."),
        ("| Year | 2033 |\n|---|---:|\n| Thefts | 4 |", "There were 2,033 calls."),
    ],
)
def test_a_year_a_label_a_per_cent_or_an_age_vouches_for_no_count(later: str, summary: str) -> None:
    draft = said(later, draft=example())
    assert codes(said(summary, "summary.decision", draft=draft)) == ["summary-figure"]


@pytest.mark.parametrize(
    ("later", "summary"),
    [
        ("It was 4871.", "There were 4,871 calls."),
        ("It was over 4,871 in all.", "There were 4,871 calls."),
        ("| Kind, 2024-25 | Calls |\n|---|---:|\n| Thefts | 2033 |", "There were 2,033 calls."),
        ("Section 483 lists 483 of them.", "There were 483 calls."),
        ("It was 1.7 million.", "It was 1.7 million."),
        ("Castle's 483 calls were the most.", "There were 483 calls."),
        ("Of them 483 may be hoaxes, and 485 marked so.", "There were 483 calls, and 485 more."),
        ("", "Calls taken on 101 rose, and so did those on 999."),
        ("", "Calls to 999 or 111 rose."),
    ],
)
def test_a_count_does_and_a_number_that_is_dialled_needs_none(later: str, summary: str) -> None:
    draft = said(later, draft=example())
    assert codes(said(summary, "summary.decision", draft=draft)) == []


def test_each_figure_is_told_once() -> None:
    assert len(found(said("There were 4,871, yes 4,871, and £4871.", "summary.decision"))) == 1


def test_three_figures_are_told_one_by_one_and_the_rest_together() -> None:
    text = "There were 4,871 calls, 3,217 visits, 2,913 letters, 5,519 leaflets and 6,103 cards."
    told = [each.message for each in found(said(text, "summary.decision"))]
    assert len(told) == 4
    assert told[0] == "The summary says 4,871, which appears nowhere else in the document."
    assert told[3] == "The summary has 2 more figures that appear nowhere else in the document: 5,519; 6,103."

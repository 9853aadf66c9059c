"""A survey is cited with its date and its number of responses."""

import pytest

from tests.review.rules.damage import codes, found, said

WHERE = "levels.disorder"


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("A survey of town centre users showed that 62% feel unsafe.", "when the survey was made or how many"),
        ("A survey in 2025 showed that 62% feel unsafe.", "how many answered"),
        ("A survey of 640 people showed that 62% feel unsafe.", "when the survey was made"),
        ("A poll found three in five residents feel unsafe.", "when the survey was made or how many"),
        ("Two-thirds of residents in a survey feel unsafe.", "when the survey was made or how many"),
        ("A consultation found that 62% of residents feel unsafe.", "when the survey was made or how many"),
        ("In a questionnaire of 2025 four out of five young people felt unsafe.", "how many answered"),
        ("According to a recent poll most residents feel unsafe.", "when the survey was made or how many"),
    ],
)
def test_a_survey_without_date_or_number_is_found(text: str, lacking: str) -> None:
    (finding,) = found(said(text, "alignment.other_plans"))
    assert (finding.code, finding.path) == ("survey-undated", "alignment.other_plans")
    assert lacking in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "A survey in June 2025 (640 responses) showed that 62% feel unsafe.",
        "The residents' survey showed that 62% feel unsafe.",
        "The survey showed that 62% feel unsafe.",
        "A survey of lighting will be made.",
        "A consultation in June 2025 (640 responses) found that 62% of residents feel unsafe.",
        "A consultation on the plan will reach two thirds of the wards.",
        "The consultations are told in section 9, and 62% of the residents asked feel unsafe.",
    ],
)
def test_one_with_both_or_one_recorded_is_not(text: str) -> None:
    assert codes(said(text, "alignment.other_plans")) == []

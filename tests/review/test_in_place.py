"""The sentence of a long answer that a finding is about: the one that holds its words."""

import pytest

from sa_wizard.review import in_place
from tests.builders import assessment, judged

LIST = "- one thing that was asked\n- two “things” that were said to us there\n\n"


def told(answer: str) -> list[str]:
    """Where each finding in an answer is said to stand."""
    found = judged(assessment(why__overall=answer)).findings
    return [in_place.sentence(each, answer) for each in found if each.path == "why.overall"]


def test_a_quotation_before_the_words_is_not_taken_for_them() -> None:
    """The quotation in the line above is no part of what was found."""
    answer = f"{LIST}It is the “desk” that answers: bob@x.org, by day and by night, and at the weekend too."
    assert told(answer) == ["“It is the ‘desk’ that answers: bob@x.org, by day and by night, and at the weekend too.”"]


@pytest.mark.parametrize("below", ["", "\n\nThat was all that was said to us there."])
def test_a_sentence_that_the_finding_quotes_whole_is_not_quoted_twice(below: str) -> None:
    assert told(f"{LIST}Contact: bob@x.org.{below}") == [""]

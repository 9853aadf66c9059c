"""A chapter that describes and never explains."""

import pytest

from sa_wizard.draft.values import Row
from tests.builders import judged
from tests.review.rules.damage import codes, damaged, found

FACTS = "Most offences were in the north of the town, on Friday and Saturday, between nine and midnight. " * 5


REASONS = [{"id": "r", "reason": "A new paint shop", "evidence_for": "It opened in the month of the rise."}]


def topic(**columns: object) -> Row:
    """A problem with a material change, a reason for it, and much said of it."""
    base: Row = {"id": "new", "name": "Graffiti", "strand": "disorder", "count": 300, "previous_count": 200}
    return {**base, "narrative": FACTS, "reasons": REASONS, **columns}


def test_a_long_chapter_without_a_word_of_the_reason_is_found() -> None:
    (finding,) = found(damaged({"levels.topics[11]": topic()}))
    assert (finding.code, finding.path, finding.item) == ("describes-only", "chapters.topics[11].narrative", "c")


@pytest.mark.parametrize(
    "said",
    [
        "Boys aged 10 to 17 are the most likely to be robbed.",
        "Drivers of buses were also robbed.",
        "It is not known how many phones were recovered.",
        "Shops contribute to the cost of a guard.",
        "Young men account for most offences, and shops for the rest.",
        "Twelve people accounted for most of the incidents in the town.",
        "Three streets account for much of it, year after year.",
    ],
)
def test_a_word_that_may_be_about_a_reason_and_is_not_is_no_why(said: str) -> None:
    (finding,) = found(damaged({"levels.topics[11]": topic(narrative=f"{FACTS} {said}")}))
    assert finding.code == "describes-only"


@pytest.mark.parametrize(
    "said",
    [
        "This is likely because of what is sold there.",
        "It is likely to be due to the long nights.",
        "It was driven by two brothers.",
        "The reason is the long nights.",
        "The drivers of the rise are cheap spray cans.",
        "Cheap cans contributed to the recent rise.",
        "It is not known why.",
        "Cheap cans account for most of the rise.",
        "The new paint shop accounted for the recent increase.",
        "A change in recording accounts for this.",
        "The rise is likely to reflect better recording.",
    ],
)
def test_a_reason_in_so_many_words_is_one(said: str) -> None:
    assert codes(damaged({"levels.topics[11]": topic(narrative=f"{FACTS} {said}")})) == []


def test_one_with_a_why_or_no_real_change_and_a_note_are_not() -> None:
    assert codes(damaged({"levels.topics[11]": topic(narrative=f"{FACTS} Probably the new paint shop.")})) == []
    assert codes(damaged({"levels.topics[11]": topic(count=205)})) == []
    assert codes(damaged({"levels.topics[11]": topic(narrative="Short.")})) == []


def test_what_has_no_reason_anywhere_is_told_once_by_item_c() -> None:
    draft = damaged({"levels.topics[11]": topic(reasons=[]), "choosing.not_chosen": "Graffiti: cleaned within a day."})
    assert codes(draft) == []
    assert [(each.code, each.path) for each in judged(draft).findings] == [("c-reason", "why.topics[11].reasons")]

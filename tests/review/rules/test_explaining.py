"""A chapter that describes and never explains."""

from sa_wizard.draft.values import Row
from tests.review.rules.damage import codes, damaged, found

FACTS = "Most offences were in the north of the town, on Friday and Saturday, between nine and midnight. " * 5


def topic(**columns: object) -> Row:
    """A problem with a material change and much said of it."""
    base: Row = {"id": "new", "name": "Graffiti", "strand": "disorder", "count": 300, "previous_count": 200}
    return {**base, "narrative": FACTS, **columns}


def test_a_long_chapter_without_a_word_of_why_is_found() -> None:
    (finding,) = found(damaged({"levels.topics[11]": topic()}))
    assert (finding.code, finding.path, finding.item) == ("describes-only", "chapters.topics[11].narrative", "c")


def test_one_with_a_why_a_reason_or_no_real_change_is_not() -> None:
    assert codes(damaged({"levels.topics[11]": topic(narrative=f"{FACTS} Probably the new paint shop.")})) == []
    reasons = [{"id": "r", "reason": "A new paint shop"}]
    assert codes(damaged({"levels.topics[11]": topic(reasons=reasons)})) == []
    assert codes(damaged({"levels.topics[11]": topic(count=205)})) == []
    assert codes(damaged({"levels.topics[11]": topic(narrative="Short.")})) == []

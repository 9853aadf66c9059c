"""What one judgement owes the next, the answer being typed, and a finding that was let stand."""

import pytest

from sa_wizard.draft.draft import Draft
from sa_wizard.draft.values import Json
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.judge import judge, judge_field
from sa_wizard.review.reading import READINGS, Look, Readings
from sa_wizard.review.rules import FAMILIES
from sa_wizard.review.rules.texts import Written
from tests.builders import asked, assessment, changed, shipped

CALLED = "Call the night desk on 01632 960123 about this."
FULL = f"""{CALLED} Robbery rose from 41 to 58 (+10%), a rate of 4. The PCT of Safer Westmarch [NAME] met.

| Offence | 2023-24 | 2024-25 | Share |
|---|---:|---:|---:|
| Robbery | 41 | 58 | 40% |
"""


def test_a_judgement_that_follows_another_is_the_same_as_one_that_does_not() -> None:
    """The draft is judged after every pause; what is remembered must never be what was said before."""
    first = judge(asked(assessment(why__overall="Robbery rose from 41 to 58 (+10%).")))
    now = assessment(why__overall="Robbery rose from 41 to 58 (+41%).", levels__harm=CALLED)
    after = judge(asked(now))
    READINGS.forget()
    assert after == judge(asked(now))
    assert after.findings != first.findings


def test_a_text_is_read_once_while_it_is_asked_for_and_then_forgotten() -> None:
    """Eight hours of typing pass through one text; only so much of it may stay in memory."""
    seen: list[str] = []
    readings = Readings(room=10_000)
    stays = "It stays in the draft."
    for count in range(1_000):
        readings.of(stays).once(seen.append)
        readings.of(f"Robbery rose. {count}").once(seen.append)
    readings.of("Robbery rose. 0").once(seen.append)
    assert seen.count(stays) == 1
    assert seen.count("Robbery rose. 0") == 2


def test_what_a_family_reads_of_a_text_is_all_that_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A family is not asked about a text of which it reads nothing; one that read something else would miss it."""
    looked: list[object] = []

    def once(answer: Written, look: Look) -> object:
        looked.append(look)
        return answer.reading.once(look)

    monkeypatch.setattr(Written, "once", once)
    for family in FAMILIES:
        if family.in_answer and family.reads:
            looked.clear()
            answer = Written("why.overall", "why", READINGS.of(FULL))
            list(family.in_answer(Evidence(asked(assessment())), answer))
            assert looked
            assert set(looked) <= set(family.reads), family.rules


def test_one_answer_is_judged_by_itself() -> None:
    draft = assessment(why__overall="Robbery rose from 41 to 58 (+10%).", levels__harm=CALLED)
    assert [each.code for each in judge_field(asked(draft), "why.overall")] == ["percent-disagrees"]
    assert [each.code for each in judge_field(asked(draft), "levels.harm")] == ["private-phone"]


def test_one_row_is_judged_without_its_neighbours() -> None:
    draft = changed(assessment(), shipped(), {"levels.topics[0].where": CALLED, "levels.topics[1].count": "many"})
    here = judge_field(asked(draft), "levels.topics[0]")
    assert [(each.path, each.code) for each in here] == [("levels.topics[0].where", "private-phone")]
    assert [each.code for each in judge_field(asked(draft), "levels.topics[1]")] == ["not_a_number"]


@pytest.mark.parametrize("path", ["county.any", "no.such", "nothing", "about.partnership", "levels.topics[99].name"])
def test_a_place_that_is_not_asked_has_nothing_wrong(path: str) -> None:
    assert judge_field(asked(assessment(about__area_type="unitary")), path) == ()


def phone(draft: Draft) -> list[Finding]:
    return [each for each in judge(asked(draft)).findings if each.code == "private-phone"]


def test_what_was_let_stand_stays_so_while_the_author_writes_on_around_it() -> None:
    """The finding quotes the words beside it, and those change with every sentence."""
    draft = assessment(levels__harm=CALLED)
    (found,) = phone(draft)
    stands: dict[str, str] = {"at": "levels.harm", "code": found.code, "about": found.about, "reason": "It is public."}
    assert phone(draft.with_accepted(stands)) == []
    more: dict[str, Json] = {"levels.harm": f"Reported late. {CALLED} It rings at once."}
    assert phone(changed(draft.with_accepted(stands), shipped(), more)) == []
    other: dict[str, Json] = {"levels.harm": "Call the night desk on 01632 960124 about this."}
    assert len(phone(changed(draft.with_accepted(stands), shipped(), other))) == 1
    assert len(phone(draft.with_accepted(stands).with_accepted({**stands, "reason": ""}))) == 1

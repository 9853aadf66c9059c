"""Places held inside a text that says something, and nothing that only looks like one."""

from time import process_time

import pytest

from sa_wizard.review.rules.left_over import LEFT
from tests.builders import assessment
from tests.review.rules.damage import codes, found, said


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Burglary fell by XX% in the year.", "XX"),
        ("Burglary fell by X% in the year.", "X"),
        ("Burglary fell by x % in the year.", "x"),
        ("It cost £tbc in all.", "£tbc"),
        ("It cost £XXX in all.", "£XXX"),
        ("It fell by ??% in the year.", "??"),
        ("It fell to ?? in the year.", "??"),
        ("It fell by __% in the year.", "__"),
        ("The chair is [name].", "[name]"),
        ("Most were in [ward], and few elsewhere.", "[ward]"),
        ("It was agreed on [date] by [name of chair].", "[date]"),
        ("Most were in [ward name].", "[ward name]"),
        ("Robbery fell (insert figure) in the year.", "(insert figure)"),
        ("The NAME OF PARTNERSHIP agreed this.", "NAME OF PARTNERSHIP"),
        ("NAME OF THE COUNCIL agreed this.", "NAME OF THE COUNCIL"),
        ("It was agreed.\nDate: to be confirmed", "to be confirmed"),
        ("It was agreed.\nDate: TBC.\nIt was said.", "TBC"),
        ("Lead | Post\n| To be confirmed | Analyst |", "To be confirmed"),
        ("Lead | Post\n|TBC|Analyst|", "TBC"),
    ],
)
def test_a_place_held_in_a_text_is_found(text: str, place: str) -> None:
    findings = [each for each in found(said(text)) if each.code == LEFT.code]
    assert place in [each.words for each in findings]


@pytest.mark.parametrize(
    "text",
    [
        "One resident said “[name] shouts at us from the [street] every night”.",
        'Another said "they took my [item] and [name] ran".',
        "It said that “the [council] must act” [sic], and the rest was [redacted].",
        "See [data](https://example.org) and [1].",
        "Malcolm X spoke, and 4 x 4 cars were taken.",
        "It rose 2x, and by 10%.",
        "Is that so?? Nobody knows.",
        "The word __bold__ and snake_case stand here.",
        "The date is to be confirmed by the board in June.",
        "Three things are missing: to be added by health in May, they are counted apart.",
        "New wards will be (inserted later) on the map.",
        "THE NAME OF THE GAME",
        "To be confirmed means to be checked.",
    ],
)
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert LEFT.code not in codes(said(text))


def test_a_place_for_the_partnerships_name_is_told_once() -> None:
    for text in ("The [name of partnership] agreed.", "The [partnership name] agreed.", "The [area] is small."):
        assert [each.code for each in found(said(text)) if each.code != "acronym"] == ["name-other"], text


def test_a_list_of_places_held_is_looked_at_once_and_not_once_a_line() -> None:
    draft = assessment(summary__headlines=["TODO"] * 4000)
    began = process_time()
    assert found(draft) == []  # the answer is missing, which is told elsewhere
    assert process_time() - began < 1

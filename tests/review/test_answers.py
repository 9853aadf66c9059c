"""What counts as an answer: white space and scaffolds do not, and no honest sentence is mistaken for one."""

import pytest

from sa_wizard.draft.values import Json
from sa_wizard.review.answers import answered


@pytest.mark.parametrize(
    "value",
    [
        "", " \n\t\u00a0", None, [], {}, [""], ["TBC", " "], {"id": "topic-1"}, {"id": "x", "name": "TODO"},
        "TODO", "to do", "To-do", "TODO: ask Sam for the figures", "todo:\nall of this",
        "TBC", "tbc.", "(TBC)", "**TBC**", "TBA", "TBD", "To be confirmed", "to be added", "[to be completed]",
        "XX", "xxx", "XXXX%", "...", "…", "?", "???", "____",
        "[insert figure]", "[Insert name of partnership here]", "<insert text>", "{{insert}}", "[insert …]", "[ insert",
        "Lorem ipsum dolor sit amet.",
    ],
)  # fmt: skip
def test_a_place_held_for_an_answer_is_none(value: Json) -> None:
    assert not answered(value)


@pytest.mark.parametrize(
    "value",
    [
        0, False, 5.5, ["", "x"], {"id": "x", "count": 0}, [{"id": "x", "name": "y"}],
        "None", "No", "n/a", "-", "0", "Not yet known",
        "Insert sort of the list was done by hand.", "Insertion of new cameras", "[Insert A] shows the wards.",
        "To do this we asked residents.", "XX Road was closed", "TBC by the board in June", "Todmorden", "x", "X",
        "The figure is to be confirmed by the police.", "?!", "The list... goes on",
    ],
)  # fmt: skip
def test_whatever_says_something_is_an_answer(value: Json) -> None:
    assert answered(value)


@pytest.mark.parametrize("character", [" ", "-", "[", ".", "x", "?", "\n", "insert ", "todo:", "{", "\u3000"])
def test_a_megabyte_of_anything_is_judged_at_once(character: str) -> None:
    for length in (150, 199, 200, 1_000_000):
        answered(character * length)
        answered(f"[insert {character * length}")

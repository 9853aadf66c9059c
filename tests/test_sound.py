"""Plain data of a certain shape: frozen, made by name, compared by what it holds, held to its limits by Pydantic."""

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, replace
from typing import Annotated, Any

import pytest

from sa_wizard.sound import Heard, Limits, Part, Unsound, part, sound


@part
class Inner(Part):
    """A part of a part."""

    name: Annotated[str, Limits(min_length=1, strip_whitespace=True)]


@part
class Outer(Part):
    """All there is to hold to."""

    inner: tuple[Inner, ...]
    count: Annotated[int, Limits(ge=0, le=9)] = 1
    on: Annotated[str, Heard(lambda said: "yes" if said is True else said)] = "no"
    table: Annotated[dict[str, str], Limits(max_length=1)] = field(default_factory=dict)


GOOD: Mapping[str, Any] = {"inner": [{"name": " a "}], "on": True}


def test_what_is_sound_is_what_could_be_made_by_hand() -> None:
    made = sound(Outer, GOOD)
    assert made == Outer(inner=(Inner(name="a"),), on="yes")
    assert made != Outer(inner=(Inner(name="b"),), on="yes")
    assert hash(made.inner[0]) == hash(Inner(name="a"))
    assert replace(made, count=2).count == 2


def test_nothing_in_it_changes_and_what_is_made_for_one_is_not_another_s() -> None:
    one = Outer(inner=())
    with pytest.raises(FrozenInstanceError):
        one.count = 2  # type: ignore[misc]  # that is what is tested
    assert one.table is not Outer(inner=()).table


@pytest.mark.parametrize("wrong", [{}, {"inner": (), "colour": "red"}])
def test_made_by_hand_it_holds_all_its_names_and_no_others(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"inner|colour"):
        Outer(**wrong)


@pytest.mark.parametrize(
    ("change", "steps", "said"),
    [
        ({"colour": "red"}, ("colour",), "not known"),
        ({"inner": [{}]}, ("inner", 0, "name"), "missing"),
        ({"inner": [{"name": "  "}]}, ("inner", 0, "name"), "at least 1 character"),
        ({"inner": ["a"]}, ("inner", 0), "dictionary"),
        ({"count": 10}, ("count",), "less than or equal to 9"),
        ({"table": {"a": "1", "b": "2"}}, ("table",), "at most 1 item"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(change: dict[str, Any], steps: tuple[object, ...], said: str) -> None:
    with pytest.raises(Unsound) as caught:
        sound(Outer, {**GOOD, **change})
    assert caught.value.steps == steps
    assert said in caught.value.said

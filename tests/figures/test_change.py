"""Change between two counts: said in the way that does not mislead."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.figures.change import MINUS, Change, change, is_count, plain, signed


@pytest.mark.parametrize(
    ("old", "new", "difference", "percent"),
    [
        (120, 100, f"{MINUS}20", f"{MINUS}17%"),
        (41, 58, "+17", "+41%"),
        (310, 402, "+92", "+30%"),
        (100, 100, "0", "0%"),
        (1000, 2554, "+1,554", "+155%"),
        (20, 0, f"{MINUS}20", f"{MINUS}100%"),
        (40, 45, "+5", "+13%"),  # 12.5: halves go up, as in a spreadsheet
        (40, 35, f"{MINUS}5", f"{MINUS}13%"),
        (1000, 1004, "+4", "+0.4%"),
        (1000, 996, f"{MINUS}4", f"{MINUS}0.4%"),
        (30.3, 30.6, "+0.3", "+1%"),
    ],
)
def test_a_change_is_said_in_number_and_per_cent(old: float, new: float, difference: str, percent: str) -> None:
    found = Change(old, new)
    assert (found.difference_words, found.percent_words) == (difference, percent)


@pytest.mark.parametrize(
    ("old", "new", "words"), [(1, 8, "from 1 to 8"), (0, 12, "from 0 to 12"), (19, 19, "from 19 to 19")]
)
def test_small_counts_and_zero_get_no_per_cent(old: int, new: int, words: str) -> None:
    """One report rising to eight was published as an increase of almost 700%."""
    assert Change(old, new).percent is None
    assert Change(old, new).percent_words == words


@pytest.mark.parametrize(
    ("old", "new", "material"),
    [
        (0, 0, False),
        (100, 100, False),
        (100, 120, False),
        (100, 140, True),
        (140, 100, True),
        (0, 3, False),
        (0, 4, True),
    ],
)
def test_only_more_than_chance_is_material(old: int, new: int, material: bool) -> None:
    assert Change(old, new).material is material


@pytest.mark.parametrize("value", [None, "", "12", "many", True, -1, math.nan, math.inf, [], {}, 10**400])
def test_only_two_real_counts_make_a_change(value: object) -> None:
    assert not is_count(value)
    assert change(value, 5) is None
    assert change(5, value) is None


def test_zero_is_a_count() -> None:
    assert change(0, 0) == Change(0, 0)


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (1554, "1,554"), (2.0, "2"), (4.1, "4.1"), (0.0000001, "0"), (1e14, "100,000,000,000,000")],
)
def test_figures_are_plain(value: float, words: str) -> None:
    assert plain(value) == words


@settings(deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_sign_and_direction_always_agree(old: int, new: int) -> None:
    found = Change(old, new)
    assert found.difference_words == signed(new - old)
    if found.percent is not None:
        assert found.percent_words.startswith(
            ("0",) if found.percent == 0 else ("+", "0") if new > old else (MINUS, "0")
        )


@settings(deadline=None)
@given(st.floats(0, 1e14, exclude_max=True), st.floats(0, 1e14, exclude_max=True))
def test_any_two_figures_can_be_said(old: float, new: float) -> None:
    found = change(old, new)
    assert found is not None
    assert "e" not in found.difference_words
    assert found.percent_words

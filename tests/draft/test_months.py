"""Periods of whole months, as typed and as compared."""

from datetime import date

import pytest
from hypothesis import given, settings

from sa_wizard.draft.months import HOW, Months, fault, month, months, split
from tests.draft.strategies import json_values, of_kind


@pytest.mark.parametrize("typed", ["2024-10", " 2024-10 ", "2024-1"])
def test_a_month_is_its_first_day(typed: str) -> None:
    found = month(typed)
    assert found is not None
    assert (found.year, found.day) == (2024, 1)


@pytest.mark.parametrize(
    "typed", ["", "2024", "2024-13", "2024-00", "0000-01", "9999-01", "10-2024", "2024-10-01", "soon", None, 2024]
)
def test_anything_else_is_no_month(typed: object) -> None:
    assert month(typed) is None


def test_a_period_ends_on_the_last_day_of_its_last_month() -> None:
    assert months({"start": "2023-03", "end": "2024-02"}) == Months(date(2023, 3, 1), date(2024, 2, 29))


@pytest.mark.parametrize(
    ("start", "end", "length", "label", "short"),
    [
        ("2024-10", "2025-09", 12, "October 2024 to September 2025", "2024-25"),
        ("2025-01", "2025-12", 12, "January 2025 to December 2025", "2025"),
        ("2025-04", "2025-04", 1, "April 2025", "2025"),
        ("1999-04", "2000-03", 12, "April 1999 to March 2000", "1999-00"),
    ],
)
def test_a_period_knows_its_length_and_its_names(start: str, end: str, length: int, label: str, short: str) -> None:
    period = months({"start": start, "end": end})
    assert period is not None
    assert (period.length, period.label, period.short) == (length, label, short)


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("", "", None),
        (" ", "", None),
        ("2024-10", "2025-09", None),
        ("2024-10", "", "has no last month"),
        ("", "2024-10", "has no first month"),
        ("2024-13", "2025-09", "has a first month '2024-13' that is not a month written YYYY-MM"),
        ("2025-09", "2024-10", "runs backwards: its last month comes before its first"),
    ],
)
def test_what_is_wrong_with_a_period_is_said(start: str, end: str, told: str | None) -> None:
    assert fault({"start": start, "end": end}) == told
    assert (months({"start": start, "end": end}) is None) == (told is not None or not start.strip())


@pytest.mark.parametrize(
    "typed",
    [
        "2024-10:2025-09",
        " 2024-10 : 2025-9 ",
        "2024-10 to 2025-09",
        "October 2024 to September 2025",
        "oct 2024 until sep 2025",
        "Oct 2024-Sep 2025",
        "10/2024 – 9/2025",
        "10/2024-09/2025",
        "10.2024, 9.2025",
        "2024-10/2025-09",
        "2024-10-2025-09",
        "10-2024 - 09-2025",
        "2024/10 to 2025/09",
    ],
)
def test_a_period_as_people_write_it(typed: str) -> None:
    assert split(typed) == {"start": "2024-10", "end": "2025-09"}


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("", "", ""),
        ("2024-10", "2024-10", ""),
        ("October 2024", "2024-10", ""),
        ("Oct 2024: ", "2024-10", ""),
        (":Sep 2025", "", "2025-09"),
        ("2024:2025", "2024", "2025"),
        ("soon", "soon", ""),
        ("2024-10 to soon", "2024-10 to soon", ""),
        ("-" * 81, "-" * 81, ""),
    ],
)
def test_what_is_no_period_stays_as_it_was_typed(typed: str, start: str, end: str) -> None:
    assert split(typed) == {"start": start, "end": end}


def test_a_period_is_understood_as_it_is_shown_and_the_forms_that_are_named_work() -> None:
    shown = months({"start": "2024-10", "end": "2025-09"})
    assert shown is not None
    assert split(shown.label) == {"start": "2024-10", "end": "2025-09"}
    first, _, second = HOW.removesuffix(".").partition("such as ")[2].partition(" or ")
    assert split(first) == split(second) == {"start": "2024-10", "end": "2025-09"}


@settings(deadline=None)
@given(of_kind("period") | json_values)
def test_a_period_is_right_empty_or_has_a_fault_and_nothing_raises(value: object) -> None:
    if months(value) is not None:
        assert fault(value) is None

"""Cleaning: what no screen and no document can hold goes; words never change."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.draft.text import clean, clean_line
from tests.draft.strategies import texts


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\vd\fe\u2028f\u2029g\x85h\x1ci", "a\nb\nc\nd\ne\nf\ng\nh\ni"),
        ("a\r\r\nb", "a\n\nb"),
        ("bell\x07 esc\x1b[31m nul\x00 del\x7f c1\x9b", "bell esc[31m nul del c1"),
        ("\ufeffmark \ufffe \uffff \U0001fffe", "mark   "),
        ("half \ud83d", "half \ufffd"),
        ("tab\tstays", "tab\tstays"),
        ("Café – ‘naïve’ 👩‍👩‍👧 हिन्दी Llanfair­pwll", "Café – ‘naïve’ 👩‍👩‍👧 हिन्दी Llanfair­pwll"),
        ("[/ {{ x }} --- <ward name>", "[/ {{ x }} --- <ward name>"),
    ],
)
def test_only_what_cannot_be_shown_changes(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_a_line_has_no_breaks_and_no_tabs() -> None:
    assert clean_line("one\r\ntwo\tthree") == "one two three"


@settings(deadline=None)
@given(texts)
def test_cleaning_twice_changes_nothing_and_the_result_is_safe(typed: str) -> None:
    for once, again in ((clean(typed), clean), (clean_line(typed), clean_line)):
        assert again(once) == once
        once.encode("utf-8")
        assert not any(character < " " and character not in "\n\t" for character in once)
        assert "\x1b" not in once


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="\ufeff")))
def test_ordinary_text_of_any_script_is_untouched(typed: str) -> None:
    assert clean(typed) == typed

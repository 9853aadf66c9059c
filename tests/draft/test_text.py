"""Cleaning: what no screen and no document can hold goes; words never change."""

import re
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.draft import store
from sa_wizard.draft.text import clean, clean_line
from tests.builders import drafted, shipped
from tests.draft.strategies import DIRECTIONS, texts


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\vd\fe\u2028f\u2029g\x85h\x1ci", "a\nb\nc\nd\ne\nf\ng\nh\ni"),
        ("a\r\r\nb", "a\n\nb"),
        ("bell\x07 esc\x1b[31m nul\x00 del\x7f c1\x9b", "bell esc[31m nul del c1"),
        ("\ufeffmark \ufffe \uffff \U0001fffe", "mark   "),
        ("half \ud83d", "half \ufffd"),
        ("fewer than \u202e21\u202c and \u2067x\u2069", "fewer than 21 and x"),
        (
            "marks \u200e\u200f\u061c\u200b\u200c\u200d\u2060 \ue000 \u0378 stay",
            "marks \u200e\u200f\u061c\u200b\u200c\u200d\u2060 \ue000 \u0378 stay",
        ),
        (
            "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
            "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
        ),
        ("tab\tstays", "tab\tstays"),
        ("Café – ‘naïve’ 👩‍👩‍👧 हिन्दी Llanfair­pwll", "Café – ‘naïve’ 👩‍👩‍👧 हिन्दी Llanfair­pwll"),
        ("[/ {{ x }} --- <ward name>", "[/ {{ x }} --- <ward name>"),
    ],
)
def test_only_what_cannot_be_shown_changes(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_a_line_has_no_breaks_and_no_tabs() -> None:
    assert clean_line("one\r\ntwo\tthree") == "one two three"


def goes(sign: str) -> bool:
    """Whether a character is no part of any word, said by Unicode's own tables."""
    return (
        unicodedata.category(sign) == "Cc"
        or unicodedata.bidirectional(sign) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        or ord(sign) & 0xFFFE == 0xFFFE
        or 0xFDD0 <= ord(sign) <= 0xFDEF
        or sign in "\u2028\u2029\ufeff"
    )


def words(text: str) -> str:
    """Every character that must survive, in order."""
    return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text if not goes(sign))


@settings(deadline=None)
@given(texts)
def test_cleaning_twice_changes_nothing_and_the_result_is_safe(typed: str) -> None:
    for once, again in ((clean(typed), clean), (clean_line(typed), clean_line)):
        assert again(once) == once
        once.encode("utf-8")
        assert not any(goes(sign) for sign in once if sign not in "\n\t")
    assert "\n" not in clean_line(typed)


@settings(deadline=None)
@given(texts)
def test_no_word_is_lost_and_no_line_joined_to_another(typed: str) -> None:
    assert words(clean(typed)) == words(typed)
    lines = re.split("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", typed)
    assert [words(line) for line in clean(typed).split("\n")] == [words(line) for line in lines]


@pytest.mark.parametrize("plane", range(17))
def test_every_character_of_every_plane_stays_or_goes_as_unicode_has_it(plane: int) -> None:
    signs = [chr(code) for code in range(plane << 16, (plane + 1) << 16)]
    kept = clean("x".join(signs))
    assert words(kept) == words("x".join(signs))
    assert clean_line(kept) == "".join(" " if sign in "\n\t" else sign for sign in kept)
    assert clean(kept) == kept


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters=f"\ufeff{DIRECTIONS}"))
)
def test_ordinary_text_of_any_script_is_untouched(typed: str) -> None:
    assert clean(typed) == typed


@settings(deadline=None, max_examples=300)
@given(texts)
def test_whatever_is_pasted_survives_clean_save_and_load(pasted: str) -> None:
    draft = drafted({"why.overall": pasted, "about.title": pasted, "summary.headlines": [pasted, pasted]})
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.sa.json"
        store.save(path, shipped(), draft)
        found = store.load(path)[1]
    assert found == draft
    assert found.get("why.overall") == clean(pasted)
    assert found.get("about.title") == clean_line(pasted)
    assert found.get("summary.headlines") == [clean_line(pasted)] * 2
    assert words(found.get("why.overall")) == words(pasted)

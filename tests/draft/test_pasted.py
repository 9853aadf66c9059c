"""A paste: what other programs leave in it is made plain and told; nothing else in it changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sa_wizard.draft.pasted import plain
from sa_wizard.draft.text import clean
from tests.draft.strategies import texts

LEFT_BEHIND = "\u00a0\u2007\u202f\u00ad\ufffc\u200b\u200c\u200d\u2060"
MARKS = "•‣⁃▪◦●○➢❖·§Øo–—-\uf0b7\uf0a7"

pastes = st.lists(
    st.one_of(
        texts,
        st.sampled_from(
            [*LEFT_BEHIND, *MARKS, "•\t", "o\t", "1.\t", "a)\t", "-\t", "· ", "\t", "\n", "\x0b", "17%", "क", "👩"]
        ),
    ),
    max_size=24,
).map("".join)


@pytest.mark.parametrize(
    ("copied", "kept"),
    [
        ("up\u00a017% in\u202fJune", "up 17% in June"),
        ("part\u00adner\u00adship \u200bzero\ufeff", "partnership zero"),
        ("one\x0btwo\u2028three\r\nfour", "one\ntwo\nthree\nfour"),
        ("before \ufffcafter", "before after"),
        ("•\tOne\n•\tTwo", "- One\n- Two"),
        ("  ▪  One\n\t\uf0b7\tTwo", "  - One\n  - Two"),
        ("·       One\n·\u00a0\u00a0\u00a0\u00a0Two", "- One\n- Two"),
        ("•\tOne\no\tWithin\no\tToo\n•\tTwo", "- One\n  - Within\n  - Too\n- Two"),
        ("o\tOne\no\tTwo\no\tThree", "- One\n- Two\n- Three"),
        ("1.\tFirst\n2.\tSecond\n(a)\tThird", "1. First\n2. Second\n(a) Third"),
        ("–\tOne\n-\tTwo", "- One\n- Two"),
    ],
)
def test_what_is_left_behind_is_made_plain(copied: str, kept: str) -> None:
    assert plain(copied).text == kept


@pytest.mark.parametrize(
    "kept",
    [
        "“Curly” quotes, ‘single’ ones, an en dash – and an em dash — and an ellipsis…",
        "Crime\t2023-24\t2024-25\nBurglary\t120\t100\n-\t1.\to",
        "Rank\tCrime\n1.\tBurglary\n2.\tRobbery",
        "•\tYes\t1",
        "• 17%\n•\t1,204",
        "o bobl ifanc\n- typed\n1. typed\n  · one space",
        "Error! Reference source not found.",
        "👩‍👩‍👧 हिन्दी क्‍ष می‌خواهم ไทย\u200bภาษา",
        "a * b, 3 • 4, § 17, Ø 20 mm",
    ],
)
def test_what_was_written_stays(kept: str) -> None:
    assert plain(kept).text == kept
    assert plain(kept).leftovers == 0


def test_an_entry_of_a_list_needs_no_mark_and_what_goes_on_with_a_line_is_no_entry() -> None:
    assert plain("•\tOne\n2.\tTwo\n- Three", entries=True).text == "One\nTwo\n- Three"
    assert plain("• ▪ One\n•\t• Two", entries=True).text == "One\nTwo"
    assert plain("• one\n• two", begins=False).text == "• one\n- two"


@pytest.mark.parametrize(
    ("copied", "room", "told"),
    [
        ("plain", 79, ""),
        ("word " * 1_204, 79, "Pasted 1,204 words; Ctrl+Z takes it back."),
        ("a\u00a0b", 79, "Pasted 2 words; 1 non-breaking space made plain; Ctrl+Z takes it back."),
        ("•\ta\u00a0b", 99, "Pasted 3 words; 1 non-breaking space and 1 list mark made plain; Ctrl+Z takes it back."),
        ("•\ta\u00a0b", 79, "Pasted 3 words; 2 leftovers of other programs made plain; Ctrl+Z takes it back."),
        ("so\u00adft\ufffc", 79, "Pasted 1 word; 1 soft hyphen and 1 picture taken out; Ctrl+Z takes it back."),
    ],
)
def test_it_is_told_in_one_line(copied: str, room: int, told: str) -> None:
    assert plain(copied).told(room) == told
    assert len(told) <= room or "leftovers" in told


@given(pastes, st.booleans(), st.booleans())
def test_once_is_enough(copied: str, entries: bool, begins: bool) -> None:
    made = plain(copied, entries=entries, begins=begins)
    again = plain(made.text, entries=entries, begins=begins)
    assert (again.text, again.leftovers) == (made.text, 0)
    assert clean(made.text) == made.text
    if not made.leftovers:
        assert made.text == clean(copied)


@given(pastes)
def test_every_letter_and_figure_comes_through_in_order(copied: str) -> None:
    """All but those that Word has for bullets."""
    assert written(plain(copied).text) == written(clean(copied))


@given(pastes.filter(lambda text: not any(sign in text for sign in LEFT_BEHIND)))
def test_lines_that_begin_with_no_mark_stay_to_the_letter(copied: str) -> None:
    text = clean(copied)
    for before, after in zip(text.split("\n"), plain(text).text.split("\n"), strict=True):
        if not re.match(rf"[ \t]*(?:[{re.escape(MARKS)}\uf000-\uf0ff]|\(?[a-z\d]{{1,5}}[.)]\t)", before):
            assert after == before


def written(text: str) -> str:
    """The letters and figures of a text."""
    return "".join(sign for sign in text if sign.isalnum() and sign not in "oØ")

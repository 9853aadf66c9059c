"""Signs, first words and sets of words find what the plain expression would; they only spare the work."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard import review
from sa_wizard.expressions import Rare, Shape, Words
from sa_wizard.review.scaffolds import PLACEHOLDERS, first_word


def everything() -> Iterator[tuple[str, object]]:
    """What stands in the modules of the review, by name, and what is in tuples there."""
    for each in pkgutil.walk_packages(review.__path__, "sa_wizard.review."):
        for name, thing in vars(importlib.import_module(each.name)).items():
            parts = thing if isinstance(thing, tuple) else (thing,)
            yield from ((f"{each.name.rpartition('.')[2]}{name}", part) for part in parts)


RARE = [pytest.param(thing, id=name) for name, thing in everything() if isinstance(thing, Rare)]
TEXTS = st.text(alphabet=st.sampled_from("abcdefrtyABC019 _-’'.,()\n"), max_size=30)


def test_there_are_expressions_with_signs() -> None:
    assert len(RARE) > 20


@pytest.mark.parametrize("rare", RARE)
@settings(max_examples=50)
@given(data=st.data())
def test_whatever_an_expression_matches_has_one_of_its_signs(rare: Rare, data: st.DataObject) -> None:
    """A sign that is left out, or misspelt, would make a rule miss what it is there for."""
    plain = re.compile(rare.pattern, rare.flags)
    text = data.draw(st.from_regex(plain))
    for found, alone in ((rare.search(text), plain.search(text)), (rare.fullmatch(text), plain.fullmatch(text))):
        assert (found and found.span()) == (alone and alone.span())


@pytest.mark.parametrize(("shape", "begin"), PLACEHOLDERS, ids=range(len(PLACEHOLDERS)))
@settings(max_examples=100)
@given(data=st.data())
def test_a_placeholder_begins_with_a_word_that_it_is_looked_for_under(
    shape: Shape, begin: str, data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(re.compile(shape.pattern, shape.flags), fullmatch=True))
    assert first_word(text) in begin.split()


WORDS = Words("fell rise ab*", "a b", "c.", "rate of")
ALTERNATIVES = re.compile(r"(?<!\w)(?:fell|rise|ab\w+|a b|c\.|rate of)(?!\w)", re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("It fell.", True),
        ("FELL", True),
        ("felling, and rises", False),
        ("abc", True),
        ("ab", False),
        ("a  b", False),
        ("a b_", False),
        ("data b, a b", True),
        ("c. 20", True),
        ("the rate of_it", False),
        ("", False),
    ],
)
def test_words_are_whole_words_and_a_star_stands_for_longer_ones(text: str, within: bool) -> None:
    assert WORDS.within(text) is within


@given(TEXTS)
def test_words_are_found_where_an_expression_of_the_same_words_finds_them(text: str) -> None:
    assert WORDS.within(text) is (ALTERNATIVES.search(text) is not None)

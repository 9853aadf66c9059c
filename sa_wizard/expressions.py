"""Regular expressions that are compiled when they are first used, and words that are looked up instead.

Why: compiling is slow, and grows with the length of a pattern. All of them together would take longer than judging a
draft does, and most texts need few.
"""

import re
import sys
from collections.abc import Callable, Iterator
from typing import Any


class Shape:
    """An expression that is compiled when a text is first held against it."""

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        """The compiled expression's own method, kept so that it is looked up once."""
        found: object = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, found)
        return found


class Rare(Shape):
    """An expression that few texts match, with the signs of it: each match has one of them, in whatever case.

    Where a text has none, nothing is compiled nor tried.
    """

    def __init__(self, pattern: str, *signs: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        super().__init__(pattern, flags)
        self._shape = Shape(pattern, flags)
        self._signs = signs

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match between two places."""
        return self._shape.search(text, start, end) if self._has_sign(text[start:end]) else None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match of all that is between two places."""
        return self._shape.fullmatch(text, start, end) if self._has_sign(text[start:end]) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match at the first of two places."""
        return self._shape.match(text, start, end) if self._has_sign(text[start:end]) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match between two places."""
        return self._shape.finditer(text, start, end) if self._has_sign(text[start:end]) else iter(())

    def sub(self, new: str, text: str) -> str:
        """The text with every match replaced."""
        return self._shape.sub(new, text) if self._has_sign(text) else text

    def _has_sign(self, text: str) -> bool:
        low = text.lower()
        for sign in self._signs:  # noqa: SIM110 - half the time of any()
            if sign in low:
                return True
        return False


_RUN = Shape(r"\w+")


class Words:
    """Whole words, in whatever case, and phrases of several; one that ends in ``*`` stands for all longer ones."""

    def __init__(self, words: str, *phrases: str) -> None:
        every = words.split()
        self._words = frozenset(word for word in every if not word.endswith("*"))
        self._stems = tuple(word[:-1] for word in every if word.endswith("*"))
        self._phrases = phrases

    def within(self, text: str) -> bool:
        """Whether a text has any of them."""
        low = text.lower()
        runs = _RUN.findall(low)
        if not self._words.isdisjoint(runs):
            return True
        begun = [run for run in runs if run.startswith(self._stems)]
        if any(run != stem and run.startswith(stem) for run in begun for stem in self._stems):
            return True
        return any(phrase in low and _stands_alone(low, phrase) for phrase in self._phrases)


def _stands_alone(text: str, phrase: str) -> bool:
    """Whether a phrase stands somewhere in a text without a letter or figure that goes on at either end."""
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not (goes_on(text[at - 1 : at]) or goes_on(text[end : end + 1])):
            return True
        at = text.find(phrase, at + 1)
    return False


def goes_on(character: str) -> bool:
    """Whether a character beside a word makes it longer; no character, at an end of the text, does not."""
    return character.isalnum() or character == "_"

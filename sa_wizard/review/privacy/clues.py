"""Where the numbers and the capitals of a text stand, found in one pass each and handed to every privacy rule.

Why: a dozen rules each reading the whole text for themselves took longer than all the other rules together. Nearly
every number of an assessment is a count, a share, a year, a time or a sum of money; only what is left over can be a
telephone, a postcode, a plate or a reference, and that is a few in a hundred.
"""

import re

from sa_wizard.expressions import Shape
from sa_wizard.review.privacy.days import DAY, MONTH_BEFORE, MONTH_DAY, NAMED_DAY
from sa_wizard.review.rules import prose

Span = tuple[int, int]

AT, SLASHES, ODD, PLAIN, LEADING, CAPITALS, SMALL, DAYS, YEAR, TABLE, TOLD, NAMED = (1 << bit for bit in range(12))
"""What a text may have that makes a rule worth asking of it. Why numbers: it is asked of thousands of short answers."""

LED = ("ed ", "ge ", "of ", "is ", "as ", "ly ", "st ", "ow ", "en ")
"""How the words end that may lead to an age: aged, age, of, is, was, only, just, now, then."""
_CLUE = Shape(
    rf"[0-9A-Z{prose.RARE}](?:"
    r"(?<=[0-9])(?:"
    # a figure of up to three digits by itself: whether what leads to it may make it an age
    rf"(?<![\w+*/.,:£$€#-][0-9])(?<!0)(?:(?:(?<=(?:{'|'.join(LED)})[0-9])|(?<=, [0-9])|(?<=[(][0-9]))()|)"
    r"[0-9]{0,2}(?![\w/*°]|[.,:-][0-9]|[ \u00a0][0-9])"
    # whether what follows may, or it is a count under five; and whether a capital follows
    r"(?:(?:(?=[ -]y| x )|(?<=[1-4])(?<![0-9][0-9]))()|)(?=(,?[ \u00a0-](?:[A-Z]|of |20[0-9]{2}))|)"
    # thousands, decimals of up to three places, and times: nobody is known by them
    r"|(?<![\w+*/.,:-][0-9])[0-9]{0,2}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,3})?(?![\w/*]|[.,-][0-9]|[ \u00a0][0-9])"
    r"|(?<![\w+*/.,:-][0-9])[0-9]{0,2}\.[0-9]{1,3}(?![\w/*°]|[.,-][0-9])"
    r"|(?<![\w+*/.,:-][0-9])[0-9]?:[0-9]{2}(?![\w:])"
    # a year, or two of them, unless it may be the figures of a plate or of a grid reference
    r"|(?<![\w+*/.,:-][0-9])(?<![A-Z] [0-9])(?:(?<=1)9|(?<=2)0)[0-9]{2}(?:[/–-][0-9]{2}(?:[0-9]{2})?)?"
    r"(?![\w/*]|[.,-][0-9]|[ \u00a0][0-9]| of )"
    # any other number, to the end of the word
    r"|(\w*))"
    # a word with a capital before another one
    r"|((?<=[A-Z])[a-zA-ZÀ-ÿ'’-]{0,20}+\.?+ (?=[A-Z]|a[pb] ))"
    # what control rooms and analysts of gangs write in capitals
    r"|((?<=[INO])(?:(?<=I)(?:P |NF|nf )|(?<=N)FA|(?<=O)CG)))"
)
_LEADING, _ODD, _CAPITAL, _SHOUTED = 3, 4, 5, 6
_SMALL_WORDS = ((" one", 1, 4), ("two", 0, 3), ("three", 0, 5), ("four", 0, 4), ("single ", 0, 6))
"""What is looked for, and where the number word starts and ends in it."""
_GLUE = frozenset("abcdefghijklmnopqrstuvwxyz-")
"""What makes a number word the end of a longer one."""


class Clues:
    """A text and what the rules begin from. All spans are of ``text``, and of ``lower``, which is as long."""

    __slots__ = ("capitals", "days", "leading", "lower", "odd", "plain", "shouted", "small", "text", "times")

    plain: list[Span]
    """Figures of one to three digits by themselves that may be an age or a count under five, or lead to something."""
    leading: list[Span]
    """Those of them that lead to a capital or to 'of': 14 March, 14 Mill Lane, 873 of 3 May."""
    odd: list[Span]
    """Every other number that is not plainly a sum, a time or a year: from its first digit to the end of the word."""
    capitals: list[Span]
    """Words with a capital that another follows after a space; the end is where that one starts."""
    shouted: bool
    """Whether there are such words as IP, INFT, NFA or OCG."""
    small: list[Span]
    """Counts of one to four, in figures or in words."""
    times: list[Span]
    """Where 'once' and 'twice' stand."""
    days: list[Span]
    """Exact days: 14 March 2025, March 14th, 14/03/2025, 2025-03-14, Christmas Day."""

    def __init__(self, text: str) -> None:
        self.text = text
        lower = self.lower = prose.small(text)
        self.shouted = False
        plain, leading, odd, capitals = self.plain, self.leading, self.odd, self.capitals = [], [], [], []
        for clue in _CLUE.finditer(text):
            which = clue.lastindex
            if which is None:
                continue
            if which == _CAPITAL:
                capitals.append(clue.span())
            elif which == _ODD:
                odd.append(clue.span())
            elif which == _SHOUTED:
                self.shouted = True
            else:
                plain.append(clue.span())
                if which == _LEADING:
                    leading.append(clue.span())
        small = [span for span in plain if span[1] == span[0] + 1 and text[span[0]] in "1234"] if plain else []
        if " one" in lower or "two" in lower or "three" in lower or "four" in lower or "single " in lower:
            _add_number_words(lower, small)
        if lower.startswith("one"):
            small.append((0, 3))
        self.small = small
        self.times = []
        if "twice" in lower or " once" in lower:
            self.times = [*_places(lower, " once", 1), *_places(lower, "twice", 0)]
        self.days = self._find_days() if leading or odd or capitals else []

    @property
    def has(self) -> int:
        """Which of ``AT`` to ``NAMED`` the text has, added up."""
        has = (ODD if self.odd else 0) | (PLAIN if self.plain else 0) | (LEADING if self.leading else 0)
        if self.capitals:
            has |= CAPITALS
        if self.days:
            has |= DAYS
        if self.small or self.times:
            has |= SMALL
        if self.shouted:
            has |= TOLD | NAMED
        return _with_words(_with_marks(has, self.text), self.lower)

    def _find_days(self) -> list[Span]:
        text = self.text
        found = [_month_day(text, start) if text[end] == "," else DAY.match(text, start) for start, end in self.leading]
        for start, end in self.odd:
            if end - start <= 4:
                found.append(DAY.match(text, start) or (_month_day(text, start) if text[end - 2].isalpha() else None))
        for start, end in self.capitals:
            if text.startswith(("Day", "Eve"), end):
                found.append(NAMED_DAY.search(text, max(0, start - 4), end + 3))
        return [day.span() for day in found if day]


def _with_marks(has: int, text: str) -> int:
    """With what the marks of a text add. Single ones are found the fastest, and most texts have none of them."""
    if (
        "@" in text
        or " AT " in text
        or ("(" in text and "(at)" in text)
        or ("[" in text and ("[at]" in text or "[AT]" in text))
    ):
        has |= AT
    if "/" in text and "///" in text:
        has |= SLASHES
    if "|" in text or "\t" in text:
        has |= TABLE
    if "“" in text or '"' in text or "‘" in text or ("'" in text and " '" in text):
        has |= NAMED | TOLD
    return has


def _with_words(has: int, lower: str) -> int:
    """With what the words of a text add."""
    if "only " in lower:
        has |= SMALL
    if "born in " in lower:
        has |= DAYS
    if "year" in lower:
        has |= YEAR
    if "caller" in lower or "informant" in lower:
        has |= TOLD
    return has | NAMED if "gang" in lower else has


def _add_number_words(lower: str, small: list[Span]) -> None:
    """Where number words stand by themselves."""
    for word, lead, width in _SMALL_WORDS:
        at = lower.find(word)
        while at >= 0:
            start, end = at + lead, at + width
            if not (lower[end : end + 1].isalpha() or lower[start - 1 : start] in _GLUE):
                small.append((start, end))
            at = lower.find(word, end)


def _places(lower: str, word: str, lead: int) -> list[Span]:
    """Where a word stands, less some characters before it."""
    found = []
    at = lower.find(word)
    while at >= 0:
        found.append((at + lead, at + len(word)))
        at = lower.find(word, at + len(word))
    return found


def _month_day(text: str, start: int) -> re.Match[str] | None:
    """The day whose month stands before its figure."""
    month = MONTH_BEFORE.search(text[max(0, start - 12) : start])
    return MONTH_DAY.match(text, start - len(month.group())) if month else None

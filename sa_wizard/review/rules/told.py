"""Changes told in prose: ``rose from 41 to 58 (41%)``, ``a fall of 20%, from 120 to 100``, ``258 of 712 (36%)``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sa_wizard.review.rules import prose

_OLD = re.compile(rf"(?:\bfrom |\(|^)(?P<old>{prose.FIGURE})\Z")
_NEW = re.compile(
    rf"(?P<new>{prose.FIGURE})"
    r"(?!\s{0,2}(?:%|per ?cent|per\b|[ap]\.?m\b|th\b|st\b|nd\b|rd\b|weeks?\b|days?\b|hours?\b|minutes?\b|months?\b"
    r"|years?\b|miles?\b|metres?\b|in \d{1,3}\b|:\d|[-/]\d|of\b))"
)
_TO = re.compile(r" to (?=\d)")
_UP = (
    r"up(?! to)|rises?|rose|risen|rising|increas(?:e|es|ed|ing)|grew|grown|growth|more(?! than)|higher"
    r"|climb(?:s|ed)?|gain(?:s|ed)?"
)
_DOWN = (
    r"down|falls?|fell|fallen|falling|decreas(?:e|es|ed|ing)|drop(?:s|ped)?|reduc(?:ed|es|tion|ing)|fewer|lower"
    r"|declin(?:e|es|ed|ing)|cuts?"
)
_HEDGE = r"almost|nearly|about|around|some|roughly|approximately|over|more than|just|under|less than|c\.|circa|only"
_LINK = rf"an?|or|that is|which is|by|of|to|equal|equivalent|change|it|this|i\.e\.|{_HEDGE}"
_WORD = rf"(?:{_UP}|{_DOWN}|{_LINK})"
_AFTER = re.compile(
    rf"(?P<gap>[\s,(:=–-]{{0,4}}(?:{_WORD}\b[\s,(]{{0,3}}){{0,6}}[-+−–]?)"
    rf"(?P<percent>{prose.FIGURE}){prose.PERCENT}(?!\s{{0,2}}(?:of|and \d)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?P<percent>{prose.FIGURE}){prose.PERCENT}(?P<gap>[^.;:%\d\n]{{0,50}})\Z",
    re.IGNORECASE,
)
_RISE = re.compile(rf"(?<![\w-])(?:{_UP})(?!\w)|\+\Z", re.IGNORECASE)
_FALL = re.compile(rf"(?<![\w-])(?:{_DOWN})(?!\w)|(?<!\w)[-−–]\Z", re.IGNORECASE)
_HEDGED = re.compile(rf"\b(?:{_HEDGE})(?!\w)", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:and|while|but|whereas|though|although|against|compared|of which|where)\b", re.IGNORECASE)
_PART = re.compile(
    rf"(?P<part>{prose.FIGURE}) of (?:(?:the|an estimated|some|about|all|our|those) ){{0,2}}(?P<whole>{prose.FIGURE})"
    rf"(?P<gap>[^.;:%\d\n()]{{0,50}})\((?P<percent>{prose.FIGURE}){prose.PERCENT}\)\Z"
)
_PART_AFTER = re.compile(
    rf"(?P<percent>{prose.FIGURE}){prose.PERCENT}(?P<gap>[^.;:%\d\n()]{{0,50}})"
    rf"\((?P<part>{prose.FIGURE}) of (?:the )?(?P<whole>{prose.FIGURE})\)\Z"
)
_IN_BRACKETS = re.compile(rf"\({prose.FIGURE}{prose.PERCENT}\)")
_OF_IN_BRACKETS = re.compile(rf"\({prose.FIGURE} of (?:the )?{prose.FIGURE}\)")
_NOT = re.compile(r"\b(?:not|never|without|hardly|if|n[o’']t)\b", re.IGNORECASE)
_AT_LEAST = re.compile(r"\b(?:over|more than|at least)\b", re.IGNORECASE)
_REACH = 70
_MOST = 500
"""Pairs read in one answer."""


Share = tuple[float, float, float, int, str]
"""A part, its whole, the per cent said of them, the decimals of that, and the words."""


@dataclass(frozen=True)
class Told:
    """Two counts and the per cent said of them, if any. ``rising`` is None when no word says which way."""

    old: float
    new: float
    percent: float | None
    decimals: int
    hedged: bool
    at_least: bool
    rising: bool | None
    words: str
    said: str
    """The words that say which way."""
    counts: bool
    """Whether both figures are whole numbers."""

    @property
    def fits(self) -> bool:
        """Whether the per cent is the change between the counts, allowing for rounding and for ``about``."""
        if self.percent is None or self.old == 0:
            return True
        true = abs(self.new - self.old) * 100 / self.old
        if self.at_least and self.percent <= true <= 1.5 * self.percent + 5:
            return True
        return close(true, self.percent, self.decimals, hedged=self.hedged)

    @property
    def turned(self) -> bool:
        """Whether the words say up and the counts go down, or the other way about."""
        return self.rising is not None and self.old != self.new and self.rising != (self.new > self.old)


def close(true: float, said: float, places: int, *, hedged: bool) -> bool:
    """Whether a per cent as printed stands for the true one."""
    room = 0.51 * float(10) ** -places
    return abs(true - said) <= (max(room, 2.5, 0.1 * true) if hedged else room)


def changes(text: str) -> tuple[Told, ...]:
    """Every pair of counts told as a change, with the per cent beside it."""
    return tuple(_told(text, old, new) for old, new in _pairs(text))


def _pairs(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Every ``from 41 to 58``: a figure on either side of the word. Years are no counts."""
    for to in prose.matches(_TO, text, _MOST):
        old, new = _OLD.search(text, max(0, to.start() - 32), to.start()), _NEW.match(text, to.end())
        if old and new and not (prose.is_year(old["old"]) or prose.is_year(new["new"])):
            yield old, new


def parts(text: str) -> tuple[Share, ...]:
    """Every ``258 of 712 (36%)``."""
    return tuple(_parts(text)) if " of " in text else ()


def _parts(text: str) -> Iterator[Share]:
    for anchor, pattern in ((_IN_BRACKETS, _PART), (_OF_IN_BRACKETS, _PART_AFTER)):
        for bracket in prose.matches(anchor, text, _MOST):
            found = pattern.search(text, max(0, bracket.start() - 130), bracket.end())
            if not found:
                continue
            percent = found["percent"]
            yield (
                prose.value(found["part"]),
                prose.value(found["whole"]),
                prose.value(percent),
                prose.decimals(percent),
                found[0],
            )


def _told(text: str, older: re.Match[str], newer: re.Match[str]) -> Told:
    start, end = older.start(), newer.end()
    lead = text[max(0, start - _REACH) : start]
    clause = re.split(r"[.;:\n](?!\d)|, (?!a |an |by |of )", lead)[-1]
    said, words, percent = clause, text[start:end], ""
    told_after = _said_percent(text[end : end + _REACH])
    after = _AFTER.match(text, end, min(len(text), end + _REACH)) if told_after else None
    before = _BEFORE.search(lead) if not after and _said_percent(lead) else None
    if after and (_way(after["gap"]) is not None or _way(clause) is not None):
        percent, words = after["percent"], text[start : after.end()]
        said = after["gap"] if _way(after["gap"]) is not None else clause
    elif before and not _OTHER.search(before["gap"]):
        said = lead[max(0, before.start() - 30) :]
        if _way(said) is not None:
            percent, words = before["percent"], lead[before.start() :] + text[start:end]
    return Told(
        prose.value(older["old"]),
        prose.value(newer["new"]),
        prose.value(percent) if percent else None,
        prose.decimals(percent),
        bool(percent) and _HEDGED.search(f"{said} {words}") is not None,
        bool(percent) and _AT_LEAST.search(f"{said} {words}") is not None,
        _way(said),
        words,
        f"{clause}{text[start : end + _REACH // 2]}",
        "." not in older["old"] and "." not in newer["new"],
    )


def _said_percent(words: str) -> bool:
    return "%" in words or "cent" in words.lower()


def _way(words: str) -> bool | None:
    """Whether the last word of direction says up or down."""
    if _NOT.search(words):
        return None
    ups = [found.start() for found in _RISE.finditer(words)]
    downs = [found.start() for found in _FALL.finditer(words)]
    if not ups and not downs:
        return None
    return max(ups, default=-1) > max(downs, default=-1)

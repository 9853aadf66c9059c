"""Chapters that describe and never explain: many facts, a real change, and no word of why."""

import re
from collections.abc import Iterator, Sequence

from sa_wizard.expressions import Rare, Shape, Words
from sa_wizard.figures.change import change
from sa_wizard.outline.records import Topic
from sa_wizard.review.answers import answered
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.reading import READINGS
from sa_wizard.review.rules import kept
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written

DESCRIBES = Rule(
    "describes-only",
    "warning",
    "A chapter that describes and never explains",
    "A plan built on a description treats whatever went up, and not what put it up.",
    "Bring the likeliest reason into the chapter, with what supports it and what speaks against it.",
    "Chainey, strategic assessments: templates make reports full of facts and weak on why; SI 2007/1830, regs 5 to 7",
    "c",
)
RULES: tuple[Rule, ...] = (DESCRIBES,)

_MOVE = r"(?:rise|fall|increase|decrease|change|drop|growth|reduction|trend)"
_WHY = Words(
    """
    because why reason reasons explain explain* explanation explanations attribut* reflect reflects reflected reflecting
    suggest suggests suggesting probable probably therefore hypothesis hypotheses consequence
    """,
    *(
        "due to",
        "owing to",
        "thanks to",
        "driven by",
        "as a result",
        "led to",
        "linked to",
        "lies behind",
        "lie behind",
    ),
    *(f"{result} {of}" for result in ("result", "results", "resulted", "resulting") for of in ("of", "from", "in")),
    *("follows the", "followed the", "following the", "stem from", "stems from", "stemmed from"),
    *("do not know which", "do not know why", "do not know what"),
)
_CAUSES = Rare(
    r"\b(?:caus\w{1,6}|account(?:s|ed)? for (?:this|that|it)(?=[.,;:)\n])"
    rf"|account(?:s|ed)? for (?:the|this|that|most|much|part|all|some|half)(?: of (?:the|this|that|its))?"
    rf" (?:\w{{1,15}} ){{0,2}}{_MOVE}"
    rf"|(?:contribut\w{{1,6}}|drivers?) (?:to|of|for|behind) (?:the|this|that|its) (?:\w{{1,15}} ){{0,2}}{_MOVE})\b",
    *("caus", "account", "contribut", "driver"),
    flags=re.IGNORECASE,
)
"""Words of a reason. Why not "likely", "drivers" or "not known": boys are likelier to be robbed, as are bus drivers.

"Account for most" is one only where it is said of the change: a few people account for most offences every year.
"""
_LONG = 60
"""Words from which a text is a chapter and not a note."""
_TELLING = Shape(r"[^\W\d_]{5,30}")
_COMMON = frozenset(
    ("about", "after", "before", "between", "since", "their", "there", "these", "under", "where", "which")
)
_SHARED = 3
"""Words a chapter shares with a reason when it speaks of it, though it has none of the words of ``_WHY``."""


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:  # noqa: ARG001 - every family is called alike
    """Long chapters on a problem with a material change that never come to the reasons given for it elsewhere.

    Why only those with a reason: that there is none at all is what item (c) itself finds.
    """
    for row, topic in kept.rows(seen, Topic):
        changed = change(topic.previous_count, topic.count)
        if changed is None or not changed.material or not _reasoned(topic):
            continue
        described = READINGS.of(topic.narrative)
        length = described.once(_words_unexplained)
        if length >= _LONG and not _speaks_of_a_reason(topic):
            yield DESCRIBES.found(
                seen.at(Topic, row, "narrative"),
                f"{kept.quoted(topic, row)} is described in {length} words, and none of them says why it changed by "
                f"{changed.difference_words} ({changed.percent_words}), which is said elsewhere.",
            )


def _words_unexplained(text: str) -> int:
    """How many words a text has that never says why; none when it does."""
    return 0 if _WHY.within(text) or _CAUSES.search(text) else len(text.split())


def _reasoned(topic: Topic) -> bool:
    return any(answered(reason.reason) for reason in topic.reasons) or (
        topic.nature == "not-known" and answered(topic.find_out)
    )


def _speaks_of_a_reason(topic: Topic) -> bool:
    told = _words(topic.narrative)
    reasons = [_words(reason.reason) - _words(topic.name) for reason in topic.reasons]
    return any(words and len(words & told) >= min(_SHARED, len(words)) for words in reasons)


def _words(text: str) -> set[str]:
    """The words that tell one thing from another."""
    return {word.lower() for word in _TELLING.findall(text[:20_000])} - _COMMON

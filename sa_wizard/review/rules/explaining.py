"""Chapters that describe and never explain: many facts, a real change, and no word of why."""

import re
from collections.abc import Iterator, Sequence

from sa_wizard.figures.change import change
from sa_wizard.outline.records import Topic
from sa_wizard.review.answers import answered
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import kept
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written

DESCRIBES = Rule(
    "describes-only",
    "warning",
    "A chapter that describes and never explains",
    "A plan built on a description treats whatever went up, and not what put it up.",
    "Say why: what is likely to lie behind the change, what supports that, and what speaks against it.",
    "Chainey, strategic assessments: templates make reports full of facts and weak on why; SI 2007/1830, regs 5 to 7",
    "c",
)
RULES: tuple[Rule, ...] = (DESCRIBES,)

_WHY = re.compile(
    r"\b(?:because|why|due to|owing to|thanks to|reasons?|explain\w*|explanation|caus\w{1,6}|driven by|drivers?"
    r"|as a result|result(?:s|ed|ing)? (?:of|from|in)|led to|linked to|attribut\w+"
    r"|account(?:s|ed)? for (?:the|this|that|most|much|part)|likely"
    r"|suggests?|suggesting|probabl[ey]|contribut\w+|lies behind|lie behind|follow(?:s|ed|ing) the|therefore"
    r"|hypothes[ei]s|stem(?:s|med)? from|not (?:yet )?known|do not know|consequence)\b",
    re.IGNORECASE,
)
_CHAPTER = ("narrative", "where", "when", "victims", "offenders", "how", "harm", "comparison", "pattern_change")
_LONG = 60
"""Words from which a text is a chapter and not a note."""


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:  # noqa: ARG001 - every family is called alike
    """Problems with a material change and a long text, without a reason and without a word that explains."""
    for row, topic in kept.rows(seen, Topic):
        changed = change(topic.previous_count, topic.count)
        if changed is None or not changed.material or _reasoned(topic):
            continue
        texts = [str(getattr(topic, column)) for column in _CHAPTER]
        length = sum(len(text.split()) for text in texts)
        if length >= _LONG and not any(_WHY.search(text) for text in texts):
            column = "narrative" if answered(topic.narrative) else "pattern_change"
            yield DESCRIBES.found(
                seen.at(Topic, row, column),
                f"{kept.called(topic, row)} is described in {length} words, and none says why it changed by "
                f"{changed.difference_words} ({changed.percent_words}).",
            )


def _reasoned(topic: Topic) -> bool:
    return any(answered(reason.reason) for reason in topic.reasons) or (
        topic.nature == "not-known" and answered(topic.find_out)
    )

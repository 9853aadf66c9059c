"""Per cents of nothing and of next to nothing: ``almost 700%`` for one report that became eight."""

from collections.abc import Iterator, Sequence

from sa_wizard.figures.change import SMALL, change, plain
from sa_wizard.outline.records import Place
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import kept, prose, told, typed
from sa_wizard.review.rules.prose_figures import claims, compared
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written

ZERO = Rule(
    "percent-zero",
    "error",
    "A per cent of zero",
    "Nothing can be so many per cent more than none; there is no such figure.",
    "Give the two counts: from 0 to so many.",
    "Arithmetic; the change table of every assessment read",
    "b",
)
SMALL_COUNT = Rule(
    "percent-small",
    "warning",
    "A per cent of a count under 20",
    "Small counts jump by chance, and a per cent makes the jump look like a trend.",
    "Give the two counts and no per cent.",
    "Harrow 2011-12: one report to eight printed as almost 700%; South Cambridgeshire board, on a low-crime area",
    "b",
)
RULES: tuple[Rule, ...] = (ZERO, SMALL_COUNT)


def in_answer(seen: Evidence, answer: Written) -> Iterator[Finding]:
    """Per cents beside small counts, in prose, in typed tables, and in a problem's own text beside its counts."""
    for each in answer.once(told.changes):
        if each.percent is not None and each.counts:
            yield from judged(answer.path, each.old, each.new, each.words)
    for table in answer.once(typed.tables):
        for name, old, new, cell in compared(table):
            yield from judged(answer.path, old, new, f"{name}: {cell}")
    if answer.once(claims):
        yield from _of_topic(seen, answer)


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:  # noqa: ARG001
    """Per cents beside the small counts of places."""
    for row, place in kept.rows(seen, Place):
        counts = change(place.previous_count, place.count) if typed.signed(place.change.strip()) else None
        if counts:
            path = seen.at(Place, row, "change")
            yield from judged(path, counts.old, counts.new, f"{kept.called(place, row)}: {place.change}")


def _of_topic(seen: Evidence, answer: Written) -> Iterator[Finding]:
    """A per cent in a problem's own text that can only come from its own small counts."""
    counts = kept.counts_beside(seen, answer.path)
    if counts is None or not 0 < counts.old < SMALL:
        return
    true = abs(counts.difference) * 100 / counts.old
    said_with_counts = {each.percent for each in answer.once(told.changes)}
    for percent, places, words in answer.once(claims):
        alone = percent >= 20 and percent not in said_with_counts
        if alone and told.close(true, percent, places, hedged=True):
            yield from judged(answer.path, counts.old, counts.new, words)


def judged(path: str, old: float, new: float, words: str) -> Iterator[Finding]:
    """A per cent said of two counts: found when the older is small."""
    rule = ZERO if old == 0 else SMALL_COUNT
    if old < SMALL:
        shown = f"from {plain(old)} to {plain(new)}"
        base = "nothing" if old == 0 else f"only {plain(old)}"
        yield rule.found(path, f"{prose.quoted(words, 120)} is a per cent of {base}: say “{shown}”.")

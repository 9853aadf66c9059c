"""Changes stated again beside a score or in the case for a priority, held against the counts of its problem."""

import re
from collections.abc import Iterator

from sa_wizard.draft.links import by_link
from sa_wizard.expressions import Shape
from sa_wizard.figures.change import SMALL, Change, change
from sa_wizard.outline.records import Candidate, Priority, Topic
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.reading import READINGS
from sa_wizard.review.rules import kept, prose, told, typed
from sa_wizard.review.rules.prose_figures import COUNTS, DIRECTION, from_to, of_cell, of_counts

_TWO = Shape(rf"(?:from )?(?P<old>{prose.FIGURE}) (?:to|→|->|–) (?P<new>{prose.FIGURE})\b(?! ?%)", re.IGNORECASE)
_NEAR = 0.2


def restated(seen: Evidence) -> Iterator[Finding]:
    """The changes beside the scores, and those in the case for each priority."""
    topics = by_link(topic for _, topic in seen.topics)
    for row, candidate in kept.rows(seen, Candidate):
        about = [topics[link] for link in dict.fromkeys(candidate.topics) if link in topics]
        if len(about) == 1 and candidate.change.strip():
            yield from _of_score(seen, row, candidate, about[0])
    for row, priority in kept.rows(seen, Priority):
        for link in dict.fromkeys(priority.topics):
            if link in topics:
                yield from _of_case(seen, row, priority, topics[link])


def _of_score(seen: Evidence, row: int, candidate: Candidate, topic: Topic) -> Iterator[Finding]:
    """A per cent, or two counts of which one is the problem's; two others are of something else."""
    counts, cell = change(topic.previous_count, topic.count), " ".join(candidate.change.split())
    path, name = seen.at(Candidate, row, "change"), kept.called(topic, row)
    if counts is None:
        return
    if counts.old >= SMALL and typed.signed(cell):
        yield from of_cell(path, name, counts, cell, percent=False)
        return
    two = _TWO.match(cell)
    if two is None:
        return
    stated = Change(prose.value(two["old"]), prose.value(two["new"]))
    if stated == Change(counts.new, counts.old) and counts.difference:
        yield DIRECTION.found(path, f"{name}: {prose.quoted(cell)}, but Data says {from_to(counts)}.")
    elif (stated.old == counts.old) != (stated.new == counts.new) and _close(stated, counts):
        yield COUNTS.found(path, f"{name}: {prose.quoted(cell)}, but Data says {from_to(counts)}.")


def _of_case(seen: Evidence, row: int, priority: Priority, topic: Topic) -> Iterator[Finding]:
    """Two counts of which one is the problem's. Where the problem is named, its name has been looked for already."""
    counts = change(topic.previous_count, topic.count)
    if counts is None or " to " not in priority.why or topic.shown.casefold() in priority.why.casefold():
        return
    for each in READINGS.of(priority.why).once(told.changes):
        if each.now and (each.old == counts.old) != (each.new == counts.new):
            yield from of_counts(seen.at(Priority, row, "why"), kept.called(topic, row), counts, each)


def _close(stated: Change, counts: Change) -> bool:
    """Whether the count that differs is near the right one; far from it, it counts something else."""
    said, true = (stated.new, counts.new) if stated.old == counts.old else (stated.old, counts.old)
    return abs(said - true) <= max(3.0, _NEAR * true)

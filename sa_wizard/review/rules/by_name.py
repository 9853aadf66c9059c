"""What is told of something by its name, held against the counts that a table or a problem gives under that name.

The rules are those of per cents and of figures in prose; they are asked together because all read the same sentences.
"""

from collections.abc import Iterator, Sequence

from sa_wizard.figures.change import SMALL, Change
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import kept, named, percent, prose, prose_figures, told
from sa_wizard.review.rules.named_claims import Named, key
from sa_wizard.review.rules.prose_figures import DIRECTION, PERCENT, from_to, percent_words
from sa_wizard.review.rules.texts import Written


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:
    """Per cents of names with small counts, per cents and directions that are not theirs, and counts half right."""
    known = named.known(seen, answers)
    for path, claim, counts in known.told():
        if counts.old >= SMALL:
            yield from _of_claim(path, claim, counts)
        elif not kept.topic_beside(seen, path):
            yield from percent.judged(path, counts.old, counts.new, claim.words)
    for path, name, each, counts in known.half_right():
        own = kept.topic_beside(seen, path)
        if own is None or name != key(own.name):  # its own have been looked at with its text
            yield from prose_figures.of_counts(path, name, counts, each)


def _of_claim(path: str, claim: Named, counts: Change) -> Iterator[Finding]:
    true = counts.difference * 100 / counts.old
    two = f"{prose.quoted(claim.words)}, but {from_to(counts)} is {percent_words(true)}."
    if not told.close(abs(true), claim.percent, claim.decimals, hedged=claim.hedged):
        yield PERCENT.found(path, two)
    elif claim.rising != (true > 0):
        yield DIRECTION.found(path, two)

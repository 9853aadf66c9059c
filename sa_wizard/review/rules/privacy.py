"""Depersonalised data: what may identify a person and must not stand in an assessment (domain.md 2.3).

An author may let a finding stand with a reason.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules.privacy_clues import Clues
from sa_wizard.review.rules.privacy_kinds import KINDS, Kind
from sa_wizard.review.rules.privacy_match import ENOUGH, Match, apart, in_place, without_runs
from sa_wizard.review.rules.privacy_records import small_counts
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written

RULES: tuple[Rule, ...] = tuple(kind.rule for kind in KINDS)

SHOWN = 10
"""Findings of one kind that an answer brings one by one; the rest are told of together."""

_BY_CODE = {kind.rule.code: kind for kind in KINDS}
_HELD_BY = ("name", "author", "lead", "owner", "holder", "who", "organisation", "role")


def matches(text: str) -> list[Match]:
    """Everything in a text that may identify somebody, in order. Words are told once, by the surest rule."""
    return list(_matches(text))


def _matches(text: str) -> tuple[Match, ...]:
    clues = Clues(without_runs(text))
    taken: list[Match] = []
    for kind in _asked(clues.has):
        spans = kind.detect(clues)
        first = next(spans, None)
        if first:
            found = apart(kind.rule.code, text, [first, *islice(spans, ENOUGH - 1)])
            taken.extend(match for match in found if not _overlaps(match, taken))
    return tuple(sorted(taken, key=lambda match: match.start)) if taken else ()


@cache
def _asked(has: int) -> tuple[Kind, ...]:
    """The rules worth asking about a text that has such clues, surest first."""
    return tuple(kind for kind in KINDS if kind.needs & has)


def _overlaps(match: Match, others: list[Match]) -> bool:
    return any(match.start < other.end and other.start < match.end for other in others)


def in_answer(seen: Evidence, answer: Written) -> Iterator[Finding]:  # noqa: ARG001 - families share one shape
    """What may identify a person in a written answer: ten of a kind one by one, and the rest in one finding."""
    found = answer.once(_matches)
    if not found:
        return
    counts: Counter[str] = Counter()
    for match in found:
        if match.code == "private-name" and _named_for_office(answer.path):
            continue
        counts[match.code] += 1
        kind = _BY_CODE[match.code]
        if counts[match.code] <= SHOWN:
            yield kind.rule.found(answer.path, f"{kind.called}: “{in_place(answer.text, match)}”", _hint(match))
    for code, count in counts.items():
        if count > SHOWN:
            more = f"{count - SHOWN} more" if count < ENOUGH else f"at least {count - SHOWN} more"
            yield _BY_CODE[code].rule.found(answer.path, f"{_BY_CODE[code].called}: {more} like these in this answer.")


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:  # noqa: ARG001
    """What may identify a person in the counts of problems and places."""
    yield from small_counts(seen, _BY_CODE["private-small"].rule)


def _named_for_office(path: str) -> bool:
    """Whether an answer asks who wrote, leads or holds something."""
    return path.startswith("about.") or path.rpartition(".")[2] in _HELD_BY


def _hint(match: Match) -> str:
    """The rule's own hint, or a better one that says what to write instead. Empty for the rule's own."""
    if match.code == "private-postcode":
        outward = "".join(match.words.split()).replace("-", "")[:-3].upper()
        return f"Give the outward half only: {outward}."
    return ""

"""Depersonalised data: what may identify a person and must not stand in an assessment (SI 2007/1831).

An author may let a finding stand with a reason.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.privacy.clues import Clues
from sa_wizard.review.privacy.kinds import KINDS, Kind
from sa_wizard.review.privacy.match import ENOUGH, Match, apart, by_themselves, in_place, known_by, without_runs
from sa_wizard.review.privacy.records import small_counts
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written

RULES: tuple[Rule, ...] = tuple(kind.rule for kind in KINDS)

SHOWN = 10
"""Findings of one kind that an answer brings one by one; the rest are told of together."""

_BY_CODE = {kind.rule.code: kind for kind in KINDS}
_HELD_BY = ("name", "author", "lead", "owner", "holder", "who", "organisation", "role")


def matches(text: str) -> tuple[Match, ...]:
    """Everything in a text that may identify somebody, in order. Words are told once, by the surest rule."""
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
    found = answer.once(matches)
    if not found:
        return
    office = _named_for_office(answer.path)
    told: dict[str, list[Match]] = {}
    for match in found:
        if not (office and match.code == "private-name"):
            told.setdefault(match.code, []).append(match)
    for code, of_kind in told.items():
        kind = _BY_CODE[code]
        for match, alone in zip(of_kind[:SHOWN], by_themselves(answer.text, of_kind), strict=False):
            which = "" if alone else f"{' '.join(match.words.split())}, in "
            message = f"{kind.called}: {which}“{in_place(answer.text, match)}”"
            yield kind.rule.found(answer.path, message, _hint(match), known_by(answer.text, match))
        if len(of_kind) > SHOWN:
            yield kind.rule.found(answer.path, _and_more(kind, of_kind))


def _and_more(kind: Kind, of_kind: list[Match]) -> str:
    """The sentence about all that were not told one by one."""
    more = f"{len(of_kind) - SHOWN} more" if len(of_kind) < ENOUGH else f"at least {len(of_kind) - SHOWN} more"
    return f"{kind.called}: {more} like these in this answer, the next “{' '.join(of_kind[SHOWN].words.split())}”."


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

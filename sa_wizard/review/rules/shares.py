"""Shares of a whole that do not add up, beyond what rounding explains."""

import re
from collections.abc import Iterator, Sequence

from sa_wizard.figures.change import is_count, plain
from sa_wizard.outline.records import Place
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import kept, typed
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written

SUM = Rule(
    "shares-sum",
    "warning",
    "Shares that do not add up",
    "A place counted twice, or left out, moves the whole ranking.",
    "Check the counts behind the shares, and add a row for the rest if places were left out.",
    "Fenland 2013-14: five parishes, shares 10.67 to 42.30, 100.01 in all, which is rounding",
    "a",
)
RULES: tuple[Rule, ...] = (SUM,)

_WHOLE = re.compile(
    r"\b(?:share|proportion)\b|(?:%|per ?cent(?:age)?) of (?:the )?(?:total|all|borough|whole|area)", re.I
)
_NEARLY = 97
"""Shares adding to less than this are taken for a list of some places, not of all."""

Share = tuple[float, int]


def in_answer(seen: Evidence, answer: Written) -> Iterator[Finding]:  # noqa: ARG001 - families share one shape
    """Typed tables with a column of shares."""
    for table in answer.once(typed.tables):
        for index, heading in enumerate(table.headings):
            if index and _WHOLE.search(heading[:80]):
                rows = [row for row in table.rows if not typed.is_total(row)]
                shares = [share for row in rows if (share := typed.share(row[index]))]
                if len(shares) == len(rows) and (told := _wrong(shares)):
                    yield SUM.found(answer.path, f"In the table {table.title} the shares add up to {told}.")


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:  # noqa: ARG001
    """The table of places, measure by measure."""
    yield from _of_places(seen)


def _of_places(seen: Evidence) -> Iterator[Finding]:
    groups: dict[tuple[str, str], list[tuple[int, Place, Share]]] = {}
    partly: set[tuple[str, str]] = set()
    for row, place in kept.rows(seen, Place):
        share = typed.share(place.share.strip()) if len(place.share) < 20 else None
        name = (place.measure.strip().lower(), place.kind.strip().lower())
        if share:
            groups.setdefault(name, []).append((row, place, share))
        else:
            partly.add(name)
    for name, group in groups.items():
        told = _wrong([share for _, _, share in group], whole=name not in partly)
        if told:
            yield SUM.found(seen.path(Place, "share"), f"The shares of {len(group)} places add up to {told}.")
        else:
            yield from _of_counts(seen, group)


def _of_counts(seen: Evidence, group: list[tuple[int, Place, Share]]) -> Iterator[Finding]:
    """A place whose count and share imply another total than the other places' do."""
    bounds = [
        (row, place, *_implied(float(place.count or 0), share))
        for row, place, share in group
        if is_count(place.count) and float(place.count or 0) > 0 and share[0] > 0
    ]
    if len(bounds) < 3:
        return
    middle = sorted((low + high) / 2 for _, _, low, high in bounds)[len(bounds) // 2]
    for row, place, low, high in bounds:
        if high < middle * 0.97 or low > middle * 1.03:
            told = (
                f"{kept.called(place, row)}: {plain(float(place.count or 0))} as {place.share.strip()} means a total of"
            )
            yield SUM.found(
                seen.at(Place, row, "share"),
                f"{told} about {plain(round((low + high) / 2))}; the other places mean about {plain(round(middle))}.",
            )


def _implied(count: float, share: Share) -> tuple[float, float]:
    """Between what totals a count can be this share."""
    room = 0.5 * float(10) ** -share[1]
    return 100 * count / (share[0] + room), 100 * count / max(share[0] - room, 0.0001)


def _wrong(shares: Sequence[Share], *, whole: bool = True) -> str:
    """The sum as words when it is not 100 and rounding does not explain it; empty when fine or only some are listed."""
    if len(shares) < 3:
        return ""
    total = sum(value for value, _ in shares)
    room = sum(0.5 * float(10) ** -places for _, places in shares) + 0.001
    if total - 100 > room or (whole and total >= _NEARLY and 100 - total > room):
        return f"{plain(round(total, 2))}%, which rounding does not explain"
    return ""

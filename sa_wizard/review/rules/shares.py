"""Shares of a whole that do not add up, beyond what rounding explains."""

import re
from collections.abc import Iterator, Sequence

from sa_wizard.expressions import Shape
from sa_wizard.figures.change import is_count, plain
from sa_wizard.outline.records import Place
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import kept, prose, shares_told, typed
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

_WHOLE = Shape(r"\b(?:share|proportion)\b|(?:%|per ?cent(?:age)?) of (?:the )?(?:total|all|borough|whole|area)", re.I)
_PER_CENT = Shape(r"%|per ?cent(?:age)?|% ?share|\(%\)", re.IGNORECASE)
_CHANGES = Shape(r"\b(?:change|difference|diff|increase|rise|fall|rate)\b|[+±]", re.IGNORECASE)
_FEW = 2
_NO_MORE = 106
"""Per cents without counts that add to more are taken for answers of which people could give several."""
_NEARLY = 97
"""Shares adding to less than this are taken for a list of some places, not of all."""

Share = tuple[float, int]


def in_answer(seen: Evidence, answer: Written) -> Iterator[Finding]:  # noqa: ARG001 - families share one shape
    """Typed tables with a column of shares, and sentences that divide a whole into shares."""
    for table in answer.once(typed.tables):
        for index, heading in enumerate(table.headings):
            if not index or not (_WHOLE.search(heading[:80]) or _PER_CENT.fullmatch(heading)):
                continue
            rows = [row for row in table.rows if not typed.is_total(row)]
            shares = [share for row in rows if (share := typed.share(row[index]))]
            told = _wrong(shares) if len(shares) == len(rows) else ""
            if told and _is_of_whole(table, index, shares):
                yield SUM.found(answer.path, f"In the table {table.title} the shares add up to {told}.")
    for sentence, total in answer.once(shares_told.wrong):
        told = f"{prose.quoted(sentence)}: these shares add up to {_out(total)}."
        yield SUM.found(answer.path, told, words=sentence)


def _is_of_whole(table: typed.Table, index: int, shares: Sequence[Share]) -> bool:
    """Whether a column holds the shares of one whole: its heading says so, or it is one of per cents that counts prove.

    A bare ``%`` may be a change, or what people said who could choose twice: it has to fit the only counts there are,
    or to come so near to a hundred that nothing else is meant.
    """
    heading = table.headings[index][:80]
    if _WHOLE.search(heading):
        return True
    if any(_CHANGES.search(each[:80]) for each in table.headings):
        return False
    rows = [row for row in table.rows if not typed.is_total(row)]
    counted = [
        [typed.count(row[at]) or 0 for row in rows]
        for at in range(1, len(table.headings))
        if at != index and sum(typed.count(row[at]) is not None for row in rows) >= _FEW
    ]
    if len(counted) == 1 and any(counted[0]):
        whole = sum(counted[0])
        fit = [abs(100 * many / whole - value) <= 1 for many, (value, _) in zip(counted[0], shares, strict=True)]
        return fit.count(True) >= max(_FEW, len(rows) / 2)
    return not counted and _NEARLY <= sum(value for value, _ in shares) <= _NO_MORE


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
        return _out(total)
    return ""


def _out(total: float) -> str:
    return f"{plain(round(total, 2))}%, which rounding does not explain"

"""Figures in prose and in typed tables that disagree with the counts they talk about."""

import re
from collections.abc import Iterator, Sequence

from sa_wizard.draft.values import Json
from sa_wizard.figures.change import SMALL, Change, change, is_count, plain
from sa_wizard.outline.records import Place, Topic
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import kept, named, prose, told, typed
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written

PERCENT = Rule(
    "percent-disagrees",
    "warning",
    "A per cent that disagrees with its counts",
    "A reader who checks one figure and finds it wrong stops trusting the rest.",
    "Work the per cent out again from the older count, or correct the counts.",
    "Arithmetic: (newer less older) divided by older",
    "b",
)
DIRECTION = Rule(
    "change-direction",
    "warning",
    "A rise told of figures that fall, or a fall of figures that rise",
    "Left over from last year's text, it turns the message round.",
    "Correct the word or the counts.",
    "Arithmetic; text kept from the year before",
    "b",
)
COUNTS = Rule(
    "counts-disagree",
    "warning",
    "Counts in the text that are not those of the table",
    "When figures are replaced late, the text keeps the old ones.",
    "Bring the text and the counts together.",
    "Text written before the figures were refreshed",
    "b",
)
RULES: tuple[Rule, ...] = (PERCENT, DIRECTION, COUNTS)

_RANKED = re.compile(
    r"\b(?:rank(?:ed|s|ing)?|place[ds]?|position|score[ds]?|aged?|league|waits?|grades?)\b", re.IGNORECASE
)
_CHANGE_AFTER = re.compile(r" (?:increase|rise|growth|fall|decrease|drop|reduction|more|fewer)\b", re.IGNORECASE)
_CHANGE_BEFORE = re.compile(
    r"\b(?:rose|up|risen|increased|grew|fell|fallen|down|decreased|dropped|(?:increase|rise|fall|decrease|drop|"
    r"reduction) of) (?:(?:by|almost|nearly|about|around|over|more than|some|just over|just under) ){0,3}\Z",
    re.IGNORECASE,
)
_CHANGE_HEADING = re.compile(r"\b(?:change|difference|increase|rise|fall)\b|[+±]|%", re.IGNORECASE)
_SIGNED = re.compile(rf"([-+−–]?)\s?({prose.FIGURE})\s{{0,2}}%")
_NEAR = 0.2


def in_answer(seen: Evidence, answer: Written) -> Iterator[Finding]:
    """Per cents against counts wherever both are given, directions against counts, and a problem's text against it."""
    changes = answer.once(told.changes)
    for each in changes:
        yield from _of_change(answer.path, each)
    for part in answer.once(told.parts):
        yield from _of_part(answer.path, part)
    for table in answer.once(typed.tables):
        yield from _of_table(answer.path, table)
    topic = kept.topic_beside(seen, answer.path) if changes else None
    if topic and change(topic.previous_count, topic.count):
        yield from _of_topic(answer.path, topic, changes)


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:
    """The changes of places against their counts, and per cents told of a name against the counts of that name."""
    for row, place in kept.rows(seen, Place):
        yield from _of_place(seen, row, place)
    for path, claim, counts in named.told(seen, answers):
        if counts.old >= SMALL:
            yield from _of_name(path, claim, counts)


def claims(text: str) -> tuple[tuple[float, int, str], ...]:
    """Every per cent told as a change: its value, its decimals and the words."""
    return tuple(_claims(text))


def _claims(text: str) -> Iterator[tuple[float, int, str]]:
    for said in prose.percents(text):
        start, end = said.span()
        before = _CHANGE_BEFORE.search(text, max(0, start - 60), start)
        after = _CHANGE_AFTER.match(text, end)
        if before or after:
            words = text[before.start() if before else start : after.end() if after else end]
            yield prose.value(said["figure"]), prose.decimals(said["figure"]), words


def compared(table: typed.Table) -> Iterator[tuple[str, float, float, str]]:
    """Rows of a table with an older count, a newer count and, beside them, a change in per cent, in that order."""
    wide = range(len(table.headings))
    years = [index for index in wide if prose.dated(table.headings[index])]
    percents = [
        index
        for index in wide
        if index not in years
        and _CHANGE_HEADING.search(table.headings[index])
        and any(_SIGNED.fullmatch(cell) for cell in table.column(index))
    ]
    if len(years) != 2 or len(percents) != 1 or typed.backwards(table):
        return
    for row in table.rows:
        old, new, cell = typed.count(row[years[0]]), typed.count(row[years[1]]), row[percents[0]]
        if old is not None and new is not None and _SIGNED.fullmatch(cell):
            yield row[0], old, new, cell


def _of_change(path: str, each: told.Told) -> Iterator[Finding]:
    shown = prose.quoted(each.words)
    if not each.fits:
        true = Change(each.old, each.new).difference * 100 / each.old
        yield PERCENT.found(path, f"{shown}: from {plain(each.old)} to {plain(each.new)} is {_percent(true)}.")
    elif each.turned and each.counts and not _RANKED.search(each.said):
        way = "a fall" if each.new < each.old else "a rise"
        two = f"from {plain(each.old)} to {plain(each.new)}"
        yield DIRECTION.found(path, f"{prose.quoted(each.said)}: {two} is {way}.")


def _of_name(path: str, claim: named.Named, counts: Change) -> Iterator[Finding]:
    true = counts.difference * 100 / counts.old
    two = f"{prose.quoted(claim.words)}, but from {plain(counts.old)} to {plain(counts.new)} is {_percent(true)}."
    if not told.close(abs(true), claim.percent, claim.decimals, hedged=claim.hedged):
        yield PERCENT.found(path, two)
    elif claim.rising != (true > 0):
        yield DIRECTION.found(path, two)


def _of_part(path: str, told_as: told.Share) -> Iterator[Finding]:
    part, whole, percent, places, words = told_as
    if 0 < part <= whole and not told.close(part * 100 / whole, percent, places, hedged=False):
        true = f"{plain(part)} of {plain(whole)} is {_percent(part * 100 / whole).lstrip('+')}"
        yield PERCENT.found(path, f"{prose.quoted(words)}: {true}.", "Correct the per cent or the counts.")


def _of_table(path: str, table: typed.Table) -> Iterator[Finding]:
    for name, old, new, cell in compared(table):
        yield from _of_cell(path, name, change(old, new), cell)


def _of_place(seen: Evidence, row: int, place: Place) -> Iterator[Finding]:
    counts = change(place.previous_count, place.count)
    cell = place.change.strip()
    yield from _of_cell(seen.at(Place, row, "change"), kept.called(place, row), counts, cell)


def _of_cell(path: str, name: str, counts: Change | None, cell: str) -> Iterator[Finding]:
    found = _SIGNED.fullmatch(cell)
    if not found or counts is None or counts.old == 0:
        return
    true = counts.difference * 100 / counts.old
    said = prose.value(found[2])
    turned = bool(found[1]) and said > 0 and (found[1] == "+") != (true > 0)
    if turned or not told.close(abs(true), said, prose.decimals(found[2]), hedged=False):
        words = f"{name[:80]}: {cell}"
        two = f"from {plain(counts.old)} to {plain(counts.new)}"
        yield PERCENT.found(path, f"{prose.quoted(words)}, but {two} is {_percent(true)}.")


def _of_topic(path: str, topic: Topic, changes: Sequence[told.Told]) -> Iterator[Finding]:
    """One of the two counts is the problem's own and the other is close to it, and not it."""
    for each in changes:
        same = (each.old == topic.previous_count, each.new == topic.count)
        if each.counts and same in ((True, False), (False, True)):
            said, true = (each.new, topic.count) if same[0] else (each.old, topic.previous_count)
            if _close_but_not(said, true):
                two = f"from {plain(each.old)} to {plain(each.new)}"
                yield COUNTS.found(
                    path, f"The text says “{two}”, and the counts of {topic.shown[:80]} say {_both(topic)}."
                )


def _close_but_not(said: float, true: Json) -> bool:
    return is_count(true) and true >= 20 and 0 < abs(said - true) <= max(3.0, _NEAR * float(true))


def _both(topic: Topic) -> str:
    counts = change(topic.previous_count, topic.count)
    return f"from {plain(counts.old)} to {plain(counts.new)}" if counts else "otherwise"


def _percent(true: float) -> str:
    return f"{'+' if true > 0 else '−' if true < 0 else ''}{plain(round(abs(true), 1))}%"

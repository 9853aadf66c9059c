"""Figures in prose and in typed tables that disagree with the counts they talk about."""

import re
from collections.abc import Iterator, Sequence

from sa_wizard.expressions import Rare, Shape
from sa_wizard.figures.change import SMALL, Change, change, plain
from sa_wizard.outline.records import Place, Topic
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import kept, parts, prose, told, typed
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

_RANKED = Shape(
    r"\b(?:rank(?:ed|s|ing)?|place[ds]?|position|score[ds]?|aged?|league|waits?|grades?|priority|tier|band)\b",
    re.IGNORECASE,
)
_CHANGE_AFTER = Shape(r" (?:increase|rise|growth|fall|decrease|drop|reduction|more|fewer)\b", re.IGNORECASE)
_CHANGE_BEFORE = Shape(
    r"\b(?:rose|up|risen|increased|grew|fell|fallen|down|decreased|dropped|(?:increase|rise|fall|decrease|drop|"
    r"reduction) of) (?:(?:by|almost|nearly|about|around|over|more than|some|just over|just under) ){0,3}\Z",
    re.IGNORECASE,
)
_LEADS = """
rose up risen increased grew fell fallen down decreased dropped of by almost nearly about around over than some under
"""
_LAST_LEADS = frozenset(_LEADS.split())
"""The words that may end it, which are looked for first."""
_SHARE_HEADING = Shape(r"\b(?:of|share|proportion)\b", re.IGNORECASE)
_PERCENT_HEADING = Shape(r"%|\bper ?cent", re.IGNORECASE)
_CHANGE_NAMED = Shape(r"\b(?:change|diff)|[+±]", re.IGNORECASE)
_NEAR = 0.2
_TIMES = Rare(
    r"\b(?P<hedge>(?:more than|just over|just under|close to|over|at least|almost|nearly|about|around|roughly) )?"
    r"(?P<times>doubled|trebled|tripled|quadrupled|halved),?(?: from)? ?\Z",
    *("doubled", "trebled", "tripled", "quadrupled", "halved"),
    flags=re.IGNORECASE,
)
_TIMES_OVER = {"doubled": 2.0, "trebled": 3.0, "tripled": 3.0, "quadrupled": 4.0, "halved": 0.5}
_CLOSE_TIMES, _ABOUT_TIMES = 0.06, 0.25
"""How far from so many times the counts may be, as a share of them: said plainly, and said with ``nearly``."""


def in_answer(seen: Evidence, answer: Written) -> Iterator[Finding]:
    """Per cents against counts wherever both are given, directions against counts, and a problem's text against it."""
    changes = answer.once(told.changes)
    for each in changes:
        yield from _of_change(answer.path, each)
    for part in answer.once(parts.parts):
        yield from _of_part(answer.path, part)
    for table in answer.once(typed.tables):
        yield from _of_table(answer.path, table)
    topic = kept.topic_beside(seen, answer.path) if changes else None
    if topic:
        yield from _of_topic(answer.path, topic, changes)


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:  # noqa: ARG001
    """The changes of places against their counts."""
    for row, place in kept.rows(seen, Place):
        yield from _of_place(seen, row, place)


def claims(text: str) -> tuple[tuple[float, int, str], ...]:
    """Every per cent told as a change: its value, its decimals and the words."""
    return tuple(_claims(text)) if prose.percents(text) else ()


def _claims(text: str) -> Iterator[tuple[float, int, str]]:
    for said in prose.percents(text):
        start, end = said.span()
        leads = prose.word_before(text, start) in _LAST_LEADS
        before = _CHANGE_BEFORE.search(text, max(0, start - 60), start) if leads else None
        after = _CHANGE_AFTER.match(text, end)
        if before or after:
            words = text[before.start() if before else start : after.end() if after else end]
            yield prose.value(said["figure"]), prose.decimals(said["figure"]), words


def compared(table: typed.Table) -> Iterator[tuple[str, float, float, str]]:
    """Rows of a table with an older count, a newer count and a change in per cent: the name, the counts, the change."""
    periods = typed.two_periods(table)
    percents = [index for index in range(len(table.headings)) if _has_percents(table, index)] if periods else []
    if not periods or len(percents) != 1:
        return
    older, newer = periods
    in_heading = _means_percent(table.headings[percents[0]])
    for row in table.rows:
        old, new, cell = typed.count(row[older]), typed.count(row[newer]), row[percents[0]]
        if old is not None and new is not None and typed.signed(cell, percent=in_heading):
            yield row[0], old, new, cell


def _has_percents(table: typed.Table, index: int) -> bool:
    """Whether a column is one of changes in per cent; its heading may say so for all its cells."""
    heading = table.headings[index]
    if not typed.CHANGE.search(heading) or _SHARE_HEADING.search(heading):
        return False
    return any(typed.signed(cell, percent=_means_percent(heading)) for cell in table.column(index))


def _means_percent(heading: str) -> bool:
    return _PERCENT_HEADING.search(heading) is not None and _CHANGE_NAMED.search(heading) is not None


def _of_change(path: str, each: told.Told) -> Iterator[Finding]:
    if not each.fits:
        true = Change(each.old, each.new).difference * 100 / each.old
        yield PERCENT.found(path, f"{prose.quoted(each.words)}: {from_to(each)} is {percent_words(true)}.")
    elif times := _times(each):
        true = Change(each.old, each.new).difference * 100 / each.old
        yield PERCENT.found(path, f"“{times}”: {from_to(each)} is {percent_words(true)}.")
    elif each.turned and each.counts and not _RANKED.search(each.said):
        way = "a fall" if each.new < each.old else "a rise"
        yield DIRECTION.found(path, f"{prose.quoted(each.said)}: {from_to(each)} is {way}.")


def _times(each: told.Told) -> str:
    """The word that says how many times, such as ``doubled``, when the counts are not; empty when they are."""
    if each.percent is not None or not each.counts or each.old <= 0 or "ed" not in each.clause.lower():
        return ""
    said = _TIMES.search(each.clause)
    if said is None:
        return ""
    times, true = _TIMES_OVER[said["times"].lower()], each.new / each.old
    hedge = (said["hedge"] or "").lower().strip()
    if hedge in ("more than", "over", "at least", "just over"):
        fits = true <= times if times < 1 else true >= times
    else:
        fits = abs(true - times) <= times * (_ABOUT_TIMES if hedge else _CLOSE_TIMES)
    return "" if fits else said[0].strip()


def _of_part(path: str, told_as: parts.Share) -> Iterator[Finding]:
    part, whole, percent, places, words = told_as
    if 0 < part <= whole and not told.close(part * 100 / whole, percent, places, hedged=False):
        true = f"{plain(part)} of {plain(whole)} is {percent_words(part * 100 / whole).lstrip('+')}"
        yield PERCENT.found(path, f"{prose.quoted(words)}: {true}.", "Correct the per cent or the counts.")


def _of_table(path: str, table: typed.Table) -> Iterator[Finding]:
    for name, old, new, cell in compared(table):
        yield from of_cell(path, name, change(old, new), cell, percent=True)


def _of_place(seen: Evidence, row: int, place: Place) -> Iterator[Finding]:
    counts = change(place.previous_count, place.count)
    cell = place.change.strip()
    yield from of_cell(seen.at(Place, row, "change"), kept.called(place, row), counts, cell, percent=False)


def of_cell(path: str, name: str, counts: Change | None, cell: str, *, percent: bool) -> Iterator[Finding]:
    """A change as a cell gives it. Whether a bare figure in it is a per cent, its heading has said."""
    found = typed.signed(cell, percent=percent)
    if not found or counts is None or counts.old == 0:
        return
    true = counts.difference * 100 / counts.old
    sign, figure = found
    said = prose.value(figure)
    turned = bool(sign) and said > 0 and (sign == "+") != (true > 0)
    if turned or not told.close(abs(true), said, prose.decimals(figure), hedged=False):
        words = f"{name[:80]}: {cell}"
        yield PERCENT.found(path, f"{prose.quoted(words)}, but {from_to(counts)} is {percent_words(true)}.")


def _of_topic(path: str, topic: Topic, changes: Sequence[told.Told]) -> Iterator[Finding]:
    """Two counts in a problem's own text of which one is the problem's."""
    counts = change(topic.previous_count, topic.count)
    for each in changes:
        if counts and each.now and (each.old == counts.old) != (each.new == counts.new):
            yield from of_counts(path, topic.shown[:80], counts, each)


def of_counts(path: str, name: str, counts: Change, each: told.Told) -> Iterator[Finding]:
    """One of two counts is right, and the other is close to the right one, and not it."""
    said, true = (each.new, counts.new) if each.old == counts.old else (each.old, counts.old)
    if true >= SMALL and 0 < abs(said - true) <= max(3.0, _NEAR * true):
        yield COUNTS.found(path, f"The text says “{from_to(each)}”, and the counts of {name} say {from_to(counts)}.")


def from_to(counts: Change | told.Told) -> str:
    """Two counts in words."""
    return f"from {plain(counts.old)} to {plain(counts.new)}"


def percent_words(true: float) -> str:
    """A per cent worked out, with its sign."""
    return f"{'+' if true > 0 else '−' if true < 0 else ''}{plain(round(abs(true), 1))}%"

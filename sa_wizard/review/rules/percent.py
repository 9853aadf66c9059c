"""Per cents of nothing and of next to nothing: ``almost 700%`` for one report that became eight."""

from collections.abc import Iterator, Sequence

from sa_wizard.figures.change import SMALL, change, is_count, plain
from sa_wizard.outline.records import Place, Topic
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import kept, told, typed
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


def find(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:
    """Per cents beside small counts: in prose, in typed tables, beside the counts of places and of problems."""
    for answer in answers:
        if "%" not in answer.text and "cent" not in answer.text:
            continue
        for each in told.changes(answer.text):
            if each.percent is not None and each.counts:
                yield from _judged(answer.path, each.old, each.new, each.words)
        for table in typed.tables(answer.text):
            for name, old, new, cell in compared(table):
                yield from _judged(answer.path, old, new, f"{name}: {cell}")
    for row, place in kept.rows(seen, Place):
        if typed.share(_bare(place.change)) and "%" in place.change:
            counts = change(place.previous_count, place.count)
            if counts:
                path = seen.at(Place, row, "change")
                yield from _judged(path, counts.old, counts.new, f"{kept.called(place, row)}: {place.change}")
    yield from _of_topics(seen, answers)


def _of_topics(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:
    """A per cent in a problem's own text that can only come from its own small counts."""
    small = {
        row: topic
        for row, topic in kept.rows(seen, Topic)
        if is_count(topic.previous_count) and is_count(topic.count) and 0 < float(topic.previous_count or 0) < SMALL
    }
    for row, answer in _texts_of(small, answers):
        counts = change(small[row].previous_count, small[row].count)
        said_with_counts = {each.percent for each in told.changes(answer.text)}
        for percent, places, words in claims(answer.text):
            true = abs(counts.difference) * 100 / counts.old if counts else 0
            alone = percent >= 20 and percent not in said_with_counts
            if counts and alone and told.close(true, percent, places, hedged=True):
                yield from _judged(answer.path, counts.old, counts.new, words)


def _texts_of(topics: dict[int, Topic], answers: Sequence[Written]) -> Iterator[tuple[int, Written]]:
    for answer in answers if topics else ():
        row = topic_row(answer.path)
        if row is not None and row in topics:
            yield row, answer


def topic_row(path: str) -> int | None:
    """The row of the problem that a path such as ``why.topics[3].reasons[0].reason`` belongs to."""
    field, _, rest = path.partition("[")
    number = rest.partition("]")[0]
    return int(number) if field.endswith(".topics") and number.isdigit() else None


def _judged(path: str, old: float, new: float, words: str) -> Iterator[Finding]:
    rule = ZERO if old == 0 else SMALL_COUNT
    if old < SMALL:
        shown = f"from {plain(old)} to {plain(new)}"
        yield rule.found(path, f"“{' '.join(words.split())[:120]}” gives a per cent of {plain(old)}: say “{shown}”.")


def _bare(cell: str) -> str:
    return cell.strip().lstrip("+-−–").strip()

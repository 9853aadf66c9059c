"""What the trace screen lists: the thread of each priority, then what is not linked. Pure text and paths."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import fill

from sa_wizard.outline.records import Priority
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.thread import Thread
from sa_wizard.review.trace import Loose, Trace
from sa_wizard.tui.glyphs import Glyphs

_LABEL = 11
"""Columns for the name of a line."""
_LONG = 240
"""Characters of a text that are shown; the rest stands where Enter leads."""


@dataclass(frozen=True)
class Line:
    """One line of the list, wrapped; where Enter leads, nowhere when empty."""

    text: str
    path: str = ""
    heading: bool = False
    lacking: bool = False
    """Whether it says that something is missing or is not linked."""


def verdict(traced: Trace) -> str:
    """The whole trace in one line."""
    if not traced.threads:
        return "No priority is recommended yet."
    broken = sum(bool(thread.missing or thread.lost) for thread in traced.threads)
    count = len(traced.threads)
    whole = f"{count} {'priority' if count == 1 else 'priorities'}"
    whole += f", {broken} with something missing" if broken else ", each traced from its sources to its measure"
    loose = ", ".join(_counted(len(found), one, many) for found, one, many in _loose_kinds(traced) if found)
    return f"{whole}; not linked: {loose}" if loose else f"{whole}; everything is linked"


def lines(seen: Evidence, traced: Trace, mark: Glyphs, width: int, *, lacking: bool = False) -> list[Line]:
    """Every line, or only what is lacking, each under its heading."""
    found: list[Line] = []
    for group in _groups(seen, traced, mark, width):
        kept = [line for line in group if line.heading or line.lacking] if lacking else group
        if len(kept) > 1:
            found += kept
    return found


def _groups(seen: Evidence, traced: Trace, mark: Glyphs, width: int) -> Iterator[list[Line]]:
    for number, thread in enumerate(traced.threads, start=1):
        yield list(_thread(seen, thread, number, mark, width))
    groups: Sequence[tuple[str, Sequence[Loose], str]] = (
        ("Problems that no priority takes up", traced.problems, "nothing says what becomes of it"),
        ("Concerns that no priority takes up", traced.concerns, "neither a priority nor answered"),
        ("Put forward in the scoring, and no priority takes it up", traced.candidates, "link a priority to it"),
        ("Matters for the county with nothing behind them", traced.matters, "neither a problem nor evidence"),
        ("Problems that name no data source", traced.unsourced, "choose where its figures come from"),
        ("Data sources that no problem names", traced.sources, ""),
    )
    for heading, loose, silent in groups:
        yield [Line(heading, heading=True), *(_loose(each, silent, mark, width) for each in loose)]


def _thread(seen: Evidence, thread: Thread, number: int, mark: Glyphs, width: int) -> Iterator[Line]:
    """The heading, then from the sources to the measure. A line that is missing leads to where it would be written."""
    yield Line(_wrapped(thread.name, f"{number} ", width), seen.at(Priority, thread.row, "title"), heading=True)
    grounds = (*thread.problems, *thread.concerns)
    problems = seen.at(Priority, thread.row, "topics")
    concerns = seen.at(Priority, thread.row, "concerns")
    kinds = ", ".join(kind for kind, _ in thread.recommended)
    first = thread.recommended[0][0] if thread.recommended else "prevention"
    wanted = (
        ("sources", "; ".join(thread.sources), grounds[0].source_path if grounds else "", "source"),
        (
            "problems" if thread.problems else "rests on",
            "; ".join(g.name for g in thread.problems),
            problems,
            "evidence",
        ),
        ("concerns", "; ".join(ground.name for ground in thread.concerns), concerns, ""),
        ("recommends", kinds, seen.at(Priority, thread.row, first), "recommendation"),
        ("led by", thread.lead, seen.at(Priority, thread.row, "lead"), "lead"),
        ("judged by", thread.measure, seen.at(Priority, thread.row, "measure"), "measure"),
    )
    for label, words, path, needed in wanted:
        missing = needed in thread.missing
        if words or missing:
            glyph = mark.empty if missing else mark.full
            nothing = "no problem and no concern yet" if needed == "evidence" else "nothing yet"
            yield Line(_wrapped(words or nothing, f"  {glyph} {label:<{_LABEL}}", width), path, lacking=missing)
    if thread.lost:
        told = _counted(len(thread.lost), "link leads", "links lead")
        lead = f"  {mark.wrong} {'lost':<{_LABEL}}"
        yield Line(_wrapped(f"{told} to entries that are not there", lead, width), problems, lacking=True)


def _loose(each: Loose, silent: str, mark: Glyphs, width: int) -> Line:
    lacking = bool(silent) and not each.said
    told = each.said or " ".join(part for part in (silent and f"{silent}.", each.hint) if part)
    lead = f"  {mark.empty if lacking else mark.none} "
    return Line(_wrapped(f"{each.name}: {told}" if told else each.name, lead, width), each.path, lacking=lacking)


def _loose_kinds(traced: Trace) -> Sequence[tuple[Sequence[Loose], str, str]]:
    return (
        (traced.unexplained, "problem", "problems"),
        (traced.unanswered, "concern", "concerns"),
        (traced.candidates, "issue put forward", "issues put forward"),
        (traced.matters, "matter for the county", "matters for the county"),
        (traced.unsourced, "problem without a source", "problems without a source"),
    )


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _wrapped(words: str, lead: str, width: int) -> str:
    """Wrapped under its own beginning; a very long text is cut at a word."""
    flat = " ".join(words.split())
    if len(flat) > _LONG:
        flat = f"{flat[:_LONG].rpartition(' ')[0] or flat[:_LONG]} …"
    return fill(flat, max(30, width), initial_indent=lead, subsequent_indent=" " * len(lead))

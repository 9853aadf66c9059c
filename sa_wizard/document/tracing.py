"""From evidence to action, in the order of the thread: two tables that meet in the priorities; then what is not linked.

Why two: six columns are unreadable on a portrait page, and a priority has several problems behind it.
"""

from collections.abc import Iterable, Iterator, Sequence

from sa_wizard.document.phrases import ended, sentence
from sa_wizard.document.prose import cell, inline
from sa_wizard.document.view import Block, Bullets, Text
from sa_wizard.document.writing import Writing
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.thread import Thread
from sa_wizard.review.trace import Loose, Trace, trace

HEADING = "From evidence to action"
RESTS_ON = "From the data to the priorities: what each rests on"
LEADS_TO = "From the priorities to action: what is recommended, who leads and how it will be judged"
_NONE = "None given"
_BRIEF = 160
"""Characters of a reason that are worth giving a second time; longer ones stand where they were written."""


def blocks(writing: Writing) -> list[Block]:
    """The heading, the two halves of every thread, and what is not linked; nothing when no priority is recommended."""
    traced = trace(Evidence(writing.asked))
    if not traced.threads:
        return []
    numbered = [(f"{number}. {thread.name}", thread) for number, thread in enumerate(traced.threads, start=1)]
    rests_on = [row for name, thread in numbered for row in _grounds(name, thread)]
    leads_to = [_action(name, thread) for name, thread in numbered]
    return [
        writing.heading(HEADING, writing.top + 1, "trace"),
        writing.table(
            RESTS_ON,
            _headers("Data sources", "Problem or concern", "Priority"),
            rests_on,
            lead="{table} shows what each priority rests on.",
        ),
        writing.table(
            LEADS_TO,
            _headers("Priority", "Recommended", "Lead", "Measure"),
            leads_to,
            lead="{table} shows what is recommended, who leads and how it will be judged.",
        ),
        *_loose(traced),
    ]


def _headers(*words: str) -> list[tuple[str, bool]]:
    return [(each, False) for each in words]


def _grounds(name: str, thread: Thread) -> Iterator[list[str]]:
    """A row for each problem and each concern a priority rests on; one that says so when it rests on none."""
    grounds = [(ground.name, ground.sources) for ground in thread.problems]
    grounds += [(f"Heard: {ground.name}", ground.sources) for ground in thread.concerns]
    for ground, sources in grounds or [("", ())]:
        yield [cell(words or _NONE) for words in ("; ".join(sources), ground, name)]


def _action(name: str, thread: Thread) -> list[str]:
    kinds = ", ".join(kind for kind, _ in thread.recommended).capitalize()
    return [cell(words or _NONE) for words in (name, kinds, thread.lead, thread.measure)]


def _loose(traced: Trace) -> Iterator[Block]:
    """Everything that no priority takes up, and what this document says of it."""
    groups: Sequence[tuple[str, Iterable[str]]] = (
        ("Problems that no priority takes up", (_with(each, _SILENT) for each in traced.problems)),
        ("Concerns of the public that no priority takes up", map(_concern, traced.concerns)),
        ("Issues put forward that no priority takes up", (each.name for each in traced.candidates)),
        ("Matters for the county with neither a problem nor evidence", (each.name for each in traced.matters)),
        ("Problems without a data source", (each.name for each in traced.unsourced)),
        ("Data sources that no problem names", (each.name for each in traced.sources)),
    )
    for label, named in groups:
        items = tuple(inline(words) for words in named)
        if items:
            yield Text(f"**{ended(label)}**")
            yield Bullets(items)
    if not (traced.unexplained or traced.unanswered or traced.candidates):
        yield Text(inline("Every problem and every concern in this document is taken up by a priority or answered."))


_SILENT = "nothing in this document says what becomes of it"


def _with(each: Loose, silent: str) -> str:
    said = each.said or silent
    if len(said) > _BRIEF:
        said = f"{said.partition('.')[0]}, for the reason given where it was scored"
    return sentence(f"{each.name}: {said}")


def _concern(each: Loose) -> str:
    return sentence(f"{each.name}: {'answered where it is listed' if each.said else 'neither a priority nor answered'}")

"""The table that shows how the priorities rest on the evidence, and what of the evidence led to none."""

from collections.abc import Sequence

from sa_wizard.document.prose import cell, inline
from sa_wizard.document.view import Block, Text
from sa_wizard.document.writing import Writing
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.trace import Thread, trace

HEADING = "From evidence to action"
_HEADERS = [
    ("Priority", False),
    ("Problems and sources", False),
    ("Concerns", False),
    ("Lead", False),
    ("Measure", False),
]


def blocks(writing: Writing) -> list[Block]:
    """The heading, the table and a sentence on what hangs loose; nothing when no priority is recommended."""
    traced = trace(Evidence(writing.asked))
    if not traced.threads:
        return []
    caption = "What each priority rests on, who leads it and how it will be judged"
    found: list[Block] = [
        writing.heading(HEADING, writing.top + 1, "trace"),
        writing.table(caption, _HEADERS, [_row(thread) for thread in traced.threads]),
    ]
    loose = [topic.shown for _, topic in traced.loose_topics]
    if loose:
        found.append(Text(inline(f"Problems looked at that are not made a priority: {_listed(loose)}.")))
    answered = [concern.shown for _, concern in traced.loose_concerns]
    if answered:
        told = "Concerns of the public that are not made a priority, and are answered where they are listed"
        found.append(Text(inline(f"{told}: {_listed(answered)}.")))
    return found


def _row(thread: Thread) -> list[str]:
    rests = _listed(thread.topics)
    if thread.sources:
        rests += f" (from {_listed(thread.sources)})"
    priority = thread.priority
    return [cell(words) for words in (priority.title, rests, _listed(thread.concerns), priority.lead, priority.measure)]


def _listed(names: Sequence[str]) -> str:
    return "; ".join(name.strip() for name in names if name.strip())

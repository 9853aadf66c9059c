"""The thread from evidence to action: sources, problems, concerns, priorities, recommendations, leads, measures."""

from dataclasses import dataclass

from sa_wizard.draft.links import by_link
from sa_wizard.outline.records import Concern, Priority, Topic
from sa_wizard.review.answers import answered
from sa_wizard.review.evidence import Evidence

RECOMMENDED = ("prevention", "intelligence", "enforcement", "reassurance")


@dataclass(frozen=True)
class Thread:
    """One priority and what it hangs by; every text is as the draft has it, empty where nothing is said."""

    row: int
    priority: Priority
    topics: tuple[str, ...]
    sources: tuple[str, ...]
    concerns: tuple[str, ...]
    recommended: tuple[str, ...]
    """Which of prevention, intelligence, enforcement and reassurance it recommends something for."""

    @property
    def missing(self) -> tuple[str, ...]:
        """What the thread lacks, in words, in the order of the thread."""
        gaps = (
            ("evidence", bool(self.topics or self.concerns)),
            ("recommendation", bool(self.recommended)),
            ("lead", answered(self.priority.lead)),
            ("measure", answered(self.priority.measure)),
        )
        return tuple(name for name, there in gaps if not there)


@dataclass(frozen=True)
class Trace:
    """Every thread, and what hangs loose: problems and concerns that no priority takes up."""

    threads: tuple[Thread, ...]
    loose_topics: tuple[tuple[int, Topic], ...]
    loose_concerns: tuple[tuple[int, Concern], ...]

    @property
    def unanswered(self) -> tuple[tuple[int, Concern], ...]:
        """Concerns that are neither a priority nor answered."""
        return tuple((row, concern) for row, concern in self.loose_concerns if not answered(concern.answer))


def trace(seen: Evidence) -> Trace:
    """Follow every link of a draft."""
    topics = by_link(topic for _, topic in seen.topics)
    concerns = by_link(concern for _, concern in seen.concerns)
    sources = by_link(source for _, source in seen.sources)
    threads, taken = [], set[int]()
    for row, priority in seen.priorities:
        on = [topics[link] for link in priority.topics if link in topics]
        heard = [concerns[link] for link in priority.concerns if link in concerns]
        taken |= {id(each) for each in (*on, *heard)}
        named = dict.fromkeys(sources[link].name for topic in on for link in topic.sources if link in sources)
        told = tuple(name for name in RECOMMENDED if answered(getattr(priority, name)))
        threads.append(
            Thread(row, priority, tuple(t.shown for t in on), tuple(named), tuple(c.shown for c in heard), told)
        )
    return Trace(
        tuple(threads),
        tuple((row, topic) for row, topic in seen.topics if id(topic) not in taken),
        tuple((row, concern) for row, concern in seen.concerns if id(concern) not in taken),
    )

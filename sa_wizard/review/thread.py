"""The thread of each priority: sources, problems and concerns, the priority, what is recommended, lead, measure."""

from collections.abc import Iterable
from typing import NamedTuple

from sa_wizard.draft.links import by_link
from sa_wizard.expressions import Shape
from sa_wizard.outline.columns import Record
from sa_wizard.outline.records import Concern, Priority, Topic
from sa_wizard.review.answers import tells
from sa_wizard.review.evidence import Evidence

_STANDS_FOR_A_NAME = Shape(r"(?:Problem|Concern|Priority|Issue|Matter|Source|Entry) \d{1,5}")
RECOMMENDED = ("prevention", "intelligence", "enforcement", "reassurance")


class Ground(NamedTuple):
    """A problem or a concern that a priority rests on, with what is behind it in its turn."""

    name: str
    path: str
    sources: tuple[str, ...]
    """The data sources of a problem, the consultations of a concern; only those that are there."""
    source_path: str
    """Where they are chosen."""


class Thread(NamedTuple):
    """One priority and what is behind it; texts are as the draft has them, empty where nothing is said."""

    row: int
    priority: Priority
    problems: tuple[Ground, ...]
    concerns: tuple[Ground, ...]
    lost: tuple[str, ...]
    """Links to problems or concerns that are not there any more."""

    @property
    def name(self) -> str:
        """What the priority is called."""
        return called(self.priority, "Priority", self.row)

    @property
    def sources(self) -> tuple[str, ...]:
        """Everything behind its problems and concerns, once each."""
        return tuple(dict.fromkeys(name for ground in (*self.problems, *self.concerns) for name in ground.sources))

    @property
    def recommended(self) -> tuple[tuple[str, str], ...]:
        """The kinds it recommends something for, prevention first, and what."""
        texts = ((kind, str(getattr(self.priority, kind))) for kind in RECOMMENDED)
        return tuple((kind, text.strip()) for kind, text in texts if tells(text))

    @property
    def lead(self) -> str:
        """Who leads it; empty when nobody is named."""
        return self.priority.lead.strip() if tells(self.priority.lead) else ""

    @property
    def measure(self) -> str:
        """How it will be judged; empty when that is not said."""
        return self.priority.measure.strip() if tells(self.priority.measure) else ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What the thread lacks, in words, in the order of the thread."""
        rests = bool(self.problems or self.concerns)
        held = (
            ("source", bool(self.sources) or not rests),
            ("evidence", rests),
            ("recommendation", bool(self.recommended)),
            ("lead", bool(self.lead)),
            ("measure", bool(self.measure)),
        )
        return tuple(name for name, there in held if not there)


def threads(seen: Evidence) -> tuple[Thread, ...]:
    """The thread of every priority, in their order."""
    sources = by_link(source for _, source in seen.sources)
    held = by_link(held for _, held in seen.consultations)
    problems = {
        id(topic): Ground(
            called(topic, "Problem", row),
            seen.at(Topic, row, "name"),
            named(sources[link] for link in topic.sources if link in sources),
            seen.at(Topic, row, "sources"),
        )
        for row, topic in seen.topics
    }
    concerns = {
        id(concern): Ground(
            called(concern, "Concern", row),
            seen.at(Concern, row, "concern"),
            named(held[link] for link in concern.consultations if link in held),
            seen.at(Concern, row, "consultations"),
        )
        for row, concern in seen.concerns
    }
    topics_by, concerns_by = by_link(each for _, each in seen.topics), by_link(each for _, each in seen.concerns)
    return tuple(
        Thread(
            row,
            priority,
            tuple(dict.fromkeys(problems[id(topics_by[link])] for link in priority.topics if link in topics_by)),
            tuple(dict.fromkeys(concerns[id(concerns_by[link])] for link in priority.concerns if link in concerns_by)),
            tuple(link for link in priority.topics if link and link not in topics_by)
            + tuple(link for link in priority.concerns if link and link not in concerns_by),
        )
        for row, priority in seen.priorities
    )


def called(record: Record, kind: str, row: int) -> str:
    """What an entry is called, or its kind and number when it has no name yet."""
    return " ".join(record.shown.split()) or f"{kind} {row + 1}"


def quoted(name: str) -> str:
    """A name in quotation marks; without them it reads as part of the sentence. ``Priority 2`` stands for no name."""
    return name if _STANDS_FOR_A_NAME.fullmatch(name) else f"“{name}”"


def named(records: Iterable[Record]) -> tuple[str, ...]:
    """The names of records, once each; one without a name is told apart by nothing and left out."""
    return tuple(dict.fromkeys(" ".join(each.shown.split()) for each in records if each.shown.strip()))

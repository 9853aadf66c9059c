"""Every thread from evidence to action, and what is linked to none, with what the draft says becomes of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sa_wizard.draft.links import by_link
from sa_wizard.outline.records import Candidate, Concern, CountyMatter, DataSource, Topic
from sa_wizard.review.answers import gives_reason, tells
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.thread import Thread, called, quoted, threads

NOT_CHOSEN = "choosing.not_chosen"
"""Where an author says what was not chosen, and why."""

_LONG = 20_000
"""Characters of that answer in which names are looked for."""
_MOST = 200
"""Priorities among whose names that of an issue is looked for."""


class Loose(NamedTuple):
    """Something that no priority takes up."""

    name: str
    path: str
    said: str = ""
    """What the draft says becomes of it, in a few words; empty when it says nothing."""
    hint: str = ""
    """What would tie it, where the draft shows it."""
    rank: int = 0
    """Its place in its list, from 0; entries that hold nothing do not count."""


@dataclass(frozen=True)
class Trace:
    """What is found by following every link of a draft; what is not linked in the order from evidence to action."""

    seen: Evidence
    threads: tuple[Thread, ...]

    @cached_property
    def sources(self) -> tuple[Loose, ...]:
        """Data sources that no problem names: context, or a link not made."""
        known = by_link(source for _, source in self.seen.sources)
        used = {id(known[link]) for _, topic in self.seen.topics for link in topic.sources if link in known}
        return tuple(
            Loose(called(source, "Source", row), self.seen.at(DataSource, row, "name"))
            for row, source in self.seen.sources
            if id(source) not in used
        )

    @cached_property
    def unsourced(self) -> tuple[Loose, ...]:
        """Problems that name no data source, where sources are asked for at all."""
        if not self.seen.asks(self.seen.path(DataSource)):
            return ()
        known = by_link(source for _, source in self.seen.sources)
        return tuple(
            Loose(called(topic, "Problem", row), self.seen.at(Topic, row, "sources"))
            for row, topic in self.seen.topics
            if not known.keys() & set(topic.sources)
        )

    @cached_property
    def problems(self) -> tuple[Loose, ...]:
        """Problems that no priority rests on."""
        taken = {ground.path for thread in self.threads for ground in thread.problems}
        loose = []
        for rank, (row, topic) in enumerate(self.seen.topics):
            path = self.seen.at(Topic, row, "name")
            if path not in taken:
                loose.append(Loose(called(topic, "Problem", row), path, self._fate(topic), rank=rank))
        return tuple(loose)

    @cached_property
    def concerns(self) -> tuple[Loose, ...]:
        """Concerns that no priority answers; ``said`` is what people are told instead."""
        taken = {ground.path for thread in self.threads for ground in thread.concerns}
        loose = []
        for rank, (row, concern) in enumerate(self.seen.concerns):
            if self.seen.at(Concern, row, "concern") in taken:
                continue
            told = " ".join(concern.answer.split()) if tells(concern.answer) else ""
            hint = "" if told else self._near(concern)
            path = self.seen.at(Concern, row, "answer")
            loose.append(Loose(called(concern, "Concern", row), path, told, hint, rank))
        return tuple(loose)

    @cached_property
    def candidates(self) -> tuple[Loose, ...]:
        """Issues put forward in the scoring that no priority takes up: by their problems, else by their name."""
        rests = {ground.path for thread in self.threads for ground in thread.problems}
        names = [thread.name.casefold() for thread in self.threads[:_MOST]]
        loose = []
        for row, each in self.seen.candidates:
            if each.included != "yes" or any(self.seen.at(Topic, at, "name") in rests for at, _ in self._about(each)):
                continue
            issue = "" if any(True for _ in self._about(each)) else " ".join(each.issue.split()).casefold()
            if not (issue and any(issue in name or name in issue for name in names)):
                loose.append(Loose(called(each, "Issue", row), self.seen.at(Candidate, row, "issue")))
        return tuple(loose)

    @cached_property
    def matters(self) -> tuple[Loose, ...]:
        """Matters for the county with neither a problem nor evidence behind them."""
        return tuple(
            Loose(called(matter, "Matter", row), self.seen.at(CountyMatter, row, "topics"))
            for row, matter in self.seen.matters
            if not tells(matter.evidence) and not any(True for _ in self._about(matter))
        )

    @property
    def unanswered(self) -> tuple[Loose, ...]:
        """Concerns that are neither a priority nor answered."""
        return tuple(each for each in self.concerns if not each.said)

    @property
    def unexplained(self) -> tuple[Loose, ...]:
        """Problems that are no priority, and of which nothing says what becomes."""
        return tuple(each for each in self.problems if not each.said)

    def _fate(self, topic: Topic) -> str:
        """What the draft says becomes of a problem that is no priority; empty when it says nothing."""
        scored = self._scored.get(id(topic), [])
        if any(each.included == "yes" for each in scored):
            return "put forward in the scoring"
        for each in scored:
            if each.included == "no":
                reason = " ".join(each.reason.split())
                return f"not put forward. {reason}" if gives_reason(reason) else "not put forward in the scoring"
        name = " ".join(topic.name.split()).casefold()
        if name and name in self._not_chosen and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self._not_chosen):
            return "told under what was not chosen, and why"
        return self._county.get(id(topic), "")

    @cached_property
    def _scored(self) -> dict[int, list[Candidate]]:
        """The issues scored about each problem: linked to it, or called what it is called."""
        names = {topic.name.strip().casefold(): topic for _, topic in self.seen.topics if topic.name.strip()}
        found: dict[int, list[Candidate]] = {}
        for _, each in self.seen.candidates:
            same = names.get(each.issue.strip().casefold())
            about = {id(topic) for _, topic in self._about(each)} | ({id(same)} if same else set())
            for topic_id in about:
                found.setdefault(topic_id, []).append(each)
        return found

    @cached_property
    def _not_chosen(self) -> str:
        return " ".join(self.seen.text(NOT_CHOSEN)[:_LONG].split()).casefold()

    @cached_property
    def _county(self) -> dict[int, str]:
        return {
            id(topic): f"brought to the county: {called(matter, 'Matter', row)}"
            for row, matter in self.seen.matters
            for _, topic in self._about(matter)
        }

    def _near(self, concern: Concern) -> str:
        """The priority that takes up what a concern is about, which only has to be linked to it."""
        for row, topic in self._about(concern):
            thread = self._taking.get(self.seen.at(Topic, row, "name"))
            if thread:
                problem = called(topic, "Problem", row)
                return (
                    f"Its problem, {quoted(problem)}, is taken up by the priority {quoted(thread.name)}: link the two."
                )
        return ""

    @cached_property
    def _taking(self) -> dict[str, Thread]:
        """By the path of a problem, the first priority that rests on it."""
        return {ground.path: thread for thread in reversed(self.threads) for ground in thread.problems}

    def _about(self, record: Candidate | Concern | CountyMatter) -> Iterator[tuple[int, Topic]]:
        """The problems that a record is linked to, with their rows."""
        known = self._linked_topics
        return (known[link] for link in record.topics if link in known)

    @cached_property
    def _linked_topics(self) -> dict[str, tuple[int, Topic]]:
        rows = {id(topic): (row, topic) for row, topic in self.seen.topics}
        return {link: rows[id(topic)] for link, topic in by_link(topic for _, topic in self.seen.topics).items()}


def trace(seen: Evidence) -> Trace:
    """Follow every link of a draft."""
    return Trace(seen, threads(seen))

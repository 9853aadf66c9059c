"""Items (a) to (g): what makes each present in a draft. The tests are ours, the items are the law's.

Each test yields parts: something that must hold, and the finding when it does not. An item is met when every part
holds, not met when none does, otherwise partly met.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sa_wizard.draft.links import by_link
from sa_wizard.draft.months import fault, months
from sa_wizard.figures.change import change, is_count
from sa_wizard.outline.columns import Record
from sa_wizard.outline.records import (
    Concern,
    Consultation,
    CountyMatter,
    PreviousPriority,
    Priority,
    Topic,
)
from sa_wizard.outline.spec import Item
from sa_wizard.review.answers import answered, gives_reason, tells
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.rules.kept import quoted

STRANDS = {"crime": "crime", "disorder": "disorder or anti-social behaviour", "substance-misuse": "substance misuse"}
FIRST = "about.first"
PATTERNS = ("where", "when", "victims", "offenders", "how")
JUDGEMENTS = {
    choice.value for column in PreviousPriority.columns() if column.id == "judgement" for choice in column.choices
}

_UNEXPLAINED = {
    "bare": (
        "A reason is given, but without evidence",
        "Say what supports it or what speaks against it: a reason without evidence is a guess.",
    ),
    "unknown": (
        "What lies behind the changes is told, but of no problem is it known whether it changed",
        "Give the counts of both periods, or say how the pattern changed: a material change then needs its reason.",
    ),
    "nothing": (
        "Nothing explains why patterns have changed",
        "A count and a pattern describe; this section has to explain.",
    ),
}
"""What is said, and what to do, when item (c) has no explanation: why none counts."""


class Part(NamedTuple):
    """One thing an item needs: whether the draft has it, and what to say at which path when it has not."""

    holds: bool
    path: str
    code: str
    message: str
    hint: str = ""
    at: tuple[str, ...] = ()
    """Where it is answered, when that is not simply ``path``."""

    @property
    def proof(self) -> tuple[str, ...]:
        """The places that prove it; none when it does not hold."""
        return self.at or (self.path,) if self.holds else ()


def parts(item: Item, evidence: Evidence) -> list[Part]:
    """Everything one item needs of this draft, in the order an author would mend it."""
    return list(_TESTS[item](evidence))


def _levels(seen: Evidence) -> Iterator[Part]:
    path, unsorted = _without_strand(seen)
    for strand, words in STRANDS.items():
        topics = [(row, topic) for row, topic in seen.topics if topic.strand == strand]
        counted = next((seen.at(Topic, row, "count") for row, topic in topics if is_count(topic.count)), "")
        yield Part(
            bool(counted),
            path,
            "a-count",
            f"No problem under {words} has a count{unsorted}",
            f"Add a problem with the strand {words} and its count for this period.",
            (counted,),
        )
        patterns = ((row, topic, column) for row, topic in topics for column in PATTERNS)
        patterned = next(
            (seen.at(Topic, row, column) for row, topic, column in patterns if tells(getattr(topic, column))), ""
        )
        yield Part(
            bool(patterned),
            path,
            "a-pattern",
            f"No problem under {words} has a pattern{unsorted}",
            "Say where, when, who is harmed, who causes it or what kind, for at least one.",
            (patterned,),
        )


def _without_strand(seen: Evidence) -> tuple[str, str]:
    """Where to mend that a strand is without a problem, and what to say of it: a problem may only lack its strand."""
    for row, topic in seen.topics:
        if not answered(topic.strand):
            return seen.at(Topic, row, "strand"), f"; {quoted(topic, row)} has no strand yet"
    return seen.path(Topic, "strand"), ""


def _changes(seen: Evidence) -> Iterator[Part]:
    asked = seen.asked
    usable = "has no usable dates" if answered(asked.draft.get("about.period")) else "is not given"
    yield Part(asked.period is not None, "about.period", "b-period", f"The period covered {usable}")
    first = _said_first(seen)
    if first != "no":
        yield _first(seen, "b-first")
    else:
        yield from _previous_report(seen)
    if first == "yes":
        return
    counted = [(row, topic) for row, topic in seen.topics if is_count(topic.count)]
    for row, topic in counted:
        compared = is_count(topic.previous_count)
        yield Part(
            compared or tells(topic.pattern_change),
            seen.at(Topic, row, "previous_count"),
            "b-count",
            f"{quoted(topic, row)} has no count for the previous period",
            "Give it. Where there is none to compare with, say so under the change in pattern.",
            (seen.at(Topic, row, "previous_count" if compared else "pattern_change"),),
        )
    if all(tells(topic.pattern_change) and not is_count(topic.previous_count) for _, topic in counted):
        yield Part(False, seen.path(Topic, "previous_count"), "b-count", "No problem has counts for two periods")


def _previous_report(seen: Evidence) -> Iterator[Part]:
    known = seen.asked.previous_period is not None
    usable = "has no usable dates" if answered(seen.asked.draft.get("about.previous_period")) else "is not given"
    yield Part(known, "about.previous_period", "b-previous-period", f"The previous period {usable}")
    said = {name: tells(seen.text(f"about.{name}")) for name in ("previous_title", "previous_date")}
    named = any(said.values())
    for name, what, alone in (
        ("previous_title", "title", "The previous assessment is not named: its title and date are needed"),
        ("previous_date", "date", "The date of the previous assessment is not given"),
    ):
        told = f"The previous assessment is named without its {what}" if named else alone
        yield Part(said[name], f"about.{name}", "b-previous-report", told)


def _reasons(seen: Evidence) -> Iterator[Part]:
    explained = ""
    for row, topic in seen.topics:
        known = any(tells(reason.reason) and _has_evidence(reason) for reason in topic.reasons)
        waiting = topic.nature == "not-known" and tells(topic.find_out)
        place = seen.at(Topic, row, "reasons" if known else "find_out")
        explained = explained or (place if known or waiting else "")
        changed = change(topic.previous_count, topic.count)
        if changed is None or not changed.material:
            continue
        told = f"{quoted(topic, row)} changed by {changed.difference_words} ({changed.percent_words})"
        if topic.nature == "not-known":
            yield Part(
                waiting or known,
                seen.at(Topic, row, "find_out"),
                "c-find-out",
                f"{told}; the reason is not yet known, but not how it will be found out",
                "Say what will be done, by whom and by when.",
                (place,),
            )
        elif topic.reasons and not known:
            yield Part(
                False,
                seen.at(Topic, row, "reasons"),
                "c-evidence",
                f"{told}; a reason is given without evidence",
                "Say what supports it or what speaks against it.",
            )
        else:
            yield Part(
                known,
                seen.at(Topic, row, "reasons"),
                "c-reason",
                f"{told} and no reason is given",
                "Give a reason with its evidence, or say it is not yet known and how you will find out.",
            )
    path = seen.path(Topic, "reasons")
    bare = any(tells(reason.reason) for _, topic in seen.topics for reason in topic.reasons)
    whole = path.partition(".")[0] + ".overall"
    said = bool(seen.topics) and tells(seen.text(whole))
    unknown = said and not _change_is_known(seen)
    explained = explained or (whole if said and not unknown else "")
    lacking, hint = _UNEXPLAINED["bare" if bare else "unknown" if unknown else "nothing"]
    place = seen.path(Topic, "previous_count") if unknown and not bare else path
    yield Part(bool(explained), place, "c-none", lacking, hint, (explained,))


def _change_is_known(seen: Evidence) -> bool:
    """Whether it can be told of any problem that it changed, or did not.

    Why: without a change no reason is asked for, and a sentence on the whole would then be taken for all of them.
    """
    return _said_first(seen) == "yes" or any(
        change(topic.previous_count, topic.count) is not None or tells(topic.pattern_change) for _, topic in seen.topics
    )


def _priorities(seen: Evidence) -> Iterator[Part]:
    path = seen.path(Priority, "title")
    yield Part(bool(seen.priorities), path, "d-none", "No priority is recommended", at=_some(path, seen.priorities))
    topics, concerns = (by_link(record for _, record in rows).keys() for rows in (seen.topics, seen.concerns))
    for row, priority in seen.priorities:
        traced = bool(topics & priority.topics)
        yield Part(
            traced or bool(concerns & priority.concerns),
            seen.at(Priority, row, "topics"),
            "d-evidence",
            f"{quoted(priority, row)} rests on no problem and no concern",
            "Choose the problems or concerns that are the evidence for it.",
            (seen.at(Priority, row, "topics" if traced else "concerns"),),
        )


def _views(seen: Evidence) -> Iterator[Part]:
    path = seen.path(Consultation, "name")
    held_at = _some(path, seen.consultations)
    yield Part(bool(seen.consultations), path, "e-none", "No consultation is recorded", at=held_at)
    for row, held in seen.consultations:
        dates = held.dates.ends
        wrong = fault(dates)
        for column, fine, what in (
            ("dates", months(dates) is not None, f"usable dates: its period {wrong}" if wrong else "dates"),
            ("responses", is_count(held.responses), "number of responses"),
            ("said", tells(held.said), "account of what was said"),
        ):
            told = f"{quoted(held, row)} has no {what}"
            yield Part(fine, seen.at(Consultation, row, column), f"e-{column}", told)
    for column, who in (("residents", "live"), ("workers", "work")):
        asked = next((row for row, held in seen.consultations if getattr(held, column) == "yes"), None)
        yield Part(
            asked is not None,
            path,
            f"e-{column}",
            f"No consultation asked people who {who} in the area",
            "The item covers people who live or work here; record one that asked them.",
            (seen.at(Consultation, asked or 0, column),),
        )
    path = seen.path(Concern, "concern")
    told = "No matter the public would prioritise is listed"
    yield Part(bool(seen.concerns), path, "e-concern", told, at=_some(path, seen.concerns))


def _previous_plan(seen: Evidence) -> Iterator[Part]:
    if _said_first(seen) != "no":
        yield _first(seen, "f-first")
        return
    path = seen.path(PreviousPriority, "priority")
    told = "No priority of the previous plan is listed"
    yield Part(bool(seen.previous), path, "f-none", told, at=_some(path, seen.previous))
    for row, earlier in seen.previous:
        name = quoted(earlier, row)
        yield Part(
            earlier.judgement in JUDGEMENTS,
            seen.at(PreviousPriority, row, "judgement"),
            "f-judgement",
            f"{name} has no judgement of how far it was implemented",
        )
        rests = tells(earlier.evidence)
        if rests or earlier.judgement in JUDGEMENTS:
            yield Part(
                rests,
                seen.at(PreviousPriority, row, "evidence"),
                "f-evidence",
                f"{name} is judged without evidence",
                "Say what the judgement rests on.",
            )


def _county(seen: Evidence) -> Iterator[Part]:
    said = seen.text("county.any")
    path = seen.path(CountyMatter, "matter")
    if said == "no":
        reason = gives_reason(seen.text("county.none_reason"))
        yield Part(True, "county.any", "g-any", "")
        yield Part(reason, "county.none_reason", "g-reason", "No matters go to the county, and no reason is given")
        return
    yield Part(said == "yes", "county.any", "g-any", "It is not said whether there are matters for the county")
    if said != "yes":
        return
    told = "No matter for the county is listed"
    yield Part(bool(seen.matters), path, "g-none", told, at=_some(path, seen.matters))
    for row, matter in seen.matters:
        yield Part(
            tells(matter.why),
            seen.at(CountyMatter, row, "why"),
            "g-why",
            f"{quoted(matter, row)} does not say why the county should act",
        )


def _first(seen: Evidence, code: str) -> Part:
    if _said_first(seen) != "yes":
        return Part(False, "about.first", code, "It is not said whether there was an assessment before this one")
    told = "This is said to be the first assessment, without a reason"
    reason = seen.text("about.first_reason")
    return Part(gives_reason(reason), "about.first_reason", code, told, at=(FIRST, "about.first_reason"))


def _said_first(seen: Evidence) -> str:
    """``yes``, ``no`` or neither; an outline that does not ask has an assessment before this one."""
    if seen.asked.outline.find(FIRST) is None:
        return "no"
    return seen.asked.draft.text(FIRST)


def _some(path: str, rows: Sequence[tuple[int, Record]]) -> tuple[str, ...]:
    """The first entry that says something, for what only asks that there is one."""
    return (f"{path}[{rows[0][0]}]",) if rows else ()


def _has_evidence(reason: Record) -> bool:
    return tells(getattr(reason, "evidence_for", "")) or tells(getattr(reason, "evidence_against", ""))


_TESTS: dict[Item, Callable[[Evidence], Iterator[Part]]] = {
    "a": _levels,
    "b": _changes,
    "c": _reasons,
    "d": _priorities,
    "e": _views,
    "f": _previous_plan,
    "g": _county,
}

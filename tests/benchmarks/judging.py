"""How long a judgement takes of the largest draft: whole, again after a word was typed, and of the answer typed in."""

import json
import statistics
import time
from collections.abc import Callable
from typing import TypeVar

from sa_wizard.draft import words
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.paths import resolve
from sa_wizard.draft.store import to_data
from sa_wizard.outline.spec import Outline
from sa_wizard.review.judge import judge, judge_field, review
from sa_wizard.review.reading import READINGS
from sa_wizard.review.scaffolds import held
from tests.benchmarks.large import large

ThingT = TypeVar("ThingT")
ROUNDS = 15
TYPED_IN = ("levels.topics[30].narrative", "why.overall", "about.partnership")


def main() -> None:
    """Print the table. The baseline is parsing the draft's own JSON, which every start pays, in the same run."""
    outline, draft = large()
    encoded = json.dumps(to_data(outline, draft))
    topics = len(draft.get("levels.topics"))
    print(f"Judging {words.count(outline, draft):,} words with {topics} problems, median of {ROUNDS}")
    parsing = _median(lambda: json.loads(encoded))
    print(f"  parsing its JSON (baseline)               {parsing:7.1f} ms")
    first = _median(lambda: _afresh(outline, draft))
    _tell("review() of a draft that was never read", first, parsing, 150)
    again = _median(lambda: review(outline, draft))
    _tell("review() again, as an export does", again, parsing, 150)
    for path in TYPED_IN:
        typed = _typed(outline, draft, path)
        _tell(f"again after a word in {path}", _each(judge, typed), parsing)
        READINGS.forget()
        judge(Asked(outline, draft))
        alone = [(asked, path) for asked in typed]
        _tell(f"only {path}", _each(lambda each: judge_field(*each), alone), parsing, 5)


def _afresh(outline: Outline, draft: Draft) -> None:
    READINGS.forget()
    held.cache_clear()
    review(outline, draft)


def _tell(what: str, took: float, parsing: float, goal: int | None = None) -> None:
    said = f"   (goal: under {goal} ms)" if goal else ""
    print(f"  {what:<58} {took:7.1f} ms   {took / parsing:5.1f} times{said}")


def _typed(outline: Outline, draft: Draft, path: str) -> list[Asked]:
    """The draft after each of some words more in one answer."""
    target = resolve(outline, path)
    text = str(draft.at(target))
    return [Asked(outline, draft.with_value(target, f"{text} more{number}")) for number in range(ROUNDS)]


def _median(act: Callable[[], object]) -> float:
    return _each(lambda _: act(), list(range(ROUNDS)))


def _each(act: Callable[[ThingT], object], things: list[ThingT]) -> float:
    """Milliseconds, the median; the first round is left out, since it builds what every later one uses."""
    took = []
    for thing in things:
        began = time.perf_counter()
        act(thing)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took[1:])


if __name__ == "__main__":
    main()

"""What is told of something by its name, with the counts that a table or a problem gives under that name.

``Shoplifting rose by 36%`` beside a table whose row Shoplifting goes from 802 to 1,012: both are read, and compared.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sa_wizard.figures.change import Change, change
from sa_wizard.outline.records import Topic
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.rules import kept, typed
from sa_wizard.review.rules.named_claims import Named, claims, is_plain, key, moved
from sa_wizard.review.rules.texts import Written
from sa_wizard.review.rules.told import Told, changes

Counts = tuple[float, float]


class Said(NamedTuple):
    """One answer with the counts of its rows, the per cents told of names, and two counts told as a change."""

    answer: Written
    rows: Mapping[str, Counts]
    claims: tuple[Named, ...]
    changes: tuple[Told, ...]


class Known(NamedTuple):
    """All that is said, and the counts of every name, as tables and problems give them."""

    said: tuple[Said, ...]
    counts: Mapping[str, set[Counts]]

    def of(self, said: Said, name: str) -> Change | None:
        """The counts of a name; what two tables count differently is left alone, unless one of them stands here."""
        here = said.rows.get(name)
        found = {here} if here else self.counts.get(name, set())
        return Change(*next(iter(found))) if len(found) == 1 else None

    def told(self) -> Iterator[tuple[str, Named, Change]]:
        """Every per cent told of a name that has counts, with its path."""
        for said in self.said:
            for claim in said.claims:
                true = self.of(said, claim.subject)
                if true:
                    yield said.answer.path, claim, true

    def half_right(self) -> Iterator[tuple[str, str, Told, Change]]:
        """Two counts told of a name of which one is that name's and the other is not: path, name and true counts.

        The figures are looked at first, then the name and then the sentence, because few are of this kind.
        """
        right = {each for of_name in self.counts.values() for each in of_name}
        olds, news = {old for old, _ in right}, {new for _, new in right}
        for said in self.said:
            for each in said.changes:
                counts = each.old, each.new
                if counts in right or not (each.old in olds or each.new in news) or not each.now:
                    continue
                name = moved(each)
                true = self.of(said, name)
                if true and (each.old == true.old) != (each.new == true.new) and is_plain(said.answer.text, each):
                    yield said.answer.path, name, each, true


def known(seen: Evidence, answers: Sequence[Written]) -> Known:
    """What all the answers say of names, and what is counted under them."""
    said = tuple(filter(None, (_said(answer) for answer in answers)))
    counts: dict[str, set[Counts]] = {}
    for each in said:
        for name, row in each.rows.items():
            counts.setdefault(name, set()).add(row)
    for _, topic in kept.rows(seen, Topic):
        changed = change(topic.previous_count, topic.count)
        if changed:
            counts.setdefault(key(topic.name), set()).add((changed.old, changed.new))
    return Known(said, counts)


def _said(answer: Written) -> Said | None:
    """What one answer says of names; None if nothing."""
    telling = answer.reading.telling(READS)
    return Said(answer, answer.once(rows), answer.once(claims), answer.once(changes)) if telling else None


def rows(text: str) -> dict[str, Counts]:
    """The older and the newer count of each named row, in tables with one column for each of two periods."""
    counted: dict[str, Counts] = {}
    for table in typed.tables(text):
        periods = typed.two_periods(table)
        if not periods:
            continue
        older, newer = periods
        for row in table.rows:
            old, new, name = typed.count(row[older]), typed.count(row[newer]), key(row[0])
            if old is not None and new is not None and name and not typed.is_total(row):
                counted[name] = (old, new)
    return counted


READS = (rows, claims, changes)
"""What is read of each answer."""

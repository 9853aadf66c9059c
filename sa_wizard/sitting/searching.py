"""The search of one sitting: what is looked for, where it stands, and which place is looked at. Without any screen."""

from collections.abc import Sequence

from sa_wizard.draft.finding import Place, Sought, find, quoted, replace, told_places
from sa_wizard.draft.session import Session
from sa_wizard.draft.steps import Step
from sa_wizard.draft.text import clean_line


class Search:
    """Remembers what was looked for, so that the list of places can be left and come back to."""

    def __init__(self) -> None:
        """Nothing is looked for yet."""
        self.sought = Sought("")
        self.by = ""
        """The words to put in their place."""
        self.places: Sequence[Place] = ()
        self.at = 0
        self._steps: list[Step | None] = []

    @property
    def here(self) -> Place | None:
        """The place looked at; None while there is none."""
        return self.places[self.at] if self.at < len(self.places) else None

    def look(self, session: Session, sought: Sought | None = None) -> None:
        """Find what is sought in the draft as it is now; the place looked at stays, or the one that took its number.

        Raises UsageProblem for more words than can be sought.
        """
        new = sought is not None and sought != self.sought
        was = None if new else self.here
        found = find(session.outline, session.draft, sought or self.sought)
        self.sought, self.places = sought or self.sought, found
        same = (number for number, place in enumerate(found) if was is not None and _spot(place) == _spot(was))
        self.at = 0 if new else next(same, min(self.at, max(0, len(found) - 1)))

    def step(self, by: int) -> None:
        """Look at the place so many further on; behind the last comes the first."""
        self.at = (self.at + by) % len(self.places) if self.places else 0

    @property
    def other_capitals(self) -> int:
        """How many places are written with other capitals than the words that are looked for."""
        return sum(_other_capitals(place.words, self.sought.words) for place in self.places)

    def of_capitals(self) -> str:
        """What to know before every place is replaced: how many are written with other capitals. Empty when none is.

        The other words are put there as they were typed: their capitals do not follow those of the place.
        """
        count = self.other_capitals
        if not count:
            return ""
        are = "is" if count == 1 else "are"
        among = f"{count:,} of them {are}" if len(self.places) > 1 else "It is"
        return f"{among} written with other capitals."

    def replace_here(self, session: Session) -> str:
        """Put the other words in the place looked at, and look at the one behind it; returns what was done."""
        here = self.here
        if here is None:
            return ""
        done = self._replaced(session, [here])
        behind = here.start + len(clean_line(self.by))
        while self.at < len(self.places) - 1 and _spot(self.places[self.at])[:2] == _spot(here)[:2]:
            if self.places[self.at].start >= behind:
                break
            self.at += 1
        return done

    def replace_all(self, session: Session) -> str:
        """Put the other words in every place; returns what was done, empty when nothing had to be."""
        return self._replaced(session, self.places) if self.places else ""

    def undo(self, session: Session) -> Step | None:
        """Take back what was replaced here last; None when that is not the last change of the draft."""
        if not self._steps or session.last is not self._steps[-1]:
            return None
        self._steps.pop()
        step = session.undo()
        self.look(session)
        return step

    def told(self) -> str:
        """How many places there are, in a sentence."""
        if not self.sought.words:
            return "Type the words to look for, then Enter."
        if not self.places:
            ways = [way for on, way in self._ways() if on]
            with_ways = f" {' and '.join(ways)}" if ways else ""
            return f"{quoted(self.sought.words)} stands nowhere{with_ways} in what is written."
        if len(self.places) == 1:
            return f"1 place, in {told_places(self.places)}."
        off = sum(not place.text.asked for place in self.places)
        return f"{told_places(self.places)}{f'; {off:,} of them not asked now' if off else ''}."

    def _ways(self) -> tuple[tuple[bool, str], ...]:
        return ((self.sought.match_case, "with these capitals"), (self.sought.whole_words, "as a word of its own"))

    def _replaced(self, session: Session, places: Sequence[Place]) -> str:
        done = replace(session, places, self.by, self.sought.words)
        if done:
            self._steps.append(session.last)
        self.look(session)
        return done


def _other_capitals(found: str, sought: str) -> bool:
    """Whether words that were found differ in capitals from those that were sought, whatever else they differ in."""
    return any(one != other and one.casefold() == other.casefold() for one, other in zip(found, sought, strict=False))


def _spot(place: Place) -> tuple[object, int, int]:
    return place.text.kept, place.part, place.start

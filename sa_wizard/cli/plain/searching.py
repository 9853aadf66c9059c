"""The commands that look for words in the whole draft, go to where they stand, and put others in their place."""

from collections.abc import Iterator, Sequence

from sa_wizard.cli.plain.answers import number_of
from sa_wizard.cli.plain.asking import cut
from sa_wizard.cli.plain.deciding import NO, YES, Deciding
from sa_wizard.cli.plain.looking import FEW, Looking
from sa_wizard.draft.finding import Place, Sought, quoted, told_places
from sa_wizard.draft.steps import Step
from sa_wizard.draft.text import clean_line
from sa_wizard.errors import UsageProblem

_HOW = "Write it like :replace old words = new words; with nothing behind the sign they are taken out."
_WAYS = {"--match-case": "match_case", "--whole-words": "whole_words"}
"""What may stand before the words, as 'sa-wizard find' has it, for both commands."""


class Searching(Looking):
    """What a dialogue can find in its draft."""

    deciding: Deciding
    _found_at = -1
    """The number, from 0, of the place that was gone to last; -1 before the first."""
    _replaced: Step | None = None
    """What a script, which is not asked, has replaced with its last line."""

    def _find(self, rest: str) -> bool:
        """List the places of words; without words, all places of those last looked for."""
        search = self.desk.search
        if not rest and not search.sought.words:
            raise UsageProblem("Say which words to look for.", "Such as :find town centre.")
        search.look(self.session, _sought(rest) if rest else None)
        self._found_at = -1
        self.voice.say(search.told())
        self._list_places(search.places, FEW if rest else len(search.places))
        if search.places:
            self.voice.say(":found and a number goes to one of them; :found alone to the next.")
        return False

    def _found(self, rest: str) -> bool:
        """Go to one of the places listed, or to the next."""
        self.desk.search.look(self.session)
        places = self.desk.search.places
        if not places:
            raise UsageProblem("There is no place to go to.", ":find and some words lists the places where they stand.")
        at = number_of([""] * len(places), rest) if rest else self._found_at + 1
        if at >= len(places):
            self._found_at = -1
            raise UsageProblem("That was the last place.", ":found goes to the first again.")
        self._found_at = at
        place = places[at]
        if not place.text.asked:
            raise UsageProblem(f"Place {at + 1} is in an answer that is kept, and not asked for as things stand.")
        self.voice.say(f"Place {at + 1:,} of {len(places):,}: {_in_words(place)}")
        return self._move(self._leading_to(place.text.path))

    def _list_places(self, places: Sequence[Place], most: int) -> None:
        self.voice.say(*(f"{number} {_line(place)}" for number, place in enumerate(places[:most], start=1)))
        if len(places) > most:
            self.voice.say(f"And {len(places) - most:,} more; :find alone lists them all.")

    def _replace(self, rest: str) -> bool:
        """Put other words in the place of some, everywhere: a person sees the places and is asked, a script is not."""
        old, sign, new = f"{rest} ".partition(" = ")
        sought, new = _sought(old.strip()), new.strip()
        if not sign or not sought.words:
            raise UsageProblem("Say which words are to be replaced, and with which.", _HOW)
        self.session.must_write()
        search = self.desk.search
        search.look(self.session, sought)
        self._found_at = -1
        if not search.places:
            raise UsageProblem(search.told(), "Nothing was changed.")
        search.by = new
        capitals = self._of_capitals()
        if self.keyboard.terminal and not self._agreed(sought, new, capitals):
            self.voice.say("Nothing was replaced.")
            return False
        done = search.replace_all(self.session)
        if not done:
            raise UsageProblem("The words are the same.", "Nothing was changed.")
        self._replaced = None if self.keyboard.terminal else self.session.last
        self.voice.say(f"{done.replace('replace', 'Replaced', 1)}. :undo takes it back.")
        self.voice.say(*([capitals] if capitals and not self.keyboard.terminal else ()))
        return True

    def _agreed(self, sought: Sought, new: str, capitals: str) -> bool:
        places = self.desk.search.places
        self._list_places(places, FEW)
        off = sum(not place.text.asked for place in places)
        kept = f" {off:,} of them {'is' if off == 1 else 'are'} not asked for as things stand." if off else ""
        by = quoted(clean_line(new))
        asked = f"Replace {quoted(sought.words)} with {by} in {told_places(places)}?{kept}"
        self.voice.say(*([capitals] if capitals else ()))
        return self.deciding.yes(asked)

    def _of_capitals(self) -> str:
        """What to say of places where the words stand with other capitals than typed; empty when there are none."""
        search = self.desk.search
        if not search.other_capitals:
            return ""
        count = f"{search.other_capitals:,} of {len(search.places):,}"
        return f"{count} with other capitals, which :replace --match-case leaves as they are."

    def _is_late(self, line: str) -> bool:
        """Whether a script says yes or no to what it was not asked, right behind the command: it is no answer."""
        late = self._replaced is not None and line.strip().casefold() in (*YES, *NO)
        self._replaced = self._replaced if late else None
        return late

    def _take_late(self, line: str) -> bool:
        step, self._replaced = self._replaced, None
        if line.strip().casefold() in NO and step is not None and self.session.last is step:
            return self._went(self.session.undo(), "", "Undone")
        self.voice.say("A script is not asked: the words were replaced, and this line was kept nowhere.")
        return False


def _sought(rest: str) -> Sought:
    """The words to look for, behind what is asked of them."""
    ways: dict[str, bool] = {}
    first, _, others = rest.partition(" ")
    while first in _WAYS:
        ways[_WAYS[first]] = True
        rest = others.strip()
        first, _, others = rest.partition(" ")
    return Sought(rest, **ways)


def _line(place: Place) -> str:
    text = place.text
    asked = "" if text.asked else " Not asked for as things stand."
    return f"{text.heading}, {cut(', '.join(_named(place)), '')}: {_in_words(place)} At {text.path}.{asked}"


def _named(place: Place) -> Iterator[str]:
    yield place.text.label
    if place.text.entry:
        yield place.text.entry.replace(" › ", ", ")


def _in_words(place: Place) -> str:
    lead, rest = place.around()
    return f"“{lead}{place.words}{rest}”"

"""The commands that look for words in the whole draft, go to where they stand, and put others in their place."""

from collections.abc import Iterator

from sa_wizard.cli.plain.answers import number_of
from sa_wizard.cli.plain.asking import cut
from sa_wizard.cli.plain.looking import FEW, Looking
from sa_wizard.draft.finding import Place, Sought, find
from sa_wizard.draft.session import Session
from sa_wizard.errors import UsageProblem

_HOW = "Write it like :replace old words = new words; with nothing behind the sign they are taken out."


class Searching(Looking):
    """What a dialogue can find in its draft."""

    _found_at = -1
    """The number, from 0, of the place that was gone to last; -1 before the first."""

    def _find(self, rest: str) -> bool:
        """List the places of words; without words, all places of those last looked for."""
        search = self.desk.search
        if not rest and not search.sought.words:
            raise UsageProblem("Say which words to look for.", "Such as :find town centre.")
        search.look(self.session, Sought(rest) if rest else None)
        self._found_at = -1
        self.voice.say(search.told())
        shown = search.places[:FEW] if rest else search.places
        self.voice.say(*(f"{number} {_line(place)}" for number, place in enumerate(shown, start=1)))
        if len(shown) < len(search.places):
            self.voice.say(f"And {len(search.places) - len(shown):,} more; :find alone lists them all.")
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

    def _replace(self, rest: str) -> bool:
        """Put other words in the place of some, everywhere, and say in how many places."""
        old, sign, new = f"{rest} ".partition(" = ")
        old, new = old.strip(), new.strip()
        if not sign or not old:
            raise UsageProblem("Say which words are to be replaced, and by which.", _HOW)
        self.session.must_write()
        search = self.desk.search
        search.look(self.session, Sought(old, match_case=True))
        others = _other_capitals(self.session, old, len(search.places))
        if not search.places:
            raise UsageProblem(search.told(), others)
        search.by = new
        done = search.replace_all(self.session)
        self._found_at = -1
        if not done:
            raise UsageProblem("The words are the same.", "Nothing was changed.")
        self.voice.say(f"{done.replace('replace', 'Replaced', 1)}. :undo takes it back.")
        self.voice.say(*([others] if others else ()))
        return True


def _other_capitals(session: Session, words: str, same: int) -> str:
    """What to say of places where the words stand with other capitals, which stay as they are."""
    count = len(find(session.outline, session.draft, Sought(words))) - same
    if count < 1:
        return ""
    return (
        f"With other capitals they stand in {count:,} place{'' if count == 1 else 's'}, which {_stay(count)} as before."
    )


def _stay(count: int) -> str:
    return "stays" if count == 1 else "stay"


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

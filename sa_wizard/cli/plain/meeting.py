"""Two copies of one draft meet: another program's, or one kept apart. A person decides; a script never does."""

from collections.abc import Callable, Sequence

from sa_wizard.cli.plain import half
from sa_wizard.cli.plain.asking import numbered
from sa_wizard.draft import store
from sa_wizard.draft.compare import Difference
from sa_wizard.draft.in_words import in_words
from sa_wizard.draft.merge import Take, conflicts, merged, offers
from sa_wizard.draft.stamps import stamp
from sa_wizard.errors import SaWizardError
from sa_wizard.sitting.desk import Desk

Say = Callable[..., None]
Pick = Callable[[Sequence[str]], int | None]
"""Asks for one of some lines by its number, from 0; None to leave it for later."""

_LATER = "Decide later"


def offer_recovered(desk: Desk, say: Say, pick: Pick | None) -> None:
    """A copy was kept while the file could not be written: say so, and let a person take what they want of it."""
    session = desk.session
    if session is None or session.read_only:
        return
    for copy, differences in desk.copies():
        when = copy.at.astimezone().strftime("%H:%M on %d %B %Y")
        if copy.why == half.WHY:
            say(f"A line was being typed here when the program ended, at {when}. The answer is as it was before.")
            names = ("what was typed", "the answer")
        else:
            apart = f"What was written was kept apart at {when}, and the file does not hold it."
            say(f"{apart} Why it was not saved then: {copy.why}")
            names = ("the copy", "the file")
        chosen = _decide(differences, names, say, pick)
        if chosen is None:
            say("The copy is kept; the next start at a terminal offers it again.")
            return
        desk.looked_at(copy.file)
        draft = merged(session.outline, None, copy.draft, session.draft, chosen)
        session.met(draft, session.saved, session.on_disk)
        desk.save()
        desk.settle_copy()


def meet_changes(desk: Desk, say: Say, pick: Pick | None) -> bool:
    """Another program wrote the file: take in what one side changed, ask for the rest; False when it is put off."""
    session = desk.session
    if session is None:
        return True
    on_disk = stamp(session.path)
    try:
        _, theirs = store.load(session.path)
        differences = conflicts(session.outline, session.saved, session.draft, theirs)
    except SaWizardError as error:
        say(f"Another program changed the file. {error}")
        return False
    chosen: dict[str, Take] | None = {}
    if differences:
        say("Another program changed this draft while it was open here. Nothing was written over.")
        chosen = _decide(differences, ("yours", "the file's"), say, pick)
    if chosen is None:
        say("Both are as they were. :save asks again; :save with a new file name keeps yours there.")
        return False
    session.met(merged(session.outline, session.saved, session.draft, theirs, chosen), theirs, on_disk)
    desk.changed = False
    if not differences:
        say("Another program changed this draft; what it changed was taken in.")
    trouble = desk.save()
    if trouble:
        say(trouble)
    desk.settle_copy()
    return True


def _decide(
    differences: Sequence[Difference], names: tuple[str, str], say: Say, pick: Pick | None
) -> dict[str, Take] | None:
    """A choice for every difference; None when there is nobody to ask, or they put it off."""
    if pick is None:
        return None
    words: dict[Take, str] = {"mine": names[0], "theirs": names[1], "both": "both, one after the other"}
    chosen: dict[str, Take] = {}
    for number, each in enumerate(differences, start=1):
        say(f"Difference {number} of {len(differences)}. A minus is in {names[0]}, a plus in {names[1]}.")
        say(*in_words([each]))
        offered = offers(each)
        lines = [f"Take {words[take]}" for take in offered] + [_LATER]
        say(*numbered(lines))
        at = pick(lines)
        if at is None or at >= len(offered):
            return None
        chosen[each.path] = offered[at]
    return chosen

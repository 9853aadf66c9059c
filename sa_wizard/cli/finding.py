"""Words in a whole draft, from the command line: where they stand, and others in their place."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from sa_wizard.cli.arguments import DRAFT, words
from sa_wizard.cli.saving import save
from sa_wizard.cli.talk import say, say_json, tell
from sa_wizard.draft import finding, opening
from sa_wizard.draft.finding import Place, Sought, quoted, told_places
from sa_wizard.draft.lock import Lock
from sa_wizard.draft.session import Session
from sa_wizard.errors import UsageProblem

NOTHING_FOUND = 3
"""The exit code when the words stand nowhere: there is nothing wrong, and a script can tell."""


@click.command(
    epilog="Exit 0 when the words were found, or replaced, and 3 when they stand nowhere. Words that begin with a dash "
    "come behind '--'."
)
@DRAFT
@click.argument("sought", metavar="WORDS", callback=words)
@click.option("--replace", "by", metavar="TEXT", callback=words, help="Put TEXT in their place everywhere, and save.")
@click.option("--match-case", is_flag=True, help="Tell capitals apart, which is not done else, nor when replacing.")
@click.option("--whole-words", is_flag=True, help="Not inside other words.")
@click.option("--json", "as_json", is_flag=True, help="Every place as JSON, with the words around it.")
def find(  # noqa: PLR0913 - one for each option
    draft: Path, sought: str, by: str | None, *, match_case: bool, whole_words: bool, as_json: bool
) -> int:
    """List every place in DRAFT where WORDS stand: the path of the answer, its label, the words in their sentence.

    Looked through is all that is written: texts, lines, lists and entries of lists, your own headings, and why a
    section does not apply; also what is kept and not asked for as things stand. Never ids, links, choices, periods or
    figures. What was replaced is listed as it was before.
    """
    if not sought:
        raise UsageProblem("There are no words to look for.", "Nothing was changed.")
    wanted = Sought(sought, match_case, whole_words)
    if by is None:
        places = finding.find(*opening.load(draft), wanted)
        done = ""
    else:
        with Lock(draft):
            session = Session.open(draft)
            places = finding.find(session.outline, session.draft, wanted)
            done = finding.replace(session, places, by, sought) if places else ""
            save(session)
    if as_json:
        say_json(_data(places, replaced=bool(done)))
    elif places:
        say("\n".join(map(_line, places)))
    tell(_told(places, sought, done, replacing=by is not None))
    return 0 if places else NOTHING_FOUND


def _told(places: Sequence[Place], sought: str, done: str, *, replacing: bool) -> str:
    """What was found or done, in a sentence."""
    if not places:
        return f"{quoted(sought)} stands nowhere in what is written.{' Nothing was changed.' if replacing else ''}"
    if done:
        return f"{done.replace('replace', 'Replaced', 1)}."
    if replacing:
        return "The words are the same already. Nothing was changed."
    return f"{'1 place, in ' if len(places) == 1 else ''}{told_places(places)}."


def _line(place: Place) -> str:
    text, (before, after) = place.text, place.around()
    named = f"{text.label}, {text.entry}" if text.entry else text.label
    asked = "" if text.asked else " (not asked now)"
    return " ".join(f"{text.path}  {named}{asked}: {before}{place.words}{after}".splitlines())


def _data(places: Sequence[Place], *, replaced: bool) -> dict[str, Any]:
    return {
        "places": len(places),
        "answers": len({place.text.kept for place in places}),
        "replaced": replaced,
        "found": [_place(place) for place in places],
    }


def _place(place: Place) -> dict[str, Any]:
    text, (before, after) = place.text, place.around()
    return {
        "path": text.path,
        "section": text.section,
        "label": text.label,
        "entry": text.entry,
        "line": place.part if text.kind == "list" else None,
        "start": place.start,
        "before": before,
        "words": place.words,
        "after": after,
        "asked": text.asked,
    }

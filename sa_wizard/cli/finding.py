"""Words in a whole draft, from the command line: where they stand, and others in their place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
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
from sa_wizard.draft.text import clean, clean_line
from sa_wizard.errors import UsageProblem

NOTHING_FOUND = 3
"""The exit code when the words stand nowhere: there is nothing wrong, and a script can tell."""


@click.command(
    epilog="Exit 0 when the words were found, replaced, or would be, and 3 when they stand nowhere. Words that begin "
    "with a dash come behind '--'."
)
@DRAFT
@click.argument("sought", metavar="WORDS", callback=words)
@click.option("--replace", "by", metavar="TEXT", callback=words, help="Put TEXT in their place everywhere, and save.")
@click.option(
    "--dry-run", is_flag=True, help="With --replace: show every place before (-) and after (+), change nothing."
)
@click.option(
    "--match-case", is_flag=True, help="Tell capitals apart. Else they make no difference, also with --replace."
)
@click.option("--whole-words", is_flag=True, help="Not inside other words.")
@click.option("--json", "as_json", is_flag=True, help="Every place as JSON, with the words around it.")
def find(  # noqa: PLR0913 - one for each option
    draft: Path, sought: str, by: str | None, *, dry_run: bool, match_case: bool, whole_words: bool, as_json: bool
) -> int:
    """List every place in DRAFT where WORDS stand: the path of the answer, its label, the words in their sentence.

    Looked through is all that is written: texts, lines, lists and entries of lists, your own headings, and why a
    section does not apply; also what is kept and not asked for as things stand. Never ids, links, choices, periods or
    figures. What was replaced is listed as it was before.
    """
    if not sought:
        raise UsageProblem("There are no words to look for.", "Nothing was changed.")
    if dry_run and by is None:
        raise UsageProblem("--dry-run shows what --replace would do.", "Say with --replace what to put in their place.")
    wanted = Sought(sought, match_case, whole_words)
    done, after = "", None
    if by is None or dry_run:
        outline, kept = opening.load(draft)
        places = finding.find(outline, kept, wanted)
        if by is not None and places:
            same = finding.replaced(kept, places, by) == kept  # refuses what could not be kept
            was = sought if len(places) > 1 else places[0].words
            done, after = "" if same else f"replace {quoted(was)} with {quoted(clean_line(by))}", _after(places, by)
    else:
        with Lock(draft):
            session = Session.open(draft)
            places = finding.find(session.outline, session.draft, wanted)
            done = finding.replace(session, places, by, sought) if places else ""
            save(session)
    if as_json:
        say_json(_data(places, after, replaced=bool(done) and not dry_run))
    elif places:
        say("\n".join(map(_line, places) if after is None else map(_change, places, after)))
    tell(_told(places, sought, done, replacing=by is not None, dry=dry_run))
    return 0 if places else NOTHING_FOUND


def _after(places: Sequence[Place], by: str) -> tuple[Place, ...]:
    """The same places when all are replaced: the new words, in texts where the others stand too."""
    return tuple(
        place
        for (_, number), group in groupby(places, lambda each: (each.text.kept, each.part))
        for place in _put(tuple(group), number, by)
    )


def _put(here: Sequence[Place], number: int, by: str) -> Iterator[Place]:
    """The places of one text, left to right, when the words are in it."""
    text = here[0].text
    put = clean(by) if text.kind == "text" else clean_line(by)
    whole, done, parts = text.parts[number], 0, list(text.parts)
    pieces, starts = [], []
    for place in here:
        pieces.append(whole[done : place.start])
        starts.append(sum(map(len, pieces)))
        pieces.append(put)
        done = place.end
    parts[number] = "".join([*pieces, whole[done:]])
    yield from (Place(replace(text, parts=parts), number, start, start + len(put)) for start in starts)


def _told(places: Sequence[Place], sought: str, done: str, *, replacing: bool, dry: bool) -> str:
    """What was found or done, or would be, in a sentence."""
    if not places:
        return f"{quoted(sought)} stands nowhere in what is written.{' Nothing was changed.' if replacing else ''}"
    if done and dry:
        return f"Would {done} in {told_places(places)}. Nothing was changed."
    if done:
        return f"{done.replace('replace', 'Replaced', 1)}."
    if replacing:
        return "The words are the same already. Nothing was changed."
    return f"{'1 place, in ' if len(places) == 1 else ''}{told_places(places)}."


def _line(place: Place) -> str:
    return f"{_named(place)}: {_around(place)}"


def _change(before: Place, after: Place) -> str:
    return f"{_named(before)}:\n- {_around(before)}\n+ {_around(after)}"


def _named(place: Place) -> str:
    text = place.text
    named = f"{text.label}, {text.entry}" if text.entry else text.label
    return " ".join(f"{text.path}  {named}{'' if text.asked else ' (not asked now)'}".splitlines())


def _around(place: Place) -> str:
    before, after = place.around()
    return " ".join(f"{before}{place.words}{after}".splitlines())


def _data(places: Sequence[Place], after: Sequence[Place] | None, *, replaced: bool) -> dict[str, Any]:
    found = [_place(place) for place in places]
    if after is not None:
        found = [{**each, "becomes": _around(new)} for each, new in zip(found, after, strict=True)]
    return {
        "places": len(places),
        "answers": len({place.text.kept for place in places}),
        "replaced": replaced,
        "found": found,
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

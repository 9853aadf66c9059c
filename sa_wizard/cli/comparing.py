"""What two drafts differ in, in words or as JSON."""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from sa_wizard.cli.arguments import words
from sa_wizard.cli.file_name import FileName
from sa_wizard.cli.layout import NARROWEST, WIDEST
from sa_wizard.cli.talk import say, say_json
from sa_wizard.cli.versioned import numbers, of
from sa_wizard.draft import opening, store
from sa_wizard.draft.compare import Difference, EntryDifference, compare
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.in_words import in_words
from sa_wizard.draft.restoring import opened
from sa_wizard.draft.which import exact, find, local
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.spec import Outline


@dataclass(frozen=True)
class _Side:
    """One of the two: what it is called, and what it holds."""

    called: str
    outline: Outline
    draft: Draft
    data: dict[str, str]


def _others(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files, and the versions of the draft named before."""
    return [CompletionItem(incomplete, type="file"), *numbers(ctx, param, incomplete)]


@click.command()
@click.argument("draft", type=FileName(), metavar="A")
@click.argument("other", callback=words, metavar="B", shell_complete=_others)
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, with both values of all that differs.")
def diff(draft: Path, other: str, as_json: bool) -> None:
    """Say what draft B has that draft A has not (+) and the other way round (-). Exit 0 also when they differ.

    B may also be a version of A: its number, the beginning of its time, or its name from 'sa-wizard versions'. Then
    what has changed since that version is said. A draft that bears such a name is written with its folder, as in ./2.
    """
    before, after = _sides(draft, other)
    if before.draft.outline.id != after.draft.outline.id:
        raise UsageProblem(
            f"They answer different outlines ({before.draft.outline.id} and {after.draft.outline.id}).",
            "Only drafts of the same outline can be compared.",
        )
    found = compare(after.outline, before.draft, after.draft)
    if as_json:
        sides = {"before": before.data, "after": after.data}
        say_json({"same": not found, **sides, "differences": [_data(each) for each in found]})
    elif found:
        width = max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))
        say("\n".join([f"- {before.called}", f"+ {after.called}", "", *in_words(found, width)]))
    else:
        say(f"No difference: {before.called}, and {after.called}, say the same.")


def _sides(path: Path, other: str) -> tuple[_Side, _Side]:
    """What is compared, the older or first one first."""
    named = Path(other)
    if named.name != other or other.endswith(store.SUFFIX):
        return _file(path), _file(named)
    every = of(path)
    try:
        version = find(every, other)
    except UsageProblem:
        if os.path.lexists(named):
            return _file(path), _file(named)
        raise
    _, outline, draft = opened(version, path)
    data = {"draft": str(path), "version": exact(version.time), "name": version.name}
    called = f"version {every.index(version) + 1} of {path}, {local(version.time)}"
    return _Side(called, outline, draft, data), _file(path, " as it is now")


def _file(path: Path, now: str = "") -> _Side:
    outline, draft = opening.load(path)
    return _Side(f"{path}{now}", outline, draft, {"draft": str(path)})


def _data(each: Difference) -> dict[str, Any]:
    return {
        "path": each.path,
        "section": each.section,
        "label": each.label,
        "kind": each.kind,
        "before": each.mine,
        "after": each.theirs,
        **({"moved": each.moved, "entries": list(_entries(each.entries))} if each.kind == "records" else {}),
    }


def _entries(entries: Iterable[EntryDifference]) -> Iterable[dict[str, Any]]:
    for entry in entries:
        columns = [_data(each) for each in entry.columns]
        yield {"id": entry.id, "name": entry.name, "change": entry.fate, "columns": columns}

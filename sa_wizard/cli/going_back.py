"""Look back and go back: the versions kept of a draft, one kept by name, and a draft made what it was."""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from sa_wizard.cli.arguments import DRAFT, words
from sa_wizard.cli.talk import say, say_json, tell
from sa_wizard.cli.versioned import numbers, of, size, table
from sa_wizard.draft import recovery, store
from sa_wizard.draft.lock import Lock
from sa_wizard.draft.restoring import BEFORE, keep_named, opened, put_back
from sa_wizard.draft.versions import Version
from sa_wizard.draft.which import exact, find, local
from sa_wizard.errors import UsageProblem
from sa_wizard.signs import shell_word


@click.command()
@DRAFT
@click.option("--json", "as_json", is_flag=True, help="A JSON object; times are in UTC.")
@click.option("--keep", "name", metavar="NAME", callback=words, help="Keep DRAFT as it is now, for ever, by this name.")
def versions(draft: Path, as_json: bool, name: str | None) -> None:
    """List the versions kept of DRAFT, the newest first, each with its number, local time, words and name.

    One is kept when the draft is saved, at most every minute; older ones thin out. A draft that was renamed, moved
    or copied has those from before as well. A VERSION is named by its number, by the beginning of its time
    (2026-11-28 or 2026-11-28T10:15), or by its name.
    """
    every = of(draft, to_write=name is not None)
    if name is not None:
        every = _keep(draft, name)
    if not every:
        store.raw(draft)  # a draft that was deleted may have versions; one that never was is refused
    if as_json:
        say_json({"draft": str(draft), "versions": [_data(*each) for each in enumerate(every, start=1)]})
    elif name is None and every:
        say(table(every))
        quoted = shell_word(draft)
        good = next((number for number, each in enumerate(every, start=1) if each.words is not None), None)
        if good is not None:
            tell(f"What changed since version {good}: sa-wizard diff {quoted} {good}")
            tell(f"To go back to it: sa-wizard restore {quoted} {good}")
    elif not every:
        tell(f"No version of {draft} is kept yet. One is kept when the draft is changed.")


@click.command()
@DRAFT
@click.argument("version", callback=words, shell_complete=numbers, required=False)
@click.option(
    "--copy",
    is_flag=True,
    help="Go back to the copy kept while DRAFT could not be written, or a line of it was not ended.",
)
def restore(draft: Path, version: str | None, *, copy: bool) -> None:
    """Make DRAFT what it was in VERSION: a number, the beginning of a time, or a name from 'sa-wizard versions'.

    What it holds now is kept first, as a version named "before restoring". It brings back a deleted draft as well.
    """
    if (version is None) != copy:
        raise _unclear(draft, given=version is not None)
    with Lock(draft):
        every = of(draft, to_write=True)
        present = store.raw(draft) if os.path.lexists(draft) or not (every or copy) else None
        content, time, told = _copied(draft) if version is None else _chosen(every, version, draft)
        if present == content:
            tell(f"{draft} is what it was at {local(time)} already. Nothing was changed.")
            return
        before = put_back(draft, content, present=present)
    tell(f"{draft} is again what it was at {local(time)} ({told}).")
    if before is not None:
        back = f"sa-wizard restore {shell_word(draft)} {exact(before.time)}"
        tell(f"What it held until now is kept as a version, “{BEFORE}”. To go back to that: {back}")


def _unclear(draft: Path, *, given: bool) -> UsageProblem:
    """Neither a version nor the copy was named, or both were."""
    quoted = shell_word(draft)
    if given:
        return UsageProblem("A version and --copy were both given.", "Leave one of them out. Nothing was changed.")
    return UsageProblem(
        "It is not said which version to go back to.",
        f"'sa-wizard versions {quoted}' lists them; name one by its number, time or name, or say --copy.",
    )


def _chosen(every: Sequence[Version], version: str, draft: Path) -> tuple[bytes, datetime, str]:
    """The content of the version meant, its time, and its size in words."""
    chosen = find(every, version)
    content, _, _ = opened(chosen, draft)
    return content, chosen.time, size(chosen)


def _copied(draft: Path) -> tuple[bytes, datetime, str]:
    """The content of the newest copy in the second place, its time, and what it is. The copy stays."""
    copy = recovery.newest(draft)
    if copy is None:
        raise UsageProblem(
            f"No copy of {draft} is kept.", "One is kept only while its file cannot be written. Nothing was changed."
        )
    return recovery.content(copy, draft), copy.at, "the copy kept meanwhile"


def _keep(draft: Path, name: str) -> Sequence[Version]:
    """Keep the draft as it is by a name that no version of it has; returns the versions with it."""
    content = store.raw(draft)
    store.opened(content, draft)
    kept = keep_named(draft, content, name)
    tell(f"Kept {draft} as it is, {size(kept)}, as the version “{kept.name}”.")
    return of(draft, to_write=True)


def _data(number: int, version: Version) -> dict[str, Any]:
    return {
        "number": number,
        "time": exact(version.time),
        "local": version.time.astimezone().isoformat(timespec="seconds"),
        "name": version.name,
        "by_itself": not version.promised,
        "words": version.words,
        "bytes": version.size,
        "file": str(version.file),
    }

"""Versions as the command line names them."""

from collections.abc import Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from sa_wizard.cli.talk import tell
from sa_wizard.draft.lineage import followed, seen
from sa_wizard.draft.versions import Version
from sa_wizard.draft.which import local


def numbers(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The numbers and names of the versions of the draft named before, that begin with what is typed."""
    try:
        every = seen(Path(ctx.params["draft"])).versions
    except (KeyError, TypeError):
        return []
    offered = [(str(number), _help(each)) for number, each in enumerate(every, start=1)]
    offered += [(each.name, _help(each)) for each in every if each.name]
    return [CompletionItem(value, help=told) for value, told in offered if value.startswith(incomplete)]


def of(draft: Path, *, to_write: bool = False) -> Sequence[Version]:
    """The versions of a draft, the newest first, also when it was moved since it was last open; that is said.

    Nothing is changed, unless they are wanted ``to_write``: then the draft has them at its new place from now on.
    """
    found = seen(draft)
    if found.whence.sentence:
        tell(found.whence.sentence)
    if to_write:
        followed(draft)
        return seen(draft).versions
    return found.versions


def table(every: Sequence[Version]) -> str:
    """The versions as lines: number, local time, size in words, name."""
    sizes = [size(each) for each in every]
    widest = max(map(len, sizes), default=0)
    rows = zip(range(1, len(every) + 1), every, sizes, strict=True)
    return "\n".join(
        f"{number:>3}  {local(each.time)}  {told:>{widest}}  {each.name}".rstrip() for number, each, told in rows
    )


def size(version: Version) -> str:
    """How large it is, in words."""
    if version.words is None:
        return "cannot be opened"
    return f"{version.words:,} word{'s' if version.words != 1 else ''}"


def _help(version: Version) -> str:
    return f"{local(version.time)}, {size(version)}"

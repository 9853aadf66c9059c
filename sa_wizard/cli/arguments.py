"""What the commands have in common: drafts, periods and texts as they arrive from the command line."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from sa_wizard.cli.file_name import FileName
from sa_wizard.draft import months, store
from sa_wizard.errors import SaWizardError, UsageProblem

_UNREADABLE = range(0xDC80, 0xDD00)
"""How Python marks bytes of an argument that are not text in the terminal's encoding."""


def words(_: click.Context, param: click.Parameter, given: str | None) -> str | None:
    """Words of the command line as they came; raises UsageProblem when they are not text."""
    if given is not None and any(ord(letter) in _UNREADABLE for letter in given):
        raise UsageProblem(
            f"{_called(param)} is not UTF-8 text.",
            "Type it in a UTF-8 terminal, or give it in a file. Nothing was changed.",
        )
    return given


def period(_: click.Context, param: click.Parameter, given: str | None) -> dict[str, str] | None:
    """A period as a draft keeps it; raises UsageProblem unless both months are there and in order."""
    if given is None:
        return None
    kept = months.split(given)
    if months.months(kept) is None:
        raise UsageProblem(
            f"{_called(param)} {given!r} {months.fault(kept) or 'is empty'}.",
            f"{months.HOW} Nothing was written.",
        )
    return kept


def paths(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The paths that begin with what is typed, from the outline of the draft named before it."""
    try:
        outline, _draft = store.load(Path(ctx.params["draft"]))
    except (SaWizardError, OSError, KeyError, TypeError):
        return []
    known = (f"{section.id}.{field.id}" for section, field in outline.fields())
    return [CompletionItem(path) for path in known if path.startswith(incomplete)]


DRAFT = click.argument("draft", type=FileName())
PATH = click.argument("path", shell_complete=paths)


def _called(param: click.Parameter) -> str:
    return param.opts[0] if param.opts[0].startswith("-") else f"The {param.human_readable_name.lower()}"

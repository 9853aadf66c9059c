"""Open the wizard: everything that can be wrong is said before any screen."""

from pathlib import Path

import click

from sa_wizard.cli.arguments import existing
from sa_wizard.cli.talk import terminal
from sa_wizard.draft import store
from sa_wizard.draft.asked import Asked
from sa_wizard.errors import UsageProblem


@click.command("sa-wizard", options_metavar="[--at PATH]")
@click.argument("draft", type=click.Path(path_type=Path), required=False)
@click.option("--at", metavar="PATH", default="", help="Open at one field, such as why.overall.")
def wizard(draft: Path | None, at: str) -> int:
    """Open the wizard: at home, straight in a DRAFT, or at one field of it."""
    if draft is not None:
        _look(draft, at)
    elif at:
        raise UsageProblem("--at names a field of a draft, and no draft is named.", "Put the draft before it.")
    if not terminal():
        raise UsageProblem(
            "The wizard needs a terminal, with a keyboard and a screen.",
            "'sa-wizard --help' lists the commands that work without one.",
        )
    from sa_wizard.tui.app import open_wizard

    return open_wizard(draft, at)


def _look(path: Path, at: str) -> None:
    """Raise for a draft that cannot be opened, or that does not have the field to open it at."""
    outline, draft = store.load(path)
    if not at:
        return
    section, field = existing(outline, draft, at).seen_in
    asked = Asked(outline, draft)
    if section not in asked.sections or field not in asked.fields(section):
        raise UsageProblem(
            f"{section.id}.{field.id} is not asked of this draft.",
            "'sa-wizard fields DRAFT' lists what is: nation, kind of area and period decide it.",
        )

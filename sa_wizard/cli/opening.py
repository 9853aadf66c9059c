"""Open the wizard: everything that can be wrong is said before any screen."""

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import click

from sa_wizard.cli.arguments import existing
from sa_wizard.cli.configuring import chosen, flagged
from sa_wizard.cli.talk import terminal
from sa_wizard.draft.session import Session
from sa_wizard.errors import UsageProblem
from sa_wizard.settings.manner import Start, manner
from sa_wizard.sitting.desk import Desk


@click.command("sa-wizard", options_metavar="[--at PATH] [--read-only] [--plain]")
@click.argument("draft", type=click.Path(path_type=Path), required=False)
@click.option("--at", metavar="PATH", default="", help="Open at one field, such as why.overall.")
@click.option("--read-only", is_flag=True, help="Look at a draft that somebody else has open; nothing can be changed.")
@click.option("--plain", is_flag=True, help="Ask line by line: for screen readers, scripts and plain terminals.")
@flagged
def wizard(draft: Path | None, at: str, *, read_only: bool, plain: bool, **flags: str | None) -> int:
    """Open the wizard: at home, straight in a DRAFT, or at one field of it."""
    if draft is None and (at or read_only):
        option = "--at" if at else "--read-only"
        raise UsageProblem(f"{option} is said of a draft, and no draft is named.", "Put the draft before it.")
    if plain or plain_wanted():
        from sa_wizard.cli.plain.opening import open_plain

        if draft is not None:
            _look(draft, at, read_only=read_only)
        return open_plain(draft, at, read_only=read_only)
    if not terminal():
        if draft is not None:
            _look(draft, at, read_only=read_only)
        raise UsageProblem(
            "The wizard needs a terminal, with a keyboard and a screen.",
            "'sa-wizard --plain' asks the same questions line by line, also through a pipe.",
        )
    return _open(draft, at, read_only=read_only, flags=flags)


def _open(draft: Path | None, at: str, *, read_only: bool, flags: dict[str, str | None]) -> int:
    """Put the draft on the desk, then load the screens; a long draft is read once."""
    desk = Desk()
    if draft is not None:
        desk.open(draft, read_only=read_only, fit=partial(_must_ask, at=at), settle=False)
    found = chosen(flags)
    start = Start(manner(found.settings, os.environ), found.troubles)
    from sa_wizard.tui.app import open_wizard

    return open_wizard(desk, at, start)


def _look(path: Path, at: str, *, read_only: bool) -> None:
    """Raise for a draft that cannot be opened, or that does not have the field to open it at."""
    _must_ask(Session.open(path, read_only=read_only, in_passing=True), at)


def _must_ask(session: Session, at: str) -> None:
    """Raise UsageProblem for a draft that does not have the field to open it at."""
    if not at:
        return
    section, field = existing(session.outline, session.draft, at).seen_in
    if section not in session.asked.sections or field not in session.asked.fields(section):
        raise UsageProblem(
            f"{section.id}.{field.id} is not asked of this draft.",
            "'sa-wizard fields DRAFT' lists what is: nation, kind of area and period decide it.",
        )


def plain_wanted(environment: Mapping[str, str] = os.environ, system: str = os.name) -> bool:
    """Whether the environment asks for the line mode: ACCESSIBLE is set, or the terminal says it can only print."""
    if environment.get("ACCESSIBLE", "").strip().lower() not in ("", "0", "no", "false"):
        return True
    unnamed = "windows" if system == "nt" else ""  # there no terminal says what it is
    return environment.get("TERM", unnamed) in ("", "dumb") and terminal()

"""Open the wizard: everything that can be wrong is said before any screen."""

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from sa_wizard.cli.talk import terminal
from sa_wizard.draft.paths import existing
from sa_wizard.draft.session import Session
from sa_wizard.errors import UsageProblem
from sa_wizard.settings.manner import Start, manner
from sa_wizard.settings.sources import choose, config_file
from sa_wizard.sitting.desk import Desk


def open_wizard(
    draft: Path | None,
    at: str = "",
    *,
    read_only: bool = False,
    plain: bool = False,
    said: Mapping[str, str | None] = MappingProxyType({}),
) -> int:
    """Open the wizard, or the line mode; returns the exit code. ``said``: the settings that options outrank."""
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
    return _open(draft, at, read_only=read_only, said=said)


def _open(draft: Path | None, at: str, *, read_only: bool, said: Mapping[str, str | None]) -> int:
    """Put the draft on the desk, then load the screens; a long draft is read once."""
    desk = Desk()
    if draft is not None:
        desk.open(draft, read_only=read_only, fit=partial(_must_ask, at=at), settle=False)
    found = choose(said, os.environ, config_file())
    start = Start(manner(found.settings, os.environ), found.troubles)
    from sa_wizard.tui.app import open_wizard as open_screens

    return open_screens(desk, at, start)


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

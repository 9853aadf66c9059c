"""Which drafts were opened last and where in them the person was. Kept in the state folder; losing it loses nothing."""

import contextlib
import json
import os
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sa_wizard.draft import store
from sa_wizard.draft.text import clean_line
from sa_wizard.errors import CannotWrite
from sa_wizard.folders import private_folder, state_dir

KEPT = 12


class Visit(NamedTuple):
    """A draft and the place in it last used: the path of a field and the cursor (row, column) in it.

    ``draft`` is the path as the system has it, whatever signs are in it: it is cleaned only where it is shown.
    """

    draft: str
    title: str
    at: str = ""
    row: int = 0
    column: int = 0
    opened: str = ""

    @property
    def path(self) -> Path:
        """The draft's file."""
        return Path(self.draft)

    @property
    def called(self) -> str:
        """Its title, or the name of its file, to be shown."""
        return self.title or clean_line(self.path.name)


def visits() -> list[Visit]:
    """The last drafts opened, newest first; those whose file has gone are left out."""
    try:
        rows = json.loads(_file().read_text(encoding="utf-8"))
        found = [_visit(row) for row in rows if isinstance(row, dict)]
    except (OSError, ValueError, TypeError, RecursionError):
        return []
    return [visit for visit in found if _is_there(visit.draft)][:KEPT]


def visit_of(draft: Path) -> Visit | None:
    """The last visit to one draft, or None."""
    name = str(draft.resolve())
    return next((visit for visit in visits() if visit.draft == name), None)


def remember(draft: Path, title: str, at: str = "", row: int = 0, column: int = 0) -> None:
    """Put a draft at the top of the list, with the place in it. A list that cannot be written is no loss."""
    now = datetime.now().astimezone().isoformat(timespec="minutes")
    name = str(draft.resolve())
    visit = Visit(name, clean_line(title), at, row, column, now)
    rows = [visit, *(each for each in visits() if each.draft != name)][:KEPT]
    with contextlib.suppress(OSError, CannotWrite):
        private_folder(_file().parent)
        store.write(_file(), json.dumps([each._asdict() for each in rows], indent=1).encode("utf-8"))


def _is_there(draft: str) -> bool:
    return os.path.isfile(draft)  # noqa: PTH113 - Path.is_file raises for a file in a folder that may not be searched


def _file() -> Path:
    return state_dir() / "recent.json"


def _visit(row: dict[str, object]) -> Visit:
    title, at, opened = (clean_line(str(row.get(key, ""))) for key in ("title", "at", "opened"))
    line, column = (max(0, value) if isinstance(value := row.get(key), int) else 0 for key in ("row", "column"))
    return Visit(str(row.get("draft", "")), title, at, line, column, opened)

"""Paths as people type them and as they are shown to them: the home folder is ``~``."""

import os
from pathlib import Path

from sa_wizard.draft.text import clean_line


def expanded(typed: str) -> Path:
    """A path as typed, with ``~`` for the home folder. A home that is not known stays as it was typed."""
    bare = typed.strip().replace("\0", "")
    return Path(os.path.expanduser(bare))  # noqa: PTH111 - Path.expanduser raises for ~nobody


def brief(path: Path, width: int = 0) -> str:
    """A path for people: the home folder as ``~``, and cut at the front when it is wider than there is room for."""
    name, home = str(path), str(Path.home())
    if name == home or name.startswith(home + os.sep):
        name = "~" + name[len(home) :]
    if width:
        from rich.cells import cell_len  # the line mode does without

        if cell_len(name) > width:
            while cell_len(name) > width - 1:
                name = name[1:]
            name = f"…{name}"
    return clean_line(name)

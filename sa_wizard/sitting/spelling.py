"""Paths as people type them and as they are shown to them: the home folder is ``~``."""

import os
from pathlib import Path

from sa_wizard.draft.text import clean_line


def expanded(typed: str) -> Path:
    """A path as typed, with ``~`` for the home folder. A home that is not known stays as it was typed."""
    bare = typed.strip().replace("\0", "")
    return Path(os.path.expanduser(bare))  # noqa: PTH111 - Path.expanduser raises for ~nobody


def brief(path: Path) -> str:
    """A path for people: the home folder as ``~``."""
    name, home = str(path), str(Path.home())
    if name == home or name.startswith(home + os.sep):
        name = "~" + name[len(home) :]
    return clean_line(name)

"""Temporary files that a killed program left behind, and nobody is writing any more: taken away at the next start.

Only those with the names that ``store.write`` and ``document.landing`` give. What a person's editor left is theirs.
"""

import contextlib
import os
import re
import time
from pathlib import Path

from sa_wizard.draft import process
from sa_wizard.expressions import Shape

OLD = 3600.0
"""Seconds after which even a slow disk has had its time. A program on another machine may be writing until then."""

_EXPORT = Shape(r"\.sa-wizard-[0-9a-f]{12}\.tmp")
_SAVE = Shape(r"\.(?P<name>.{1,40})\.(?P<pid>\d{1,10})-[a-z0-9_]{8}\.tmp", re.DOTALL)


def beginning(name: str) -> str:
    """How the temporary file for a file begins: its name, and the process that writes it."""
    return f".{name[:40]}.{os.getpid()}-"


def beside(draft: Path) -> None:
    """Take away what was left of a draft's own saves, of its lock, and of exports beside it."""
    real = Path(os.path.realpath(draft))
    _sweep(real.parent, (real.name, f"{real.name}.lock"))


def inside(folder: Path) -> None:
    """Take away what was left in a folder that is this program's alone."""
    _sweep(folder, ())


def _sweep(folder: Path, names: tuple[str, ...]) -> None:
    with contextlib.suppress(OSError), os.scandir(folder) as files:
        for file in files:
            if _is_ours(file.name, names) and _is_old(file):
                with contextlib.suppress(OSError):
                    Path(file.path).unlink()


def _is_ours(file: str, names: tuple[str, ...]) -> bool:
    saved = _SAVE.fullmatch(file)
    if saved is None:
        return _EXPORT.fullmatch(file) is not None
    known = not names or saved["name"] in {name[:40] for name in names}
    return known and not process.alive(int(saved["pid"]), "")


def _is_old(file: os.DirEntry[str]) -> bool:
    with contextlib.suppress(OSError):
        return file.is_file(follow_symlinks=False) and time.time() - file.stat().st_mtime > OLD
    return False

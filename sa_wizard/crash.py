"""What is kept of a fault in the program: where it happened, never what the person wrote."""

import os
import platform
import traceback
from datetime import datetime
from pathlib import Path

from sa_wizard import __version__
from sa_wizard.folders import private_folder, state_dir

LARGEST = 200_000
"""Bytes. Past this the log starts again: a fault that repeats must not fill a disk."""


def log_file() -> Path:
    """Where faults are written down."""
    return state_dir() / "faults.log"


def record(error: BaseException) -> Path | None:
    """Add a fault to the log; returns the log file, or None when it cannot be written.

    Only the types of the errors and the lines of code are kept. Messages are left out, because those of other
    libraries quote the values they met, and those values are what the person wrote.
    """
    try:
        private_folder(state_dir())
        log = log_file()
        grown = log.stat().st_size if log.is_file() else 0
        flags = os.O_CREAT | os.O_WRONLY | (os.O_APPEND if grown < LARGEST else os.O_TRUNC)
        with os.fdopen(os.open(log, flags, 0o600), "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(_told(error))
        log.chmod(0o600)  # one that was there before may have been anybody's to read
    except OSError:
        return None
    return log


def sentence(error: BaseException) -> str:
    """What a person is told of a fault, once it is in the log."""
    return f"Something went wrong inside sa-wizard ({type(error).__name__}); this is a fault in the program."


def hint(log: Path | None) -> str:
    """What they can do about it."""
    if log is None:
        return "Run the same again; if it happens twice, report what you did."
    return f"What is known about it, without anything you wrote, is in {log}; send that file with a report."


def _told(error: BaseException) -> str:
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    lines = [f"{now} sa-wizard {__version__}, Python {platform.python_version()}, {platform.platform()}\n"]
    seen: BaseException | None = error
    while seen is not None and len(lines) < 400:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}\n")
        lines.extend(traceback.format_list(traceback.extract_tb(seen.__traceback__)))
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "".join([*lines, "\n"])

"""Which process holds a lock, told apart from a later one that was given the same number."""

import os
from pathlib import Path


def born(pid: int) -> str:
    """When a process of this machine began, as the system counts; empty where it does not say or it has ended."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
        return told.rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def alive(pid: object, began: object) -> bool:
    """Whether a process of this machine still runs, and is the one that began then; unknown counts as alive."""
    if not isinstance(pid, int) or pid <= 0 or os.name == "nt":  # there, signal 0 would end the process
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    now = born(pid)
    return not (now and isinstance(began, str) and began and now != began)

"""Notice that the terminal has gone.

Why: a hang-up signal does not always come, and a program that reads a dead line for ever takes a whole core.
"""

import contextlib
import select
import sys
import threading
from collections.abc import Callable


def watch(gone: Callable[[], object]) -> None:
    """Call ``gone`` from a thread of its own when the terminal on standard input goes away; at no cost until then."""
    if sys.__stdin__ is None or not sys.__stdin__.isatty() or not hasattr(select, "poll"):
        return
    line = sys.__stdin__.fileno()

    def wait() -> None:
        watched = select.poll()
        watched.register(line, 0)  # no event is asked for: only a hang-up or an error wakes it
        with contextlib.suppress(OSError, RuntimeError):  # RuntimeError: the event loop has ended meanwhile
            watched.poll()
            gone()

    threading.Thread(target=wait, name="terminal-gone", daemon=True).start()

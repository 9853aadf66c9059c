"""The real program with a disk that fails where the draft is: ``python -m tests.benchmarks.faulty KIND DRAFT``.

``rename``: no file takes the draft's place; ``fsync``: nothing is flushed; ``slow``: every flush takes half a second.
The second place, on the machine's own disk, works.
"""

import errno
import os
import sys
import time
from pathlib import Path
from typing import Any

from sa_wizard.cli import run


def break_disk(kind: str, draft: Path) -> None:
    """Make the calls of the system fail for files beside a draft, from now on."""
    folder = os.path.realpath(draft.parent)
    replace, fsync = os.replace, os.fsync

    def failing_replace(source: Any, target: Any, **rest: Any) -> None:  # noqa: ANN401 - as the system's own
        if os.path.realpath(os.path.dirname(target)) == folder:  # noqa: PTH120 - may be bytes or text
            raise OSError(errno.EIO, "Input/output error")
        replace(source, target, **rest)

    def failing_fsync(handle: int) -> None:
        there = os.path.realpath(f"/proc/self/fd/{handle}").startswith(folder)
        if there and kind == "fsync":
            raise OSError(errno.EIO, "Input/output error")
        if there:
            time.sleep(0.5)
        fsync(handle)

    if kind == "rename":
        os.replace = failing_replace  # type: ignore[assignment]  # as much of it as is called here
    else:
        os.fsync = failing_fsync  # type: ignore[assignment]


if __name__ == "__main__":
    draft = Path(sys.argv[2])
    break_disk(sys.argv[1], draft)
    sys.argv = ["sa-wizard", str(draft), "--at", "why.overall"]
    run()

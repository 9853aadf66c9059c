"""The real program with one thing in it broken: ``python -m tests.tui.broken KIND ARGUMENTS``.

``fault``: an exclamation mark typed meets a mistake in our own code, whose message quotes what was written.
``held``: every flush of a file beside the draft waits until ``LET_GO`` names a file that is there.
``older``: there is a format 2, so that a draft of format 1 is an older one.
"""

import os
import sys
import time
from pathlib import Path

from sa_wizard.cli import run
from sa_wizard.draft import migrations
from sa_wizard.draft.values import Json
from sa_wizard.tui.screens.writing import WritingScreen

LONGEST = 60.0
"""Seconds that a flush is held at most: a test that fails must end, too."""


def break_keys() -> None:
    """Make taking an answer in fail once it has an exclamation mark in it."""
    keep = WritingScreen.keep

    def failing(self: WritingScreen, path: str, value: Json, *, typing: bool) -> bool:
        if "!" in str(value):
            raise ValueError(f"the value was {value}")
        return keep(self, path, value, typing=typing)

    WritingScreen.keep = failing  # type: ignore[method-assign]


def hold_disk(draft: Path, sign: Path) -> None:
    """Make every flush beside a draft wait for a sign."""
    folder, fsync = os.path.realpath(draft.parent), os.fsync

    def held(handle: int) -> None:
        late = time.monotonic() + LONGEST
        file = os.path.realpath(f"/proc/self/fd/{handle}")
        if file.startswith(folder) and ".lock." not in file:
            while not sign.exists() and time.monotonic() < late:
                time.sleep(0.01)
        fsync(handle)

    os.fsync = held  # type: ignore[assignment]


def add_format() -> None:
    """Let there be a newer format, to which drafts of the first are brought up."""

    def note_the_step(data: migrations.Data) -> migrations.Data:
        return {**data, "x-stepped": "yes"}

    migrations.STEPS[1] = note_the_step  # type: ignore[index]  # a mapping to all but this


if __name__ == "__main__":
    kind, arguments = sys.argv[1], sys.argv[2:]
    if kind == "fault":
        break_keys()
    elif kind == "held":
        hold_disk(Path(arguments[0]), Path(os.environ["LET_GO"]))
    elif kind == "older":
        add_format()
    sys.argv = ["sa-wizard", *arguments]
    run()

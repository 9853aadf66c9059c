"""A power cut between any two steps of a save: the draft is the old one or the new one, it opens, and it goes on."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from tests.draft.power import CUT, HALF, NEW, OLD

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork") or not Path("/proc/self/fd").exists(), reason="processes are cut off as Linux does it"
)
ROOT = Path(__file__).parents[2]
ORDER = (OLD, HALF, NEW)
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
"""Where flushing takes no time, if there is such a place: what a flush does to a disk is reckoned with anyway."""


def cut_everywhere(sitting: str, loses: str) -> list[dict[str, Any]]:
    """What became of the draft, for a cut before each step; the last one came to its end."""
    with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as folder:
        done = subprocess.run(
            [sys.executable, "-m", "tests.draft.power", sitting, loses, folder],
            cwd=ROOT,
            capture_output=True,
            timeout=300,
            check=False,
        )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    told: list[dict[str, Any]] = json.loads(done.stdout)
    assert [each["code"] for each in told] == [CUT] * (len(told) - 1) + [0], done.stderr.decode()[-2000:]
    assert len(told) > 20, "a save takes more steps than that"
    return told


@pytest.mark.parametrize("loses", ["nothing", "unflushed"])
@pytest.mark.parametrize("sitting", ["save", "sit"])
def test_the_draft_is_the_old_one_or_the_new_one(sitting: str, loses: str) -> None:
    told = cut_everywhere(sitting, loses)
    for each in told:
        assert ORDER.index(each["text"]) >= ORDER.index(each["safe"]), f"what was said to be saved is saved: {each}"
        assert each["trouble"] == "", each
        assert each["after"] == [each["text"], "Typed after it."], each
        assert each["locks"] == [], each
        assert each["text"] == OLD or OLD in each["versions"], f"what it was can be gone back to: {each}"
    assert (told[0]["text"], told[-1]["text"]) == (OLD, NEW)


@pytest.mark.parametrize("loses", ["nothing", "unflushed"])
def test_what_could_not_be_written_is_in_the_second_place_until_the_file_has_it(loses: str) -> None:
    told = cut_everywhere("apart", loses)
    for each in told:
        assert each["text"] in (OLD, NEW), each
        assert each["safe"] == OLD or NEW in (each["text"], *each["copies"]), f"it was said to be kept: {each}"
    assert any(NEW in each["copies"] and each["text"] == OLD for each in told)
    assert (told[-1]["text"], told[-1]["copies"]) == (NEW, []), "a draft closed well leaves no copy"

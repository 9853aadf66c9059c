"""A power cut between any two steps of a save: the draft is the old one or the new one, it opens, and it goes on."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.draft.power import CUT, NEW, OLD

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork") or not Path("/proc/self/fd").exists(), reason="processes are cut off as Linux does it"
)
ROOT = Path(__file__).parents[2]
HALF = NEW[:9]


def cut_everywhere(sitting: str, loses: str, folder: Path) -> list[dict[str, Any]]:
    """What became of the draft, for a cut before each step; the last one came to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.draft.power", sitting, loses, str(folder)],
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


@pytest.mark.parametrize("loses", ["nothing", "data", "names"])
@pytest.mark.parametrize("sitting", ["save", "sit"])
def test_the_draft_is_the_old_one_or_the_new_one(sitting: str, loses: str, tmp_path: Path) -> None:
    told = cut_everywhere(sitting, loses, tmp_path)
    for each in told:
        assert each["text"] in (OLD, HALF, NEW), each
        assert each["trouble"] == "", each
        assert each["after"] == [each["text"], "Typed after it."], each
        assert each["locks"] == [], each
    order = [(OLD, HALF, NEW).index(each["text"]) for each in told]
    assert order == sorted(order), "what was saved once stays saved"
    assert told[-1]["text"] == NEW
    assert {each["text"] for each in told} >= {OLD, NEW}, "there were cuts before and after"
    assert all(OLD in each["versions"] for each in told if each["text"] != OLD), "and what it was can be gone back to"


@pytest.mark.parametrize("loses", ["nothing", "data", "names"])
def test_what_could_not_be_written_is_in_the_second_place_until_the_file_has_it(loses: str, tmp_path: Path) -> None:
    told = cut_everywhere("apart", loses, tmp_path)
    there = [NEW in (each["text"], *each["copies"]) for each in told]
    assert there == sorted(there), "once it was kept, no later cut loses it"
    assert {each["text"] for each in told} <= {OLD, NEW}
    assert any(NEW in each["copies"] and each["text"] == OLD for each in told)
    assert (told[-1]["text"], told[-1]["copies"]) == (NEW, []), "a draft closed well leaves no copy"

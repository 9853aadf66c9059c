"""The worst, once each, through the real program on a pty: nothing typed more than a second and a half before is lost.

``python -m tests.benchmarks.faults`` does the same hundreds of times.
"""

import sys

import pytest

from tests.benchmarks.faults import FAULTS, can_mount, once

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="disks are made and broken as Linux does it")


@pytest.mark.parametrize("fault", [name for name in FAULTS if name not in ("SIGHUP", "SIGTERM", "closed pty")])
def test_nothing_is_lost_and_the_file_can_be_read(fault: str) -> None:
    if FAULTS[fault][1] in ("full", "read-only") and not can_mount():
        pytest.skip("no small disk can be made here")
    found = once(fault, seed=7, typing=(1.9, 2.2))
    assert found.readable
    assert found.lost == 0
    assert found.text, "something was typed early enough to be kept"

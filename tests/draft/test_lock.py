"""One program at a time: who holds a draft is said, a dead owner's lock is taken over, and a lock never costs work."""

import errno
import json
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sa_wizard.draft import process
from sa_wizard.draft.lock import SILENT, Lock
from sa_wizard.errors import DraftInUse


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Where a draft would be."""
    return tmp_path / "north.sa.json"


def owned(lock: Lock, **owner: object) -> None:
    """A lock left by somebody."""
    lock.file.write_text(json.dumps(owner), encoding="utf-8")


def test_a_held_draft_says_who_where_and_since_when(draft: Path) -> None:
    with Lock(draft), pytest.raises(DraftInUse) as refused:
        Lock(draft).take()
    owner = refused.value
    assert f"{draft} is in use by " in owner.sentence
    assert f" on {socket.gethostname()} since " in owner.sentence
    assert ".north.sa.json.lock" in owner.hint
    assert owner.exit_code == 5


def test_a_released_draft_is_free_and_nothing_is_left(draft: Path) -> None:
    lock = Lock(draft).take()
    lock.release()
    lock.release()
    assert list(draft.parent.iterdir()) == []
    with Lock(draft) as again:
        assert again.held


def test_the_lock_is_given_back_when_work_fails(draft: Path) -> None:
    with pytest.raises(RuntimeError), Lock(draft):
        raise RuntimeError
    assert list(draft.parent.iterdir()) == []


def test_the_lock_of_a_dead_program_is_taken_over(draft: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    lock = Lock(draft)
    owned(lock, who="a", host=socket.gethostname(), pid=gone.pid, since="then")
    assert lock.take().held
    lock.release()


@pytest.mark.parametrize("pid", [1, pytest.param(os.getpid(), id="its own"), None, "x", -5, 0, 10**30])
def test_a_lock_that_may_be_alive_is_respected(draft: Path, pid: object) -> None:
    lock = Lock(draft)
    owned(lock, who="Sam\x1b[31m", host=socket.gethostname(), pid=pid, since="10:00")
    with pytest.raises(DraftInUse, match=r"in use by Sam\[31m on .* since 10:00"):
        lock.take()
    assert lock.file.is_file()


def test_a_lock_from_another_machine_is_respected(draft: Path) -> None:
    """Its process number says nothing here."""
    lock = Lock(draft)
    owned(lock, who="Sam", host="elsewhere", pid=999_999, since="10:00")
    with pytest.raises(DraftInUse, match="in use by Sam on elsewhere"):
        lock.take()


@pytest.mark.parametrize("content", ["", "{", "[]", "\x00"])
def test_a_lock_nobody_can_read_is_respected(draft: Path, content: str) -> None:
    lock = Lock(draft)
    lock.file.write_text(content, encoding="utf-8")
    with pytest.raises(DraftInUse, match=r"is in use by another program\. "):
        lock.take()


def test_where_no_lock_can_be_made_the_draft_still_opens(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "gone" / "north.sa.json").take()
    assert not lock.held
    lock.release()


def test_a_full_disk_leaves_no_lock_without_an_owner(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty lock would shut the person out of their own draft, with nobody named to ask."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(json, "dump", full)
    assert not Lock(draft).take().held
    assert list(draft.parent.iterdir()) == []


def test_a_lock_that_somebody_else_took_meanwhile_is_left_to_them(draft: Path) -> None:
    lock = Lock(draft).take()
    owned(lock, who="Sam", host="elsewhere", pid=1, since="now")
    lock.release()
    assert lock.file.is_file()


@pytest.mark.skipif(os.name == "nt", reason="file modes are a Unix matter")
def test_a_lock_tells_nobody_else_who_is_at_work(draft: Path) -> None:
    with Lock(draft) as lock:
        assert stat.S_IMODE(lock.file.stat().st_mode) == 0o600


def test_a_draft_and_a_link_to_it_share_one_lock(draft: Path) -> None:
    link = draft.with_name("link.sa.json")
    draft.write_text("{}", encoding="utf-8")
    link.symlink_to(draft)
    with Lock(draft), pytest.raises(DraftInUse):
        Lock(link).take()


def test_a_lock_of_an_earlier_process_with_the_same_number_is_taken_over(draft: Path) -> None:
    """Numbers of processes come round; a program that began at another time is not the owner."""
    lock = Lock(draft)
    owned(lock, who="a", host=socket.gethostname(), pid=os.getpid(), born="1", since="then")
    if not process.born(os.getpid()):
        pytest.skip("this system does not say when a process began")
    with lock:
        assert lock.held


@pytest.mark.parametrize(("silent", "stale"), [(SILENT / 2, False), (SILENT * 2, True)])
def test_a_lock_from_another_machine_goes_stale_when_its_owner_is_silent(
    draft: Path, silent: float, stale: bool
) -> None:
    lock = Lock(draft)
    owned(lock, who="Sam", host="elsewhere", pid=1, since="10:00")
    then = lock.file.stat().st_mtime - silent
    os.utime(lock.file, (then, then))
    if stale:
        with lock:
            assert lock.held
    else:
        with pytest.raises(DraftInUse):
            lock.take()
    assert not list(draft.parent.glob("*.lock.*"))


def test_a_sign_of_life_is_seen_by_the_others(draft: Path) -> None:
    with Lock(draft) as lock:
        os.utime(lock.file, (0, 0))
        lock.touch()
        assert lock.file.stat().st_mtime > 0

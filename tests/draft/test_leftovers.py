"""What killed programs left behind goes at the next start: only what is ours, old, and written by nobody any more."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sa_wizard.draft import leftovers, store
from sa_wizard.sitting.desk import Desk
from tests.tui.driving import draft_at


@pytest.fixture
def dead() -> int:
    """The number of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def left(folder: Path, name: str, *, old: bool = True) -> Path:
    file = folder / name
    file.write_text("half", encoding="utf-8")
    if old:
        then = time.time() - 2 * leftovers.OLD
        os.utime(file, (then, then))
    return file


def test_a_save_leaves_under_a_name_that_is_known_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name that a save gives and the one that is looked for are the same, also for the longest names."""
    for name in ("d.sa.json", f"{'long' * 30}.sa.json", "(odd) [name].sa.json"):
        made: list[str] = []
        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", lambda self, _: made.append(self.name))  # noqa: B023 - used at once
            store.write(tmp_path / name, b"x")
        (tmp_path / made[0]).unlink()
        mine = made[0].replace(f".{os.getpid()}-", ".999999999-")
        file = left(tmp_path, mine)
        leftovers.beside(tmp_path / name)
        assert not file.exists()


def test_only_what_is_ours_and_old_and_dead_goes(tmp_path: Path, dead: int) -> None:
    draft = tmp_path / "d.sa.json"
    gone = [
        left(tmp_path, f".d.sa.json.{dead}-abcdefg_.tmp"),
        left(tmp_path, ".sa-wizard-0123456789ab.tmp"),
        left(tmp_path, f".d.sa.json.lock.{dead}-0123abcd.tmp"),
    ]
    stay = [
        left(tmp_path, f".d.sa.json.{os.getpid()}-abcdefgh.tmp"),  # somebody is writing it, however slowly
        left(tmp_path, f".d.sa.json.{dead}-hgfedcba.tmp", old=False),
        left(tmp_path, f".other.sa.json.{dead}-abcdefgh.tmp"),
        left(tmp_path, ".d.sa.json.swp"),
        left(tmp_path, "d.sa.json.tmp"),
        left(tmp_path, ".sa-wizard-abc.md"),  # what a person wrote in their own editor
    ]
    link = tmp_path / f".d.sa.json.{dead}-linkedto.tmp"
    link.symlink_to(stay[-1])
    leftovers.beside(draft)
    assert [each.exists() for each in gone] == [False] * 3
    assert all(each.exists() for each in (*stay, link))


def test_opening_a_draft_tidies_beside_it_and_in_the_state_folder(tmp_path: Path, own_folders: Path, dead: int) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    (own_folders / "state" / "recovery").mkdir(parents=True)
    files = [
        left(tmp_path, f".d.sa.json.{dead}-abcdefgh.tmp"),
        left(own_folders / "state", f".recent.json.{dead}-abcdefgh.tmp"),
        left(own_folders / "state" / "recovery", f".0123456789abcdef-1.sa.json.{dead}-abcdefgh.tmp"),
    ]
    desk = Desk()
    desk.open(path)
    assert desk.close() == ""
    assert not any(file.exists() for file in files)

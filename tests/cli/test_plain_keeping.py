"""Saving while nobody types: in time, in the background, and on a slow disk in a second place as well."""

from concurrent.futures import Future
from pathlib import Path

import pytest

from sa_wizard.cli.plain.keeping import ELSEWHERE, SLOW, Keeping
from sa_wizard.draft import recovery
from sa_wizard.draft.stamps import Stamp
from sa_wizard.sitting.desk import Desk


class Clock:
    """Time that passes when a test says so, in seconds."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_slow_disk_gets_a_copy_in_the_second_place(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock, desk = Clock(), Desk()
    session = desk.open(draft)
    keeping = Keeping(desk, clock)
    never: Future[Stamp | None] = Future()
    monkeypatch.setattr(desk, "begin_save", lambda: never)
    monkeypatch.setattr(session, "due_in", lambda: 0.0)
    session.set("about.title", "Ours")
    keeping.waiting()
    clock.now += SLOW / 2
    keeping.waiting()
    assert desk._copy is None
    clock.now += SLOW
    keeping.waiting()
    assert desk._second.start(lambda: True).result(10)
    assert [copy.draft.text("about.title") for copy in recovery.found(draft, session.outline)] == ["Ours"]
    monkeypatch.undo()
    assert desk.close() == ""


def test_what_went_wrong_is_told_once_and_so_is_its_end(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock, desk = Clock(), Desk()
    session = desk.open(draft)
    keeping = Keeping(desk, clock)
    told = iter(("The disk is full.", "The disk is full.", ""))
    done: Future[Stamp | None] = Future()
    done.set_result(None)
    monkeypatch.setattr(desk, "begin_save", lambda: done)
    monkeypatch.setattr(desk, "finish_save", lambda: next(told))
    monkeypatch.setattr(session, "due_in", lambda: 0.0)
    heard: list[str] = []
    for _ in range(3):
        keeping.waiting()
        keeping.waiting()
        heard += keeping.heard() or [""]
    assert heard == [f"Not saved yet. The disk is full. {ELSEWHERE}", "", "Saved again."]
    monkeypatch.undo()
    desk.close()

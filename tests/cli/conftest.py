"""The command line, called in this process: quick, and with its exit code and both streams to look at."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sa_wizard.cli.entry import main
from sa_wizard.cli.plain.keyboard import Keyboard

ENGLAND = ("--partnership", "Safer Northbridge", "--nation", "england", "--period", "2024-10:2025-09")


@dataclass(frozen=True)
class Ran:
    """What one command gave back."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:  # noqa: ANN401 - whatever the JSON holds
        """Standard output as JSON."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command line; ``stdin`` is what it reads. No command may ever show a traceback."""

    def call(*args: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        code = main([str(arg) for arg in args])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Ran(code, out, err)

    return call


@pytest.fixture
def draft(run: Run, tmp_path: Path) -> Path:
    """A draft just begun: two-tier England, with a previous assessment."""
    path = tmp_path / "northbridge.sa.json"
    more = ("--area-type", "two-tier", "--previous-period", "2023-10:2024-09")
    assert run("new", path, *ENGLAND, *more).code == 0
    return path


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is refused is told and the next one taken, as at a terminal; else it ends a script."""
    monkeypatch.setattr(Keyboard, "refuse", lambda *_: None)

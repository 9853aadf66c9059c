"""What a command costs that a script runs: in processor time, which other programs on the machine change little."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from sa_wizard.draft import begin
from tests.benchmarks.pty_run import as_installed

ROUNDS = 9
_OWN = (sys.executable, "-m", "sa_wizard")


def main() -> None:
    """Print what ``--version`` and ``check`` cost beside the least that Python and Pydantic cost."""
    print(f"Commands, median of {ROUNDS} runs in turn, processor time")
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "example.sa.json"
        begin.create(draft, begin.example())
        _against("python -c pass", ("-c", "pass"), "--version", ("--version",), 2.5)
        _against("import pydantic", ("-c", _PYDANTIC), "check of the example", ("check", str(draft)), 2.0)


_PYDANTIC = "from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model"


def _against(basis: str, python: tuple[str, ...], name: str, command: tuple[str, ...], goal: float) -> None:
    least, took = [], []
    for _ in range(ROUNDS + 1):  # the first compiles what is not compiled yet
        least.append(_seconds([sys.executable, *python]))
        took.append(_seconds([*_OWN, *command]))
    one, other = statistics.median(least[1:]), statistics.median(took[1:])
    print(f"  {basis:<22}{one * 1000:7.0f} ms")
    print(f"  {name:<22}{other * 1000:7.0f} ms   {other / one:.2f} times (goal: at most {goal})")


def _seconds(command: list[str]) -> float:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=as_installed())
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0  # waited for already
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()

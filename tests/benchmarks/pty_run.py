"""Run a program on a pty and time what a person would wait for."""

import os
import pty
import select
import signal
import subprocess
import tempfile
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PATIENCE = 60.0

SHOWN = "first screen is here"
"""What every program has on its first screen. Why not from the first letter on: the cursor may stand on that one, with
codes around it, and a text that is looked for whole is then only seen when the cursor blinks."""


@cache
def _bytecode() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="bytecode-")


def as_installed() -> Mapping[str, str]:
    """The environment of a program that is measured: its modules are kept compiled, as they are once it is installed.

    The first start compiles them, and is not to be measured.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"PYTHONPYCACHEPREFIX": _bytecode().name, **kept}


class Running:
    """A program on a pty. ``received`` counts its bytes; ``mark`` is how many there were at the last key."""

    def __init__(self, process: subprocess.Popen[bytes], main: int, began: float) -> None:
        self.process, self.main = process, main
        self.received = self.mark = 0
        self.last = began
        """When something last came."""
        self._began = began
        self._tail = b""

    def write(self, keys: bytes) -> None:
        """Press keys."""
        self.mark = self.received
        os.write(self.main, keys)

    def until(self, text: str) -> float:
        """Read until a text was sent; the seconds since the start of the program."""
        wanted = text.encode()
        while wanted not in self._tail:
            if not self._read(PATIENCE):
                raise TimeoutError(f"{text!r} was not shown within {PATIENCE:.0f} s")
        return time.perf_counter() - self._began

    def quiet(self, seconds: float) -> float:
        """Read until nothing has come for so long; when the last of it came, in seconds since the start."""
        while self._read(seconds):
            pass
        return self.last - self._began

    def leave(self, keys: bytes) -> None:
        """Press what leaves the program, and wait until it has gone; a draft that is killed leaves its lock behind."""
        self.write(keys)
        while self.process.poll() is None and self._read(PATIENCE):
            pass

    @property
    def memory(self) -> int:
        """Kilobytes that the program holds in memory; 0 where the system does not say."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii").splitlines()
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
        except (OSError, StopIteration):
            return 0

    @property
    def processor(self) -> float:
        """Seconds of the processor it has used, to a hundredth; 0 where the system does not say."""
        try:
            told = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
        except OSError:
            return 0

    def _read(self, patience: float) -> bool:
        ready, _, _ = select.select([self.main], [], [], patience)
        if not ready:
            return False
        try:
            came = os.read(self.main, 65536)
        except OSError:  # it has gone, and the terminal with it
            return False
        self.received += len(came)
        self._tail = (self._tail + came)[-200_000:]
        self.last = time.perf_counter()
        return True


@contextmanager
def run(arguments: list[str], *, rows: int = 24, columns: int = 80) -> Iterator[Running]:
    """Start a program on a terminal of this size; it is killed at the end."""
    main, child = pty.openpty()
    termios.tcsetwinsize(child, (rows, columns))
    environment = {**as_installed(), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    began = time.perf_counter()
    process = subprocess.Popen(
        arguments, stdin=child, stdout=child, stderr=child, start_new_session=True, env=environment
    )
    os.close(child)
    try:
        yield Running(process, main, began)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        os.close(main)


@dataclass(frozen=True)
class Opened:
    """How long a program took to show a text, in seconds, of the processor too, and the bytes it had sent by then."""

    seconds: float
    processor: float
    sent: int


def open_until(arguments: list[str], text: str, *, rows: int = 24, columns: int = 80) -> Opened:
    """Start a program and wait until it has shown a text; then end it."""
    with run(arguments, rows=rows, columns=columns) as running:
        return Opened(running.until(text), running.processor, running.received)

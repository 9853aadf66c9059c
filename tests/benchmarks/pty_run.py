"""Run a program on a pty and time what a person would wait for."""

import os
import pty
import select
import signal
import subprocess
import termios
import time
from dataclasses import dataclass

PATIENCE = 60.0


@dataclass(frozen=True)
class Opened:
    """How long a program took to show a text, in seconds, and how many bytes it had sent by then."""

    seconds: float
    sent: int


def open_until(arguments: list[str], text: str, *, rows: int = 24, columns: int = 80) -> Opened:
    """Start a program and wait until it has shown a text; then end it."""
    main, child = pty.openpty()
    termios.tcsetwinsize(child, (rows, columns))
    wanted, seen = text.encode(), b""
    environment = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    began = time.perf_counter()
    process = subprocess.Popen(
        arguments, stdin=child, stdout=child, stderr=child, start_new_session=True, env=environment
    )
    os.close(child)
    try:
        while wanted not in seen:
            ready, _, _ = select.select([main], [], [], PATIENCE)
            if not ready:
                raise TimeoutError(f"{text!r} was not shown within {PATIENCE:.0f} s")
            seen += os.read(main, 65536)
        return Opened(time.perf_counter() - began, len(seen))
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        os.close(main)

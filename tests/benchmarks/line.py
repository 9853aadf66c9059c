"""What a person at the end of a line waits for, of the real program beside others: ``python -m tests.benchmarks``.

Every program is opened, typed in, paged and left in the same run, in turn, at both sizes; ratios are against a Textual
program with one text area and nothing else.
"""

import os
import select
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sa_wizard.draft import store
from sa_wizard.draft.draft import start
from sa_wizard.draft.session import Session
from sa_wizard.outline import load
from tests.benchmarks.first_screen import long_draft
from tests.benchmarks.pty_run import SHOWN, Running, open_until, run

KEYS = "the late bus was withdrawn, and robbery rose there too "
END, PAGE, F7 = b"\x1b[F", b"\x1b[6~", b"\x1b[18~"
SIZES = ((80, 24), (200, 60))
ROUNDS = 3
OPENINGS = 8
"""Times more that each is only opened: a first screen is one figure a time, and other work on the machine moves it."""
QUIET = 0.15
"""Seconds without output after which a program is taken to be done."""
SLOW_DELAY, SLOW_BYTES = 0.1, 8_000
"""A slow line: 100 ms each way in all, 64 kbit/s."""


@dataclass(frozen=True)
class Program:
    """How to start one, and the keys that page and change section, if it has such."""

    name: str
    arguments: list[str]
    to_end: bytes
    page: bytes
    section: bytes = b""
    leave: bytes = b"\x11"
    draft: Path | None = None
    content: bytes = b""
    """What the draft holds at each start: what was typed the time before would be moved along by every key."""


@dataclass
class Seen:
    """Everything measured of one program at one size: seconds, bytes and kilobytes."""

    first: list[float] = field(default_factory=list)
    ready: list[float] = field(default_factory=list)
    opening: list[int] = field(default_factory=list)
    echo: list[float] = field(default_factory=list)
    slow: list[float] = field(default_factory=list)
    key: list[int] = field(default_factory=list)
    page: list[int] = field(default_factory=list)
    section: list[int] = field(default_factory=list)
    section_time: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)


def main(rounds: int = ROUNDS) -> None:
    """Print the table for each size."""
    with _programs() as programs:
        for program in programs:
            if program.arguments[0] == sys.executable:  # compiles what is not compiled yet
                open_until(program.arguments, SHOWN)
        for columns, rows in SIZES:
            seen = {program.name: Seen() for program in programs}
            for _ in range(rounds):
                for program in programs:
                    _measure(program, seen[program.name], columns, rows)
            for _ in range(OPENINGS):
                for program in programs:
                    _open(program, seen[program.name], columns, rows)
            _print(seen, columns, rows, rounds)


@contextmanager
def _programs() -> Iterator[list[Program]]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SA_WIZARD_DATA_DIR"] = os.environ["SA_WIZARD_CONFIG_DIR"] = str(Path(folder) / "own")
        empty, full, text = (Path(folder) / name for name in ("empty.sa.json", "full.sa.json", "text.txt"))
        _empty_draft(empty)
        count = long_draft(full)
        text.write_text("The first screen is here.\n", encoding="utf-8")
        programs = [
            Program("bare Textual", [sys.executable, "-m", "tests.benchmarks.bare"], END, PAGE),
            _ours("ours, empty draft", empty),
            _ours(f"ours, {count:,} words", full),
        ]
        if shutil.which("nano"):
            programs.append(Program("nano", ["nano", str(text)], END, PAGE, leave=b"\x18n"))
        if shutil.which("vim"):
            vim = ["vim", "-n", "-u", "NONE", str(text)]
            programs.append(Program("vim", vim, b"A", PAGE, leave=b"\x1b:q!\r"))
        yield programs


def _ours(name: str, draft: Path) -> Program:
    arguments = [sys.executable, "-m", "sa_wizard", str(draft), "--at", "summary.purpose_line"]
    return Program(name, arguments, END, PAGE, F7, draft=draft, content=draft.read_bytes())


def _empty_draft(path: Path) -> None:
    outline = load.find("partnership")
    session = Session(path, outline, start(outline))
    session.set("summary.purpose_line", "The first screen is here.")
    store.save(path, outline, session.draft)


def _measure(program: Program, seen: Seen, columns: int, rows: int) -> None:
    if program.draft is not None:
        program.draft.write_bytes(program.content)
    with run(program.arguments, rows=rows, columns=columns) as running:
        seen.first.append(running.until(SHOWN))
        running.write(program.to_end)
        seen.ready.append(running.quiet(QUIET * 2))
        seen.opening.append(running.received)
        for key in KEYS:
            seen.echo.append(_echo(running, key))
            running.quiet(QUIET)
            seen.key.append(running.received - running.mark)
        for key in KEYS[:8]:
            seen.slow.append(_echo(running, key) + SLOW_DELAY)
            running.quiet(QUIET)
            seen.slow[-1] += (running.received - running.mark) / SLOW_BYTES
        seen.memory.append(running.memory)
        running.write(program.page)
        running.quiet(QUIET * 2)
        seen.page.append(running.received - running.mark)
        if program.section:
            began = time.perf_counter()
            running.write(program.section)
            running.quiet(QUIET * 2)
            seen.section.append(running.received - running.mark)
            seen.section_time.append(running.last - began)
        running.leave(program.leave)


def _open(program: Program, seen: Seen, columns: int, rows: int) -> None:
    with run(program.arguments, rows=rows, columns=columns) as running:
        seen.first.append(running.until(SHOWN))
        running.leave(program.leave)


def _echo(running: Running, key: str) -> float:
    """Seconds from a key to the first that is seen of it."""
    began = time.perf_counter()
    running.write(key.encode())
    select.select([running.main], [], [], 5)
    return time.perf_counter() - began


def _print(seen: dict[str, Seen], columns: int, rows: int, rounds: int) -> None:
    print(f"\n{columns}x{rows}, {rounds} rounds in turn, {len(KEYS)} keys each; {OPENINGS} more first screens")
    bare = next(iter(seen.values()))
    print(
        f"  {'':<22}{'first':>9}{'ready':>9}{'echo p50':>10}{'p95':>8}{'p99':>8}{'slow line':>11}"
        f"{'a key':>9}{'opening':>10}{'a page':>9}{'section':>17}{'memory':>10}"
    )
    for name, each in seen.items():
        echo = statistics.quantiles(each.echo, n=100)
        section = f"{_middle(each.section_time):6.0f} ms {_bytes(each.section):>6}" if each.section else ""
        print(
            f"  {name:<22}{_middle(each.first):6.0f} ms{_middle(each.ready):6.0f} ms{echo[49] * 1000:7.1f} ms"
            f"{echo[94] * 1000:8.1f}{echo[98] * 1000:8.1f}{_middle(each.slow):8.0f} ms{_bytes(each.key):>7} B"
            f"{_bytes(each.opening):>8} B{_bytes(each.page):>7} B{section:>17}"
            f"{statistics.median(each.memory) / 1024:7.0f} MB"
        )
    own = [name for name in seen if name.startswith("ours")]
    for name in own:
        each = seen[name]
        echo, basis = statistics.quantiles(each.echo, n=100), statistics.quantiles(bare.echo, n=100)
        fewer = statistics.median(bare.key) / max(1, statistics.median(each.key))
        memory = statistics.median(each.memory) / statistics.median(bare.memory)
        print(f"  {name}, against bare Textual (goals in brackets):")
        print(f"    echo p50 {echo[49] / basis[49]:.2f} (1.1), p95 {echo[94] / basis[94]:.2f} (1.3)")
        print(f"    first screen {_middle(each.first) / _middle(bare.first):.2f} (1.25), memory {memory:.2f} (1.5)")
        print(f"    bytes a key {_bytes(each.key)} (160), 1/{fewer:.0f} (1/30)")
        print(f"    another section {_middle(each.section_time):.0f} ms (150), {_bytes(each.section)} B (4,000)")


def _middle(seconds: list[float]) -> float:
    return statistics.median(seconds) * 1000


def _bytes(counts: list[int]) -> str:
    return f"{statistics.median(counts):,.0f}"


if __name__ == "__main__":
    main()

"""What is lost when the worst happens: ``python -m tests.benchmarks.faults [--times N] [--kills N] [--busy N]``.

A pty types at twelve characters a second into the real program; then something happens at a random moment. What counts
is text typed more than a second and a half before, and neither in the draft's file nor in the second place. Several
programs are at work at once: one that has to wait for the processor can only lose more than it would alone.
"""

import argparse
import contextlib
import os
import pty
import random
import select
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing.pool import ThreadPool
from pathlib import Path

from sa_wizard.draft import recovery, store
from sa_wizard.draft.draft import start
from sa_wizard.draft.session import Session
from sa_wizard.errors import SaWizardError
from sa_wizard.outline import load

PACE = 12
"""Characters a second."""
LATE = 1.5
"""Seconds: text younger than this may be lost."""
PATIENCE = 60.0
AT = "why.overall"
BUSY = 3 * (os.cpu_count() or 1)
"""Programs at work at once, unless another number is asked for: each runs some five seconds and computes for one."""
KEYS = 96
"""Keys typed for each of the two figures of the echo, no two of them the same letter."""


@dataclass
class Typed:
    """What became of one run: characters too old to be lost that are, and whether the file can be read."""

    lost: int
    readable: bool
    text: str = ""


class Run:
    """The program on a pty, being typed into."""

    def __init__(self, draft: Path, state: Path, disk: str = "") -> None:
        self.draft = draft
        self.main, child = pty.openpty()
        termios.tcsetwinsize(child, (24, 80))
        way = ["tests.benchmarks.faulty", disk, str(draft)] if disk else ["sa_wizard", str(draft), "--at", AT]
        self.process = subprocess.Popen(
            [sys.executable, "-m", *way],
            stdin=child,
            stdout=child,
            stderr=child,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "SA_WIZARD_DATA_DIR": str(state)},
        )
        os.close(child)
        self.sent: list[tuple[float, str]] = []
        self.seen = b""

    def read(self, seconds: float) -> bool:
        """Take what it writes for so long; False when the line is closed."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            ready, _, _ = select.select([self.main], [], [], left)
            if ready:
                try:
                    self.seen = (self.seen + os.read(self.main, 65536))[-200_000:]
                except OSError:
                    return False
        return True

    def read_once(self) -> None:
        """Take what it writes next, as soon as it is there."""
        if select.select([self.main], [], [], 0.5)[0]:
            self.seen += os.read(self.main, 65536)

    def until(self, text: str) -> None:
        """Wait until it has shown a text."""
        late = time.monotonic() + PATIENCE
        while text.encode() not in self.seen:
            if time.monotonic() > late or not self.read(0.05):
                raise TimeoutError(f"{text!r} was never shown")

    def type(self, seconds: float, chance: random.Random) -> None:
        """Type words for so long."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.process.poll() is None:
            char = chance.choice("abcdefghij ")
            os.write(self.main, char.encode())
            self.sent.append((time.monotonic(), char))
            self.read(1 / PACE)

    def end(self) -> None:
        """Read to the end, or end it."""
        late = time.monotonic() + 20
        while self.main >= 0 and self.process.poll() is None and time.monotonic() < late:
            self.read(0.05)
        self.process.kill()
        self.process.wait()
        self.close()

    def close(self) -> None:
        """Let the line go, once: another run may have been given its number meanwhile."""
        line, self.main = self.main, -1
        if line >= 0:
            os.close(line)


Fault = Callable[[Run], None]


def _signal(name: str) -> Fault:
    return lambda run: run.process.send_signal(getattr(signal, name))


def _close_line(run: Run) -> None:
    run.close()
    with contextlib.suppress(subprocess.TimeoutExpired):
        run.process.wait(20)


FAULTS: dict[str, tuple[Fault, str]] = {
    "kill -9": (_signal("SIGKILL"), ""),
    "SIGHUP": (_signal("SIGHUP"), ""),
    "SIGTERM": (_signal("SIGTERM"), ""),
    "closed pty": (_close_line, ""),
    "rename fails, then kill -9": (_signal("SIGKILL"), "rename"),
    "fsync fails, then kill -9": (_signal("SIGKILL"), "fsync"),
    "slow disk, then kill -9": (_signal("SIGKILL"), "slow"),
    "full disk, then kill -9": (_signal("SIGKILL"), "full"),
    "read-only folder, then kill -9": (_signal("SIGKILL"), "read-only"),
    "folder removed, then kill -9": (_signal("SIGKILL"), "removed"),
}


def once(fault: str, seed: int, *, typing: tuple[float, float] = (1.6, 4.0)) -> Typed:
    """One run of one fault; what was lost of it."""
    chance = random.Random(seed)  # noqa: S311 - a moment and some letters, not a secret
    act, disk = FAULTS[fault]
    with _folder(disk) as folder, tempfile.TemporaryDirectory() as state:
        draft = folder / "d.sa.json"
        outline = load.find("partnership")
        store.save(draft, outline, start(outline))
        run = Run(draft, Path(state), disk if disk in ("rename", "fsync", "slow") else "")
        try:
            run.until("to do")
            run.type(chance.uniform(0.3, 1.0), chance)
            _spoil(disk, folder)
            run.type(chance.uniform(*typing), chance)
            happened = time.monotonic()
            act(run)
            run.end()
            return _judged(run, draft, Path(state), happened)
        finally:
            run.process.kill()
            run.close()


def _judged(run: Run, draft: Path, state: Path, happened: float) -> Typed:
    text, readable = "", True
    outline = load.find("partnership")
    try:
        if draft.exists():
            text = store.load(draft)[1].text(AT)
    except SaWizardError:
        readable = False
    kept = [copy.draft.text(AT) for file in state.glob("recovery/*") if (copy := recovery.read(file, outline))]
    best = max([text, *kept], key=len)
    typed = "".join(char for _, char in run.sent)
    due = sum(moment < happened - LATE for moment, _ in run.sent)
    whole = next((at for at, pair in enumerate(zip(typed, best, strict=False)) if pair[0] != pair[1]), len(best))
    return Typed(max(0, due - whole), readable, best)


@contextlib.contextmanager
def _folder(disk: str) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    mounted = disk in ("full", "read-only")
    try:
        if mounted:
            subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)], check=True)
        yield folder
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _spoil(disk: str, folder: Path) -> None:
    if disk == "full":
        with contextlib.suppress(OSError), (folder / "filler").open("wb") as filler:
            while True:
                filler.write(b"x" * 4096)
                filler.flush()
    elif disk == "read-only":
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    elif disk == "removed":
        shutil.rmtree(folder, ignore_errors=True)


def can_mount() -> bool:
    """Whether this machine lets us make a small disk, which the full and the read-only one are."""
    folder = tempfile.mkdtemp()
    made = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], check=False, capture_output=True
    )
    if not made or made.returncode:
        return False
    subprocess.run(["umount", folder], check=False)
    return True


def echo(disk: str, keys: int, seed: int) -> list[float]:
    """Seconds from each key to its letter on the line, while a person types at their pace and the draft is saved."""
    chance = random.Random(seed)  # noqa: S311 - letters, not a secret
    letters = [chr(0x100 + number) for number in range(128) if chr(0x100 + number).isalpha()]
    chance.shuffle(letters)
    took = []
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "d.sa.json"
        outline = load.find("partnership")
        store.save(draft, outline, start(outline))
        run = Run(draft, Path(folder) / "state", disk)
        try:
            run.until("to do")
            run.read(1.0)
            for letter in letters[:keys]:
                run.seen = b""
                began = time.perf_counter()
                os.write(run.main, letter.encode())
                while letter.encode() not in run.seen and time.perf_counter() - began < PATIENCE:
                    run.read_once()
                took.append(time.perf_counter() - began)
                run.read(max(0.0, 1 / PACE - took[-1]))
        finally:
            run.process.kill()
            run.process.wait()
            run.close()
    return took


def echoes(keys: int, seed: int) -> None:
    """Print how fast keys are shown with a quick disk and with one that takes half a second for every write."""
    figures = {}
    for disk in ("", "slow"):
        took = sorted(each * 1000 for part in (0, 1) for each in echo(disk, keys // 2, seed + part))
        figures[disk] = (statistics.median(took), took[int(len(took) * 0.95)])
    quick, slow = figures[""], figures["slow"]
    print(f"  key to echo, {keys} keys each, 50 % and 95 % within")
    print(f"    every write as quick as it is           {quick[0]:>6.1f} ms {quick[1]:>6.1f} ms")
    print(f"    every write takes 500 ms                {slow[0]:>6.1f} ms {slow[1]:>6.1f} ms")
    print(f"    times as long                           {slow[0] / quick[0]:>6.2f}    {slow[1] / quick[1]:>6.2f}")


def endurance(keys: int = 300_000, saves: int = 2_000) -> tuple[int, int]:
    """Eight hours of typing: resident kilobytes after a tenth of it, and at the end."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "d.sa.json"
        outline = load.find("partnership")
        store.save(draft, outline, start(outline))
        now = [0.0]
        session = Session(draft, outline, start(outline), clock=lambda: now[0])
        early, paths = 0, ("why.overall", "levels.harm", "introduction.method")
        for key in range(keys):
            path = paths[key // 500 % len(paths)]
            text = str(session.get(path) or "")
            session.set(path, f"{text[-4000:]}x", typing=True)
            now[0] += 0.1
            if key % (keys // saves) == 0:
                session.save()
            if key == keys // 10:
                early = _resident()
        return early, _resident()


def _resident() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=500, help="times for kill -9")
    asked.add_argument("--times", type=int, default=100, help="times for each other fault")
    asked.add_argument("--busy", type=int, default=BUSY, help="programs at work at once")
    asked.add_argument("--keys", type=int, default=300_000, help="keys of the long typing")
    asked.add_argument("--seed", type=int, default=2007)
    given = asked.parse_args()
    small = can_mount()
    print(f"What is lost, seed {given.seed}: characters older than {LATE} s, and files that cannot be read")
    for fault, (_, disk) in FAULTS.items():
        if disk in ("full", "read-only") and not small:
            print(f"  {fault:<34} skipped: no small disk can be made here")
            continue
        times = given.kills if fault == "kill -9" else given.times
        seeds = [given.seed + number for number in range(times)]
        began = time.monotonic()
        with ThreadPool(given.busy) as pool:
            runs = pool.map(partial(once, fault), seeds, chunksize=1)
        took = time.monotonic() - began
        lost, broken = sum(run.lost for run in runs), sum(not run.readable for run in runs)
        print(
            f"  {fault:<34} {times:>4} times   lost {lost:>3}   unreadable {broken:>3}   in {took:,.0f} s", flush=True
        )
    echoes(KEYS, given.seed)
    saves = max(10, given.keys // 150)
    early, late = endurance(given.keys, saves)
    grown = f"{early:,} kB after a tenth, {late:,} kB at the end ({late / early:.2f} times)"
    print(f"  {given.keys:,} keys, {saves:,} saves: {grown}")


if __name__ == "__main__":
    main()

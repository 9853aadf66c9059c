"""One program at a time writes a draft: a small file beside it says who, where and since when.

It is made whole in one step that network file systems keep to, so that a program that is killed leaves no lock without
an owner. A lock is stale when its process on this machine has ended; one of another machine, or whose owner cannot be
read, when nobody has touched it for a quarter of an hour, which its owner does every minute.
"""

import contextlib
import getpass
import json
import os
import socket
from datetime import datetime
from pathlib import Path

from sa_wizard import files
from sa_wizard.draft import leftovers, process
from sa_wizard.draft.text import clean_line
from sa_wizard.errors import DraftInUse

_LARGEST = 10_000
"""Bytes. A lock is a line; anything longer, or a pipe in its place, is nobody's."""
TOUCH = 60.0
"""Seconds between two signs of life."""
SILENT = 15 * TOUCH
"""Seconds without one after which an owner on another machine is taken for dead."""


class Lock:
    """Held from ``take`` to ``release``; also a context manager. Where no lock file can be made, none is held."""

    def __init__(self, draft: Path) -> None:
        """Name the lock of a draft; nothing is taken yet."""
        real = Path(os.path.realpath(draft))
        self.draft = draft
        self.file = real.parent / f".{real.name}.lock"  # with_name raises for a folder that has no name
        self.held = False
        self._me: dict[str, object] = {}

    def take(self) -> "Lock":
        """Take the lock; raises DraftInUse naming its owner. A lock whose owner is dead is taken over."""
        for _ in range(2):
            try:
                self._make()
            except FileExistsError:
                self._refuse_unless_stale()
                continue
            except OSError:
                return self  # the folder is read-only, full or gone: saving will say so, a lock adds nothing
            self.held = True
            return self
        raise DraftInUse(f"{self.draft} is being opened by another program.", "Try again in a moment.")

    def release(self) -> None:
        """Give the lock back; safe to call twice. A lock that somebody else took meanwhile is left to them."""
        if self.held:
            self.held = False
            if self._owner() == self._me:
                self._delete()

    def touch(self) -> None:
        """Show that its owner lives, for programs on other machines."""
        if self.held:
            with contextlib.suppress(OSError):
                os.utime(self.file)

    def __enter__(self) -> "Lock":
        """Take it."""
        return self.take()

    def __exit__(self, *_: object) -> None:
        """Give it back."""
        self.release()

    def _refuse_unless_stale(self) -> None:
        owner = self._owner()
        if self._is_stale(owner):
            self._take_away(owner)
            return
        known = {key: clean_line(str(owner[key])) for key in ("who", "host", "since") if owner.get(key)}
        where = f" on {known['host']}" if "host" in known else ""
        since = f" since {known['since']}" if "since" in known else ""
        gone = f"If that program is gone, delete {self.file.name} beside the draft."
        raise DraftInUse(
            f"{self.draft} is in use by {known.get('who', 'another program')}{where}{since}.",
            f"Close it there first, or read it here with --read-only. {gone}",
            f"Close it there first, or open it here to read only: nothing is changed then. {gone}",
        )

    def _is_stale(self, owner: dict[str, object]) -> bool:
        if owner.get("host") == socket.gethostname():
            return not process.alive(owner.get("pid"), owner.get("born"))
        return self._silence() > SILENT

    def _silence(self) -> float:
        """Seconds since the owner's last sign of life, by the clock of whoever keeps the files; 0 when unknown."""
        probe = self._beside()
        try:
            os.close(os.open(probe, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            return probe.stat().st_mtime - self.file.stat().st_mtime
        except OSError:
            return 0
        finally:
            with contextlib.suppress(OSError):
                probe.unlink()

    def _take_away(self, owner: dict[str, object]) -> None:
        """Remove a stale lock, and no other: by the time it is moved aside somebody may have taken it anew."""
        aside = self._beside()
        with contextlib.suppress(OSError):
            self.file.replace(aside)
            if _read(aside) != owner:
                os.link(aside, self.file)
            aside.unlink()

    def _make(self) -> None:
        """Make the lock with its owner in it; raises FileExistsError when there is one, or OSError.

        A link is made to a file that is whole already. Where there are no links (memory sticks, some shares) the lock
        is made first and written then.
        """
        self._me = _me()
        whole = self._beside()
        try:
            self._sign(whole)
            try:
                os.link(whole, self.file)
            except FileExistsError:
                raise
            except OSError:
                self._sign(self.file)
        finally:
            with contextlib.suppress(OSError):
                whole.unlink()

    def _sign(self, file: Path) -> None:
        """Make a file with the owner in it; on a full disk there is none rather than one without an owner."""
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as opened:
                json.dump(self._me, opened)
                opened.flush()
                os.fsync(handle)
        except OSError:
            with contextlib.suppress(OSError):
                file.unlink()
            raise

    def _beside(self) -> Path:
        """A new name beside the lock, which the next start tidies away if this program is killed meanwhile."""
        beginning = leftovers.beginning(self.file.name.removeprefix("."))
        return self.file.with_name(f"{beginning}{os.urandom(4).hex()}.tmp")

    def _delete(self) -> None:
        with contextlib.suppress(OSError):
            self.file.unlink()

    def _owner(self) -> dict[str, object]:
        return _read(self.file)


def _read(file: Path) -> dict[str, object]:
    try:
        owner = json.loads(files.read(file, _LARGEST))
    except (OSError, ValueError, RecursionError, files.TooLarge):
        return {}
    return owner if isinstance(owner, dict) else {}


def _me() -> dict[str, object]:
    try:
        who = getpass.getuser()
    except (KeyError, OSError):
        who = str(os.getuid()) if hasattr(os, "getuid") else "someone"
    since = datetime.now().astimezone().strftime("%H:%M on %d %B %Y")
    return {
        "who": who,
        "host": socket.gethostname(),
        "pid": os.getpid(),
        "born": process.born(os.getpid()),
        "since": since,
    }

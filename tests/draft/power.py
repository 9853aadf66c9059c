"""A power cut between any two steps of a save: ``python -m tests.draft.power SITTING LOSES FOLDER``.

The sitting is done again and again, each time in a process of its own that ends without a word before its n-th step at
the system, for n from 1 until it comes to its end. Then the draft is opened as at the next start. ``LOSES`` says what
the disk had not written yet: ``nothing`` (the process was killed), or ``unflushed`` (the power went: what was not
flushed is gone, and a file that took another's place is back in its own unless the folder was flushed). Prints what
became of each, as JSON, with the text that the sitting had been told is safe before the cut.
"""

import json
import os
import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sa_wizard.draft import recovery, store, versions
from sa_wizard.draft.session import Session
from sa_wizard.outline import load
from sa_wizard.sitting.desk import Desk
from tests.tui.driving import draft_at

OLD, HALF, NEW = "As it was.", "What was", "What was typed then."
AT = "why.overall"
CUT = 9
"""How a process ends that was cut off."""
MOST = 2_000


class Cut:
    """Counts the steps of a process at the system, and ends it before one of them."""

    def __init__(self, at: int, loses: str) -> None:
        self.left = at
        self.loses = loses
        self.unflushed: set[str] = set()
        self.unsettled: list[tuple[str, str, bytes | None, bytes]] = []
        """Files that took another's place: from, to, what was there, and what is."""
        self.one = threading.RLock()
        """Held around every step: when one thread is cut off, the other makes none any more."""

    def step(self) -> None:
        """One more step is about to be made."""
        self.left -= 1
        if self.left <= 0:
            self._lose()
            os._exit(CUT)

    def _lose(self) -> None:
        if self.loses == "nothing":
            return
        for path in self.unflushed:
            if os.path.exists(path):  # noqa: PTH110 - the one that is not watched
                os.truncate(path, 0)
        for source, target, was, now in reversed(self.unsettled):
            Path(source).write_bytes(now)
            if was is None:
                _SYSTEM["unlink"](target)
            else:
                Path(target).write_bytes(was)


_SYSTEM: dict[str, Callable[..., Any]] = {
    name: getattr(os, name)
    for name in ("open", "fdopen", "fsync", "replace", "unlink", "link", "mkdir", "utime", "close", "rename")
}


class Halves:
    """A file whose content goes to the system in two halves, with a step before each."""

    def __init__(self, file: Any, path: str, cut: Cut) -> None:  # noqa: ANN401 - whatever was opened
        self._file, self._path, self._cut = file, path, cut

    def write(self, content: Any) -> int:  # noqa: ANN401 - text or bytes
        half = len(content) // 2
        for piece in (content[:half], content[half:]):
            with self._cut.one:
                self._cut.step()
                self._cut.unflushed.add(self._path)
                self._file.write(piece)
                self._file.flush()
        return len(content)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as the file's own
        return getattr(self._file, name)

    def __enter__(self) -> "Halves":
        return self

    def __exit__(self, *_: object) -> None:
        with self._cut.one:
            self._cut.step()
            self._file.close()


def watch(cut: Cut) -> None:
    """Count every step of this process from now on."""

    def plain(name: str) -> Callable[..., Any]:
        def called(*given: Any, **rest: Any) -> Any:  # noqa: ANN401 - as the system's own
            with cut.one:
                cut.step()
                return _SYSTEM[name](*given, **rest)

        return called

    def fdopen(handle: int, mode: str = "r", *given: Any, **rest: Any) -> Any:  # noqa: ANN401
        file = _SYSTEM["fdopen"](handle, mode, *given, **rest)
        return Halves(file, _path(handle), cut) if "w" in mode else file

    def fsync(handle: int) -> None:
        with cut.one:
            path = _path(handle)
            cut.step()
            _SYSTEM["fsync"](handle)
            cut.unflushed.discard(path)
            cut.unsettled = [each for each in cut.unsettled if os.path.dirname(each[1]) != path]  # noqa: PTH120

    def replace(source: Any, target: Any) -> None:  # noqa: ANN401 - a path of either kind
        source, target = os.path.realpath(source), os.path.realpath(target)
        with cut.one:
            cut.step()
            was = Path(target).read_bytes() if Path(target).exists() else None
            now = Path(source).read_bytes()
            _SYSTEM["replace"](source, target)
            cut.unsettled.append((source, target, was, now))
            if source in cut.unflushed:
                cut.unflushed.discard(source)
                cut.unflushed.add(target)

    for name in ("open", "unlink", "link", "mkdir", "utime", "close"):
        setattr(os, name, plain(name))
    os.fdopen, os.fsync, os.replace = fdopen, fsync, replace  # type: ignore[assignment]


def _path(handle: int) -> str:
    return os.path.realpath(f"/proc/self/fd/{handle}")


Safe = Callable[[str], object]
"""Told of a text once the program has said that it is on disk."""


def save(draft: Path, safe: Safe) -> None:
    """A save like any other, with the versions around it."""
    session = Session.open(draft)
    session.set(AT, NEW)
    session.save()
    safe(NEW)


def sit(draft: Path, safe: Safe) -> None:
    """A whole sitting at the desk: lock, change, save, change, close."""
    desk = Desk()
    session = desk.open(draft)
    session.set(AT, HALF)
    assert desk.save() == ""
    safe(HALF)
    session.set(AT, NEW)
    assert desk.close() == ""
    safe(NEW)


def sit_apart(draft: Path, safe: Safe) -> None:
    """The draft's folder takes no new file: what was typed goes to the second place; then the folder works again."""
    desk = Desk()
    session = desk.open(draft)
    session.set(AT, NEW)
    replace = os.replace

    def refused(source: Any, target: Any) -> None:  # noqa: ANN401 - a path of either kind
        if os.path.realpath(target) == os.path.realpath(draft):
            raise OSError(5, "Input/output error")
        replace(source, target)

    os.replace = refused  # type: ignore[assignment]
    assert "kept on this machine" in desk.save()
    os.replace = replace
    safe(NEW)
    assert desk.close() == ""


SITTINGS = {"save": save, "sit": sit, "apart": sit_apart}


def main() -> None:
    """Cut the sitting off before each of its steps."""
    sitting, loses, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    told = []
    for number in range(1, MOST):
        told.append(_once(sitting, loses, folder / str(number), number))
        shutil.rmtree(folder / str(number))
        if told[-1]["ended"]:
            break
    print(json.dumps(told))  # noqa: T201 - the one who asked reads it


def _once(sitting: str, loses: str, folder: Path, number: int) -> dict[str, object]:
    folder.mkdir()
    os.environ["SA_WIZARD_DATA_DIR"] = str(folder / "state")
    draft = draft_at(folder / "d.sa.json", why__overall=OLD)
    hears, tells = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            cut = Cut(number, loses)
            watch(cut)
            SITTINGS[sitting](draft, lambda text: os.write(tells, f"{text}\n".encode()))
            cut.step()  # the power may go right after the last one, too
        except BaseException as error:  # whatever it is, it must not go on as the one that started it
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
        os._exit(0)
    os.close(tells)
    with os.fdopen(hears) as told:
        safe = told.read().splitlines()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return {"number": number, "code": code, "ended": code == 0, "safe": safe[-1] if safe else OLD, **_found(draft)}


def _found(draft: Path) -> dict[str, object]:
    """What the next start finds: the text in the file and in copies, whether it goes on, and what stays behind."""
    outline = load.find("partnership")
    text = store.load(draft)[1].text(AT)
    copies = [copy.draft.text(AT) for copy in recovery.found(draft, outline)]
    kept = [store.opened(versions.read(each), draft)[1].text(AT) for each in versions.listed(draft)]
    desk = Desk()
    desk.open(draft).set("levels.harm", "Typed after it.")
    trouble = desk.close()
    after = store.load(draft)[1]
    return {
        "text": text,
        "copies": copies,
        "versions": kept,
        "trouble": trouble,
        "after": [after.text(AT), after.text("levels.harm")],
        "locks": [file.name for file in draft.parent.glob(".*.lock")],
    }


if __name__ == "__main__":
    main()

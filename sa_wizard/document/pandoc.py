"""The Pandoc that came with pypandoc: found once, run so that it can be stopped, and its complaints made readable.

Why not ``pypandoc.convert_text``: it cannot be cancelled while it waits, and raises bare ``RuntimeError``s with traces.
"""

import logging
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from sa_wizard.errors import CannotWrite, ExportCancelled, ExportError

OLDEST = (3, 5)
"""The first release whose Lua has all that ``pandoc.lua`` uses."""

PDF_PACKAGES = ("typst", "pypdfium2")
"""What only PDF needs beside Pandoc: one makes it, the other reads it back."""

STILL_MARKDOWN = "Markdown still works: sa-wizard render DRAFT -o FILE.md."
_INSTALL = "To get Pandoc, install the Python package pypandoc-binary, or set PYPANDOC_PANDOC to where Pandoc is."
_TICK = 0.05

if sys.platform == "win32":
    _NO_WINDOW = subprocess.CREATE_NO_WINDOW
else:
    _NO_WINDOW = 0


def find_pandoc() -> Path:
    """Where Pandoc is: ``PYPANDOC_PANDOC`` if set, else the newest of the one on the path and the one with pypandoc.

    Raises ExportError when there is none, or only one too old.
    """
    path, version = _probed(os.environ.get("PYPANDOC_PANDOC", ""), os.environ.get("PATH", ""))
    if path is None:
        raise ExportError("Pandoc was not found, so only Markdown can be made.", f"{STILL_MARKDOWN} {_INSTALL}")
    if version < OLDEST:
        shown = ".".join(str(part) for part in version)
        wanted = ".".join(str(part) for part in OLDEST)
        sentence = f"The Pandoc found at {path} is version {shown}; {wanted} or later is needed."
        raise ExportError(sentence, f"{STILL_MARKDOWN} {_INSTALL}")
    return path


def pandoc_version() -> str:
    """The version of the Pandoc that would be used; raises as :func:`find_pandoc`."""
    find_pandoc()
    _, version = _probed(os.environ.get("PYPANDOC_PANDOC", ""), os.environ.get("PATH", ""))
    return ".".join(str(part) for part in version)


@cache
def _probed(_chosen: str, _search_path: str) -> tuple[Path | None, tuple[int, ...]]:
    """Pandoc's place and version, looked up again only when the two variables that decide it change."""
    import pypandoc  # noqa: PLC0415 -- 20 ms that only an export should pay

    logging.getLogger("pypandoc").addHandler(logging.NullHandler())  # or it writes over the screen
    pypandoc.clean_pandocpath_cache()
    pypandoc.clean_version_cache()
    try:
        path, version = Path(pypandoc.get_pandoc_path()), pypandoc.get_pandoc_version()
    except OSError:
        return None, ()
    finally:
        pypandoc.clean_pandocpath_cache()  # it would keep what it found even when the variables change
        pypandoc.clean_version_cache()
    return path, tuple(int(part) for part in re.findall(r"\d+", version))


def run_pandoc(  # noqa: PLR0913 -- all but three are named
    pandoc: Path,
    arguments: Sequence[str],
    folder: Path,
    *,
    seconds: float,
    while_waiting: Callable[[float], bool],
    epoch: int | None = None,
) -> tuple[str, ...]:
    """Run Pandoc in ``folder`` and return its warnings, one sentence each.

    ``while_waiting`` is called some twenty times a second with the seconds gone; when it returns True, Pandoc is killed
    and ExportCancelled raised. ``epoch`` dates the document, in seconds since 1970. Raises ExportError when Pandoc
    fails or takes longer than ``seconds``, CannotWrite when the disk is full.
    """
    said = folder / "pandoc.log"
    with said.open("wb") as log:
        try:
            process = subprocess.Popen(  # a list of our own arguments, no shell
                [str(pandoc), *arguments],
                cwd=folder,
                env=None if epoch is None else {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                creationflags=_NO_WINDOW,
            )
        except OSError as error:
            sentence = f"Pandoc could not be started: {error.strerror or error}."
            raise ExportError(sentence, f"{STILL_MARKDOWN} {_INSTALL}") from error
        try:
            _wait(process, seconds, while_waiting)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
    lines = said.read_text(encoding="utf-8", errors="replace").splitlines()
    if process.returncode:
        raise _failure(process.returncode, lines)
    return _warnings(lines)


def _wait(process: "subprocess.Popen[bytes]", seconds: float, while_waiting: Callable[[float], bool]) -> None:
    begun = time.monotonic()
    while True:
        gone = time.monotonic() - begun
        if while_waiting(gone):
            raise ExportCancelled("The export was stopped.", "No file was changed.")
        if gone > seconds:
            raise ExportError(f"Pandoc did not finish within {seconds:.0f} seconds and was stopped.", STILL_MARKDOWN)
        try:
            process.wait(_TICK)
        except subprocess.TimeoutExpired:
            continue
        return


def _failure(code: int, lines: Sequence[str]) -> ExportError | CannotWrite:
    """One sentence for the first line that is no warning; never Pandoc's own trace."""
    spoken = (line.strip() for line in lines if line.strip() and not line.startswith(("[", " ")))
    first = next(spoken, "it gave no reason").removeprefix("pandoc: ").rstrip(".")
    if "No space left" in first or "resource exhausted" in first:
        return CannotWrite("The disk is full, so the document could not be written.", "Make room and export again.")
    if code < 0:
        return ExportError("Pandoc was stopped by the system before it had finished.", STILL_MARKDOWN)
    return ExportError(f"Pandoc could not make the document: {first}.", STILL_MARKDOWN)


def _warnings(lines: Sequence[str]) -> tuple[str, ...]:
    out: list[str] = []
    for line in lines:
        if line.startswith("["):
            out.append(re.sub(r"^\[\w+\]\s*", "", line))
        elif out and line.startswith(" "):
            out[-1] += " " + line.strip()
    return tuple(out)

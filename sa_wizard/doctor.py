"""Whether this machine can do the work: each check takes what it looks at and gives one result. No screen is loaded."""

import locale
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from sa_wizard import __version__
from sa_wizard.document.pandoc import PDF_PACKAGES, find_pandoc
from sa_wizard.errors import ExportError
from sa_wizard.folders import config_dir, state_dir
from sa_wizard.settings.sources import Chosen

State = Literal["good", "advice", "trouble"]

SMALLEST = (80, 24)
"""Columns and lines that every screen is made for."""

PACKAGES = ("textual", "pydantic", "jinja2", "click", "platformdirs", "markdown-it-py", "pypandoc-binary")
PATIENCE = 20
"""Seconds that Pandoc may take to convert one word; the first start on a scanned disk is slow."""


@dataclass(frozen=True)
class Result:
    """One thing looked at: ``good``, worth ``advice``, or ``trouble`` that stops some of the work."""

    name: str
    state: State
    sentence: str
    hint: str = ""


def examine() -> list[Result]:
    """Look at everything on this machine, in the order a person would ask."""
    return [
        pandoc(find_pandoc),
        pdf(all(find_spec(name) for name in PDF_PACKAGES)),
        screen(_size()),
        colours(os.environ),
        letters(_encoding()),
        writable("settings", config_dir()),
        writable("state", state_dir()),
        writable("folder", Path.cwd),
        versions(),
    ]


def usable(results: list[Result]) -> bool:
    """Whether a document can be made here: Pandoc runs. Everything else is advice, or shows as soon as it is tried."""
    return not any(result.name == "pandoc" and result.state == "trouble" for result in results)


def pandoc(find: Callable[[], Path]) -> Result:
    """Whether Pandoc is there and runs; ``find`` gives its path or raises ExportError."""
    again = "Install sa-wizard again with its dependency pypandoc-binary, which brings Pandoc."
    try:
        path = find()
        version = _run([str(path), "--version"], "").splitlines()[0]
        made = _run([str(path), "--from", "commonmark", "--to", "plain"], "*ready*")
    except ImportError:
        return Result("pandoc", "trouble", "The Python package pypandoc-binary is not installed.", again)
    except ExportError as error:
        return Result("pandoc", "trouble", error.sentence, error.hint)
    except (OSError, subprocess.SubprocessError, IndexError):
        return Result("pandoc", "trouble", "Pandoc is there, but it does not run.", again)
    if "ready" not in made:
        return Result("pandoc", "trouble", f"Pandoc is at {path}, but it converts nothing.", again)
    return Result("pandoc", "good", f"Pandoc works: {version}, at {path}.")


def pdf(installed: bool) -> Result:
    """Whether PDF can be made; few need it, so its absence is no trouble."""
    if installed:
        return Result("pdf", "good", "PDF can be made: the packages typst and pypdfium2 are installed.")
    return Result(
        "pdf",
        "advice",
        "PDF cannot be made here; Word, ODT and HTML can.",
        f"Install it with: pip install {' '.join(PDF_PACKAGES)}.",
    )


def screen(size: tuple[int, int] | None) -> Result:
    """Whether the terminal is large enough; ``size`` is columns and lines, None away from a terminal."""
    if size is None:
        return Result("terminal", "advice", "This is not a terminal, so the wizard cannot open here.", "Log in to one.")
    columns, lines = size
    told = f"The terminal has {columns} columns and {lines} lines"
    if columns < SMALLEST[0] or lines < SMALLEST[1]:
        return Result("terminal", "advice", f"{told}; the screens are made for 80 by 24.", "Make the window larger.")
    return Result("terminal", "good", f"{told}, which is enough.")


def colours(environment: Mapping[str, str]) -> Result:
    """How many colours the terminal says it has. Nothing in the wizard is told by colour alone."""
    term = environment.get("TERM", "")
    if environment.get("NO_COLOR"):
        return Result("colours", "good", "NO_COLOR is set: the wizard is shown without colours.")
    if term in ("", "dumb"):
        called = f"TERM is {term!r}" if term else "TERM is not set"
        told = f"{called}, so no screen can be drawn and the wizard asks line by line."
        return Result("colours", "advice", told, "Set TERM, to xterm-256color say.")
    if environment.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return Result("colours", "good", f"The terminal ({term}) has all colours.")
    if "256" in term:
        return Result("colours", "good", f"The terminal ({term}) has 256 colours.")
    return Result("colours", "good", f"The terminal ({term}) has 16 colours, which is enough.")


def letters(encoding: str) -> Result:
    """Whether every letter can be shown: the terminal's encoding."""
    if encoding.lower().replace("-", "").replace("_", "") == "utf8":
        return Result("letters", "good", "Letters and signs are UTF-8, so every name can be shown.")
    return Result(
        "letters",
        "advice",
        f"Letters are shown in {encoding}, which lacks some.",
        "Set LANG to en_GB.UTF-8, or C.UTF-8. Drafts and documents are UTF-8 in any case.",
    )


def writable(name: str, folder: Path | Callable[[], Path]) -> Result:
    """Whether a folder, or the one it would be made in, takes a file. Tried with a file that is gone at once."""
    called = {"settings": "The settings folder", "state": "The folder for recent drafts", "folder": "This folder"}[name]
    try:
        wanted = folder if isinstance(folder, Path) else folder()
        there = next(each for each in (wanted, *wanted.parents) if each.is_dir())
        with tempfile.NamedTemporaryFile(dir=there, prefix=".sa-wizard-"):
            pass
    except (OSError, StopIteration) as error:
        where = f" {folder}" if isinstance(folder, Path) else ""
        told = getattr(error, "strerror", None) or "it cannot be made"
        hints = {
            "settings": "Set SA_WIZARD_CONFIG_DIR to a folder you can write to. Drafts do not need it.",
            "state": "Set SA_WIZARD_DATA_DIR to a folder you can write to. Drafts do not need it.",
            "folder": "Keep drafts in a folder you can write to.",
        }
        return Result(name, "advice", f"{called}{where} cannot be written ({told.lower()}).", hints[name])
    return Result(name, "good", f"{called} {wanted} can be written.")


def preferences(found: Chosen) -> Result:
    """Whether everything that the settings say is used."""
    if found.troubles:
        more = f" {len(found.troubles) - 1} more of the kind." if len(found.troubles) > 1 else ""
        return Result("config", "advice", f"{found.troubles[0]}{more}", "'sa-wizard config validate' tells all.")
    said = sum(1 for source in found.sources.values() if source.kind != "default")
    return Result("config", "good", f"All settings are used; {said or 'none'} of them differ from the default.")


def keys(amiss: tuple[str, ...], taken: tuple[str, ...]) -> Result:
    """Whether every command can be reached by its key: what is ``amiss`` with one's own, what other programs take."""
    if amiss:
        return Result("keys", "advice", " ".join(amiss), "Change them under [keys.bind] in the settings.")
    if taken:
        hint = 'Use other keys: sa-wizard --keys tmux-safe, or preset = "tmux-safe" under [keys] in the settings.'
        return Result("keys", "advice", " ".join(taken), f"{hint} Everything is also in the palette.")
    return Result("keys", "good", "No two commands have one key, and none is taken by a program around this one.")


def versions() -> Result:
    """What is installed, for a report of a fault."""
    found = [f"sa-wizard {__version__}", f"Python {platform.python_version()}"]
    missing = []
    for package in PACKAGES:
        try:
            found.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            missing.append(package)
    told = f"{', '.join(found)}, on {platform.system()} {platform.release()}."
    if missing:
        return Result("versions", "trouble", f"Not installed: {', '.join(missing)}. {told}", "Install sa-wizard again.")
    return Result("versions", "good", told)


def _run(command: list[str], text: str) -> str:
    done = subprocess.run(
        command, input=text, capture_output=True, encoding="utf-8", errors="replace", timeout=PATIENCE, check=True
    )
    return done.stdout


def _size() -> tuple[int, int] | None:
    for stream in (sys.stdout, sys.stdin, sys.stderr):
        try:
            size = os.get_terminal_size(stream.fileno())
        except (OSError, ValueError, AttributeError):
            continue
        return size.columns, size.lines
    return None


def _encoding() -> str:
    if sys.stdout is not None and sys.stdout.isatty():
        return sys.stdout.encoding
    return locale.getencoding()

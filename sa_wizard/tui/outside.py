"""The person's own editor, for one text: a private file beside the draft, read back when the editor is done."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from sa_wizard.errors import CannotWrite, UsageProblem

if TYPE_CHECKING:
    from textual.app import App


def command() -> list[str]:
    """The editor to run: ``SA_WIZARD_EDITOR``, ``VISUAL``, ``EDITOR``, else what the system has."""
    for name in ("SA_WIZARD_EDITOR", "VISUAL", "EDITOR"):
        if os.environ.get(name, "").strip():
            return shlex.split(os.environ[name])
    return ["notepad"] if os.name == "nt" else ["nano"]


def edit(app: "App[int]", text: str, beside: Path) -> str | None:
    """Run the editor on a text; None when it was left as it was. Raises UsageProblem or CannotWrite.

    When the editor fails, the file with the text stays, and the error says where it is.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".sa-wizard-", suffix=".md", dir=beside.resolve().parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise CannotWrite("No file for the editor could be made beside the draft.", "Write here instead.") from error
    path = Path(name)
    code = _run(app, [*command(), name])
    edited = path.read_text(encoding="utf-8", errors="replace")
    if code != 0:
        raise UsageProblem(f"The editor {command()[0]!r} could not be used.", f"The text is kept in {path.name}.")
    path.unlink()
    return None if edited == text else edited.removesuffix("\n") if not text.endswith("\n") else edited


def _run(app: "App[int]", arguments: list[str]) -> int:
    try:
        with app.suspend():
            try:  # an error raised inside would leave the app suspended for good
                return subprocess.run(arguments, check=False).returncode
            except OSError:
                return 127
    except SuspendNotSupported:
        return 126

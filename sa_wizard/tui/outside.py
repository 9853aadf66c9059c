"""The person's own editor, for one text: a private file beside the draft, read back when the editor is done."""

import contextlib
import os
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from sa_wizard.draft.lent import out
from sa_wizard.errors import UsageProblem
from sa_wizard.settings.manner import Manner

if TYPE_CHECKING:
    from textual.app import App

VARIABLES = ("VISUAL", "EDITOR")


def command(chosen: str = "") -> list[str]:
    """The editor to run: the one chosen, else as the first of ``VARIABLES`` says, else what the system has.

    What was chosen comes from ``SA_WIZARD_EDITOR`` or the settings. Raises UsageProblem.
    """
    for name, value in (("The editor chosen", chosen), *((name, os.environ.get(name, "")) for name in VARIABLES)):
        said = value.strip()
        if said:
            try:
                return shlex.split(said, posix=os.name != "nt")
            except ValueError as error:
                raise UsageProblem(
                    f"{name} is {said!r}, which lacks a quotation mark.", "Mend it, or unset it."
                ) from error
    return ["notepad"] if os.name == "nt" else [shutil.which("nano") or "vi"]


def edit(app: "App[int]", text: str, lent: tuple[Path, str], manner: Manner) -> str | None:
    """Run the editor on the answer that is ``lent``, of a draft and at a path; None when it was left as it was.

    Raises UsageProblem or CannotWrite. When the editor fails after changing the text, its file stays, and the error
    says where it is. A file that came back empty, or not at all, is taken for an accident: what is to be deleted can be
    deleted here, and brought back.
    """
    words = command(manner.editor)
    path = out(*lent, text)
    code = _run(app, [*words, str(path)], coloured=manner.coloured)
    try:
        edited = path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # it took its file away
        edited = ""
    emptied = bool(text.strip()) and not edited.strip()
    if emptied:
        edited = text
    if code != 0 and edited != text:
        raise UsageProblem(
            f"The editor {words[0]!r} failed.",
            f"What it left is in {path}, and the next start offers it; the text here is as it was.",
        )
    with contextlib.suppress(OSError):
        path.unlink()
    if code != 0:
        hint = f"Set {VARIABLES[-1]} to one that is installed here, or write here instead."
        raise UsageProblem(f"The editor {words[0]!r} could not be used.", hint)
    if emptied:
        raise UsageProblem(
            f"The editor {words[0]!r} left nothing of the text, so the text here is as it was.",
            "To delete it, delete it here.",
        )
    if edited == text:
        return None
    return edited if text.endswith("\n") else edited.removesuffix("\n")


def _run(app: "App[int]", arguments: list[str], *, coloured: bool) -> int:
    environment = os.environ if coloured else {**os.environ, "NO_COLOR": "1"}  # the editor keeps what was asked of us
    try:
        with app.suspend():
            try:  # an error raised inside would leave the app suspended for good
                return subprocess.run(arguments, check=False, env=environment).returncode
            except OSError:
                return 127
    except SuspendNotSupported:
        return 126

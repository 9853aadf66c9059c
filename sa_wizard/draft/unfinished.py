"""The first answers to a new draft that no file holds yet, kept in the state folder until there is one.

Why: a line that drops while they are typed would take them along. They go when the draft is made, or left on purpose.
"""

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from sa_wizard import files
from sa_wizard.draft import store
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.text import clean_line
from sa_wizard.errors import CannotWrite, SaWizardError
from sa_wizard.folders import private_folder, state_dir
from sa_wizard.outline.spec import Outline


@dataclass(frozen=True)
class Unfinished:
    """The answers, the file and folder as typed (None: the name follows the suggestion), and the step reached."""

    draft: Draft
    file: str | None
    folder: str
    step: int


def keep(outline: Outline, begun: Unfinished) -> bool:
    """Keep the answers, in place of those before; False when they could not be."""
    told = {"file": begun.file, "folder": begun.folder, "step": begun.step}
    content = json.dumps({**told, "content": store.to_data(outline, begun.draft)}, ensure_ascii=False).encode()
    try:
        private_folder(state_dir())
        store.write(_file(), content)
    except (OSError, CannotWrite):
        return False
    return True


def found(outline: Outline) -> Unfinished | None:
    """The answers kept last; None when there are none, or they cannot be read."""
    try:
        told = json.loads(files.read(_file(), store.LARGEST))
        draft = store.from_data(outline, told["content"], _file())
        name = told["file"]
        file = clean_line(name) if isinstance(name, str) else None
        return Unfinished(draft, file, clean_line(str(told["folder"])), int(told["step"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, files.TooLarge, SaWizardError):
        return None


def forget() -> bool:
    """Take the answers away: a draft holds them, or nobody wants them."""
    with contextlib.suppress(OSError):
        _file().unlink()
    return True


def _file() -> Path:
    return state_dir() / "new-draft.json"

"""A second place for what was typed: a copy in the state folder while the draft's own file cannot be written.

It is there from the first save that fails or is slow until the real file holds the same; a draft that was closed well
leaves none. What to do with one is the author's to say.
"""

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sa_wizard.draft import store
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.text import clean_line
from sa_wizard.errors import CannotWrite, SaWizardError
from sa_wizard.outline.spec import Outline
from sa_wizard.settings import private_folder, state_dir


@dataclass(frozen=True)
class Copy:
    """What was kept of a draft: when, why, and the draft itself."""

    at: datetime
    why: str
    draft: Draft


def place(path: Path) -> Path:
    """Where the copy of a draft is kept."""
    real = os.path.realpath(path)
    name = hashlib.sha256(os.fsencode(real)).hexdigest()[:16]
    return state_dir() / "recovery" / f"{name}{store.SUFFIX}"


def keep(path: Path, outline: Outline, draft: Draft, why: str, now: datetime) -> bool:
    """Keep a copy; False when not even that can be written."""
    told = {"draft": os.path.realpath(path), "at": now.isoformat(timespec="seconds"), "why": why}
    content = json.dumps({**told, "content": store.to_data(outline, draft)}, ensure_ascii=False).encode()
    try:
        private_folder(place(path).parent)
        store.write(place(path), content)
    except (OSError, CannotWrite):
        return False
    return True


def found(path: Path, outline: Outline) -> Copy | None:
    """The copy of a draft; None when there is none, or none that can be read."""
    file = place(path)
    try:
        if file.stat().st_size > store.LARGEST:
            return None
        told = json.loads(file.read_bytes())
        at, content = datetime.fromisoformat(told["at"]), told["content"]
        return Copy(at, clean_line(str(told["why"])), store.from_data(outline, content, file))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, SaWizardError):
        return None


def forget(path: Path) -> None:
    """Take the copy away: the file holds it, or the author wants it no more."""
    with contextlib.suppress(OSError):
        place(path).unlink()

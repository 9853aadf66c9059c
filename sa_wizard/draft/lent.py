"""An answer lent to the person's own editor: a private file beside the draft, whose name says which answer it is.

Why: when this program is killed meanwhile, or the line drops, what the editor saved is a copy like any other, and the
next start offers it.
"""

import contextlib
import hashlib
import os
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from sa_wizard import files
from sa_wizard.draft import recovery, store
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.paths import resolve
from sa_wizard.draft.values import fit
from sa_wizard.errors import CannotWrite, UsageProblem
from sa_wizard.outline.spec import Outline

WHY = "The program ended while your editor had this answer."


def out(draft: Path, path: str, text: str) -> Path:
    """A new file that holds an answer, for its owner alone; raises CannotWrite."""
    try:
        real = Path(os.path.realpath(draft))
        handle, name = tempfile.mkstemp(prefix=f"{_beginning(real)}{path}.", suffix=".md", dir=real.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except (OSError, ValueError) as error:
        raise CannotWrite("No file for the editor could be made beside the draft.", "Write here instead.") from error
    return Path(name)


def keep(path: Path, outline: Outline, draft: Draft) -> None:
    """Make copies of the answers that editors had when the program ended, and take their files away.

    A text that the draft holds is let go; what cannot be kept, or is of no answer, stays where it is. To be called by
    who has the draft's lock: else the editor may still be at work.
    """
    for file in _left(path):
        with contextlib.suppress(OSError, files.TooLarge, UsageProblem):
            target = resolve(outline, _answer(file, path))
            if target.kind != "text":
                continue
            text = files.read(file, store.LARGEST).decode("utf-8", errors="replace").removesuffix("\n")
            value = fit(target.kind, target.record, text, target.path)
            copy = draft.with_value(target, value)
            held = not text.strip() or value == draft.at(target)
            if held or recovery.keep(recovery.place(path), path, outline, copy, WHY, datetime.now(UTC)):
                file.unlink()


def _beginning(draft: Path) -> str:
    """What no other draft beside it has: long names are cut, and those of two years often begin alike."""
    return f".{draft.name[:40]}.{hashlib.sha256(os.fsencode(draft.name)).hexdigest()[:8]}."


def _answer(file: Path, draft: Path) -> str:
    """The path of the answer in the name of a file: all between the draft's and what makes the name the only one."""
    inside = file.name.removeprefix(_beginning(Path(os.path.realpath(draft))))
    return re.sub(r"\.[^.]*\.md(?:\.save)?\Z", "", inside)


def _left(draft: Path) -> list[Path]:
    """What editors of a draft left; some put what they hold in another file when they are ended themselves."""
    real = Path(os.path.realpath(draft))
    with contextlib.suppress(OSError), os.scandir(real.parent) as found:
        ours = (file for file in found if file.name.startswith(_beginning(real)) and not file.is_symlink())
        return sorted(Path(file.path) for file in ours if file.name.endswith((".md", ".md.save")))
    return []

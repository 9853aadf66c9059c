"""One road to disk: what is to be written, and what the file held when this program last knew it.

A file that another program changed meanwhile is never written over unseen.
"""

import os
from pathlib import Path
from threading import Event
from typing import NamedTuple

from sa_wizard.draft import stamps, store
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.keeper import Keeper
from sa_wizard.draft.stamps import Stamp
from sa_wizard.errors import ChangedOutside
from sa_wizard.outline.spec import Outline


def hindrance(path: Path) -> str:
    """What will keep the draft in a file from being saved there, as a sentence; empty when nothing will.

    Nothing is written to find out. A file is replaced when it is saved, so that its folder must be writable.
    """
    real = Path(os.path.realpath(path))
    if not os.access(real.parent, os.W_OK | os.X_OK):
        return (
            f"You cannot write in {real.parent}, so nothing can be saved in {path.name}. What you type will be kept on "
            "this machine; to save it, choose another place when you leave."
        )
    return ""


def marked(path: Path) -> str:
    """What to say of a file that is marked as read only, which keeps nothing from being saved; empty for others."""
    told = f"{path.name} is marked as read only; what you change in it here is saved in it all the same."
    return "" if os.access(path, os.W_OK) else told


class Snapshot(NamedTuple):
    """A draft as it is to be written, with what its file is known to hold. Any thread may write it."""

    path: Path
    outline: Outline
    draft: Draft
    known: Stamp | None
    keeper: Keeper
    given_up: Event
    """Set when the draft was put away meanwhile: a disk that answers late must not write over what came after."""

    def write(self) -> Stamp:
        """Write it; returns what the file holds now. Raises CannotWrite, or ChangedOutside with the file untouched."""
        content = store.encode(self.outline, self.draft)
        if self.known is not None and not stamps.unchanged(self.path, self.known):
            raise ChangedOutside(
                f"{self.path} was changed by another program since it was read here.",
                "Nothing was written; look at both and choose.",
            )
        self.keeper.old_format = store.keep_old(self.path, self.draft) or self.keeper.old_format
        with self.keeper.around(self.path) as written:
            on_disk = stamps.write(self.path, content, self.given_up.is_set)
            written(on_disk)
        return on_disk

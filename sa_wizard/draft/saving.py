"""One road to disk: what is to be written, and what the file held when this program last knew it.

A file that another program changed meanwhile is never written over unseen.
"""

from dataclasses import dataclass
from pathlib import Path

from sa_wizard.draft import stamps, store
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.keeper import Keeper
from sa_wizard.draft.stamps import Stamp
from sa_wizard.errors import ChangedOutside
from sa_wizard.outline.spec import Outline


@dataclass(frozen=True)
class Snapshot:
    """A draft as it is to be written, with what its file is known to hold. Any thread may write it."""

    path: Path
    outline: Outline
    draft: Draft
    known: Stamp | None
    keeper: Keeper

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
            on_disk = stamps.write(self.path, content)
            written(on_disk)
        return on_disk

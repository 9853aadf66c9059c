"""A new draft before there is a file of it: its first answers, where it is to be kept, and how it is made."""

from collections.abc import Callable
from pathlib import Path

from sa_wizard.draft import begin, store, unfinished
from sa_wizard.draft.draft import start
from sa_wizard.draft.session import Session
from sa_wizard.draft.unfinished import Unfinished
from sa_wizard.errors import SaWizardError
from sa_wizard.folders import outline_dirs
from sa_wizard.outline import load as outlines
from sa_wizard.sitting import stages
from sa_wizard.sitting.desk import Desk
from sa_wizard.sitting.spelling import brief, expanded


class NewDraft:
    """The answers, in a session that writes nothing, and the file, folder and step as typed."""

    def __init__(self) -> None:
        """Nothing is answered yet."""
        outline = outlines.find(outlines.DEFAULT, outline_dirs())
        self.session = Session(Path(), outline, start(outline))
        self.file: str | None = None
        """The file name as typed; None as long as it follows the suggestion."""
        self.folder = brief(stages.suggested_folder())
        self.step = 0

    def resume(self) -> bool:
        """Take up the answers that no file holds since a line dropped, or the program was killed."""
        found = unfinished.found(self.session.outline)
        if found is None:
            return False
        self.session.draft = found.draft
        self.file, self.folder = found.file, found.folder
        self.step = max(0, min(found.step, len(stages.STAGES) - 1))
        return True

    @property
    def place(self) -> Path:
        """The folder as typed; what is no whole path is in the one suggested."""
        return stages.suggested_folder() / expanded(self.folder)

    @property
    def suggestion(self) -> str:
        """The file name suggested, free in the folder chosen."""
        return stages.free_file(self.place, stages.suggested_stem(self.session.asked)).name

    @property
    def file_name(self) -> str:
        """The file name as typed, or the one suggested."""
        return self.suggestion if self.file is None else self.file

    def name_file(self, typed: str) -> bool:
        """Take a file name in; False when it is the one already there."""
        changed = typed != self.file_name
        self.file = None if typed == self.suggestion else typed
        return changed

    def keeping(self) -> Callable[[], bool]:
        """What keeps the answers as they are now where ``resume`` finds them; it tells whether they could be."""
        begun = Unfinished(self.session.draft, self.file, self.folder, self.step)
        return lambda: unfinished.keep(self.session.outline, begun)

    def forget(self) -> None:
        """A file holds the answers, or they are not wanted. What was kept of them is for the caller to take away."""
        self.session.saved = self.session.draft

    def write(self, path: Path, desk: Desk) -> Session:
        """Make the draft, in a file that is not there yet, and put it on the desk, where it is the session returned.

        Raises what refuses either.

        The lock comes first: when it is refused, nothing is left behind.
        """
        outline = outlines.find(outlines.DEFAULT, outline_dirs(path))
        draft = begin.begin(outline, stages.answers(self.session.asked))
        session = Session(path, outline, draft)
        desk.take(session)
        try:
            begin.create(path, store.encode(outline, draft))
        except SaWizardError:
            desk.drop()
            raise
        self.forget()
        desk.remember()
        return session

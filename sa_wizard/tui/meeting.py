"""Two copies of the draft on the desk meet: another program's, or one kept while the file could not be written."""

from sa_wizard.config.manner import Manner
from sa_wizard.draft import recovery, store
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.merge import conflicts, merged
from sa_wizard.draft.session import Session
from sa_wizard.draft.stamps import Stamp, stamp
from sa_wizard.errors import SaWizardError
from sa_wizard.tui.desk import Desk
from sa_wizard.tui.keeping import Keeping
from sa_wizard.tui.screens.copies import Choices, CopiesScreen

_OUTSIDE = (
    "Another program changed this draft while it was open here. Nothing was written over: what you wrote is here, "
    "what it wrote is in the file."
)


class Meeting(Keeping):
    """An app that lets the author decide between two copies, and never decides for them."""

    def __init__(self, desk: Desk, manner: Manner) -> None:
        super().__init__(desk, manner)
        self._deciding = False
        self._put_off = False

    def save_and_say(self) -> None:
        """Save because the author asks for it; what was put off is asked again."""
        self._put_off = False
        super().save_and_say()

    def meet_changes(self, *, asked: bool = False) -> None:
        """Another program wrote the draft's file: what only one side changed is taken, the rest is the author's."""
        session = self.desk.session
        self._put_off = self._put_off and not asked
        if session is None or self._deciding or self._put_off:
            return
        self._gather()
        on_disk = stamp(session.path)
        try:
            _, theirs = store.load(session.path)
            open_questions = conflicts(session.outline, session.saved, session.draft, theirs)
        except SaWizardError as error:
            self._put_off = True
            self.notify(f"Another program changed the file. {error.sentence}", markup=False, severity="error")
            return
        if not open_questions:
            self._go_on(session, merged(session.outline, session.saved, session.draft, theirs, {}), theirs, on_disk)
            self.notify("Another program changed this draft; what it changed was taken in.", markup=False, timeout=8)
            return

        def decided(choices: Choices | None) -> None:
            self._deciding = False
            if choices is None:
                self._put_off = True
                self.notify("Both are as they were; Ctrl+S asks again.", markup=False, timeout=6)
            else:
                draft = merged(session.outline, session.saved, session.draft, theirs, choices)
                self._go_on(session, draft, theirs, on_disk)

        self._deciding = True
        self.push_screen(CopiesScreen(_OUTSIDE, "yours", "the file's", open_questions), decided)

    def offer_recovered(self) -> None:
        """A copy was kept while the file could not be written, or the program ended first: show what it has."""
        session = self.desk.session
        if session is None or session.read_only or self._deciding:
            return
        for copy in recovery.found(session.path, session.outline):
            differences = conflicts(session.outline, None, copy.draft, session.draft)
            if not differences:
                recovery.forget(copy.file)
                continue

            def decided(choices: Choices | None, copy: recovery.Copy = copy) -> None:
                self._deciding = False
                if choices is None:
                    self.notify("The copy is kept; the next start offers it again.", markup=False, timeout=6)
                    return
                self.desk.looked_at(copy.file)
                draft = merged(session.outline, None, copy.draft, session.draft, choices)
                self._go_on(session, draft, session.saved, session.on_disk)

            when = copy.at.astimezone().strftime("%H:%M on %d %B %Y")
            told = f"What you wrote was kept apart at {when}, and the file does not hold it. {copy.why}"
            self._deciding = True
            self.push_screen(CopiesScreen(told, "the copy", "the file", differences), decided)
            return

    def _go_on(self, session: Session, draft: Draft, theirs: Draft, on_disk: Stamp | None) -> None:
        session.met(draft, theirs, on_disk)
        self.desk.changed = False
        self.save_now()
        self.desk.settle_copy()

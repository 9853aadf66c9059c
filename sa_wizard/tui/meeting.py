"""Two copies of the draft on the desk meet: another program's, or one kept while the file could not be written."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from sa_wizard.draft import store
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.session import Session
from sa_wizard.draft.stamps import Stamp, stamp
from sa_wizard.errors import SaWizardError
from sa_wizard.settings.manner import Manner
from sa_wizard.sitting.desk import Desk
from sa_wizard.tui.keeping import Keeping

if TYPE_CHECKING:
    from sa_wizard.draft.recovery import Copy
    from sa_wizard.tui.screens.copies import Choices

_OUTSIDE = (
    "Another program changed this draft while it was open here. Nothing was written over: what you wrote is here, "
    "what it wrote is in the file."
)


def _only_theirs(session: Session, theirs: Draft, asked: Collection[str]) -> int:
    """How many answers only the other program changed: they come in without a question."""
    from sa_wizard.draft.compare import compare

    outline = session.outline
    news = {each.path for each in compare(outline, session.saved, theirs)}
    return len(news & {each.path for each in compare(outline, session.draft, theirs)} - set(asked))


def _besides(count: int) -> str:
    """What to say of answers that come in beside those the author is asked about; empty when there are none."""
    if not count:
        return ""
    told = (
        "1 other answer, which only it changed, comes" if count == 1 else f"{count} others, which only it changed, come"
    )
    return f" {told} in as well once you have chosen."


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
        from sa_wizard.draft.merge import conflicts, merged
        from sa_wizard.tui.screens.copies import CopiesScreen

        self._gather()
        on_disk = stamp(session.path)
        try:
            _, theirs = store.load(session.path)
            open_questions = conflicts(session.outline, session.saved, session.draft, theirs)
        except SaWizardError as error:
            self._put_off = True
            self.notify(f"Another program changed the file. {error.sentence}", markup=False, severity="error")
            return
        taken = _only_theirs(session, theirs, {each.path for each in open_questions})
        if not open_questions:
            self._go_on(session, merged(session.outline, session.saved, session.draft, theirs, {}), theirs, on_disk)
            said = f"{taken} answer{'s' if taken != 1 else ''} that it changed"
            news = f"Another program changed this draft; {said if taken else 'what it changed'}"
            self.notify(f"{news} {'were' if taken > 1 else 'was'} taken in.", markup=False, timeout=8)
            return

        def decided(choices: "Choices | None") -> None:
            self._deciding = False
            if choices is None:
                self._put_off = True
                self.notify("Both are as they were; Ctrl+S asks again.", markup=False, timeout=6)
            else:
                draft = merged(session.outline, session.saved, session.draft, theirs, choices)
                self._go_on(session, draft, theirs, on_disk)

        self._deciding = True
        self.push_screen(CopiesScreen(f"{_OUTSIDE}{_besides(taken)}", "yours", "the file's", open_questions), decided)

    def offer_recovered(self) -> None:
        """A copy was kept while the file could not be written, or the program ended first: show what it has."""
        session = self.desk.session
        if session is None or session.read_only or self._deciding:
            return
        for copy, differences in self.desk.copies():
            from sa_wizard.draft.merge import merged
            from sa_wizard.tui.screens.copies import CopiesScreen

            def decided(choices: "Choices | None", copy: "Copy" = copy) -> None:
                self._deciding = False
                if choices is None:
                    self.notify("The copy is kept; the next start offers it again.", markup=False, timeout=6)
                    return
                self.desk.looked_at(copy.file)
                draft = merged(session.outline, None, copy.draft, session.draft, choices)
                self._go_on(session, draft, session.saved, session.on_disk)

            when = copy.at.astimezone().strftime("%H:%M on %d %B %Y")
            apart = f"What you wrote was kept apart at {when}, and the file does not hold it."
            told = f"{apart} Why it was not saved then: {copy.why}"
            self._deciding = True
            self.push_screen(CopiesScreen(told, "the copy", "the file", differences), decided)
            return

    def _go_on(self, session: Session, draft: Draft, theirs: Draft, on_disk: Stamp | None) -> None:
        session.met(draft, theirs, on_disk)
        self.desk.changed = False
        self.save_now()
        self.desk.settle_copy()

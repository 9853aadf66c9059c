"""The quiet lines around a form: items (a) to (g), guidance for the field in focus, and the state of the draft."""

from datetime import datetime

from textual.content import Content
from textual.widgets import Static

from sa_wizard.draft import words
from sa_wizard.draft.session import Session
from sa_wizard.review.findings import Review
from sa_wizard.review.gaps import next_gap
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.questions import Question


class ItemsLine(Static):
    """``a● b◐ c○ …``: the seven statutory items at a glance; a click opens the check."""

    def show(self, review: Review) -> None:
        """Show each item's letter and mark."""
        mark = glyphs()
        self.update(Content(" ".join(f"{item.item}{mark.item(item.status)}" for item in review.items)))

    async def on_click(self) -> None:
        """Open the check screen."""
        await self.screen.run_action("screen.check")


class Guidance(Static):
    """What to write in the field in focus, and the first question to ask of the data."""

    def show(self, question: Question) -> None:
        """Show one question's guidance."""
        parts: list[tuple[str, str] | str] = [("What to write  ", "bold"), question.guidance]
        if question.questions:
            parts += ["\n", (f"Ask  {question.questions[0]}", "dim")]
        if question.example or len(question.questions) > 1:
            parts.append(("  F1: more, with an example", "dim"))
        self.update(Content.assemble(*parts))


class StatusLine(Static):
    """Saved when, how long, how much is missing, and what comes next. Says in words when saving fails."""

    _saved_at = ""
    _note = ""

    def note(self, text: str) -> None:
        """Say something once; the next judgement replaces it."""
        self._note = text
        self.update(Content(f" {text}"))

    def saved(self) -> None:
        """Note the time of a save."""
        self._saved_at = datetime.now().astimezone().strftime("%H:%M")

    def show(self, session: Session, review: Review) -> None:
        """Show the state of the draft."""
        if session.trouble:
            self.update(Content.assemble((" NOT SAVED  ", "bold"), session.trouble))
            return
        dot = f" {glyphs().dot} "
        state = "not saved yet" if session.dirty else f"saved {self._saved_at}".strip()
        parts = [state, f"{words.count(session.outline, session.draft):,} words"]
        missing = len(review.errors)
        gap = next_gap(session.asked, review)
        parts.append(f"{missing} to do" if missing else "nothing missing")
        if gap is not None:
            parts.append(f"next: {gap.message.rstrip('.')}")
        self.update(Content(f" {dot.join(parts)}"))

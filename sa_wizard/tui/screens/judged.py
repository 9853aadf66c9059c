"""A form and what is found about it: judged when the typing pauses, never on the way of a key, and shown beside it."""

from abc import abstractmethod
from functools import partial

from textual.timer import Timer

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.paths import within
from sa_wizard.draft.session import Session
from sa_wizard.review.findings import Finding, Review
from sa_wizard.sitting.guide import come_round
from sa_wizard.sitting.rows import table
from sa_wizard.tui import rules
from sa_wizard.tui.screens.leading import LeadingScreen
from sa_wizard.tui.widgets.form import FieldBox, question_of
from sa_wizard.tui.widgets.lines import Guidance, StatusLine, TopLine

LOOK_AFTER = 0.25
"""Seconds without typing before the answer being typed is judged by itself."""

JUDGE_AFTER = 0.4
"""Seconds after that before the whole draft is judged again."""


class JudgedScreen(LeadingScreen):
    """The last judgement, on the form, the line of items, the status line and the guidance."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._judging: Timer | None = None

    @abstractmethod
    def refresh_words(self) -> None:
        """The lines that name the draft and the place in it."""

    def judge_soon(self, typed: str = "") -> None:
        """Judge when the typing pauses: the answer typed in at once, the whole draft a little later."""
        if self._judging is not None:
            self._judging.stop()
        after = (LOOK_AFTER, partial(self._look_at, typed)) if typed else (LOOK_AFTER + JUDGE_AFTER, self.judge_now)
        self._judging = self.set_timer(*after)

    def _look_at(self, path: str) -> None:
        box = self.form.box(path)
        if box is not None:
            from sa_wizard.review.judge import judge_field

            box.show_found(judge_field(self.session.asked, path))
        self._judging = self.set_timer(JUDGE_AFTER, self.judge_now)

    def judge_now(self) -> None:
        """Judge the draft and show it everywhere."""
        if self._judging is not None:
            self._judging.stop()
        from sa_wizard.review.judge import judge  # its rules take as long to load as all the rest: first a screen

        self.review = judge(self.session.asked)
        self.refresh_words()
        self.mark()

    def mark(self) -> None:
        """Show the last judgement."""
        review = self.review
        if review is None:
            return
        here = {box.question.path: box for box in self.form.boxes()}
        states = {path: self._state(box, review) for path, box in here.items()}
        self.form.mark(states, review.findings)
        self.query_one(TopLine).show(review)
        self.show_status()

    def show_status(self) -> None:
        """Saved when, how long, how much is missing; or, at a gap of the guided path, what that is and why."""
        if self.review is None:
            return
        asked, guide, here = self.session.asked, self.wizard.guide, self.place
        front = guide.in_front(asked, self.review, here)
        coming = None if front else guide.coming(asked, self.review, here)
        status = self.query_one(StatusLine)
        if self.wizard.noted and front is None and not self.session.trouble:
            status.note(self.wizard.noted)
        else:
            status.show(self.session, self.review, self.wizard.saved_at, front=front, coming=coming)
        self.query_one(Guidance).because(_reasons(asked, front.finding) if front else None)

    @property
    def place(self) -> str:
        """The path of the question in focus; where none is, of the one that was."""
        question = question_of(self.focused)
        return question.path if question is not None else self.wizard.desk.place[0]

    def _state(self, box: FieldBox, review: Review) -> str:
        from sa_wizard.review.answers import answered, own_words

        path = box.question.path
        value = self.session.get(path)
        if not answered(value, own_words(box.question.field)):
            return "empty"
        if any(within(path, each.path) for each in review.errors):
            return "problems"
        field = box.question.field
        if field is not None and field.kind == "records" and "[" not in path:
            begun = [line.done > 0 for line in table(self.session.asked, path, field.columns).lines]
            return "answered" if all(begun) else "begun"
        return "answered"

    def action_next_gap(self) -> None:
        """Go to the next thing missing, and say why it matters; at the end of a round, say so first."""
        rules.need()
        self.judge_now()
        if self.review is None:
            return
        gap = self.wizard.guide.forward(self.session.asked, self.review, self.place)
        if gap is None:
            self.wizard.hush()
            self.query_one(StatusLine).note(come_round(self.review))
        elif gap.finding.path == self.place:
            self.show_status()
        else:
            self.wizard.go(gap.finding.path)


def _reasons(asked: Asked, gap: Finding) -> tuple[str, str]:
    """What a gap rests on, and why it has to be filled."""
    from sa_wizard.review.explain import basis, why

    return basis(asked, gap), why(asked, gap)

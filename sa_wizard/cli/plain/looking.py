"""The commands that look around and go from place to place, and how a question is put."""

from sa_wizard.cli.plain import asking, commands, way
from sa_wizard.cli.plain.keyboard import Keyboard
from sa_wizard.cli.plain.voice import Voice
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.paths import head
from sa_wizard.draft.session import Session
from sa_wizard.draft.steps import Step
from sa_wizard.draft.values import is_empty
from sa_wizard.errors import UsageProblem
from sa_wizard.review.findings import STATE_WORDS, STATUS_WORDS, Review
from sa_wizard.review.gaps import gaps, in_writing_order
from sa_wizard.review.judge import field_state, judge
from sa_wizard.sitting.desk import Desk
from sa_wizard.sitting.guide import Guide
from sa_wizard.sitting.questions import Question, crumbs

FEW = 12
"""Gaps that :gaps reads out before it asks whether to go on."""


class Looking:
    """What a dialogue can say of its draft without changing it. Each act returns whether a question is to be put."""

    desk: Desk
    session: Session
    keyboard: Keyboard
    voice: Voice
    place: str
    guide: Guide
    _section: str
    _told_how: set[str]
    _leaving: bool

    @property
    def asked(self) -> Asked:
        """What the draft as it stands is asked."""
        return self.session.asked

    def _put(self, question: Question) -> None:
        """Ask a question; a section is announced when it is entered."""
        self.voice.gap()
        if question.section.id != self._section:
            self._section = question.section.id
            number = self.asked.numbers.get(self._section)
            heading = self.asked.heading(question.section)
            self.voice.say(
                f"Section{f' {number}' if number else ''}: {heading}. {self.asked.say(question.section.purpose)}"
            )
        entry = way.entry_of(question.path)
        beside = [each.path for each in way.siblings(self.asked, question.path)]
        place = f"{beside.index(question.path) + 1} of {len(beside)}: "
        within = ", ".join(crumbs(self.asked, entry)[1:]) if entry else ""
        how = question.kind not in self._told_how
        self._told_how.add(question.kind)
        value = self.session.get(question.path)
        self.voice.say(*asking.put(self.asked, question, value, place=place, within=within, how=how))

    def _move(self, path: str) -> bool:
        self.place = path
        return True

    def _here(self) -> Question:
        question = way.question_at(self.asked, self.place) if self.place else None
        if question is None:
            raise UsageProblem("No question is being asked here.", ":back goes to the last, :go to any.")
        return question

    def _back(self, _: str) -> bool:
        before = way.before(self.asked, self.place) if self.place else way.every(self.asked)[-1]
        if not before:
            raise UsageProblem("This is the first question.")
        return self._move(before)

    def _went(self, step: Step | None, nothing: str, done: str) -> bool:
        if step is None:
            raise UsageProblem(nothing)
        self.voice.say(f"{done}: {step.label}.")
        for path in (step.path, head(step.path)):
            if path and way.question_at(self.asked, path) is not None:
                return self._move(path)
        return True

    def _help(self, rest: str) -> bool:
        if rest:
            name = rest.lstrip(":").casefold()
            self.voice.say(*commands.listed((name,) if name in commands.COMMANDS else commands.COMMANDS))
            return False
        if self.place:
            question = self._here()
            self.voice.say(f"{question.label}, at {question.path}.")
            self.voice.recite(question.guidance)
            self.voice.say(*question.questions)
            if question.example:
                self.voice.say("For example:")
                self.voice.recite(question.example)
            self.voice.say(asking.how_to(question), "An empty line leaves the answer as it is and goes on.")
        every = " ".join(f":{name}" for name in commands.COMMANDS)
        self.voice.say(f"Commands: {every}. To hear what they do: :help all.")
        return False

    def _gap(self, _: str) -> bool:
        gap = self.guide.forward(self.asked, judge(self.asked), self.place)
        if gap is None:
            gap = self.guide.coming(self.asked, judge(self.asked), self.place)
            self.voice.say("That was the last gap. :gap starts from the first." if gap else "Nothing is missing.")
            return False
        self.voice.say(f"Gap {gap.number} of {gap.of}: {gap.finding.message} {gap.finding.hint}".rstrip())
        return self._move(self._leading_to(gap.finding.path))

    def _gaps(self, rest: str) -> bool:
        found = judge(self.asked)
        self._items(found)
        missing = in_writing_order(self.asked, found.errors)
        shown = missing if rest else missing[:FEW]
        for number, each in enumerate(shown, start=1):
            self.voice.say(f"{number} {self._titled(each.section)}: {each.message} At {each.path}.")
        if len(shown) < len(missing):
            self.voice.say(f"And {len(missing) - len(shown)} more; :gaps all lists them.")
        self.voice.say(":gap goes to the next one." if missing else "Nothing is missing.")
        doubts = len(found.findings) - len(found.errors)
        if doubts:
            self.voice.say(f"'sa-wizard check' lists {doubts} more to look at.")
        return False

    def _items(self, found: Review) -> None:
        told = "; ".join(f"({each.item}) {STATUS_WORDS[each.status]}" for each in found.items)
        self.voice.say(f"Items: {told}.")

    def _sections(self, _: str) -> bool:
        found = judge(self.asked)
        self.voice.say("The sections in the order to write them, each with its number in the document:")
        for section in way.sections(self.asked):
            judged = found.section(section.id)
            state = STATE_WORDS[judged.state] if judged else ""
            number = self.asked.numbers.get(section.id)
            self.voice.say(f"{number or section.id} {self.asked.heading(section)}: {state}.")
        return False

    def _list(self, _: str) -> bool:
        question = self._here()
        if question.kind == "records":
            self.voice.say(*(asking.entries(self.asked, question) or ["No entries yet."]))
        elif question.kind == "list":
            self.voice.say(*(asking.numbered(self.session.get(question.path)) or ["No entries yet."]))
        elif question.kind == "links":
            self.voice.say(*asking.numbered([shown for _, shown in asking.options(self.asked, question)]))
        elif way.entry_of(question.path):
            for each in way.siblings(self.asked, question.path):
                state = "empty" if is_empty(self.session.get(each.path)) else "answered"
                self.voice.say(f"{each.label}: {state}. At {each.path}.")
        else:
            findings = judge(self.asked).findings
            for field in self.asked.fields(question.section):
                state = field_state(self.asked, question.section, field, findings)
                self.voice.say(f"{self.asked.say(field.label)}: {state}. At {question.section.id}.{field.id}.")
        return False

    def _show(self, _: str) -> bool:
        question = self._here()
        value = self.session.get(question.path)
        if question.kind in ("records", "list"):
            return self._list("")
        if is_empty(value):
            self.voice.say("No answer yet.")
        elif question.kind in ("text", "line"):
            self.voice.recite(value)
        else:
            self.voice.say(*asking.present(self.asked, question, value))
        return False

    def _at_the_end(self) -> None:
        left = len(judge(self.asked).errors)
        self.voice.gap()
        if left:
            told = f"{left} {'thing is' if left == 1 else 'things are'} missing; an empty line goes to the first."
        else:
            told = "Nothing is missing; an empty line leaves. :export makes the document."
        self.voice.say(f"That was the last question. {told}")

    def _on_from_the_end(self, line: str) -> bool:
        if line.strip():
            raise UsageProblem("No question is being asked here.", ":back goes to the last, :help lists the commands.")
        missing = gaps(self.asked, judge(self.asked))
        if missing:
            return self._move(self._leading_to(missing[0].path))
        self._leaving = True
        return True

    def _leading_to(self, path: str) -> str:
        """The question to ask for something found at a path, which may be that of an entry."""
        for each in (path, head(path)):
            if way.question_at(self.asked, each) is not None:
                return each
            try:
                return way.find(self.asked, each)
            except UsageProblem:
                continue
        return way.first(self.asked)

    def _titled(self, name: str) -> str:
        section = self.asked.outline.section(name)
        return self.asked.heading(section) if section else name

"""The questions of a draft in a row: each answer is kept, what is found in it is said, and the next is asked."""

import contextlib
from collections.abc import Callable, Sequence

from sa_wizard.cli.plain import answers, asking, commands, meeting, way
from sa_wizard.cli.plain.keeping import Keeping
from sa_wizard.cli.plain.keyboard import Ended, Keyboard
from sa_wizard.cli.plain.searching import Searching
from sa_wizard.cli.plain.voice import Voice
from sa_wizard.cli.plain.written import Written
from sa_wizard.draft.session import Session
from sa_wizard.draft.values import Json, empty, is_empty
from sa_wizard.errors import SaWizardError, UsageProblem
from sa_wizard.review import final
from sa_wizard.review.findings import Severity
from sa_wizard.review.judge import judge_field
from sa_wizard.sitting.desk import Desk
from sa_wizard.sitting.guide import Guide
from sa_wizard.sitting.lengths import count, counted
from sa_wizard.sitting.questions import Question

_FOUND: dict[Severity, str] = {"error": "Wrong", "warning": "Look again", "note": "May be right"}


class Dialogue(Searching):
    """A draft on the desk, the place in it, and whoever types or pipes the answers."""

    def __init__(self, desk: Desk, session: Session, keyboard: Keyboard, voice: Voice, at: str = "") -> None:
        """Begin at a path, at the place last used, or with the first question."""
        self.desk = desk
        self.session = session
        self.keyboard = keyboard
        self.voice = voice
        self.keeping = Keeping(desk)
        self.place = next((path for path in (at, desk.place[0]) if self._is_asked(path)), way.first(session.asked))
        self.guide = Guide()
        self._section = ""
        self._told_how: set[str] = set()
        self._put_off = False
        self._leaving = False
        self._half: Callable[[], None] | None = None
        """Keeps what has been typed of a text that is not ended yet."""
        self._acts: dict[str, Callable[[str], bool]] = {
            "help": self._help,
            "skip": lambda _: self._move(way.after(self.asked, self.place)),
            "back": self._back,
            "gap": self._gap,
            "gaps": self._gaps,
            "undo": lambda _: self._went(self.session.undo(), "There is nothing to undo.", "Undone"),
            "redo": lambda _: self._went(self.session.redo(), "There is nothing to redo.", "Done again"),
            "go": lambda rest: self._move(way.find(self.asked, rest)),
            "find": self._find,
            "found": self._found,
            "replace": self._replace,
            "sections": self._sections,
            "list": self._list,
            "show": self._show,
            "add": self._add,
            "delete": self._delete,
            "save": self._save,
            "export": self._export,
            "quit": self._quit,
        }

    def run(self) -> None:
        """Ask until there is no more input or the person leaves; what was typed is in the session then.

        Raises Ended at the end of the input and at signals.
        """
        meeting.offer_recovered(self.desk, self.voice.say, self._picker())
        while not self._leaving:
            self._meet_changes()
            question = way.question_at(self.asked, self.place) if self.place else None
            if question is None and self.place:
                self.place = way.after(self.asked, self.place)
                continue
            self.desk.place = (self.place, 0, 0) if self.place else self.desk.place
            if question is None:
                self._at_the_end()
            else:
                self._put(question)
            self._answered(question)

    def _answered(self, question: Question | None) -> None:
        """Read lines until the question is left, saying of each that is no answer why."""
        while True:
            line = self._begun(question)
            try:
                if self._met(question, line):
                    return
            except SaWizardError as error:
                self.voice.say(str(error))
                if question is not None and not commands.is_command(line) and not self.session.read_only:
                    self.voice.say(*asking.numbered([shown for _, shown in asking.options(self.asked, question)]))

    def _met(self, question: Question | None, line: str) -> bool:
        """Do what one line asks for; True when another question is to be asked, or the same anew."""
        if commands.is_command(line):
            name, rest = commands.read(line)
            return self._acts[name](rest)
        if question is None:
            return self._on_from_the_end(line)
        if not line.strip() or (line.strip() == asking.STOP and question.kind in ("text", "list")):
            return self._move(way.after(self.asked, self.place))
        return self._take(question, commands.answer(line))

    def _take(self, question: Question, line: str) -> bool:
        """Keep an answer that begins with this line, and go on."""
        if question.kind == "records":
            return self._move(self._opened(question, line))
        self.session.must_write()
        before = self.session.get(question.path)
        if question.kind in ("text", "list"):
            self._written(question, line, before if question.kind == "list" else None)
        else:
            self._keep(question, answers.value(self.asked, question, line))
        self._kept(question, before)
        return self._move(way.after(self.asked, self.place))

    def _written(self, question: Question, line: str | None, onto: Json) -> None:
        """A text or a list over several lines, up to a full stop; ``onto`` is what it is added to.

        Meanwhile it stands after the answer there was, so that nothing is lost whatever ends the program.
        """
        old = self.session.get(question.path)
        written = Written(question.kind, onto)
        if line is not None:
            written.add(line)

        self._half = lambda: self._put_aside(question, old, written.after(old, self.keyboard.begun))
        try:
            while (line := self._line(prompt=False)).strip() != asking.STOP:
                written.add(line)
        except Ended as end:
            written.add(end.half)
            self._put_aside(question, old, written.after(old))
            kept = self.session.get(question.path)
            self._settle(question, old, kept if kept != old else written.after(None) or old)
            raise Ended(end.code) from end
        finally:
            self._half = None
        self._settle(question, old, written.after(onto))
        self.voice.say(*written.remarks())

    def _begun(self, question: Question | None) -> str:
        """A line that may begin an answer. Until Enter it stands after the answer there was: it may be a paragraph."""
        old = self.session.get(question.path) if question is not None else None
        wanted = ("text", "list") if old else ("text", "list", "line")
        if question is None or question.kind not in wanted or self.session.read_only:
            return self._line()

        def value(begun: str) -> Json:
            told = "" if commands.is_command(begun) else commands.answer(begun)
            return Written(question.kind, old).after(old, told)

        self._half = lambda: self._put_aside(question, old, value(self.keyboard.begun))
        try:
            line = self._line()
        except Ended as end:
            self._settle(question, old, value(end.half))
            raise
        finally:
            self._half = None
        self._take_back(question, old)
        return line

    def _put_aside(self, question: Question, old: Json, value: Json) -> None:
        """Let what is typed so far stand in the draft, where it is saved; nothing of it when all was rubbed out."""
        if value == old:
            self._take_back(question, old)
            return
        with contextlib.suppress(UsageProblem):  # both together may be more than an answer holds
            self.session.set(question.path, value, typing=True)

    def _take_back(self, question: Question, old: Json) -> None:
        while self.session.get(question.path) != old and self.session.unsay(question.path):
            pass

    def _settle(self, question: Question, old: Json, value: Json) -> None:
        """Keep a value as one step that can be undone, in place of what was kept of it while it was written."""
        self._take_back(question, old)
        self._keep(question, value)

    def _keep(self, question: Question, value: Json) -> None:
        final.guard(self.session, question.path, value)
        self.session.set(question.path, value)

    def _kept(self, question: Question, before: Json) -> None:
        """Say what was kept, and what is found in it."""
        value = self.session.get(question.path)
        if value == before:
            self.voice.say("As it was.")
        elif is_empty(value):
            self.voice.say("Emptied. :undo brings it back.")
        else:
            self.voice.say(_said(self._worded(question, value), question, before))
        for finding in judge_field(self.asked, question.path):
            self.voice.say(f"{_FOUND[finding.severity]}: {finding.message} {finding.hint}".rstrip())

    def _worded(self, question: Question, value: Json) -> str:
        if question.kind == "text":
            return counted(count(value))
        if question.kind == "list":
            return f"{len(value)} {'entry' if len(value) == 1 else 'entries'}"
        return asking.in_line(self.asked, question, value)

    def _opened(self, question: Question, line: str) -> str:
        """The first question of the entry that a number names."""
        rows = self.session.get(question.path)
        typed = line.strip()
        if not (typed.isascii() and typed.isdecimal()) or not 1 <= int(typed[:9]) <= len(rows):
            there = f"a number from 1 to {len(rows)} to open an entry, " if rows else ""
            more = (
                "an empty line to go on" if asking.is_view(question) else ":add for a new one, an empty line to go on"
            )
            raise UsageProblem(f"“{typed[:60]}” is no entry.", f"Type {there}{more}.")
        return way.find(self.asked, f"{question.path}[{int(typed) - 1}]")

    def _add(self, _: str) -> bool:
        question = self._here()
        self.session.must_write()
        if question.kind == "records":
            if asking.is_view(question):
                raise UsageProblem("Entries are not added here.", f"They are added at {question.field.of}.")
            entry = self.session.add_row(question.path)
            return self._move(way.find(self.asked, entry))
        if question.kind not in ("text", "list"):
            raise UsageProblem("Only entries and texts are added to.", "Type the new answer, and it takes the place.")
        before = self.session.get(question.path)
        self.voice.say(asking.HOW[question.kind])
        self._written(question, None, before)
        self._kept(question, before)
        return self._move(way.after(self.asked, self.place))

    def _delete(self, rest: str) -> bool:
        question = self._here()
        self.session.must_write()
        value = self.session.get(question.path)
        if not rest and question.kind != "records":
            self.session.set(question.path, empty(question.kind))
            self._kept(question, value)
            return False
        if question.kind not in ("records", "list") or asking.is_view(question):
            raise UsageProblem("There are no entries to take out here.", ":delete alone empties the answer.")
        if not (rest.isascii() and rest.isdecimal()) or not 1 <= int(rest[:9]) <= len(value):
            raise UsageProblem("Say which entry to take out.", f"There are {len(value)}, numbered from 1.")
        at = int(rest) - 1
        if question.kind == "records":
            self.session.remove_row(f"{question.path}[{at}]")
        else:
            self.session.set(question.path, value[:at] + value[at + 1 :])
        self.voice.say("Taken out. :undo brings it back.")
        return True

    def _save(self, rest: str) -> bool:
        if rest:
            self.desk.save_as(commands.file(rest))
            self.voice.say(f"Saved in {rest}, and that is the draft now.")
            return False
        self._put_off = False
        trouble = self.desk.save()
        self._meet_changes()
        self.voice.say("Saved." if not trouble else f"Not saved. {trouble}") if not self.desk.changed else None
        return False

    def _quit(self, _: str) -> bool:
        self._leaving = True
        return True

    def _line(self, *, prompt: bool = True) -> str:
        """One line as typed; what went wrong on the way is said first."""
        if prompt:
            self.voice.prompt()
        line = self.keyboard.line(self._waiting)
        if self.keyboard.trouble:
            self.voice.say(self.keyboard.trouble)
        if prompt:
            self.voice.say(*self.keeping.heard())
        return line

    def _waiting(self) -> float:
        if self._half is not None:
            self._half()
        return self.keeping.waiting()

    def _meet_changes(self) -> None:
        if not self.desk.changed or self._put_off:
            return
        self._put_off = not meeting.meet_changes(self.desk, self.voice.say, self._picker())

    def _picker(self) -> meeting.Pick | None:
        return self._pick if self.keyboard.terminal else None

    def _pick(self, lines: Sequence[str]) -> int | None:
        """One of some lines, by number; a line that is none is asked for again."""
        while True:
            try:
                return answers.number_of(lines, self._line())
            except UsageProblem as error:
                self.voice.say(str(error))

    def _is_asked(self, path: str) -> bool:
        return bool(path) and way.question_at(self.session.asked, path) is not None


def _said(words: str, question: Question, before: Json) -> str:
    if question.kind == "text" and before:
        were = count(before)
        return f"Kept, {words}, where there {'was' if were == 1 else 'were'} {were:,}. :undo brings them back."
    return f"Kept: {words}." if words else "Kept."

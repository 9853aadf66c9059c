"""The questions of a draft in a row: each answer is kept, what is found in it is said, and the next is asked."""

from collections.abc import Callable

from sa_wizard.cli.plain import asking, commands, meeting, way
from sa_wizard.cli.plain.deciding import Deciding
from sa_wizard.cli.plain.keeping import ELSEWHERE, Keeping
from sa_wizard.cli.plain.keyboard import Keyboard
from sa_wizard.cli.plain.making import Making
from sa_wizard.cli.plain.searching import Searching
from sa_wizard.cli.plain.taking import Taking
from sa_wizard.cli.plain.voice import PROMPT, Voice
from sa_wizard.draft.lock import TOUCH
from sa_wizard.draft.session import Session
from sa_wizard.draft.values import empty
from sa_wizard.errors import SaWizardError, UsageProblem
from sa_wizard.review import final
from sa_wizard.sitting.desk import Desk
from sa_wizard.sitting.guide import Guide
from sa_wizard.sitting.questions import Question
from sa_wizard.sitting.stages import named


class Dialogue(Taking, Searching, Making):
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
        self._told_final = False
        self._leaving = False
        self.deciding = Deciding(self._line, keyboard.back, voice)
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

        Raises Ended at the end of the input, at signals, and at the first line of a script that is refused.
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
        """Read lines until the question is left, saying of each that is no answer why.

        Raises Ended for a line of a script that is refused.
        """
        while True:
            line = self._begun(question)
            number = self.keyboard.number
            try:
                done = self._met(question, line)
                self._tell_of_final()
                if done:
                    return
            except SaWizardError as error:
                self.keyboard.refuse(error, number)
                self.voice.say(str(error))
                if question is not None and not commands.is_command(line) and not self.session.read_only:
                    self.voice.say(*asking.numbered([shown for _, shown in asking.options(self.asked, question)]))

    def _met(self, question: Question | None, line: str) -> bool:
        """Do what one line asks for; True when another question is to be asked, or the same anew."""
        if self._is_late(line):
            return self._take_late(line)
        if commands.is_command(line):
            name, rest = commands.read(line)
            return self._acts[name](rest)
        if question is None:
            return self._on_from_the_end(line)
        if not line.strip() or (line.strip() == asking.STOP and question.kind in ("text", "list")):
            return self._move(way.after(self.asked, self.place))
        return self._take(question, commands.answer(line))

    def _tell_of_final(self) -> None:
        """Say, once, that what was changed is in a draft that is marked final."""
        if not self._told_final and final.changed(self.session):
            self._told_final = True
            self.voice.say(f"{final.CHANGED} :go {final.STATUS}, then draft, makes it a draft again.")

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
            typed = commands.file(rest)
            path = typed.with_name(named(typed.name)) if typed.name else typed
            self.desk.save_as(path)
            self.voice.say(f"Saved in {path}, and that is the draft now.")
            return False
        self._put_off = False
        trouble = self.desk.save()
        self._meet_changes()
        self.voice.say(
            "Saved." if not trouble else f"Not saved. {trouble} {ELSEWHERE}"
        ) if not self.desk.changed else None
        return False

    def _quit(self, _: str) -> bool:
        self._leaving = True
        return True

    def _line(self, prompt: str = PROMPT, *, joined: bool = True) -> str:
        """One line as typed, or pasted as one if ``joined``; what went wrong on the way is said first."""
        if prompt:
            self.voice.prompt(prompt)
        line = self.keyboard.line(self._waiting, joined=joined)
        if self.keyboard.trouble:
            self.voice.say(self.keyboard.trouble)
        if prompt:
            self.voice.say(*self.keeping.heard())
        return line

    def _waiting(self) -> float:
        again = self._half() if self._half is not None else None
        return min(self.keeping.waiting(), TOUCH if again is None else again)

    def _meet_changes(self) -> None:
        if not self.desk.changed or self._put_off:
            return
        self._put_off = not meeting.meet_changes(self.desk, self.voice.say, self._picker())

    def _picker(self) -> meeting.Pick | None:
        return self.deciding.one_of if self.keyboard.terminal else None

    def _is_asked(self, path: str) -> bool:
        return bool(path) and way.question_at(self.session.asked, path) is not None

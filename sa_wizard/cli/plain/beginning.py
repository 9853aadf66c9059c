"""Before there is a draft: what to do, the first questions of a new one, and where it is kept."""

import contextlib
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from sa_wizard.cli.plain import answers, asking, commands
from sa_wizard.cli.plain.asking import STOP
from sa_wizard.cli.plain.deciding import Deciding
from sa_wizard.cli.plain.keyboard import Keyboard
from sa_wizard.cli.plain.voice import PROMPT, Voice
from sa_wizard.draft import begin, recent, unfinished
from sa_wizard.draft.session import Session
from sa_wizard.draft.store import SUFFIX
from sa_wizard.errors import DraftInUse, SaWizardError, UsageProblem
from sa_wizard.sitting import stages
from sa_wizard.sitting.desk import Desk
from sa_wizard.sitting.new_draft import NewDraft
from sa_wizard.sitting.questions import Question

FIRST = stages.STAGES[:2]
"""Who and when. How it is marked and who answers for it are asked with the rest of document control."""

_ACTS = ("help", "skip", "back", "show", "quit")
"""Commands that mean something before there is a draft."""


class Left(Exception):
    """The person left before there was a draft, and nothing is to be kept."""


class _Returned(UsageProblem):
    """Nothing came of what was begun, because the person went back: no line was refused."""


class Beginning:
    """Puts a draft on the desk: a new one, one that is there, or the finished example."""

    def __init__(self, desk: Desk, keyboard: Keyboard, voice: Voice) -> None:
        """Nothing is asked yet."""
        self.desk = desk
        self.keyboard = keyboard
        self.voice = voice
        self.new = NewDraft()
        self._deciding = Deciding(self._line, keyboard.back, voice)
        self._at = 0

    @property
    def session(self) -> Session:
        """The answers to the first questions."""
        return self.new.session

    def home(self) -> Session:
        """Ask what to do and do it. Raises Left, or Ended when there is no more input.

        First answers that no file holds yet are kept aside, whatever ends it.
        """
        try:
            return self._home()
        except BaseException:
            self._say_kept()
            raise

    def _home(self) -> Session:
        drafts = recent.visits()[:9]
        lines = ["Start a new assessment", "Open a draft", "Look at the finished example"]
        lines += [f"Go on with {visit.title}, {visit.draft}" for visit in drafts]
        acts: list[Callable[[], Session]] = [self._new, self._open, self._example]
        acts += [partial(self._opened, visit.path) for visit in drafts]
        self._offer(lines)
        while True:
            line = self._line()
            try:
                if not line.strip() or (commands.is_command(line) and commands.read(line)):
                    self._offer(lines)
                    continue
                at = answers.number_of(lines, line)
            except UsageProblem as error:
                self._refused(error)
                continue
            try:
                return acts[at]()
            except SaWizardError as error:
                self._refused(error)
                self._offer(lines)

    def _refused(self, error: SaWizardError) -> None:
        """Say why nothing came of a line; in a script that is the end of it."""
        if not isinstance(error, _Returned):
            self.keyboard.refuse(error, self.keyboard.number)
        self.voice.say(str(error))

    def _offer(self, lines: Sequence[str]) -> None:
        """What may be done; said again whenever nothing came of it, so that nobody answers a question that is gone."""
        self.voice.gap()
        self.voice.say("What do you want to do?", *asking.numbered(lines), "Type a number; :quit leaves.")

    def _new(self) -> Session:
        """Ask the first questions and write the draft."""
        if not self.session.dirty and self.new.resume():
            self.voice.say("These are your answers from last time, which no draft holds yet.")
        while True:
            while (question := self._question()) is not None:
                self._ask(question)
            path = self._where("The draft needs a file.", self._suggested())
            if path is not None:
                return self._write(path)
            self._at = len(self._questions()) - 1

    def _questions(self) -> list[tuple[stages.Stage, Question]]:
        asked = self.session.asked
        return [(stage, question) for stage in FIRST for question in stages.questions(stage, asked)]

    def _question(self) -> Question | None:
        every = self._questions()
        return every[self._at][1] if self._at < len(every) else None

    def _ask(self, question: Question) -> None:
        """One of the first questions, until it is answered or may be left."""
        value = self.session.get(question.path)
        self.voice.gap()
        self.voice.say(*asking.put(self.session.asked, question, value, place="New assessment: ", how=True))
        while True:
            line = self._line(joined=question.kind != "text")
            try:
                if commands.is_command(line):
                    if self._command(question, *commands.read(line)):
                        return
                    continue
                if line.strip():
                    self._keep(question, commands.answer(line))
                told = self._fault(question)
                if not told:
                    self.new.keeping()()
                    self._at += 1
                    return
                raise UsageProblem(told)
            except SaWizardError as error:
                self._refused(error)
            if question.kind == "choice":
                self.voice.say(*asking.numbered([shown for _, shown in asking.options(self.session.asked, question)]))

    def _keep(self, question: Question, line: str) -> None:
        """Take an answer in; a text goes on to its full stop."""
        if question.kind != "text":
            self.session.set(question.path, answers.value(self.session.asked, question, line))
            return
        lines = []
        try:
            while line.strip() != STOP:
                lines.append(line)
                line = self.keyboard.line(joined=False)
        finally:
            self.session.set(question.path, "\n".join(lines))

    def _fault(self, question: Question) -> str:
        return next(
            (told for stage in FIRST if (told := stages.faults(stage, self.session.asked).get(question.path))), ""
        )

    def _command(self, question: Question, name: str, _: str) -> bool:
        """Do what a command asks for; True when another question is to be asked, or the same anew."""
        if name == "quit":
            raise Left
        if name == "help":
            self.voice.recite(question.guidance)
            self.voice.say(f"For example: {question.example}" if question.example else asking.HOW[question.kind])
            self.voice.say("Commands here:", *commands.listed(_ACTS))
        elif name == "show":
            self.voice.say(*asking.present(self.session.asked, question, self.session.get(question.path)))
        elif name == "back":
            if not self._at:
                raise UsageProblem("This is the first question.")
            self._at -= 1
            return True
        elif name == "skip":
            told = self._fault(question)
            if told:
                raise UsageProblem(told)
            self._at += 1
            return True
        else:
            raise UsageProblem(f":{name} is for a draft that has been started.", "Answer these first questions.")
        return False

    def _suggested(self) -> Path:
        return stages.free_file(stages.suggested_folder(), stages.suggested_stem(self.session.asked))

    def _where(self, why: str, suggested: Path) -> Path | None:
        """Ask for a file that is not there yet; None to go back."""
        self.voice.gap()
        self.voice.say(f"File name: where it is kept. {why} No file is ever replaced.")
        self.voice.say(f"An empty line takes {suggested}.")
        while True:
            line = self._line()
            if commands.is_command(line):
                if line.strip() == ":back":
                    return None
                how = "Type the name of a file, with its folder if it is another than this one."
                self._refused(UsageProblem(how, ":back goes back, :quit leaves."))
                continue
            typed = commands.file(line)
            path = typed.with_name(stages.named(typed.name)) if typed.name else typed if line.strip() else suggested
            told = stages.place_faults(path.name, path.parent)
            if not told:
                return path
            self._refused(UsageProblem(" ".join(told.values())))
            if os.path.lexists(path):
                suggested = stages.free_file(path.parent, path.name.removesuffix(SUFFIX))
            self.voice.say(f"An empty line takes {suggested}.")

    def _write(self, path: Path) -> Session:
        """Begin the draft in its file, under its lock."""
        session = self.new.write(path, self.desk)
        unfinished.forget()
        self.voice.say(f"Created {path}. Everything you type is saved in it.")
        return session

    def _say_kept(self) -> None:
        """Say what becomes of answers that no draft holds."""
        if self.session.dirty:
            kept = self.new.keeping()()
            told = "are kept, and the next new assessment begins with them" if kept else "could not be kept"
            with contextlib.suppress(OSError, SaWizardError):  # whoever would hear it may have gone
                self.voice.say(f"Your answers {told}.")

    def _open(self) -> Session:
        self.voice.say(f"Which draft? Type the name of a file that ends in {SUFFIX}; an empty line goes back.")
        line = self._line()
        if not line.strip() or commands.is_command(line):
            raise _Returned("No draft was opened.")
        typed = commands.file(line)
        ended = typed.with_name(stages.named(typed.name)) if typed.name else typed
        return self._opened(ended if os.path.lexists(ended) and not os.path.lexists(typed) else typed)

    def _opened(self, path: Path) -> Session:
        """Open a draft; one that is in use, to read only, if the person wants that."""
        try:
            return self.desk.open(path)
        except DraftInUse as error:
            if not self.keyboard.terminal:
                raise
            if not self._deciding.yes(f"{error.sentence} Read it here without changing it?"):
                raise _Returned("No draft was opened.") from error
            return self.desk.open(path, read_only=True)

    def _example(self) -> Session:
        suggested = stages.free_file(stages.suggested_folder(), "example")
        path = self._where("The example is written to a new file.", suggested)
        if path is None:
            raise _Returned("No example was written.")
        begin.create(path, begin.example())
        return self.desk.open(path)

    def _line(self, prompt: str = PROMPT, *, joined: bool = True) -> str:
        self.voice.prompt(prompt)
        line = self.keyboard.line(joined=joined)
        if self.keyboard.trouble:
            self.voice.say(self.keyboard.trouble)
        if line.strip() == ":quit":
            raise Left
        return line

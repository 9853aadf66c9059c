"""How an answer is taken in: kept as it is typed, settled in one step when it is ended, with what is found in it."""

import contextlib
from collections.abc import Callable

from sa_wizard.cli.plain import answers, asking, commands, way
from sa_wizard.cli.plain.half import Half
from sa_wizard.cli.plain.keyboard import Ended
from sa_wizard.cli.plain.looking import Looking
from sa_wizard.cli.plain.voice import PROMPT
from sa_wizard.cli.plain.written import Written
from sa_wizard.draft.values import Json, is_empty
from sa_wizard.errors import UsageProblem
from sa_wizard.review import final
from sa_wizard.review.findings import Severity
from sa_wizard.review.judge import judge_field
from sa_wizard.sitting.lengths import count, counted
from sa_wizard.sitting.questions import Question

_FOUND: dict[Severity, str] = {"error": "Wrong", "warning": "Look again", "note": "May be right"}


class Taking(Looking):
    """What a dialogue does with an answer."""

    _half: Callable[[], float | None] | None = None
    """Keeps what has been typed of an answer that is not ended yet; returns when it wants to be called again."""

    def _line(self, prompt: str = PROMPT, *, joined: bool = True) -> str:
        """One line as typed, or pasted as one if ``joined``; the dialogue reads it."""
        raise NotImplementedError

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

        The end of a script is as good as one. Meanwhile it stands after the answer there was, so that nothing is lost
        whatever ends the program.
        """
        old, told = self.session.get(question.path), False
        written = Written(question.kind, onto)
        if line is not None:
            written.add(line)

        self._half = lambda: self._put_aside(question, old, written.after(old, self.keyboard.begun))
        try:
            while (line := self._line_or_stop()).strip() != asking.STOP:
                written.add(line)
                if commands.is_known(line) and self.keyboard.terminal and not told:
                    told = True  # else somebody who wants to leave does not learn how
                    self.voice.say(f"“{line}” is taken into the answer; a line that holds only a full stop ends it.")
        except Ended as end:
            written.add(end.half)
            self._put_aside(question, old, written.after(old))
            kept = self.session.get(question.path)
            self._settle(question, old, kept if kept != old else written.after(None) or old)
            raise Ended(end.code, told=end.told) from end
        finally:
            self._half = None
        if written.refused:
            self._take_back(question, old)
            raise UsageProblem(written.refused)
        self._settle(question, old, written.after(onto))
        self.voice.say(*written.remarks())

    def _line_or_stop(self) -> str:
        """One more line of several; a full stop at the end of a script, for which nobody can be asked whether it is."""
        try:
            return self._line("", joined=False)
        except Ended as end:
            if self.keyboard.terminal or end.code:
                raise
            return asking.STOP

    def _begun(self, question: Question | None) -> str:
        """A line that may begin an answer. Until Enter it stands after the answer there was: it may be a paragraph."""
        if question is None or question.kind not in ("text", "list", "line") or self.session.read_only:
            return self._line()
        old = self.session.get(question.path)
        one = question.kind == "line"
        if old and one:
            return self._begun_over(question)

        def value(begun: str) -> Json:
            told = "" if commands.is_command(begun) else commands.answer(begun)
            return Written(question.kind, old).after(old, told)

        self._half = lambda: self._put_aside(question, old, value(self.keyboard.begun))
        try:
            line = self._line(joined=one)
        except Ended as end:
            self._settle(question, old, value(end.half))
            raise
        finally:
            self._half = None
        self._take_back(question, old)
        return line

    def _begun_over(self, question: Question) -> str:
        """A line that may take the place of one that is there. Until Enter it is kept apart, and the answer stays."""
        half = Half(self.desk, self.session, question.path)

        def typed(line: str) -> str:
            return "" if commands.is_command(line) else commands.answer(line)

        self._half = lambda: half.keep(typed(self.keyboard.begun))
        try:
            line = self._line()
        except Ended as end:
            if typed(end.half).strip():
                half.keep(typed(end.half), at_once=True)
                told = f"The line that Enter had not ended is kept beside “{question.label}”; the next start offers it."
                raise Ended(end.code, told=told) from end
            raise
        finally:
            self._half = None
        half.forget()
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


def _said(words: str, question: Question, before: Json) -> str:
    if question.kind == "text" and before:
        were = count(before)
        return f"Kept, {words}, where there {'was' if were == 1 else 'were'} {were:,}. :undo brings them back."
    return f"Kept: {words}." if words else "Kept."

"""The command that makes the document, or a part of it, with the words that the command line's ``export`` takes."""

from pathlib import Path

from sa_wizard.cli.plain import commands
from sa_wizard.cli.plain.deciding import Deciding
from sa_wizard.cli.plain.looking import Looking
from sa_wizard.errors import EditedSince, UsageProblem
from sa_wizard.review.judge import judge

_OPTIONS = ("--part", "--to", "-o", "--output")
"""What the command line writes before a part, a format and a file. Here the words say it themselves."""
_REPLACE = "--replace"


class Making(Looking):
    """What a dialogue can make of its draft."""

    deciding: Deciding

    def _export(self, rest: str) -> bool:
        """Make the document; what was changed in it since the last time is written over only if the person agrees."""
        from sa_wizard.cli.publishing import said_of, wanted_format
        from sa_wizard.document.naming import named
        from sa_wizard.document.publish import publish
        from sa_wizard.document.target import check_target

        asked, path = self.asked, self.session.path
        part, to, file, replace = self._wanted(rest)
        to = to or wanted_format(file)
        target = file or named(asked, path, to, part)
        check_target(target, to, path)
        trouble = self.desk.save()
        if trouble:
            self.voice.say(f"The draft is not saved. {trouble}")

        def make(*, replace: bool) -> tuple[str, ...]:
            if self.keyboard.terminal and to != "md":
                self.voice.say(f"Making {target}.")  # it takes seconds
            draft, cancelled = self.session.draft, lambda: self.keyboard.asked_to_end
            return publish(
                self.session.outline, draft, target, to, cancelled=cancelled, replace=replace, part=part
            ).notes

        try:
            notes = make(replace=replace)
        except EditedSince as error:
            if not self.keyboard.terminal:
                raise
            if not self.deciding.yes(f"{error.sentence} Write over it?"):
                self.voice.say(f"{target} is as it was. :export with another name keeps both.")
                return False
            notes = make(replace=True)
        self.voice.say(*(f"To look at: {note}" for note in notes))
        self.voice.say(f"Wrote {target} ({said_of(asked, judge(asked), part)}).")
        return False

    def _wanted(self, rest: str) -> tuple[str, str, Path | None, bool]:
        """The part, the format and the file that are named, in any order but the file last; and whether to replace.

        Raises UsageProblem for a word that is none of them.
        """
        from sa_wizard.document.extracts import NAMED
        from sa_wizard.document.target import ENDINGS, format_of

        numbers = {str(number): name for name, number in self.asked.numbers.items()}
        parts = {**{name: name for name in (*NAMED, *(each.id for each in self.asked.outline.sections))}, **numbers}
        part, to, replace = "", "", False
        while rest:
            word, _, others = rest.partition(" ")
            if word in parts:
                part = parts[word]
            elif word in ENDINGS:
                to = word
            elif word == _REPLACE:
                replace = True
            elif word not in _OPTIONS:
                break
            rest = others.strip()
        file = commands.file(rest) if rest else None
        if file is not None and not file.suffix and not to:
            raise UsageProblem(
                f"“{rest[:60]}” is neither a part, a format, nor a file with an ending.",
                f"Parts: {', '.join(NAMED)}, or the number of a section. Formats: {', '.join(ENDINGS)}.",
            )
        return part, to or (format_of(file) if file else ""), file, replace

"""The command that makes the document, or a part of it, with the words that the command line's ``export`` takes."""

from sa_wizard.cli.plain import commands, export_words
from sa_wizard.cli.plain.asking import numbered
from sa_wizard.cli.plain.deciding import Deciding
from sa_wizard.cli.plain.export_words import Wanted
from sa_wizard.cli.plain.looking import Looking
from sa_wizard.errors import EditedSince, UsageProblem
from sa_wizard.review.judge import judge


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
        wanted = self._wanted(rest)
        if wanted is None:
            return False
        part, file = wanted.part, commands.file(wanted.file) if wanted.file else None
        to = wanted.to or wanted_format(file)
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
            notes = make(replace=wanted.replace)
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

    def _wanted(self, rest: str) -> Wanted | None:
        """What is to be made; where two things may be meant, a person is asked. None when they type something else.

        Raises UsageProblem for a word that means nothing, and in a script for what may mean two things.
        """
        if not rest:
            return Wanted()
        from sa_wizard.document.extracts import NAMED
        from sa_wizard.document.target import ENDINGS

        numbers = {str(number): name for name, number in self.asked.numbers.items()}
        parts = {**{name: name for name in (*NAMED, *(each.id for each in self.asked.outline.sections))}, **numbers}
        wanted = export_words.read(rest, parts, ENDINGS)
        if not wanted.whole:
            return wanted
        if not self.keyboard.terminal:
            raise UsageProblem(
                f"“{wanted.whole}” may be the name of one file, or “{wanted.before}” and the file “{wanted.file}”.",
                f"Write :export -o {wanted.whole} for the one, :export {wanted.before} -o {wanted.file} for the other.",
            )
        lines = [f"The whole document, in {wanted.whole}", f"What :export {wanted.before} makes, in {wanted.file}"]
        self.voice.say("Two things may be meant:", *numbered(lines))
        at = self.deciding.one_of(lines)
        if at is None:
            return None
        return wanted if at else Wanted(file=wanted.whole, replace=wanted.replace)

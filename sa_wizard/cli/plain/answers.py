"""From what was typed on a line to a value, or one sentence why it is none."""

import re
from collections.abc import Sequence

from sa_wizard.cli import typed
from sa_wizard.cli.plain.asking import STOP, options
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.paths import resolve
from sa_wizard.draft.values import Json
from sa_wizard.errors import UsageProblem
from sa_wizard.sitting.questions import Question

_NUMBERS = re.compile(r"\d+(?:[\s,;]+\d+)*[\s,;]*")
_TOLD = 60
"""Characters of what was typed that a refusal repeats."""


def value(asked: Asked, question: Question, text: str) -> Json:
    """The value that one line stands for; raises UsageProblem when it is no answer to the question."""
    if text.strip() == STOP:
        raise UsageProblem(
            "A full stop alone ends answers of several lines, and this question takes one line.", "Nothing was changed."
        )
    if question.kind == "choice":
        return choose(options(asked, question), text)
    if question.kind == "links":
        return choose_some(options(asked, question), text)
    try:
        return typed.value(resolve(asked.outline, question.path), text)
    except UsageProblem as error:
        raise UsageProblem(error.sentence.replace(question.path, question.label), error.hint) from error


def choose(offered: Sequence[tuple[str, str]], text: str) -> str:
    """One choice by its number, its words, its value or the beginning of its words; raises UsageProblem."""
    wanted = " ".join(text.split()).casefold()
    exact = [known for known, shown in offered if wanted in (known.casefold(), shown.casefold())]
    if exact:
        return exact[0]
    if wanted.isascii() and wanted.isdecimal() and 1 <= int(wanted[:9]) <= len(offered):
        return offered[int(wanted[:9]) - 1][0]
    begun = [
        known
        for known, shown in offered
        if wanted and (shown.casefold().startswith(wanted) or known.casefold().startswith(wanted))
    ]
    if len(begun) == 1:
        return begun[0]
    what = "more than one of the choices" if begun else "not one of the choices"
    raise UsageProblem(f"“{text.strip()[:_TOLD]}” is {what}.", f"Type a number from 1 to {len(offered)}, or the words.")


def number_of(lines: Sequence[str], text: str) -> int:
    """Which of some numbered lines is meant, from 0; raises UsageProblem when none is."""
    return int(choose([(f"#{number}", line) for number, line in enumerate(lines)], text).removeprefix("#"))


def choose_some(offered: Sequence[tuple[str, str]], text: str) -> list[str]:
    """Several choices, by numbers or words, with commas or semicolons between; raises UsageProblem for what is none."""
    if not offered:
        raise UsageProblem("There is nothing to choose from yet.", "An empty line goes on.")
    if _NUMBERS.fullmatch(text.strip()):
        parts = re.findall(r"\d+", text)
    else:
        try:
            return [choose(offered, text)]  # a name may hold commas itself
        except UsageProblem:
            parts = [part for part in text.split(";" if ";" in text else ",") if part.strip()]
    return list(dict.fromkeys(choose(offered, part) for part in parts))

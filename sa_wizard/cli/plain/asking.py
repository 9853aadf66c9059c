"""One question in plain sentences: what it is called, what to write, what may be chosen, what the answer is now."""

import re
from collections.abc import Iterator, Sequence

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.months import months
from sa_wizard.draft.values import Json, is_empty, shown_number
from sa_wizard.sitting.lengths import GUIDE, about, count, counted
from sa_wizard.sitting.questions import Question
from sa_wizard.sitting.rows import choices, names_of, table

HOW = {
    "line": "Type one line.",
    "text": "Type as many lines as you like; end with a line that holds only a full stop.",
    "choice": "Type a number or a word.",
    "list": "Type one entry a line; end with a line that holds only a full stop. They are added to those there.",
    "links": "Type one or more numbers, such as 1, 3.",
    "period": "Type the first and the last month, such as 2024-10:2025-09.",
    "number": "Type a number.",
    "records": "Type a number to open an entry, :add for a new one, :delete and a number to take one out.",
}
"""What to type, by kind of question."""

STOP = "."
"""The line that ends a text or a list."""

SHOWN = 200
"""Characters of a long answer that are read out with its question."""
NAMED = 60
"""Characters of the name of an entry that are read out with each question asked of it."""
LISTED = 60
"""Entries of a list that are read out with it."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z'‘“])")


def put(  # noqa: PLR0913 - the question, its answer, and where it stands
    asked: Asked, question: Question, value: Json, *, place: str, how: bool, within: str = ""
) -> Iterator[str]:
    """The question, a sentence or two on what to write, what may be chosen, the present answer; ``how`` to type it.

    ``within`` names the entry it is asked of.
    """
    needed = " Needed." if question.required else ""
    named = f" In: {cut(within, '', NAMED)}" if within else ""
    yield f"{place}{_ended(question.label)}{needed}{named}".rstrip()
    yield brief(question.guidance)
    if question.length:
        yield f"{about(question.length).capitalize()} words: {GUIDE}."
    yield from numbered([shown for _, shown in options(asked, question)])
    yield from present(asked, question, value)
    if how or is_view(question):
        yield how_to(question)


def how_to(question: Question) -> str:
    """What to type."""
    if is_view(question):
        return f"Type a number to open an entry; they are added at {question.field.of}."
    return HOW[question.kind]


def brief(guidance: str) -> str:
    """The first two sentences of guidance."""
    return _ended(" ".join(_SENTENCE.split(" ".join(guidance.split()))[:2]))


def options(asked: Asked, question: Question) -> list[tuple[str, str]]:
    """What may be chosen: the value and what is shown for it."""
    if question.kind == "links":
        return choices(asked, question.to)
    return [(choice.value, choice.shown) for choice in question.choices]


def numbered(lines: Sequence[str]) -> list[str]:
    """Lines with their numbers, from 1."""
    return [f"{number} {line}" for number, line in enumerate(lines, start=1)]


def is_view(question: Question) -> bool:
    """Whether the entries are kept elsewhere: here they are opened, and neither added nor taken out."""
    return bool(question.field.of) and question.kind == "records" and "[" not in question.path


def present(asked: Asked, question: Question, value: Json) -> list[str]:
    """The answer as it stands, short enough to be read out."""
    if question.kind == "records":
        return _entries(asked, question)
    if question.kind == "links" and not options(asked, question):
        return [f"There is nothing to choose from yet: entries are added at {question.to}."]
    return ["No answer yet."] if is_empty(value) else [_given(asked, question, value)]


def _given(asked: Asked, question: Question, value: Json) -> str:
    """An answer that is there, in one sentence."""
    if question.kind == "list":
        lines = len(value)
        return cut(f"{lines} {'entry' if lines == 1 else 'entries'} now: {'; '.join(value)}", ":list reads them all.")
    if question.kind == "text":
        return cut(f"Present answer, {counted(count(value))}: {value}", ":show reads all of it.")
    return cut(f"Present answer: {in_line(asked, question, value)}", ":show reads all of it.")


def in_line(asked: Asked, question: Question, value: Json) -> str:
    """An answer as people read it, in one line."""
    if question.kind == "links":
        return "; ".join(names_of(asked, question.to, value))
    if question.kind == "choice":
        return next((shown for known, shown in options(asked, question) if known == value), str(value))
    if question.kind == "period":
        found = months(value)
        return found.label if found else f"{value.get('start', '')}:{value.get('end', '')}"
    return shown_number(value)


def entries(asked: Asked, question: Question) -> list[str]:
    """The entries of records, each in a line."""
    found = table(asked, question.path, question.columns)
    lines = []
    for line in found.lines:
        cells = (each for each in zip(found.headings[1:], line.cells[1:], strict=True) if each[1])
        told = "".join(f"; {heading.lower()}: {words}" for heading, words in cells)
        lines.append(f"{line.cells[0]}{told} ({line.done} of {line.total} answered)")
    return numbered(lines)


def cut(text: str, more: str, longest: int = SHOWN) -> str:
    """A text as far as it is read out; ``more`` says how to hear the rest."""
    flat = " ".join(text.split())
    if len(flat) <= longest:
        return flat
    whole = flat[:longest].rpartition(" ")[0]
    return f"{whole if len(whole) > longest // 2 else flat[:longest]} … {more}".rstrip()  # a word may be as long


def _entries(asked: Asked, question: Question) -> list[str]:
    lines = entries(asked, question)
    if not lines:
        return ["No entries yet."]
    left = len(lines) - LISTED
    rest = [f"And {left} more; :list reads them all."] if left > 0 else []
    return [f"{len(lines)} {'entry' if len(lines) == 1 else 'entries'}:", *lines[:LISTED], *rest]


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."

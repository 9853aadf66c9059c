"""What may be typed in place of an answer: a colon and a word. Two colons begin an answer that begins with one."""

import os
from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path

from sa_wizard.draft.text import clean_line
from sa_wizard.errors import UsageProblem

COMMANDS = {
    "help": "what this question wants, with an example; :help all says what each command does",
    "skip": "leave this question as it is and go on; an empty line does the same",
    "back": "the question before",
    "gap": "go to the next thing that is missing",
    "gaps": "list what is missing; :gaps all lists all of it",
    "undo": "take back the last change",
    "redo": "make it again",
    "go": "go to a path such as why.overall, or to a section by its number or name",
    "find": "list the places where words stand in the whole draft, such as :find town centre; --match-case before the "
    "words tells capitals apart, --whole-words leaves out parts of words",
    "found": "go to one of those places by its number; without one, to the next",
    "replace": "put other words in the place of those that :find finds, everywhere: :replace old words = new words; "
    "the places are shown, and you are asked first, but a script is not",
    "sections": "list the sections and their state",
    "list": "list the entries here, or the questions of this section",
    "show": "read all of the present answer",
    "add": "add an entry, or write on at the end of a text",
    "delete": "take out an entry by its number; without one, empty this answer",
    "save": "save now; with a file name, save to a new file and go on there",
    "export": "make the document, in Word; :export board, form or check, or the number of a section, makes only that "
    "part; a format (docx, odt, html, pdf or md) and -o with a file may follow, such as :export board -o x.pdf",
    "quit": "save and leave",
}
"""Every command and what it does."""

_OTHERS = {"q": "quit", "exit": "quit", "h": "help", "?": "help", "next": "skip", "search": "find"}
"""What people type out of habit."""


def is_command(line: str) -> bool:
    """Whether a line is meant as a command rather than as an answer."""
    return line.startswith(":") and not line.startswith("::")


def file(typed: str) -> Path:
    """The file that what was typed names; ~ stands for the home folder, and for itself where there is none."""
    return Path(os.path.expanduser(clean_line(typed).strip()))  # noqa: PTH111 - Path.expanduser raises for ~nobody


def answer(line: str) -> str:
    """A line as an answer: one that begins with two colons begins with one."""
    return line[1:] if line.startswith("::") else line


def read(line: str) -> tuple[str, str]:
    """The name of a command and what follows it; raises UsageProblem naming the nearest."""
    word, _, rest = clean_line(line[1:]).strip().partition(" ")
    name = _OTHERS.get(word.casefold(), word.casefold())
    if name in COMMANDS:
        return name, rest.strip()
    near = get_close_matches(name, COMMANDS, 1, 0.5)
    meant = f"Did you mean :{near[0]}?" if near else ":help lists the commands."
    raise UsageProblem(
        f"There is no command :{word[:40]}.", f"{meant} Two colons begin an answer that begins with one."
    )


def is_known(line: str) -> bool:
    """Whether a line would be obeyed where an answer begins."""
    if not is_command(line):
        return False
    try:
        read(line)
    except UsageProblem:
        return False
    return True


def listed(some: Collection[str] = COMMANDS) -> list[str]:
    """Commands, a sentence each."""
    return [f":{name} {told}." for name, told in COMMANDS.items() if name in some]

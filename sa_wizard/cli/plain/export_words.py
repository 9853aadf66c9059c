"""What the words behind :export ask for: a part, a format, a file, in that order or another but the file last.

A file name may have spaces, and may begin with what is a part or a format as well. Then it is said that two things may
be meant, rather than a name be taken apart.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from sa_wizard.errors import UsageProblem

_OPTIONS = ("--part", "--to")
"""What the command line writes before a part and a format. Here the words say it themselves."""
_FILE = ("-o", "--output")
"""What it writes before a file: all that follows is its name."""
_REPLACE = "--replace"


class Wanted(NamedTuple):
    """What is to be made; empty where nothing was said of it."""

    part: str = ""
    to: str = ""
    file: str = ""
    replace: bool = False
    whole: str = ""
    """The words that may be one file name as well as a part or format and ``file``; empty when only one is meant."""

    @property
    def before(self) -> str:
        """What of ``whole`` stands before the file."""
        return self.whole.removesuffix(self.file).strip()


def read(rest: str, parts: Mapping[str, str], formats: Collection[str]) -> Wanted:
    """What the words behind :export ask for; ``parts`` has the words for parts. Raises UsageProblem."""
    part, to, replace, whole = "", "", False, ""
    while rest:
        word, _, others = rest.partition(" ")
        if word in _FILE:
            rest, whole = others.strip(), ""
            break
        if word in _OPTIONS or word == _REPLACE:
            replace, whole = replace or word == _REPLACE, ""
        elif word in parts or word in formats:
            whole = whole or rest
            part, to = (parts[word], to) if word in parts else (part, word)
        else:
            break
        rest = others.strip()
    if rest and not Path(rest).suffix and not to:
        named = [name for name, meant in parts.items() if name == meant]
        raise UsageProblem(
            f"“{rest[:60]}” is neither a part, a format, nor a file with an ending.",
            f"Parts: {', '.join(named[:3])}, or the number of a section. Formats: {', '.join(formats)}.",
        )
    return Wanted(part, to, rest, replace, whole if rest and Path(whole).suffix else "")

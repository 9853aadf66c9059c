"""A paste on its way into an answer: what Word and web pages leave in it is made plain, counted, and told.

Words, figures, typographic quotes and dashes, tables with tabs, and what a field of Word left behind ("Error! Reference
source not found.", which the review tells) stay as they are. Making a text plain twice changes nothing more.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from sa_wizard.draft.text import clean

SILENT = 100
"""Words up to which a paste that was plain already is not worth a message."""

_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Line breaks that no keyboard makes. Word's own within a paragraph is the vertical tab."""

_SPACES = re.compile("[\u00a0\u2007\u202f]")
_HYPHENS = re.compile("\u00ad")
_PICTURES = re.compile("\ufffc")
_UNSEEN = re.compile("(?<![^\x00-\u024f])[\u200b-\u200d\u2060]+(?![^\x00-\u024f])")
"""Characters without a width among Latin letters. In other scripts and in emoji they are spelling."""

_FIGURE = r"[£$€]?\d[\d,. ]*%?[ ]*(?:\n|\Z)"
_BULLET = re.compile(
    rf"^([ \t]*)(?:[•‣⁃▪◦●○➢❖\uf000-\uf0ff][ \t]+|[·§Ø]\t+|·[ ]{{2,}})(?=\S)(?!{_FIGURE})(?![^\n]*\t)", re.MULTILINE
)
"""A mark at the beginning of a line that is a bullet wherever it stands. Before a bare figure a dash would read as
minus, and with a further tab the line is one of a table: both stay."""

_TABBED = re.compile(
    rf"([ \t]*)(?P<mark>[o–—-]|\(?(?:\d{{1,3}}|[a-z]|[ivx]{{2,5}})[.)])\t+(?=\S)(?!{_FIGURE})(?P<rest>[^\t]*)"
)
"""A mark that is one only with its tab, and only where every line around it that has a tab begins so: "o" is a word of
Welsh, "-" and "1." are cells of tables."""


@dataclass(frozen=True)
class Pasted:
    """A paste made plain, with how many of what was changed in it, and how many of what was taken out."""

    text: str
    changed: Mapping[str, int]
    removed: Mapping[str, int]
    joined: int = 0
    """Lines that were made one, for a field of one line."""

    def in_one_line(self) -> "Pasted":
        """The same in one line; nothing of it is dropped."""
        lines = self.text.splitlines()
        count = sum(bool(line.strip()) for line in lines)
        return replace(self, text=" ".join(lines), joined=count if count > 1 else 0)

    @property
    def leftovers(self) -> int:
        """How many there were of everything together."""
        return sum(self.changed.values()) + sum(self.removed.values())

    def told(self, room: int) -> str:
        """What to say of it in so many columns; empty when there is nothing worth a message."""
        words = len(self.text.split())
        joined = f"; {self.joined:,} lines were joined" if self.joined else ""
        head = f"Pasted {_counted('word', words)}{joined}"
        if not self.leftovers:
            return f"{head}; Ctrl+Z takes it back." if joined or words > SILENT else ""
        parts = ((_listed(self.changed), "made plain"), (_listed(self.removed), "taken out"))
        whole = "; ".join(f"{what} {fate}" for what, fate in parts if what)
        number = _counted("leftover", self.leftovers)
        tellings = (whole, f"{number} of other programs made plain", f"{number} made plain")
        told = [f"{head}; {each}; Ctrl+Z takes it back." for each in tellings]
        return next((each for each in told if len(each) <= room), told[-1])


def plain(raw: str, *, entries: bool = False, begins: bool = True) -> Pasted:
    """A paste made plain.

    ``entries``: every line is an entry of a list, and needs no mark of its own. ``begins``: it begins a line; where it
    goes on with one, its first line is no entry of a list.
    """
    text, spaces = _SPACES.subn(" ", clean(raw))
    text, hyphens = _HYPHENS.subn("", text)
    text, pictures = _PICTURES.subn("", text)
    seen = _UNSEEN.sub("", text)
    unseen = len(text) - len(seen) + raw.count("\ufeff")
    head, rest = ("", seen) if begins else _first_line(seen)
    rest, marks = _listed_plainly(rest, entries=entries)
    breaks = len(_BREAKS.findall(raw))
    return Pasted(
        head + rest,
        {"line break": breaks, "non-breaking space": spaces, "list mark": marks},
        {"soft hyphen": hyphens, "picture": pictures, "zero-width character": unseen},
    )


def _first_line(text: str) -> tuple[str, str]:
    line, end, rest = text.partition("\n")
    return line + end, rest


def _listed_plainly(text: str, *, entries: bool) -> tuple[str, int]:
    """The text with the marks of its lists as people type them, or without any, and how many there were."""
    count = 0
    while True:
        text, bullets = _BULLET.subn(lambda found: "" if entries else f"{_indent(found[1])}- ", text)
        text, tabbed = _without_tabs(text, entries=entries) if "\t" in text else (text, 0)
        count += bullets + tabbed
        if not entries or not bullets + tabbed:  # an entry may have had two marks
            return text, count


def _without_tabs(text: str, *, entries: bool) -> tuple[str, int]:
    lines: list[str] = []
    count, above, within = 0, "", False
    for tabs, group in groupby(text.split("\n"), key=lambda line: "\t" in line):
        found = [(line, _TABBED.fullmatch(line)) for line in group]
        for line, mark in found:
            if not tabs or mark is None or not all(each for _, each in found):
                lines.append(line)
                above = ""
                continue
            count += 1
            if above != "o":  # Word has "o" for a list within a list, and some people for a list of its own
                within = bool(lines) and lines[-1].startswith(("- ", "  - "))
            above = mark["mark"]
            lines.append(mark["rest"] if entries else _marked(mark, within=within))
    return "\n".join(lines), count


def _marked(found: re.Match[str], *, within: bool) -> str:
    """A line with a mark as people type it; ``within``: an "o" here is a list within the one above."""
    mark = found["mark"]
    indent = "  " if mark == "o" and within else _indent(found[1])
    return f"{indent}{'-' if mark in 'o–—-' else mark} {found['rest']}"


def _indent(space: str) -> str:
    return space.replace("\t", "  ")


def _counted(what: str, number: int) -> str:
    return f"{number:,} {what}{'s' if number != 1 else ''}"


def _listed(counts: Mapping[str, int]) -> str:
    told = [_counted(what, number) for what, number in counts.items() if number]
    return " and ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))

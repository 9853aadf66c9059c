"""Backslashes, as few as will do, so that Pandoc prints what was typed.

Everything here is written against one reader, ``prose.READER``. A character is escaped only where that reader would
otherwise take it for markup, because the Markdown is also read by people (``sa-wizard render``). The proof is in
``tests/document/test_prose.py``: what Pandoc reads back is what went in.
"""

import re

_PLAIN_BRACKETS = r"\[(?P<inside>[^\W_]+(?:[ .,;'’-]+[^\W_]+)*[.…]*)\](?=[\s.,;)]|\Z)"
_SUSPECT = re.compile(r"[\\`*{_\[\]<&]")
"""Looking for one of these first is ten times quicker than looking for all that follows."""

_SPECIAL = re.compile(
    r"[\\`*{]"
    r"|_+"
    rf"|{_PLAIN_BRACKETS}|[\[\]]"
    r"|<(?=[^\s\d]|\d[^\s<>]*@)"
    r"|&(?=\#|[A-Za-z][A-Za-z0-9]*;)"
)
_LINE_START = re.compile(
    r"(?:\#{1,6}(?=\s|\Z)|>|[-+*](?=\s|\Z)|=+\Z|~{3}|:{3}|[-:|](?=[-:|\s]*\Z))"
    r"|(?P<number>\d{1,9})[.)](?=\s|\Z)"
)


def escaped(text: str, *, brackets: bool = False, pipes: bool = False) -> str:
    """One stretch of plain text, escaped for the middle of a line.

    ``brackets``: escape every square bracket, for text inside a link. ``pipes``: escape pipes, for a table cell.
    """

    def escape(found: re.Match[str]) -> str:
        mark = found[0]
        before, after = text[max(found.start() - 1, 0) : found.start()], text[found.end() : found.end() + 1]
        if mark[0] == "_":
            return mark if before.isalnum() and after.isalnum() else "\\_" * len(mark)
        if mark == "*" and before == after == " ":
            return mark
        if found["inside"] is not None:
            return f"\\[{found['inside']}\\]" if brackets else mark
        return "\\" + mark

    out = _SPECIAL.sub(escape, text) if _SUSPECT.search(text) else text
    return out.replace("|", "\\|") if pipes else out


def guarded(line: str) -> str:
    """A line of finished Markdown that starts no heading, list, quotation, table, rule, fence or div."""
    found = _LINE_START.match(line)
    if not found:
        return line
    stop = found.end("number") if found["number"] else 0
    return f"{line[:stop]}\\{line[stop:]}"

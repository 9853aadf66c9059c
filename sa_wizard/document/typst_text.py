"""What Pandoc 3.9 forgets to escape for Typst, put right in the text it wrote.

Typst draws three dots as one sign, a hyphen before a figure as a minus, and one before a question mark not at all; what
stands at the start of a cell or of a list item may make a list or a heading there; and it breaks no word that it does
not hyphenate, so that a very long one would run off the page.

Why here and not in pandoc.lua: a walk through every word there takes longer than all the rest of the export.
"""

import re

BODY = "\n// The body.\n"
"""The line of page.typ after which the text begins."""

LONGEST_WORD, PIECE = 24, 8

_START = re.compile(r"(?:(?<=(?<!\\)\[)|(?<=^[-+] )|(?<=^  [-+] ))(?=[=+/-](?!\s*\n)|\d+\.)", re.MULTILINE)
_LITERAL = re.compile(
    r'(?<!\\)"(?:[^"\\]|\\.)*"'  # a string of the program: the address of a link, the name of a file
    r"|(?<!\\)<[^<>\s]*>"  # the name of a place
    r"|(?<!\\)(?P<dots>\.\.\.)"
    r"|(?<!\\)(?P<hyphen>-)(?=[\d?])"
    rf"|(?P<word>(?:\\[^\w\s]|[^\s\\\[\]()\"<>#,;:]){{{LONGEST_WORD + 1},}})",
    re.DOTALL,
)
_SIGN = re.compile(r"\\[^\w\s][\u0300-\u036f]*|.[\u0300-\u036f\u200d\ufe0f\U0001f3fb-\U0001f3ff]*", re.DOTALL)


def literal(source: str) -> str:
    """The program for Typst in which every sign of the text is drawn as it was typed."""
    before, mark, body = source.partition(BODY)
    return before + mark + _LITERAL.sub(_escaped, _START.sub(r"\\", body))


def _escaped(found: re.Match[str]) -> str:
    if found["dots"] or found["hyphen"]:
        return "\\" + found[0]
    if not found["word"]:
        return found[0]
    signs = _SIGN.findall(found["word"])
    pieces = ("".join(signs[at : at + PIECE]) for at in range(0, len(signs), PIECE))
    return "#box();".join(_plain(piece) for piece in pieces)


def _plain(piece: str) -> str:
    """A piece of a word, whose own dots and hyphens are escaped too."""
    return re.sub(r"(?<!\\)(\.\.\.|-(?=[\d?]))", r"\\\1", piece)

"""Characters that are no part of any word: what a terminal obeys, and what turns a line round.

Everything shown or printed is kept free of them: drafts by ``draft.text``, sentences about failures by ``errors``,
outlines by refusal.
"""

import os
from pathlib import Path

from sa_wizard.expressions import Shape

LINE_BREAKS = Shape("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
"""Every way to end a line but the newline itself."""

UNSHOWABLE = Shape(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ufeff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
"""Control characters of terminals, those that override or embed a direction of writing, and those that Unicode keeps
for programs. Why the directions: ``fewer than 21`` can be made to read ``fewer than 12``, and what stands beside it on
the line is turned round with it. Marks that only help (left-to-right, right-to-left, joiners, the tags in the flag of
Wales) stay, so that every script is written as it should be."""

SURROGATES = Shape("[\ud800-\udfff]")
"""Halves of characters, which cannot be encoded."""


def is_plain(text: str) -> bool:
    """Whether a text is letters, marks, spaces and newlines only, so that it holds nothing of the above.

    Quicker than to look for each of them; a text of which this is not true may still hold none.
    """
    return text.replace("\n", "").isprintable()


def one_line(text: str) -> str:
    """Text for one line of a message: every break and tab a space, and nothing that a terminal obeys."""
    if text.isprintable():
        return text
    broken = LINE_BREAKS.sub(" ", text).replace("\n", " ").replace("\t", " ")
    return UNSHOWABLE.sub("", SURROGATES.sub("\ufffd", broken))


def shell_word(path: str | Path) -> str:
    r"""A path, or what else stands in a command that is printed, as one word of that command: shown, it is still it.

    What no message may carry, and bytes that are no UTF-8, are written as numbers (``$'caf\351'``), which bash, zsh
    and every shell after POSIX of 2024 read.
    """
    word = str(path)
    if one_line(word) == word:
        import shlex

        return shlex.quote(word)
    return "$'" + "".join(_numbered(byte) for byte in os.fsencode(word)) + "'"


def _numbered(byte: int) -> str:
    sign = chr(byte)
    if sign in "\\'":
        return f"\\{sign}"
    return sign if " " <= sign <= "~" else f"\\{byte:03o}"

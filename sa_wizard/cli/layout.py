"""Paragraphs as wide as the terminal, and no wider than is comfortable to read."""

import shutil
from textwrap import fill

NARROWEST, WIDEST = 40, 100
"""Columns."""


def wrapped(text: str, first: str = "", rest: str | None = None) -> str:
    """The text with a beginning before its first line and another before the others: the same when not given.

    Nothing is broken inside a word, so that paths and commands can be copied. An empty line divides paragraphs.
    """
    width = max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))
    indent = first if rest is None else rest
    return "\n\n".join(
        fill(
            paragraph,
            width,
            initial_indent=indent if number else first,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for number, paragraph in enumerate(text.split("\n\n"))
    )

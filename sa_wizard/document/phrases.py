"""Answers as Markdown: a labelled paragraph, a list, a sentence that fits a table cell."""

import re
from collections.abc import Sequence
from functools import lru_cache

from sa_wizard.document.prose import cell, inline, prose
from sa_wizard.document.view import Bullets, Labelled, Text

_prose = lru_cache(maxsize=4096)(prose)
"""Answers change one at a time: a second preview or export reads only what was edited since."""

_NOT_A_PARAGRAPH = re.compile(r"(?:[-*] |\d+[.)] |\|)")
_ENDED = (".", "?", "!", ":", "…")

BOLD = "**"
ITALIC = "*"


def labelled(label: str, text: str, level: int, mark: str = BOLD) -> Labelled:
    """A label and an answer of any length; the label runs into a paragraph and stands above a list or a table.

    ``level`` is that of the heading above.
    """
    body = _prose(text, level)
    return Labelled(ended(label), body, not _NOT_A_PARAGRAPH.match(body), mark)


def fact(label: str, words: str, mark: str = BOLD) -> Labelled:
    """A label and a short answer in which everything is literal."""
    return Labelled(ended(label), inline(words), True, mark)


def paragraphs(text: str, level: int) -> Text:
    """An answer of any length without a label."""
    return Text(_prose(text, level))


def bullets(items: Sequence[str]) -> Bullets:
    """A list; an item may hold bold and links, but no list of its own."""
    return Bullets(tuple(one_line(item) for item in items if item.strip()))


def text_cell(text: str) -> str:
    """A text for a table cell: light Markdown when it is one paragraph without pipes, otherwise literal."""
    return cell(text) if "|" in text else one_line(text)


def is_brief(text: str, longest: int) -> bool:
    """Whether a text fits a table cell: one short paragraph."""
    bare = text.strip()
    return len(bare) <= longest and "\n" not in bare and "|" not in bare


def sentence(words: str) -> str:
    """Words with a full stop, unless they end in a mark of their own."""
    return words if words.endswith((".", "?", "!", "…", ":")) else f"{words}."


def lower_first(words: str) -> str:
    """For a label inside a sentence: ``Recorded offences`` becomes ``recorded offences``; ``ASB`` stays."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def one_line(text: str) -> str:
    """A text of one paragraph as light Markdown; anything else literal, on one line."""
    body = _prose(text)
    return inline(text) if "\n" in body or _NOT_A_PARAGRAPH.match(body) else body


def ended(label: str) -> str:
    """A label as it stands before what it labels: with a colon, unless it ends in a mark of its own."""
    bare = label.strip()
    return inline(bare if bare.endswith(_ENDED) else f"{bare}:")

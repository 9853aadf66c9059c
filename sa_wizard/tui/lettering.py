"""What the terminal lacks, shown by what it has: signs by signs of the same width, colours by reversed letters.

Why here, where lines have been drawn already: borders, scroll bars and what people wrote come from many places, and a
sign that the terminal cannot show would move everything behind it on the line.
"""

from functools import lru_cache
from unicodedata import normalize

from rich.cells import cell_len, split_graphemes
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from sa_wizard.settings.manner import is_utf8

_STANDS_FOR = {
    "-": "─━═╌┄┈╍┅┉–—−‐‑‒▔▀▄·",
    "|": "│┃║╎┆┊╏▎▏▕▊▌▐▍▋▉",
    "+": "┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬▛▜▙▟▗▖▘▝",
    "#": "█▓▒░■",
    " ": "▁▂▃▅▆▇\u00a0",
    "v": "▼▾↓✓✔",
    "^": "▲▴↑",
    ">": "▶▸►→›",
    "<": "◀◂◄←‹",
    "*": "●•★",
    "~": "◐…",
    "o": "○",
    "x": "✗✘×",
    "'": "‘’‚′",
    '"': "“”„″",
}
_PLAIN = str.maketrans(
    {"🔎": "> ", "🔍": "> ", **{sign: plain for plain, signs in _STANDS_FOR.items() for sign in signs}}
)

_DEFAULT = Style.from_color(RichColor.default(), RichColor.default())
_REVERSED = Style(reverse=True)


class NoColours(LineFilter):
    """Takes every colour out; what had a ground of its own, such as the line under the cursor, is shown reversed.

    Why not reversed in the style sheets: Textual 8.2.8 loses that on the way to lists and labels.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - as Textual has it
        """The line without colours."""
        return [
            segment if segment.style is None else Segment(segment.text, _colourless(segment.style), segment.control)
            for segment in segments
        ]


class PlainSigns(LineFilter):
    """Draws lines and marks with plain letters, and letters the terminal's encoding has not without their accents."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = "" if is_utf8(encoding) else encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - as Textual has it
        """The line in signs the terminal has."""
        return [
            segment if segment.text.isascii() else Segment(plain(segment.text, self._encoding), *segment[1:])
            for segment in segments
        ]


@lru_cache(2_000)
def _colourless(style: Style) -> Style:
    marked = style.bgcolor is not None and not style.bgcolor.is_default
    plain_style = style + _DEFAULT
    return plain_style + _REVERSED if marked else plain_style


@lru_cache(2_000)
def plain(text: str, encoding: str) -> str:
    """A text in the signs that are plain or, where an encoding is named, that it has; never wider nor narrower."""
    drawn = text.translate(_PLAIN)
    if not encoding or drawn.isascii():
        return drawn
    spans, _ = split_graphemes(drawn)
    return "".join(_within(drawn[start:end], width, encoding) for start, end, width in spans)


def _within(grapheme: str, width: int, encoding: str) -> str:
    try:
        grapheme.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        base = normalize("NFKD", grapheme)[:1]
        return base if base.isascii() and base.isprintable() and cell_len(base) == width else "?" * width
    return grapheme

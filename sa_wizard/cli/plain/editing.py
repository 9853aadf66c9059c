"""The line being typed at a terminal: letters come, are shown, and are rubbed out again. Pure: bytes in, bytes to show.

Why not the terminal's own lines: it drops what is typed or pasted beyond some 4,000 bytes of a line, 1,000 on some
systems, and throws the line away at Ctrl+C and when the connection drops.
"""

import codecs
import unicodedata
from collections.abc import Callable, Mapping

ESCAPE = "\x1b"
END = "\x04"
PASTE_BEGINS, PASTE_ENDS = f"{ESCAPE}[200~", f"{ESCAPE}[201~"
"""What a terminal that was asked to puts around what is pasted."""

_LONGEST_SEQUENCE = 16
"""Characters of an escape sequence that are looked at: more is none that means something here."""

_OLD = "sa_wizard_windows_1252"
"""Reads bytes that are no UTF-8 one by one as Windows-1252: most likely what an old terminal sends."""


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_OLD, _as_windows)


def decoded(raw: bytes) -> str:
    """Bytes as text: UTF-8, and what is not, as Windows-1252."""
    return raw.decode("utf-8", errors=_OLD)


class LineEditor:
    """What stands on the line, and the lines that Enter has ended. Rubbing out is all the editing there is."""

    def __init__(self) -> None:
        """An empty line."""
        self.ended = False
        """Whether Ctrl+D was pressed on an empty line."""
        self.joins = False
        """Whether lines that are pasted together are one: an answer of one line must not run over into the next."""
        self._line: list[str] = []
        self._pasting = False
        self._joint = False
        """Whether a line of what is being pasted ended here, and the next is to be joined to it."""
        self._sequence = ""
        """What has come of an escape sequence, such as that of an arrow key, which means nothing here."""
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors=_OLD)
        self._keys: Mapping[str, Callable[[], str]] = {
            "\x7f": lambda: self._rub(1),
            "\x08": lambda: self._rub(1),
            "\x15": lambda: self._rub(len(self._line)),
            "\x17": self._rub_word,
        }

    @property
    def text(self) -> str:
        """What stands on the line."""
        return "".join(self._line)

    def feed(self, raw: bytes) -> tuple[list[str], str]:
        """Take keys in; returns the lines they ended and what the terminal is to show."""
        lines: list[str] = []
        shown: list[str] = []
        for key in self._decoder.decode(raw):
            if self._swallowed(key):
                continue
            if key in "\r\n" and self._pasting and self.joins:
                self._joint = bool(self._line)
            elif key in "\r\n":
                lines.append(self.text)
                self._line = []
                shown.append("\n")
            elif key in self._keys:
                shown.append(self._keys[key]())
            elif key == END:
                self.ended = self.ended or not self._line
            elif key == "\t" or unicodedata.category(key) != "Cc":
                if self._joint:
                    self._line.append(" ")
                    shown.append(" ")
                    self._joint = False
                self._line.append(key)
                shown.append(" " if key == "\t" else key if key.isprintable() or key == "\u200d" else "")
        return lines, "".join(shown)

    def _swallowed(self, key: str) -> bool:
        """Whether a key is part of an escape sequence; Escape alone is nothing, and takes no letter with it."""
        if key == ESCAPE:
            self._sequence = key
            return True
        if not self._sequence:
            return False
        if self._sequence == ESCAPE:
            self._sequence = ESCAPE + key if key in "[O" else ""
            return bool(self._sequence)
        if key in "\r\n":
            self._sequence = ""
            return False
        if self._sequence == f"{ESCAPE}O" or "@" <= key <= "~":
            self._pasting = {PASTE_BEGINS: True, PASTE_ENDS: False}.get(self._sequence + key, self._pasting)
            self._joint = self._joint and self._pasting
            self._sequence = ""
        else:
            self._sequence = (self._sequence + key)[:_LONGEST_SEQUENCE]
        return True

    def _rub(self, count: int) -> str:
        gone = [self._line.pop() for _ in range(min(count, len(self._line)))]
        while gone and self._line and unicodedata.combining(gone[-1]):
            gone.append(self._line.pop())
        return "\b \b" * sum(_cells(letter) for letter in gone)

    def _rub_word(self) -> str:
        text = self.text.rstrip()
        return self._rub(len(self._line) - (text.rfind(" ") + 1))


def _cells(letter: str) -> int:
    """How many columns a terminal gives a letter."""
    if unicodedata.combining(letter) or (not letter.isprintable() and letter != "\t"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1

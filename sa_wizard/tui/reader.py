"""What a terminal sends, as keys and events: pastes are taken out whole, and codes that nobody knows are dropped.

Textual's parser does the rest. Nothing here reads or writes: text goes in, events come out.
"""

import re
from collections.abc import Generator, Iterable
from functools import cache
from time import monotonic

from textual import constants, events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import (
    BRACKETED_PASTE_END,
    BRACKETED_PASTE_START,
    SPECIAL_SEQUENCES,
    XTermParser,
    _re_cursor_position,
    _re_in_band_window_resize,
    _re_mouse_event,
    _re_terminal_mode_response,
)
from textual.message import Message

from sa_wizard.expressions import Shape

LONGEST_PASTE = 8_000_000
"""Characters of one paste that are kept, several times what a draft may hold; of a longer one the rest is dropped."""

PASTE_ENDS = 5.0
"""Seconds without anything after which a paste is over, though its end never came: the keyboard must not stay dead."""

_PLAIN_CODE = r"\x1b\[[0-?]*[ -/]*[@-~]"


@cache
def _code() -> re.Pattern[str]:
    """A whole code: a key, a report, the mouse of old terminals, or an answer to what another program asked."""
    odd = (
        re.escape(code)
        for code in sorted(map(str, ANSI_SEQUENCES_KEYS), key=len, reverse=True)
        if code.startswith("\x1b[") and not re.fullmatch(_PLAIN_CODE, code)
    )
    other = r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P_^X][^\x07\x1b]*\x1b\\"
    return re.compile("|".join((*odd, r"\x1b\[M...", _PLAIN_CODE, other)), re.DOTALL)


_BEGUN = Shape(
    r"\x1b(?:\[(?:M.{0,2}|\[|[0-?]*[ -/]*)"
    r"|\](?:\d{1,4}(?:;[^\x07\x1b]{0,4096}\x1b?)?)?|P(?:[\d>][^\x07\x1b]{0,4096}\x1b?)?)?\Z",
    re.DOTALL,
)
"""A code of which the rest may be on its way, or an escape."""

_ANSWER_ENDS = 1.0
"""Seconds that the rest of an answer to what another program asked is waited for; then what came of it is dropped."""

_REPORTS = (_re_cursor_position, _re_mouse_event, _re_terminal_mode_response, _re_in_band_window_resize)


class Reader(XTermParser):
    """The parser, with what it must not see taken out first. A code that is cut in two is kept till the rest comes."""

    def __init__(self) -> None:
        super().__init__()
        self._paste: _Paste | None = None
        self._begun = ""
        self._since = 0.0

    def feed(self, data: str) -> Iterable[Message]:
        """The events in what came."""
        if not data:
            return
        data, self._begun, self._since = self._begun + data, "", monotonic()
        while data:
            if self._paste is not None:
                data = yield from self._pasted(self._paste, data)
                continue
            keys, start, data = data.partition(BRACKETED_PASTE_START)
            if start:
                self._paste = _Paste()
            elif "\x1b" in keys and (begun := _BEGUN.search(keys)):
                keys, self._begun = keys[: begun.start()], begun[0]
            known = _code().sub(self._known, keys) if "\x1b" in keys else keys
            if known:
                yield from super().feed(known)

    def tick(self) -> Iterable[Message]:
        """What is an event because nothing came after it: an escape is a key of its own."""
        yield from super().tick()
        waited = monotonic() - self._since
        answer = len(self._begun) > 2 and self._begun[1] in "]P"
        if answer and waited >= _ANSWER_ENDS:
            self._begun = ""
        elif self._begun and not answer and waited >= constants.ESCAPE_DELAY:
            begun, self._begun = self._begun, ""
            if begun == "\x1b":
                yield events.Key("escape", "\x1b")
            else:
                yield from super().feed(begun)
        if self._paste is not None and waited >= PASTE_ENDS:
            yield from self._pasted(self._paste, BRACKETED_PASTE_END)

    def parse_mouse_code(self, code: str) -> Message | None:
        """Where the mouse is. A terminal that does not know how large its letters are says that they are nothing."""
        if self.terminal_pixel_size is not None and not all(self.terminal_pixel_size):
            self.terminal_pixel_size = None
        return super().parse_mouse_code(code)

    def _pasted(self, paste: "_Paste", data: str) -> Generator[Message, None, str]:
        """Add to a paste, which is one event at its end; returns what stands behind that."""
        behind = paste.take(data)
        if behind is None:
            return ""
        self._paste = None
        yield events.Paste(paste.text)
        return behind

    def _known(self, code: re.Match[str]) -> str:
        """A code if it means something, and nothing if not."""
        return code[0] if self._means_something(code[0]) else ""

    def _means_something(self, code: str) -> bool:
        if code in SPECIAL_SEQUENCES:
            return code != BRACKETED_PASTE_END
        if any(report.match(code) for report in _REPORTS):
            return True
        try:
            keys = list(self._sequence_to_key_events(code))
        except (ValueError, OverflowError):  # a number that is no character
            return False
        return bool(keys) and not any("\ud800" <= sign <= "\udfff" for key in keys for sign in key.character or "")


class _Paste:
    """A paste that is still coming in. Nothing in it is a code; NUL is no text, as in Textual."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._tail = ""

    @property
    def text(self) -> str:
        """What came so far."""
        return "".join(self._pieces)

    def take(self, data: str) -> str | None:
        """Add what came; returns what stands behind the end of the paste, and None while there is no end."""
        text, end, behind = (self._tail + data).partition(BRACKETED_PASTE_END)
        cut = len(text) if end else max(0, len(text) - len(BRACKETED_PASTE_END) + 1)
        self._tail = text[cut:]
        piece = text[: min(cut, LONGEST_PASTE - self._length)].replace("\x00", "")
        self._pieces.append(piece)
        self._length += len(piece)
        return behind if end else None

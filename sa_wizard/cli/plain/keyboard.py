"""Lines as they are typed or piped in, and what ends them: the end of the input, a hang-up, Ctrl+C.

Signals are only noted, and met while the next line is waited for: an answer is never cut short half kept.
"""

import contextlib
import io
import os
import select
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator

from sa_wizard.draft.bounds import LONGEST_TEXT
from sa_wizard.draft.text import clean_line

if sys.platform != "win32":
    import termios

Waiting = Callable[[], float | None]
"""Called before each wait; returns the seconds after which it wants to be called again, None for never."""

ENDS = {"SIGHUP": 129, "SIGINT": 130, "SIGTERM": 143}
"""What asks the program to end, and the exit codes that say so."""

LONGEST = 4 * LONGEST_TEXT
"""Bytes of one line; more is no answer, and must not fill the memory."""

TERMINAL_LINE = 1023 if sys.platform == "darwin" else 4094
"""Bytes of one line that a terminal passes on; it drops what is typed beyond them."""

_PIECE = 1 << 16


class Ended(Exception):
    """There is no more input: the exit code, and what stood on a line that was not finished."""

    def __init__(self, code: int, half: str = "") -> None:
        """Keep both; 0 is the ordinary end of a script."""
        self.code = code
        self.half = half
        super().__init__(code)


class Keyboard:
    """Standard input by lines. ``trouble`` says what was wrong with the last of them; empty when nothing was."""

    def __init__(self, stream: io.TextIOBase | None = None) -> None:
        """Read from a stream, standard input unless given."""
        self._stream = stream or sys.stdin
        self._fd = _number(self._stream)
        self.terminal = self._fd is not None and os.isatty(self._fd)
        self.trouble = ""
        self._lines: deque[bytes] = deque()
        self._rest: list[bytes] = []
        self._over = False
        self._first = True
        self._signalled = 0
        self._woken: int | None = None

    @property
    def asked_to_end(self) -> bool:
        """Whether a signal came that the next wait will meet."""
        return bool(self._signalled)

    @contextlib.contextmanager
    def watched(self) -> Iterator[None]:
        """Note signals rather than die of them, until the end of the block. One that is ignored stays so."""
        before = {}
        wake, told = os.pipe()
        os.set_blocking(told, False)
        self._woken = wake
        for name, code in ENDS.items():
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, lambda *_, code=code: self._note(code))
        old = signal.set_wakeup_fd(told, warn_on_full_buffer=False)
        try:
            with self._half_lines_kept():
                yield
        finally:
            signal.set_wakeup_fd(old)
            for number, handler in before.items():
                signal.signal(number, handler)
            self._woken = None
            os.close(wake)
            os.close(told)

    def line(self, waiting: Waiting = lambda: None) -> str:
        """The next line without its end; raises Ended when there is none."""
        self.trouble = ""
        while not self._lines:
            if self._signalled:
                raise Ended(self._signalled, self._half_typed())
            if self._over:
                raise Ended(self._why_over())
            self._wait(waiting)
            if not self._signalled:
                self._take(self._read())
        if self._signalled:
            raise Ended(self._signalled)
        return self._text(self._lines.popleft())

    def _wait(self, waiting: Waiting) -> None:
        """Until something can be read or a signal came, calling ``waiting`` as often as it likes."""
        seconds = waiting()
        if self._fd is None or self._woken is None or sys.platform == "win32":
            return
        while not self._signalled and not select.select([self._fd, self._woken], [], [], seconds)[0]:
            seconds = waiting()

    def _read(self) -> bytes:
        try:
            if self._fd is not None:
                return os.read(self._fd, _PIECE)
            buffer = getattr(self._stream, "buffer", None)
            return buffer.read1(_PIECE) if buffer is not None else b""
        except OSError:  # the terminal has gone
            if self.terminal:
                self._signalled = self._signalled or ENDS["SIGHUP"]
            return b""

    def _take(self, piece: bytes) -> None:
        if not piece:
            self._over = True
            if any(self._rest):
                self._lines.append(b"".join(self._rest))
            self._rest = []
            return
        *whole, rest = piece.split(b"\n")
        for each in whole:
            self._lines.append(b"".join([*self._rest, each]))
            self._rest = []
        self._rest.append(rest)
        if sum(map(len, self._rest)) > LONGEST:
            self._over, self._rest = True, []
            self._lines.append(b"")
            self.trouble = f"A line of more than {LONGEST:,} bytes is no answer; nothing was read from there on."

    def _text(self, raw: bytes) -> str:
        raw = raw.removesuffix(b"\r")
        if self._first:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
            self._first = False
        if self.terminal and len(raw) >= TERMINAL_LINE:
            self.trouble = (
                f"A terminal passes on {TERMINAL_LINE:,} bytes of a line and drops the rest: look at the end of this "
                "one, and write long texts over several lines."
            )
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            self.trouble = "This line was not UTF-8 text, so it was read as Windows-1252: look at its letters."
            return raw.decode("cp1252", errors="replace")

    def _note(self, code: int) -> None:
        self._signalled = self._signalled or code

    def _why_over(self) -> int:
        """0 for an end that was meant; a terminal that has gone is a hang-up, even when no signal came."""
        if not self.terminal or self._fd is None or not hasattr(select, "poll"):
            return 0
        looked = select.poll()
        looked.register(self._fd, 0)
        return ENDS["SIGHUP"] if looked.poll(0) else 0

    @contextlib.contextmanager
    def _half_lines_kept(self) -> Iterator[None]:
        """Let the terminal keep a half-typed line when Ctrl+C is pressed; it throws it away otherwise."""
        if sys.platform == "win32" or not self.terminal or self._fd is None:
            yield
            return
        before: list[object] | None = None
        with contextlib.suppress(termios.error):
            before = termios.tcgetattr(self._fd)
            kept = termios.tcgetattr(self._fd)
            kept[3] |= termios.NOFLSH
            termios.tcsetattr(self._fd, termios.TCSANOW, kept)
        try:
            yield
        finally:
            if before is not None:
                with contextlib.suppress(termios.error):
                    termios.tcsetattr(self._fd, termios.TCSANOW, before)  # type: ignore[arg-type]

    def _half_typed(self) -> str:
        """What stands on the terminal's line that Enter has not ended: nothing typed is lost."""
        if sys.platform == "win32" or not self.terminal or self._fd is None:
            return self._text(b"".join(self._rest)) if any(self._rest) else ""
        raw = b""
        with contextlib.suppress(OSError, termios.error):
            before = termios.tcgetattr(self._fd)
            bare = termios.tcgetattr(self._fd)
            bare[3] &= ~termios.ICANON
            bare[6][termios.VMIN], bare[6][termios.VTIME] = 0, 0
            termios.tcsetattr(self._fd, termios.TCSANOW, bare)
            try:
                if select.select([self._fd], [], [], 0)[0]:
                    raw = os.read(self._fd, _PIECE)
            finally:
                termios.tcsetattr(self._fd, termios.TCSANOW, before)
        return clean_line(self._text(raw.rstrip(b"\x03\x04\r\n"))) if raw else ""


def _number(stream: object) -> int | None:
    """The number the system knows a stream by; None for one that is only in memory."""
    try:
        found: int = stream.fileno()  # type: ignore[attr-defined]
    except (AttributeError, OSError, ValueError):
        return None
    return found

"""Lines as they are typed or piped in, and what ends them: the end of the input, a hang-up, Ctrl+C.

Signals are only noted, and met while the next line is waited for: an answer is never cut short half kept.
"""

import contextlib
import os
import select
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator

from sa_wizard.cli.plain.editing import ESCAPE, LineEditor, decoded
from sa_wizard.draft.bounds import LONGEST_TEXT
from sa_wizard.errors import SaWizardError, UsageProblem

if sys.platform != "win32":
    import termios

Waiting = Callable[[], float | None]
"""Called before each wait; returns the seconds after which it wants to be called again, None for never."""

ENDS = {"SIGHUP": 129, "SIGINT": 130, "SIGTERM": 143}
"""What asks the program to end, and the exit codes that say so."""

LONGEST = 4 * LONGEST_TEXT
"""Bytes of one line; more is no answer, and must not fill the memory."""

_PIECE = 1 << 16


class Ended(Exception):
    """There is no more input: the exit code, what stood on a line that was not finished, and what became of it."""

    def __init__(self, code: int, half: str = "", told: str = "") -> None:
        """Keep all; 0 is the ordinary end of a script."""
        self.code = code
        self.half = half
        self.told = told
        super().__init__(code)


class Keyboard:
    """Standard input by lines. ``trouble`` says what was wrong with the last of them; empty when nothing was."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._fd = _number(sys.stdin)
        self._shown_on = _number(sys.stdout)
        self.terminal = self._fd is not None and os.isatty(self._fd)
        self.trouble = ""
        self.number = 0
        """Which line of the input, from 1, was handed out last."""
        self._lines: deque[tuple[str, str]] = deque()
        """Each with what is wrong with it."""
        self._rest: list[bytes] = []
        self._editor: LineEditor | None = None
        self._over = False
        self._first = True
        self._code = 0
        """The exit code for what asked the program to end; 0 while nothing did."""
        self._told = ""
        """Why nothing more is read, when that is no ordinary end."""
        self._continued = False
        self._woken: int | None = None

    @property
    def asked_to_end(self) -> bool:
        """Whether a signal came that the next wait will meet."""
        return bool(self._code)

    @property
    def begun(self) -> str:
        """What stands on the line at a terminal that Enter has not ended yet."""
        return self._editor.text if self._editor is not None else ""

    @property
    def gone(self) -> bool:
        """Whether it is a terminal that is no longer there: its window was closed, or the connection dropped."""
        if not self.terminal or self._fd is None or not hasattr(select, "poll"):
            return False
        looked = select.poll()
        looked.register(self._fd, 0)
        return bool(looked.poll(0))

    @contextlib.contextmanager
    def watched(self) -> Iterator[None]:
        """Note signals rather than die of them, until the end of the block. One that is ignored stays so.

        Windows has no signals to note: Ctrl+C raises KeyboardInterrupt there.
        """
        if sys.platform == "win32":
            yield
            return
        before = {}
        self._woken, told = os.pipe()
        os.set_blocking(self._woken, False)
        os.set_blocking(told, False)
        for name in (*ENDS, "SIGCONT"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, self._note)
        old = signal.set_wakeup_fd(told, warn_on_full_buffer=False)
        try:
            with self._by_keys():
                yield
        finally:
            signal.set_wakeup_fd(old)
            for number, handler in before.items():
                signal.signal(number, handler)
            os.close(self._woken)
            os.close(told)
            self._woken = None

    def line(self, waiting: Waiting = lambda: None, *, joined: bool = True) -> str:
        """The next line without its end; raises Ended when there is none. What was read before a signal comes first.

        ``joined``: what is pasted at a terminal is one line, and Enter ends it; else each of its lines is one.
        """
        if self._editor is not None:
            self._editor.joins = joined
        while not self._lines:
            if self._over:
                raise Ended(self._code or (ENDS["SIGHUP"] if self.gone else 0), told=self._told)
            self._wait(waiting)
            if not self._code or self._ready():
                self._take(self._read())
            elif not self._lines:
                raise Ended(self._code, self._half())
        text, self.trouble = self._lines.popleft()
        self.number += 1
        return text

    def back(self, line: str) -> None:
        """Put a line back that was read: it is the next."""
        self._lines.appendleft((line, ""))
        self.number -= 1

    def refuse(self, error: SaWizardError, number: int) -> None:
        """Raise Ended for a line of a script that was refused. A person at a terminal is told, and types another.

        Why: what follows was written to be read after that line, and would answer other questions than it was meant to.
        """
        if not self.terminal:
            raise Ended(
                error.exit_code, told=f"Line {number:,} was refused, and nothing after it was taken. {error}"
            ) from error

    def _wait(self, waiting: Waiting) -> None:
        """Until something can be read or a signal came, calling ``waiting`` as often as it likes."""
        seconds = waiting()
        if self._fd is None or self._woken is None or sys.platform == "win32":
            return
        while not self._code:
            ready = select.select([self._fd, self._woken], [], [], seconds)[0]
            if self._woken in ready:
                os.read(self._woken, _PIECE)
                self._come_back()
            if self._fd in ready:
                return
            seconds = waiting()

    def _ready(self) -> bool:
        """Whether something was typed before a signal came that is not read yet; a pipe may go on for ever."""
        if not self.terminal or self._fd is None or sys.platform == "win32":
            return False
        return bool(select.select([self._fd], [], [], 0)[0])

    def _read(self) -> bytes:
        try:
            if self._fd is not None:
                return os.read(self._fd, _PIECE)
            buffer = getattr(sys.stdin, "buffer", None)
            read: bytes = buffer.read1(_PIECE) if buffer is not None else b""
            return read
        except OSError:  # the terminal has gone
            if self.terminal:
                self._code = self._code or ENDS["SIGHUP"]
            return b""

    def _take(self, piece: bytes) -> None:
        if not piece:
            half = self._half()
            self._lines.extend([(half, "")] if half else [])
            self._over = True
        elif self._editor is not None:
            lines, shown = self._editor.feed(piece)
            self._show(shown)
            self._lines.extend((line, "") for line in lines)
            self._over = self._over or self._editor.ended
            self._bound(len(self._editor.text))
        else:
            *whole, rest = piece.split(b"\n")
            for each in whole:
                self._lines.append(self._text(b"".join([*self._rest, each])))
                self._rest = []
            self._rest.append(rest)
            self._bound(sum(map(len, self._rest)))

    def _bound(self, length: int) -> None:
        if length > LONGEST:
            beyond = self.number + len(self._lines) + 1
            self._over, self._rest, self._editor = True, [], None
            self._code = self._code or UsageProblem.exit_code
            self._told = (
                f"Line {beyond:,} has more than {LONGEST:,} bytes, which is no answer; nothing was read from there on."
            )

    def _text(self, raw: bytes) -> tuple[str, str]:
        raw = raw.removesuffix(b"\r")
        if self._first:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
            self._first = False
        try:
            return raw.decode("utf-8"), ""
        except UnicodeDecodeError:
            return decoded(raw), "This line was not all UTF-8 text; the rest was read as Windows-1252: look at it."

    def _half(self) -> str:
        """What stands on the line that nothing has ended yet; it is taken off it."""
        if self._editor is not None:
            half, self._editor = self._editor.text, LineEditor()
            return half
        rest, self._rest = b"".join(self._rest), []
        return self._text(rest)[0] if rest else ""

    def _note(self, number: int, _: object) -> None:
        name = signal.Signals(number).name
        self._code = self._code or ENDS.get(name, 0)
        self._continued = self._continued or name == "SIGCONT"

    @contextlib.contextmanager
    def _by_keys(self) -> Iterator[None]:
        """Take a terminal key by key until the end of the block; where that cannot be, it hands over its own lines."""
        if sys.platform == "win32" or self._fd is None or not self.terminal or not os.isatty(self._shown_on or 0):
            yield
            return
        try:
            before = termios.tcgetattr(self._fd)
            self._set_keys()
        except termios.error:
            yield
            return
        self._editor = LineEditor()
        self._tell_pastes(on=True)
        try:
            yield
        finally:
            self._tell_pastes(on=False)
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self._fd, termios.TCSADRAIN, before)

    def _set_keys(self) -> None:
        """Each key at once and shown by us; Ctrl+C and Ctrl+Z stay signals, and take no key with them."""
        if sys.platform == "win32" or self._fd is None:
            return
        kept = termios.tcgetattr(self._fd)
        kept[3] = kept[3] & ~(termios.ICANON | termios.ECHO) | termios.ISIG | termios.NOFLSH
        kept[6][termios.VMIN], kept[6][termios.VTIME] = 1, 0
        termios.tcsetattr(self._fd, termios.TCSADRAIN, kept)

    def _come_back(self) -> None:
        """After Ctrl+Z and fg: the shell has set the terminal its own way meanwhile."""
        if self._continued and self._editor is not None and sys.platform != "win32":
            self._continued = False
            with contextlib.suppress(termios.error):
                self._set_keys()
            self._tell_pastes(on=True)
            self._show(self._editor.text)

    def _tell_pastes(self, *, on: bool) -> None:
        """Ask a terminal that knows of such things to mark what is pasted, or no longer to."""
        if os.environ.get("TERM", "") not in ("", "dumb"):
            self._show(f"{ESCAPE}[?2004{'h' if on else 'l'}")

    def _show(self, text: str) -> None:
        """Show what is typed; a terminal that has gone is met where the next line is read."""
        raw = text.encode(getattr(sys.stdout, "encoding", None) or "utf-8", errors="replace")
        with contextlib.suppress(OSError):
            while raw and self._shown_on is not None:
                raw = raw[os.write(self._shown_on, raw) :]


def _number(stream: object) -> int | None:
    """The number the system knows a stream by; None for one that is only in memory."""
    try:
        found: int = stream.fileno()  # type: ignore[attr-defined]
    except (AttributeError, OSError, ValueError):
        return None
    return found

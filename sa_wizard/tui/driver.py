"""What comes from a terminal of Linux or macOS, and how it is given back.

Why not Textual's own driver as it is (8.2.8): one byte that is no UTF-8, or a code with a number too large, ends the
program; a code nobody knows is typed into the answer; what stands behind an escape character in a paste is obeyed as
keys; a long paste is read letter by letter; and two things it switches on stay on after it has left.
"""

import os
import select
from codecs import getincrementaldecoder
from itertools import chain

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize

from sa_wizard.tui.reader import Reader

_SHAPE = "\x1b]22;"
"""How the code begins that gives the mouse pointer a shape."""
_AS_BEFORE = f"{_SHAPE}default\x07"
_MOST = 65_536
_PAUSE = 0.1
"""Seconds after which it is looked whether the program is leaving, and whether an escape was a key of its own."""


class Line(LinuxDriver):
    """The line to the terminal: whatever comes in ends nothing, and all that was switched on is switched off again."""

    _shape = _AS_BEFORE

    def write(self, data: str) -> None:
        """Send something, and remember what shape the pointer has."""
        if data.startswith(_SHAPE):
            self._shape = data
        super().write(data)

    def run_input_thread(self) -> None:
        """Read what comes, and hand it on as keys and events, until the program leaves or the line is gone."""
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        reader = Reader()
        while not self.exit_event.is_set():
            came = ""
            if select.select([self.fileno], [], [], _PAUSE)[0]:  # macOS polls no terminal
                try:
                    raw = os.read(self.fileno, _MOST)
                except OSError:  # ``line`` has noticed it, too, and ends the program in order
                    return
                if not raw:
                    return
                came = decode(raw)
            try:
                for message in chain(reader.feed(came), reader.tick()):
                    if isinstance(message, Resize) and message.size == self._app.size:
                        continue  # a terminal that is asked to tell when its size changes begins with what is known
                    self.process_message(message)
            except Exception:  # nothing that a terminal sends may end the program
                reader = Reader()

    def _disable_mouse_support(self) -> None:
        super()._disable_mouse_support()
        if self._mouse_pixels:
            self.write("\x1b[?1016l")
        if self._shape != _AS_BEFORE:
            super().write(_AS_BEFORE)
            self._shape = _AS_BEFORE

"""What is sent to a terminal so that it puts a text on the clipboard of whoever sits there, and what is said of it.

The code is OSC 52. A terminal never answers it, and many do not allow it: nothing here says that a text was copied.
"""

from base64 import b64encode

from sa_wizard.settings.manner import Way

LIMIT = 74_994
"""Bytes of text. Terminals that have a limit drop codes above 100,000 bytes: the base64 of these, and 8."""

_PIECE = 76
"""Characters that GNU screen is given at a time: from some 250 on it shows them instead."""


def code(text: str, way: Way) -> str:
    """The code that offers a text to the clipboard, as the way to it has to have it; empty when there is none.

    In base64 nothing of the text can be a code. tmux takes it for itself (``set-clipboard on``) or hands it on wrapped
    (``allow-passthrough on``). Why the pieces for screen begin with one that has no text: a tmux at the far end of a
    line may call itself screen, and would take the first piece for the whole.
    """
    if way not in ("terminal", "tmux", "screen") or size(text) > LIMIT:
        return ""
    data = b64encode(text.encode(errors="replace")).decode()
    bare = f"\x1b]52;c;{data}\x07"
    if way == "terminal":
        return bare
    if way == "tmux":
        return f"{bare}\x1bPtmux;{bare.replace(chr(27), chr(27) * 2)}\x1b\\"
    pieces = ["\x1b]52;c;", *(data[at : at + _PIECE] for at in range(0, len(data), _PIECE)), "\x07"]
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)


def size(text: str) -> int:
    """Bytes of a text."""
    return len(text.encode(errors="replace"))


def told(text: str, way: Way) -> str:
    """What to say when a text was copied. Inside the wizard it is there in any case."""
    what = f"{len(text):,} character{'s' if len(text) != 1 else ''}"
    here = "Ctrl+V puts it where you want in the wizard."
    if way == "off":
        return f"Copied {what} inside the wizard only, as the setting 'clipboard' says. {here}"
    if way == "none":
        return f"Copied {what} inside the wizard only: this terminal has no clipboard. {here}"
    if size(text) > LIMIT:
        long = f"{size(text) // 1000:,} kB, limit {LIMIT // 1000} kB"
        return f"Too long for the terminal's clipboard: {long}; nothing was sent to it. {here}"
    sent = f"Sent {what} to the terminal's clipboard."
    if way == "tmux":
        return f"{sent} tmux passes it on with 'set-clipboard on' or 'allow-passthrough on'."
    return f"{sent} If pasting elsewhere brings nothing, your terminal does not allow it."

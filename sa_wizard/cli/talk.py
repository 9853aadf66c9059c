"""Data goes to standard output, talk to standard error, and neither carries anything a terminal would obey."""

import contextlib
import json
import os
import sys
from typing import TextIO

from sa_wizard.draft.text import clean
from sa_wizard.errors import CannotWrite
from sa_wizard.expressions import Shape
from sa_wizard.signs import SURROGATES, UNSHOWABLE, one_line

_NOT_PLAIN = Shape(f"{UNSHOWABLE.pattern}|{SURROGATES.pattern}|[\x85\u2028\u2029]")


def prepare() -> None:
    """Set up the streams: no text may fail to print, and data that goes to a file or a pipe is always UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        set_up = getattr(stream, "reconfigure", None)
        if set_up is None:
            continue
        with contextlib.suppress(OSError, ValueError):
            if stream is sys.stdout and not stream.isatty():
                set_up(encoding="utf-8", errors="backslashreplace", newline="\n")
            else:
                set_up(errors="replace")


def say(text: str) -> None:
    """Print data; raises CannotWrite when it cannot be taken, BrokenPipeError when the reader has gone."""
    _put(clean(text))


def say_json(value: object) -> None:
    """Print data as indented JSON. Characters no terminal should meet are escaped as JSON does, so none is lost."""
    plain = json.dumps(value, ensure_ascii=False, indent=2)
    _put(_NOT_PLAIN.sub(lambda found: _escaped(found[0]), plain))


def tell(text: str) -> None:
    """Say something about what was done or went wrong, on one line. When nobody listens, that is no failure."""
    with contextlib.suppress(OSError, ValueError):
        if sys.stderr is not None:
            sys.stderr.write(one_line(text).rstrip() + "\n")
            sys.stderr.flush()


def hush() -> None:
    """Point standard output nowhere, so that closing the program does not complain of what could not be printed."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def terminal() -> bool:
    """Whether a person sits at both ends: keyboard in, screen out."""
    return all(_is_terminal(stream) for stream in (sys.stdin, sys.stdout))


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _escaped(sign: str) -> str:
    return f"\\u{ord(sign):04x}" if ord(sign) <= 0xFFFF else json.dumps(sign)[1:-1]


def need_output() -> None:
    """Raise CannotWrite when there is no standard output."""
    if sys.stdout is None:
        raise CannotWrite("There is nowhere to print to: standard output is closed.", "Run it without '>&-'.")


def _put(text: str) -> None:
    need_output()
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise refused(error) from error


def refused(error: OSError) -> CannotWrite:
    """What is said of standard output that takes nothing; nothing more is sent there."""
    hush()
    return CannotWrite(
        f"The output could not be written ({(error.strerror or 'the system refused').lower()}).",
        "Send it to a disk with room on it.",
    )

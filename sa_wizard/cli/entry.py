"""The way in: one place where every failure becomes a sentence and an exit code."""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from sa_wizard.cli import talk
from sa_wizard.cli.named import COMMANDS, COMPLETE
from sa_wizard.errors import SaWizardError

INTERRUPTED = 130
READER_GONE = 141
"""128 and the number of the signal, as shells have it."""


def main(args: Sequence[str]) -> int:
    """Run one command line; returns the exit code. Nothing is raised but what a signal or shell completion asks for."""
    talk.prepare()
    try:
        return _run(args)
    except SaWizardError as error:
        talk.tell(str(error))
        return error.exit_code
    except (BrokenPipeError, KeyboardInterrupt) as error:
        talk.hush()
        return INTERRUPTED if isinstance(error, KeyboardInterrupt) else READER_GONE
    except Exception as error:  # the one place where a fault in the program is met
        from sa_wizard import crash

        log = crash.record(error)
        talk.tell(f"{crash.sentence(error)} {crash.hint(log)}")
        return 1


def stop_on_signals() -> None:
    """Let a hang-up or a request to end run every clean-up on its way out: locks are given back, temporary files go."""
    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number: int, _: object) -> NoReturn:
    sys.exit(128 + number)


def _run(args: Sequence[str]) -> int:
    """What is asked most needs nothing that understands options: to open a draft, at a place or not, or to check it."""
    match args:
        case ["check", draft] if _is_there(draft):
            from sa_wizard.cli.checking import check

            return check(Path(draft))
        case [draft] | [draft, "--at", _] if draft not in COMMANDS and _is_there(draft):
            from sa_wizard.cli.opening import open_wizard

            return open_wizard(Path(draft), args[2] if len(args) > 1 else "")
        case _:
            from sa_wizard.cli import front

            return front.run(args)


def _is_there(draft: str) -> bool:
    """Whether an argument is a draft and nothing else; ``Path.is_file`` would raise where it may not look."""
    return not draft.startswith("-") and COMPLETE not in os.environ and os.path.isfile(draft)  # noqa: PTH113

"""The command line: parse, call, print, exit code. What each command does is in the rooms below."""

import contextlib
import sys
from typing import NoReturn

from sa_wizard import __version__


def run() -> NoReturn:
    """Run the command that the program was started with and exit with its code.

    Why: ``--version`` is answered before anything is loaded, so that scripts may ask it as often as they like.
    """
    if sys.argv[1:] == ["--version"] and sys.stdout is not None:
        with contextlib.suppress(OSError):  # what becomes of that is known further in
            sys.stdout.write(f"sa-wizard {__version__}\n")
            sys.stdout.flush()
            sys.exit(0)
    from sa_wizard import collecting
    from sa_wizard.cli.left_out import leave_out

    collecting.put_off()
    leave_out()
    from sa_wizard.cli.entry import main, stop_on_signals

    stop_on_signals()
    code = main(sys.argv[1:])
    collecting.end()
    sys.exit(code)

"""The command line: parse, call, print, exit code. What each command does is in the rooms below."""

import gc
import sys
from typing import NoReturn

from sa_wizard import __version__

MANY = 50_000
"""Objects made after which Python looks for those that nothing needs, in place of 700. Why: nearly all that is made at
the start stays to the end, and looking through it again and again is a tenth of the time till the first screen."""


def run() -> NoReturn:
    """Run the command that the program was started with and exit with its code.

    Why: ``--version`` is answered before anything is loaded, so that scripts may ask it as often as they like.
    """
    if sys.argv[1:] == ["--version"] and sys.stdout is not None:
        sys.stdout.write(f"sa-wizard {__version__}\n")
        sys.exit(0)
    gc.set_threshold(MANY)
    from sa_wizard.cli.entry import main, stop_on_signals

    stop_on_signals()
    sys.exit(main(sys.argv[1:]))

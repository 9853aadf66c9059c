"""The command line: parse, call, print, exit code. What each command does is in the rooms below."""

import sys
from types import ModuleType
from typing import NoReturn

from sa_wizard import __version__


def run() -> NoReturn:
    """Run the command that the program was started with and exit with its code.

    Why: ``--version`` is answered before anything is loaded, so that scripts may ask it as often as they like.
    """
    if sys.argv[1:] == ["--version"] and sys.stdout is not None:
        sys.stdout.write(f"sa-wizard {__version__}\n")
        sys.exit(0)
    from sa_wizard import collecting

    collecting.put_off()
    _leave_plugins_out()
    from sa_wizard.cli.entry import main, stop_on_signals

    stop_on_signals()
    sys.exit(main(sys.argv[1:]))


def _leave_plugins_out() -> None:
    """Let Pydantic have no plugins, rather than look for them in everything that is installed here.

    Why: nothing that happens to lie on a machine should have a say in what counts as complete; and the looking alone
    takes a tenth of a check, and more than a megabyte for as long as the wizard is open.
    """
    loader = ModuleType("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)

"""What other people's modules would load with them, and this program has no use for."""

import sys
from importlib.util import find_spec
from types import ModuleType

_OWN_DIGEST = "_sha2" if sys.version_info >= (3, 12) else "_sha256"
"""What Python has of its own for digests; some are built without it."""


def leave_out() -> None:
    """Keep it from being loaded in this process."""
    _plugins()
    _openssl()


def _plugins() -> None:
    """Let Pydantic have no plugins, rather than look for them in everything that is installed here.

    Why: nothing that happens to lie on a machine should have a say in what counts as complete; and the looking alone
    takes a tenth of a check, and more than a megabyte for as long as the wizard is open.
    """
    loader = ModuleType("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


def _openssl() -> None:
    """Let asyncio and hashlib do without OpenSSL, as they can: nothing here connects to anything.

    Why: it is more than four megabytes for as long as the wizard is open, and some milliseconds of every start.
    """
    if find_spec(_OWN_DIGEST):
        for name in ("_ssl", "_hashlib"):
            sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # how Python writes that there is no such module

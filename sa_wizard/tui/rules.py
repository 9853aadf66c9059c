"""The rules that judge a draft are loaded when its first screen is there: they take as long as half of the rest.

Meanwhile the draft can be read and typed in; what is missing is shown as soon as they are loaded.
"""

import asyncio
import contextlib
import sys
from collections.abc import Callable
from importlib import import_module

from sa_wizard.draft.writer import Writer

_RULES = "sa_wizard.review.judge"


def loaded() -> bool:
    """Whether a draft can be judged without waiting for the rules."""
    return hasattr(sys.modules.get(_RULES), "judge")


def load(then: Callable[[], object]) -> None:
    """Load the rules in a thread, and then call something in the event loop, in which a fault in them is raised."""
    loop = asyncio.get_running_loop()

    def here() -> None:
        import_module(_RULES)  # it is loaded, or says why not
        then()

    def ended(_: object) -> None:
        with contextlib.suppress(RuntimeError):  # the app has closed meanwhile
            loop.call_soon_threadsafe(here)

    Writer().start(lambda: import_module(_RULES)).add_done_callback(ended)

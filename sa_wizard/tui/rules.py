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
    """Load the rules in a thread, and then call something in the event loop, which is to ``need`` them."""
    loop = asyncio.get_running_loop()

    def ended(_: object) -> None:
        with contextlib.suppress(RuntimeError):  # the app has closed meanwhile
            loop.call_soon_threadsafe(then)

    Writer().start(need).add_done_callback(ended)


def need() -> None:
    """Have the rules loaded; raises what is wrong with them, of which nobody hears in the thread."""
    import_module(_RULES)

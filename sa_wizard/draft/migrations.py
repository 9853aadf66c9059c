"""From each version of the draft file to the next: named steps over plain JSON data, run on load, one after another.

A version that was ever released opens for ever (``tests/draft/frozen``). To change the format, add one function here
and to ``STEPS``: it takes the data of version n, as it was read, and gives that of version n + 1; the number itself is
set for it. It must lose nothing, and take any data that the version before it opened.
"""

from collections.abc import Callable, Mapping

from sa_wizard.draft.values import Json

FIRST = 1
"""The version that was released first."""

Data = dict[str, Json]
Step = Callable[[Data], Data]
"""Its name is told when it fails, so it says what the step does: ``split_the_period``."""

Steps = Mapping[int, Step]
"""The step that leads away from each version, from the first to the last but one."""

STEPS: Steps = {}


class CannotMigrate(Exception):
    """The data is not what its version promises. The message names the step and the version."""


def newest(steps: Steps = STEPS) -> int:
    """The version that the steps end at: the one that is written."""
    return FIRST + len(steps)


def migrate(data: Data, version: int, steps: Steps = STEPS) -> Data:
    """The data of a version as the newest has it; raises CannotMigrate. The data given is not to be used again."""
    for number in range(version, newest(steps)):
        step = steps[number]
        try:
            data = {**step(data), "format_version": number + 1}
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            name = getattr(step, "__name__", "step").replace("_", " ")
            raise CannotMigrate(f"it is not what format {number} promises, so '{name}' cannot be done") from error
    return data

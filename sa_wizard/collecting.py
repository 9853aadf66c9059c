"""When Python looks for objects that nothing needs any more: not while the program starts.

Why: nearly all that is made then stays to the end, and looking through it again and again is a tenth of the time until
the first screen.
"""

import gc

_MANY = 200_000
"""Objects made after which it looks all the same: what a start makes is about that."""

_put_off: list[tuple[int, int, int]] = []


def put_off() -> None:
    """The program starts: hardly look for anything. ``begin`` ends it."""
    if not _put_off:
        _put_off.append(gc.get_threshold())
        gc.set_threshold(_MANY)


def end() -> None:
    """The program is over: what there is goes with it, and need not be looked through for what nobody needs."""
    gc.freeze()


def begin() -> None:
    """The program has started: leave what there is alone for good, and look through what comes as Python does."""
    if _put_off:
        gc.freeze()
        gc.set_threshold(*_put_off.pop())

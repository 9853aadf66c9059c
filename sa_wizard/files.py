"""Files that may come from anyone: read whole, but no more of them than was agreed, and never waited for."""

import errno
import os
import stat
from pathlib import Path

_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
"""Open without waiting for whoever should be at the other end, and without making a terminal our own."""

_PIECE = 1 << 20


class TooLarge(Exception):
    """The file holds more than may be read. Nothing of it was kept."""


def read(path: Path, largest: int) -> bytes:
    """The content of a file of at most so many bytes; raises TooLarge, OSError, or ValueError for an impossible name.

    A pipe, device or socket is refused before it is opened, because opening alone may hang or do something. The size is
    asked first, so that an enormous file costs nothing, and counted again while reading, because a file can grow and
    some (in ``/proc``) say that they are empty.
    """
    _look(path.stat(), largest)
    handle = os.open(path, os.O_RDONLY | _AT_ONCE)
    with os.fdopen(handle, "rb", buffering=0) as file:
        _look(os.fstat(file.fileno()), largest)  # it may have been changed for another since
        pieces: list[bytes] = []
        room = largest + 1
        while room and (piece := file.read(min(_PIECE, room))):
            pieces.append(piece)
            room -= len(piece)
    if not room:
        raise TooLarge
    return b"".join(pieces)


def _look(found: os.stat_result, largest: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "It is a pipe, a device or a socket, not a file")
    if found.st_size > largest:
        raise TooLarge

"""Where a document lands: made in a temporary file beside its place, and put there only when it is whole."""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sa_wizard.document.exports import sweep
from sa_wizard.document.target import check_place
from sa_wizard.errors import CannotWrite


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a document will be, where it is while it is made, and the rights it will have."""

    final: Path
    temporary: Path
    rights: int


@contextmanager
def landing(target: Path) -> Iterator[Landing]:
    """The file to be replaced and an empty temporary one beside it, which is gone afterwards whatever happens.

    Why the two rights: half a document is nobody's business, so the temporary file is private. A finished one is made
    to be handed on, so it gets what any new file of this person gets (their umask), or keeps what they gave the old.
    """
    final = Path(os.path.realpath(target))
    folder = final.parent
    check_place(final)
    if final.exists() and not os.access(final, os.W_OK):
        raise CannotWrite(f"{target} is read-only.", "Choose another name, or allow it to be changed.")
    sweep(folder)
    temporary = folder / f".sa-wizard-{secrets.token_hex(6)}.tmp"
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        rights = stat.S_IMODE((final if final.exists() else temporary).stat().st_mode)
        _allow(temporary, 0o600)
    except OSError as error:
        sentence = f"The folder {folder} cannot be written to: {reason(error)}."
        raise CannotWrite(sentence, "Choose another folder.") from error
    try:
        yield Landing(final, temporary, rights)
    finally:
        temporary.unlink(missing_ok=True)


def put_in_place(landing: Landing) -> int:
    """Put the finished file in its place, on disk and with its rights; its size."""
    temporary = landing.temporary
    try:
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        size = temporary.stat().st_size
        _allow(temporary, landing.rights)
        temporary.replace(landing.final)
    except OSError as error:
        sentence = f"{landing.final} could not be replaced: {reason(error)}."
        raise CannotWrite(sentence, "If it is open in Word, close it there and export again.") from error
    return size


def _allow(path: Path, rights: int) -> None:
    """Set the rights of a file where there are any: memory sticks and some shares know none, and refuse."""
    with suppress(OSError):
        path.chmod(rights)


def reason(error: OSError) -> str:
    """What the system said, in small letters."""
    return (error.strerror or str(error)).lower()

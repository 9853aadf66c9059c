"""Drafts on disk: one plain JSON file. Reading refuses what it cannot understand; writing is atomic."""

import contextlib
import json
import os
import stat
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from sa_wizard import files
from sa_wizard.draft import bounds, leftovers, plain
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.migrations import STEPS, CannotMigrate, Steps, migrate, newest
from sa_wizard.draft.shape import FORMAT, FORMAT_VERSION, damaged, from_data, id_of, to_data
from sa_wizard.draft.values import Json
from sa_wizard.errors import CannotWrite, NewerDraft, OutlineError, UnreadableDraft
from sa_wizard.folders import outline_dirs, private_folder, state_dir
from sa_wizard.outline import load as outlines
from sa_wizard.outline.spec import Outline

__all__ = [
    "FORMAT", "FORMAT_VERSION", "LARGEST", "SUFFIX", "cannot_write", "encode", "from_data", "id_of", "keep_old",
    "load", "opened", "outline_of", "raw", "read", "save", "to_data", "write",
]  # fmt: skip

SUFFIX = ".sa.json"
LARGEST = 20_000_000
"""Bytes. A draft of 100,000 words is under one million; 20 million can still be read and judged on any machine."""

HIGHEST_VERSION = 9_999
"""A format_version beyond this is no version; it would be printed in full."""


def load(path: Path, steps: Steps = STEPS) -> tuple[Outline, Draft]:
    """Read a draft and the outline it answers; raises UnreadableDraft, or NewerDraft. The file is never touched.

    ``steps`` are the migrations; only tests give others than there are.
    """
    return opened(raw(path), path, steps)


def opened(content: bytes, path: Path, steps: Steps = STEPS) -> tuple[Outline, Draft]:
    """The draft that these bytes of a file hold, and the outline it answers, as if the file lay at ``path``.

    Raises UnreadableDraft, or NewerDraft. Nothing is read at that place but an outline beside it: the bytes may be an
    old version.
    """
    version, data = _parsed(content, path)
    if version > newest(steps):
        raise NewerDraft(
            f"The draft {path} was written by a newer sa-wizard (format {version}; this one reads {newest(steps)}).",
            "Update sa-wizard to write it; to look at it, open it with --read-only. The file was left as it is.",
            "Update sa-wizard to write it; here it can be opened to read only. The file was left as it is.",
        )
    try:
        data = migrate(data, version, steps)
    except CannotMigrate as error:
        damaged(path, str(error))
    outline = outline_of(data, path)
    draft = from_data(outline, data, path)
    return outline, draft if version == newest(steps) else replace(draft, other_format=version)


def encode(outline: Outline, draft: Draft, steps: Steps = STEPS) -> bytes:
    """The bytes of a draft file: UTF-8, two-space indent, trailing newline.

    Raises CannotWrite for a draft that could not be opened again: one that holds more than a file may, or one read from
    a newer file, of which something is missing here.
    """
    if draft.other_format > newest(steps):
        raise CannotWrite(
            "This draft was written by a newer sa-wizard, so this one may not write over it.",
            "Update sa-wizard to change it: what this one does not know would be lost.",
        )
    data = to_data(outline, draft, newest(steps))
    told = bounds.fault(data)
    content = b"" if told else f"{json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)}\n".encode()
    if len(content) > LARGEST:
        told = f"it is larger than {LARGEST // 1_000_000} MB"
    if told:
        raise CannotWrite(
            f"The draft cannot be written, because it could not be opened again: {told}.", "Take some of it out."
        )
    return content


def save(path: Path, outline: Outline, draft: Draft, steps: Steps = STEPS) -> None:
    """Write a draft so that the file is always whole: the old one or the new. Raises CannotWrite.

    What is written over for the first time after a migration is kept: see ``keep_old``.
    """
    content = encode(outline, draft, steps)
    keep_old(path, draft)
    write(path, content)


def keep_old(path: Path, draft: Draft) -> Path | None:
    """Copy the file of a draft that is in an older format, before it is written over; returns the copy, or None.

    It goes to the state folder, or beside the draft where that cannot be written. Raises CannotWrite when neither can.
    Why the file is looked at again: once it was written, it is no longer the old one.
    """
    if not draft.other_format:
        return None
    try:
        content = files.read(path, LARGEST)
        if plain.parse(content).get("format_version") != draft.other_format:
            return None
    except (OSError, ValueError, AttributeError, files.TooLarge):
        return None  # another file stands there now, or none: there is nothing of the old format to keep
    import hashlib

    marked = f"format-{draft.other_format}-{hashlib.sha256(content).hexdigest()[:12]}{SUFFIX}"
    name = f"{path.name.removesuffix(SUFFIX)[:40]}.{marked}"
    try:
        place = private_folder(state_dir() / "before-migration") / name
        write(place, content)
    except (OSError, CannotWrite):
        place = _real(path).with_name(name)
        write(place, content)
    return place


def write(path: Path, content: bytes, given_up: Callable[[], bool] = lambda: False) -> os.stat_result:
    """Replace a file by a temporary one beside it, flushed to the disk. Raises CannotWrite.

    It is private to its owner; only one that colleagues of a group could write in stays theirs as well. Whatever stops
    it, the file is the old one or the new one and nothing is left beside it. A link stays a link.
    Returns what the system says of what was written, before anybody else can have touched it.
    """
    real = _real(path)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=leftovers.beginning(real.name), suffix=".tmp", dir=real.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            _share_alike(file.fileno(), real)
            file.flush()
            os.fsync(file.fileno())
            written = os.fstat(file.fileno())
        if given_up():
            raise CannotWrite(f"{path} was put away before the disk answered.", "Nothing was written.")
        temporary.replace(real)
        temporary = None
        _sync_folder(real.parent)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                temporary.unlink()
    return written


def _share_alike(handle: int, before: Path) -> None:
    """Let the group of the file it will stand for go on working in it; what only could be read is private from now on.

    Why the group first: a right given to it must not go to another one.
    """
    with contextlib.suppress(OSError, AttributeError):  # AttributeError: a system that has neither
        shared = before.stat()
        if shared.st_mode & stat.S_IWGRP:
            os.fchown(handle, -1, shared.st_gid)
            os.fchmod(handle, stat.S_IMODE(shared.st_mode) & 0o660)


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """The sentence for a write that the system refused."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return CannotWrite(
            f"There is no folder {_real(path).parent}.", "Make the folder first, or choose another place."
        )
    return CannotWrite(
        f"{path} cannot be written ({(error.strerror or 'the system refused').lower()}).",
        "Choose a folder you can write to.",
    )


def _real(path: Path) -> Path:
    """The file behind any links; unlike ``Path.resolve``, a link that leads back to itself raises nothing."""
    return Path(os.path.realpath(path))


def read(path: Path) -> tuple[int, dict[str, Json]]:
    """The version and the plain data of a draft file, as it is; raises UnreadableDraft."""
    return _parsed(raw(path), path)


def raw(path: Path) -> bytes:
    """The bytes of a draft file, whatever they are; raises UnreadableDraft."""
    try:
        return files.read(path, LARGEST)
    except files.TooLarge:
        damaged(path, f"it is larger than {LARGEST // 1_000_000} MB")
    except FileNotFoundError as error:
        raise UnreadableDraft(
            f"There is no draft at {path}.", "Check the name, or start one with 'sa-wizard new' or plain 'sa-wizard'."
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a name no file can have
        why = getattr(error, "strerror", None) or "the system refused"
        raise UnreadableDraft(
            f"The draft {path} cannot be read ({why.lower()}).",
            "Check that it is a file and that you may read it.",
        ) from error


def _parsed(content: bytes, path: Path) -> tuple[int, dict[str, Json]]:
    try:
        data = plain.parse(content)
    except plain.NotPlain as error:
        damaged(path, str(error))
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        damaged(path, f'it does not say "format": "{FORMAT}"')
    version = data.get("format_version")
    if isinstance(version, bool) or not isinstance(version, int) or not 1 <= version <= HIGHEST_VERSION:
        damaged(path, "its format_version is not a whole number")
    told = bounds.fault(data)
    if told:
        damaged(path, told)
    return version, data


def outline_of(data: Mapping[str, Json], path: Path) -> Outline:
    """The outline that the data of a draft names; raises UnreadableDraft."""
    ref = data.get("outline")
    if not isinstance(ref, dict) or not isinstance(ref.get("id"), str):
        damaged(path, "it does not name its outline")
    try:
        return outlines.find(ref["id"], outline_dirs(path))
    except OutlineError as error:
        told = f"{error.sentence[:1].lower()}{error.sentence[1:]}"
        raise UnreadableDraft(f"The draft {path} cannot be read without its outline: {told}", error.hint) from error


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable; some systems and file systems do not offer it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

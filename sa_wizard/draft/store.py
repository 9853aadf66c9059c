"""Drafts on disk: one plain JSON file. Reading refuses what it cannot understand; writing is atomic."""

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn, cast

from sa_wizard.draft.draft import Draft, OutlineRef
from sa_wizard.draft.text import clean_line
from sa_wizard.draft.values import Json, clean_deep, fit
from sa_wizard.errors import CannotWrite, SaWizardError, UnreadableDraft, UsageProblem
from sa_wizard.outline import load as outlines
from sa_wizard.outline.spec import Field, Outline
from sa_wizard.settings import outline_dirs

FORMAT = "sa-wizard-draft"
FORMAT_VERSION = 1
SUFFIX = ".sa.json"
LARGEST = 50_000_000
"""Bytes. A 100,000-word draft is under one; more is not a draft that this program wrote."""

_OURS = ("format", "format_version", "outline", "about", "headings", "order", "values")


def load(path: Path) -> tuple[Outline, Draft]:
    """Read a draft and the outline it answers. Raises UnreadableDraft or OutlineError; the file is never touched."""
    data = _read(path)
    outline = _outline_of(data, path)
    return outline, from_data(outline, data, path)


def from_data(outline: Outline, data: Mapping[str, Json], path: Path) -> Draft:
    """The draft in already parsed JSON; raises UnreadableDraft naming the place of a value of the wrong type."""
    ref = cast(dict[str, Json], data["outline"])
    values = {"about": data.get("about", {}), **_mapping(data.get("values", {}), "values", path)}
    headings = _mapping(data.get("headings", {}), "headings", path)
    order = data.get("order", [])
    if not isinstance(order, list) or not all(isinstance(name, str) for name in order):
        _damaged(path, "'order' is not a list of section ids")
    return Draft(
        outline=OutlineRef(*(clean_line(str(ref.get(key, ""))) for key in ("id", "version", "checksum"))),
        values={name: _section(outline, name, kept, path) for name, kept in values.items()},
        headings={name: clean_line(text) for name, text in headings.items() if isinstance(text, str)},
        order=tuple(order),
        parked={key: clean_deep(value) for key, value in data.items() if key not in _OURS},
    )


def to_data(outline: Outline, draft: Draft) -> dict[str, Json]:
    """The draft as JSON data, keys in outline order, parked answers after the ones the outline asks for."""
    values = {name: _ordered(outline, name, draft.values[name]) for name in _section_order(outline, draft)}
    about = values.pop("about", {})
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "outline": asdict(draft.outline),
        "about": about,
        "headings": dict(draft.headings),
        "order": list(draft.order),
        "values": values,
        **draft.parked,
    }


def encode(outline: Outline, draft: Draft) -> bytes:
    """The bytes of a draft file: UTF-8, two-space indent, trailing newline."""
    return (json.dumps(to_data(outline, draft), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def save(path: Path, outline: Outline, draft: Draft) -> None:
    """Write a draft so that the file is always whole: the old one or the new. Raises CannotWrite."""
    write(path, encode(outline, draft))


def write(path: Path, content: bytes) -> None:
    """Replace a file by a temporary one beside it, private to its owner, flushed to the disk. Raises CannotWrite."""
    real = path.resolve()
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{real.name[:60]}.", suffix=".tmp", dir=real.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, real)
        _sync_folder(real.parent)
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise cannot_write(path, error) from error


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """The sentence for a write that the system refused."""
    if not path.parent.is_dir():
        return CannotWrite(f"There is no folder {path.parent}.", "Make it first, or choose another place.")
    return CannotWrite(
        f"{path} cannot be written ({(error.strerror or 'the system refused').lower()}).",
        "Choose a folder you can write to.",
    )


def _read(path: Path) -> dict[str, Json]:
    try:
        if path.stat().st_size > LARGEST:
            _damaged(path, f"it is larger than {LARGEST // 1_000_000} MB")
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDraft(
            f"There is no draft at {path}.", "Check the name, or start one with 'sa-wizard new' or plain 'sa-wizard'."
        ) from error
    except OSError as error:
        raise UnreadableDraft(
            f"The draft {path} cannot be read ({(error.strerror or 'the system refused').lower()}).",
            "Check that it is a file and that you may read it.",
        ) from error
    try:
        data = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        _damaged(path, f"it is not UTF-8 text (byte {error.start:,})")
    except json.JSONDecodeError as error:
        cut = " and seems cut off" if error.pos >= len(raw.decode("utf-8", "replace").rstrip()) - 1 else ""
        _damaged(path, f"it is not JSON at line {error.lineno}, column {error.colno}{cut}")
    except (RecursionError, ValueError):
        _damaged(path, "it is nested too deeply or holds a number that is no number")
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        _damaged(path, f'it does not say "format": "{FORMAT}"')
    version = data.get("format_version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        _damaged(path, "its format_version is not a whole number")
    if version > FORMAT_VERSION:
        raise UnreadableDraft(
            f"The draft {path} was written by a newer sa-wizard (format {version}; this one reads {FORMAT_VERSION}).",
            "Update sa-wizard to open it. The file was left as it is.",
        )
    return data


def _outline_of(data: Mapping[str, Json], path: Path) -> Outline:
    ref = data.get("outline")
    if not isinstance(ref, dict) or not isinstance(ref.get("id"), str):
        _damaged(path, "it does not name its outline")
    return outlines.find(ref["id"], outline_dirs(path))


def _section(outline: Outline, name: str, kept: Json, path: Path) -> dict[str, Json]:
    section = outline.section(name)
    known: dict[str, Field] = {field.id: field for field in section.fields} if section else {}
    done: dict[str, Json] = {}
    for key, value in _mapping(kept, name, path).items():
        field = known.get(key)
        try:
            done[key] = fit(field.kind, field.record or "", value, f"{name}.{key}") if field else clean_deep(value)
        except (UsageProblem, RecursionError) as error:
            fault = (
                error.sentence.rstrip(".") if isinstance(error, SaWizardError) else f"{name}.{key} is nested too deeply"
            )
            _damaged(path, fault)
    return done


def _mapping(value: Json, what: str, path: Path) -> dict[str, Json]:
    if not isinstance(value, dict):
        _damaged(path, f"{what!r} is not an object")
    return cast(dict[str, Json], value)


def _section_order(outline: Outline, draft: Draft) -> list[str]:
    known = [section.id for section in outline.sections if section.id in draft.values]
    return known + [name for name in draft.values if name not in known]


def _ordered(outline: Outline, name: str, kept: Mapping[str, Json]) -> dict[str, Json]:
    section = outline.section(name)
    known = [field.id for field in section.fields if field.id in kept] if section else []
    return {key: kept[key] for key in (*known, *(key for key in kept if key not in known))}


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable; some systems and file systems do not offer it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _no_constant(_: str) -> NoReturn:
    raise ValueError("not a number")


def _damaged(path: Path, why: str) -> NoReturn:
    raise UnreadableDraft(
        f"The draft {path} is damaged: {why}.",
        "The file was left as it is; restore a copy of it, or mend that place in an editor.",
    )

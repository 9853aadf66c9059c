"""Drafts on disk: one plain JSON file. Reading refuses what it cannot understand; writing is atomic."""

import contextlib
import json
import math
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn, cast

from sa_wizard.draft.draft import Draft, OutlineRef
from sa_wizard.draft.text import clean, clean_line
from sa_wizard.draft.values import Json, clean_deep, fit
from sa_wizard.errors import CannotWrite, OutlineError, UnreadableDraft, UsageProblem
from sa_wizard.outline import load as outlines
from sa_wizard.outline.spec import Field, Outline
from sa_wizard.settings import outline_dirs

FORMAT = "sa-wizard-draft"
FORMAT_VERSION = 1
SUFFIX = ".sa.json"
LARGEST = 50_000_000
"""Bytes. A 100,000-word draft is under one; more is not a draft that this program wrote."""

_OURS = ("format", "format_version", "outline", "about", "headings", "order", "claims", "accepted", "values")


def load(path: Path) -> tuple[Outline, Draft]:
    """Read a draft and the outline it answers; raises UnreadableDraft. The file is never touched."""
    return opened(raw(path), path)


def opened(content: bytes, path: Path) -> tuple[Outline, Draft]:
    """The draft that these bytes of a file hold, and the outline it answers, as if the file lay at ``path``.

    Raises UnreadableDraft. Nothing is read at that place but an outline beside it: the bytes may be an old version.
    """
    data = _parsed(content, path)
    outline = _outline_of(data, path)
    return outline, from_data(outline, data, path)


def from_data(outline: Outline, data: Mapping[str, Json], path: Path) -> Draft:
    """The draft in already parsed JSON; raises UnreadableDraft naming the place of a value of the wrong type."""
    ref = cast(dict[str, Json], data["outline"])
    values = _mapping(data.get("values", {}), "values", path)
    if "about" in values:
        _damaged(path, "it holds 'about' twice, once by itself and once under 'values'")
    if data.get("about", {}) != {}:
        values = {"about": data["about"], **values}
    headings = _mapping(data.get("headings", {}), "headings", path)
    claims = _mapping(data.get("claims", {}), "claims", path)
    accepted = data.get("accepted", [])
    if not isinstance(accepted, list):
        _damaged(path, "'accepted' is not a list")
    if not all(isinstance(text, str) for text in headings.values()):
        _damaged(path, "a heading is not text")
    order = data.get("order", [])
    if not isinstance(order, list) or not all(isinstance(name, str) for name in order):
        _damaged(path, "'order' is not a list of section ids")
    return Draft(
        outline=OutlineRef(*(clean_line(str(ref.get(key, ""))) for key in ("id", "version", "checksum"))),
        values={clean_line(name): _section(outline, name, kept, path) for name, kept in values.items()},
        headings={clean_line(name): clean_line(text) for name, text in headings.items()},
        claims={clean_line(name): _texts(said, f"claims.{name}", path) for name, said in claims.items()},
        accepted=tuple(_texts(each, "accepted", path) for each in accepted),
        order=tuple(clean_line(name) for name in order),
        parked=_parked({key: value for key, value in data.items() if key not in _OURS}, path),
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
        **({"claims": {name: dict(said) for name, said in draft.claims.items()}} if draft.claims else {}),
        **({"accepted": [dict(each) for each in draft.accepted]} if draft.accepted else {}),
        "values": values,
        **draft.parked,
    }


def encode(outline: Outline, draft: Draft) -> bytes:
    """The bytes of a draft file: UTF-8, two-space indent, trailing newline."""
    text = json.dumps(to_data(outline, draft), ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode()


def save(path: Path, outline: Outline, draft: Draft) -> None:
    """Write a draft so that the file is always whole: the old one or the new. Raises CannotWrite."""
    write(path, encode(outline, draft))


def write(path: Path, content: bytes) -> None:
    """Replace a file by a temporary one beside it, private to its owner, flushed to the disk. Raises CannotWrite.

    Whatever stops it, the file is the old one or the new one and nothing is left beside it. A link stays a link.
    """
    real = _real(path)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{real.name[:40]}.", suffix=".tmp", dir=real.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(real)
        temporary = None
        _sync_folder(real.parent)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                temporary.unlink()


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """The sentence for a write that the system refused."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return CannotWrite(f"There is no folder {_real(path).parent}.", "Make it first, or choose another place.")
    return CannotWrite(
        f"{path} cannot be written ({(error.strerror or 'the system refused').lower()}).",
        "Choose a folder you can write to.",
    )


def _real(path: Path) -> Path:
    """The file behind any links; unlike ``Path.resolve``, a link that leads back to itself raises nothing."""
    return Path(os.path.realpath(path))


def raw(path: Path) -> bytes:
    """The bytes of a draft file, whatever they are; raises UnreadableDraft."""
    try:
        if path.stat().st_size > LARGEST:
            _damaged(path, f"it is larger than {LARGEST // 1_000_000} MB")
        return path.read_bytes()
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


def _parsed(content: bytes, path: Path) -> dict[str, Json]:
    try:
        data = json.loads(
            content.decode("utf-8-sig"), parse_constant=_figure, parse_float=_figure, object_pairs_hook=_once
        )
    except UnicodeDecodeError as error:
        _damaged(path, f"it is not UTF-8 text (byte {error.start:,})")
    except json.JSONDecodeError as error:
        at_end = error.pos >= len(error.doc.rstrip()) - 1 or error.msg.startswith("Unterminated")
        cut = " and seems cut off" if at_end else ""
        _damaged(path, f"it is not JSON at line {error.lineno}, column {error.colno}{cut}")
    except RecursionError:
        _damaged(path, "it is nested too deeply")
    except _NotOurs as error:
        _damaged(path, str(error))
    except ValueError:
        _damaged(path, "it holds a number with thousands of digits")
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
    try:
        return outlines.find(ref["id"], outline_dirs(path))
    except OutlineError as error:
        told = f"{error.sentence[:1].lower()}{error.sentence[1:]}"
        raise UnreadableDraft(f"The draft {path} cannot be read without its outline: {told}", error.hint) from error


def _section(outline: Outline, name: str, kept: Json, path: Path) -> dict[str, Json]:
    section = outline.section(name)
    known: dict[str, Field] = {field.id: field for field in section.fields} if section else {}
    mapping = _mapping(kept, name, path)
    done = _parked({key: value for key, value in mapping.items() if key not in known}, path)
    for key, field in known.items():
        if key not in mapping:
            continue
        try:
            done[key] = fit(field.kind, field.record or "", mapping[key], f"{name}.{key}")
        except UsageProblem as error:
            _damaged(path, error.sentence.rstrip("."))
    return done


def _parked(values: Mapping[str, Json], path: Path) -> dict[str, Json]:
    """What this program does not know, cleaned and otherwise kept as it is."""
    try:
        return {clean_line(key): clean_deep(value, clean_line(key)) for key, value in values.items()}
    except UsageProblem as error:
        _damaged(path, error.sentence.rstrip("."))


def _texts(value: Json, what: str, path: Path) -> dict[str, str]:
    found = _mapping(value, what, path)
    if not all(isinstance(text, str) for text in found.values()):
        _damaged(path, f"{what!r} holds something that is not text")
    return {clean_line(name): clean(text) for name, text in found.items()}


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


class _NotOurs(ValueError):
    """JSON that Python reads, but that would not come out as it went in."""


def _figure(text: str) -> float:
    figure = float(text)
    if not math.isfinite(figure):
        raise _NotOurs(f"it holds {text[:20]}, which is not a number JSON can hold")
    return figure


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """An object with its keys cleaned. A key that comes twice, as a careless merge leaves it, would lose an answer."""
    found = {clean_line(name): value for name, value in pairs}
    if len(found) < len(pairs):
        names = [clean_line(name) for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _NotOurs(f"the key {twice[:40]!r} appears twice in one object")
    return found


def _damaged(path: Path, why: str) -> NoReturn:
    raise UnreadableDraft(
        f"The draft {path} is damaged: {why}.",
        "The file was left as it is; restore a copy of it, or mend that place in an editor.",
    )

"""A draft as plain JSON data, and back: which key holds what, and what is kept of keys that nobody knows."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn, cast

from sa_wizard.draft.draft import Draft, OutlineRef
from sa_wizard.draft.migrations import newest
from sa_wizard.draft.text import clean, clean_line
from sa_wizard.draft.values import Json, clean_deep, fit
from sa_wizard.errors import UnreadableDraft, UsageProblem
from sa_wizard.outline.spec import Field, Outline

FORMAT = "sa-wizard-draft"
FORMAT_VERSION = newest()
OURS = ("format", "format_version", "id", "outline", "about", "headings", "order", "claims", "accepted", "values")
"""The keys that a draft file has; any other is parked."""

_REF = ("id", "version", "checksum")
_ID = re.compile(r"[0-9a-zA-Z-]{1,64}")


def from_data(outline: Outline, data: Mapping[str, Json], path: Path) -> Draft:
    """The draft in already parsed JSON; raises UnreadableDraft naming the place of a value of the wrong type."""
    ref = cast(dict[str, Json], data["outline"])
    values = _mapping(data.get("values", {}), "values", path)
    if "about" in values:
        damaged(path, "it holds 'about' twice, once by itself and once under 'values'")
    if data.get("about", {}) != {}:
        values = {"about": data["about"], **values}
    headings = _mapping(data.get("headings", {}), "headings", path)
    claims = _mapping(data.get("claims", {}), "claims", path)
    accepted = data.get("accepted", [])
    if not isinstance(accepted, list):
        damaged(path, "'accepted' is not a list")
    if not all(isinstance(text, str) for text in headings.values()):
        damaged(path, "a heading is not text")
    order = data.get("order", [])
    if not isinstance(order, list) or not all(isinstance(name, str) for name in order):
        damaged(path, "'order' is not a list of section ids")
    name = id_of(data)
    ours = OURS if name or data.get("id") == "" else [key for key in OURS if key != "id"]
    return Draft(
        outline=_ref(ref, path),
        values={clean_line(name): _section(outline, name, kept, path) for name, kept in values.items()},
        headings={clean_line(name): _line(text, f"headings.{name}", path) for name, text in headings.items()},
        claims={clean_line(name): _texts(said, f"claims.{name}", path) for name, said in claims.items()},
        accepted=tuple(_texts(each, f"accepted[{number}]", path) for number, each in enumerate(accepted)),
        order=tuple(clean_line(name) for name in order),
        parked=_parked({key: value for key, value in data.items() if key not in ours}, path),
        id=name,
    )


def to_data(outline: Outline, draft: Draft, version: int = FORMAT_VERSION) -> dict[str, Json]:
    """The draft as JSON data, keys in outline order, parked answers after the ones the outline asks for."""
    ref = draft.outline
    values = {name: _ordered(outline, name, draft.values[name]) for name in _section_order(outline, draft)}
    about = values.pop("about", {})
    return {
        "format": FORMAT,
        "format_version": version,
        **({"id": draft.id} if draft.id else {}),
        "outline": {**{key: getattr(ref, key) for key in _REF}, **ref.parked},
        "about": about,
        "headings": dict(draft.headings),
        "order": list(draft.order),
        **({"claims": {name: dict(said) for name, said in draft.claims.items()}} if draft.claims else {}),
        **({"accepted": [dict(each) for each in draft.accepted]} if draft.accepted else {}),
        "values": values,
        **draft.parked,
    }


def id_of(data: Mapping[str, Json]) -> str:
    """The id of the draft in parsed JSON; empty when it has none, or something else in its place."""
    name = data.get("id")
    return name if isinstance(name, str) and _ID.fullmatch(name) else ""


def damaged(path: Path, why: str) -> NoReturn:
    """Refuse a file; ``why`` is the end of the sentence and names the place."""
    raise UnreadableDraft(
        f"The draft {path} is damaged: {why}.",
        "The file was left as it is; restore a copy of it, or mend that place in an editor.",
    )


def _ref(ref: Mapping[str, Json], path: Path) -> OutlineRef:
    """What the file says of its outline; a version written as a number is the same as text."""
    name, version, checksum = (
        _line(str(each) if isinstance(each := ref.get(key), str | int | float) else "", f"outline.{key}", path)
        for key in _REF
    )
    parked = _parked({key: value for key, value in ref.items() if key not in _REF}, path)
    return OutlineRef(name, version, checksum, parked)


def _line(text: str, place: str, path: Path) -> str:
    try:
        return cast(str, fit("line", "", text, place))
    except UsageProblem as error:
        damaged(path, error.sentence.rstrip("."))


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
            damaged(path, error.sentence.rstrip("."))
    return done


def _parked(values: Mapping[str, Json], path: Path) -> dict[str, Json]:
    """What this program does not know, cleaned and otherwise kept as it is."""
    try:
        return {clean_line(key): clean_deep(value, clean_line(key)) for key, value in values.items()}
    except UsageProblem as error:
        damaged(path, error.sentence.rstrip("."))


def _texts(value: Json, what: str, path: Path) -> dict[str, str]:
    found = _mapping(value, what, path)
    if not all(isinstance(text, str) for text in found.values()):
        damaged(path, f"{what!r} holds something that is not text")
    return {clean_line(name): clean(text) for name, text in found.items()}


def _mapping(value: Json, what: str, path: Path) -> dict[str, Json]:
    if not isinstance(value, dict):
        damaged(path, f"{what!r} is not an object")
    return cast(dict[str, Json], value)


def _section_order(outline: Outline, draft: Draft) -> list[str]:
    known = [section.id for section in outline.sections if section.id in draft.values]
    return known + [name for name in draft.values if name not in known]


def _ordered(outline: Outline, name: str, kept: Mapping[str, Json]) -> dict[str, Json]:
    section = outline.section(name)
    known = [field.id for field in section.fields if field.id in kept] if section else []
    return {key: kept[key] for key in (*known, *(key for key in kept if key not in known))}

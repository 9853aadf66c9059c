"""A draft of a newer version, to look at: what is understood is read, what is not is counted, nothing is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sa_wizard.draft import store
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.shape import OURS, from_data, id_of
from sa_wizard.draft.values import Json, clean_deep, fit
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.spec import Field, Outline

Check = Callable[[Json, str], object]
"""Raises UsageProblem for a value that cannot be read, given its place."""


@dataclass(frozen=True)
class Newer:
    """A newer draft as far as it is understood. ``store.save`` refuses it, so that nothing of the file is ever lost."""

    outline: Outline
    draft: Draft
    missed: tuple[str, ...]
    """The places whose content this program cannot read."""
    sentence: str
    """What to say while it is open."""


def load_newer(path: Path) -> Newer:
    """Read a draft that a newer version wrote, for reading only.

    Raises UnreadableDraft for what is no draft at all, and for one whose outline is not here. A draft that is not newer
    is read as by ``store.load``, and nothing is missed in it.
    """
    version, data = store.read(path)
    if version <= store.FORMAT_VERSION:
        outline, draft = store.load(path)
        return Newer(outline, draft, (), "")
    outline = store.outline_of(data, path)
    sieve = _Sieve(outline)
    draft = replace(from_data(outline, sieve.understood(data), path), other_format=version)
    told = f"{path} was written by a newer sa-wizard, so it is open for reading only"
    if sieve.missed:
        shown = ", ".join(sieve.missed[:3]) + (" and more" if len(sieve.missed) > 3 else "")
        told += f", without what this one does not understand ({shown})"
    return Newer(outline, draft, tuple(sieve.missed), f"{told}.")


class _Sieve:
    """Lets through what ``from_data`` takes; the places of the rest are noted."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.missed: list[str] = []

    def understood(self, data: Mapping[str, Json]) -> dict[str, Json]:
        """The data without what would be refused."""
        sections = dict(self._object(data, "values"))
        if "about" in data:
            sections["about"] = data["about"]
        values = {name: self._section(name, part) for name, part in sections.items()}
        accepted = enumerate(self._list(data, "accepted"))
        return {
            **self._kept("", {key: part for key, part in data.items() if key not in OURS}, clean_deep),
            "id": id_of(data),
            "outline": self._kept("outline", data["outline"], clean_deep),
            "about": values.pop("about", {}),
            "values": values,
            "headings": self._kept("headings", self._object(data, "headings"), _line),
            "claims": self._kept("claims", self._object(data, "claims"), _texts),
            "accepted": [part for number, part in accepted if self._fits(f"accepted[{number}]", part, _texts)],
            "order": [part for part in self._list(data, "order") if isinstance(part, str)],
        }

    def _section(self, name: str, kept: Json) -> dict[str, Json]:
        section = self.outline.section(name)
        known = {field.id: field for field in section.fields} if section else {}
        if not isinstance(kept, dict):
            self.missed.append(name)
            return {}
        return {key: part for key, part in kept.items() if self._fits(f"{name}.{key}", part, _check(known.get(key)))}

    def _kept(self, above: str, parts: Mapping[str, Json], check: Check) -> dict[str, Json]:
        return {key: part for key, part in parts.items() if self._fits(f"{above}.{key}".lstrip("."), part, check)}

    def _fits(self, place: str, part: Json, check: Check) -> bool:
        try:
            check(part, place)
        except UsageProblem:
            self.missed.append(place)
            return False
        return True

    def _object(self, data: Mapping[str, Json], key: str) -> dict[str, Json]:
        part = data.get(key, {})
        if isinstance(part, dict):
            return part
        self.missed.append(key)
        return {}

    def _list(self, data: Mapping[str, Json], key: str) -> list[Json]:
        part = data.get(key, [])
        if isinstance(part, list):
            return part
        self.missed.append(key)
        return []


def _check(field: Field | None) -> Check:
    """How an answer to a field is looked at; one to a question that the outline does not ask need only be safe."""
    if field is None:
        return clean_deep
    kind, record = field.kind, field.record or ""
    return lambda part, place: fit(kind, record, part, place)


def _line(part: Json, place: str) -> None:
    fit("line", "", part, place)


def _texts(part: Json, place: str) -> None:
    if not isinstance(part, dict):
        raise UsageProblem(f"{place} is not an object.")
    for key, text in part.items():
        fit("text", "", text, f"{place}.{key}")

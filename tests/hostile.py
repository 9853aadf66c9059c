"""A draft file that somebody wrote by hand to do harm: every kind of attack in every kind of place."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from sa_wizard.draft.values import Json
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Outline
from tests.draft.strategies import CODE, DIRECTIONS, INVISIBLE, TERMINAL

OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""What must reach no terminal and no document. Written out here, so that a mistake in ``signs.py`` shows."""

ALL = " ".join((*TERMINAL, *CODE, *DIRECTIONS, *INVISIBLE, "\ue000", "\u0378", "\U0010ffff", "\ud800", "\x85\u2028"))
"""One text with everything in it."""


def by_hand(path: Path, outline: Outline, text: str = ALL, basics: Mapping[str, Json] | None = None) -> Path:
    """Write a draft in which every answer, heading, claim, name and unknown key is this text."""
    values: dict[str, dict[str, Json]] = {}
    for section in outline.sections:
        values[section.id] = {
            field.id: _answer(field.kind, field.record or "", text) for field in section.fields if not field.of
        }
        values[section.id][f"x{text}"] = {f"x{text}": [text]}
    about = {**values.pop("about"), **(basics or {})}
    ids = [section.id for section in outline.sections]
    path.write_text(
        json.dumps(
            {
                "format": "sa-wizard-draft",
                "format_version": 1,
                "outline": {"id": outline.id, "version": text, "checksum": text, f"x{text}": text},
                "about": about,
                "headings": {**dict.fromkeys(ids, text), f"x{text}": text},
                "order": [text, *ids[::-1]],
                "claims": {name: {"finished": "yes", f"x{text}": text} for name in (*ids, f"x{text}")},
                "accepted": [{"section": name, "code": text, "about": text, "reason": text} for name in (*ids, text)],
                "values": {**values, f"x{text}": {f"x{text}": text}},
                f"x{text}": {f"x{text}": [text]},
            }
        ),
        encoding="utf-8",
    )
    return path


def _answer(kind: str, record: str, text: str, depth: int = 2) -> Json:
    if kind in ("list", "links"):
        return [text, text]
    if kind == "period":
        return {"start": text, "end": text}
    if kind == "records":
        columns = RECORDS[record].columns() if depth else ()
        row = {column.id: _answer(column.kind, column.record, text, depth - 1) for column in columns}
        return [{**row, "id": text, f"x{text}": text}, row]
    return text

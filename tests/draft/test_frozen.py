"""The first format is frozen: this file of it opens for ever, means what it meant, and loses nothing when saved.

When a later format needs a step (``migrations.py``), ``MEANT`` may change with it. The file never does.
"""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from sa_wizard.draft import store
from sa_wizard.draft.draft import Draft, OutlineRef
from sa_wizard.draft.paths import resolve
from sa_wizard.draft.session import Session
from sa_wizard.review.judge import review

FROZEN = Path(__file__).parent / "frozen" / "v1.sa.json"
SHA256 = "720a8fd9437c1dd9ced3fe926ed3894c99f2882babb29e5ae2ccb48424339af5"

MEANT = Draft(
    outline=OutlineRef(
        "partnership",
        "1.0",
        "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        {"x-copied-from": "the county's folder"},
    ),
    values={
        "about": {
            "title": "Northbridge – “strategic assessment” 2025–26",
            "partnership": "Partneriaeth Diogelwch Cymunedol Pontogledd",
            "nation": "england",
            "area_type": "two-tier",
            "period": {"start": "2024-10", "end": "2025-09"},
            "first": "no",
            "previous_period": {"start": "2023-10", "end": "", "x-note": "the last month was never agreed"},
            "status": "draft",
            "marking": "A marking of our own",
            "contributors": [
                {
                    "id": "contributor-1",
                    "organisation": "Northbridge Council",
                    "role": "Analyst",
                    "name": "Zoë Ó Briain",
                }
            ],
            "x-about": None,
        },
        "summary": {"headlines": ["Burglary fell from 120 to 100.", "", "হেডলাইন ৩"]},
        "levels": {
            "topics": [
                {
                    "id": "burglary",
                    "name": "Burglary, residential",
                    "strand": "crime",
                    "count": 100,
                    "previous_count": 120,
                    "rate": "1.2 for each 1,000 households",
                    "sources": ["police", "a source that was deleted"],
                    "where": "The terraces west of the station.\n\n- Mill Lane\n- Tanner's Row\n\n"
                    "| ward | count |\n|------|------:|\n| Elm  | 41 |",
                    "nature": "real",
                    "reasons": [
                        {
                            "id": "reason-1",
                            "reason": "Two people released in May",
                            "confidence": "medium",
                            "x-weight": 0.25,
                        }
                    ],
                    "x-map": {"points": [[51.5, -3.2], [51.4, -3.1]], "shown": True},
                },
                {
                    "id": "topic-1",
                    "name": "Robbery",
                    "count": "about 40",
                    "previous_count": 12.5,
                    "period": {"start": "2025-01", "end": "2025-03"},
                },
                {"id": "topic-2", "count": None},
            ]
        },
        "changes": {
            "compared": "<w:p>, {{ x }}, \\today, [red], ---, *stars* and 👩‍👩‍👧 are text.\n\tA tab too.",
        },
        "why": {
            "overall": "Fewer homes were left open.",
            "x-question": ["an answer to a question nobody asks any more", {"deep": [1, -2.5, True, None]}],
        },
        "x-chapter": {"body": "A whole section that the outline does not have."},
    },
    headings={"why": "What lies behind it", "x-chapter": "A heading of a section nobody asks for"},
    order=("why", "levels", "x-chapter"),
    claims={
        "levels": {"finished": "yes"},
        "county": {"not_applicable": "The county was told by letter.", "x-who": "the chair"},
    },
    accepted=(
        {
            "section": "why",
            "code": "private-email",
            "about": "desk@northbridge.example",
            "reason": "It is the partnership's own published address.",
            "x-on": "2025-11-03",
        },
    ),
    parked={"x-reviewer": {"name": "B", "seen": [1, 2]}},
)
"""What the file means, written out."""


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the frozen file to write on."""
    return Path(shutil.copy(FROZEN, tmp_path / "v1.sa.json"))


def test_nobody_has_touched_the_file() -> None:
    """Whoever sees this fail has edited history: take the change back and add a migration instead."""
    assert hashlib.sha256(FROZEN.read_bytes()).hexdigest() == SHA256


def test_it_opens_and_means_what_it_meant(copied: Path) -> None:
    outline, draft = store.load(copied)
    assert outline.id == "partnership"
    assert draft == MEANT
    assert copied.read_bytes() == FROZEN.read_bytes()


def test_it_uses_every_kind_of_answer_and_everything_a_draft_keeps() -> None:
    outline, draft = store.load(FROZEN)
    paths = {f"{section}.{field}" for section, kept in draft.values.items() for field in kept}
    found = [outline.find(path) for path in paths]
    kinds = {each[1].kind for each in found if each}
    columns = {
        resolve(outline, f"levels.topics[{number}].{name}").kind
        for number, row in enumerate(draft.get("levels.topics"))
        for name in row
        if not name.startswith("x-")
    }
    assert kinds == {"line", "text", "choice", "list", "period", "records"}
    assert columns == {"line", "text", "choice", "period", "number", "links", "records"}
    assert draft.headings
    assert draft.order
    assert draft.claims
    assert draft.accepted
    assert draft.parked
    assert draft.outline.parked


def test_saving_it_loses_nothing(copied: Path) -> None:
    outline, draft = store.load(copied)
    store.save(copied, outline, draft)
    assert store.load(copied)[1] == MEANT
    was, now = (json.loads(path.read_text(encoding="utf-8")) for path in (FROZEN, copied))
    assert {**now, "format_version": 1} == was


def test_changing_one_answer_changes_nothing_else(copied: Path) -> None:
    session = Session.open(copied)
    session.set("why.overall", "Another reason.")
    session.save()
    now = json.loads(copied.read_text(encoding="utf-8"))
    was = json.loads(FROZEN.read_text(encoding="utf-8"))
    was["values"]["why"]["overall"] = "Another reason."
    assert now.pop("id")  # by which its versions find it when the file is moved; given with the first change
    assert {**now, "format_version": 1} == was


def test_it_can_be_judged(copied: Path) -> None:
    outline, draft = store.load(copied)
    assert not review(outline, draft).complete

"""Outlines and drafts made for tests: a small outline as text, and an assessment that meets every item."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.paths import resolve
from sa_wizard.draft.values import Json, Row, fit
from sa_wizard.folders import templates_dir
from sa_wizard.outline import load
from sa_wizard.outline.spec import Outline
from sa_wizard.review.findings import Review
from sa_wizard.review.judge import review

SMALL = """
id = "small"
version = "1"
title = "Small outline"
provenance = "Made for tests."

[[sections]]
id = "about"
title = "Document control"
purpose = "Who it is by, and which law it stands under."
items = ["b", "f"]

[[sections.fields]]
id = "partnership"
kind = "line"
label = "Name"
guidance = "The name of the {partnership_kind}."
required = true

[[sections.fields]]
id = "nation"
kind = "choice"
label = "Nation"
guidance = "Where the area is."
choices = [{ value = "england", label = "England" }, { value = "wales" }]

[[sections.fields]]
id = "area_type"
kind = "choice"
label = "Kind of area"
guidance = "Who runs the services."
when = { nation = ["england"] }
choices = [{ value = "two-tier" }, { value = "unitary" }, { value = "london" }]

[[sections.fields]]
id = "period"
kind = "period"
label = "Period"
guidance = "Which months."

[[sections.fields]]
id = "previous_period"
kind = "period"
label = "Previous period"
guidance = "Which months before."

[[sections.fields]]
id = "status"
kind = "choice"
label = "Status"
guidance = "Draft or final."
choices = [{ value = "draft" }, { value = "final" }]

[[sections]]
id = "levels"
title = "Levels"
purpose = "How much."
items = ["a", "d", "e"]

[[sections.fields]]
id = "topics"
kind = "records"
label = "Problems"
guidance = "One by one."
record = "topic"
columns = ["name", "strand", "count", "where"]
required = true

[[sections.fields]]
id = "tables"
kind = "list"
label = "Tables"
guidance = "One a line."

[[sections]]
id = "why"
title = "Why"
purpose = "Reasons."
items = ["c"]

[[sections.fields]]
id = "topics"
kind = "records"
label = "Reasons"
guidance = "For each problem."
record = "topic"
of = "levels.topics"
columns = ["previous_count", "nature", "reasons"]
help = { reasons = "Ask {police_body}." }

[[sections.fields]]
id = "overall"
kind = "text"
label = "Overall"
guidance = "All together."
required = true

[[sections]]
id = "county"
title = "County"
purpose = "What the county should know."
items = ["g"]
when = { county_group = ["yes"] }

[[sections.fields]]
id = "any"
kind = "choice"
label = "Any?"
guidance = "Yes or no."
choices = [{ value = "yes" }, { value = "no" }]

[[sections.fields]]
id = "sure"
kind = "choice"
label = "Sure?"
guidance = "Yes or no."
when = { "county.any" = ["yes"] }
choices = [{ value = "yes" }, { value = "no" }]

[[sections.fields]]
id = "matter"
kind = "text"
label = "Matter"
guidance = "Say it."
when = { "county.sure" = ["yes"] }
required = true
"""

THIS_YEAR = {"start": "2024-10", "end": "2025-09"}
LAST_YEAR = {"start": "2023-10", "end": "2024-09"}

BURGLARY: Row = {
    "id": "burglary",
    "name": "Residential burglary",
    "strand": "crime",
    "measure": "Recorded offences",
    "count": 400,
    "previous_count": 300,
    "where": "The terraces west of the station.",
    "sources": ["police"],
    "nature": "real",
    "reasons": [{"id": "reason-1", "reason": "Two people released in May", "evidence_for": "Arrests in July."}],
}
NOISE: Row = {
    "id": "noise",
    "name": "Neighbour noise",
    "strand": "disorder",
    "count": 510,
    "previous_count": 505,
    "when": "Friday and Saturday after eleven.",
}
DRUGS: Row = {
    "id": "drugs",
    "name": "Open drug use",
    "strand": "substance-misuse",
    "count": 90,
    "previous_count": 95,
    "where": "The riverside.",
}
SURVEY: Row = {
    "id": "survey",
    "name": "Residents' survey",
    "dates": {"start": "2025-05", "end": "2025-06"},
    "responses": 640,
    "residents": "yes",
    "workers": "yes",
    "said": "Burglary first, then speeding.",
}
ANSWERS: Mapping[str, Json] = {
    "about.partnership": "Safer Northbridge",
    "about.author": "The analyst",
    "about.nation": "england",
    "about.area_type": "two-tier",
    "about.period": THIS_YEAR,
    "about.first": "no",
    "about.previous_title": "Northbridge strategic assessment 2023-24",
    "about.previous_date": "November 2024",
    "about.previous_period": LAST_YEAR,
    "about.language": "bilingual",
    "levels.topics": [BURGLARY, NOISE, DRUGS],
    "progress.priorities": [
        {"id": "old", "priority": "Cut burglary", "judgement": "part", "evidence": "Down 4% against a target of 10%."}
    ],
    "views.consultations": [SURVEY],
    "views.concerns": [
        {
            "id": "speeding",
            "concern": "Speeding on Mill Lane",
            "consultations": ["survey"],
            "answer": "The county road safety partnership leads on it.",
        }
    ],
    "appendices.sources": [{"id": "police", "name": "Police recorded crime"}],
    "choosing.candidates": [
        {"id": "candidate-1", "issue": "Burglary", "topics": ["burglary"], "included": "yes"},
        {"id": "candidate-2", "issue": "Noise", "topics": ["noise"], "included": "no"},
        {"id": "candidate-3", "issue": "Drugs", "topics": ["drugs"], "included": "no"},
    ],
    "priorities.priorities": [
        {
            "id": "first",
            "title": "Burglary",
            "topics": ["burglary"],
            "lead": "Neighbourhoods group",
            "measure": "Offences by quarter.",
            "prevention": "Better locks in the terraces.",
        }
    ],
    "county.any": "yes",
    "county.matters": [
        {
            "id": "m",
            "matter": "Cross-border burglary",
            "why": "The offenders live over the border.",
            "topics": ["burglary"],
        }
    ],
}
"""The answers that meet items (a) to (g); the other required questions get a sentence each."""


@cache
def shipped() -> Outline:
    """The outline that ships."""
    return load.load(templates_dir() / "outlines" / "partnership.toml")


def written(folder: Path, text: str, name: str = "small.toml") -> Path:
    """An outline file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@cache
def small() -> Outline:
    """The small outline, read and verified like any other."""
    with TemporaryDirectory() as folder:
        return load.load(written(Path(folder), SMALL))


def changed(draft: Draft, outline: Outline, answers: Mapping[str, Json]) -> Draft:
    """The draft with these answers by path; an answer of None takes the answer out."""
    for path, value in answers.items():
        target = resolve(outline, path)
        if value is None:
            section, field = target.section.id, target.field.id
            kept = {key: part for key, part in draft.values.get(section, {}).items() if key != field}
            draft = replace(draft, values={**draft.values, section: kept})
        else:
            draft = draft.with_value(target, fit(target.kind, target.record, value, path))
    return draft


def drafted(answers: Mapping[str, Json], outline: Outline | None = None) -> Draft:
    """A draft with only these answers."""
    outline = outline or shipped()
    return changed(start(outline), outline, answers)


@cache
def _whole() -> Draft:
    outline = shipped()
    said = {"line": "Said.", "text": "Said in a sentence.", "list": ["Said once."]}
    needed = {
        f"{section.id}.{field.id}": said[field.kind]
        for section, field in outline.fields()
        if field.required and not field.of and field.kind in said
    }
    needed = {path: text for path, text in needed.items() if path not in ("about.first_reason", "county.none_reason")}
    return drafted({**needed, **ANSWERS}, outline)


def assessment(**changes: Json) -> Draft:
    """A complete assessment of a two-tier English area, with changes by path (``about__first="yes"``)."""
    return changed(_whole(), shipped(), {path.replace("__", "."): value for path, value in changes.items()})


def asked(draft: Draft, outline: Outline | None = None) -> Asked:
    """The draft seen with its outline."""
    return Asked(outline or shipped(), draft)


def judged(draft: Draft, outline: Outline | None = None) -> Review:
    """The review of a draft."""
    return review(outline or shipped(), draft)


def codes(review: Review, path: str = "") -> list[str]:
    """The codes of the findings, or of those at a path and within it."""
    return [finding.code for finding in review.findings if finding.path.startswith(path)]

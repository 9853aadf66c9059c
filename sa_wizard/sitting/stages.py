"""The first questions of a new draft in three stages, what is wrong with the answers, and where the draft would go."""

import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.months import fault
from sa_wizard.draft.store import SUFFIX
from sa_wizard.draft.text import clean_line
from sa_wizard.draft.values import Json, is_empty
from sa_wizard.outline.spec import Field, Section
from sa_wizard.sitting.questions import Question, of_field

KEPT = Section(
    id="setup",
    title="Where it is kept",
    purpose="The file and the folder of the new draft.",
    fields=(
        Field(
            id="file",
            kind="line",
            label="File name",
            guidance="What the draft is called on this machine. A file that is there already is never replaced.",
        ),
        Field(
            id="folder",
            kind="line",
            label="Folder",
            guidance="Where the draft is kept: a folder that is backed up, and readable only by those who may see the "
            "draft. ~ stands for your home folder.",
        ),
    ),
)
"""Two questions that are not the draft's: the form asks them the same way."""

FILE, FOLDER = (f"{KEPT.id}.{field.id}" for field in KEPT.fields)


@dataclass(frozen=True)
class Stage:
    """One step: its name, why it is asked, and the fields of document control it asks for."""

    name: str
    why: str
    fields: tuple[str, ...]
    kept: bool = False
    """Whether it also asks where the draft is kept."""


STAGES = (
    Stage(
        "Who",
        "Nation and kind of area decide which law applies and what you will be asked.",
        ("partnership", "nation", "area_type"),
    ),
    Stage(
        "When",
        "Change is measured against the previous assessment. Details can wait.",
        ("period", "first", "first_reason", "previous_title", "previous_date", "previous_period"),
    ),
    Stage(
        "How",
        "How it is marked, who answers for it, and where the draft is kept.",
        ("marking", "author"),
        kept=True,
    ),
)

_MISSING = {
    "about.partnership": "The partnership needs a name before you can go on.",
    "about.nation": "Choose the nation before you go on: it decides which law applies.",
    "about.period": "Give the first and the last month before you go on.",
}
"""Without these a draft cannot be judged, so it is not begun without them. Everything else can wait."""


def questions(stage: Stage, asked: Asked) -> tuple[Question, ...]:
    """What a stage asks, with the draft as it stands. Required is only what it cannot be left without.

    Why: the outline requires more of a finished draft, and what is marked needed here has to be needed here.
    """
    about = asked.outline.section("about")
    fields = {field.id: field for field in asked.fields(about)} if about else {}
    all_of_it = (of_field(asked, about, fields[name]) for name in stage.fields if about and name in fields)
    first = tuple(question._replace(required=question.path in _MISSING) for question in all_of_it)
    return (*first, *(of_field(asked, KEPT, field) for field in KEPT.fields)) if stage.kept else first


def faults(stage: Stage, asked: Asked) -> dict[str, str]:
    """What keeps a stage from being left, a sentence by path. Answers that are merely missing can wait."""
    told: dict[str, str] = {}
    for question in questions(stage, asked):
        value = asked.draft.get(question.path)
        if question.path in _MISSING and is_empty(value):
            told[question.path] = _MISSING[question.path]
        elif question.kind == "period" and value is not None and fault(value):
            told[question.path] = f"This period {fault(value)}."
    now, before = asked.period, asked.previous_period
    if "previous_period" in stage.fields and now and before and before.start >= now.start:
        told["about.previous_period"] = "The previous period must begin before the one this assessment covers."
    return told


def answers(asked: Asked) -> Mapping[str, Json]:
    """The answers a new draft begins with: those given to questions that apply."""
    given = {
        question.path: asked.draft.get(question.path)
        for stage in STAGES
        for question in questions(stage, asked)
        if question.section is not KEPT
    }
    return {path: value for path, value in given.items() if not is_empty(value)}


def suggested_stem(asked: Asked) -> str:
    """A file name without its ending, from the partnership and the period: ``safer-northbridge-2025-26``."""
    plain = unicodedata.normalize("NFKD", asked.draft.text("about.partnership")).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:48].strip("-")
    return "-".join(part for part in (words or "assessment", asked.period.short if asked.period else "") if part)


def suggested_folder() -> Path:
    """The folder the person is in, or their home where that cannot be written."""
    try:
        here = Path.cwd()
    except OSError:  # it was deleted under us
        return Path.home()
    return here if os.access(here, os.W_OK) else Path.home()


def free_file(folder: Path, stem: str) -> Path:
    """A draft file in a folder that is not there yet: the stem, or the stem with the first free number."""
    path, number = folder / f"{stem}{SUFFIX}", 2
    while os.path.lexists(path):
        path, number = folder / f"{stem}-{number}{SUFFIX}", number + 1
    return path


def named(name: str) -> str:
    """A file name as it will be: cleaned, with the ending of drafts."""
    bare = clean_line(name).strip()
    return bare if not bare or bare.endswith(SUFFIX) else f"{bare.removesuffix('.json').removesuffix('.sa')}{SUFFIX}"


def place_faults(name: str, folder: Path) -> dict[str, str]:
    """What is wrong with where the draft would go, a sentence by path; nothing is written to find out."""
    if not name:
        return {FILE: "The draft needs a file name."}
    if os.sep in name or name in (SUFFIX, "."):
        return {FILE: "Give only the name here; the folder has a line of its own."}
    if not os.path.isdir(folder):  # noqa: PTH112 - Path.is_dir raises for some names
        return {FOLDER: f"There is no folder {folder}: make it first, or choose another."}
    if not os.access(folder, os.W_OK):
        return {FOLDER: "You cannot write in this folder: choose another."}
    if os.path.lexists(folder / name):
        return {FILE: f"{name} is there already and is never replaced: this name is free."}
    return {}

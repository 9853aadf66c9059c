"""Published facts of two real assessments, entered by keyboard, resumed from the file, and found again in Word.

The figures are those of the Fenland Community Safety Partnership's parish table for 2013/14 and of rows of the
Leicester City matrix for 2010/11, as published; the parishes are numbered here, since our source does not name them.
"""

import re
from pathlib import Path
from typing import Any

import docx
from textual.pilot import Pilot

from sa_wizard.document.publish import publish
from sa_wizard.draft import store
from sa_wizard.outline.records import Candidate
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.widgets.form import question_of
from tests.tui.driving import draft_at, press, session_of, settle, wizard, write

FENLAND = [
    ("Parish 1", "392", "10.67%"),
    ("Parish 2", "692", "18.84%"),
    ("Parish 3", "428", "11.65%"),
    ("Parish 4", "1,554", "42.30%"),
    ("Parish 5", "608", "16.55%"),
]
LEICESTER = [
    ("Burglary dwelling", "11", "16", "176", "high", "yes", ""),
    ("Vehicle crime", "14", "14", "196", "high", "yes", ""),
    ("Robbery", "5", "18", "90", "medium", "", ""),
    ("Actual bodily harm", "14", "16", "224", "high", "yes", ""),
    ("Criminal damage", "17", "18", "306", "high", "yes", ""),
    ("Rowdy behaviour", "17", "17", "289", "high", "yes", ""),
    ("Neighbour disputes", "11", "15", "165", "high", "", ""),
    ("Hoax calls", "17", "11", "187", "high", "no", ""),
    ("Malicious communications", "5", "11", "55", "low", "", "+24.2%"),
    ("Sexual offences against adults", "1", "15", "15", "low", "yes", ""),
]
LEICESTER_COLUMNS = ("issue", "likelihood", "harm", "score", "band", "included", "change")


async def test_published_figures_survive_the_screens_the_file_and_word(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "real.sa.json", about__period={"start": "2013-04", "end": "2014-03"})
    async with wizard(path, "places.places") as (app, pilot):
        await enter(app, pilot, [dict(zip(("name", "count", "share"), row, strict=True)) for row in FENLAND])
        await press(pilot, "ctrl+q")
    async with wizard(path, "choosing.candidates") as (app, pilot):
        rows = session_of(app).get("places.places")
        assert [row["count"] for row in rows] == [392, 692, 428, 1554, 608]
        assert sum(row["count"] for row in rows) == 3674
        await enter(app, pilot, [dict(zip(LEICESTER_COLUMNS, row, strict=True)) for row in LEICESTER])
        await press(pilot, "ctrl+q")

    outline, draft = store.load(path)
    for row in draft.rows("choosing.candidates", Candidate):
        assert isinstance(row.likelihood, int)
        assert isinstance(row.harm, int)
        assert row.likelihood * row.harm == row.score
    target = tmp_path / "real.docx"
    publish(outline, draft, target, "docx")
    found = rows_of(target)
    for name, count, share in FENLAND:
        assert {name, count, share} <= found[name], name
    for issue, likelihood, harm, score, _, _, change in LEICESTER:
        assert {likelihood, harm, score, change} - {""} <= found[issue], issue


async def enter(app: WizardApp, pilot: Pilot[int], rows: list[dict[str, str]]) -> None:
    """Add entries by keyboard: a adds, Tab moves on, choices are opened and typed at, Ctrl+N adds another."""
    await press(pilot, "a")
    for index, row in enumerate(rows):
        if index:
            await press(pilot, "ctrl+n")
        left = {column: text for column, text in row.items() if text}
        for _ in range(40):
            question = question_of(app.focused)
            assert question is not None
            column = question.path.rpartition(".")[2]
            if column in left:
                await answer(pilot, question.kind, left.pop(column))
            if not left:
                break
            await press(pilot, "tab")
        assert not left, f"no question was found for {left}"
    await press(pilot, "escape")
    await settle(pilot)


async def answer(pilot: Pilot[int], kind: str, text: str) -> None:
    """Answer the question in focus."""
    if kind == "choice":
        await press(pilot, "enter", text[0], "enter")
    else:
        await write(pilot, text)


def rows_of(document: Path) -> dict[str, set[str]]:
    """Every table row of a Word file as the set of its cells, by each of its cells."""
    rows: dict[str, set[str]] = {}
    opened: Any = docx.Document(str(document))
    for table in opened.tables:
        for row in table.rows:
            cells = {re.sub(r"\s+", " ", cell.text).strip() for cell in row.cells}
            for cell in cells:
                rows.setdefault(cell, set()).update(cells)
    return rows

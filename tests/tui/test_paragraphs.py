"""Long paragraphs are wrapped and drawn as Textual does it, and a key in one touches a few rows."""

import random
from pathlib import Path

import pytest
from rich.style import Style
from rich.text import Text
from textual._wrap import compute_wrap_offsets
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument

from sa_wizard.tui.widgets import paragraphs
from sa_wizard.tui.widgets.editors import ProseEditor
from sa_wizard.tui.widgets.paragraphs import LongLine, Paragraphs
from tests.tui.driving import draft_at, focused, press, settle, wizard, write

PIECES = (
    "a",
    "Robbery",
    " ",
    "  ",
    "rose ",
    "in ",
    "中文",
    "e\u0301",
    "👩‍👧",
    "x" * 37,
    "-",
    "tŷ ",
    "   ",
    "\t",
    "\n",
    "word\n",
)


@pytest.mark.parametrize("seed", range(12))
def test_random_edits_leave_it_wrapped_as_textual_wraps_it(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """Every line counts as long, and two rows behind an edit are looked at: all ways through are taken."""
    monkeypatch.setattr(paragraphs, "LONG", 0)
    monkeypatch.setattr(paragraphs, "_ROWS", 2)
    chance = random.Random(seed)  # noqa: S311 - a walk, not a secret
    width = chance.choice((5, 12, 30))
    pieces = PIECES[: chance.choice((13, len(PIECES)))]

    def words(most: int) -> str:
        return "".join(chance.choice(pieces) for _ in range(chance.randint(0, most)))

    ours, theirs = Document(words(120)), Document("")
    theirs.replace_range((0, 0), (0, 0), ours.text)
    quick, whole = Paragraphs(ours, width), WrappedDocument(theirs, width)
    for _ in range(150):
        row = chance.randrange(ours.line_count)
        ends = sorted(chance.randint(0, len(ours[row])) for _ in range(2))
        last = chance.choice((row, row, row, min(row + 1, ours.line_count - 1)))
        start, end = (row, ends[0]), (last, min(chance.choice((ends[0], ends[1])), len(ours[last])))
        start, end = min(start, end), max(start, end)
        text = words(chance.choice((1, 1, 4)))
        for document, wrapped in ((ours, quick), (theirs, whole)):
            done = document.replace_range(start, end, text)
            wrapped.wrap_range(start, end, done.end_location)
        assert ours.text == theirs.text
        assert quick._wrap_offsets == whole._wrap_offsets
        assert quick._line_index_to_offsets == whole._line_index_to_offsets
        assert quick._offset_to_line_info == whole._offset_to_line_info
        for line in range(ours.line_count):
            assert quick.get_sections(line) == whole.get_sections(line)


def test_a_row_that_is_cut_out_alone_looks_as_it_does_among_all() -> None:
    for row in range(5):
        plain, quick = (
            Text("Robbery rose in the town. " * 2, end=""),
            LongLine("Robbery rose in the town. " * 2, end=""),
        )
        for text in (plain, quick):
            text.set_length(len(text) + 1)
            text.stylize(Style(reverse=True), 7, 22)
            text.stylize(Style(bold=True), 20, 21)
        cuts = [8, 20, 31, 40]
        alone = quick.divide(cuts)[row]
        assert (alone.plain, alone.spans) == ((among := plain.divide(cuts)[row]).plain, among.spans)


async def test_a_key_in_a_paragraph_of_sixty_thousand_characters_wraps_a_few_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="Robbery rose in the town. " * 2_308)
    async with wizard(path, "why.overall") as (app, pilot):
        await settle(pilot)
        editor = focused(app)
        assert isinstance(editor, ProseEditor)
        wrapped: list[int] = []

        def counting(text: str, width: int, tab_size: int) -> list[int]:
            wrapped.append(len(text))
            return compute_wrap_offsets(text, width, tab_size)

        monkeypatch.setattr(paragraphs, "compute_wrap_offsets", counting)
        for place in (0, 30_000, 60_000):
            editor.move_cursor((0, place))
            await write(pilot, "x")
        await press(pilot, "backspace")
        assert len(wrapped) == 4
        assert max(wrapped) < 2_000
        assert editor.wrapped_document.height > 700

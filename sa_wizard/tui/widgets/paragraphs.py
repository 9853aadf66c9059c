"""Long paragraphs, which Textual (8.2.8) wraps as a whole at every key, and cuts up again for every row it draws.

Here a key wraps what it moves, and a row is cut out alone: of 60,000 characters as fast as of 600.
"""

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import SupportsIndex

from rich.text import Span, Text
from textual._text_area_theme import TextAreaTheme
from textual._wrap import compute_wrap_offsets
from textual.document._document import Location
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import TextArea

LONG = 2_000
"""Characters from which it is worth it."""

_ROWS = 8
"""Rows behind an edit that are wrapped before it is looked whether the rest is as it was."""


class Paragraphs(WrappedDocument):
    """A wrapped document, to the same effect. A long line with tabs is left to Textual."""

    def get_sections(self, line_index: int) -> list[str]:
        """The rows of a line."""
        line = self.document[line_index]
        return [line[start:end] for start, end in pairwise((0, *self._wrap_offsets[line_index], len(line)))]

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Wrap again what an edit moved."""
        row = start[0]
        if row == old_end[0] == new_end[0] and self._width and self._is_long(row):
            self._put(row, self._wrapped(row, start[1], old_end[1], new_end[1]))
        else:
            super().wrap_range(start, old_end, new_end)

    def _is_long(self, row: int) -> bool:
        line = self.document[row]
        had_tabs = len(self._tab_width_cache[row]) > 1
        return len(line) > LONG and not had_tabs and "\t" not in line

    def _wrapped(self, row: int, start: int, old_end: int, new_end: int) -> list[int]:
        """Where the rows of a line begin after an edit within it, the first excepted.

        The row before the one with the edit may take in a word that became shorter; what stands before that row is as
        it was. From the first row behind the edit that begins at the same word as one did before, the rest is, too.
        Neither is a row in the middle of a word too long for any: how that is broken depends on all of it.
        """
        line, old, moved = self.document[row], self._wrap_offsets[row], new_end - old_end
        same = max(0, bisect_left(old, start) - 1)
        while same and not line[old[same - 1] - 1].isspace():
            same -= 1
        begin = old[same - 1] if same else 0
        end, room = new_end, self._width * _ROWS
        while True:
            end, room = min(len(line), end + room), room * 2
            found = [begin + at for at in compute_wrap_offsets(line[begin:end], self._width, self._tab_width)]
            for at in range(bisect_right(found, new_end), len(found)):
                before = bisect_left(old, found[at] - moved)
                if old[before : before + 1] == [found[at] - moved] and line[found[at] - 1].isspace():
                    return [*old[:same], *found[:at], *(each + moved for each in old[before:])]
            if end == len(line):
                return [*old[:same], *found]

    def _put(self, row: int, offsets: list[int]) -> None:
        rows, were = len(offsets) + 1, len(self._wrap_offsets[row]) + 1
        self._wrap_offsets[row] = offsets
        if rows == were:
            return
        top = self._line_index_to_offsets[row][0]
        self._offset_to_line_info[top : top + were] = [(row, section) for section in range(rows)]
        self._line_index_to_offsets[row] = list(range(top, top + rows))
        for below in range(row + 1, len(self._line_index_to_offsets)):
            self._line_index_to_offsets[below] = [each + rows - were for each in self._line_index_to_offsets[below]]


class LongLine(Text):
    """A line of which only the row that is asked for is cut out. It has no tabs."""

    def divide(self, offsets: object) -> "Rows":  # type: ignore[override]  # one row is all that is ever looked at
        """The rows, none of them cut out yet."""
        return Rows(self, [0, *offsets, len(self.plain)])  # type: ignore[misc]  # a list of numbers


class Rows:
    """The rows of a long line. The first asked for is drawn; of the others only their tabs are counted."""

    def __init__(self, line: Text, cuts: list[int]) -> None:
        self._line = line
        self._cuts = cuts
        self._nothing: Text | None = None

    def __getitem__(self, index: SupportsIndex) -> Text:
        if self._nothing is not None:
            return self._nothing
        self._nothing = Text("")
        start, end = self._cuts[index], self._cuts[index.__index__() + 1]
        line = self._line
        spans = [
            Span(max(start, span.start) - start, min(end, span.end) - start, span.style)
            for span in line.spans
            if span.start < end and span.end > start
        ]
        return Text(
            line.plain[start:end], line.style, no_wrap=line.no_wrap, end="", tab_size=line.tab_size, spans=spans
        )


class LongTextArea(TextArea):
    """A text area for paragraphs of any length."""

    _drawn_with: TextAreaTheme | None = None
    """What it was drawn with since its styles last changed."""

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        self.wrapped_document = Paragraphs(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._rewrap_and_refresh_virtual_size()

    def get_line(self, line_index: int) -> Text:
        """A line to draw a row of."""
        line = self.document.get_line(line_index)
        long = len(line) > LONG and "\t" not in line
        return LongLine(line, end="", no_wrap=True) if long else super().get_line(line_index)

    def notify_style_update(self) -> None:
        """Its styles are others now: what is drawn with is to be worked out once more."""
        self._drawn_with = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines as they are drawn. Textual works out the styles of cursor, selection and the rest at every key."""
        if self._drawn_with is self._theme:
            return ScrollView.render_lines(self, crop)
        self._drawn_with = self._theme
        return super().render_lines(crop)

"""What the terminal already shows, so that only what differs is sent: the line may be a slow one.

A widget of Textual draws itself as a whole: one key in a text area is 5,900 bytes at 80x24, and 22,000 at 200x60. Here
every cell sent is remembered, and an update is cut down to the runs of cells that it changes.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, Console, RenderableType
from rich.style import Style
from textual import events
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip

_APART = 6
"""Cells that do not differ between two that do, up to which sending them is shorter than moving over them."""
_MOST_LOOKS = 4_000
_UNKNOWN = "\x00"
"""What a cell holds of which it is not known what the terminal shows: it is like no other."""


class Look(NamedTuple):
    """How a cell looks, as the codes that make it so; and the address of a link, if it leads anywhere."""

    attributes: str
    colour: str
    ground: str
    link: str


PLAIN = Look("", "", "", "")


class Shadow:
    """The cells of one terminal. A character of odd width stands in its first cell with all that was sent with it."""

    def __init__(self) -> None:
        self._width = 0
        self._rows: list[list[str]] = []
        self._looks: list[list[Look]] = []
        self._known_looks: dict[Style | None, Look] = {}

    def forget(self) -> None:
        """What the terminal shows is no longer known: it was resized, or another program has drawn on it."""
        self._rows, self._looks, self._width = [], [], 0

    def cut(self, update: CompositorUpdate, console: Console) -> str:
        """What has to be sent for an update, as text and escape codes. It is taken as sent."""
        system = COLOR_SYSTEMS[console.color_system or "truecolor"]
        pen = _Pen()
        try:
            for x, y, strip in _pieces(update):
                self._draw(pen, x, y, strip, system)
        except BaseException:
            self.forget()
            raise
        return pen.lifted()

    def _draw(self, pen: "_Pen", x: int, y: int, strip: Strip, system: ColorSystem) -> None:
        cells, looks = self._cells(strip, system)
        end = x + len(cells)
        self._make_room(end, y)
        row, its_looks = self._rows[y], self._looks[y]
        old, old_looks = row[x:end], its_looks[x:end]
        if cells == old and looks == old_looks:
            return
        for start, stop in _runs(cells, looks, old, old_looks):
            pen.write(x + start, y, cells[start:stop], looks[start:stop])
        _break_halves(row, x, end)
        row[x:end], its_looks[x:end] = cells, looks

    def _make_room(self, width: int, y: int) -> None:
        """Cells nobody has drawn on are not known."""
        if width > self._width:
            for row, looks in zip(self._rows, self._looks, strict=True):
                row.extend([_UNKNOWN] * (width - self._width))
                looks.extend([PLAIN] * (width - self._width))
            self._width = width
        while len(self._rows) <= y:
            self._rows.append([_UNKNOWN] * self._width)
            self._looks.append([PLAIN] * self._width)

    def _cells(self, strip: Strip, system: ColorSystem) -> tuple[list[str], list[Look]]:
        cells: list[str] = []
        looks: list[Look] = []
        for text, style, control in strip:
            if control:
                continue
            before = len(cells)
            if text.isascii():
                cells.extend(text)
            else:
                _spread(text, cells)
            looks.extend([self._look(style, system)] * (len(cells) - before))
        return cells, looks

    def _look(self, style: Style | None, system: ColorSystem) -> Look:
        if style not in self._known_looks:
            if len(self._known_looks) >= _MOST_LOOKS:  # links and fades would fill it for ever
                self._known_looks.clear()
            self._known_looks[style] = _look_of(style, system) if style else PLAIN
        return self._known_looks[style]


class Cut(CompositorUpdate):
    """An update that is cut down when it is written, and only then: it may come to nothing before."""

    def __init__(self, update: CompositorUpdate, shadow: Shadow) -> None:
        self._update = update
        self._shadow = shadow

    def render_segments(self, console: Console) -> str:
        """The text and the codes to send."""
        return self._shadow.cut(self._update, console)


class _Pen:
    """Writes cells with the fewest codes: it knows where it stands and how the last cell looked."""

    def __init__(self) -> None:
        self._sent: list[str] = []
        self._at = (-1, -1)
        self._look = PLAIN

    def write(self, x: int, y: int, cells: Sequence[str], looks: Sequence[Look]) -> None:
        """One run of cells. After one that terminals may take for wider or narrower the pen is put where it belongs."""
        lost = self._at[1] != y or self._at[0] > x
        if lost:
            self._sent.append(_place(x, y))
        elif self._at[0] < x:
            self._sent.append(f"\x1b[{x - self._at[0]}C")
        lost = False
        for at, (cell, look) in enumerate(zip(cells, looks, strict=True), x):
            if lost and cell:
                self._sent.append(_place(at, y))
                lost = False
            if look is not self._look and look != self._look:
                self._sent.append(_codes(self._look, look))
                self._look = look
            self._sent.append(cell)
            lost = lost or len(cell) > 1
        self._at = (-1, -1) if lost else (x + len(cells), y)

    def lifted(self) -> str:
        """All that was written, and the look of nothing in particular after it."""
        if self._look != PLAIN:
            self._sent.append(_codes(self._look, PLAIN))
        return "".join(self._sent)


def _place(x: int, y: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H"


def _pieces(update: CompositorUpdate) -> Iterator[tuple[int, int, Strip]]:
    """The strips of an update with where they begin, as Textual itself would write them."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in line:
                yield x, y, strip
                x += strip.cell_length
    elif isinstance(update, ChopsUpdate):
        for y, first, last in update.spans:
            for end, (x, chop) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                if chop is not None and x <= last and end > first:
                    yield x, y, chop if x >= first and end <= last else chop.crop(0, min(end, last) - x)


def _spread(text: str, cells: list[str]) -> None:
    """Put what is seen as one character into one cell, and nothing into those that it covers besides."""
    for start, end, width in split_graphemes(text)[0]:
        if width == 0 and cells:
            last = max(at for at, cell in enumerate(cells) if cell)
            cells[last] += text[start:end]
        elif width:
            cells.append(text[start:end])
            cells.extend([""] * (width - 1))


def _runs(cells: list[str], looks: list[Look], old: list[str], old_looks: list[Look]) -> Iterator[tuple[int, int]]:
    """From where to where cells differ; runs that lie close together are one. No character is cut in two.

    Why all of it where several characters are seen as one: terminals do not agree how wide that is.
    """
    if max(map(len, cells)) > 1 or max(map(len, old)) > 1:
        yield 0, len(cells)
        return
    start = last = -1
    for at, (cell, look, before, its) in enumerate(zip(cells, looks, old, old_looks, strict=True)):
        if cell == before and (look is its or look == its):
            continue
        if start < 0:
            start = at
        elif at - last > _APART:
            yield _whole(cells, start, last + 1)
            start = at
        last = at
    if start >= 0:
        yield _whole(cells, start, last + 1)


def _whole(cells: list[str], start: int, stop: int) -> tuple[int, int]:
    while start and not cells[start]:
        start -= 1
    while stop < len(cells) and not cells[stop]:
        stop += 1
    return start, stop


def _break_halves(row: list[str], start: int, end: int) -> None:
    """Of a wide character that is written over in part, the rest is no longer known."""
    at = start
    while at > 0 and not row[at]:
        at -= 1
        row[at] = row[at] and _UNKNOWN
    at = end
    while at < len(row) and not row[at]:
        row[at] = _UNKNOWN
        at += 1


def _look_of(style: Style, system: ColorSystem) -> Look:
    colour = ";".join(style.color.downgrade(system).get_ansi_codes()) if style.color else ""
    ground = ";".join(style.bgcolor.downgrade(system).get_ansi_codes(foreground=False)) if style.bgcolor else ""
    link = f"id={style.link_id};{style.link}" if style.link else ""
    return Look(Strip.render_ansi(style.without_color, system), colour, ground, link)


def _codes(before: Look, now: Look) -> str:
    """The codes that lead from one look to another."""
    codes: list[str] = []
    link = f"\x1b]8;{now.link or ';'}\x1b\\" if now.link != before.link else ""
    if now[:3] == PLAIN[:3]:
        return f"{link}\x1b[0m"
    colour, ground = before.colour, before.ground
    if before.attributes != now.attributes:
        if before.attributes:
            codes.append("0")
            colour = ground = ""
        if now.attributes:
            codes.append(now.attributes)
    if colour != now.colour:
        codes.append(now.colour or "39")
    if ground != now.ground:
        codes.append(now.ground or "49")
    return f"{link}\x1b[{';'.join(codes)}m" if codes else link


AT_START = 2
"""Times that the size of the terminal is told before anything else happens to it."""


class Sparing(App[int]):
    """An app that sends what changed and nothing else; or, if it should redraw all, everything, as Textual does."""

    def __init__(self, *, redraw_all: bool = False) -> None:
        super().__init__()
        self._shadow = None if redraw_all else Shadow()
        self._told_sizes: list[Size] = []
        """What was told of the size of the terminal, as far as ``on_resize`` has to know."""

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Show an update, with the terminal's own cursor, unseen as it is, where the person writes.

        Textual puts it there when the text cursor moves, and not when what is written in is scrolled: whoever follows
        it, such as a magnifier or an input method, was led elsewhere.
        """
        place = getattr(screen.focused, "cursor_screen_offset", None)
        if place is not None:
            self.cursor_position = place
        if self._shadow and isinstance(renderable, LayoutUpdate | ChopsUpdate):
            super()._display(screen, Cut(renderable, self._shadow))  # type: ignore[arg-type]  # any update is taken
        else:
            super()._display(screen, renderable)

    def on_resize(self, event: events.Resize) -> None:
        """The terminal has another size, or is ours again after another program had it: both come as this event.

        Textual says so twice at the start: nobody else has drawn on it, so that nothing is sent twice.
        """
        if len(self._told_sizes) >= AT_START or any(size != event.size for size in self._told_sizes):
            self.action_redraw()
        self._told_sizes = [*self._told_sizes, event.size][-AT_START:]

    def action_redraw(self) -> None:
        """Send the whole screen, whatever the terminal may show."""
        if self._shadow:
            self._shadow.forget()
        self.call_later(self._show_whole)

    def _show_whole(self) -> None:
        if self._running and self._screen_stack:
            behind = self._background_screens
            whole = self.screen._compositor.render_update(full=True, screen_stack=behind)
            self._display(self.screen, whole)

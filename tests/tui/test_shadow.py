"""Only what changed is sent, and every cell shows what it would show if everything were: held to it in an emulator."""

import random
from pathlib import Path

import pyte
import pytest
from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Input, TextArea

from sa_wizard.draft import begin
from sa_wizard.sitting.desk import Desk
from sa_wizard.tui import app as wizard_module
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.shadow import AT_START, Shadow, Sparing
from tests.tui.driving import draft_at, press, settle, wizard

GARBAGE = "#"
TYPED = ("😀 well", "Robbery rose", "Pobl ifanc, tŷ a dŵr", "a 中文 word", "ne\u0301e", "● ◐ ○ –", "£1,234 (5%)")
KEYS = (
    *("down", "up", "left", "right", "end", "home", "tab", "shift+tab", "enter", "backspace", "delete", "pagedown"),
    *("pageup", "escape", "f1", "f2", "f3", "f4", "f6", "f7", "f8", "ctrl+z", "ctrl+y", "ctrl+p", "ctrl+end", "space"),
)


class Terminal:
    """What two terminals show: one is sent everything, the other what the shadow leaves of it."""

    def __init__(self, width: int, height: int) -> None:
        self.whole, self.spared = pyte.Screen(width, height), pyte.Screen(width, height)
        for screen in (self.whole, self.spared):
            feed = pyte.Stream(screen)
            feed.feed("\x1b[?7l")
            for row in range(height):
                feed.feed(f"\x1b[{row + 1};1H{GARBAGE * width}")
        self.sent_whole = self.sent_spared = 0

    def show(self, whole: str, spared: str) -> None:
        """Send an update to both."""
        pyte.Stream(self.whole).feed(whole)
        pyte.Stream(self.spared).feed(spared)
        self.sent_whole += len(whole.encode())
        self.sent_spared += len(spared.encode())

    def differing(self) -> list[tuple[int, int, object, object]]:
        """The cells that the two do not show alike."""
        width, height = self.whole.columns, self.whole.lines
        pairs = ((x, y, self.whole.buffer[y][x], self.spared.buffer[y][x]) for y in range(height) for x in range(width))
        return [pair for pair in pairs if pair[2] != pair[3]]


class Twice(WizardApp):
    """The wizard on both terminals."""

    CSS_PATH = str(Path(wizard_module.__file__).with_name("wizard.tcss"))

    def __init__(self, desk: Desk, size: tuple[int, int]) -> None:
        super().__init__(desk)
        self.terminal = Terminal(*size)
        self.told = 0

    def on_resize(self, event: events.Resize) -> None:
        """Another size: what was there may be anything. That is so whenever one is told but at the start."""
        self.told += 1
        if self.told > AT_START:
            self.terminal = Terminal(*event.size)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, LayoutUpdate | ChopsUpdate) and not self._batch_count and self._shadow:
            whole = renderable.render_segments(self.console)
            self.terminal.show(whole, self._shadow.cut(renderable, self.console))
        super()._display(screen, renderable)


@pytest.mark.parametrize("seed", range(4))
async def test_long_random_use_shows_the_same_in_every_cell(tmp_path: Path, seed: int) -> None:
    """Keys, text of every width, screens and sizes in any order; terminals begin full of garbage."""
    chance = random.Random(seed)  # noqa: S311 - a walk, not a secret
    desk = Desk()
    desk.open(draft_at(tmp_path / "d.sa.json", why__overall="Robbery rose. " * 40))
    size = chance.choice(((80, 24), (100, 30), (60, 18)))
    app = Twice(desk, size)
    async with app.run_test(size=size) as pilot:
        for step in range(60):
            what = chance.random()
            if what < 0.3:
                app.post_message(events.Paste(chance.choice(TYPED)))
            elif what < 0.34:
                await pilot.resize_terminal(*chance.choice(((80, 24), (60, 18), (120, 35), (59, 10))))
            else:
                await pilot.press(chance.choice(KEYS))
            await settle(pilot)
            assert app.terminal.differing() == [], step
        assert app.terminal.sent_spared < app.terminal.sent_whole


async def test_a_key_in_a_text_is_a_few_bytes(tmp_path: Path) -> None:
    """Textual sends the whole text area for it; the line may be a slow one."""
    desk = Desk()
    desk.open(draft_at(tmp_path / "d.sa.json"))
    app = Twice(desk, (80, 24))
    async with app.run_test(size=(80, 24)) as pilot:
        app.go("why.overall")
        await settle(pilot)
        await pilot.press(*"Robbery")
        await settle(pilot)
        before = app.terminal.sent_spared
        await pilot.press("r")
        await settle(pilot)
        assert 0 < app.terminal.sent_spared - before < 400


def test_the_first_frame_is_sent_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal tells its size when the program starts; what it tells after that may undo what was sent."""
    drawn: list[bool] = []
    app = Sparing()
    monkeypatch.setattr(app, "action_redraw", lambda: drawn.append(True))
    for size, times in (((80, 24), 0), ((80, 24), 0), ((80, 24), 1), ((90, 24), 2)):
        app.on_resize(events.Resize(Size(*size), Size(*size)))
        assert len(drawn) == times


def test_a_size_that_changed_at_once_is_drawn_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window may be drawn larger while the program starts."""
    drawn: list[bool] = []
    app = Sparing()
    monkeypatch.setattr(app, "action_redraw", lambda: drawn.append(True))
    for width in (80, 81):
        app.on_resize(events.Resize(Size(width, 24), Size(width, 24)))
    assert drawn == [True]


def shown(shadow: Shadow, x: int, *parts: tuple[str, str], y: int = 0) -> str:
    """What is sent for one line of text with its styles."""
    strip = Strip([Segment(text, Style.parse(style)) for text, style in parts])
    update = LayoutUpdate([[strip]], Region(x, y, strip.cell_length, 1))
    return shadow.cut(update, Console(color_system="truecolor", force_terminal=True))


def test_what_is_shown_already_is_not_sent_again() -> None:
    shadow = Shadow()
    assert shown(shadow, 0, ("Robbery", "bold"))
    assert shown(shadow, 0, ("Robbery", "bold")) == ""
    assert shown(shadow, 0, ("Robbers", "bold")) == "\x1b[1;7H\x1b[1ms\x1b[0m"
    shadow.forget()
    assert "Robbers" in shown(shadow, 0, ("Robbers", "bold"))


def test_another_look_is_a_change_and_only_what_differs_in_it_is_sent() -> None:
    shadow = Shadow()
    shown(shadow, 0, ("ab", "red on blue"))
    assert shown(shadow, 0, ("a", "red on blue"), ("b", "green on blue")) == "\x1b[1;2H\x1b[32;44mb\x1b[0m"
    assert shown(shadow, 0, ("a", "green on blue"), ("b", "bold green on red"), y=1) == (
        "\x1b[2;1H\x1b[32;44ma\x1b[1;41mb\x1b[0m"
    )


def test_a_wide_character_is_never_cut_in_two() -> None:
    shadow = Shadow()
    shown(shadow, 0, ("a中b", "none"))
    assert shown(shadow, 0, ("a文b", "none")) == "\x1b[1;2H文"
    assert shown(shadow, 2, ("x", "none")) == "\x1b[1;3Hx"
    assert "中" in shown(shadow, 0, ("a中b", "none")), "its other half is gone from the terminal"


def test_after_what_terminals_measure_differently_the_pen_is_put_where_it_belongs() -> None:
    """Whatever width a terminal gives a family of three, the text behind it stands in its own cells."""
    shadow = Shadow()
    assert shown(shadow, 0, ("a👩‍👩‍👧b", "none")) == "\x1b[1;1Ha👩‍👩‍👧\x1b[1;4Hb"
    assert shown(shadow, 0, ("abcd", "none")) == "\x1b[1;1Habcd", "and nothing of it is left behind"


async def test_the_terminals_own_cursor_is_where_the_person_writes_also_after_scrolling(tmp_path: Path) -> None:
    """It stayed where the text had been before it was scrolled, or on another screen; magnifiers follow it."""
    path = tmp_path / "x.sa.json"
    path.write_bytes(begin.example())
    async with wizard(path, "why.overall", size=(60, 18)) as (app, pilot):
        for keys in ((), ("down", "down"), ("ctrl+f",), ("escape",), ("f6",), ("down",)):
            await press(pilot, *keys)
            focused = app.focused
            assert isinstance(focused, TextArea | Input)
            assert app.cursor_position == focused.cursor_screen_offset
            assert focused.region.contains_point(app.cursor_position)

"""Colours, plain signs and the least size: what reaches the terminal is what it and its owner asked for."""

import re
import unicodedata
from pathlib import Path

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import RenderableType
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.color import Color
from textual.screen import Screen

from sa_wizard.settings.manner import Manner, Start
from sa_wizard.sitting.desk import Desk
from sa_wizard.tui import app as wizard_module
from sa_wizard.tui import small
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.lettering import plain
from sa_wizard.tui.screens.edit import EditScreen
from tests.tui.driving import draft_at, press, session_of, settle, write

COLOUR = re.compile(r"\x1b\[[\d;]*?(?<![\d])(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)[;m]")


class Shown(WizardApp):
    """The wizard, with what its terminal shows after everything that was sent to it."""

    CSS_PATH = str(Path(wizard_module.__file__).with_name("wizard.tcss"))

    def __init__(self, desk: Desk, manner: Manner, size: tuple[int, int] = (80, 24)) -> None:
        super().__init__(desk, "why.overall", Start(manner))
        self.seen = pyte.Screen(*size)
        self.sent = ""

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if isinstance(renderable, LayoutUpdate | ChopsUpdate) and not self._batch_count:
            if self.too_small:
                renderable = LayoutUpdate(small.lines(*self.size), self.screen.region)
            self.sent += (text := renderable.render_segments(self.console))
            if (self.seen.columns, self.seen.lines) != tuple(self.size):
                self.seen = pyte.Screen(*self.size)
            pyte.Stream(self.seen).feed(text)

    @property
    def text(self) -> str:
        return "\n".join(self.seen.display)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    opened = Desk()
    opened.open(draft_at(tmp_path / "d.sa.json", why__overall="A tŷ cost £5, and 中文 rose…"))
    return opened


async def test_without_colours_none_is_sent_and_the_place_is_seen(desk: Desk) -> None:
    app = Shown(desk, Manner(theme="mono", coloured=False))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f3", "down")
        assert "Check" in app.text
        rows = app.seen.buffer
        reversed_rows = [row for row in range(24) if all(rows[row][column].reverse for column in range(2, 70))]
        assert len(reversed_rows) == 1
        await press(pilot, "escape", "ctrl+p", "escape", "f1")
    assert not COLOUR.search(app.sent)


@pytest.mark.parametrize("theme", ["ansi16", "ansi16-light"])
async def test_sixteen_colours_are_the_terminals_own(desk: Desk, theme: str) -> None:
    app = Shown(desk, Manner(theme=theme))  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f3", "escape", "f1")
    assert COLOUR.search(app.sent)
    assert not re.search(r"[\[;][34]8;[25];", app.sent)


@pytest.mark.parametrize("theme", ["ansi16", "ansi16-light", "mono"])
async def test_the_cursor_is_seen_on_any_ground(desk: Desk, theme: str) -> None:
    """Textual's own theme of sixteen colours draws it black, on what is mostly a black ground."""
    app = Shown(desk, Manner(theme=theme, coloured=theme != "mono", still=True))  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "home")
        row = next(row for row, line in enumerate(app.seen.display) if "cost" in line)
        assert app.seen.buffer[row][app.seen.display[row].index("A t")].reverse


@pytest.mark.parametrize("theme", ["dark", "ansi16", "ansi16-light", "mono"])
async def test_the_place_that_would_be_replaced_is_seen_while_the_other_words_are_typed(
    tmp_path: Path, theme: str
) -> None:
    """In sixteen colours and in none, a list that has not the focus did not show where it stands."""
    opened = Desk()
    opened.open(draft_at(tmp_path / "d.sa.json", why__overall="Robbery rose.\n\nAnd robbery fell.\n\nNo robbery."))
    app = Shown(opened, Manner(theme=theme, coloured=theme != "mono"))  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+f")
        await write(pilot, "robbery")
        await press(pilot, "enter", "down", "tab")
        found = [app.seen.buffer[row][2] for row, line in enumerate(app.seen.display) if "obbery" in line and row > 4]
        looks = [cell._replace(data="") for cell in found]
        assert len(looks) == 3
        assert looks[0] == looks[2] != looks[1]


@pytest.mark.parametrize("letters", ["utf-8", "ascii", "iso-8859-1"])
async def test_plain_signs_only(desk: Desk, letters: str) -> None:
    app = Shown(desk, Manner(ascii=True, letters=letters))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in ("f2", "escape", "f3", "escape", "f1", "escape", "f5", "escape", "ctrl+p", "escape"):
            await press(pilot, key)
        app.action_redraw()
        await settle(pilot)
        assert "A t" in app.text
    left = {sign for sign in app.sent if not sign.isascii()}
    assert left <= {"utf-8": set("ŷ£中文"), "ascii": set(), "iso-8859-1": {"£"}}[letters]


@given(st.text(max_size=40), st.sampled_from(["", "ascii", "iso-8859-1"]))
@settings(deadline=None)
def test_plain_signs_are_as_wide_as_what_they_stand_for(text: str, encoding: str) -> None:
    shown = plain(text, encoding)
    assert cell_len(shown) == cell_len(text)
    if encoding and not any(unicodedata.category(sign) == "Cs" for sign in shown):
        shown.encode(encoding)


def test_high_contrast_is_seven_to_one(tmp_path: Path) -> None:
    variables = WizardApp(Desk()).available_themes["contrast"].to_color_system().generate()
    grounds = ("background", "surface", "panel", "boost")
    for ground in grounds:
        under = Color.parse(variables["background"]) + Color.parse(variables[ground])
        for name in ("foreground", "text-muted", "text-disabled", "text-warning", "text-error", "accent"):
            light, dark = sorted((lightness(under), lightness(under + Color.parse(variables[name]))), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 7, (name, ground)


def lightness(colour: Color) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


async def test_a_window_too_small_says_so_and_everything_stays_as_it_was(desk: Desk) -> None:
    app = Shown(desk, Manner())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "end", "!")
        cursor, focused, before = app.focused, app.focused, session_of(app).get("why.overall")
        for size in ((59, 24), (80, 17), (20, 5), (60, 17)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert "too small" in app.text.lower() or "needs" in app.text
            assert "Ctrl+Q" in app.text
            assert "Why it has changed" not in app.text
            await press(pilot, "x", "tab", "f5")  # nobody types into what cannot be seen
        await pilot.resize_terminal(60, 18)
        await settle(pilot)
        assert "Why it has changed" in app.text
        assert isinstance(app.screen, EditScreen)
        assert (app.focused, focused) == (focused, cursor)
        assert session_of(app).get("why.overall") == before


async def test_a_window_too_small_can_be_left(desk: Desk) -> None:
    app = Shown(desk, Manner(), (20, 5))
    async with app.run_test(size=(20, 5)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert app.return_code == 0
        assert desk.session is None


@pytest.mark.parametrize("width", range(1, 70, 3))
def test_the_message_fits_any_window(width: int) -> None:
    for height in range(1, 20):
        shown = small.message(width, height)
        assert len(shown) <= height
        assert all(len(line) <= width for line in shown)
        assert len(small.lines(width, height)) == height


async def test_a_still_terminal_is_sent_nothing_while_nobody_types(desk: Desk) -> None:
    app = Shown(desk, Manner(still=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.animation_level == "none"
        assert getattr(app.focused, "cursor_blink", None) is False

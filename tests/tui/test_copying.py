"""Copying: what is sent to which terminal, and that nothing is claimed which nobody can know."""

import re
from base64 import b64decode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pyte
import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from sa_wizard.settings.manner import Manner, Start, Way
from sa_wizard.sitting.desk import Desk
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.copying import LIMIT, code, size, told
from tests.tui.driving import draft_at, focused, press, session_of, settle, write

HOSTILE = "tŷ \x1b]52;c;?\x07\x1b\\\x9c\n\ud800“x”"
SENT = HOSTILE.replace("\ud800", "?")


def carried(sent: str) -> str:
    """The text in one bare code."""
    found = re.fullmatch("\x1b]52;c;([A-Za-z0-9+/=]*)\x07", sent)
    assert found, repr(sent)
    return b64decode(found[1]).decode()


def test_a_terminal_is_given_the_code_bare() -> None:
    assert carried(code(HOSTILE, "terminal")) == SENT


def test_tmux_is_given_it_for_itself_and_wrapped_for_the_terminal_around_it() -> None:
    bare, begin, wrapped = code(HOSTILE, "tmux").partition("\x1bPtmux;")
    assert carried(bare) == SENT
    assert begin
    assert wrapped.endswith("\x07\x1b\\")
    inside = wrapped.removesuffix("\x1b\\")
    assert "\x1b" not in inside.replace("\x1b\x1b", ""), "a single one would end it"
    assert carried(inside.replace("\x1b\x1b", "\x1b")) == SENT


def test_screen_is_given_pieces_that_it_hands_on_and_the_first_has_no_text() -> None:
    pieces = re.findall("\x1bP((?:[^\x1b]|\x1b[^\\\\])*)\x1b\\\\", sent := code(HOSTILE * 20, "screen"))
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) == sent
    assert carried("".join(pieces)) == SENT * 20
    assert pieces[0] == "\x1b]52;c;"
    assert max(map(len, pieces)) < 250


@pytest.mark.parametrize("way", ["terminal", "tmux", "screen"])
def test_no_more_is_sent_than_terminals_take(way: Way) -> None:
    assert len(code("x" * LIMIT, "terminal")) == 100_000
    assert code("x" * LIMIT, way)
    assert code("x" * (LIMIT - 1) + "ŷ", way) == "", "it is bytes that count"


@pytest.mark.parametrize(
    ("text", "way", "said"),
    [
        ("x" * 214, "terminal", "Sent 214 characters to the terminal's clipboard. If pasting elsewhere brings nothing"),
        ("x", "screen", "Sent 1 character to the terminal's clipboard. If pasting elsewhere brings nothing"),
        ("x", "tmux", "'set-clipboard on' or 'allow-passthrough on'"),
        ("x" * 120_000, "terminal", "120 kB, limit 74 kB; nothing was sent"),
        ("x", "none", "inside the wizard only: this terminal has no clipboard"),
        ("x", "off", "inside the wizard only, as the setting 'clipboard' says"),
    ],
)
def test_what_is_said_is_what_is_known(text: str, way: Way, said: str) -> None:
    assert said in told(text, way)
    assert "Copied" not in told(text, way) or way in ("none", "off")
    assert (not code(text, way)) == ("Sent" not in told(text, way))
    assert size(text) == len(text)


@asynccontextmanager
async def copying_app(path: Path, way: Way) -> AsyncIterator[tuple[WizardApp, Pilot[int], list[str], list[str]]]:
    """The wizard at a long answer, with what it sends past its screen and what it says."""
    desk = Desk()
    desk.open(path)
    app = WizardApp(desk, "why.overall", Start(Manner(clipboard=way)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        sent: list[str] = []
        assert app._driver is not None
        app._driver.write = sent.append  # type: ignore[method-assign, assignment]
        yield app, pilot, sent, told_by(app)


def told_by(app: WizardApp) -> list[str]:
    """What it says from now on."""
    said: list[str] = []
    app.say = lambda text, *_: said.append(text)  # type: ignore[method-assign]
    return said


async def test_what_is_selected_is_copied_and_without_a_selection_all_of_it(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="Robbery rose.\nNoise fell.")
    async with copying_app(path, "terminal") as (app, pilot, sent, said):
        editor = focused(app)
        assert isinstance(editor, TextArea)
        editor.select_line(1)
        await press(pilot, "ctrl+c")
        assert [carried(each) for each in sent if "]52;" in each] == ["Noise fell."]
        assert said == [told("Noise fell.", "terminal")]
        editor.move_cursor((0, 0))
        sent.clear()
        await press(pilot, "ctrl+c")
        assert [carried(each) for each in sent if "]52;" in each] == ["Robbery rose.\nNoise fell."]
        assert said[1].startswith("Nothing is selected, so all of it: Sent 25 characters")
        assert session_of(app).get("why.overall") == "Robbery rose.\nNoise fell."


@pytest.mark.parametrize("way", ["off", "none"])
async def test_where_there_is_no_clipboard_nothing_is_sent_and_the_wizard_has_it(tmp_path: Path, way: Way) -> None:
    async with copying_app(draft_at(tmp_path / "d.sa.json"), way) as (app, pilot, sent, said):
        await write(pilot, "One line.")
        await press(pilot, "ctrl+x", "ctrl+v", "ctrl+v")
        assert session_of(app).get("why.overall").count("One line.") == 2
        assert not [each for each in sent if "]52;" in each]
        assert said == [told("One line.", way)]


async def test_what_the_terminal_shows_is_still_known_after_copying(tmp_path: Path) -> None:
    """No cell is sent again, and a terminal that takes the code shows nothing of it."""
    path = draft_at(tmp_path / "d.sa.json", why__overall="Robbery rose.")
    async with copying_app(path, "tmux") as (app, pilot, sent, _):
        assert app._shadow is not None
        before = [list(row) for row in app._shadow._rows]
        await press(pilot, "ctrl+c")
        assert app._shadow._rows == before
        screen = pyte.Screen(80, 24)
        pyte.Stream(screen).feed("".join(each for each in sent if "]52;" in each).partition("\x1bPtmux;")[0])
        assert not "".join(screen.display).strip()
        assert (screen.cursor.x, screen.cursor.y) == (0, 0)

"""The real program on terminals and in locales of every kind: no crash, and nothing left switched on afterwards."""

import re
from pathlib import Path

import pytest

from tests.tui.driving import draft_at
from tests.tui.terminal import Terminal, needs_pty

pytestmark = needs_pty

MODE = re.compile(rb"\x1b\[\?(\d+)([hl])")
ON_AT_START = {b"7", b"25"}
"""Modes that a terminal has on: its own wrapping of lines, and its cursor."""
LEFT = {b"1016"}
"""Where the mouse is said to be in pixels, left on by Textual 8.2.8: it says nothing once the mouse itself is off."""


def left_behind(sent: bytes) -> set[bytes]:
    """The modes that are not as they were before the program started."""
    now = {mode: how == b"h" for mode, how in MODE.findall(sent)}
    return {mode for mode, on in now.items() if on != (mode in ON_AT_START)} - LEFT


def shown_and_left(terminal: Terminal, until: str = "What to write") -> bytes:
    """Wait for the first screen, leave, and give back everything that was sent."""
    try:
        terminal.until(until)
        terminal.type("\x11")
        assert terminal.drain() == 0
    finally:
        terminal.end()
    assert b"Traceback" not in terminal.seen
    return terminal.seen


@pytest.mark.parametrize("term", ["unknown", "linux", "screen", "no-such-terminal"])
def test_any_terminal_opens_and_is_left_as_it_was(tmp_path: Path, term: str | None) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    sent = shown_and_left(Terminal(str(path), "--at", "why.overall", more={"TERM": term, "COLORTERM": None}))
    assert left_behind(sent) == set()
    assert b"38;2;" not in sent


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_the_locale_of_c_gets_plain_signs(tmp_path: Path, locale: str) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="A tŷ rose…")
    sent = shown_and_left(Terminal(str(path), "--at", "why.overall", more={"LC_ALL": locale}), until="rose~")
    assert sent.isascii()
    assert b"ty rose~" in sent


def test_the_mouse_can_be_off_and_nothing_of_it_is_sent(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    sent = shown_and_left(Terminal(str(path), "--at", "why.overall", "--mouse", "off"))
    assert not {mode for mode, _ in MODE.findall(sent)} & {b"1000", b"1002", b"1003", b"1006", b"1015", b"1016"}
    assert left_behind(sent) == set()


@pytest.mark.parametrize(
    ("arguments", "no_color"), [(("--color", "never"), None), ((), "1"), (("--theme", "mono"), None)]
)
def test_no_colour_is_sent_when_none_is_wanted(
    tmp_path: Path, arguments: tuple[str, ...], no_color: str | None
) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    terminal = Terminal(
        str(path), "--at", "why.overall", *arguments, more={"COLORTERM": "truecolor", "NO_COLOR": no_color}
    )
    sent = shown_and_left(terminal)
    looks = {code for codes in re.findall(rb"\x1b\[([\d;]*)m", sent) for code in codes.split(b";")}
    assert looks <= {b"", b"0", b"1", b"2", b"4", b"7", b"39", b"49"}


def test_colours_asked_for_are_shown_in_spite_of_no_color(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    terminal = Terminal(
        *(str(path), "--at", "why.overall", "--color", "always", "--theme", "dark"),
        more={"NO_COLOR": "1", "COLORTERM": "truecolor"},
    )
    assert b"38;2;" in shown_and_left(terminal)


@pytest.mark.parametrize(("size", "told"), [((20, 5), "Too small"), ((80, 17), "the wizard needs 60 by 18")])
def test_a_small_window_says_so_from_the_start(tmp_path: Path, size: tuple[int, int], told: str) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    assert left_behind(shown_and_left(Terminal(str(path), size=size), until=told)) == set()


def test_a_slip_in_the_settings_is_said_once_the_wizard_is_open(tmp_path: Path, own_folders: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    folder = own_folders / "config"
    folder.mkdir()
    folder.joinpath("config.toml").write_text('colour = "never"\n')
    sent = shown_and_left(Terminal(str(path), size=(160, 50)), until="There is no setting")
    assert b"'color'" in sent

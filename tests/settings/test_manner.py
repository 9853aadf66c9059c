"""Where the settings leave a choice open, terminal and locale decide; where they do not, nothing else does."""

import pytest

from sa_wizard.settings.manner import depth, manner, needs_ascii
from sa_wizard.settings.settings import Settings

GOOD = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "en_GB.UTF-8"}


@pytest.mark.parametrize(
    ("environment", "theme"),
    [
        (GOOD, "dark"),
        ({**GOOD, "COLORFGBG": "0;15"}, "light"),
        ({**GOOD, "COLORFGBG": "15;0"}, "dark"),
        ({"TERM": "linux"}, "ansi16"),
        ({"TERM": "xterm", "COLORFGBG": "0;15"}, "ansi16-light"),
        ({"TERM": "screen"}, "ansi16"),
        ({"TERM": "screen-256color"}, "dark"),
        ({}, "ansi16"),
        ({"TERM": "dumb"}, "mono"),
        ({"TERM": "unknown"}, "mono"),
        ({"TERM": "vt100"}, "mono"),
        ({**GOOD, "NO_COLOR": "1"}, "mono"),
        ({**GOOD, "NO_COLOR": ""}, "dark"),
        ({**GOOD, "TEXTUAL_COLOR_SYSTEM": "standard"}, "ansi16"),
    ],
)
def test_the_terminal_chooses_the_theme(environment: dict[str, str], theme: str) -> None:
    assert manner(Settings(), environment, "utf-8").theme == theme


def test_a_theme_chosen_is_the_theme_shown() -> None:
    for theme in ("dark", "light", "contrast", "mono", "ansi16"):
        assert manner(Settings(theme=theme), GOOD, "utf-8").theme == theme


def test_colours_asked_for_or_refused_outrank_no_color_and_the_terminal() -> None:
    assert manner(Settings(color="always"), {**GOOD, "NO_COLOR": "1"}, "utf-8").coloured
    assert manner(Settings(color="always"), {"TERM": "dumb"}, "utf-8").coloured
    never = manner(Settings(color="never", theme="light"), GOOD, "utf-8")
    assert not never.coloured
    assert never.theme == "mono"


@pytest.mark.parametrize(
    ("environment", "encoding", "plain"),
    [
        (GOOD, "utf-8", False),
        ({"TERM": "xterm", "LC_ALL": "C"}, "utf-8", True),
        ({"TERM": "xterm", "LC_ALL": "C", "LANG": "en_GB.UTF-8"}, "utf-8", True),
        ({"TERM": "xterm", "LANG": "C", "LC_CTYPE": "C.UTF-8"}, "utf-8", True),
        ({"TERM": "xterm", "LC_CTYPE": "C.UTF-8"}, "utf-8", True),
        ({"TERM": "xterm", "LANG": "C.UTF-8"}, "utf-8", False),
        ({"TERM": "xterm", "LC_ALL": "C.UTF-8"}, "UTF-8", False),
        ({"TERM": "xterm", "LANG": "POSIX"}, "utf-8", True),
        ({"TERM": "xterm", "LANG": "en_GB.ISO-8859-1"}, "iso-8859-1", True),
        ({"TERM": "linux", "LANG": "en_GB.UTF-8"}, "utf-8", True),
        ({"TERM": "xterm"}, "utf-8", True),
    ],
)
def test_signs_are_plain_where_locale_or_terminal_need_it(
    environment: dict[str, str], encoding: str, *, plain: bool
) -> None:
    """Python takes UTF-8 for itself where no locale is set; the terminal need not."""
    assert needs_ascii(environment, encoding) is plain
    assert manner(Settings(ascii="never"), environment, encoding).ascii is False
    assert manner(Settings(ascii="always"), environment, encoding).ascii is True


@pytest.mark.parametrize(
    ("environment", "still"),
    [({}, False), ({"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, True), ({"TEXTUAL_ANIMATIONS": "none"}, True)],
)
def test_nothing_moves_over_ssh_unless_asked(environment: dict[str, str], *, still: bool) -> None:
    assert manner(Settings(), environment, "utf-8").still is still
    assert manner(Settings(animation="on"), environment, "utf-8").still is False
    assert manner(Settings(animation="off"), environment, "utf-8").still is True


def test_the_depth_of_colours() -> None:
    assert [depth({"TERM": term}) for term in ("dumb", "linux", "tmux-256color")] == [0, 16, 256]
    assert depth({"TERM": "xterm", "COLORTERM": "truecolor"}) == 1 << 24


@pytest.mark.parametrize(
    ("environment", "way"),
    [
        (GOOD, "terminal"),
        ({**GOOD, "TMUX": "default,1,0", "TERM": "screen-256color"}, "tmux"),
        ({**GOOD, "TERM": "tmux-256color"}, "tmux"),
        ({**GOOD, "TERM_PROGRAM": "tmux"}, "tmux"),
        ({**GOOD, "STY": "1234.pts-0.host", "TERM": "xterm"}, "screen"),
        ({**GOOD, "TERM": "screen.xterm-256color"}, "screen"),
        ({**GOOD, "TERM_PROGRAM": "Apple_Terminal"}, "none"),
        ({"TERM": "linux"}, "none"),
        ({"TERM": "dumb"}, "none"),
        ({}, "none"),
    ],
)
def test_the_way_to_the_clipboard_is_through_what_stands_between(environment: dict[str, str], way: str) -> None:
    assert manner(Settings(), environment, "utf-8").clipboard == way
    assert manner(Settings(clipboard="off"), environment, "utf-8").clipboard == "off"

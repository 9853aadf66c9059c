"""Keys by the name of the command: a person's own work, are shown everywhere, and clashes are told."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from textual.widgets import TextArea

from sa_wizard.draft import versions
from sa_wizard.settings.manner import Manner, Start
from sa_wizard.sitting.desk import Desk
from sa_wizard.tui import clashes, keymap
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.commands import Commanded
from sa_wizard.tui.screens.check import CheckScreen
from sa_wizard.tui.screens.trace import TraceScreen
from tests.tui.driving import draft_at, press, screen_text, settle

TAKEN = frozenset(
    (*(f"f{number}" for number in range(1, 13)), "ctrl+a", "ctrl+b", "ctrl+s", "ctrl+q", "ctrl+o", "ctrl+z", "ctrl+y")
)
"""Keys that tmux, screen, byobu, flow control or the shell's own job control may take."""


def started(path: Path, preset: str = "default", **bind: str) -> WizardApp:
    desk = Desk()
    desk.open(path)
    own = {name.replace("__", "."): key for name, key in bind.items()}
    return WizardApp(desk, "why.overall", Start(Manner(preset=preset, bind=own)))


async def test_a_key_of_ones_own_works_and_is_shown_and_the_old_one_is_free(tmp_path: Path) -> None:
    app = started(draft_at(tmp_path / "d.sa.json"), write__check="Ctrl+T", write__trace="f12")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Ctrl+T Check" in screen_text(app)
        await press(pilot, "f3")
        assert not isinstance(app.screen, CheckScreen)
        await press(pilot, "ctrl+t")
        assert isinstance(app.screen, CheckScreen)
        await press(pilot, "escape", "f12")  # a command that has no key otherwise
        assert isinstance(app.screen, TraceScreen)


async def test_tmux_safe_keys_work_and_the_screens_name_them(tmp_path: Path) -> None:
    app = started(draft_at(tmp_path / "d.sa.json"), preset="tmux-safe")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = screen_text(app)
        assert "Alt+H: more" in shown
        assert "Ctrl+P All" in shown
        assert "F1" not in shown
        await press(pilot, "alt+c")
        assert isinstance(app.screen, CheckScreen)
        await press(pilot, "alt+h")
        assert "the place. Alt+C there" in " ".join(screen_text(app).replace("│", " ").split())
        await press(pilot, "alt+h", "alt+c", "alt+z")
        assert isinstance(app.focused, TextArea)


def test_tmux_safe_leaves_every_command_a_key_that_nothing_takes() -> None:
    """A new command with a function key needs its line in ``keymap.TMUX_SAFE``."""
    keys = clashes._keys(keymap.keymap("tmux-safe", {}))
    assert [name for name, each in keys.items() if each <= TAKEN] == []


@pytest.mark.parametrize("preset", list(keymap.PRESETS))
def test_no_two_commands_of_one_place_have_one_key(preset: str) -> None:
    assert list(clashes._doubled(keymap.keymap(preset, {}), clashes.names())) == []
    assert set(keymap.PRESETS[preset]) <= clashes.names()


@pytest.mark.parametrize(
    ("bind", "told"),
    [
        ({"write.sav": "f11"}, "'write.save'"),
        ({"write.save": "f8"}, "write.gap and write.save have one key, f8"),
        ({"write.save": "ctrl+q"}, "app.quit and write.save have one key, ctrl+q"),
        ({"write.save": "ctrl+i"}, "Tab"),
        ({"write.save": "s"}, "could not be typed"),
        ({"app.quit": "?"}, "could not be typed"),
        ({"write.save": "ctrl+k"}, "editing of texts"),
        ({"write.save": "hello"}, "no key of that name"),
        ({"home.new": "o"}, "home.new and home.open have one key, o"),
    ],
)
def test_what_is_amiss_is_told(bind: Mapping[str, str], told: str) -> None:
    (sentence,) = clashes.amiss("default", bind)
    assert told in sentence


@pytest.mark.parametrize(
    "bind", [{"write.save": "f11"}, {"write.save": "Ctrl+T, F12"}, {"home.new": "b"}, {"write.trace": "alt+t"}]
)
def test_sound_keys_are_not_complained_of(bind: Mapping[str, str]) -> None:
    assert clashes.amiss("default", bind) == ()


def test_a_program_around_ours_that_takes_keys_is_named() -> None:
    (told,) = clashes.taken("default", {}, {"BYOBU_BACKEND": "tmux"})
    assert "byobu" in told
    assert "f8" in told
    assert clashes.taken("default", {}, {"TMUX": "x"}) == ()
    assert clashes.taken("tmux-safe", {}, {"BYOBU_BACKEND": "tmux", "TMUX": "x", "STY": "y"}) == ()
    assert "tmux" in clashes.taken("default", {"write.save": "ctrl+b"}, {"TMUX": "x"})[0]


async def test_a_slip_in_the_keys_is_said_and_the_wizard_opens(tmp_path: Path) -> None:
    app = started(draft_at(tmp_path / "d.sa.json"), write__sav="f11")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.pause()
        assert [each.message for each in cast(WizardApp, pilot.app)._notifications] == [
            "There is no command 'write.sav' to give a key; the nearest is 'write.save'."
        ]


NARROW = {
    "": "F2 Outline  F1 Help  F3 Check  F5 Export  Ctrl+P All",
    "f3": "Esc Back  L Let stand  F5 Export  F1 Help  Ctrl+P All",
    "f5": "F5 Export  Esc Back  F1 Help  Ctrl+P All",
    "f10": "R Restore  K Keep now  Esc Back  F1 Help  Ctrl+P All",
    "ctrl+f": "Esc Back  Ctrl+R Replace  F1 Help  Ctrl+P All",
}


@pytest.mark.parametrize("key", list(NARROW))
async def test_in_a_narrow_window_the_keys_most_needed_stay_and_the_palette_has_the_rest(
    tmp_path: Path, key: str
) -> None:
    """What came last was left out: the check, the export, restoring, keeping and replacing."""
    app = started(draft_at(tmp_path / "d.sa.json"))
    path = tmp_path / "d.sa.json"
    versions.keep(path, path.read_bytes(), now=datetime.now(UTC) - timedelta(days=1))
    async with app.run_test(size=(60, 18)) as pilot:
        await settle(pilot)
        await press(pilot, *filter(None, [key]))
        assert screen_text(app).splitlines()[-1].strip() == NARROW[key]
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        wide = screen_text(app).splitlines()[-1]
        named = {command.footer for command in cast(Commanded, app.screen).commands_here() if command.footer}
        assert all(f" {footer}" in wide for footer in named)


async def test_inside_an_entry_the_next_entry_is_added_from_the_line_of_keys_at_any_width(tmp_path: Path) -> None:
    desk = Desk()
    desk.open(draft_at(tmp_path / "d.sa.json", levels__topics=[{"name": "Robbery"}]))
    app = WizardApp(desk, "levels.topics[0].measure")
    async with app.run_test(size=(60, 18)) as pilot:
        await settle(pilot)
        assert screen_text(app).splitlines()[-1].strip() == "Esc Back  Ctrl+N Add  F1 Help  F3 Check  Ctrl+P All"
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "F7 Next  Ctrl+N Add  F1 Help  F8 Next gap  F3 Check" in screen_text(app).splitlines()[-1]

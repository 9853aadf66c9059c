"""The house keeps its order: imports go one way, and judging a draft on a slow machine loads no screen."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import sa_wizard

PACKAGE = Path(sa_wizard.__file__).parent
PROJECT: dict[str, Any] = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
LAYERS, BELOW = PROJECT["tool"]["importlinter"]["contracts"]
FRONT_ENDS = {"sa_wizard.__main__", "sa_wizard.cli", "sa_wizard.tui"}
SCREENS = {"textual", "rich", "click"}


def rooms() -> set[str]:
    """Everything directly in the package, as it is imported."""
    found = {path.stem for path in PACKAGE.glob("*.py")} | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    return {f"sa_wizard.{name}" for name in found - {"__init__"}}


def modules(room: str) -> list[str]:
    """A room and every module in it."""
    folder = PACKAGE / room.rpartition(".")[2]
    return [room, *(f"{room}.{path.stem}" for path in sorted(folder.glob("*.py")) if path.stem != "__init__")]


def loaded_by(*names: str) -> set[str]:
    """The top-level packages that a fresh Python has loaded after importing these modules."""
    program = (
        "import importlib, json, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *names], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    return set(json.loads(done.stdout))


def test_everything_below_the_front_ends_loads_no_screen_and_no_command_line() -> None:
    """'sa-wizard check' must answer at once over a slow line: importing textual alone takes longer than judging."""
    names = [name for room in sorted(rooms() - FRONT_ENDS) for name in modules(room)]
    assert "sa_wizard.review.judge" in names
    assert loaded_by(*names) & SCREENS == set()


def test_the_command_line_loads_no_screen_until_one_is_asked_for() -> None:
    assert "textual" not in loaded_by("sa_wizard.cli")


def test_judging_needs_neither_templates_nor_pandoc() -> None:
    assert loaded_by("sa_wizard.review.judge", "sa_wizard.draft.session") & {"jinja2", "pypandoc"} == set()


def test_every_room_has_its_place_in_the_layers() -> None:
    """A room the contract does not name is a room it does not hold to anything."""
    assert LAYERS["type"] == "layers"
    assert set(LAYERS["layers"]) == rooms()


def test_every_room_below_the_front_ends_is_forbidden_the_screen() -> None:
    assert BELOW["type"] == "forbidden"
    assert set(BELOW["source_modules"]) == rooms() - FRONT_ENDS
    assert set(BELOW["forbidden_modules"]) == SCREENS


@pytest.mark.parametrize("shipped", PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"])
def test_what_the_wheel_ships_is_there(shipped: str) -> None:
    assert (PACKAGE.parent / shipped).exists()

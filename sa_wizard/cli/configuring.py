"""Settings: show what holds and why, check a file of them, describe it to an editor, and begin one."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from sa_wizard.cli.file_name import FileName
from sa_wizard.cli.talk import say, say_json, tell
from sa_wizard.errors import CannotWrite, UsageProblem
from sa_wizard.folders import private_folder
from sa_wizard.settings.manner import Manner, manner
from sa_wizard.settings.settings import ALLOWED, names, value_of
from sa_wizard.settings.sources import Chosen, choose, config_file, verify

FLAGS = {"color": "color", "theme": "theme", "ascii": "ascii", "mouse": "mouse", "animation": "animation"}
FLAGS |= {"clipboard": "clipboard", "redraw": "redraw", "keys": "keys.preset"}
"""The options of the wizard that outrank everything else, and the settings they stand for."""

_TOLD = {
    "color": "Show colours or not.",
    "theme": "The colours.",
    "ascii": "Draw marks and lines with plain letters.",
    "mouse": "Use the mouse or leave it to the terminal.",
    "animation": "Let things move or keep still.",
    "clipboard": "Send what is copied to the terminal's clipboard or not.",
    "redraw": "Send what changed, or everything.",
    "keys": "Which keys do what.",
}


def flagged(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of ``FLAGS``."""
    for flag, setting in reversed(FLAGS.items()):
        command = click.option(f"--{flag}", type=click.Choice(ALLOWED[setting]), help=_TOLD[flag])(command)
    return command


def chosen(flags: dict[str, str | None]) -> Chosen:
    """The settings of this start, from the flags given, the environment and the file."""
    return choose({FLAGS[flag]: value for flag, value in flags.items()}, os.environ, config_file())


@click.group()
def config() -> None:
    """Show, check or begin the settings: colours, keys, mouse, editor and the like."""


@config.command()
@flagged
@click.option("--json", "as_json", is_flag=True, help="The same as a JSON object.")
def show(*, as_json: bool, **flags: str | None) -> None:
    """Print every setting, where its value comes from, and what it comes to on this terminal.

    An option outranks the environment, which outranks the file, which outranks the default.
    """
    found, file = chosen(flags), config_file()
    here = manner(found.settings, os.environ)
    if as_json:
        say_json({"file": str(file), "settings": [_row(found, name, here) for name in names()]})
    else:
        rows = [_row(found, name, here) for name in names()]
        say(f"{file}{'' if file.exists() else ' (not there)'}\n")
        say("\n".join(_line(row) for row in rows))
    for trouble in found.troubles:
        tell(trouble)


@config.command()
@click.argument("file", type=FileName(), required=False)
def validate(file: Path | None) -> int:
    """Check a FILE of settings, your own by default. Exit 0 when all of it is used, 2 with what is wrong when not."""
    looked_at = file or config_file()
    troubles = verify(looked_at)
    if not troubles:
        troubles = _keys_amiss(looked_at)
    if not troubles:
        say(f"{looked_at} is sound: all of it is used.")
        return 0
    for trouble in troubles:
        tell(trouble)
    return UsageProblem.exit_code


@config.command()
def schema() -> None:
    """Print the JSON Schema of the file of settings."""
    from sa_wizard.settings import telling

    say_json(telling.schema())


@config.command()
def init() -> None:
    """Write a file of settings to begin with, all of it commented out. A file that is there is never replaced."""
    from sa_wizard.settings.beginning import first_file

    file = config_file()
    try:
        private_folder(file.parent)
        with file.open("x", encoding="utf-8") as made:
            made.write(first_file())
    except FileExistsError as error:
        raise UsageProblem(f"There is a file of settings already: {file}.", "Edit it; it is never replaced.") from error
    except OSError as error:
        reason = (error.strerror or "the system refused").lower()
        raise CannotWrite(
            f"{file} could not be written ({reason}).", "Set SA_WIZARD_CONFIG_DIR to a folder you can write to."
        ) from error
    tell(f"Wrote {file}. Nothing changes until you edit it.")


def _keys_amiss(file: Path) -> tuple[str, ...]:
    """What is wrong with the keys of a file; the screens are loaded only when it has some."""
    keys = choose({}, {}, file).settings.keys
    if not keys.bind:
        return ()
    from sa_wizard.tui.clashes import amiss

    return amiss(keys.preset, keys.bind)


def _row(found: Chosen, name: str, here: Manner) -> dict[str, Any]:
    value = value_of(found.settings, name)
    source = found.source(name)
    row = {"name": name, "value": value, "source": source.kind, "from": source.name}
    if value == "auto":
        row["here"] = _here(name, here)
    return row


def _here(name: str, here: Manner) -> str:
    """What a choice left open comes to on this terminal."""
    return {
        "theme": here.theme,
        "color": "always" if here.coloured else "never",
        "ascii": "always" if here.ascii else "never",
        "animation": "off" if here.still else "on",
    }[name]


def _line(row: dict[str, Any]) -> str:
    value = row["value"]
    if isinstance(value, dict):
        value = ", ".join(f"{key} = {each}" for key, each in value.items()) or "none"
    shown = f"{value or 'none'}{' (here: ' + row['here'] + ')' if 'here' in row else ''}"
    source = f"{row['source']}, {row['from']}" if row["source"] not in ("default", "file") else row["source"]
    return f"{row['name']:<14} {shown:<26} {source}"

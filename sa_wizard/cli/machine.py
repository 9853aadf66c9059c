"""For machines and those who look after them: the schema, the folders, the doctor, shell completion."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import ShellComplete, get_completion_class

from sa_wizard import crash
from sa_wizard.cli.layout import wrapped
from sa_wizard.cli.talk import say, say_json
from sa_wizard.errors import ExportError
from sa_wizard.folders import config_dir, outline_dirs, state_dir, templates_dir

if TYPE_CHECKING:
    from sa_wizard.doctor import Result

COMPLETES = """\b
Each shell looks for them in a file of its own:
  bash  ~/.local/share/bash-completion/completions/sa-wizard
  zsh   _sa-wizard, in a folder of $fpath
  fish  ~/.config/fish/completions/sa-wizard.fish
Such as: sa-wizard completion fish > ~/.config/fish/completions/sa-wizard.fish"""
"""How to use what is printed, line by line as it stands."""

MARKS = {"good": "ok", "advice": "advice", "trouble": "trouble"}


@click.command()
@click.option("--outline", "name", default="", metavar="ID|FILE", help="Another outline than the shipped one.")
def schema(name: str) -> None:
    """Print the JSON Schema of the draft file."""
    from sa_wizard.cli.outlining import meant
    from sa_wizard.draft.schema import draft_schema
    from sa_wizard.outline.load import DEFAULT

    say_json(draft_schema(meant(name or DEFAULT)))


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The same as a JSON object.")
def paths(as_json: bool) -> None:
    """Print the folders and files that sa-wizard uses. Drafts are not among them: they stay where you put them."""
    from sa_wizard.draft import versions

    found: dict[str, Path] = {
        "settings": config_dir(),
        "outlines": outline_dirs()[0],
        "state": state_dir(),
        "versions": versions.root(),
        "log": crash.log_file(),
        "templates": templates_dir(),
    }
    if as_json:
        say_json({name: str(path) for name, path in found.items()})
        return
    say("\n".join(f"{name:<10} {path}" for name, path in found.items()))


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The same as a JSON object.")
def doctor(as_json: bool) -> int:
    """Say whether this machine can do the work. Exit 0 when it can, 4 when Pandoc is missing or does not work."""
    from sa_wizard.doctor import examine, usable

    results = [*examine(), *_preferences()]
    if as_json:
        checks = [
            {"name": each.name, "state": each.state, "message": each.sentence, "hint": each.hint} for each in results
        ]
        say_json({"usable": usable(results), "checks": checks})
    else:
        rows = ((f"{MARKS[each.state]:<8} ", f"{each.sentence} {each.hint}".rstrip()) for each in results)
        say("\n".join(wrapped(told, first, " " * 9) for first, told in rows))
    return 0 if usable(results) else ExportError.exit_code


def _preferences() -> "list[Result]":
    """Whether the settings are used as they stand, and whether every key can be pressed."""
    from sa_wizard.cli.configuring import chosen
    from sa_wizard.doctor import keys, preferences

    found = chosen({})
    results = [preferences(found)]
    try:
        from sa_wizard.tui.clashes import amiss, taken
    except ImportError:  # Textual is missing, which is said of the versions
        return results
    own = found.settings.keys
    return [*results, keys(amiss(own.preset, own.bind), taken(own.preset, own.bind, os.environ))]


@click.command(epilog=COMPLETES)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the lines that let a shell complete commands, files and the paths of fields."""
    from sa_wizard.cli.front import front
    from sa_wizard.cli.named import COMPLETE, PROGRAM

    kind = get_completion_class(shell)
    if kind is None:  # cannot be: the three are click's own
        raise NotImplementedError(shell)
    say(ShellComplete.source(kind(front, {}, PROGRAM, COMPLETE)))

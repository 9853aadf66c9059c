"""``schema``, ``paths``, ``completion``, ``--version`` and ``--help``: what machines and their keepers ask."""

import re
import subprocess
from pathlib import Path

import pytest

from sa_wizard import __version__
from sa_wizard.cli.named import COMMANDS
from tests.cli.conftest import Run


def test_version(run: Run) -> None:
    assert run("--version").out == f"sa-wizard {__version__}\n"


def test_help_lists_every_command_and_exit_code_in_80_columns(run: Run) -> None:
    out = run("--help").out
    for name in COMMANDS:
        assert f"\n  {name} " in out
        assert run(name, "--help").code == 0
    for code in ("0  ", "1  ", "2  ", "3  ", "4  ", "5  ", "6  ", "7  ", "129", "130", "143"):
        assert f"\n    {code}  " in out or f"; {code} " in out
    assert max(len(line) for line in out.splitlines()) <= 80


def test_the_help_of_every_command_can_be_read_and_copied_from_80_columns(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No line is cut, no sign that is meant for the formatter is shown, and no path is broken over two lines."""
    monkeypatch.setenv("COLUMNS", "80")
    inner = [("outline", name) for name in ("list", "show", "verify")]
    inner += [("config", name) for name in ("show", "validate", "schema", "init")]
    assert run("x.sa.json", "--help").out.startswith("Usage: sa-wizard [DRAFT] [OPTIONS]\n")
    for command in ((), ("x.sa.json",), *((name,) for name in COMMANDS), *inner):
        ran = run(*command, "--help")
        assert (ran.code, ran.err) == (0, ""), command
        assert max(map(len, ran.out.splitlines())) <= 80, command
        assert "\\" not in ran.out, command
        assert not re.search(r"\S[-/]$", ran.out, re.MULTILINE), command
    assert "  ~/.local/share/bash-completion/completions/sa-wizard\n" in run("completion", "--help").out


def test_schema_describes_a_draft(run: Run, draft: Path) -> None:
    schema = run("schema").data
    assert schema["properties"]["format"] == {"const": "sa-wizard-draft"}
    assert "levels" in schema["properties"]["values"]["properties"]
    assert run("schema", "--outline", "nosuch").code == 2


def test_paths_follow_the_two_variables(run: Run, own_folders: Path) -> None:
    found = run("paths", "--json").data
    assert found["settings"] == str(own_folders / "config")
    assert found["outlines"] == str(own_folders / "config" / "outlines")
    assert found["state"] == str(own_folders / "state")
    out = run("paths").out
    assert all(path in out for path in found.values())
    assert not own_folders.joinpath("config").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_for_the_shell(run: Run, shell: str) -> None:
    ran = run("completion", shell)
    assert ran.code == 0
    assert f"_SA_WIZARD_COMPLETE={shell}_complete" in ran.out
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=ran.out, text=True, check=True)


@pytest.mark.parametrize(
    ("words", "offered"),
    [("ch", "plain,check"), ("x", "file,x"), ("get DRAFT why.ov", "plain,why.overall"), ("DRAFT --", "plain,--at")],
)
def test_completion_offers_commands_files_and_paths(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch, words: str, offered: str
) -> None:
    line = f"sa-wizard {words}".replace("DRAFT", str(draft))
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split()) - 1))
    monkeypatch.setenv("_SA_WIZARD_COMPLETE", "bash_complete")
    assert offered in run().out.splitlines()

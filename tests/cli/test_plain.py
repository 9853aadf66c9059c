"""The line mode: a script or a person answers the same questions line by line, and what they typed is kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sa_wizard.cli.opening import plain_wanted
from sa_wizard.draft import begin, store
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.lock import Lock
from tests.cli.conftest import Ran, Run
from tests.cli.scripts import typed

ROOT = Path(__file__).parents[2]


def program(*args: object, script: str | bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """The real program with a script on a pipe."""
    command = [sys.executable, "-m", "sa_wizard", *(str(arg) for arg in args)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command,
        input=script.encode() if isinstance(script, str) else script,
        cwd=cwd,
        env=environment,
        capture_output=True,
        check=False,
        timeout=120,
    )


def plain(run: Run, draft: Path, *lines: str) -> Ran:
    """Lines typed into a draft, in this process."""
    return run("--plain", draft, stdin="".join(f"{line}\n" for line in lines).encode())


def test_a_whole_draft_is_made_by_a_script(tmp_path: Path) -> None:
    """Started, answered and exported in the line mode alone, it is complete, and its document is the example's."""
    example = tmp_path / "example.sa.json"
    example.write_bytes(begin.example())
    script = typed(Asked(*store.load(example))) + ":export typed.md\n"
    ran = program("--plain", script=script, cwd=tmp_path)
    assert (ran.returncode, ran.stderr.decode()) == (
        0,
        "Saved in typed.sa.json. To go on: sa-wizard --plain typed.sa.json\n",
    )
    assert program("check", "typed.sa.json", cwd=tmp_path).returncode == 0
    assert program("export", example, "-o", "example.md", cwd=tmp_path).returncode == 0
    assert (tmp_path / "typed.md").read_text() == (tmp_path / "example.md").read_text()
    assert not list(tmp_path.glob(".*.lock"))


def test_it_needs_no_screen(draft: Path) -> None:
    """Nothing of Textual is loaded, also not to start a draft and to look at what is missing."""
    code = (
        "import sys\nfrom sa_wizard.cli import run\n"
        f"sys.argv = ['sa-wizard', '--plain', {str(draft)!r}]\n"
        "try:\n    run()\nexcept SystemExit as done:\n    assert done.code == 0\n"
        "import sa_wizard.cli.plain.beginning\n"
        "print('LOADED', {name.partition('.')[0] for name in sys.modules} & {'textual', 'rich'})"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        input=b":gaps\n:go why.overall\nBecause.\n.\n:export\n",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert ran.stdout.decode().splitlines()[-1] == "LOADED set()"
    assert "Wrote" in ran.stdout.decode()

"""The program as a shell starts it. Each test is a process, so there are few: what no other test can show."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARGS = ("--partnership", "P — é", "--nation", "england", "--period", "2024-10:2025-09")

LOADED = """
import sys
from sa_wizard.cli import run
sys.argv = ["sa-wizard", *{args!r}]
try:
    run()
except SystemExit as done:
    assert done.code == {code}, done.code
sys.stderr.write("LOADED " + " ".join(sorted(name for name in sys.modules if "." not in name)))
"""


def start(*args: object, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program without a terminal."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    command = [sys.executable, "-m", "sa_wizard", *(str(arg) for arg in args)]
    return subprocess.run(command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft begun by the program itself."""
    path = tmp_path / "x.sa.json"
    assert start("new", path, *ARGS).returncode == 0
    return path


@pytest.mark.parametrize(
    ("args", "code", "absent"),
    [
        (["--version"], 0, {"textual", "rich", "pydantic", "click", "jinja2", "platformdirs"}),
        (["--help"], 0, {"textual", "rich", "pydantic", "jinja2"}),
        (["paths"], 0, {"textual", "rich", "pydantic", "jinja2"}),
        (["schema"], 0, {"textual", "rich", "jinja2", "pypandoc"}),
        (["check", "DRAFT", "--json"], 3, {"textual", "rich", "jinja2", "pypandoc", "pydantic"}),  # but Pydantic's core
        (["check", "DRAFT"], 3, {"textual", "rich", "jinja2", "pypandoc", "pydantic", "click"}),
        (["fields", "DRAFT", "--json"], 0, {"textual", "rich", "jinja2", "pypandoc"}),
    ],
)
def test_a_command_loads_only_what_it_needs(args: list[str], code: int, absent: set[str], draft: Path) -> None:
    """The screens take half a second to load; scripts that call these commands must never pay for them."""
    start("check", draft)  # then the outline and the law are known
    called = [str(draft) if arg == "DRAFT" else arg for arg in args]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    script = LOADED.format(args=called, code=code)
    ran = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert "LOADED" in ran.stderr, ran.stderr
    loaded = set(ran.stderr.rpartition("LOADED ")[2].split())
    assert not absent & loaded


def test_exit_codes_reach_the_shell(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.sa.json").write_text("{")
    ran = {
        0: start("get", draft, "about.partnership"),
        2: start(draft),
        3: start("check", draft),
        6: start("check", tmp_path / "bad.sa.json"),
        7: start("new", tmp_path / "missing" / "x.sa.json", *ARGS),
    }
    for code, done in ran.items():
        assert done.returncode == code
        assert b"Traceback" not in done.stderr
        assert bool(done.stderr) == (code not in {0, 3})
    assert ran[0].stdout == "P — é\n".encode()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_data_is_utf_8_whatever_the_locale(draft: Path, encoding: str) -> None:
    ran = start("get", draft, "about.partnership", PYTHONIOENCODING=encoding, PYTHONUTF8="0", LC_ALL="C")
    assert ran.stdout == "P — é\n".encode()


def test_a_reader_that_leaves_gets_no_complaint(draft: Path) -> None:
    command = f"'{sys.executable}' -m sa_wizard outline show partnership | true; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(
        ["bash", "-c", command],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    assert ran.stdout.splitlines()[-1] == "141"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("said", ["outline show partnership", "--version", "--help", "check --help"])
def test_a_full_disk_behind_standard_output(said: str) -> None:
    command = f"'{sys.executable}' -m sa_wizard {said} > /dev/full"
    ran = subprocess.run(
        ["bash", "-c", command],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 7
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_ends_it_quietly_and_gives_the_lock_back(draft: Path, number: signal.Signals, code: int) -> None:
    """A script is stopped while it still reads its answer: draft and folder are as they were."""
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("whoever started these tests has this signal ignored, as nohup does, and so do the programs below")
    before = draft.read_bytes()
    with subprocess.Popen(
        [sys.executable, "-m", "sa_wizard", "set", str(draft), "about.title", "--from", "-"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(b"word " * 100_000)  # more than a pipe holds: it returns once the program reads
        process.stdin.flush()
        assert stopped(process, number) == code
        assert b"Traceback" not in process.stderr.read()
    assert draft.read_bytes() == before
    assert [path.name for path in draft.parent.iterdir()] == [draft.name]


def stopped(process: subprocess.Popen[bytes], number: int) -> int:
    """Send a signal until the process has ended; one that comes just before a read waits for the end of it."""
    for _ in range(40):
        process.send_signal(number)
        try:
            return process.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            continue
    raise AssertionError("it did not end")

"""The doctor says in plain words what this machine can do, and finds fault only with what stops the work."""

import sys
from pathlib import Path

import pytest

from sa_wizard import doctor
from sa_wizard.errors import ExportError
from tests.cli.conftest import Run


def missing() -> Path:
    """No Pandoc anywhere."""
    raise ExportError("Pandoc was not found.", "Install pypandoc-binary.")


def not_installed() -> Path:
    """Not even the package that looks for it."""
    raise ModuleNotFoundError("pypandoc")


def script(folder: Path, body: str) -> Path:
    """A program that stands in for Pandoc."""
    path = folder / "pandoc"
    path.write_text(f"#!{sys.executable}\n{body}\n")
    path.chmod(0o755)
    return path


def test_this_machine_can_do_the_work(run: Run) -> None:
    ran = run("doctor", "--json")
    assert ran.code == 0
    assert ran.data["usable"] is True
    checks = {check["name"]: check for check in ran.data["checks"]}
    here = {"pandoc", "pdf", "terminal", "colours", "letters", "settings", "state", "folder", "versions"}
    assert set(checks) == here | {"config", "keys"}
    for check in checks.values():
        assert set(check) == {"name", "state", "message", "hint"}
        assert check["state"] in {"good", "advice", "trouble"}
    assert "pandoc 3." in checks["pandoc"]["message"]
    assert "textual 8.2.8" in checks["versions"]["message"]
    ran = run("doctor")
    assert ran.code == 0
    assert sum(line[:1].isalpha() for line in ran.out.splitlines()) == len(checks)


def test_without_pandoc_the_exit_code_is_4(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find_pandoc", missing)
    ran = run("doctor")
    assert ran.code == 4
    assert "pypandoc-binary" in ran.out
    assert run("doctor", "--json").data["usable"] is False


def test_a_pandoc_that_cannot_be_looked_for() -> None:
    assert doctor.pandoc(not_installed).state == "trouble"


@pytest.mark.parametrize("body", ["raise SystemExit(3)", "", "print('pandoc 3.9')", "print(b'\\xff\\xfe')"])
def test_a_pandoc_that_does_not_work(tmp_path: Path, body: str) -> None:
    assert doctor.pandoc(lambda: script(tmp_path, body)).state == "trouble"


@pytest.mark.parametrize(
    ("size", "state"), [((80, 24), "good"), ((79, 24), "advice"), ((80, 23), "advice"), (None, "advice")]
)
def test_the_size_of_the_terminal(size: tuple[int, int] | None, state: str) -> None:
    assert doctor.screen(size).state == state


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, "not set"),
        ({"TERM": "dumb"}, "'dumb'"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "NO_COLOR"),
        ({"TERM": "tmux-256color", "COLORTERM": "truecolor"}, "all colours"),
        ({"TERM": "screen-256color"}, "256"),
        ({"TERM": "linux"}, "16 colours"),
    ],
)
def test_colours(environment: dict[str, str], told: str) -> None:
    assert told in doctor.colours(environment).sentence


@pytest.mark.parametrize(("encoding", "state"), [("utf-8", "good"), ("UTF8", "good"), ("latin-1", "advice")])
def test_letters(encoding: str, state: str) -> None:
    assert doctor.letters(encoding).state == state


def test_write_access_is_tried_and_leaves_nothing(tmp_path: Path) -> None:
    assert doctor.writable("settings", tmp_path / "not" / "yet").state == "good"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    def gone() -> Path:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refused)
    assert doctor.writable("state", tmp_path).state == "advice"
    assert "permission denied" in doctor.writable("state", tmp_path).sentence
    assert doctor.writable("folder", gone).state == "advice"


def test_a_package_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "PACKAGES", ("textual", "no-such-package"))
    assert doctor.versions().state == "trouble"
    assert "no-such-package" in doctor.versions().sentence

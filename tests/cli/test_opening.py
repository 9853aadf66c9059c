"""``sa-wizard [DRAFT] [--at PATH]``: what can be wrong is said before any screen; the wizard gets the rest."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from sa_wizard.cli import opening
from sa_wizard.sitting.desk import Desk
from tests.cli.conftest import ENGLAND, Run

Opened = list[tuple[Path | None, str]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """A terminal, and a wizard that notes what it is asked to open and ends with 5."""
    calls: Opened = []

    def open_wizard(desk: Desk, at: str, _: object) -> int:
        calls.append((desk.session.path if desk.session else None, at))
        desk.drop()
        return 5

    app = ModuleType("sa_wizard.tui.app")
    vars(app)["open_wizard"] = open_wizard
    monkeypatch.setitem(sys.modules, "sa_wizard.tui.app", app)
    monkeypatch.setattr(opening, "terminal", lambda: True)
    return calls


def test_home_a_draft_or_one_field(run: Run, draft: Path, opened: Opened) -> None:
    assert [run(*args).code for args in ((), (draft,), (draft, "--at", "why.overall"))] == [5, 5, 5]
    assert run("--at", "why.topics", draft).code == 5
    assert opened == [(None, ""), (draft, ""), (draft, "why.overall"), (draft, "why.topics")]


def test_a_draft_with_the_name_of_a_command(
    run: Run, tmp_path: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "check", *ENGLAND).code == 0
    assert run("./check").code == 5
    assert run("check", "check").code == 3
    assert opened == [(Path("check"), "")]


@pytest.mark.parametrize("at", ["nosuch.field", "why", "levels.topics[0]", "county.none_reason", "about.first_reason"])
def test_a_place_that_is_not_in_the_draft(run: Run, draft: Path, opened: Opened, at: str) -> None:
    ran = run(draft, "--at", at)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert opened == []
    assert run(draft).code == 5, "it is locked by nobody"


def test_a_place_without_a_draft(run: Run, opened: Opened) -> None:
    assert run("--at", "why.overall").code == 2
    assert opened == []


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[]", b'{"format": "sa-wizard-draft", "format_version": 99}']
)
def test_a_damaged_or_newer_draft(run: Run, tmp_path: Path, opened: Opened, content: bytes) -> None:
    path = tmp_path / "x.sa.json"
    path.write_bytes(content)
    for args in ((path,), ("check", path), ("set", path, "about.title", "x"), ("get", path, "about.title")):
        ran = run(*args)
        assert ran.code == 6
        assert len(ran.err.splitlines()) == 1
    assert opened == []
    assert path.read_bytes() == content


def test_a_draft_that_is_not_there(run: Run, tmp_path: Path, opened: Opened) -> None:
    assert run(tmp_path / "nosuch.sa.json").code == 6
    assert run(tmp_path).code == 6
    assert opened == []


def test_without_a_terminal_there_is_one_sentence(run: Run, draft: Path) -> None:
    for args in ((), (draft,)):
        ran = run(*args)
        assert (ran.code, ran.out) == (2, "")
        assert "needs a terminal" in ran.err


def test_a_mistyped_command_is_told_so(run: Run, opened: Opened) -> None:
    ran = run("chek")
    assert ran.code == 2
    assert "sa-wizard check" in ran.err
    ran = run("exprot", "x.sa.json")
    assert ran.code == 2
    assert opened == []


@pytest.mark.parametrize("args", [("--nosuch",), ("-x",), ("a", "b", "c"), ("check",), ("outline", "nosuch"), ("set",)])
def test_wrong_usage_is_one_sentence_and_a_hint(run: Run, args: tuple[str, ...]) -> None:
    ran = run(*args)
    assert ran.code == 2
    assert "--help" in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "command",
    [("",), ("--plain", ""), ("check", ""), ("get", "", "about.title"), ("set", "", "about.title", "x"), ("export", ""),
     ("new", "", *ENGLAND), ("example", ""), ("diff", "", "1"), ("accessibility", ""), ("outline", "verify", "")],
)  # fmt: skip
def test_a_name_of_no_letters_is_wrong_usage_and_not_the_folder_one_is_in(
    run: Run, opened: Opened, command: tuple[str, ...]
) -> None:
    """It comes of a variable that a script never set."""
    ran = run(*command)
    assert ran.code == 2
    assert " is empty. Give the name of a file." in ran.err
    assert opened == []

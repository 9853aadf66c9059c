"""The person's own editor: a text goes out and comes back, and an editor that fails loses nothing."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest

from sa_wizard.errors import CannotWrite, SaWizardError, UsageProblem
from sa_wizard.settings.manner import Manner
from sa_wizard.tui import outside

Use = Callable[[str], None]
"""Makes a program the person's editor."""


class Suspending:
    """As much of the app as an editor needs."""

    @contextmanager
    def suspend(self) -> Iterator[None]:
        yield


def edited(text: str, beside: Path, **manner: Any) -> str | None:  # noqa: ANN401 - any part of a manner
    return outside.edit(cast(Any, Suspending()), text, (beside / "d.sa.json", "why.overall"), Manner(**manner))


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Use:
    """Make a program the person's editor: it is given the file's path as ``path``."""
    for name in outside.VARIABLES:
        monkeypatch.delenv(name, raising=False)

    def use(program: str) -> None:
        script = tmp_path / "editor.py"
        script.write_text(f"import sys, pathlib\npath = pathlib.Path(sys.argv[1])\n{program}\n", encoding="utf-8")
        monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{script}"')

    return use


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the draft is: nothing else is in it."""
    made = tmp_path / "drafts"
    made.mkdir()
    return made


def test_what_the_editor_wrote_comes_back_and_its_file_goes(editor: Use, folder: Path) -> None:
    editor("path.write_text(path.read_text() + ' and more\\n')")
    assert edited("some", folder) == "some and more"
    assert list(folder.iterdir()) == []


def test_a_text_left_as_it_was_is_no_change(editor: Use, folder: Path) -> None:
    editor("pass")
    assert edited("some", folder) is None


def test_the_file_is_private(editor: Use, folder: Path) -> None:
    editor("path.write_text(oct(path.stat().st_mode & 0o777))")
    assert edited("some", folder) == "0o600"


def test_bytes_that_are_no_text_come_back_as_signs(editor: Use, folder: Path) -> None:
    editor("path.write_bytes(b'caf\\xe9')")
    assert edited("some", folder) == "caf\ufffd"


def test_an_editor_that_fails_leaves_what_it_wrote_and_says_where(editor: Use, folder: Path) -> None:
    editor("path.write_text('half'); sys.exit(1)")
    with pytest.raises(UsageProblem) as refused:
        edited("some", folder)
    (kept,) = folder.iterdir()
    assert kept.read_text(encoding="utf-8") == "half"
    assert str(kept) in refused.value.hint


@pytest.mark.parametrize("program", ["sys.exit(1)", "path.unlink(); sys.exit(1)"])
def test_an_editor_that_did_nothing_leaves_nothing(editor: Use, folder: Path, program: str) -> None:
    editor(program)
    with pytest.raises(UsageProblem, match="could not be used"):
        edited("some", folder)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("program", ["path.unlink()", "path.write_text('')", "path.write_text(' \\n')"])
def test_an_editor_that_leaves_nothing_changes_nothing_and_is_said(editor: Use, folder: Path, program: str) -> None:
    editor(program)
    with pytest.raises(UsageProblem, match="left nothing of the text, so the text here is as it was"):
        edited("some", folder)
    assert list(folder.iterdir()) == []


def test_a_text_that_was_empty_may_stay_empty(editor: Use, folder: Path) -> None:
    editor("path.write_text('\\n')")
    assert not (edited("", folder) or "").strip()


@pytest.mark.parametrize("command", ["/no/such/editor", "nano 'half a quotation"])
def test_an_editor_that_cannot_be_run_is_said(
    editor: Use,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    monkeypatch.setenv("VISUAL", command)
    with pytest.raises(SaWizardError) as refused:
        edited("some", folder)
    assert refused.value.hint
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_gone_is_said(editor: Use, folder: Path) -> None:
    editor("pass")
    folder.rmdir()
    with pytest.raises(CannotWrite):
        edited("some", folder)


def test_without_a_choice_it_is_one_the_system_has(editor: Use, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    assert outside.command() == ["vi"]


def test_the_editor_chosen_outranks_visual_and_that_outranks_editor(
    editor: Use, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("path.write_text('by EDITOR')")
    by_editor = os.environ["EDITOR"]
    assert edited("some", folder) == "by EDITOR"
    monkeypatch.setenv("VISUAL", by_editor.replace("editor.py", "visual.py"))
    folder.parent.joinpath("visual.py").write_text("import sys; open(sys.argv[1], 'w').write('by VISUAL')")
    assert edited("some", folder) == "by VISUAL"
    assert edited("some", folder, editor=by_editor) == "by EDITOR"


@pytest.mark.parametrize(("coloured", "told"), [(True, "unset"), (False, "1")])
def test_the_editor_is_told_when_colours_are_not_wanted(
    editor: Use, folder: Path, monkeypatch: pytest.MonkeyPatch, *, coloured: bool, told: str
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    editor("import os; path.write_text(os.environ.get('NO_COLOR', 'unset'))")
    assert edited("some", folder, coloured=coloured) == told

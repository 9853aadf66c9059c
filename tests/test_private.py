"""What the program makes is for its owner only, whatever the umask; a document, made to be handed on, follows it."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sa_wizard import crash
from sa_wizard.document.export import export
from sa_wizard.draft import store
from sa_wizard.folders import private_folder
from tests.builders import assessment, shipped

pytestmark = pytest.mark.skipif(os.name == "nt", reason="file modes and umasks are a Unix matter")

ROOT = Path(__file__).parents[1]

EVERYTHING = """
import os, sys
from pathlib import Path
os.umask(int(sys.argv[1], 8))
from sa_wizard import crash
from sa_wizard.cli.entry import main
from sa_wizard.draft import migrations, recent, store
from sa_wizard.draft.lock import Lock
draft = Path("north.sa.json")
text = (Path(sys.argv[2]) / "templates/outlines/partnership.toml").read_text(encoding="utf-8")
Path("ours").mkdir()
Path("ours/house.toml").write_text(text.replace('id = "partnership"', 'id = "house"', 1), encoding="utf-8")
new = ["new", str(draft), "--partnership", "P", "--nation", "wales", "--period", "2024-10:2025-09"]
assert main([*new, "--outline", "ours/house.toml"]) == 0
assert main(["example", "example.sa.json"]) == 0
assert main(["set", str(draft), "why.overall", "Said."]) == 0
recent.remember(draft, "North")
crash.record(ValueError("x"))
migrations.STEPS[1] = lambda data: {**data, "x-new": 1}
assert main(["set", str(draft), "why.overall", "Said again."]) == 0
assert main(["render", str(draft), "-o", "north.md"]) == 0
assert main(["export", str(draft)]) == 0
Lock(draft).take()
"""


@pytest.mark.parametrize("mask", ["000", "022", "077"])
def test_everything_it_keeps_is_private_and_documents_follow_the_umask(tmp_path: Path, mask: str) -> None:
    work = tmp_path / "work"
    work.mkdir()
    state = tmp_path / "not" / "there" / "yet" / "state"
    subprocess.run(
        [sys.executable, "-c", EVERYTHING, mask, str(ROOT)],
        cwd=work,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SA_WIZARD_DATA_DIR": str(state)},
        check=True,
        capture_output=True,
    )
    modes = {
        str(path.relative_to(tmp_path)): stat.S_IMODE(path.stat().st_mode)
        for path in (*work.glob("*"), *work.glob(".*"), *(tmp_path / "not").rglob("*"))
    }
    open_ones = {"work/ours", "work/north.md", "work/north.docx"}
    assert open_ones <= set(modes)
    for name in ("work/north.md", "work/north.docx"):
        assert modes.pop(name) == 0o666 & ~int(mask, 8)
    modes.pop("work/ours")
    files = {name for name in modes if (tmp_path / name).is_file()}
    assert {name: oct(modes[name]) for name in files} == dict.fromkeys(files, oct(0o600))
    assert {name: oct(mode) for name, mode in modes.items() if name not in files} == dict.fromkeys(
        set(modes) - files, oct(0o700)
    )
    named = {Path(name).name.partition(".format")[0] for name in modes}
    assert named >= {
        "north.sa.json",
        "example.sa.json",
        "house.toml",
        ".north.sa.json.lock",
        "recent.json",
        "faults.log",
    }
    assert {"north", "before-migration", "state", "yet", "there"} <= named
    assert stat.S_IMODE((tmp_path / "not").stat().st_mode) == 0o700


def test_half_a_document_is_nobodys_business(tmp_path: Path) -> None:
    seen: set[int] = set()

    def look(_words: str, _done: float) -> None:
        seen.update(stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob(".sa-wizard-*"))

    before = os.umask(0)
    try:
        for to in ("docx", "html", "md"):
            export("# A\n", tmp_path / f"x.{to}", to, title="T", metadata={}, report=look)
    finally:
        os.umask(before)
    assert seen == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o666}


def test_the_working_folder_of_an_export_is_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    seen: set[int] = set()

    def look(_words: str, _done: float) -> None:
        seen.update(stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "temporary").iterdir())

    before = os.umask(0)
    try:
        export("# A\n", tmp_path / "x.docx", "docx", title="T", metadata={}, report=look)
    finally:
        os.umask(before)
    assert seen == {0o700}
    assert not list((tmp_path / "temporary").iterdir())


def test_a_log_that_anybody_could_read_is_closed(own_folders: Path) -> None:
    log = crash.log_file()
    log.parent.mkdir(parents=True)
    log.write_text("old\n")
    log.chmod(0o666)
    assert crash.record(ValueError("x")) == log
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert log.read_text().startswith("old\n")


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert private_folder(tmp_path) == tmp_path
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path / "file" / "inside"):
        with pytest.raises(NotADirectoryError):
            private_folder(path)


def test_a_stick_that_knows_no_rights_takes_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refuse)
    target = tmp_path / "x.md"
    export("# A\n", target, "md", title="T", metadata={})
    export("# B\n", target, "md", title="T", metadata={})
    assert target.read_text(encoding="utf-8") == "# B\n"
    assert json.dumps([path.name for path in tmp_path.iterdir()]) == '["x.md"]'


def test_a_draft_shared_with_colleagues_stays_shared(tmp_path: Path) -> None:
    draft = tmp_path / "north.sa.json"
    store.save(draft, shipped(), assessment())
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    draft.chmod(0o664)
    store.save(draft, shipped(), assessment())
    assert stat.S_IMODE(draft.stat().st_mode) == 0o660, "colleagues can go on in it, and nobody else reads it"
    draft.chmod(0o6777)
    store.save(draft, shipped(), assessment())
    assert stat.S_IMODE(draft.stat().st_mode) == 0o660

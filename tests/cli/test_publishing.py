"""``render`` and ``export``: where the document goes, and what is refused before anything is written."""

import json
import sys
import zipfile
from pathlib import Path

import pytest

from sa_wizard.draft import store
from tests.cli.conftest import Run


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_render_prints_markdown(run: Run, draft: Path) -> None:
    run("set", draft, "why.overall", "Fewer homes were *left* open — {{ x }} [/ \x1b[31m")
    ran = run("render", draft)
    assert (ran.code, ran.err) == (0, "")
    assert "Safer Northbridge" in ran.out
    assert "left* open — " in ran.out
    assert "\x1b" not in ran.out
    assert run("render", draft, "-o", "-").out == ran.out
    assert run("export", draft, "-o", "-").out == ran.out
    assert run("export", draft, "--to", "md", "-o", "-").out == ran.out


def test_render_to_a_file(run: Run, draft: Path) -> None:
    target = draft.parent / "x.md"
    ran = run("render", draft, "-o", target)
    assert (ran.code, ran.out) == (0, "")
    assert str(target) in ran.err
    assert target.read_text(encoding="utf-8") == run("render", draft).out


def test_export_goes_beside_the_draft_by_default(run: Run, draft: Path) -> None:
    ran = run("export", draft)
    assert (ran.code, ran.out) == (0, "")
    made = draft.with_name("northbridge.docx")
    assert f"Wrote {made} (draft, " in ran.err
    assert "things missing)" in ran.err
    assert "word/document.xml" in zipfile.ZipFile(made).namelist()


@pytest.mark.parametrize(
    ("args", "name", "begins"),
    [
        (("--to", "odt"), "northbridge.odt", b"PK"),
        (("-o", "a.htm"), "a.htm", b"<!DOCTYPE html"),
        (("-o", "a.MD"), "a.MD", b"#"),
        (("-o", "a.txt", "--to", "md"), "a.txt", b"#"),
        (("-o", "a.docx", "--to", "docx"), "a.docx", b"PK"),
    ],
)
def test_the_format_comes_from_the_ending_or_from_to(
    run: Run, draft: Path, args: tuple[str, ...], name: str, begins: bytes
) -> None:
    placed = [draft.parent / arg if arg == name else arg for arg in args]
    assert run("export", draft, *placed).code == 0
    assert (draft.parent / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("-o", "a.xyz"), 2),
        (("-o", "a"), 2),
        (("-o", "northbridge.sa.json"), 2),
        (("-o", "northbridge.sa.json", "--to", "md"), 2),
        (("-o", "linked.docx"), 2),
        (("-o", "a.docx", "--to", "odt"), 2),
        (("-o", "-", "--to", "docx"), 2),
        (("--to", "doc"), 2),
        (("--reference-doc", "nosuch.docx"), 2),
        (("--reference-doc", "house.docx", "-o", "house.docx"), 2),
        (("--reference-doc", "house.docx", "--to", "html"), 2),
        (("-o", "missing/a.docx"), 7),
        (("-o", "folder.docx"), 7),
        (("-o", "house.docx/a.docx"), 7),
    ],
)
def test_export_refuses_before_anything_is_written(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], code: int
) -> None:
    monkeypatch.setitem(sys.modules, "sa_wizard.document.publish", None)  # reaching it would be a fault, exit 1
    monkeypatch.chdir(draft.parent)
    Path("house.docx").write_text("somebody's styles")
    Path("folder.docx").mkdir()
    Path("linked.docx").symlink_to(draft)
    before = contents(draft.parent)
    ran = run("export", draft, *args)
    assert (ran.code, ran.out) == (code, "")
    assert len(ran.err.splitlines()) == 1
    assert contents(draft.parent) == before


@pytest.mark.parametrize(("place", "code"), [("northbridge.sa.json", 2), ("missing/x.md", 7), (".", 7)])
def test_render_refuses_too(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch, place: str, code: int) -> None:
    monkeypatch.chdir(draft.parent)
    before = contents(draft.parent)
    assert run("render", draft, "-o", place).code == code
    assert contents(draft.parent) == before


def test_without_pandoc_the_exit_code_is_4(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = draft.parent / "nowhere"
    nowhere.mkdir()
    before = contents(draft.parent)
    monkeypatch.setattr("pypandoc.get_pandoc_path", lambda: (_ for _ in ()).throw(OSError("No pandoc was found")))
    monkeypatch.setenv("PATH", str(nowhere))
    ran = run("export", draft)
    assert ran.code == 4
    assert len(ran.err.splitlines()) == 1
    assert contents(draft.parent) == before


def test_a_reference_document_that_is_none(run: Run, draft: Path) -> None:
    house = draft.with_name("house.docx")
    house.write_text("not a Word file")
    assert run("export", draft, "--reference-doc", house).code in {2, 4}
    assert not draft.with_name("northbridge.docx").exists()


def test_an_old_export_stays_when_the_new_one_fails(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = draft.with_name("northbridge.docx")
    old.write_text("last week's")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert run("export", draft).code in {4, 7}
    assert old.read_text() == "last week's"
    assert sorted(contents(draft.parent)) == ["northbridge.docx", "northbridge.sa.json"]


def test_a_final_draft_is_called_final(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.sa.json"
    assert run("example", path).code == 0
    assert run("set", path, "about.status", "draft").code == 0
    assert "(draft, complete)" in run("export", path, "--to", "md").err
    assert run("set", path, "about.status", "final").code == 0
    assert "(final)" in run("export", path, "--to", "md").err
    data = json.loads(path.read_text(encoding="utf-8"))
    data["values"]["levels"]["topics"] = []
    path.write_text(json.dumps(data), encoding="utf-8")
    assert "missing)" in run("export", path, "--to", "md").err
    store.load(path)


def test_a_final_document_with_a_gap_is_told_as_one(run: Run, tmp_path: Path) -> None:
    path, made = tmp_path / "whole.sa.json", tmp_path / "x2.md"
    run("example", path)
    assert "(final)." in run("export", path, "-o", made).err
    run("set", path, "about.override_reason", "The board meets on 22 January and has asked for it as it is.")
    run("set", path, "why.overall", "")
    assert f"Wrote {made} (final, issued with 1 thing missing)." in run("export", path, "-o", made).err

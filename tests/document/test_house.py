"""A partnership's own style: kept once, used for every document, and never the cause of a broken file."""

import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import docx
import pytest

from sa_wizard.document import exports, house
from sa_wizard.document.accessibility import check
from sa_wizard.document.house import House
from sa_wizard.document.logo import looked_at
from sa_wizard.document.publish import publish
from sa_wizard.document.reference import lacking
from sa_wizard.document.word import opened
from sa_wizard.document.writing import Writing
from sa_wizard.draft.session import Session
from sa_wizard.errors import EditedSince, ExportError, UsageProblem
from sa_wizard.folders import templates_dir
from tests.cli.conftest import Run, run  # noqa: F401 - a fixture
from tests.document.test_render import session

FORMATS = ("docx", "odt", "html", "pdf", "md")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SA_WIZARD_CONFIG_DIR", str(tmp_path / "settings"))
    monkeypatch.setenv("SA_WIZARD_DATA_DIR", str(tmp_path / "state"))


def png(wide: int, high: int) -> bytes:
    """A real picture of one colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = zlib.compress(b"".join(b"\x00" + b"\x1b\x36\x5d" * wide for _ in range(high)))
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
def drafted() -> Session:
    return session(
        about__partnership="Safer Northbridge",
        about__title="Assessment",
        about__version="0.4",
        about__author="A. Analyst",
        summary__decision="Decide.",
    )


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    path = tmp_path / "logo.png"
    path.write_bytes(png(60, 20))
    return path


def poor(tmp_path: Path) -> Path:
    """A Word file of another program, with few of the styles that documents use."""
    made = docx.Document()
    made.save(str(tmp_path / "poor.docx"))
    return tmp_path / "poor.docx"


# -- the same bytes


@pytest.mark.parametrize("to", FORMATS)
def test_the_same_draft_makes_the_same_bytes(
    drafted: Session, logo: Path, to: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    house.keep("Safer Northbridge", House(logo=str(logo), logo_alt="Trees"))
    made = []
    for name in ("one", "two"):
        publish(drafted.outline, drafted.draft, tmp_path / f"{name}.{to}", to)
        made.append((tmp_path / f"{name}.{to}").read_bytes())
    assert made[0] == made[1]


# -- nobody's edits are lost


def test_a_file_edited_since_is_not_replaced_unseen(drafted: Session, tmp_path: Path) -> None:
    target = tmp_path / "x.docx"
    publish(drafted.outline, drafted.draft, target, "docx")
    publish(drafted.outline, drafted.draft, target, "docx")  # our own, as it was
    target.write_bytes(b"the board's edits")
    with pytest.raises(EditedSince, match="was changed since it was exported") as caught:
        publish(drafted.outline, drafted.draft, target, "docx")
    assert caught.value.exit_code == 7
    assert target.read_bytes() == b"the board's edits"
    publish(drafted.outline, drafted.draft, target, "docx", replace=True)
    assert zipfile.is_zipfile(target)
    assert not exports.edited(target)


def test_the_command_says_so(run: Run, tmp_path: Path) -> None:  # noqa: F811
    draft = tmp_path / "x.sa.json"
    run("example", draft)
    assert run("export", draft, "--to", "md").code == 0
    (tmp_path / "x.md").write_text("edited", encoding="utf-8")
    assert run("export", draft, "--to", "md").code == 7
    assert run("render", draft, "-o", tmp_path / "x.md").code == 7
    assert (tmp_path / "x.md").read_text(encoding="utf-8") == "edited"
    assert run("export", draft, "--to", "md", "--replace").code == 0


def test_what_a_killed_export_left_is_swept_up(drafted: Session, tmp_path: Path) -> None:
    old, new = tmp_path / ".sa-wizard-old.tmp", tmp_path / ".sa-wizard-new.tmp"
    for each in (old, new):
        each.write_bytes(b"half")
    os.utime(old, (1, 1))
    publish(drafted.outline, drafted.draft, tmp_path / "x.md", "md")
    assert not old.exists()
    assert new.exists()  # another export may be under way


# -- styles


def test_the_styles_supplied_are_complete() -> None:
    assert lacking(templates_dir() / "word" / "reference.docx") == ()


def test_what_a_reference_document_lacks_is_named_and_taken_from_ours(drafted: Session, tmp_path: Path) -> None:
    reference = poor(tmp_path)
    missing = {name.lower() for name in lacking(reference)}
    assert {"statutory item", "key fact", "table note", "first paragraph"} <= missing
    assert "heading 1" not in missing
    made = publish(drafted.outline, drafted.draft, tmp_path / "x.docx", "docx", reference=reference)
    assert "Style “subtitle”" in made.notes[0]  # Word's own blue is too pale: theirs to judge, and told
    names = {style.name for style in opened(tmp_path / "x.docx").styles.values()}
    assert missing <= names
    assert {fault.code for fault in check(tmp_path / "x.docx") if fault.severity == "fault"} == {"contrast"}


def test_a_reference_document_that_went_is_told_and_ours_is_used(drafted: Session, tmp_path: Path) -> None:
    house.keep("Safer Northbridge", House(reference_doc=str(tmp_path / "gone.docx")))
    made = publish(drafted.outline, drafted.draft, tmp_path / "x.docx", "docx")
    assert "is not there; the styles supplied were used" in made.notes[0]


# -- logo


@pytest.mark.parametrize("to", ["docx", "odt", "html", "pdf"])
def test_the_logo_is_on_the_cover_with_alt_text(drafted: Session, logo: Path, to: str, tmp_path: Path) -> None:
    house.keep("Safer Northbridge", House(logo=str(logo), logo_alt='Trees "and" <water>'))
    target = tmp_path / f"x.{to}"
    plain = publish(session(about__title="Assessment").outline, session().draft, tmp_path / f"y.{to}", to)
    made = publish(drafted.outline, drafted.draft, target, to)
    assert made.size > plain.size
    if to == "docx":
        xml = zipfile.ZipFile(target).read("word/document.xml").decode()
        assert 'descr="Trees &quot;and&quot; &lt;water&gt;"' in xml
        assert [fault for fault in check(target) if fault.severity == "fault"] == []
    if to == "html":
        page = target.read_text(encoding="utf-8")
        assert 'src="data:image/png;base64,' in page
        assert 'alt="Trees &quot;and&quot; &lt;water&gt;"' in page


def _missing(path: Path) -> None:
    path.unlink()


def _huge(path: Path) -> None:
    path.write_bytes(png(2, 2) + bytes(5_000_000))


def _no_picture(path: Path) -> None:
    path.write_bytes(b"<svg onload=x>")


def _too_many_points(path: Path) -> None:
    path.write_bytes(png(2, 2)[:16] + struct.pack(">II", 100_000, 100_000) + bytes(20))


@pytest.mark.parametrize(
    ("spoil", "told"),
    [(_missing, "is not there"), (_huge, "larger than"), (_no_picture, "not a picture"), (_too_many_points, "points")],
)
def test_a_bad_logo_is_named_and_nothing_is_touched(
    drafted: Session, logo: Path, spoil: Callable[[Path], None], told: str, tmp_path: Path
) -> None:
    house.keep("Safer Northbridge", House(logo=str(logo), logo_alt="Trees"))
    spoil(logo)
    target = tmp_path / "x.docx"
    target.write_bytes(b"earlier")
    with pytest.raises(ExportError, match=told) as caught:
        publish(drafted.outline, drafted.draft, target, "docx")
    assert str(logo) in caught.value.sentence
    assert caught.value.exit_code == 4
    assert target.read_bytes() == b"earlier"


def test_a_jpeg_is_measured() -> None:
    frame = b"\xff\xe0\x00\x04ab" + b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 30, 90) + bytes(6)
    path = Path(__file__).with_name("nothing")
    with patch("sa_wizard.files.read", return_value=b"\xff\xd8" + frame):
        found = looked_at(path, "Trees")
    assert (found.ending, found.width, found.height) == (".jpg", 7.2, 2.4)


# -- settings


def test_a_style_is_kept_by_partnership(tmp_path: Path) -> None:
    ours = House(file_name='{title} "x" {version}', logo="C:\\a\\b.png", logo_alt="Llŷn 👍")
    house.keep("Safer [Northbridge]", ours)
    house.keep("Other", House(file_name="{draft}"))
    assert house.of("Safer  [Northbridge]") == ours
    house.keep("Safer [Northbridge]", House())
    assert house.of("Safer [Northbridge]") == House()
    assert house.of("Other").file_name == "{draft}"


@pytest.mark.parametrize("text", ["x", '["A"]\nlogo = 3\n', '["A"]\nlogos = "x"\n', "a = 1\n", '["A"]\n[["A".logo]]\n'])
def test_settings_that_are_wrong_are_named(text: str) -> None:
    path = house.settings_file()
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageProblem, match=r"house-styles\.toml"):
        house.of("A")


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{partnership} {title} v{version} {status}", "Safer Northbridge Assessment v0.4 draft"),
        ("../{title}/x", "Assessment x"),
        ("{period}", "x"),
        ("", "x"),
    ],
)
def test_a_file_name_is_made_from_the_pattern(drafted: Session, pattern: str, name: str) -> None:
    assert house.file_name(pattern, Writing(drafted.asked), "x") == name


def test_the_command_keeps_shows_and_lints(run: Run, logo: Path, tmp_path: Path) -> None:  # noqa: F811
    draft = tmp_path / "x.sa.json"
    run("example", draft)
    reference = poor(tmp_path)
    pattern = "{title} v{version}"
    ran = run(
        "style", draft, "--reference-doc", reference, "--logo", logo, "--logo-alt", "Trees", "--file-name", pattern
    )
    assert ran.code == 0
    assert "“Table Note”" in ran.out.replace("\n", " ")
    assert run("export", draft, "--to", "md").code == 0
    assert list(tmp_path.glob("Strategic assessment*.md"))
    assert run("style", draft, "--file-name", "{nonsense}").code == 2
    assert run("style", draft, "--reference-doc", logo).code == 4
    assert run("style", draft, "--logo", tmp_path / "none.png").code == 4
    assert "poor.docx" in run("style", draft).out.replace("\n", "")
    assert run("style", draft, "--reference-doc", "", "--logo", "", "--file-name", "", "--logo-alt", "").code == 0
    assert "the styles supplied" in run("style", draft).out

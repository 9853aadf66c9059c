"""Every fault that keeps somebody from reading a Word file is found, named and placed; a sound file has none."""

import re
from pathlib import Path

import docx
import pytest

from sa_wizard.document import accessibility
from sa_wizard.document.accessibility import check
from sa_wizard.document.contrast import ratio
from sa_wizard.document.export import export
from sa_wizard.document.publish import publish
from sa_wizard.errors import ExportError, UsageProblem
from tests.cli.conftest import Run, run  # noqa: F401 - a fixture
from tests.document.faulty_word import ADDED, CHANGED, damaged, sound
from tests.document.filled import VARIANTS, filled

CODES = [*ADDED, *CHANGED]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sound file."""
    return sound(tmp_path_factory.mktemp("sound") / "sound.docx")


def test_a_sound_file_has_no_fault(good: Path) -> None:
    assert check(good) == []


@pytest.mark.parametrize("code", CODES)
def test_each_fault_is_found_and_placed(code: str, good: Path, tmp_path: Path) -> None:
    found = check(damaged(code, good, tmp_path / f"{code}.docx"))
    assert code in {fault.code for fault in found}
    other = {fault.code for fault in found} - {code}
    assert other <= {"heading-skipped", "table-empty"}, found  # one thing wrong may be two
    for fault in found:
        assert fault.place
        assert fault.sentence.endswith(".")


def test_every_code_of_the_program_has_its_file() -> None:
    source = Path(accessibility.__file__).read_text(encoding="utf-8")
    assert set(re.findall(r'Fault\(\s*"([a-z-]+)"', source)) == set(CODES)


@pytest.mark.parametrize("choices", VARIANTS)
def test_what_we_export_has_no_fault(choices: dict[str, str], tmp_path: Path) -> None:
    full = filled(choices)
    made = publish(full.outline, full.draft, tmp_path / "x.docx", "docx")
    assert [fault for fault in check(made.path) if fault.severity == "fault"] == []


def test_a_file_of_another_program_is_checked(tmp_path: Path) -> None:
    """As python-docx makes it: no title, a table without a header row, spacing by empty paragraphs."""
    made = docx.Document()
    made.add_heading("One", 1)
    made.add_paragraph("")
    made.add_heading("Three", 3)
    made.add_table(2, 2)
    made.core_properties.title = ""
    made.save(str(tmp_path / "other.docx"))
    codes = {fault.code for fault in check(tmp_path / "other.docx")}
    assert codes >= {"title", "empty-paragraph", "heading-skipped", "table-header", "table-empty"}


def test_an_export_with_a_fault_is_not_kept(tmp_path: Path) -> None:
    target = tmp_path / "x.docx"
    target.write_bytes(b"earlier")
    with pytest.raises(ExportError, match=r"level 3 follows level 1") as caught:
        export("# One {#a}\n\n### Three {#b}\n\nx", target, "docx", title="T", metadata={})
    assert caught.value.exit_code == 4
    assert target.read_bytes() == b"earlier"


def test_what_a_person_typed_is_told_and_keeps_nothing_back(tmp_path: Path) -> None:
    made = export("# One {#a}\n\n\\- 17%\n", tmp_path / "x.docx", "docx", title="T", metadata={"author": "A"})
    assert len(made.notes) == 1
    assert "typed" in made.notes[0]


def test_two_tables_may_have_an_empty_paragraph_between_them(tmp_path: Path) -> None:
    table = "| a |\n|---|\n| b |"
    made = export(
        f"# One {{#a}}\n\n{table}\n\n{table}\n", tmp_path / "x.docx", "docx", title="T", metadata={"author": "A"}
    )
    assert made.notes == ()


def test_contrast_is_that_of_wcag() -> None:
    assert ratio("FFFFFF", "000000") == pytest.approx(21)
    assert ratio("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert ratio("1B365D", "1B365D") == 1


@pytest.mark.parametrize("content", [b"", b"not a Word file", b"PK\x03\x04 but no more", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_none_is_wrong_usage(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(content)
    with pytest.raises(UsageProblem, match="is not a Word file"):
        check(tmp_path / "x.docx")
    with pytest.raises(UsageProblem, match="There is no file"):
        check(tmp_path / "none.docx")


def test_the_command_names_faults_and_ends_with_3(run: Run, good: Path, tmp_path: Path) -> None:  # noqa: F811
    ran = run("accessibility", good)
    assert (ran.code, ran.err) == (0, "")
    assert "no fault" in ran.out
    bad = damaged("table-header", good, tmp_path / "bad.docx")
    ran = run("accessibility", bad)
    assert ran.code == 3
    assert "Table 2" in ran.out
    assert "(table-header)" in ran.out
    data = run("accessibility", bad, "--json").data
    assert data["accessible"] is False
    assert data["found"][0]["severity"] == "fault"
    assert run("accessibility", tmp_path / "none.docx").code == 2
    doubt = damaged("list-typed", good, tmp_path / "doubt.docx")
    assert run("accessibility", doubt).code == 0

"""Parts of a document: a section, the summary for the board, the blank form, the check report; in every format."""

from pathlib import Path

import docx
import pytest

from sa_wizard.document.accessibility import check
from sa_wizard.document.publish import publish
from sa_wizard.document.word import opened
from sa_wizard.draft.asked import Asked
from sa_wizard.errors import UsageProblem
from sa_wizard.review.judge import judge
from tests.cli.conftest import Run, run  # noqa: F401 - a fixture
from tests.document.filled import VARIANTS, filled
from tests.document.test_render import session

FULL = filled(VARIANTS[0])


def headings(path: Path) -> list[str]:
    return [each.text for each in opened(path).paragraphs if each.level == 1]


def text(path: Path) -> str:
    return "\n".join(each.text for each in opened(path).paragraphs)


@pytest.mark.parametrize("to", ["docx", "odt", "html", "pdf", "md"])
@pytest.mark.parametrize("part", ["board", "form", "check", "why", "about"])
def test_every_part_is_made_in_every_format(part: str, to: str, tmp_path: Path) -> None:
    made = publish(FULL.outline, FULL.draft, tmp_path / f"x.{to}", to, part=part)
    assert made.size > 500
    if to == "docx":
        assert [fault for fault in check(made.path) if fault.severity == "fault"] == []


def test_a_section_keeps_its_number_and_holds_its_answers_only(tmp_path: Path) -> None:
    publish(FULL.outline, FULL.draft, tmp_path / "x.docx", "docx", part="why")
    asked = Asked(FULL.outline, FULL.draft)
    assert headings(tmp_path / "x.docx") == [f"{asked.numbers['why']} Why it has changed"]
    found = text(tmp_path / "x.docx")
    assert all(word in found for word in FULL.expected["why.overall"])
    assert FULL.expected["equality.affected"][0] not in found
    assert docx.Document(str(tmp_path / "x.docx")).core_properties.title.endswith(": Why it has changed")


def test_the_board_gets_the_summary_and_what_it_decides(tmp_path: Path) -> None:
    publish(FULL.outline, FULL.draft, tmp_path / "x.docx", "docx", part="board")
    assert [each.split(" ", 1)[0] for each in headings(tmp_path / "x.docx")] == ["1", "12", "13"]


def test_the_form_asks_everything_and_answers_nothing(tmp_path: Path) -> None:
    publish(FULL.outline, FULL.draft, tmp_path / "x.docx", "docx", part="form")
    found = text(tmp_path / "x.docx")
    asked = Asked(FULL.outline, FULL.draft)
    for section in asked.sections:
        for field in asked.fields(section):
            assert field.of or field.label in found
    answers = [words for path, words in FULL.expected.items() if not path.startswith("about.")]  # not the cover
    assert not [word for words in answers for word in words if word.startswith("w") and word in found]
    assert found.count("Write here") > 100


def test_the_check_report_holds_every_finding(tmp_path: Path) -> None:
    drafted = session(why__overall="TODO", about__author="A")
    publish(drafted.outline, drafted.draft, tmp_path / "x.docx", "docx", part="check")
    found = text(tmp_path / "x.docx")
    review = judge(drafted.asked)
    assert len(review.findings) > 10
    for finding in review.findings:
        assert " ".join(finding.message.split()) in found


def test_a_part_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="no part 'nosuch'") as caught:
        publish(FULL.outline, FULL.draft, tmp_path / "x.docx", "docx", part="nosuch")
    assert "board, form, check" in caught.value.hint
    assert not list(tmp_path.iterdir())


def test_the_command_names_the_file_for_the_part(run: Run, tmp_path: Path) -> None:  # noqa: F811
    draft = tmp_path / "x.sa.json"
    run("example", draft)
    assert run("export", draft, "--part", "board").code == 0
    assert (tmp_path / "x-board.docx").exists()
    assert run("export", draft, "--part", "../../x").code == 2
    assert run("export", draft, "--part", "board", "-o", "-").code == 2

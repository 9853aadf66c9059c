"""The finished file, made by the real Pandoc and opened with python-docx: whole, in order, marked and accessible."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from sa_wizard.document import export, render
from sa_wizard.document.publish import publish
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.session import Session
from sa_wizard.errors import ExportError
from sa_wizard.review.final import is_final
from sa_wizard.review.judge import judge
from tests.document.filled import VARIANTS, Filled, filled, partnership
from tests.document.test_render import FENLAND, NASTY, OTHERS, session


def blocks(path: Path) -> Iterator[Paragraph | Table]:
    """Paragraphs and tables of the body in order, also those inside content controls."""
    document = Document(str(path))
    for element in document.element.body.iter(qn("w:p"), qn("w:tbl")):
        if element.tag == qn("w:tbl"):
            yield Table(element, document)
        elif not any(parent.tag == qn("w:tc") for parent in element.iterancestors()):
            yield Paragraph(element, document)


def text(path: Path) -> str:
    """Every word of the body, tables and contents too."""
    document = Document(str(path))
    paragraphs = document.element.body.iter(qn("w:p"))
    return "\n".join("".join(part.text or "" for part in each.iter(qn("w:t"))) for each in paragraphs)


def made(full: Filled, target: Path) -> Path:
    publish(full.outline, full.draft, target, "docx")
    return target


def finished() -> Filled:
    """A complete draft marked final, in which one section that may stay empty does, and stands before others."""
    full = filled(VARIANTS[0])
    editing = Session(Path("unused.sa.json"), full.outline, full.draft)
    editing.duplicate_row("levels.topics[0]")
    for row, strand in enumerate(("crime", "disorder", "substance-misuse")):
        editing.set(f"levels.topics[{row}].strand", strand)
    for asked in ("residents", "workers"):
        editing.set(f"views.consultations[0].{asked}", "yes")
    editing.shift("appendices", -3)
    for field in ("sources", "glossary", "distribution"):
        editing.set(f"appendices.{field}", [])
    for field in ("quality", "methods", "tables"):
        editing.set(f"appendices.{field}", "")
    editing.set("about.status", "final")
    return Filled(full.outline, editing.draft, full.expected)


@pytest.mark.parametrize("choices", VARIANTS)
def test_every_answer_is_in_the_word_file(choices: dict[str, str], tmp_path: Path) -> None:
    full = filled(choices)
    found = text(made(full, tmp_path / "full.docx"))
    asked = Asked(full.outline, full.draft)
    applying = {f"{section.id}.{field.id}" for section in asked.sections for field in asked.fields(section)}
    lost = {path: [word for word in words if word not in found] for path, words in full.expected.items()}
    assert {path: words for path, words in lost.items() if words and path in applying} == {}


def test_headings_are_word_headings_in_order_and_every_table_has_caption_and_header_row(tmp_path: Path) -> None:
    level, captioned, tables = 0, False, 0
    for block in blocks(made(filled(VARIANTS[0]), tmp_path / "full.docx")):
        if isinstance(block, Table):
            tables += 1
            assert captioned, "a table without a caption above it"
            header = block._tbl.tr_lst[0]
            assert header.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
            assert all(cell.text.strip() for row in block.rows for cell in row.cells)
            continue
        name = str(block.style.name) if block.style else ""
        captioned = name == "Table Caption"
        if name.startswith("Heading"):
            assert int(name[-1]) <= level + 1
            level = int(name[-1])
            assert level <= 3
    assert tables > 10


def test_figures_are_right_aligned_and_exactly_as_published(tmp_path: Path) -> None:
    rows = [
        {"name": name, "kind": "Parish", "measure": "ASB incidents", "count": count, "share": share}
        for name, count, share in (*FENLAND, *OTHERS)
    ]
    drafted = session(places__places=rows, about__period={"start": "2013-04", "end": "2014-03"})
    publish(drafted.outline, drafted.draft, tmp_path / "fenland.docx", "docx")
    table = next(
        block
        for block in blocks(tmp_path / "fenland.docx")
        if isinstance(block, Table) and block.rows[0].cells[0].text == "Place"
    )
    shown = [[cell.text for cell in row.cells] for row in table.rows]
    assert shown[1:6] == [[name, f"{count:,}", share] for name, count, share in (*FENLAND, *OTHERS)]
    assert shown[6][1] == "3,674"
    count = table.rows[1].cells[1].paragraphs[0]
    assert count.alignment == WD_ALIGN_PARAGRAPH.RIGHT


def test_properties_marking_and_footer_come_from_the_draft(tmp_path: Path) -> None:
    drafted = session(
        about__title="Assessment & review <2025>",
        about__partnership="Safer Northbridge",
        about__author="A. Marlowe",
        about__version="0.4",
        about__marking="OFFICIAL-SENSITIVE",
        about__versions=[{"version": "0.4", "date": "12 December 2025"}],
    )
    publish(drafted.outline, drafted.draft, tmp_path / "a.docx", "docx")
    document = Document(str(tmp_path / "a.docx"))
    properties = document.core_properties
    assert properties.title == "Assessment & review <2025>"
    assert properties.author == "A. Marlowe"
    assert "Safer Northbridge" in (properties.keywords or "")
    assert "SI 2007/1830" in (properties.subject or "")
    page = document.sections[-1]
    header = "".join(part.text or "" for part in page.header._element.iter(qn("w:t")))
    footer = "".join(part.text or "" for part in page.footer._element.iter(qn("w:t")))
    assert header == "OFFICIAL-SENSITIVE"
    assert "OFFICIAL-SENSITIVE" in footer
    assert "Assessment & review <2025>, version 0.4, draft" in footer
    assert "Version 0.4, 12 December 2025" in text(tmp_path / "a.docx")


@pytest.mark.parametrize("nasty", NASTY)
def test_hostile_text_arrives_as_typed_and_changes_nothing_around_it(nasty: str, tmp_path: Path) -> None:
    drafted = session(about__title=nasty, summary__decision=f"before {nasty}\n\nafter", equality__affected="the end")
    drafted.rename("summary", nasty)
    publish(drafted.outline, drafted.draft, tmp_path / "n.docx", "docx")
    found = text(tmp_path / "n.docx")
    assert "after" in found
    assert "the end" in found
    headings = [
        block.text
        for block in blocks(tmp_path / "n.docx")
        if isinstance(block, Paragraph) and block.style is not None and str(block.style.name) == "Heading 1"
    ]
    assert len(headings) == len(drafted.asked.sections) + 1
    for word in ("<ward name>", "3*4*5 = 60", "10^3^", "{{ 7 * 7 }}", "[/ risk [a[0]]", "<script>", "\\new"):
        assert word not in nasty or word in found


def test_a_final_document_says_nothing_of_drafts_and_has_no_holes_in_its_numbers(tmp_path: Path) -> None:
    full = finished()
    asked = Asked(full.outline, full.draft)
    assert is_final(asked, judge(asked)), judge(asked).errors
    shown = [line for line in render.markdown(full.outline, full.draft).splitlines() if re.match(r"## \d", line)]
    assert [int(line.split()[1]) for line in shown] == list(range(1, len(asked.sections) - 1))
    assert not any("Appendices" in line for line in shown)
    found = text(made(full, tmp_path / "final.docx"))
    assert "not yet final" not in found
    assert "not been written" not in found
    assert ", draft" not in found


def test_markdown_needs_no_pandoc_and_word_says_so_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> Path:
        raise ExportError("Pandoc is missing.", "Install it.")

    monkeypatch.setattr(export, "find_pandoc", gone)
    drafted = session(summary__decision="Decide.")
    publish(drafted.outline, drafted.draft, tmp_path / "a.md", "md")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == render.markdown(partnership(), drafted.draft)
    with pytest.raises(ExportError):
        publish(drafted.outline, drafted.draft, tmp_path / "a.docx", "docx")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("to", ["odt", "html"])
def test_the_other_formats_hold_every_answer_too(to: str, tmp_path: Path) -> None:
    full = filled(VARIANTS[0])
    publish(full.outline, full.draft, tmp_path / f"full.{to}", to)
    assert (tmp_path / f"full.{to}").stat().st_size > 10_000
    if to == "html":
        found = " ".join((tmp_path / "full.html").read_text(encoding="utf-8").split())
        assert [word for word in full.expected["levels.topics"] if word not in found] == []

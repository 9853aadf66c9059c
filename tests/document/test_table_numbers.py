"""Every table that the program makes is referred to by its number, and the number is right wherever it is read."""

import itertools
import re
from pathlib import Path

import pytest

from sa_wizard.document.publish import publish
from sa_wizard.document.word import W, opened
from sa_wizard.draft.draft import Draft
from tests.document.filled import VARIANTS, filled

FULL = filled(VARIANTS[0])
PARTS = ("", "board", "form", "check", "why", "changes", "about")
CAPTION = re.compile(r"^(?:\*\*)?Table (\d+): ", re.MULTILINE)
REFERENCE = re.compile(r"\bTable (\d+)\b(?!:)")


def turned_round() -> Draft:
    """The full draft with its sections in the opposite order, so that what refers to a table stands before it."""
    names = [section.id for section in FULL.outline.sections]
    return FULL.draft.with_order((names[0], *reversed(names[1:])))


@pytest.mark.parametrize("draft", [FULL.draft, turned_round()], ids=["as it is", "turned round"])
@pytest.mark.parametrize("name", PARTS)
def test_every_table_is_referred_to_and_nothing_else_is(name: str, draft: Draft, tmp_path: Path) -> None:
    publish(FULL.outline, draft, tmp_path / "x.md", "md", part=name)
    text = (tmp_path / "x.md").read_text(encoding="utf-8")
    captions = CAPTION.findall(text)
    assert captions or name in ("why",)
    assert len(captions) == len(set(captions))
    assert set(REFERENCE.findall(text)) == set(captions)
    above = [text[: found.start()].rstrip("\n").rpartition("\n")[2] for found in CAPTION.finditer(text)]
    assert [number for number, line in zip(captions, above, strict=True) if f"Table {number}" not in line] == []


def test_a_problem_is_referred_to_the_table_of_changes(tmp_path: Path) -> None:
    publish(FULL.outline, FULL.draft, tmp_path / "x.md", "md")
    text = (tmp_path / "x.md").read_text(encoding="utf-8")
    (number,) = re.findall(r"Table (\d+): Change by problem", text)
    assert f"See Table {number}." in text
    publish(FULL.outline, FULL.draft, tmp_path / "why.md", "md", part="why")
    assert "in the previous period" in (tmp_path / "why.md").read_text(encoding="utf-8")
    assert "See Table" not in (tmp_path / "why.md").read_text(encoding="utf-8")  # it is in another section


@pytest.mark.parametrize("name", PARTS)
def test_word_counts_the_tables_itself_and_comes_to_the_same(name: str, tmp_path: Path) -> None:
    """Read from the fields and bookmarks alone, as Word does when it brings them up to date."""
    publish(FULL.outline, FULL.draft, tmp_path / "x.docx", "docx", part=name)
    counted: dict[str, str] = {}
    told: list[tuple[str, str]] = []
    number = 0
    for paragraph in opened(tmp_path / "x.docx").body.iter(f"{W}p"):
        code = shown = bookmark = ""
        state = "text"
        for each in paragraph.iter():
            if each.tag == f"{W}bookmarkStart" and each.get(f"{W}name", "").startswith("_RefTable"):
                bookmark = each.get(f"{W}name", "")
            elif each.tag == f"{W}fldChar":
                state = each.get(f"{W}fldCharType", "")
                if state == "begin":
                    code = shown = ""
                elif state == "end" and code.split()[:2] == ["SEQ", "Table"]:
                    again = re.search(r"\\r (\d+)", code)
                    number = int(again[1]) if again else number + 1
                    assert shown == str(number)
                    counted[bookmark] = f"Table {number}"
                elif state == "end" and code.split()[:1] == ["REF"]:
                    told.append((code.split()[1], shown))
            elif each.tag == f"{W}instrText":
                code += each.text or ""
            elif each.tag == f"{W}t" and state == "separate":
                shown += each.text or ""
    assert [(mark, shown) for mark, shown in told if counted.get(mark) != shown] == []
    assert {mark for mark, _ in told} == set(counted)
    assert bool(counted) is (name != "why")


@pytest.mark.parametrize("name", ["", "board", "changes"])
def test_a_page_leads_to_the_table(name: str, tmp_path: Path) -> None:
    publish(FULL.outline, FULL.draft, tmp_path / "x.html", "html", part=name)
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    links = re.findall(r'<a href="#table-(\d+)">Table (\d+)</a>', page)
    captions = re.findall(r'<table id="table-(\d+)"[^>]*>\s*<caption>Table (\d+): ', page)
    assert links
    assert set(links) == set(captions)
    assert all(one == other for one, other in links)


def test_the_sentence_that_names_a_table_stays_on_its_page(tmp_path: Path) -> None:
    publish(FULL.outline, FULL.draft, tmp_path / "x.docx", "docx")
    word = opened(tmp_path / "x.docx")
    styles = [paragraph.style for paragraph in word.paragraphs if paragraph.table is None and paragraph.text]
    leads = {before for before, style in itertools.pairwise(styles) if style == "TableCaption"}
    assert leads == {"TableLead", "AfterTableorList"}
    assert word.styles["TableLead"].element.find(f"{W}pPr/{W}keepNext") is not None

"""What nobody should type, but somebody will: made whole in every format, or told in a sentence with the place."""

import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT

from sa_wizard.document.export import export
from sa_wizard.document.prose import prose
from sa_wizard.document.publish import publish
from tests.document.test_render import session

FORMATS = ("docx", "odt", "html", "pdf", "md")


def row(number: int, columns: int) -> str:
    return f"| {' | '.join(f'r{number}c{column}' for column in range(columns))} |"


def table(rows: int, columns: int) -> str:
    return "\n".join([row(0, columns), "|---" * columns + "|", *(row(number, columns) for number in range(1, rows))])


BAD = {
    "a table with uneven rows": "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 | 4 |\n| | |",
    "a table of 40 columns": table(6, 40),
    "a table of 5,000 rows": table(5_000, 3),
    "a cell of 20,000 characters": f"| a | b |\n|---|---|\n| {'word ' * 4_000}| x |",
    "a word of 20,000 characters": f"| a | b |\n|---|---|\n| {'w' * 20_000} | x |",
    "200 nested bullets": "\n".join(f"{'  ' * level}- level {level}" for level in range(200)),
    "headings": "# Heading typed\n\n###### six\n\nTitle\n====\n\nafter",
}


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("name", BAD)
def test_it_arrives_whole(name: str, to: str, tmp_path: Path) -> None:
    """The export proves by itself that every word is there, and raises when one is not."""
    drafted = session(why__overall=BAD[name], about__author="A. Analyst")
    made = publish(drafted.outline, drafted.draft, tmp_path / f"x.{to}", to)
    assert made.size > 1_000
    assert [each.name for each in tmp_path.iterdir()] == [f"x.{to}"]


def test_a_wide_table_stands_on_a_page_on_its_side_with_the_heading_above_it(tmp_path: Path) -> None:
    wide, narrow = prose(table(3, 14), 1), prose(table(3, 3), 1)
    markdown = f"# One {{#a}}\n\nbefore\n\n## Wide {{#b}}\n\n{wide}\n\n{wide}\n\n## After {{#c}}\n\n{narrow}\n"
    export(markdown, tmp_path / "x.docx", "docx", title="T", metadata={"author": "A"}, marking="OFFICIAL")
    document = docx.Document(str(tmp_path / "x.docx"))
    ways = [section.orientation for section in document.sections]
    assert ways == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    assert (document.sections[1].page_width or 0) > (document.sections[1].page_height or 0)
    for section in document.sections:
        assert "OFFICIAL" in "".join(
            text.text or "" for text in section.header._element.iter() if text.tag.endswith("}t")
        )
    with zipfile.ZipFile(tmp_path / "x.docx") as package:
        xml = package.read("word/document.xml").decode()
    assert xml.index("before") < xml.index("<w:sectPr") < xml.index("Wide") < xml.index('w:orient="landscape"')
    assert xml.index('w:orient="landscape"') < xml.index("After")
    assert "SaTurn" not in xml

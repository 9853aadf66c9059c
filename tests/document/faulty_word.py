"""A Word file that everyone can read, and one for each fault: the same file with one thing done wrong."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from sa_wizard.document.export import export

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_TEXT = """# First {#first}

An opening paragraph with [the statistics office](https://www.ons.gov.uk/) and [the first part](#first).

- one
- two

::: {#table-1 .captioned widths="50 50"}
Table 1: Counts

| Ward | Count |
|:-----|------:|
| Elm  | 120   |
| Ash  | 96    |
:::

Words below the table.

## Second

The end of it.
"""
_END = "<w:p><w:r><w:t>The last words.</w:t></w:r></w:p>"


def picture(descr: str, kind: str = "inline") -> str:
    """A paragraph with a picture, as far as a checker looks."""
    return (
        f'<w:p><w:r><w:drawing><wp:{kind} xmlns:wp="{_WP}"><wp:docPr id="7" name="Picture 7" descr="{descr}"/>'
        f"</wp:{kind}></w:drawing></w:r></w:p>"
    )


def paragraph(text: str, style: str = "BodyText", run: str = "") -> str:
    """A paragraph in a style."""
    letters = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{letters}<w:t>{text}</w:t></w:r></w:p>'


def link(text: str, where: str) -> str:
    """A paragraph with a link after a word."""
    return f"<w:p><w:r><w:t>See </w:t></w:r><w:hyperlink {where}><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:p>"


def table(*rows: str, header: bool = True) -> str:
    """A table from its rows."""
    head = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    inside = "".join(f"<w:tr>{head if not place else ''}{row}</w:tr>" for place, row in enumerate(rows))
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{inside}</w:tbl><w:p><w:r><w:t>Below.</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


TWO = cell("a") + cell("b")

ADDED: Mapping[str, str] = {
    "heading-skipped": paragraph("Too deep", "Heading4"),
    "heading-empty": paragraph("", "Heading2"),
    "heading-fake": paragraph("Looks like a heading", run="<w:b/>"),
    "empty-paragraph": '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>',
    "list-typed": paragraph("• typed bullet"),
    "table-header": table(TWO, TWO, header=False),
    "table-merged": table(TWO, cell("a", '<w:gridSpan w:val="2"/>')),
    "table-nested": table(TWO, cell("a") + f"<w:tc><w:tcPr/>{table(TWO, TWO)}</w:tc>"),
    "table-header-empty": table(cell("") + cell("b"), TWO),
    "table-empty": table(TWO, cell("") + cell("")),
    "table-layout": table(cell("framed")),
    "picture-alt": picture(""),
    "picture-alt-name": picture("chart_01.png"),
    "picture-alt-caption": picture("Burglary by month") + paragraph("Figure 1: Burglary by month", "ImageCaption"),
    "picture-alt-long": picture("A line that rises. " * 20),
    "picture-floats": picture("A line that rises", "anchor"),
    "link-empty": link("", 'w:anchor="first"'),
    "link-address": link("https://www.ons.gov.uk/a", 'w:anchor="first"'),
    "link-words": link("click here", 'w:anchor="first"'),
    "link-nowhere": link("the ninth part", 'w:anchor="ninth"'),
    "bookmark-twice": '<w:bookmarkStart w:id="990" w:name="first"/><w:bookmarkEnd w:id="990"/>',
    "language-run": paragraph("Llŷn", run='<w:lang w:val="Welsh!"/>'),
    "contrast": paragraph("pale", run='<w:color w:val="AAAAAA"/>'),
}
"""What is added at the end of the sound file, by the code of the fault it makes."""

CHANGED: Mapping[str, tuple[str, str, str]] = {
    "title": ("docProps/core.xml", "<dc:title>A sound file</dc:title>", "<dc:title></dc:title>"),
    "author": ("docProps/core.xml", "<dc:creator>A. Analyst</dc:creator>", ""),
    "language": ("word/styles.xml", 'w:val="en-GB"', 'w:val=""'),
    "no-headings": ("word/document.xml", 'w:val="Heading', 'w:val="Compact" w:was="'),
}
"""What is changed in the sound file: the part, what stood there, and what stands there instead."""


def sound(target: Path) -> Path:
    """The file in which nothing is wrong."""
    export(_TEXT, target, "docx", title="A sound file", metadata={"author": "A. Analyst"})
    return target


def damaged(code: str, good: Path, target: Path) -> Path:
    """The sound file with one fault."""
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            text = old.read(info)
            if info.filename == "word/document.xml" and code in ADDED:
                before, last, after = text.decode().rpartition("<w:sectPr")
                text = (before + ADDED[code] + _END + last + after).encode()
            if code in CHANGED and info.filename == CHANGED[code][0]:
                _, stood, stands = CHANGED[code]
                assert stood in text.decode()
                text = text.decode().replace(stood, stands).encode()
            if code == "no-headings" and info.filename == "word/document.xml":
                before, last, after = text.decode().rpartition("<w:sectPr")
                text = (before + 25 * paragraph("More words.") + last + after).encode()
            new.writestr(info, text)
    return target

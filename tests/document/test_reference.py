"""The styles a document borrows: readable, complete, and dressed with the marking of this assessment only."""

import io
import re
import runpy
import zipfile
from pathlib import Path

import docx
import pytest

from sa_wizard.document.export import export
from sa_wizard.document.pandoc import pandoc_version
from sa_wizard.document.reference import check_reference, dressed
from sa_wizard.errors import ExportError
from sa_wizard.folders import templates_dir
from tests.document.visible import part

SUPPLIED = templates_dir() / "word" / "reference.docx"
STYLES = part(SUPPLIED, "word/styles.xml")


def parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def bands(document: Path) -> list[str]:
    """The XML of every header and footer."""
    with zipfile.ZipFile(document) as package:
        names = [name for name in package.namelist() if re.match(r"word/[\w-]*(?:header|footer)\d*\.xml", name)]
    return [part(document, name) for name in names]


def saved(document: docx.document.Document, path: Path) -> Path:
    document.save(str(path))
    return path


# -- the styles supplied


def test_the_script_makes_the_file_that_is_kept() -> None:
    if pandoc_version() != "3.9":
        pytest.skip("the file was made from the reference document of Pandoc 3.9")
    script = runpy.run_path(str(SUPPLIED.with_name("make_reference.py")))
    assert parts(script["reference"]()) == parts(SUPPLIED.read_bytes())


USED = {
    *("Title", "Subtitle", "Author", "Date", "TOC Heading", "toc 1", "toc 2", "heading 1", "heading 2", "heading 3"),
    *("heading 4", "Body Text", "First Paragraph", "Compact", "Block Text", "Table", "Table Caption", "Table Note"),
    *("Marking", "Draft Notice", "Statutory Item", "Key Fact", "After Table or List", "Hyperlink", "header", "footer"),
}


@pytest.mark.parametrize("name", sorted(USED))
def test_it_has_every_style_that_documents_use(name: str) -> None:
    assert STYLES.count(f'<w:name w:val="{name}"/>') == 1


def test_every_colour_of_letters_stands_out_from_what_is_behind_it() -> None:
    """WCAG 2.2 AA: 4.5 to 1."""
    coloured = 0
    for style in re.findall(r"<w:style .*?</w:style>", STYLES, re.DOTALL):
        behind = [*re.findall(r'w:fill="([0-9A-F]{6})"', style), "FFFFFF"][0]
        for letters in re.findall(r'<w:color w:val="([0-9A-F]{6})"', style):
            assert _contrast(letters, behind) >= 4.5, style
            coloured += 1
    assert coloured > 15


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_page_is_a4_and_the_language_british() -> None:
    section = docx.Document(str(SUPPLIED)).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert 'w:lang w:val="en-GB"' in STYLES


# -- dressed for one document


def test_marking_and_footer_are_text_top_and_bottom(tmp_path: Path) -> None:
    made = dressed(SUPPLIED, 'OFFICIAL <&> "x"', "Safer Northbridge · version 1.0\nx", tmp_path / "made.docx")
    header, footer = bands(made)
    escaped = 'OFFICIAL &lt;&amp;&gt; "x"'
    assert header.count(escaped) == footer.count(escaped) == 1
    assert "Safer Northbridge · version 1.0 x" in footer
    assert "NUMPAGES" in footer
    assert "<w:sdt>" not in header + footer
    docx.Document(str(made))


def test_no_marking_leaves_no_line_for_it(tmp_path: Path) -> None:
    header, footer = bands(dressed(SUPPLIED, "", "", tmp_path / "made.docx"))
    assert header.count("<w:p") == 1
    assert "Marking" not in header + footer
    assert "Partnership, title" not in footer
    assert "NUMPAGES" in footer


def test_the_same_words_make_the_same_bytes(tmp_path: Path) -> None:
    one, other = (dressed(SUPPLIED, "OFFICIAL", "x", tmp_path / name) for name in ("one.docx", "other.docx"))
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("first_page_differs", [False, True])
def test_a_house_style_without_header_is_marked_on_every_page(tmp_path: Path, first_page_differs: bool) -> None:
    house = docx.Document()
    house.sections[0].different_first_page_header_footer = first_page_differs
    reference = saved(house, tmp_path / "house.docx")
    target = tmp_path / "made.docx"
    export("# One\n", target, "docx", title="T", metadata={}, reference=reference, marking="OFFICIAL", footer="Words")
    section = docx.Document(str(target)).sections[0]
    pages = [section.header, section.footer]
    pages += [section.first_page_header, section.first_page_footer] if first_page_differs else []
    assert [any("OFFICIAL" in line.text for line in page.paragraphs) for page in pages] == [True] * len(pages)


def test_a_house_style_keeps_its_own_header_and_gains_the_marking(tmp_path: Path) -> None:
    house = docx.Document()
    house.sections[0].header.paragraphs[0].text = "Northbridge Council"
    house.sections[0].footer.paragraphs[0].text = "www.northbridge.example"
    made = dressed(saved(house, tmp_path / "house.docx"), "OFFICIAL", "ours", tmp_path / "made.docx")
    section = docx.Document(str(made)).sections[0]
    assert [line.text for line in section.header.paragraphs] == ["OFFICIAL", "Northbridge Council"]
    assert [line.text for line in section.footer.paragraphs] == ["www.northbridge.example", "OFFICIAL"]


def test_a_house_style_without_marking_stays_as_it_is(tmp_path: Path) -> None:
    house = saved(docx.Document(), tmp_path / "house.docx")
    made, own = parts(dressed(house, "", "x", tmp_path / "made.docx").read_bytes()), parts(house.read_bytes())
    added, kept = made.pop("word/styles.xml"), own.pop("word/styles.xml")
    assert made == own
    assert added.startswith(kept.partition(b"</w:styles>")[0])  # its own styles as they were, before those it lacks


# -- what is no reference document


def test_a_missing_one_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"none\.docx does not exist"):
        check_reference(tmp_path / "none.docx")


@pytest.mark.parametrize("to", ["docx", "odt"])
@pytest.mark.parametrize("content", ["text", "zip"])
def test_another_kind_of_file_is_refused(tmp_path: Path, to: str, content: str) -> None:
    other = tmp_path / "other.docx"
    other.write_text("not a zip", encoding="utf-8")
    if content == "zip":
        with zipfile.ZipFile(other, "w") as package:
            package.writestr("hello.txt", "hello")
    with pytest.raises(ExportError, match="is not a") as caught:
        check_reference(other, to)
    assert caught.value.hint
    with pytest.raises(ExportError):
        dressed(other, "OFFICIAL", "", tmp_path / "made.docx")


def test_a_damaged_one_is_refused(tmp_path: Path) -> None:
    whole = bytearray(SUPPLIED.read_bytes())
    place = whole.find(b"word/header1.xml") + 60
    whole[place : place + 200] = b"\0" * 200
    damaged = tmp_path / "damaged.docx"
    damaged.write_bytes(whole)
    with pytest.raises(ExportError, match="damaged"):
        dressed(damaged, "OFFICIAL", "", tmp_path / "made.docx")

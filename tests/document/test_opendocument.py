"""OpenDocument in our own look: every style is there, the marking on every page, wide tables on their side."""

import html
import re
import runpy
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from sa_wizard.document.export import export
from sa_wizard.document.pandoc import find_pandoc, pandoc_version
from sa_wizard.document.prose import prose
from sa_wizard.document.publish import publish
from sa_wizard.draft.session import Session
from sa_wizard.folders import templates_dir
from tests.document.filled import VARIANTS, filled
from tests.document.test_reference import parts
from tests.document.visible import part

SUPPLIED = templates_dir() / "opendocument" / "reference.odt"
FULL = filled(VARIANTS[0])
WIDE = "\n".join(["| " + " | ".join(f"Heading {place}" for place in range(12)) + " |", "|" + "---|" * 12, "| 1 |"])
TEXT = f"""# A {{#a}}

Before [Table 1](#table-1).

# B {{#b}}

::: {{#table-1 .captioned}}
[Table 1](#table-1) is wide.

Table 1: Wide

{prose(WIDE)}
:::

- after

::: {{custom-style="Key Fact"}}
{prose('typed: text:style-name="Key Fact"')}
:::
"""


def test_the_script_makes_the_file_that_is_kept() -> None:
    if pandoc_version() != "3.9":
        pytest.skip("the file was made from the reference document of Pandoc 3.9")
    script = runpy.run_path(str(SUPPLIED.with_name("make_reference.py")))
    assert parts(script["reference"]()) == parts(SUPPLIED.read_bytes())
    assert script["reference"]() == script["reference"]()


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    target = tmp_path / "x.odt"
    export(TEXT, target, "odt", title="T", metadata={}, marking="OFFICIAL & more", footer="<Footer>")
    return target


def test_every_style_that_is_used_is_there(tmp_path: Path) -> None:
    publish(FULL.outline, FULL.draft, tmp_path / "x.odt", "odt")
    content, styles = part(tmp_path / "x.odt", "content.xml"), part(tmp_path / "x.odt", "styles.xml")
    used = set(re.findall(r'<(?:text:(?:p|h|span|a)|table:table[\w-]*) [^>]*?style-name="([^"]+)"', content))
    defined = set(re.findall(r'style:name="([^"]+)"', content + styles))
    assert used - defined == set()
    assert {"Key_20_Fact", "Statutory_20_Item", "TableCaption", "Contents_20_2", "After_20_Table_20_or_20_List"} <= used
    assert not re.search(r"<text:p [^>]*/>|<text:p [^>]*></text:p>", content.partition("<office:body>")[2])


def test_marking_and_footer_are_on_upright_pages_and_those_on_their_side(wide: Path) -> None:
    styles = part(wide, "styles.xml")
    masters = re.findall(r"<style:master-page .*?</style:master-page>", styles, re.DOTALL)
    assert len(masters) == 2
    for master in masters:
        header, footer = master.split("<style:footer>")
        assert "OFFICIAL &amp; more" in header
        assert "OFFICIAL &amp; more" in footer
        assert "&lt;Footer&gt;" in footer
        assert "<text:page-number" in footer
        assert "<text:page-count>" in footer
    assert "OFFICIAL" not in part(wide, "content.xml")


def test_without_a_marking_no_line_is_left_for_it(tmp_path: Path) -> None:
    export("x", tmp_path / "x.odt", "odt", title="T", metadata={})
    masters = part(tmp_path / "x.odt", "styles.xml").partition("<office:master-styles>")[2]
    assert "sa-" not in masters
    assert "Marking" not in masters


def test_a_wide_table_turns_the_page_and_what_follows_turns_it_back(wide: Path) -> None:
    content = part(wide, "content.xml")
    pages = dict(re.findall(r'style:name="(SaPage\d)" [^>]*style:master-page-name="(\w+)"', content))
    body = content.partition("<office:body>")[2]
    turns = [
        (words, pages[style]) for style, words in re.findall(r'style-name="(SaPage\d)"[^>]*>(?:<[^>]*>)?(\w+)', body)
    ]
    assert turns == [("B", "Landscape"), ("after", "Standard")]


def test_a_reference_is_a_field_that_leads_to_its_caption(wide: Path) -> None:
    content = part(wide, "content.xml")
    field = '<text:bookmark-ref text:reference-format="text" text:ref-name="table-1">Table 1</text:bookmark-ref>'
    assert content.count(field) == 2
    assert content.count('<text:bookmark-start text:name="table-1"/>Table 1<text:bookmark-end') == 1


def test_what_is_typed_like_a_style_is_left_alone(wide: Path) -> None:
    assert 'typed: text:style-name="Key Fact"' in html.unescape(part(wide, "content.xml"))


def test_the_contents_lead_to_every_heading_and_its_page(tmp_path: Path) -> None:
    publish(FULL.outline, FULL.draft, tmp_path / "x.odt", "odt")
    content = part(tmp_path / "x.odt", "content.xml")
    contents = content.partition("</text:table-of-content>")[0]
    pages = re.findall(r'<text:bookmark-ref text:reference-format="page" text:ref-name="([^"]+)"', contents)
    assert len(pages) > 50
    assert set(pages) <= set(re.findall(r'<text:bookmark-start text:name="([^"]+)"', content))


def test_the_same_draft_makes_the_same_bytes_and_the_kind_of_file_comes_first(tmp_path: Path) -> None:
    for name in ("a", "b"):
        publish(FULL.outline, FULL.draft, tmp_path / f"{name}.odt", "odt")
    assert (tmp_path / "a.odt").read_bytes() == (tmp_path / "b.odt").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.odt") as package:
        first = package.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_in_styles_of_their_own_the_marking_stands_in_the_text(tmp_path: Path) -> None:
    """Their headers are theirs, and their pages may not lie on their side."""
    own = tmp_path / "own.odt"
    command = [str(find_pandoc()), "--print-default-data-file", "reference.odt"]
    own.write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
    session = Session(tmp_path / "x.sa.json", FULL.outline, FULL.draft)
    session.set("about.marking", "OFFICIAL")
    publish(FULL.outline, session.draft, tmp_path / "x.odt", "odt", reference=own)
    content = part(tmp_path / "x.odt", "content.xml")
    assert content.count(">OFFICIAL</text:p>") >= 2
    assert "Landscape" not in content
    assert 'text:style-name="Sa' not in content.partition("<office:body>")[2].replace("SaPage", "")


@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice and poppler")
def test_libreoffice_turns_the_page_and_prints_the_marking(wide: Path, tmp_path: Path) -> None:
    home = f"-env:UserInstallation=file://{tmp_path / 'office'}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(wide)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    sizes = subprocess.run(["pdfinfo", "-l", "9", str(tmp_path / "x.pdf")], check=True, capture_output=True).stdout
    wide_pages = [float(w) > float(h) for w, h in re.findall(rb"size:\s+([\d.]+) x ([\d.]+)", sizes)]
    assert wide_pages == [False, True, False]
    text = subprocess.run(["pdftotext", str(tmp_path / "x.pdf"), "-"], check=True, capture_output=True).stdout.decode()
    assert text.count("OFFICIAL & MORE") == 6
    assert "Page 2 of 3" in text

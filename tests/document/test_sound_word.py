"""Word opens what is exported without repairing it, as far as anybody can tell who has no Word.

``SA_WIZARD_OOXML_SCHEMAS`` may name a folder with the transitional schemas of ECMA-376 (``wml.xsd`` and those it
imports); then every file is held to them as well.
"""

import os
import re
import shutil
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from lxml import etree

from sa_wizard.document.export import export
from sa_wizard.document.logo import Logo
from sa_wizard.document.prose import prose
from sa_wizard.document.publish import publish
from sa_wizard.draft.store import load
from sa_wizard.folders import templates_dir
from tests.document.filled import VARIANTS, filled
from tests.document.sound_word import unsound
from tests.document.test_proof import corpus

SCHEMAS = os.environ.get("SA_WIZARD_OOXML_SCHEMAS", "")
FULL = filled(VARIANTS[0])
WIDE = "\n".join(["| " + " | ".join(f"Heading {place}" for place in range(12)) + " |", "|" + "---|" * 12, "| 1 |"])
NESTED = "\n".join("  " * deep + "- deep" for deep in range(9)) + "\n\n1. one\n2. two\n\nbetween\n\n9) nine\n10) ten"


def _part(name: str) -> Callable[[Path], None]:
    return lambda path: void(publish(FULL.outline, FULL.draft, path, "docx", part=name))


def _example(path: Path) -> None:
    publish(FULL.outline, load(templates_dir() / "examples" / "partnership.sa.json")[1], path, "docx")


def _awkward(path: Path) -> None:
    text, _ = corpus()
    export(text, path, "docx", title="Awkward", metadata={"author": "A", "keywords": "a, b"}, marking="M", footer="F")


def _wide(path: Path) -> None:
    picture = Logo(_png(20, 8), ".png", 6, 2.4, "Logo of it")
    text = f"# A {{#a}}\n\n{prose(WIDE)}\n\nwords\n\n# B {{#b}}\n\n{prose(WIDE)}\n\n{prose(WIDE)}\n\n{prose(NESTED)}"
    export(text, path, "docx", title="Wide", metadata={"author": "A"}, marking="M", footer="F", logo=picture)


MADE: dict[str, Callable[[Path], None]] = {
    "the example": _example,
    "everything": _part(""),
    "the form": _part("form"),
    "the board": _part("board"),
    "the check": _part("check"),
    "a section": _part("places"),
    "the corpus": _awkward,
    "wide tables, lists and a logo": _wide,
}


def void(_: object) -> None:
    """Take a value and give none."""


def _png(wide: int, high: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\x1b\x36\x5d" * wide) * high)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("name", MADE)
def test_nothing_in_it_has_to_be_repaired(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    MADE[name](path)
    assert unsound(path) == []
    assert len(docx.Document(str(path)).paragraphs) > 3


def test_nor_in_the_styles_supplied() -> None:
    assert unsound(templates_dir() / "word" / "reference.docx") == []


D = "word/document.xml"
DAMAGES = [
    (D, '<w:pStyle w:val="Heading1" />', '<w:spacing w:before="0"/><w:pStyle w:val="Heading1" />', "in pPr"),
    (D, "<w:keepNext />|<w:pageBreakBefore/>", "<w:pageBreakBefore/><w:pageBreakBefore/>", "two pageBreakBefore"),
    (D, '<w:tblStyle w:val="Table" />(<w:tblW [^>]*/>)', r'\1<w:tblStyle w:val="Table" />', "in tblPr"),
    (D, '<w:tblStyle w:val="Table" />', '<w:tblStyle w:val="Tabel" />', "no style Tabel"),
    (D, "(<w:pgSz [^>]*/>)(\\s*)(<w:pgMar [^>]*/>)", r"\3\2\1", "in sectPr"),
    (D, 'w:gutter="0"', "", "lacks gutter"),
    (D, 'w:name="_RefTable2"', 'w:name="_RefTable1"', "_RefTable1 is there twice"),
    (D, '<w:bookmarkEnd w:id="1000001"/>', "", "1000001 does not begin and end"),
    (D, 'w:id="1000002"', 'w:id="1000001"', "1000001 is there twice"),
    (D, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", "a field does not end"),
    (D, r"<w:p>(?:(?!</w:p>).)*</w:p></w:tc>", "</w:tc>", "tc ends with"),
    (D, '<w:headerReference r:id="[^"]*"', '<w:headerReference r:id="rId999"', "no relationship rId999"),
    (D, "</w:body>", "", "is no XML"),
    ("word/styles.xml", '<w:basedOn w:val="Normal" ?/>', '<w:basedOn w:val="Norma"/>', "no style Norma"),
    ("word/styles.xml", "(<w:qFormat ?/>\\s*)(<w:pPr>.*?</w:pPr>)", r"\2\1", "in style"),
    ("word/_rels/document.xml.rels", 'Target="styles.xml"', 'Target="style.xml"', "style.xml is not there"),
    ("[Content_Types].xml", '<Default [^>]*Extension="rels"[^>]*/>', "", "has no content type"),
]


@pytest.mark.parametrize(("part", "old", "new", "told"), DAMAGES)
def test_a_damaged_file_is_found_out(part: str, old: str, new: str, told: str, tmp_path: Path) -> None:
    """Each with one thing done wrong that Word would stumble over."""
    sound, damaged = tmp_path / "sound.docx", tmp_path / "damaged.docx"
    publish(FULL.outline, FULL.draft, sound, "docx", part="about")
    with zipfile.ZipFile(sound) as package, zipfile.ZipFile(damaged, "w") as out:
        for name in package.namelist():
            content = package.read(name)
            if name == part:
                changed, count = re.subn(old, new, content.decode(), count=1, flags=re.DOTALL)
                assert count == 1
                content = changed.encode()
            out.writestr(name, content)
    assert [each for each in unsound(damaged) if told in each]


@pytest.mark.skipif(not SCHEMAS, reason="SA_WIZARD_OOXML_SCHEMAS names no folder with the schemas of ECMA-376")
@pytest.mark.parametrize("name", MADE)
def test_it_is_valid_by_the_transitional_schemas(name: str, tmp_path: Path) -> None:
    schema = _schema(tmp_path)
    MADE[name](tmp_path / "x.docx")
    told = []
    with zipfile.ZipFile(tmp_path / "x.docx") as package:
        for part in package.namelist():
            if re.fullmatch(
                r"word/(?:document|styles|settings|numbering|footnotes|comments|header\d*|footer\d*)\.xml", part
            ):
                schema.validate(_known(package.read(part)))
                told += [f"{part}: {error.message}" for error in schema.error_log]
    assert told == []


def _known(content: bytes) -> "etree._ElementTree[etree._Element]":
    """A part without what it says may be ignored, as a reader sees it who knows nothing but the standard."""
    root = etree.fromstring(content)
    mark = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
    ignored = tuple(f"{{{root.nsmap[prefix]}}}" for prefix in str(root.attrib.pop(mark, "")).split())
    for element in list(root.iter()):
        for name in [name for name in element.attrib if str(name).startswith(ignored)] if ignored else []:
            del element.attrib[name]
    return root.getroottree()


def _schema(folder: Path) -> etree.XMLSchema:
    """The schemas, with the attributes of XML itself, which they import from nowhere in particular."""
    own = folder / "schemas"
    shutil.copytree(SCHEMAS, own)
    space = '<attribute name="space" type="NCName"/><attribute name="lang" type="language"/>'
    uri = "http://www.w3.org/XML/1998/namespace"
    (own / "xml.xsd").write_text(
        f'<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="{uri}">{space}</schema>', encoding="utf-8"
    )
    for each in own.glob("*.xsd"):
        text = each.read_text(encoding="utf-8")
        bare = f'import namespace="{uri}"/>'
        each.write_text(text.replace(bare, f'{bare[:-2]} schemaLocation="xml.xsd"/>'), encoding="utf-8")
    return etree.XMLSchema(etree.parse(str(own / "wml.xsd")))

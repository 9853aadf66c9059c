"""Reference documents from elsewhere: nothing in them is fetched or run, here or by whoever opens the assessment."""

import io
import os
import re
import struct
import subprocess
import zipfile
from pathlib import Path

import pytest

from sa_wizard.document import foreign
from sa_wizard.document.export import export
from sa_wizard.document.pandoc import find_pandoc
from sa_wizard.document.reference import check_reference, dressed, tamed
from sa_wizard.errors import ExportError
from sa_wizard.folders import templates_dir
from tests.limits import tried

SUPPLIED = templates_dir() / "word" / "reference.docx"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
EVIL = "https://evil.example/x"


def unpacked(package: Path) -> dict[str, bytes]:
    """Every part of a package."""
    with zipfile.ZipFile(package) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(parts: dict[str, bytes], path: Path) -> Path:
    """A package of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def links(*each: tuple[str, str]) -> bytes:
    """The links of a part to things outside the file: kind and target of each."""
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{TYPES}/{kind}" Target="{target}" TargetMode="External"/>'
        for number, (kind, target) in enumerate(each, 1)
    )
    return f'<Relationships xmlns="{foreign._RELATIONS}">{made}</Relationships>'.encode()


def word(path: Path, **changes: bytes) -> Path:
    """The supplied reference document with other parts: ``header1_xml`` stands for ``word/header1.xml``."""
    return packed({**unpacked(SUPPLIED), **changes}, path)


def header(inside: str) -> dict[str, bytes]:
    """The header with something more in it."""
    given = unpacked(SUPPLIED)["word/header1.xml"].decode("utf-8")
    return {"word/header1.xml": given.replace("</w:hdr>", f"{inside}</w:hdr>").encode()}


def run(inside: str) -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r>{inside}</w:r></w:p>"


def field(*pieces: str) -> str:
    """A field whose code is in so many pieces."""
    code = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"<w:p>{begin}{code}{end}</w:p>"


def refusal(path: Path, to: str = "docx") -> str:
    """The sentence with which a reference document is refused; nothing is made."""
    target = path.with_name(f"made.{to}")
    with pytest.raises(ExportError) as refused:
        export("# A\n", target, to, title="T", metadata={}, reference=path)
    assert refused.value.hint
    assert not target.exists()
    assert refused.value.sentence.startswith(f"The reference document {path} ")
    return refused.value.sentence


# -- Word


def test_the_template_it_was_made_from_is_dropped_with_its_link(tmp_path: Path) -> None:
    settings = unpacked(SUPPLIED)["word/settings.xml"].decode("utf-8")
    named = settings.replace("</w:settings>", f'<w:attachedTemplate xmlns:r="{TYPES}" r:id="rId1"/></w:settings>')
    changes = {
        "word/settings.xml": named.encode(),
        "word/_rels/settings.xml.rels": links(("attachedTemplate", f"{EVIL}.dotm")),
        "word/_rels/document.xml.rels": unpacked(SUPPLIED)["word/_rels/document.xml.rels"].replace(
            b"</Relationships>", links(("image", EVIL)).split(b">", 1)[1]
        ),
        "word/_rels/footnotes.xml.rels": links(("image", EVIL), ("hyperlink", "file:///etc/passwd")),
        "word/vbaProject.bin": b"macro",
    }
    target = tmp_path / "made.docx"
    export("# A\n", target, "docx", title="T", metadata={}, reference=word(tmp_path / "house.docx", **changes))
    made = unpacked(target)
    assert not [name for name, content in made.items() if b"evil" in content or b"passwd" in content]
    assert b"attachedTemplate" not in made["word/settings.xml"]
    assert not [name for name in made if "vba" in name]


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", EVIL),
        ("image", "file://server/share/x.png"),
        ("image", "..\\x.png"),
        ("oleObject", EVIL),
        ("frame", EVIL),
        ("subDocument", EVIL),
        ("hyperlink", "file:///etc/passwd"),
        ("hyperlink", "javascript:x"),
        ("hyperlink", "\\\\server\\share"),
    ],
)
@pytest.mark.parametrize("band", ["header1", "footer1"])
def test_a_header_that_links_out_of_the_file_is_refused(tmp_path: Path, band: str, kind: str, target: str) -> None:
    told = refusal(word(tmp_path / "house.docx", **{f"word/_rels/{band}.xml.rels": links((kind, target))}))
    assert f"fetches something for word/_rels/{band}.xml.rels ({target})" in told


def test_a_link_that_only_says_it_is_inside_is_none(tmp_path: Path) -> None:
    said = links(("image", EVIL)).replace(b"External", b"Internal")
    assert EVIL in refusal(word(tmp_path / "house.docx", **{"word/_rels/header1.xml.rels": said}))


def test_a_header_may_have_a_web_address_to_follow(tmp_path: Path) -> None:
    allowed = links(("hyperlink", "https://northbridge.example/a?b&amp;c"), ("hyperlink", "mailto:a@b.example"))
    made = unpacked(
        dressed(word(tmp_path / "house.docx", **{"word/_rels/header1.xml.rels": allowed}), "", "", tmp_path / "x.docx")
    )
    assert made["word/_rels/header1.xml.rels"] == allowed


@pytest.mark.parametrize(
    "code",
    [
        *(
            'INCLUDEPICTURE "https://evil.example/x.png" \\d',
            "includetext /etc/passwd",
            "DDE cmd x",
            "DDEAUTO c:\\cmd x",
        ),
        *("LINK Excel.Sheet x", "IMPORT x", "DATABASE x", "QUOTE 68 68 69", "MACROBUTTON x", "AUTOTEXT x", "RD x"),
        *("EMBED x", "ASK x", "FILLIN x", "GOTOBUTTON x", "ADVANCE x", "NOTAFIELD"),
    ],
)
def test_a_header_with_a_field_that_fetches_or_runs_is_refused(tmp_path: Path, code: str) -> None:
    name = code.split(maxsplit=1)[0].upper()
    told = f"has a field in word/header1.xml that may fetch or run something ({name})"
    half = len(name) // 2
    escaped = code.replace('"', "&quot;")
    nested = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{escaped}</w:instrText></w:r>'
    for number, inside in enumerate(
        (
            field(code),
            field(f" {code[:half]}", code[half:]),
            f'<w:p><w:fldSimple w:instr=" {escaped}"/></w:p>',
            field("IF ", f"</w:instrText></w:r>{nested}<w:r><w:instrText>", " = 1 x"),
            run(f"<w:instrText>{code}</w:instrText>"),
            run(f'<x:instrText xmlns:x="{W}">{code}</x:instrText>'),
            run(f"<w:delInstrText>{code}</w:delInstrText>"),
        )
    ):
        assert told in refusal(word(tmp_path / f"{number}.docx", **header(inside)))


@pytest.mark.parametrize("code", ["PAGE", " page \\* MERGEFORMAT", "NUMPAGES", "= 1 + 2", 'STYLEREF "Heading 1"', ""])
def test_a_header_with_a_field_that_only_tells_is_kept(tmp_path: Path, code: str) -> None:
    house = word(tmp_path / "house.docx", **header(field(code)))
    made = unpacked(dressed(house, "", "", tmp_path / "x.docx"))["word/header1.xml"].decode("utf-8")
    assert f">{code}</w:instrText>" in made


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        (run('<w:object xmlns:o="urn:schemas-microsoft-com:office:office"/>'), "runs something from word/header1.xml"),
        (
            run('<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/>'),
            "runs something from word/header1.xml (OLEObject)",
        ),
        (run("<w:control/>"), "runs something from word/header1.xml (control)"),
        ("<w:altChunk/>", "runs something from word/header1.xml (altChunk)"),
        (
            run(f'<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="{EVIL}"/>'),
            f"fetches something for word/header1.xml ({EVIL})",
        ),
        (run('<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="\\\\server\\x"/>'), "(\\\\server\\x)"),
        (run('<v:shape xmlns:v="urn:schemas-microsoft-com:vml" href="file:///x"/>'), "(file:///x)"),
    ],
)
def test_a_header_with_something_that_runs_is_refused(tmp_path: Path, inside: str, told: str) -> None:
    found = refusal(word(tmp_path / "house.docx", **header(inside)))
    assert told in found


@pytest.mark.parametrize("name", ["mailMerge", "saveThroughXslt", "attachedTemplate"])
def test_settings_that_name_another_file_are_refused(tmp_path: Path, name: str) -> None:
    settings = unpacked(SUPPLIED)["word/settings.xml"].decode("utf-8")
    changed = settings.replace("</w:settings>", f"<w:{name}><w:x/></w:{name}></w:settings>")
    told = refusal(word(tmp_path / "house.docx", **{"word/settings.xml": changed.encode()}))
    assert f"names another file in its settings ({name})" in told


@pytest.mark.parametrize("name", ["word/header1.xml", "word/settings.xml", "word/_rels/document.xml.rels"])
def test_entities_are_refused_before_any_is_followed(tmp_path: Path, name: str) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    part = unpacked(SUPPLIED)[name].decode("utf-8")
    changed = re.sub(r"(<\?xml[^>]*\?>)?", lambda found: found[0] + laughs, part, count=1)
    assert "declares entities of its own" in refusal(word(tmp_path / "house.docx", **{name: changed.encode()}))


def test_the_document_that_is_supplied_is_as_it_was(tmp_path: Path) -> None:
    parts = unpacked(SUPPLIED)
    kept = dict(parts)
    foreign.tamed_word(kept, SUPPLIED)
    assert kept == parts


# -- OpenDocument


@pytest.fixture(scope="module")
def odt(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The parts of Pandoc's own reference document."""
    path = tmp_path_factory.mktemp("odt") / "reference.odt"
    command = [str(find_pandoc()), f"--output={path}", "--print-default-data-file=reference.odt"]
    subprocess.run(command, check=True)
    return unpacked(path)


def test_an_open_document_gives_its_styles_and_pictures_and_nothing_that_runs(
    tmp_path: Path, odt: dict[str, bytes]
) -> None:
    more = {
        "Basic/Standard/Module1.xml": b"macro",
        "Scripts/python/x.py": b"macro",
        "Object 1/content.xml": b"object",
        "Configurations2/accelerator/current.xml": b"keys",
        "Pictures/logo.png": b"logo",
        "Pictures/../x": b"out",
    }
    target = tmp_path / "made.odt"
    house = packed({**odt, **more}, tmp_path / "house.odt")
    export("# A\n", target, "odt", title="T", metadata={}, reference=house)
    made = unpacked(target)
    assert made["Pictures/logo.png"] == b"logo"
    assert not {*more} & {*made} - {"Pictures/logo.png"}
    assert b"Module1" not in made["META-INF/manifest.xml"]


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        (f'<draw:image xlink:href="{EVIL}"/>', f"fetches something for its headers or styles ({EVIL})"),
        ('<draw:image xlink:href="file:///etc/passwd"/>', "(file:///etc/passwd)"),
        ('<draw:image xlink:href="../../x.png"/>', "(../../x.png)"),
        ('<text:a xlink:href="javascript:x"/>', "(javascript:x)"),
        ('<draw:object xlink:href="./Object 1"/>', "runs something from its headers or styles (object)"),
        ("<draw:plugin/>", "(plugin)"),
        ('<x:event-listener xmlns:x="urn:oasis:names:tc:opendocument:xmlns:script:1.0"/>', "(event-listener)"),
        ("<text:dde-connection-decl/>", "(dde-connection-decl)"),
    ],
)
def test_an_open_document_that_fetches_or_runs_is_refused(
    tmp_path: Path, odt: dict[str, bytes], inside: str, told: str
) -> None:
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
        for name, urn in (("draw", "drawing"), ("text", "text"))
    )
    styles = odt["styles.xml"].decode("utf-8")
    added = f'<x{names} xmlns:xlink="http://www.w3.org/1999/xlink">{inside}</x>'
    changed = styles.replace("</office:document-styles>", f"{added}</office:document-styles>")
    assert changed != styles
    assert told in refusal(packed({**odt, "styles.xml": changed.encode()}, tmp_path / "house.odt"), "odt")


# -- size


def bomb(path: Path, name: str, size: int) -> Path:
    """A small file that unpacks into much."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package, package.open(name, "w", force_zip64=True) as part:
        for _ in range(size // 1_000_000):
            part.write(b" " * 1_000_000)
    return path


@pytest.mark.skipif(os.name == "nt", reason="the system sets the limits of the process")
def test_a_file_that_unpacks_into_more_than_memory_holds_is_not_unpacked(tmp_path: Path) -> None:
    for to, styles in (("docx", "word/styles.xml"), ("odt", "styles.xml")):
        path = bomb(tmp_path / f"bomb.{to}", styles, 600_000_000 if to == "docx" else 200_000_000)
        call = f"reference.{'dressed(path, str(), str(), path)' if to == 'docx' else 'tamed(path, path)'}"
        told = tried("from sa_wizard.document import reference", call, path)
        assert told == "The reference document FILE unpacks into more than 100 MB, so it was not opened."


@pytest.mark.skipif(os.name == "nt", reason="the system sets the limits of the process")
def test_a_file_of_a_million_parts_or_of_great_size_is_not_opened(tmp_path: Path) -> None:
    call = "reference.check_reference(path)"
    many = tmp_path / "many.docx"
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\1\2", 20, 3, 20, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    count = 600_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, len(entry) * count, 0, 0)
    many.write_bytes(entry * count + end)
    told = tried("from sa_wizard.document import reference", call, many)
    assert told == "The reference document FILE has more than 2,000 parts, so it was not opened."
    great = tmp_path / "great.docx"
    with great.open("wb") as file:
        file.truncate(200_000_000)
    told = tried("from sa_wizard.document import reference", call, great)
    assert told == "The reference document FILE is larger than 30 MB, so it was not opened."


def test_a_part_that_lies_about_its_size_is_damage(tmp_path: Path) -> None:
    made = bytearray(SUPPLIED.read_bytes())
    at = made.rfind(b"PK\1\2", 0, made.rfind(b"word/styles.xml"))
    made[at + 24 : at + 28] = struct.pack("<L", 10)
    (tmp_path / "lies.docx").write_bytes(made)
    with pytest.raises(ExportError, match="is not a Word"):
        check_reference(tmp_path / "lies.docx")


@pytest.mark.skipif(os.name == "nt", reason="pipes are a Unix matter")
def test_a_pipe_is_no_reference_document(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.docx")
    with pytest.raises(ExportError, match="does not exist"):
        check_reference(tmp_path / "pipe.docx")
    with pytest.raises(ExportError, match="does not exist"):
        tamed(tmp_path / "pipe.docx", tmp_path / "x")


def test_a_header_of_a_hundred_megabytes_takes_no_memory_to_look_at(tmp_path: Path) -> None:
    inside = "<w:p/>" * 3_000_000
    path = packed({**unpacked(SUPPLIED), **header(inside)}, tmp_path / "x.docx")
    parts, _ = foreign.unpacked(path)
    foreign.tamed_word(parts, path)
    assert io.BytesIO(parts["word/header1.xml"]).getbuffer().nbytes > 18_000_000

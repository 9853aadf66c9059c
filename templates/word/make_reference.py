"""Makes reference.docx, the Word styles of every document: change it here, run it, look at the pages, commit both.

    python templates/word/make_reference.py

It starts from Pandoc's own reference document, so that every style Pandoc writes is there, and replaces what a board
would see. Needs python-docx (for tests and development only). The same script gives the same bytes.
"""

import io
import subprocess
import zipfile
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import pypandoc
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

TARGET = Path(__file__).with_name("reference.docx")

FONT = "Arial"  # on every Windows machine; LibreOffice puts Liberation Sans, of the same widths, in its place
NAVY = "1B365D"  # headings: 12.2:1 on white, 10.3:1 on a header row
SLATE = "44546A"  # 7.6:1 on white
GREY = "595959"  # 7.0:1 on white
LINK = "1F4E9E"  # 8.1:1 on white
PALE = "E6ECF4"  # header rows and key facts
LINE = "B4C0D0"  # grid lines
AMBER, CREAM, BROWN = "C77700", "FFF6E0", "5C3A00"  # a draft's notice: brown is 9.6:1 on cream

TEXT_WIDTH = Cm(16).twips  # A4 less two margins of 2.5 cm
W = nsdecls("w")


@dataclass(frozen=True)
class Style:
    """A paragraph style: Word's name and id for it, and the XML of its paragraph and letter properties."""

    name: str
    id: str
    paragraph: str = ""
    letters: str = ""
    base: str = "Normal"
    follow: str = ""
    custom: bool = False


def letters(
    size: float = 0, colour: str = "", *, bold: bool = False, italic: bool = False, capitals: bool = False
) -> str:
    """Letter properties in the order the schema wants; the size in points."""
    marks = (("<w:b/><w:bCs/>", bold), ("<w:i/><w:iCs/>", italic), ("<w:caps/>", capitals))
    out = "".join(xml for xml, wanted in marks if wanted)
    out += f'<w:color w:val="{colour}"/>' if colour else ""
    return out + (f'<w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="{size * 2:.0f}"/>' if size else "")


def space(before: float, after: float, line: float = 0) -> str:
    """Space above and below in points, and between lines as a multiple."""
    between = f' w:line="{line * 240:.0f}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}"{between}/>'


def border(**edges: tuple[float, int, str]) -> str:
    """Lines round a paragraph: for each edge its thickness and distance in points, and its colour."""
    lines = (
        f'<w:{edge} w:val="single" w:sz="{points * 8:.0f}" w:space="{away}" w:color="{colour}"/>'
        for edge, (points, away, colour) in edges.items()
    )
    return f"<w:pBdr>{''.join(lines)}</w:pBdr>"


def panel(edge: str, fill: str) -> str:
    """A shaded paragraph with a thick left edge; lines of its own colour give it air above and below."""
    lines = border(top=(0.5, 5, fill), left=(4.5, 8, edge), bottom=(0.5, 5, fill))
    return f'{lines}<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def indent(left: float, right: float = 0) -> str:
    """Indents in centimetres."""
    return f'<w:ind w:left="{Cm(left).twips}" w:right="{Cm(right).twips}"/>'


def right_tab(leader: str = "none") -> str:
    """One tab at the right margin."""
    return f'<w:tabs><w:tab w:val="right" w:leader="{leader}" w:pos="{TEXT_WIDTH}"/></w:tabs>'


KEEP = "<w:keepNext/><w:keepLines/>"
NEW_PAGE = "<w:pageBreakBefore/>"


def heading(level: int, size: float, before: float, after: float, colour: str = NAVY) -> Style:
    """A built-in heading, kept with what follows and known to Word's navigation; a line under the highest."""
    line = border(bottom=(1, 4, LINE)) if level == 1 else ""
    paragraph = f'{KEEP}{line}{space(before, after)}<w:outlineLvl w:val="{level - 1}"/>'
    look = letters(size, colour, bold=True, italic=level > 4)
    return Style(f"heading {level}", f"Heading{level}", paragraph, look, follow="BodyText")


STYLES = (
    # words
    Style("Body Text", "BodyText", space(0, 8)),
    Style("First Paragraph", "FirstParagraph", space(0, 8), base="BodyText", follow="BodyText", custom=True),
    Style("After Table or List", "AfterTableorList", space(9, 8), base="BodyText", follow="BodyText", custom=True),
    Style("Compact", "Compact", space(2, 2), base="BodyText", custom=True),
    Style(
        "Block Text",
        "BlockText",
        border(left=(2, 8, LINE)) + space(4, 8) + indent(0.8, 0.8),
        letters(0, SLATE),
        "BodyText",
    ),
    # headings
    heading(1, 20, 30, 10),
    heading(2, 14.5, 20, 6),
    heading(3, 12, 16, 4),
    heading(4, 11, 12, 3, SLATE),
    *(heading(level, 11, 10, 3, SLATE) for level in range(5, 10)),
    # cover and contents
    Style(
        "Title",
        "Title",
        border(top=(4.5, 16, NAVY)) + space(110, 10, 1.05),
        letters(30, NAVY, bold=True),
        follow="Subtitle",
    ),
    Style("Subtitle", "Subtitle", space(0, 24), letters(16, SLATE), follow="Author"),
    Style("Author", "Author", space(0, 4), letters(12, bold=True), custom=True),
    Style("Date", "Date", space(0, 4), letters(12)),
    Style("Cover Logo", "CoverLogo", space(42, 0), custom=True),
    Style("TOC Heading", "TOCHeading", KEEP + NEW_PAGE + space(0, 12), letters(20, NAVY, bold=True), follow="BodyText"),
    Style("toc 1", "TOC1", right_tab("dot") + space(4, 1, 1) + indent(0, 0.8), letters(10, bold=True)),
    Style("toc 2", "TOC2", right_tab("dot") + space(0, 1, 1) + indent(0.6, 0.8), letters(10)),
    Style("toc 3", "TOC3", right_tab("dot") + space(0, 1, 1) + indent(1.2, 0.8), letters(10)),
    # named in the Markdown as custom-style
    Style(
        "Marking", "Marking", space(0, 0) + '<w:jc w:val="center"/>', letters(11, bold=True, capitals=True), custom=True
    ),
    Style(
        "Draft Notice",
        "DraftNotice",
        panel(AMBER, CREAM) + space(10, 10) + indent(0.3, 0.3),
        letters(0, BROWN, bold=True),
        "BodyText",
        custom=True,
    ),
    Style("Statutory Item", "StatutoryItem", KEEP + space(0, 8), letters(9, GREY), follow="BodyText", custom=True),
    Style(
        "Key Fact",
        "KeyFact",
        panel(NAVY, PALE) + space(8, 12) + indent(0.3, 0.3),
        letters(12, NAVY),
        "BodyText",
        custom=True,
    ),
    # tables
    Style("Table Lead", "TableLead", "<w:keepNext/>" + space(0, 8), base="BodyText", custom=True),
    Style("Caption", "Caption", space(0, 6), letters(10)),
    Style("Table Caption", "TableCaption", KEEP + space(12, 4), letters(10, NAVY, bold=True), "Caption", custom=True),
    Style("Image Caption", "ImageCaption", space(4, 12), letters(10, NAVY, bold=True), "Caption", custom=True),
    Style("Table Note", "TableNote", space(4, 12), letters(9, GREY), "BodyText", "BodyText", custom=True),
    # every page
    Style("header", "Header", space(0, 0), letters(9, GREY)),
    Style("footer", "Footer", border(top=(0.5, 6, LINE)) + right_tab() + space(0, 4), letters(9, GREY)),
)


def main() -> None:
    """Write reference.docx beside this file."""
    TARGET.write_bytes(reference())
    print(f"Wrote {TARGET.name}, {TARGET.stat().st_size:,} bytes.")


def reference() -> bytes:
    """The reference document."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    document = Document(io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout))
    _set_defaults(document)
    for style in STYLES:
        _set_style(document, style)
    _set_links(document)
    _set_table(document)
    _set_page(document)
    _set_layout(document)
    _set_specimen(document)
    return _packed(document)


def _set_defaults(document: WordDocument) -> None:
    """Arial 11 point, British English, lines a little apart, no widows or orphans."""
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    language = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    lines = '<w:widowControl/><w:spacing w:after="0" w:line="271" w:lineRule="auto"/>'
    defaults = (
        f"<w:docDefaults {W}><w:rPrDefault><w:rPr>{fonts}{letters(11)}{language}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{lines}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    styles = document.styles.element
    styles.replace(styles.find(qn("w:docDefaults")), parse_xml(defaults))


def _set_style(document: WordDocument, style: Style) -> None:
    """Replace the style of that id, or add it; letters linked to it (for runs) follow."""
    styles = document.styles.element
    old = styles.find(f'{qn("w:style")}[@{qn("w:styleId")}="{style.id}"]')
    link = old.find(qn("w:link")) if old is not None else None
    custom = ' w:customStyle="1"' if style.custom else ""
    follow = f'<w:next w:val="{style.follow}"/>' if style.follow else ""
    new = parse_xml(
        f'<w:style {W} w:type="paragraph"{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.base}"/>{follow}<w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:pPr>{style.paragraph}</w:pPr><w:rPr>{style.letters}</w:rPr></w:style>"
    )
    if old is None:
        styles.append(new)
        return
    styles.replace(old, new)
    twin = styles.find(f'{qn("w:style")}[@{qn("w:styleId")}="{style.id}Char"]')
    if link is not None and twin is not None:
        new.find(qn("w:uiPriority")).addprevious(link)
        for letter in twin.findall(qn("w:rPr")):
            twin.remove(letter)
        twin.append(deepcopy(new.find(qn("w:rPr"))))


def _set_links(document: WordDocument) -> None:
    style = document.styles["Hyperlink"].element
    for old in style.findall(qn("w:rPr")):
        style.remove(old)
    style.append(parse_xml(f'<w:rPr {W}><w:color w:val="{LINK}"/><w:u w:val="single"/></w:rPr>'))


_NORMAL_TABLE = (
    f'<w:style {W} w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
"""What Pandoc bases its tables on and leaves out."""


def _set_table(document: WordDocument) -> None:
    """A light grid; the header row shaded, bold and repeated; rows that do not break across pages."""
    style = document.styles["Table"].element
    style.addprevious(parse_xml(_NORMAL_TABLE))
    for child in list(style):
        if child.tag in {qn(f"w:{name}") for name in ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")}:
            style.remove(child)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{edge} w:w="{width}" w:type="dxa"/>'
        for edge, width in (("top", 20), ("left", 100), ("bottom", 20), ("right", 100))
    )
    head = (
        f'<w:tblStylePr {W} w:type="firstRow"><w:pPr><w:keepNext/></w:pPr><w:rPr>{letters(0, NAVY, bold=True)}</w:rPr>'
        "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        f'<w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="{NAVY}"/></w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    grid = f'<w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>'
    for xml in (
        f"<w:pPr {W}>{space(0, 0, 1.05)}</w:pPr>",
        f"<w:rPr {W}>{letters(9.5)}</w:rPr>",
        f"<w:tblPr {W}>{grid}</w:tblPr>",
        f"<w:trPr {W}><w:cantSplit/></w:trPr>",
        head,
    ):
        style.append(parse_xml(xml))


def _set_page(document: WordDocument) -> None:
    """A4, margins of 2.5 cm; the marking above and below, the footer's words at the left and the page at the right."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    section.header_distance = section.footer_distance = Cm(1.1)
    section.gutter = Cm(0)  # the schema asks for it
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    marking = '<w:p><w:pPr><w:pStyle w:val="Marking"/></w:pPr><w:r><w:t>Marking</w:t></w:r></w:p>'
    words = _control("sa-footer", "<w:r><w:t>Partnership, title and version</w:t></w:r>")
    pages = "".join(
        f'<w:r><w:t xml:space="preserve">{before}</w:t></w:r>'
        f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        for before, code in (("Page ", "PAGE"), (" of ", "NUMPAGES"))
    )
    line = f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{words}<w:r><w:tab/></w:r>{pages}</w:p>'
    for band, xml in ((section.header, ""), (section.footer, line)):
        element = band._element  # python-docx has no other way to a content control
        for child in list(element):
            element.remove(child)
        for child in list(parse_xml(f"<w:body {W}>{xml}{_control('sa-marking', marking)}</w:body>")):
            element.append(child)


def _control(tag: str, content: str) -> str:
    """A content control: Word shows it as a place to fill in, and the exporter finds it by its tag."""
    name = f'<w:alias w:val="{tag}"/><w:tag w:val="{tag}"/>'
    return f"<w:sdt><w:sdtPr>{name}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _set_layout(document: WordDocument) -> None:
    """Layout as in Word 2013 and later; without this Word opens the file in compatibility mode."""
    settings = document.settings.element
    modern = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    settings.find(qn("w:rsids")).addprevious(parse_xml(f"<w:compat {W}>{modern}</w:compat>"))
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), "en-GB")


def _set_specimen(document: WordDocument) -> None:
    """One line in each style, to look at in Word; Pandoc does not copy it."""
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    for style in STYLES:
        if style.id not in {"Header", "Footer"}:
            words = f"<w:r><w:t>{style.name}</w:t></w:r>"
            line = f'<w:p {W}><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>{words}</w:p>'
            body[-1].addprevious(parse_xml(line))
    document.core_properties.title = "Styles for strategic assessments"


def _packed(document: WordDocument) -> bytes:
    """The file with fixed dates, so that it changes only when the styles do."""
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in made.namelist():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), made.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    main()

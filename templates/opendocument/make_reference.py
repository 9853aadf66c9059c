"""Makes reference.odt, the OpenDocument styles of documents: change it here, run it, look at the pages, commit both.

    python templates/opendocument/make_reference.py

It starts from Pandoc's own reference document, so that every style Pandoc writes is there, and replaces what a board
would see. The colours and sizes are those of the Word styles. Needs lxml (for tests and development only). The same
script gives the same bytes.
"""

import io
import subprocess
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pypandoc
from lxml import etree

TARGET = Path(__file__).with_name("reference.odt")

FONT = "Arial"
NAVY, SLATE, GREY, LINK = "#1b365d", "#44546a", "#595959", "#1f4e9e"
PALE, LINE = "#e6ecf4", "#b4c0d0"
AMBER, CREAM, BROWN = "#c77700", "#fff6e0", "#5c3a00"

PORTRAIT, LANDSCAPE = ("21cm", "29.7cm"), ("29.7cm", "21cm")
MARGIN, BAND = 2.5, 1.1
"""Centimetres: round the text, and from the edge of the page to its header and footer."""

Attributes = dict[str, str]


@dataclass(frozen=True)
class Style:
    """A paragraph style: its name as people read it, its properties, and what it is based on."""

    name: str
    paragraph: Attributes = field(default_factory=dict)
    letters: Attributes = field(default_factory=dict)
    base: str = "Standard"
    follow: str = ""
    level: int = 0
    tabs: tuple[tuple[str, str], ...] = ()
    """Where tabs stop at the right, and what leads there."""
    id: str = ""
    """The name in the file, where Pandoc's own is not the usual one."""


def space(before: float, after: float, line: float = 1.13) -> Attributes:
    """Space above and below in points, and between lines as a multiple."""
    return {
        "fo:margin-top": f"{before}pt",
        "fo:margin-bottom": f"{after}pt",
        "fo:line-height": f"{line:.0%}",
        "style:contextual-spacing": "false",
    }


def letters(size: float = 0, colour: str = "", *, bold: bool = False, italic: bool = False) -> Attributes:
    """Letter properties, for every kind of script."""
    out: Attributes = {"fo:color": colour} if colour else {}
    for suffix in ("", "-asian", "-complex"):
        prefix = "style" if suffix else "fo"
        out |= {f"{prefix}:font-size{suffix}": f"{size}pt"} if size else {}
        out[f"{prefix}:font-weight{suffix}"] = "bold" if bold else "normal"
        out[f"{prefix}:font-style{suffix}"] = "italic" if italic else "normal"
    return out


def indent(left: float, right: float = 0) -> Attributes:
    """Indents in centimetres."""
    return {"fo:margin-left": f"{left}cm", "fo:margin-right": f"{right}cm", "fo:text-indent": "0cm"}


def panel(edge: str, fill: str) -> Attributes:
    """A shaded paragraph with a thick left edge."""
    return {
        "fo:background-color": fill,
        "fo:border-left": f"4.5pt solid {edge}",
        "fo:border-top": f"0.5pt solid {fill}",
        "fo:border-bottom": f"0.5pt solid {fill}",
        "fo:border-right": "none",
        "fo:padding-left": "8pt",
        "fo:padding-top": "5pt",
        "fo:padding-bottom": "5pt",
        "fo:padding-right": "4pt",
    }


KEEP = {"fo:keep-with-next": "always", "fo:keep-together": "always"}
NEW_PAGE = {"fo:break-before": "page"}
WHOLE = {"fo:widows": "2", "fo:orphans": "2"}


def heading(level: int, size: float, before: float, after: float, colour: str = NAVY) -> Style:
    """A heading that the navigator knows, kept with what follows; a line under the highest."""
    line = {"fo:border-bottom": f"1pt solid {LINE}", "fo:padding-bottom": "4pt"} if level == 1 else {}
    look = letters(size, colour, bold=True, italic=level > 4)
    return Style(f"Heading {level}", KEEP | space(before, after, 1.05) | line, look, "Heading", "Text body", level)


TEXT_WIDTH = "16cm"
STYLES = (
    # words
    Style("Text body", space(0, 8) | WHOLE),
    Style("First paragraph", space(0, 8) | WHOLE, base="Text body", follow="Text body"),
    Style("After Table or List", space(9, 8) | WHOLE, base="Text body", follow="Text body"),
    Style("Quotations", space(4, 8) | indent(0.8, 0.8), letters(0, SLATE), "Text body"),
    # headings
    Style("Heading", KEEP | space(12, 4)),
    heading(1, 20, 30, 10),
    heading(2, 14.5, 20, 6),
    heading(3, 12, 16, 4),
    heading(4, 11, 12, 3, SLATE),
    *(heading(level, 11, 10, 3, SLATE) for level in range(5, 10)),
    # cover and contents
    Style(
        "Title",
        space(110, 10, 1.05) | {"fo:border-top": f"4.5pt solid {NAVY}", "fo:padding-top": "16pt"},
        letters(30, NAVY, bold=True),
        follow="Subtitle",
    ),
    Style("Subtitle", space(0, 24), letters(16, SLATE)),
    Style("Author", space(0, 4), letters(12, bold=True)),
    Style("Date", space(0, 4), letters(12)),
    Style("Cover Logo", space(42, 0)),
    Style("Contents Heading", KEEP | NEW_PAGE | space(0, 12), letters(20, NAVY, bold=True), follow="Text body"),
    Style("Contents 1", space(4, 1, 1) | indent(0, 0.8), letters(10, bold=True), tabs=((TEXT_WIDTH, "dotted"),)),
    Style("Contents 2", space(0, 1, 1) | indent(0.6, 0.8), letters(10), tabs=(("15.4cm", "dotted"),)),
    # named in the Markdown as custom-style
    Style(
        "Marking",
        space(0, 0, 1) | {"fo:text-align": "center"},
        letters(11, bold=True) | {"fo:text-transform": "uppercase"},
    ),
    Style("Draft Notice", panel(AMBER, CREAM) | space(10, 10) | indent(0.3, 0.3), letters(0, BROWN, bold=True)),
    Style("Statutory Item", KEEP | space(0, 8), letters(9, GREY), follow="Text body"),
    Style("Key Fact", panel(NAVY, PALE) | space(8, 12) | indent(0.3, 0.3), letters(12, NAVY)),
    # tables
    Style("Table Lead", {"fo:keep-with-next": "always"} | space(0, 8), base="Text body"),
    Style("Caption", space(0, 6), letters(10)),
    Style("Table Caption", KEEP | space(12, 4), letters(10, NAVY, bold=True), "Caption", id="TableCaption"),
    Style("Figure Caption", space(4, 12), letters(10, NAVY, bold=True), "Caption", id="FigureCaption"),
    Style("Table Note", space(4, 12), letters(9, GREY), follow="Text body"),
    Style("Table Contents", space(0, 0, 1.05) | indent(0), letters(9.5)),
    Style("Table Heading", space(0, 0, 1.05) | indent(0), letters(9.5, NAVY, bold=True), "Table Contents"),
    # every page
    Style("Header", space(0, 0, 1), letters(9, GREY)),
    Style(
        "Footer",
        space(0, 4, 1) | {"fo:border-top": f"0.5pt solid {LINE}", "fo:padding-top": "6pt"},
        letters(9, GREY),
        tabs=((TEXT_WIDTH, "none"),),
    ),
    Style("Footer Landscape", {}, {}, "Footer", tabs=(("24.7cm", "none"),)),
)


def main() -> None:
    """Write reference.odt beside this file."""
    TARGET.write_bytes(reference())
    print(f"Wrote {TARGET.name}, {TARGET.stat().st_size:,} bytes.")


def reference() -> bytes:
    """The reference document."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.odt"]
    made = io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout)
    out = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w") as package:
        for name in source.namelist():
            content = source.read(name)
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            package.writestr(info, _styled(content) if name == "styles.xml" else content, kind)
    return out.getvalue()


def _styled(content: bytes) -> bytes:
    root = etree.fromstring(content)
    names = root.nsmap
    fonts, styles = (root.find(f"office:{name}", names) for name in ("font-face-decls", "styles"))
    fonts.append(_element(names, "style:font-face", {"style:name": FONT, "svg:font-family": FONT}))
    for old in fonts.findall(f"style:font-face[@style:name='{FONT}']", names)[:-1]:
        fonts.remove(old)
    _set_defaults(styles, names)
    for style in STYLES:
        _set_style(styles, names, style)
    _set_links(styles, names)
    _set_pages(root, names)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _set_defaults(styles: etree._Element, names: dict[str, str]) -> None:
    """Arial 11 point and British English, whatever a style does not say."""
    default = styles.find("style:default-style[@style:family='paragraph']/style:text-properties", names)
    face = {f"style:font-name{suffix}": FONT for suffix in ("", "-asian", "-complex")}
    size = {f"{'style' if suffix else 'fo'}:font-size{suffix}": "11pt" for suffix in ("", "-asian", "-complex")}
    _set(default, names, face | size | {"fo:language": "en", "fo:country": "GB"})


def _set_style(styles: etree._Element, names: dict[str, str], style: Style) -> None:
    name = style.id or _id(style.name)
    base = next((each.id for each in STYLES if each.name == style.base and each.id), _id(style.base))
    attributes = {"style:name": name, "style:display-name": style.name, "style:family": "paragraph"}
    attributes |= {"style:parent-style-name": base}
    attributes |= {"style:next-style-name": _id(style.follow)} if style.follow else {}
    attributes |= {"style:default-outline-level": str(style.level)} if style.level else {}
    made = _element(names, "style:style", attributes)
    paragraph = _element(names, "style:paragraph-properties", style.paragraph)
    if style.tabs:
        stops = _element(names, "style:tab-stops", {})
        for place, leader in style.tabs:
            lead = {"style:leader-style": "dotted", "style:leader-text": "."} if leader == "dotted" else {}
            stops.append(_element(names, "style:tab-stop", {"style:position": place, "style:type": "right", **lead}))
        paragraph.append(stops)
    made.append(paragraph)
    made.append(_element(names, "style:text-properties", style.letters))
    old = styles.find(f"style:style[@style:name='{name}']", names)
    if old is None:
        last = styles.findall("style:style", names)[-1]
        last.addnext(made)
    else:
        styles.replace(old, made)


def _set_links(styles: etree._Element, names: dict[str, str]) -> None:
    """Links in the text look like links; those of the contents do not."""
    link = styles.find("style:style[@style:name='Internet_20_link']", names)
    letters_of = link.find("style:text-properties", names)
    letters_of.attrib.clear()
    _set(letters_of, names, {"fo:color": LINK, "style:text-underline-style": "solid"})
    plain = {"style:name": "Index_20_Link", "style:display-name": "Index Link", "style:family": "text"}
    link.addnext(_element(names, "style:style", plain))


def _set_pages(root: etree._Element, names: dict[str, str]) -> None:
    """A4 upright and on its side: the marking above and below, the footer's words left, the page right."""
    automatic, masters = (root.find(f"office:{name}", names) for name in ("automatic-styles", "master-styles"))
    for parent in (automatic, masters):
        for child in list(parent):
            parent.remove(child)
    pages = (("Standard", "Upright", PORTRAIT, "Footer"), ("Landscape", "Sideways", LANDSCAPE, "Footer_20_Landscape"))
    for name, layout, (width, height), footer in pages:
        automatic.append(_layout(names, layout, width, height))
        master = _element(names, "style:master-page", {"style:name": name, "style:page-layout-name": layout})
        marking = '<text:p text:style-name="Marking">sa-marking</text:p>'
        words = (
            f'<text:p text:style-name="{footer}">sa-footer<text:tab/>Page <text:page-number '
            'text:select-page="current">1</text:page-number> of <text:page-count>1</text:page-count></text:p>'
        )
        for band, inside in (("header", marking), ("footer", words + marking)):
            master.append(_read(names, f"<style:{band}>{inside}</style:{band}>"))
        masters.append(master)


def _layout(names: dict[str, str], name: str, width: str, height: str) -> etree._Element:
    """A page: its margins reach to the header and footer, which have the rest of the room to the text."""
    room = f"{MARGIN - BAND}cm"
    page = {"fo:page-width": width, "fo:page-height": height, "style:num-format": "1", "style:writing-mode": "lr-tb"}
    page |= {"fo:margin-top": f"{BAND}cm", "fo:margin-bottom": f"{BAND}cm"}
    page |= {"fo:margin-left": f"{MARGIN}cm", "fo:margin-right": f"{MARGIN}cm"}
    page |= {"style:print-orientation": "landscape" if name == "Sideways" else "portrait"}
    made = _element(names, "style:page-layout", {"style:name": name})
    made.append(_element(names, "style:page-layout-properties", page))
    for band, side in (("header", "bottom"), ("footer", "top")):
        style = _element(names, f"style:{band}-style", {})
        inside = {"fo:min-height": room, f"fo:margin-{side}": "0.4cm", "style:dynamic-spacing": "true"}
        style.append(_element(names, "style:header-footer-properties", inside))
        made.append(style)
    return made


def _id(name: str) -> str:
    """The name of a style as the file has it."""
    return name.replace(" ", "_20_")


def _element(names: dict[str, str], tag: str, attributes: Attributes) -> etree._Element:
    prefix, _, local = tag.partition(":")
    made = etree.Element(f"{{{names[prefix]}}}{local}", nsmap=names)
    _set(made, names, attributes)
    return made


def _set(element: etree._Element, names: dict[str, str], attributes: Attributes) -> None:
    for name, value in attributes.items():
        prefix, _, local = name.partition(":")
        element.set(f"{{{names[prefix]}}}{local}", value)


def _read(names: dict[str, str], xml: str) -> etree._Element:
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in names.items() if prefix)
    return etree.fromstring(f"<root {declared}>{xml}</root>")[0]


if __name__ == "__main__":
    main()

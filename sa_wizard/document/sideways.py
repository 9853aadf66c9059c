"""Pages of a Word file that lie on their side, for tables too wide to stand: sections where pandoc.lua put a mark.

They have the headers and footers of the others, whose right end is put where the wider page ends.
"""

import re

_TURN = '<w:p><w:pPr><w:pStyle w:val="SaTurn"/></w:pPr></w:p>'
_TURN_BACK = '<w:p><w:pPr><w:pStyle w:val="SaTurnBack"/></w:pPr></w:p>'
_LAST_SECTION = re.compile(r"<w:sectPr(?: [^>]*)?>(?:(?!<w:sectPr).)*</w:sectPr>(?=\s*</w:body>)", re.DOTALL)
_PAGE_SIZE = re.compile(r"<w:pgSz [^>]*/>")
_MARGINS = re.compile(r"(?<=<w:pgMar )[^>]*(?=/>)")
_FOOTER = re.compile(r'<w:footerReference r:id="(?P<id>[^"]+)"')
_FOOTER_LINE = '<w:pStyle w:val="Footer"/></w:pPr>'
_LINKS, _KINDS = "word/_rels/document.xml.rels", "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FOOTER_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_UPRIGHT_TAB = 9071
"""Where the footer of the styles supplied has its right end, in twentieths of a point: 16 cm (make_reference.py)."""


def turned(text: str, parts: dict[str, bytes]) -> str:
    """The document with its sections; footers that they need are added to ``parts``.

    The paragraph that ends a section takes no room of its own.
    """
    if _TURN not in text:
        return text
    last = _LAST_SECTION.search(text)
    if last is None:  # a reference document without a page of its own: Word's usual page stays
        return text.replace(_TURN, "").replace(_TURN_BACK, "")
    upright = last[0]
    on_its_side = _with_footers(_on_its_side(upright), parts)
    return text.replace(_TURN, _section_end(upright)).replace(_TURN_BACK, _section_end(on_its_side))


def _section_end(section: str) -> str:
    small = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f'<w:p><w:pPr>{small}<w:rPr><w:sz w:val="2"/></w:rPr>{section}</w:pPr></w:p>'


def _on_its_side(section: str) -> str:
    size = _PAGE_SIZE.search(section)
    sides = _numbers(size[0]) if size else {}
    short, long = sorted((sides.get("w", 11906), sides.get("h", 16838)))
    turned = f'<w:pgSz w:w="{long}" w:h="{short}" w:orient="landscape"/>'
    if size:
        return section.replace(size[0], turned)
    return section.replace("<w:pgMar", f"{turned}<w:pgMar", 1)


def _with_footers(section: str, parts: dict[str, bytes]) -> str:
    """A section on its side with footers that reach to its right margin, where they are made as ours are."""
    size, margins = _PAGE_SIZE.search(section), _MARGINS.search(section)
    beyond = _numbers(margins[0]) if margins else {}
    wide = _numbers(size[0])["w"] - beyond.get("left", 1417) - beyond.get("right", 1417) if size else 0
    tabs = f'<w:tabs><w:tab w:val="clear" w:pos="{_UPRIGHT_TAB}"/><w:tab w:val="right" w:pos="{wide}"/></w:tabs>'
    wider = _FOOTER_LINE.replace("</w:pPr>", f"{tabs}</w:pPr>")

    def footer(found: re.Match[str]) -> str:
        target = _target(parts, found["id"])
        text = parts.get(f"word/{target}", b"").decode("utf-8")
        if _FOOTER_LINE not in text or f"word/_rels/{target}.rels" in parts:  # somebody's own, or with a picture
            return found[0]
        name = target.replace(".xml", "-sideways.xml")
        parts[f"word/{name}"] = text.replace(_FOOTER_LINE, wider).encode("utf-8")
        link = f'<Relationship Id="{found["id"]}Sideways" Target="{name}" Type="{_OFFICE}/footer"/></Relationships>'
        kind = f'<Override PartName="/word/{name}" ContentType="{_FOOTER_KIND}"/></Types>'
        parts[_LINKS] = parts[_LINKS].replace(b"</Relationships>", link.encode("utf-8"))
        parts[_KINDS] = parts[_KINDS].replace(b"</Types>", kind.encode("utf-8"))
        return f'<w:footerReference r:id="{found["id"]}Sideways"'

    return _FOOTER.sub(footer, section)


def _target(parts: dict[str, bytes], link: str) -> str:
    """The part that a relationship of the text leads to."""
    for each in re.findall(r"<Relationship [^>]*>", parts[_LINKS].decode("utf-8")):
        if f'Id="{link}"' in each:
            found = re.search(r'Target="([^"]*)"', each)
            return found[1] if found else ""
    return ""


def _numbers(xml: str) -> dict[str, int]:
    return {name: int(value) for name, value in re.findall(r'w:(\w+)="(\d+)"', xml)}

"""What Word would repair in a file, or refuse: looked for by a reader that knows nothing of how ours are made.

The orders are those of ECMA-376, part 1, transitional: Word calls a file damaged whose properties stand in another.
"""

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _in_order(words: str) -> tuple[str, ...]:
    return tuple(words.split())


ORDERS: Mapping[str, Sequence[str]] = {
    "pPr": _in_order(
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
        "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
        "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
        "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": _in_order(
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
        "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
        "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
    ),
    "tblPr": _in_order(
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
        "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "tcPr": _in_order(
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers"
    ),
    "sectPr": _in_order(
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
        "printerSettings sectPrChange"
    ),
    "style": _in_order(
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
        "locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "lvl": _in_order("start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
}
_EITHER = {"sectPr": {"footerReference": "headerReference"}}
"""Headers and footers may alternate."""

_NEEDED = {"pgMar": ("top", "right", "bottom", "left", "header", "footer", "gutter")}
_LAST = {"tc": "p"}
"""A cell must end with a paragraph."""


def unsound(path: Path) -> list[str]:
    """All that is wrong with a Word file, a line each; none for a sound one."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        twice = [f"{name} is there twice" for name, count in Counter(names).items() if count > 1]
        parts = {name: package.read(name) for name in dict.fromkeys(names)}
    trees: dict[str, etree._Element] = {}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = etree.fromstring(content)
            except etree.XMLSyntaxError as error:
                twice.append(f"{name} is no XML: {error}")
    if twice or "[Content_Types].xml" not in trees or "word/document.xml" not in trees:
        return twice or ["a part that every Word file has is not there"]
    found = [_kinds(trees["[Content_Types].xml"], parts), _links(trees, parts), _references(trees)]
    found += [_ids(trees["word/document.xml"])]
    found += [_order(name, tree) for name, tree in trees.items() if name.startswith("word/")]
    return [each for told in found for each in told]


def _kinds(tree: etree._Element, parts: Mapping[str, bytes]) -> Iterator[str]:
    """Every part has a content type, and every content type a part."""
    endings = {each.get("Extension", "").lower() for each in tree.iter(f"{{{_PACKAGE}/content-types}}Default")}
    own = [each.get("PartName", "").lstrip("/") for each in tree.iter(f"{{{_PACKAGE}/content-types}}Override")]
    for name in parts:
        if name != "[Content_Types].xml" and name not in own and name.rpartition(".")[2].lower() not in endings:
            yield f"{name} has no content type"
    yield from (f"the content type of {name} has no part" for name in own if name not in parts)
    yield from (f"{name} has two content types" for name, count in Counter(own).items() if count > 1)


def _links(trees: Mapping[str, etree._Element], parts: Mapping[str, bytes]) -> Iterator[str]:
    """Every relationship leads to a part, and every id that is used is a relationship."""
    for name, tree in trees.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            ids = Counter(each.get("Id") for each in tree)
            yield from (f"{name}: {each} is there twice" for each, count in ids.items() if count > 1)
            for each in tree:
                target = each.get("Target", "")
                inside = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
                if each.get("TargetMode") != "External" and inside.lstrip("/") not in parts:
                    yield f"{name}: {target} is not there"
            continue
        rels = trees.get(f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels".lstrip("/"))
        known = {each.get("Id") for each in rels} if rels is not None else set()
        used = {value for each in tree.iter() for key, value in each.attrib.items() if str(key).startswith(f"{{{_R}}}")}
        yield from (f"{name}: no relationship {each}" for each in sorted(map(str, used)) if each and each not in known)


def _references(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    """Every style and every list that is named is there."""
    styles = {each.get(_w("styleId")) for each in trees["word/styles.xml"].iter(_w("style"))}
    numbering = trees.get("word/numbering.xml")
    numbers = {each.get(_w("numId")) for each in numbering.iter(_w("num"))} if numbering is not None else set()
    for name, tree in trees.items():
        if not re.match(r"word/(?:document|styles|header|footer|footnotes|comments)\w*\.xml", name):
            continue
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
            wanted = {each.get(_w("val")) for each in tree.iter(_w(tag))}
            yield from (f"{name}: no style {each}" for each in sorted(map(str, wanted - styles)))
        listed = {each.get(_w("val")) for each in tree.iter(_w("numId"))} - {"0"}
        yield from (f"{name}: no list {each}" for each in sorted(map(str, listed - numbers)))


def _ids(tree: etree._Element) -> Iterator[str]:
    """Bookmarks have ids and names of their own, and end; pictures have ids of their own; fields end."""
    begun = Counter(each.get(_w("id")) for each in tree.iter(_w("bookmarkStart")))
    ended = Counter(each.get(_w("id")) for each in tree.iter(_w("bookmarkEnd")))
    names = Counter(each.get(_w("name")) for each in tree.iter(_w("bookmarkStart")))
    pictures = Counter(each.get("id") for each in tree.iter("{*}docPr"))
    for what, counted in (("bookmark", begun), ("bookmark", names), ("picture", pictures)):
        yield from (f"{what} {each} is there twice" for each, count in counted.items() if count > 1)
    yield from (f"bookmark {each} does not begin and end" for each in set(begun) ^ set(ended))
    depth = 0
    for each in tree.iter(_w("fldChar")):
        depth += {"begin": 1, "end": -1}.get(each.get(_w("fldCharType"), ""), 0)
        if depth < 0:
            yield "a field ends that did not begin"
    if depth:
        yield "a field does not end"


def _order(name: str, tree: etree._Element) -> Iterator[str]:
    """What stands in an element stands in the order that Word wants, and is whole."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or not element.tag.startswith(f"{{{W}}}"):
            continue
        local = etree.QName(element).localname
        children = [etree.QName(each).localname for each in element if isinstance(each.tag, str)]
        if local in ORDERS:
            same = _EITHER.get(local, {})
            own = [same.get(each, each) for each in children if etree.QName(element).namespace == W]
            places = [ORDERS[local].index(each) if each in ORDERS[local] else -1 for each in own]
            known = [place for place in places if place >= 0]
            if known != sorted(known):
                yield f"{name}: in {local}: {' '.join(children)}"
            single = Counter(each for each in own if each not in ("headerReference", "tblStylePr"))
            yield from (f"{name}: {local} has two {each}" for each, count in single.items() if count > 1)
            yield from (
                f"{name}: {local} knows no {each}" for each, place in zip(own, places, strict=True) if place < 0
            )
        if local in _LAST and children[-1:] != [_LAST[local]]:
            yield f"{name}: {local} ends with {children[-1:]}"
        for attribute in _NEEDED.get(local, ()):
            if element.get(_w(attribute)) is None:
                yield f"{name}: {local} lacks {attribute}"
        if local in ("p", "r", "tc", "tr", "tbl") and f"{local}Pr" in children[1:]:
            yield f"{name}: {local}Pr is not the first in {local}"


def _w(local: str) -> str:
    return f"{{{W}}}{local}"

"""What Pandoc leaves undone in a Word file: rows that hold together, pages that begin with a heading, no empty lines.

Only text is replaced inside ``word/document.xml``; every other part, and every date, stays as Pandoc wrote it.
"""

import re
import zipfile
from pathlib import Path

_DOCUMENT = "word/document.xml"
_BREAK = '<w:p><w:pPr><w:pStyle w:val="PageBreak"/></w:pPr></w:p>'
_NEXT = re.escape(_BREAK) + r"(\s*(?:<w:bookmark\w+ [^>]*/>\s*)*<w:p><w:pPr><w:pStyle w:val=\"%s\" />)(?!<w:keep)"
_BEFORE_HEADING = re.compile(_NEXT % r"Heading\d")
_BEFORE_PARAGRAPH = re.compile(_NEXT % r"\w+")
_FIRST_ROW = re.compile(
    r'(<w:tblHeader w:val="on" /></w:trPr>(?:(?!</w:tr>).)*</w:tr><w:tr><w:trPr>)<w:cantSplit/>', re.S
)
"""The row under the header may break. Where it may not, and the table is moved to the next page with its caption,
LibreOffice (7.4) does not repeat the header on the pages after that."""
_TURN = '<w:p><w:pPr><w:pStyle w:val="SaTurn"/></w:pPr></w:p>'
_TURN_BACK = '<w:p><w:pPr><w:pStyle w:val="SaTurnBack"/></w:pPr></w:p>'
_LAST_SECTION = re.compile(r"<w:sectPr(?: [^>]*)?>(?:(?!<w:sectPr).)*</w:sectPr>(?=\s*</w:body>)", re.DOTALL)
_PAGE_SIZE = re.compile(r"<w:pgSz [^>]*/>")
_EMPTY = re.compile(r"<w:p />(\s*(?:<w:bookmark\w+ [^>]*/>\s*)*<w:p>)")
"""What Pandoc puts between two tables, when there is a caption between them already."""
_CAPTION = re.compile(
    r'(?P<begin><w:bookmarkStart w:id="(?P<id>\d+)" w:name="table-(?P<number>\d+)" />\s*'
    r'<w:p><w:pPr><w:pStyle w:val="[^"]*" /></w:pPr>)(?P<run><w:r><w:t xml:space="preserve">)Table (?P=number)(?=: )'
)
_TO_TABLE = re.compile(
    r'<w:hyperlink w:anchor="table-(?P<number>\d+)">(?:(?!</w:hyperlink>).)*?'
    r"<w:t[^>]*>(?P<words>Table (?P=number))</w:t></w:r></w:hyperlink>"
)
_FIRST_ID = 1_000_000
"""Of the bookmarks put in here; Pandoc counts its own from 1."""
_PLAIN_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def finish_docx(path: Path) -> None:
    """Rewrite a Word file that Pandoc has just made; raises BadZipFile when it is not one."""
    with zipfile.ZipFile(path) as made:
        parts = [(info, made.read(info)) for info in made.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for info, content in parts:
            out.writestr(info, _finished(content) if info.filename == _DOCUMENT else content)


def _finished(document: bytes) -> bytes:
    text = document.decode("utf-8")
    text = text.replace("<w:tr><w:trPr>", "<w:tr><w:trPr><w:cantSplit/>")
    text = text.replace("<w:tr><w:tc>", "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>")
    text = _FIRST_ROW.sub(r"\1", text)
    text = _turned(text)
    text = _numbered(text)
    text = text.replace(
        "<wp:inline>", '<wp:inline distT="0" distB="0" distL="0" distR="0">'
    )  # or it is set in a little
    text = _EMPTY.sub(r"\1", text)
    text = _BEFORE_HEADING.sub(r'\1<w:pageBreakBefore/><w:spacing w:before="0"/>', text)
    text = _BEFORE_PARAGRAPH.sub(r"\1<w:pageBreakBefore/>", text).replace(_BREAK, _PLAIN_BREAK)
    return text.encode("utf-8")


def _numbered(text: str) -> str:
    """Captions numbered by a field of Word's, and references to them that are fields as well.

    Why: whoever puts another table in, in Word, has every number and every reference put right by it.
    """
    last = 0

    def caption(found: re.Match[str]) -> str:
        nonlocal last
        number = int(found["number"])
        code = "SEQ Table \\* ARABIC " + ("" if number == last + 1 else f"\\r {number} ")
        last = number
        mark = _FIRST_ID + number
        begin = f'{found["begin"]}<w:bookmarkStart w:id="{mark}" w:name="{_target(number)}"/>'
        words = f"{found['run']}Table </w:t></w:r>{_field(code, str(number))}"
        return f'{begin}{words}<w:bookmarkEnd w:id="{mark}"/>{found["run"]}'

    text = _CAPTION.sub(caption, text)

    def reference(found: re.Match[str]) -> str:
        return _field(f"REF {_target(int(found['number']))} \\h ", found["words"])

    return _TO_TABLE.sub(reference, text)


def _target(number: int) -> str:
    """The name of the bookmark round ``Table 7``; Word hides one that begins so."""
    return f"_RefTable{number}"


def _field(code: str, shown: str) -> str:
    def run(inside: str) -> str:
        return f"<w:r>{inside}</w:r>"

    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code}</w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f'<w:t xml:space="preserve">{shown}</w:t>',
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(map(run, parts))


def _turned(text: str) -> str:
    """Sections that lie on their side where pandoc.lua put a mark, with the headers and footers of the others.

    The paragraph that ends a section takes no room of its own.
    """
    if _TURN not in text:
        return text
    last = _LAST_SECTION.search(text)
    if last is None:  # a reference document without a page of its own: Word's usual page stays
        return text.replace(_TURN, "").replace(_TURN_BACK, "")
    upright = last[0]
    return text.replace(_TURN, _section_end(upright)).replace(_TURN_BACK, _section_end(_on_its_side(upright)))


def _section_end(section: str) -> str:
    small = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f'<w:p><w:pPr>{small}<w:rPr><w:sz w:val="2"/></w:rPr>{section}</w:pPr></w:p>'


def _on_its_side(section: str) -> str:
    size = _PAGE_SIZE.search(section)
    sides = {name: int(value) for name, value in re.findall(r'w:(w|h)="(\d+)"', size[0])} if size else {}
    short, long = sorted((sides.get("w", 11906), sides.get("h", 16838)))
    turned = f'<w:pgSz w:w="{long}" w:h="{short}" w:orient="landscape"/>'
    if size:
        return section.replace(size[0], turned)
    return section.replace("<w:pgMar", f"{turned}<w:pgMar", 1)

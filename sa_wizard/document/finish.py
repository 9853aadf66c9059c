"""What Pandoc leaves undone in a Word file: rows that hold together, pages that begin with a heading, no empty lines.

Only text is replaced inside ``word/document.xml``; every other part, and every date, stays as Pandoc wrote it, but for
the footers that pages on their side need.
"""

import re
import zipfile
from pathlib import Path

from sa_wizard.document.sideways import turned

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
_INLINE = '<wp:inline distT="0" distB="0" distL="0" distR="0">'
"""Without these LibreOffice sets a picture in a little."""
_PLAIN_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def finish_docx(path: Path) -> None:
    """Rewrite a Word file that Pandoc has just made; raises BadZipFile when it is not one."""
    with zipfile.ZipFile(path) as made:
        infos = made.infolist()
        parts = {info.filename: made.read(info) for info in infos}
    parts[_DOCUMENT] = _finished(parts[_DOCUMENT].decode("utf-8"), parts).encode("utf-8")
    dates = {info.filename: info.date_time for info in infos}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, dates.get(name, dates[_DOCUMENT]))
            out.writestr(info, content, zipfile.ZIP_DEFLATED)


def _finished(text: str, parts: dict[str, bytes]) -> str:
    text = text.replace("<w:tr><w:trPr>", "<w:tr><w:trPr><w:cantSplit/>")
    text = text.replace("<w:tr><w:tc>", "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>")
    text = _FIRST_ROW.sub(r"\1", text)
    text = turned(text, parts)
    text = _numbered(text)
    text = text.replace("<wp:inline>", _INLINE)
    text = _EMPTY.sub(r"\1", text)
    text = _BEFORE_HEADING.sub(r'\1<w:pageBreakBefore/><w:spacing w:before="0"/>', text)
    return _BEFORE_PARAGRAPH.sub(r"\1<w:pageBreakBefore/>", text).replace(_BREAK, _PLAIN_BREAK)


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

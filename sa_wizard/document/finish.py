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
_EMPTY = re.compile(r"<w:p />(\s*(?:<w:bookmark\w+ [^>]*/>\s*)*<w:p>)")
"""What Pandoc puts between two tables, when there is a caption between them already."""
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
    text = _EMPTY.sub(r"\1", text)
    text = _BEFORE_HEADING.sub(r'\1<w:pageBreakBefore/><w:spacing w:before="0"/>', text)
    text = _BEFORE_PARAGRAPH.sub(r"\1<w:pageBreakBefore/>", text).replace(_BREAK, _PLAIN_BREAK)
    return text.encode("utf-8")

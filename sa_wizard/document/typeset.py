"""The PDF: Typst's own package makes it, in this process and without a network."""

import re
from pathlib import Path

from sa_wizard.document.expected import Contract
from sa_wizard.document.pandoc import STILL_MARKDOWN
from sa_wizard.document.typst_text import literal
from sa_wizard.errors import ExportError

_NO_FONT = re.compile(r'the text `"(.*)"` could not be displayed with')
_CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")


def typeset(source: Path, temporary: Path, promised: Contract | None, epoch: int | None) -> None:
    """Typst's own package makes the PDF, in this process and without a network.

    PDF/UA-1 wants a font for every sign. Where this machine has none for one, its letter would be missing from the
    text, so there is no PDF; ``promised`` says in which answer it stands.
    """
    import typst  # noqa: PLC0415 -- an optional dependency

    source.write_text(literal(source.read_text(encoding="utf-8")), encoding="utf-8")
    try:
        typst.compile(source, output=temporary, format="pdf", pdf_standards="ua-1", timestamp=epoch)
    except Exception as error:  # it raises classes of its own, which an optional package gives no way to name
        first = str(error).strip().splitlines()[0]
        no_font = _NO_FONT.search(first)
        if no_font is None:
            raise ExportError(f"Typst could not make the PDF: {first}.", STILL_MARKDOWN) from error
        sign = _CODE_POINT.sub(lambda found: chr(int(found[1], 16)), no_font[1])
        answers = promised.answers if promised else ()
        places = (each.path for each in answers if any(sign in piece for way in each.ways for piece in way))
        raise ExportError(
            f"No font on this machine has the sign “{sign}” ({next(places, 'in the document')}), which a PDF needs.",
            "Word, OpenDocument and HTML can be made. Or install a font that has it, or write it in words.",
        ) from error

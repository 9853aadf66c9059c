"""The PDF: Typst's own package makes it, in this process and without a network."""

import re
from collections.abc import Iterator
from pathlib import Path

from sa_wizard.document.expected import Contract
from sa_wizard.document.pandoc import STILL_MARKDOWN
from sa_wizard.document.typst_text import literal
from sa_wizard.errors import ExportError

_NO_FONT = re.compile(r'the text `"(.*)"` could not be displayed with')
_CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")
_RARE = re.compile("[^\x00-\u024f\u0300-\u036f\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]")
"""Signs that a font may lack: neither those of Western languages, nor those that nobody sees."""

_MOST_NAMED = 12


def typeset(source: Path, temporary: Path, promised: Contract | None, epoch: int | None) -> None:
    """Typst's own package makes the PDF, in this process and without a network.

    PDF/UA-1 wants a font for every sign. Where this machine has none for one, its letter would be missing from the
    text, so there is no PDF; every such sign is named, and ``promised`` says in which answer it stands.
    """
    import typst  # noqa: PLC0415 -- an optional dependency

    text = literal(source.read_text(encoding="utf-8"))
    source.write_text(text, encoding="utf-8")
    try:
        typst.compile(source, output=temporary, format="pdf", pdf_standards="ua-1", timestamp=epoch)
    except Exception as error:  # it raises classes of its own, which an optional package gives no way to name
        first = str(error).strip().splitlines()[0]
        missing = _without_font(first)
        if not missing:
            raise ExportError(f"Typst could not make the PDF: {first}.", STILL_MARKDOWN) from error
        signs = list(dict.fromkeys((missing, *_others(text, missing, source.with_name("signs.typ")))))
        places: dict[str, list[str]] = {}
        for sign in signs:
            places.setdefault(_place(sign, promised), []).append(f"“{sign}”")
        told = ", ".join(f"{' '.join(here)} ({place})" for place, here in places.items())
        raise ExportError(
            f"No font on this machine has the sign{'s' if len(signs) > 1 else ''} {told}, which a PDF needs.",
            "Word, OpenDocument and HTML can be made. Or install a font that has it, or write it in words.",
        ) from error


def _without_font(complaint: str) -> str:
    """The sign that Typst complains of; empty when it is something else."""
    found = _NO_FONT.search(complaint)
    return _CODE_POINT.sub(lambda code: chr(int(code[1], 16)), found[1]) if found else ""


def _others(text: str, missing: str, probe: Path) -> Iterator[str]:
    """What else has no font: Typst stops at the first, so the rare signs are set alone until it stops no more."""
    import typst  # noqa: PLC0415 -- an optional dependency

    left = [sign for sign in dict.fromkeys(_RARE.findall(text)) if sign not in missing]
    for _ in range(_MOST_NAMED - 1):
        shown = "\n\n".join(f'#"\\u{{{ord(sign):x}}}"' for sign in left)
        probe.write_text(f'#set document(title: "Signs")\n= Signs\n{shown}\n', encoding="utf-8")
        try:
            typst.compile(probe, format="pdf", pdf_standards="ua-1")
        except Exception as error:  # as above
            sign = _without_font(str(error))
            if not sign:
                return
            yield sign
            left = [each for each in left if each not in sign]
        else:
            return


def _place(sign: str, promised: Contract | None) -> str:
    """The first answer that a sign stands in."""
    answers = promised.answers if promised else ()
    places = (each.path for each in answers if any(sign in piece for way in each.ways for piece in way))
    return next(places, "in the document")

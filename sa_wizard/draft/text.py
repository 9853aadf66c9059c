"""Clean what people type or paste, once, on its way into the draft. Only what no screen can show is changed."""

from sa_wizard.signs import LINE_BREAKS, SURROGATES, UNSHOWABLE, is_plain, one_line


def clean(text: str) -> str:
    """Text of several lines: line breaks become newlines, control characters go, lone surrogates become �.

    Words never change. Cleaning twice changes nothing.
    """
    if is_plain(text):
        return text
    broken = LINE_BREAKS.sub("\n", text)
    return UNSHOWABLE.sub("", SURROGATES.sub("\ufffd", broken))


def clean_line(text: str) -> str:
    """Text of one line: as ``clean``, with line breaks and tabs turned into spaces."""
    return one_line(text)

"""Clean what people type or paste, once, on its way into the draft. Only what no screen can show is changed."""

import re

_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ufeff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Text of several lines: line breaks become newlines, control characters go, lone surrogates become �.

    Words never change. Cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    broken = _LINE_BREAKS.sub("\n", text)
    return _UNSHOWABLE.sub("", _SURROGATE.sub("\ufffd", broken))


def clean_line(text: str) -> str:
    """Text of one line: as ``clean``, with line breaks and tabs turned into spaces."""
    return clean(text).replace("\n", " ").replace("\t", " ")

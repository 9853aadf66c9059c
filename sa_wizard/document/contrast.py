"""Contrast of letters and their background, as WCAG 2.2 measures it (1.4.3), for the styles that a Word file uses."""

from collections.abc import Iterator

from sa_wizard.document.word import Element, Style, W, Word, inside

NORMAL, LARGE = 4.5, 3.0
"""To 1; large is 18 points, or 14 in bold."""


def ratio(ink: str, paper: str) -> float:
    """The contrast of two colours written as six hexadecimal digits, from 1 to 21."""
    light, dark = sorted((_luminance(ink), _luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def weak(word: Word) -> Iterator[tuple[str, float, float]]:
    """Styles in use, and colours set by hand, that are too weak: what they are called, the contrast, what is wanted."""
    used = {paragraph.style for paragraph in word.paragraphs if paragraph.text.strip()}
    used |= {each.get(f"{W}val", "") for each in word.body.iter(f"{W}rStyle")}
    tables = {each.get(f"{W}val", "") for each in word.body.iter(f"{W}tblStyle")}
    for name in sorted(used):
        chain = list(word.chain(name))
        if chain:
            yield from _weak(chain[0].name, _first(chain, "color"), _paper(chain), chain)
    for name in sorted(tables):
        chain = list(word.chain(name))
        for part in chain[0].element.findall(f"{W}tblStylePr") if chain else ():
            ink, paper = _colour(part.find(f".//{W}color"), "val"), _colour(part.find(f".//{W}shd"), "fill")
            if ink or paper:
                yield from _weak(f"{chain[0].name}, {part.get(f'{W}type', '')}", ink, paper, chain)
    yield from _by_hand(word)


def _by_hand(word: Word) -> Iterator[tuple[str, float, float]]:
    seen: set[tuple[str, str]] = set()
    for paragraph in word.paragraphs:
        for run in paragraph.element.iter(f"{W}r"):
            look = inside(run, "rPr")
            ink, shade = _colour(inside(look, "color"), "val"), _colour(inside(look, "shd"), "fill")
            if (ink or shade) and (ink, shade) not in seen:
                seen.add((ink, shade))
                chain = list(word.chain(paragraph.style))
                yield from _weak("colour set by hand", ink or _first(chain, "color"), shade or _paper(chain), chain)


def _weak(name: str, ink: str, paper: str, chain: list[Style]) -> Iterator[tuple[str, float, float]]:
    found = ratio(ink or "000000", paper or "FFFFFF")
    size = float(_value(chain, "sz") or 22) / 2
    bold = _value(chain, "b") not in ("", "0", "false")
    wanted = LARGE if size >= 18 or (bold and size >= 14) else NORMAL
    if found < wanted:
        yield name, found, wanted


def _first(chain: list[Style], tag: str) -> str:
    return next((found for style in chain if (found := _colour(style.element.find(f"{W}rPr/{W}{tag}"), "val"))), "")


def _paper(chain: list[Style]) -> str:
    shades = (_colour(style.element.find(f"{W}{part}/{W}shd"), "fill") for style in chain for part in ("rPr", "pPr"))
    return next((found for found in shades if found), "")


def _value(chain: list[Style], tag: str) -> str:
    found = (style.element.find(f"{W}rPr/{W}{tag}") for style in chain)
    return next((each.get(f"{W}val", "1") for each in found if each is not None), "")


def _colour(element: Element | None, attribute: str) -> str:
    value = element.get(f"{W}{attribute}", "") if element is not None else ""
    return value if len(value) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in value) else ""


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

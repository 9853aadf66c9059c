"""Whether a Word file can be read by everyone: what a screen reader, a keyboard or weak eyes would stumble over.

The rules are those of the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations
2018 for documents: WCAG 2.2 AA as far as a file can be looked at without seeing it. A *fault* is one for certain. A
*doubt* may be meant so.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sa_wizard.document.contrast import weak
from sa_wizard.document.word import Element, Paragraph, R, W, Word, inside, opened, visible

Severity = Literal["fault", "doubt"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing found: its code, how certain it is, where it stands, and in a sentence what is wrong and what to do."""

    code: str
    severity: Severity
    place: str
    sentence: str

    def told(self) -> str:
        """The place and the sentence as one."""
        return f"{self.place}: {self.sentence}"


_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SHAPE = "{urn:schemas-microsoft-com:vml}"
_TYPED_LIST = re.compile(r"(?:[•‣▪●◦·–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t\u00a0]+\S")
_FILE_NAME = re.compile(r"[\w -]+\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SAYS_NOTHING = frozenset(("here", "click here", "this", "link", "this link", "more", "read more", "see here", "page"))
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST_ALT = 250
_LONGEST_FAKE = 80


def check(path: Path) -> list[Fault]:
    """Every fault of a Word file, in the order of the text. Raises UsageProblem when it is no Word file."""
    return faults(opened(path))


def faults(word: Word) -> list[Fault]:
    """Every fault of a Word file that was opened."""
    return [fault for rule in _RULES for fault in rule(word)]


# -- the whole file


def _properties(word: Word) -> Iterator[Fault]:
    if not word.property("title"):
        yield Fault("title", "fault", "Properties", "the file has no title. Give it one under File, Info.")
    if not word.property("author"):
        yield Fault("author", "doubt", "Properties", "the file does not say who wrote it.")


def _language(word: Word) -> Iterator[Fault]:
    root = word.parts.get("word/styles.xml")
    found = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang") if root is not None else None
    normal = (each.element.find(f"{W}rPr/{W}lang") for each in word.chain(word.default_style))
    declared = next((lang for lang in (*normal, found) if lang is not None), None)
    said = declared.get(f"{W}val", "") if declared is not None else ""
    if not said:
        yield Fault(
            "language", "fault", "Styles", "no language is set, so it is read in the voice of another. Set one."
        )
    for lang in word.body.iter(f"{W}lang"):
        value = lang.get(f"{W}val", "")
        if value and not _LANGUAGE.fullmatch(value):
            yield Fault("language-run", "fault", "Text", f"“{value}” is not a language.")


def _headings(word: Word) -> Iterator[Fault]:
    level = 0
    headings = [each for each in word.paragraphs if each.level]
    if not headings and sum(bool(each.text.strip()) for each in word.paragraphs) > 20:
        yield Fault("no-headings", "fault", "Text", "there are no headings in Word's own heading styles to go by.")
    for heading in headings:
        place = f"Heading “{_brief(heading.text)}”"
        if not heading.text.strip():
            yield Fault("heading-empty", "fault", place, "a heading style without words. Remove it.")
        elif heading.level > level + 1:
            told = (
                f"level {heading.level} follows level {level}"
                if level
                else f"the first heading has level {heading.level}"
            )
            yield Fault("heading-skipped", "fault", place, f"{told}. Leave no level out.")
        level = heading.level
    for paragraph in word.paragraphs:
        if _looks_like_heading(paragraph):
            place = f"Paragraph “{_brief(paragraph.text)}”"
            yield Fault("heading-fake", "doubt", place, "all in bold like a heading, but not in a heading style.")


def _looks_like_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if paragraph.level or paragraph.table is not None or not 0 < len(text) <= _LONGEST_FAKE or text[-1] in ".:;,!?)":
        return False
    runs = [run for run in paragraph.element.iter(f"{W}r") if visible(run).strip()]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: Element) -> bool:
    bold = inside(run, "rPr", "b")
    return bold is not None and bold.get(f"{W}val", "1") not in ("0", "false", "off")


def _empty(word: Word) -> Iterator[Fault]:
    """Empty paragraphs outside tables, where no picture, break or section end stands in them.

    Between two tables there has to be one, or Word makes one table of them.
    """
    near = "the beginning"
    between = set(_between_tables(word.body))
    for paragraph in word.paragraphs:
        if paragraph.text.strip():
            near = f"“{_brief(paragraph.text)}”"
        elif paragraph.element in between or paragraph.table is not None or paragraph.level:
            continue
        elif not _holds(paragraph.element):
            yield Fault(
                "empty-paragraph", "fault", f"After {near}", "an empty paragraph. Set space in the style instead."
            )


def _between_tables(body: Element) -> Iterator[Element]:
    blocks = [each for each in body if each.tag in (f"{W}p", f"{W}tbl", f"{W}sdt")]
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if block.tag == f"{W}p" and before.tag == after.tag == f"{W}tbl":
            yield block


def _holds(paragraph: Element) -> bool:
    wanted = {f"{W}drawing", f"{W}pict", f"{W}object", f"{W}br", f"{W}sectPr", f"{W}fldChar", f"{W}fldSimple"}
    return any(each.tag in wanted for each in paragraph.iter())


def _lists(word: Word) -> Iterator[Fault]:
    for paragraph in word.paragraphs:
        if paragraph.level or paragraph.table is not None or not _TYPED_LIST.match(paragraph.text):
            continue
        numbered = inside(paragraph.element, "pPr", "numPr") is not None or any(
            each.element.find(f"{W}pPr/{W}numPr") is not None for each in word.chain(paragraph.style)
        )
        if not numbered:
            place = f"Paragraph “{_brief(paragraph.text)}”"
            yield Fault("list-typed", "doubt", place, "its bullet or number is typed. Make it a list of Word's.")


# -- tables


def _tables(word: Word) -> Iterator[Fault]:
    for number, (table, before) in enumerate(_captioned(word, word.body, ""), start=1):
        place = f"Table {number}{f' (“{_brief(before)}”)' if before else ''}"
        rows = table.findall(f"{W}tr")
        cells = [row.findall(f"{W}tc") + row.findall(f"{W}sdt/{W}sdtContent/{W}tc") for row in rows]
        texts = [[" ".join([word.seen(each) for each in cell.iter(f"{W}p")]).strip() for cell in row] for row in cells]
        if rows and inside(rows[0], "trPr", "tblHeader") is None:
            yield Fault("table-header", "fault", place, "no header row. Mark the first row as one that repeats.")
        if any(_merged(cell) for row in cells for cell in row):
            yield Fault("table-merged", "fault", place, "merged cells. Split them, or make two tables.")
        if sum(1 for _ in table.iter(f"{W}tbl")) > 1:
            yield Fault("table-nested", "fault", place, "a table inside a table. Set them one under the other.")
        if texts and any(not text for text in texts[0]):
            yield Fault("table-header-empty", "doubt", place, "a header cell without words. Say what its column holds.")
        columns = zip(*texts, strict=False)
        bare_row = any(row and not any(row) for row in texts)
        if bare_row or any(not any(column[1:]) for column in columns if len(column) > 1):
            yield Fault("table-empty", "doubt", place, "a row or column with nothing in it. Space is no content.")
        if len(rows) == 1 and len(cells[0]) == 1:
            yield Fault("table-layout", "doubt", place, "a single cell, which is a frame rather than a table.")


def _captioned(word: Word, parent: Element, before: str) -> Iterator[tuple[Element, str]]:
    """Every table that stands in no other, with the words of the paragraph before it."""
    for element in parent:
        if element.tag == f"{W}p":
            before = word.seen(element).strip() or before
        elif element.tag == f"{W}tbl":
            yield element, before
        elif element.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _captioned(word, element, before)


def _merged(cell: Element) -> bool:
    told = inside(cell, "tcPr")
    span = inside(told, "gridSpan")
    wide = span is not None and span.get(f"{W}val", "1") != "1"
    return wide or inside(told, "vMerge") is not None or inside(told, "hMerge") is not None


# -- pictures


def _pictures(word: Word) -> Iterator[Fault]:
    paragraphs = word.paragraphs
    number = 0
    for here, paragraph in enumerate(paragraphs):
        for drawing in _drawings(paragraph.element):
            number += 1
            place = f"Picture {number}, after “{_brief(_before(paragraphs, here))}”"
            described = drawing.find(f".//{_DRAWING}docPr")
            alt = (
                (described.get("descr") or described.get("title") or "").strip()
                if described is not None
                else _vml(drawing)
            )
            if described is not None and any(each.get("val") in ("1", "true") for each in drawing.iter(_DECORATIVE)):
                continue
            if not alt:
                yield Fault("picture-alt", "fault", place, "no alt text. Say in words what the picture shows.")
            elif _FILE_NAME.fullmatch(alt):
                yield Fault("picture-alt-name", "fault", place, f"the alt text “{alt}” is the name of a file.")
            elif _words(alt) in {_words(text) for text in _captions(word, paragraphs, here)}:
                yield Fault(
                    "picture-alt-caption", "fault", place, "the alt text is the caption again, and is heard twice."
                )
            elif len(alt) > _LONGEST_ALT:
                yield Fault(
                    "picture-alt-long", "doubt", place, f"the alt text is longer than {_LONGEST_ALT} characters."
                )
            if drawing.find(f".//{_DRAWING}anchor") is not None or drawing.find(f"{_DRAWING}anchor") is not None:
                yield Fault("picture-floats", "doubt", place, "the picture floats. Set it in line with the text.")


def _drawings(paragraph: Element) -> Iterator[Element]:
    for each in paragraph.iter():
        if each.tag in (f"{W}drawing", f"{W}pict"):
            yield each


def _vml(picture: Element) -> str:
    return next((each.get("alt", "") for each in picture.iter() if each.tag.startswith(_SHAPE) and each.get("alt")), "")


def _before(paragraphs: tuple[Paragraph, ...], here: int) -> str:
    return next((each.text for each in reversed(paragraphs[:here]) if each.text.strip()), "the beginning")


def _captions(word: Word, paragraphs: tuple[Paragraph, ...], here: int) -> Iterator[str]:
    """The words of the paragraph itself, and of those around it whose style is one for captions."""
    yield paragraphs[here].text
    for each in paragraphs[max(0, here - 1) : here + 2]:
        if any("caption" in style.name for style in word.chain(each.style)):
            yield re.sub(r"^(?:Figure|Table)\s+\d+[.:]?\s*", "", each.text)
            yield each.text


# -- links


def _links(word: Word) -> Iterator[Fault]:
    bookmarks = Counter(mark.get(f"{W}name", "") for mark in word.body.iter(f"{W}bookmarkStart"))
    for name, count in bookmarks.items():
        if count > 1:
            yield Fault("bookmark-twice", "fault", f"Bookmark “{name}”", "the same name stands at two places.")
    for link in word.body.iter(f"{W}hyperlink"):
        text, anchor = visible(link).strip(), link.get(f"{W}anchor", "")
        target = word.links.get(link.get(f"{R}id", ""), "")
        place = f"Link “{_brief(text or anchor or target)}”"
        if not text and link.find(f".//{W}drawing") is None:
            yield Fault("link-empty", "fault", place, "a link without words.")
        elif _ADDRESS.fullmatch(text):
            yield Fault("link-address", "doubt", place, "an address is read letter by letter. Link words instead.")
        elif text.lower().strip(" .") in _SAYS_NOTHING:
            yield Fault("link-words", "doubt", place, "the words do not say where it leads.")
        if anchor and not target and anchor not in bookmarks and anchor != "_top":
            yield Fault("link-nowhere", "fault", place, f"it leads to the bookmark “{anchor}”, which is not there.")


# -- colours


def _contrast(word: Word) -> Iterator[Fault]:
    for style, ratio, wanted in weak(word):
        told = f"letters and background differ by {ratio:.1f} to 1; {wanted:g} to 1 is wanted."
        yield Fault("contrast", "fault", f"Style “{style}”", told)


def _brief(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:57].rsplit(' ', 1)[0]}…"


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


_RULES: tuple[Callable[[Word], Iterator[Fault]], ...] = (
    _properties,
    _language,
    _headings,
    _empty,
    _lists,
    _tables,
    _pictures,
    _links,
    _contrast,
)

"""What a reader sees: the words of a Word file, and of what Pandoc's reader makes of Markdown."""

import json
import re
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from sa_wizard.document.pandoc import find_pandoc
from sa_wizard.document.prose import READER

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Node = dict[str, Any]


def pandoc(text: str, *arguments: str, to: str = "json") -> str:
    """What Pandoc makes of Markdown, by the reader that every export uses."""
    command = [str(find_pandoc()), f"--from={READER}", f"--to={to}", *arguments]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return done.stdout.decode()


def blocks(markdown: str) -> list[Node]:
    """Pandoc's blocks for Markdown."""
    found: list[Node] = json.loads(pandoc(markdown))["blocks"]
    return found


def kinds(node: object) -> set[str]:
    """The names of all elements in a piece of Pandoc's tree."""
    if isinstance(node, list):
        return set[str]().union(*(kinds(each) for each in node))
    if isinstance(node, dict):
        return {str(node["t"])} | kinds(node.get("c")) if "t" in node else kinds(list(node.values()))
    return set()


def words(node: object) -> str:
    """The words in a piece of Pandoc's tree, with one space where the tree has any break; markers of lists left out."""
    return one_spaced("".join(_words(node)))


def _words(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _words(each)
    if not isinstance(node, dict):
        return
    kind, content = node.get("t"), node.get("c")
    match kind:
        case "Str":
            yield str(content)
        case "Space" | "SoftBreak" | "LineBreak":
            yield " "
        case "Link":
            yield from _words(content[1])  # type: ignore[index]
        case "OrderedList":
            yield from _words(content[1])  # type: ignore[index]
        case "Table":
            yield from _cells(content)
        case _:
            yield from _words(content)
    if kind in {"Para", "Plain", "Header"}:
        yield " "


def _cells(table: Any) -> Iterator[str]:  # noqa: ANN401 -- Pandoc's tree as JSON
    rows = [*table[3][1], *(row for body in table[4] for row in body[3])]
    for row in rows:
        for cell in row[1]:
            yield from _words(cell[4])
            yield " "


def one_spaced(text: str) -> str:
    """Text with every run of spaces, tabs and line breaks as one space, and accents composed as by Pandoc."""
    return unicodedata.normalize("NFC", re.sub(r"[ \t\n]+", " ", text).strip(" "))


def paragraphs(docx: Path) -> list[tuple[str, str]]:
    """The style and the visible text of each paragraph of a Word file, in order, cells included."""
    with zipfile.ZipFile(docx) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314 -- our own file
    return [(_style(paragraph), _visible(paragraph)) for paragraph in root.iter(f"{W}p")]


def _style(paragraph: ElementTree.Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def _visible(paragraph: ElementTree.Element) -> str:
    breaks = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}softHyphen": "\u00ad", f"{W}noBreakHyphen": "\u2011"}
    return "".join(each.text or "" if each.tag == f"{W}t" else breaks.get(each.tag, "") for each in paragraph.iter())


def part(docx: Path, name: str) -> str:
    """One part of a Word file as text."""
    with zipfile.ZipFile(docx) as package:
        return package.read(name).decode("utf-8")

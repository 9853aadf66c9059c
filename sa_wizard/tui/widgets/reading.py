"""Markdown to read: as the document's own reader takes it, with every table drawn in one piece."""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from rich import box
from rich.console import JustifyMethod
from rich.table import Table
from rich.text import Text
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Markdown, Static

from sa_wizard.tui.glyphs import UNICODE, glyphs

_STYLES = {"strong_open": "bold", "em_open": "italic"}


class Drawing(Static):
    """A table as one piece of text, its figures at the right.

    Why: Textual's own table mounts a widget for every cell (a hundred parishes took five seconds), keeps figures at
    the left, and gives each cell a tooltip that is read as markup, so that pointing at ``[/`` would end the program.
    """


class Reading(Vertical):
    """A text in pieces: prose for Textual's Markdown, tables for ``Drawing``. No link opens anything."""

    async def show(self, text: str) -> None:
        """Show a text in place of the one before."""
        with self.app.batch_update():
            await self.remove_children()
            await self.mount_all(list(_pieces(text)))


def reader() -> MarkdownIt:
    """Reads what the document's own reader does: CommonMark with pipe tables, and no HTML."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _pieces(text: str) -> Iterator[Widget]:
    lines = text.split("\n")
    done = 0
    tokens = reader().parse(text)
    for place, token in enumerate(tokens):
        if token.type == "table_open" and token.level == 0 and token.map:
            yield from _prose(lines[done : token.map[0]])
            yield Drawing(_drawn(tokens[place:]))
            done = token.map[1]
    yield from _prose(lines[done:])


def _prose(lines: Sequence[str]) -> Iterator[Widget]:
    if any(line.strip() for line in lines):
        yield Markdown("\n".join(lines), parser_factory=reader, open_links=False)


def _drawn(tokens: Sequence[Token]) -> Table:
    """The table that the tokens begin with."""
    lines = box.SIMPLE_HEAD if glyphs() is UNICODE else box.ASCII2
    table = Table(box=lines, show_edge=False, pad_edge=False, padding=(0, 1))
    justify: JustifyMethod = "left"
    header, row = False, list[Text]()
    for token in tokens:
        match token.type:
            case "table_close":
                break
            case "th_open" | "td_open":
                header = token.type == "th_open"
                justify = "right" if "right" in str(token.attrs.get("style", "")) else "left"
            case "inline" if header:
                table.add_column(_cell(token), justify=justify, overflow="fold")
            case "inline":
                row.append(_cell(token))
            case "tr_close" if row:
                table.add_row(*row)
                row = []
    return table


def _cell(token: Token) -> Text:
    """What a cell says, bold and italic as typed."""
    cell = Text()
    styles: list[str] = []
    for part in token.children or []:
        if part.type in _STYLES:
            styles.append(_STYLES[part.type])
        elif part.type in ("strong_close", "em_close"):
            styles.pop()
        elif part.type in ("softbreak", "hardbreak"):
            cell.append(" ")
        else:
            cell.append(part.content, " ".join(styles))
    return cell

"""What Pandoc leaves undone in an OpenDocument file: tables with lines and a header row that is seen, pages that turn.

Only text is replaced inside ``content.xml``; every other part, and every date, stays as Pandoc wrote it.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

_CONTENT = "content.xml"
_STYLES = "</office:automatic-styles>"

_SPACED_STYLE = re.compile(r'<text:\w+ text:style-name="[^"<>]* [^"<>]*"')
_CAPTION = re.compile(r'(?<=<text:p text:style-name="TableCaption">)Table (?P<number>\d+)(?=: )')
_TO_TABLE = re.compile(
    r'<text:a xlink:type="simple" xlink:href="#table-(?P<number>\d+)" office:name="">'
    r'<text:span text:style-name="Definition">(?P<words>Table (?P=number))</text:span></text:a>'
)
_LINK = re.compile(r'(?<= office:name=""><text:span text:style-name=")Definition(?=">)')
_MARK = re.compile(
    r'<text:p text:style-name="(?P<kind>Pagebreak|SaTurn|SaTurnBack)"/>\s*'
    r'(?P<next>(?:<text:list(?:-item)?(?: [^>]*)?>\s*)*<text:(?:h|p) text:style-name="(?P<style>[^"]+)"'
    r'|<table:table [^>]*table:style-name="(?P<table>[^"]+)")?'
)
_BODY_ROW = "<table:table-row>"
_FIRST_ROW = re.compile(r'(</table:table-header-rows>\s*<table:table-row) table:style-name="SaRow">')
"""The row under the header may break, as in finish.py."""

_CELLS = re.compile(
    r'(?P<begin><style:style style:name="Table(?P<kind>HeaderRow|Row)Cell" style:family="table-cell">\s*)'
    r'<style:table-cell-properties fo:border="none" />'
)
_TABLE = re.compile(r'<style:table-properties table:align="(?:center|margins)" style:rel-width="100%" />')
_NAVY, _PALE, _LINE = "#1b365d", "#e6ecf4", "#b4c0d0"
_AFTER = {"Heading_20_1": "10pt", "Heading_20_2": "6pt", "Heading_20_3": "4pt", "Heading_20_4": "3pt"}
"""The space under the headings of the styles supplied, which has to be said again where there is none above."""
_PAGES = {"Pagebreak": "", "SaTurn": "Landscape", "SaTurnBack": "Standard"}
"""The kind of page that begins at a mark; none for one like those before."""


def finish_odt(path: Path, *, own_styles: bool) -> None:
    """Rewrite an OpenDocument file that Pandoc has just made; raises BadZipFile when it is not one.

    ``own_styles``: the pages are those of somebody's reference document, which may have none that lie on their side.
    """
    with zipfile.ZipFile(path) as made:
        parts = [(info, made.read(info)) for info in made.infolist()]
    with zipfile.ZipFile(path, "w") as out:
        for info, content in parts:
            if info.filename == _CONTENT:
                out.writestr(info, _finished(content.decode("utf-8"), own_styles), info.compress_type)
            else:
                out.writestr(info, content, info.compress_type)


def _finished(text: str, own_styles: bool) -> str:
    text = _SPACED_STYLE.sub(_named, text)
    text = _CAPTION.sub(
        r'<text:bookmark-start text:name="table-\g<number>"/>\g<0><text:bookmark-end text:name="table-\g<number>"/>',
        text,
    )
    text = _TO_TABLE.sub(
        r'<text:bookmark-ref text:reference-format="text" text:ref-name="table-\g<number>">\g<words>'
        "</text:bookmark-ref>",
        text,
    )
    text = _LINK.sub("Internet_20_link", text)
    text = text.replace(_BODY_ROW, f'{_BODY_ROW[:-1]} table:style-name="SaRow">')
    text = _FIRST_ROW.sub(r"\1>", text)
    text = _CELLS.sub(_bordered, text)
    text = _TABLE.sub(
        '<style:table-properties table:align="margins" style:rel-width="100%" fo:margin-bottom="6pt" '
        'style:may-break-between-rows="true" table:border-model="collapsing" />',
        text,
    )
    return _paged(text, own_styles)


def _named(found: re.Match[str]) -> str:
    """A style by the name it has in the file: ``Key_20_Fact``."""
    begin, name, end = found[0].rsplit('"', 2)
    return f'{begin}"{name.replace(" ", "_20_")}"{end}'


def _bordered(found: re.Match[str]) -> str:
    head = found["kind"] == "HeaderRow"
    lines = f'fo:border="0.5pt solid {_LINE}" fo:padding="0.08cm" fo:padding-left="0.17cm" fo:padding-right="0.17cm"'
    look = f' fo:border-bottom="1.5pt solid {_NAVY}" fo:background-color="{_PALE}" style:vertical-align="bottom"'
    return f"{found['begin']}<style:table-cell-properties {lines}{look if head else ''} />"


def _paged(text: str, own_styles: bool) -> str:
    """What follows a mark begins a page: its style is one based on its own, so that no empty paragraph is needed."""
    made: dict[tuple[str, str], str] = {}

    def begun(found: re.Match[str]) -> str:
        kind, style = found["kind"], found["style"] or found["table"]
        if style is None or (own_styles and kind != "Pagebreak"):
            return found["next"] or ""
        named = made.setdefault((kind, style), f"SaPage{len(made) + 1}")
        return str(found["next"]).replace(f'style-name="{style}"', f'style-name="{named}"')

    text = _MARK.sub(begun, text)
    styles = "".join(_new_page(text, kind, style, name, own_styles=own_styles) for (kind, style), name in made.items())
    row = '<style:style style:name="SaRow" style:family="table-row">'
    row += '<style:table-row-properties fo:keep-together="always" /></style:style>'
    return text.replace(_STYLES, f"{row}{styles}{_STYLES}", 1)


def _new_page(text: str, kind: str, style: str, name: str, *, own_styles: bool) -> str:
    """An automatic style like another, that begins a page; an automatic one is copied, for none can be based on it."""
    begins = 'fo:break-before="page"' if kind == "Pagebreak" else ""
    master = f' style:master-page-name="{_PAGES[kind]}"' if _PAGES[kind] else ""
    old = next(_automatic(text, style), "")
    if 'style:family="table"' in old:
        copied = old.replace(f'style:name="{style}"', f'style:name="{name}"{master}', 1)
        return copied.replace("<style:table-properties ", f"<style:table-properties {begins} ", 1)
    after = "" if own_styles else _AFTER.get(style, "")
    space = f' fo:margin-top="0pt" fo:margin-bottom="{after}"' if after else ""
    own = next((part for part in re.findall(r'style:parent-style-name="([^"]+)"', old)), style)
    look = "".join(re.findall(r"<style:paragraph-properties ([^>]*?)/?>", old))
    return (
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{own}"{master}>'
        f"<style:paragraph-properties {begins}{space} {look}/></style:style>"
    )


def _automatic(text: str, style: str) -> Iterator[str]:
    for found in re.finditer(rf'<style:style style:name="{re.escape(style)}" .*?</style:style>', text, re.DOTALL):
        yield found[0]

"""What somebody typed to do harm is printed as the characters it is, in every format; nothing is read or fetched."""

import json
import re
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sa_wizard.document.publish import publish
from sa_wizard.document.render import markdown
from sa_wizard.draft import store
from sa_wizard.draft.text import clean
from sa_wizard.errors import ExportError
from tests.builders import shipped
from tests.document.visible import one_spaced, paragraphs
from tests.draft.strategies import CODE, INVISIBLE, TERMINAL
from tests.hostile import ALL, OBEYED, by_hand

WITHOUT_FONTS = ("docx", "odt", "html", "md")
FORMATS = (*WITHOUT_FONTS, "pdf")
BASICS = {"nation": "england", "area_type": "two-tier", "period": {"start": "2024-10", "end": "2025-09"}, "first": "no"}


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A web server of our own: its address, and what was asked of it."""
    asked: list[str] = []

    class Noted(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_HEAD = do_POST = do_CONNECT = do_GET  # noqa: N815 - as the library names them

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Noted) as listening:
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}", asked
        listening.shutdown()


def content(path: Path) -> str:
    """Everything in a file as text; of a package, all of its parts."""
    if path.suffix in (".docx", ".odt"):
        with zipfile.ZipFile(path) as package:
            return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    return path.read_bytes().decode("utf-8", "replace")


@pytest.mark.parametrize("to", FORMATS)
def test_no_file_is_read_and_nothing_is_fetched(
    tmp_path: Path, to: str, server: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, asked = server
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, address)  # whatever is fetched, from wherever, is asked of us
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"\x89PNG\r\n\x1a\n a canary in a file")
    places = (f"{address}/x.png", "https://evil.example/x.png", str(secret), f"file://{secret}", "../secret.png")
    ways = ("![x]({})", "![x][y]\n\n[y]: {}", "<img src='{}'>", "\\includegraphics{{{}}}", '#image("{}")', "<{}>", "{}")
    more = (
        "[x]({})",
        "```{{=openxml}}\n<w:drawing r:link='{}'/>\n```",
        "::: {{include={}}}\n:::",
        "{{% include '{}' %}}",
    )
    text = "\n\n".join(way.format(place) for place in places for way in (*ways, *more))
    draft = by_hand(tmp_path / "drafts.sa.json", shipped(), text[:900], BASICS)
    data = json.loads(draft.read_text(encoding="utf-8"))
    data["values"]["why"]["overall"] = text
    draft.write_text(json.dumps(data), encoding="utf-8")
    outline, kept = store.load(draft)
    target = tmp_path / f"made.{to}"
    publish(outline, kept, target, to)
    assert asked == []
    assert "a canary" not in content(target)
    if to in ("docx", "odt"):
        with zipfile.ZipFile(target) as package:
            assert not [name for name in package.namelist() if re.search("media|Pictures", name)]


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Documents of a draft with every attack in every place."""
    folder = tmp_path_factory.mktemp("attacked")
    outline, draft = store.load(by_hand(folder / "x.sa.json", shipped(), basics=BASICS))
    for to in WITHOUT_FONTS:
        publish(outline, draft, folder / f"made.{to}", to)
    return {to: folder / f"made.{to}" for to in WITHOUT_FONTS}


def test_a_pdf_of_attacks_is_made_or_the_sign_without_a_font_is_named(tmp_path: Path) -> None:
    outline, draft = store.load(by_hand(tmp_path / "x.sa.json", shipped(), basics=BASICS))
    with pytest.raises(ExportError, match="No font on this machine has the sign"):
        publish(outline, draft, tmp_path / "made.pdf", "pdf")
    printable = ALL.replace("\ue000 \u0378", "")
    outline, draft = store.load(by_hand(tmp_path / "y.sa.json", shipped(), printable, basics=BASICS))
    publish(outline, draft, tmp_path / "made.pdf", "pdf")
    assert (tmp_path / "made.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("to", ["docx", "odt", "html", "md"])
def test_no_document_holds_what_a_terminal_obeys(attacked: dict[str, Path], to: str) -> None:
    if to in ("html", "md"):
        assert OBEYED.search(attacked[to].read_text(encoding="utf-8")) is None
        return
    with zipfile.ZipFile(attacked[to]) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                text = package.read(name).decode("utf-8")
                ElementTree.fromstring(text)  # noqa: S314 - made by our own Pandoc
                assert OBEYED.search(text.replace("\r\n", "\n")) is None
                assert not re.search(
                    r"&#(?:x0*(?:[0-8b-f]|1[0-9a-f]|7f)|0*(?:[0-8]|1[1-9]|2\d|3[01]));", text, re.IGNORECASE
                )


def test_a_word_file_links_only_to_the_web_and_holds_no_field_of_anybodys_own(attacked: dict[str, Path]) -> None:
    with zipfile.ZipFile(attacked["docx"]) as package:
        for name in package.namelist():
            text = package.read(name).decode("utf-8", "replace")
            for link in re.findall(r"<Relationship\b[^>]*>", text):
                if "External" in link:
                    assert re.search(r'Target="(?:https?://|mailto:)', link)
                    assert "/hyperlink" in link
            assert "<script" not in text
            for code in re.findall(r"<w:instrText[^>]*>([^<]*)<", text):
                assert code.split(maxsplit=1)[0] in {"TOC", "PAGE", "NUMPAGES", "SEQ", "REF"}
            for code in re.findall(r'w:instr="([^"]*)"', text):
                assert code.split(maxsplit=1)[0] in {"PAGE", "NUMPAGES"}


def test_a_page_holds_no_script_no_picture_and_no_link_out_of_the_web(attacked: dict[str, Path]) -> None:
    page = attacked["html"].read_text(encoding="utf-8")
    body = page[page.index("<body") :]
    assert not re.search(r"<(?:script|img|iframe|object|embed|link|form|svg|style)\b|\son\w+\s*=\s*['\"]", body)
    assert {link.split(":")[0] for link in re.findall(r'href="([^"#][^"]*)"', body)} <= {"http", "https", "mailto"}
    assert not re.search(r"<(?:script|img|iframe|base|meta http-equiv)", page[: page.index("<body")])


@pytest.mark.parametrize("piece", [*CODE, *TERMINAL, *INVISIBLE, "\ue000 \u0378"])
def test_every_character_is_printed_as_it_was_typed(attacked: dict[str, Path], piece: str) -> None:
    """In the answer of one paragraph in which all of them stand, among others."""
    shown = one_spaced(" ".join(text for _, text in paragraphs(attacked["docx"])))
    expected = one_spaced(clean(ALL))
    assert one_spaced(clean(piece)) in expected
    assert one_spaced(clean(piece)) in shown


def test_no_answer_becomes_a_property_a_heading_or_a_marking_of_another(attacked: dict[str, Path]) -> None:
    with zipfile.ZipFile(attacked["docx"]) as package:
        core = package.read("docProps/core.xml").decode("utf-8")
    title = ElementTree.fromstring(core).findtext("{http://purl.org/dc/elements/1.1/}title")  # noqa: S314
    assert title is not None
    assert one_spaced(title) == one_spaced(clean(ALL).replace("\n", " "))


def test_plain_markdown_runs_nothing_where_it_is_shown(attacked: dict[str, Path]) -> None:
    """Other programs read raw HTML in Markdown, and fetch its pictures."""
    text = attacked["md"].read_text(encoding="utf-8")
    assert not re.search(r"(?<!\\)(?:\\\\)*<[A-Za-z/!?]", text)
    assert not re.search(r"(?<!\\)(?:\\\\)*!\[", text)
    assert "](file:" not in text.replace("\\](file:", "").replace("\\]\\(file:", "")
    outline, draft = store.load(attacked["md"].with_name("x.sa.json"))
    assert markdown(outline, draft) == text

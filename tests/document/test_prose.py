"""Nothing a person types is lost, altered or turned into something else on its way through Pandoc."""

import json
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.document.export import export
from sa_wizard.document.pandoc import find_pandoc
from sa_wizard.document.prose import cell, inline, plain_words, prose
from sa_wizard.draft.text import clean
from tests.document.corpus import CORPUS, FRAGMENTS
from tests.document.visible import blocks, kinds, one_spaced, paragraphs, words

NEVER = {
    *("RawBlock", "RawInline", "Image", "Figure", "Header", "CodeBlock", "Code", "Math", "Note", "Cite", "Div", "Span"),
    *("BlockQuote", "HorizontalRule", "DefinitionList", "LineBlock", "Strikeout", "Superscript", "Subscript", "Quoted"),
}
"""What no typed text may become."""


@pytest.fixture(scope="module")
def in_word(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The whole corpus in one Word file, cut apart again at the headings between."""
    target = tmp_path_factory.mktemp("corpus") / "corpus.docx"
    text = "\n\n".join(f"# {place}\n\n{prose(typed, 1)}" for place, (typed, _) in enumerate(CORPUS))
    export(text, target, "docx", title="Corpus", metadata={})
    with zipfile.ZipFile(target) as package:
        assert not [name for name in package.namelist() if "media" in name]
    found: list[list[str]] = []
    for style, visible in paragraphs(target)[1:]:  # the first is the title
        if style == "Heading1":
            found.append([])
        else:
            found[-1].append(visible)
    return [one_spaced(" ".join(lines)) for lines in found]


def test_the_corpus_is_large() -> None:
    assert len(CORPUS) >= 150
    assert len({typed for typed, _ in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize("place", range(len(CORPUS)), ids=[repr(typed)[:50] for typed, _ in CORPUS])
def test_word_shows_what_was_typed(in_word: list[str], place: int) -> None:
    assert in_word[place] == CORPUS[place][1]


@pytest.mark.parametrize("to", ["odt", "html"])
def test_other_formats_show_it_too(tmp_path: Path, to: str) -> None:
    """Read back with Pandoc's own readers, which know nothing of how the file was made."""
    target = tmp_path / f"corpus.{to}"
    text = "\n\n".join(f"# PLACE{place}.\n\n{prose(typed, 1)}" for place, (typed, _) in enumerate(CORPUS))
    export(text, target, to, title="Corpus", metadata={})
    command = [str(find_pandoc()), f"--from={to}", "--to=json", str(target)]
    made = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    pieces = re.split(r"PLACE(\d+)\.", words(made["blocks"]))
    shown = {int(place): one_spaced(piece) for place, piece in zip(pieces[1::2], pieces[2::2], strict=True)}
    assert shown == {place: seen for place, (_, seen) in enumerate(CORPUS)}


@pytest.mark.parametrize(("typed", "seen"), CORPUS, ids=[repr(typed)[:50] for typed, _ in CORPUS])
def test_plain_words_are_what_is_seen(typed: str, seen: str) -> None:
    assert one_spaced(plain_words(typed)) == seen


# -- any text at all

PIECES = st.sampled_from(FRAGMENTS)
TYPED = st.lists(PIECES | st.text(max_size=4), max_size=25).map("".join)
MANY = st.lists(TYPED, min_size=1, max_size=40)
"""Many texts at a time, because it is starting Pandoc that takes the time."""

thorough = settings(max_examples=25, deadline=None)


@thorough
@given(MANY)
def test_any_text_comes_back_from_pandoc_and_becomes_nothing_else(texts: list[str]) -> None:
    markdown = "\n\n".join(f"::: {{#t{place}}}\n\n{prose(typed, 2)}\n\n:::" for place, typed in enumerate(texts))
    found = blocks(markdown)
    assert [block["t"] for block in found] == ["Div"] * len(texts)
    for typed, block in zip(texts, found, strict=True):
        inside = block["c"][1]
        assert not kinds(inside) & NEVER, typed
        assert words(inside) == one_spaced(plain_words(typed)), typed


@thorough
@given(TYPED)
def test_light_markdown_takes_away_only_marks(typed: str) -> None:
    """Judged without the parser that did it: letters stay, and only signs of markup and list numbers may go."""
    seen, kept = plain_words(typed), clean(typed)
    without_numbers = re.sub(r"^(?:[ \t]*(?:[-*•‣▪●◦]|\d{1,9}[.)])(?=\s))+", "", kept, flags=re.MULTILINE)
    if "](" not in typed:
        assert re.findall(r"[^\W\d_]", seen) == re.findall(r"[^\W\d_]", kept)
        assert _is_within(re.findall(r"\d", without_numbers), re.findall(r"\d", seen))
    assert _is_within(list("".join(seen.split())), list("".join(kept.split())))
    lost = set(kept) - set(seen) - set(" \t\n\u2003\u00a0")
    assert "](" in typed or lost <= set("*_-•‣▪●◦|:\\.)0123456789")


def _is_within(few: list[str], many: list[str]) -> bool:
    """Whether ``few`` can be had from ``many`` by leaving some out."""
    rest = iter(many)
    return all(each in rest for each in few)


@thorough
@given(MANY)
def test_a_line_is_literal_wherever_it_stands(texts: list[str]) -> None:
    lines = [inline(typed) or "empty" for typed in texts]
    cells = [cell(typed) for typed in texts]
    table = ["| " + " | ".join([cell(typed), inline(typed)]) + " |" for typed in texts]
    markdown = "\n\n".join(
        [
            *(f"# {line} {{#h{place}}}" for place, line in enumerate(lines)),
            *(f"{line}\n\n[{line}](#h0)" for line in lines),
            *(f"| {each} | x |\n|---|---|\n| {each} | y |" for each in cells),
            "\n".join(["| a | b |", "|---|---|", *table]),
        ]
    )
    found = blocks(markdown)
    expected = [one_spaced(clean(typed)) for typed in texts]
    count = len(texts)
    for place, (block, shown) in enumerate(zip(found[:count], expected, strict=True)):
        assert block["t"] == "Header"
        assert block["c"][1][0] == f"h{place}"
        assert words([block]) == (shown or "empty")
    for place, shown in enumerate(expected):
        bare, linked, own = found[count + 2 * place], found[count + 2 * place + 1], found[3 * count + place]
        assert words([bare]) == words([linked]) == (shown or "empty")
        assert linked["c"][0]["t"] == "Link"
        assert kinds(bare) <= {"Para", "Str", "Space"}
        assert words([own]) == one_spaced(f"{shown} x {shown} y")
    assert words([found[4 * count]]) == one_spaced(f"a b {' '.join(f'{shown} {shown}' for shown in expected)}")
    assert len(found) == 4 * count + 1


@given(st.text(alphabet=st.characters(), max_size=200))
def test_no_text_raises(typed: str) -> None:
    for written in (prose(typed, 3), inline(typed), cell(typed), plain_words(typed)):
        written.encode("utf-8")
    assert "\n" not in inline(typed) + cell(typed)


@pytest.mark.parametrize(
    "piece", ["[", "*_", "**a *b ", "[a](http://b)", "- ", "|", "<1", "`", "\\", "1. x\n   ", "a\n"]
)
def test_a_great_deal_of_one_mark_is_quick(piece: str) -> None:
    """Each of these took minutes in a naive parser: time grows with the square of the length."""
    assert prose(piece * 10_000, 1)


# -- what the light Markdown becomes


def test_a_single_newline_stays_a_line_break() -> None:
    assert prose("one\ntwo", 1) == "one\\\ntwo"
    assert kinds(blocks(prose("one\ntwo", 1))) == {"Para", "Str", "LineBreak"}


def test_lists_keep_their_kind_numbers_and_nesting() -> None:
    found = blocks(prose("7) seven\n8) eight\n   - in\n   - deeper\n     1. one\n     2. two\n\nafter", 1))
    assert [block["t"] for block in found] == ["OrderedList", "Para"]
    assert found[0]["c"][0][0] == 7
    assert found[0]["c"][0][2]["t"] == "OneParen"
    assert kinds(found) >= {"BulletList", "OrderedList"}


def test_two_lists_one_after_the_other_stay_two() -> None:
    found = blocks(prose("- a\n- b\n\n* c\n* d\n\n1. e\n2. f\n\n1) g\n2) h", 1))
    assert [block["t"] for block in found] == ["BulletList", "BulletList", "OrderedList", "OrderedList"]


def test_lists_deeper_than_word_has_levels_lose_nothing() -> None:
    deep = "\n".join(f"{'  ' * level}- level {level}" for level in range(200))
    assert words(blocks(prose(deep, 1))).count("level") == 200


def test_a_number_missed_out_in_a_list_is_not_put_right() -> None:
    assert prose("1. a\n2. b\n4. d", 1) == "1\\. a\\\n2\\. b\\\n4\\. d"


def test_only_web_and_mail_addresses_become_links() -> None:
    typed = "[a](https://x.org) [b](HTTP://x.org) [c](mailto:m@x.org) [d](javascript:x) [e](/x) [f](ftp://x.org)"
    found = blocks(prose(typed, 1))
    links = [each["c"][2][0] for each in found[0]["c"] if each["t"] == "Link"]
    assert links == ["https://x.org", "HTTP://x.org", "mailto:m@x.org"]


def test_a_link_keeps_its_target_exactly() -> None:
    target = "https://www.ons.gov.uk/a_b*c/(d)?e=1&copy;=2&f={g}#h|i"
    in_cell = target.replace("|", "\\|")
    for typed in (f"[x]({target})", f"| a |\n|---|\n| [x]({in_cell}) |"):
        found = blocks(prose(typed, 1))
        assert f'"{target}"' in repr(found).replace("'", '"')


def test_a_ragged_table_loses_no_cell_and_keeps_its_alignment() -> None:
    (table,) = blocks(prose("| a | b |\n|:--|--:|\n| 1 | 2 | 3 |\n| 4 |", 1))
    assert [column[0]["t"] for column in table["c"][2]] == ["AlignLeft", "AlignRight", "AlignDefault"]
    assert words([table]) == "a b 1 2 3 4"
    assert all(len(row[1]) == 3 for row in table["c"][4][0][3])


def test_what_is_typed_never_closes_or_opens_a_div_of_ours() -> None:
    (block,) = blocks(f"::: {{.x}}\n{prose(':::', 1)}\n\n{prose('::: {.x}', 1)}\n:::")
    assert block["t"] == "Div"
    assert words([block]) == "::: ::: {.x}"


def test_letters_with_separate_accents_come_out_composed() -> None:
    """Pandoc's own reader does this; the two are the same letter to every reader and every search."""
    assert words(blocks(prose("cafe\u0301", 1))) == "caf\u00e9"


# -- the Markdown is read by people too


@pytest.mark.parametrize(
    "plain",
    [
        "A&E costs £5 & rises 5% (n < 30) in 2024/25; see snake_case, a^b, ~5, $5, #1 and x@y.org!",
        "[to be added] by the *lead* officer: 3 * 4 = 12.",
        "**Elm** ward, “quoted”, isn't changed -- at all...",
        "- one\n- two\n  - three",
        "1. one\n2. two",
    ],
)
def test_ordinary_writing_gets_no_backslashes(plain: str) -> None:
    assert prose(plain, 1) == plain


def test_the_heading_level_must_be_one_word_has() -> None:
    with pytest.raises(ValueError, match="1 to 9"):
        prose("x", 0)


def test_a_title_in_an_answer_does_not_become_the_title(tmp_path: Path) -> None:
    target = tmp_path / "x.docx"
    export(prose("---\ntitle: stolen\n---", 1), target, "docx", title="Ours", metadata={})
    assert [text for style, text in paragraphs(target) if style == "Title"] == ["Ours"]


def test_lines_pasted_from_a_spreadsheet_are_a_table_with_its_figures_at_the_right() -> None:
    pasted = "Recorded by ward:\nWard\tCount\tNote\nElm\t1,204\tup | down\nAsh\t-3%\t"
    assert prose(pasted, 1).split("\n") == [
        "Recorded by ward:",
        "",
        "| Ward | Count | Note |",
        "|---|--:|---|",
        "| Elm | 1,204 | up \\| down |",
        "| Ash | -3% |  |",
    ]
    assert [block["t"] for block in blocks(prose(pasted, 1))] == ["Para", "Table"]
    assert prose("One\ttab\n\nin each\tparagraph", 1) == "One tab\n\nin each paragraph"

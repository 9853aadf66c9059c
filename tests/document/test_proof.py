"""The proof of a document: what is there is found in every format, and whatever is taken out of one is missed."""

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from sa_wizard.document import compose, read_back
from sa_wizard.document.expected import Contract, Expected, contract, flat
from sa_wizard.document.export import export
from sa_wizard.document.proof import Lost, lost
from sa_wizard.document.prose import pieces, prose
from sa_wizard.document.publish import publish
from sa_wizard.document.writing import Writing
from sa_wizard.draft.asked import Asked
from sa_wizard.errors import ExportError
from sa_wizard.review.judge import judge
from tests.document.corpus import CORPUS
from tests.document.filled import VARIANTS, Filled, filled

FORMATS = ("docx", "odt", "html", "pdf")
NO_FONT = [each for each, _ in CORPUS if re.search("[\u3000-\u9fff\U0001f000-\U0001ffff]", each)]
"""Signs that many a machine has no font for; a PDF carries its fonts, so it needs one."""


def corpus(left_out: Sequence[str] = ()) -> tuple[str, Contract]:
    """Every snippet in a section of its own, and what must be found there."""
    typed = [each for each, _ in CORPUS if each not in left_out]
    text = "\n\n".join(f"# {place} {{#s{place}}}\n\n{prose(each, 1)}" for place, each in enumerate(typed))
    answers = [
        Expected(f"s{place}", f"s{place}", (tuple(piece for piece in map(flat, pieces(each)) if piece),))
        for place, each in enumerate(typed)
    ]
    return text, Contract(tuple(each.anchor for each in answers), tuple(answers))


@pytest.mark.parametrize("to", FORMATS)
def test_the_corpus_comes_out_as_typed(to: str, tmp_path: Path) -> None:
    text, promised = corpus(NO_FONT if to == "pdf" else ())
    assert len(promised.answers) >= 150
    export(text, tmp_path / f"x.{to}", to, title="Corpus", metadata={}, promised=lambda: promised)


@pytest.mark.parametrize("typed", NO_FONT)
def test_a_sign_without_a_font_is_in_the_pdf_or_named(typed: str, tmp_path: Path) -> None:
    promised = Contract(("a",), (Expected("why.overall", "a", (tuple(map(flat, pieces(typed))),)),))
    told = ""
    try:
        text = f"# A {{#a}}\n\n{prose(typed, 1)}"
        export(text, tmp_path / "x.pdf", "pdf", title="T", metadata={}, promised=lambda: promised)
    except ExportError as error:
        told = error.sentence
    named = re.search(r"No font on this machine has the signs? “.+” \(why\.overall\)", told)
    assert named if told else (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("to", [*FORMATS, "md"])
@pytest.mark.parametrize("choices", VARIANTS)
def test_every_answer_of_a_full_draft_is_proved(to: str, choices: dict[str, str], tmp_path: Path) -> None:
    full = filled(choices)
    publish(full.outline, full.draft, tmp_path / f"x.{to}", to)
    assert (tmp_path / f"x.{to}").stat().st_size > 10_000


def promised_of(full: Filled) -> Contract:
    asked = Asked(full.outline, full.draft)
    return contract(Writing(asked), compose.document(asked, judge(asked)))


def test_the_contract_holds_what_a_full_draft_says() -> None:
    """Told by the fixture, which knows nothing of how a document is made."""
    for choices in VARIANTS:
        full = filled(choices)
        asked = Asked(full.outline, full.draft)
        told = "\n".join(piece for each in promised_of(full).answers for way in each.ways for piece in way)
        applying = {f"{section.id}.{field.id}" for section in asked.sections for field in asked.fields(section)}
        missing = {path: [word for word in words if word not in told] for path, words in full.expected.items()}
        assert {path: words for path, words in missing.items() if words and path in applying} == {}


def test_a_paragraph_or_cell_taken_out_is_missed_and_named(tmp_path: Path) -> None:
    """One thing after another is taken out of a Word file; each that a person typed is missed."""
    full = filled(VARIANTS[0])
    target = tmp_path / "x.docx"
    publish(full.outline, full.draft, target, "docx")
    promised = promised_of(full)
    found = read_back.word(target, promised.sections)
    assert lost(promised, found) == []
    noticed = 0
    said: dict[str, set[str]] = {anchor: set() for anchor in found}
    word_typed = re.compile(r"\bw\d+x[bc]?\b")
    for answer in promised.answers:
        said[answer.anchor].update(word_typed.findall(repr(answer.ways)))
    for anchor, text in found.items():
        lines = text.split("\n")
        for place, line in enumerate(lines):
            without = {**found, anchor: "\n".join(lines[:place] + lines[place + 1 :])}
            if not said[anchor].intersection(word_typed.findall(line)) - set(word_typed.findall(without[anchor])):
                continue  # nothing typed here: cover or contents; or the section says it a second time
            noticed += 1
            assert lost(promised, without), line
    assert noticed > 300


@pytest.mark.parametrize(
    ("typed", "shown", "words"),
    [
        ("Burglary fell by 17%.", "Burglary fell by 7%.", "17%."),
        ("3 x 4 = 12", "3 x 4 = 120", "12"),
        ("one two three four", "one two four three", "three four"),
        ("kept\n\nlost words here", "kept", "lost words here"),
        ("in the wrong section", "", "in the wrong section"),
    ],
)
def test_what_is_told_is_where_it_breaks_off(typed: str, shown: str, words: str) -> None:
    promised = Contract(("a", "b"), (Expected("a.x", "a", (tuple(p for p in pieces(typed) if p),)),))
    assert lost(promised, {"a": shown, "b": typed}) == [Lost("a.x", words)]


def test_a_cell_cut_by_the_end_of_a_page_is_whole() -> None:
    promised = Contract(("a",), (Expected("a.x", "a", (("one two three four",),)),))
    assert lost(promised, {"a": "one two left\x00right three four"}, spaced=False) == []
    assert lost(promised, {"a": "one two left\x00right three for"}, spaced=False) != []


def test_a_document_that_lost_words_is_not_kept(tmp_path: Path) -> None:
    target = tmp_path / "x.docx"
    target.write_bytes(b"earlier")
    promised = Contract(("a",), (Expected("why.overall", "a", (("all of it",),)),))
    with pytest.raises(ExportError, match=r"why\.overall lacks “of it”") as caught:
        export("# A {#a}\n\nall or it", target, "docx", title="T", metadata={}, promised=lambda: promised)
    assert caught.value.exit_code == 4
    assert target.read_bytes() == b"earlier"
    assert [each.name for each in tmp_path.iterdir()] == ["x.docx"]


def test_a_section_with_a_long_name_is_found(tmp_path: Path) -> None:
    name = "s-" + "long-" * 12
    promised = Contract((name,), (Expected("x", name, (("words",),)),))
    export(f"# A {{#{name}}}\n\nwords", tmp_path / "x.docx", "docx", title="T", metadata={}, promised=lambda: promised)
    assert zipfile.is_zipfile(tmp_path / "x.docx")

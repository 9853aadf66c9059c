"""Acronyms are spelled out somewhere."""

import pytest

from tests.review.rules.damage import codes, damaged, example, found, said


def test_an_acronym_never_spelled_out_is_a_note_at_its_first_use() -> None:
    (finding,) = found(said("The NRM was used. The NRM again.", draft=said("NRM first.", "introduction.method")))
    assert (finding.code, finding.severity, finding.path) == ("acronym", "note", "introduction.method")
    assert finding.message.startswith("NRM ")


@pytest.mark.parametrize(
    "text",
    [
        "The national referral mechanism (NRM) was used. The NRM again.",
        "The NRM (national referral mechanism) was used.",
        "NHS, CCTV, UK, A&E and GPs.",
        "NOT PROTECTIVELY MARKED AND NOT FOR SALE",
        "In TS1 and on the A1M, phase IV.",
    ],
)
def test_one_spelled_out_or_known_to_all_is_not(text: str) -> None:
    assert codes(said(text)) == []


def test_a_glossary_entry_explains() -> None:
    glossary = [*example().get("appendices.glossary"), "NRM: national referral mechanism."]
    draft = said("The NRM was used.", draft=damaged(appendices__glossary=glossary))
    assert codes(draft) == []

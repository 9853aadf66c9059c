"""Acronyms are spelled out somewhere."""

import pytest

from tests.review.rules.damage import codes, damaged, example, found, said


def test_an_acronym_never_spelled_out_is_a_note_at_its_first_use() -> None:
    (finding,) = found(said("The NRM was used. The NRM again.", draft=said("NRM first.", "introduction.method")))
    assert (finding.code, finding.severity, finding.path) == ("acronym", "note", "introduction.method")
    assert finding.message.startswith("NRM ")


@pytest.mark.parametrize("letters", ["NRM", "VAWDASV", "HMICFRS", "MoRiLE", "MoJ", "ViSOR", "NDTMSs", "A&B"])
def test_long_and_mixed_letters_are_acronyms_too(letters: str) -> None:
    (finding,) = found(said(f"The {letters} was used."))
    assert finding.message == f"{letters.removesuffix('s')} is used and never spelled out."


@pytest.mark.parametrize(
    "text",
    [
        "The national referral mechanism (NRM) was used. The NRM again.",
        "The NRM (national referral mechanism) was used.",
        "NHS, CCTV, UK, A&E and GPs.",
        "NOT PROTECTIVELY MARKED AND NOT FOR SALE",
        "In TS1 and on the A1M, phase IV.",
        "The board must see the IMPORTANT SUMMARY, the BURGLARY figures and DECEMBER again.",
        "Inspector McBRIDE and a PhD student came with an iPhone and a YouTube film.",
        "Violence against Women, Domestic Abuse and Sexual Violence (VAWDASV) is led elsewhere. VAWDASV again.",
    ],
)
def test_one_spelled_out_or_known_to_all_is_not(text: str) -> None:
    assert codes(said(text)) == []


def test_a_glossary_entry_explains() -> None:
    glossary = [*example().get("appendices.glossary"), "NRM: national referral mechanism."]
    draft = said("The NRM was used.", draft=damaged(appendices__glossary=glossary))
    assert codes(draft) == []


@pytest.mark.parametrize(
    "text",
    [
        "It happened OUTSIDE the station.",
        "The SITE was closed in May, and the site was sold.",
        "DI Marsh and DS Okafor led it.",
    ],
)
def test_an_ordinary_word_in_capitals_or_a_rank_is_no_acronym(text: str) -> None:
    assert codes(said(text)) == []


def test_letters_of_the_partnerships_own_name_are_not_asked_for() -> None:
    assert "acronym" in codes(said("The QZP met."))
    own = damaged(about__partnership="Northbridge QZP")
    assert "acronym" not in codes(said("The QZP met.", draft=own))

"""Words that make a body of another time or place right to name count near its name, and by their years."""

import pytest

from sa_wizard.draft.draft import Draft
from tests.review.rules.damage import damaged, found, said

WHERE = "introduction.members"
THEN = {
    "about.period": {"start": "2007-04", "end": "2008-03"},
    "about.previous_period": {"start": "2006-04", "end": "2007-03"},
}


def here(draft: Draft) -> list[str]:
    """The codes of what is found in the answer, acronyms apart."""
    return [each.code for each in found(draft) if each.path == WHERE and each.code != "acronym"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2025 the Primary Care Trust recorded 431 attendances.",
        "In 2025 the Primary Care Trust recorded 431 attendances, and 502 in 2011.",
        "The clinical commissioning group has commissioned treatment since April 2024.",
        "The primary care trust has paid for a nurse since 2008.",
        "The CDRP will consider this in April.",
        "The PCT is represented, as are older people's groups, historic parks and the old town forum.",
        "Members of the police authority are to be briefed.",
        "The Primary Care Trust will fund two alcohol nurses next year.",
        "The PCT now leads on this.",
        "The PCT nurse was replaced in May.",
        "We then asked the clinical commissioning group.",
        "Until April the PCT pays for a nurse.",
        "The police authority visited the former school.",
        "Under the Crime and Disorder Act 1998 the police authority is consulted.",
        "The clinical commissioning group will be replaced in time.",
    ],
)
def test_a_body_of_the_past_is_not_excused_by_words_about_something_else(text: str) -> None:
    assert here(said(text, WHERE)) == ["body-era"]


@pytest.mark.parametrize(
    "text",
    [
        "The former Eastmoor Primary Care Trust began it.",
        "The then police authority paid for it.",
        "The old PCT began it.",
        "In 2012 the PCT recorded 431 attendances.",
        "The PCT recorded 431 attendances in 2010-11.",
        "From 2008 to 2012 the police authority paid for this.",
        "Until 2013 the PCT paid for this.",
        "Before 2013 the PCT paid for this.",
        "The CDRP became the community safety partnership in 2010.",
        "The probation trust, dissolved in 2014, kept these files.",
        "The police authority was abolished.",
        "The integrated care board replaced the clinical commissioning group.",
        "The integrated care board is the successor to the CCG.",
        "The clinical commissioning group (now the integrated care board) began it.",
        "The integrated care board took over from the primary care trust's own successor, the CCG, in 2022.",
        "At that time the PCT sat on the group.",
        "The PCT's 2011 survey of pharmacies was the last.",
    ],
)
def test_history_is_told_of_a_body_that_has_ended(text: str) -> None:
    assert here(said(text, WHERE)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The integrated care board will fund two nurses.",
        "The police and crime commissioner will be asked to approve the plan.",
        "The integrated care board, once replaced, was moved in 2006.",
        "In 2008 the integrated care board paid for this.",
    ],
)
def test_a_body_to_come_is_not_excused_by_a_future_of_its_own(text: str) -> None:
    assert here(damaged({**THEN, WHERE: text})) == ["body-era"]


@pytest.mark.parametrize(
    "text",
    [
        "The proposed integrated care board is not yet here.",
        "From 2022 an integrated care board will pay for this.",
        "The police authority will be replaced by a police and crime commissioner.",
        "Police and crime commissioners will replace police authorities.",
        "The government announced that police and crime commissioners would be elected.",
        "Plans for a police and crime commissioner were told to the group.",
    ],
)
def test_a_body_to_come_may_be_told_as_one(text: str) -> None:
    assert here(damaged({**THEN, WHERE: text})) == []


def test_a_draft_without_a_period_is_judged_by_the_law_of_today() -> None:
    new = {"about.period": None, "about.previous_period": None}
    assert here(damaged({**new, WHERE: "The primary care trust sits on the group."})) == ["body-era"]
    assert here(damaged({**new, WHERE: "The integrated care board sits on the group."})) == []
    assert here(damaged({**new, WHERE: "Until 2013 the primary care trust sat on the group."})) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("On the border of the town centre the integrated care board runs a clinic.", ["body-nation"]),
        ("The integrated care board has a clinic beside the neighbouring school.", ["body-nation"]),
        ("The integrated care board publishes it in English and Welsh.", ["body-nation"]),
        ("Over the border an integrated care board pays for the same work.", []),
        ("The neighbouring integrated care board pays for the same work.", []),
        ("In England an integrated care board pays for this.", []),
        ("The English integrated care boards were asked.", []),
    ],
)
def test_a_border_is_one_between_nations(text: str, codes: list[str]) -> None:
    assert here(damaged({"about.nation": "wales", WHERE: text})) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("No decision has been made, but three matters for the county are listed below.", ["county-none"]),
        ("This goes to the county community safety board.", ["county-none"]),
        ("It is part of the county agreement.", ["county-none"]),
        ("Three matters for the county were not taken up.", ["county-none"]),
        ("The former county strategy group was wound up in 2009.", []),
        ("The county strategy group was wound up in 2009.", []),
        ("There is no county agreement.", []),
        ("Nothing here is for a county community safety board, which does not exist.", []),
        ("A county strategy group does not exist here.", []),
        ("Possession is a matter for the county court.", []),
        ("There are no matters for the county.", []),
    ],
)
def test_there_is_no_county_group(text: str, codes: list[str]) -> None:
    assert here(damaged({"about.area_type": "unitary", WHERE: text})) == codes

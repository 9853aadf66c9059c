"""What a document says of itself, in its properties and at the foot of each page."""

from collections.abc import Mapping

import pytest

from sa_wizard.document import front
from sa_wizard.document.render import markdown
from sa_wizard.document.writing import Writing
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.values import Json
from tests.builders import assessment, drafted, judged, shipped


def writing(answers: Mapping[str, Json], *, final: bool = False) -> Writing:
    return Writing(Asked(shipped(), drafted(answers)), final=final)


@pytest.mark.parametrize(
    ("version", "named"),
    [("", ""), ("0.4", ", version 0.4"), ("Version 2", ", version 2"), ("version 2", ", version 2")],
)
def test_the_footer_names_the_version_once(version: str, named: str) -> None:
    about = {"about.title": "Our assessment", "about.version": version}
    assert front.footer(writing(about)) == f"Our assessment{named}, draft"
    assert front.footer(writing(about, final=True)) == f"Our assessment{named}"


def test_a_version_has_the_day_of_its_row_or_of_the_last_one() -> None:
    rows = [{"version": "0.4", "date": "12 December 2025"}, {"version": "0.5", "date": ""}]
    asked = writing({"about.version": "0.4", "about.versions": rows}).asked
    assert front.issued(asked) == "Version 0.4, 12 December 2025"
    assert front.issued(writing({"about.versions": rows}).asked) == "12 December 2025"
    assert front.issued(writing({}).asked) == ""


@pytest.mark.parametrize("chosen", ["", "none", " None "])
def test_no_marking_is_none(chosen: str) -> None:
    assert front.marking(writing({"about.marking": chosen})) == ""


REASON: Json = "The board meets on 22 January and has asked for it as it is."


def test_the_first_page_of_a_final_that_lacks_something_says_so() -> None:
    answers: dict[str, Json] = {"about__status": "final", "about__override_reason": REASON}
    told = markdown(shipped(), assessment(**answers, views__consultations=[])).partition("Document control")[0]
    assert "Issued as final although it is not complete. Statutory item (e) is not fully met" in told
    lacking = markdown(shipped(), assessment(**answers, summary__decision="")).partition("Document control")[0]
    assert "Issued as final although it is not complete." in lacking
    for whole in (answers, {"about__status": "final"}):
        assert "Issued as final" not in markdown(shipped(), assessment(**whole))
        assert "Draft:" not in markdown(shipped(), assessment(**whole))


def test_a_draft_whose_items_are_met_still_says_that_answers_are_missing() -> None:
    told = markdown(shipped(), assessment(about__status="draft", why__overall=""))
    assert "Draft: not yet final. Answers that its sections need are missing." in told
    both = markdown(shipped(), assessment(about__status="draft", why__overall="", views__consultations=[]))
    assert "not yet fully met; other answers that its sections need are missing too." in both


def test_a_final_document_does_not_say_who_agreed() -> None:
    """Nobody was asked whether the strategy group agreed."""
    whole = assessment(about__status="final")
    said = markdown(shipped(), whole)
    assert "agreed by the strategy group" not in said
    assert front.metadata(Writing(Asked(shipped(), whole), final=True), judged(whole))["description"] == "Final."


def test_what_is_missing_is_listed_with_an_item_only_where_the_item_lacks_it() -> None:
    answers: dict[str, Json] = {"about__status": "final", "about__override_reason": REASON}
    told = markdown(shipped(), assessment(**answers, why__overall="", views__consultations=[]))
    assert "What lies behind the changes as a whole. (also needed in this section)" in told
    assert "No consultation is recorded. (e)" in told

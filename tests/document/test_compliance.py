"""The compliance table: which answers prove each item, from the same review as the check, and what the author says."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sa_wizard.document.compliance import STANDS
from sa_wizard.document.render import markdown
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.session import Session
from sa_wizard.draft.values import Json
from sa_wizard.review import claims
from tests.builders import BURGLARY, NOISE, assessment, changed, shipped

HEADING = "Where each requirement is met"


def page(draft: Draft, *, styled: bool = False) -> str:
    """The last page of the document."""
    return markdown(shipped(), draft, styled=styled).rpartition(HEADING)[2]


def row(item: str, draft: Draft) -> list[str]:
    """The cells of one item: what is required, where it is met, its state."""
    line = next(line for line in page(draft).splitlines() if line.startswith(f"| ({item})"))
    return [cell.strip() for cell in line.strip("|").split(" | ")][1:]


def session(draft: Draft) -> Session:
    """A session that writes nowhere."""
    return Session(Path("unused.sa.json"), shipped(), draft)


def test_each_item_names_the_answers_that_prove_it() -> None:
    where = "13 Matters for the county: Matters for the county group; Matters to bring to the county (Why the county)"
    assert row("g", assessment())[1:] == [where, "Met"]
    changes = row("b", assessment())[1]
    assert changes.startswith("Document control: Period this assessment covers; Previous assessment: title; ")
    assert ". 6 What has changed: Change, problem by problem (Count, previous period)" in changes


def test_sections_that_only_serve_an_item_are_named_after_what_proves_it() -> None:
    where = row("a", assessment())[1]
    proved, _, also = where.partition(". See also ")
    assert proved == "5 Levels and patterns: The problems, one by one (Count, this period; Where; When)"
    assert "3 The area and its people" in also
    assert "5 Levels" not in also


def test_what_is_not_there_is_not_named() -> None:
    topics: Json = [{**BURGLARY, "count": "TBC", "where": "[where]"}, {**NOISE, "when": ""}]
    where, state = row("a", assessment(levels__topics=topics))[1:]
    assert where.startswith("5 Levels and patterns: The problems, one by one (Count, this period). See also 3 The area")
    assert state == "Partly met"
    assert row("d", assessment(priorities__priorities=[]))[1:] == ["Nowhere yet", "Not met"]


def test_own_headings_and_odd_words_are_named_as_they_are_and_stay_words() -> None:
    draft = assessment().with_heading("county", "For the county | [x](y) *now*")
    assert "13 For the county \\| \\[x\\](y) \\*now\\*: Matters for the county group" in page(draft)


def test_the_proof_links_to_its_section() -> None:
    styled = page(assessment(), styled=True)
    assert "[7 Why it has changed](#why): Reasons, problem by problem (Reasons)" in styled
    assert "[Document control](#about): Period this assessment covers" in styled


def test_what_the_author_says_of_the_sections_stands_below_the_table() -> None:
    made = session(assessment())
    assert not re.search("Finished|Said not to apply", page(made.draft))
    claims.finish(made, "why", finished=True)
    claims.waive(made, "equality", "The county assesses it for all districts.")
    told = page(made.draft)
    assert "Finished, by the author's own word: 7 Why it has changed." in told
    assert re.search(r"Said not to apply, with the reason where the section would stand: \d+ Equality", told)


def test_a_final_document_leaves_out_what_is_finished_and_keeps_what_was_left_out() -> None:
    made = session(changed(assessment(), shipped(), {"about.status": "final"}))
    claims.finish(made, "why", finished=True)
    made.set("equality.affected", "")
    claims.waive(made, "equality", "The county assesses it for all districts.")
    assert "Finished, by the author" not in page(made.draft)
    assert "Said not to apply" in page(made.draft)


def test_a_waiver_that_gives_no_reason_is_not_listed() -> None:
    made = session(assessment())
    made.claim("equality", claims.NOT_APPLICABLE, "n/a")
    assert "Said not to apply" not in page(made.draft)


def test_the_reason_for_an_incomplete_final_is_printed_and_goes_when_nothing_is_missing() -> None:
    reason = "The strategy group decided on 22 January to issue it without the survey."
    override: dict[str, Json] = {"about__override_reason": reason, "about__status": "final"}
    assert f"The reason given: {reason}" in page(assessment(**override, views__consultations=[]))
    assert reason not in page(assessment(**override))


def test_a_final_that_lacks_something_lists_it_beside_the_reason() -> None:
    override: dict[str, Json] = {"about__override_reason": "The board meets on 22 January.", "about__status": "final"}
    told = page(assessment(**override, views__consultations=[]))
    assert "What is missing:" in told
    assert "- 10 What people tell us: No consultation is recorded." in told
    assert told.index("What is missing:") < told.index("Statutory items (a) to (g)")
    assert "What is missing:" not in page(assessment(**override))
    assert "What is missing:" not in page(assessment(views__consultations=[])), "a draft is missing much, and says so"


def letting_stand(*accepted: dict[str, str]) -> Draft:
    """A draft that names an address, and lets some things stand."""
    return replace(assessment(levels__all_crime="Write to desk@example.org for the figures."), accepted=accepted)


def test_what_the_author_let_stand_is_listed_with_the_reason() -> None:
    stood = {
        "at": "levels.all_crime",
        "code": "private-email",
        "about": "desk@example.org",
        "reason": "A public | desk.",
    }
    told = page(letting_stand(stood))
    assert STANDS in told
    (line,) = [line for line in told.splitlines() if "desk@example.org" in line]
    assert line.startswith("| 5 Levels and patterns | E-mail address:")
    assert line.endswith("| A public \\| desk. |")


@pytest.mark.parametrize(
    "stood",
    [
        {"at": "levels.all_crime", "code": "private-email", "about": "gone@example.org", "reason": "It is public."},
        {"at": "levels.all_crime", "code": "private-email", "about": "desk@example.org", "reason": "n/a"},
        {"at": "levels.harm", "code": "private-email", "about": "desk@example.org", "reason": "It is public."},
    ],
)
def test_what_is_in_the_draft_no_more_or_has_no_reason_is_not_printed(stood: dict[str, str]) -> None:
    """Words that were taken out may be just what must not be printed."""
    told = page(letting_stand(stood))
    assert STANDS not in told
    assert "gone@example.org" not in told
    assert STANDS not in page(letting_stand())

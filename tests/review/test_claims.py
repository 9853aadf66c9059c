"""What the author says is kept apart from what the checker finds; waiving and overriding need a reason in words."""

from pathlib import Path

import pytest

from sa_wizard.document.render import markdown
from sa_wizard.draft import store
from sa_wizard.draft.session import Session
from sa_wizard.errors import IncompleteDraft, UnreadableDraft, UsageProblem
from sa_wizard.folders import templates_dir
from sa_wizard.outline import load
from sa_wizard.review import claims, final
from sa_wizard.review.judge import judge


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """The finished example, to be damaged."""
    path = tmp_path / "d.sa.json"
    path.write_bytes((templates_dir() / "examples" / "partnership.sa.json").read_bytes())
    return Session.open(path)


def state_of(session: Session, name: str) -> tuple[str, bool]:
    judged = judge(session.asked).section(name)
    assert judged is not None
    return judged.state, judged.finished


def test_a_claim_changes_nothing_that_the_checker_finds(session: Session) -> None:
    session.set("equality.affected", "")
    before = judge(session.asked)
    assert session.claim("equality", "finished", "yes")
    after = judge(session.asked)
    assert state_of(session, "equality")[1]
    assert after.complete is before.complete is False
    assert after.findings == before.findings


def empty(session: Session) -> None:
    """Take every answer out of the section on equality."""
    for name, value in session.draft.values["equality"].items():
        session.set(f"equality.{name}", [] if isinstance(value, list) else "")


def test_a_waived_section_leaves_the_totals_and_says_why_in_the_document(session: Session) -> None:
    empty(session)
    assert not judge(session.asked).complete
    session.claim("equality", "not_applicable", "It is covered by the county's joint equality assessment.")
    assert state_of(session, "equality")[0] == "not_applicable"
    assert judge(session.asked).complete
    told = "This section does not apply: It is covered by the county's joint equality assessment."
    assert told in markdown(session.outline, session.draft)


def test_a_section_cannot_be_left_out_and_answered_at_once(session: Session) -> None:
    """The document would say that it does not apply, and print what was written in it."""
    session.claim("equality", "not_applicable", "It is covered by the county's joint equality assessment.")
    (found,) = judge(session.asked).findings
    assert (found.code, found.path, found.severity) == ("waived_answered", "equality.affected", "error")
    empty(session)
    assert judge(session.asked).complete


def test_waiving_a_section_never_meets_its_statutory_item(session: Session) -> None:
    session.set("priorities.priorities", [])
    session.claim("priorities", "not_applicable", "No time this year.")
    assert judge(session.asked).item("d").status != "met"
    assert not judge(session.asked).complete


@pytest.mark.parametrize("reason", ["", "   "])
def test_waiving_needs_a_reason(session: Session, reason: str) -> None:
    assert not session.claim("equality", "not_applicable", reason)
    assert state_of(session, "equality")[0] == "done"


def test_claims_survive_the_file_and_can_be_undone(session: Session) -> None:
    session.claim("why", "finished", "yes")
    session.save()
    assert store.load(session.path)[1].claims == {"why": {"finished": "yes"}}
    session.undo()
    assert session.draft.claims == {}


def test_final_with_something_missing_needs_a_reason_which_the_document_prints(session: Session) -> None:
    session.set("about.status", "draft")
    session.set("views.consultations", [])
    with pytest.raises(IncompleteDraft, match=r"item \(e\) is not met"):
        final.guard(session, "about.status", "final")
    reason = "The strategy group decided on 22 January to issue it without the survey."
    session.set("about.override_reason", reason)
    final.guard(session, "about.status", "final")
    session.set("about.status", "final")
    assert final.is_final(session.asked, judge(session.asked))
    compliance = markdown(session.outline, session.draft).partition("Where each requirement is met")[2]
    assert f"Issued although something is missing. The reason given: {reason}" in compliance


def test_a_damaged_claim_is_refused_with_its_place(tmp_path: Path) -> None:
    outline = load.find("partnership")
    with pytest.raises(UnreadableDraft, match=r"claims\.why"):
        store.from_data(outline, {"outline": {"id": "partnership"}, "claims": {"why": {"finished": 1}}}, tmp_path)


@pytest.mark.parametrize("reason", ["n/a", "TBC", "None", "x", "[reason]", "Not applicable."])
def test_saying_it_again_waives_nothing(session: Session, reason: str) -> None:
    before = session.draft
    with pytest.raises(UsageProblem, match="does not say why"):
        claims.waive(session, "equality", reason)
    assert session.draft is before


def test_a_file_that_waives_without_a_reason_is_judged_as_if_it_did_not(session: Session) -> None:
    """A program or an older version may have written it; the count must not shrink for a word that gives no reason."""
    session.set("equality.affected", "")
    session.claim("equality", "not_applicable", "n/a")
    review = judge(session.asked)
    judged = review.section("equality")
    assert judged is not None
    assert (judged.state, judged.done, judged.total, judged.reason) == ("has_problems", 0, 1, "n/a")
    assert {each.code for each in review.errors if each.section == "equality"} == {"missing", "no_reason"}
    session.undo()
    session.undo()
    session.claim("equality", "not_applicable", "n/a")
    judged = judge(session.asked).section("equality")
    assert judged is not None
    assert (judged.state, judged.done, judged.total) == ("has_problems", 1, 1)


def test_document_control_always_applies(session: Session) -> None:
    session.set("about.partnership", "")
    with pytest.raises(UsageProblem, match="whose document"):
        claims.waive(session, "about", "The board knows who we are.")
    session.claim("about", "not_applicable", "The board knows who we are.")
    assert "no_reason" in {each.code for each in judge(session.asked).errors}
    assert state_of(session, "about")[0] != "not_applicable"


def test_what_is_found_and_what_is_said_stand_side_by_side(session: Session) -> None:
    assert claims.finish(session, "why", finished=True)
    assert claims.waive(session, "equality", "The county assesses it for all districts.")
    session.set("why.overall", "TODO")
    said = {each.id: (each.state, each.finished, each.reason) for each in judge(session.asked).sections}
    assert said["why"] == ("in_progress", True, "")
    assert said["equality"] == ("not_applicable", False, "The county assesses it for all districts.")
    assert claims.finish(session, "why", finished=False)
    assert claims.waive(session, "equality", "")
    assert session.draft.claims == {}


@pytest.mark.parametrize("reason", ["none", "n/a", "TBC", "...", "OK"])
def test_an_override_without_a_reason_in_words_overrides_nothing(session: Session, reason: str) -> None:
    session.set("about.status", "draft")
    session.set("views.consultations", [])
    session.set("about.override_reason", reason)
    with pytest.raises(IncompleteDraft):
        final.guard(session, "about.status", "final")
    assert final.override_reason(session.asked) == ""


def test_the_outlines_example_of_a_reason_is_not_the_authors(session: Session) -> None:
    found = session.outline.find("about.override_reason")
    assert found is not None
    session.set("about.override_reason", found[1].example)
    assert final.override_reason(session.asked) == ""

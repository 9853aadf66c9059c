"""What the author says is kept apart from what the checker finds; waiving and overriding need a reason in words."""

from pathlib import Path

import pytest

from sa_wizard.document.render import markdown
from sa_wizard.draft import store
from sa_wizard.draft.session import Session
from sa_wizard.errors import IncompleteDraft, UnreadableDraft
from sa_wizard.outline import load
from sa_wizard.review import final
from sa_wizard.review.judge import judge
from sa_wizard.settings import templates_dir


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


def test_a_waived_section_leaves_the_totals_and_says_why_in_the_document(session: Session) -> None:
    session.set("equality.affected", "")
    assert not judge(session.asked).complete
    session.claim("equality", "not_applicable", "It is covered by the county's joint equality assessment.")
    assert state_of(session, "equality")[0] == "not_applicable"
    assert judge(session.asked).complete
    told = "This section does not apply: It is covered by the county's joint equality assessment."
    assert told in markdown(session.outline, session.draft)


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
    with pytest.raises(IncompleteDraft, match=r"item.* \(e\) not met"):
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

"""What proves an item in words: for the report, the compliance table and the check screen, all from one review."""

from sa_wizard.review.proof import proofs
from tests.builders import asked, assessment, judged


def said(item: str, **changes: object) -> list[tuple[str, str]]:
    """Section and words of what proves an item of a complete assessment after changes."""
    draft = assessment(**changes)
    found = next(each for each in judged(draft).items if each.item == item)
    return [(proof.section.id, proof.words) for proof in proofs(asked(draft), found)]


def test_a_question_is_named_once_with_the_columns_that_prove_it() -> None:
    assert said("a") == [("levels", "The problems, one by one (Count, this period; Where; When)")]
    assert said("g") == [
        ("county", "Are there matters for the county group"),
        ("county", "Matters to bring to the county (Why the county)"),
    ]


def test_a_column_is_named_in_the_section_that_asks_for_it() -> None:
    """The previous count is kept with the problem and asked for under 'What has changed'."""
    assert said("b")[-1] == ("changes", "Change, problem by problem (Count, previous period)")


def test_what_is_not_there_proves_nothing() -> None:
    assert said("d", priorities__priorities=[]) == []
    assert said("g", about__area_type="unitary") == []

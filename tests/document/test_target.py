"""Where a document may go: the same for the command line and for the screen, and found out before anything is made."""

from pathlib import Path

import pytest

from sa_wizard.document.target import beside, check_target, format_of
from sa_wizard.errors import CannotWrite, UsageProblem


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "d.sa.json"
    path.touch()
    return path


def test_a_document_goes_beside_its_draft_under_the_same_name() -> None:
    assert beside(Path("/drafts/a.sa.json"), "odt") == Path("/drafts/a.odt")
    assert beside(Path("/drafts/a.json"), "pdf") == Path("/drafts/a.pdf")


@pytest.mark.parametrize(
    ("name", "to"), [("a.DOCX", "docx"), ("a.htm", "html"), ("a.markdown", "md"), ("version 0.4", "")]
)
def test_an_ending_stands_for_a_format(name: str, to: str) -> None:
    assert format_of(Path(name)) == to


def test_no_document_lands_on_the_draft_or_on_its_own_styles(draft: Path) -> None:
    link, house = draft.with_name("link.md"), draft.with_name("house.docx")
    link.symlink_to(draft)
    house.touch()
    with pytest.raises(UsageProblem, match="the draft itself"):
        check_target(link, "md", draft)
    with pytest.raises(UsageProblem, match="reference document itself"):
        check_target(house, "docx", draft, house)
    check_target(draft.with_name("new.docx"), "docx", draft, house)


@pytest.mark.parametrize(
    ("name", "to", "reference", "told"),
    [
        ("a.docx", "odt", None, "under the ending of docx"),
        ("a.docx", "docx", "none.docx", "There is no reference document"),
        ("a.html", "html", "d.sa.json", "gives its styles to docx and odt"),
    ],
)
def test_what_cannot_be_is_wrong_usage(draft: Path, name: str, to: str, reference: str | None, told: str) -> None:
    with pytest.raises(UsageProblem, match=told):
        check_target(draft.with_name(name), to, draft, draft.with_name(reference) if reference else None)


@pytest.mark.parametrize(
    ("name", "told"), [("missing/a.md", "no folder"), ("d.sa.json/a.md", "no folder"), ("", "is a folder")]
)
def test_a_place_that_cannot_hold_a_file_is_said(draft: Path, name: str, told: str) -> None:
    with pytest.raises(CannotWrite, match=told):
        check_target(draft.parent / name, "md", draft)


def test_a_name_longer_than_the_system_allows_is_no_fault_of_ours(draft: Path) -> None:
    with pytest.raises(CannotWrite):
        check_target(draft.parent / ("x" * 300) / "a.md", "md", draft)

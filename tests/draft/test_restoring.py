"""Going back: all of a draft or some answers as they were, how much differs, and what was kept first."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.draft import store, versions
from sa_wizard.draft.compare import compare
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.restoring import BEFORE, Amount, amount, keep_named, keep_present, opened, restored
from sa_wizard.errors import CannotWrite, UnreadableDraft, UsageProblem
from sa_wizard.folders import state_dir
from tests.builders import assessment, shipped
from tests.draft.pairs import drafts


def differ(one: Draft, other: Draft) -> set[str]:
    """The paths at which two drafts differ."""
    return {each.path for each in compare(shipped(), one, other)}


@settings(deadline=None, max_examples=60)
@given(drafts(), drafts(), st.data())
def test_what_is_restored_is_as_it_was_and_nothing_else_changes(
    present: Draft, past: Draft, data: st.DataObject
) -> None:
    paths = sorted(differ(present, past))
    chosen = set(data.draw(st.lists(st.sampled_from(paths), unique=True))) if paths else set()
    back = restored(present, past, chosen)
    assert differ(back, past) == set(paths) - chosen
    assert differ(back, present) == chosen
    assert differ(restored(present, past), past) == set()
    assert restored(present, past).id == present.id


def test_a_version_of_another_outline_is_refused() -> None:
    other = assessment()
    other = replace(other, outline=other.outline._replace(id="own"))
    with pytest.raises(UsageProblem, match=r"another outline \(own\)"):
        restored(assessment(), other)


def test_how_much_differs_is_counted_in_words_also_in_entries() -> None:
    topics = assessment().get("levels.topics")
    changed = [{**topics[0], "where": "One two three."}, *topics[1:]]
    past = assessment(why__overall="One two.", levels__topics=changed)
    present = assessment(why__overall="One two, and three more.", levels__topics=topics, about__nation="wales")
    found = amount(compare(shipped(), past, present))
    where = len(str(topics[0].get("where") or "").split())
    assert found == Amount(3, 5 + where, 2 + 3)
    assert amount(()) == Amount(0, 0, 0)


def test_what_is_there_is_kept_first_or_nothing_may_be_restored(tmp_path: Path) -> None:
    path = tmp_path / "d.sa.json"
    kept = keep_present(path, store.encode(shipped(), assessment()))
    assert (kept.name, kept.own) == (BEFORE, True)
    assert opened(kept, path)[2] == assessment()
    named = keep_named(path, store.encode(shipped(), assessment()), "To the board")
    assert named.promised
    with pytest.raises(UsageProblem, match="already"):
        keep_named(path, b"x", "to the BOARD")
    named.file.write_bytes(b"x")
    with pytest.raises(UnreadableDraft):
        opened(named, path)
    for each in versions.listed(path):
        each.file.unlink()
    versions.folder(path).rmdir()
    versions.root().rmdir()
    state_dir().rmdir()
    state_dir().write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(CannotWrite, match="So nothing was restored"):
        keep_present(path, b"x")

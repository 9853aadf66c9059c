"""Going back: what a version holds, and a draft with some of its answers, or all, as they were in a version."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from sa_wizard.draft import store, versions
from sa_wizard.draft.compare import Difference, EntryDifference
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.in_words import reworded
from sa_wizard.draft.keeper import utc_now
from sa_wizard.draft.parts import assembled, parts
from sa_wizard.draft.versions import Version
from sa_wizard.draft.which import local
from sa_wizard.errors import CannotWrite, UnreadableDraft, UsageProblem
from sa_wizard.outline.spec import Outline
from sa_wizard.signs import one_line

BEFORE = "before restoring"
"""What the version is called that holds what a draft was before it was restored."""

ELSEWHERE = "Make room there, or set SA_WIZARD_DATA_DIR to a folder you can write to."


def opened(version: Version, path: Path) -> tuple[bytes, Outline, Draft]:
    """What a version holds; raises UnreadableDraft. An outline beside the draft's own file is found."""
    why = "Its file is gone or damaged."
    try:
        content = versions.read(version)
        why = ""
        return content, *store.opened(content, path)
    except UnreadableDraft as error:
        raise UnreadableDraft(
            f"The version of {local(version.time)} cannot be opened. {why or _of_version(error.sentence, path)}",
            "Choose another. Nothing was changed.",
        ) from error


def keep_present(path: Path, content: bytes) -> Version:
    """Keep what is about to be restored over; raises CannotWrite, and then nothing may be restored."""
    kept = versions.keep(path, content, now=utc_now(), name=BEFORE, own=True)
    if kept.version is None:
        raise CannotWrite(f"{kept.trouble} So nothing was restored.", ELSEWHERE)
    return kept.version


def _of_version(sentence: str, path: Path) -> str:
    """What is wrong with a version, in the words for its draft: there may be nothing wrong with that one."""
    return sentence.replace(one_line(f"The draft {path}"), "What it holds", 1)


def put_back(path: Path, content: bytes, *, present: bytes | None) -> Version | None:
    """Make a draft's file hold what a version or a copy does; returns the version kept of what it held before, if any.

    ``present`` is what it holds, None when it is gone. What it holds from now on is kept as well, as the newest
    version. Raises CannotWrite, and then the file is as it was.
    """
    before = keep_present(path, present) if present is not None else None
    store.write(path, content)
    versions.keep(path, content, now=utc_now())
    return before


def keep_named(path: Path, content: bytes, name: str) -> Version:
    """Keep a draft as it is, for ever, by a name that none of its versions has.

    Raises UsageProblem for a name that cannot be one or is taken, and CannotWrite.
    """
    kept = versions.keep(path, content, now=utc_now(), name=versions.free(path, name))
    if kept.version is None:
        raise CannotWrite(kept.trouble, ELSEWHERE)
    return kept.version


def restored(present: Draft, past: Draft, paths: Collection[str] | None = None) -> Draft:
    """The present draft with the parts at some paths as they were, or all of it; the paths are those of differences.

    Raises UsageProblem for a past draft that answers another outline.
    """
    if past.outline.id != present.outline.id:
        raise UsageProblem(
            f"That version answers another outline ({past.outline.id}).",
            "'sa-wizard restore' makes the whole file what it was. Nothing was changed.",
        )
    if paths is None:
        return replace(past, id=present.id, other_format=present.other_format)
    wanted = set(paths)
    found = {part: value for part, value in parts(present).items() if part.path not in wanted}
    old = {part: value for part, value in parts(past).items() if part.path in wanted}
    return assembled(present, {**found, **old})


@dataclass(frozen=True)
class Amount:
    """How much two drafts differ: in how many answers, and by how many words that came and went."""

    answers: int
    added: int
    removed: int


def amount(differences: Collection[Difference]) -> Amount:
    """How much the differences come to."""
    added, removed = 0, 0
    for each in differences:
        came, went = _words(each)
        added, removed = added + came, removed + went
    return Amount(len(differences), added, removed)


def _words(each: Difference | EntryDifference) -> tuple[int, int]:
    inner = each.columns if isinstance(each, EntryDifference) else each.entries
    if isinstance(each, EntryDifference) or each.kind == "records":
        counted = [_words(part) for part in inner]
        return sum(came for came, _ in counted), sum(went for _, went in counted)
    return reworded(each)

"""Two drafts made one. What only one side changed is taken by itself; what both changed is a question to a person.

Nothing that either side wrote is lost by answering "both".
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from sa_wizard.draft.compare import Difference, EntryDifference, compare
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.links import linked
from sa_wizard.draft.merge_rows import MergedRows, Relink, Take, merge_rows, relinking
from sa_wizard.draft.parts import Part, assembled, nothing, parts, same
from sa_wizard.draft.values import Json
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.spec import Outline

__all__ = ["Take", "conflicts", "merged", "offers"]

_JOINED = ("text", "list", "records")
_UNCHANGED = "Nothing was changed."
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_CHANCE = 6
"""So many words may stand together in two texts without one being taken from the other."""


def offers(difference: Difference) -> tuple[Take, ...]:
    """What may be done with a difference. Both only where two answers can stand together: texts, lists and records."""
    if difference.kind in _JOINED or (difference.kind == "parked" and _join_parked(difference)):
        return ("mine", "theirs", "both")
    return ("mine", "theirs")


def conflicts(outline: Outline, base: Draft | None, mine: Draft, theirs: Draft) -> tuple[Difference, ...]:
    """The differences that only a person can settle, each reduced to the entries and columns that are in question.

    With the draft that both started from, what both sides changed since; without it, every difference. Raises
    UsageProblem for drafts that answer different outlines.
    """
    merging = _Merging(outline, base, mine, theirs)
    return tuple(found for each in compare(outline, mine, theirs) if (found := merging.question(each)) is not None)


def merged(outline: Outline, base: Draft | None, mine: Draft, theirs: Draft, choices: Mapping[str, Take]) -> Draft:
    """The draft made of two, given a choice for the path of every conflict; other choices are not looked at.

    Both: of texts mine, a blank line, and the paragraphs of theirs that mine does not have; of lists all lines of mine
    and the others of theirs; of records all entries, those that differ twice. Links of theirs to an entry that was
    given a new id follow it. Raises UsageProblem for a conflict without a choice, or with one that is not offered.
    """
    merging = _Merging(outline, base, mine, theirs)
    differences = compare(outline, mine, theirs)
    for each in differences:
        if merging.question(each) is not None:
            _refuse(each, choices.get(each.path))
    records = (each for each in differences if each.kind == "records")
    relink = relinking({each.path: merging.rows(each, choices).renamed for each in records})
    found = dict(merging.mine)
    for each in differences:
        value = merging.value(each, choices, relink)
        part = merging.parts[each.path]
        if value is None:
            found.pop(part, None)
        else:
            found[part] = value
    return assembled(mine, found)


class _Merging:
    """Two drafts, taken apart, and what they started from."""

    def __init__(self, outline: Outline, base: Draft | None, mine: Draft, theirs: Draft) -> None:
        if mine.outline.id != theirs.outline.id:
            raise UsageProblem(
                f"The two drafts answer different outlines ({mine.outline.id} and {theirs.outline.id}).", _UNCHANGED
            )
        self.outline = outline
        self.base = None if base is None else parts(base)
        self.mine = parts(mine)
        self.theirs = parts(theirs)
        self.parts: Mapping[str, Part] = {part.path: part for part in {**self.mine, **self.theirs}}
        self.reserved = linked(mine) | linked(theirs)

    def question(self, each: Difference) -> Difference | None:
        """What of a difference only a person can settle; None when nothing is."""
        if each.kind == "records":
            rows = self.rows(each, {})
            return _reduced(each, rows) if rows.asked else None
        changed = self.base is None or not (same(each.mine, self._old(each)) or same(each.theirs, self._old(each)))
        return each if changed else None

    def rows(self, each: Difference, choices: Mapping[str, Take], relink: Relink | None = None) -> MergedRows:
        """The list of records that two become."""
        found = self.outline.find(each.path)
        record = (found[1].record if found else "") or ""
        base = None if self.base is None else self._old(each) or []
        take = choices.get(each.path, "mine")
        return merge_rows(record, base, each.mine, each.theirs, take, relink or relinking({}), self.reserved)

    def value(self, each: Difference, choices: Mapping[str, Take], relink: Relink) -> Json:
        """What one part becomes; None when it is to be left out."""
        if each.kind == "records":
            return self.rows(each, choices, relink).rows
        if self.base is not None and same(each.mine, self._old(each)):
            return each.theirs
        if self.base is not None and same(each.theirs, self._old(each)):
            return each.mine
        take = choices[each.path]
        if take == "both":
            return _both(each.mine, each.theirs)
        return each.mine if take == "mine" else each.theirs

    def _old(self, each: Difference) -> Json:
        return None if self.base is None else self.base.get(self.parts[each.path])


def _refuse(each: Difference, take: Take | None) -> None:
    where = f"{each.section}, {each.label} ({each.path})"
    if take is None:
        raise UsageProblem(f"{where} was changed on both sides.", f"Choose what to take. {_UNCHANGED}")
    if take not in offers(each):
        raise UsageProblem(f"{where} can only be one of the two.", f"Choose mine or theirs. {_UNCHANGED}")


def _reduced(each: Difference, rows: MergedRows) -> Difference:
    """The difference with only those entries and columns that are in question."""
    open_ = (entry for entry in each.entries if entry.id in rows.questions)
    entries = tuple(_in_question(entry, rows.questions[entry.id]) for entry in open_)
    return replace(each, entries=entries, moved=rows.order)


def _in_question(entry: EntryDifference, columns: frozenset[str]) -> EntryDifference:
    kept = tuple(each for each in entry.columns if not columns or each.path.rpartition(".")[2] in columns)
    return replace(entry, columns=kept)


def _both(mine: Json, theirs: Json) -> Json:
    """Two answers together, the first one first."""
    if nothing(mine) or nothing(theirs):
        return theirs if nothing(mine) else mine
    if isinstance(mine, list):
        have = {json.dumps(each, sort_keys=True) for each in mine}
        return [*mine, *(each for each in theirs if json.dumps(each, sort_keys=True) not in have)]
    return _both_texts(mine, theirs)


def _both_texts(mine: str, theirs: str) -> str:
    """Two texts, a blank line between them; what mine says already is not said again."""
    if not mine.strip() or _said(_words(mine), _words(theirs)):
        return theirs
    have = _words(mine)
    paragraphs = {_words(each) for each in _BLANK_LINES.split(mine)} | {_words("")}
    pieces = ((_words(each), each.strip("\n")) for each in _BLANK_LINES.split(theirs))
    new = [each for said, each in pieces if said not in paragraphs and not _said(said, have)]
    return "\n\n".join([mine.rstrip(), *new]) if new else mine


def _words(text: str) -> str:
    """The words of a text with a space around each, so that only whole words are found in it."""
    return f" {' '.join(text.split())} "


def _said(words: str, where: str) -> bool:
    """Whether words stand together in others. A few may do so by chance, and are then no paragraph said before."""
    return words == where or (words.count(" ") > _CHANCE and words in where)


def _join_parked(difference: Difference) -> bool:
    """Whether two answers that no outline asks for can stand together: lists, and texts of more than one word."""
    pair = [value for value in (difference.mine, difference.theirs) if not nothing(value)]
    if all(isinstance(value, list) for value in pair):
        return True
    return all(isinstance(value, str) for value in pair) and any(len(value.split()) > 1 for value in pair)

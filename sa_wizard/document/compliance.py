"""The last page: where each statutory item is met, and where the outline comes from."""

from collections.abc import Mapping

from sa_wizard.document import tracing
from sa_wizard.document.prose import cell, inline
from sa_wizard.document.view import Block, Part, Text
from sa_wizard.document.writing import Writing
from sa_wizard.outline.load import worded
from sa_wizard.outline.spec import Item
from sa_wizard.review.final import override_reason
from sa_wizard.review.findings import STATUS_WORDS, ItemJudgement, Review

HEADING = "Where each requirement is met"


def part(writing: Writing, review: Review, numbers: Mapping[str, int], links: Mapping[str, str]) -> Part:
    """The compliance table.

    ``numbers``: the number of every section that says something. ``links``: the ids of their headings; none where a
    reader of plain Markdown could not follow them.
    """
    law = writing.asked.law
    opening = f"What a strategic assessment must contain under {law.regulations}, and where this one contains it."
    headers = [("Item", False), ("Requirement", False), ("Where met", False), ("State", False)]
    rows = [_row(writing, judged, numbers, links) for judged in review.items]
    reason = override_reason(writing.asked) if not review.complete else ""
    blocks: list[Block] = [
        Text(inline(opening)),
        *_authorities(writing),
        *([Text(inline(f"Issued although something is missing. The reason given: {reason}"))] if reason else []),
        writing.table("Statutory items (a) to (g)", headers, rows, [inline(worded(law.source))]),
        *tracing.blocks(writing),
    ]
    return Part(writing.heading(HEADING, writing.top, "compliance"), None, tuple(blocks))


def _authorities(writing: Writing) -> list[Block]:
    """Who was bound by it: the bodies of the nation, the kind of area and the last day of the period."""
    asked = writing.asked
    if asked.period is None:
        return []
    bodies, day = asked.words["authorities"], asked.law.on
    told = f"The responsible authorities on {day.day} {day:%B %Y} (Crime and Disorder Act 1998, section 5): {bodies}."
    return [Text(inline(told))]


def provenance(writing: Writing) -> str:
    """Where the outline comes from, as the outline says it."""
    return inline(worded(writing.asked.outline.provenance, dict(writing.asked.words)))


def _row(writing: Writing, judged: ItemJudgement, numbers: Mapping[str, int], links: Mapping[str, str]) -> list[str]:
    item: Item = judged.item
    requirement = writing.asked.law.item(item)
    state = STATUS_WORDS[judged.status].capitalize()
    return [f"({item})", cell(worded(requirement.wording)), _where(writing, judged, numbers, links), cell(state)]


def _where(writing: Writing, judged: ItemJudgement, numbers: Mapping[str, int], links: Mapping[str, str]) -> str:
    """The sections that serve an item and say something, or why the item does not apply."""
    asked = writing.asked
    if judged.status == "not_applicable":
        return cell(worded(asked.law.item(judged.item).absent) or "Not applicable to this partnership.")
    serving = [section for section in asked.sections if section.id in judged.sections and section.id in numbers]
    named = [(section.id, cell(f"{numbers[section.id]} {asked.heading(section)}")) for section in serving]
    return "; ".join(f"[{words}](#{links[name]})" if links else words for name, words in named) or "Nowhere yet"

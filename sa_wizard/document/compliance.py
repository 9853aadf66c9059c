"""The first and the last page: what this document is, whether it is final, and where each statutory item is met."""

from collections.abc import Mapping, Sequence

from sa_wizard.document import tracing
from sa_wizard.document.prose import cell, inline
from sa_wizard.document.view import Block, Cover, Part, Text
from sa_wizard.document.writing import Writing
from sa_wizard.outline.load import worded
from sa_wizard.outline.spec import Item
from sa_wizard.review.final import override_reason
from sa_wizard.review.findings import STATUS_WORDS, ItemJudgement, Review

HEADING = "Where each requirement is met"


def title(writing: Writing) -> str:
    """What the document is called, as plain words."""
    return writing.asked.draft.text("about.title").strip() or writing.asked.outline.title


def subtitle(writing: Writing) -> str:
    """Whose it is and for when, as plain words."""
    period = writing.asked.period
    parts = (writing.asked.draft.text("about.partnership").strip(), period.label if period else "")
    return ", ".join(part for part in parts if part)


def marking(writing: Writing) -> str:
    """The protective marking as it is printed, as plain words; empty when there is none."""
    chosen = writing.asked.draft.text("about.marking").strip()
    return "" if chosen.lower() == "none" else chosen


def notice(writing: Writing, review: Review) -> str:
    """What a draft says of itself on its first page; empty for a final document."""
    if writing.final:
        return ""
    unmet = [judged.item for judged in review.items if judged.status in ("partly", "not_met")]
    if not unmet:
        return "Draft: not yet final."
    items = "Statutory item" if len(unmet) == 1 else "Statutory items"
    return f"Draft: not yet final. {items} {listed(unmet)} {'is' if len(unmet) == 1 else 'are'} not yet fully met."


def listed(items: Sequence[Item]) -> str:
    """Such as ``(a), (b) and (c)``."""
    shown = [f"({item})" for item in items]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def cover(writing: Writing, review: Review) -> Cover:
    """The first page."""
    words = (title(writing), subtitle(writing), marking(writing), notice(writing, review))
    return Cover(*(inline(each) for each in words))


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
        *([Text(inline(f"Issued although something is missing. The reason given: {reason}"))] if reason else []),
        writing.table("Statutory items (a) to (g)", headers, rows, [inline(worded(law.source))]),
        *tracing.blocks(writing),
    ]
    return Part(writing.heading(HEADING, writing.top, "compliance"), None, tuple(blocks))


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

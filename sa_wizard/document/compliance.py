"""The last page: where each statutory item is met and by which answers, and where the outline comes from."""

from collections.abc import Mapping

from sa_wizard.document import tracing
from sa_wizard.document.prose import cell, inline
from sa_wizard.document.view import Block, Bullets, Part, Text
from sa_wizard.document.writing import Writing
from sa_wizard.draft.asked import Asked
from sa_wizard.outline.load import worded
from sa_wizard.outline.spec import Item, Section
from sa_wizard.review.final import override_reason
from sa_wizard.review.findings import STATUS_WORDS, ItemJudgement, Review, concerning
from sa_wizard.review.proof import proofs
from sa_wizard.review.standing import let_stand

HEADING = "Where each requirement is met"
STANDS = "Doubts that the author let stand"
_MISSING = 60
"""Missing things that are listed one by one."""


def part(writing: Writing, review: Review, numbers: Mapping[str, int], links: Mapping[str, str]) -> Part:
    """The compliance table.

    ``numbers``: the number of every section that says something. ``links``: the ids of their headings; none where a
    reader of plain Markdown could not follow them.
    """
    law = writing.asked.law
    lead = (
        f"{{table}} lists what a strategic assessment must contain under {law.regulations}, "
        "and where this one contains it."
    )
    headers = [("Item", False), ("Requirement", False), ("Where met", False), ("State", False)]
    rows = [_row(writing, judged, numbers, links) for judged in review.items]
    blocks: list[Block] = [
        *_authorities(writing),
        *_overridden(writing, review, numbers),
        writing.table("Statutory items (a) to (g)", headers, rows, [inline(worded(law.source))], lead=lead),
        *_said(writing, review, numbers),
        *_stands(writing, numbers),
        *tracing.blocks(writing),
    ]
    return Part(writing.heading(HEADING, writing.top, "compliance"), None, tuple(blocks))


def _overridden(writing: Writing, review: Review, numbers: Mapping[str, int]) -> list[Block]:
    """Why it is issued although something is missing, and what that is."""
    reason = override_reason(writing.asked) if not review.complete else ""
    if not reason:
        return []
    titles = {section.id: _numbered(writing.asked, section, numbers) for section in writing.asked.sections}
    missing = list(
        dict.fromkeys(f"{titles.get(each.section, '')}: {each.message}{concerning((each,))}" for each in review.errors)
    )
    items = [inline(each.removeprefix(": ")) for each in missing[:_MISSING]]
    items += [f"And {len(missing) - _MISSING} more."] if len(missing) > _MISSING else []
    blocks: list[Block] = [Text(inline(f"Issued although something is missing. The reason given: {reason}"))]
    return [*blocks, Text("What is missing:"), Bullets(tuple(items))] if items and writing.final else blocks


def _stands(writing: Writing, numbers: Mapping[str, int]) -> list[Block]:
    """What a rule doubted and the author let stand, with the reason; nothing when there is none."""
    stood = let_stand(writing.asked)
    if not stood:
        return []
    titles = {section.id: _numbered(writing.asked, section, numbers) for section in writing.asked.sections}
    rows = [[cell(titles.get(each.section, each.section)), cell(each.message), cell(reason)] for each, reason in stood]
    headers = [("Where", False), ("What was doubted", False), ("Why it stands", False)]
    return [writing.table(STANDS, headers, rows, lead="{table} lists what was doubted, and why it stands.")]


def _authorities(writing: Writing) -> list[Block]:
    """Who was bound by it: the bodies of the nation, the kind of area and the last day of the period."""
    asked = writing.asked
    if asked.period is None:
        return []
    bodies, day = asked.words["authorities"], asked.law.on
    told = f"The responsible authorities on {day.day} {day:%B %Y} (Crime and Disorder Act 1998, section 5): {bodies}."
    return [Text(inline(told))]


def provenance(writing: Writing) -> str:
    """Where the order of the document comes from, as a board can read it; what the outline is, the program says."""
    outline = writing.asked.outline
    return inline(worded(outline.printed or outline.provenance, dict(writing.asked.words)))


def _row(writing: Writing, judged: ItemJudgement, numbers: Mapping[str, int], links: Mapping[str, str]) -> list[str]:
    item: Item = judged.item
    requirement = writing.asked.law.item(item)
    state = STATUS_WORDS[judged.status].capitalize()
    return [f"({item})", cell(worded(requirement.wording)), _where(writing, judged, numbers, links), cell(state)]


def _where(writing: Writing, judged: ItemJudgement, numbers: Mapping[str, int], links: Mapping[str, str]) -> str:
    """The answers that prove what is met, by section; then other sections that serve the item and say something.

    Or why the item does not apply.
    """
    asked = writing.asked
    if judged.status == "not_applicable":
        return cell(worded(asked.law.item(judged.item).absent) or "Not applicable to this partnership.")
    proved: dict[str, list[str]] = {}
    for proof in proofs(asked, judged):
        printed = proof._replace(label=asked.say(proof.field.called))
        proved.setdefault(proof.section.id, []).append(printed.words)

    def named(section: Section) -> str:
        words = cell(_numbered(asked, section, numbers))
        return f"[{words}](#{links[section.id]})" if section.id in links else words

    by = [f"{named(each)}: {cell('; '.join(proved[each.id]))}" for each in asked.sections if each.id in proved]
    serving = [each for each in asked.sections if each.id in judged.sections and each.id in numbers]
    also = [named(each) for each in serving if each.id not in proved] if proved else []
    return ". ".join([*by, *([f"See also {'; '.join(also)}"] if also else [])]) or "Nowhere yet"


def _said(writing: Writing, review: Review, numbers: Mapping[str, int]) -> list[Block]:
    """What the author says of the sections, apart from what is found: left out with a reason, and finished so far."""
    asked = writing.asked
    judged = [(section, found) for section in asked.sections if (found := review.section(section.id))]
    left_out = [section for section, found in judged if found.state == "not_applicable"]
    finished = [section for section, found in judged if found.finished and not writing.final]
    told = (
        ("Said not to apply, with the reason where the section would stand", left_out),
        ("Finished, by the author's own word", finished),
    )
    return [
        Text(inline(f"{words}: {'; '.join(_numbered(asked, section, numbers) for section in sections)}."))
        for words, sections in told
        if sections
    ]


def _numbered(asked: Asked, section: Section, numbers: Mapping[str, int]) -> str:
    number = numbers.get(section.id)
    return f"{number} {asked.heading(section)}" if number else asked.heading(section)

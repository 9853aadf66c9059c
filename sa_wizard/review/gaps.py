"""The guided path: what is missing, in the order that makes sense to write (evidence before priorities, summary last)."""

from sa_wizard.draft.asked import Asked
from sa_wizard.review.findings import Finding, Review


def gaps(asked: Asked, review: Review) -> tuple[Finding, ...]:
    """What keeps the draft from being complete, in writing order; within a section, in the order of the page."""
    order = {section.id: section.order for section in asked.outline.sections}
    return tuple(sorted(review.errors, key=lambda finding: order.get(finding.section, 1e9)))


def next_gap(asked: Asked, review: Review, after: str = "") -> Finding | None:
    """The gap that follows the one at a path, or the first one; None when nothing is missing."""
    found = gaps(asked, review)
    paths = [finding.path for finding in found]
    if after in paths:
        later = [finding for finding in found[paths.index(after) + 1 :] if finding.path != after]
        return later[0] if later else found[0]
    return found[0] if found else None

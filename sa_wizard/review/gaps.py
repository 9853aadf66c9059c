"""The guided path: what is missing, in the order that makes sense to write: evidence first, the summary last."""

from sa_wizard.draft.asked import Asked
from sa_wizard.review.findings import Finding, Review


def gaps(asked: Asked, review: Review) -> tuple[Finding, ...]:
    """What keeps the draft from being complete, in writing order; within a section, in the order of the page."""
    order = {section.id: section.order for section in asked.outline.sections}
    return tuple(sorted(review.errors, key=lambda finding: order.get(finding.section, 1e9)))


def next_gap(asked: Asked, review: Review, after: str = "") -> Finding | None:
    """The gap that follows the one at a path, or the first one; None when nothing is missing.

    A place with several findings is visited once, so that following the gaps reaches every one of them.
    """
    found: dict[str, Finding] = {}
    for finding in gaps(asked, review):
        found.setdefault(finding.path, finding)
    paths = list(found)
    following = paths.index(after) + 1 if after in found else 0
    return found[paths[following % len(paths)]] if paths else None

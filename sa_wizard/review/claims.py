"""What the author says: that a section is finished, why it does not apply, why a doubt may stand.

What is found is kept apart.
"""

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.session import Session
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.spec import Section
from sa_wizard.review.answers import gives_reason

FINISHED = "finished"
NOT_APPLICABLE = "not_applicable"
NEEDS_WORDS = "Give the reason in a few words: an auditor will ask. Nothing was changed."
CONTROL = "about"
"""The section that says whose document it is; it always applies."""

NO_REASON = "no_reason"
"""The code of a section that is said not to apply, and nobody said why."""
ANSWERED = "waived_answered"
"""The code of a section that is said not to apply, and holds answers all the same."""


def finish(session: Session, section: str, *, finished: bool) -> bool:
    """Note that the author has finished a section, or has not yet; False when that was said already."""
    return session.claim(section, FINISHED, "yes" if finished else "")


def waive(session: Session, section: str, reason: str) -> bool:
    """Note why a section does not apply; an empty reason takes that back. False when that was said already.

    Raises UsageProblem, changing nothing, for what is no reason and for document control.
    """
    if reason.strip() and section == CONTROL:
        raise UsageProblem(
            "Document control always applies: it says whose document this is.", "Leave single questions unanswered."
        )
    if reason.strip() and not gives_reason(reason):
        raise UsageProblem(
            f"{reason.strip()[:40]!r} does not say why the section does not apply.",
            "Give the reason in a few words; it is printed in the document. Nothing was changed.",
        )
    return session.claim(section, NOT_APPLICABLE, reason)


def stand(session: Session, at: str, code: str, about: str, reason: str) -> bool:
    """Let what a rule doubts about some words of an answer stand; False when it stood so already.

    Raises UsageProblem, changing nothing, for what is no reason. Taking it back is ``Session.accept`` without one.
    """
    if not gives_reason(reason):
        raise UsageProblem(f"{reason.strip()[:40]!r} does not say why it may stand.", NEEDS_WORDS)
    return session.accept(at, code, about, reason)


def waived(asked: Asked, section: Section) -> bool:
    """Whether a section is out of the count because the author says, with a reason, that it does not apply."""
    return section.id != CONTROL and gives_reason(asked.waived(section))

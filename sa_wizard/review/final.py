"""A draft is marked final only when every item that applies is met and nothing required is missing.

Or when a written reason says why it is issued all the same; the document then prints it beside the items.
"""

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.paths import resolve
from sa_wizard.draft.session import Session
from sa_wizard.draft.text import clean_line
from sa_wizard.errors import IncompleteDraft
from sa_wizard.review.answers import gives_reason, own_words
from sa_wizard.review.findings import Review, listed

STATUS = "about.status"
OVERRIDE = "about.override_reason"
FINAL = "final"
CHANGED = "This assessment is marked as final, and what you change is in it."
"""What is said once to whoever changes such a draft; each front end adds how to make it a draft again."""


def guard(session: Session, path: str, value: object) -> None:
    """Raise IncompleteDraft when a value would mark an incomplete draft final; call before every ``session.set``."""
    if path == STATUS and isinstance(value, str) and clean_line(value) == FINAL:
        from sa_wizard.review.judge import (
            judge,
        )  # a wizard that marks nothing final need not load it before its first screen

        marked = session.draft.with_value(resolve(session.outline, STATUS), FINAL)
        asked = Asked(session.outline, marked)
        refusal = "" if override_reason(asked) else why_not(judge(asked))
        if refusal:
            raise IncompleteDraft(
                refusal, f"'sa-wizard check' and F3 list what is missing. {how_all_the_same(asked, OVERRIDE)}".rstrip()
            )


def changed(session: Session) -> bool:
    """Whether the last change was made in a draft that was marked final before it, and is after it."""
    last = session.last
    return last is not None and all(each.text(STATUS) == FINAL for each in (last.before, session.draft))


def how_all_the_same(asked: Asked, path: str = "") -> str:
    """How an incomplete draft can be issued, naming the question that asks for the reason; empty when none does.

    ``path``: its path, where an answer is written by its path.
    """
    found = asked.outline.find(OVERRIDE)
    if found is None:
        return ""
    return f"To issue it as it is, first answer “{asked.say(found[1].label)}”{f' ({path})' if path else ''}."


def why_not(review: Review) -> str:
    """Why this draft cannot be final, as a sentence; empty when it can."""
    if review.complete:
        return ""
    unmet = [f"({item.item})" for item in review.items if item.status in ("partly", "not_met")]
    count = review.to_do
    missing = f"{count} thing{'s are' if count != 1 else ' is'} missing"
    many = len(unmet) > 1
    items = f", and item{'s' if many else ''} {listed(unmet)} {'are' if many else 'is'} not met" if unmet else ""
    return f"This draft cannot be marked final yet: {missing}{items}."


def is_final(asked: Asked, review: Review) -> bool:
    """Whether the document may say final: marked so, and still complete or with the reason why not."""
    return asked.draft.text(STATUS) == FINAL and (review.complete or bool(override_reason(asked)))


def override_reason(asked: Asked) -> str:
    """Why the draft is issued although something is missing; empty when nobody said, or only "none" or "n/a"."""
    reason, found = asked.draft.text(OVERRIDE).strip(), asked.outline.find(OVERRIDE)
    return reason if gives_reason(reason) and not (found and own_words(found[1]).hold(reason)) else ""

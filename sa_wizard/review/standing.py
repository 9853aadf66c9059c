"""What a rule doubts and the author lets stand, as it now stands in the draft, with the reasons."""

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.paths import head
from sa_wizard.review import rules
from sa_wizard.review.answers import gives_reason
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding


def let_stand(asked: Asked) -> tuple[tuple[Finding, str], ...]:
    """Each finding that is let stand, once, with its reason, in the order of the document.

    What the author has since reworded is left out: it is in the draft no more, and may be what should not be printed.
    """
    reasons = {
        (each.get("at"), each.get("code"), each.get("about")): " ".join(each.get("reason", "").split())
        for each in asked.draft.accepted
        if gives_reason(each.get("reason", ""))
    }
    if not reasons:
        return ()
    order = {f"{section.id}.{field.id}": at for at, (section, field) in enumerate(asked.outline.fields())}
    places = {section.id: at for at, section in enumerate(asked.ordered)}
    found: dict[tuple[str | None, str | None, str | None], Finding] = {}
    for each in rules.found(Evidence(asked)):
        key = (head(each.path), each.code, each.about)
        if key in reasons:
            found.setdefault(key, each)
    told = sorted(found.items(), key=lambda pair: (places.get(pair[1].section, 0), order.get(head(pair[1].path), 0)))
    return tuple((each, reasons[key]) for key, each in told)

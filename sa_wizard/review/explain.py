"""What a finding's code means, why it matters and where it comes from: of rules, statutory tests and plain faults."""

from difflib import get_close_matches

from sa_wizard.errors import UsageProblem
from sa_wizard.outline.requirements import RequirementSet
from sa_wizard.outline.spec import ITEMS
from sa_wizard.review.rules import RULES

PLAIN = {
    "missing": "A question that must be answered has no answer. White space, TODO, TBC, XX and [insert …] are none.",
    "too_few": "A list has fewer entries than the section needs; entries without any answer do not count.",
    "not_a_choice": "The stored value is not one of the choices of this question, so nothing can be judged by it.",
    "bad_period": "A period needs a first and a last month, written YYYY-MM, the first not after the last.",
    "not_a_number": "A count is a number of zero or more. Text such as 'about 40' is kept, but nothing is worked out.",
    "link": "A link points to an entry that is no longer in its list, so the evidence cannot be followed.",
}


def codes() -> list[str]:
    """Every code that can be explained on its own; statutory codes begin with the letter of their item."""
    return [*PLAIN, *RULES]


def explain(code: str, law: RequirementSet) -> str:
    """The explanation of one code; raises UsageProblem naming the nearest when there is no such code."""
    if code in RULES:
        rule = RULES[code]
        item = f"\n\nIt belongs to item ({rule.item}): {law.item(rule.item).title}." if rule.item else ""
        told = (
            f"{code} ({rule.severity})",
            rule.title,
            rule.why,
            f"What to do: {rule.hint}",
            f"Source: {rule.source}{item}",
        )
        return "\n\n".join(told)
    if code in PLAIN:
        return f"{code} (error)\n\n{PLAIN[code]}"
    for item in ITEMS:
        if code.startswith(f"{item}-"):
            requirement = law.item(item)
            return (
                f"{code} (error)\n\nItem ({item}), {requirement.title}: {requirement.wording} ({law.regulations}.)\n\n"
                f"The test is ours: {requirement.present}\n\n{requirement.why}"
            )
    near = get_close_matches(code, codes(), 1)
    raise UsageProblem(
        f"There is no code {code!r}.",
        f"Did you mean {near[0]}?" if near else "'sa-wizard check DRAFT --json' shows the codes of a draft.",
    )

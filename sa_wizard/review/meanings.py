"""What the codes of the statutory tests and of plain faults mean, and why each matters: one sentence, as data.

Rules bring their own (``rules.rule.Rule``); a question may bring its own reason in the outline (``Field.why``).
"""

from typing import NamedTuple

from sa_wizard.outline.spec import Level
from sa_wizard.review.findings import Severity


class Meaning(NamedTuple):
    """One code: what it catches, and why that matters to a board, an auditor or next year's author."""

    title: str
    why: str
    severity: Severity = "error"


_FIRST = Meaning(
    "Whether there was an assessment before this one",
    "Items (b) and (f) look back at an earlier assessment and plan, so a reader must know whether there was one and, "
    "if there was none, why.",
)

STATUTORY: dict[str, Meaning] = {
    "a-count": Meaning(
        "A strand without a count",
        "Item (a) covers crime, disorder and substance misuse alike, and a strand without one count cannot be "
        "compared, ranked or shown to have fallen.",
    ),
    "a-pattern": Meaning(
        "A strand without a pattern",
        "Item (a) asks for patterns as well as levels: a number that says nothing of place, time, victim or offender "
        "gives the plan nowhere to begin.",
    ),
    "b-period": Meaning(
        "The period covered",
        "Item (b) compares two periods, and without the months of this one no figure can be checked or worked out "
        "again.",
    ),
    "b-first": _FIRST,
    "b-previous-period": Meaning(
        "The period of the previous assessment",
        "Every change in the document is measured from these months; a reader who does not know them cannot tell a "
        "fall from a shorter period.",
    ),
    "b-previous-report": Meaning(
        "The previous assessment by title and date",
        "Item (b) asks what changed since the previous report; with its title and date a reader can lay the two side "
        "by side.",
    ),
    "b-count": Meaning(
        "A count without the one before it",
        "Item (b) asks for the change and not only the level: without the earlier count a rise looks the same as a "
        "problem that was always this size.",
    ),
    "c-reason": Meaning(
        "A material change without a reason",
        "Item (c) asks why patterns changed; figures without reasons are the best-known weakness of published "
        "assessments.",
    ),
    "c-evidence": Meaning(
        "A reason without evidence",
        "A reason with nothing for it or against it is a guess, and the plan would spend money on it.",
    ),
    "c-find-out": Meaning(
        "Not yet known, and nobody to find out",
        "'Not yet known' answers item (c) only with how it will be found out; otherwise next year's assessment asks "
        "the same question.",
    ),
    "c-none": Meaning(
        "Nothing explains the changes",
        "A plan built on a description treats whatever went up, and not what put it up; item (c) is there to prevent "
        "that.",
    ),
    "d-none": Meaning(
        "No priority",
        "The partnership plan is built on item (d): an assessment that recommends no priority leaves the board nothing "
        "to decide.",
    ),
    "d-evidence": Meaning(
        "A priority without evidence",
        "A priority that rests on nothing in this document cannot answer a board's or an auditor's first question: "
        "says who?",
    ),
    "e-none": Meaning(
        "No consultation",
        "Item (e) is a requirement in its own right: what people want dealt with first has to come from people who "
        "were asked.",
    ),
    "e-dates": Meaning(
        "A consultation without dates",
        "Views go out of date as figures do, and an undated survey may be older than the problem it is quoted on.",
    ),
    "e-responses": Meaning(
        "A consultation without its number of responses",
        "Half of those who answered may be four people or four thousand; the number says how far the findings carry.",
    ),
    "e-said": Meaning(
        "A consultation without findings",
        "Item (e) asks what people think should be prioritised, and a consultation without findings shows only that "
        "they were asked.",
    ),
    "e-residents": Meaning(
        "Nobody who lives here was asked",
        "Item (e) covers people who live here and people who work here, and nothing yet shows that residents were "
        "asked.",
    ),
    "e-workers": Meaning(
        "Nobody who works here was asked",
        "Item (e) covers people who work in the area too: those in its shops, schools and bars see what residents do "
        "not.",
    ),
    "e-concern": Meaning(
        "No matter the public would prioritise",
        "Item (e) is the public's own list; without it nobody can see where the priorities follow it and where they "
        "do not.",
    ),
    "f-first": _FIRST,
    "f-none": Meaning(
        "No priority of the previous plan",
        "Item (f) asks how far the previous plan was carried out, and that can be said only of its priorities, one by "
        "one.",
    ),
    "f-judgement": Meaning(
        "A previous priority without a judgement",
        "Item (f) asks how far the plan was carried out; an account of activity leaves the board to guess whether it "
        "was.",
    ),
    "f-evidence": Meaning(
        "A judgement without evidence",
        "A judgement without evidence is the partnership marking its own work, and it is the first thing scrutiny asks "
        "about.",
    ),
    "g-any": Meaning(
        "Whether there are matters for the county",
        "Item (g) can be answered by saying that there is nothing for the county strategy group, but not by silence.",
    ),
    "g-reason": Meaning(
        "No matters for the county, and no reason",
        "A bare 'none' reads as if the question had not been asked; the reason shows that each priority was looked at.",
    ),
    "g-none": Meaning(
        "No matter for the county",
        "The county's agreement is based on the assessments of its districts, so what is not raised here is not in it.",
    ),
    "g-why": Meaning(
        "A matter without why the county should act",
        "Every district asks for something; a matter that does not say why it cannot be dealt with here is noted and "
        "left.",
    ),
}
"""By the code of the part of an item that does not hold (``statutory.Part``)."""

PLAIN: dict[str, Meaning] = {
    "missing": Meaning(
        "A question without an answer",
        "A placeholder or an empty place where a reader expects an answer puts the rest in doubt: white space, TODO, "
        "TBC, XX and [insert …] count as none, as do empty forms and pasted guidance.",
    ),
    "too_few": Meaning(
        "A list with too few entries",
        "A list that stops short is read as the whole list; entries without any answer do not count.",
    ),
    "not_a_choice": Meaning(
        "An answer that is not one of the choices",
        "The stored value is not one of the choices, so no item, condition or table can be judged by it.",
    ),
    "bad_period": Meaning(
        "A period that cannot be read",
        "Every change and every rate rests on its months; a period needs a first and a last one, written YYYY-MM, and "
        "runs forwards.",
    ),
    "not_a_number": Meaning(
        "A count that is not a number",
        "Text such as 'about 40' is kept as typed, but no change, rate or total can be worked out from it.",
    ),
    "no_reason": Meaning(
        "A section said not to apply, without a reason",
        "A board or an auditor who finds a section missing must be able to read why; 'none' or 'n/a' is no reason.",
    ),
    "waived_answered": Meaning(
        "A section said not to apply that holds answers all the same",
        "The document would say that the section does not apply and print what was written in it.",
    ),
    "link": Meaning(
        "A link to an entry that is not there",
        "The entry it led to was deleted or renamed, so nobody can follow the evidence from here.",
        "warning",
    ),
}
"""By the code of a plain fault (``strict.Fault``), and of links that lead nowhere."""

NAMELESS = "An entry is linked to, listed and found again by this, in every table and on every screen."
"""Why the question that names an entry must be answered."""

LEVELS: dict[Level, str] = {
    "statutory": "The law that the document is made under asks for it, outside items (a) to (g).",
    "guidance": "Published guidance asks for it, though the law does not.",
    "practice": "The law does not ask for it; readers of published assessments look for it.",
}
"""Why a question must be answered that serves no item and whose outline gives no reason of its own."""

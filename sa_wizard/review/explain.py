"""Why a finding matters, in one sentence, and what its code means. One source for the guided path and every report."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.paths import resolve
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.requirements import RequirementSet
from sa_wizard.outline.spec import Field, Item, Level
from sa_wizard.review.findings import Finding, Severity
from sa_wizard.review.meanings import LEVELS, NAMELESS, PLAIN, STATUTORY, Meaning
from sa_wizard.review.rules import RULES

GRAVITY: dict[Severity, str] = {
    "error": "keeps the draft from being complete",
    "warning": "worth another look",
    "note": "may be right",
}
"""What a severity means for the author."""

BASES: dict[Level, str] = {"statutory": "the law", "guidance": "published guidance", "practice": "good practice"}
"""What a question rests on that serves no item."""

_NEAREST = 3
_TELLING = 4
"""Letters of a word that is looked for among the parts of the codes, as ``postcode`` of ``private-postcode``."""


class Explanation(NamedTuple):
    """One code of a finding. ``hint`` and ``source`` are empty where the finding itself says what to do."""

    code: str
    severity: Severity
    title: str
    why: str
    hint: str = ""
    source: str = ""
    item: Item | None = None

    def told(self, law: RequirementSet) -> str:
        """In paragraphs, with what its item asks; an empty line divides them."""
        said = [
            f"{self.code}: {self.title.rstrip('.')} ({GRAVITY[self.severity]})",
            f"Why it matters: {self.why}",
        ]
        said += [f"What to do: {self.hint}"] if self.hint else []
        said += [f"Source: {self.source}"] if self.source else []
        if self.item:
            asks = law.item(self.item)
            said.append(f"Item ({self.item}), {law.regulations}: {asks.wording}")
            said.append(f"The test of it is ours: {asks.present}")
        return "\n\n".join(said)


def codes() -> list[str]:
    """Every code a finding may have."""
    return [*PLAIN, *STATUTORY, *RULES]


def explain(code: str) -> Explanation:
    """What one code means; raises UsageProblem naming the nearest when there is no such code."""
    wanted = code.strip().lower()
    if wanted in RULES:
        rule = RULES[wanted]
        return Explanation(wanted, rule.severity, rule.title, rule.why, rule.hint, rule.source, rule.item)
    meaning = _meaning(wanted)
    if meaning is None:
        raise _unknown(code)
    item = _item_of(wanted) if wanted in STATUTORY else None
    return Explanation(wanted, meaning.severity, meaning.title, meaning.why, item=item)


def why(asked: Asked, finding: Finding) -> str:
    """Why a finding matters to this draft, in one sentence; never empty.

    An answer that is missing has the reason its question gives, else that of the item it serves, else of its level.
    """
    if finding.code == "missing":
        return asked.say(_why_missing(asked, finding))
    if finding.code in RULES:
        return RULES[finding.code].why
    meaning = _meaning(finding.code)
    if meaning is not None:
        return meaning.why
    return asked.law.item(finding.item).why if finding.item else LEVELS["practice"]


def basis(asked: Asked, finding: Finding) -> str:
    """What a reason rests on, to stand beside it: ``item (c)``, or the level of the question.

    Empty for what neither the law nor the outline asks, and where the reason names the item itself.
    """
    if finding.item:
        return "" if f"({finding.item})" in why(asked, finding) else f"item ({finding.item})"
    return BASES[_field(asked, finding).level] if finding.code in PLAIN else ""


def _why_missing(asked: Asked, finding: Finding) -> str:
    target = resolve(asked.outline, finding.path)
    if target.column:
        return NAMELESS
    field = target.seen_in[1]
    if field.why:
        return field.why
    return asked.law.item(field.items[0]).why if field.items else LEVELS[field.level]


def _field(asked: Asked, finding: Finding) -> Field:
    return resolve(asked.outline, finding.path).seen_in[1]


def _meaning(code: str) -> Meaning | None:
    return STATUTORY.get(code) or PLAIN.get(code)


def _item_of(code: str) -> Item:
    item: Item = code[0]  # type: ignore[assignment]  # statutory codes begin with the letter of their item
    return item


def _unknown(code: str) -> UsageProblem:
    wanted = code.strip().lower()
    near = get_close_matches(wanted, codes(), _NEAREST)
    if not near and len(wanted) >= _TELLING:
        near = [each for each in codes() if wanted in each.replace("_", "-").split("-")][:_NEAREST]
    listed = "'sa-wizard check --explain' without a code lists them all."
    return UsageProblem(f"There is no code {code!r}.", f"Did you mean {_either(near)}? {listed}" if near else listed)


def _either(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last

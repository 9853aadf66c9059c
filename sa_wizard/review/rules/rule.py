"""What a rule is: a stable code, how grave it is, what it looks for, and the place it comes from."""

from typing import NamedTuple

from sa_wizard.outline.spec import Item
from sa_wizard.review.findings import Finding, Severity


class Rule(NamedTuple):
    """One rule. ``title`` says what it catches, ``why`` why that matters, ``source`` where the rule comes from."""

    code: str
    severity: Severity
    title: str
    why: str
    hint: str
    source: str
    item: Item | None = None

    def found(self, path: str, message: str, hint: str = "", words: str = "") -> Finding:
        """A finding at a path, in its own sentence; ``words`` are those it is about if the sentence quotes more."""
        section = path.partition(".")[0]
        return Finding(path, section, self.severity, self.code, message, hint or self.hint, self.item, words)

"""One mistake that drafts are really made with, as a row of the tables of traps."""

from dataclasses import dataclass

from sa_wizard.draft.draft import Draft
from sa_wizard.review.findings import Severity
from tests.review.rules.damage import Change
from tests.variants import VARIANTS


@dataclass(frozen=True)
class Trap:
    """Its name, what is changed, the only code that may follow, how grave it is, and every place it is found at."""

    name: str
    changes: tuple[Change, ...]
    code: str
    severity: Severity
    at: tuple[str, ...]
    of: str = "two-tier England"
    """The variant of the example that is damaged."""

    def draft(self) -> Draft:
        """The damaged draft."""
        draft = VARIANTS[self.of]()
        for change in self.changes:
            draft = change(draft)
        return draft

"""Marks for states, always beside a word or a letter; plain ASCII where the terminal's locale cannot show more."""

import locale
import os
from dataclasses import dataclass

from sa_wizard.review.findings import ItemStatus, SectionState, Severity


@dataclass(frozen=True)
class Glyphs:
    """One set of marks."""

    full: str
    half: str
    empty: str
    none: str
    wrong: str
    right: str
    dot: str

    def item(self, status: ItemStatus) -> str:
        """The mark of a statutory item."""
        return {"met": self.full, "partly": self.half, "not_met": self.empty, "not_applicable": self.none}[status]

    def section(self, state: SectionState) -> str:
        """The mark of a section."""
        marks: dict[SectionState, str] = {
            "done": self.full,
            "in_progress": self.half,
            "not_started": self.empty,
            "has_problems": self.wrong,
            "not_applicable": self.none,
        }
        return marks[state]

    def severity(self, severity: Severity) -> str:
        """The mark of a finding."""
        return {"error": self.empty, "warning": "!", "note": "i"}[severity]


UNICODE = Glyphs("●", "◐", "○", "–", "✗", "✓", "·")
ASCII = Glyphs("*", "~", "o", "-", "x", "v", "-")


def glyphs() -> Glyphs:
    """The set this terminal can show."""
    encoding = locale.getpreferredencoding(False).lower().replace("-", "")
    return UNICODE if encoding == "utf8" and os.environ.get("TERM") not in ("linux", "dumb") else ASCII

"""Marks for states, always beside a word or a letter; plain ASCII where the terminal cannot show more."""

from typing import NamedTuple

from sa_wizard.review.findings import ItemStatus, SectionState, Severity


class Glyphs(NamedTuple):
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


_in_use = [UNICODE]
"""Why one for the whole process: it has one terminal, and marks are drawn deep inside widgets and plain functions."""


def use(marks: Glyphs) -> None:
    """Say once, at the start, which set this terminal can show."""
    _in_use[0] = marks


def glyphs() -> Glyphs:
    """The set this terminal can show."""
    return _in_use[0]

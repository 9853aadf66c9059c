"""One conversion under way: what is to be made of what, and whom to tell how far it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sa_wizard.document.expected import Contract
from sa_wizard.document.logo import Logo
from sa_wizard.errors import ExportCancelled

Report = Callable[[str, float], None]
"""Told what is being done and how much of the whole is behind us, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Job:
    """One conversion under way."""

    markdown: str
    to: str
    metadata: Mapping[str, str]
    reference: Path | None
    marking: str
    footer: str
    report: Report
    cancelled: Callable[[], bool]
    promised: Callable[[], Contract] | None
    epoch: int | None
    logo: Logo | None

    def stage(self, words: str, done: float) -> None:
        """Say what comes next; raises ExportCancelled when the person has had enough."""
        if self.cancelled():
            raise ExportCancelled("The export was stopped.", "No file was changed.")
        self.report(words, done)

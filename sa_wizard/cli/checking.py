"""What a draft is missing, as a report for people: all of a check that is asked for nothing else."""

from pathlib import Path

from sa_wizard.cli.report import report
from sa_wizard.cli.talk import say
from sa_wizard.draft import opening
from sa_wizard.draft.asked import Asked
from sa_wizard.errors import IncompleteDraft
from sa_wizard.review.findings import Review
from sa_wizard.review.judge import judge


def check(draft: Path) -> int:
    """Print the report; returns the exit code. Raises what reading the draft raises."""
    asked = Asked(*opening.load(draft))
    found = judge(asked)
    say(report(asked, found, draft))
    return code(found)


def code(found: Review) -> int:
    """0 for a complete draft, 3 for one that is not."""
    return 0 if found.complete else IncompleteDraft.exit_code

"""What is missing: the same review as in the wizard, as a report for people or as JSON for programs."""

from pathlib import Path
from typing import Any

import click

from sa_wizard.cli.arguments import DRAFT
from sa_wizard.cli.report import report
from sa_wizard.cli.talk import say, say_json
from sa_wizard.draft import store
from sa_wizard.draft.asked import Asked
from sa_wizard.errors import IncompleteDraft
from sa_wizard.review.findings import Review
from sa_wizard.review.judge import judge


@click.command()
@DRAFT
@click.option("--json", "as_json", is_flag=True, help="Items, sections and findings as JSON.")
def check(draft: Path, as_json: bool) -> int:
    """Say what DRAFT is missing, item by item. Exit 0 when it is complete, 3 when it is not."""
    outline, kept = store.load(draft)
    asked = Asked(outline, kept)
    found = judge(asked)
    if as_json:
        say_json(_data(found))
    else:
        say(report(asked, found, draft))
    return 0 if found.complete else IncompleteDraft.exit_code


def _data(found: Review) -> dict[str, Any]:
    """The shape that the design promises; nothing more, so that it can be kept."""
    return {
        "complete": found.complete,
        "items": [{"item": item.item, "status": item.status, "findings": item.findings} for item in found.items],
        "sections": [
            {"id": each.id, "title": each.title, "state": each.state, "done": each.done, "total": each.total}
            for each in found.sections
        ],
        "findings": [
            {
                "path": finding.path,
                "section": finding.section,
                "item": finding.item,
                "severity": finding.severity,
                "code": finding.code,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in found.findings
        ],
    }

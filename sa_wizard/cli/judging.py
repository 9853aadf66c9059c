"""What is missing: the same review as in the wizard, as a report for people or as JSON for programs."""

from pathlib import Path
from typing import Any

import click

from sa_wizard.cli import checking
from sa_wizard.cli.file_name import FileName
from sa_wizard.cli.layout import wrapped
from sa_wizard.cli.report import codes_report, item_report
from sa_wizard.cli.talk import say, say_json
from sa_wizard.draft import opening
from sa_wizard.draft.asked import LATEST_LAW, Asked
from sa_wizard.errors import IncompleteDraft, UsageProblem
from sa_wizard.outline import requirements
from sa_wizard.outline.requirements import RequirementSet
from sa_wizard.outline.spec import ITEMS, Item
from sa_wizard.review.code_list import code_list
from sa_wizard.review.explain import explain
from sa_wizard.review.findings import Review
from sa_wizard.review.judge import judge


@click.command()
@click.argument("draft", type=FileName(), required=False)
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, for programs.")
@click.option("--item", type=click.Choice(ITEMS), help="Only what concerns one statutory item.")
@click.option(
    "--explain",
    "code",
    metavar="[CODE]",
    is_flag=False,
    flag_value="",
    help="What one code means and why it matters; every code with its title when none is named. Needs no DRAFT.",
)
def check(draft: Path | None, as_json: bool, item: Item | None, code: str | None) -> int:
    """Say what DRAFT is missing and what to do next. Exit 0 when it is complete, 3 when it is not.

    With --item, 0 when that item is met or does not apply.
    """
    if draft is None:
        if code is None:
            raise UsageProblem("It is not said which draft to check.", "'sa-wizard check --help' shows how it is used.")
        return _explain(requirements.on("england", LATEST_LAW), code.strip(), as_json=as_json)
    if code is None and item is None and not as_json:
        return checking.check(draft)
    asked = Asked(*opening.load(draft))
    if code is not None:
        return _explain(asked.law, code.strip(), as_json=as_json)
    found = judge(asked)
    if item is not None:
        return _one_item(asked, found, item, draft, as_json=as_json)
    say_json(_data(found))
    return checking.code(found)


def _explain(law: RequirementSet, code: str, *, as_json: bool) -> int:
    """One code, or all of them, in the words of the law that applies."""
    if not code:
        every = code_list()
        if as_json:
            say_json([each._asdict() for _, listed in every for each in listed])
        else:
            say(codes_report(every))
        return 0
    explained = explain(code)
    if as_json:
        say_json(explained._asdict())
    else:
        say(wrapped(explained.told(law)))
    return 0


def _one_item(asked: Asked, found: Review, item: Item, draft: Path, *, as_json: bool) -> int:
    """The same for one item and the sections that serve it: met, or not applicable, counts as done."""
    judged = found.item(item)
    about = tuple(finding for finding in found.findings if finding.item == item)
    if as_json:
        served = tuple(section for section in found.sections if section.id in judged.sections)
        say_json(_data(found._replace(items=(judged,), sections=served, findings=about)))
    else:
        say(item_report(asked, judged, about, draft))
    return 0 if judged.status in ("met", "not_applicable") else IncompleteDraft.exit_code


def _data(found: Review) -> dict[str, Any]:
    """The shape that the design promises, with what proves each item and what the author says of each section."""
    return {
        "complete": found.complete,
        "items": [
            {"item": item.item, "status": item.status, "findings": item.findings, "proof": list(item.proof)}
            for item in found.items
        ],
        "sections": [
            {
                "id": each.id,
                "title": each.title,
                "state": each.state,
                "done": each.done,
                "total": each.total,
                "finished": each.finished,
                "reason": each.reason,
            }
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

"""The report of a check, in words: where the draft stands, what is missing and where, and what to do next."""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from sa_wizard.cli.layout import wrapped
from sa_wizard.draft.asked import Asked
from sa_wizard.outline.spec import Item
from sa_wizard.review.findings import STATE_WORDS, STATUS_WORDS, Finding, ItemJudgement, Review
from sa_wizard.review.gaps import next_gap


def report(asked: Asked, found: Review, path: Path) -> str:
    """The whole report, wrapped to the terminal."""
    parts = [_title(asked), _items(asked, found), _sections(asked, found)]
    groups: dict[Item | None, list[Finding]] = {}
    for finding in found.findings:
        groups.setdefault(finding.item, []).append(finding)
    for item in (*(judged.item for judged in found.items), None):
        if item in groups:
            parts.append("\n".join(_group(asked, item, groups[item])))
    parts.append(_end(asked, found, path))
    return "\n\n".join(parts)


def item_report(asked: Asked, judged: ItemJudgement, findings: Sequence[Finding]) -> str:
    """One statutory item: what it asks, its state, and what keeps it from being met."""
    requirement = asked.law.item(judged.item)
    head = f"Item ({judged.item}): {requirement.title}, {STATUS_WORDS[judged.status]}"
    if judged.status == "not_applicable":
        return f"{head}\n\n{wrapped(requirement.absent or 'It does not apply to this partnership.')}"
    parts = [head, wrapped(f"{requirement.wording} ({asked.law.regulations}.) {requirement.present}")]
    if findings:
        parts.append("\n".join([*_group(asked, judged.item, list(findings))][1:]))
    return "\n\n".join(parts)


def _title(asked: Asked) -> str:
    name = asked.draft.text("about.partnership").strip() or "A partnership without a name yet"
    covered = asked.period.label if asked.period else "period not given"
    return f"{wrapped(name)}\n{asked.outline.title}, {covered}\n{asked.law.title}: {asked.law.regulations}"


def _items(asked: Asked, found: Review) -> str:
    rows = (
        _row(STATUS_WORDS[judged.status], f"({judged.item}) {asked.law.item(judged.item).title}")
        for judged in found.items
    )
    return "\n".join(["Statutory items", *rows])


def _sections(asked: Asked, found: Review) -> str:
    rows = (
        _row(
            STATE_WORDS[judged.state],
            f"{f'{judged.done}/{judged.total}' if judged.total else '':>5}  "
            f"{asked.numbers.get(judged.id, ''):>2} {judged.title}{' (finished, you say)' if judged.finished else ''}",
        )
        for judged in found.sections
    )
    return "\n".join(["Sections, with the required answers that are there", *rows])


def _group(asked: Asked, item: Item | None, findings: list[Finding]) -> Iterator[str]:
    """The findings of one item, in the order of the document, under the sections they are in."""
    yield f"Item ({item}): {asked.law.item(item).title}" if item else "Other"
    titles = {section.id: asked.heading(section) for section in asked.ordered}
    section = ""
    for finding in findings:
        if finding.section != section:
            section = finding.section
            number = asked.numbers.get(section)
            yield f"  {f'{number} ' if number else ''}{titles.get(section, section)}"
        told = {"error": "missing", "warning": "look at", "note": "note"}[finding.severity]
        yield wrapped(f"{told}: {finding.message} {finding.hint}".rstrip(), "    - ", "      ")
        yield f"      {finding.path}"


def _end(asked: Asked, found: Review, path: Path) -> str:
    name = shlex.quote(str(path))
    if found.complete:
        looked = sum(finding.severity == "warning" for finding in found.findings)
        doubts = f" {looked} {'thing is' if looked == 1 else 'things are'} worth another look." if looked else ""
        return f"Complete: every item that applies is met.{doubts}\nNext: sa-wizard export {name}"
    count = len(found.errors)
    head = f"Not complete: {count} {'thing is' if count == 1 else 'things are'} missing."
    gap = next_gap(asked, found)
    if gap is None:
        return head
    return f"{head}\n{wrapped(gap.message, 'Next: ', '      ')}\n      sa-wizard {name} --at {shlex.quote(gap.path)}"


def _row(state: str, title: str) -> str:
    first = f"  {state:<14}  "
    return wrapped(title, first, " " * (len(first) + 4))

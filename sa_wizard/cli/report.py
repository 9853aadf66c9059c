"""The report of a check, in words: where the draft stands and what to do next, then what is missing and where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sa_wizard.cli.layout import wrapped
from sa_wizard.draft.asked import Asked
from sa_wizard.review.explain import Explanation, basis, why
from sa_wizard.review.final import FINAL, STATUS, override_reason
from sa_wizard.review.findings import (
    STATE_WORDS,
    STATUS_WORDS,
    Finding,
    ItemJudgement,
    Review,
    SectionJudgement,
    Severity,
    concerning,
)
from sa_wizard.review.gaps import in_writing_order, next_gap
from sa_wizard.review.proof import proofs
from sa_wizard.signs import shell_word

GROUPS: Mapping[Severity, str] = {
    "error": "What is missing, in the order to write it",
    "warning": "Worth another look",
    "note": "May be right",
}
_NUMBER = 5
"""Columns for the number of a finding."""


class Told(NamedTuple):
    """One thing found, once, however many items it keeps from being met."""

    finding: Finding
    concerns: str
    """What stands in brackets behind it: the items whose tests lack it, or that it is needed all the same."""


def report(asked: Asked, found: Review, path: Path) -> str:
    """The whole report, wrapped to the terminal: the verdict and the next step first, the long lists after them."""
    told = once(in_writing_order(asked, found.findings))
    parts = [
        _title(asked),
        _verdict(asked, found),
        _next(asked, found, path),
        _items(asked, found),
        _sections(asked, found),
        *_groups(asked, told),
        *_accepted(asked),
        _end(asked, found, path),
    ]
    return "\n\n".join(part for part in parts if part)


def item_report(asked: Asked, judged: ItemJudgement, findings: Sequence[Finding], path: Path) -> str:
    """One statutory item: its state, what it asks and why, what answers it, and what keeps it from being met."""
    requirement = asked.law.item(judged.item)
    head = f"Item ({judged.item}): {requirement.title}, {STATUS_WORDS[judged.status]}"
    if judged.status == "not_applicable":
        return f"{head}\n\n{wrapped(requirement.absent or 'It does not apply to this partnership.')}"
    titles = _titles(asked)
    served = "; ".join(titles[name] for name in judged.sections)
    proved = [
        f"{wrapped(f'{titles[proof.section.id]}: {proof.words}', '  - ', '    ')}\n    at {proof.path}"
        for proof in proofs(asked, judged)
    ]
    parts = [
        head,
        wrapped(f"{requirement.wording} ({asked.law.regulations}.) {requirement.present}"),
        wrapped(requirement.why),
        wrapped(f"Asked for in: {served}.") if served else "",
        "\n".join(["What answers it", *proved]) if proved else "",
        *_groups(asked, once(in_writing_order(asked, findings))),
        _explained(path) if findings else "",
    ]
    return "\n\n".join(part for part in parts if part)


def codes_report(every: Sequence[tuple[str, Sequence[Explanation]]]) -> str:
    """Every code with its title, under its heading."""
    room = max(len(each.code) for _, listed in every for each in listed) + 2
    parts = []
    for heading, listed in every:
        lines = [wrapped(each.title.rstrip("."), f"  {each.code:<{room}}", " " * (room + 2)) for each in listed]
        parts.append("\n".join([heading, *lines]))
    return "\n\n".join([*parts, "What one of them means: sa-wizard check DRAFT --explain CODE"])


def once(findings: Iterable[Finding]) -> list[Told]:
    """The findings, those that say the same of the same place together."""
    same: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        same.setdefault((finding.path, finding.message), []).append(finding)
    return [Told(each[0], concerning(each)) for each in same.values()]


def _title(asked: Asked) -> str:
    name = asked.draft.text("about.partnership").strip() or "A partnership without a name yet"
    covered = asked.period.label if asked.period else "period not given"
    law = f"{asked.law.title}: {asked.law.regulations}"
    return "\n".join((wrapped(name), wrapped(f"{asked.outline.title}, {covered}"), law))


def _verdict(asked: Asked, found: Review) -> str:
    missing, doubts = found.to_do, found.to_look_at
    applying = [item for item in found.items if item.status != "not_applicable"]
    met = sum(item.status == "met" for item in applying)
    looked = f", {doubts} to look at" if doubts else ""
    if found.complete:
        return wrapped(f"Complete: every item that applies is met{looked}.")
    said = f"Not complete: {missing} thing{'s' if missing != 1 else ''} to do{looked}. "
    said += f"Items met: {met} of {len(applying)}."
    if asked.draft.text(STATUS) == FINAL:
        reason = override_reason(asked)
        said += f" Marked as final all the same{f'; the reason given: {reason}' if reason else ', without a reason.'}"
    return wrapped(said)


def _next(asked: Asked, found: Review, path: Path) -> str:
    """What to do now, and why it matters; the command stands alone on its line, to be copied."""
    if found.complete:
        return f"Next: sa-wizard export {shell_word(path)}"
    gap = next_gap(asked, found)
    if gap is None:
        return ""
    rests = basis(asked, gap)
    said = f"{_titles(asked).get(gap.section, gap.section)}: {gap.message} {gap.hint}".rstrip()
    return "\n".join(
        (
            wrapped(said, "Next: ", "  "),
            wrapped(f"Why{f', {rests}' if rests else ''}: {why(asked, gap)}", "  "),
            f"  {_opening(path, gap)}",
        )
    )


def _items(asked: Asked, found: Review) -> str:
    rows = []
    for judged in found.items:
        here = [each for each in found.errors if each.item == judged.item]
        lacking, also = sum(each.tested for each in here), sum(each.also_needed for each in here)
        rest = f"{lacking} to do" if lacking else f"{also} also needed" if also else ""
        first = f"  ({judged.item}) {STATUS_WORDS[judged.status]:<14}  {rest:<14} "
        rows.append(wrapped(asked.law.item(judged.item).title, first, " " * len(first)))
        answered = ", ".join(proof.path.partition("[")[0] for proof in proofs(asked, judged))
        doubted = {(each.path, each.message) for each in found.findings if each.item == judged.item}
        doubts = len(doubted - {(each.path, each.message) for each in here})
        beside = f"answered in {answered}{f'; {doubts} to look at' if doubts else ''}"
        rows += [wrapped(beside, " " * len(first))] if answered else []
    return "\n".join(["Statutory items", *rows])


def _sections(asked: Asked, found: Review) -> str:
    rows = []
    for judged in found.sections:
        number = asked.numbers.get(judged.id, "")
        first = f"  {STATE_WORDS[judged.state]:<14}  {f'{judged.done}/{judged.total}' if judged.total else '':>5}  "
        first += f"{number:>2} "
        rows.append(wrapped(f"{judged.title}{_claim(asked, found, judged)}", first, " " * len(first)))
    return "\n".join(["Sections, with the needed answers given and what the author says", *rows])


def _claim(asked: Asked, found: Review, judged: SectionJudgement) -> str:
    """What the author says of a section, beside what is found."""
    waived = asked.draft.claims.get(judged.id, {}).get("not_applicable", "").strip()
    if waived and judged.state == "not_applicable":
        return f" (author: does not apply. {waived})"
    if not judged.finished:
        return ""
    missing = sum(told.finding.section == judged.id for told in once(found.errors))
    return f" (author: finished{f'; {missing} to do' if missing else ''})"


def _groups(asked: Asked, told: Sequence[Told]) -> Iterator[str]:
    """The findings, the gravest first, under the sections they are in; numbered through, so that a number is enough."""
    titles, number = _titles(asked), 0
    for severity, heading in GROUPS.items():
        here = [each for each in told if each.finding.severity == severity]
        if not here:
            continue
        lines = [f"{heading} ({len(here)})"]
        section = ""
        for each in here:
            number += 1
            if each.finding.section != section:
                section = each.finding.section
                lines += ["", titles.get(section, section)]
            lines += _one(number, each)
        yield "\n".join(lines)


def _one(number: int, told: Told) -> Iterator[str]:
    finding = told.finding
    rest = " " * _NUMBER
    yield wrapped(f"{finding.message}{told.concerns}", f"{number:>{_NUMBER - 2}}. ", rest)
    if finding.hint:
        yield wrapped(finding.hint, rest)
    yield f"{rest}at {finding.path}, code {finding.code}"


def _accepted(asked: Asked) -> Iterator[str]:
    """What the author let stand, with the reasons: an auditor will ask."""
    titles, rest = _titles(asked), " " * _NUMBER
    let = [
        wrapped(
            f"{titles.get(each.get('at', '').partition('.')[0], '')}: {each.get('about', '').rstrip('.')} "
            f"({each.get('code', '')}). The reason given: {each.get('reason', '')}",
            f"{rest[:-2]}- ",
            rest,
        )
        for each in asked.draft.accepted
    ]
    if let:
        yield "\n".join([f"Let stand by the author ({len(let)})", *let])


def _end(asked: Asked, found: Review, path: Path) -> str:
    """The command to go on with, once more: at a terminal the end is what is seen."""
    gap = next_gap(asked, found)
    said = _explained(path) if found.findings else ""
    return f"{said}\nNext: {_opening(path, gap)}" if gap is not None else said


def _explained(path: Path) -> str:
    return f"What a code means: sa-wizard check {shell_word(path)} --explain CODE"


def _opening(path: Path, gap: Finding) -> str:
    return f"sa-wizard {shell_word(path)} --at {shell_word(gap.path)}"


def _titles(asked: Asked) -> Mapping[str, str]:
    """Number and heading of every section."""
    return {
        section.id: f"{number} {asked.heading(section)}" if (number := asked.numbers.get(section.id)) else title
        for section in asked.ordered
        for title in (asked.heading(section),)
    }

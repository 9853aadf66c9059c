"""The review: findings, items and sections judged from one draft in one call. Never raises for a draft that opens."""

from collections.abc import Iterable, Iterator

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.paths import head, within, written
from sa_wizard.draft.values import Json
from sa_wizard.outline.load import CORE
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import ITEMS, Field, Item, Outline, Section
from sa_wizard.review import claims, rules, statutory, strict
from sa_wizard.review.answers import answered, gives_reason, own_words
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding, ItemJudgement, ItemStatus, Review, SectionJudgement, SectionState
from sa_wizard.review.rules import left_over, texts

_MISSING = "missing"
_UNUSABLE = "bad_period"
"""What is wrong with a period, told only where it is not what an item lacks."""
_NAME = 80
"""Characters of the name of an entry that a sentence has room for."""


def review(outline: Outline, draft: Draft) -> Review:
    """Judge a draft against its outline and the law of its nation and date."""
    return judge(Asked(outline, draft))


def judge(asked: Asked) -> Review:
    """As ``review``, for a draft already seen with its outline."""
    evidence = Evidence(asked)
    needed = {item: statutory.parts(item, evidence) for item in ITEMS if _item_applies(asked, item)}
    said = (
        *_statutory(asked, needed),
        *_claims(asked),
        *_strict(evidence),
        *_links(evidence),
        *_standing(asked, rules.found(evidence)),
    )
    findings = _in_order(asked, said)
    items = tuple(_item(asked, item, needed, findings) for item in ITEMS)
    unmet = any(item.status in ("partly", "not_met") for item in items)
    complete = not unmet and not any(finding.severity == "error" for finding in findings)
    sections = tuple(_section(asked, section, findings) for section in asked.ordered)
    return Review(complete, items, sections, findings)


def judge_field(asked: Asked, path: str) -> tuple[Finding, ...]:
    """What one answer has wrong by itself, at ``section.field`` or inside it; what the whole draft says is left out.

    Quick enough for every pause between two keys. A path that is not asked has nothing wrong.
    """
    found = asked.outline.find(head(path))
    if found is None or found[1] not in asked.fields(found[0]):
        return ()
    kept_in, kept = asked.outline.find(found[1].of or "") or found
    seen = Evidence(asked)
    row = path.partition("[")[2].partition("]")[0]
    only = int(row) if row.isdecimal() else None
    answers = [each for each in texts.written_at(seen, kept_in, kept, only) if within(path, each.path)]
    wrong = _lacking(seen, kept_in, (kept,), _faults(asked, [(kept_in, kept)], only))
    faults = [each for each in wrong if within(path, each.path)]
    return (*faults, *_standing(asked, rules.found_in(seen, answers)))


def field_state(asked: Asked, section: Section, field: Field, findings: Iterable[Finding]) -> str:
    """``empty``, ``answered`` or ``problems`` for one field that applies; views count their own columns only."""
    if not _has_answer(asked, section, field):
        return "empty"
    path = f"{section.id}.{field.id}"
    wrong = (each for each in findings if each.severity == "error" and each.code != claims.NO_REASON)
    return "problems" if any(head(each.path) == path for each in wrong) else "answered"


def _statutory(asked: Asked, needed: dict[Item, list[statutory.Part]]) -> Iterator[Finding]:
    shown = {f"{section.id}.{field.id}" for section in asked.sections for field in asked.fields(section)}
    for item, parts in needed.items():
        for part in parts:
            if not part.holds:
                path = part.path if head(part.path) in shown else _place_for(asked, item)
                yield Finding(path, _section_of(path), "error", part.code, _sentence(part.message), part.hint, item)


def _place_for(asked: Asked, item: Item) -> str:
    """Where to point when what an item needs is not asked: the first field that serves the item."""
    pairs = [(section, field) for section in asked.sections for field in asked.fields(section)]
    serving = [pair for pair in pairs if item in pair[1].items or item in pair[0].items]
    return next((f"{section.id}.{field.id}" for section, field in serving), CORE[0])


def _claims(asked: Asked) -> Iterator[Finding]:
    """Sections said not to apply without a reason, judged as if nobody had said so; and those that are answered."""
    for section in asked.sections:
        path = f"{section.id}.{asked.fields(section)[0].id}" if asked.fields(section) else CORE[0]
        if claims.waived(asked, section):
            filled = [each for each in asked.fields(section) if not each.of and _has_answer(asked, section, each)]
            if filled:
                told = f"{asked.heading(section)} is said not to apply, and answers are given in it."
                hint = "Take back that it does not apply, or empty them: the document prints both."
                at = f"{section.id}.{filled[0].id}"
                yield Finding(at, section.id, "error", claims.ANSWERED, told, hint)
        elif asked.waived(section):
            told = f"{asked.heading(section)} is said not to apply, and the reason given is none."
            hint = "Say in a few words why it does not, or say that it applies."
            yield Finding(path, _section_of(path), "error", claims.NO_REASON, told, hint)


def _strict(seen: Evidence) -> Iterator[Finding]:
    """The faults of every answer, section by section: one look at all of them finds them."""
    asked = seen.asked
    sections = [(section, asked.fields(section)) for section in asked.sections]
    found: dict[str, list[strict.Fault]] = {}
    for fault in _faults(asked, [(section, field) for section, fields in sections for field in fields]):
        found.setdefault(_section_of(fault.path), []).append(fault)
    for section, fields in sections:
        yield from _lacking(seen, section, fields, found.get(section.id, ()))


def _faults(asked: Asked, fields: Iterable[tuple[Section, Field]], only: int | None = None) -> Iterator[strict.Fault]:
    """The faults in the answers to some questions; in one row alone when ``only`` is its number. Views have none."""
    kept = {f"{section.id}.{field.id}": field for section, field in fields if not field.of}
    return strict.faults(kept, {path: asked.draft.get(path) for path in kept}, only)


def _lacking(
    seen: Evidence, section: Section, fields: Iterable[Field], faults: Iterable[strict.Fault]
) -> Iterator[Finding]:
    """The findings of the faults of one section, and of its views that show nothing where something is needed."""
    asked = seen.asked
    waived = claims.waived(asked, section)
    for fault in faults:
        if waived and fault.code in (_MISSING, "too_few"):
            continue
        path = fault.path
        if len(fault.steps) > 1:  # a column of a row, which the author may see in another section
            path = seen.shown(path, str(fault.steps[1]))
        yield _fault(asked, path, written(fault.steps), fault.code, fault.message)
    for field in fields:
        if field.of and field.required and not waived and not _has_answer(asked, section, field):
            yield _fault(asked, f"{section.id}.{field.id}", "", _MISSING, f"No answer yet: {field.label}")


def _fault(asked: Asked, path: str, steps: str, code: str, message: str) -> Finding:
    found = asked.outline.find(path)
    item = next(iter(found[1].items), None) if found else None
    return Finding(f"{path}{steps}", _section_of(path), "error", code, _sentence(asked.say(message)), "", item)


def _standing(asked: Asked, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of rules that the author has not let stand for a reason, in the answer they are about."""
    let = {
        (each.get("at"), each.get("code"), each.get("about"))
        for each in asked.draft.accepted
        if gives_reason(each.get("reason", ""))
    }
    return (each for each in findings if (head(each.path), each.code, each.about) not in let)


def _links(seen: Evidence) -> Iterator[Finding]:
    """Links to records that are not there: a row was deleted, or an id mistyped."""
    for section in seen.asked.sections:
        for field in seen.asked.fields(section):
            if field.kind != "records" or field.of:
                continue
            yield from _dangling(seen, f"{section.id}.{field.id}", field.record or "")


def _dangling(seen: Evidence, kept: str, record: str) -> Iterator[Finding]:
    """The links of one list that lead nowhere, each under the name of the entry that has it."""
    asked, rows = seen.asked, seen.asked.draft.get(kept) or []
    title = RECORDS[record].title_column()
    for column in RECORDS[record].columns():
        if column.kind != "links":
            continue
        names = asked.names(column.to)
        path = seen.shown(kept, column.id)
        for index, row in enumerate(rows):
            for link in row.get(column.id) or []:
                if link and link not in names:
                    name = " ".join(str(row.get(title) or "").split())[:_NAME]
                    whose = f"“{name}”" if name else f"Entry {index + 1} (no name yet)"
                    told = f"{whose} is linked under “{column.label}” to {_gone(link)} that is no longer there."
                    at = f"{path}[{index}].{column.id}"
                    yield Finding(at, _section_of(path), "warning", "link", told, "Choose again.")


def _gone(link: str) -> str:
    """What a link led to: an entry called so, where it was linked by its name; an id is nothing an author knows."""
    return "an entry" if link == link.lower() and " " not in link else f"an entry “{link[:_NAME]}”"


def _in_order(asked: Asked, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """In document order, one finding a place.

    What an item lacks there says more than that the answer is missing; and any other finding about an entry more than
    that one of its answers is only a placeholder.
    """
    fields = {f"{section.id}.{field.id}": field for section in asked.ordered for field in section.fields}
    order = {path: index for index, path in enumerate(fields)}
    kept = list(findings)
    lacking = {each.path for each in kept if each.item and each.code != _UNUSABLE}
    kept = [each for each in kept if each.code != _UNUSABLE or each.path not in lacking]
    told = [each for each in kept if each.code != _MISSING and each.item in fields[head(each.path)].items]
    exactly = {finding.path for finding in told}
    within = {head(finding.path) for finding in told}
    shown = [
        finding
        for finding in kept
        if finding.code != _MISSING
        or (finding.path not in exactly and ("[" in finding.path or finding.path not in within))
    ]
    unfilled = left_over.UNFILLED.code
    entries = {_entry(each.path) for each in shown if each.code != unfilled and each.severity != "note"}
    told_once = (each for each in shown if each.code != unfilled or _entry(each.path) not in entries)
    return tuple(sorted(told_once, key=lambda finding: order[head(finding.path)]))


def _entry(path: str) -> str:
    """The entry of a list that a path is in, or the answer itself."""
    return path.partition("]")[0]


def _item_applies(asked: Asked, item: Item) -> bool:
    return asked.applies(asked.law.item(item).when)


def _item(
    asked: Asked, item: Item, needed: dict[Item, list[statutory.Part]], findings: tuple[Finding, ...]
) -> ItemJudgement:
    served = tuple(
        section.id
        for section in asked.sections
        if item in section.items or any(item in field.items for field in asked.fields(section))
    )
    count = sum(finding.item == item for finding in findings)
    parts = needed.get(item)
    return ItemJudgement(item, _status(parts), count, served, _proof(asked, parts or ()))


def _proof(asked: Asked, parts: Iterable[statutory.Part]) -> tuple[str, ...]:
    """The places that prove the parts that hold, each once, in the order of the document."""
    fields = [f"{section.id}.{field.id}" for section in asked.sections for field in asked.fields(section)]
    order = {path: place for place, path in enumerate(fields)}
    places = dict.fromkeys(path for part in parts for path in part.proof if head(path) in order)
    return tuple(sorted(places, key=lambda path: order[head(path)]))


def _status(parts: list[statutory.Part] | None) -> ItemStatus:
    if parts is None:
        return "not_applicable"
    held = sum(part.holds for part in parts)
    if held == len(parts):
        return "met"
    return "partly" if held else "not_met"


def _section(asked: Asked, section: Section, findings: tuple[Finding, ...]) -> SectionJudgement:
    title = asked.heading(section)
    finished, reason = asked.finished(section), asked.waived(section)
    if claims.waived(asked, section) or all(section.id != each.id for each in asked.sections):
        return SectionJudgement(section.id, title, "not_applicable", 0, 0, finished, reason)
    here = [finding for finding in findings if finding.section == section.id and finding.severity == "error"]
    fields = asked.fields(section)
    states = {field.id: field_state(asked, section, field, here) for field in fields}
    needed = [field.id for field in fields if field.required]
    done = sum(states[name] == "answered" for name in needed)
    own = [states[field.id] for field in fields if not _only_shows(asked.outline, field)]
    if all(state == "empty" for state in own):
        state: SectionState = "not_started"
    elif "problems" in own or any(finding.code == claims.NO_REASON for finding in here):
        state = "has_problems"
    else:
        state = "done" if done == len(needed) and not here else "in_progress"
    return SectionJudgement(section.id, title, state, done, len(needed), finished, reason)


def _has_answer(asked: Asked, section: Section, field: Field) -> bool:
    value: Json = asked.draft.get(field.of or f"{section.id}.{field.id}")
    own = own_words(field)
    if field.of:
        columns = _own(asked.outline, field)
        return any(answered(row.get(column), own) for row in value or [] for column in columns)
    return answered(value, own)


def _own(outline: Outline, field: Field) -> tuple[str, ...]:
    """The columns a view is there to fill: those its list does not itself ask for, or all when it only shows."""
    return _asked_only_here(outline, field) or field.columns


def _only_shows(outline: Outline, field: Field) -> bool:
    """Whether a field is a view that fills nothing: its rows are written elsewhere and start no section here."""
    return bool(field.of) and not _asked_only_here(outline, field)


def _asked_only_here(outline: Outline, field: Field) -> tuple[str, ...]:
    kept = outline.find(field.of or "")
    there = kept[1].columns or tuple(column.id for column in RECORDS[field.record or ""].columns()) if kept else ()
    return tuple(column for column in field.columns if column not in there)


def _section_of(path: str) -> str:
    return path.partition(".")[0]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."

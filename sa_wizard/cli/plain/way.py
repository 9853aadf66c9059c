"""The way through the questions, as paths: sections in the order to write them, and into entries and out again."""

from difflib import get_close_matches

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.paths import existing, head
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.spec import Section
from sa_wizard.sitting.questions import Question, of_row, of_section

_NEAR = 3
"""Places that a refusal names."""


def entry_of(path: str) -> str:
    """The entry whose column a path names; empty for a question of a section."""
    entry, bracket, _ = path.rpartition("].")
    return f"{entry}]" if bracket else ""


def list_of(entry: str) -> str:
    """The list an entry is in."""
    return entry[: entry.rindex("[")]


def sections(asked: Asked) -> list[Section]:
    """The sections that apply, in the order to write them."""
    return sorted(asked.sections, key=lambda section: section.order)


def siblings(asked: Asked, path: str) -> tuple[Question, ...]:
    """The questions beside the one at a path: of its entry or of its section, those that apply."""
    entry = entry_of(path)
    if entry:
        return of_row(asked, entry)
    section = asked.outline.section(path.partition(".")[0])
    return of_section(asked, section) if section in asked.sections and section else ()


def question_at(asked: Asked, path: str) -> Question | None:
    """The question at a path; None when it is not asked, or names an entry that is not there."""
    try:
        existing(asked.outline, asked.draft, path)
        return next((each for each in siblings(asked, path) if each.path == path), None)
    except UsageProblem:
        return None


def every(asked: Asked) -> list[str]:
    """The paths of all questions of sections that are asked, in the order to write them."""
    return [f"{section.id}.{field.id}" for section in sections(asked) for field in asked.fields(section)]


def first(asked: Asked) -> str:
    """Where a draft begins."""
    return every(asked)[0]


def after(asked: Asked, path: str) -> str:
    """The question that follows; after the last of an entry, its list again; empty after the last of all."""
    entry = entry_of(path)
    if entry:
        columns = [each.path for each in siblings(asked, path)]
        at = columns.index(path) + 1 if path in columns else len(columns)
        return columns[at] if at < len(columns) else list_of(entry)
    known = [f"{section.id}.{field.id}" for section in _written(asked) for field in section.fields]
    here = known.index(path) if path in known else -1
    asked_now = set(every(asked))
    return next((each for each in known[here + 1 :] if each in asked_now), "")


def before(asked: Asked, path: str) -> str:
    """The question before; before the first of an entry, its list; empty before the first of all."""
    entry = entry_of(path)
    if entry:
        columns = [each.path for each in siblings(asked, path)]
        at = columns.index(path) if path in columns else 0
        return columns[at - 1] if at else list_of(entry)
    known = [f"{section.id}.{field.id}" for section in _written(asked) for field in section.fields]
    here = known.index(path) if path in known else 0
    asked_now = set(every(asked))
    return next((each for each in reversed(known[:here]) if each in asked_now), "")


def find(asked: Asked, wanted: str) -> str:
    """The path meant by a path, the number, id or heading of a section; raises UsageProblem naming the nearest."""
    wanted = " ".join(wanted.split())
    if not wanted:
        raise UsageProblem("Say where to go.", ":go takes a path such as why.overall, or the number of a section.")
    if "." in wanted and wanted[:1].isalpha() and " " not in wanted:
        return _at_path(asked, wanted)
    names = {str(number): name for name, number in asked.numbers.items()}
    names |= {asked.heading(section).casefold(): section.id for section in asked.sections}
    names |= {section.id: section.id for section in asked.sections}
    meant = names.get(wanted.casefold())
    begun = {name for words, name in names.items() if not words.isdecimal() and words.startswith(wanted.casefold())}
    if meant is None and len(begun) == 1 and not wanted.isdecimal():
        meant = begun.pop()
    for section in asked.sections:
        if section.id == meant and asked.fields(section):
            return f"{section.id}.{asked.fields(section)[0].id}"
    near = get_close_matches(wanted.casefold(), [*names, *every(asked)], _NEAR, 0.5)
    hint = f"The nearest: {', '.join(near)}." if near else ":sections lists the sections."
    raise UsageProblem(f"There is no section “{wanted[:60]}”.", hint)


def _at_path(asked: Asked, path: str) -> str:
    known = every(asked)
    if head(path) not in known:
        near = get_close_matches(head(path), known, _NEAR, 0.5)
        told = f"There is no question {head(path)[:60]!r}."
        if asked.outline.find(head(path)) is not None:
            told = f"{head(path)} is not asked of this draft."
        raise UsageProblem(told, f"The nearest: {', '.join(near)}." if near else ":sections lists the sections.")
    target = existing(asked.outline, asked.draft, path)
    return of_row(asked, path)[0].path if target.is_row else path


def _written(asked: Asked) -> list[Section]:
    """Every section, applying or not, in the order to write them."""
    return sorted(asked.ordered, key=lambda section: section.order)

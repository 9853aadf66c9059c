"""A question as a form shows it, made from a field of the outline or a column of a record: same shape, same widgets."""

from typing import NamedTuple

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.paths import Target, resolve
from sa_wizard.outline.columns import Column
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Choice, Field, Level, Section


class Question(NamedTuple):
    """What to ask at one path, with its words already right for nation and date."""

    path: str
    kind: str
    label: str
    guidance: str
    section: Section
    field: Field
    questions: tuple[str, ...] = ()
    example: str = ""
    level: Level = "practice"
    items: tuple[str, ...] = ()
    required: bool = False
    choices: tuple[Choice, ...] = ()
    record: str = ""
    columns: tuple[str, ...] = ()
    to: str = ""
    length: tuple[int, int] | None = None
    """About how many words a text might have."""

    @property
    def widget_id(self) -> str:
        """An id for the widget: paths hold only letters, digits, dots and brackets."""
        return "q-" + self.path.replace(".", "-").replace("[", "-").replace("]", "")


def of_section(asked: Asked, section: Section) -> tuple[Question, ...]:
    """The questions of a section that apply."""
    return tuple(of_field(asked, section, field) for field in asked.fields(section))


def of_field(asked: Asked, section: Section, field: Field) -> Question:
    """One field as a question."""
    return Question(
        path=f"{section.id}.{field.id}",
        kind=field.kind,
        label=asked.say(field.label),
        guidance=asked.say(field.guidance),
        section=section,
        field=field,
        questions=tuple(asked.say(question) for question in field.questions),
        example=asked.say(field.example),
        level=field.level,
        items=field.items,
        required=field.required,
        choices=field.choices,
        record=field.record or "",
        columns=field.columns,
        length=field.words,
    )


def of_row(asked: Asked, path: str) -> tuple[Question, ...]:
    """The columns asked for in one entry, at a path such as ``why.topics[2]`` or ``why.topics[2].reasons[0]``."""
    target = resolve(asked.outline, path)
    section, field = target.seen_in
    record = RECORDS[target.record]
    wanted = field.columns if len(target.steps) == 1 else ()
    columns = [record.column(name) for name in wanted] if wanted else list(record.columns())
    return tuple(_of_column(asked, section, field, column, path) for column in columns if column)


def _of_column(asked: Asked, section: Section, field: Field, column: Column, path: str) -> Question:
    return Question(
        path=f"{path}.{column.id}",
        kind=column.kind,
        label=column.label,
        guidance=asked.say(field.help.get(column.id, "")) or column.hint,
        section=section,
        field=field,
        level=field.level,
        items=field.items,
        required=column.required,
        choices=column.choices,
        record=column.record,
        to=column.to,
    )


def crumbs(asked: Asked, path: str) -> tuple[str, ...]:
    """Where an entry is, in words: the section, then the names of the entries that lead to it, and its own."""
    target = resolve(asked.outline, path)
    section, _ = target.seen_in
    within = (row_name(asked, target, depth) for depth, step in enumerate(target.steps) if isinstance(step, int))
    return (asked.heading(section), *within)


def row_name(asked: Asked, target: Target, depth: int) -> str:
    """What the row at one depth of a path is called, or its number when it has no name yet."""
    here: object = asked.draft.get(f"{target.section.id}.{target.field.id}")
    record = RECORDS[target.field.record or ""]
    for step in target.steps[: depth + 1]:
        if isinstance(step, str):
            column = record.column(step)
            record = RECORDS[column.record] if column and column.record else record
            here = here.get(step) if isinstance(here, dict) else None
        else:
            here = here[step] if isinstance(here, list) and step < len(here) else None
    name = record.lenient(here).shown.strip() if isinstance(here, dict) else ""
    step = target.steps[depth]
    return name or f"entry {int(step) + 1}"

"""From the words of a command line to a value, stricter than the wizard: a script cannot be asked what it meant."""

from collections.abc import Collection, Iterator
from typing import NoReturn

from sa_wizard.draft import months, plain
from sa_wizard.draft.paths import Target
from sa_wizard.draft.values import Json, fit, from_line
from sa_wizard.errors import UsageProblem
from sa_wizard.figures.change import is_count
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Choice

DEEPEST = 40
"""Levels of lists and objects in one value; the deepest that a draft has a use for is six."""

STRUCTURED = ("list", "links", "records", "row")
_UNCHANGED = "Nothing was changed."
_TOLD = 60
"""Characters of what was typed that a refusal repeats."""


def value(target: Target, text: str, reserved: Collection[str] = ()) -> Json:
    """The value that a text stands for at a place, cleaned; raises UsageProblem when it does not belong there.

    ``reserved``: the ids that no new entry may be given, as ``Session.reserved`` has them.
    """
    kind = target.kind
    parsed: Json = text
    if kind in STRUCTURED or (kind == "period" and text.lstrip().startswith("{")):
        parsed = _parsed(text, target.path)
    elif kind == "choice":
        parsed = text.strip()
    else:
        parsed = from_line(kind, text)
        if kind == "period":
            _check_period(text, parsed, target.path)
    try:
        fitted = fit(kind, target.record, parsed, target.path, reserved)
    except RecursionError:
        _refuse(f"The value for {target.path} is nested too deeply.")
    choices = target.column.choices if target.column else target.field.choices
    _check(kind, choices, target.record, fitted, target.path)
    return fitted


def unknown(kind: str, record: str, fitted: Json, path: str) -> Iterator[str]:
    """The paths of columns that no record of this type has: they are kept, and nothing will show them."""
    if kind == "records":
        for index, row in enumerate(fitted):
            yield from unknown("row", record, row, f"{path}[{index}]")
    elif kind == "row":
        for name, part in fitted.items():
            column = RECORDS[record].column(name)
            if column is not None:
                yield from unknown(column.kind, column.record, part, f"{path}.{name}")
            elif name != "id":
                yield f"{path}.{name}"


def _parsed(text: str, path: str) -> Json:
    try:
        read = plain.parse(text.encode("utf-8", "surrogatepass"))
    except plain.NotPlain as error:
        told = str(error).replace("it is", "this is", 1)
        raise UsageProblem(
            f"{path} takes JSON, and {told}.", f"{_UNCHANGED} 'sa-wizard get DRAFT PATH' shows the shape."
        ) from error
    layer, depth = [read], 0
    while layer:
        depth += 1
        layer = [part for each in layer for part in _inside(each)]
        if depth > DEEPEST:
            _refuse(f"The value for {path} is nested too deeply.")
    return read


def _inside(part: Json) -> list[Json]:
    if isinstance(part, dict):
        return list(part.values())
    return part if isinstance(part, list) else []


def _check(kind: str, choices: tuple[Choice, ...], record: str, fitted: Json, path: str) -> None:
    if kind == "choice" and fitted and fitted not in {choice.value for choice in choices}:
        _refuse(f"{path} takes one of {', '.join(choice.value for choice in choices)}, not {fitted!r}.")
    if kind == "number" and fitted is not None and not is_count(fitted):
        _refuse(f"{path} takes a number of zero or more in plain digits, not {fitted!r}.")
    if kind == "period":
        told = months.fault(fitted)
        if told:
            _refuse(f"{path} {told}.")
    if kind == "row":
        for column in RECORDS[record].columns():
            if column.id in fitted:
                _check(column.kind, column.choices, column.record, fitted[column.id], f"{path}.{column.id}")
    if kind == "records":
        for index, row in enumerate(fitted):
            _check("row", (), record, row, f"{path}[{index}]")


def _check_period(text: str, period: Json, path: str) -> None:
    """Raise UsageProblem for what was written as one line and is no period, with a way to write one."""
    told = months.fault(period)
    if not told:
        return
    words = text.strip()
    readable = ":" in words or months.month(period["start"])
    sentence = f"{path} {told}." if readable else f"“{words[:_TOLD]}” is no period."
    raise UsageProblem(sentence, f"{months.HOW} {_UNCHANGED}")


def _refuse(sentence: str) -> NoReturn:
    raise UsageProblem(sentence, _UNCHANGED)

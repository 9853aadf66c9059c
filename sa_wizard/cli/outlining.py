"""Outlines: which there are, what one asks, and whether a file is sound."""

from collections.abc import Iterator
from pathlib import Path

import click

from sa_wizard.cli.file_name import FileName
from sa_wizard.cli.layout import wrapped
from sa_wizard.cli.talk import say, tell
from sa_wizard.draft.asked import LATEST_LAW
from sa_wizard.errors import OutlineError
from sa_wizard.folders import config_dir, outline_dirs
from sa_wizard.outline import load as outlines
from sa_wizard.outline import requirements
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Condition, Field, Outline, Section
from sa_wizard.sitting.lengths import GUIDE, about


@click.group()
def outline() -> None:
    """List, show or verify outlines: the files that say what is asked."""


@outline.command("list", short_help="List the outlines there are.")
def list_outlines() -> None:
    """List the outlines that a new draft may use: your own, then the shipped ones."""
    own = sorted((config_dir() / "outlines").glob("*.toml"))
    found = [*own, *(path for path in outlines.shipped() if path.name not in {each.name for each in own})]
    for path in found:
        try:
            read = outlines.load(path)
        except OutlineError as error:
            tell(str(error))
            continue
        if read.id != path.stem:
            tell(f"{path} holds the outline {read.id!r}; no draft will find it until it is called {read.id}.toml.")
            continue
        say(f"{read.id}  version {read.version}  {read.title}\n  {path}")


@outline.command(short_help="Print what an outline asks.")
@click.argument("name", metavar="ID|FILE")
def show(name: str) -> None:
    """Print what an outline asks: sections, fields and guidance, in the words for England today."""
    say("\n".join(_shown(meant(name))))


@outline.command()
@click.argument("file", type=FileName())
def verify(file: Path) -> None:
    """Check an outline FILE. Exit 0 when drafts can use it, 2 with what is wrong and where when not."""
    read = outlines.load(file)
    count = sum(1 for _ in read.fields())
    say(f"{file} is a sound outline: {read.id}, version {read.version}, {len(read.sections)} sections, {count} fields.")


def meant(name: str) -> Outline:
    """The outline of an id, or in a file; raises OutlineError."""
    return outlines.load(Path(name)) if _is_file(name) else outlines.find(name, outline_dirs())


def _is_file(name: str) -> bool:
    return name.endswith(".toml") or "/" in name or "\\" in name


def _shown(read: Outline) -> Iterator[str]:
    words = dict(requirements.on("england", LATEST_LAW).words(county=True))
    yield f"{read.title} ({read.id}, version {read.version})"
    yield wrapped(outlines.worded(read.provenance, words))
    for number, section in enumerate(read.sections):
        yield f"\n{number}  {section.title}{_served(section)}"
        yield wrapped(outlines.worded(section.purpose, words), "   ")
        if section.when:
            yield f"   Asked when {_condition(section.when)}."
        for field in section.fields:
            yield ""
            yield from _field(section, field, words)


def _field(section: Section, field: Field, words: dict[str, str]) -> Iterator[str]:
    needed = ", required" if field.required else ""
    yield f"   {section.id}.{field.id}  {outlines.worded(field.label, words)}  [{field.kind}{needed}{_served(field)}]"
    yield wrapped(outlines.worded(field.guidance, words), "      ")
    if field.when:
        yield f"      Asked when {_condition(field.when)}."
    if field.words:
        yield f"      {about(field.words).capitalize()} words: {GUIDE}."
    for choice in field.choices:
        yield f"      = {choice.value}{f': {choice.label}' if choice.label else ''}"
    if field.record:
        yield from _columns(field, words)
    for question in field.questions:
        yield wrapped(outlines.worded(question, words), "      ? ", "        ")
    if field.example:
        yield wrapped(f"Example: {outlines.worded(field.example, words)}", "      ")


def _columns(field: Field, words: dict[str, str]) -> Iterator[str]:
    record = RECORDS[field.record or ""]
    if field.of:
        yield f"      The entries of {field.of}, of which it asks:"
    for name in field.columns or [column.id for column in record.columns()]:
        column = record.column(name)
        if column:
            told = outlines.worded(field.help.get(name, column.hint), words)
            yield wrapped(f"{name} ({column.kind}): {column.label}. {told}".rstrip(), "      . ", "        ")


def _served(part: Section | Field) -> str:
    return f"  item {', '.join(f'({item})' for item in part.items)}" if part.items else ""


def _condition(when: Condition) -> str:
    return " and ".join(f"{key} is {' or '.join(values)}" for key, values in when.items())

"""Answers by path: list what is asked, read one answer, write one answer."""

import errno
import sys
from io import BufferedReader
from pathlib import Path
from typing import Any, cast

import click

from sa_wizard.cli import typed
from sa_wizard.cli.arguments import DRAFT, PATH, words
from sa_wizard.cli.saving import save
from sa_wizard.cli.talk import say, say_json, tell
from sa_wizard.draft import opening
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.lock import Lock
from sa_wizard.draft.paths import existing, resolve
from sa_wizard.draft.schema import record_schema
from sa_wizard.draft.session import Session
from sa_wizard.draft.values import Json
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field, Section
from sa_wizard.review import final
from sa_wizard.review.judge import field_state, review

LARGEST = 10_000_000
"""Bytes of one answer. A long assessment is a twentieth of this."""

MARKS = {"answered": "answered", "problems": "problems", "empty": ""}


@click.command()
@DRAFT
@click.option("--json", "as_json", is_flag=True, help="A list of objects; records come with their JSON Schema.")
def fields(draft: Path, as_json: bool) -> None:
    """List every field that DRAFT is asked: its path, its kind, whether it is required, its state, what it is called.

    The state is empty (shown as a gap), answered, or problems.
    """
    outline, kept = opening.load(draft)
    asked = Asked(outline, kept)
    findings = review(outline, kept).findings
    found = [
        (section, field, field_state(asked, section, field, findings))
        for section in asked.sections
        for field in asked.fields(section)
    ]
    if as_json:
        say_json([_described(asked, *each) for each in found])
        return
    width = max(len(f"{section.id}.{field.id}") for section, field, _ in found)
    lines: list[str] = []
    for section in asked.sections:
        lines.append(f"{'' if not lines else chr(10)}{_numbered(asked, section)}")
        for _, field, state in (each for each in found if each[0] is section):
            needed = "required" if field.required else ""
            path = f"{section.id}.{field.id}"
            lines.append(
                f"  {path:<{width}}  {field.kind:<7}  {needed:<8}  {MARKS[state]:<8}  {asked.say(field.label)}".rstrip()
            )
    say("\n".join(lines))


@click.command()
@DRAFT
@PATH
def get(draft: Path, path: str) -> None:
    """Print the answer at PATH: text as it is, lists, periods, records and entries as JSON."""
    outline, kept = opening.load(draft)
    target = existing(outline, kept, path)
    value = kept.at(target)
    if target.kind in typed.STRUCTURED or target.kind == "period":
        say_json(value)
    else:
        say("" if value is None else str(value))


@click.command("set", context_settings={"ignore_unknown_options": True})
@DRAFT
@PATH
@click.argument("value", callback=words, required=False)
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Read it from a file; '-' is standard input.",
)
def set_value(draft: Path, path: str, value: str | None, source: Path | None) -> None:
    """Write the answer at PATH: text as it is, a choice by its value, JSON for lists, periods, records and entries.

    'sa-wizard outline show partnership' names the values of each choice. A period may also be written 2024-10:2025-09
    or October 2024 to September 2025. The index after the last entry adds one: levels.topics[0] to begin with. When
    anything is wrong the file stays as it was.
    """
    if (value is None) == (source is None):
        raise UsageProblem("'set' takes either a value or --from.", "Give one of them. Nothing was changed.")
    text = value if source is None else _read(source)
    with Lock(draft):
        session = Session.open(draft)
        target = resolve(session.outline, path)
        before = session.draft.at(target)
        fitted = typed.value(target, text or "", session.reserved(target))
        final.guard(session, path, fitted)
        session.set(path, fitted)
        save(session)
    if _loses_entries(target.kind, before, fitted):
        were = "1 entry was" if len(before) == 1 else f"{len(before):,} entries were"
        tell(f"{were} replaced by {f'{len(fitted):,}' if fitted else 'none'}.")
    for name in typed.unknown(target.kind, target.record, fitted, path):
        tell(f"Nothing asks for {name}; it was kept, and no document will show it.")
    section, field = target.seen_in
    if section not in session.asked.sections or field not in session.asked.fields(section):
        tell(f"{section.id}.{field.id} is not asked of this draft as it stands; the answer was kept.")


def _loses_entries(kind: str, before: Json, after: Json) -> bool:
    """Whether a whole list took the place of one that held entries which are not in it any more."""
    if kind == "records":
        return not {row.get("id") for row in before} <= {row.get("id") for row in after}
    return kind == "list" and len(after) < len(before)


def _described(asked: Asked, section: Section, field: Field, state: str) -> dict[str, Any]:
    known: dict[str, Any] = {
        "path": f"{section.id}.{field.id}",
        "kind": field.kind,
        "section": section.id,
        "label": asked.say(field.label),
        "items": list(field.items),
        "level": field.level,
        "state": state,
        "required": field.required,
    }
    if field.kind == "choice":
        known["choices"] = [{"value": choice.value, "label": choice.shown} for choice in field.choices]
    if field.words:
        known["words"] = {"from": field.words[0], "to": field.words[1]}
    if field.record:
        known["record"] = field.record
        known["columns"] = list(field.columns) or [column.id for column in RECORDS[field.record].columns()]
        if field.of:
            known["of"] = field.of
        known["schema"] = record_schema(field.record)
    return known


def _numbered(asked: Asked, section: Section) -> str:
    number = asked.numbers.get(section.id)
    return f"{number}  {asked.heading(section)}" if number else asked.heading(section)


def _read(source: Path) -> str:
    """The text of a file or of standard input, without the newline that ends it; raises UsageProblem."""
    named = "Standard input" if str(source) == "-" else str(source)
    try:
        raw = _bytes(source)
    except OSError as error:
        told = (error.strerror or "the system refused").lower()
        raise UsageProblem(f"{named} cannot be read ({told}).", "Nothing was changed.") from error
    if len(raw) > LARGEST:
        raise UsageProblem(f"{named} is larger than {LARGEST // 1_000_000} MB.", "Nothing was changed.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageProblem(
            f"{named} is not UTF-8 text (byte {error.start:,}).", "Save it as UTF-8. Nothing was changed."
        ) from error
    return text.removesuffix("\n").removesuffix("\r")


def _bytes(source: Path) -> bytes:
    if str(source) != "-":
        with source.open("rb") as file:
            return _all(file)
    if sys.stdin is None:
        raise OSError(errno.EBADF, "it is closed")
    return _all(cast(BufferedReader, sys.stdin.buffer))


def _all(stream: BufferedReader) -> bytes:
    """Everything, up to a little more than may be kept; piece by piece, so that a signal need not wait for the end."""
    pieces: list[bytes] = []
    while sum(map(len, pieces)) <= LARGEST and (piece := stream.read1(1 << 20)):
        pieces.append(piece)
    return b"".join(pieces)

"""Documents: Markdown to look at, and the file that goes to the board."""

from pathlib import Path
from typing import Any

import click

from sa_wizard.cli.arguments import DRAFT
from sa_wizard.cli.talk import say, tell
from sa_wizard.document.target import ENDINGS, check_target, format_of
from sa_wizard.draft import opening
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.spec import Outline
from sa_wizard.review.final import is_final
from sa_wizard.review.findings import Review
from sa_wizard.review.judge import judge, review

STDOUT = "-"
REPLACE = click.option("--replace", is_flag=True, help="Also write over a document changed since it was exported.")
_TARGET = click.Path(path_type=Path, allow_dash=True)


@click.command()
@DRAFT
@click.option("-o", "--output", type=_TARGET, default=STDOUT, help="The file to write; standard output by default.")
@REPLACE
def render(draft: Path, output: Path, replace: bool) -> None:
    """Print DRAFT as Markdown, the text that every other format is made from."""
    outline, kept = opening.load(draft)
    if str(output) == STDOUT:
        say(_markdown(outline, kept).rstrip("\n"))
        return
    check_target(output, "md", draft)
    from sa_wizard.document.publish import publish

    publish(outline, kept, output, "md", replace=replace)
    tell(f"Wrote {output}.")


@click.command()
@DRAFT
@click.option(
    "-o",
    "--output",
    type=_TARGET,
    help="The file to write; beside the draft by default. '-' prints the whole as Markdown.",
)
@click.option(
    "--to", "wanted", type=click.Choice(list(ENDINGS)), help="The format; by default the file's ending, or docx."
)
@click.option(
    "--reference-doc", "reference", type=click.Path(path_type=Path), help="A Word or ODT file with your styles."
)
@click.option("--part", default="", metavar="PART", help="board, form, check, or the id of a section: only that.")
@REPLACE
def export(draft: Path, output: Path | None, wanted: str | None, part: str, **styles: Any) -> None:  # noqa: ANN401
    """Make the document of DRAFT: Word by default. A draft with gaps is exported too, and says that it is a draft."""
    outline, kept = opening.load(draft)
    if output is not None and str(output) == STDOUT:
        if part:
            raise UsageProblem("A part is not for standard output.", "Give a file with -o.")
        if wanted not in (None, "md"):
            raise UsageProblem(f"A {wanted} document is not for standard output.", "Give a file with -o, or --to md.")
        say(_markdown(outline, kept).rstrip("\n"))
        return
    to = wanted or wanted_format(output)
    from sa_wizard.document.naming import named

    asked = Asked(outline, kept)
    target = output or named(asked, draft, to, part)
    check_target(target, to, draft, styles["reference"])
    from sa_wizard.document.publish import publish

    written = publish(outline, kept, target, to, part=part, **styles)
    for note in written.notes:
        tell(f"To look at: {note}")
    tell(f"Wrote {target} ({said_of(asked, judge(asked), part)}).")


def _markdown(outline: Outline, kept: Draft) -> str:
    from sa_wizard.document.render import markdown

    return markdown(outline, kept, review(outline, kept))


def said_of(asked: Asked, found: Review, part: str) -> str:
    """What the document says of itself: ``final``, or ``draft``, and how much is missing; or which part it is."""
    from sa_wizard.document.extracts import CHECK, FORM

    other = {FORM: "a form: every question, no answer", CHECK: "what is missing or doubtful in the draft"}
    return other.get(part, "") or _standing(asked, found)


def _standing(asked: Asked, found: Review) -> str:
    count = found.to_do
    missing = f"{count} {'thing' if count == 1 else 'things'} missing" if count else ""
    if is_final(asked, found):
        return f"final, issued with {missing}" if missing else "final"
    return f"draft, {missing or 'complete'}"


def wanted_format(output: Path | None) -> str:
    """The format that the ending of a file stands for, Word without a file; raises UsageProblem for none."""
    to = format_of(output) if output else "docx"
    if output and not to:
        told = f"the ending {output.suffix!r}" if output.suffix else "no ending"
        raise UsageProblem(
            f"{output} has {told}, which stands for no format.", f"Give --to with one of: {', '.join(ENDINGS)}."
        )
    return to

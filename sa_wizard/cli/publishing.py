"""Documents: Markdown to look at, and the file that goes to the board."""

from pathlib import Path

import click

from sa_wizard.cli.arguments import DRAFT
from sa_wizard.cli.talk import say, tell
from sa_wizard.document.target import ENDINGS, STYLED, beside, check_target, format_of, styles_for
from sa_wizard.draft import way_back
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.spec import Outline
from sa_wizard.review.final import is_final
from sa_wizard.review.findings import Review
from sa_wizard.review.judge import judge, review

STDOUT = "-"
_TARGET = click.Path(path_type=Path, allow_dash=True)


@click.command()
@DRAFT
@click.option("-o", "--output", type=_TARGET, default=STDOUT, help="The file to write; standard output by default.")
def render(draft: Path, output: Path) -> None:
    """Print DRAFT as Markdown, the text that every other format is made from."""
    outline, kept = way_back.load(draft)
    if str(output) == STDOUT:
        say(_markdown(outline, kept).rstrip("\n"))
        return
    check_target(output, "md", draft)
    from sa_wizard.document.publish import publish

    publish(outline, kept, output, "md")
    tell(f"Wrote {output}.")


@click.command()
@DRAFT
@click.option("-o", "--output", type=_TARGET, help="The file to write; beside the draft by default, - with --to md.")
@click.option("--to", "wanted", type=click.Choice(list(ENDINGS)), help="The format; by default the file's ending.")
@click.option(
    "--reference-doc", "reference", type=click.Path(path_type=Path), help="A Word or ODT file with your styles."
)
def export(draft: Path, output: Path | None, wanted: str | None, reference: Path | None) -> None:
    """Make the document of DRAFT: Word by default. A draft with gaps is exported too, and says that it is a draft."""
    outline, kept = way_back.load(draft)
    if output is not None and str(output) == STDOUT:
        if wanted not in (None, "md"):
            raise UsageProblem(f"A {wanted} document is not for standard output.", "Give a file with -o, or --to md.")
        say(_markdown(outline, kept).rstrip("\n"))
        return
    to = wanted or _format(output)
    target = output or beside(draft, to)
    reference = reference or _own_styles(kept, to)
    check_target(target, to, draft, reference)
    from sa_wizard.document.publish import publish

    written = publish(outline, kept, target, to, reference=reference)
    asked = Asked(outline, kept)
    for note in written.notes:
        tell(f"Pandoc remarks: {note}")
    tell(f"Wrote {target} ({_standing(asked, judge(asked))}).")


def _own_styles(kept: Draft, to: str) -> Path | None:
    """The reference document that the settings name for the partnership, if it is one for this format."""
    if to not in STYLED:
        return None
    from sa_wizard.cli.configuring import chosen

    found = chosen({})
    for trouble in found.troubles:
        tell(trouble)
    return styles_for(found.settings.reference_doc, kept.text("about.partnership"), to)


def _markdown(outline: Outline, kept: Draft) -> str:
    from sa_wizard.document.render import markdown

    return markdown(outline, kept, review(outline, kept))


def _standing(asked: Asked, found: Review) -> str:
    if is_final(asked, found):
        return "final"
    count = found.to_do
    return f"draft, {count} {'thing' if count == 1 else 'things'} missing" if count else "draft, complete"


def _format(output: Path | None) -> str:
    to = format_of(output) if output else "docx"
    if output and not to:
        told = f"the ending {output.suffix!r}" if output.suffix else "no ending"
        raise UsageProblem(
            f"{output} has {told}, which stands for no format.", f"Give --to with one of: {', '.join(ENDINGS)}."
        )
    return to

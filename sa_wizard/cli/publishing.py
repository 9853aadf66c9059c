"""Documents: Markdown to look at, and the file that goes to the board."""

from pathlib import Path

import click

from sa_wizard.cli.arguments import DRAFT
from sa_wizard.cli.talk import say, tell
from sa_wizard.draft import store
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.store import SUFFIX
from sa_wizard.errors import CannotWrite, UsageProblem
from sa_wizard.outline.spec import Outline
from sa_wizard.review.final import is_final
from sa_wizard.review.findings import Review
from sa_wizard.review.judge import judge, review

FORMATS = {
    "docx": (".docx",),
    "odt": (".odt",),
    "html": (".html", ".htm"),
    "pdf": (".pdf",),
    "md": (".md", ".markdown"),
}
"""Every format and the endings that stand for it; the first is the one given to a new file."""

STDOUT = "-"
_TARGET = click.Path(path_type=Path, allow_dash=True)


@click.command()
@DRAFT
@click.option("-o", "--output", type=_TARGET, default=STDOUT, help="The file to write; standard output by default.")
def render(draft: Path, output: Path) -> None:
    """Print DRAFT as Markdown, the text that every other format is made from."""
    outline, kept = store.load(draft)
    if str(output) == STDOUT:
        say(_markdown(outline, kept).rstrip("\n"))
        return
    _refuse_target(output, draft)
    store.write(output, _markdown(outline, kept).encode("utf-8"))
    tell(f"Wrote {output}.")


@click.command()
@DRAFT
@click.option("-o", "--output", type=_TARGET, help="The file to write; beside the draft by default, - with --to md.")
@click.option("--to", "wanted", type=click.Choice(list(FORMATS)), help="The format; by default the file's ending.")
@click.option(
    "--reference-doc", "reference", type=click.Path(path_type=Path), help="A Word or ODT file with your styles."
)
def export(draft: Path, output: Path | None, wanted: str | None, reference: Path | None) -> None:
    """Make the document of DRAFT: Word by default. A draft with gaps is exported too, and says that it is a draft."""
    outline, kept = store.load(draft)
    if output is not None and str(output) == STDOUT:
        if wanted not in (None, "md"):
            raise UsageProblem(f"A {wanted} document is not for standard output.", "Give a file with -o, or --to md.")
        say(_markdown(outline, kept).rstrip("\n"))
        return
    to = wanted or _format(output)
    target = output or draft.with_name(draft.name.removesuffix(SUFFIX).removesuffix(".json") + FORMATS[to][0])
    _refuse_ending(target, to)
    _refuse_target(target, draft)
    if reference is not None:
        _refuse_reference(reference, target, to)
    from sa_wizard.document.publish import publish

    written = publish(outline, kept, target, to, reference=reference)
    asked = Asked(outline, kept)
    for note in written.notes:
        tell(f"Pandoc remarks: {note}")
    tell(f"Wrote {target} ({_standing(asked, judge(asked))}).")


def _markdown(outline: Outline, kept: Draft) -> str:
    from sa_wizard.document.render import markdown

    return markdown(outline, kept, review(outline, kept))


def _standing(asked: Asked, found: Review) -> str:
    if is_final(asked, found):
        return "final"
    count = len(found.errors)
    return f"draft, {count} {'thing' if count == 1 else 'things'} missing" if count else "draft, complete"


def _format(output: Path | None) -> str:
    if output is None:
        return "docx"
    for name, endings in FORMATS.items():
        if output.suffix.lower() in endings:
            return name
    told = f"the ending {output.suffix!r}" if output.suffix else "no ending"
    raise UsageProblem(
        f"{output} has {told}, which stands for no format.", f"Give --to with one of: {', '.join(FORMATS)}."
    )


def _refuse_ending(target: Path, to: str) -> None:
    """Refuse a name that promises another format than the one asked for: no program would open it."""
    for name, endings in FORMATS.items():
        if name != to and target.suffix.lower() in endings:
            raise UsageProblem(
                f"{target} would hold {to} under the ending of {name}.", f"Leave out --to {to}, or rename it."
            )


def _refuse_target(target: Path, draft: Path) -> None:
    if _same(target, draft):
        raise UsageProblem(f"{target} is the draft itself.", "Give the document another name. Nothing was written.")
    if target.is_dir():
        raise CannotWrite(f"{target} is a folder.", "Give the name of a file in it.")
    if not target.parent.is_dir():
        raise CannotWrite(f"There is no folder {target.parent}.", "Make it first, or choose another place.")


def _refuse_reference(reference: Path, target: Path, to: str) -> None:
    if to not in ("docx", "odt"):
        raise UsageProblem(f"--reference-doc gives styles to docx and odt, not to {to}.", "Leave it out.")
    if not reference.is_file():
        raise UsageProblem(f"There is no reference document {reference}.", "Check its name. Nothing was written.")
    if _same(reference, target):
        raise UsageProblem(f"{target} is the reference document itself.", "Give the document another name.")


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False

"""Start a draft: an empty one with its first answers, or the finished worked example."""

import contextlib
import os
import re
from pathlib import Path

import click

from sa_wizard import files
from sa_wizard.cli.arguments import DRAFT, period, words
from sa_wizard.cli.talk import tell
from sa_wizard.draft import begin, store
from sa_wizard.draft.text import clean_line
from sa_wizard.draft.values import Json
from sa_wizard.errors import OutlineError, UsageProblem
from sa_wizard.folders import outline_dirs
from sa_wizard.outline import load as outlines
from sa_wizard.outline.spec import Outline
from sa_wizard.signs import shell_word

MONTHS = "YYYY-MM:YYYY-MM"


@click.command()
@DRAFT
@click.option("--partnership", callback=words, required=True, help="The partnership's full name.")
@click.option("--nation", type=click.Choice(["england", "wales"]), required=True, help="Whose law applies.")
@click.option(
    "--area-type",
    type=click.Choice(["two-tier", "unitary", "london"]),
    help="England only. Two-tier areas must also meet item (g); 'check' asks for it where it is left out.",
)
@click.option("--period", callback=period, metavar=MONTHS, required=True, help="The months the assessment covers.")
@click.option(
    "--previous-period",
    callback=period,
    metavar=MONTHS,
    help="The months of the previous one: this is then not the first.",
)
@click.option(
    "--outline",
    "chosen",
    default=outlines.DEFAULT,
    metavar="ID|FILE",
    help="The outline to answer, if not the one supplied.",
)
def new(  # noqa: PLR0913, PLR0917 - one for each option
    draft: Path,
    partnership: str,
    nation: str,
    area_type: str | None,
    period: dict[str, str],
    previous_period: dict[str, str] | None,
    chosen: str,
) -> None:
    """Start DRAFT with its first answers. A file that is there already is never replaced (exit 2).

    DRAFT is best called something.sa.json. An outline FILE is checked first and, when it lies where no draft
    would find it, copied beside the draft.
    """
    if not clean_line(partnership).strip():
        raise UsageProblem("The partnership has no name.", "Give its full name with --partnership.")
    answers: dict[str, Json] = {"about.partnership": partnership.strip(), "about.nation": nation}
    needless = nation == "wales" and area_type == "unitary"
    if area_type and not needless:
        answers["about.area_type"] = area_type
    answers["about.period"] = period
    outline, source = _outline(chosen, draft)
    if previous_period:
        answers["about.previous_period"] = previous_period
        if outline.find("about.first"):
            answers["about.first"] = "no"
    started = begin.begin(outline, answers)
    copied = _bring(source, outline, draft) if source else None
    try:
        begin.create(draft, store.encode(outline, started))
    except Exception:
        if copied:
            with contextlib.suppress(OSError):
                copied.unlink()
        raise
    if copied:
        tell(f"Copied the outline to {copied}, where this draft, and others here that answer it, will find it.")
    if needless:
        tell("The kind of area was left out: it is asked in England only.")
    tell(f"Started {draft}. Go on with: sa-wizard {shell_word(draft)}")


@click.command()
@DRAFT
def example(draft: Path) -> None:
    """Write the finished worked example to DRAFT, to look around in. It is about an invented partnership."""
    begin.create(draft, begin.example())
    tell(f"Wrote the worked example to {draft}. Look around in it with: sa-wizard {shell_word(draft)}")


def _outline(chosen: str, draft: Path) -> tuple[Outline, Path | None]:
    """The outline meant, and the file it was named by; an id is looked for where drafts look for theirs."""
    if re.fullmatch(r"[a-z][a-z0-9_]*", chosen):
        return outlines.find(chosen, outline_dirs(draft)), None
    return outlines.load(Path(chosen)), Path(chosen)


def _bring(source: Path, outline: Outline, draft: Path) -> Path | None:
    """Copy an outline beside a draft that would not find it otherwise; returns the copy, None when none was needed."""
    if os.path.lexists(draft):
        return None  # the draft will be refused: nothing is copied for it
    try:
        if outlines.find(outline.id, outline_dirs(draft)).checksum == outline.checksum:
            return None
    except OutlineError:
        pass  # none of that id is there, or one that cannot be used: the copy beside the draft comes first
    beside = outline_dirs(draft)[0] / f"{outline.id}.toml"
    if os.path.lexists(beside):
        raise UsageProblem(
            f"Beside the draft there is another outline called {beside.name}.",
            "Give the outline another id, or start the draft in another folder. Nothing was written.",
        )
    begin.create(beside, files.read(source, outlines.LARGEST))
    return beside

"""What the author says of a section, from the command line: finished or not, and why one does not apply."""

from difflib import get_close_matches
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from sa_wizard.cli.arguments import DRAFT, words
from sa_wizard.cli.saving import save
from sa_wizard.cli.talk import tell
from sa_wizard.draft import store
from sa_wizard.draft.lock import Lock
from sa_wizard.draft.session import Session
from sa_wizard.errors import SaWizardError, UsageProblem
from sa_wizard.outline.spec import Outline, Section
from sa_wizard.review import claims
from sa_wizard.review.findings import STATE_WORDS
from sa_wizard.review.judge import judge

_UNCHANGED = "Nothing was changed."


def _sections(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The sections that begin with what is typed, from the outline of the draft named before."""
    try:
        outline, _draft = store.load(Path(ctx.params["draft"]))
    except (SaWizardError, OSError, KeyError, TypeError):
        return []
    return [CompletionItem(each.id, help=each.title) for each in outline.sections if each.id.startswith(incomplete)]


@click.command()
@DRAFT
@click.argument("section", callback=words, shell_complete=_sections)
@click.option("--finished", is_flag=True, help="You have finished it.")
@click.option("--not-finished", is_flag=True, help="You have not, or not yet.")
@click.option("--does-not-apply", "reason", metavar="REASON", callback=words, help="It does not, and why; printed.")
@click.option("--applies", is_flag=True, help="It applies after all.")
def claim(  # noqa: PLR0913 - one for each option
    draft: Path, section: str, reason: str | None, *, finished: bool, not_finished: bool, applies: bool
) -> None:
    """Note in DRAFT what you say of SECTION. What 'check' finds is kept apart, and both are shown.

    A section that does not apply leaves the count of what must be answered; a statutory item is met by answers only.
    """
    if sum((finished, not_finished, applies, reason is not None)) != 1:
        raise UsageProblem(
            "'claim' takes one of --finished, --not-finished, --does-not-apply REASON and --applies.", _UNCHANGED
        )
    if reason is not None and (not reason.strip() or reason.startswith("--")):
        raise UsageProblem("--does-not-apply needs the reason in words.", _UNCHANGED)
    with Lock(draft):
        session = Session.open(draft)
        meant = _section(session.outline, section)
        if finished or not_finished:
            claims.finish(session, meant.id, finished=finished)
        else:
            claims.waive(session, meant.id, reason or "")
        save(session)
    _tell(session, meant)


def _section(outline: Outline, name: str) -> Section:
    """The section of that id; raises UsageProblem naming the nearest."""
    found = outline.section(name)
    if found is not None:
        return found
    known = [each.id for each in outline.sections]
    near = get_close_matches(name, known, 1)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
    raise UsageProblem(f"There is no section {name!r} in this outline.", hint)


def _tell(session: Session, section: Section) -> None:
    """Both sides of it: what the author says, and what is found."""
    asked = session.asked
    judged = judge(asked).section(section.id)
    if judged is None:
        return
    says = "finished" if judged.finished else "not finished"
    if judged.reason:
        says += f", and that it does not apply: {judged.reason}"
    counted = f", {judged.done} of {judged.total} needed answers given" if judged.total else ""
    tell(f"{judged.title}. You say: {says.rstrip('.')}. The check finds: {STATE_WORDS[judged.state]}{counted}.")
    if section not in asked.sections:
        tell("This section is not asked of the draft as it stands; what you say was kept.")

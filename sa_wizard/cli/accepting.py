"""What the author lets stand, from the command line: one thing that a rule doubts, with the reason for it."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from sa_wizard.cli.arguments import DRAFT, PATH, words
from sa_wizard.cli.saving import save
from sa_wizard.cli.talk import tell
from sa_wizard.draft.lock import Lock
from sa_wizard.draft.paths import head, resolve, within
from sa_wizard.draft.session import Session
from sa_wizard.errors import UsageProblem
from sa_wizard.review.answers import gives_reason
from sa_wizard.review.explain import explain
from sa_wizard.review.judge import judge
from sa_wizard.review.rules import RULES

_UNCHANGED = "Nothing was changed."
_LISTED = 5
_LONGEST = 90


def _codes(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes of rules that begin with what is typed."""
    return [CompletionItem(code, help=rule.title) for code, rule in RULES.items() if code.startswith(incomplete)]


@click.command()
@DRAFT
@PATH
@click.argument("code", callback=words, shell_complete=_codes)
@click.option("--reason", metavar="TEXT", callback=words, help="Why it may stand; kept in the draft, shown by 'check'.")
@click.option("--words", "quoted", metavar="TEXT", callback=words, help="Which one, if several there have that code.")
@click.option("--take-back", is_flag=True, help="It shall not stand after all.")
def accept(  # noqa: PLR0913 - one for each option
    draft: Path, path: str, code: str, reason: str | None, quoted: str | None, *, take_back: bool
) -> None:
    """Let what a rule doubts at PATH of DRAFT stand, for a reason. CODE is the one that 'check' prints.

    It stands as long as its words do, whatever is written around them. What a statutory item lacks cannot be let stand.
    """
    if take_back == (reason is not None):
        raise UsageProblem("'accept' takes either --reason TEXT or --take-back.", _UNCHANGED)
    if reason is not None and (reason.startswith("--") or not gives_reason(reason)):
        raise UsageProblem("--reason needs the reason in words: an auditor will ask.", _UNCHANGED)
    code = explain(code).code
    if code not in RULES:
        raise UsageProblem(
            f"{code} cannot be let stand: it says that something is missing.", f"Write the answer. {_UNCHANGED}"
        )
    with Lock(draft):
        session = Session.open(draft)
        resolve(session.outline, path)
        at, about = _meant(session, path, code, quoted, standing=take_back)
        session.accept(at, code, about, reason or "")
        save(session)
    done = "No longer let stand" if take_back else "Let stand, and 'check' says so with the reason"
    tell(f"{done}: {about.rstrip('.')} ({code}).")


def _meant(session: Session, path: str, code: str, quoted: str | None, *, standing: bool) -> tuple[str, str]:
    """The answer and the words of the one that is meant; raises UsageProblem when there is none, or several.

    One that stands already is meant when it is taken back, and when a better reason is given for it.
    """
    stood = {
        (head(path), each.get("about", ""))
        for each in session.draft.accepted
        if (each.get("at"), each.get("code")) == (head(path), code)
    }
    doubted = {
        (head(finding.path), finding.about)
        for finding in judge(session.asked).findings
        if finding.code == code and within(path, finding.path)
    }
    likely = stood if standing or not doubted else doubted
    wanted = sorted(each for each in likely if quoted is None or _plain(quoted) in _plain(each[1]))
    exact = [each for each in wanted if quoted is not None and _plain(quoted) == _plain(each[1])]
    wanted = exact or wanted
    if len(wanted) == 1:
        return wanted[0]
    if wanted:
        shown = "; ".join(f"“{about[:_LONGEST]}”" for _, about in wanted[:_LISTED])
        raise UsageProblem(
            f"{len(wanted)} findings at {path} have the code {code}.", f"Choose one with --words: {shown}. {_UNCHANGED}"
        )
    what = "is let stand" if standing else "is found"
    about = f" about “{quoted[:_LONGEST]}”" if quoted else ""
    raise UsageProblem(
        f"Nothing with the code {code}{about} {what} at {path}.",
        f"'sa-wizard check' names the path and the code of each finding. {_UNCHANGED}",
    )


def _plain(text: str) -> str:
    """Words as they are compared: without quotation marks, line ends and capitals."""
    return " ".join(text.split()).strip("“”\"'…").casefold()

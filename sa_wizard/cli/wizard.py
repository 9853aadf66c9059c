"""The command behind ``sa-wizard DRAFT``, with all that can be said of how it opens."""

from pathlib import Path

import click

from sa_wizard.cli.configuring import FLAGS, flagged
from sa_wizard.cli.file_name import FileName
from sa_wizard.cli.named import PROGRAM
from sa_wizard.cli.opening import open_wizard
from sa_wizard.errors import UsageProblem


class Wizard(click.Command):
    """A command whose name nobody types."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """As it is typed: the program and a draft."""
        formatter.write_usage(PROGRAM, "[DRAFT] [OPTIONS]")


@click.command("sa-wizard", cls=Wizard)
@click.argument("draft", type=FileName(), required=False)
@click.option("--at", metavar="PATH", default="", help="Open at one field, such as why.overall.")
@click.option("--read-only", is_flag=True, help="Look at a draft that somebody else has open; nothing can be changed.")
@click.option("--plain", is_flag=True, help="Ask line by line: for screen readers, scripts and plain terminals.")
@flagged
def wizard(draft: Path | None, at: str, *, read_only: bool, plain: bool, **flags: str | None) -> int:
    """Open the wizard: at home, straight in a DRAFT, or at one field of it."""
    if draft is None and (at or read_only):
        option = "--at" if at else "--read-only"
        raise UsageProblem(f"{option} is said of a draft, and no draft is named.", "Put the draft before it.")
    said = {FLAGS[flag]: value for flag, value in flags.items()}
    return open_wizard(draft, at, read_only=read_only, plain=plain, said=said)

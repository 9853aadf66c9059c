"""The commands as click knows them: their names, the help of the whole, and which one is meant."""

import os
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

import click
from click.shell_completion import CompletionItem, shell_complete

from sa_wizard import __version__, collecting
from sa_wizard.cli import talk
from sa_wizard.cli.named import COMMANDS, COMPLETE, PROGRAM
from sa_wizard.errors import UsageProblem

OPEN = "open the wizard"
WIZARD = "wizard:wizard"
"""The command behind ``sa-wizard DRAFT``: its name has spaces, so that no file is taken for it, and its place."""

EXIT_CODES = """\b
Exit codes:
  0    done
  1    a fault in the program; 'sa-wizard paths' names the log of it
  2    wrong usage: an argument, path, value or outline that cannot be,
       or a file that would have to be replaced
  3    the draft is incomplete, not everyone can read the Word file, or 'find'
       finds nothing
  4    the export failed, or Pandoc is missing
  5    the draft is in use by another program
  6    the draft cannot be read: missing, damaged, or newer than this program
  7    a file or folder cannot be written
  129  hung up; 130 interrupted; 141 the output was not wanted; 143 terminated

\b
Paths read section.field, and section.field[2].name inside records, counted
from 0. Data goes to standard output, talk to standard error; '-' means
standard input or output."""


class Front(click.Group):
    """The commands; a first argument that is no command is a draft to open in the wizard."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name != OPEN and cmd_name not in COMMANDS:
            return None
        module, _, name = (WIZARD if cmd_name == OPEN else COMMANDS[cmd_name][0]).partition(":")
        command: click.Command = getattr(import_module(f"sa_wizard.cli.{module}"), name)
        if cmd_name != OPEN:  # the screens are still to come there
            collecting.begin()
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the name of the wizard's own command before a draft, or before nothing at all."""
        first = args[0] if args else ""
        if not ctx.resilient_parsing and first not in COMMANDS and first not in ("--help", "--version"):
            _refuse_near_miss(first)
            args = [OPEN, *args]
        elif ctx.resilient_parsing and first and first not in COMMANDS:
            args = [OPEN, *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Files, because a draft may come first, and the commands."""
        commands = [
            CompletionItem(name, help=told) for name, (_, told) in COMMANDS.items() if name.startswith(incomplete)
        ]
        return [
            CompletionItem(incomplete, type="file"),
            *commands,
            *click.Command.shell_complete(self, ctx, incomplete),
        ]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, (_, told) in COMMANDS.items()])

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What the line after 'Usage' says."""
        return ["[DRAFT] [--at PATH] [--read-only] [--plain]", "|", "COMMAND [ARGUMENTS]"]


@click.group(cls=Front, epilog=EXIT_CODES, context_settings={"max_content_width": 100})
@click.option("--at", metavar="PATH", expose_value=False, help="Open the draft at one field, such as why.overall.")
@click.option("--read-only", is_flag=True, expose_value=False, help="Look at a draft without changing it.")
@click.option("--plain", is_flag=True, expose_value=False, help="Ask line by line, without a screen; pipes work too.")
@click.option("--color", metavar="auto|always|never", expose_value=False, help="Show colours or not.")
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s")
def front() -> None:
    """Draft a community safety partnership's strategic assessment.

    Without a command the wizard opens: at home, or straight in a DRAFT. A draft that bears the name of a command is
    written with its folder, as in ./check. 'sa-wizard DRAFT --help' lists all options of the wizard: colours, keys,
    mouse.

    With --plain, ACCESSIBLE=1 or a terminal of the kind "dumb" the same questions come line by line, for screen
    readers and scripts: an empty line goes on, :help lists what else may be typed, and the end of the input saves.
    The first line of a script that is refused ends it.
    """


def run(args: Sequence[str]) -> int:
    """Run one command line; returns the exit code. What click refuses is said here, all else is raised."""
    asked = os.environ.get(COMPLETE)
    if asked:
        return shell_complete(front, {}, PROGRAM, COMPLETE, asked)
    try:
        with front.make_context(PROGRAM, list(args)) as context:
            code = front.invoke(context)
    except click.exceptions.Exit as done:  # help was asked for, or the version
        talk.need_output()
        return done.exit_code
    except BrokenPipeError:
        raise
    except OSError as error:
        if not _while_printing(error):
            raise
        raise talk.refused(error) from error
    except click.exceptions.NoArgsIsHelpError as error:
        for line in error.format_message().splitlines():
            talk.tell(line)
        return error.exit_code
    except click.ClickException as error:
        talk.tell(_usage(error))
        return error.exit_code
    return code if isinstance(code, int) else 0


def _while_printing(error: OSError) -> bool:
    """Whether it is what click met when it printed help."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    return at is not None and at.tb_frame.f_code is click.utils.echo.__code__


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path.replace(f" {OPEN}", "") if context else PROGRAM
    sentence = error.format_message().rstrip(".")
    return f"{sentence}. '{command} --help' shows how it is used."


def _refuse_near_miss(first: str) -> None:
    """Refuse a mistyped command, which would otherwise be a draft that is not there."""
    near = get_close_matches(first, COMMANDS, n=1, cutoff=0.75)
    if near and not Path(first).exists():
        raise UsageProblem(
            f"There is no command {first!r}, and no draft of that name.", f"Did you mean '{PROGRAM} {near[0]}'?"
        )

"""The way in: which command is meant, and one place where every failure becomes a sentence and an exit code."""

import os
import signal
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click
from click.shell_completion import CompletionItem, shell_complete

from sa_wizard import __version__, collecting, crash
from sa_wizard.cli import talk
from sa_wizard.errors import SaWizardError, UsageProblem

PROGRAM = "sa-wizard"
COMPLETE = "_SA_WIZARD_COMPLETE"

COMMANDS = {
    "new": ("starting:new", "Start a draft with its first answers."),
    "example": ("starting:example", "Write the finished worked example."),
    "fields": ("answering:fields", "List every field with its path and state."),
    "get": ("answering:get", "Print one answer."),
    "set": ("answering:set_value", "Write one answer."),
    "find": ("finding:find", "Find words in all answers, and replace them."),
    "claim": ("claiming:claim", "Say that a section is finished, or why it does not apply."),
    "accept": ("accepting:accept", "Let one thing that a rule doubts stand, for a reason."),
    "check": ("judging:check", "Say what is missing, item by item."),
    "render": ("publishing:render", "Print the draft as Markdown."),
    "export": ("publishing:export", "Make the Word file, or another format."),
    "style": ("styling:style", "Keep the styles, logo and file name of a partnership."),
    "accessibility": ("accessible:accessibility", "Say what in a Word file not everyone can read."),
    "versions": ("going_back:versions", "List the versions kept of a draft, or keep one by name."),
    "diff": ("comparing:diff", "Say what two drafts, or a draft and a version, differ in."),
    "restore": ("going_back:restore", "Make a draft what it was in a version."),
    "outline": ("outlining:outline", "List, show or verify outlines."),
    "config": ("configuring:config", "Show, check or begin the settings."),
    "schema": ("machine:schema", "Print the JSON Schema of the draft file."),
    "paths": ("machine:paths", "Print the folders that sa-wizard uses."),
    "doctor": ("machine:doctor", "Say whether this machine can do the work."),
    "completion": ("machine:completion", "Print the completion for a shell."),
}
"""Every command: where it is kept, loaded only when it is run, and what 'sa-wizard --help' says of it."""

INTERRUPTED = 130
READER_GONE = 141
"""128 and the number of the signal, as shells have it."""

OPEN = "open the wizard"
WIZARD = "opening:wizard"
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
    written with its folder, as in ./check.

    With --plain, ACCESSIBLE=1 or a terminal of the kind "dumb" the same questions come line by line, for screen
    readers and scripts: an empty line goes on, :help lists what else may be typed, and the end of the input saves.
    """


def main(args: Sequence[str]) -> int:
    """Run one command line; returns the exit code. Nothing is raised but what a signal or shell completion asks for."""
    talk.prepare()
    try:
        return _run(list(args))
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        for line in error.format_message().splitlines():
            talk.tell(line)
        return error.exit_code
    except (SaWizardError, click.ClickException) as error:
        talk.tell(_usage(error) if isinstance(error, click.ClickException) else str(error))
        return error.exit_code
    except (BrokenPipeError, KeyboardInterrupt) as error:
        talk.hush()
        return INTERRUPTED if isinstance(error, KeyboardInterrupt) else READER_GONE
    except Exception as error:  # the one place where a fault in the program is met
        log = crash.record(error)
        talk.tell(f"{crash.sentence(error)} {crash.hint(log)}")
        return 1


def stop_on_signals() -> None:
    """Let a hang-up or a request to end run every clean-up on its way out: locks are given back, temporary files go."""
    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number: int, _: object) -> NoReturn:
    sys.exit(128 + number)


def _run(args: list[str]) -> int:
    asked = os.environ.get(COMPLETE)
    if asked:
        return shell_complete(front, {}, PROGRAM, COMPLETE, asked)
    with front.make_context(PROGRAM, args) as context:
        code = front.invoke(context)
    return code if isinstance(code, int) else 0


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

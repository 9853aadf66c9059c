"""Whether a Word file can be read by everyone; any Word file, made here or not."""

from pathlib import Path

import click

from sa_wizard.cli.file_name import FileName
from sa_wizard.cli.layout import wrapped
from sa_wizard.cli.talk import say, say_json
from sa_wizard.errors import IncompleteDraft


@click.command()
@click.argument("file", type=FileName())
@click.option("--json", "as_json", is_flag=True, help="The same as a JSON object.")
def accessibility(file: Path, as_json: bool) -> int:
    """Check a Word FILE: name what a screen reader or weak eyes would stumble over, and where. Exit 3 for a fault."""
    from dataclasses import asdict

    from sa_wizard.document.accessibility import check

    found = check(file)
    bad = [each for each in found if each.severity == "fault"]
    if as_json:
        say_json({"accessible": not bad, "found": [asdict(each) for each in found]})
    elif not found:
        say(f"{file}: no fault found. What only a person can judge, such as whether alt text is right, is not checked.")
    else:
        say("\n".join(wrapped(f"{each.told()} ({each.code})", f"{each.severity:<6} ", " " * 7) for each in found))
        say(f"\n{len(bad)} fault{'' if len(bad) == 1 else 's'}, {len(found) - len(bad)} to look at.")
    return IncompleteDraft.exit_code if bad else 0

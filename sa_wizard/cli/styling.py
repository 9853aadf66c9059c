"""The style of a partnership's documents: shown, set once, and looked at for what it lacks."""

from dataclasses import replace
from pathlib import Path

import click

from sa_wizard.cli.arguments import DRAFT
from sa_wizard.cli.layout import wrapped
from sa_wizard.cli.talk import say, tell
from sa_wizard.draft import store


@click.command()
@DRAFT
@click.option("--reference-doc", metavar="FILE", help="A Word or ODT file with your styles; '' for those supplied.")
@click.option("--logo", metavar="FILE", help="A PNG or JPEG for the cover; '' for none.")
@click.option("--logo-alt", metavar="TEXT", help="What the logo shows, in words.")
@click.option("--file-name", metavar="PATTERN", help="Such as '{partnership} {period} v{version} {status}'.")
def style(draft: Path, **given: str | None) -> None:
    """Show the style kept for the partnership of DRAFT, or set it: for all its drafts, on this machine.

    Names the styles that a Word reference document lacks, for which those supplied are used.
    """
    from sa_wizard.document import house
    from sa_wizard.document.logo import looked_at
    from sa_wizard.document.reference import check_reference, lacking

    _, kept = store.load(draft)
    partnership = kept.text("about.partnership").strip()
    changed = {name: _absolute(name, value) for name, value in given.items() if value is not None}
    own = replace(house.of(partnership), **changed)
    reference = Path(own.reference_doc)
    if own.reference_doc:
        check_reference(reference, "odt" if reference.suffix.lower() == ".odt" else "docx")
    if own.logo:
        looked_at(Path(own.logo), own.logo_alt)
    if changed:
        house.keep(partnership, own)
        tell(f"Kept for {partnership} in {house.settings_file()}.")
    rows = (
        ("Partnership", partnership or "not said yet"),
        ("Reference document", own.reference_doc or "the styles supplied"),
        ("Logo", f"{own.logo} (“{own.logo_alt}”)" if own.logo else "none"),
        ("File name", own.file_name or "that of the draft"),
    )
    say("\n".join(wrapped(value, f"{name:<19} ", " " * 20) for name, value in rows))
    if own.reference_doc and reference.suffix.lower() == ".docx":
        missing = lacking(reference)
        told = f"It has no style named {', '.join(f'“{each}”' for each in missing)}; those supplied are used for them."
        say("\n" + wrapped(told if missing else "It has every style that documents use."))


def _absolute(name: str, value: str) -> str:
    return str(Path(value).expanduser().absolute()) if value and name in ("reference_doc", "logo") else value
